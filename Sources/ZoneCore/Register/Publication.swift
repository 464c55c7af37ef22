import RFC1035

/// The zone file that what a request made was published with: the first one written after it.
public struct Publication: Hashable, Sendable {
    public var serial: UInt32
    public var time: Instant

    public init(serial: UInt32, time: Instant) {
        self.serial = serial
        self.time = time
    }

    /// `nil` when the event is not that of a zone file.
    init?(_ event: Event) {
        guard let rendered = RenderedEvent(event), let time = Instant(rfc3339: event.time) else { return nil }
        self.init(serial: rendered.serial, time: time)
    }
}

extension RegisterSnapshot {
    /// With which zone file that was published which a request made of a name; `nil` when it made nothing, or no file
    /// was written since. Lines of the running command do not count.
    public func publication(of id: RequestID) throws -> Publication? {
        guard let newest = try located(committed: id), let last = try lastRenderedEvent() else { return nil }
        let events = try history(of: id)
        guard let index = events.lastIndex(where: { $0.kind.isWork && $0.name != nil }), let made = events[index].name
        else { return nil }
        guard events[index].sequence < last.sequence else {
            return try isUnchanged(made, by: events[index].kind, since: last) ? Publication(last) : nil
        }
        // Each line knows where the one before it starts.
        let isNewest = index == events.count - 1
        guard var place = isNewest ? newest.offset : events[index + 1].request?.before else { throw changed() }
        var window = try LineWindow(file: file)
        while place < head.bytes {
            var length = 0
            var publication: Publication?
            let found = try window.withLine(at: place) { octets in
                length = octets.count + 1
                var scanner = JSONScanner(octets)
                guard let facts = LineFacts(&scanner) else { throw unknown(at: place) }
                if JSONScanner(octets).equals(facts.kind, "rendered") {
                    publication = Publication(try decode(Array(octets), at: place))
                }
            }
            guard found else { throw changed() }
            if let publication { return publication }
            place += length
        }
        return nil
    }

    /// What looks the same in the zone as before is in the last file already, and no other will be written for it:
    /// more space, or a name that went before it was ever published.
    private func isUnchanged(_ made: ManagedName, by kind: EventKind, since last: Event) throws -> Bool {
        func published(_ name: ManagedName?) -> [String] {
            guard let name, name.status == .active else { return [] }
            return name.records + [name.redirect].compactMap { $0 }
        }
        // What was not there before need not be looked for in the whole register.
        if kind == .added { return published(made).isEmpty }
        var before: ManagedName?
        try forEachEvent(about: made.name) { event, _ in
            if let event, event.sequence < last.sequence { before = event.name }
        }
        return published(before) == published(made)
    }
}

extension EventKind {
    /// Whether it makes, changes or removes the records of a name.
    var isWork: Bool { self == .added || self == .changed || self == .removed }
}

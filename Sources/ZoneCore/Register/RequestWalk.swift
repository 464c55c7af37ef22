import RFC1035

/// The newest event about a request, as far as a walk over all requests reads it.
public struct NewestEvent: Hashable, Sendable {
    public var sequence: Int
    /// RFC 3339, UTC.
    public var time: String
    public var kind: EventKind
    /// Where its line starts or will start.
    public var offset: Int
}

extension NewestEvent {
    fileprivate init?(_ line: RequestLine, at offset: Int) {
        guard let sequence = line.sequence, let time = line.time, let kind = line.kind else { return nil }
        self.init(sequence: sequence, time: time, kind: kind, offset: offset)
    }
}

extension RegisterSnapshot {
    /// Hands every request to `body` in its newest state, in the order of their newest events, those of the running
    /// command last. One that was carried out in one step is among them.
    ///
    /// Of a line only what is said of the request becomes values. `body` is called for one request after the other, but
    /// not always on the same thread.
    public func forEachRequest(_ body: (RequestSummary, NewestEvent) throws -> Void) throws {
        // As for names: nothing of the index is read once the first request was handed out.
        let lower = IndexKey.Kind.request.rawValue << 62
        let entries = try attempt { () throws -> [IndexEntry] in
            var entries: [IndexEntry] = []
            for segment in segments {
                entries = IndexEntry.merge(older: entries, newer: try segment.entries(from: lower, through: .max))
            }
            return IndexEntry.merge(older: entries, newer: try tail.entries(from: lower, through: .max))
        }
        let walk = LineWalk(file: file) { octets, offset in
            RequestLine(octets).flatMap { line -> (request: RequestSummary, newest: NewestEvent)? in
                guard let request = line.summary, let newest = NewestEvent(line, at: offset) else { return nil }
                return (request, newest)
            }
        }
        let places = entries.filter(\.isRequest).sorted { $0.offset < $1.offset }
        try walk.forEach(
            places.map { LinePlace(offset: $0.offset, check: $0.check) }, changed: changed, unreadable: unknown(at:)
        ) { found in
            if pending.event(of: found.request.id) == nil { try body(found.request, found.newest) }
        }
        for event in pending.events {
            guard let request = event.request, pending.event(of: request.id)?.sequence == event.sequence,
                let offset = pending.offset(of: request.id)
            else { continue }
            try body(
                request,
                NewestEvent(sequence: event.sequence, time: event.time, kind: event.kind, offset: head.bytes + offset))
        }
    }

    /// The events about a request, the oldest first, those of the running command last.
    ///
    /// Follows the links that each line has to the one before it, each line checked to be about this request; no
    /// events when there is no such request.
    public func history(of id: RequestID) throws -> [Event] {
        let decided = pending.event(of: id) == nil ? [] : pending.events.filter { $0.request?.id == id }
        guard let newest = try located(committed: id) else { return decided }
        var events = [newest.event]
        var place = newest.offset
        while let before = events.last?.request?.before {
            guard before < place, let line = try ChainReader.line(of: file, at: before) else { throw changed() }
            let event = try decode(line, at: before)
            guard event.request?.id == id else { throw changed() }
            events.append(event)
            place = before
        }
        return events.reversed() + decided
    }

    /// Other requests whose form gives the same number of a letter, the newest of them. Blanks and the case of letters
    /// do not count.
    public func request(withLetter number: String) throws -> RequestSummary? {
        if let event = pending.form(withLetter: number) { return event.request }
        return try attempt {
            guard let entry = try newest(IndexKey.letter(number.utf8)) else { return nil }
            if let request = try decode(line(entry), at: entry.offset).request,
                LetterNumber.isSame(request.letter, number)
            {
                return request
            }
            // Another letter with the same key: the slow way.
            var found: RequestSummary?
            try forEachEvent(ofKinds: { EventKind(code: $0).isForm }) { event in
                if let request = event.request, LetterNumber.isSame(request.letter, number) { found = request }
            }
            return found
        }
    }
}

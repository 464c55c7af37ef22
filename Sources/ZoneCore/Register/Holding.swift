import RFC1035

/// Whose a name is. It may be given up and given out again, to the same agency or to another: what was asked for one
/// holding is not for the next. The request that a name was first given for tells them apart.
extension RegisterView {
    /// The name that a request's number stands for.
    /// - Throws: `Failure.refused` when there is no such request, when it is about no name, and when the name was given
    ///   to somebody anew meanwhile: an old number does nothing to a later holder's name.
    public func name(of id: RequestID) throws -> Name {
        guard let request = try request(id) else { throw Failure.noRequest(id) }
        guard let name = request.name else { throw Failure.refused([Decision.hasNoName(request)]) }
        if let held = try managedName(name), held.status.isHeld, try !isStill(held, of: request) {
            let (opd, origin) = (Shown.text(held.opd), held.origin)
            throw Failure.refused([
                Reason(
                    "NOT_OWNER", name.undotted,
                    Text(
                        en: "held by \(opd) now (request \(origin), \(held.since)) and not by request \(id)",
                        id: "kini dipegang \(opd) (permohonan \(origin), \(held.since)), bukan berdasarkan permohonan "
                            + "\(id)"))
            ])
        }
        return name
    }

    /// Whether a name, as it is now, is the one that a request made or changed; for a request that made nothing of it,
    /// whether it is that agency's.
    public func isStill(_ name: ManagedName, of request: RequestSummary) throws -> Bool {
        guard let work = try history(of: request.id).work(on: name.name) else {
            return Decision.isSame(name.opd, request.opd)
        }
        return work.firstRequest == name.firstRequest
    }
}

extension [Event] {
    /// A name as these events left it; `nil` when none of them made, changed or removed it.
    func work(on name: Name) -> ManagedName? { last { $0.kind.isWork && $0.name?.name == name }?.name }
}

/// When the requests that a name comes from were carried out.
public struct HoldingDays: Hashable, Sendable {
    /// When its holder got it.
    public var first: CalendarDate?
    /// When the newest request changed it; the same day where none did.
    public var newest: CalendarDate?

    public init(first: CalendarDate? = nil, newest: CalendarDate? = nil) {
        self.first = first
        self.newest = newest
    }
}

extension RegisterSnapshot {
    /// The days, by the office's clock, on which a name was given to its holder and last changed.
    public func days(of name: ManagedName, at offset: UTCOffset) throws -> HoldingDays {
        func day(_ id: RequestID) throws -> CalendarDate? {
            let event = try history(of: id).last { $0.kind.isWork && $0.name?.name == name.name }
            return event.flatMap { Instant(rfc3339: $0.time) }?.date(at: offset)
        }
        let first = try day(name.firstRequest)
        return HoldingDays(first: first, newest: name.request == name.firstRequest ? first : try day(name.request))
    }

    /// The holding that a request was of, in its newest state: as it ended, where the name was given out anew since.
    func holding(of events: [Event], _ present: ManagedName) throws -> ManagedName {
        guard let own = events.work(on: present.name), own.firstRequest != present.firstRequest else { return present }
        var newest = own
        try forEachEvent(about: own.name) { event, _ in
            if let name = event?.name, name.firstRequest == own.firstRequest { newest = name }
        }
        return newest
    }
}

extension ManagedName {
    /// The request that its present status goes back to: that which got it for its holder, or took it away.
    var origin: RequestID { status.isHeld ? firstRequest : request }
}

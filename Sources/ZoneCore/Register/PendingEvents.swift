import RFC1035

/// What the running command has decided and not written yet.
struct PendingEvents {
    private(set) var events: [Event] = []
    private(set) var zone: Name?
    private(set) var rendered: RenderedEvent?
    private var byName: [Name: Int] = [:]
    private var byOwner: [String: Int] = [:]
    private var byRequest: [RequestID: Int] = [:]
    private var byLetter: [[UInt8]: Int] = [:]
    private var years: [Int: Int] = [:]
    /// For each name above one that was decided on, the events about those below it.
    private var below: [Name: [Int]] = [:]
    /// For each event, the one before it about the same name.
    private var previous: [Int?] = []
    /// For each event, the one before it about the same request.
    private var previousOfRequest: [Int?] = []
    /// Octets of the lines of the events, the first so many of them.
    private var measured: (events: Int, octets: Int) = (0, 0)
    /// Tells one set of pending events from another.
    let identity = Identity()

    final class Identity {}

    mutating func add(_ event: Event, zone: Name) {
        let index = events.count
        events.append(event)
        self.zone = zone
        previous.append(event.name.flatMap { byName[$0.name] })
        previousOfRequest.append(event.request.flatMap { byRequest[$0.id] })
        if let name = event.name {
            byName[name.name] = index
            var above = name.name.parent
            while let ancestor = above, ancestor.isAtOrBelow(zone) {
                below[ancestor, default: []].append(index)
                above = ancestor.parent
            }
            for owner in name.owners { byOwner[owner] = index }
        }
        if let id = event.request?.id {
            byRequest[id] = index
            if event.kind.isForm, let letter = event.request?.letter {
                byLetter[LetterNumber.key(letter.utf8)] = index
            }
            years[id.year] = max(years[id.year] ?? 0, id.number)
        }
        if let sent = event.request?.outgoing {
            let key = IndexCounters.lettersOf(sent.year)
            years[key] = max(years[key] ?? 0, sent.number)
        }
        if let sheet = event.details["sheet"]?.string.flatMap({ SheetNumber($0) }) {
            let key = IndexCounters.sheetsOf(sheet.year)
            years[key] = max(years[key] ?? 0, sheet.number)
        }
        if let added = event.details["addedGigabytes"]?.integer.map(Capacity.clamped) {
            years[IndexCounters.added] = max(years[IndexCounters.added] ?? 0, added)
        }
        if let written = RenderedEvent(event) { rendered = written }
    }

    private func event(_ index: Int?) -> Event? { index.map { events[$0] } }

    func event(of name: Name) -> Event? { event(byName[name]) }
    func event(ofOwner owner: String) -> Event? { event(byOwner[owner]) }
    func event(of id: RequestID) -> Event? { event(byRequest[id]) }
    func lastNumber(of year: Int) -> Int { years[year] ?? 0 }
    func knows(_ name: Name) -> Bool { byName[name] != nil }

    /// The newest state of every name decided on.
    var names: [ManagedName] { byName.values.sorted().compactMap { events[$0].name } }

    /// The newest states of the names below `name` that were decided on, in order.
    func names(below name: Name) -> some Sequence<ManagedName> {
        (below[name] ?? []).lazy.compactMap { index in
            guard let managed = events[index].name, byName[managed.name] == index else { return nil }
            return managed
        }
    }

    /// The state that event number `index` found, where that was decided by the same command.
    func state(before index: Int) -> ManagedName? { previous[index].flatMap { events[$0].name } }

    /// The request as event number `index` found it, where that was decided by the same command.
    func request(before index: Int) -> RequestSummary? { previousOfRequest[index].flatMap { events[$0].request } }

    /// Where the newest line about a request will start, counted from the end of the register; `nil` when nothing was
    /// decided about it.
    mutating func offset(of id: RequestID) -> Int? {
        guard let index = byRequest[id] else { return nil }
        if measured.events > index { measured = (0, 0) }
        for number in measured.events..<index {
            // An event that another follows says so; of what is not known yet, the length is.
            var event = events[number]
            event.hasMore = true
            measured.octets += event.line.count + 1
        }
        measured.events = index
        return measured.octets
    }

    /// The newest form with this letter that was decided on.
    func form(withLetter number: String) -> Event? { event(byLetter[LetterNumber.key(number.utf8)]) }

    var isEmpty: Bool { events.isEmpty }
}

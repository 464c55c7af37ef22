import RFC1035

/// What is known of one request after an event. Events carry it whole, as they do names, so that the newest event
/// about a request is enough to know where it stands.
public struct RequestSummary: Hashable, Sendable {
    /// A step that waits to be taken.
    public struct OpenStep: Hashable, Sendable {
        /// `PBG-04`
        public var step: String
        public var times: StepTimes

        public init(step: String, since: Instant) {
            self.init(step: step, times: StepTimes(since: since))
        }

        init(step: String, times: StepTimes) {
            self.step = step
            self.times = times
        }
    }

    /// A step that was taken.
    public struct TakenStep: Hashable, Sendable {
        public var step: String
        public var times: StepTimes
        public var done: Instant

        public init(step: String, times: StepTimes, done: Instant) {
            self.step = step
            self.times = times
            self.done = done
        }
    }

    public var id: RequestID
    /// ``RequestKind``: `new`, `change`, `delete` …
    public var kind: String
    /// ``RequestChannel``: `letter`, `email`, `eForm`.
    public var channel: String?
    /// Empty when the form does not say.
    public var opd: String
    /// Empty when there is no letter yet.
    public var letter: String
    /// `YYYY-MM-DD`, when given.
    public var letterDate: String?
    /// The name it is about.
    public var name: Name?

    /// The procedure's id, `PBG`; `nil` for what was carried out in one step with `add`, `change` or `remove`. What
    /// follows is empty then.
    public var procedure: String?
    public var state: RequestState?
    public var outcome: RequestOutcome?
    /// The code of the outcome, or of what it was returned for: `DUPLICATE`, `INCOMPLETE`.
    public var reason: String?
    public var open: [OpenStep] = []
    /// The steps taken in order, again when they were repeated; at most the newest ``maximumTaken``.
    public var taken: [TakenStep] = []
    /// How often a draft was sent back, plus one.
    public var revision = 1
    /// How often the form was handed in.
    public var attempts = 1
    /// When it came in, in any form.
    public var begun: Instant?
    /// When its letter came in: the date of its row in the agenda. `nil` while there is only an electronic form.
    public var received: Instant?
    /// When its records were made, or its space or accounts given.
    public var provisioned: Instant?
    /// Who was told to do the work.
    public var assigned: String?
    /// `YYYY-MM-DD`: the day the work is planned for.
    public var schedule: String?
    /// The space it asks for.
    public var gigabytes = 0
    /// The space of the shared hosting that it holds itself: reserved, or that of hosting without a name. What a name
    /// takes is counted with the name.
    public var space = 0
    /// Year and place in that year of its newest letter with a number; the register counts on from the greatest.
    public var outgoing: RequestID?
    /// Where the line with its newest form starts; `nil` on that line itself.
    public var form: Int?
    /// Where the line about it before this one starts.
    public var before: Int?

    /// Members this version does not know; kept as they are.
    public var details: [String: JSONValue]

    /// So that a request that goes round in circles does not make lines without end.
    public static let maximumTaken = 64
    /// Far above any count, and so far below the end of numbers that sums of them stay in range.
    private static let maximumCount = 1_000_000_000

    public init(
        id: RequestID, kind: String, channel: String? = nil, opd: String, letter: String, letterDate: String? = nil,
        name: Name? = nil, details: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.kind = kind
        self.channel = channel
        self.opd = opd
        self.letter = letter
        self.letterDate = letterDate
        self.name = name
        self.details = details
    }

    /// Whether nothing is made for it: it was refused, or answered with advice.
    public var isRefused: Bool { outcome == .rejected || outcome == .advice }

    /// Whether a step waits to be taken.
    public func isOpen(_ step: String) -> Bool { open.contains { $0.step == step } }

    /// The applicant has the papers, or there is no space: nothing that is open can go on.
    mutating func pause(at now: Instant) {
        for index in open.indices { open[index].times.pause(at: now) }
    }

    mutating func goOn(at now: Instant) {
        for index in open.indices { open[index].times.goOn(at: now) }
    }

    /// When a step was taken last; `nil` when it never was.
    public func done(_ step: String) -> Instant? { taken.last { $0.step == step }?.done }
}

extension RequestSummary: JSONReadable {
    private static let known: [StaticString] = [
        "id", "kind", "channel", "opd", "letter", "letterDate", "name", "procedure", "state", "outcome", "reason",
        "open", "taken", "revision", "attempts", "begun", "received", "provisioned", "assigned", "schedule",
        "gigabytes", "space", "form", "before", "outgoing",
    ]

    /// As it stands in the register. Members at their usual value are left out; the times of steps are seconds since
    /// `begun`: of one taken when it was done, then those of ``StepTimes``.
    public var json: JSONValue {
        var members = JSONValue.object(details).members(besides: RequestSummary.known) ?? [:]
        members["id"] = .string(id.description)
        members["kind"] = .string(kind)
        members["opd"] = .string(opd)
        members["letter"] = .string(letter)
        if let channel { members["channel"] = .string(channel) }
        if let letterDate { members["letterDate"] = .string(letterDate) }
        if let name { members["name"] = .string(name.description) }
        if let outgoing { members["outgoing"] = .string(outgoing.description) }
        if let procedure { members["procedure"] = .string(procedure) }
        if let state { members["state"] = .string(state.rawValue) }
        if let outcome { members["outcome"] = .string(outcome.rawValue) }
        if let reason { members["reason"] = .string(reason) }
        let start = begun?.seconds ?? 0
        func list(_ step: String, _ seconds: [Int64]) -> JSONValue {
            .array([.string(step)] + seconds.map { .integer($0) })
        }
        if !open.isEmpty {
            members["open"] = .array(open.map { list($0.step, $0.times.seconds(since: start)) })
        }
        if !taken.isEmpty {
            members["taken"] = .array(
                taken.map { list($0.step, [$0.done.seconds - start] + $0.times.seconds(since: start)) })
        }
        if revision != 1 { members["revision"] = .integer(revision) }
        if attempts != 1 { members["attempts"] = .integer(attempts) }
        if let begun { members["begun"] = .string(begun.rfc3339) }
        if let received { members["received"] = .string(received.rfc3339) }
        if let provisioned { members["provisioned"] = .string(provisioned.rfc3339) }
        if let assigned { members["assigned"] = .string(assigned) }
        if let schedule { members["schedule"] = .string(schedule) }
        if gigabytes != 0 { members["gigabytes"] = .integer(gigabytes) }
        if space != 0 { members["space"] = .integer(space) }
        if let form { members["form"] = .integer(form) }
        if let before { members["before"] = .integer(before) }
        return .object(members)
    }

    /// Reads it back; `nil` when something is missing or of another kind.
    public init?(json: some JSONNode) {
        guard let others = json.members(besides: RequestSummary.known),
            let id = json["id"]?.string.flatMap({ RequestID($0) }), let kind = json["kind"]?.string,
            let opd = json["opd"]?.string, let letter = json["letter"]?.string
        else { return nil }
        var name: Name?
        if let text = json["name"]?.string {
            guard let read = try? Name(text) else { return nil }
            name = read
        }
        self.init(
            id: id, kind: kind, channel: json["channel"]?.string, opd: opd, letter: letter,
            letterDate: json["letterDate"]?.string, name: name, details: others)
        outgoing = json["outgoing"]?.string.flatMap { RequestID($0) }
        // One in one step has nothing of what follows.
        guard let procedure = json["procedure"]?.string else { return }
        self.procedure = procedure
        // A state of a newer version is no reason not to know the request.
        state = json["state"]?.string.flatMap(RequestState.init(rawValue:))
        outcome = json["outcome"]?.string.flatMap(RequestOutcome.init(rawValue:))
        reason = json["reason"]?.string
        begun = json["begun"]?.string.flatMap { Instant(rfc3339: $0) }
        let start = begun?.seconds ?? 0
        func time(_ value: some JSONNode) -> Instant? {
            guard let seconds = value.integer.map(Int64.init) else { return nil }
            let (sum, overflow) = start.addingReportingOverflow(seconds)
            return overflow ? nil : Instant(seconds: sum)
        }
        func times(_ parts: some Collection<some JSONNode>) -> StepTimes? {
            let times = parts.compactMap(time)
            return times.count == parts.count ? StepTimes(times) : nil
        }
        for item in json["open"]?.array ?? [] {
            guard let parts = item.array, let step = parts.first?.string, let times = times(parts.dropFirst())
            else { return nil }
            open.append(OpenStep(step: step, times: times))
        }
        for item in json["taken"]?.array ?? [] {
            guard let parts = item.array, parts.count > 2, let step = parts[0].string, let done = time(parts[1]),
                let times = times(parts.dropFirst(2))
            else { return nil }
            taken.append(TakenStep(step: step, times: times, done: done))
        }
        func count(_ key: StaticString, _ usual: Int) -> Int {
            min(max(0, json[key]?.integer ?? usual), RequestSummary.maximumCount)
        }
        revision = count("revision", 1)
        attempts = count("attempts", 1)
        received = json["received"]?.string.flatMap { Instant(rfc3339: $0) }
        provisioned = json["provisioned"]?.string.flatMap { Instant(rfc3339: $0) }
        assigned = json["assigned"]?.string
        schedule = json["schedule"]?.string
        gigabytes = Capacity.clamped(json["gigabytes"]?.integer ?? 0)
        space = Capacity.clamped(json["space"]?.integer ?? 0)
        form = json["form"]?.integer
        before = json["before"]?.integer
    }
}

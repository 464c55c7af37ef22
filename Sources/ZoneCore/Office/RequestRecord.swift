/// Everything the register knows of one request: what letters, registers and pages are made from.
public struct RequestRecord: Sendable {
    public var summary: RequestSummary
    public var procedure: Procedure
    /// The form as it is now: the newest version, with the papers that came in since.
    public var form: RequestForm
    /// All versions handed in, the oldest first.
    public var versions: [RequestForm]
    /// What happened, the oldest first.
    public var history: [HistoryEntry]
    /// The name it made, changed or removed, in its present state, or as its holding ended; also one that it was
    /// refused for.
    public var name: ManagedName?
    /// The newest one.
    public var verification: VerificationReport?
    /// Where in the history begins what was found of the form as it is now.
    var examined = 0
    public var accounts: [AccountEntry]
    /// What it made of names, each as it was left by it: of a rename first the old one.
    public var works: [ManagedName] = []
    /// What all this was read from, the oldest first.
    var events: [Event]

    public var id: RequestID { summary.id }
    /// The documents that were written, the oldest first.
    public var letters: [LetterEntry] { history.compactMap(\.letter) }

    /// One event.
    public struct HistoryEntry: Hashable, Sendable {
        public var time: Instant
        /// `role` or `role:name`, as claimed.
        public var actor: String
        public var kind: EventKind
        /// Of a step: `PBG-06`.
        public var step: String?
        public var decision: Bool?
        /// A code: `DUPLICATE`.
        public var reason: String?
        public var note: String?
        /// The steps that are open after it, and whose they are.
        public var to: [String]
        public var toRoles: [Role]
        /// Where the request stood after it.
        public var state: RequestState?
        public var revision: Int
        public var assigned: String?
        public var schedule: String?
        /// The headings of an analysis: `needs`, `facilities`, `budget`, `infrastructure`, `scope`.
        public var analysis: [String: String]
        /// The rest of what the event carries.
        public var details: [String: JSONValue]

        /// The role in `actor`, when it is one of a procedure.
        public var role: Role? { Role(claimed: actor) }
        /// The name in `actor`.
        public var person: String? {
            guard let colon = actor.firstIndex(of: ":") else { return nil }
            return String(actor[actor.index(after: colon)...])
        }
        /// The document that was written.
        public var letter: LetterEntry? { kind == .lettered ? LetterEntry(details, at: time) : nil }
    }

    /// A document that was written.
    public struct LetterEntry: Hashable, Sendable {
        public var kind: String
        /// The letter's number; `nil` for a draft and for what gets none.
        public var number: String?
        /// When it was written.
        public var time: Instant
        /// SHA-256 of the file, in hexadecimal.
        public var digest: String?
        /// Name of the file in `letters/`.
        public var file: String?
        /// `YYYY-MM-DD`: the date that a letter with a number bears, which is that of its signature.
        public var date: String?
        /// SHA-256 of the same document as a page.
        public var pageDigest: String?

        /// Which document it is; its code where it is none of this version's.
        public var title: Text { LetterKind(rawValue: kind)?.text ?? Text(verbatim: kind) }

        /// All its files in `letters/`, with their digests.
        public var files: [(name: String, digest: String?)] {
            guard let file else { return [] }
            return [(file, digest)] + (pageDigest == nil ? [] : [(LetterFile.page(of: file), pageDigest)])
        }
    }
}

extension RequestRecord {
    /// From the events about a request, the oldest first; `nil` when none of them holds a form.
    init?(events: [Event], procedure: Procedure, name: ManagedName?) {
        guard let summary = events.last?.request else { return nil }
        self.summary = summary
        self.procedure = procedure
        self.name = name
        self.events = events
        versions = []
        history = []
        var papers: [RequestForm.Attachment] = []
        var verification: VerificationReport?
        var accounts: [AccountEntry] = []
        for event in events {
            if event.kind.isForm, let form = event.details["form"].flatMap(RequestForm.init(json:)) {
                // What was found of one form is not said of another.
                if let last = versions.last, !form.asks(theSameAs: last) {
                    verification = nil
                    examined = history.count
                }
                versions.append(form)
                papers = []
            }
            papers += (event.details["attachments"]?.array ?? []).compactMap(RequestForm.Attachment.init(json:))
            if let report = event.details["verification"].flatMap(VerificationReport.init(json:)) {
                verification = report
            }
            history.append(HistoryEntry(event))
            if event.kind.isWork, let name = event.name { works.append(name) }
            AccountEntry.note(event, in: &accounts)
        }
        self.verification = verification
        guard var form = versions.last else { return nil }
        form.attachments += papers
        self.form = form
        // Mailboxes are there from the moment the name is, before they have a sheet.
        if summary.provisioned != nil || RequestRecord.hasMadeAccounts(summary, procedure) {
            for account in form.mailAccounts(at: summary.name) {
                if !accounts.contains(where: { $0.user == account.user }) { accounts.append(account) }
            }
        }
        // Another request may have reset what this one was given.
        let present = name?.accounts ?? summary.accounts
        self.accounts = accounts.map { old in present.first { $0.user == old.user } ?? old }
    }
}

extension RequestRecord {
    /// The request as it stood after its first so many events.
    func after(_ count: Int) -> RequestRecord {
        let before = Array(events.prefix(count))
        let made = before.last { $0.name != nil && $0.name?.name == name?.name }?.name
        return RequestRecord(events: before, procedure: procedure, name: made ?? name) ?? self
    }

    /// Whether a step that makes accounts was taken.
    static func hasMadeAccounts(_ summary: RequestSummary, _ procedure: Procedure) -> Bool {
        procedure.steps.contains { $0.has(.account) && summary.done($0.id) != nil }
    }
}

extension RequestRecord.HistoryEntry {
    init(_ event: Event) {
        let details = event.details
        time = Instant(rfc3339: event.time) ?? Instant(seconds: 0)
        actor = event.actor
        kind = event.kind
        step = details["step"]?.string
        decision = details["decision"]?.bool
        reason = details["reason"]?.string
        note = details["note"]?.string
        to = event.request?.open.map(\.step) ?? []
        toRoles = (details["to"]?.strings ?? []).compactMap(Role.init(rawValue:))
        state = event.request?.state
        revision = event.request?.revision ?? 1
        assigned = details["assign"]?.string
        schedule = details["schedule"]?.string
        analysis = (details["analysis"]?.object ?? [:]).compactMapValues(\.string)
        self.details = details
    }
}

extension RequestRecord.LetterEntry {
    /// `nil` when the event is of another kind.
    public init?(_ event: Event) {
        guard event.kind == .lettered, let time = Instant(rfc3339: event.time) else { return nil }
        self.init(event.details, at: time)
    }

    init?(_ details: [String: JSONValue], at time: Instant) {
        guard let kind = details["kind"]?.string else { return nil }
        self.kind = kind
        self.time = time
        number = details["number"]?.string
        digest = details["digest"]?.string
        file = details["file"]?.string
        date = details["date"]?.string
        pageDigest = details["page"]?.string
    }
}

extension Role {
    private static let byWord = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0) })

    /// The role in `role` or `role:name`, in any letter case.
    public init?(claimed actor: String) {
        let word = actor.utf8.prefix { $0 != UInt8(ascii: ":") }
        // As the register has it, mostly.
        guard let role = Role(rawValue: String(Substring(word))) ?? Role.byWord[Substring(word).lowercased()] else {
            return nil
        }
        self = role
    }
}

extension RegisterSnapshot {
    /// A request with its history; `nil` when there is none of that number, or it was carried out in one step.
    public func record(of id: RequestID, procedure: Procedure) throws -> RequestRecord? {
        let events = try history(of: id)
        guard let summary = events.last?.request, summary.procedure != nil else { return nil }
        let name = try summary.name.flatMap { try managedName($0) }.map { try holding(of: events, $0) }
        return RequestRecord(events: events, procedure: procedure, name: name)
    }
}

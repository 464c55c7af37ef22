import RFC1035

/// Accounts and mailboxes: who has one, on which sheet its password was written, and who took the sheet. The password
/// itself goes through to paper and is kept nowhere.
public struct AccountDesk {
    let decision: Decision
    let register: RegisterSnapshot
    let now: Instant

    public init(decision: Decision, register: RegisterSnapshot, now: Instant) {
        self.decision = decision
        self.register = register
        self.now = now
    }

    /// Whose accounts are meant.
    public struct Subject: Sendable {
        /// The request they are for, where it follows a procedure.
        public var request: RequestSummary?
        /// The name they are at; `nil` for hosting without one.
        public var name: ManagedName?
        /// Those that are there already.
        public var accounts: [RequestRecord.AccountEntry]
        /// Users that it has by rights: the mailboxes asked for, else one called as the name.
        public var users: [String]
        /// The mailboxes that were asked for, where the form in hand asks for any: nobody else gets an account then.
        /// Empty where anybody may.
        var mailboxes: [String] = []

        public var opd: String { request?.opd ?? name?.opd ?? "" }
        /// What it is called in messages.
        public var title: String { name?.name.undotted ?? request?.id.description ?? "" }
    }

    /// An account after something was done about it.
    public struct Act: Sendable {
        public var draft: EventDraft
        public var account: RequestRecord.AccountEntry
    }

    // MARK: Whose

    /// What a name or a request's number stands for.
    public func subject(_ text: String) throws -> Subject {
        guard let id = RequestID(text) else { return try subject(of: try decision.named(text), request: nil) }
        guard let request = try register.request(id) else { throw Failure.notTakenIn(id) }
        guard request.procedure != nil else {
            guard request.name != nil else { throw noAccounts(request) }
            return try subject(of: try decision.named(text), request: nil)
        }
        let name = try request.name.flatMap { try register.managedName($0) }
        try refuseOthers(request, name)
        if request.name != nil { _ = try register.name(of: id) }
        guard request.provisioned != nil || request.outcome == .approved || request.outcome == .reset,
            request.state != .cancelled, request.state != .returned
        else { throw notGranted(request) }
        guard let asked = request.name else {
            guard !request.isHostingReleased else { throw released(request) }
            return try subject(withoutName: request)
        }
        // A name that is gone is told as for any other command.
        guard let name, name.status != .retired else {
            _ = try decision.named(asked.description)
            throw notGranted(request)
        }
        return try subject(of: name, request: request)
    }

    private func subject(of name: ManagedName, request given: RequestSummary?) throws -> Subject {
        let request = try given ?? decision.procedureRequest(of: name)
        var forms: [[String]] = []
        // Mostly all three are one.
        var ids: [RequestID] = []
        for case let id? in [request?.id, name.request, name.firstRequest] where !ids.contains(id) { ids.append(id) }
        for id in ids {
            guard let form = try register.form(of: id) else { continue }
            forms.append(form.emailAccounts.map { RequestRecord.mailbox($0, name.name) })
        }
        var users = forms.first { !$0.isEmpty } ?? []
        if users.isEmpty { users = name.accounts.map(\.user) }
        if users.isEmpty { users = [AccountDesk.user(at: name.name, in: decision.zone)] }
        var subject = Subject(request: request, name: name, accounts: name.accounts, users: unique(users))
        // What an earlier form asked for was asked for, too, though the newest does not say it once more. Of a name
        // there may be more requests than these, so by the name anybody may get one.
        if given != nil, forms.first?.isEmpty == false { subject.mailboxes = unique(forms.flatMap { $0 }) }
        return subject
    }

    private func subject(withoutName request: RequestSummary) throws -> Subject {
        let known = request.accounts.map(\.user)
        let users = known.isEmpty ? ["hosting-\(request.id.year)-\(request.id.number)"] : known
        return Subject(request: request, name: nil, accounts: request.accounts, users: users)
    }

    /// The user that a name has by rights, without mailboxes.
    static func user(at name: Name, in zone: Name) -> String {
        name.text(relativeTo: zone).split(separator: ".").joined(separator: "-")
    }

    private func unique(_ users: [String]) -> [String] {
        var seen: Set<String> = []
        return users.filter { seen.insert($0).inserted }
    }

    /// A request for a name that another agency has gets nothing of that agency's.
    private func refuseOthers(_ request: RequestSummary, _ name: ManagedName?) throws(Failure) {
        guard let name, name.status != .retired, !Decision.isSame(name.opd, request.opd) else { return }
        throw .refused([Reason("DUPLICATE", name.name.undotted, NameInUse.managed(name).text)])
    }

    private func notGranted(_ request: RequestSummary) -> Failure {
        let state = (request.state ?? .archived).text
        return .state([
            Reason(
                "NOT_APPROVED", request.id.description,
                Text(
                    en: "the request is \(state.en); accounts follow its approval",
                    id: "permohonan berstatus \(state.id); akun dibuat setelah disetujui"))
        ])
    }

    private func released(_ request: RequestSummary) -> Failure {
        .state([
            Reason(
                "NOT_ACTIVE", request.id.description,
                Text(
                    en: "its hosting was given up, and its accounts with it",
                    id: "hostingnya sudah dilepas, beserta akunnya"))
        ])
    }

    private func noAccounts(_ request: RequestSummary) -> Failure {
        .state([
            Reason(
                "NO_ACCOUNT", request.id.description,
                Text(en: "is about no name", id: "tidak menyangkut suatu nama"))
        ])
    }

    // MARK: Acts

    /// Sheets for accounts that have none. The numbers are given out in the order of the users.
    /// - Parameter users: those that are meant; none: all that have no sheet.
    public func issue(_ subject: inout Subject, users given: [String]) throws -> [Act] {
        let users = try chosen(given, of: subject, addsMissing: true)
        let held = users.compactMap { user in subject.accounts.first { $0.user == user && $0.sheet != nil } }
        let open = users.filter { user in !held.contains { $0.user == user } }
        guard !open.isEmpty, given.isEmpty || held.isEmpty else {
            throw Failure.state(
                held.map { account in
                    Reason(
                        "ALREADY_ISSUED", account.user,
                        Text(
                            en: "has sheet \(account.sheet ?? "-") of \(shown(account.issued)); when it is lost: "
                                + "zonectl account reset \(subject.title)",
                            id: "sudah mempunyai lembar \(account.sheet ?? "-") tanggal \(shown(account.issued)); bila "
                                + "hilang: zonectl account reset \(subject.title)"))
                })
        }
        var acts: [Act] = []
        let first = try register.nextSheet(year: decision.today.year)
        for (index, user) in open.enumerated() {
            guard let sheet = SheetNumber(year: first.year, number: first.number + index) else { break }
            var account = subject.accounts.first { $0.user == user } ?? .init(user: user)
            account.issue(sheet.description, at: now)
            acts.append(act(.accountIssued, account, ["sheet": .string(sheet.description)], &subject))
        }
        return acts
    }

    /// Voids the sheets of accounts; they wait for new ones.
    public func reset(_ subject: inout Subject, users given: [String]) throws -> [Act] {
        try chosen(given, of: subject, addsMissing: false).map { user in
            var account = subject.accounts.first { $0.user == user } ?? .init(user: user)
            let sheet = account.sheet
            account.reset()
            return act(.accountReset, account, sheet.map { ["voided": .string($0)] } ?? [:], &subject)
        }
    }

    /// Notes who took the sheets.
    public func handOver(_ subject: inout Subject, users given: [String], to receiver: String) throws -> [Act] {
        let users = try chosen(given, of: subject, addsMissing: false)
        var reasons: [Reason] = []
        var accounts: [RequestRecord.AccountEntry] = []
        for user in users {
            let account = subject.accounts.first { $0.user == user } ?? .init(user: user)
            if account.sheet == nil {
                reasons.append(
                    Reason(
                        "NOT_ISSUED", user,
                        Text(
                            en: "has no sheet yet: zonectl account issue \(subject.title)",
                            id: "belum mempunyai lembar: zonectl account issue \(subject.title)")))
            } else if let taken = account.handedOver {
                if given.isEmpty, users.count > 1 { continue }
                reasons.append(
                    Reason(
                        "ALREADY_HANDED_OVER", user,
                        Text(
                            en: "was handed over to \(Shown.text(account.receiver ?? "-")) on \(shown(taken))",
                            id: "sudah diserahkan kepada \(Shown.text(account.receiver ?? "-")) tanggal "
                                + "\(shown(taken))")))
            } else {
                accounts.append(account)
            }
        }
        guard reasons.isEmpty else { throw Failure.state(reasons) }
        guard !accounts.isEmpty else {
            throw Failure.state([
                Reason(
                    "ALREADY_HANDED_OVER", subject.title,
                    Text(en: "all its sheets were handed over", id: "semua lembarnya sudah diserahkan"))
            ])
        }
        return accounts.map { account in
            var account = account
            account.handOver(to: receiver, at: now)
            return act(.accountHandedOver, account, ["receiver": .string(receiver)], &subject)
        }
    }

    private func act(
        _ kind: EventKind, _ account: RequestRecord.AccountEntry, _ more: [String: JSONValue], _ subject: inout Subject
    ) -> Act {
        if let index = subject.accounts.firstIndex(where: { $0.user == account.user }) {
            subject.accounts[index] = account
        } else {
            subject.accounts.append(account)
        }
        if subject.name != nil {
            subject.name?.accounts = subject.accounts
        } else {
            subject.request?.accounts = subject.accounts
        }
        var details = more
        details["user"] = .string(account.user)
        return Act(
            draft: EventDraft(kind, name: subject.name, request: subject.request, details: details), account: account)
    }

    /// The users that are meant, in whole addresses where they are mailboxes.
    private func chosen(_ given: [String], of subject: Subject, addsMissing: Bool) throws(Failure) -> [String] {
        guard !given.isEmpty else { return subject.users }
        var users: [String] = []
        for text in given {
            if subject.users.contains(text) || subject.accounts.contains(where: { $0.user == text }) {
                users.append(text)
                continue
            }
            let address = RequestRecord.mailbox(text, subject.name?.name)
            if subject.users.contains(address) || subject.accounts.contains(where: { $0.user == address }) {
                users.append(address)
                continue
            }
            let isMailbox = text.utf8.contains(UInt8(ascii: "@"))
            if addsMissing, let name = subject.name?.name {
                let verdict = Mailbox.judge(text, at: name)
                if let reason = verdict.reason { throw .refused([reason]) }
                guard subject.mailboxes.isEmpty || subject.mailboxes.contains(address) else {
                    throw .refused([notAskedFor(text, subject)])
                }
                users.append(isMailbox ? address : text.lowercased())
                continue
            }
            let list = unique(subject.users + subject.accounts.map(\.user)).joined(separator: ", ")
            throw .refused([
                Reason(
                    "NO_ACCOUNT", Shown.text(text),
                    Text(
                        en: "is no account of \(subject.title); it has: \(list)",
                        id: "bukan akun \(subject.title); yang ada: \(list)"))
            ])
        }
        return unique(users)
    }

    /// A mailbox in no form is mostly mistyped; its sheet would be a password that nobody waits for.
    private func notAskedFor(_ user: String, _ subject: Subject) -> Reason {
        let list = subject.mailboxes.joined(separator: ", ")
        return Reason(
            "NO_ACCOUNT", Shown.text(user),
            Text(
                en: "is no mailbox that was asked for at \(subject.title); asked for: \(list); give the request whose "
                    + "form asks for another one",
                id: "bukan akun surel yang diminta untuk \(subject.title); yang diminta: \(list); untuk akun lain "
                    + "sebutkan permohonan yang formulirnya memintanya"))
    }

    private func shown(_ time: Instant?) -> String {
        time.map { $0.date(at: decision.settings.utcOffset).description } ?? "-"
    }
}

/// Passwords for sheets.
public enum Password {
    /// Letters and digits that nobody takes for one another on paper.
    static let alphabet = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)
    static let groups = 4
    static let groupLength = 4

    /// A new one from the system's random numbers: sixteen characters in groups of four, about 92 bits.
    public static func make() -> String {
        var random = SystemRandomNumberGenerator()
        var octets: [UInt8] = []
        for index in 0..<(groups * groupLength) {
            if index > 0, index % groupLength == 0 { octets.append(UInt8(ascii: "-")) }
            if let octet = alphabet.randomElement(using: &random) { octets.append(octet) }
        }
        return String(decoding: octets, as: UTF8.self)
    }
}

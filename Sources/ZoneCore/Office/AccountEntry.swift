import RFC1035

extension RequestRecord {
    /// An account or mailbox. Passwords are nowhere.
    public struct AccountEntry: Hashable, Sendable {
        public var user: String
        /// The sheet that holds now; `nil` before one is written, and after a reset.
        public var sheet: String?
        public var issued: Instant?
        /// Sheets that a reset has voided.
        public var voided: [String] = []
        public var receiver: String?
        public var handedOver: Instant?

        public init(user: String) { self.user = user }
    }

    /// The whole address of a mailbox that was asked for at `name`; the text itself where it cannot be one.
    static func mailbox(_ text: String, _ name: Name?) -> String {
        name.flatMap { Mailbox.judge(text, at: $0).address } ?? text
    }
}

extension RequestForm {
    /// The mailboxes it asks for, before anything was written for them.
    func mailAccounts(at name: Name?) -> [RequestRecord.AccountEntry] {
        emailAccounts.map { RequestRecord.AccountEntry(user: RequestRecord.mailbox($0, name)) }
    }
}

extension RequestRecord.AccountEntry: JSONReadable {
    /// As it stands in the register.
    public var json: JSONValue {
        var members: [String: JSONValue] = ["user": .string(user)]
        if let sheet { members["sheet"] = .string(sheet) }
        if let issued { members["issued"] = .string(issued.rfc3339) }
        if !voided.isEmpty { members["voided"] = .array(voided.map { .string($0) }) }
        if let receiver { members["receiver"] = .string(receiver) }
        if let handedOver { members["handedOver"] = .string(handedOver.rfc3339) }
        return .object(members)
    }

    /// Reads it back; `nil` when the user is missing.
    public init?(json: some JSONNode) {
        guard let user = json["user"]?.string else { return nil }
        self.init(user: user)
        sheet = json["sheet"]?.string
        issued = json["issued"]?.string.flatMap { Instant(rfc3339: $0) }
        voided = json["voided"]?.strings ?? []
        receiver = json["receiver"]?.string
        handedOver = json["handedOver"]?.string.flatMap { Instant(rfc3339: $0) }
    }

    /// A sheet was written for it.
    mutating func issue(_ sheet: String, at time: Instant?) {
        self.sheet = sheet
        issued = time
        receiver = nil
        handedOver = nil
    }

    /// Its sheet holds no longer, and it waits for a new one.
    mutating func reset() {
        if let sheet { voided.append(sheet) }
        sheet = nil
        issued = nil
        receiver = nil
        handedOver = nil
    }

    mutating func handOver(to receiver: String, at time: Instant?) {
        self.receiver = receiver
        handedOver = time
    }

    /// Takes what an event says about accounts: `user`, `sheet`, `receiver` of its details.
    static func note(_ event: Event, in accounts: inout [Self]) {
        let kinds: [EventKind] = [.accountIssued, .accountReset, .accountHandedOver]
        guard kinds.contains(event.kind), let user = event.details["user"]?.string else { return }
        let time = Instant(rfc3339: event.time)
        if !accounts.contains(where: { $0.user == user }) { accounts.append(Self(user: user)) }
        guard let index = accounts.firstIndex(where: { $0.user == user }) else { return }
        if event.kind == .accountReset { accounts[index].reset() }
        if event.kind == .accountIssued, let sheet = event.details["sheet"]?.string {
            accounts[index].issue(sheet, at: time)
        }
        if event.kind == .accountHandedOver, let receiver = event.details["receiver"]?.string {
            accounts[index].handOver(to: receiver, at: time)
        }
    }
}

extension RequestSummary {
    /// Accounts of a request that is about no name: hosting alone. Those at a name stand with the name.
    public var accounts: [RequestRecord.AccountEntry] {
        get { (details["accounts"]?.array ?? []).compactMap(RequestRecord.AccountEntry.init(json:)) }
        set { details["accounts"] = newValue.isEmpty ? nil : .array(newValue.map(\.json)) }
    }
}

/// The number of a sheet with an account's password: `L-2026/0001`. Counted per zone and year, never given twice.
public struct SheetNumber: Hashable, Sendable, CustomStringConvertible {
    private let id: RequestID

    public var year: Int { id.year }
    public var number: Int { id.number }

    public init?(year: Int, number: Int) {
        guard let id = RequestID(year: year, number: number) else { return nil }
        self.id = id
    }

    public init?(_ text: String) { self.init(octets: text.utf8) }

    init?(octets: some Collection<UInt8>) {
        guard octets.starts(with: "L-".utf8), let id = RequestID(octets: octets.dropFirst(2)) else { return nil }
        self.id = id
    }

    public var description: String { "L-\(id)" }
}

import RFC1035

/// A register as offices keep them, made from the zone's register, which is the only source.
public enum OfficeRegister: String, Hashable, Sendable, CaseIterable {
    /// Letters that came in and went out.
    case agenda
    /// What was asked, and where the papers are.
    case requests
    /// The names that were given out.
    case subdomains
    /// Space of the shared hosting.
    case storage
    /// The records in the zone.
    case naming
    /// Accounts and mailboxes; no passwords.
    case accounts

    public var text: Text {
        switch self {
        case .agenda: Text(en: "Agenda", id: "Buku agenda")
        case .requests: Text(en: "Requests", id: "Data permohonan")
        case .subdomains: Text(en: "Subdomains", id: "Daftar subdomain")
        case .storage: Text(en: "Storage", id: "Data hosting")
        case .naming: Text(en: "Naming", id: "Data penamaan")
        case .accounts: Text(en: "Accounts", id: "Data akun")
        }
    }
}

/// A register's rows, fit for text, CSV and JSON.
public struct RegisterTable: Sendable {
    public struct Column: Sendable {
        /// Stable, for CSV and JSON.
        public let key: String
        public let title: Text
        /// Narrowest it may be made in a table for people; `nil`: its cells are never broken.
        public let shrinksTo: Int?

        init(_ key: String, _ title: Text, shrinksTo: Int? = nil) {
            self.key = key
            self.title = title
            self.shrinksTo = shrinksTo
        }
    }

    public enum Cell: Hashable, Sendable {
        case none
        case text(String)
        /// A stable word, and what it is called.
        case word(String, Text)
        case number(Int)
        case list([String])
        case moment(Instant)

        static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .none }
        static func optional(_ instant: Instant?) -> Cell { instant.map { .moment($0) } ?? .none }
    }

    public let register: OfficeRegister
    public let columns: [Column]
    public internal(set) var rows: [[Cell]] = []
    /// Sums, for people.
    public internal(set) var sums: [Text] = []

    init(_ register: OfficeRegister, _ columns: [Column]) {
        self.register = register
        self.columns = columns
    }
}

/// Makes registers from a zone's register.
public struct OfficeRegisterReader {
    let register: RegisterSnapshot
    let zone: Name
    let settings: ZoneSettings
    /// `nil` for a zone whose requests follow none.
    let procedure: Procedure?
    /// Only requests of this year; `nil`: all.
    let year: Int?

    public init(
        _ register: RegisterSnapshot, zone: Name, settings: ZoneSettings, procedure: Procedure?, year: Int? = nil
    ) {
        self.register = register
        self.zone = zone
        self.settings = settings
        self.procedure = procedure
        self.year = year
    }

    public func table(_ kind: OfficeRegister) throws -> RegisterTable {
        switch kind {
        case .agenda: try agenda()
        case .requests: try requests()
        case .subdomains: try subdomains()
        case .storage: try storage()
        case .naming: try naming()
        case .accounts: try accounts()
        }
    }

    func isWanted(_ id: RequestID) -> Bool { year == nil || year == id.year }

    /// Requests with the newest event about each, in the order of their numbers.
    func sortedRequests() throws -> [(request: RequestSummary, newest: NewestEvent)] {
        var list: [(request: RequestSummary, newest: NewestEvent)] = []
        try register.forEachRequest { request, newest in
            if isWanted(request.id) { list.append((request, newest)) }
        }
        return list.sorted { $0.request.id < $1.request.id }
    }

    /// Names in the order of the zone, with the event that made each what it is.
    func sortedNames(_ statuses: Set<NameStatus>) throws -> [(name: ManagedName, event: Event)] {
        var list: [(name: ManagedName, event: Event)] = []
        try register.forEachNameEvent(statuses: statuses) { name, event in list.append((name, event)) }
        return list.sorted { $0.name.name < $1.name.name }
    }

    static func kind(_ code: String) -> RegisterTable.Cell {
        .word(code, RequestKind(rawValue: code)?.text ?? Text(verbatim: code))
    }
}

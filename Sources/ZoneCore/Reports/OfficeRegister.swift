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
    private let redaction: Redaction

    /// - Parameter withContacts: leaves in what reaches persons, as the office's own archive has it.
    public init(
        _ register: RegisterSnapshot, zone: Name, settings: ZoneSettings, procedure: Procedure?, year: Int? = nil,
        withContacts: Bool = false
    ) {
        self.register = register
        self.zone = zone
        self.settings = settings
        self.procedure = procedure
        self.year = year
        redaction = Redaction(zone: zone, withContacts: withContacts)
    }

    public func table(_ kind: OfficeRegister) throws -> RegisterTable {
        var table = try whole(kind)
        // Records and where names lead are for everybody to ask for.
        guard kind != .naming else { return table }
        for row in table.rows.indices {
            for column in table.rows[row].indices
            where !Redaction.published.contains(table.columns[column].key) {
                let isFile = table.columns[column].key == "softcopy"
                table.rows[row][column] = redacted(table.rows[row][column], isFile: isFile)
            }
        }
        return table
    }

    private func redacted(_ cell: RegisterTable.Cell, isFile: Bool) -> RegisterTable.Cell {
        switch cell {
        case .text(let text): .text(redaction.text(text))
        case .list(let texts): .list(texts.map { isFile ? redaction.file($0) : redaction.text($0) })
        case .word(let word, let text):
            .word(redaction.text(word), Text(en: redaction.text(text.en), id: redaction.text(text.id)))
        case .none, .number, .moment: cell
        }
    }

    private func whole(_ kind: OfficeRegister) throws -> RegisterTable {
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

    /// Requests of the year with the newest event about each.
    func sortedRequests() throws -> RequestList { try RequestList(register, where: isWanted) }

    /// Who brought each name into the status it has, on the day that it is since. What came later – a sheet, a change
    /// of its records – was others' work.
    func makers() throws -> [Name: String] {
        struct Standing: Equatable {
            let first: RequestID
            let status: NameStatus
            let since: String
        }
        var makers: [Name: (standing: Standing, actor: String)] = [:]
        try register.forEachNameEvent { name, event in
            let standing = Standing(first: name.firstRequest, status: name.status, since: name.since)
            if makers[name.name]?.standing != standing { makers[name.name] = (standing, event.actor) }
        }
        return makers.mapValues(\.actor)
    }

    static func kind(_ code: String) -> RegisterTable.Cell {
        .word(code, RequestKind(rawValue: code)?.text ?? Text(verbatim: code))
    }
}

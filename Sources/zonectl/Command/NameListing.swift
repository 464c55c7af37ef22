import RFC1035
import ZoneCore

/// Rows about names in the three forms of output.
struct NameListing {
    struct Column {
        /// Stable, for CSV and JSON.
        let key: String
        let title: Text
        var shrinksTo: Int?

        init(_ key: String, en: String, id: String, shrinksTo: Int? = nil) {
            self.key = key
            title = Text(en: en, id: id)
            self.shrinksTo = shrinksTo
        }
    }

    enum Cell {
        case text(String?)
        case number(Int)
        /// A stable word, and what it is called.
        case word(String, Text)

        var json: JSONText {
            switch self {
            case .text(let text): .optional(text)
            case .number(let number): .number(number)
            case .word(let word, _): .string(word)
            }
        }

        func text(_ language: Language) -> String {
            switch self {
            case .text(let text): text ?? ""
            case .number(let number): String(number)
            case .word(_, let text): text(language)
            }
        }

        var csv: String {
            switch self {
            case .word(let word, _): word
            case .text, .number: text(.english)
            }
        }
    }

    let columns: [Column]
    var rows: [[Cell]] = []

    /// - Parameter key: what the list is called in JSON.
    func write(_ invocation: Invocation, zone: Name, today: CalendarDate, key: String) {
        let console = invocation.console
        switch invocation.format {
        case .json:
            let list = rows.map { row in
                JSONText.object(zip(columns, row).map { ($0.key, $1.json) })
            }
            console.json(
                .object([
                    ("zone", .string(zone.description)), ("today", .string(today.description)), (key, .array(list)),
                ]))
        case .csv:
            console.raw(CSV.line(columns.map(\.key)))
            for row in rows { console.raw(CSV.line(row.map(\.csv))) }
        default:
            guard !rows.isEmpty else { return }
            var table = Table(
                columns.map { Table.Column($0.title(invocation.language), shrinksTo: $0.shrinksTo) },
                becomesBlocks: true)
            for row in rows { table.append(row.map { $0.text(invocation.language) }) }
            console.table(table)
        }
    }
}

/// One run of `review due`.
struct ReviewDueRun {
    let invocation: Invocation
    let zone: ZoneFolder
    let settings: ZoneSettings
    let today: CalendarDate

    init(_ invocation: Invocation) throws {
        self.invocation = invocation
        zone = try invocation.zoneFolder(for: .reading)
        settings = try zone.settings()
        today = try invocation.now().date(at: settings.utcOffset)
    }

    func run() throws -> ExitStatus {
        let last = today.adding(days: invocation[Options.within] ?? 0)
        var due: [(date: CalendarDate, name: ManagedName)] = []
        try invocation.readRegister(of: zone) { register in
            try register.forEachManagedName(statuses: [.active, .suspended]) { name in
                guard let date = name.reviewDate(months: settings.reviewMonths), date <= last else { return }
                due.append((date, name))
            }
        }
        due.sort { ($0.date, $0.name.name) < ($1.date, $1.name.name) }
        var listing = NameListing(columns: [
            .init("name", en: "NAME", id: "NAMA", shrinksTo: 16), .init("due", en: "DUE", id: "JATUH TEMPO"),
            .init("days", en: "DAYS LATE", id: "TERLAMBAT HARI"), .init("status", en: "STATUS", id: "KEADAAN"),
            .init("opd", en: "AGENCY", id: "OPD", shrinksTo: 14), .init("request", en: "REQUEST", id: "PERMOHONAN"),
            .init("letter", en: "LETTER", id: "SURAT", shrinksTo: 10),
        ])
        for (date, name) in due {
            listing.rows.append([
                .text(invocation.format == .text ? name.name.text(relativeTo: zone.name) : name.name.description),
                .text(date.description), days(since: date),
                .word(name.status.rawValue, name.status.text), .text(name.opd), .text(name.request.description),
                .text(name.letter),
            ])
        }
        listing.write(invocation, zone: zone.name, today: today, key: "due")
        let count = due.count
        invocation.console.note(
            count == 0
                ? Text(en: "No name is due for review.", id: "Tidak ada nama yang jatuh tempo ditinjau.")
                : Text(en: "Due for review: \(count).", id: "Peninjauan jatuh tempo: \(count) nama."))
        return count == 0 ? .done : .refused
    }

    /// Below zero for what is due later; people are only told of what is late.
    private func days(since date: CalendarDate) -> NameListing.Cell {
        let days = today.daysSince1970 - date.daysSince1970
        return invocation.format == .text && days < 0 ? .text("") : .number(days)
    }
}

/// One run of `review quarantine`.
struct QuarantineRun {
    let invocation: Invocation

    init(_ invocation: Invocation) { self.invocation = invocation }

    func run() throws -> ExitStatus {
        let zone = try invocation.zoneFolder(for: .reading)
        let today = try invocation.now().date(at: zone.settings().utcOffset)
        var resting: [(until: String, name: ManagedName)] = []
        try invocation.readRegister(of: zone) { register in
            try register.forEachManagedName(statuses: [.retired]) { name in
                if let until = name.quarantineUntil, today.description < until { resting.append((until, name)) }
            }
        }
        resting.sort { ($0.until, $0.name.name) < ($1.until, $1.name.name) }
        var listing = NameListing(columns: [
            .init("name", en: "NAME", id: "NAMA", shrinksTo: 16), .init("until", en: "UNTIL", id: "SAMPAI"),
            .init("since", en: "REMOVED", id: "DILEPAS"), .init("opd", en: "AGENCY", id: "OPD", shrinksTo: 14),
            .init("request", en: "REQUEST", id: "PERMOHONAN"),
        ])
        for (until, name) in resting {
            listing.rows.append([
                .text(invocation.format == .text ? name.name.text(relativeTo: zone.name) : name.name.description),
                .text(until), .text(name.since), .text(name.opd), .text(name.request.description),
            ])
        }
        listing.write(invocation, zone: zone.name, today: today, key: "quarantine")
        if resting.isEmpty {
            invocation.console.note(Text(en: "No name is in quarantine.", id: "Tidak ada nama yang dikarantina."))
        }
        return .done
    }
}

/// One run of `review contacts`.
struct ContactsRun {
    let invocation: Invocation

    init(_ invocation: Invocation) { self.invocation = invocation }

    func run() throws -> ExitStatus {
        let zone = try invocation.zoneFolder(for: .reading)
        let today = try invocation.now().date(at: zone.settings().utcOffset)
        let contacts = try invocation.readRegister(of: zone) { register in
            guard !invocation.arguments.isEmpty else { return try NameContacts.all(register) }
            return try invocation.arguments.map { text in
                let name = try Command.managedName(try zone.name(text), typed: text, register)
                return try NameContacts(name, register)
            }
        }
        var listing = NameListing(columns: [
            .init("name", en: "NAME", id: "NAMA", shrinksTo: 12),
            .init("status", en: "STATUS", id: "KEADAAN", shrinksTo: 8),
            .init("opd", en: "AGENCY", id: "OPD", shrinksTo: 10), .init("role", en: "ROLE", id: "PERAN"),
            .init("person", en: "PERSON", id: "NARAHUBUNG", shrinksTo: 8),
            .init("position", en: "POSITION", id: "JABATAN", shrinksTo: 8),
            .init("phone", en: "PHONE", id: "TELEPON"), .init("email", en: "E-MAIL", id: "SUREL", shrinksTo: 12),
            .init("request", en: "REQUEST", id: "PERMOHONAN"),
        ])
        var missing = 0
        for contact in contacts {
            if contact.isEmpty { missing += 1 }
            var persons: [(Role?, RequestForm.Contact?)] = [
                (.adminPIC, contact.adminPIC), (.technicalPIC, contact.technicalPIC),
            ].filter { $0.1 != nil }
            if persons.isEmpty { persons = [(nil, nil)] }
            let name = contact.name
            for (role, person) in persons {
                listing.rows.append([
                    .text(invocation.format == .text ? name.name.text(relativeTo: zone.name) : name.name.description),
                    .word(name.status.rawValue, name.status.text), .text(name.opd),
                    role.map { .word($0.rawValue, Self.short($0)) } ?? .text(nil), .text(person?.name),
                    .text(person?.position), .text(person?.phone), .text(person?.email),
                    .text((contact.request ?? name.request).description),
                ])
            }
        }
        listing.write(invocation, zone: zone.name, today: today, key: "contacts")
        if missing > 0 {
            invocation.console.note(
                Text(
                    en: "\(Text.counted(missing, "name has", "names have")) no person to call; ask the agency.",
                    id: "\(missing) nama tanpa narahubung; tanyakan kepada instansinya."))
        }
        return .done
    }

    private static func short(_ role: Role) -> Text {
        role == .technicalPIC ? Text(en: "technical", id: "teknis") : Text(en: "admin", id: "admin")
    }
}

import RFC1035
import ZoneCore

/// A managed name as `list`, `show` and `add` show it.
enum NameReport {
    /// The object of `list --format json`; its keys are a contract.
    static func json(_ managed: ManagedName, zone: Name) -> JSONText {
        var members: [(String, JSONText)] = [
            ("name", .string(managed.name.description)),
            ("zone", .string(zone.description)),
            ("request", .string(managed.request.description)),
            ("opd", .string(managed.opd)),
            ("letter", .string(managed.letter)),
            ("letterDate", .optional(managed.letterDate)),
            ("status", .string(managed.status.rawValue)),
            ("since", .string(managed.since)),
            ("firstRequest", .string(managed.firstRequest.description)),
            ("target", JSONText(managed.target.json)),
            ("records", .strings(managed.records)),
        ]
        members.append(("redirect", .optional(managed.redirect)))
        members.append(("gigabytes", .number(managed.gigabytes)))
        members.append(("quarantineUntil", .optional(managed.quarantineUntil)))
        members.append(("reviewedOn", .optional(managed.reviewedOn)))
        members.append(("validUntil", .optional(managed.validUntil)))
        members.append(("suspension", .optional(managed.suspension)))
        return .object(members)
    }

    static let csvHeading = [
        "name", "zone", "request", "opd", "letter", "letterDate", "status", "since", "target", "records",
    ]

    static func csv(_ managed: ManagedName, zone: Name) -> [String] {
        [
            managed.name.description, zone.description, managed.request.description, managed.opd, managed.letter,
            managed.letterDate ?? "", managed.status.rawValue, managed.since, summary(of: managed.target),
            managed.records.joined(separator: "\n"),
        ]
    }

    static func summary(of target: Target) -> String { target.summary }

    /// Everything of a name, a line each.
    /// - Parameters:
    ///   - days: when it was given and last changed.
    ///   - override: the reason a reserved or quarantined name was given out for.
    static func show(
        _ managed: ManagedName, zone: Name, days: HoldingDays, override: String? = nil, _ console: Console
    ) {
        func told(_ id: RequestID, _ day: CalendarDate?) -> String { "\(id)" + (day.map { " (\($0))" } ?? "") }
        let redaction = Redaction(zone: zone, withContacts: false)
        let fields: [(Text, String)] = [
            (Text(en: "Name", id: "Nama"), managed.name.undotted),
            (Text(en: "Status", id: "Keadaan"), status(managed)(console.language)),
            (Text(en: "Agency", id: "OPD"), redaction.text(managed.opd)),
            (
                Text(en: "Letter", id: "Surat"),
                managed.letter + (managed.letterDate.map { " (\($0))" } ?? "")
            ),
            (Text(en: "Request", id: "Permohonan"), told(managed.request, days.newest)),
            (
                Text(en: "First request", id: "Permohonan awal"),
                managed.firstRequest == managed.request ? "" : told(managed.firstRequest, days.first)
            ),
            (Text(en: "Override", id: "Pengecualian"), redaction.text(override ?? "")),
            (Text(en: "Target", id: "Tujuan"), summary(of: managed.target)),
            (Text(en: "Redirect", id: "Pengalihan"), managed.redirect ?? ""),
            (
                Text(en: "Suspended for", id: "Alasan ditangguhkan"),
                managed.suspension.map { SuspensionReason($0).text(console.language) } ?? ""
            ),
            (Text(en: "Valid until", id: "Berlaku sampai"), managed.validUntil ?? ""),
            (Text(en: "Review counts from", id: "Tinjauan sejak"), managed.reviewedOn ?? ""),
            (
                Text(en: "Accounts", id: "Akun"),
                redaction.text(
                    managed.accounts.map { "\($0.user) (\($0.sheet ?? "-"))" }.joined(separator: ", "))
            ),
        ]
        let width = fields.map { TerminalText.width($0.0(console.language)) }.max() ?? 0
        for (title, value) in fields where !value.isEmpty {
            console.line(TerminalText.padded(title(console.language) + ":", to: width + 2) + value)
        }
        guard !managed.records.isEmpty else { return }
        console.line(Text(en: "Records:", id: "Rekaman:"))
        for record in managed.records { console.line("  " + record) }
    }

    static func status(_ managed: ManagedName) -> Text {
        let word = managed.status.text
        if let until = managed.quarantineUntil {
            return Text(
                en: "\(word.en) since \(managed.since), in quarantine until \(until)",
                id: "\(word.id) sejak \(managed.since), dikarantina sampai \(until)")
        }
        return Text(en: "\(word.en) since \(managed.since)", id: "\(word.id) sejak \(managed.since)")
    }
}

extension JSONText {
    /// Any JSON value, its keys in order.
    init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let digits): self = Int(digits).map { .number($0) } ?? .literal(digits)
        case .string(let text): self = .string(text)
        case .array(let values): self = .array(values.map { JSONText($0) })
        case .object(let members):
            self = .object(members.sorted { $0.key < $1.key }.map { ($0.key, JSONText($0.value)) })
        }
    }
}

import RFC1035

extension Procedure {
    /// Largest file that is read.
    public static let maximumBytes = 1 << 20
    /// The copy that a zone's folder holds.
    public static let fileName = "procedure.json"

    /// Reads a procedure. All faults at once, in the order of the file; a procedure only when there are none.
    /// - Parameter name: the name of the file without `.json`.
    public static func read(
        _ octets: [UInt8], name: String
    ) -> (procedure: Procedure?, faults: [ProcedureFault]) {
        guard octets.count <= maximumBytes else {
            let text = Text(en: "the file is larger than 1 MiB", id: "berkas lebih besar dari 1 MiB")
            return (nil, [ProcedureFault(code: "PROCEDURE_SYNTAX", line: 1, column: 1, key: "", text: text)])
        }
        let root: JSON5Value
        do throws(JSON5Error) {
            root = try JSON5Parser.parse(octets)
        } catch {
            let (place, text) = (error.place, error.text)
            return (
                nil,
                [ProcedureFault(code: "PROCEDURE_SYNTAX", line: place.line, column: place.column, key: "", text: text)]
            )
        }
        var reader = ProcedureReader()
        let procedure = reader.procedure(from: root, name: name)
        let faults = reader.collector.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        return (faults.isEmpty ? procedure : nil, faults)
    }
}

/// Turns a JSON5 value into a procedure.
struct ProcedureReader {
    var collector = FaultCollector()
    /// Steps that were named somewhere, looked up when all are known.
    var references: [StepReference] = []

    private static let keys = [
        "id", "title", "government", "office", "unit", "zone", "zoneTypos", "timeZone", "utcOffset", "workingHours",
        "titles", "legalBases", "related", "accountable", "addressee", "qualifications", "equipment", "warnings",
        "records", "notes", "channels", "kinds", "fields", "attachments", "limits", "steps",
    ]
    private static let required = [
        "id", "title", "government", "office", "zone", "utcOffset", "titles", "addressee", "kinds", "fields", "steps",
    ]

    mutating func procedure(from root: JSON5Value, name: String) -> Procedure? {
        guard let members = collector.members(of: root, "", known: Self.keys, required: Self.required)
        else { return nil }
        let id = members["id"].flatMap { self.id($0) } ?? ""
        let titles = self.titles(members["titles"])
        let steps = self.steps(members["steps"], procedure: id, titles: titles)
        let fields = self.fields(members["fields"])
        let attachments = self.attachments(members["attachments"])
        if let place = members["steps"]?.place, !steps.isEmpty {
            ProcedureGraph(steps: steps, references: references, place: place).check(&collector)
        }
        return Procedure(
            id: id, name: name, title: text(members, "title") ?? "", government: text(members, "government") ?? "",
            office: text(members, "office") ?? "", unit: text(members, "unit"),
            zone: members["zone"].flatMap { zone($0, "zone") } ?? .root,
            zoneTypos: (members["zoneTypos"].map { collector.list($0, "zoneTypos") } ?? []).compactMap {
                zone($0, "zoneTypos")
            },
            timeZone: text(members, "timeZone") ?? "", utcOffset: utcOffset(members["utcOffset"]),
            hours: hours(members["workingHours"]), titles: titles, legalBases: legalBases(members["legalBases"]),
            related: texts(members, "related"), accountable: text(members, "accountable"),
            addressee: text(members, "addressee") ?? "", qualifications: texts(members, "qualifications"),
            equipment: texts(members, "equipment"), warnings: texts(members, "warnings"),
            records: texts(members, "records"), notes: texts(members, "notes"),
            channels: members["channels"] == nil
                ? [.letter]
                : collector.words(members["channels"], "channels", RequestChannel.self, mayBeEmpty: false),
            kinds: collector.words(members["kinds"], "kinds", RequestKind.self, mayBeEmpty: false), fields: fields,
            attachments: attachments, limits: limits(members["limits"]), steps: steps.map(\.step))
    }

    // MARK: Texts and names

    private mutating func text(_ members: FaultCollector.Members, _ key: String) -> String? {
        members[key].flatMap { collector.text($0, members.path + key) }
    }

    private mutating func texts(_ members: FaultCollector.Members, _ key: String) -> [String] {
        collector.texts(members[key], members.path + key)
    }

    private mutating func id(_ value: JSON5Value) -> String? {
        guard let text = collector.text(value, "id") else { return nil }
        let octets = Array(text.utf8)
        guard 2...8 ~= octets.count, octets[0] &- 65 < 26, octets.allSatisfy({ $0 &- 65 < 26 || $0 &- 48 < 10 }) else {
            collector.report(
                "PROCEDURE_VALUE", "id", value.place,
                Text(
                    en: "“\(Shown.text(text))” must be 2 to 8 capital letters and digits, a letter first, such as PBG",
                    id: "“\(Shown.text(text))” harus 2 sampai 8 huruf besar atau angka, diawali huruf, misalnya PBG"))
            return nil
        }
        return text
    }

    private mutating func zone(_ value: JSON5Value, _ key: String) -> Name? {
        guard let text = collector.text(value, key) else { return nil }
        guard let name = try? Name(text), !name.isRoot, text != "@" else {
            collector.report(
                "PROCEDURE_VALUE", key, value.place,
                Text(
                    en: "“\(Shown.text(text))” is not a zone's name such as example.go.id",
                    id: "“\(Shown.text(text))” bukan nama zona seperti example.go.id"))
            return nil
        }
        return name
    }

    // MARK: Times

    private mutating func utcOffset(_ value: JSON5Value?) -> UTCOffset {
        guard let value, let text = collector.text(value, "utcOffset") else { return .utc }
        guard let offset = UTCOffset(text) else {
            collector.report(
                "PROCEDURE_VALUE", "utcOffset", value.place,
                Text(
                    en: "“\(Shown.text(text))” is not a distance from UTC such as +07:00",
                    id: "“\(Shown.text(text))” bukan selisih dari UTC seperti +07:00"))
            return .utc
        }
        return offset
    }

    private static let days: [(name: String, day: OfficeHours.Weekday)] = [
        ("monday", .monday), ("tuesday", .tuesday), ("wednesday", .wednesday), ("thursday", .thursday),
        ("friday", .friday), ("saturday", .saturday), ("sunday", .sunday),
    ]

    private mutating func hours(_ value: JSON5Value?) -> OfficeHours {
        guard let value,
            let members = collector.members(of: value, "workingHours", known: Self.days.map(\.name))
        else { return .common }
        var days: [OfficeHours.Weekday: [OfficeHours.Stretch]] = [:]
        var isSound = true
        for (name, day) in Self.days {
            guard let value = members[name] else { continue }
            var items = [value]
            if case .array(let list) = value.content { items = list }
            for item in items {
                guard let text = collector.text(item, members.path + name) else {
                    isSound = false
                    continue
                }
                guard let stretch = OfficeHours.Stretch(text) else {
                    isSound = false
                    collector.report(
                        "PROCEDURE_VALUE", members.path + name, item.place,
                        Text(
                            en: "“\(Shown.text(text))” is not a stretch of the day such as 07:30-16:00",
                            id: "“\(Shown.text(text))” bukan rentang jam seperti 07:30-16:00"))
                    continue
                }
                days[day, default: []].append(stretch)
            }
        }
        guard isSound else { return .common }
        guard let hours = OfficeHours(days) else {
            collector.report(
                "PROCEDURE_VALUE", "workingHours", value.place,
                Text(
                    en: "needs one working day at least, and the stretches of a day in order, not overlapping",
                    id: "perlu paling sedikit satu hari kerja, dan rentang jam sehari harus berurutan tanpa tumpang "
                        + "tindih"))
            return .common
        }
        return hours
    }

    // MARK: What it rests on

    private mutating func titles(_ value: JSON5Value?) -> [Role: String] {
        guard let value, let members = collector.members(of: value, "titles", known: Role.allCases.map(\.rawValue))
        else { return [:] }
        var result: [Role: String] = [:]
        for role in Role.allCases { result[role] = text(members, role.rawValue) }
        return result
    }

    private mutating func legalBases(_ value: JSON5Value?) -> [Procedure.LegalBasis] {
        guard let value else { return [] }
        var result: [Procedure.LegalBasis] = []
        for item in collector.list(value, "legalBases") {
            guard
                let members = collector.members(
                    of: item, "legalBases", known: ["short", "about"], required: ["short", "about"]),
                let short = text(members, "short"), let about = text(members, "about")
            else { continue }
            result.append(.init(short: short, about: about))
        }
        return result
    }

    private mutating func limits(_ value: JSON5Value?) -> Procedure.Limits {
        var result = Procedure.Limits()
        guard let value,
            let members = collector.members(of: value, "limits", known: ["scheduledPerDay", "oneAgencyPerLetter"])
        else { return result }
        if let value = members["scheduledPerDay"] {
            result.scheduledPerDay = collector.integer(value, "limits.scheduledPerDay", 1...10_000)
        }
        result.oneAgencyPerLetter = collector.bool(members["oneAgencyPerLetter"], "limits.oneAgencyPerLetter")
        return result
    }
}

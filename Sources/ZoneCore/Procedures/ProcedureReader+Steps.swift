/// The rows of the document.
extension ProcedureReader {
    /// A step with the places its parts stand at.
    struct PlacedStep {
        var step: Procedure.Step
        let place: JSON5Value.Place
        /// By `id`, `next`, `after`, `needs`, `decision`, `decision.yes` …
        var places: [String: JSON5Value.Place]

        func place(of key: String) -> JSON5Value.Place { places[key] ?? place }
    }

    private static let keys = [
        "id", "activity", "roles", "effects", "inputs", "outputs", "time", "documents", "needs", "expects", "next", "decision",
        "after", "loop", "applicants",
    ]

    /// Far more than any office has hands; ways through them are looked for step by step.
    private static let maximumSteps = 500

    mutating func steps(_ value: JSON5Value?, procedure: String, titles: [Role: String]) -> [PlacedStep] {
        guard let value else { return [] }
        let items = collector.list(value, "steps")
        if items.isEmpty {
            collector.report(
                "PROCEDURE_VALUE", "steps", value.place,
                Text(en: "a procedure needs one step at least", id: "prosedur perlu paling sedikit satu langkah"))
        }
        guard items.count <= Self.maximumSteps else {
            collector.report(
                "PROCEDURE_VALUE", "steps", value.place,
                Text(
                    en: "\(items.count) steps; a procedure has \(Self.maximumSteps) at most",
                    id: "\(items.count) langkah; sebuah prosedur paling banyak \(Self.maximumSteps)"))
            return []
        }
        var result: [PlacedStep] = []
        for (index, item) in items.enumerated() {
            guard var placed = step(item, "steps[\(index + 1)]", procedure, titles) else { continue }
            if let earlier = result.first(where: { $0.step.id == placed.step.id }) {
                collector.report(
                    "PROCEDURE_VALUE", "steps[\(index + 1)].id", placed.place(of: "id"),
                    Text(
                        en: "“\(placed.step.id)” is the step of line \(earlier.place.line) already; ids are unique",
                        id: "“\(placed.step.id)” sudah dipakai langkah di baris \(earlier.place.line); id harus unik"))
            }
            // What says nothing else goes on with the row below.
            if placed.places["next"] == nil, placed.step.decision == nil, index + 1 < items.count,
                let following = ProcedureReader.id(of: items[index + 1])
            {
                placed.step.next = .steps([following])
            }
            result.append(placed)
        }
        return result
    }

    private static func id(of value: JSON5Value) -> String? {
        guard case .object(let members) = value.content,
            case .string(let text)? = members.first(where: { $0.key == "id" })?.value.content
        else { return nil }
        return text
    }

    private mutating func step(
        _ value: JSON5Value, _ position: String, _ procedure: String, _ titles: [Role: String]
    ) -> PlacedStep? {
        // Named by its id as soon as that is known: who adapts a file thinks in these.
        let key = ProcedureReader.id(of: value).map { Shown.text($0) } ?? position
        guard
            let members = collector.members(
                of: value, key, known: Self.keys, required: ["id", "activity", "roles", "effects", "time"])
        else { return nil }
        let id = members["id"].flatMap { stepID($0, key + ".id", procedure) } ?? ""
        let roles = collector.words(members["roles"], key + ".roles", Role.self, mayBeEmpty: false)
        for role in roles where titles[role] == nil {
            collector.report(
                "PROCEDURE_MISSING", key + ".roles", members["roles"]?.place ?? value.place,
                Text(
                    en: "\(role.rawValue) has no title; write what the office calls it in titles.\(role.rawValue)",
                    id: "\(role.rawValue) belum punya sebutan; tulis nama jabatannya di titles.\(role.rawValue)"))
        }
        let effects = collector.words(members["effects"], key + ".effects", StepEffect.self, mayBeEmpty: false)
        var places = members.values.mapValues(\.place)
        let decision = members["decision"].flatMap { self.decision($0, key + ".decision", &places) }
        var next = Procedure.Destination.end
        if let value = members["next"] {
            next = destination(value, key + ".next") ?? .end
            if members["decision"] != nil {
                collector.report(
                    "PROCEDURE_CONTRADICTION", key + ".next", value.place,
                    Text(
                        en: "a step with a decision goes where the decision leads; remove next",
                        id: "langkah dengan keputusan mengikuti keputusannya; hapus next"))
            }
        }
        if effects.contains(.decide), members["decision"] == nil {
            collector.report(
                "PROCEDURE_MISSING", key + ".decision", value.place,
                Text(
                    en: "the step decides, so it needs decision: { kind, question, yes, no }",
                    id: "langkah ini memutuskan, jadi perlu decision: { kind, question, yes, no }"))
        }
        let after = (members["after"].map { collector.list($0, key + ".after") } ?? []).compactMap {
            stepReference($0, key + ".after")
        }
        let step = Procedure.Step(
            id: id, activity: members["activity"].flatMap { collector.text($0, key + ".activity") } ?? "",
            roles: roles, effects: effects, inputs: collector.texts(members["inputs"], key + ".inputs"),
            outputs: collector.texts(members["outputs"], key + ".outputs"), time: time(members["time"], key + ".time"),
            documents: collector.words(members["documents"], key + ".documents", LetterKind.self),
            needs: collector.words(members["needs"], key + ".needs", LetterKind.self),
            expects: collector.words(members["expects"], key + ".expects", LetterKind.self), next: next, decision: decision,
            after: after, isLoop: collector.bool(members["loop"], key + ".loop"),
            isApplicants: collector.bool(members["applicants"], key + ".applicants"))
        return PlacedStep(step: step, place: value.place, places: places)
    }

    private mutating func stepID(_ value: JSON5Value, _ key: String, _ procedure: String) -> String? {
        guard let text = collector.text(value, key) else { return nil }
        let tail = text.utf8.dropFirst(procedure.utf8.count + 1)
        guard text.hasPrefix(procedure + "-"), 1...6 ~= tail.count, tail.first.map({ $0 &- 48 < 10 }) == true,
            tail.allSatisfy({ $0 &- 97 < 26 || $0 &- 48 < 10 })
        else {
            let head = procedure.isEmpty ? "PBG" : procedure
            collector.report(
                "PROCEDURE_VALUE", key, value.place,
                Text(
                    en: "“\(Shown.text(text))” must be the procedure's id and a number, such as \(head)-01 or "
                        + "\(head)-04b",
                    id: "“\(Shown.text(text))” harus id prosedur dan nomor, misalnya \(head)-01 atau \(head)-04b"))
            return nil
        }
        return text
    }

    // MARK: Where it leads

    private mutating func decision(
        _ value: JSON5Value, _ key: String, _ places: inout [String: JSON5Value.Place]
    ) -> Procedure.Decision? {
        guard
            let members = collector.members(
                of: value, key, known: ["kind", "question", "yes", "no", "reset"],
                required: ["kind", "question", "yes", "no"])
        else { return nil }
        for (name, value) in members.values { places["decision.\(name)"] = value.place }
        let kind = members["kind"].flatMap { collector.word($0, key + ".kind", Procedure.Decision.Kind.self) }
        let question = members["question"].flatMap { collector.text($0, key + ".question") }
        let yes = members["yes"].flatMap { destination($0, key + ".yes") }
        let no = members["no"].flatMap { destination($0, key + ".no") }
        let reset = members["reset"].flatMap { destination($0, key + ".reset") }
        guard let kind, let question, let yes, let no else { return nil }
        return .init(kind: kind, question: question, yes: yes, no: no, reset: reset)
    }

    /// `"PBG-07"`, `["TLG-11", "TLG-12"]`, `"applicant"` or `"end"`.
    private mutating func destination(_ value: JSON5Value, _ key: String) -> Procedure.Destination? {
        if case .string(let word) = value.content {
            if word == "end" { return .end }
            if word == "applicant" { return .applicant }
            return stepReference(value, key).map { .steps([$0]) }
        }
        guard case .array(let items) = value.content else {
            collector.wrongKind(
                value, key,
                Text(
                    en: "a step, a list of steps, \"applicant\" or \"end\"",
                    id: "langkah, daftar langkah, \"applicant\", atau \"end\""))
            return nil
        }
        let ids = items.compactMap { stepReference($0, key) }
        guard !items.isEmpty else {
            collector.report(
                "PROCEDURE_VALUE", key, value.place,
                Text(
                    en: "leads nowhere; name a step, \"applicant\" (back to be corrected) or \"end\"",
                    id: "tidak menuju ke mana pun; sebutkan langkah, \"applicant\" (dikembalikan), atau \"end\""))
            return nil
        }
        return .steps(ids)
    }

    // MARK: Time

    private static let units: [(key: String, unit: WorkingTime.Unit, most: Int)] = [
        ("minutes", .minute, 100_000), ("hours", .hour, 10_000), ("days", .workingDay, 1000),
    ]

    /// `{ minutes: 30 }`, `{ hours: { min: 1, max: 3 } }`, `{ days: 7 }`; `null` where the document gives none.
    private mutating func time(_ value: JSON5Value?, _ key: String) -> Procedure.TimeStandard? {
        guard let value, value.content != .null,
            let members = collector.members(of: value, key, known: Self.units.map(\.key))
        else { return nil }
        let given = Self.units.filter { members[$0.key] != nil }
        guard given.count == 1, let unit = given.first, let amount = members[unit.key] else {
            collector.report(
                "PROCEDURE_VALUE", key, value.place,
                Text(
                    en: "must be one of { minutes: N }, { hours: N }, { days: N }; null when there is none",
                    id: "harus salah satu dari { minutes: N }, { hours: N }, { days: N }; null bila tidak ada"))
            return nil
        }
        let path = "\(key).\(unit.key)"
        guard case .object = amount.content else {
            guard let number = collector.integer(amount, path, 1...unit.most) else { return nil }
            return .init(min: number, max: number, unit: unit.unit)
        }
        guard let range = collector.members(of: amount, path, known: ["min", "max"], required: ["min", "max"]),
            let low = range["min"], let high = range["max"],
            let least = collector.integer(low, path + ".min", 0...unit.most),
            let most = collector.integer(high, path + ".max", 1...unit.most)
        else { return nil }
        guard least <= most else {
            collector.report(
                "PROCEDURE_CONTRADICTION", path + ".min", low.place,
                Text(
                    en: "\(least) is more than max (\(most)); the least time comes first",
                    id: "\(least) lebih dari max (\(most)); waktu tersingkat ditulis di min"))
            return nil
        }
        return .init(min: least, max: most, unit: unit.unit)
    }
}

/// What a request must have: fields and attachments.
extension ProcedureReader {
    mutating func fields(_ value: JSON5Value?) -> [FormField: Procedure.FieldRule] {
        guard let value,
            let members = collector.members(of: value, "fields", known: FormField.allCases.map(\.rawValue))
        else { return [:] }
        var result: [FormField: Procedure.FieldRule] = [:]
        for field in FormField.allCases {
            guard let value = members[field.rawValue] else { continue }
            result[field] = fieldRule(value, members.path + field.rawValue)
        }
        return result
    }

    private enum Presence: String, CaseIterable { case required, optional }

    /// `"required"`, `"optional"`, or an object that says when.
    private mutating func fieldRule(_ value: JSON5Value, _ key: String) -> Procedure.FieldRule {
        var rule = Procedure.FieldRule(isRequired: false, from: nil, hosting: [], kinds: [], accepts: [])
        guard case .object = value.content else {
            rule.isRequired = collector.word(value, key, Presence.self) == .required
            return rule
        }
        var known = ["presence", "from", "hosting", "kinds"]
        if key == "fields.\(FormField.target.rawValue)" { known.append("accepts") }
        guard let members = collector.members(of: value, key, known: known, required: ["presence"]) else {
            return rule
        }
        if let value = members["presence"] {
            rule.isRequired = collector.word(value, key + ".presence", Presence.self) == .required
        }
        rule.from = stepReference(members["from"], key + ".from")
        rule.hosting = Set(collector.words(members["hosting"], key + ".hosting", HostingChoice.self, mayBeEmpty: false))
        rule.kinds = Set(collector.words(members["kinds"], key + ".kinds", RequestKind.self, mayBeEmpty: false))
        rule.accepts = Set(collector.words(members["accepts"], key + ".accepts", TargetForm.self, mayBeEmpty: false))
        return rule
    }

    mutating func attachments(_ value: JSON5Value?) -> [Procedure.AttachmentRule] {
        guard let value else { return [] }
        var result: [Procedure.AttachmentRule] = []
        for item in collector.list(value, "attachments") {
            guard let rule = attachment(item) else { continue }
            guard !result.contains(where: { $0.kind == rule.kind }) else {
                collector.report(
                    "PROCEDURE_VALUE", "attachments.kind", item.place,
                    Text(
                        en: "“\(rule.kind)” stands twice; give each attachment a word of its own",
                        id: "“\(rule.kind)” tertulis dua kali; beri tiap lampiran kata tersendiri"))
                continue
            }
            result.append(rule)
        }
        return result
    }

    private mutating func attachment(_ value: JSON5Value) -> Procedure.AttachmentRule? {
        guard
            let members = collector.members(
                of: value, "attachments", known: ["kind", "title", "presence", "from", "signedBy", "code", "kinds"],
                required: ["kind", "title", "presence"])
        else { return nil }
        let path = "attachments."
        var kind: String?
        if let value = members["kind"], let text = collector.text(value, path + "kind") {
            if text.utf8.count <= 40, text.utf8.allSatisfy({ ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 }) {
                kind = text
            } else {
                collector.report(
                    "PROCEDURE_VALUE", path + "kind", value.place,
                    Text(
                        en: "“\(Shown.text(text))” must be a word of letters and digits, such as suratKuasa",
                        id: "“\(Shown.text(text))” harus berupa kata dari huruf dan angka, misalnya suratKuasa"))
            }
        }
        var code = "INCOMPLETE"
        if let value = members["code"], let text = collector.text(value, path + "code") {
            if text.utf8.count <= 40, text.utf8.allSatisfy({ $0 &- 65 < 26 || $0 == UInt8(ascii: "_") }) {
                code = text
            } else {
                collector.report(
                    "PROCEDURE_VALUE", path + "code", value.place,
                    Text(
                        en: "“\(Shown.text(text))” must be capital letters and _, such as NO_RECOMMENDATION",
                        id: "“\(Shown.text(text))” harus huruf besar dan _, misalnya NO_RECOMMENDATION"))
            }
        }
        let title = members["title"].flatMap { collector.text($0, path + "title") }
        let presence = members["presence"].flatMap { collector.word($0, path + "presence", Presence.self) }
        let from = stepReference(members["from"], path + "from")
        let signers = collector.words(members["signedBy"], path + "signedBy", Role.self)
        let kinds = collector.words(members["kinds"], path + "kinds", RequestKind.self, mayBeEmpty: false)
        guard let kind, let title, let presence else { return nil }
        return .init(
            kind: kind, title: title, isRequired: presence == .required, from: from, signedBy: signers, code: code,
            kinds: Set(kinds))
    }

    /// A step that is named; whether there is one is found out when all are known.
    mutating func stepReference(_ value: JSON5Value?, _ key: String) -> String? {
        guard let value, let text = collector.text(value, key) else { return nil }
        references.append(StepReference(id: text, key: key, place: value.place))
        return text
    }
}

/// Where a step is named.
struct StepReference {
    let id: String
    let key: String
    let place: JSON5Value.Place
}

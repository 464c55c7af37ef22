/// A key of the JSON form of a request. Each has a row in ``all``.
public struct RequestFormKey: Sendable {
    public let name: String
    /// What it may also be called.
    public let alias: String?
    /// What it says.
    public let text: Text
    /// How its value is written, as JSON5: an example.
    public let example: String

    private init(_ name: String, alias: String? = nil, _ example: String, en: String, id: String) {
        (self.name, self.alias, self.example, text) = (name, alias, example, Text(en: en, id: id))
    }

    private init(_ field: FormField, alias: String? = nil, _ example: String) {
        self.init(field.rawValue, alias: alias, example, en: field.text.en, id: field.text.id)
    }

    private static let person =
        #"{ name: "Sari Contoh", position: "Sekretaris", phone: "0800-0000", email: "sari@example.go.id" }"#

    public static let all: [RequestFormKey] = [
        .init(.opd, #""Dinas Kesehatan""#),
        .init(.letterNumber, alias: "letter", #""440/1/2026""#),
        .init(.letterDate, #""2026-11-20""#),
        .init(.addressee, #""Kepala Dinas Komunikasi dan Informatika""#),
        .init(.subject, #""Permohonan subdomain""#),
        .init(.channel, #""letter""#),
        .init(.kind, #""new""#),
        .init(.name, alias: "label", #""dinkes""#),
        .init(
            "newName", alias: "newLabel", #""kesehatan""#, en: "for a rename: what the name becomes",
            id: "untuk penggantian nama: nama penggantinya"),
        .init(.function, #""Situs web dinas""#),
        .init(.purposeClass, #""opdWebsite""#),
        .init(.hosting, #""cloud""#),
        .init(.capacityGB, "5"),
        .init(.target, #"["192.0.2.10", "2001:db8::10"]"#),
        .init(.adminPIC, person),
        .init(.technicalPIC, person),
        .init(.emailAccounts, #"["info", "humas"]"#),
        .init(.cannotAccess, "true"),
        .init(.coordinatedWith, #"["Dinas Sosial"]"#),
        .init("www", "true", en: "www in front of the name too", id: "juga www di depan nama"),
        .init(
            "mail", "true", en: "mail at the name: true, a host, or \".\" for none at all",
            id: "surel pada nama: true, sebuah host, atau \".\" bila tidak ada sama sekali"),
        .init("ttl", "3600", en: "TTL of the records in seconds", id: "TTL rekaman dalam detik"),
        .init(
            "nameServers", #"["ns1.dinkes.example.go.id=192.0.2.53", "ns.example.net"]"#,
            en: "for a delegation: its name servers, HOST or HOST=IP",
            id: "untuk delegasi: server namanya, HOST atau HOST=IP"),
        .init(
            "ds", #"["12345 13 2 E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"]"#,
            en: "for a signed delegation: its DS records", id: "untuk delegasi bertanda tangan: rekaman DS-nya"),
        .init(
            "dkim", #"[{ selector: "s1", record: "v=DKIM1; k=rsa; p=…" }]"#, en: "keys that its mail is signed with",
            id: "kunci penanda tangan surelnya"),
        .init(
            "override", #""SK Bupati 1/2026""#, en: "why a reserved name may be given out",
            id: "alasan nama yang dicadangkan boleh diberikan"),
        .init("note", #""Mendesak""#, en: "a note of the office's", id: "catatan kantor"),
        .init(
            "attachments", #"[{ kind: "signedForm", name: "formulir.pdf", signedBy: ["adminPIC", "technicalPIC"] }]"#,
            en: "papers that came with it: their kinds, or kind, name, path, size, sha256, location, signedBy",
            id: "berkas yang menyertainya: jenisnya, atau kind, name, path, size, sha256, location, signedBy"),
    ]

    /// Names and other spellings, as a form may have them.
    static let spellings: [String] = all.flatMap { [$0.name] + ($0.alias.map { [$0] } ?? []) }
    static let names: [String: String] = Dictionary(
        all.compactMap { key in key.alias.map { ($0, key.name) } }, uniquingKeysWith: { first, _ in first })
    private static let texts = Dictionary(all.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })

    /// What a key says; the key itself when a newer version wrote it.
    public static func text(_ name: String) -> Text { texts[name] ?? Text(verbatim: name) }
}

extension Procedure {
    /// Lines of a form to be filled in, as JSON5: what this procedure, or a request of that kind by itself, must have
    /// stands open, the rest in comments.
    public func formTemplate(_ kind: RequestKind, _ language: Language) -> [String] {
        var lines = ["{"]
        func comment(_ text: Text) { lines.append("  // " + text(language)) }
        var blank = RequestForm()
        blank.kind = kind
        let completeness = Completeness(procedure: self, form: blank)
        for key in RequestFormKey.all {
            // Name servers say where a delegation leads; its target would not count.
            let leads = [FormField.target.rawValue, kind.targetKey].contains(key.name)
            let field: FormField? = leads ? (key.name == kind.targetKey ? .target : nil) : FormField(rawValue: key.name)
            let rule = field.flatMap { fields[$0] }
            let isAsked = rule.map { $0.isRequired && ($0.kinds.isEmpty || $0.kinds.contains(kind)) } ?? false
            let isMatter = key.name == kind.matterKey
            if key.name == "kind" {
                comment(Text(en: "\(key.text.en): \(list(kinds))", id: "\(key.text.id): \(list(kinds))"))
                lines.append("  kind: \"\(kind.rawValue)\",")
                continue
            }
            comment(text(of: key, completeness).with(choices: choices(of: key.name)))
            if isAsked, let rule {
                // What the request is about is wanted wherever it is hosted.
                let isAlways = isMatter && kind.matter == .target
                if let condition = rule.condition(withHosting: !isAlways) { comment(condition) }
            } else if isMatter, kind.matter == .change {
                comment(
                    Text(
                        en: "what is to change: this, or one of hosting, capacityGB, nameServers, www, mail, ttl",
                        id: "yang diubah: ini, atau salah satu dari hosting, capacityGB, nameServers, www, mail, ttl"))
            }
            if key.name == "attachments" {
                for rule in attachments {
                    let need = rule.isRequired ? Text(en: "required", id: "wajib") : Text(en: "optional", id: "pilihan")
                    let paper = "\(rule.kind): \(rule.title)"
                    comment(Text(en: "\(paper) (\(need.en))", id: "\(paper) (\(need.id))"))
                }
            }
            let example = example(of: key, completeness)
            // What is wanted stands open with nothing in it: handed in as it is, the form is told to lack it.
            lines.append(
                isAsked || isMatter ? "  \(key.name): null, // \(example)" : "  // \(key.name): \(example),")
        }
        return lines + ["}"]
    }

    /// What a key says; of a target, what it may be, where that is not anything.
    private func text(of key: RequestFormKey, _ completeness: Completeness) -> Text {
        guard isLimitedTarget(key, completeness) else { return key.text }
        let targets = completeness.targetsText
        return Text(en: "where the name leads: \(targets.en)", id: "tujuan nama: \(targets.id)")
    }

    /// How the value of a key is written; of a target, one that may be.
    private func example(of key: RequestFormKey, _ completeness: Completeness) -> String {
        guard isLimitedTarget(key, completeness) else { return key.example }
        switch completeness.targets.first {
        case .url: return #""https://www.example.net/""#
        case .host: return #""www.example.net""#
        case .address, .hosting, .nameServers, nil: return key.example
        }
    }

    private func isLimitedTarget(_ key: RequestFormKey, _ completeness: Completeness) -> Bool {
        let targets = completeness.targets
        return key.name == FormField.target.rawValue && !targets.contains(.hosting) && !targets.contains(.nameServers)
    }

    private func list(_ kinds: [RequestKind]) -> String { kinds.map(\.rawValue).joined(separator: ", ") }

    private func choices(of key: String) -> [String] {
        switch key {
        case "channel": channels.map(\.rawValue)
        case "purposeClass": PurposeClass.allCases.map(\.rawValue)
        case "hosting": HostingChoice.allCases.map(\.rawValue)
        default: []
        }
    }
}

extension Procedure.FieldRule {
    /// When it is wanted, where that is not always and at once.
    /// - Parameter withHosting: whether where the name is hosted makes a difference.
    fileprivate func condition(withHosting: Bool) -> Text? {
        var en: [String] = []
        var id: [String] = []
        if withHosting, !hosting.isEmpty {
            let choices = hosting.map(\.rawValue).sorted().joined(separator: ", ")
            en.append("where hosting is \(choices)")
            id.append("bila hosting \(choices)")
        }
        if let from {
            en.append("at the latest for step \(from)")
            id.append("paling lambat untuk langkah \(from)")
        }
        guard !en.isEmpty else { return nil }
        return Text(en: "wanted " + en.joined(separator: ", "), id: "wajib " + id.joined(separator: ", "))
    }
}

extension Text {
    fileprivate func with(choices: [String]) -> Text {
        guard !choices.isEmpty else { return self }
        let list = choices.joined(separator: ", ")
        return Text(en: "\(en): \(list)", id: "\(id): \(list)")
    }
}

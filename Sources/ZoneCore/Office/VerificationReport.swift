/// What verifying a request found, as it was on that day.
public struct VerificationReport: Hashable, Sendable {
    /// What is looked at.
    public enum Subject: String, Hashable, Sendable, CaseIterable {
        /// The label by the rules of names.
        case label
        /// Whether the name exists.
        case duplicate
        /// Whether it belongs to the zone itself.
        case reserved
        /// For a change or a removal: whether the agency holds the name.
        case owner
        case target
        case capacity
        /// Whether the form has what the procedure wants.
        case completeness
        /// Names that are easily taken for it.
        case similarity
        case attachments
        /// Whether it serves the government.
        case purpose
        case addressee
        case mailboxes

        public var text: Text {
            switch self {
            case .label: Text(en: "Label", id: "Kaidah penulisan nama")
            case .duplicate: Text(en: "Existence", id: "Keberadaan nama")
            case .reserved: Text(en: "Reserved names", id: "Nama yang dicadangkan")
            case .owner: Text(en: "Holder", id: "Kepemilikan nama")
            case .target: Text(en: "Target", id: "Tujuan")
            case .capacity: Text(en: "Capacity", id: "Kapasitas penyimpanan")
            case .completeness: Text(en: "Completeness", id: "Kelengkapan formulir")
            case .similarity: Text(en: "Similar names", id: "Kemiripan nama")
            case .attachments: Text(en: "Attachments", id: "Lampiran")
            case .purpose: Text(en: "Purpose", id: "Peruntukan")
            case .addressee: Text(en: "Addressee", id: "Tujuan surat")
            case .mailboxes: Text(en: "Mailboxes", id: "Akun surel")
            }
        }
    }

    public enum Verdict: String, Hashable, Sendable {
        case passed
        /// Passed, with something to know.
        case warning
        case failed
        /// Nothing of that kind was asked.
        case notApplicable

        public var text: Text {
            switch self {
            case .passed: Text(en: "passed", id: "memenuhi")
            case .warning: Text(en: "warning", id: "perlu perhatian")
            case .failed: Text(en: "failed", id: "tidak memenuhi")
            case .notApplicable: Text(en: "none", id: "tidak berlaku")
            }
        }
    }

    /// One row of the report.
    public struct Item: Hashable, Sendable {
        public var subject: Subject
        public var verdict: Verdict
        /// The rule that speaks: `DUPLICATE`, `INCOMPLETE`, `SIMILAR`; where it passed, the rule that was asked.
        public var rule: String
        /// What the rule is about: the name, the field, the address.
        public var about: String
        public var text: Text

        public init(_ subject: Subject, _ verdict: Verdict, rule: String, about: String, _ text: Text) {
            self.subject = subject
            self.verdict = verdict
            self.rule = rule
            self.about = about
            self.text = text
        }
    }

    public var items: [Item]

    public init(items: [Item]) { self.items = items }

    /// What speaks against the request.
    public var failures: [Item] { items.filter { $0.verdict == .failed } }

    /// The failures as reasons.
    public var reasons: [Reason] { failures.map { Reason($0.rule, $0.about, $0.text) } }

    public var warnings: [Reason] {
        items.filter { $0.verdict == .warning }.map { Reason($0.rule, $0.about, $0.text) }
    }
}

extension VerificationReport {
    /// As it stands in the register.
    public var json: JSONValue {
        .array(
            items.map { item in
                .object([
                    "subject": .string(item.subject.rawValue), "verdict": .string(item.verdict.rawValue),
                    "rule": .string(item.rule), "about": .string(item.about), "en": .string(item.text.en),
                    "id": .string(item.text.id),
                ])
            })
    }

    /// Reads it back; rows that this version does not know are left out.
    public init?(json: JSONValue) {
        guard let list = json.array else { return nil }
        items = list.compactMap { row in
            guard let subject = row["subject"]?.string.flatMap(Subject.init(rawValue:)),
                let verdict = row["verdict"]?.string.flatMap(Verdict.init(rawValue:)), let rule = row["rule"]?.string,
                let about = row["about"]?.string, let en = row["en"]?.string, let id = row["id"]?.string
            else { return nil }
            return Item(subject, verdict, rule: rule, about: about, Text(en: en, id: id))
        }
    }
}

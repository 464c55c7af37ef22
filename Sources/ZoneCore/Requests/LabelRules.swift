import RFC1035

/// What applicants may ask for, judged octet by octet and without a locale: `İ` is never an `i`.
public enum LabelRules {
    /// The verdict on a name as it was typed.
    public struct Result: Hashable, Sendable {
        /// The name asked for, absolute; `nil` when it is refused.
        public var name: Name?
        /// The name asked for, when it is refused for nothing but being reserved.
        public var reserved: Name?
        /// `www.` stood in front: the name wants a companion.
        public var hasWWW = false
        /// Why it is refused: `INVALID_LABEL`, `NON_ASCII`, `TYPED_URL`, `OUT_OF_ZONE`, `RESERVED`.
        public var reasons: [Reason] = []
        /// What is probably meant; good names by these rules, not looked up.
        public var suggestions: [String] = []

        public init() {}

        /// Why it is refused, with names that were looked up.
        func reasons(suggesting names: [String]) -> [Reason] {
            guard let first = reasons.first, !names.isEmpty else { return reasons }
            let list = names.joined(separator: ", ")
            let text = Text(en: "\(first.text.en); try: \(list)", id: "\(first.text.id); usul: \(list)")
            return [Reason(first.code, first.subject, text)] + reasons.dropFirst()
        }
    }

    /// Longest text that is looked at; a name has at most 253 characters.
    static let maximumText = 1024

    /// Judges a label, a name relative to the zone, or a whole name, final dot or not.
    /// - Parameter overridesReserved: a reason was given to give out a reserved label (`--override`).
    public static func judge(
        _ text: String, zone: Name, settings: ZoneSettings, overridesReserved: Bool = false
    ) -> Result {
        var judge = LabelJudge(text: text, zone: zone, settings: settings, overridesReserved: overridesReserved)
        return judge.result()
    }

    /// A host's label by the wider rule (RFC 1123 §2.1): letters, digits, inner hyphens, 1…63.
    static func isHostLabel(_ label: [UInt8]) -> Bool {
        guard let first = label.first, let last = label.last, label.count <= Name.maximumLabelLength else {
            return false
        }
        return ASCII.isAlphanumeric(first) && ASCII.isAlphanumeric(last)
            && label.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
}

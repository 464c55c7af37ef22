extension Check {
    /// Everything that `check` can find, by code: what the runs over zones look for, what the reader of master files
    /// finds, and what is said about waivers.
    public static let known: [Check] =
        (all + beyondOneZone + readingChecks + readingFieldChecks + fileEndChecks + waiverChecks)
        .sorted { $0.code < $1.code }

    private static let byCode = Dictionary(known.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    /// The check with this code, in the letter case it is declared with.
    public static func named(_ code: String) -> Check? { byCode[code] }

    /// A code as somebody wrote it: in any letter case, with hyphens for underscores.
    public static func code(from text: String) -> String {
        String(decoding: text.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : uppercased($0) }, as: UTF8.self)
    }

    private static func uppercased(_ octet: UInt8) -> UInt8 {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= octet ? octet - 32 : octet
    }

    /// Codes that may have been meant by one that does not exist, the likeliest first; at most three.
    public static func nearestCodes(to text: String) -> [String] {
        let code = code(from: text)
        let limit = max(2, min(6, code.utf8.count / 3))
        let words = Set(code.split(separator: "_"))
        let ranked = known.compactMap { check -> (score: Int, code: String)? in
            let distance = EditDistance.between(code, check.code, limit: limit + 1)
            if distance <= limit { return (distance, check.code) }
            if code.utf8.count >= 2, check.code.hasPrefix(code) { return (limit + 1, check.code) }
            let others = Set(check.code.split(separator: "_"))
            guard words.count > 1, words.isSubset(of: others) || others.isSubset(of: words) && others.count > 1 else {
                return nil
            }
            return (limit + 2, check.code)
        }
        return ranked.sorted { ($0.score, $0.code) < ($1.score, $1.code) }.prefix(3).map(\.code)
    }

    /// "; did you mean A, B or C?", or nothing.
    public static func suggestion(for text: String) -> Text {
        let codes = nearestCodes(to: text)
        guard let last = codes.last else { return Text(verbatim: "") }
        let first = codes.dropLast().joined(separator: ", ")
        return Text(
            en: "; did you mean \(first.isEmpty ? "" : first + " or ")\(last)?",
            id: "; maksudnya \(first.isEmpty ? "" : first + " atau ")\(last)?")
    }

    /// Who refuses a zone that breaks the rule.
    public var refusers: Text {
        switch refusal {
        case .nobody: Text(en: "nobody: servers load the zone", id: "tidak ada: server memuat zona ini")
        case .oneServer: Text(en: "one of BIND, Knot and NSD", id: "salah satu dari BIND, Knot, dan NSD")
        case .mostServers: Text(en: "at least two of BIND, Knot and NSD", id: "sedikitnya dua dari BIND, Knot, dan NSD")
        case .mostServersAtApex:
            Text(
                en: "at least two of BIND, Knot and NSD at the apex, one elsewhere",
                id: "sedikitnya dua dari BIND, Knot, dan NSD di puncak zona, satu di tempat lain")
        }
    }

    /// Stable words for scripts.
    public var refusalWord: String {
        switch refusal {
        case .nobody: "none"
        case .oneServer: "one"
        case .mostServers: "most"
        case .mostServersAtApex: "most-at-apex"
        }
    }
}

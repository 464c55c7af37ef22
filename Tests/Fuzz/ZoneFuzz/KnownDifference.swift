/// A difference that FORMAT.md explains.
public struct KnownDifference: Sendable {
    /// Tags that it is about; `*` stands for anything.
    let tags: [String]
    /// Who differs from ours; none stands for the standards.
    let judges: [Judge?]
    let kinds: Set<Disagreement.Kind>
    /// The heading of FORMAT.md that says so, or the beginning of it.
    public let section: String

    /// The section with the rule: two of three servers decide, and BIND's reading counts.
    static let rule = "How zonectl reads master files"

    func explains(_ disagreement: Disagreement) -> Bool {
        kinds.contains(disagreement.kind) && judges.contains(disagreement.judge)
            && tags.contains { Self.matches(Array(disagreement.zone.tag.utf8)[...], Array($0.utf8)[...]) }
    }

    static func matches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        if first == 42 {
            return matches(text, pattern.dropFirst()) || !text.isEmpty && matches(text.dropFirst(), pattern)
        }
        return text.first == first && matches(text.dropFirst(), pattern.dropFirst())
    }
}

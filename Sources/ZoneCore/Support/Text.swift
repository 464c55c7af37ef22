/// A message in the two languages of the program.
///
/// Both are given where the message is written, so that neither can be missing; the console picks one.
public struct Text: Hashable, Sendable {
    public let en: String
    public let id: String

    public init(en: String, id: String) {
        self.en = en
        self.id = id
    }

    /// A number with what it counts, as English has it: `1 finding`, `2 findings`.
    public static func counted(_ count: some BinaryInteger, _ one: String, _ several: String? = nil) -> String {
        "\(count) \(count == 1 ? one : several ?? one + "s")"
    }

    /// The same text in both languages: names, addresses, output of other programs.
    public init(verbatim text: String) {
        self.init(en: text, id: text)
    }

    public func callAsFunction(_ language: Language) -> String {
        switch language {
        case .english: en
        case .indonesian: id
        }
    }
}

/// The language of messages and help (`--lang`).
public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case indonesian = "id"
}

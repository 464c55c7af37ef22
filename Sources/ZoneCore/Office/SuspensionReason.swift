/// Why a name is suspended or taken away: a word that the office has for it, or whatever else was said.
public struct SuspensionReason: Hashable, Sendable {
    /// As the register has it: `abuse`, or a text.
    public let code: String
    /// In words, as letters say it.
    public let text: Text

    /// The reasons that have a word.
    public static let known: [SuspensionReason] = [
        .init("review", en: "the review was not answered", id: "peninjauan berkala tidak dijawab"),
        .init("contract", en: "the contract for its target has ended", id: "kontrak layanan tujuan telah berakhir"),
        .init(
            "abuse", en: "misuse of the name, or content that breaks the rules",
            id: "penyalahgunaan nama atau isi yang melanggar"),
        .init("dangling", en: "its target is there no more", id: "tujuan nama tidak ada lagi"),
    ]

    private init(_ code: String, en: String, id: String) {
        self.code = code
        text = Text(en: en, id: id)
    }

    /// As it was recorded; a known word in any letter case and with blanks around it.
    public init(_ recorded: String) {
        let word = recorded.split(separator: " ").joined(separator: " ")
        self = Self.known.first { $0.code == word.lowercased() } ?? .init(word, en: word, id: word)
    }

    /// As somebody gives it with `--reason`.
    public init(checking given: String) throws(Failure) {
        self.init(try FormText.checked(given, option: "--reason"))
    }
}

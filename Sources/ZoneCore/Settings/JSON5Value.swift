/// A value of a hand-edited JSON5 text, with the place it stands at, so that a mistake can be pointed to.
struct JSON5Value: Hashable, Sendable {
    indirect enum Content: Hashable, Sendable {
        case null
        case bool(Bool)
        /// The digits as they stand.
        case number(String)
        case string(String)
        case array([JSON5Value])
        /// In the order of the text; a key may stand twice (the reader of the settings complains).
        case object([Member])
    }

    struct Member: Hashable, Sendable {
        var key: String
        var place: Place
        var value: JSON5Value
    }

    /// From 1; the column counts octets.
    struct Place: Hashable, Sendable {
        var line: Int
        var column: Int
    }

    var content: Content
    var place: Place

    /// What kind of thing it is, in words.
    var kind: Text {
        switch content {
        case .null: Text(verbatim: "null")
        case .bool: Text(verbatim: "true/false")
        case .number: Text(en: "a number", id: "angka")
        case .string: Text(en: "a text", id: "teks")
        case .array: Text(en: "a list", id: "daftar")
        case .object: Text(en: "an object", id: "objek")
        }
    }
}

/// Why a text is not JSON5, and where.
struct JSON5Error: Error, Hashable, Sendable {
    var place: JSON5Value.Place
    var text: Text
}

/// Something about the lines of a master file, and not about one type's data.
struct Structure: Sendable {
    let label: String
    let expectation: Standing
    /// What stands before the lines; the standard SOA and NS where none is given.
    var head: String?
    let body: String
    var files: [String: String] = [:]
    /// Programs that have no notion of it.
    var strangers: Set<Judge> = []

    /// One about which the standards say nothing clear.
    init(_ label: String, head: String? = nil, _ body: String, files: [String: String] = [:]) {
        self.init(label, .unclear, head: head, body, files: files)
    }

    func unknown(to judges: Set<Judge>) -> Structure {
        var structure = self
        structure.strangers = judges
        return structure
    }

    init(
        _ label: String, _ expectation: Standing, head: String? = nil, _ body: String,
        files: [String: String] = [:]
    ) {
        self.label = label
        self.expectation = expectation
        self.head = head
        self.body = body
        self.files = files
    }

    static let all: [Structure] =
        lines + parentheses + quotes + timesToLive + classes + owners + directives + includes + generates + sets
        + apexes

    /// `§` stands for blanks, tabs and the like, `¤` for a number: each zone has others.
    func zone(_ random: inout SeededRandom) -> ZoneCase {
        var zone = ZoneCase(
            tag: "structure/\(label)", expectation: expectation,
            head: Self.varied(head ?? ZoneCase.standardHead, &random),
            pieces: [.init(text: Self.varied(body, &random))])
        zone.strangers = strangers
        for (name, text) in files { zone.files[name] = Self.varied(text, &random) }
        return zone
    }

    private static func varied(_ text: String, _ random: inout SeededRandom) -> [UInt8] {
        var octets: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "§": octets += Array(random.pick([" ", "\t", "  ", " \t "]).utf8)
            case "¤": octets += Array("\(random.number(1...200))".utf8)
            // Octets that are no UTF-8 are written as the scalars of the private use area.
            case "\u{E000}"..."\u{E0FF}": octets.append(UInt8(truncatingIfNeeded: scalar.value))
            default: octets += Array(String(scalar).utf8)
            }
        }
        return octets
    }

    static let lines: [Structure] = [
        Structure("no newline at the end", .accepted, "a A 192.0.2.¤"),
        Structure("comment without newline", .accepted, "a A 192.0.2.¤ ; x"),
        Structure("CRLF", "a A 192.0.2.¤\r\nb A 192.0.2.2\r\n"), Structure("lone CR", "a A 192.0.2.¤\rb A 192.0.2.2\n"),
        Structure("CR before the end", "a A 192.0.2.¤\r"), Structure("CR in a comment", "a A 192.0.2.¤ ; x\ry\n"),
        Structure("CR in quotes", "a TXT \"x\ry\"\n"),
        Structure("CRLF in parentheses", "a MX (¤\r\nb.test. )\r\n"),
        Structure("CRLF after a comment", "a A 192.0.2.¤ ; x\r\nb A 192.0.2.2\r\n"),
        Structure("CRLF blank line", "\r\na A 192.0.2.¤\r\n \r\n"), Structure("form feed", "a\u{0C}A 192.0.2.¤\n"),
        Structure("vertical tab", "a\u{0B}A 192.0.2.¤\n"),
        Structure("NUL between fields", "a\0A 192.0.2.¤\n"), Structure("NUL in a name", "a\0b A 192.0.2.¤\n"),
        Structure("NUL in a comment", "a A 192.0.2.¤ ; \0\n"),
        Structure("NUL in quotes", "a TXT \"x\0y\"\n"), Structure("NUL at the end", "a A 192.0.2.¤\n\0"),
        Structure("NUL line", "a A 192.0.2.¤\n\0\nb A 192.0.2.1\n"),
        Structure("control Z at the end", "a A 192.0.2.¤\n\u{1A}"), Structure("no-break space", "a\u{A0}A 192.0.2.¤\n"),
        Structure("byte order mark", head: "\u{FEFF}" + ZoneCase.standardHead, "a A 192.0.2.¤\n"),
        Structure("byte order mark before a comment", head: "\u{FEFF}; x\n" + ZoneCase.standardHead, "a A 192.0.2.¤\n"),
        Structure("blank lines", .accepted, "\n\n§\n;\n§;x\na A 192.0.2.¤\n\n"),
        Structure("comment without space", .accepted, "a A 192.0.2.¤;x\n"),
        Structure("comment after the owner", "a ; x\n"), Structure("owner alone", "a\n"),
        Structure("type alone", "§A\n"), Structure("only blanks after the owner", "a§\n"),
        Structure("slash comment", .refused, "a A 192.0.2.¤ // x\n"),
        Structure("hash comment", .refused, "# x\na A 192.0.2.¤\n"),
        Structure("escaped newline", .refused, "a A \\\n192.0.2.¤\n"),
        Structure("backslash at the end", "a TXT x\\\nb A 192.0.2.¤\n"),
        Structure("backslash at the end of the file", "a TXT x\\"),
        Structure("empty file", head: "", ""), Structure("comment only", head: "", "; nothing\n"),
        Structure("unknown type", .refused, "a BOGUS x\n"), Structure("type with a dot", .refused, "a A. 192.0.2.¤\n"),
        Structure("lower case type", .accepted, "a aaaa ::1\nb txt x\n"),
        Structure("quoted type", "a \"A\" 192.0.2.¤\n"), Structure("escaped type", "a \\A 192.0.2.¤\n"),
        Structure("escaped type in digits", "a \\065 192.0.2.¤\n"),
        Structure("TYPE65536", .refused, "a TYPE65536 \\# 0\n"), Structure("TYPE with zeros", "a TYPE0001 192.0.2.¤\n"),
        Structure("TYPE alone", .refused, "a TYPE \\# 0\n"),
        Structure("type by number alone", .refused, "a 1 IN 192.0.2.¤\n"),
        Structure("TYPE65535", "a TYPE65535 \\# 1 00\n"),
        Structure("generic private", .accepted, "a TYPE65280 \\# 4 0a0B0c0D\n"),
        Structure("generic empty", .accepted, "a TYPE65280 \\# 0\n"),
        Structure("generic in parentheses", .accepted, "a TYPE65280 ( \\# 4 0a0B\n 0c0D )\n"),
        Structure("generic private as text", .refused, "a TYPE65280 x\n"),
        Structure("generic escaped hash", "a TYPE65280 \\035 1 00\n"),
        Structure("generic plain hash", .refused, "a TYPE65280 # 1 00\n"),
        Structure("generic quoted hash", "a TYPE65280 \"\\#\" 1 00\n"),
        Structure("text that begins with a generic sign", "a TXT \\# x\n"),
        Structure("text that is a generic sign", "a TXT \\#\n"), Structure("quoted generic sign", "a TXT \"\\#\"\n"),
        Structure("generic sign joined", "a TXT \\#1\n"),
        Structure("record in the middle of a line", .refused, "a A 192.0.2.¤ b A 192.0.2.2\n"),
        Structure("two addresses", .refused, "a A 192.0.2.¤ 192.0.2.2\n"),
        Structure(
            "long line", .accepted,
            "a TXT " + String(repeating: "\"0123456789012345678901234567890123456789\" ", count: 200) + "\n"),
        Structure(
            "text of 65535 octets",
            "a TXT " + String(repeating: "\"" + String(repeating: "x", count: 255) + "\" ", count: 255) + "\""
                + String(repeating: "y", count: 254) + "\"\n"),
        Structure(
            "text of 65536 octets", .refused,
            "a TXT " + String(repeating: "\"" + String(repeating: "x", count: 255) + "\" ", count: 256) + "\n"),
        Structure(
            "text of 30000 octets", .accepted,
            "a TXT " + String(repeating: "\"" + String(repeating: "x", count: 255) + "\" ", count: 117) + "\n"),
        Structure("no type but data", .refused, "a 192.0.2.¤\n"),
        Structure("tabs only", .accepted, "a\tA\t192.0.2.¤\n"),
        Structure("trailing backslash space", "a TXT x\\ \nb A 192.0.2.1\n"),
        Structure("merge marker", .refused, "<<<<<<< HEAD\na A 192.0.2.¤\n"),
        Structure("HTML", .refused, "<html>\n<body>\n"),
        Structure("escape without digits", "a\\xb A 192.0.2.¤\nc\\-d A 192.0.2.1\n"),
        Structure("long token", .refused, "a A " + String(repeating: "1", count: 5000) + "\n"),
    ]

    private static let parentheses: [Structure] = [
        Structure("nested", "a A ( ( 192.0.2.¤ ) )\n"), Structure("nested empty", "a A 192.0.2.¤ ( () )\n"),
        Structure("empty", .accepted, "a A 192.0.2.¤ ( )\n"),
        Structure("empty without space", .accepted, "a A 192.0.2.¤()\n"),
        Structure("before the owner", "(a A 192.0.2.¤)\n"),
        Structure("before the owner on another line", "( a\nA 192.0.2.¤ )\n"),
        Structure("on the line before the owner", "(\nq A 192.0.2.¤ )\n"),
        Structure("comment on the line before the owner", "( ; x\n\nq A 192.0.2.¤\n)\nb A 192.0.2.1\n"),
        Structure("on the line before a directive", "(\n$TTL ¤ )\na A 192.0.2.1\n"),
        Structure("on the line before $INCLUDE", "(\n$INCLUDE missing )\n"),
        Structure("after the owner", .accepted, "a ( A 192.0.2.¤ )\n"),
        Structure("around the type", .accepted, "a (A) 192.0.2.¤\n"),
        Structure("without spaces", .accepted, "a A (192.0.2.¤)\n"),
        Structure("in the middle of a token", "a A 192.0(.2.¤)\n"),
        Structure("owner and parenthesis", "a(A 192.0.2.¤)\n"),
        Structure("not closed", .refused, "a A ( 192.0.2.¤\n"),
        Structure("not closed and more records", .refused, "a A ( 192.0.2.¤\nb A 192.0.2.1\n"),
        Structure("not opened", .refused, "a A 192.0.2.¤ )\n"), Structure("wrong order", .refused, "a A )192.0.2.¤(\n"),
        Structure("on a line alone", "()\na A 192.0.2.¤\n"), Structure("on blank lines", "(\n)\na A 192.0.2.¤\n"),
        Structure("blank owner inside", "a A 192.0.2.1\n§( A 192.0.2.¤ )\n"),
        Structure("owner across lines", "a (\n A\n 192.0.2.¤\n)\n"),
        Structure("comment with parenthesis", .accepted, "a MX ( ¤ ; )\n b.test. )\n"),
        Structure("two pairs", .accepted, "a MX ( ¤ ) ( b.test. )\n"),
        Structure("quoted", .accepted, "a TXT \"(\" \")\"\n"), Structure("escaped", .accepted, "a TXT \\( \\)\n"),
        Structure("in $TTL", "$TTL ( ¤ )\na A 192.0.2.1\n"),
        Structure("in $ORIGIN", "$ORIGIN (\nsub.example.\n)\na A 192.0.2.¤\n"),
        Structure("newlines after the last field", .accepted, "a A 192.0.2.¤ (\n\n\n)\nb A 192.0.2.2\n"),
        Structure("closing at the line's start", .accepted, "a MX ( ¤\nb.test.\n)\nc A 192.0.2.1\n"),
        Structure("text after closing", .accepted, "a MX ( ¤\n) b.test.\n"),
        Structure("blank line inside", .accepted, "a MX ( ¤\n\n\n b.test. )\n"),
        Structure("data at the line's start", .accepted, "a MX (\n¤\nb.test.\n)\n"),
        Structure("at in the first column inside", .accepted, "a CNAME (\n@ )\n"),
        Structure("dollar in the first column inside", "a TXT (\n$TTL 5 )\n"),
        Structure("owner inside, blank before", "a A 192.0.2.1\n§(\nb A 192.0.2.¤ )\n"),
        Structure("TTL inside", .accepted, "a ( ¤\nIN\n) A 192.0.2.1\n"),
    ].map { Structure("parentheses: " + $0.label, $0.expectation, $0.body) }

    private static let quotes: [Structure] = [
        Structure("newline inside", "a TXT \"x\ny\"\n"), Structure("newline inside parentheses", "a TXT (\"x\ny\")\n"),
        Structure("unclosed at the end of the file", .refused, "a TXT \"x"),
        Structure("unclosed and more records", .refused, "a TXT \"x\nb A 192.0.2.¤\n"),
        Structure("owner", "\"a\" A 192.0.2.¤\n"), Structure("owner with a space", "\"a b\" TXT x\n"),
        Structure("TTL", "a \"¤\" A 192.0.2.1\n"), Structure("class", "a \"IN\" A 192.0.2.¤\n"),
        Structure("adjacent", "a TXT \"x\"\"y\"\n"),
        Structure("three adjacent", "a TXT \"x\"\"y\"\"z\"\n"), Structure("after a word", "a TXT x\"y\"\n"),
        Structure("before a word", "a TXT \"x\"y\n"), Structure("comment after", .accepted, "a TXT \"x\";y\n"),
        Structure("parenthesis after", .accepted, "a TXT (\"x\")\n"),
        Structure("generic data", "a TYPE65280 \\# 1 \"00\"\n"),
        Structure("generic length", "a TYPE65280 \\# \"1\" 00\n"),
        Structure("escaped quote", .accepted, "a TXT \"x\\\"y\"\n"),
        Structure("escaped backslash at the end", .accepted, "a TXT \"x\\\\\"\n"),
        Structure("comment inside", .accepted, "a TXT \"x;y\"\n"),
        Structure("empty bare", .accepted, "a TXT \"\" \"\"\n"),
        Structure("origin", "$ORIGIN \"sub.example.\"\na A 192.0.2.¤\n"), Structure("directive", "\"$TTL\" ¤\n"),
        Structure("spaces kept", .accepted, "a TXT \"  x  \ty  \"\n"),
        Structure("quote in the middle of an owner", "a\"b A 192.0.2.¤\n"),
        Structure("eight bits", "a TXT \"\u{E0E9}\u{E0FF}\u{E080}\"\n"),
        Structure("eight bits in an owner", "\u{E0E9} TXT x\n"),
    ].map { Structure("quotes: " + $0.label, $0.expectation, $0.body) }
}

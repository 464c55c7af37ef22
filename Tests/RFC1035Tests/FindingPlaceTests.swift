import RFC1035
import Testing

/// Which line and which text findings point at, and how far a broken record reaches.
@Suite struct FindingPlaceTests {
    private func findings(_ text: String) throws -> [MasterFinding] {
        try parse(text) { $0.defaultTTL = 60 }.report.findings
    }

    /// Each text is followed by a faulty record on a line of its own.
    @Test(arguments: [
        ("d TXT \"q\\\nr\"", 3), ("d TXT \"q\\\n\\\nr\" x", 4), ("d TXT ( \"q\nr\n\" )", 4),
        ("d TXT \"\\\n\" \"\\\n\"", 4), ("d NAPTR 1 1 \"\" \"\\\n\" \"\" .", 3), ("d SVCB 1 . key65535=\"a\\\nb\"", 3),
        ("d CAA 0 issue \"x\\\ny\"", 3), ("d TXT ( \"q\nr\" )", 3), ("d TXT \"x\\010y\"", 2),
    ])
    func escapedNewlinesCount(text: String, line: Int) throws {
        let found = try findings(text + "\nx A 1\n").filter { $0.severity == .error }
        #expect(found.map { "\($0.line):\($0.column) \($0.code)" } == ["\(line):5 BAD_FIELD"])
    }

    @Test func recordsKnowTheirLines() throws {
        let store = RecordStore()
        let options = MasterOptions(origin: try Name("example."))
        _ = Array("$TTL 60\na TXT \"q\\\nr\"\nb A 192.0.2.1\n".utf8).withUnsafeBytes {
            MasterFile.read($0, name: "x", into: store, options: options)
        }
        #expect((0..<store.count).map { store.rows[$0].line } == [2, 4])
    }

    @Test(arguments: [
        ("$ORIGIN \"no such\" x", "\"no such\""), (#"$ORIGIN "a\" b" x"#, #""a\" b""#),
        ("a A \"192.0.2.1 \" ; \"", "\"192.0.2.1 \""), ("a NS \"b\\\\\" x\"", #""b\\""#),
        // Without a closing quote, the word.
        ("a TXT \"abc def", "\"abc"),
    ])
    func aQuotedTokenEndsAtItsQuote(text: String, token: String) throws {
        let finding = try #require(try findings(text + "\nb A 192.0.2.1\n").first)
        #expect(finding.token == token && finding.caret.count == token.utf8.count)
    }

    /// An empty item, wherever in the list, and whatever follows the list.
    @Test(arguments: ["ipv4hint=192.0.2.1", "ipv6hint=2001:db8::1", "mandatory=alpn", "alpn=h2"], [
        ("", ","), ("", ",;c"), ("", ", "), ("\"", ",\""), ("", ",\t; c"), ("", ",,"),
    ])
    func missingItemsOfAListAreCalledThat(list: String, marks: (String, String)) throws {
        let parts = list.split(separator: "=").map(String.init)
        let value = "\(parts[0])=\(marks.0)\(parts[1])\(marks.1)"
        for ending in ["", "\n", "\nb A 192.0.2.1\n", " port=1\n"] {
            let found = try findings("a SVCB 1 . \(value)\(ending)")
            #expect(found.count == 1, "\(found)")
            guard let first = found.first else { continue }
            #expect(first.reason == .missingListItem && first.line == 1 && first.column == 12, "\(first)")
            #expect(!first.message.contains("\\010") && first.message.contains(parts[0]), "\(first.message)")
        }
        let leading = try findings("a SVCB 1 . \(parts[0])=,\(parts[1])\n")
        #expect(leading.map(\.reason) == [.missingListItem])
    }
}

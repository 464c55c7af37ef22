import RFC1035
import TestSupport
import Testing

/// Reads a text as a master file; canonical records and findings.
func parse(
    _ text: String, origin: String = "example.", _ adjust: (inout MasterOptions) -> Void = { _ in }
) throws -> (records: [String], report: MasterReport) {
    var options = MasterOptions(origin: try Name(origin))
    adjust(&options)
    let store = RecordStore()
    let report = Array(text.utf8).withUnsafeBytes {
        MasterFile.read($0, name: "db.example", into: store, options: options)
    }
    let records = (0..<store.count).map { index in
        var writer = ByteWriter()
        RecordWriter.appendCanonical(store.rows[index], of: store, to: &writer)
        return String(decoding: writer.array().dropLast(), as: UTF8.self).replacing("\t", with: " ")
    }
    return (records, report)
}

private let ttl = "$TTL 60\n"

@Suite struct MasterParserTests {
    private static let valid: [(String, [String])] = [
        // owner, TTL and class in any order (RFC 1035 §5.1)
        ("a 5 IN A 192.0.2.1", ["a.example. 5 IN A 192.0.2.1"]),
        ("a IN 5 A 192.0.2.1", ["a.example. 5 IN A 192.0.2.1"]),
        ("a A 192.0.2.1", ["a.example. 60 IN A 192.0.2.1"]),
        ("A A 192.0.2.1", ["a.example. 60 IN A 192.0.2.1"]),
        ("in in a 192.0.2.1", ["in.example. 60 IN A 192.0.2.1"]),
        ("a 1h30m A 192.0.2.1", ["a.example. 5400 IN A 192.0.2.1"]),
        ("a 1W2d3H4m5s A 192.0.2.1", ["a.example. 788645 IN A 192.0.2.1"]),
        ("a TYPE1 192.0.2.1", ["a.example. 60 IN A 192.0.2.1"]),
        ("a CLASS1 A 192.0.2.1", ["a.example. 60 IN A 192.0.2.1"]),
        // names
        ("@ NS .", ["example. 60 IN NS ."]),
        ("a.b. CNAME @", ["a.b. 60 IN CNAME example."]),
        (#"a\.b CNAME \097.B"#, [#"a\.b.example. 60 IN CNAME a.b.example."#]),
        ("*.x CNAME y.", ["*.x.example. 60 IN CNAME y."]),
        (#"a\;b A 192.0.2.1"#, [#"a\;b.example. 60 IN A 192.0.2.1"#]),
        (#"a\ b A 192.0.2.1"#, [#"a\032b.example. 60 IN A 192.0.2.1"#]),
        // blank owners
        ("a A 192.0.2.1\n  A 192.0.2.2\n\tTXT x", [
            "a.example. 60 IN A 192.0.2.1", "a.example. 60 IN A 192.0.2.2", #"a.example. 60 IN TXT "x""#,
        ]),
        // line structure
        ("a A ( 192.0.2.1 ) ; c", ["a.example. 60 IN A 192.0.2.1"]),
        ("a A (\n192.0.2.1\n)\nb A 192.0.2.2", ["a.example. 60 IN A 192.0.2.1", "b.example. 60 IN A 192.0.2.2"]),
        ("a A 192.0.2.1\r\nb A 192.0.2.2\r\n", ["a.example. 60 IN A 192.0.2.1", "b.example. 60 IN A 192.0.2.2"]),
        ("; only a comment", []), ("\n\n \n\t; x\n", []),
        // strings
        (#"a TXT "a b" c "d;e" "f\"g" \"h"#, [#"a.example. 60 IN TXT "a b" "c" "d;e" "f\"g" "\"h""#]),
        (#"a TXT "" "#, [#"a.example. 60 IN TXT """#]),
        (#"a TXT "a""b"c"#, [#"a.example. 60 IN TXT "a" "b" "c""#]),
        (#"a TXT \195\169\000"#, [#"a.example. 60 IN TXT "\195\169\000""#]),
        ("a TXT (\"x\ny\"\nz)", [#"a.example. 60 IN TXT "x\010y" "z""#]),
        // types
        ("a AAAA 2001:DB8:0:0:1::1", ["a.example. 60 IN AAAA 2001:db8::1:0:0:1"]),
        ("a AAAA ::ffff:192.0.2.1", ["a.example. 60 IN AAAA ::ffff:192.0.2.1"]),
        ("a AAAA ::", ["a.example. 60 IN AAAA ::"]),
        ("a AAAA 1:2:3:4:5:6:7::", ["a.example. 60 IN AAAA 1:2:3:4:5:6:7:0"]),
        ("a MX 10 Mail", ["a.example. 60 IN MX 10 mail.example."]),
        ("a DNAME b.", ["a.example. 60 IN DNAME b."]),
        ("a PTR b.", ["a.example. 60 IN PTR b."]),
        ("_s._tcp SRV 0 1 65535 .", ["_s._tcp.example. 60 IN SRV 0 1 65535 ."]),
        (#"a CAA 128 issue "ca.example;x=y""#, [#"a.example. 60 IN CAA 128 issue "ca.example;x=y""#]),
        ("a DS 60485 RSASHA1 SHA-1 ( 2BB183AF5F22588179A53B0A 98631FAD1A292118 )", [
            "a.example. 60 IN DS 60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118"
        ]),
        ("@ SOA ns host\\.master 1 1h 2 3w 4", [
            #"example. 60 IN SOA ns.example. host\.master.example. 1 3600 2 1814400 4"#
        ]),
        // generic data (RFC 3597)
        (##"a TYPE65280 \# 3 ab CDEF"##, [##"a.example. 60 IN TYPE65280 \# 3 ABCDEF"##]),
        (##"a TYPE65280 \# 0"##, [##"a.example. 60 IN TYPE65280 \# 0"##]),
        (##"a A \# 4 C0000201"##, ["a.example. 60 IN A 192.0.2.1"]),
        (##"a NS \# 3 014100"##, ["a.example. 60 IN NS a."]),
        // directives
        ("$ORIGIN Sub.example.\na A 192.0.2.1", ["a.sub.example. 60 IN A 192.0.2.1"]),
        ("$ttl 5m\na A 192.0.2.1", ["a.example. 300 IN A 192.0.2.1"]),
        ("a 7 A 192.0.2.1\n$TTL 9\nb A 192.0.2.1", ["a.example. 7 IN A 192.0.2.1", "b.example. 9 IN A 192.0.2.1"]),
    ]

    @Test(arguments: valid)
    func reads(text: String, records: [String]) throws {
        let result = try parse(ttl + text)
        // Of those, BIND alone does not read a line end within quotes.
        #expect(result.report.findings.filter { $0.reason != .newlineInQuotes }.map(\.message) == [])
        #expect(result.records == records)
    }

    /// Position, code and a piece of the message of each finding.
    private static let invalid: [(String, String)] = [
        ("a A 192.0.2.256", "1:5 BAD_FIELD invalid address in A: '192.0.2.256'"),
        ("a A 192.0.02.1", "1:5 BAD_FIELD invalid address in A: '192.0.02.1' has a leading zero"),
        ("a A 192.0.2.1 x", "1:15 SYNTAX unexpected 'x'"),
        ("a A", "1:4 SYNTAX the record has no data"),
        ("a", "1:2 SYNTAX the record type is missing"),
        ("a MX 10", "1:8 SYNTAX invalid exchange in MX: missing"),
        ("a MX 65536 b", "1:6 BAD_FIELD invalid preference in MX: '65536' is out of range"),
        ("a MX ten b", "1:6 BAD_FIELD invalid preference in MX: 'ten' is not a decimal"),
        ("a BOGUS x", "1:3 UNKNOWN_TYPE unknown record type 'BOGUS'"),
        ("a CH A 192.0.2.1", "1:3 CLASS_MISMATCH class 'CH'"),
        ("a 5 6 A 192.0.2.1", "1:5 SYNTAX a second TTL '6'"),
        ("a 1h30 A 192.0.2.1", "1:3 BAD_TTL '1h30'"),
        ("a 4294967296 A 192.0.2.1", "1:3 BAD_TTL"),
        ("a..b A 192.0.2.1", "1:1 BAD_NAME invalid owner: 'a..b' has an empty label"),
        (#"a\256 A 192.0.2.1"#, "1:2 BAD_ESCAPE invalid owner"),
        ("a NS \"b\"", "1:6 SYNTAX invalid nsdname in NS: must not be quoted"),
        ("a A ( 192.0.2.1", "1:5 PARENTHESES this parenthesis is never closed"),
        ("a A 192.0.2.1 )", "1:15 PARENTHESES"), ("a A ( ( 192.0.2.1 ) )", "1:7 PARENTHESES"),
        ("a TXT \"abc", "1:7 QUOTES"),
        ("a TXT " + String(repeating: "x", count: 256), "1:7 STRING_TOO_LONG"),
        ("a AAAA 1::2::3", "1:8 BAD_FIELD invalid address in AAAA"),
        ("a AAAA 1:2:3:4:5:6:7:8:9", "1:8 BAD_FIELD"), ("a AAAA fe80::1%eth0", "1:8 BAD_FIELD"),
        ("a DS 1 8 2 AB", "1:12 BAD_FIELD invalid digest in DS: the digest has not the length"),
        ("a DS 1 8 9 ABC", "1:12 BAD_FIELD invalid digest in DS: an odd number"),
        ("a CAA 0 is-sue \"x\"", "1:9 BAD_FIELD invalid tag in CAA"),
        (##"a A \# 5 C000020100"##, "1:5 BAD_FIELD invalid data in A: the generic data"),
        (##"a A \# 4 C00002"##, "1:5 BAD_FIELD"), (##"a TYPE65280 abc"##, "1:13 BAD_FIELD invalid data in TYPE65280"),
        ("$BOGUS x", "1:1 UNKNOWN_DIRECTIVE unknown directive '$BOGUS'"), ("$INCLUDE x", "1:10 INCLUDE"),
        ("\u{FEFF}a A 192.0.2.1", "1:1 BYTE_ORDER_MARK"), (" A 192.0.2.1", "1:2 NO_OWNER"),
    ]

    /// Text of 255 octets with its final dot is a name of 256 octets on the wire.
    @Test func countsTheOctetsOfAbsoluteNames() throws {
        let label = String(repeating: "a", count: 63) + "."
        let longest = label + label + label + String(repeating: "b", count: 61) + "."
        #expect(try parse("$TTL 60\n\(longest) A 192.0.2.1").records.count == 1)
        let tooLong = label + label + label + String(repeating: "b", count: 62) + "."
        let result = try parse("$TTL 60\n\(tooLong) A 192.0.2.1\na NS \(tooLong)")
        #expect(result.report.findings.map { "\($0.line) \($0.code)" } == ["2 BAD_NAME", "3 BAD_NAME"])
    }

    @Test func nulsAreNoText() throws {
        let result = try parse("$TTL 60\na \0 192.0.2.1\na IN \0\0\0 192.0.2.1\na\0b A 192.0.2.1\nc A 192.0.2.1\0")
        let found = result.report.findings.map { "\($0.line):\($0.column) \($0.code)" }
        #expect(found == ["2:3 NUL", "3:6 NUL", "4:2 NUL", "5:14 NUL"])
    }

    @Test(arguments: invalid)
    func refuses(text: String, finding: String) throws {
        let result = try parse(text) { $0.defaultTTL = 60 }
        let first = try #require(result.report.findings.first)
        #expect("\(first.line):\(first.column) \(first.code) \(first.message)".hasPrefix(finding))
        #expect(result.report.findings.count == 1)
    }

    @Test func oneBrokenRecordCostsOneMessage() throws {
        let result = try parse(
            """
            $TTL 60
            a A 192.0.2.1
            b A 192.0.2.
            c TXT "open
            d MX (10
              ; comment
              bad..name )
            e A 192.0.2.5
            f SOA ns host ( 1 2 3 4 5
            g A 192.0.2.7
            h A 192.0.2.8
            """)
        #expect(
            result.report.findings.map { "\($0.line):\($0.column) \($0.code)" } == [
                "3:5 BAD_FIELD", "4:7 QUOTES", "7:3 BAD_NAME", "9:15 PARENTHESES",
            ])
        #expect(result.records.map { String($0.prefix(1)) } == ["a", "e", "g", "h"])
    }

    /// A quote left open inside parentheses: what the rest of its group is costs nothing more, and what stands behind
    /// it is read.
    @Test(arguments: [
        ("a TXT ( \"abc\n d )", 0), ("a TXT ( \"abc\nd )", 0), ("a TXT ( \"abc )", 0), ("a TXT ( \"abc ; (x) y\n)", 0),
        ("a TXT ( \"abc\n \"d\" ) ; e )", 0), ("a TXT ( \"abc\n d \\) ; )\n ) ; end", 0),
        ("a TXT ( \"abc (RFC 1) and\n\td )", 0), ("a HINFO ( \"abc\n \"d\" )", 0), ("a HINFO \"x\" ( \"abc )", 0),
        ("a TXT ( \"x\" \"abc\n\n\n \"d\"\n)", 0), ("a TXT ( \"abc", 0), ("a CAA 0 issue ( \"abc\n)", 0),
        ("a TXT ( \"abc\r\n d )\r", 0), ("a HTTPS 1 . ( alpn=\"h2\n )", 0), ("a TXT ( \"abc\n  )\"x\"", 0),
        // No parenthesis closes it: what stands behind it is not lost.
        ("a TXT ( \"abc\n A 192.0.2.1", 1), ("a TXT ( \"abc\nx MX ( 10 y )\nz TXT \"w\"", 2),
    ])
    func anOpenQuoteInParenthesesCostsOneMessage(broken: String, others: Int) throws {
        let tails = [
            "", "b A 192.0.2.2\n", "b TXT \"x\"\n", "b TXT \"x\" y\nc HINFO \"x\" ( \"y\"\n )\n",
            "b MX ( 10 c ) ; \"\nc TXT ( \"x\" \"y\" )\nd CAA 0 issue \"x\"\n",
            String(repeating: "b TXT \"x\" ( \"y\"\n )\n", count: 3000),
            // More than a record may take, once.
            String(repeating: "b A 192.0.2.2\n", count: broken == "a TXT ( \"abc" ? 90_000 : 6000),
        ]
        for tail in tails {
            let result = try parse("$TTL 60\nb A 192.0.2.9\n\(broken)\n" + tail)
            let found = result.report.findings.map { "\($0.line) \($0.code)" }
            #expect(found == ["3 QUOTES"], "\(broken)\n\(tail.prefix(100))")
            let wanted = try parse("$TTL 60\n" + tail)
            #expect(result.records.count == 1 + others + wanted.records.count)
            #expect(result.records.dropFirst(1 + others) == wanted.records[...], "\(broken)\n\(tail.prefix(100))")
        }
    }

    /// A record that is too long costs one message too, wherever it ends.
    @Test(arguments: [
        "a TXT ( \"x\" ;\(String(repeating: "x", count: 1_100_000))\n )\n",
        "a TXT (\n\(String(repeating: "  ; remark (\n", count: 200_000)) x )\n",
        "a TXT (\n\(String(repeating: "\t\t\n", count: 500_000))",
        "a TXT \(String(repeating: "x", count: 1_100_000))\n",
    ])
    func aRecordTooLongCostsOneMessage(broken: String) throws {
        for tail in ["", "b A 192.0.2.2\nc TXT ( \"x\"\n )\n"] {
            let result = try parse("$TTL 60\nb A 192.0.2.9\n\(broken)" + tail)
            #expect(result.report.findings.map { "\($0.line) \($0.code)" } == ["3 TOO_LARGE"])
            #expect(result.records.count == (tail.isEmpty ? 1 : 3))
        }
    }

    @Test func withoutTTLTheServersRulesApply() throws {
        let soa = try parse("@ SOA ns h 1 2 3 4 300\na A 192.0.2.1")
        #expect(soa.report.findings.map(\.code) == ["NO_TTL"] && soa.report.isValid)
        #expect(
            soa.records == ["example. 300 IN SOA ns.example. h.example. 1 2 3 4 300", "a.example. 300 IN A 192.0.2.1"])
        let last = try parse("a 7 A 192.0.2.1\nb A 192.0.2.2")
        #expect(last.records.last == "b.example. 7 IN A 192.0.2.2")
        #expect(try parse("a A 192.0.2.1").report.findings.map(\.code) == ["NO_TTL"])
        let large = try parse("a 2147483648 A 192.0.2.1")
        #expect(large.report.findings.map(\.code) == ["TTL_TOO_LARGE"] && large.report.isValid)
        #expect(large.records == ["a.example. 0 IN A 192.0.2.1"])
    }

    /// Whatever the text looks like to the window's edges, the records are the same.
    @Test func windowsDoNotShow() throws {
        var text = ttl
        var expected: [String] = []
        var random = SeededRandom.fresh()
        for index in 0..<6000 {
            let padding = String(repeating: " ", count: Int.random(in: 1...40, using: &random))
            switch index % 5 {
            case 0: text += "n\(index)\(padding)A 192.0.2.1 ; comment \"with (quote\n"
            case 1: text += "n\(index) A (\(padding)\n 192.0.2.1\n)\n"
            case 2: text += "n\(index) TXT \"a;b\(padding)\"\n"
            case 3: text += "n\(index)\(padding)TXT a\\;\\\"b\r\n"
            default: text += "\n\(padding)\nn\(index) A 192.0.2.1\n"
            }
            switch index % 5 {
            case 2: expected.append("n\(index).example. 60 IN TXT \"a;b\(padding)\"")
            case 3: expected.append("n\(index).example. 60 IN TXT \"a;\\\"b\"")
            default: expected.append("n\(index).example. 60 IN A 192.0.2.1")
            }
        }
        let result = try parse(text)
        #expect(result.report.findings.isEmpty)
        #expect(result.records == expected)
    }

    @Test func linesAreCountedThroughParenthesesAndQuotes() throws {
        let result = try parse("$TTL 60\na A (\n\n192.0.2.1 )\nb TXT (\"x\ny\")\n\nc A bad\n")
        #expect(result.report.findings.map { "\($0.line):\($0.column)" } == ["5:8", "8:5"])
        // That a line ends within quotes is told once the record is read; it is only named that refuses it.
        #expect(result.report.findings.map(\.reason) == [.newlineInQuotes, .badIPv4])
        #expect(result.report.findings.map(\.severity) == [.warning, .error])
    }

    @Test(arguments: [
        String(repeating: "(", count: 1_100_000), String(repeating: "a", count: 1_100_000),
        "a TXT \"" + String(repeating: "x", count: 1_100_000), String(repeating: "\"\n", count: 100_000),
        String(repeating: "a ( \n", count: 100_000), String(repeating: ")", count: 300_000),
        String(repeating: "\\", count: 300_000), "a TXT " + String(repeating: "x ", count: 300_000),
    ])
    func hostileInputEndsSoon(text: String) throws {
        let result = try parse(text + "\n$TTL 60\nz A 192.0.2.1\n")
        #expect(!result.report.isValid)
    }

    @Test func findingsNameTheOwnerOfTheirRecord() throws {
        let result = try parse("$TTL 60\na A x\n  A y\nb..c A z\nd NS e\n  A w\n")
        #expect(result.report.findings.map(\.owner) == ["a.example.", nil, nil, "d.example."])
    }

    @Test func stopsAfterTheErrorsAskedFor() throws {
        let result = try parse(String(repeating: "a A x\n", count: 100)) { $0.maximumErrors = 7 }
        #expect(result.report.errorCount == 7 && result.report.stop == .errors)
    }

    /// Random octets and mutations of a good zone: no crash, and what is accepted reads the same again.
    @Test func printingAndReadingAgainChangesNothing() throws {
        var random = SeededRandom.fresh()
        let seed = Array(
            """
            $TTL 1h
            @ SOA ns host ( 1 2 3 4 5 ) ; c
              NS ns\\.x
            a 5 IN TXT "q\\"x" y\\000 ; z
            b CAA 0 issue "x;y"
            c DS 1 8 1 2BB183AF5F22588179A53B0A98631FAD1A292118
            d TYPE999 \\# 2 ABCD
            e AAAA 2001:db8::1
            """.utf8)
        for _ in 0..<3000 {
            var octets = seed
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let at = Int.random(in: 0..<octets.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: octets[at] = UInt8.random(in: 0...255, using: &random)
                case 1: octets.remove(at: at)
                case 2: octets.insert(Array("\"();\\\n\r\t @$.0".utf8).randomElement(using: &random) ?? 0, at: at)
                default: octets.swapAt(at, Int.random(in: 0..<octets.count, using: &random))
                }
            }
            let first = try read(octets)
            let second = try read(Array(first.joined(separator: "\n").utf8))
            #expect(first == second)
        }
    }

    private func read(_ octets: [UInt8]) throws -> [String] {
        let store = RecordStore()
        _ = octets.withUnsafeBytes {
            MasterFile.read($0, name: "x", into: store, options: MasterOptions(origin: .root))
        }
        return (0..<store.count).map { index in
            var writer = ByteWriter()
            RecordWriter.appendCanonical(store.rows[index], of: store, to: &writer)
            return String(decoding: writer.array().dropLast(), as: UTF8.self)
        }
    }
}

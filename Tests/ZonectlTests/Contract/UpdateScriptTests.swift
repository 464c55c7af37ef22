import Foundation
import Testing

/// `diff --format nsupdate`: a real `named` that holds OLD holds NEW after the script.
@Suite struct UpdateScriptTests {
    struct Difference: Sendable {
        let what: String
        let old: String
        let new: String
        var serials: (UInt32, UInt32) = (7, 9)

        init(_ what: String, _ old: String, _ new: String, serials: (UInt32, UInt32) = (7, 9)) {
            self.what = what
            self.old = old
            self.new = new
            self.serials = serials
        }

        func text(_ records: String, _ serial: UInt32) -> String {
            // A zone of its own name servers says so itself.
            let apex = records.contains("@ NS") ? "" : "@ NS ns1\nns1 A 192.0.2.53\n"
            let soa = records.contains("SOA") ? "" : "@ SOA ns1 hostmaster \(serial) 10800 3600 1209600 3600\n"
            return "$TTL 3600\n" + soa + apex + records + "\n"
        }
        var oldText: String { text(old, serials.0) }
        var newText: String { text(new, serials.1) }
    }

    static let differences: [Difference] = [
        Difference("a record added", "", "a A 192.0.2.1"),
        Difference(
            "services of other protocols", "a WKS 192.0.2.1 tcp 25",
            "a WKS 192.0.2.1 tcp 25 80\na WKS 192.0.2.1 udp 53"),
        Difference("a record removed from a set", "a A 192.0.2.1\na A 192.0.2.2", "a A 192.0.2.2"),
        Difference("a set removed", "a A 192.0.2.1\na A 192.0.2.2\na TXT x", "a TXT x"),
        Difference("a name removed", "a A 192.0.2.1\na TXT x\nb.a A 192.0.2.3", "b.a A 192.0.2.3"),
        Difference("a TTL", "a 60 A 192.0.2.1\na 60 A 192.0.2.2", "a 90 A 192.0.2.1\na 90 A 192.0.2.2"),
        Difference(
            "a TTL and a record", "a 60 A 192.0.2.1\na 60 A 192.0.2.2", "a 90 A 192.0.2.1\na 90 A 192.0.2.3"),
        Difference("CNAME to A", "a CNAME b.example.net.", "a A 192.0.2.1\na AAAA 2001:db8::1"),
        Difference("A to CNAME", "a A 192.0.2.1\na AAAA 2001:db8::1", "a CNAME b.example.net."),
        Difference("CNAME to CNAME", "a CNAME b.example.net.", "a 60 CNAME c.example.net."),
        Difference(
            "a delegation with glue and DS", "x A 192.0.2.1",
            "sub NS ns.sub\nsub NS ns.example.net.\nsub DS 1 8 2 \(String(repeating: "ab", count: 32))\n"
                + "ns.sub A 192.0.2.7"
        ),
        Difference(
            "a delegation removed",
            "sub NS ns.sub\nsub DS 1 8 2 \(String(repeating: "ab", count: 32))\nns.sub A 192.0.2.7",
            "sub A 192.0.2.1"),
        Difference("a wildcard", "*.w A 192.0.2.1", "*.w TXT \"any\"\n*.v A 192.0.2.2"),
        Difference(
            "all name servers", "@ NS ns1\n@ NS ns2\nns1 A 192.0.2.1\nns2 A 192.0.2.2",
            "@ 60 NS ns8\n@ 60 NS a.b\nns8 A 192.0.2.8\na.b AAAA 2001:db8::9"),
        Difference("the name server's address", "@ NS ns1\nns1 A 192.0.2.1", "@ NS ns1\nns1 AAAA 2001:db8::1"),
        Difference(
            "the SOA", "@ SOA ns1 hostmaster 7 10800 3600 1209600 3600",
            "@ 60 SOA ns1 other.example.net. 9 7200 1800 604800 300"),
        Difference(
            "apex records", "@ MX 10 m\nm A 192.0.2.1\n@ TXT \"v=spf1 mx -all\"", "@ A 192.0.2.1\n@ CAA 0 issue \"x\""),
        Difference(
            "letter case in OLD", "A MX 10 Mail.Example.NET.\nB TXT Case", "a MX 20 mail.example.net.\nb TXT case"),
        Difference(
            "letter case in OLD, of types that servers compare by octets",
            "a HTTPS 1 Web.Example.NET. port=443\na HTTPS 2 Kept.Example.NET.\na LP 10 Loc.Example.NET.\n"
                + "b 60 LP 1 L.Example.NET.",
            "a HTTPS 1 web.example.net. port=444\na HTTPS 2 kept.Example.NET.\nb 90 LP 1 l.example.net."),
        Difference(
            "TXT with all that needs care", #"t TXT "a;b" "q\"x\\y" "( ) @ $" "" "\000\010\255""#,
            #"t TXT ";" "\"" "\\" "  two  " "\009" "$(x)""#),
        Difference("CAA", #"c CAA 0 issue "ca.example.net; policy=\"x\"""#, #"c CAA 128 iodef "mailto:a@example.net""#),
        Difference("SRV", "_sip._tcp SRV 1 2 5060 Sip.example.net.", "_sip._tcp SRV 1 3 5060 sip.example.net."),
        Difference(
            "NAPTR", #"n NAPTR 1 2 "S" "SIP+D2U" "!^(.*)$!sip:\\1@example.net!" ."#,
            #"n NAPTR 1 2 "U" "E2U+sip" "!^\\+62(.*)$!sip:0\\1@example.net!i" ."#),
        Difference("names with escapes", #"a\;b\"c\032d\(e A 192.0.2.1"#, #"x\.y\@z\$\)\255 TXT "x""#),
        Difference("a host name that is none any more", "bad_host A 192.0.2.1", "good-host A 192.0.2.1"),
        Difference(
            "TLSA, SSHFP", "_443._tcp TLSA 3 1 1 \(String(repeating: "ab", count: 32))",
            "h SSHFP 1 2 \(String(repeating: "cd", count: 32))"),
        Difference("unknown types", ##"u TYPE65300 \# 3 010203"##, ##"u TYPE65300 \# 0"##),
        Difference("the root of a subtree", "deep.er.est A 192.0.2.1", "er.est DNAME example.net."),
        Difference("the same serial", "a A 192.0.2.1", "a A 192.0.2.2", serials: (7, 7)),
        Difference("a serial that goes back", "a A 192.0.2.1", "a A 192.0.2.2", serials: (9, 7)),
        Difference("a serial round the circle", "a A 192.0.2.1", "a A 192.0.2.2", serials: (4_294_967_295, 5)),
        Difference(
            "a large set", (0..<90).map { "big A 192.0.2.\($0)" }.joined(separator: "\n"),
            (20..<110).map { "big A 192.0.2.\($0)" }.joined(separator: "\n")),
        Difference(
            "more than one message takes, name servers among it",
            "@ NS z9\nz9 A 192.0.2.1\n" + (0..<4000).map { "h\($0) A 192.0.2.1" }.joined(separator: "\n"),
            "@ NS z8\nz8 A 192.0.2.2\n" + (2000..<6000).map { "h\($0) CNAME z8" }.joined(separator: "\n"),
            serials: (2_026_010_100, 2_026_112_101)),
        Difference(
            "one set that takes several messages",
            "big TXT kept\n"
                + (0..<45).map {
                    "big TXT \($0)\(String(repeating: " \(String(repeating: "x", count: 250))", count: 4))"
                }
                .joined(separator: "\n"),
            "big 60 TXT kept\n"
                + (0..<45).map {
                    "big 60 TXT \($0)\(String(repeating: " \(String(repeating: "y", count: 250))", count: 4))"
                }
                .joined(separator: "\n")),
        Difference(
            "a long record", "", "long TYPE65301 \\# 60000 \(String(repeating: "ab", count: 60000))"),
        Difference(
            "a long text",
            "long TXT" + String(repeating: " \"\(String(repeating: "\\001", count: 255))\"", count: 230),
            "long TXT" + String(repeating: " \"\(String(repeating: "\\\"", count: 255))\"", count: 231)
        ),
    ]

    @Test func theServerHoldsNewAfterwards() throws {
        let directory = try TemporaryDirectory()
        var zones: [String: String] = [:]
        for (index, difference) in Self.differences.enumerated() {
            zones["z\(index).example"] = directory.path("z\(index).old")
            try writeFile(directory.path("z\(index).old"), difference.oldText)
            try writeFile(directory.path("z\(index).new"), difference.newText)
        }
        let server = try NameServer(zones: zones, clauses: "allow-update { 127.0.0.1; }; check-names ignore;")
        for (index, difference) in Self.differences.enumerated() {
            let zone = "z\(index).example"
            let files = [directory.path("z\(index).old"), directory.path("z\(index).new")]
            let script = try run([zonectlPath, "diff", "--origin", zone, "--format", "nsupdate"] + files)
            #expect(script.status == 1, "\(difference.what): \(script)")
            let commands = "server 127.0.0.1 \(server.port)\n" + script.text
            let update = try Tool.nsupdate("-t", "20", input: commands)
            #expect(update.status == 0, "\(difference.what): \(update)\n\(script)\n\(server.log.suffix(1000))")
            try expect(server, zone, holds: files[1], "\(difference.what)\n\(script.text.prefix(2000))")
            let after = try server.serial(zone)
            let (old, new) = difference.serials
            #expect(isLater(after, than: old), "\(difference.what)")
            if isLater(new, than: old) { #expect(after == new, "\(difference.what)") }
            #expect(script.errorText.contains("\(after)"), "\(difference.what): \(script)")

            // Run again, nothing is done: the serial is no longer the one before.
            let again = try Tool.nsupdate("-t", "20", input: commands)
            #expect(again.status != 0, "\(difference.what): \(again)")
            #expect(try server.serial(zone) == after)
        }
    }

    private func expect(_ server: NameServer, _ zone: String, holds file: String, _ what: String) throws {
        let transfer = try Tool.dig(
            "@127.0.0.1", "-p", "\(server.port)", "+onesoa", "+noall", "+answer", "+crypto",
            "+time=10", zone, "AXFR")
        let output = try run([zonectlPath, "diff", "--origin", zone, "-", file], input: transfer.text)
        #expect(output.status == 0, "\(what)\n\(output)")
    }

    /// A server that holds something else refuses.
    @Test(arguments: [
        ("a A 192.0.2.1", "a A 192.0.2.9", "a A 192.0.2.2"), ("a A 192.0.2.1", "a A 192.0.2.1\na A 192.0.2.3", ""),
        ("", "a A 192.0.2.3", "a A 192.0.2.2"),
    ])
    func aServerThatHoldsSomethingElseRefuses(old: String, held: String, new: String) throws {
        let directory = try TemporaryDirectory()
        let difference = Difference("", old, new)
        try writeFile(directory.path("old"), difference.oldText)
        try writeFile(directory.path("new"), difference.newText)
        try writeFile(directory.path("held"), difference.text(held, 7))
        let script = try run(
            [
                zonectlPath, "diff", "--origin", "z.example", "--format", "nsupdate", directory.path("old"),
                directory.path("new"),
            ])
        let server = try NameServer(
            zones: ["z.example": directory.path("held")], clauses: "allow-update { 127.0.0.1; };")
        let update = try Tool.nsupdate(input: "server 127.0.0.1 \(server.port)\n" + script.text)
        #expect(update.status != 0, "\(update)")
        #expect(try server.serial("z.example") == 7)
    }

    @Test(arguments: [
        ("a TYPE46 \\# 20 0001080200000e1070000000600000000001 00 ab", "NOT_UPDATABLE a.z.example. "),
        ("a WKS 192.0.2.1 tcp 25\na WKS 192.0.2.1 6 80\na WKS 192.0.2.1 udp 53", "NOT_UPDATABLE a.z.example. WKS"),
        ("a TYPE65301 \\# 65000 \(String(repeating: "ab", count: 65000))", "NOT_UPDATABLE a.z.example. TYPE65301"),
    ])
    func whatAnUpdateCannotSayIsRefused(line: String, message: String) throws {
        let directory = try TemporaryDirectory()
        let difference = Difference("", "", line)
        try writeFile(directory.path("old"), difference.oldText)
        try writeFile(directory.path("new"), difference.newText)
        let output = try run(
            [
                zonectlPath, "diff", "--origin", "z.example", "--format", "nsupdate", directory.path("old"),
                directory.path("new"),
            ])
        #expect(output.status == 1 && output.out.isEmpty && output.errorText.hasPrefix(message), "\(output)")
    }

    @Test func anotherZoneOrClassIsRefused() throws {
        let directory = try TemporaryDirectory()
        func zone(_ name: String, _ more: String = "") -> String {
            """
            $TTL 60
            \(name). SOA ns.example.net. h.example.net. 1 2 3 4 5
            \(name). NS ns.example.net.
            \(more)

            """
        }
        try writeFile(directory.path("old"), zone("a.example"))
        for other in [zone("b.example"), zone("a.example", "x CH TXT y"), "a.example. 60 NS ns.example.net.\n"] {
            try writeFile(directory.path("new"), other)
            let output = try run(
                [
                    zonectlPath, "diff", "--format", "nsupdate", directory.path("old"), directory.path("new"),
                ])
            #expect(
                (output.status == 1 || output.status == 4) && output.out.isEmpty && !output.err.isEmpty, "\(output)")
        }
    }
}

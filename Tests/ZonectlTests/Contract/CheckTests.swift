import Testing

/// `check`: all findings in one pass, each `file:line:column: severity CODE: text`.
@Suite struct CheckTests {
    /// The name of a file from an older system.
    @Test func aNameThatIsNotUTF8IsShown() throws {
        for (language, hint) in [("en", "is not UTF-8"), ("id", "bukan UTF-8")] {
            let output = try run(
                ["/bin/sh", "-c", "exec \"$0\" check \"$(printf 'caf\\351.zone')\"", zonectlPath],
                environment: ["LC_ALL": "\(language)_ID.UTF-8"])
            #expect(output.status == 2 && output.text.isEmpty, "\(output)")
            #expect(output.errorText.contains("caf\\xE9.zone") && output.errorText.contains(hint), "\(output)")
        }
    }

    private let head = """
        $ORIGIN example.go.id.
        $TTL 3600
        @ IN SOA ns1 hostmaster 1 10800 3600 1209600 3600
        @ IN NS ns1
        ns1 IN A 192.0.2.53

        """

    private func check(_ lines: String, _ options: String...) throws -> Outcome {
        let directory = try TemporaryDirectory()
        try writeFile(directory.path("bad.zone"), head + lines + "\n")
        return try run([zonectlPath, "check", "--origin", "example.go.id", directory.path("bad.zone")] + options)
    }

    private func findings(_ output: Outcome) -> [(line: Int, severity: String, code: String)] {
        (output.lines + output.errorLines).compactMap {
            guard let match = $0.firstMatch(of: #/bad\.zone:(\d+):(\d+): (error|warning|notice) ([A-Z0-9_]+): ./#),
                let line = Int(match.1)
            else { return nil }
            return (line, String(match.3), String(match.4))
        }
    }

    @Test func goodFile() throws {
        let output = try check("dinkes IN A 192.0.2.10")
        #expect(output.status == 0, "\(output)")
    }

    @Test func allErrorsInOnePass() throws {
        let output = try check(
            """
            a IN A 192.0.2.256
            b IN A 192.0.2.1
            c IN BOGUS x
            d IN MX ten mail
            e IN TXT "open
            f..g IN A 192.0.2.1
            """)
        #expect(output.status == 1, "\(output)")
        let errors = Set(findings(output).filter { $0.severity == "error" }.map(\.line))
        #expect(errors.isSuperset(of: [6, 8, 9, 10, 11]), "\(output)")
        #expect(!errors.contains(7), "\(output)")
        #expect(!output.errorText.contains("Fatal"), "\(output)")
    }

    /// Errors, as named does not load the zone; `compile` reads it as Knot and NSD do.
    @Test(arguments: [
        #"n NAPTR 1 2 "u" "E2U+sip" "!(!x!" ."#, "n LOC 90 0 0.001 N 0 E 0m", "n NSEC b.", "n IPSECKEY 10 0 2 .",
        ##"n TYPE252 \# 1 00"##, ##"n TYPE3 \# 3 016100"##, ##"n NSEC \# 3 016200"##, #"n CAA 0 "issue" "x""#,
        "n DNSKEY 256 3 ECC-GOST AQ==", "n NSEC3 1 0 1 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A",
        "n CLA x", "n NSEC b IPN", "n HTTPS 1 a.example.net. ohttp",
    ])
    func whatOnlyNamedRefuses(line: String) throws {
        for options in [[], ["--profile", "load"]] {
            let directory = try TemporaryDirectory()
            let file = directory.path("bad.zone")
            try writeFile(file, head + line + "\n")
            let output = try run([zonectlPath, "check", "--origin", "example.go.id", file] + options)
            #expect(output.status == 1, "\(output)")
            #expect(findings(output).filter { $0.severity == "error" }.map(\.line) == [6], "\(output)")
            #expect(output.text.contains("named refuses") || output.errorText.contains("named refuses"), "\(output)")
            #expect(try Tool.namedCheckzone("example.go.id", file).status != 0)
            #expect(try run([zonectlPath, "compile", "--origin", "example.go.id", file]).status == 0)
        }
    }

    @Test func excerptAndCaret() throws {
        let output = try check("a IN A 192.0.2.256")
        let lines = (output.text + output.errorText).split(separator: "\n").map(String.init)
        guard let index = lines.firstIndex(where: { $0.contains("bad.zone:6:8: error") }) else {
            Issue.record("no bad.zone:6:8 in \(output)")
            return
        }
        let after = lines[(index + 1)...].prefix(2)
        #expect(
            after.contains { $0.contains("a IN A 192.0.2.256") } && after.contains { $0.contains("^") }, "\(output)")
    }

    @Test(arguments: [
        "x IN CNAME y.example.net.\nx IN A 192.0.2.1", "x IN CNAME y.example.net.\nx IN CNAME z.example.net.",
        "@ IN CNAME y.example.net.", "@ IN SOA ns1 hostmaster 2 10800 3600 1209600 3600",
        "x.example.org. IN A 192.0.2.1", "\(String(repeating: "a", count: 64)) IN A 192.0.2.1",
        "x IN TXT \(String(repeating: "a", count: 256))", "x IN A 192.0.02.1", "x IN AAAA 2001:db8::g",
        "x IN NS ns.x", "@ IN NS ns9", "x IN A 192.0.2.1 \u{FEFF}",
        "\((0..<5).map { _ in String(repeating: "a", count: 60) }.joined(separator: ".")) IN A 192.0.2.1",
    ])
    func whatServersRefuseIsAnError(lines: String) throws {
        let output = try check(lines)
        #expect(output.status == 1, "\(output)")
        #expect(findings(output).contains { $0.severity == "error" && $0.line >= 3 }, "\(output)")
    }

    @Test(arguments: [
        "", "$ORIGIN example.go.id.\n@ IN NS ns1\nns1 IN A 192.0.2.1\n",
        "@ 3600 IN SOA ns1 hostmaster 1 10800 3600 1209600 3600\nns1 3600 IN A 192.0.2.1\n",
    ])
    func withoutSOAOrNS(text: String) throws {
        let directory = try TemporaryDirectory()
        try writeFile(directory.path("bad.zone"), text)
        let output = try run([zonectlPath, "check", "--origin", "example.go.id", directory.path("bad.zone")])
        #expect(output.status == 1, "\(output)")
    }

    @Test func byteOrderMark() throws {
        let directory = try TemporaryDirectory()
        try writeFile(directory.path("bad.zone"), "\u{FEFF}" + head)
        let output = try run([zonectlPath, "check", "--origin", "example.go.id", directory.path("bad.zone")])
        #expect(output.status == 1, "\(output)")
        #expect(findings(output).contains { $0.line == 1 }, "\(output)")
    }

    /// Where it stands, what is said, and that one mistake is told once.
    @Test(arguments: [
        ("x 2147483648 A 192.0.2.1", "6:3: warning TTL_TOO_LARGE: ", "TTL_ZERO"),
        ("$TTL 2147483648\nx A 192.0.2.1", "6:6: warning TTL_TOO_LARGE: ", "TTL_ZERO"),
        ("x A 192.0.2.1\r", "6:14: notice CRLF_LINES: ", "LINE_ENDING"),
        ("w A4 192.0.2.1", "6:3: error UNKNOWN_TYPE: unknown record type 'A4'; did you mean A?", "A6"),
        ("w AA 192.0.2.1", "6:3: error UNKNOWN_TYPE: unknown record type 'AA'; did you mean A?", "A6"),
        ("w AAA 2001:db8::1", "did you mean AAAA?", "A6"), ("w MXX 10 mail", "did you mean MX?", "A6"),
        ("x.example.org. A 192.0.2.1", "BIND leaves it out with a line in its log", "silently"),
        ("@ ZONEMD 1 1 1 \(String(repeating: "5A", count: 48))", "ZONEMD digests are not computed", "ZONEMD_SERIAL"),
    ])
    func whatIsSaidAndWhere(lines: String, said: String, unsaid: String) throws {
        let output = try check(lines)
        #expect(output.text.contains(said) && !output.text.contains(unsaid), "\(output)")
    }

    @Test func aFileThatEndsWithinALine() throws {
        let directory = try TemporaryDirectory()
        try writeFile(directory.path("bad.zone"), head + "x A 192.0.2.1\ny A 192.0.2.2")
        let output = try run([zonectlPath, "check", "--origin", "example.go.id", directory.path("bad.zone")])
        #expect(output.text.contains("bad.zone:7:1: notice NO_FINAL_NEWLINE"), "\(output)")
    }

    @Test func severalChainsAreToldApart() throws {
        let base = try readText(goldenFolder + "/faults/nsec3.zone")
        let directory = try TemporaryDirectory()
        let hash = "FSNN30B9R06UTO1B2P8F1QUKO3NKFH8J.example.go.id. 3600 IN NSEC3 1 0 0"
        #expect(base.contains(hash))
        try writeFile(directory.path("bad.zone"), base.replacingOccurrences(of: hash, with: hash.dropLast() + "5"))
        let output = try run([zonectlPath, "check", "--origin", "example.go.id", directory.path("bad.zone")])
        for chain in [" with 0 iterations and salt -", " with 5 iterations and salt -"] {
            #expect(output.text.contains("no NSEC3 record\(chain) is of the hash of "), "\(output)")
        }
    }

    @Test func files() throws {
        #expect(try run([zonectlPath, "check", "--origin", "example.go.id", "/nonexistent/zone"]).status == 4)
        #expect(try run([zonectlPath, "check", "--origin", "example.go.id", "/tmp"]).status == 4)
    }

    @Test func include() throws {
        let directory = try TemporaryDirectory()
        try writeFile(directory.path("bad.zone"), head + "$INCLUDE part.zone\n")
        try writeFile(directory.path("part.zone"), "a IN A 192.0.2.1\nb IN A bad\n")
        let output = try run([zonectlPath, "check", "--origin", "example.go.id", directory.path("bad.zone")])
        #expect(output.status == 1 && (output.text + output.errorText).contains("part.zone:2:8: error"), "\(output)")
        // A file outside the folder is not read, and nothing of it is quoted.
        try writeFile(directory.path("bad.zone"), head + "$INCLUDE /etc/passwd\n")
        let outside = try run([zonectlPath, "check", "--origin", "example.go.id", directory.path("bad.zone")])
        #expect(outside.status == 1 && !(outside.text + outside.errorText).contains("root:"), "\(outside)")
        // A file that includes itself ends.
        try writeFile(directory.path("bad.zone"), head + "$INCLUDE bad.zone\n")
        let cycle = try run([zonectlPath, "check", "--origin", "example.go.id", directory.path("bad.zone")])
        #expect(cycle.status == 1, "\(cycle)")
    }

    @Test func registry() throws {
        let office = try Office()
        try office.add("dinkes")
        try office.render()
        try office.succeeds("check")
        // Settings, static records and the rendered file are all looked at.
        let settings = try readText(office.settingsFile)
        try office.set("quarantineDays", "\"ninety\"")
        let badSettings = try office.zonectl("check")
        #expect(
            badSettings.status == 1 && (badSettings.text + badSettings.errorText).contains("zone.json"),
            "\(badSettings)")
        try writeFile(office.settingsFile, settings)
        try office.set("quarantineDay", "90")
        let unknownKey = try office.zonectl("check")
        #expect(
            unknownKey.status == 1 && (unknownKey.text + unknownKey.errorText).contains("quarantineDay"),
            "\(unknownKey)")
        try writeFile(office.settingsFile, settings)
        try office.succeeds("check")
        try office.addStatic("portal IN A bad")
        let badStatic = try office.zonectl("check")
        #expect(
            badStatic.status == 1 && (badStatic.text + badStatic.errorText).contains("static.zone:"), "\(badStatic)")
    }

    @Test func json() throws {
        let directory = try TemporaryDirectory()
        try writeFile(directory.path("bad.zone"), head + "a IN A bad\n")
        let output = try run(
            [zonectlPath, "check", "--format", "json", "--origin", "example.go.id", directory.path("bad.zone")])
        #expect(output.status == 1, "\(output)")
        let document = try output.json() as? [String: Any]
        let findings = document?["findings"] as? [[String: Any]]
        let summary = document?["summary"] as? [String: Any]
        #expect(findings?.first?["code"] is String && findings?.first?["message"] is String, "\(output)")
        #expect(findings?.first?["line"] as? Int == 6 && findings?.first?["column"] as? Int == 8, "\(output)")
        #expect(findings?.first?["severity"] as? String == "error", "\(output)")
        #expect(summary?["errors"] as? Int == 1 && summary?["files"] as? Int == 1, "\(output)")
    }
}

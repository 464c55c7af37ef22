import Foundation
import Testing

/// Findings for people and for machines: each form by its own rules.
@Suite struct FindingFormatsTests {
    private let directory: TemporaryDirectory
    private var file: String { directory.path("db.example.go.id") }
    private static let head = """
        $ORIGIN example.go.id.
        $TTL 3600
        @ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
        @ NS ns1
        @ NS ns2
        ns1 A 192.0.2.53
        ns2 A 198.51.100.53

        """

    init() throws {
        directory = try TemporaryDirectory()
        try writeFile(
            file,
            Self.head + """
                a CNAME b
                c 60 MX 10 b
                c 61 MX 20 ns1
                d A 192.0.2.1 ; zonectl: allow CNAME_LOOP
                e A 192.0.2.256
                ns TXT "<&>\\"100%,:"
                d NS ns.d
                f CNAME f

                """)
    }

    private func check(_ format: String, _ options: String...) throws -> Outcome {
        try run([zonectlPath, "check", "--format", format, file] + options)
    }

    // MARK: Text

    /// What of its record each finding is about.
    private static let places: [(line: String, place: String)] = [
        ("a CNAME b", "9 CNAME_TARGET_MISSING"), ("  300 IN CNAME b", "16 CNAME_TARGET_MISSING"),
        ("c MX 10 b", "9 MX_NO_ADDRESS"), ("_s._tcp SRV 0 0 1 b", "19 SRV_NO_ADDRESS"), ("d NS ns.d", "6 MISSING_GLUE"),
        ("f CNAME f", "9 CNAME_LOOP"), ("g A 192.0.2.256", "5 BAD_FIELD"), ("h_h A 192.0.2.1", "1 BAD_HOST_NAME"),
        ("i MX 1 b_c.other.", "8 BAD_TARGET_NAME"), ("@ CNAME x.other.", "3 APEX_CNAME"),
        ("ns2 3601 A 192.0.2.54", "5 RRSET_TTL"), ("j A 192.0.2.1 ; zonectl: allow NO_NS", "15 REFUSED_WAIVER"),
        ("k MX (\n 10 b )", "3 MX_NO_ADDRESS"), ("l TXT \"v=spf1 a:\"", "7 SPF_SYNTAX"),
        // Without an owner on the line, not below a blank.
        ("  TXT \"v=spf1 a:\"", "7 SPF_SYNTAX"),
    ]

    @Test(arguments: places) func carets(line: String, place: String) throws {
        try writeFile(file, Self.head + line + "\n")
        let output = try check("text")
        let lines = output.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let words = place.split(separator: " ")
        let at = try #require(lines.firstIndex { $0.contains(" \(words[1]): ") }, "\(output)")
        #expect(lines[at].contains(":8:\(words[0]): "), "\(output)")
        #expect(lines[at + 1] == "    " + line.split(separator: "\n")[0], "\(output)")
        #expect(lines[at + 2].prefix { $0 == " " }.count == 3 + (Int(words[0]) ?? 0), "\(output)")
        // JSON has the same column.
        let document = try check("json").json() as? [String: Any]
        let found = (document?["findings"] as? [[String: Any]])?.first { $0["code"] as? String == String(words[1]) }
        #expect(found?["column"] as? Int == Int(words[0]))
    }

    @Test func fieldsOfTheSOARecord() throws {
        try writeFile(file, Self.head.replacingOccurrences(of: "10800 3600 1209600", with: "10800 20000 1209600"))
        let output = try check("text")
        #expect(output.text.contains(":3:39: warning SOA_RETRY_TOO_LONG: "), "\(output)")
    }

    @Test func summaryIsCountedByCode() throws {
        try writeFile(file, Self.head + "a CNAME b\nc CNAME b\nd 1 TXT x\nd 2 TXT y\n")
        let output = try check("text")
        let tail = output.text.split(separator: "\n", omittingEmptySubsequences: false).suffix(5)
        #expect(
            Array(tail) == [
                "", "  2  error    CNAME_TARGET_MISSING", "  1  warning  RRSET_TTL",
                "1 zone, 1 file, 9 records: 2 errors, 1 warning, 0 notices", "",
            ], "\(output)")
        // With -q, what is found and the totals.
        let quiet = try check("text", "-q")
        #expect(!quiet.text.contains("  2  error") && quiet.lines.last?.contains("2 errors") == true, "\(quiet)")
        try writeFile(file, Self.head)
        #expect(try check("text", "-q").text.isEmpty)
        #expect(try check("text").lines.count == 1)
    }

    @Test func filesAreHeadedWhereThereAreSeveral() throws {
        let other = directory.path("part")
        try writeFile(other, "x CNAME nowhere\n")
        try writeFile(file, Self.head + "$INCLUDE part\na CNAME b\n")
        let output = try check("text")
        let headings = output.lines.filter { $0.hasSuffix(":") }
        #expect(headings == [file + ":", other + ":"] || headings == [other + ":", file + ":"], "\(output)")
        #expect(output.lines.filter { $0.contains(": error CNAME_TARGET_MISSING: ") }.count == 2)
        try writeFile(other, "x CNAME ns1\n")
        #expect(try !check("text").lines.contains { $0.hasSuffix(":") })
    }

    @Test func colourOnRequestAndNarrowScreens() throws {
        try writeFile(file, Self.head + "a TXT \"\(String(repeating: "x", count: 200))\" \"y\n")
        #expect(try !check("text").text.contains("\u{1B}"))
        #expect(try check("text", "--color", "always").text.contains("\u{1B}[31merror\u{1B}[0m"))
        // What is shown of a long line fits, with the place in it.
        for columns in [40, 80] {
            let output = try run([zonectlPath, "check", file], environment: ["COLUMNS": "\(columns)"])
            let lines = output.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let caret = try #require(lines.firstIndex { $0.hasSuffix("^") })
            #expect(lines[caret].count <= columns && lines[caret - 1].count <= columns, "\(output)")
            let at = try #require(lines[caret].firstIndex(of: "^"))
            #expect(lines[caret - 1][at] == "\"", "\(output)")
        }
    }

    // MARK: SARIF

    /// The rules of SARIF 2.1.0 that a document like ours can break.
    @Test(arguments: ["en", "id"]) func sarif(language: String) throws {
        let output = try check("sarif", "--lang", language)
        #expect(output.status == 1)
        let document = try #require(try output.json() as? [String: Any])
        #expect(
            document["version"] as? String == "2.1.0"
                && (document["$schema"] as? String)?.contains("sarif-2.1.0") == true)
        #expect(Set(document.keys) == ["$schema", "version", "runs"])
        let run = try #require((document["runs"] as? [[String: Any]])?.first)
        #expect(Set(run.keys).isSubset(of: ["tool", "invocations", "columnKind", "results"]))
        #expect(["utf16CodeUnits", "unicodeCodePoints"].contains(run["columnKind"] as? String ?? ""))
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "zonectl" && driver["version"] is String)
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let identifiers = rules.compactMap { $0["id"] as? String }
        // The rules of a run are unique (§3.19.23).
        #expect(identifiers.count == rules.count && Set(identifiers).count == rules.count && rules.count >= 3)
        let allowed: Set = [
            "id", "name", "shortDescription", "fullDescription", "defaultConfiguration", "help", "helpUri",
        ]
        for rule in rules {
            #expect(Set(rule.keys).isSubset(of: allowed))
            for key in ["shortDescription", "fullDescription", "help"] {
                let text = (rule[key] as? [String: Any])?["text"] as? String
                #expect(text?.isEmpty == false, "\(key) of \(rule)")
            }
            let level = (rule["defaultConfiguration"] as? [String: Any])?["level"] as? String
            #expect(["none", "note", "warning", "error"].contains(level ?? ""))
            if let uri = rule["helpUri"] as? String { #expect(URL(string: uri)?.scheme == "https", "\(uri)") }
        }
        #expect(rules.contains { $0["helpUri"] is String })
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(!results.isEmpty)
        for result in results {
            // A result's index is that of its rule (§3.27.6), its message has text (§3.11.8).
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(identifiers.indices.contains(index) && identifiers[index] == result["ruleId"] as? String)
            #expect(["none", "note", "warning", "error"].contains(result["level"] as? String ?? ""))
            #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
            let location = try #require(
                (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
            let uri = (location["artifactLocation"] as? [String: Any])?["uri"] as? String
            #expect(uri.flatMap { URL(string: $0) } != nil, "\(result)")
            let region = try #require(location["region"] as? [String: Any])
            // Lines and columns count from 1 (§3.30.5).
            #expect((region["startLine"] as? Int ?? 0) >= 1 && (region["startColumn"] as? Int ?? 0) >= 1)
            let prints = result["partialFingerprints"] as? [String: String]
            #expect(prints?.count == 1)
        }
        let prints = results.compactMap { ($0["partialFingerprints"] as? [String: String])?.values.first }
        #expect(Set(prints).count == results.count)
    }

    @Test func sarifNamesOddFiles() throws {
        let odd = directory.path("db 100%.zone")
        try writeFile(odd, Self.head + "a CNAME b\n")
        let output = try run([zonectlPath, "check", "--format", "sarif", "--origin", "example.go.id", odd])
        #expect(output.text.contains("db%20100%25.zone\"") && output.text.contains("\"file:///"), "\(output)")
        try writeFile(file, Self.head)
        let empty = try check("sarif").json() as? [String: Any]
        #expect(((empty?["runs"] as? [[String: Any]])?.first?["results"] as? [Any])?.isEmpty == true)
    }

    /// Programs count characters where people with an editor and a terminal count octets.
    @Test(arguments: [
        ("\u{E9}\u{E9}\u{E9} MX 10 nix", 14, 11, "MX_NO_ADDRESS"),
        ("x TXT \"\u{1F600}\" ; \u{E9} ; zonectl: allow NOSUCH", 19, 15, "BAD_WAIVER"),
        ("a CNAME b", 9, 9, "CNAME_TARGET_MISSING"),
    ])
    func columnsOfCharacters(line: String, octets: Int, characters: Int, code: String) throws {
        try writeFile(file, Self.head + line + "\n")
        let sarif = try check("sarif").json() as? [String: Any]
        let results = (sarif?["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]]
        let result = try #require(results?.first { $0["ruleId"] as? String == code })
        let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        #expect((location?["region"] as? [String: Any])?["startColumn"] as? Int == characters)
        let github = try check("github")
        #expect(github.lines.contains { $0.contains("line=8,col=\(characters),title=\(code)::") }, "\(github)")
        let text = try check("text")
        #expect(text.text.contains(":8:\(octets): ") && text.text.contains(" \(code): "), "\(text)")
    }

    /// Whoever reads the findings is to know what was not looked at, whatever the form; registry and files alike.
    @Test func thatSignaturesAreNotVerifiedIsSaid() throws {
        let signature = "a TXT x\na RRSIG TXT 13 4 3600 20361101000000 20261101000000 1 @ AAAA\n"
        func notes(_ command: [String]) throws -> [String] {
            let document = try run(command + ["--format", "json"]).json() as? [String: Any]
            let notes = try #require(document?["notes"] as? [[String: Any]])
            #expect(notes.allSatisfy { Set($0.keys) == ["code", "message"] })
            let sarif = try run(command + ["--format", "sarif"]).json() as? [String: Any]
            let call = ((sarif?["runs"] as? [[String: Any]])?.first?["invocations"] as? [[String: Any]])?.first
            let told = try #require(call?["toolExecutionNotifications"] as? [[String: Any]])
            #expect(
                told.map { ($0["descriptor"] as? [String: Any])?["id"] as? String }
                    == notes.map { $0["code"] as? String })
            #expect(try run(command).text.contains("not verified") == !notes.isEmpty)
            return notes.compactMap { $0["code"] as? String }
        }
        let command = [zonectlPath, "check", file]
        try writeFile(file, Self.head)
        #expect(try notes(command) == [])
        try writeFile(file, Self.head + signature)
        #expect(try notes(command) == ["SIGNATURES_NOT_VERIFIED"])
        let office = try Office()
        #expect(try notes(office.command(["check"])) == [])
        try office.addStatic(signature)
        #expect(try notes(office.command(["check"])) == ["SIGNATURES_NOT_VERIFIED"])
    }

    // MARK: GitLab

    private func issues(_ options: String...) throws -> [[String: Any]] {
        let output = try run([zonectlPath, "check", "--format", "gitlab", file] + options)
        guard let issues = try output.json() as? [[String: Any]] else { throw HarnessError("no array: \(output)") }
        return issues
    }

    @Test func gitlab() throws {
        let found = try issues()
        #expect(found.count >= 3)
        for issue in found {
            #expect(Set(issue.keys) == ["description", "check_name", "fingerprint", "severity", "location"])
            #expect(["info", "minor", "major", "critical", "blocker"].contains(issue["severity"] as? String ?? ""))
            let location = try #require(issue["location"] as? [String: Any])
            #expect((location["path"] as? String)?.hasPrefix("./") == false)
            #expect(((location["lines"] as? [String: Any])?["begin"] as? Int ?? 0) >= 1)
        }
        func severity(_ code: String) -> String? {
            found.first { $0["check_name"] as? String == code }?["severity"] as? String
        }
        #expect(severity("BAD_FIELD") == "blocker" && severity("CNAME_LOOP") == "critical")
        #expect(severity("RRSET_TTL") == "minor" && severity("UNUSED_WAIVER") == "info")
    }

    /// The same finding has the same fingerprint wherever its line goes and whatever the language; no two have one.
    @Test func fingerprintsStay() throws {
        try writeFile(
            file, Self.head + "a CNAME b\nd 1 TXT x\nd 2 TXT y\nz A 192.0.2.1\nz A 192.0.2.1\nz A 192.0.2.1\n")
        let before = try issues().compactMap { $0["fingerprint"] as? String }
        try writeFile(
            file,
            "; moved\n" + Self.head + "\nz A 192.0.2.1\nz A 192.0.2.1\nz A 192.0.2.1\nd 1 TXT x\nd 2 TXT y\na CNAME b\n"
        )
        let after = try issues("--lang", "id").compactMap { $0["fingerprint"] as? String }
        #expect(before.count == 4 && Set(before).count == 4 && Set(before) == Set(after), "\(before) \(after)")
        try writeFile(file, Self.head)
        #expect(try issues().isEmpty)
    }

    // MARK: JUnit and GitHub

    @Test func junit() throws {
        let output = try check("junit")
        #expect(output.status == 1)
        let cases = output.lines.filter { $0.contains("<testcase ") }
        #expect(cases.count == output.lines.filter { $0.contains("<failure ") }.count && cases.count >= 3)
        #expect(output.text.contains("tests=\"\(cases.count)\" failures=\"\(cases.count)\""))
        // Each element that is opened is closed.
        for name in ["testsuites", "testsuite", "testcase", "failure"] {
            let opened = output.text.components(separatedBy: "<\(name) ").count
            #expect(opened == output.text.components(separatedBy: "</\(name)>").count, "\(name)")
        }
        try writeFile(file, Self.head)
        let empty = try check("junit")
        #expect(empty.status == 0 && empty.text.contains("tests=\"1\" failures=\"0\""), "\(empty)")
    }

    @Test func github() throws {
        let output = try check("github")
        let shape = #/::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[A-Z0-9_]+::.+/#
        #expect(output.lines.count >= 3)
        for line in output.lines { #expect(line.wholeMatch(of: shape) != nil, "\(line)") }
    }

    // MARK: What cannot be read

    /// One file, a folder, a registry that is empty or not there: a finding in a whole document, and exit code 4.
    @Test(arguments: ["json", "sarif", "junit", "github", "gitlab"])
    func whatCannotBeReadIsAFinding(format: String) throws {
        let empty = directory.path("empty")
        try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: false)
        let given = [
            ["--origin", "example.go.id", directory.path("none.zone")], ["--origin", "example.go.id", empty],
            ["-C", empty], ["-C", directory.path("none")],
        ]
        for words in given {
            let output = try run([zonectlPath, "check", "--format", format] + words)
            #expect(output.status == 4 && output.errorText.isEmpty, "\(output)")
            #expect(output.text.contains("FILE_UNREADABLE") && output.text.contains(words.last ?? "?"), "\(output)")
            switch format {
            case "json", "sarif", "gitlab": _ = try output.json()
            case "junit": #expect(output.text.hasSuffix("</testsuites>\n"), "\(output)")
            default: #expect(output.lines.count == 1, "\(output)")
            }
        }
    }
}

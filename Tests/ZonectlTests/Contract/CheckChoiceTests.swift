import Foundation
import Testing

/// What of the findings is shown, and how gravely: waivers, severities, `--only`, `--skip`, `--max`, `--baseline`.
@Suite struct CheckChoiceTests {
    private static let head = """
        $ORIGIN example.go.id.
        $TTL 3600
        @ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
        @ NS ns1
        @ NS ns2
        ns1 A 192.0.2.53
        ns2 A 198.51.100.53

        """
    /// They take lines 1 to 7.
    private static let lines = 7

    private let directory: TemporaryDirectory
    private var file: String { directory.path("db.example.go.id") }

    init() throws { directory = try TemporaryDirectory() }

    /// Of what `check` reports about the head and these lines: `LINE CODE severity`.
    private func found(_ text: String, _ options: String...) throws -> [String] {
        try writeFile(file, Self.head + text + "\n")
        return try findings(options).found
    }

    private func findings(_ options: [String]) throws -> (found: [String], status: Int32) {
        let output = try run([zonectlPath, "check", "--format", "json", file] + options)
        guard let document = try output.json() as? [String: Any], let list = document["findings"] as? [[String: Any]]
        else {
            throw HarnessError("no findings in \(output)")
        }
        let found = list.map { "\($0["line"] ?? "") \($0["code"] ?? "") \($0["severity"] ?? "")" }
        return (found, output.status)
    }

    // MARK: Waivers

    private static let waived: [(text: String, found: [String])] = [
        ("a CNAME b", ["8 CNAME_TARGET_MISSING error"]),
        ("a CNAME b ; zonectl: allow CNAME_TARGET_MISSING", []), ("a CNAME b;zonectl:allow cname-target-missing", []),
        ("a CNAME b ; zonectl: allow CNAME_TARGET_MISSING ; moves in May", []),
        ("; zonectl: allow CNAME_TARGET_MISSING\na CNAME b", []),
        ("a CNAME ( ; zonectl: allow CNAME_TARGET_MISSING\n b )", []),
        ("a CNAME (\n b ) ; zonectl: allow CNAME_TARGET_MISSING", []),
        // In any letter case, and in a later part of the comment.
        ("a CNAME b ; ZONECTL: ALLOW CNAME_TARGET_MISSING", []),
        ("a CNAME b ; Zonectl: Allow Cname_Target_Missing", []),
        ("a CNAME b ; old; zonectl: allow CNAME_TARGET_MISSING", []),
        // What was about a record that has been commented out is not about the next one.
        ("; a CNAME b ; zonectl: allow CNAME_TARGET_MISSING\nc CNAME b", ["9 CNAME_TARGET_MISSING error"]),
        // With a reason.
        ("a CNAME b ; zonectl: allow CNAME_TARGET_MISSING (ticket 12)", []),
        ("a CNAME b ; zonectl: allow CNAME_TARGET_MISSING(until May, CNAME_LOOP)", []),
        ("a CNAME b ; zonectl: allow CNAME_TARGET_MISSING -- until May", []),
        ("a CNAME b ; zonectl: allow CNAME_TARGET_MISSING until", ["8 BAD_WAIVER warning"]),
        ("a CNAME b ; zonectl: allow (ticket 12)", ["8 CNAME_TARGET_MISSING error", "8 BAD_WAIVER warning"]),
        ("a A 192.0.2.1 ; zonectl: allow ALL", ["8 BAD_WAIVER warning"]),
        // For that record only.
        ("a CNAME b ; zonectl: allow CNAME_TARGET_MISSING\nc CNAME b", ["9 CNAME_TARGET_MISSING error"]),
        ("c CNAME b\na CNAME b ; zonectl: allow CNAME_TARGET_MISSING", ["8 CNAME_TARGET_MISSING error"]),
        // Two codes, commas or not; one of them in vain.
        (
            "a 60 MX 1 b\na 61 MX 2 b ; zonectl: allow MX_NO_ADDRESS, RRSET_TTL\na TXT \"v=spf1 mx -all\"",
            ["8 MX_NO_ADDRESS error"]
        ),
        ("a CNAME b ; zonectl: allow CNAME_TARGET_MISSING CNAME_LOOP", ["8 UNUSED_WAIVER notice"]),
        ("a A 192.0.2.1 ; zonectl: allow CNAME_TARGET_MISSING", ["8 UNUSED_WAIVER notice"]),
        (
            "; zonectl: allow CNAME_TARGET_MISSING\n\na CNAME b",
            ["8 UNUSED_WAIVER notice", "10 CNAME_TARGET_MISSING error"]
        ),
        // What is not understood.
        ("a A 192.0.2.1 ; zonectl: allow NOSUCH", ["8 BAD_WAIVER warning"]),
        ("a A 192.0.2.1 ; zonectl: allow", ["8 BAD_WAIVER warning"]),
        ("a A 192.0.2.1 ; zonectl: alow NO_SOA", ["8 BAD_WAIVER warning"]),
        ("a A 192.0.2.1 ; zonectl:", ["8 BAD_WAIVER warning"]),
        // What stops a server, in the zone and in its text.
        ("a NS ns.a ; zonectl: allow MISSING_GLUE", ["8 MISSING_GLUE error", "8 REFUSED_WAIVER warning"]),
        ("a A 192.0.2.256 ; zonectl: allow BAD_FIELD", ["8 BAD_FIELD error", "8 REFUSED_WAIVER warning"]),
        (#"a CAA 0 "issue" "x" ; zonectl: allow ODD_FIELD"#, ["8 ODD_FIELD error", "8 REFUSED_WAIVER warning"]),
        // What the reader only warns of can be waived.
        ("a LOC 7 0 0 S 109 0 0 E 40m 15m ; zonectl: allow ODD_FIELD", []),
        // All that a $GENERATE makes.
        ("$GENERATE 1-9 a$ CNAME b ; zonectl: allow CNAME_TARGET_MISSING", []),
    ]

    @Test(arguments: waived)
    func waivers(text: String, found wanted: [String]) throws { #expect(try found(text) == wanted) }

    @Test func aWaiverOfEverythingIsToldWhatToDo() throws {
        try writeFile(file, Self.head + "a CNAME b ; zonectl: allow all\n")
        let output = try run([zonectlPath, "check", file])
        #expect(output.text.contains("BAD_WAIVER: a waiver names each code"), "\(output)")
        #expect(output.text.contains("--severity CODE=off"), "\(output)")
    }

    /// What waives nothing is counted like any other finding.
    @Test func manyWaiversInVain() throws {
        try writeFile(
            file,
            Self.head + (0..<9).map { "a\($0) TXT x ; zonectl: allow NO_SOA RRSET_TTL CNAME_LOOP NOSUCH\n" }.joined())
        let output = try run([zonectlPath, "check", "--max", "4", "--format", "json", file])
        let document = try #require(try output.json() as? [String: Any])
        let found = (document["findings"] as? [[String: Any]] ?? [])
        for (code, count) in [("UNUSED_WAIVER", 18), ("BAD_WAIVER", 9), ("REFUSED_WAIVER", 9)] {
            let ours = found.filter { $0["code"] as? String == code }
            #expect(ours.count == 5 && ours.last?["more"] as? Int == count - 4, "\(code) of \(ours)")
            #expect(ours.dropLast().allSatisfy { $0["more"] == nil })
        }
        #expect((document["summary"] as? [String: Any])?["notices"] as? Int == 18, "\(output)")
    }

    /// A file that two zones include has its waivers for both.
    @Test func waiversInAFileOfTwoZones() throws {
        let other = directory.path("db.other.go.id")
        try writeFile(directory.path("part"), "a CNAME b ; zonectl: allow CNAME_TARGET_MISSING\n")
        try writeFile(file, Self.head + "$INCLUDE part\n")
        try writeFile(
            other, Self.head.replacingOccurrences(of: "example.go.id", with: "other.go.id") + "$INCLUDE part\n")
        let output = try run([zonectlPath, "check", file, other])
        #expect(output.status == 0 && !output.text.contains("WAIVER"), "\(output)")
        // What there is to say about them is said once.
        try writeFile(
            directory.path("part"),
            "a A 192.0.2.1 ; zonectl: allow CNAME_LOOP NOSUCH\nb CNAME a ; zonectl: allow NO_SOA\n")
        let unused = try run([zonectlPath, "check", file, other, "--format", "github"])
        let said = unused.lines.map { $0.prefix { $0 != " " } }
        #expect(said == ["::warning", "::notice", "::warning"], "\(unused)")
    }

    @Test func waiversInIncludedFiles() throws {
        try writeFile(directory.path("part"), "; zonectl: allow CNAME_TARGET_MISSING\na CNAME b\nc CNAME b\n")
        #expect(
            try found("$INCLUDE part\nd CNAME b ; zonectl: allow CNAME_TARGET_MISSING") == [
                "3 CNAME_TARGET_MISSING error"
            ])
        // A waiver is of its own file: the same line of another is not meant.
        try writeFile(directory.path("part"), String(repeating: "\n", count: Self.lines + 1) + "a CNAME b\n")
        let lines = try found("$INCLUDE part\nd CNAME b ; zonectl: allow CNAME_TARGET_MISSING")
        #expect(lines == ["9 CNAME_TARGET_MISSING error"])
    }

    @Test func waiversInStaticZone() throws {
        let office = try Office()
        try office.addStatic("portal CNAME nowhere ; zonectl: allow CNAME_TARGET_MISSING")
        try office.addStatic("; zonectl: allow CNAME_LOOP")
        try office.addStatic("web CNAME nowhere")
        let output = try office.zonectl("check")
        #expect(output.status == 1)
        #expect(output.lines.filter { $0.contains(": error ") }.count == 1, "\(output)")
        #expect(output.text.contains("notice UNUSED_WAIVER: CNAME_LOOP"), "\(output)")
    }

    /// A check that did not run finds nothing anywhere.
    @Test func aWaiverOfACheckThatIsOffIsNotUnused() throws {
        let line = "a A 192.0.2.1 ; zonectl: allow CNAME_TARGET_MISSING"
        #expect(try found(line, "--severity", "CNAME_TARGET_MISSING=off") == [])
        #expect(try found(line, "--skip", "CNAME_TARGET_MISSING") == [])
        #expect(try found(line, "--profile", "load") == [])
        #expect(try found(line, "--skip", "UNUSED_WAIVER") == [])
    }

    // MARK: Severities

    private static let chosen: [(options: [String], found: [String], status: Int32)] = [
        (["--severity", "CNAME_LOOP=warning"], ["8 CNAME_LOOP warning", "9 BAD_FIELD error"], 1),
        (["--severity=cname_loop=off"], ["9 BAD_FIELD error"], 1),
        (["--severity", "CNAME_LOOP=off", "--severity", "BAD_FIELD=notice"], ["9 BAD_FIELD notice"], 0),
        (["--severity", "BAD_FIELD=off", "--profile", "load"], ["9 BAD_FIELD error"], 1),
        (["--only", "CNAME_LOOP"], ["8 CNAME_LOOP error"], 1),
        (["--only", "cname-loop,NO_SOA"], ["8 CNAME_LOOP error"], 1),
        (["--skip", "CNAME_LOOP", "--skip", "BAD_FIELD"], [], 0), (["--only", "NO_SOA"], [], 0),
        (["--only", "BAD_FIELD", "--skip", "BAD_FIELD"], [], 0),
    ]

    @Test(arguments: chosen)
    func choices(options: [String], found wanted: [String], status: Int32) throws {
        try writeFile(file, Self.head + "a CNAME a\nb A 192.0.2.256\n")
        let outcome = try findings(options)
        #expect(outcome.found == wanted && outcome.status == status)
    }

    @Test(arguments: [
        (["--severity", "NO_SOAA=off"], "NO_SOA"), (["--severity", "NO_SOA=of"], "did you mean off"),
        (["--severity", "NO_SOA"], "CODE=off"), (["--only", "NO_SOAA"], "NO_SOA?"),
        (["--skip", "NO_SOA,,NOSOA"], "NO_SOA?"),
        (["--skip", ","], "needs a code"), (["--max", "-1"], "max"), (["--max", "many"], "max"),
        (["--fail-on", "warnings"], "did you mean warning"),
    ])
    func badChoices(options: [String], hint: String) throws {
        try writeFile(file, Self.head)
        let output = try run([zonectlPath, "check", file] + options)
        #expect(output.status == 2 && output.text.isEmpty && output.errorText.contains(hint), "\(output)")
    }

    @Test func severitiesOfTheZone() throws {
        let office = try Office()
        try office.addStatic("portal CNAME nowhere")
        #expect(try office.zonectl("check").status == 1)
        try office.set("checks", #"{cname_target_missing: "warning"}"#)
        let softened = try office.zonectl("check")
        #expect(softened.status == 0 && softened.text.contains("warning CNAME_TARGET_MISSING"), "\(softened)")
        // The command line comes before the file.
        #expect(try office.zonectl("check", "--severity", "CNAME_TARGET_MISSING=error").status == 1)
        try office.set("checks", #"{CNAME_TARGET_MISSING: "off"}"#)
        #expect(try !office.zonectl("check").text.contains("CNAME_TARGET_MISSING"))
        // What stops a server stops rendering, whatever the settings say.
        try office.addStatic("d NS ns.d")
        try office.set("checks", #"{MISSING_GLUE: "off", CNAME_TARGET_MISSING: "off"}"#)
        #expect(try office.zonectl("check").status == 0)
        #expect(try office.zonectl("check", "--profile", "load").status == 1)
        let render = try office.zonectl("render")
        #expect(render.status == 1 && render.errorText.contains("MISSING_GLUE"), "\(render)")
    }

    @Test(arguments: [
        (#"{NO_SOAA: "off"}"#, "SETTINGS_UNKNOWN_KEY", "did you mean NO_SOA"),
        (#"{NO_SOA: "of"}"#, "SETTINGS_VALUE", "off, notice, warning, error"),
        (#"{NO_SOA: 1}"#, "SETTINGS_TYPE", "checks.NO_SOA"), (#"["NO_SOA"]"#, "SETTINGS_TYPE", "checks"),
        (#"{NO_SOA: "off", no_soa: "error"}"#, "SETTINGS_DUPLICATE_KEY", "twice"),
    ])
    func badSeveritiesOfTheZone(value: String, code: String, hint: String) throws {
        let office = try Office()
        try office.set("checks", value)
        let output = try office.zonectl("check")
        let line = output.lines.first { $0.contains(" \(code): ") }
        #expect(output.status == 1 && line?.contains(hint) == true && line?.contains("zone.json:") == true, "\(output)")
    }

    // MARK: How many

    @Test(arguments: [(1, 2), (2, 3), (9, 9), (0, 9), (10, 9)])
    func maximum(maximum: Int, shown: Int) throws {
        try writeFile(file, Self.head + (0..<9).map { "a\($0) CNAME b\n" }.joined())
        let output = try run([zonectlPath, "check", "--max", "\(maximum)", file])
        #expect(output.lines.filter { $0.contains("error CNAME_TARGET_MISSING: ") }.count == shown, "\(output)")
        #expect(output.text.contains("\(9 - maximum) more of these") == (shown < 9 && maximum > 0), "\(output)")
        #expect(output.lines.last?.contains("9 errors") == true && output.status == 1, "\(output)")
    }

    // MARK: Baseline

    @Test func baseline() throws {
        let baseline = directory.path("baseline.json")
        try writeFile(file, Self.head + "a CNAME b\nc CNAME b\nd 1 TXT x\nd 2 TXT y\nz A 192.0.2.1\nz A 192.0.2.1\n")
        let first = try run([zonectlPath, "check", "--max", "0", "--format", "json", file])
        try writeFile(baseline, first.text)
        // All of it is known, wherever its lines have gone to, and in whichever language.
        try writeFile(
            file,
            Self.head + "\n; moved\nz A 192.0.2.1\n\nz A 192.0.2.1\na CNAME b\nc CNAME b\nd 1 TXT x\nd 2 TXT y\n")
        for options in [[], ["--lang", "id"]] {
            let same = try run([zonectlPath, "check", file, "--baseline", baseline, "--fail-on", "notice"] + options)
            #expect(same.status == 0, "\(same)")
            #expect(same.text.contains("baseline: 4 "), "\(same)")
        }
        // What is new is found; each known one counts once.
        try writeFile(file, Self.head + "a CNAME b\nnew CNAME b\na MX 1 b\n")
        let more = try run([zonectlPath, "check", file, "--baseline", baseline, "--format", "json"])
        let document = try more.json() as? [String: Any]
        let owners = (document?["findings"] as? [[String: Any]])?.map { "\($0["code"] ?? "") \($0["owner"] ?? "")" }
        #expect(owners?.contains("CNAME_TARGET_MISSING new.example.go.id.") == true && more.status == 1, "\(more)")
        #expect(owners?.contains("CNAME_TARGET_MISSING a.example.go.id.") == false, "\(more)")
        let summary = document?["summary"] as? [String: Any]
        #expect(summary?["known"] as? Int == 1 && summary?["gone"] as? Int == 3, "\(more)")
        #expect(more.errorText.contains("1 known finding left out; 3 of its entries no longer occur"), "\(more)")
    }

    /// More than are shown of one check.
    /// A file is the same however its path is written, and from wherever.
    @Test func baselineKnowsItsFilesBySeveralPaths() throws {
        try FileManager.default.createDirectory(atPath: directory.path("a/b"), withIntermediateDirectories: true)
        try writeFile(directory.path("a/db.example.go.id"), Self.head + "x CNAME nix\n")
        func check(_ folder: String, _ words: String) throws -> Outcome {
            try run(["/bin/sh", "-c", "cd \"$1\" && exec \"$0\" check \(words)", zonectlPath, directory.path(folder)])
        }
        let whole = directory.path("a/db.example.go.id")
        for made in ["a/db.example.go.id", "a/b/.././db.example.go.id", whole] {
            try writeFile(directory.path("b.json"), try check(".", "--max 0 --format json \(made)").text)
            for (folder, path, baseline) in [
                (".", "a/db.example.go.id", "b.json"), (".", "./a//b/../db.example.go.id", "./b.json"),
                (".", whole, directory.path("b.json")), ("a", "db.example.go.id", "../b.json"),
                ("a/b", "../db.example.go.id", "../../b.json"),
            ] {
                let output = try check(folder, "--baseline \(baseline) \(path)")
                #expect(output.status == 0 && output.text.contains("baseline: 1 known"), "\(made) \(path): \(output)")
            }
        }
        try FileManager.default.copyItem(atPath: whole, toPath: directory.path("a/b/db.example.go.id"))
        #expect(try check("a/b", "--baseline ../../b.json db.example.go.id").status == 1)
    }

    @Test func baselineOfMany() throws {
        let baseline = directory.path("baseline.json")
        try writeFile(file, Self.head + (0..<1500).map { "a\($0) CNAME b\n" }.joined())
        try writeFile(baseline, try run([zonectlPath, "check", "--max", "0", "--format", "json", file]).text)
        let same = try run([zonectlPath, "check", file, "--baseline", baseline])
        #expect(same.status == 0 && same.text.contains("1500 known"), "\(same)")
    }

    /// One that was made without `--max 0` is no list of all that is known.
    @Test func baselineThatWasCutOff() throws {
        let baseline = directory.path("baseline.json")
        try writeFile(file, Self.head + (0..<9).map { "a\($0) CNAME b\n" }.joined())
        try writeFile(baseline, try run([zonectlPath, "check", "--max", "4", "--format", "json", file]).text)
        let same = try run([zonectlPath, "check", file, "--baseline", baseline, "--format", "json"])
        let document = try #require(try same.json() as? [String: Any])
        let summary = try #require(document["summary"] as? [String: Any])
        #expect(summary["known"] as? Int == 4 && summary["gone"] as? Int == 0, "\(same)")
        #expect((document["findings"] as? [Any])?.count == 5 && same.status == 1, "\(same)")
        #expect(same.errorText.contains("5 findings were not shown") && same.errorText.contains("--max 0"), "\(same)")
    }

    @Test func badBaselines() throws {
        try writeFile(file, Self.head)
        let missing = try run([zonectlPath, "check", file, "--baseline", directory.path("none.json")])
        #expect(missing.status == 4 && missing.errorText.contains("none.json"), "\(missing)")
        for text in [
            "", "{", "[]", "{}", #"{"findings":[{}]}"#, #"{"findings":[{"code":1,"file":"x","message":"y"}]}"#,
        ] {
            try writeFile(directory.path("bad.json"), text)
            let bad = try run([zonectlPath, "check", file, "--baseline", directory.path("bad.json")])
            #expect(bad.status == 2 && bad.errorText.contains("--max 0 --format json"), "\(bad)")
        }
    }
}

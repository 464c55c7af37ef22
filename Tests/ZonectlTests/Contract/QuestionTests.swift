import Testing

/// `why`, `show`, `log`: what they say of names and requests that are not what was expected.
@Suite struct QuestionTests {
    private func office() throws -> Office {
        let office = try Office()
        try office.add("dinkes")
        return office
    }

    @Test(arguments: ["@", "purbalinggakab.go.id", "purbalinggakab.go.id."]) func theApex(name: String) throws {
        let office = try office()
        let output = try office.succeeds("why", name)
        #expect(output.text.contains("SOA") && output.text.contains("NS"), "\(output)")
        #expect(!output.text.contains("empty non-terminal"), "\(output)")
        let document = try office.succeeds("why", name, "--format", "json").json() as? [String: Any]
        #expect(document?["standing"] as? String == "static")
    }

    @Test func aTextIsJudgedAsItWasTyped() throws {
        let output = try office().succeeds("why", "dinas kesehatan")
        #expect(!output.text.contains("“\\”") && !output.text.contains("\"\\\""), "\(output)")
        #expect(
            output.text.contains("dinas kesehatan") || output.text.contains("space") || output.text.contains("blank"),
            "\(output)")
    }

    @Test func aRequest() throws {
        let office = try office()
        let output = try office.succeeds("why", "2026/0001")
        #expect(output.text.contains("dinkes.\(office.zone)") && output.text.contains("Dinas Kesehatan"), "\(output)")
        let document = try office.succeeds("why", "2026/0001", "--format", "json").json() as? [String: Any]
        #expect(document?["request"] as? String == "2026/0001")
        #expect(document?["name"] as? String == "dinkes.\(office.zone).")
        try office.refuses(["why", "2026/0009"], codes: ["REQUEST_NOT_FOUND"])
    }

    @Test func logOfNothing() throws {
        let office = try office()
        let shown = try office.refuses(["show", "nope"], codes: ["NAME_NOT_FOUND"])
        let logged = try office.refuses(["log", "nope"], codes: ["NAME_NOT_FOUND"])
        #expect(shown.errorText == logged.errorText)
        try office.refuses(["log", "2026/0009"], codes: ["REQUEST_NOT_FOUND"])
        #expect(try office.succeeds("log", "dinkes").lines.count == 1)
        #expect(try office.succeeds("log", "2026/0001").lines.count == 1)
    }

    @Test func theReasonOfAnOverride() throws {
        let office = try office()
        try office.set("allowReservedOverride", "true")
        try office.succeeds(
            "add", "www", "--opd", "Diskominfo", "--letter", "1", "--address", "192.0.2.30", "--override",
            "keputusan rapat")
        for arguments in [["show", "www"], ["show", "2026/0002"], ["log", "www"], ["log"]] {
            #expect(try office.succeeds(arguments).text.contains("keputusan rapat"), "\(arguments)")
        }
        #expect(!(try office.succeeds("show", "dinkes").text.contains("Override")))
    }

    @Test(arguments: [("rm", "remove"), ("delete", "remove"), ("ADD", "add"), ("Lisst", "list"), ("ls", "list")])
    func commandsByAnotherName(typed: String, meant: String) throws {
        let output = try office().zonectl(typed, "dinkes")
        #expect(output.status == 2 && output.errorText.contains("did you mean \(meant)?"), "\(output)")
    }

    @Test func aClockThatGoesBack() throws {
        let office = try office()
        office.clock = "2026-11-19T03:00:00Z"
        let output = try office.add("bkd", opd: "BKD")
        #expect(
            output.errorLines.contains { $0.hasPrefix("warning: CLOCK_BACK 2026-11-19T03:00:00Z: ") }, "\(output)")
        office.clock = "2026-11-21T03:00:00Z"
        #expect(try !office.add("bpbd", opd: "BPBD").errorText.contains("CLOCK_BACK"))
    }

    /// The answer is lost, the request is not: who does not know would ask again.
    @Test(arguments: [StandardOutput.path("/dev/full"), .closed, .brokenPipe])
    func outputThatCannotBeWritten(output: StandardOutput) throws {
        let office = try office()
        let add = ["add", "bkd", "--opd", "BKD", "--letter", "2", "--address", "192.0.2.11"]
        let lost = try office.zonectl(add, output: output)
        #expect(lost.status == 4 || lost.status == 141, "\(lost)")
        #expect(lost.errorText.contains("request 2026/0002 is recorded"), "\(lost)")
        #expect(try office.activeNames().count == 2)
        // Nothing is recorded, and nothing said, of one that was refused or only tried.
        for arguments in [add, ["add", "bpbd"] + add.dropFirst(2) + ["--dry-run"]] {
            #expect(try !office.zonectl(arguments, output: output).errorText.contains("is recorded"))
        }
    }
}

import Testing

/// The harness itself: a failing program must be seen to fail.
@Suite struct HarnessTests {
    @Test func exitCodesSignalsAndOutputAreSeen() throws {
        let output = try run(["/bin/sh", "-c", "echo out; echo err >&2; exit 7"])
        #expect(output.status == 7)
        #expect(output.text == "out\n")
        #expect(output.errorText == "err\n")
        #expect(try run(["/bin/sh", "-c", "kill -9 $$"]).status == 137)
        #expect(try run(["/bin/cat"], input: "x").text == "x")
    }

    @Test func aProgramThatHangsFailsTheTest() throws {
        #expect(throws: HarnessError.self) { try run(["/bin/sleep", "60"], seconds: 0.2) }
    }

    @Test(arguments: Tool.allCases) func toolIsInstalled(_ tool: Tool) throws {
        #expect(try tool.path().hasPrefix("/"))
    }

    @Test func aRealNameServerAnswers() throws {
        let directory = try TemporaryDirectory()
        try writeFile(
            directory.path("db"),
            "$TTL 60\n@ IN SOA ns hostmaster 7 3600 600 86400 60\n@ IN NS ns\nns IN A 192.0.2.1\n")
        let server = try NameServer(zones: ["example.test": directory.path("db")])
        #expect(try server.serial("example.test") == 7)
        let answer = try server.ask("ns.example.test", "A")
        #expect(answer.status == "NOERROR" && answer.authoritative && answer.data == ["192.0.2.1"], "\(answer)")
        #expect(try server.ask("no.example.test", "A").status == "NXDOMAIN")
    }

    @Test func aRealWebServerAnswers() throws {
        let directory = try TemporaryDirectory()
        try writeFile(directory.path("map"), "a.example \"https://b.example/x\";\n")
        let server = try WebServer(maps: [directory.path("map")])
        let answer = try server.get("a.example")
        #expect(answer.status == 301 && answer.location == "https://b.example/x")
        #expect(try server.get("c.example").status == 404)
    }

    /// The tracer finds the calls and its faults happen.
    @Test func faultsHappen() throws {
        let directory = try TemporaryDirectory()
        let file = directory.path("file")
        let command = ["/usr/bin/tee", file, directory.path("other")]
        let (calls, whole) = try Tracer.writeCalls(of: command, input: "text")
        #expect(whole.status == 0)
        #expect(
            calls.map { "\($0.name) \($0.file)" } == [
                "openat file", "openat other", "write stdout", "write file", "write other",
            ], "\(calls)")
        guard calls.count == 5 else { return }
        #expect(try Tracer.inject(into: command, .signal("KILL"), at: calls[4], input: "new").status == 137)
        #expect(try readText(file) == "new" && readText(directory.path("other")) == "")
        let full = try Tracer.inject(into: command, .error("ENOSPC"), at: calls[3], input: "x")
        #expect(full.status == 1 && full.errorText.contains("No space left"), "\(full)")
    }
}

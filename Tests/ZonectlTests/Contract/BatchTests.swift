import Testing

/// `--batch FILE`: one JSON object a line; all, or with `--keep-going` each.
@Suite struct BatchTests {
    private let good = """
        {"name":"dinkes","opd":"Dinas Kesehatan","letter":"440/1/2026","address":["192.0.2.10"]}
        {"name":"bkd","opd":"BKD","letter":"800/2/2026","cname":"server.example.net"}
        {"name":"ppid","opd":"Diskominfo","letter":"555/3/2026","url":"https://www.example.net/ppid"}

        """

    private func file(_ office: Office, _ text: String) throws -> String {
        let path = office.directory.path("requests.jsonl")
        try writeFile(path, text)
        return path
    }

    @Test func all() throws {
        let office = try Office()
        try office.succeeds("add", "--batch", try file(office, good))
        #expect(try office.activeNames().map { $0.split(separator: ".")[0] } == ["bkd", "dinkes", "ppid"])
        #expect(
            Set(try office.list().compactMap { $0["request"] as? String })
                == ["2026/0001", "2026/0002", "2026/0003"])
        try office.render()
        try expectPeersAccept(office.zoneFile, zone: office.zone)
        // The same again is refused whole.
        try office.refuses(["add", "--batch", try file(office, good)], codes: ["DUPLICATE"])
    }

    @Test func oneBadLineRefusesAll() throws {
        let office = try Office()
        let text =
            good + #"{"name":"www","opd":"A","letter":"1","address":["192.0.2.1"]}"# + "\n"
            + #"{"name":"dinkes","opd":"B","letter":"2","address":["192.0.2.2"]}"# + "\n"
        let output = try office.refuses(
            ["add", "--batch", try file(office, text)], codes: ["RESERVED", "DUPLICATE"])
        #expect(output.errorText.contains("4") && output.errorText.contains("5"), "no line numbers: \(output)")
    }

    @Test func keepGoingDoesTheRest() throws {
        let office = try Office()
        let text = #"{"name":"www","opd":"A","letter":"1","address":["192.0.2.1"]}"# + "\n" + good
        let output = try office.zonectl("add", "--keep-going", "--batch", try file(office, text))
        #expect(output.status == 1, "\(output)")
        #expect(output.errorText.contains("RESERVED "), "\(output)")
        #expect(try office.activeNames().count == 3)
    }

    @Test(arguments: [
        "{", "[]", "1", #"{"name":1}"#, #"{"opd":"A","letter":"1","address":["192.0.2.1"]}"#,
        #"{"name":"a1","opd":"A","letter":"1","address":["192.0.2.1"],"adress":"x"}"#, "\u{0}",
        #"{"name":"a1","opd":"A","letter":"1","address":["192.0.2.1"]} trailing"#,
    ])
    func badLine(line: String) throws {
        let office = try Office()
        let path = try file(office, good + line + "\n")
        let before = try snapshot(office.root)
        let output = try office.zonectl("add", "--batch", path)
        #expect(output.status == 1 || output.status == 2, "\(output)")
        #expect(output.errorText.contains("4"), "no line number: \(output)")
        #expect(try snapshot(office.root) == before)
    }

    @Test func standardInput() throws {
        let office = try Office()
        let output = try office.zonectl(["add", "--batch", "-"], input: good)
        #expect(output.status == 0, "\(output)")
        #expect(try office.activeNames().count == 3)
    }

    @Test func missingFile() throws {
        try Office().refuses(["add", "--batch", "/nonexistent/file"], status: 4, codes: [])
    }
}

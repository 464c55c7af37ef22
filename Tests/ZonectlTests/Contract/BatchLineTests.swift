import Testing

/// What is wrong with a line of a batch is said, and options that a batch would not look at are refused.
@Suite struct BatchLineTests {
    private static let good = #"{"name":"dinkes","opd":"Dinas Kesehatan","letter":"1","address":["192.0.2.10"]}"#

    @Test(arguments: [
        ([0xEF, 0xBB, 0xBF] + Array(good.utf8), "byte order mark"),
        (Array(#"{"name":"a","name":"b"}"#.utf8), "\"name\" twice"),
        (Array(#"{"name":"caf"#.utf8) + [0xE9] + Array(#""}"#.utf8), "not UTF-8: octet 0xE9 in column 13"),
        (Array(#"{"name":"a\uD800b"}"#.utf8), "surrogate"),
        (Array(#"{"name":"a","opd":}"#.utf8), "column 19"),
        (Array(#"{"name":"a""#.utf8), "too early"),
        (Array((good + " x").utf8), "follows after the end"),
        (Array("[1]".utf8), "not a JSON object"),
    ] as [([UInt8], String)])
    func said(line: [UInt8], what: String) throws {
        let office = try Office()
        let file = office.directory.path("batch.jsonl")
        try writeFile(file, line + [0x0A])
        let output = try office.refuses(["add", "--batch", file], codes: ["BATCH_LINE"])
        #expect(output.errorText.contains(what), "\(output)")
    }

    @Test(arguments: [
        ["--opd", "Dinas Sosial"], ["--letter", "1"], ["--letter-date", "2026-01-02"], ["--address", "192.0.2.1"],
        ["--www"], ["--override", "why not"],
    ])
    func idleOptions(options: [String]) throws {
        let office = try Office()
        let file = office.directory.path("batch.jsonl")
        try writeFile(file, Self.good + "\n")
        let output = try office.refuses(["add", "--batch", file] + options, status: 2, codes: [])
        #expect(output.errorText.contains("leave out \(options[0])"), "\(output)")
    }
}

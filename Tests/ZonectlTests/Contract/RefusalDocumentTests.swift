import Foundation
import Testing

/// `--format json` prints one document also when a command refuses.
@Suite struct RefusalDocumentTests {
    /// The reasons in the document, and what standard error says without and with it: the same.
    private func refused(_ office: Office, _ arguments: [String], status: Int32, input: String? = nil) throws
        -> [[String: Any]]
    {
        let output = try office.zonectl(arguments + ["--format", "json"], input: input)
        #expect(output.status == status, "\(output)")
        let plain = try office.zonectl(arguments, input: input)
        #expect(plain.status == status && plain.errorText == output.errorText, "\(plain)\n\(output)")
        let document = try #require(try output.json() as? [String: Any], "\(output)")
        #expect(Array(document.keys) == ["refused"], "\(output)")
        let reasons = try #require(document["refused"] as? [[String: Any]], "\(output)")
        #expect(!reasons.isEmpty, "\(output)")
        for reason in reasons { #expect(Set(reason.keys) == ["code", "subject", "message"], "\(output)") }
        return reasons
    }

    private func codes(_ reasons: [[String: Any]]) -> [String] { reasons.compactMap { $0["code"] as? String } }

    @Test func refusalsAndErrors() throws {
        let office = try Office()
        try office.add("dinkes")
        let letter = ["--opd", "Dinas Sosial", "--letter", "1", "--address", "192.0.2.20"]
        let taken = try refused(office, ["add", "dinkes"] + letter, status: 1)
        #expect(codes(taken) == ["DUPLICATE"])
        #expect((taken.first?["subject"] as? String)?.hasPrefix("dinkes") == true)
        #expect(codes(try refused(office, ["change", "dinkes"] + letter, status: 1)).count == 1)
        #expect(codes(try refused(office, ["remove", "bkd"] + letter.prefix(4), status: 1)) == ["NAME_NOT_FOUND"])
        #expect(codes(try refused(office, ["show", "bkd"], status: 1)) == ["NAME_NOT_FOUND"])
        #expect(codes(try refused(office, ["add", "2026/0001"], status: 3)) == ["ALREADY_DONE"])
        #expect(codes(try refused(office, ["add", "bkd"], status: 2)) == ["USAGE"])
        #expect(codes(try refused(office, ["list", "--nosuch"], status: 2)) == ["USAGE"])
        #expect(codes(try refused(office, ["list", "-C", "/nonexistent"], status: 4)) == ["IO"])
    }

    @Test func aFileThatCannotBeAdopted() throws {
        let office = try Office(empty: "k.id")
        let file = office.directory.path("bad.zone")
        try writeFile(file, "$TTL 1h\n@ IN SOA ns.example.net. h.example.net. 1 2 3 4 5\nx IN A 192.0.2.300\n")
        let reasons = try refused(office, ["import", "k.id", file], status: 1)
        #expect(reasons.contains { ($0["subject"] as? String)?.contains("bad.zone:3:") == true }, "\(reasons)")
    }

    @Test func batches() throws {
        let office = try Office()
        let lines = """
            {"name":"dinkes","opd":"Dinas Kesehatan","letter":"1","address":["192.0.2.10"]}
            {"name":"www","opd":"A","letter":"2","address":["192.0.2.11"]}
            nothing

            """
        let reasons = try refused(office, ["add", "--batch", "-"], status: 1, input: lines)
        #expect(codes(reasons) == ["RESERVED", "BATCH_LINE"])
        let output = try office.zonectl(
            ["add", "--batch", "-", "--keep-going", "--format", "json"], input: lines)
        #expect(output.status == 1, "\(output)")
        let items = try #require(try output.json() as? [[String: Any]], "\(output)")
        try #require(items.count == 3, "\(output)")
        #expect(items[0]["request"] as? String == "2026/0001", "\(output)")
        #expect(items.dropFirst().compactMap { $0["line"] as? Int } == [2, 3], "\(output)")
        #expect(
            items.dropFirst().map { codes($0["refused"] as? [[String: Any]] ?? []) } == [["RESERVED"], ["BATCH_LINE"]],
            "\(output)")
    }
}

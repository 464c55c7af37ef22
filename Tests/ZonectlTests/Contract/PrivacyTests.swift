import Foundation
import Testing

/// Who may read what: permissions, and what answers leave out.
@Suite struct PrivacyTests {
    private static let phone = "0812-5555-0101"
    private static let mail = "rahmi@example.go.id"

    private func office() throws -> Office {
        let office = try Office(
            "kaltaraprov.go.id", clock: "2026-11-23T01:00:00Z", options: ["--procedure", "kalimantan-utara"])
        try office.takeIn([
            "opd": "Dinas Kesehatan", "letterNumber": "440/1/2026", "letterDate": "2026-11-20", "name": "dinkes",
            "target": ["192.0.2.10"], "attachments": [["kind": "recommendationProof"]],
            "adminPIC": ["name": "Rahmi Contoh", "phone": PrivacyTests.phone, "email": PrivacyTests.mail],
        ])
        return office
    }

    @Test func onlyTheOfficeReadsTheRegister() throws {
        let office = try office()
        try office.succeeds("letter", "tanda-terima", "2026/0001")
        #expect(try mode(of: office.registerFile) & 0o137 == 0)
        #expect(try mode(of: office.path("HEAD")) & 0o137 == 0)
        for (path, state) in try snapshot(office.path(""))
        where path.hasPrefix(".index/") && path != ".index/.gitignore" {
            #expect(state.mode & 0o137 == 0, "\(path) \(state)")
        }
        for (path, state) in try snapshot(office.path("")) where !state.octets.isEmpty {
            // What holds a telephone number is not for everybody.
            if state.octets.contains(Array(PrivacyTests.phone.utf8)) { #expect(state.mode & 0o007 == 0, "\(path)") }
        }
        // What the world gets has no persons in it.
        #expect(try !readText(office.zoneFile).contains("Rahmi"))
        #expect(try mode(of: office.zoneFile) & 0o777 == 0o644)
    }

    @Test(arguments: [
        ["list"], ["list", "--format", "json"], ["list", "--format", "csv"], ["log"], ["log", "--format", "json"],
        ["log", "--format", "csv"], ["log", "2026/0001", "--format", "json"], ["request", "list"],
        ["request", "list", "--format", "json"], ["request", "show", "2026/0001"],
        ["request", "show", "2026/0001", "--format", "json"], ["request", "history", "2026/0001"],
        ["register", "agenda"], ["register", "requests", "--format", "csv"],
        ["register", "subdomains", "--format", "json"], ["capacity", "show"], ["dangling"],
    ]) func answersLeaveContactsOut(question: [String]) throws {
        let office = try office()
        let answer = try office.succeeds(question)
        #expect(!answer.text.contains(PrivacyTests.phone) && !answer.text.contains(PrivacyTests.mail), "\(answer)")
    }

    @Test(arguments: [
        ["log", "--format", "json", "--with-contacts"], ["audit", "log", "--format", "json"],
        ["request", "show", "2026/0001", "--with-contacts"],
    ]) func whoAsksForThemGetsThem(question: [String]) throws {
        let office = try office()
        #expect(try office.succeeds(question).text.contains(PrivacyTests.phone))
    }

    @Test func contactsAreListedForIncidents() throws {
        let office = try office()
        #expect(try office.succeeds("review", "contacts").text.isEmpty)
        try office.step("2026/0001", "KTR-02", as: "agencyHead")
        try office.step("2026/0001", "KTR-03", as: "divisionHead")
        let analysis = office.directory.path("analysis.json")
        try writeFile(
            analysis, #"{"needs":"a","facilities":"b","budget":"c","infrastructure":"d","scope":"e"}"#)
        try office.step("2026/0001", "KTR-04", as: "technician", ["--decision", "yes", "--analysis", analysis])
        try office.succeeds("add", "2026/0001")
        let table = try office.succeeds("review", "contacts", "--format", "csv")
        #expect(
            table.rows.last.map { $0.contains("Rahmi Contoh") && $0.contains(PrivacyTests.phone) } == true, "\(table)")
    }

    @Test func theDocumentSaysWhatIsKept() throws {
        let text = try readText(
            String(#filePath.dropLast("Tests/ZonectlTests/Contract/PrivacyTests.swift".count)) + "docs/privacy.md")
        for wanted in ["register.jsonl", "0640", "0600", "review contacts", "--with-contacts", "letters/"] {
            #expect(text.contains(wanted), "docs/privacy.md does not speak of \(wanted)")
        }
    }
}

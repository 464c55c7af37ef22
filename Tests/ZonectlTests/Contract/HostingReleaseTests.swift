import Foundation
import Testing

/// Hosting without a name, until its agency gives it up.
@Suite struct HostingReleaseTests {
    private let id = "2026/0001"

    private func served() throws -> ProcedureOffice {
        let office = try ProcedureOffice("TLG")
        try office.brought(
            ["kind": "hosting", "hosting": "cloud", "capacityGB": 4, "label": NSNull(), "target": NSNull()])
        try office.steps("05", "06", "07")
        return office
    }

    private func release(_ letter: String = "440/9/2026", opd: String = "Dinas Kesehatan") -> [String] {
        ["capacity", "release", id, "--opd", opd, "--letter", letter]
    }

    @Test func itsSpaceIsFreeAgainAndItsAccountsHoldNoLonger() throws {
        let served = try served()
        let office = served.office
        try office.refuses(release(), status: 3, codes: ["NOT_ACTIVE"])
        try served.steps("08")
        try office.succeeds("account", "issue", id, "--slip", office.directory.path("slip"))
        let free = try office.document(["capacity", "show"])["freeGB"] as? Int ?? 0
        try office.refuses(release(opd: "RSUD"), codes: ["NOT_OWNER"])
        let output = try office.succeeds(release())
        #expect(output.text.contains("4 GB of Dinas Kesehatan given up (request 2026/0001): \(free + 4) GB free"))
        let after = try office.document(["capacity", "show"])
        #expect(after["freeGB"] as? Int == free + 4 && (after["takers"] as? [Any])?.isEmpty == true)
        #expect(try office.succeeds("log", id).text.contains("-4 GB  440/9/2026"))
        let accounts = try office.succeeds("register", "accounts", "--format", "csv").text
        #expect(accounts.contains(",2026/0001,,2026-11-23T10:00:00+07:00,L-2026/0001,"), "\(accounts)")
        try office.refuses(["account", "reset", id], status: 3, codes: ["NOT_ACTIVE"])
        try office.refuses(release(), status: 3, codes: ["ALREADY_DONE"])
        try office.succeeds("audit", "verify")
    }

    /// Whoever tries it as with a name is told how it goes.
    @Test func itIsNoNameThatCouldBeRemoved() throws {
        let served = try served()
        try served.steps("08")
        for command in [["remove", id, "--opd", "Dinas Kesehatan", "--letter", "9"], ["review", "retire", id]] {
            let output = try served.office.refuses(command, codes: ["NAME_NOT_FOUND"])
            #expect(output.errorText.contains("zonectl capacity release 2026/0001"), "\(output)")
        }
    }

    @Test func theSpaceOfANameGoesWithTheName() throws {
        let office = try Office()
        try office.add("dinkes", ["--hosting", "3"])
        let output = try office.refuses(release(), codes: ["HAS_NAME"])
        #expect(output.errorText.contains("zonectl remove 2026/0001"), "\(output)")
        try office.refuses(
            ["capacity", "release", "2026/0007", "--opd", "x", "--letter", "1"], codes: ["REQUEST_NOT_FOUND"])
        try office.refuses(["capacity", "release", "dinkes", "--opd", "x", "--letter", "1"], status: 2, codes: [])
        try office.refuses(["capacity", "release", id, "--letter", "1"], status: 2, codes: [])
    }
}

import Foundation
import Testing

extension PBGTests {
    private func form(_ name: String, opd: String, letter: String, _ more: [String: Any]) -> [String: Any] {
        [
            "opd": opd, "letterNumber": letter, "letterDate": "2026-11-19", "name": name,
            "function": "Profil perangkat daerah", "purposeClass": "opdWebsite", "capacityGB": 1,
            "adminPIC": ["name": "Sari Contoh", "phone": "0812-0000-0002", "email": "sari@example.go.id"],
            "attachments": [["kind": "suratKuasa"], ["kind": "identitas"]],
        ].merging(more) { $1 }
    }

    /// Up to the decision.
    private func walk(_ office: Office, _ request: String, day: String) throws {
        try office.step(request, "PBG-02", as: "secretary")
        try office.step(request, "PBG-03", as: "divisionHead", ["--schedule", day])
        try office.step(request, "PBG-04", as: "technician")
        try office.step(request, "PBG-05", as: "technician")
    }

    private func office() throws -> Office {
        try Office(options: ["--procedure", "purbalingga"])
    }

    @Test("PBG-06b an agency that is locked out of its own name gets new credentials; another is refused")
    func lockedOut() throws {
        let office = try office()
        try office.add("dinkes", ["--hosting", "2"])
        try office.succeeds("account", "issue", "dinkes", "--slip", office.directory.path("old"))
        try office.render()
        let (zoneFile, serial) = (try readFile(office.zoneFile), try office.serial())

        try office.takeIn(
            form("dinkes", opd: "Dinas Kesehatan", letter: "440/2/2026", ["hosting": "cloud", "cannotAccess": true]))
        try walk(office, "2026/0002", day: "2026-11-24")
        let slip = office.directory.path("new")
        try office.refuses(
            ["account", "reset", "2026/0002", "--slip", slip], status: 3, codes: ["NOT_APPROVED"])
        try office.step("2026/0002", "PBG-06", as: "divisionHead", ["--decision", "no"])
        #expect(try office.request("2026/0002")["state"] as? String == "reset")
        let done = try office.document(["account", "reset", "2026/0002", "--slip", slip])
        let account = try #require((done["accounts"] as? [[String: Any]])?.first)
        #expect(account["user"] as? String == "dinkes")
        #expect(account["sheet"] as? String == "L-2026/0002")
        #expect(account["voided"] as? [String] == ["L-2026/0001"])
        #expect(try mode(of: slip) == 0o600)
        // One account, not one a request.
        let rows = try office.succeeds("register", "accounts", "--format", "csv").rows
        #expect(rows.count == 2 && rows[1].contains("L-2026/0002"), "\(rows)")
        #expect(try passwords(onSheets: slip) != passwords(onSheets: office.directory.path("old")))
        try office.render()
        #expect(try readFile(office.zoneFile) == zoneFile)
        #expect(try office.serial() == serial)

        // Somebody else who cannot get in has no business there.
        try office.takeIn(
            form("dinkes", opd: "Dinas Sosial", letter: "460/1/2026", ["hosting": "cloud", "cannotAccess": true]))
        try walk(office, "2026/0003", day: "2026-11-25")
        let refusal = try office.step("2026/0003", "PBG-06", as: "divisionHead", ["--decision", "yes"], status: 1)
        #expect(refusal.errorLines.contains { $0.hasPrefix("DUPLICATE ") }, "\(refusal)")
        try office.refuses(["account", "reset", "2026/0003"], codes: ["DUPLICATE"])
    }

    @Test("PBG-07b a name without a server of its own takes space of the shared hosting")
    func cloudSpace() throws {
        let office = try office()
        try office.set("hosting", #"{ addresses: ["192.0.2.80"], capacityGB: 20 }"#)
        try office.takeIn(
            form("dinkes", opd: "Dinas Kesehatan", letter: "440/1/2026", ["hosting": "cloud", "capacityGB": 5]))
        try walk(office, "2026/0001", day: "2026-11-24")
        try office.step("2026/0001", "PBG-06", as: "divisionHead", ["--decision", "yes"])
        try office.succeeds("add", "2026/0001", "--as", "technician")
        let capacity = try office.document(["capacity", "show"])
        #expect(capacity["takenGB"] as? Int == 5 && capacity["freeGB"] as? Int == 15)
        try office.render()
        let records = try recordsByBIND(office.zoneFile, zone: office.zone)
        #expect(records.contains { $0.hasPrefix("dinkes.\(office.zone).") && $0.hasSuffix("192.0.2.80") }, "\(records)")
    }
}

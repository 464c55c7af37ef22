import Foundation
import Testing

/// The sample registry of the repository.
@Suite struct SampleTests {
    private let repository = String(#filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 })

    private func sample() throws -> Office {
        let office = try Office(empty: "purbalinggakab.go.id")
        let copied = try run(["/bin/cp", "-R", repository + "/zones", office.root])
        guard copied.status == 0 else { throw HarnessError("\(copied)") }
        return office
    }

    @Test func rendersWithoutChange() throws {
        let office = try sample()
        let before = try snapshot(office.root)
        #expect(try office.zonectl("render", "--check").status == 0)
        try office.render()
        #expect(try snapshot(office.root) == before)
        try office.succeeds("check")
        try office.succeeds("audit", "verify")
        try expectPeersAccept(office.zoneFile, zone: office.zone)
    }

    @Test func hasEveryKindOfTarget() throws {
        let office = try sample()
        let rows = try office.list()
        #expect(rows.count >= 20)
        let records = rows.flatMap { $0["records"] as? [String] ?? [] }
        for type in ["A", "AAAA", "CNAME", "NS", "DS", "MX", "TXT"] {
            #expect(records.contains { $0.contains(" \(type) ") || $0.contains("\t\(type)\t") }, "no \(type)")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: office.path(""))
        #expect(names.contains { $0.hasPrefix("redirects.") })
    }

    /// Invented people and documentation addresses only.
    @Test func addressesAreForDocumentation() throws {
        let office = try sample()
        for record in try recordsByBIND(office.zoneFile, zone: office.zone) {
            let words = record.split(separator: " ")
            guard words.count == 5, words[3] == "A" || words[3] == "AAAA" else { continue }
            #expect(
                ["192.0.2.", "198.51.100.", "203.0.113.", "2001:db8:"].contains { words[4].hasPrefix($0) }, "\(record)")
        }
    }

    @Test func namesAreAnsweredByBIND() throws {
        let office = try sample()
        let server = try NameServer(zones: [office.zone: office.zoneFile])
        for row in try office.list() where row["status"] as? String == "active" {
            let name = row["name"] as? String ?? ""
            #expect(try server.ask(name, "ANY").status == "NOERROR", "\(name)")
        }
    }
}

import Foundation
import Testing

extension KTRTests {
    private func form(
        _ kind: String, opd: String, letter: String, _ more: [String: Any] = [:]
    ) -> [String: Any] {
        [
            "opd": opd, "letterNumber": letter, "letterDate": "2026-11-20", "kind": kind, "name": "dinkes",
            "adminPIC": ["name": "Budi Contoh", "phone": "0812-0000-0003", "email": "budi@example.go.id"],
        ].merging(more) { $1 }
    }

    /// Up to the making of records.
    private func walk(_ office: Office, _ request: String) throws {
        try office.step(request, "KTR-02", as: "agencyHead")
        try office.step(request, "KTR-03", as: "divisionHead", ["--assign", "Tim Aplikasi"])
        let analysis = office.directory.path("analysis.json")
        let headings = ["needs", "facilities", "budget", "infrastructure", "scope"]
        try writeFile(
            analysis,
            Array(
                try JSONSerialization.data(
                    withJSONObject: Dictionary(uniqueKeysWithValues: headings.map { ($0, "Sesuai permohonan.") }))))
        try office.step(request, "KTR-04", as: "technician", ["--decision", "yes", "--analysis", analysis])
        try office.succeeds("add", request, "--as", "technician")
    }

    @Test("KTR-09 names are added, changed and deleted; a deleted one rests in quarantine")
    func quarantine() throws {
        let office = try Office(
            "kaltaraprov.go.id", clock: "2026-11-23T01:00:00Z", options: ["--procedure", "kalimantan-utara"])
        try office.takeIn(
            form(
                "new", opd: "Dinas Kesehatan", letter: "440/1/2026",
                ["target": ["192.0.2.10"], "www": true, "mail": true, "attachments": [["kind": "recommendationProof"]]])
        )
        try walk(office, "2026/0001")
        try office.takeIn(form("change", opd: "Dinas Kesehatan", letter: "440/2/2026", ["target": ["192.0.2.11"]]))
        try walk(office, "2026/0002")
        #expect(try office.list().first?["records"].map { "\($0)" }?.contains("192.0.2.11") == true)
        try office.render()
        let before = try recordsByBIND(office.zoneFile, zone: office.zone).filter { $0.contains("dinkes") }
        #expect(before.contains { $0.hasPrefix("www.dinkes.") } && before.contains { $0.hasPrefix("_dmarc.dinkes.") })

        try office.takeIn(form("delete", opd: "Dinas Kesehatan", letter: "440/3/2026"))
        try walk(office, "2026/0003")
        try office.render()
        #expect(try !recordsByBIND(office.zoneFile, zone: office.zone).contains { $0.contains("dinkes") })
        let tombstone = try #require(try office.list().first)
        #expect(tombstone["status"] as? String == "retired")
        #expect(tombstone["quarantineUntil"] as? String == "2027-02-21")
        let resting = try office.document(["review", "quarantine"])["quarantine"] as? [[String: Any]]
        #expect(resting?.first?["until"] as? String == "2027-02-21")

        let wish = form(
            "new", opd: "Dinas Sosial", letter: "460/1/2026",
            ["target": ["192.0.2.20"], "attachments": [["kind": "recommendationProof"]]])
        let refusal = try office.takeIn(wish, status: 1)
        #expect(refusal.errorText.contains("QUARANTINED dinkes.kaltaraprov.go.id"), "\(refusal)")
        #expect(refusal.errorText.contains("2027-02-21"), "\(refusal)")
        try office.refusesAdd("dinkes", "QUARANTINED")
        // On that day it is free.
        office.clock = "2027-02-21T01:00:00Z"
        try office.add("dinkes", opd: "Dinas Sosial", letter: "460/2/2027")
    }
}

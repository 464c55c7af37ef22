import Foundation
import Testing

/// What the procedure of Balangan says of requests and steps, row by row.
@Suite("Balangan: requests") struct BLGRequestTests {
    private func reported(_ office: ProcedureOffice, _ changes: [String: Any] = [:], of number: Int = 1) throws {
        try office.new(changes)
        try office.steps("01", "02", "03", "04", "05", of: number)
    }

    @Test("BLG-01 the request goes from the head to the division and the section")
    func dispositions() throws {
        let office = try ProcedureOffice("BLG")
        try office.new(as: "registrar")
        try office.step("BLG-02", ["--as", "divisionHead"], status: 3, codes: ["STEP_ORDER"])
        try office.step("BLG-01", ["--as", "divisionHead"], status: 3, codes: ["WRONG_ROLE"])
        try office.step("BLG-01", ["--as", "agencyHead"])
        try office.step("BLG-03", ["--as", "sectionHead"], status: 3)
        try office.step("BLG-02", ["--as", "divisionHead"])
        #expect(try office.next() == ["BLG-03"])
    }

    @Test("BLG-03 the section head has the name checked, and the staff reports")
    func nameCheck() throws {
        let office = try ProcedureOffice("BLG")
        try office.new()
        try office.steps("01", "02")
        try office.step("BLG-03", ["--as", "sectionHead", "--assign", "Staf Prakom"])
        try office.step("BLG-04", ["--as", "technician", "--note", "Server di ruang data, TTL 3600"])
        let rows = try #require(try office.show()["verification"] as? [[String: String]])
        #expect(rows.contains { $0["subject"] == "duplicate" && $0["verdict"] == "passed" && $0["rule"] == "DUPLICATE" })
        #expect(try office.history().last?["note"] as? String == "Server di ruang data, TTL 3600")
        #expect(try office.show()["assigned"] as? String == "Staf Prakom")
    }

    @Test("BLG-06a agreement opens the making of the name")
    func agreed() throws {
        let office = try ProcedureOffice("BLG")
        try reported(office)
        try office.steps("06+")
        #expect(try office.open() == ["BLG-07"])
        try office.add()
        #expect(try office.rendered("dinkes") == ["dinkes.\(office.zone). A 192.0.2.10"])
    }

    @Test("BLG-06b a name that exists is answered with a reply")
    func exists() throws {
        let office = try ProcedureOffice("BLG")
        try office.office.add("dinkes", opd: "Dinas Kesehatan")
        try office.zoneStaysSame {
            try reported(office, of: 2)
            try office.step("BLG-06", ["--decision", "yes"], of: 2, status: 1, codes: ["DUPLICATE"])
            try office.step("BLG-06", ["--decision", "no"], of: 2)
        }
        let request = try office.show(2)
        #expect(request["state"] as? String == "rejected" && request["reason"] as? String == "DUPLICATE")
        #expect(try office.open(2) == ["BLG-08"])
    }

    @Test("BLG-07 a target that only the technician knows is given when the name is made")
    func creation() throws {
        let office = try ProcedureOffice("BLG")
        try reported(office, ["target": NSNull()])
        try office.steps("06+")
        try office.add(status: 1, codes: ["INCOMPLETE"])
        try office.add(1, ["--address", "10.0.0.5"], status: 1, codes: ["TARGET_NOT_ALLOWED"])
        try office.add(1, ["--opd", "RSUD"], status: 2)
        let made = try office.add(1, ["--address", "192.0.2.17", "--www"])
        #expect(!made.errorText.contains("OTHER_TARGET"), "\(made)")
        #expect(
            try office.rendered("dinkes") == [
                "dinkes.\(office.zone). A 192.0.2.17", "www.dinkes.\(office.zone). CNAME dinkes.\(office.zone).",
            ])
        try office.office.succeeds("check")
        #expect(try office.open() == ["BLG-08"])
    }

    @Test("BLG-08 technical advice is an answer too")
    func advice() throws {
        let office = try ProcedureOffice("BLG")
        try office.zoneStaysSame {
            try reported(office)
            try office.step(
                "BLG-06",
                ["--decision", "no", "--reason", "technical_advice", "--note", "Pakai halaman di portal kabupaten"])
        }
        let request = try office.show()
        #expect(request["outcome"] as? String == "advice" && request["reason"] as? String == "TECHNICAL_ADVICE")
        #expect(try office.history().last?["note"] as? String == "Pakai halaman di portal kabupaten")
        try office.steps("08")
        let output = try office.step("BLG-09")
        #expect(output.errorText.contains("warning: DOCUMENT_MISSING BLG-09: "), "\(output)")
        try office.letter("surat-balasan")
        #expect(try office.state() == "archived")
        expect(try office.written("surat-balasan"), says: ["555/1/Diskominfo/2026"], but: ["KONSEP"])
    }

    @Test("BLG-10 agencies that share a name are noted")
    func coordination() throws {
        let office = try ProcedureOffice("BLG")
        try office.new(["coordinatedWith": ["RSUD", "Dinas Sosial"]])
        let form = try #require(try office.show()["form"] as? [String: Any])
        #expect(form["coordinatedWith"] as? [String] == ["RSUD", "Dinas Sosial"])
        #expect(try office.office.succeeds("request", "show", "2026/0001").text.contains("RSUD, Dinas Sosial"))
    }

    @Test("BLG-11 the misprinted zone is recognised")
    func misprint() throws {
        let office = try ProcedureOffice("BLG")
        let output = try office.office.zonectl(
            "request", "new", "--name", "dinkes.balangkab.go.id", "--opd", "Dinas Kesehatan", "--letter", "1",
            "--letter-date", "2026-11-20")
        #expect(output.status == 1, "\(output)")
        #expect(
            output.errorLines.contains {
                $0.hasPrefix("OUT_OF_ZONE dinkes.balangkab.go.id: ") && $0.contains("dinkes.balangankab.go.id meant?")
            }, "\(output)")
        #expect(try office.state() == "returned")
        try office.office.succeeds("request", "resubmit", "2026/0001", "--name", "dinkes")
        #expect(try office.state() == "registered")
    }
}

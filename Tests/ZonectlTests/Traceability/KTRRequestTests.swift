import Foundation
import Testing

/// What the procedure of Kalimantan Utara says of requests and steps, row by row.
@Suite("Kalimantan Utara: requests") struct KTRRequestTests {
    private func analysed(_ office: ProcedureOffice, _ changes: [String: Any] = [:], of number: Int = 1) throws {
        try office.new(changes)
        try office.steps("02", "03", "04", of: number)
    }

    @Test("KTR-03 the division head assigns the team")
    func team() throws {
        let office = try ProcedureOffice("KTR")
        try office.new()
        try office.step("KTR-02", ["--as", "agencyHead"])
        try office.step(
            "KTR-03", ["--as", "divisionHead:Dewi", "--assign", "Tim Teknis A", "--note", "Mohon dianalisis"])
        #expect(try office.show()["assigned"] as? String == "Tim Teknis A")
        let last = try #require(try office.office.events().last?["details"] as? [String: Any])
        #expect(last["assign"] as? String == "Tim Teknis A" && last["to"] as? [String] == ["technician"])
    }

    @Test("KTR-04 the analysis speaks about five things")
    func analysis() throws {
        let office = try ProcedureOffice("KTR")
        try office.new()
        try office.steps("02", "03")
        var texts = [
            "needs": "Aplikasi layanan", "facilities": "Server", "budget": "Tanpa biaya", "infrastructure": "Jaringan",
            "scope": " ",
        ]
        let file = office.office.directory.path("analisis.json")
        func write() throws { try writeFile(file, String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)) }
        try write()
        let output = try office.step("KTR-04", ["--analysis", file], status: 1, codes: ["INCOMPLETE"])
        #expect(
            output.errorLines.filter { $0.hasPrefix("INCOMPLETE") }.map { $0.contains("scope") } == [true], "\(output)")
        #expect(try office.open() == ["KTR-04"])
        texts["scope"] = "Satu dinas"
        try write()
        try office.step("KTR-04", ["--analysis", file])
        let details = try #require(try office.office.events().last?["details"] as? [String: Any])
        #expect(details["analysis"] as? [String: String] == texts)
    }

    @Test("KTR-04 an analysis that is not there yet comes with a later step")
    func lateAnalysis() throws {
        let office = try ProcedureOffice("KTR")
        try office.new()
        try office.steps("02", "03")
        let output = try office.step("KTR-04")
        #expect(output.errorText.contains("warning: ANALYSIS_MISSING KTR-04: "), "\(output)")
        try office.add()
        try office.office.render()
        for letter in ["persetujuan", "email-akun"] { try office.letter(letter) }
        let report = ["letter", "laporan-analisis", "2026/0001"]
        try office.office.refuses(report, codes: ["INCOMPLETE"])
        try office.step("KTR-05", ["--analysis", try office.analysis(["scope": ""])], status: 1, codes: ["INCOMPLETE"])
        try office.step("KTR-05", ["--analysis", try office.analysis()])
        try office.office.succeeds(report)
    }

    @Test("KTR-04a what lacks a contact or an address goes back")
    func incomplete() throws {
        for (gap, field) in [("adminPIC", "adminPIC"), ("target", "target")] {
            let office = try ProcedureOffice("KTR")
            try office.new([gap: NSNull()])
            try office.steps("02", "03")
            let output = try office.step("KTR-04", status: 1, codes: ["INCOMPLETE"])
            #expect(output.errorText.contains("INCOMPLETE \(field):"), "\(output)")
            #expect(try office.state() == "returned")
            try office.office.succeeds("request", "resubmit", "2026/0001", "--file", try office.file())
            try office.steps("04")
            #expect(try office.open() == ["KTR-05"])
        }
    }

    @Test("KTR-05 the name is made and listed, and letter and e-mail are due")
    func creation() throws {
        let office = try ProcedureOffice("KTR")
        try analysed(office)
        try office.step("KTR-05", status: 3, codes: ["DOCUMENT_MISSING"])
        try office.add()
        #expect(try office.rendered("dinkes") == ["dinkes.\(office.zone). A 192.0.2.10"])
        let row = try #require(try office.office.list().first)
        #expect(row["request"] as? String == "2026/0001" && row["since"] as? String == "2026-11-23")
        #expect(try office.state() == "provisioned" && office.open() == ["KTR-05"])
        let output = try office.step("KTR-05", status: 3, codes: ["DOCUMENT_MISSING"])
        #expect(output.errorText.contains("persetujuan") && output.errorText.contains("email-akun"), "\(output)")
        try office.add(status: 3, codes: ["ALREADY_DONE"])
        try office.office.succeeds("letter", "persetujuan", "2026/0001")
        try office.step("KTR-05", status: 3, codes: ["DOCUMENT_MISSING"])
        try office.office.succeeds("letter", "email-akun", "2026/0001")
        try office.steps("05")
        #expect(try office.state() == "archived")
    }

    @Test("KTR-05 what is delivered is in the zone file")
    func published() throws {
        let office = try ProcedureOffice("KTR")
        try analysed(office)
        try office.add()
        try office.letter("persetujuan", status: 3, codes: ["LETTER_NOT_DUE"])
        try office.step("KTR-05", status: 3, codes: ["DOCUMENT_MISSING"])
        try office.office.render()
        try office.office.succeeds("letter", "persetujuan", "2026/0001")
        try office.office.succeeds("letter", "email-akun", "2026/0001")
        try office.office.succeeds(
            "change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/2/2026", "--address", "192.0.2.11")
        try office.step("KTR-05", status: 3, codes: ["RENDERED_OUTDATED"])
        // Into whatever folder, and whatever came after it.
        let folder = office.office.directory.path("out")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try office.office.succeeds("render", "--output", folder)
        try office.office.add("lain", opd: "RSUD", letter: "9")
        try office.steps("05")
    }

    @Test("KTR-05 a refusal is answered by letter, and makes nothing")
    func refusal() throws {
        let office = try ProcedureOffice("KTR")
        try office.office.add("dinkes", opd: "RSUD")
        try office.zoneStaysSame {
            try office.new()
            try office.steps("02", "03", of: 2)
            try office.step("KTR-04", of: 2, status: 1, codes: ["DUPLICATE"])
            try office.step("KTR-04", ["--decision", "no"], of: 2)
            #expect(try office.state(2) == "rejected" && office.open(2) == ["KTR-05"])
            try office.add(2, status: 3, codes: ["NOT_APPROVED"])
            let output = try office.step("KTR-05", of: 2, status: 3, codes: ["DOCUMENT_MISSING"])
            #expect(output.errorText.contains("penolakan") && !output.errorText.contains("email"), "\(output)")
            try office.office.succeeds("letter", "penolakan", "2026/0002")
            try office.steps("05", of: 2)
        }
        let request = try office.show(2)
        #expect(request["state"] as? String == "archived" && request["outcome"] as? String == "rejected")
    }

    @Test("KTR-06 a label or the whole name, in this zone only")
    func nameForms() throws {
        let office = try ProcedureOffice("KTR")
        for (number, text) in ["dinkes", "DINKES.kaltaraprov.go.id", "dinkes.kaltaraprov.go.id."].enumerated() {
            try office.new(["label": text, "letterNumber": "\(number)"])
            #expect(try office.show(number + 1)["name"] as? String == "dinkes.kaltaraprov.go.id.")
        }
        try office.new(["label": "dinkes.kaltimprov.go.id"], status: 1, codes: ["OUT_OF_ZONE"])
        #expect(try office.state(4) == "returned")
    }

    @Test("KTR-07 the address must be one, and one that is allowed")
    func addresses() throws {
        let office = try ProcedureOffice("KTR")
        let cases = [
            ("300.1.1.1", "TARGET_INVALID"), ("192.0.02.10", "TARGET_INVALID"), ("10.0.0.5", "TARGET_NOT_ALLOWED"),
            ("127.0.0.1", "TARGET_NOT_ALLOWED"),
        ]
        for (index, (address, code)) in cases.enumerated() {
            try office.new(["target": address, "letterNumber": "\(index)"], status: 1, codes: [code])
            #expect(try office.state(index + 1) == "returned")
        }
        try analysed(office, ["target": "2001:db8::1", "letterNumber": "x"], of: 5)
        try office.add(5)
        #expect(try office.rendered("dinkes") == ["dinkes.\(office.zone). AAAA 2001:db8::1"])
    }

    @Test("KTR-07 what is no address is not taken")
    func otherTargets() throws {
        let office = try ProcedureOffice("KTR")
        try office.office.add("lama", opd: "Dinas Kesehatan", letter: "9")
        let cases: [[String: Any]] = [
            ["target": "host.example.net."], ["target": "https://x.example.org/app"],
            ["target": NSNull(), "nameServers": ["ns1.example.net", "ns2.example.net"]],
            ["target": NSNull(), "hosting": "cloud"],
            ["kind": "change", "label": "lama", "target": "host.example.net."],
            ["kind": "rename", "label": "lama", "newName": "baru", "target": "host.example.net."],
        ]
        for (index, changes) in cases.enumerated() {
            let form = changes.merging(["letterNumber": "\(index)"]) { $1 }
            let output = try office.new(form, status: 1, codes: ["INCOMPLETE"])
            #expect(output.errorText.contains("KTR wants an IP address, not"), "\(output)")
            #expect(try office.state(index + 2) == "returned")
        }
        try office.office.succeeds("request", "resubmit", "2026/0002", "--address", "192.0.2.10")
        try office.steps("02", "03", "04", of: 2)
        try office.add(2, ["--cname", "host.example.net."], status: 1, codes: ["INCOMPLETE"])
        try office.add(2)
    }

    @Test("KTR-08 the proof of the recommendation is wanted")
    func recommendation() throws {
        let office = try ProcedureOffice("KTR")
        try office.new(["attachments": NSNull()])
        try office.steps("02", "03")
        try office.step("KTR-04", status: 1, codes: ["NO_RECOMMENDATION"])
        let request = try office.show()
        #expect(request["state"] as? String == "returned" && request["reason"] as? String == "NO_RECOMMENDATION")
        try office.office.succeeds("request", "attach", "2026/0001", "recommendationProof")
        try office.steps("04")
    }

    @Test("KTR-09 a name is removed with all that belongs to it, and rests")
    func removal() throws {
        let office = try ProcedureOffice("KTR")
        try office.office.add("dinkes", ["--address", "192.0.2.10", "--www", "--mail"], opd: "Dinas Kesehatan")
        #expect(try office.rendered("dinkes").count == 5)
        try analysed(office, ["kind": "delete", "target": NSNull(), "attachments": NSNull()], of: 2)
        try office.add(2)
        #expect(try office.rendered("dinkes") == [])
        let row = try #require(try office.office.list().first)
        #expect(row["status"] as? String == "retired" && row["quarantineUntil"] as? String == "2027-02-21")
        let output = try office.new(
            ["opd": "RSUD", "letterNumber": "2"], status: 1, codes: ["QUARANTINED"])
        #expect(output.errorText.contains("2027-02-21"), "\(output)")
        #expect(try office.state(3) == "returned")
        // Nobody removes what is another's.
        try office.office.add("jdih", opd: "Bagian Hukum")
        try office.new(["kind": "delete", "label": "jdih", "letterNumber": "3"])
        try office.steps("02", "03", of: 5)
        try office.step("KTR-04", of: 5, status: 1, codes: ["NOT_OWNER"])
    }

    @Test("KTR-09 a name is exchanged for another in one act")
    func rename() throws {
        let office = try ProcedureOffice("KTR")
        try office.office.add("dinkes", ["--address", "192.0.2.10", "--www"], opd: "Dinas Kesehatan")
        try office.new(["kind": "rename", "newName": "kesehatan", "target": NSNull()])
        try office.steps("02", "03", "04", of: 2)
        try office.office.refusesAdd("kesehatan", "DUPLICATE")
        try office.add(2)
        #expect(try office.rendered("dinkes") == [])
        #expect(
            try office.rendered("kesehatan") == [
                "kesehatan.\(office.zone). A 192.0.2.10",
                "www.kesehatan.\(office.zone). CNAME kesehatan.\(office.zone).",
            ])
        #expect(try office.office.activeNames() == ["kesehatan.\(office.zone)."])
        try office.office.succeeds("audit", "verify")
    }

    @Test("KTR-10 a request that comes on a Saturday is there with its time")
    func saturday() throws {
        let office = try ProcedureOffice("KTR")
        office.office.clock = "2026-11-21T02:00:00Z"
        try office.new()
        #expect(try office.show()["received"] as? String == "2026-11-21T10:00:00+08:00")
    }
}

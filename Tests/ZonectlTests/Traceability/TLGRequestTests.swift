import Foundation
import Testing

/// What the procedure of Tulungagung says of requests and steps, row by row.
@Suite("Tulungagung: requests") struct TLGRequestTests {
    /// Until the letter with its form is there.
    private func submitted(_ office: ProcedureOffice, _ changes: [String: Any] = [:], of number: Int = 1) throws {
        try office.new(changes)
        try office.steps("02", of: number)
        try office.office.succeeds(
            "request", "attach", office.id(number), "signedForm", "--signed-by", "adminPIC", "technicalPIC")
        try office.steps("04", "04b", of: number)
        try office.office.succeeds(
            "request", "resubmit", office.id(number), "--letter", "555/\(number)/2026", "--letter-date", "2026-11-23")
    }

    private func provisioned(_ office: ProcedureOffice, _ changes: [String: Any] = [:], of number: Int = 1) throws {
        try submitted(office, changes, of: number)
        try office.steps("05", "06", "07", "08", of: number)
    }

    @Test("TLG-01 an electronic form is handed in and not in the agenda yet")
    func electronicForm() throws {
        let office = try ProcedureOffice("TLG")
        let output = try office.new(["channel": NSNull()], status: 0)
        #expect(output.text.contains("2026/0001"))
        let byOption = try office.office.zonectl(
            "request", "new", "--channel", "eForm", "--file", try office.file(["label": "lain"]))
        #expect(byOption.status == 0, "\(byOption)")
        let request = try office.show(2)
        #expect(request["state"] as? String == "submitted" && request["channel"] as? String == "eForm")
        #expect(request["received"] is NSNull, "no day in the agenda: \(request)")
        #expect(try office.next(2) == ["TLG-02"])
    }

    @Test("TLG-02 what is not right goes back and is not refused")
    func returned() throws {
        let office = try ProcedureOffice("TLG")
        try office.new()
        try office.step("TLG-02", ["--decision", "no", "--note", "Fungsi belum jelas"])
        let request = try office.show()
        #expect(request["state"] as? String == "returned" && request["outcome"] is NSNull)
        #expect(try office.next() == ["TLG-03"])
        #expect(try office.history().last?["note"] as? String == "Fungsi belum jelas")
    }

    @Test("TLG-03 it is corrected and handed in again, any number of times")
    func resubmitted() throws {
        let office = try ProcedureOffice("TLG")
        try office.new()
        for attempt in 2...4 {
            try office.step("TLG-02", ["--decision", "no", "--note", "Perbaiki"])
            try office.step("TLG-03", status: 3)
            try office.office.succeeds("request", "resubmit", "2026/0001", "--function", "Versi \(attempt)")
            #expect(try office.open() == ["TLG-02"] && office.state() == "submitted")
            #expect(try office.show()["attempts"] as? Int == attempt)
        }
        // All versions are kept.
        #expect(try office.show()["versions"] as? Int == 4)
        let events = try office.office.events().compactMap {
            ($0["details"] as? [String: Any])?["form"] as? [String: Any]
        }
        #expect(events.map { $0["function"] as? String } == ["Situs web dinas", "Versi 2", "Versi 3", "Versi 4"])
        try office.steps("02+")
        #expect(try office.open() == ["TLG-04"])
    }

    @Test("TLG-04 the printed form is signed by both")
    func signatures() throws {
        let office = try ProcedureOffice("TLG")
        try office.new()
        try office.steps("02")
        try office.step("TLG-04", status: 1, codes: ["INCOMPLETE"])
        let one = try office.office.zonectl("request", "attach", "2026/0001", "signedForm", "--signed-by", "adminPIC")
        #expect(one.status == 1 && one.errorText.contains("INCOMPLETE signedForm"), "\(one)")
        let again = try office.step("TLG-04", status: 1, codes: ["INCOMPLETE"])
        #expect(again.errorText.contains("signedForm"), "\(again)")
        try office.office.succeeds("request", "attach", "2026/0001", "signedForm", "--signed-by", "technicalPIC")
        try office.steps("04")
        #expect(try office.open() == ["TLG-04b"])
    }

    @Test("TLG-04b the disposition wants the letter with its number and date")
    func letter() throws {
        let office = try ProcedureOffice("TLG")
        try office.new()
        try office.steps("02")
        try office.office.succeeds(
            "request", "attach", "2026/0001", "signedForm", "--signed-by", "adminPIC", "technicalPIC")
        try office.steps("04")
        // Before the letter is handed in as well as after it.
        for _ in 1...2 {
            let output = try office.step("TLG-05", ["--as", "agencyHead"], status: 1, codes: ["INCOMPLETE"])
            #expect(
                output.errorText.contains("letterNumber") && output.errorText.contains("letterDate"), "\(output)")
            if try office.open() == ["TLG-04b"] { try office.steps("04b") }
        }
        #expect(try office.show()["received"] as? String == "2026-11-23T09:00:00+07:00")
        try office.office.succeeds(
            "request", "resubmit", "2026/0001", "--letter", "555/1/2026", "--letter-date", "2026-11-23")
        try office.step("TLG-05", ["--as", "agencyHead"])
        #expect(try office.state() == "disposed")
    }

    @Test("TLG-05 three heads dispose one after the other")
    func dispositions() throws {
        let office = try ProcedureOffice("TLG")
        try submitted(office)
        try office.step("TLG-06", ["--as", "divisionHead"], status: 3, codes: ["STEP_ORDER"])
        try office.step("TLG-05", ["--as", "divisionHead"], status: 3, codes: ["WRONG_ROLE"])
        try office.step("TLG-05", ["--as", "agencyHead:Budi"])
        try office.step("TLG-07", ["--as", "sectionHead"], status: 3)
        try office.step("TLG-06", ["--as", "divisionHead:Citra"])
        try office.step("TLG-07", ["--as", "sectionHead:Dewi"])
        #expect(try office.next() == ["TLG-08"])
        #expect(
            try office.history().suffix(3).map { $0["actor"] as? String } == [
                "agencyHead:Budi", "divisionHead:Citra", "sectionHead:Dewi",
            ])
    }

    @Test("TLG-08 a name is added or changed, by its holder only")
    func change() throws {
        let office = try ProcedureOffice("TLG")
        try office.office.add("dinkes", ["--address", "192.0.2.9", "--www"], opd: "Dinas Kesehatan")
        try office.office.render()
        let serial = try office.office.serial()
        try provisioned(office, ["kind": "change"], of: 2)
        let records = try office.rendered("dinkes")
        #expect(
            records == [
                "dinkes.\(office.zone). A 192.0.2.10", "www.dinkes.\(office.zone). CNAME dinkes.\(office.zone).",
            ],
            "\(records)")
        #expect(try office.office.serial() > serial)
        // Somebody else's, or nobody's: at the check,
        try office.new(["kind": "change", "opd": "RSUD"])
        try office.step("TLG-02", of: 3, status: 1, codes: ["NOT_OWNER"])
        try office.new(["kind": "change", "label": "tiada"])
        try office.step("TLG-02", of: 4, status: 1, codes: ["NAME_NOT_FOUND"])
        // and where the records are made, when it was right before.
        try submitted(office, ["kind": "change", "target": "192.0.2.11"], of: 5)
        try office.steps("05", "06", "07", of: 5)
        try office.office.succeeds("remove", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "1")
        try office.add(5, status: 1, codes: ["NAME_NOT_FOUND"])
        try office.office.set("quarantineDays", "0")
        office.office.clock = "2027-11-23T02:00:00Z"
        try office.office.add("dinkes", opd: "RSUD")
        try office.add(5, status: 1, codes: ["NOT_OWNER"])
    }

    @Test("TLG-09 the system is checked before anybody is told")
    func systemCheck() throws {
        let office = try ProcedureOffice("TLG")
        try provisioned(office)
        let good = try readText(office.office.staticFile)
        try office.office.addStatic("rusak IN CNAME tidak-ada.\(office.zone).")
        let output = try office.step("TLG-09", status: 1, codes: ["CNAME_TARGET_MISSING"])
        #expect(output.errorText.contains("static.zone:"), "\(output)")
        #expect(try office.open() == ["TLG-09"])
        try writeFile(office.office.staticFile, good)
        try office.office.render()
        // A server that is named is asked, and nothing else.
        let server = try NameServer(zones: [office.zone: office.office.zoneFile])
        try office.step("TLG-09", ["--server", "192.0.2.300"], status: 2)
        try office.step("TLG-09", ["--server", "127.0.0.1:\(server.port)"])
        #expect(try office.state() == "published")
    }

    @Test("TLG-09 what is in no zone file is not published")
    func notRendered() throws {
        let office = try ProcedureOffice("TLG")
        try provisioned(office)
        try office.step("TLG-09", status: 3, codes: ["RENDERED_OUTDATED"])
        #expect(try office.open() == ["TLG-09"])
        // One that was suspended meanwhile is to be in none.
        try office.office.succeeds("review", "suspend", "dinkes", "--reason", "abuse")
        try office.step("TLG-09")
        #expect(try office.state() == "published")
    }

    @Test("TLG-09 a server that answers otherwise is no success")
    func serverDiffers() throws {
        let office = try ProcedureOffice("TLG")
        try office.office.render()
        let server = try NameServer(zones: [office.zone: office.office.zoneFile])
        try provisioned(office)
        try office.office.render()
        let output = try office.step(
            "TLG-09", ["--server", "127.0.0.1:\(server.port)"], status: 1, codes: ["SERVER_DIFFERS"])
        #expect(output.errorText.contains("192.0.2.10"), "\(output)")
        try office.step("TLG-09", ["--server", "127.0.0.1:9"], status: 1, codes: ["SERVER_NO_ANSWER"])
        #expect(try office.open() == ["TLG-09"])
    }

    @Test("TLG-10 faults go back, and without them letter and e-mail go their ways")
    func faults() throws {
        let office = try ProcedureOffice("TLG")
        try provisioned(office)
        try office.steps("09", "10-")
        #expect(try office.open() == ["TLG-08"])
        try office.steps("08", "09", "10+")
        #expect(try office.open() == ["TLG-11", "TLG-12"])
        #expect(try office.next() == ["TLG-11", "TLG-12"])
        // Each waits for what leads to it.
        for (step, first) in [("TLG-13", "first: TLG-12"), ("TLG-14", "first: TLG-11, TLG-12")] {
            let early = try office.step(step, status: 3, codes: ["STEP_ORDER"])
            #expect(early.errorLines.contains { $0.hasSuffix(first) }, "\(early)")
        }
    }

    @Test("TLG-11 what tells of an account is warned of while there is no sheet", arguments: [true, false])
    func accountDetails(isHosted: Bool) throws {
        let office = try ProcedureOffice("TLG")
        try provisioned(office, isHosted ? ["target": NSNull(), "hosting": "cloud", "capacityGB": 1] : [:])
        try office.steps("09", "10+")
        let early = try office.step("TLG-11")
        #expect(early.errorText.contains("DOCUMENT_MISSING TLG-11:"), "\(early)")
        // A server of its own has no account here.
        #expect(early.errorText.contains("NOT_ISSUED TLG-11:") == isHosted, "\(early)")
    }

    @Test("TLG-11 with sheet and e-mail there is nothing to warn of")
    func accountDetailsThatAreThere() throws {
        let office = try ProcedureOffice("TLG")
        try provisioned(office, ["target": NSNull(), "hosting": "cloud", "capacityGB": 1])
        try office.steps("09", "10+")
        try office.office.succeeds("account", "issue", "2026/0001", "--slip", office.office.directory.path("slip"))
        try office.office.succeeds("letter", "email-akun", "2026/0001")
        let output = try office.step("TLG-11")
        #expect(!output.errorText.contains("TLG-11:"), "\(output)")
    }

    @Test("TLG-12 the division head may send the draft back")
    func draftGoesBack() throws {
        let office = try ProcedureOffice("TLG")
        try provisioned(office)
        try office.steps("09", "10+", "11")
        try office.step("TLG-12", ["--decision", "no", "--note", "Salah alamat"])
        #expect(try office.open() == ["TLG-10"])
        #expect(try office.show()["revision"] as? Int == 2)
        // What went out by e-mail is not sent again.
        try office.steps("10+")
        #expect(try office.open() == ["TLG-12"])
    }

    @Test("TLG-14 the applicant has both, letter and e-mail")
    func both() throws {
        let office = try ProcedureOffice("TLG")
        try provisioned(office)
        try office.steps("09", "10+", "12+", "13")
        try office.step("TLG-14", status: 3, codes: ["STEP_ORDER"])
        try office.steps("11")
        #expect(try office.open() == ["TLG-14"])
        let output = try office.step("TLG-14", status: 3, codes: ["DOCUMENT_MISSING"])
        #expect(output.errorText.contains("surat-balasan") && output.errorText.contains("email-akun"), "\(output)")
        try office.office.succeeds("letter", "surat-balasan", "2026/0001")
        try office.step("TLG-14", status: 3, codes: ["DOCUMENT_MISSING"])
        try office.office.succeeds("letter", "email-akun", "2026/0001")
        try office.step("TLG-14", ["--as", "applicant"])
        #expect(try office.state() == "archived")
    }

    @Test("TLG-15 hosting is a service of its own")
    func hosting() throws {
        let office = try ProcedureOffice("TLG")
        try office.zoneStaysSame {
            try provisioned(
                office, ["kind": "hosting", "label": NSNull(), "target": NSNull(), "hosting": "cloud", "capacityGB": 4])
        }
        #expect(try office.state() == "provisioned")
        #expect(try office.office.list().isEmpty)
        #expect(try office.show()["reserved"] as? Int == 4)
        // The space is taken.
        try office.office.refusesAdd("lain", "NO_CAPACITY", target: ["--hosting", "7"])
        try office.office.add("lain", ["--hosting", "6"], opd: "Dinas Sosial")
        try office.new(["kind": "hosting", "label": NSNull(), "target": NSNull(), "hosting": "cloud", "capacityGB": 1])
        try office.step("TLG-02", of: 3, status: 1, codes: ["NO_CAPACITY"])
        #expect(try office.state(3) == "deferred")
    }
}

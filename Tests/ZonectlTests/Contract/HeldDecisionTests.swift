import Foundation
import Testing

/// What was decided holds until somebody decides otherwise, and is what is carried out.
@Suite struct HeldDecisionTests {
    /// With an approved name, and the letter on the counter.
    private func approved(_ office: ProcedureOffice, _ changes: [String: Any] = [:]) throws {
        try office.new(changes)
        try office.steps("02")
        try office.office.succeeds(
            "request", "attach", "2026/0001", "signedForm", "--signed-by", "adminPIC", "technicalPIC")
        try office.steps("04", "04b")
    }

    private let letter = ["--letter", "555/1/2026", "--letter-date", "2026-11-23"]

    @Test func aFormThatAsksForSomethingElseIsDecidedUponAnew() throws {
        let office = try ProcedureOffice("TLG")
        try approved(office)
        let output = try office.office.succeeds(["request", "resubmit", "2026/0001", "--name", "pasar"] + letter)
        #expect(output.errorText.contains("FORM_CHANGED name: was “dinkes”, is “pasar” now"), "\(output)")
        let request = try office.show()
        #expect(request["outcome"] is NSNull && request["open"] as? [String] == ["TLG-02"], "\(request)")
        try office.add(status: 3, codes: ["NOT_APPROVED"])
        // The name that was approved is anybody's again, and the new one nobody's yet.
        try office.office.add("dinkes", opd: "RSUD")
        try office.office.add("pasar", opd: "Dinas Pasar", letter: "511/1/2026")
        try office.step("TLG-02", status: 1, codes: ["DUPLICATE"])
        try office.office.succeeds("request", "resubmit", "2026/0001", "--name", "kesehatan")
        try office.steps("02", "04", "04b", "05", "06", "07")
        try office.add()
        #expect(try office.rendered("kesehatan") == ["kesehatan.\(office.zone). A 192.0.2.10"])
        try office.office.succeeds("audit", "verify")
    }

    @Test func whatIsToldBesidesChangesNoDecision() throws {
        let office = try ProcedureOffice("TLG")
        try approved(office)
        try office.office.succeeds(
            ["request", "resubmit", "2026/0001", "--name", "DINKES", "--function", "Situs", "--technical-pic", "Ani"]
                + letter)
        #expect(try office.show()["outcome"] as? String == "approved")
        try office.steps("05", "06", "07", "08")
        #expect(try office.rendered("dinkes") == ["dinkes.\(office.zone). A 192.0.2.10"])
    }

    @Test func aGapThatShowsLaterTakesNothingBack() throws {
        let office = try ProcedureOffice("TLG")
        try approved(office, ["target": NSNull(), "hosting": "cloud", "capacityGB": 4])
        try office.step("TLG-05", status: 1, codes: ["INCOMPLETE"])
        let request = try office.show()
        #expect(request["state"] as? String == "returned" && request["outcome"] as? String == "approved", "\(request)")
        #expect(request["reserved"] as? Int == 4)
        try office.office.refusesAdd("dinkes", "DUPLICATE")
        try office.office.succeeds(["request", "resubmit", "2026/0001"] + letter)
        #expect(try office.show()["outcome"] as? String == "approved")
        try office.steps("05", "06", "07", "08")
        #expect(try office.office.activeNames() == ["dinkes.\(office.zone)."])
    }

    @Test func whatNobodyHasDecidedIsNotMade() throws {
        let office = try ProcedureOffice("PBG")
        let file = office.office.path("procedure.json")
        try writeFile(
            file,
            try readText(file).replacingOccurrences(
                of: "documents: [\"laporan-verifikasi\"],\n",
                with: "documents: [\"laporan-verifikasi\"],\n      next: [\"PBG-06\", \"PBG-07\"],\n"))
        try office.new()
        try office.steps("02", "03")
        try office.office.succeeds("request", "attach", "2026/0001", "suratKuasa", "identitas")
        try office.steps("04", "05")
        #expect(try office.open() == ["PBG-06", "PBG-07"])
        try office.step("PBG-07", status: 3, codes: ["NOT_APPROVED"])
        try office.add(status: 3, codes: ["NOT_APPROVED"])
        try office.steps("06+")
        try office.add()
    }

    /// What was found is found of the form that is decided upon.
    @Test(arguments: ["PBG", "BLG"]) func aFormThatChangesIsVerifiedAnew(_ procedure: String) throws {
        let office = try ProcedureOffice(procedure)
        try office.office.add("rsud", opd: "RSUD", letter: "445/1/2025")
        try office.new()
        if procedure == "PBG" {
            try office.steps("02", "03", of: 2)
            try office.office.succeeds("request", "attach", "2026/0002", "suratKuasa", "identitas")
        } else {
            try office.steps("01", "02", "03", of: 2)
        }
        try office.steps("04", "05", of: 2)
        func sendBack() throws {
            try office.step(
                "\(procedure)-06", ["--decision", "no", "--reason", "INCOMPLETE", "--note", "Mohon periksa"], of: 2)
        }
        // What is told besides was not verified.
        try sendBack()
        try office.office.succeeds("request", "resubmit", "2026/0002", "--function", "Situs")
        #expect(try office.open(2) == ["\(procedure)-06"])
        try sendBack()
        try office.office.succeeds("request", "resubmit", "2026/0002", "--name", "rsud")
        #expect(try office.open(2) == ["\(procedure)-04"])
        try office.letter("laporan-verifikasi", of: 2, status: 3, codes: ["LETTER_NOT_DUE"])
        try office.steps("04", "05", of: 2)
        expect(try office.words("laporan-verifikasi", of: 2), says: ["DUPLICATE", "disarankan untuk ditolak"])
        try office.step("\(procedure)-06", ["--decision", "yes"], of: 2, status: 1, codes: ["DUPLICATE"])
        try office.steps("06-", of: 2)
        #expect(try office.show(2)["reason"] as? String == "DUPLICATE")
    }

    /// What turns out impossible after its approval may be asked for otherwise, and is looked at again.
    @Test func whatCannotBeMadeMayBeAskedForOtherwise() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        try office.steps("02", "03")
        try office.office.succeeds("request", "attach", "2026/0001", "suratKuasa", "identitas")
        try office.steps("04", "05")
        try office.step("PBG-06", ["--decision", "yes", "--reason", "DUPLICATE"], status: 2)
        try office.steps("06+")
        try office.office.refuses(
            ["request", "resubmit", "2026/0001", "--function", "Situs"], status: 3, codes: ["NOT_RETURNED"])
        try office.office.set("allowedNetworks", #"["198.51.100.0/24"]"#)
        try office.add(status: 1, codes: ["TARGET_NOT_ALLOWED"])
        try office.office.succeeds("request", "resubmit", "2026/0001", "--address", "198.51.100.4")
        #expect(try office.open() == ["PBG-04"])
        // What its approval kept is free until the next.
        try office.add(status: 3, codes: ["NOT_APPROVED"])
        try office.steps("04", "05", "06+")
        try office.add()
        #expect(try office.rendered("dinkes") == ["dinkes.\(office.zone). A 198.51.100.4"])
    }

    /// Space that nobody stated is that of the settings, from the approval on.
    @Test func spaceThatIsNotStatedIsKeptToo() throws {
        for changes: [String: Any] in [
            ["kind": "hosting", "label": NSNull(), "target": NSNull(), "hosting": "cloud"],
            ["target": NSNull(), "hosting": "cloud"],
        ] {
            let office = try ProcedureOffice("TLG")
            try office.office.set("hosting", #"{ addresses: ["192.0.2.53"], capacityGB: 10, defaultGB: 4 }"#)
            try approved(office, changes)
            #expect(try office.show()["reserved"] as? Int == 4)
            try office.office.refusesAdd("lain", "NO_CAPACITY", target: ["--hosting", "7"])
            try office.office.add("lain", ["--hosting", "6"], opd: "Dinas Sosial")
            try office.office.succeeds(["request", "resubmit", "2026/0001"] + letter)
            try office.steps("05", "06", "07", "08")
            #expect(try office.office.document(["capacity", "show"])["freeGB"] as? Int == 0)
        }
    }

    /// Whoever cannot get in may still give the name up; and where the form does not ask, nobody was asked.
    @Test func beingLockedOutIsNoResetOfOtherKinds() throws {
        let office = try ProcedureOffice("KTR")
        try office.office.add("dinkes", opd: "Dinas Kesehatan")
        let output = try office.new(
            ["kind": "delete", "cannotAccess": true, "target": NSNull(), "attachments": NSNull()])
        #expect(output.errorText.contains("OTHER_FIELD cannotAccess:"), "\(output)")
        try office.steps("02", "03", "04", of: 2)
        try office.add(2)
        #expect(try office.office.activeNames() == [])
        try office.office.add("jdih", opd: "Bagian Hukum")
        try office.new(["label": "jdih", "opd": "Bagian Hukum", "cannotAccess": true, "letterNumber": "3"])
        try office.steps("02", "03", of: 4)
        try office.step("KTR-04", of: 4, status: 1, codes: ["DUPLICATE"])
    }

    @Test func aReasonThatIsGivenIsOne() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        try office.steps("02", "03")
        try office.office.succeeds("request", "attach", "2026/0001", "suratKuasa", "identitas")
        try office.steps("04", "05")
        for (reason, status, code): (String, Int32, [String]) in [
            ("DUPLICATE", 1, ["REASON_UNFOUNDED"]), ("NOT_OWNER", 1, ["REASON_UNFOUNDED"]),
            ("INVALID_LABEL", 1, ["REASON_UNFOUNDED"]), ("RESET", 1, ["NOT_OWNER"]), ("INCOMPLETE", 2, []),
            ("NO_CAPACITY", 2, []), ("TECHNICAL_ADVICE", 2, []), ("OTHER", 2, []),
        ] {
            try office.office.refuses(
                ["step", "2026/0001", "PBG-06", "--decision", "no", "--reason", reason], status: status, codes: code)
        }
        try office.step(
            "PBG-06", ["--decision", "no", "--reason", "INCOMPLETE", "--note", "Surat kuasa tidak terbaca"])
        expect(try office.words("pengembalian"), says: ["Surat kuasa tidak terbaca"])
        try office.office.add("dinkes", opd: "RSUD")
        try office.office.succeeds("request", "attach", "2026/0001", "suratKuasa")
        try office.step("PBG-06", ["--decision", "no", "--reason", "DUPLICATE"])
        #expect(try office.show()["outcome"] as? String == "rejected")
    }
}

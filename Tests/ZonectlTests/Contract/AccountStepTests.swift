import Foundation
import Testing

/// Steps that are about accounts speak of what has happened.
@Suite struct AccountStepTests {
    /// Up to the step that follows a reset, with what came of the one before it.
    private func locked(_ procedure: String, _ office: ProcedureOffice) throws -> Outcome {
        try office.office.add("dinkes", opd: "Dinas Kesehatan", letter: "440/9/2025")
        switch procedure {
        case "PBG":
            try office.new(["kind": "passwordReset"])
            try office.steps("02", "03", of: 2)
            try office.office.succeeds("request", "attach", "2026/0002", "suratKuasa", "identitas")
            try office.steps("04", "05", of: 2)
            return try office.step("PBG-06", ["--decision", "yes"], of: 2)
        case "BLG":
            try office.new(["kind": "passwordReset", "target": NSNull()])
            try office.steps("01", "02", "03", "04", "05", of: 2)
            return try office.step("BLG-06", ["--decision", "no"], of: 2)
        default:
            try office.new(["cannotAccess": true])
            try office.steps("02", of: 2)
            try office.office.succeeds(
                "request", "attach", "2026/0002", "signedForm", "--signed-by", "adminPIC", "technicalPIC")
            try office.steps("04", "04b", of: 2)
            try office.office.succeeds(
                "request", "resubmit", "2026/0002", "--letter", "555/2/2026", "--letter-date", "2026-11-23")
            try office.steps("05", "06", of: 2)
            return try office.step("TLG-07", of: 2)
        }
    }

    @Test(arguments: [("PBG", "PBG-08"), ("BLG", "BLG-08"), ("TLG", "TLG-08")])
    func aResetIsToldOfWhenItWasMade(_ procedure: String, _ step: String) throws {
        let office = try ProcedureOffice(procedure)
        let decided = try locked(procedure, office)
        let hint = "zonectl account reset 2026/0002"
        #expect((decided.text + decided.errorText).contains(": \(hint), \(step) ("), "\(decided)")
        let early = try office.step(step, of: 2, status: 3, codes: ["NOT_RESET"])
        #expect(early.errorText.contains(hint), "\(early)")
        try office.letter("berita-acara-reset", of: 2, status: 3, codes: ["LETTER_NOT_DUE"])
        // What is done for another request is not done for this one.
        try office.office.succeeds("account", "issue", "dinkes", "--slip", office.office.directory.path("old"))
        try office.office.succeeds("account", "reset", "dinkes")
        try office.step(step, of: 2, status: 3, codes: ["NOT_RESET"])

        try office.office.succeeds("account", "reset", "2026/0002")
        let taken = try office.step(step, of: 2)
        #expect(!(taken.text + taken.errorText).contains(hint), "\(taken)")
        try office.letter("berita-acara-reset", of: 2, status: 3, codes: ["LETTER_NOT_DUE"])
        // Whoever signs knows the sheet that holds now.
        let signing: String
        switch procedure {
        case "PBG":
            try office.steps("09+", "10", of: 2)
            signing = "PBG-11"
        case "BLG":
            try office.letter("surat-balasan", of: 2)
            signing = "BLG-09"
        default:
            try office.office.render()
            try office.steps("09", "10+", "12+", of: 2)
            signing = "TLG-13"
        }
        try office.step(signing, of: 2, status: 3, codes: ["NOT_ISSUED"])
        try office.office.succeeds("account", "issue", "2026/0002", "--slip", office.office.directory.path("new"))
        expect(
            try office.words("berita-acara-reset", of: 2), says: ["L-2026/0001", "L-2026/0002"],
            but: ["belum diterbitkan"])
        try office.step(signing, of: 2)
        try office.office.succeeds("audit", "verify")
    }

    @Test func aNameThatIsGoneIsNotReset() throws {
        let office = try ProcedureOffice("PBG")
        _ = try locked("PBG", office)
        try office.office.succeeds("remove", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/2/2026")
        let output = try office.step("PBG-08", of: 2, status: 3, codes: ["NOT_RESET"])
        #expect(output.errorText.contains("zonectl request cancel 2026/0002"), "\(output)")
        try office.office.succeeds("request", "cancel", "2026/0002")
    }

    @Test(arguments: [false, true])
    func aNameThatIsGoneHasNoAccountToHandOver(isIssued: Bool) throws {
        let office = try ProcedureOffice("SBD")
        try office.office.set("mail", #"{ host: "ns1" }"#)
        try office.office.set("hosting", #"{ addresses: ["192.0.2.80"], capacityGB: 10 }"#)
        try office.new()
        try office.steps("01", "02", "03", "04", "05", "06")
        if isIssued {
            try office.office.succeeds("account", "issue", "2026/0001", "--slip", office.office.directory.path("slip"))
        }
        try office.office.succeeds("remove", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/2/2026")
        try office.office.render()
        for step in ["SBD-07", "SBD-08", "SBD-09"] {
            let output = try office.step(step)
            let isWarned = output.errorText.contains("NAME_NOT_FOUND dinkes.\(office.zone):")
            #expect(isWarned == (step != "SBD-08"), "\(output)")
        }
        #expect(try office.state() == "archived")
    }
}

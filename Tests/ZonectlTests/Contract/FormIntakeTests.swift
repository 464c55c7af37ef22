import Foundation
import Testing

/// What is told of a form when it comes in: all that is odd, and nothing twice or beside the point.
@Suite struct FormIntakeTests {
    private func lines(_ output: Outcome, _ code: String) -> [String] {
        output.errorLines.filter { $0.contains("\(code) ") }
    }

    @Test func aDateToComeIsToldOnce() throws {
        for procedure in ["PBG", "KTR"] {
            let office = try ProcedureOffice(procedure)
            let output = try office.new(["letterDate": "2026-12-01"])
            #expect(lines(output, "FUTURE_DATE").count == 1, "\(output)")
        }
    }

    @Test func whatIsMissingIsNamedInGoodEnglish() throws {
        let office = try ProcedureOffice("PBG")
        let output = try office.new(["hosting": NSNull(), "target": NSNull(), "capacityGB": 0], status: 1)
        #expect(output.errorText.contains("INCOMPLETE hosting: the form lacks the kind of hosting"), "\(output)")
    }

    /// A name without its own target has none; its www is no second mistake.
    @Test func aRefusedTargetIsOneReason() throws {
        let office = try ProcedureOffice("KTR")
        let output = try office.new(["target": "10.0.0.5", "www": true], status: 1, codes: ["TARGET_NOT_ALLOWED"])
        #expect(lines(output, "TARGET_INVALID").isEmpty, "\(output)")
        #expect(try office.state() == "returned")
        try office.office.refuses(
            ["add", "jdih", "--opd", "x", "--letter", "1", "--address", "300.1.1.1", "--www"],
            codes: ["TARGET_INVALID"])
    }

    @Test func whoeverIsWrittenToHasAnAddress() throws {
        let person = ["name": "Sari Contoh", "position": "Sekretaris", "phone": "0800-1000"]
        let first = try ProcedureOffice("TLG")
        try first.new(["adminPIC": person], status: 1, codes: ["INCOMPLETE"])
        #expect(try first.show()["state"] as? String == "returned")
        try first.office.succeeds(
            "request", "resubmit", "2026/0001", "--admin-pic", "Sari Contoh; Sekretaris; 0800-1000; sari@example.go.id")
        #expect(try first.open() == ["TLG-02"])
        let second = try ProcedureOffice("KTR")
        try second.new(["adminPIC": person])
        try second.steps("02", "03")
        let output = try second.step("KTR-04", status: 1, codes: ["INCOMPLETE"])
        #expect(output.errorText.contains("INCOMPLETE contactEmail:"), "\(output)")
        expect(try second.words("pengembalian"), says: ["alamat surel penanggung jawab"])
    }

    @Test func forgottenSemicolonsAreNoticed() throws {
        let office = try ProcedureOffice("PBG")
        let output = try office.office.refuses(
            ["request", "new", "--opd", "x", "--admin-pic", "Sari Contoh 0800-1000 sari@example.go.id"], status: 2,
            codes: [])
        #expect(output.errorText.contains("NAME; POSITION; PHONE; E-MAIL"), "\(output)")
        try office.office.refuses(
            ["request", "new", "--opd", "x", "--technical-pic", "Sari; sari@example.go.id"], status: 2, codes: [])
    }

    /// A letter that was entered without its agency is nobody's.
    @Test func aLetterWithoutAnAgencyBlocksNobody() throws {
        let office = try ProcedureOffice("PBG")
        try office.new(["opd": NSNull()], status: 1, codes: ["INCOMPLETE"])
        let output = try office.new()
        #expect(output.errorText.contains("SAME_LETTER 440/1/2026:"), "\(output)")
        #expect(try office.state(2) == "registered")
    }

    @Test func anotherAgencysLetterIsNoCorrection() throws {
        let office = try ProcedureOffice("PBG")
        try office.new(["function": NSNull()], status: 1)
        func again(_ changes: [String: Any]) throws -> [String] {
            ["request", "resubmit", "2026/0001", "--file", try office.file(changes)]
        }
        try office.office.refuses(
            try again(["opd": "RSUD", "letterNumber": "445/9/2026", "label": "rsud"]), codes: ["OTHER_REQUEST"])
        let output = try office.office.succeeds(try again(["opd": "Dinas Kesehatan Kabupaten", "label": "kesehatan"]))
        #expect(lines(output, "FORM_CHANGED").count == 2, "\(output)")
    }

    /// Nor does a letter become another agency's by a correction, when a request holds it already.
    @Test func aCorrectionTakesNobodysLetter() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        let second = try office.new(["label": "kesehatan"])
        #expect(lines(second, "SAME_LETTER").count == 1, "\(second)")
        try office.office.refuses(
            ["request", "resubmit", "2026/0002", "--file", try office.file(["opd": "Dinas Lain", "label": "lain"])],
            codes: ["SEVERAL_AGENCIES"])
        try office.office.succeeds("request", "resubmit", "2026/0002", "--function", "Situs")
    }
}

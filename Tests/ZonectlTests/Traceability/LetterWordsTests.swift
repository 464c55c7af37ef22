import Foundation
import Testing

/// What documents say of what people noted, and what is said where another document fits.
@Suite("Letters: notes, reasons, and which one fits") struct LetterWordsTests {
    private static let note = "Server Apache siap, TTL 300"

    @Test("PBG-04, BLG-03, BLG-04 what was noted of the request stands in the reports, and nowhere for everybody")
    func notes() throws {
        for (procedure, before, verifying, writing) in [
            ("PBG", ["02", "03"], "PBG-04", "PBG-05"), ("BLG", ["01", "02", "03"], "BLG-04", "BLG-05"),
        ] {
            let office = try ProcedureOffice(procedure)
            try office.new(["attachments": PBGLetterTests.papers])
            for step in before { try office.steps(step) }
            try office.step(verifying, ["--note", Self.note, "--as", "technician:Udin Contoh"])
            try office.step(writing, ["--note", "Disarankan dipantau.", "--as", "sectionHead:Tono Contoh"])
            let zone = procedure == "PBG" ? "WIB" : "WITA"
            let found = ["Udin Contoh (", "), 23 November 2026 pukul 09.00 \(zone): \(Self.note)."]
            let noted = found + ["Tono Contoh (Kepala", "Disarankan dipantau. "]
            // What the report to the division head adds stands in that.
            expect(try office.words("laporan-verifikasi"), says: ["Catatan"] + (procedure == "PBG" ? noted : found))
            if procedure == "PBG" { try office.steps("06+", "07", "08") }
            let report = try office.words("konsep-laporan")
            expect(report, says: ["D. Keterangan teknis"] + noted, but: [Self.note + "..", "dipantau.."])
            let pages = office.office.directory.path("pages")
            try office.office.succeeds("report", "--html", pages)
            let shown = try snapshot(pages).keys.filter { $0.hasSuffix(".html") }.map { try readText("\(pages)/\($0)") }
            #expect(!shown.isEmpty && !shown.contains { $0.contains("Apache") || $0.contains("Udin") })
        }
    }

    @Test("what was noted of a form is not said of one that asks for something else")
    func notesOfAnother() throws {
        let office = try ProcedureOffice("BLG")
        try office.new()
        try office.steps("01", "02", "03")
        try office.step("BLG-04", ["--note", Self.note])
        try office.steps("05")
        try office.step("BLG-06", ["--decision", "no", "--reason", "INCOMPLETE", "--note", "Alamat keliru"])
        expect(try office.words("laporan-verifikasi"), says: [Self.note])
        try office.office.succeeds("request", "resubmit", office.id(), "--name", "kesehatan")
        expect(try office.words("konsep-laporan"), says: ["Alamat keliru."], but: [Self.note])
    }

    @Test("of a request that was refused or reset it is said which document fits", arguments: [false, true])
    func fitting(isReset: Bool) throws {
        let office = try ProcedureOffice("PBG")
        try office.office.add("dinkes", ["--hosting", "1"], letter: "440/9/2025")
        try office.new(["attachments": PBGLetterTests.papers, "cannotAccess": isReset])
        try office.steps("02", "03", "04", "05", of: 2)
        let made = ["berita-acara", "berita-acara-serah-terima"] + (isReset ? [] : ["email-akun"])
        func told(_ kind: String) throws -> String {
            try office.letter(kind, of: 2, status: 3, codes: ["LETTER_NOT_DUE"])
        }
        for kind in made {
            let text = try told(kind)
            #expect(text.contains("nothing was decided yet") && !text.contains("zonectl add"), "\(text)")
        }
        try office.steps(isReset ? "06+" : "06-", of: 2)
        let state = isReset ? "reset of credentials; what fits is" : "rejected; what fits is penolakan"
        for kind in made + ["persetujuan"] {
            let text = try told(kind)
            #expect(text.contains(state) && !text.contains("zonectl add"), "\(text)")
            if isReset, kind != "persetujuan" { #expect(text.contains("berita-acara-reset"), "\(text)") }
        }
    }

    @Test("what was approved and is not made yet is made by add, or by a step that comes first")
    func notMade() throws {
        let agency = try ProcedureOffice("PBG")
        try agency.new(["attachments": PBGLetterTests.papers])
        try agency.steps("02", "03", "04", "05", "06+")
        expect(
            try agency.letter("berita-acara", status: 3, codes: ["LETTER_NOT_DUE"]), says: ["zonectl add 2026/0001"])
        try agency.office.succeeds("request", "cancel", agency.id())
        for kind in ["penolakan", "persetujuan", "surat-balasan", "berita-acara"] {
            let text = try agency.letter(kind, status: 3, codes: ["LETTER_NOT_DUE"])
            #expect(text.contains("the request is cancelled"), "\(text)")
        }
        let regency = try ProcedureOffice("TLG")
        try regency.new()
        try regency.steps("02")
        let text = try regency.letter("berita-acara", status: 3, codes: ["LETTER_NOT_DUE"])
        #expect(text.contains("step TLG-08 does it"), "\(text)")
    }

    @Test("a refused reset is refused by the rule of resets, whoever holds the name", arguments: [true, false])
    func refusedReset(isHeld: Bool) throws {
        let office = try ProcedureOffice("PBG")
        if isHeld { try office.office.add("dinkes", ["--hosting", "1"], opd: "Dinas Sosial") }
        let number = isHeld ? 2 : 1
        try office.new(["kind": "passwordReset", "attachments": PBGLetterTests.papers, "subject": NSNull()])
        expect(try office.words("disposisi", of: number), says: ["Hal : Permohonan pengaturan ulang kata sandi nama"])
        expect(try office.words("tanda-terima", of: number), says: ["Hal : Permohonan pengaturan ulang kata sandi"])
        try office.steps("02", "03", "04", "05", "06-", of: number)
        expect(
            try office.words("penolakan", of: number),
            says: ["pengaturan ulang kata sandi hanya atas permintaan pemegang nama", "Nama subdomain : dinkes"],
            but: ["perubahan dan penghapusan"])
    }
}

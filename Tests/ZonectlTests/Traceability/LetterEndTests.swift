import Foundation
import Testing

/// Letters about what came to its end some other way, and those that tell of a deed before it is done.
@Suite("Letters: what has ended, and what has not happened yet") struct LetterEndTests {
    private func verified(_ office: ProcedureOffice, _ changes: [String: Any] = [:], of number: Int = 1) throws {
        try office.new(changes.merging(["attachments": PBGLetterTests.papers]) { old, _ in old })
        try office.steps("02", "03", "04", "05", of: number)
    }

    private func remove(_ office: ProcedureOffice) throws {
        try office.office.succeeds("remove", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/99/2026")
        try office.office.render()
    }

    @Test("a request that was cancelled gets no answer, whatever it waited for")
    func cancelled() throws {
        let approved = try ProcedureOffice("KTR")
        try approved.new()
        try approved.steps("02", "03", "04")
        let deferred = try ProcedureOffice("SBD")
        try deferred.new(["capacityGB": 20])
        try deferred.steps("01", "02")
        try deferred.step("SBD-03", ["--decision", "yes"], status: 1, codes: ["NO_CAPACITY"])
        let returned = try ProcedureOffice("TLG")
        try returned.new()
        try returned.step("TLG-02", ["--decision", "no", "--note", "Fungsi belum jelas"])
        let granted = try ProcedureOffice("PBG")
        try verified(granted)
        try granted.steps("06+")
        for office in [approved, deferred, returned, granted] {
            try office.office.succeeds("request", "cancel", office.id(), "--note", "ditarik")
            for kind in ["persetujuan", "surat-balasan", "pengembalian", "email-akun", "berita-acara"] {
                try office.letter(kind, status: 3, codes: ["LETTER_NOT_DUE"])
            }
            #expect(!fileExists(office.office.path("letters")), "\(office.procedure)")
        }
    }

    @Test("of a name that was removed meanwhile nothing is handed over, and the approval says that it is gone")
    func removed() throws {
        let gone = ["dihapus dari DNS pada 23 November 2026", "tidak berlaku lagi"]
        let district = try ProcedureOffice("SBD")
        try district.office.set("mail", #"{ host: "ns1" }"#)
        try district.office.set("hosting", #"{ addresses: ["192.0.2.80"], capacityGB: 10 }"#)
        try district.new()
        try district.steps("01", "02", "03", "04", "05", "06")
        try district.office.render()
        try district.steps("07")
        try remove(district)
        for kind in ["berita-acara-serah-terima", "berita-acara", "email-akun"] {
            try district.letter(kind, status: 3, codes: ["LETTER_NOT_DUE"])
        }
        expect(try district.words("persetujuan"), says: gone)
        for step in ["SBD-08", "SBD-09"] { try district.step(step) }
        #expect(try district.state() == "archived")
        // Where a step wants the message and the approval, the approval is enough.
        let province = try ProcedureOffice("KTR")
        try province.new()
        try province.steps("02", "03", "04")
        try province.add()
        try province.office.render()
        try remove(province)
        try province.letter("email-akun", status: 3, codes: ["LETTER_NOT_DUE"])
        expect(try province.words("persetujuan"), says: gone, but: ["setelah nama diterbitkan"])
        try province.steps("05")
        // One that is signed later says it too.
        let regency = try drafted()
        try remove(regency)
        try regency.steps("09+", "10", "11")
        expect(try regency.written("persetujuan"), says: gone + ["555/1/Diskominfo/2026"], but: ["KONSEP"])
    }

    /// Purbalingga up to the draft of the approval, the name in the zone.
    private func drafted() throws -> ProcedureOffice {
        let office = try ProcedureOffice("PBG")
        try verified(office)
        try office.steps("06+")
        try office.add()
        try office.office.render()
        try office.steps("08")
        try office.letter("persetujuan")
        return office
    }

    @Test("PBG-12 minutes of hand-over bear the day of delivery, not that of the signature before it")
    func handoverDay() throws {
        let office = try drafted()
        try office.steps("09+", "10", "11")
        office.office.clock = "2027-01-04T02:00:00Z"
        try office.steps("12", "13")
        expect(
            try office.words("berita-acara-serah-terima"),
            says: ["Pada hari ini Senin, tanggal empat bulan Januari", "555/1/Diskominfo/2027"],
            but: ["Pada hari ini Senin, tanggal dua puluh tiga"])
        try office.letter("berita-acara-serah-terima", status: 3, codes: ["LETTER_SIGNED"])
    }

    @Test("SBD-09 minutes of hand-over come after the hand-over")
    func handoverFirst() throws {
        let office = try ProcedureOffice("SBD")
        try office.office.set("mail", #"{ host: "ns1" }"#)
        try office.office.set("hosting", #"{ addresses: ["192.0.2.80"], capacityGB: 10 }"#)
        try office.new()
        try office.steps("01", "02", "03", "04", "05", "06")
        try office.office.render()
        try office.steps("07", "08")
        let refusal = try office.letter("berita-acara-serah-terima", status: 3, codes: ["LETTER_NOT_DUE"])
        #expect(refusal.contains("zonectl account handover 2026/0001 --to"), "\(refusal)")
        try office.office.succeeds("account", "handover", office.id(), "--to", "Andi Penerima")
        expect(try office.words("berita-acara-serah-terima"), says: ["Andi Penerima"], but: ["Sari Contoh"])
        try office.letter("berita-acara-serah-terima", status: 3, codes: ["LETTER_SIGNED"])
    }

    @Test("KTR-05 the approval tells since when, so it follows the making of the name")
    func approvalAfterwards() throws {
        let office = try ProcedureOffice("KTR")
        try office.new()
        try office.steps("02", "03", "04")
        #expect(try office.letter("persetujuan", status: 3, codes: ["LETTER_NOT_DUE"]).contains("zonectl add"))
        try office.add()
        #expect(try office.letter("persetujuan", status: 3, codes: ["LETTER_NOT_DUE"]).contains("zonectl render"))
        try office.office.render()
        expect(try office.words("persetujuan"), says: ["Mulai berlaku : 23 November 2026"])
    }

    @Test("a refused rename names the name that stands in its way", arguments: [nil, "RSUD"])
    func refusedRename(holder: String?) throws {
        let office = try ProcedureOffice("KTR")
        let number = holder == nil ? 1 : 2
        if let holder { try office.office.add("dinkes", opd: holder, letter: "445/1/2026") }
        try office.new(["kind": "rename", "newName": "kesehatan", "target": NSNull()])
        try office.steps("02", "03", of: number)
        try office.step("KTR-04", ["--decision", "no"], of: number)
        // Nobody analysed what was refused at once.
        try office.letter("laporan-analisis", of: number, status: 3, codes: ["LETTER_NOT_DUE"])
        expect(
            try office.words("penolakan", of: number),
            says: [
                "Nama subdomain : dinkes.kaltaraprov.go.id", "Nama baru yang diminta : kesehatan.kaltaraprov.go.id",
            ] + (holder.map { ["Pemegang nama : \($0)"] } ?? []), but: holder == nil ? ["Pemegang nama"] : [])
    }

    @Test("who asks for a name of its own is not sent to its holder, and a reset is called one")
    func ownName() throws {
        let office = try ProcedureOffice("PBG")
        try office.office.add("dinkes", ["--hosting", "1"], letter: "440/9/2025")
        try office.office.succeeds("account", "issue", "dinkes", "--slip", office.office.directory.path("first"))
        try office.office.render()
        try verified(office, ["letterNumber": "2/2026"], of: 2)
        try office.step("PBG-06", ["--decision", "no"], of: 2)
        expect(
            try office.words("penolakan", of: 2), says: ["sudah dipegang instansi Saudara"], but: ["berkoordinasi"])
        try verified(office, ["letterNumber": "3/2026", "cannotAccess": true], of: 3)
        try office.step("PBG-06", ["--decision", "yes", "--reason", "DUPLICATE"], of: 3, status: 2)
        try office.steps("06+", of: 3)
        try office.office.succeeds("account", "reset", office.id(3), "--slip", office.office.directory.path("second"))
        expect(
            try office.letter("email-akun", of: 3),
            says: ["Pengaturan ulang kata sandi akun nama subdomain dinkes.purbalinggakab.go.id"], but: ["Pembuatan"])
    }

    @Test("TLG-11 a message that is not due is refused without advice on how to write it")
    func noAdvice() throws {
        let office = try ProcedureOffice("TLG")
        try office.new()
        #expect(try !office.letter("email-akun", status: 3, codes: ["LETTER_NOT_DUE"]).contains("NO_SHEET"))
    }
}

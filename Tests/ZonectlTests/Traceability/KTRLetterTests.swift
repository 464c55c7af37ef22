import Foundation
import Testing

/// What the procedure of Kalimantan Utara says of documents, row by row.
@Suite("Kalimantan Utara: documents") struct KTRLetterTests {
    @Test("KTR-01 the receipt has agenda number, date, time and receiver")
    func receipt() throws {
        let office = try ProcedureOffice("KTR")
        try office.new(as: "registrar:Gita Contoh")
        expect(
            try office.letter("tanda-terima"),
            says: [
                "TANDA TERIMA", "2026/0001", "Senin, 23 November 2026 pukul 09.00 WITA", "Gita Contoh", "440/1/2026",
                "1 (satu) berkas", "Batas waktu penyelesaian",
            ])
    }

    @Test("KTR-10 what is promised leaves out the office's holidays")
    func holidays() throws {
        let office = try ProcedureOffice("KTR")
        func promised() throws -> String {
            let receipt = try office.letter("tanda-terima")
            let line = receipt.split(separator: "\n").first { $0.hasPrefix("Batas waktu penyelesaian") }
            return String(try #require(line).drop { $0 != ":" }.dropFirst(2))
        }
        try office.new()
        // The letter is there: what remains is three hours, a day, seven days, a day, each step at its limit.
        #expect(try promised() == "8 Desember 2026 pukul 16.00 WITA")
        try writeFile("\(office.office.root)/holidays.txt", "# Libur bersama seluruh zona\n2026-12-08 Pilkada\n")
        #expect(try promised() == "9 Desember 2026 pukul 16.00 WITA")
        // The zone's own file comes before that of the registry.
        try writeFile(office.office.path("holidays.txt"), "2026-12-08\n2026-12-09\n2026-12-10 Contoh\n")
        #expect(try promised() == "11 Desember 2026 pukul 16.30 WITA")
        try writeFile(office.office.path("holidays.txt"), "2026-12-08\n\n09-12-2026 Pilkada\n")
        let refusal = try office.letter("tanda-terima", status: 1)
        #expect(refusal.contains("HOLIDAYS \(office.office.path("holidays.txt")):3: "), "\(refusal)")
        try office.office.set("holidays", #""libur.txt""#)
        try office.letter("tanda-terima", status: 4)
    }

    @Test("KTR-03 the team stands on the disposition sheet")
    func team() throws {
        let office = try ProcedureOffice("KTR")
        try office.new()
        try office.steps("02")
        try office.step("KTR-03", ["--assign", "Tim Teknis Contoh"])
        expect(try office.words("disposisi"), says: ["Tim Teknis Contoh"])
    }

    @Test("KTR-04 the analysis has its five headings, none of them empty")
    func analysis() throws {
        let office = try ProcedureOffice("KTR")
        try office.new()
        try office.letter("laporan-analisis", status: 3, codes: ["LETTER_NOT_DUE"])
        try office.steps("02", "03")
        let refusal = try office.letter("laporan-analisis", status: 1, codes: ["INCOMPLETE"])
        for heading in ["needs", "facilities", "budget", "infrastructure", "scope"] {
            #expect(refusal.contains("INCOMPLETE \(heading):"))
        }
        let file = office.office.directory.path("analisis.json")
        try writeFile(
            file,
            """
            {"needs":"Satu nama","facilities":"Server sendiri","budget":"Tanpa biaya","infrastructure":"Alamat IP",
             "scope":"Layanan daring"}
            """)
        try office.step("KTR-04", ["--analysis", file])
        expect(
            try office.letter("laporan-analisis"),
            says: [
                "1. Kebutuhan Satu nama", "2. Fasilitas Server sendiri", "3. Anggaran Tanpa biaya",
                "4. Kebutuhan infrastruktur Alamat IP", "5. Ruang lingkup aplikasi Layanan daring",
                "6. Kelengkapan berkas",
                "7. Kesimpulan",
            ])
    }

    @Test("KTR-04a what is missing is listed, with what to do")
    func returned() throws {
        let office = try ProcedureOffice("KTR")
        try office.new(["target": NSNull(), "adminPIC": NSNull(), "attachments": NSNull()])
        try office.steps("02", "03")
        try office.step("KTR-04", status: 1, codes: ["INCOMPLETE", "NO_RECOMMENDATION"])
        let letter = try office.words("pengembalian")
        expect(
            letter,
            says: [
                "kami kembalikan untuk dilengkapi", "Lampirkan bukti rekomendasi",
                "Formulir belum memuat alamat atau host tujuan", "Formulir belum memuat penanggung jawab administratif",
                "Belum dilampirkan: Bukti rekomendasi pembangunan aplikasi Lampirkan",
                "bukan penolakan",
                "555/1/Diskominfo/2026",
            ], but: ["tidak dapat kami setujui", "KONSEP"])
        try office.letter("pengembalian", status: 3, codes: ["LETTER_SIGNED"])
    }

    @Test("KTR-05 letter and e-mail go out before the step is done")
    func approval() throws {
        let office = try ProcedureOffice("KTR")
        try office.new()
        try office.steps("02", "03", "04")
        try office.letter("email-akun", status: 3, codes: ["LETTER_NOT_DUE"])
        try office.add()
        try office.office.render()
        try office.step("KTR-05", status: 3)
        expect(try office.letter("persetujuan"), says: ["dinkes.kaltaraprov.go.id dapat kami setujui"], but: ["KONSEP"])
        try office.step("KTR-05", status: 3)
        let message = try office.letter("email-akun")
        #expect(message.contains("\nTo: Sari Contoh <sari@example.go.id>\n"), "\(message)")
        #expect(try office.written("email-akun", ending: "eml") == message)
        try office.steps("05")
        #expect(try office.state() == "archived")
    }

    @Test("KTR-12 letters name the team that is accountable")
    func accountable() throws {
        let office = try ProcedureOffice("KTR")
        try office.new()
        for options in [[], ["--html"]] {
            #expect(try office.letter("tanda-terima", options: options).contains("Tim Koordinasi SPBE"))
        }
    }
}

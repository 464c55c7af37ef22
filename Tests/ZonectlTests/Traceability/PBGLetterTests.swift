import Foundation
import Testing
import ZoneCore

/// What the procedure of Purbalingga says of documents, row by row.
@Suite("Purbalingga: documents") struct PBGLetterTests {
    static let papers = [["kind": "suratKuasa", "name": "kuasa.pdf"], ["kind": "identitas", "name": "ktp.pdf"]]

    private func verified(_ changes: [String: Any] = [:], to office: ProcedureOffice, of number: Int = 1) throws {
        try office.new(changes.merging(["attachments": Self.papers]) { old, _ in old })
        try office.steps("02", "03", "04", "05", of: number)
    }

    private func drafted(_ office: ProcedureOffice) throws {
        try verified(to: office)
        try office.steps("06+")
        try office.add()
        try office.office.render()
    }

    @Test("PBG-02 the disposition sheet says from whom to whom, what, when, and who initialled it")
    func dispositionSheet() throws {
        let office = try ProcedureOffice("PBG")
        try office.new(["attachments": Self.papers])
        office.office.clock = "2026-11-23T02:10:00Z"
        try office.step("PBG-02", ["--as", "agencyHead:Dewi Contoh", "--note", "Tindak lanjuti"])
        expect(
            try office.words("disposisi"),
            says: [
                "LEMBAR DISPOSISI", "2026/0001", "440/1/2026", "Dewi Contoh", "Kepala Bidang", "Tindak lanjuti",
                "23 November 2026 pukul 09.10 WIB", "DC", "Selesai paling lambat",
            ])
    }

    @Test("PBG-05 the verification report has every verdict and a recommendation, and none before verifying")
    func verificationReport() throws {
        let office = try ProcedureOffice("PBG")
        try office.new(["attachments": Self.papers])
        try office.letter("laporan-verifikasi", status: 3, codes: ["LETTER_NOT_DUE"])
        try office.steps("02", "03")
        try office.letter("laporan-verifikasi", status: 3, codes: ["LETTER_NOT_DUE"])
        try office.steps("04")
        let rows = try #require(try office.show()["verification"] as? [[String: String]])
        #expect(rows.count >= 8)
        let report = try office.letter("laporan-verifikasi")
        expect(
            try office.words("laporan-verifikasi"),
            says: rows.compactMap { $0["rule"] } + [
                "Kaidah penulisan nama", "Keberadaan nama", "Kelengkapan formulir", "Lampiran", "Peruntukan",
                "Rekomendasi Permohonan memenuhi ketentuan dan dapat disetujui", "Staf Teknis", "Kepala Seksi",
            ], but: ["KONSEP"])
        #expect(try office.written("laporan-verifikasi") == report)
        // A name that is taken: who holds it, and the advice to refuse.
        try office.steps("05", "06+")
        try verified(["letterNumber": "2/2026", "opd": "RSUD Contoh"], to: office, of: 2)
        expect(
            try office.words("laporan-verifikasi", of: 2),
            says: ["tidak memenuhi", "DUPLICATE", "Dinas Kesehatan", "disarankan untuk ditolak"])
    }

    @Test("PBG-06b who cannot get in is told that the name is there, and how to get in again")
    func existingName() throws {
        let office = try ProcedureOffice("PBG")
        try office.office.add("dinkes", ["--hosting", "1"], letter: "440/9/2025")
        try office.office.succeeds("account", "issue", "dinkes", "--slip", office.office.directory.path("first"))
        try office.office.render()
        let serial = try office.office.serial()
        try verified(["letterNumber": "2/2026", "cannotAccess": true], to: office, of: 2)
        try office.steps("06+", of: 2)
        try office.office.succeeds(
            "account", "reset", "2026/0002", "--slip", office.office.directory.path("second"))
        expect(
            try office.letter("surat-balasan", of: 2),
            says: [
                "KONSEP", "dinkes.purbalinggakab.go.id sudah ada", "Dibuat : 23 November 2026 (permohonan 2026/0001)",
                "Nama pengguna", "nomor L-2026/0002", "rekaman DNS tidak berubah",
            ])
        expect(
            try office.words("berita-acara-reset", of: 2),
            says: [
                "PENGATURAN ULANG KATA SANDI", "L-2026/0001", "L-2026/0002", "nomor seri zona tetap \(serial)", "Saksi",
            ])
        try office.letter("persetujuan", of: 2, status: 3, codes: ["LETTER_NOT_DUE"])
        try office.letter("berita-acara", of: 2, status: 3, codes: ["LETTER_NOT_DUE"])
    }

    @Test("CMN-08 notices of review and suspension go to who holds the name")
    func notices() throws {
        let office = try ProcedureOffice("PBG")
        try office.office.add("dinkes", letter: "440/9/2026")
        try office.office.refuses(["letter", "peninjauan", "dinkes"], status: 3, codes: ["LETTER_NOT_DUE"])
        try office.office.refuses(["letter", "penangguhan", "dinkes"], status: 3, codes: ["LETTER_NOT_DUE"])
        try office.office.refuses(["letter", "peninjauan", "lain"], status: 3, codes: ["NAME_NOT_FOUND"])
        office.office.clock = "2027-11-24T02:00:00Z"
        expect(
            try office.office.succeeds("letter", "peninjauan", "dinkes").text,
            says: [
                "Yth. Kepala Dinas Kesehatan", "jatuh tempo ditinjau pada 23 November 2027",
                "dinkes.purbalinggakab.go.id",
                "Rabu, 8 Desember 2027", "Nomor : 555/1/Diskominfo/2027",
            ], but: ["KONSEP"])
        try office.office.succeeds("review", "suspend", "dinkes", "--reason", "abuse", "--evidence", "Aduan 17/2027")
        expect(
            try office.office.succeeds("letter", "penangguhan", "dinkes").text,
            says: [
                "ditangguhkan", "penyalahgunaan", "Aduan 17/2027", "24 November 2027", "mengaktifkan kembali",
                "Nomor : 555/2/Diskominfo/2027",
            ])
    }

    @Test("PBG-06d only the letter that fits the decision can be written, and it says why")
    func matchingLetter() throws {
        let office = try ProcedureOffice("PBG")
        try verified(to: office)
        for kind in ["persetujuan", "penolakan", "surat-balasan"] {
            try office.letter(kind, status: 3, codes: ["LETTER_NOT_DUE"])
        }
        try office.steps("06+")
        expect(
            try office.letter("persetujuan"),
            says: [
                "KONSEP", "Yth. Kepala Dinas Kesehatan", "surat Saudara Nomor 440/1/2026 tanggal 20 November 2026",
                "dinkes.purbalinggakab.go.id dapat kami setujui", "server sendiri", "192.0.2.10", "Sari Contoh",
            ])
        try office.letter("penolakan", status: 3, codes: ["LETTER_NOT_DUE"])
        try verified(["letterNumber": "2/2026", "opd": "RSUD Contoh"], to: office, of: 2)
        try office.step("PBG-06", ["--decision", "no", "--note", "Mohon nama lain"], of: 2)
        try office.letter("persetujuan", of: 2, status: 3, codes: ["LETTER_NOT_DUE"])
        expect(
            try office.letter("penolakan", of: 2),
            says: [
                "KONSEP", "Yth. Direktur RSUD Contoh", "tidak dapat kami setujui", "nama subdomain sudah digunakan",
                "Dinas Kesehatan", "permohonan 2026/0001", "Mohon nama lain", "Nama yang masih tersedia",
                "Permohonan baru",
            ])
    }

    @Test("PBG-08 report and minutes are drafts until they are signed")
    func drafts() throws {
        let office = try ProcedureOffice("PBG")
        try verified(to: office)
        try office.steps("06+")
        for kind in ["konsep-laporan", "berita-acara"] { try office.letter(kind, status: 3, codes: ["LETTER_NOT_DUE"]) }
        try office.add()
        try office.office.render()
        let serial = try office.office.serial()
        expect(
            try office.letter("konsep-laporan"),
            says: [
                "KONSEP", "A. Dasar", "Perbup Purbalingga 56/2019", "PBG-04", "30 menit", "E. Hambatan", "F. Usul",
                "dinkes.purbalinggakab.go.id", "Nomor seri zona : \(serial)", "…/Diskominfo/2026",
            ])
        expect(
            try office.letter("berita-acara"),
            says: [
                "KONSEP", "BERITA ACARA PEMBUATAN SUBDOMAIN",
                "Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026)",
                "Pihak Kesatu",
                "Pihak Kedua", "Sari Contoh", "192.0.2.10", "\(serial)",
            ])
        // Drafts are written as often as wanted, and both forms are there.
        try office.letter("berita-acara")
        for (kind, ending) in [("konsep-laporan", "txt"), ("konsep-laporan", "html"), ("berita-acara", "html")] {
            #expect(try office.written(kind, ending: ending).contains("KONSEP"))
        }
        try office.steps("08", "09+", "10", "11")
        for (kind, signed) in [("konsep-laporan", "laporan"), ("berita-acara", "berita-acara")] {
            expect(try office.written(signed), says: ["23 November 2026"], but: ["KONSEP", "…/Diskominfo"])
            #expect(try !office.written(signed, ending: "html").contains("KONSEP"))
            try office.letter(kind, status: 3, codes: ["LETTER_SIGNED"])
        }
    }

    @Test("PBG-10 initials come before the signature; what is signed has number and date and never changes")
    func signed() throws {
        let office = try ProcedureOffice("PBG")
        try drafted(office)
        try office.letter("persetujuan")
        try office.steps("08", "09+")
        try office.step("PBG-11", status: 3, codes: ["STEP_ORDER"])
        expect(try office.letter("persetujuan"), says: ["KONSEP"])
        try office.step("PBG-10", ["--as", "secretary:Rini Contoh"])
        office.office.clock = "2026-11-24T03:00:00Z"
        let signing = try office.step("PBG-11", ["--as", "agencyHead:Dewi Contoh"])
        #expect(signing.errorText.contains("2026-0001-persetujuan.txt"), "\(signing)")
        let letter = try office.written("persetujuan")
        expect(letter, says: ["Nomor : 555/1/Diskominfo/2026", "24 November 2026", "Dewi Contoh"], but: ["KONSEP"])
        let page = try office.written("persetujuan", ending: "html")
        #expect(page.contains("555/1/Diskominfo/2026") && !page.contains("KONSEP"))
        for clock in ["2026-11-24T03:00:00Z", "2026-12-24T03:00:00Z"] {
            office.office.clock = clock
            try office.letter("persetujuan", status: 3, codes: ["LETTER_SIGNED"])
        }
        #expect(try office.written("persetujuan") == letter)
        // The next letter has the next number, the initials stand in the report, and nothing that came after it was
        // signed, however late it is written.
        try office.steps("12", "13")
        expect(
            try office.letter("laporan"),
            says: ["Nomor: 555/2/Diskominfo/2026", "RC", "Sekretaris", "24 November 2026", "PBG-11"], but: ["PBG-12"])
        // What is not signed shows how things stand when it is written.
        try office.office.succeeds("account", "issue", office.id(), "--slip", office.office.directory.path("slip"))
        expect(try office.letter("email-akun"), says: ["nomor L-2026/0001"])
        // The register knows the number and the digest.
        let events = try office.office.events().filter { $0["event"] as? String == "lettered" }
        let details = events.compactMap { $0["details"] as? [String: Any] }
        #expect(details.compactMap { $0["number"] as? String } == ["555/1/Diskominfo/2026", "555/2/Diskominfo/2026"])
        let digest = SHA256.digest(of: try readFile(office.office.path("letters/2026-0001-persetujuan.txt")))
            .description
        #expect(details.contains { $0["digest"] as? String == digest })
    }

    @Test("PBG-10 numbers follow the office's pattern and are counted by year")
    func numbers() throws {
        let office = try ProcedureOffice("PBG")
        try office.office.set(
            "letters",
            #"""
            { number: "{urut}/{klasifikasi}/{unit}/{bulan}/{tahun}", classification: "480", unit: "KOMINFO",
              place: "Contoh", signatories: { agencyHead: { name: "Dewi Contoh, S.Kom.", rank: "Pembina",
              number: "19800101 200501 2 001", onBehalfOf: "Bupati Contoh" } } }
            """#
        )
        for number in 1...2 {
            office.office.clock = number == 1 ? "2026-12-30T02:00:00Z" : "2026-12-31T02:00:00Z"
            try verified(["letterNumber": "\(number)/2026", "label": "dinas\(number)"], to: office, of: number)
            try office.steps("06+", of: number)
            try office.add(number)
            try office.steps("08", "09+", "10", "11", of: number)
        }
        let first = try office.letter("persetujuan")
        expect(
            first,
            says: [
                "1/480/KOMINFO/XII/2026", "Contoh, 30 Desember 2026", "a.n. Bupati Contoh", "Kepala Dinas,",
                "Dewi Contoh, S.Kom.", "NIP 19800101 200501 2 001",
            ])
        expect(try office.letter("laporan"), says: ["2/480/KOMINFO/XII/2026"])
        // What was signed in one year bears its date and number, though it is written in the next; what is signed
        // in the next begins a book of its own.
        office.office.clock = "2027-01-02T02:00:00Z"
        expect(try office.letter("persetujuan", of: 2), says: ["3/480/KOMINFO/XII/2026", "31 Desember 2026"])
        try office.steps("12", "13", of: 2)
        office.office.clock = "2026-12-31T02:00:00Z"
        try office.new(["letterNumber": "3/2026", "name": "rsud_x", "label": NSNull()], status: 1)
        try verified(["letterNumber": "4/2026", "label": "dinas4"], to: office, of: 4)
        try office.steps("06+", "07", "08", of: 4)
        try office.letter("persetujuan", of: 4)
        office.office.clock = "2027-01-04T02:00:00Z"
        expect(try office.letter("pengembalian", of: 3), says: ["1/480/KOMINFO/I/2027", "4 Januari 2027"])
        try office.steps("09+", "10", "11", of: 4)
        for (year, numbers) in [("2026", ["1", "2", "3"]), ("2027", ["1", "2"])] {
            let agenda = try office.office.succeeds("register", "agenda", "--year", year, "--format", "json")
            let rows = try #require(try agenda.json() as? [[String: Any]])
            let sent = rows.filter { $0["direction"] as? String == "out" }.compactMap { $0["letter"] as? String }
            #expect(sent.map { String($0.prefix { $0 != "/" }) } == numbers)
            let folder = office.office.directory.path("arsip-" + year)
            try office.office.succeeds("register", "--export", folder, "--year", year)
            let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/letters")
            for file in ["2026-0003-pengembalian.txt", "2026-0004-persetujuan.txt"] {
                #expect(files.contains(file) == (year == "2027"), "\(year): \(files)")
            }
            // A draft that became a letter is told of in its year, and names no file that says something else.
            let drafts = try readText(folder + "/index.csv").components(separatedBy: "surat persetujuan,,,").count - 1
            #expect(drafts == (year == "2026" ? 1 : 0))
        }
    }

    @Test("what a form contains stands in letters as itself")
    func hostileForm() throws {
        let office = try ProcedureOffice("PBG")
        let evil = "<script>alert(1)</script> & \"Dinas\" 'x'"
        try office.new(["subject": evil, "attachments": Self.papers])
        let page = try office.letter("tanda-terima", options: ["--html"])
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Dinas&quot; &#39;x&#39;"))
        #expect(!page.contains("<script") && !page.contains("://"))
        expect(try office.letter("tanda-terima"), says: [evil])
        let file = office.office.directory.path("tanda.html")
        #expect(try office.letter("tanda-terima", options: ["--html", "--output", file]) == file + "\n")
        #expect(try readText(file) == page)
    }

    @Test("the documents of a request read as they did when somebody looked at them")
    func golden() throws {
        let office = try ProcedureOffice("PBG")
        try office.office.set(
            "letters",
            #"""
            { letterhead: ["Pemerintah Kabupaten Contoh", "Dinas Komunikasi dan Informatika", "Jalan Contoh 1, Contoh"],
              place: "Contoh", contact: "telepon (0281) 000111", copies: ["Bupati Contoh (sebagai laporan)"],
              signatories: { agencyHead: { name: "Dewi Contoh, S.Kom.", rank: "Pembina Utama Muda",
              number: "19800101 200501 2 001" }, technician: { name: "Dodi Contoh" } } }
            """#)
        try verified(to: office)
        try office.steps("06+")
        try office.add()
        try office.office.render()
        try office.steps("08", "09+", "10", "11")
        for kind in [
            "tanda-terima", "disposisi", "formulir", "jadwal", "laporan-verifikasi", "persetujuan", "berita-acara",
            "laporan",
        ] {
            try expect(try office.letter(kind), isGolden: "\(kind).txt")
        }
        try expect(try office.written("persetujuan", ending: "html"), isGolden: "persetujuan.html")
        try verified(["letterNumber": "2/2026", "opd": "RSUD Contoh"], to: office, of: 2)
        try office.step("PBG-06", ["--decision", "no"], of: 2)
        try expect(try office.letter("penolakan", of: 2), isGolden: "penolakan.txt")
        try office.new(
            ["letterNumber": "3/2026", "name": "rsud_x", "label": NSNull(), "function": NSNull(), "attachments": Self.papers], status: 1)
        try expect(try office.letter("pengembalian", of: 3), isGolden: "pengembalian.txt")
    }

    @Test("letters that are not known, or of no request")
    func usage() throws {
        let office = try ProcedureOffice("PBG")
        try office.new(["attachments": Self.papers])
        let unknown = try office.office.zonectl("letter", "persetujaun", "2026/0001", "--lang", "en")
        #expect(unknown.status == 2 && unknown.errorText.contains("did you mean persetujuan?"), "\(unknown)")
        try office.letter("tanda-terima", of: 2, status: 3, codes: ["REQUEST_NOT_FOUND"])
        #expect(try office.office.zonectl("letter", "tanda-terima", "dinkes").status == 2)
        try office.letter("lembar-akun", status: 3, codes: ["LETTER_NOT_DUE"])
    }
}

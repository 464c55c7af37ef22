import Foundation
import Testing

/// Whether documents say what happened: when it was published, what went and what came, whose it is.
@Suite struct DocumentFactsTests {
    /// A request of Purbalingga that waits for the making of records.
    private func approved(_ office: ProcedureOffice, _ changes: [String: Any] = [:]) throws {
        try office.new(changes.merging(["attachments": PBGLetterTests.papers]) { old, _ in old })
        try office.steps("02", "03", "04", "05", "06+")
    }

    /// A request of Kalimantan Utara that waits for the making of records.
    private func analysed(_ office: ProcedureOffice, _ changes: [String: Any], of number: Int) throws {
        try office.new(changes.merging(["letterNumber": "440/\(number)/2026"]) { old, _ in old })
        let file = office.office.directory.path("analisis.json")
        try writeFile(
            file,
            #"{"needs": "a", "facilities": "b", "budget": "c", "infrastructure": "d", "scope": "e"}"#)
        try office.steps("02", "03", of: number)
        try office.step("KTR-04", ["--analysis", file], of: number)
    }

    @Test func minutesNameTheZoneFileThatHoldsTheName() throws {
        let office = try ProcedureOffice("PBG")
        try office.office.render()
        let before = try office.office.serial()
        try approved(office)
        office.office.clock = "2026-11-23T02:30:00Z"
        try office.add()
        for kind in ["konsep-laporan", "berita-acara"] {
            expect(
                try office.words(kind),
                says: ["Nomor seri zona : belum diterbitkan", "setelah nama diterbitkan"],
                but: ["\(before)", "lolos pemeriksaan"])
        }
        try office.steps("08", "09+", "10", "11")
        // The report is signed as things stand; the minutes are not, before both sides have seen it.
        expect(try office.written("laporan"), says: ["Hasilnya belum diterbitkan", "555/1/"], but: ["KONSEP"])
        expect(try office.written("berita-acara"), says: ["KONSEP"])
        let refusal = try office.letter("berita-acara", status: 3, codes: ["LETTER_NOT_DUE"])
        #expect(refusal.contains("zonectl render"), "\(refusal)")
        office.office.clock = "2026-11-23T04:15:00Z"
        try office.office.render()
        let serial = try office.office.serial()
        // What is rendered later has nothing to do with it.
        office.office.clock = "2026-11-23T05:00:00Z"
        try office.office.add("lain", opd: "Dinas Sosial", letter: "460/1/2026")
        try office.office.render()
        #expect(try office.office.serial() != serial)
        expect(
            try office.letter("berita-acara"),
            says: [
                "Nomor seri zona : \(serial)", "Mulai berlaku : 23 November 2026 pukul 11.15 WIB",
                "nomor seri \(serial) lolos pemeriksaan dan diterbitkan 23 November 2026 pukul 11.15 WIB",
            ], but: ["09.30", "KONSEP"])
    }

    @Test func whatLooksTheSameInTheZoneIsPublishedAlready() throws {
        let office = try ProcedureOffice("KTR")
        try office.office.add("bappeda", opd: "Bappeda", letter: "1/2026")
        try office.office.render()
        let serial = try office.office.serial()
        // Never published, and given up: no file will be written for it.
        try office.office.add("dinkes", letter: "2/2026")
        try analysed(office, ["kind": "delete", "target": NSNull()], of: 3)
        try office.add(3)
        try office.office.render()
        #expect(try office.office.serial() == serial)
        expect(try office.letter("berita-acara", of: 3), says: ["PENGHAPUSAN SUBDOMAIN", "Nomor seri zona : \(serial)"])
    }

    @Test func aRemovalIsToldAsOne() throws {
        let office = try ProcedureOffice("KTR")
        try office.office.add("dinkes", ["--address", "192.0.2.81", "--www"])
        try office.office.render()
        try analysed(office, ["kind": "delete", "target": NSNull()], of: 2)
        office.office.clock = "2026-11-23T02:00:00Z"
        try office.add(2)
        try office.office.render()
        let serial = try office.office.serial()
        for kind in ["persetujuan", "berita-acara", "email-akun"] {
            expect(
                try office.letter(kind, of: 2),
                says: [
                    "penghapusan nama subdomain dinkes.kaltaraprov.go.id", "Masa karantina : sampai 21 Februari 2027",
                    "Dihapus dari DNS : sejak 23 November 2026 pukul 10.00 WITA",
                ].map { kind == "email-akun" ? $0.replacing("penghapusan", with: "Penghapusan") : $0 },
                but: ["192.0.2.81", "Tujuan :", "Penyediaan", "Mulai berlaku", "pembuatan", "KONSEP"])
        }
        expect(
            try office.written("berita-acara", of: 2),
            says: ["BERITA ACARA PENGHAPUSAN SUBDOMAIN", "telah dicabut", "Nomor seri zona : \(serial)"])
        // Who had it is kept from it too, and is told so.
        expect(
            try office.written("persetujuan", of: 2),
            says: ["tidak diberikan kepada siapa pun", "juga dari instansi Saudara sebagai pemegang lama"])
        try office.new(["letterNumber": "440/3/2026"], status: 1, codes: ["QUARANTINED"])
        expect(
            try office.words("pengembalian", of: 3), says: ["dikarantina sampai 21 Februari 2027"],
            but: ["2027-02-21", "2026-11-23"])
    }

    @Test func aRenameTellsBothNames() throws {
        let office = try ProcedureOffice("KTR")
        try office.office.add("dinkes", ["--address", "192.0.2.81"])
        try office.office.render()
        try analysed(office, ["kind": "rename", "newName": "kesehatan", "target": NSNull()], of: 2)
        try office.add(2)
        try office.office.render()
        let names = "dinkes.kaltaraprov.go.id menjadi kesehatan.kaltaraprov.go.id"
        for kind in ["persetujuan", "berita-acara", "email-akun"] {
            expect(
                try office.letter(kind, of: 2),
                says: [
                    "nama subdomain \(names)", "Nama lama : dinkes.kaltaraprov.go.id",
                    "Nama baru : kesehatan.kaltaraprov.go.id", "Dihapus dari DNS : sejak 23 November 2026",
                    "Masa karantina : sampai 21 Februari 2027", "Tujuan : 192.0.2.81",
                ])
        }
        // A new name that is another's is refused with its holder.
        try office.office.add("dinsos", ["--address", "192.0.2.82"], opd: "Dinas Sosial", letter: "460/1/2026")
        try office.new(["kind": "rename", "label": "kesehatan", "newName": "dinsos", "letterNumber": "440/4/2026"])
        try office.steps("02", "03", of: 4)
        try office.step("KTR-04", ["--decision", "no", "--reason", "DUPLICATE"], of: 4)
        expect(
            try office.letter("penolakan", of: 4),
            says: [
                "Nama yang diminta : dinsos.kaltaraprov.go.id", "Pemegang nama : Dinas Sosial (permohonan 2026/0003",
            ])
    }

    @Test func theReceiptPromisesWhatTheOfficeHasLeftToDo() throws {
        let office = try ProcedureOffice("TLG")
        try office.brought()
        // TLG-05 to TLG-14 from ten o'clock on; the form, its printing and the letter, a day, are over.
        for kind in ["tanda-terima", "disposisi"] {
            expect(try office.words(kind), says: ["26 November 2026 pukul 08.30 WIB"])
        }
    }

    @Test func aFormThatIsSignedTwiceIsOnePaper() throws {
        let office = try ProcedureOffice("TLG")
        try office.new()
        try office.steps("02")
        for signer in ["adminPIC", "technicalPIC"] {
            _ = try office.office.zonectl("request", "attach", office.id(), "signedForm", "--signed-by", signer)
        }
        try office.steps("04", "04b")
        expect(try office.words("tanda-terima"), says: ["1 (satu) berkas: formulir"], but: ["2 (dua)"])
    }

    @Test func spaceWithoutANameIsNoSubdomain() throws {
        let office = try ProcedureOffice("TLG")
        try office.brought(
            ["kind": "hosting", "hosting": "cloud", "capacityGB": 4, "label": NSNull(), "target": NSNull()])
        try office.steps("05", "06", "07", "08", "09", "10+")
        try office.office.succeeds("account", "issue", "2026/0001", "--slip", office.office.directory.path("slip"))
        let message = try office.letter("email-akun")
        #expect(message.contains("\nSubject: Pemberitahuan akun hosting\n"), "\(message)")
        expect(
            message, says: ["Nama pengguna : hosting-2026-1", "Ruang penyimpanan : 4 GB"],
            but: ["https://", "Alamat masuk", "subdomain"])
        try office.steps("11", "12+", "13")
        expect(
            try office.letter("surat-balasan"),
            says: ["Persetujuan ruang penyimpanan", "ruang penyimpanan dapat ditangguhkan"],
            but: ["Nama ditinjau", "Perubahan tujuan"])
        expect(
            try office.letter("berita-acara"), says: ["BERITA ACARA PENYEDIAAN RUANG PENYIMPANAN"],
            but: ["SUBDOMAIN", "Nomor seri", "Saudara"])
        // There is no name that could be removed.
        try office.office.refuses(
            ["remove", "2026/0001", "--opd", "Dinas Kesehatan", "--letter", "440/5/2026"], status: 1,
            codes: ["NAME_NOT_FOUND"])
    }

    @Test func noResetIsClaimedThatWasNotMade() throws {
        let office = try ProcedureOffice("BLG")
        try office.office.add("dinkes", ["--hosting", "1"], letter: "440/9/2025")
        try office.office.succeeds("account", "issue", "dinkes", "--slip", office.office.directory.path("first"))
        try office.new(["letterNumber": "2/2026"])
        try office.steps("01", "02", "03", "04", "05", "06-", of: 2)
        expect(
            try office.letter("surat-balasan", of: 2),
            says: [
                "sudah ada", "Nama pengguna : dinkes", "lembar data akun nomor L-2026/0001", "ajukan pengaturan ulang",
            ],
            but: ["Kata sandi baru", "lembar sebelumnya"])
        // Without an account: the user that it has by rights, never the agency.
        try office.office.add("dinsos", opd: "Dinas Sosial", letter: "460/9/2025")
        for (number, cannotAccess) in [(4, false), (5, true)] {
            try office.new([
                "letterNumber": "\(number)/2026", "opd": "Dinas Sosial", "label": "dinsos",
                "cannotAccess": cannotAccess,
            ])
            try office.steps("01", "02", "03", "04", "05", cannotAccess ? "06+" : "06-", of: number)
            expect(
                try office.letter("surat-balasan", of: number), says: ["Nama pengguna : dinsos"],
                but: ["Nama pengguna : Dinas", "Kata sandi baru tertulis", "lembar sebelumnya"])
        }
    }

    @Test func handOverNamesAllSheetsAndTheRightPerson() throws {
        let office = try ProcedureOffice("SBD")
        try office.office.set("mail", #"{ host: "ns1" }"#)
        try office.office.set("hosting", #"{ addresses: ["192.0.2.80"], capacityGB: 10 }"#)
        try office.new(as: "registrar:Ayu Contoh")
        try office.step("SBD-01", ["--as", "divisionHead:Agus Contoh"])
        try office.step("SBD-02", ["--as", "divisionHead:Agus Contoh"])
        let sheet = try office.words("disposisi")
        // Only heads dispose, and nobody to himself.
        expect(sheet, says: ["Agus Contoh (Kepala Bidang Layanan E-Government) Admin Sistem"], but: ["Ayu Contoh"])
        #expect(sheet.split(separator: " ").filter { $0 == "Agus" }.count == 1, "\(sheet)")
        try office.steps("03")
        // The head that the procedure has, in its words.
        expect(
            try office.words("laporan-verifikasi"), says: ["Mengetahui, Kepala Bidang Layanan E-Government,"],
            but: ["kepala seksi"])
        try office.steps("04", "05", "06")
        try office.office.render()
        try office.office.succeeds("account", "issue", "2026/0001", "--slip", office.office.directory.path("slip"))
        try office.steps("07")
        expect(try office.words("laporan"), says: ["pada lembar nomor L-2026/0001, L-2026/0002, dan L-2026/0003"])
        try office.office.succeeds("account", "handover", "2026/0001", "--to", "Andi Penerima")
        expect(
            try office.words("berita-acara-serah-terima"), says: ["Nama : Andi Penerima"],
            but: ["Sekretaris", "Sari Contoh"])
        let folder = office.office.directory.path("arsip")
        try office.steps("08", "09")
        try office.office.succeeds("register", "--export", folder)
        let index = try readText(folder + "/index.csv")
        let dispositions = index.split(whereSeparator: \.isNewline).filter { $0.contains("SBD-01 ") }
        #expect(dispositions.count == 1 && dispositions[0].contains("divisionHead:Agus"), "\(index)")
    }

    @Test func aDeferralThatWasOvercomeIsTold() throws {
        let office = try ProcedureOffice("PBG")
        try office.office.set("hosting", #"{ addresses: ["192.0.2.80"], capacityGB: 10 }"#)
        try office.new([
            "hosting": "cloud", "capacityGB": 20, "target": NSNull(), "attachments": PBGLetterTests.papers,
        ])
        try office.steps("02", "03", "04", "05")
        try office.step("PBG-06", ["--decision", "yes"], status: 1, codes: ["NO_CAPACITY"])
        office.office.clock = "2026-11-23T03:00:00Z"
        try office.office.succeeds("capacity", "add", "50", "--note", "BAST 027/12/2026")
        try office.steps("06+")
        try office.add()
        try office.office.render()
        let report = try office.words("konsep-laporan")
        expect(
            report,
            says: [
                "E. Hambatan Permohonan ditunda pada 23 November 2026 pukul 09.00 WIB", "diminta 20 GB, tersisa 10 GB",
                "Ruang penyimpanan ditambah 50 GB pada 23 November 2026 pukul 10.00 WIB (BAST 027/12/2026)",
                "kemudian teratasi", "disetujui dan telah dikerjakan",
            ], but: ["Tidak ada."])
        expect(
            try office.words("persetujuan"),
            says: ["kami tunda pada 23 November 2026", "setelah ruang penyimpanan ditambah"])
    }

    @Test func onlyAgenciesAreSpokenToAsYou() throws {
        let office = try ProcedureOffice("PBG")
        try approved(office)
        try office.add()
        try office.office.render()
        expect(try office.words("berita-acara"), says: ["server Dinas Kesehatan sendiri"], but: ["Saudara"])
        expect(try office.words("konsep-laporan"), says: ["server Dinas Kesehatan sendiri"], but: ["Saudara"])
        expect(try office.words("persetujuan"), says: ["server Saudara sendiri"])
    }

    @Test func whatOnlyTheOfficeCanSetStandsInNoLetter() throws {
        let office = try ProcedureOffice("KTR")
        try office.new(
            ["target": "10.0.0.5", "label": "2dinas"], status: 1, codes: ["INVALID_LABEL", "TARGET_NOT_ALLOWED"])
        expect(
            try office.words("pengembalian"), says: ["diawali angka", "alamat privat (RFC 1918)"],
            but: ["allowedNetworks", "hostnameSyntax"])
        for heading in ["request", "show"] {
            let text = try office.office.succeeds(
                (heading == "request" ? ["request"] : []) + ["show", "2026/0001", "--lang", "id"]
            ).text
            #expect(!text.contains(": new"), "\(text)")
        }
    }
}

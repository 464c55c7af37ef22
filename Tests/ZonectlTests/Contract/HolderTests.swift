import Foundation
import Testing

/// Whose a name is: what was for one holder does nothing to the next, and letters tell of their own request.
@Suite struct HolderTests {
    /// A request of Kalimantan Utara up to the making of records.
    private func analysed(_ office: ProcedureOffice, _ changes: [String: Any] = [:], of number: Int = 1) throws {
        try office.new(changes.merging(["letterNumber": "440/\(number)/2026"]) { old, _ in old })
        try office.steps("02", "03", "04", of: number)
    }

    private func remove(_ label: String, _ office: Office, opd: String = "Dinas Kesehatan") throws {
        try office.succeeds("remove", label, "--opd", opd, "--letter", "9/2026")
    }

    /// Quarantine is over.
    private let later = "2027-06-01T01:00:00Z"

    @Test(arguments: ["RSUD", "Dinas Kesehatan"])
    func anOldNumberDoesNothingToANameGivenAnew(_ next: String) throws {
        let office = try Office()
        try office.add("dinkes", ["--hosting", "1"])
        try remove("dinkes", office)
        office.clock = later
        try office.add("dinkes", ["--hosting", "1"], opd: next, letter: "1/2027")
        try office.succeeds("account", "issue", "dinkes", "--slip", office.directory.path("first"))
        let slip = ["--slip", office.directory.path("second")]
        let letter = ["--opd", next, "--letter", "2/2027"]
        for (words, options) in [
            (["review", "renew"], []), (["review", "suspend"], ["--reason", "abuse"]), (["review", "resume"], []),
            (["review", "retire"], []), (["account", "issue"], slip), (["account", "reset"], slip),
            (["account", "handover"], ["--to", "Ani"]), (["remove"], letter),
            (["change"], letter + ["--address", "192.0.2.99"]),
        ] {
            for number in ["2026/0001", "2026/0002"] {
                let told = try office.refuses(words + [number] + options, codes: ["NOT_OWNER"]).errorText
                #expect(told.contains("\(next) now (request 2027/0001, 2027-06-01)"), "\(told)")
            }
        }
        let shown = try office.succeeds("show", "2026/0001").text
        #expect(shown.contains("taken by \(next) (request 2027/0001") && !shown.contains("L-2027/0001"), "\(shown)")
        #expect(try office.document(["show", "2026/0001"])["name"] is NSNull)
        // Every request of the present holding stands for the name.
        try office.succeeds(["change", "dinkes"] + letter + ["--www"])
        for number in ["2027/0001", "2027/0002"] { try office.succeeds("review", "renew", number) }
        try office.succeeds(["account", "reset", "2027/0001"] + slip)
    }

    @Test func noticesAreAboutTheNameAndNotAboutWhatItsRequestGave() throws {
        let office = try ProcedureOffice("KTR")
        try office.office.add("dinkes")
        try analysed(office, ["kind": "rename", "newName": "kesehatan", "target": NSNull()], of: 2)
        try office.add(2)
        try office.office.succeeds("review", "suspend", "kesehatan", "--reason", "abuse")
        expect(
            try office.office.succeeds("letter", "penangguhan", "kesehatan").text,
            says: ["Penangguhan nama subdomain kesehatan.kaltaraprov.go.id", "Tujuan : 192.0.2.10"],
            but: ["menjadi", "dinkes"])
        try remove("kesehatan", office.office)
        office.office.clock = later
        try office.office.add("kesehatan", ["--address", "192.0.2.66"], opd: "Dinas Sosial", letter: "460/1/2027")
        for kind in ["peninjauan", "penangguhan"] {
            try office.office.refuses(["letter", kind, "dinkes"], status: 3, codes: ["NAME_NOT_FOUND"])
            try office.office.refuses(["letter", kind, "2026/0002"], codes: ["NOT_OWNER"])
        }
        try office.office.refuses(["review", "retire", "2026/0002"], codes: ["NOT_OWNER"])
    }

    @Test func documentsShowWhatTheirRequestMade() throws {
        let office = try ProcedureOffice("KTR")
        try analysed(office)
        try office.add()
        try office.office.render()
        let serial = try office.office.serial()
        office.office.clock = "2026-11-24T01:00:00Z"
        try office.office.succeeds(
            "change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "2/2026", "--address", "192.0.2.77")
        for kind in ["email-akun", "persetujuan", "berita-acara"] {
            expect(
                try office.letter(kind),
                says: [
                    "Tujuan : 192.0.2.10", "Mulai berlaku : 23 November 2026",
                    "Diubah kemudian : 24 November 2026, permohonan 2026/0002",
                ], but: ["192.0.2.77"])
        }
        expect(try office.written("berita-acara"), says: ["Nomor seri zona : \(serial)"])
        // What followed the signature is not in what was signed.
        let signed = try ProcedureOffice("PBG")
        try signed.new(["attachments": PBGLetterTests.papers])
        try signed.steps("02", "03", "04", "05", "06+")
        try signed.add()
        try signed.office.render()
        try signed.steps("08", "09+", "10", "11")
        signed.office.clock = "2026-11-24T01:00:00Z"
        try signed.office.succeeds(
            "change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "2/2026", "--address", "192.0.2.77")
        expect(
            try signed.letter("berita-acara"), says: ["Tujuan : 192.0.2.10"], but: ["192.0.2.77", "Diubah kemudian"])
    }

    @Test func documentsOfAFormerHolderSayThatTheNameIsGone() throws {
        let office = try ProcedureOffice("KTR")
        try analysed(office)
        try office.add()
        try office.office.render()
        try remove("dinkes", office.office)
        office.office.clock = later
        try office.office.add("dinkes", ["--address", "192.0.2.66"], opd: "RSUD", letter: "1/2027")
        try office.office.render()
        for kind in ["berita-acara", "email-akun"] { try office.letter(kind, status: 3, codes: ["LETTER_NOT_DUE"]) }
        expect(
            try office.letter("persetujuan"),
            says: ["Tujuan : 192.0.2.10", "dihapus dari DNS pada 23 November 2026", "tidak berlaku lagi"],
            but: ["192.0.2.66", "RSUD"])
    }

    @Test func aSuspendedNameDoesNotComeBackUnderAnother() throws {
        let office = try ProcedureOffice("KTR")
        try office.office.add("dinkes")
        let rename: [String: Any] = ["kind": "rename", "newName": "kesehatan", "target": NSNull()]
        try analysed(office, rename, of: 2)
        try office.office.succeeds("review", "suspend", "dinkes", "--reason", "abuse")
        // One that was approved before, and one that comes in now.
        try office.add(2, status: 3, codes: ["NOT_ACTIVE"])
        try office.office.succeeds("request", "cancel", office.id(2))
        let told = try office.new(
            rename.merging(["letterNumber": "440/3/2026"]) { $1 }, status: 1, codes: ["NOT_ACTIVE"]
        ).errorText
        #expect(told.contains("review resume dinkes.kaltaraprov.go.id"), "\(told)")
        expect(
            try office.words("pengembalian", of: 3),
            says: ["ditangguhkan sejak 23 November 2026", "setelah nama itu aktif"], but: ["zonectl"])
        try office.office.succeeds("review", "resume", "dinkes")
        try office.steps("01", "02", "03", "04", of: 3)
        try office.add(3)
        #expect(try office.office.activeNames() == ["kesehatan.\(office.zone)."])
    }

    @Test func aChangeOfASuspendedNameIsNotSaidToBeInForce() throws {
        let office = try ProcedureOffice("KTR")
        try office.office.add("dinkes", ["--address", "192.0.2.81"])
        try office.office.render()
        try office.office.succeeds("review", "suspend", "dinkes", "--reason", "abuse")
        try office.office.render()
        office.office.clock = "2026-11-24T01:00:00Z"
        let taken = try office.new(["kind": "change", "letterNumber": "440/2/2026"])
        #expect(taken.errorText.contains("SUSPENDED dinkes.kaltaraprov.go.id: "), "\(taken)")
        try office.steps("02", "03", "04", of: 2)
        let made = try office.add(2)
        #expect(
            made.errorText.contains("review resume dinkes") && !made.errorText.contains("zonectl render"), "\(made)")
        for kind in ["persetujuan", "email-akun", "berita-acara"] {
            expect(
                try office.letter(kind, of: 2),
                says: [
                    "Tujuan : 192.0.2.10",
                    "Mulai berlaku : nama ditangguhkan sejak 23 November 2026 dan tidak dimuat di zona",
                ], but: ["lolos pemeriksaan", "Nomor seri zona", "Diubah kemudian"])
        }
        try office.office.succeeds("review", "resume", "dinkes")
        #expect(try office.rendered("dinkes") == ["dinkes.\(office.zone). A 192.0.2.10"])
    }

    @Test func aNameExistsSinceItWasGiven() throws {
        let office = try ProcedureOffice("BLG")
        try office.office.add("dinkes")
        office.office.clock = "2026-11-24T01:00:00Z"
        try office.office.succeeds(
            "change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "2/2026", "--address", "192.0.2.77")
        for command in ["show", "why"] {
            let text = try office.office.succeeds(command, "dinkes").text
            for part in ["active since 2026-11-23", "2026/0002 (2026-11-24)", "2026/0001 (2026-11-23)"] {
                #expect(text.contains(part), "\(text)")
            }
        }
        office.office.clock = "2026-11-25T01:00:00Z"
        // Suspension has a day of its own, which a change does not move.
        try office.office.succeeds("review", "suspend", "dinkes", "--reason", "review")
        try office.office.succeeds("review", "resume", "dinkes")
        try office.new(["letterNumber": "3/2026"])
        try office.steps("01", "02", "03", "04", "05", "06-", of: 3)
        expect(
            try office.letter("surat-balasan", of: 3),
            says: [
                "Dibuat : 23 November 2026 (permohonan 2026/0001)",
                "Diubah terakhir : 24 November 2026 (permohonan 2026/0002)",
            ])
        // A change counts as an answer to the review.
        let due = try office.office.zonectl(["review", "due", "--now", "2027-11-23T23:00:00Z"])
        #expect(due.status == 1 && due.text.contains("2027-11-24"), "\(due)")
    }

    @Test func theAgendaKeepsBothNamesOfARename() throws {
        let office = try ProcedureOffice("KTR")
        try office.office.add("dinkes")
        try analysed(
            office, ["kind": "rename", "newName": "kesehatan", "target": NSNull(), "subject": NSNull()], of: 2)
        func line() throws -> String {
            try office.office.succeeds("register", "agenda", "--format", "csv").rows
                .first { $0.hasPrefix("2026/0002,") } ?? ""
        }
        let before = try line()
        #expect(before.contains("dinkes.\(office.zone) menjadi kesehatan.\(office.zone)"), "\(before)")
        try office.add(2)
        func subject(_ line: String) -> Substring? { line.split(separator: ",").first { $0.hasPrefix("Permohonan") } }
        #expect(try subject(line()) == subject(before))
    }

    @Test func whatCannotBeDoneAnyMoreSaysHowItEnds() throws {
        let office = try ProcedureOffice("KTR")
        try office.office.add("dinkes")
        try analysed(office, ["kind": "change"], of: 2)
        try remove("dinkes", office.office)
        try office.office.render()
        let end = "zonectl request cancel 2026/0002"
        #expect(try office.add(2, status: 1, codes: ["NAME_NOT_FOUND"]).errorText.contains(end))
        #expect(try office.step("KTR-05", of: 2, status: 1, codes: ["NAME_NOT_FOUND"]).errorText.contains(end))
        #expect(try office.letter("persetujuan", of: 2, status: 3, codes: ["LETTER_NOT_DUE"]).contains(end))
        try office.office.succeeds("request", "cancel", "2026/0002")
    }
}

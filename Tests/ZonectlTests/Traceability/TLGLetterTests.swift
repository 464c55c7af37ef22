import Testing

/// What the procedure of Tulungagung says of documents, row by row.
@Suite("Tulungagung: documents") struct TLGLetterTests {
    private func submitted(_ office: ProcedureOffice) throws {
        try office.new()
        try office.steps("02")
        try office.office.succeeds(
            "request", "attach", office.id(), "signedForm", "--signed-by", "adminPIC", "technicalPIC")
        try office.steps("04", "04b")
        try office.office.succeeds(
            "request", "resubmit", office.id(), "--letter", "555/1/2026", "--letter-date", "2026-11-23")
    }

    @Test("TLG-04 the form shows both persons in charge and can be printed when it is accepted")
    func form() throws {
        let office = try ProcedureOffice("TLG")
        try office.new()
        try office.letter("formulir", status: 3, codes: ["LETTER_NOT_DUE"])
        try office.steps("02")
        let form = try office.letter("formulir")
        expect(
            form,
            says: [
                "FORMULIR PENGAJUAN", "Dinas Kesehatan", "dinkes.tulungagung.go.id", "Situs web dinas",
                "server sendiri",
                "Penanggung jawab administratif Nama : Sari Contoh", "0800-1000", "sari@example.go.id",
                "Penanggung jawab teknis Nama : Budi Contoh", "Pernyataan", "Penanggung Jawab Administratif,",
                "Penanggung Jawab Teknis,",
            ], but: ["KONSEP"])
        try office.letter("tanda-terima", status: 3, codes: ["LETTER_NOT_DUE"])
    }

    @Test("TLG-05 the disposition sheet shows the whole chain")
    func dispositions() throws {
        let office = try ProcedureOffice("TLG")
        try submitted(office)
        try office.step("TLG-05", ["--as", "agencyHead:Dewi Contoh", "--note", "Mohon diproses"])
        try office.step("TLG-06", ["--as", "divisionHead:Eko Contoh", "--note", "Teruskan"])
        try office.step("TLG-07", ["--as", "sectionHead:Fitri Contoh", "--note", "Kerjakan hari ini"])
        expect(
            try office.words("disposisi"),
            says: [
                "Mohon diproses", "Teruskan", "Kerjakan hari ini", "DC", "EC", "FC", "Kepala Bidang", "Kepala Seksi",
            ])
    }

    @Test("TLG-11 the e-mail is to the applicant, names the sheet and has no password")
    func accountMail() throws {
        let office = try ProcedureOffice("TLG")
        try office.office.set("letters", #"{ mailbox: "layanan@tulungagung.go.id", contact: "telepon (0355) 000111" }"#)
        try submitted(office)
        try office.steps("05", "06", "07")
        try office.letter("email-akun", status: 3, codes: ["LETTER_NOT_DUE"])
        try office.steps("08")
        try office.office.render()
        try office.steps("09", "10+")
        let early = try office.office.zonectl("letter", "email-akun", office.id())
        #expect(early.status == 0 && early.errorText.contains("NO_SHEET"), "\(early)")
        let slip = office.office.directory.path("slip")
        try office.office.succeeds("account", "issue", office.id(), "--slip", slip)
        let message = try office.letter("email-akun")
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
        let head = lines.prefix { !$0.isEmpty }
        for header in [
            "From: Dinas Komunikasi dan Informatika <layanan@tulungagung.go.id>",
            "To: Sari Contoh <sari@example.go.id>",
            "Subject: Pemberitahuan akun dinkes.tulungagung.go.id", "Date: Mon, 23 Nov 2026 09:00:00 +0700",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
        ] {
            #expect(head.contains { $0 == header }, "\(header) is missing in\n\(message)")
        }
        #expect(head.contains { $0.hasPrefix("Message-ID: <") && $0.hasSuffix("@tulungagung.go.id>") })
        #expect(lines.allSatisfy { $0.utf8.count <= 998 })
        expect(
            message,
            says: [
                "dinkes.tulungagung.go.id", "Nama pengguna", "nomor L-2026/0001",
                "Kata sandi tidak dikirim melalui surel",
                "pada saat pertama kali masuk", "telepon (0355) 000111",
            ])
        // The password stands on the slip, and nowhere else.
        let sheet = try readText(slip).split(separator: "\n").first { $0.contains("Kata sandi") && $0.contains(":") }
        let password = try #require(sheet?.split(separator: " ").last.map(String.init))
        #expect(password.count >= 8)
        for (path, file) in try snapshot(office.office.root) {
            #expect(!String(decoding: file.octets, as: UTF8.self).contains(password), "\(path)")
        }
    }

    @Test("TLG-13 the signed reply has a number and is to the head of the agency")
    func reply() throws {
        let office = try ProcedureOffice("TLG")
        try submitted(office)
        try office.steps("05", "06", "07", "08")
        try office.letter("surat-balasan", status: 3, codes: ["LETTER_NOT_DUE"])
        try office.office.render()
        try office.steps("09")
        expect(
            try office.letter("surat-balasan"), says: ["KONSEP", "Yth. Kepala Dinas Kesehatan", "dapat kami setujui"])
        try office.steps("10+", "12-")
        expect(try office.letter("surat-balasan"), says: ["KONSEP"])
        try office.steps("10+", "12+", "13")
        expect(
            try office.written("surat-balasan"),
            says: [
                "Nomor : 555/1/Diskominfo/2026", "Yth. Kepala Dinas Kesehatan", "surat Saudara Nomor 555/1/2026",
                "dinkes.tulungagung.go.id",
            ], but: ["KONSEP"])
        try office.letter("surat-balasan", status: 3, codes: ["LETTER_SIGNED"])
    }
}

import Testing

/// What the procedure of Balangan says of documents, row by row.
@Suite("Balangan: documents") struct BLGLetterTests {
    @Test("BLG-05 the report is to the division head and cites the disposition")
    func report() throws {
        let office = try ProcedureOffice("BLG")
        try office.new(["coordinatedWith": ["Dinas Sosial", "RSUD Contoh"]])
        try office.step("BLG-01", ["--as", "agencyHead:Dewi Contoh"])
        try office.letter("konsep-laporan", status: 3, codes: ["LETTER_NOT_DUE"])
        try office.steps("02", "03", "04")
        expect(
            try office.letter("konsep-laporan"),
            says: [
                "Kepada : Yth. Kepala Bidang Layanan E-Government", "Disposisi", "440/1/2026",
                "Keberadaan nama: memenuhi",
                "dapat disetujui", "Dinas Sosial dan RSUD Contoh", "KONSEP",
            ])
    }

    @Test("BLG-06b the reply names who has the name, and no password")
    func existingName() throws {
        let office = try ProcedureOffice("BLG")
        try office.office.add("dinkes", opd: "Dinas Kesehatan", letter: "440/9/2025")
        for (number, opd, holder) in [(2, "Dinas Kesehatan", true), (3, "Dinas Sosial", false)] {
            try office.new(["letterNumber": "\(number)/2026", "opd": opd])
            try office.steps("01", "02", "03", "04", "05", of: number)
            try office.step("BLG-06", ["--decision", "no"], of: number)
            let reply = try office.letter("surat-balasan", of: number)
            expect(reply, says: ["dinkes.balangankab.go.id", "Dinas Kesehatan", "23 November 2026"])
            expect(
                reply,
                says: holder ? ["sudah ada", "Nama pengguna"] : ["nama subdomain sudah digunakan", "Pemegang nama"])
            try office.letter("persetujuan", of: number, status: 3, codes: ["LETTER_NOT_DUE"])
        }
    }

    @Test("BLG-08 technical advice stands in the reply, with a name that is free")
    func advice() throws {
        let office = try ProcedureOffice("BLG")
        try office.zoneStaysSame {
            try office.new()
            try office.steps("01", "02", "03", "04", "05")
            try office.step(
                "BLG-06",
                [
                    "--decision", "no", "--reason", "TECHNICAL_ADVICE", "--note",
                    "Gunakan subdirektori pada situs kabupaten",
                ])
            let reply = try office.letter("surat-balasan")
            expect(reply, says: ["Gunakan subdirektori pada situs kabupaten", "Nama yang masih tersedia", "KONSEP"])
            let words = reply.split { " \n,".contains($0) }.map(String.init)
            let free = words.filter { $0.contains(".balangankab.go.id") && !$0.hasPrefix("dinkes.") }
            #expect(!free.isEmpty, "\(reply)")
            let label = try #require(free.first?.split(separator: ".").first.map(String.init))
            try office.office.succeeds(
                "add", label, "--opd", "X", "--letter", "1", "--address", "192.0.2.1", "--dry-run")
            expect(try office.letter("saran-teknis"), says: ["Gunakan subdirektori"])
        }
    }
}

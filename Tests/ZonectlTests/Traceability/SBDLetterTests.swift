import Testing

/// What the procedure of Sumba Barat Daya says of documents, row by row.
@Suite("Sumba Barat Daya: documents") struct SBDLetterTests {
    @Test("SBD-02 the schedule lists the planned work by day")
    func schedule() throws {
        let office = try ProcedureOffice("SBD")
        try office.new()
        try office.steps("01")
        try office.letter("jadwal", status: 3, codes: ["LETTER_NOT_DUE"])
        try office.step("SBD-02", ["--schedule", "2026-11-25", "--assign", "Admin Contoh"])
        try office.new(["letterNumber": "2/2026", "opd": "Dinas Sosial", "label": "dinsos"])
        try office.steps("01", of: 2)
        try office.step("SBD-02", ["--schedule", "2026-11-24"], of: 2)
        let list = try office.words("jadwal")
        expect(
            list,
            says: [
                "JADWAL", "Selasa, 24 November 2026", "2026/0002", "Dinas Sosial", "Rabu, 25 November 2026",
                "2026/0001",
                "Admin Contoh", "dinkes.sbdkab.go.id",
            ])
        let first = try #require(list.firstRange(of: "Selasa"))
        let second = try #require(list.firstRange(of: "Rabu"))
        #expect(first.lowerBound < second.lowerBound)
        // What is refused is no work.
        try office.step("SBD-03", ["--decision", "no", "--reason", "NOT_GOVERNMENT_PURPOSE"], of: 2)
        expect(try office.words("jadwal"), says: ["2026/0001"], but: ["2026/0002"])
    }

    @Test("SBD-03b a lack of space is told with need and free space")
    func deferral() throws {
        let office = try ProcedureOffice("SBD")
        try office.new(["capacityGB": 20])
        try office.steps("01", "02")
        try office.step("SBD-03", status: 1, codes: ["NO_CAPACITY"])
        expect(
            try office.letter("surat-balasan"),
            says: ["belum dapat kami setujui", "diminta 20 GB", "tersedia 10 GB", "setelah ruang ditambah"])
        try office.letter("persetujuan", status: 3, codes: ["LETTER_NOT_DUE"])
    }

    @Test("SBD-08 the report lists name, mailboxes, space and serial")
    func report() throws {
        let office = try ProcedureOffice("SBD")
        try office.office.set("mail", #"{ host: "ns1" }"#)
        try office.office.set("hosting", #"{ addresses: ["192.0.2.80"], capacityGB: 10 }"#)
        try office.new()
        try office.steps("01", "02", "03", "04", "05", "06")
        try office.letter("laporan", status: 3, codes: ["LETTER_NOT_DUE"])
        try office.office.render()
        try office.steps("07")
        let report = try office.words("laporan")
        expect(
            report,
            says: [
                "LAPORAN PELAKSANAAN", "dinkes.sbdkab.go.id", "info@dinkes.sbdkab.go.id", "humas@dinkes.sbdkab.go.id",
                "sekretariat@dinkes.sbdkab.go.id", "Ruang penyimpanan : 2 GB",
                "Nomor seri zona : \(try office.office.serial())",
            ])
    }
}

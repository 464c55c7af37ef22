import Testing

/// The procedure of Kalimantan Utara, row by row.
@Suite("Kalimantan Utara") struct KTRTests {
    @Test("KTR-11 both related procedures are shown")
    func relatedProcedures() throws {
        let text = try showProcedure("KTR")
        #expect(text.contains("SOP Layanan Fasilitasi Hosting/Virtual Server"))
        #expect(text.contains("SOP Layanan Permohonan Rekomendasi Pembangunan Aplikasi/Sistem Informasi"))
    }

    @Test("KTR-12 the accountable team is shown")
    func accountableTeam() throws {
        #expect(try showProcedure("KTR").contains("Tim Koordinasi SPBE"))
        let other = try showProcedure("PBG")
        #expect(!other.contains("Tim Koordinasi SPBE"))
    }

    @Test("KTR-13 the steps take ten days and one to three hours")
    func totals() throws {
        try expectTotals("KTR", ["10 hari 60–180 menit"], untimed: [], minutes: 60...180, days: 10...10)
    }

    /// In one line, however the page is broken.
    private func showProcedure(_ id: String) throws -> String {
        let output = try run([zonectlPath, "--lang", "id", "procedure", "show", id])
        #expect(output.status == 0, "\(output)")
        return output.text.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ")
    }
}

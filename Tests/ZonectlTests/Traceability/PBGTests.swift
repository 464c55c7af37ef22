import Testing

/// The procedure of Purbalingga, row by row.
@Suite("Purbalingga") struct PBGTests {
    @Test("PBG-16 the steps take 255 minutes, one of them untimed")
    func totals() throws {
        try expectTotals(
            "PBG", ["255 menit (4 jam 15 menit)"], untimed: ["PBG-12"], minutes: 255...255, days: 0...0)
    }
}

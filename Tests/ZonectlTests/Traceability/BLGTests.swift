import Testing

/// The procedure of Balangan, row by row.
@Suite("Balangan") struct BLGTests {
    @Test("BLG-12 the steps take a day and 185 minutes, two of them untimed")
    func totals() throws {
        try expectTotals(
            "BLG", ["1 hari 185 menit"], untimed: ["BLG-08", "BLG-09"], minutes: 185...185, days: 1...1)
    }
}

import Testing

/// The procedure of Sumba Barat Daya, row by row.
@Suite("Sumba Barat Daya") struct SBDTests {
    @Test("SBD-14 the steps take 135 minutes, and 45 when there is no space")
    func totals() throws {
        try expectTotals(
            "SBD", ["135 menit (2 jam 15 menit)", "SBD-03: 45 menit"], untimed: [], minutes: 135...135, days: 0...0)
    }
}

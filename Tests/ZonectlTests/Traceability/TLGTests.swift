import Testing

/// The procedure of Tulungagung, row by row.
@Suite("Tulungagung") struct TLGTests {
    @Test("TLG-17 the steps take two days and 600 minutes; less without loops, and less in the office")
    func totals() throws {
        try expectTotals("TLG", ["2 hari 600 menit"], untimed: [], minutes: 600...600, days: 2...2)
        try expectTotals(
            "TLG", ["2 hari 540 menit"], options: ["--without-loops"], untimed: [], minutes: 540...540, days: 2...2)
        try expectTotals(
            "TLG", ["1 hari 435 menit"], options: ["--office"], untimed: [], minutes: 435...435, days: 1...1)
    }
}

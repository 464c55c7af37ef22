import RFC1035
import TestSupport
import Testing

@Suite struct SerialTests {
    @Test(arguments: [
        (0, 2_026_112_001), (2_026_111_907, 2_026_112_001), (2_026_112_001, 2_026_112_002),
        (2_026_112_099, 2_026_112_100), (2_026_112_100, 2_026_112_101), (3_000_000_000, 3_000_000_001),
        (4_173_595_649, 4_173_595_650), (4_173_595_650, 2_026_112_001), (4_294_967_295, 2_026_112_001),
    ] as [(UInt32, UInt32)])
    func advancesByDate(old: UInt32, next: UInt32) throws {
        let today = try #require(Serial.firstOfDay(year: 2026, month: 11, day: 20))
        #expect(Serial(old).advanced(to: today) == Serial(next))
    }

    @Test func counterSkipsZero() {
        #expect(Serial(UInt32.max).successor == Serial(1 as UInt32))
        #expect(Serial(5).advanced(to: Serial(0)) == Serial(6))
    }

    @Test(arguments: [
        (1, 1, Serial.Order.equal), (1, 2, .less), (2, 1, .greater), (0, 0x8000_0000, .undefined),
        (0x8000_0000, 0, .undefined), (4_294_967_295, 0, .less), (0, 0x7FFF_FFFF, .less), (0, 0x8000_0001, .greater),
    ] as [(UInt32, UInt32, Serial.Order)])
    func compares(a: UInt32, b: UInt32, order: Serial.Order) {
        #expect(Serial(a).order(to: Serial(b)) == order)
    }

    /// Whatever stood before and whatever the candidate: the next serial is an increase and not 0.
    @Test func neverGoesBackwards() {
        var random = SeededRandom.fresh()
        for _ in 0..<10_000 {
            let old = Serial(UInt32.random(in: 0 ... .max, using: &random))
            let next = old.advanced(to: Serial(UInt32.random(in: 0 ... .max, using: &random)))
            #expect(old.order(to: next) == .less && next.rawValue != 0)
        }
    }

    @Test func readsDecimalOnly() {
        #expect(Serial("4294967295")?.rawValue == .max)
        for text in ["", "-1", "+1", "4294967296", "1 ", "0x1", "١"] { #expect(Serial(text) == nil) }
    }
}

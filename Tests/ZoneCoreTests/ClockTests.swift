import Testing

@testable import ZoneCore

@Suite struct ClockTests {
    @Test(arguments: [
        ("2026-11-20T03:04:05Z", "2026-11-20T03:04:05Z", "2026-11-20"),
        ("2026-11-20T23:30:00Z", "2026-11-20T23:30:00Z", "2026-11-21"),
        ("2026-11-20T06:30:00.123+07:00", "2026-11-19T23:30:00Z", "2026-11-20"),
        ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z", "2024-02-29"),
        ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z", "1970-01-01"),
    ])
    func readsMoments(text: String, utc: String, date: String) throws {
        let moment = try #require(Instant(rfc3339: text))
        #expect(moment.rfc3339 == utc)
        let wib = try #require(UTCOffset("+07:00"))
        #expect(moment.date(at: wib).description == date)
    }

    @Test(arguments: [
        "", "2026-11-20", "2026-13-01T00:00:00Z", "2025-02-29T00:00:00Z", "2026-11-20T24:00:00Z", "2026-11-20T00:00:00",
        "2026-11-20T00:00:00+7", "2026-11-20T00:00:00Zx", "2026-11-20T00:00:00.Z", "９026-11-20",
    ])
    func refusesWhatIsNoMoment(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test(arguments: [
        ("2026-11-20", 90, "2027-02-18"), ("2024-02-28", 1, "2024-02-29"), ("2026-01-01", -1, "2025-12-31"),
    ])
    func countsDays(from: String, days: Int, to: String) throws {
        let day = try #require(CalendarDate(from))
        #expect(day.adding(days: days).description == to)
    }

    @Test func knowsDaysThatDoNotExist() {
        for text in ["2026-02-30", "2025-02-29", "2026-13-01", "2026-1-1", ""] { #expect(CalendarDate(text) == nil) }
        #expect(
            UTCOffset("+7:00") == nil && UTCOffset("+07:00")?.seconds == 25_200
                && UTCOffset("-03:30")?.seconds == -12_600)
    }
}

import TestSupport
import Testing

@testable import ZoneCore

@Suite("working time")
struct WorkingTimeTests {
    static let wita = UTCOffset("+08:00")!

    /// The hours that one of the procedures prints: 08:00–16:00, Friday to 16:30.
    static func printed(_ holidays: String = "") -> OfficeCalendar {
        var days: [OfficeHours.Weekday: [OfficeHours.Stretch]] = [:]
        for day in [OfficeHours.Weekday.monday, .tuesday, .wednesday, .thursday] {
            days[day] = [.init("08:00-16:00")!]
        }
        days[.friday] = [.init("08:00-16:30")!]
        return OfficeCalendar(
            hours: OfficeHours(days)!, holidays: Holidays.read(Array(holidays.utf8)).holidays,
            utcOffset: wita)
    }

    static func moment(_ text: String) -> Instant {
        Instant(rfc3339: text.replacing(" ", with: "T") + ":00+08:00")!
    }

    static func deadline(
        _ count: Int, _ unit: WorkingTime.Unit, _ start: String, _ calendar: OfficeCalendar
    ) -> String {
        calendar.deadline(of: WorkingTime(count, unit), from: moment(start)).minuteText(at: wita)
    }

    @Test(arguments: [
        (255, WorkingTime.Unit.minute, "2026-11-23 08:00", "2026-11-23 12:15"),
        (255, .minute, "2026-11-23 14:00", "2026-11-24 10:15"),
        (60, .minute, "2026-11-20 16:00", "2026-11-23 08:30"),
        (1, .hour, "2026-11-19 15:00", "2026-11-19 16:00"),
        (3, .hour, "2026-11-19 15:00", "2026-11-20 10:00"),
        (15, .minute, "2026-11-21 10:00", "2026-11-23 08:15"),
        (7, .workingDay, "2026-11-23 09:00", "2026-12-02 16:00"),
        (1, .workingDay, "2026-11-20 09:00", "2026-11-23 16:00"),
        (1, .workingDay, "2026-11-20 17:00", "2026-11-24 16:00"),
        // The closing moment is outside, the last minute before it is not.
        (1, .minute, "2026-11-23 16:00", "2026-11-24 08:01"),
        (1, .minute, "2026-11-23 15:59", "2026-11-23 16:00"),
        (1, .workingDay, "2026-11-23 16:00", "2026-11-25 16:00"),
        // Before opening, and longer than a week.
        (30, .minute, "2026-11-23 05:00", "2026-11-23 08:30"),
        (2430, .minute, "2026-11-23 08:00", "2026-11-27 16:30"),
        (2431, .minute, "2026-11-23 08:00", "2026-11-30 08:01"),
        // Friday closes later; days end when their own last day does.
        (4, .workingDay, "2026-11-23 09:00", "2026-11-27 16:30"),
        (0, .minute, "2026-11-21 09:00", "2026-11-23 08:00"),
        (0, .workingDay, "2026-11-20 09:00", "2026-11-20 09:00"),
    ])
    func deadlines(count: Int, unit: WorkingTime.Unit, start: String, wanted: String) {
        #expect(Self.deadline(count, unit, start, Self.printed()) == wanted)
    }

    @Test func stepsOneAfterTheOther() {
        let chain: [(Int, WorkingTime.Unit)] = [
            (1, .workingDay), (3, .hour), (1, .workingDay), (7, .workingDay), (1, .workingDay),
        ]
        let calendar = Self.printed()
        var start = Self.moment("2026-11-23 09:00")
        var ends: [String] = []
        for (index, (count, unit)) in chain.enumerated() {
            if index == 1 {
                let least = calendar.deadline(of: WorkingTime(1, .hour), from: start)
                #expect(least.minuteText(at: Self.wita) == "2026-11-25 09:00")
            }
            start = calendar.deadline(of: WorkingTime(count, unit), from: start)
            ends.append(start.minuteText(at: Self.wita))
        }
        #expect(
            ends == [
                "2026-11-24 16:00", "2026-11-25 11:00", "2026-11-26 16:00", "2026-12-08 16:00",
                "2026-12-10 16:00",
            ])
    }

    @Test(arguments: [
        (60, WorkingTime.Unit.minute, "2026-12-24 15:30", "2026-12-28 08:30"),
        (1, .workingDay, "2026-12-24 09:00", "2026-12-28 16:00"),
        (10, .minute, "2026-12-25 09:00", "2026-12-28 08:10"),
    ])
    func holidaysAreNotWorked(count: Int, unit: WorkingTime.Unit, start: String, wanted: String) {
        #expect(
            Self.deadline(count, unit, start, Self.printed("2026-12-25 Hari Raya Natal\n")) == wanted)
    }

    /// Working minutes of a week without holidays.
    static func minutes(_ hours: OfficeHours) -> Int {
        OfficeHours.Weekday.allCases.flatMap(hours.stretches(on:)).reduce(0) {
            $0 + $1.minutes
        }
    }

    @Test func breaksAreTakenOutWhenConfigured() throws {
        let stretches: [OfficeHours.Stretch] = [.init("07.30-12.00")!, .init("13:00-16:00")!]
        let hours = try #require(OfficeHours([.monday: stretches, .tuesday: stretches]))
        let calendar = OfficeCalendar(hours: hours, utcOffset: Self.wita)
        #expect(Self.deadline(60, .minute, "2026-11-23 11:30", calendar) == "2026-11-23 13:30")
        #expect(Self.deadline(30, .minute, "2026-11-23 11:30", calendar) == "2026-11-23 12:00")
        #expect(Self.deadline(30, .minute, "2026-11-23 12:00", calendar) == "2026-11-23 13:30")
        #expect(Self.deadline(2, .workingDay, "2026-11-23 09:00", calendar) == "2026-11-30 16:00")
        #expect(Self.minutes(hours) == 900)
    }

    @Test func commonHours() {
        let calendar = OfficeCalendar(utcOffset: Self.wita)
        #expect(Self.deadline(30, .minute, "2026-11-23 06:00", calendar) == "2026-11-23 08:00")
        #expect(Self.deadline(30, .minute, "2026-11-23 15:45", calendar) == "2026-11-24 07:45")
        #expect(Self.deadline(30, .minute, "2026-11-27 16:15", calendar) == "2026-11-30 07:45")
        #expect(Self.minutes(.common) == 4 * 510 + 540)
        #expect(Self.minutes(Self.printed().hours) == 2430)
    }

    @Test(arguments: [
        ("2026-11-23 08:00", "2026-11-23 12:15", 255, 0),
        ("2026-11-23 14:00", "2026-11-24 10:15", 255, 1),
        ("2026-11-20 16:00", "2026-11-23 08:30", 60, 1), ("2026-11-21 10:00", "2026-11-22 10:00", 0, 0),
        ("2026-11-23 09:00", "2026-11-23 09:00", 0, 0), ("2026-11-24 09:00", "2026-11-23 09:00", 0, 0),
        ("2026-11-23 00:00", "2026-11-30 00:00", 2430, 5),
        ("2026-11-23 00:00", "2028-11-20 08:00", 104 * 2430 - 510, 519),
        ("2026-11-23 09:00", "2026-12-02 16:00", 2430 - 60 + 3 * 480, 7),
    ])
    func timeThatHasPassed(from: String, to: String, minutes: Int, days: Int) {
        let calendar = Self.printed("2026-12-25\n")
        #expect(calendar.workingSeconds(from: Self.moment(from), to: Self.moment(to)) == minutes * 60)
        #expect(calendar.workingDays(from: Self.moment(from), to: Self.moment(to)) == days)
    }

    /// A deadline is the first moment at which as much time has passed.
    @Test func deadlinesAndPassedTimeAgree() {
        var random = SeededRandom(seed: 5)
        let calendar = Self.printed("2026-12-25\n2027-01-01\n2027-03-19\n2027-03-22\n2027-03-23\n")
        let base = Self.moment("2026-11-20 00:00").seconds
        for _ in 0..<2000 {
            let start = Instant(seconds: base + Int64.random(in: 0..<(200 * 86_400), using: &random))
            let minutes = Int.random(in: 1...9000, using: &random)
            let end = calendar.deadline(of: WorkingTime(minutes, .minute), from: start)
            #expect(calendar.workingSeconds(from: start, to: end) == minutes * 60)
            #expect(
                calendar.workingSeconds(from: start, to: Instant(seconds: end.seconds - 1)) == minutes * 60
                    - 1)
        }
    }

    @Test func endsWhereTheCalendarEnds() {
        let last = Instant(rfc3339: "9999-12-30T00:00:00Z")!
        let calendar = Self.printed()
        for (count, unit) in [
            (Int.max, WorkingTime.Unit.hour), (Int.max, .minute), (Int.max, .workingDay),
        ] {
            #expect(calendar.deadline(of: WorkingTime(count, unit), from: last) <= Instant(seconds: .max))
        }
        let far = calendar.deadline(
            of: WorkingTime(.max, .workingDay), from: Self.moment("2026-11-23 09:00"))
        #expect(far > Self.moment("2400-01-01 00:00"))
        #expect(
            calendar.workingDays(from: Instant(seconds: .min), to: Instant(seconds: .max)) > 2_000_000)
    }

    @Test(arguments: [
        "", "08:00", "08:00-16", "16:00-08:00", "08:00-08:00", "08:60-16:00", "08:00-24:01",
        "8:00-16:000", "08;00-16:00",
    ])
    func hoursThatAreNone(text: String) {
        #expect(OfficeHours.Stretch(text) == nil)
    }

    @Test func weeksThatAreNone() {
        #expect(OfficeHours([:]) == nil && OfficeHours([.monday: []]) == nil)
        #expect(OfficeHours([.monday: [.init("08:00-12:00")!, .init("11:00-16:00")!]]) == nil)
        #expect(OfficeHours([.sunday: [.init("00:00-24:00")!]]).map(Self.minutes) == 1440)
    }

    // MARK: The file of holidays

    @Test func readsHolidays() {
        let text = """
            # Hari libur 2026
            2026-12-25 Hari Raya Natal\r
            \t2026-08-17\t# Proklamasi Kemerdekaan
            2026-01-01# Tahun Baru

            2026-12-24   Cuti bersama
            """
        let (holidays, faults) = Holidays.read(Array(text.utf8))
        #expect(faults == [])
        #expect(
            holidays.days.map { "\($0.date) \($0.title)" } == [
                "2026-01-01 Tahun Baru", "2026-08-17 Proklamasi Kemerdekaan", "2026-12-24 Cuti bersama",
                "2026-12-25 Hari Raya Natal",
            ])
        for (date, holds) in [
            ("2026-12-25", true), ("2026-12-26", false), ("2026-01-01", true), ("2025-12-31", false),
        ] {
            #expect(holidays.contains(CalendarDate(date)!) == holds)
        }
    }

    @Test(arguments: [
        ("2026-12-25 Natal\n25-12-2026\n\n2026-02-30 x\n", [2, 4], true),
        ("2026-12-25\n2026-12-24\n2026-12-25 Natal\n", [3], false),
        ("2026-12-25 \u{FFFD}\n", [], false), ("\u{FEFF}2026-12-25\n", [1], true),
        ("2026-12-25x\n", [1], true),
        ("2026/12/25\n2026-12-2５\n", [1, 2], true),
    ])
    func faultsOfHolidaysHaveLines(text: String, lines: [Int], isError: Bool) {
        let faults = Holidays.read(Array(text.utf8)).faults
        #expect(faults.map(\.line) == lines)
        #expect(
            faults.allSatisfy { $0.isError == isError && !$0.text.en.isEmpty && $0.text.en != $0.text.id }
        )
    }

    @Test func anyOctetsAreReadAsHolidays() {
        var random = SeededRandom(seed: 9)
        for _ in 0..<300 {
            var octets = Array("2026-12-25 Natal\n2026-08-17 # Merdeka\n\n# x\n".utf8)
            for _ in 0..<6 {
                octets[Int.random(in: 0..<octets.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            let (holidays, faults) = Holidays.read(octets)
            #expect(holidays.days.count <= 6 && faults.count <= octets.count)
        }
        #expect(
            Holidays.read([UInt8](repeating: 0x0A, count: Holidays.maximumBytes + 1)).faults.count == 1)
        #expect(Holidays.read(Array("2026-12-25 \u{80}".utf8)).faults.isEmpty)
        #expect(Holidays.read(Array("2026-12-25 ".utf8) + [0xFF]).faults.map(\.line) == [1])
    }
}

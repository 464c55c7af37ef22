import Testing

@testable import ZoneCore

@Suite("formal Indonesian")
struct IndonesianTextTests {
    static let wib = UTCOffset("+07:00")!

    @Test(arguments: [
        ("2026-11-20", "Jumat, 20 November 2026", "XI"),
        ("2026-11-23", "Senin, 23 November 2026", "XI"),
        ("2024-02-29", "Kamis, 29 Februari 2024", "II"), ("2026-01-01", "Kamis, 1 Januari 2026", "I"),
        ("2026-08-17", "Senin, 17 Agustus 2026", "VIII"),
        ("2026-12-26", "Sabtu, 26 Desember 2026", "XII"),
        ("1969-12-28", "Minggu, 28 Desember 1969", "XII"),
        ("2026-03-31", "Selasa, 31 Maret 2026", "III"),
        ("2026-04-01", "Rabu, 1 April 2026", "IV"), ("2026-05-05", "Selasa, 5 Mei 2026", "V"),
        ("2026-06-06", "Sabtu, 6 Juni 2026", "VI"), ("2026-07-07", "Selasa, 7 Juli 2026", "VII"),
        ("2026-09-09", "Rabu, 9 September 2026", "IX"), ("2026-10-10", "Sabtu, 10 Oktober 2026", "X"),
    ])
    func dates(iso: String, long: String, roman: String) throws {
        let date = try #require(CalendarDate(iso))
        #expect(IndonesianText.longDate(date) == long)
        #expect(IndonesianText.romanMonth(date) == roman)
        #expect(IndonesianText.date(iso) == long.drop { $0 != " " }.dropFirst())
    }

    @Test func textThatIsNoDateStays() {
        #expect(IndonesianText.date("kemarin") == "kemarin")
    }

    @Test(arguments: [
        (
            "2026-11-23",
            "Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026)"
        ),
        (
            "2026-12-01", "Selasa, tanggal satu bulan Desember tahun dua ribu dua puluh enam (01-12-2026)"
        ),
        (
            "2030-05-31",
            "Jumat, tanggal tiga puluh satu bulan Mei tahun dua ribu tiga puluh (31-05-2030)"
        ),
    ])
    func datesOfMinutes(iso: String, wanted: String) throws {
        #expect(IndonesianText.dateInWords(try #require(CalendarDate(iso))) == wanted)
    }

    @Test(arguments: [
        ("+07:00", "WIB", "pukul 07.05 WIB"), ("+08:00", "WITA", "pukul 08.05 WITA"),
        ("+09:00", "WIT", "pukul 09.05 WIT"),
        ("Z", "UTC", "pukul 00.05 UTC"), ("-03:30", "UTC-03.30", "pukul 20.35 UTC-03.30"),
    ])
    func times(offset: String, name: String, wanted: String) throws {
        let offset = try #require(UTCOffset(offset))
        let instant = try #require(Instant(rfc3339: "2026-11-20T00:05:59Z"))
        #expect(IndonesianText.zoneName(offset) == name)
        #expect(IndonesianText.time(instant, at: offset) == wanted)
    }

    @Test func momentsHaveTheDayOfTheOffice() throws {
        let instant = try #require(Instant(rfc3339: "2026-11-20T23:30:00Z"))
        #expect(IndonesianText.moment(instant, at: Self.wib) == "21 November 2026 pukul 06.30 WIB")
    }

    @Test(arguments: [
        (0, "0 menit"), (40, "40 menit"), (60, "1 jam"), (255, "4 jam 15 menit"), (600, "10 jam"),
        (61, "1 jam 1 menit"), (-5, "0 menit"), (120_030, "2.000 jam 30 menit"),
    ])
    func durations(minutes: Int, wanted: String) {
        #expect(IndonesianText.duration(minutes: minutes) == wanted)
    }

    @Test func standards() {
        #expect(IndonesianText.duration(WorkingTime(7, .workingDay)) == "7 hari kerja")
        #expect(IndonesianText.duration(min: 1, max: 3, unit: .hour) == "1–3 jam")
        #expect(IndonesianText.duration(min: 30, max: 30, unit: .minute) == "30 menit")
    }

    @Test(arguments: [
        (0, "nol"), (1, "satu"), (10, "sepuluh"), (11, "sebelas"), (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"), (21, "dua puluh satu"), (99, "sembilan puluh sembilan"), (100, "seratus"),
        (101, "seratus satu"), (111, "seratus sebelas"), (200, "dua ratus"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"), (1001, "seribu satu"), (1100, "seribu seratus"),
        (1999, "seribu sembilan ratus sembilan puluh sembilan"),
        (2000, "dua ribu"), (2026, "dua ribu dua puluh enam"), (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (100_000, "seratus ribu"), (101_000, "seratus satu ribu"), (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"), (2_500_000, "dua juta lima ratus ribu"),
        (1_000_000_000, "satu miliar"),
        (1_000_000_000_000, "satu triliun"), (-3, "minus tiga"),
    ])
    func numbersInWords(number: Int, wanted: String) {
        #expect(IndonesianText.words(number) == wanted)
    }

    @Test func everyNumberHasWords() {
        for number in [Int.max, Int.min, Int.min + 1] {
            #expect(IndonesianText.words(number).contains("kuintiliun"))
        }
        var seen: Set<String> = []
        for number in 0...12_000 {
            let words = IndonesianText.words(number)
            #expect(
                seen.insert(words).inserted && !words.contains("  ") && !words.hasSuffix(" "),
                "\(number): \(words)")
        }
    }

    @Test(arguments: [
        (0, "0", "0 GB"), (999, "999", "999 GB"), (1000, "1.000", "1.000 GB"),
        (1_234_567, "1.234.567", "1.234.567 GB"),
        (-1500, "-1.500", "-1.500 GB"),
        (Int.min, "-9.223.372.036.854.775.808", "-9.223.372.036.854.775.808 GB"),
    ])
    func amounts(number: Int, plain: String, gigabytes: String) {
        #expect(IndonesianText.number(number) == plain && IndonesianText.gigabytes(number) == gigabytes)
    }

    @Test func listsAndCounts() {
        #expect(
            IndonesianText.list([]) == "" && IndonesianText.list(["a"]) == "a"
                && IndonesianText.list(["a", "b"]) == "a dan b")
        #expect(IndonesianText.list(["a", "b", "c"]) == "a, b, dan c")
        #expect(IndonesianText.list(["a", "b", "c"], "atau") == "a, b, atau c")
        #expect(
            IndonesianText.counted(3) == "3 (tiga)"
                && IndonesianText.capitalized("tiga hari") == "Tiga hari")
    }
}

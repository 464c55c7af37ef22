#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A moment, as seconds since 1970-01-01T00:00:00Z. Leap seconds do not count, as in POSIX.
///
/// Offices keep fixed offsets (+07, +08, +09) without daylight saving, so an instant and a `UTCOffset` say
/// everything; no time zone data is needed.
public struct Instant: Hashable, Comparable, Sendable {
    /// Always within years 0000…9999, so that arithmetic below never leaves 64 bits.
    public let seconds: Int64

    static let earliest: Int64 = -62_167_219_200
    static let latest: Int64 = 253_402_300_799

    /// Clamped to years 0000…9999.
    public init(seconds: Int64) {
        self.seconds = min(max(seconds, Instant.earliest), Instant.latest)
    }

    /// The system clock.
    public static func systemNow() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(seconds: Int64(time.tv_sec))
    }

    /// Reads RFC 3339 §5.6, e.g. `2026-11-20T08:00:00+07:00`. Fractions of a second are read and dropped;
    /// second 60 is the first of the next minute. `nil` for anything else, a day that does not exist included.
    public init?(rfc3339 text: String) {
        var text = text
        guard let instant = text.withUTF8({ Instant(rfc3339: $0) }) else { return nil }
        self = instant
    }

    init?(rfc3339 octets: UnsafeBufferPointer<UInt8>) {
        guard octets.count >= 20, let date = CalendarDate(octets: octets[0..<10]),
            octets[10] | 0x20 == UInt8(ascii: "t"),
            let hour = Digits.pair(octets, 11), octets[13] == UInt8(ascii: ":"),
            let minute = Digits.pair(octets, 14), octets[16] == UInt8(ascii: ":"),
            let second = Digits.pair(octets, 17),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        var index = 19
        if octets[index] == UInt8(ascii: ".") {
            index += 1
            let start = index
            while index < octets.count, Digits.isDigit(octets[index]) { index += 1 }
            guard index > start else { return nil }
        }
        guard let offset = UTCOffset(octets: octets[index...]) else { return nil }
        let local = Int64(date.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        self.init(seconds: local - Int64(offset.seconds))
    }

    /// `2026-11-20T01:00:00Z`
    public var rfc3339: String { rfc3339(at: .utc) }

    /// `2026-11-20T08:00:00+07:00`; `Z` for UTC.
    public func rfc3339(at offset: UTCOffset) -> String {
        Digits.text { appendRFC3339(at: offset, to: &$0) }
    }

    /// As ``rfc3339(at:)``, in ASCII.
    public func appendRFC3339(at offset: UTCOffset, to octets: inout [UInt8]) {
        let local = offset.local(self)
        CalendarDate(daysSince1970: local.day).append(to: &octets)
        octets.append(UInt8(ascii: "T"))
        Digits.append(local.hour, to: &octets)
        octets.append(UInt8(ascii: ":"))
        Digits.append(local.minute, to: &octets)
        octets.append(UInt8(ascii: ":"))
        Digits.append(local.second, to: &octets)
        offset.append(to: &octets)
    }

    /// The day it is at `offset`.
    public func date(at offset: UTCOffset) -> CalendarDate {
        CalendarDate(daysSince1970: offset.local(self).day)
    }

    /// `2026-11-20 08:00`, for tables and messages.
    public func minuteText(at offset: UTCOffset) -> String {
        Digits.text { appendMinute(at: offset, to: &$0) }
    }

    /// As ``minuteText(at:)``, in ASCII.
    func appendMinute(at offset: UTCOffset, to octets: inout [UInt8]) {
        let local = offset.local(self)
        CalendarDate(daysSince1970: local.day).append(to: &octets)
        octets.append(0x20)
        Digits.append(local.hour, to: &octets)
        octets.append(UInt8(ascii: ":"))
        Digits.append(local.minute, to: &octets)
    }

    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

/// Distance of local time from UTC: `+07:00`.
public struct UTCOffset: Hashable, Sendable, CustomStringConvertible {
    public let seconds: Int32

    public static let utc = UTCOffset(uncheckedSeconds: 0)

    init(uncheckedSeconds: Int32) { seconds = uncheckedSeconds }

    /// `Z`, `+07:00`, `-03:30`; `nil` for anything else.
    public init?(_ text: String) {
        self.init(octets: Array(text.utf8))
    }

    init?(octets: some RandomAccessCollection<UInt8>) {
        guard let sign = octets.first else { return nil }
        if octets.count == 1, sign | 0x20 == UInt8(ascii: "z") {
            self = .utc
            return
        }
        guard octets.count == 6, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let hours = Digits.pair(octets, 1), Digits.octet(octets, 3) == UInt8(ascii: ":"),
            let minutes = Digits.pair(octets, 4), hours < 24, minutes < 60
        else { return nil }
        let distance = Int32(hours * 3600 + minutes * 60)
        seconds = sign == UInt8(ascii: "-") ? -distance : distance
    }

    public var description: String { Digits.text(append) }

    func append(to octets: inout [UInt8]) {
        guard seconds != 0 else {
            octets.append(UInt8(ascii: "Z"))
            return
        }
        let distance = Int(seconds.magnitude)
        octets.append(UInt8(ascii: seconds < 0 ? "-" : "+"))
        Digits.append(distance / 3600, to: &octets)
        octets.append(UInt8(ascii: ":"))
        Digits.append(distance / 60 % 60, to: &octets)
    }

    func local(_ instant: Instant) -> (day: Int, hour: Int, minute: Int, second: Int) {
        let local = Int(instant.seconds) + Int(seconds)
        let day = local >= 0 ? local / 86_400 : -((86_399 - local) / 86_400)
        let rest = local - day * 86_400
        return (day, rest / 3600, rest / 60 % 60, rest % 60)
    }
}

/// A day of the proleptic Gregorian calendar, years 0000…9999: `2026-11-20`.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let year: Int
    public let month: Int
    public let day: Int

    /// `nil` for a day that does not exist.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDate.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// `YYYY-MM-DD`
    public init?(_ text: String) {
        self.init(octets: Array(text.utf8))
    }

    init?(octets: some RandomAccessCollection<UInt8>) {
        guard octets.count == 10, Digits.octet(octets, 4) == UInt8(ascii: "-"),
            Digits.octet(octets, 7) == UInt8(ascii: "-"),
            let century = Digits.pair(octets, 0), let years = Digits.pair(octets, 2),
            let month = Digits.pair(octets, 5), let day = Digits.pair(octets, 8)
        else { return nil }
        self.init(year: century * 100 + years, month: month, day: day)
    }

    /// Clamped to years 0000…9999.
    public init(daysSince1970 days: Int) {
        // Days counted from 0000-03-01, so that the leap day ends a year (Howard Hinnant, "chrono-compatible
        // low-level date algorithms").
        let shifted = min(max(days, -719_528), 2_932_896) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    public var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    public func adding(days: Int) -> CalendarDate {
        let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
        return CalendarDate(daysSince1970: overflow ? (days < 0 ? Int.min : Int.max) : sum)
    }

    /// `YYYYMMDD` as a number, for SOA serials (RFC 1912 §2.2).
    public var compact: Int { year * 10_000 + month * 100 + day }

    public var description: String { Digits.text(append) }

    func append(to octets: inout [UInt8]) {
        Digits.append(year / 100, to: &octets)
        Digits.append(year % 100, to: &octets)
        octets.append(UInt8(ascii: "-"))
        Digits.append(month, to: &octets)
        octets.append(UInt8(ascii: "-"))
        Digits.append(day, to: &octets)
    }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.compact < right.compact }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

/// Decimal digits of dates and times.
enum Digits {
    static func isDigit(_ octet: UInt8) -> Bool { octet &- 48 < 10 }

    /// Counted from the first, wherever that is; the caller has checked nothing.
    static func octet(_ octets: some RandomAccessCollection<UInt8>, _ index: Int) -> UInt8? {
        guard index < octets.count else { return nil }
        return octets[octets.index(octets.startIndex, offsetBy: index)]
    }

    /// Two decimal digits at `index`, counted as in ``octet(_:_:)``.
    static func pair(_ octets: some RandomAccessCollection<UInt8>, _ index: Int) -> Int? {
        guard let tens = octet(octets, index), let ones = octet(octets, index + 1), isDigit(tens), isDigit(ones) else {
            return nil
        }
        return Int(tens - 48) * 10 + Int(ones - 48)
    }

    /// Two digits of a number from 0 to 99.
    static func append(_ number: Int, to octets: inout [UInt8]) {
        assert(0...99 ~= number)
        octets.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
        octets.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    static func text(_ append: (inout [UInt8]) -> Void) -> String {
        var octets: [UInt8] = []
        octets.reserveCapacity(25)
        append(&octets)
        return String(decoding: octets, as: UTF8.self)
    }
}

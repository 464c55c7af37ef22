#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A moment, to the second. Dates are the office's: an event belongs to the day it was there, not in Greenwich.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Since 1970-01-01T00:00:00Z.
    public let seconds: Int

    public init(seconds: Int) {
        self.seconds = seconds
    }

    /// The system's clock.
    public static var now: Timestamp { Timestamp(seconds: Int(time(nil))) }

    /// Reads `YYYY-MM-DDThh:mm:ss[.fraction](Z|±hh:mm)` (RFC 3339), years 1000–9999.
    public init?(_ text: some StringProtocol) {
        let octets = Array(text.utf8)
        func number(_ start: Int, _ count: Int) -> Int? {
            guard start + count <= octets.count else { return nil }
            var value = 0
            for octet in octets[start..<(start + count)] {
                guard octet &- 0x30 < 10 else { return nil }
                value = value * 10 + Int(octet - 0x30)
            }
            return value
        }
        func has(_ octet: Character, _ at: Int) -> Bool {
            at < octets.count && octets[at] == octet.asciiValue
        }
        guard let year = number(0, 4), has("-", 4), let month = number(5, 2), has("-", 7), let day = number(8, 2),
            has("T", 10) || has("t", 10) || has(" ", 10), let hour = number(11, 2), has(":", 13),
            let minute = number(14, 2), has(":", 16), let second = number(17, 2), hour < 24, minute < 60,
            second <= 60, let days = Timestamp.days(year: year, month: month, day: day)
        else { return nil }
        var at = 19
        if has(".", at) {
            at += 1
            guard number(at, 1) != nil else { return nil }
            while number(at, 1) != nil { at += 1 }
        }
        var offset = 0
        if has("Z", at) || has("z", at) {
            at += 1
        } else {
            guard has("+", at) || has("-", at), let minutes = Timestamp.offset(octets[at...]) else { return nil }
            offset = minutes
            at += 6
        }
        guard at == octets.count else { return nil }
        seconds = days * 86400 + hour * 3600 + minute * 60 + min(second, 59) - offset * 60
        guard 1000...9999 ~= Timestamp.civil(Timestamp.floorDay(seconds)).year else { return nil }
    }

    /// Minutes east of Greenwich from `±hh:mm`.
    public static func utcOffset(_ text: some StringProtocol) -> Int? {
        text.utf8.count == 6 ? offset(Array(text.utf8)[...]) : nil
    }

    private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
        let octets = Array(text.prefix(6))
        guard octets.count == 6, octets[0] == 0x2B || octets[0] == 0x2D, octets[3] == 0x3A else { return nil }
        for i in [1, 2, 4, 5] where octets[i] &- 0x30 >= 10 { return nil }
        let hours = Int(octets[1] - 0x30) * 10 + Int(octets[2] - 0x30)
        let minutes = Int(octets[4] - 0x30) * 10 + Int(octets[5] - 0x30)
        guard hours < 24, minutes < 60 else { return nil }
        return (hours * 60 + minutes) * (octets[0] == 0x2D ? -1 : 1)
    }

    /// `YYYY-MM-DDThh:mm:ssZ`.
    public var description: String {
        let day = Timestamp.floorDay(seconds)
        let rest = seconds - day * 86400
        let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        return Timestamp.text(ofDay: day) + "T" + two(rest / 3600) + ":" + two(rest / 60 % 60) + ":" + two(rest % 60)
            + "Z"
    }

    /// `YYYY-MM-DD` at `minutes` east of Greenwich.
    public func date(utcOffset minutes: Int) -> String {
        Timestamp.text(ofDay: Timestamp.floorDay(seconds + minutes * 60))
    }

    /// The year at `minutes` east of Greenwich.
    public func year(utcOffset minutes: Int) -> Int {
        Timestamp.civil(Timestamp.floorDay(seconds + minutes * 60)).year
    }

    /// The date `days` after `date` (`YYYY-MM-DD`); `nil` when that is not a date.
    public static func date(_ date: String, addingDays days: Int) -> String? {
        guard let day = day(date) else { return nil }
        return text(ofDay: day + days)
    }

    /// Whether a text is a date of the calendar, `YYYY-MM-DD`.
    public static func isDate(_ text: String) -> Bool { day(text) != nil }

    private static func day(_ text: String) -> Int? {
        guard text.utf8.count == 10, let moment = Timestamp(text + "T00:00:00Z") else { return nil }
        return floorDay(moment.seconds)
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

    private static func floorDay(_ seconds: Int) -> Int {
        seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400
    }

    private static func text(ofDay day: Int) -> String {
        let (year, month, date) = civil(day)
        let pad = { (value: Int, width: Int) in
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(pad(year, 4))-\(pad(month, 2))-\(pad(date, 2))"
    }

    /// Days since 1970-01-01 in the Gregorian calendar; `nil` when there is no such date.
    private static func days(year: Int, month: Int, day: Int) -> Int? {
        guard 1000...9999 ~= year, 1...12 ~= month, day >= 1 else { return nil }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= lengths[month - 1] else { return nil }
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
        let z = day + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let m = (5 * dayOfYear + 2) / 153
        let month = m < 10 ? m + 3 : m - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1)
    }
}

/// The hours in which an office works, the same every week: what "minutes" and "hours" of a time standard run in.
public struct OfficeHours: Hashable, Sendable {
    /// One stretch of a day without a break.
    public struct Stretch: Hashable, Sendable {
        /// Minutes since midnight, 0…1439.
        public let open: Int
        /// Minutes since midnight, after `open`, at most 1440. The closing minute itself is outside.
        public let close: Int

        public init?(open: Int, close: Int) {
            guard 0 <= open, open < close, close <= 1440 else { return nil }
            self.open = open
            self.close = close
        }

        /// Reads `07:30-16:00`; a dot may stand for the colon, as Indonesian offices write. `24:00` is midnight at
        /// the end of the day.
        public init?(_ text: some StringProtocol) {
            let octets = Array(text.utf8)
            guard octets.count == 11, octets[5] == UInt8(ascii: "-"),
                let open = Stretch.minutes(octets[0..<5]), let close = Stretch.minutes(octets[6..<11])
            else { return nil }
            self.init(open: open, close: close)
        }

        private static func minutes(_ slice: ArraySlice<UInt8>) -> Int? {
            let octets = Array(slice)
            guard octets.count == 5, octets[2] == UInt8(ascii: ":") || octets[2] == UInt8(ascii: ".")
            else { return nil }
            var digits: [Int] = []
            for index in [0, 1, 3, 4] {
                guard octets[index] &- 48 < 10 else { return nil }
                digits.append(Int(octets[index] - 48))
            }
            let minute = digits[2] * 10 + digits[3]
            return minute < 60 ? (digits[0] * 10 + digits[1]) * 60 + minute : nil
        }

        public var minutes: Int { close - open }
    }

    /// A day of the week; Monday is 0.
    public enum Weekday: Int, Hashable, Sendable, CaseIterable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday

        public init(_ date: CalendarDate) {
            // 1970-01-01 was a Thursday.
            let day = (date.daysSince1970 % 7 + 7 + 3) % 7
            self = Weekday(rawValue: day) ?? .monday
        }
    }

    /// Seven days from Monday; each its stretches in order, none overlapping. Empty: no working day.
    private let days: [[Stretch]]

    /// `nil` when stretches of a day overlap or stand out of order, or when no day is a working day.
    public init?(_ days: [Weekday: [Stretch]]) {
        for stretches in days.values {
            for (earlier, later) in zip(stretches, stretches.dropFirst()) where earlier.close > later.open {
                return nil
            }
        }
        let list = Weekday.allCases.map { days[$0] ?? [] }
        guard list.contains(where: { !$0.isEmpty }) else { return nil }
        self.days = list
    }

    /// Monday to Thursday and Friday, each in one stretch.
    private init(mondayToThursday: (Int, Int), friday: (Int, Int)) {
        func stretches(_ hours: (Int, Int)) -> [Stretch] {
            Stretch(open: hours.0, close: hours.1).map { [$0] } ?? []
        }
        days =
            [[Stretch]](repeating: stretches(mondayToThursday), count: 4) + [stretches(friday), [], []]
    }

    /// What holds where a procedure says nothing: Monday to Thursday 07:30–16:00, Friday 07:30–16:30, breaks not
    /// taken out.
    public static let common = OfficeHours(mondayToThursday: (450, 960), friday: (450, 990))

    public func stretches(on day: Weekday) -> [Stretch] {
        days.indices.contains(day.rawValue) ? days[day.rawValue] : []
    }
}

/// A length of time as time standards give it.
public struct WorkingTime: Hashable, Sendable {
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        /// Minutes inside office hours.
        case minute
        /// Sixty of those.
        case hour
        /// Working days: the time ends when the office closes on the n-th working day after the start.
        case workingDay
    }

    /// Not negative.
    public let count: Int
    public let unit: Unit

    public init(_ count: Int, _ unit: Unit) {
        self.count = max(0, count)
        self.unit = unit
    }

    /// In minutes; `nil` for days, which have none.
    public var minutes: Int? {
        switch unit {
        case .minute: count
        case .hour: count.multipliedReportingOverflow(by: 60).overflow ? Int.max : count * 60
        case .workingDay: nil
        }
    }
}

extension OfficeCalendar {
    /// The moment itself when the office works then, else its next opening. The closing moment is outside already:
    /// what arrives then is begun when the office opens again.
    public func opening(atOrAfter instant: Instant) -> Instant {
        let (date, second) = local(instant)
        for stretch in stretches(on: date) where second < stretch.close * 60 {
            return second >= stretch.open * 60 ? instant : self.instant(date, minute: stretch.open)
        }
        let day = workingDay(atOrAfter: date.adding(days: 1))
        return self.instant(day, minute: stretches(on: day).first?.open ?? 0)
    }

    /// When something that begins at `start` is due. A time that ends with the last minute of a stretch is due when
    /// the office closes then, not when it opens again.
    public func deadline(of time: WorkingTime, from start: Instant) -> Instant {
        let start = opening(atOrAfter: start)
        guard let minutes = time.minutes else {
            guard time.count > 0 else { return start }
            let day = workingDay(time.count, after: local(start).date)
            return instant(day, minute: stretches(on: day).last?.close ?? 1440)
        }
        return deadline(seconds: min(minutes, OfficeCalendar.mostDays * 1440) * 60, from: start)
    }

    /// When so many seconds of office hours that begin at `start` are over.
    func deadline(seconds: Int, from start: Instant) -> Instant {
        let start = opening(atOrAfter: start)
        var rest = seconds
        guard rest > 0 else { return start }
        var (date, second) = local(start)
        while true {
            for stretch in stretches(on: date) where second < stretch.close * 60 {
                let from = max(second, stretch.open * 60)
                let available = stretch.close * 60 - from
                if rest <= available {
                    return Instant(seconds: instant(date, minute: 0).seconds + Int64(from + rest))
                }
                rest -= available
            }
            guard date < OfficeCalendar.lastDay else { return Instant(seconds: Instant.latest) }
            date = workingDay(atOrAfter: date.adding(days: 1))
            second = 0
        }
    }

    /// Seconds of office hours from `start` to `end`; 0 when `end` is not later.
    public func workingSeconds(from start: Instant, to end: Instant) -> Int {
        guard start < end else { return 0 }
        let (first, firstSecond) = local(start)
        let (last, lastSecond) = local(end)
        guard first != last else { return seconds(on: first, from: firstSecond, to: lastSecond) }
        return seconds(on: first, from: firstSecond, to: 86_400)
            + wholeDays(from: first.daysSince1970 + 1, to: last.daysSince1970)
            + seconds(on: last, from: 0, to: lastSecond)
    }

    /// Working days after the day of the (normalised) start, up to the day of `end`: 0 on the same day.
    public func workingDays(from start: Instant, to end: Instant) -> Int {
        let first = local(opening(atOrAfter: start)).date.daysSince1970 + 1
        let last = local(end).date.daysSince1970 + 1
        guard first < last else { return 0 }
        return count(from: first, to: last) { !$0.isEmpty ? 1 : 0 }
    }

    private func seconds(on date: CalendarDate, from: Int, to: Int) -> Int {
        stretches(on: date).reduce(0) { sum, stretch in
            sum + max(0, min(to, stretch.close * 60) - max(from, stretch.open * 60))
        }
    }

    private func wholeDays(from first: Int, to last: Int) -> Int {
        guard first < last else { return 0 }
        return count(from: first, to: last) { $0.reduce(0) { $0 + $1.minutes } } * 60
    }

    /// The sum of `value` over the days from `first` to before `last`: whole weeks at once, less their holidays, so
    /// that a request forgotten for years costs no more than another.
    private func count(from first: Int, to last: Int, _ value: ([OfficeHours.Stretch]) -> Int) -> Int {
        func of(_ day: Int) -> Int {
            value(hours.stretches(on: OfficeHours.Weekday(CalendarDate(daysSince1970: day))))
        }
        let weeks = (last - first) / 7
        var sum = weeks * OfficeHours.Weekday.allCases.reduce(0) { $0 + value(hours.stretches(on: $1)) }
        for day in (first + weeks * 7)..<last { sum += of(day) }
        for day in holidays.numbers(from: first, to: last) { sum -= of(day) }
        return sum
    }
}

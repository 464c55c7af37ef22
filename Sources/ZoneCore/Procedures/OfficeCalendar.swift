/// When an office works: its hours, its holidays and its distance from UTC.
public struct OfficeCalendar: Hashable, Sendable {
    public let hours: OfficeHours
    public let holidays: Holidays
    public let utcOffset: UTCOffset

    public init(hours: OfficeHours = .common, holidays: Holidays = .none, utcOffset: UTCOffset) {
        self.hours = hours
        self.holidays = holidays
        self.utcOffset = utcOffset
    }

    /// Whether the office works on that day at all.
    public func isWorkingDay(_ date: CalendarDate) -> Bool { !stretches(on: date).isEmpty }

    /// The stretches worked on that day, in order.
    public func stretches(on date: CalendarDate) -> [OfficeHours.Stretch] {
        let stretches = hours.stretches(on: OfficeHours.Weekday(date))
        return stretches.isEmpty || holidays.contains(date) ? [] : stretches
    }

    /// The first day from `date` on that is worked; the end of the calendar (9999-12-31) when there is none.
    public func workingDay(atOrAfter date: CalendarDate) -> CalendarDate {
        var day = date
        // A week has a working day, and the list of holidays an end.
        while !isWorkingDay(day), day < OfficeCalendar.lastDay { day = day.adding(days: 1) }
        return day
    }

    /// The working day that is `count` working days after `date`; `date` itself need not be one.
    public func workingDay(_ count: Int, after date: CalendarDate) -> CalendarDate {
        var day = date
        for _ in 0..<max(0, min(count, OfficeCalendar.mostDays)) where day < OfficeCalendar.lastDay {
            day = workingDay(atOrAfter: day.adding(days: 1))
        }
        return day
    }

    /// A moment of a day of the office.
    func instant(_ date: CalendarDate, minute: Int) -> Instant {
        Instant(
            seconds: Int64(date.daysSince1970) * 86_400 + Int64(minute) * 60 - Int64(utcOffset.seconds))
    }

    /// The day and the second of the day at which the office has `instant`.
    func local(_ instant: Instant) -> (date: CalendarDate, second: Int) {
        let local = utcOffset.local(instant)
        return (
            CalendarDate(daysSince1970: local.day), local.hour * 3600 + local.minute * 60 + local.second
        )
    }

    static let lastDay = CalendarDate(daysSince1970: .max)
    /// Longest time that is counted, in working days: about four hundred years.
    static let mostDays = 100_000
}

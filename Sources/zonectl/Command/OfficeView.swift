import RFC1035
import ZoneCore

/// A zone with what times and steps are counted by.
struct OfficeView {
    let zone: ZoneFolder
    let settings: ZoneSettings
    let procedure: Procedure
    let calendar: OfficeCalendar
    let now: Instant
    let language: Language

    var offset: UTCOffset { calendar.utcOffset }

    /// `2026-11-20 08:00`; in Indonesian `20 November 2026 pukul 08.00 WITA`.
    func moment(_ instant: Instant) -> String {
        language == .indonesian ? IndonesianText.moment(instant, at: offset) : instant.minuteText(at: offset)
    }

    /// For tables: `2026-11-20 08:00`.
    func short(_ instant: Instant?) -> String { instant?.minuteText(at: offset) ?? "" }

    /// `4 jam 15 menit`, `2 hari kerja`.
    func duration(_ time: WorkingTime) -> String {
        if language == .indonesian { return IndonesianText.duration(time) }
        guard let minutes = time.minutes else { return time.count == 1 ? "1 working day" : "\(time.count) working days" }
        return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h" + (minutes % 60 == 0 ? "" : " \(minutes % 60) min")
    }

    /// Minutes as hours and minutes, in either language.
    func duration(minutes: Int) -> String {
        language == .indonesian ? IndonesianText.duration(minutes: minutes) : duration(WorkingTime(minutes, .minute))
    }
}

extension Invocation {
    /// The zone that is meant, with its procedure and office hours.
    func officeView(_ zone: ZoneFolder) throws -> OfficeView {
        let settings = try zone.settings()
        let procedure = try zone.procedure()
        let calendar = OfficeCalendar(
            hours: procedure.hours, holidays: try holidays(of: zone, settings), utcOffset: settings.utcOffset)
        return OfficeView(
            zone: zone, settings: settings, procedure: procedure, calendar: calendar, now: try now(),
            language: language)
    }
}

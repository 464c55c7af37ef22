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
    var times: TimeText { TimeText(language, at: offset) }
}

extension Invocation {
    /// The zone that is meant, with its procedure and office hours.
    func officeView(_ zone: ZoneFolder) throws -> OfficeView {
        let settings = try zone.settings()
        let procedure = try zone.procedure()
        let calendar = try calendar(of: zone, settings, procedure)
        return OfficeView(
            zone: zone, settings: settings, procedure: procedure, calendar: calendar, now: try now(),
            language: language)
    }
}

import RFC1035
import ZoneCore

extension Invocation {
    /// What times of a zone are counted by; common office hours where no procedure gives others.
    func calendar(
        of zone: ZoneFolder, _ settings: ZoneSettings, _ procedure: Procedure?
    ) throws -> OfficeCalendar {
        OfficeCalendar(
            hours: procedure?.hours ?? .common, holidays: try holidays(of: zone, settings),
            utcOffset: settings.utcOffset)
    }

    /// The days on which the office of a zone does not work: from the file of the zone's folder, else from the
    /// registry's, else none.
    func holidays(of zone: ZoneFolder, _ settings: ZoneSettings) throws -> Holidays {
        let folders = [zone.directory, try registry(for: .reading)]
        guard let (path, octets) = try Holidays.file(named: settings.holidays, in: folders) else {
            if let name = settings.holidays { throw Failure.io(Holidays.missing(zone.directory.shown(name))) }
            return .none
        }
        let (holidays, faults) = Holidays.read(octets)
        let reasons = faults.filter(\.isError).map { Reason("HOLIDAYS", "\(path):\($0.line)", $0.text) }
        guard reasons.isEmpty else { throw Failure.refused(reasons) }
        for fault in faults { console.warn(Reason("HOLIDAY_TWICE", "\(path):\(fault.line)", fault.text)) }
        let facts = "\(path), \(holidays.days.count)"
        console.detail(Text(en: "holidays: \(facts)", id: "hari libur: \(facts)"))
        return holidays
    }
}

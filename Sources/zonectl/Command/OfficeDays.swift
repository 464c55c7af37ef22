import RFC1035
import ZoneCore

extension Invocation {
    /// The days on which the office of a zone does not work: from the file of the zone's folder, else from the
    /// registry's, else none.
    func holidays(of zone: ZoneFolder, _ settings: ZoneSettings) throws -> Holidays {
        let name = settings.holidays ?? Holidays.fileName
        let folders = [zone.directory, try registry(for: .reading)]
        for folder in folders {
            guard let octets = try folder.contents(of: name, limit: Holidays.maximumBytes) else { continue }
            let path = folder.shown(name)
            let (holidays, faults) = Holidays.read(octets)
            let reasons = faults.filter(\.isError).map { Reason("HOLIDAYS", "\(path):\($0.line)", $0.text) }
            guard reasons.isEmpty else { throw Failure.refused(reasons) }
            for fault in faults { console.warn(Reason("HOLIDAYS", "\(path):\(fault.line)", fault.text)) }
            let facts = "\(path), \(holidays.days.count)"
            console.detail(Text(en: "holidays: \(facts)", id: "hari libur: \(facts)"))
            return holidays
        }
        guard settings.holidays == nil else {
            let path = zone.directory.shown(name)
            throw Failure.io(
                Text(
                    en: "there is no file \(path), which \(ZoneSettings.fileName) names as holidays",
                    id: "berkas \(path), yang disebut \(ZoneSettings.fileName) sebagai holidays, tidak ada"))
        }
        return .none
    }
}

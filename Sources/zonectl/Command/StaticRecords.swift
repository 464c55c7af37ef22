import RFC1035
import ZoneCore

extension ZoneFolder {
    /// The records kept by hand, as a zone to look names up in. Mistakes in them are reasons to decide nothing.
    func staticZone(_ settings: ZoneSettings) throws -> Zone {
        let (store, report) = try StaticZone.read(zone: name, folder: directory, settings: settings)
        guard report.isValid else {
            throw ZoneFolder.failure(report.findings.map { Finding($0) })
        }
        let facts = "\(directory.shown(StaticZone.fileName)), \(store.count)"
        console.detail(Text(en: "static records: \(facts) records", id: "rekaman statis: \(facts) rekaman"))
        return Zone(origin: name, store: store)
    }
}

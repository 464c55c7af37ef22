import RFC1035
import ZoneCore

extension ZoneFolder {
    static let staticFile = "static.zone"

    /// The records kept by hand, as a zone to look names up in.
    func staticZone() throws -> Zone {
        let path = directory.shown(ZoneFolder.staticFile)
        guard let octets = try directory.contents(of: ZoneFolder.staticFile) else {
            throw Failure.io(
                Text(
                    en: "\(directory.path) has no \(ZoneFolder.staticFile)",
                    id: "\(directory.path) tidak mempunyai \(ZoneFolder.staticFile)"))
        }
        let store = RecordStore()
        let options = MasterOptions(origin: name, includeRoot: directory.path)
        let report = octets.withUnsafeBytes { MasterFile.read($0, name: path, into: store, options: options) }
        guard report.isValid else {
            throw Failure.refused(
                report.findings.filter { $0.severity == .error }.map { finding in
                    Reason(
                        finding.code, "\(finding.file):\(finding.line):\(finding.column)",
                        Text(verbatim: finding.message))
                })
        }
        return Zone(origin: name, store: store)
    }
}

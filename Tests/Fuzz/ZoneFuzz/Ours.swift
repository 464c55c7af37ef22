import RFC1035
import ZoneCore

/// This project's reading of a zone.
enum Ours {
    /// What `zonectl compile` does with a file: verdict and canonical text.
    static func read(file path: String) -> (Verdict, text: [UInt8], findings: [String]) {
        do {
            let loaded = try FileCheck.load(path, origin: try Name(ZoneCase.origin))
            let verdict = FileCheck.verdict(on: loaded, file: path)
            let all = FileCheck.findings(of: loaded, policy: CheckPolicy(), file: path)
                .map { "\($0.line):\($0.column) \($0.severity.word) \($0.code) \($0.message.en)" }
            if let first = verdict.refusals.first {
                return (.refused("\(first.line):\(first.column) \(first.code) \(first.message.en)"), [], all)
            }
            let zone = verdict.dropped.isEmpty ? loaded.zone : loaded.zoneWithoutOutsiders()
            var writer = ByteWriter()
            zone.writeCanonicalText { writer.append($0) }
            return (.accepted(records(of: zone)), writer.array(), all)
        } catch {
            return (.refused("\(error)"), [], [])
        }
    }

    /// Text that another program printed, without the checks of zones.
    static func read(_ octets: [UInt8], name: String) -> (Verdict, text: [UInt8]) {
        guard let origin = try? Name(ZoneCase.origin) else { return (.refused("no origin"), []) }
        let store = RecordStore()
        let report = octets.withUnsafeBytes {
            MasterFile.read($0, name: name, into: store, options: MasterOptions(origin: origin))
        }
        if let finding = report.findings.first(where: { $0.severity == .error }) {
            return (.refused("\(finding.line):\(finding.column) \(finding.code) \(finding.message)"), [])
        }
        let zone = Zone(origin: origin, store: store)
        var writer = ByteWriter()
        zone.writeCanonicalText { writer.append($0) }
        return (.accepted(records(of: zone)), writer.array())
    }

    /// The canonical text of the records that can be read of a text, whatever else is wrong with it.
    static func text(of octets: [UInt8]) -> [UInt8] {
        let store = RecordStore()
        _ = octets.withUnsafeBytes {
            MasterFile.read($0, name: "zone", into: store, options: MasterOptions(origin: .root))
        }
        var writer = ByteWriter()
        for row in 0..<store.count { RecordWriter.appendCanonical(store.rows[row], of: store, to: &writer) }
        return writer.array()
    }

    private static func records(of zone: Zone) -> Set<ZoneRecord> {
        var records: Set<ZoneRecord> = []
        for index in 0..<zone.nameCount {
            let owner = zone.name(at: index).wire
            for number in zone.rows(of: index) {
                let row = zone.records[Int(number)]
                records.insert(
                    ZoneRecord(
                        owner: Array(owner), type: row.type, ttl: row.ttl, rdata: Array(zone.rdata(of: Int(number)))))
            }
        }
        return records
    }
}

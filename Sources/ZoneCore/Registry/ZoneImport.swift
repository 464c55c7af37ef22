import RFC1035

/// Adopts an existing zone file: proves that rendering keeps all of it, before anything is written.
public enum ZoneImport {
    /// A file that can be adopted.
    public struct Candidate {
        /// The file, octet for octet.
        public let octets: [UInt8]
        public let records: Int
        public let serial: Serial
        /// Worth a look, but no obstacle.
        public let findings: [Finding]
    }

    public enum Judgement {
        case adoptable(Candidate)
        /// What stands in the way, each with its place.
        case refused([Finding])
    }

    /// The most that is adopted: some six million records. The file is held in memory to be kept octet for octet.
    public static let maximumBytes = 256 << 20

    public static func judge(_ path: String, zone: Name, settings: ZoneSettings) throws -> Judgement {
        let octets = try Register.failing { try File.contents(named: path, limit: maximumBytes) }
        let store = RecordStore(expectedOctets: octets.count)
        let report = octets.withUnsafeBytes {
            MasterFile.read($0, name: path, into: store, options: MasterOptions(origin: zone))
        }
        let original = Zone(origin: zone, store: store)
        var findings = FileCheck.findingsWithLines(
            of: FileCheck.Loaded(zone: original, report: report), policy: CheckPolicy(), file: path)
        findings.easeWhatRenderingMends()
        // With $INCLUDE the file is not whole by itself, so it could not be adopted octet for octet.
        for index in findings.indices where findings[index].code == FaultReason.includesOff.code {
            findings[index].message = includesOthers
        }
        let obstacles = Set(
            Check.all.filter(\.stopsLoading).map(\.code) + report.findings.map(\.code) + ["TOO_MANY_ERRORS"])
        let stopping = findings.filter { $0.severity == .error && obstacles.contains($0.code) }
        guard stopping.isEmpty, let serial = original.serial else { return .refused(stopping) }
        let lost = differences(original, settings: settings)
        guard lost.isEmpty else {
            findings = lost.map {
                Finding(
                    "NOT_KEPT", .error, file: path,
                    Text(en: "rendering would not keep: \($0)", id: "render tidak akan mempertahankan: \($0)"))
            }
            return .refused(findings)
        }
        return .adoptable(Candidate(octets: octets, records: store.count, serial: serial, findings: findings))
    }

    private static let includesOthers = Text(
        en: "a file that includes others cannot be adopted as it is; put it into one file first: "
            + "named-compilezone -s full -o ONE.zone ZONE FILE",
        id: "berkas yang menyertakan berkas lain tidak dapat diambil alih begitu saja; jadikan satu berkas dahulu: "
            + "named-compilezone -s full -o SATU.zone ZONA BERKAS")

    /// Records that the zone and its own rendering do not share, in canonical text; the SOA's serial aside.
    private static func differences(_ zone: Zone, settings: ZoneSettings) -> [String] {
        let text = ZoneFileText(zone, defaultTTL: settings.ttl) { _ in nil }
        var rendered = ByteWriter(capacity: text.count(serial: Serial(0 as UInt32)))
        text.forEachPiece(serial: zone.serial ?? Serial(0 as UInt32)) { piece in
            rendered.append(piece)
        }
        let store = RecordStore(expectedOctets: rendered.count)
        _ = rendered.withBytes {
            MasterFile.read($0, name: "rendered", into: store, options: MasterOptions(origin: .root))
        }
        let difference = ZoneDifference(old: zone, new: Zone(origin: zone.origin, store: store))
        return difference.removed + difference.added
    }
}

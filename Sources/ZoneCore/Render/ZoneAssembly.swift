import RFC1035

/// Static records and active names put together: what a rendered zone consists of.
public final class ZoneAssembly {
    public let zone: Zone
    /// What reading found wrong; with an error in it the zone is not fit for writing.
    public let findings: [Finding]
    /// The serial that static.zone has.
    public let staticSerial: Serial?
    let redirects: RedirectMap

    /// Request ids one after another, and for each line of the register's records which one it comes from.
    private let requests: [UInt8]
    private let requestBounds: [UInt32]
    private let requestOfLine: [UInt32]
    private let firstManagedRow: Int

    /// Reads `static.zone` and the register's active names.
    ///
    /// - Parameter register: `nil` for the static records alone.
    public init(
        zone name: Name, folder: Directory, settings: ZoneSettings, register: RegisterSnapshot?
    ) throws {
        let (store, report) = try StaticZone.read(zone: name, folder: folder, settings: settings)
        var findings = report.findings.map(Finding.init)
        firstManagedRow = store.count

        var text = ByteWriter()
        var requests: [UInt8] = []
        var bounds: [UInt32] = [0]
        var requestOfLine: [UInt32] = []
        var redirects = RedirectMap()
        try register?.forEachRawName { managed in
            requests.append(contentsOf: managed.request)
            bounds.append(UInt32(truncatingIfNeeded: requests.count))
            let request = UInt32(truncatingIfNeeded: bounds.count - 2)
            managed.forEachRecord { line in
                guard let base = line.baseAddress else { return }
                text.append(base, line.count)
                text.append(UInt8(ascii: "\n"))
                requestOfLine.append(request)
            }
            if !managed.redirect.isEmpty {
                let url = String(decoding: managed.redirect, as: UTF8.self)
                let request = String(decoding: managed.request, as: UTF8.self)
                for host in Self.redirectedHosts(managed) { redirects.add(host: host, url: url, request: request) }
            }
        }
        let managed = text.withBytes { octets in
            MasterFile.read(octets, name: folder.shown(Register.fileName), into: store, options: MasterOptions(origin: name))
        }
        findings += managed.findings.map(Finding.init)
        self.requests = requests
        requestBounds = bounds
        self.requestOfLine = requestOfLine
        self.redirects = redirects
        zone = Zone(origin: name, store: store)
        staticSerial = zone.serial
        self.findings = findings
    }

    /// The owners of a redirected name's address records: the name and its companions.
    private static func redirectedHosts(_ managed: RawManagedName) -> [Name] {
        var hosts: [Name] = []
        managed.forEachRecord { line in
            let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 4)
            guard fields.count >= 4, let type = RecordType(mnemonic: String(decoding: fields[3], as: UTF8.self)),
                [.a, .aaaa, .cname].contains(type), let host = try? Name(octets: Array(fields[0])),
                !hosts.contains(host)
            else { return }
            hosts.append(host)
        }
        return hosts
    }

    /// The request behind an owner name: that of its first managed record.
    func request(of index: Int) -> UnsafeBufferPointer<UInt8>? {
        for row in zone.rows(of: index) where Int(row) >= firstManagedRow {
            let line = Int(zone.records[Int(row)].line) - 1
            guard requestOfLine.indices.contains(line) else { return nil }
            let number = Int(requestOfLine[line])
            let range = Int(requestBounds[number])..<Int(requestBounds[number + 1])
            return requests.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[range]) }
        }
        return nil
    }

    /// Findings of reading and of the checks, those that stop a server from loading the zone at least.
    public func findings(profile: CheckProfile, file: String) -> [Finding] {
        findings + CheckRun.findings(in: zone, file: file, profile: profile)
    }
}

/// The office's own records: `static.zone`.
public enum StaticZone {
    public static let fileName = "static.zone"

    /// Reads the file; `$INCLUDE` stays inside the zone's folder.
    public static func read(
        zone: Name, folder: Directory, settings: ZoneSettings
    ) throws -> (store: RecordStore, report: MasterReport) {
        do throws(FileError) {
            let file = try folder.file(fileName)
            let store = RecordStore(expectedOctets: try file.size())
            var options = MasterOptions(origin: zone, includeRoot: folder.path)
            options.defaultTTL = nil
            let report = MasterFile.read(
                descriptor: file.descriptor, name: folder.shown(fileName), into: store, options: options)
            return (store, report)
        } catch {
            guard error.isMissing else { throw error.failure }
            throw Failure.io(
                Text(
                    en: "\(folder.shown(fileName)) is missing; it holds the zone's SOA and NS records",
                    id: "\(folder.shown(fileName)) tidak ada; berkas itu memuat rekaman SOA dan NS zona"))
        }
    }
}

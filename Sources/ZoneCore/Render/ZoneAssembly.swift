import RFC1035

/// Static records and active names put together: what a rendered zone consists of.
public final class ZoneAssembly {
    public let zone: Zone
    /// What reading found wrong; with an error in it the zone is not fit for writing.
    public let findings: [Finding]
    /// The comments of static.zone, and of what it includes, that are addressed to the program.
    let annotations: [MasterAnnotation]
    /// The serial that static.zone has.
    public let staticSerial: Serial?
    let redirects: RedirectMap

    /// Request ids one after another, and for each line of the register's records which one it comes from.
    private let requests: [UInt8]
    private let requestBounds: [UInt32]
    private let requestOfLine: [UInt32]
    let firstManagedRow: Int

    /// Reads `static.zone` and the register's active names.
    ///
    /// - Parameter register: `nil` for the static records alone.
    public init(
        zone name: Name, folder: Directory, settings: ZoneSettings, register: RegisterSnapshot?
    ) throws {
        let (store, report) = try StaticZone.read(zone: name, folder: folder, settings: settings)
        var findings = report.findings.map(Finding.init)
        firstManagedRow = store.count
        annotations = report.annotations

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
            MasterFile.read(
                octets, name: folder.shown(Register.fileName), into: store, options: MasterOptions(origin: name))
        }
        findings += managed.findings.map(Finding.init)
        findings.easeWhatRenderingMends()
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

    /// Findings of reading and of the checks, those that stop a server from loading the zone at least. Those about
    /// managed names are placed at the line of the register that made the name what it is.
    public func findings(policy: CheckPolicy, file: String, register: RegisterSnapshot?) throws -> [Finding] {
        let all = findings + sharedNames(policy.profile) + CheckRun.findings(in: zone, file: file, policy: policy)
        guard let register else { return all }
        return try Self.placed(all, register)
    }

    /// Findings with those about managed names placed in the register.
    static func placed(_ findings: [Finding], _ register: RegisterSnapshot) throws -> [Finding] {
        var all = findings
        var places: [Name: (line: Int, request: String, opd: String)?] = [:]
        for index in all.indices where Self.isRegister(all[index].file) {
            all[index].line = 0
            all[index].excerpt = []
            guard let owner = all[index].owner.flatMap({ try? Name($0) }) else { continue }
            if places[owner] == nil { places[owner] = try Self.place(of: owner, register) }
            guard let place = places[owner] ?? nil else { continue }
            all[index].line = place.line
            all[index].column = 1
            let text = all[index].message
            all[index].message = Text(
                en: "\(text.en) (request \(place.request), \(place.opd))",
                id: "\(text.id) (permohonan \(place.request), \(place.opd))")
        }
        return all
    }

    static func isRegister(_ file: String) -> Bool {
        file == Register.fileName || file.hasSuffix("/" + Register.fileName)
    }

    /// The line of the register that holds the newest event of the name an owner belongs to.
    private static func place(
        of owner: Name, _ register: RegisterSnapshot
    ) throws -> (line: Int, request: String, opd: String)? {
        guard let holder = try register.managedName(owner) ?? register.holder(ofOwner: owner) else { return nil }
        // An event's number is its line's.
        guard let event = try register.event(of: holder.name) else { return nil }
        return (event.sequence, holder.request.description, holder.opd)
    }

    /// Names with records of the office and of an agency both. Of one type, servers would answer with both, and
    /// nobody could say whose the name is; a static delegation or DNAME would take the agency's name away. Either
    /// stops rendering. Of different types it may be meant.
    private func sharedNames(_ profile: CheckProfile) -> [Finding] {
        guard firstManagedRow > 0, firstManagedRow < zone.store.count else { return [] }
        let shape = ZoneShape(zone)
        var found: [Finding] = []
        for index in 0..<zone.nameCount {
            let rows = zone.rows(of: index).map(Int.init)
            guard rows.contains(where: { $0 >= firstManagedRow }) else { continue }
            if let above = shape.governor(of: index), let cut = zone.rows(of: above).first, Int(cut) < firstManagedRow {
                found.append(clash(index, with: Int(cut)))
                continue
            }
            guard rows[0] < firstManagedRow else { continue }
            let types = Set(rows.filter { $0 >= firstManagedRow }.map { zone.records[$0].type })
            let taking: Set = types.union([RecordType.ns.rawValue])
            if let row = rows.first(where: { $0 < firstManagedRow && taking.contains(zone.records[$0].type) }) {
                found.append(clash(index, with: row))
            } else if profile != .load {
                let place = zone.store.location(of: rows[0])
                let type = RecordType(rawValue: zone.records[rows[0]].type)
                let request = requestText(index)
                found.append(
                    Finding(
                        .staticBesideManaged, file: place.file, line: place.line, column: 1,
                        owner: zone.name(at: index).description,
                        Text(
                            en: "a static \(type) record at a name that belongs to request \(request)",
                            id: "rekaman \(type) statis pada nama milik permohonan \(request)")))
            }
        }
        return found
    }

    private func requestText(_ index: Int) -> String {
        request(of: index).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// A managed name that a static record shares or takes away.
    private func clash(_ index: Int, with row: Int) -> Finding {
        let place = zone.store.location(of: row)
        let type = RecordType(rawValue: zone.records[row].type)
        let name = zone.name(at: index)
        let request = requestText(index)
        return Finding(
            .staticAndManaged, file: place.file, line: place.line, column: 1, owner: name.description,
            Text(
                en: "\(name) belongs to request \(request), and this static \(type) record would share it or take it "
                    + "away: remove one of the two",
                id: "\(name) milik permohonan \(request), dan rekaman \(type) statis ini ikut memakainya atau "
                    + "mengambilnya: hapus salah satu"))
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
            options.maximumGenerated = MasterOptions.trustedGenerated
            let report = MasterFile.read(
                descriptor: file.descriptor, name: folder.shown(fileName), into: store, options: options)
            try report.requireReading()
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

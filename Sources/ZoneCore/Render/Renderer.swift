import RFC1035

/// Writes the zone file of one zone, when it would be another than the one that is there.
public struct Renderer {
    public let zone: Name
    /// The zone's folder in the registry.
    public let folder: Directory
    /// Where the files go: the zone's folder or another.
    public let output: Directory
    public let settings: ZoneSettings
    public let now: Instant
    public let actor: String
    public let options: Register.Options

    public init(
        zone: Name, folder: Directory, output: Directory, settings: ZoneSettings, now: Instant, actor: String,
        options: Register.Options
    ) {
        self.zone = zone
        self.folder = folder
        self.output = output
        self.settings = settings
        self.now = now
        self.actor = actor
        self.options = options
    }

    /// `db.<zone>`
    public static func fileName(of zone: Name) -> String { "db." + zone.undotted }

    /// What came of it.
    public enum Outcome: Sendable {
        /// The files were up to date and have not been touched.
        case unchanged(Serial)
        /// The files were written, or would be.
        case written(Serial, records: Int)
        /// The zone has errors; the old files have not been touched.
        case refused([Finding])
    }

    /// Renders under the register's exclusive lock: the event with the serial goes into the register before the
    /// file gets its name, so that no serial ever stands for two contents.
    public func run() throws -> Outcome {
        try Register.transact(in: folder, zone: zone, time: now, actor: actor, options: options) { transaction in
            switch try plan(transaction) {
            case .refused(let findings): return .refused(findings)
            case .unchanged(let serial):
                output.sweepTemporaries()
                return .unchanged(serial)
            case .write(let job): return try write(job, transaction)
            }
        }
    }

    /// What `run` would do; writes nothing.
    public func check() throws -> Outcome {
        try Register.read(in: folder, options: options) { snapshot in
            switch try plan(snapshot) {
            case .refused(let findings): .refused(findings)
            case .unchanged(let serial): .unchanged(serial)
            case .write(let job): .written(job.serial, records: job.records)
            }
        }
    }

    /// Whether what the register says of a name now is in a zone file that was written, here or into another folder.
    public func hasRendered(_ name: Name) throws -> Bool {
        try Register.read(in: folder, options: options) { snapshot in
            guard let event = try snapshot.event(of: name) else { return true }
            if let last = try snapshot.lastRenderedSequence(), event.sequence < last { return true }
            // Not all that happens to a name changes its records.
            return switch try plan(snapshot) {
            case .refused: false
            case .unchanged: true
            case .write(let job): !job.isNew
            }
        }
    }

    private enum Plan {
        case refused([Finding])
        case unchanged(Serial)
        case write(Job)
    }

    /// A zone file to be written.
    private final class Job {
        let text: ZoneFileText
        let serial: Serial
        let records: Int
        /// The redirect map, where one is to be written.
        let redirects: [UInt8]?
        /// Whether the zone file is to be written and not only the map.
        let writesZone: Bool
        /// Whether the content is one that the register does not have yet.
        let isNew: Bool
        /// The serial in static.zone, which a later render must not take for a new one.
        let staticSerial: Serial?

        init(
            text: consuming ZoneFileText, serial: Serial, records: Int, redirects: [UInt8]?, isNew: Bool,
            writesZone: Bool = true, staticSerial: Serial? = nil
        ) {
            self.text = text
            self.serial = serial
            self.records = records
            self.redirects = redirects
            self.isNew = isNew
            self.writesZone = writesZone
            self.staticSerial = staticSerial
        }
    }

    private func plan(_ register: RegisterSnapshot) throws -> Plan {
        let assembly = try ZoneAssembly(zone: zone, folder: folder, settings: settings, register: register)
        let findings = try assembly.findings(
            policy: CheckPolicy(profile: .load), file: folder.shown(StaticZone.fileName), register: register)
        guard !findings.contains(where: { $0.severity == .error }) else { return .refused(findings) }
        let text = ZoneFileText(assembly.zone, defaultTTL: settings.ttl) { assembly.request(of: $0) }
        let redirects = assembly.redirects.text(zone: zone)
        let needsRedirects = !assembly.redirects.isEmpty
        let redirectsOnDisk = try Register.failing { try output.contents(of: RedirectMap.fileName(of: zone)) }
        let redirectsDiffer = (needsRedirects || redirectsOnDisk != nil) && redirectsOnDisk != redirects

        let onDisk = try Register.failing { try output.contents(of: Self.fileName(of: zone)) }
        let serialOnDisk = onDisk.flatMap { Self.serial(in: $0, zone: zone) }
        let last = try register.lastRendered()
        if let last {
            let serial = Serial(last.serial)
            let isOnDisk = onDisk?.withUnsafeBytes { text.isEqual(to: $0, serial: serial) } ?? false
            if isOnDisk && !redirectsDiffer { return .unchanged(serial) }
            // The content the register knows, under the serial it had: a file lost, or one for another folder. A file
            // that somebody has changed may be served already, so what replaces it needs a serial of its own.
            let isKnown =
                isOnDisk
                || text.count(serial: serial) == last.bytes && text.digest(serial: serial).description == last.digest
            let isBehind = isOnDisk || serialOnDisk.map { $0.order(to: serial) == .less } ?? true
            if isKnown && isBehind {
                return .write(
                    Job(
                        text: text, serial: serial, records: assembly.zone.store.count,
                        redirects: redirectsDiffer ? redirects : nil, isNew: false, writesZone: !isOnDisk))
            }
        }
        // The serial in static.zone usually is the one of years ago. It would be "later" than any that is far enough
        // round the circle, so it counts only when it is new.
        let raisedByHand = assembly.staticSerial.flatMap { $0.rawValue == last?.staticSerial ? nil : $0 }
        let known = [last.map { Serial($0.serial) }, serialOnDisk, raisedByHand].compactMap { $0 }
        let old = Serial.latest(known) ?? Serial(0 as UInt32)
        let serial = settings.serial.next(after: old, now: now, utcOffset: settings.utcOffset)
        return .write(
            Job(
                text: text, serial: serial, records: assembly.zone.store.count,
                redirects: redirectsDiffer ? redirects : nil, isNew: true,
                staticSerial: assembly.staticSerial))
    }

    private func write(_ job: Job, _ transaction: RegisterTransaction) throws -> Outcome {
        try Register.failing {
            var file: PendingFile?
            if job.writesZone {
                let pending = try output.pendingFile(Self.fileName(of: zone), mode: Directory.Mode.zoneFile)
                try job.text.forEachPiece(serial: job.serial) { (piece) throws(FileError) in try pending.write(piece) }
                try pending.finish()
                file = pending
            }
            var redirects: PendingFile?
            if let text = job.redirects {
                let pending = try output.pendingFile(RedirectMap.fileName(of: zone), mode: Directory.Mode.zoneFile)
                try pending.write(text)
                try pending.finish()
                redirects = pending
            }
            if job.isNew {
                try transaction.record(
                    RenderedEvent(
                        serial: job.serial.rawValue, digest: job.text.digest(serial: job.serial).description,
                        bytes: job.text.count(serial: job.serial),
                        redirectsDigest: job.redirects.map { SHA256.digest(of: $0).description },
                        staticSerial: job.staticSerial?.rawValue, isElsewhere: try !output.isSame(as: folder)
                    ).draft)
                try transaction.commit()
            }
            try file?.publish()
            try redirects?.publish()
            output.sweepTemporaries()
            return .written(job.serial, records: job.records)
        }
    }

    /// The serial of a zone file that is there already; `nil` if it cannot be read as one.
    static func serial(in octets: [UInt8], zone: Name) -> Serial? {
        // The SOA stands near the front of every file this program writes; another's is read whole.
        for limit in [4096, octets.count] {
            let store = RecordStore(expectedOctets: min(limit, octets.count))
            _ = octets.withUnsafeBytes { all in
                MasterFile.read(
                    UnsafeRawBufferPointer(rebasing: all[..<min(limit, all.count)]), name: "", into: store,
                    options: MasterOptions(origin: zone))
            }
            if let serial = Zone(origin: zone, store: store).serial { return serial }
        }
        return nil
    }
}

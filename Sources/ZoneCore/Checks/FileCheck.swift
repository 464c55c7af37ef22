import RFC1035

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Checks of any one master file.
public enum FileCheck {
    /// A master file that has been read.
    public struct Loaded {
        public let zone: Zone
        public let report: MasterReport

        public init(zone: Zone, report: MasterReport) {
            self.zone = zone
            self.report = report
        }

        /// The zone as BIND and Knot load it: without the records from outside it. ``zone`` is not valid any more.
        public func zoneWithoutOutsiders() -> Zone {
            let (origin, store) = (zone.origin, zone.store)
            store.removeRows { row in
                let owner = store.arena + Int(row.owner)
                return !zone.holds(owner, WireName.length(owner))
            }
            return Zone(origin: origin, store: store)
        }
    }

    /// Reads a master file; the zone is the one named, else the owner of its SOA, else what its name suggests.
    ///
    /// - Parameters:
    ///   - path: a regular file, or `-` for standard input.
    ///   - includeRoot: where `$INCLUDE` finds files and what it may not leave; `nil` for the folder of the file, and
    ///     for no `$INCLUDE` in standard input.
    ///   - maximumErrors: reading stops after so many.
    public static func load(
        _ path: String, origin: Name?, includeRoot: String? = nil, maximumErrors: Int = 1000
    ) throws -> Loaded {
        if let includeRoot { try requireFolder(includeRoot) }
        do throws(FileError) {
            let file = try File.named(path)
            let guess = origin ?? suggestedOrigin(of: path)
            let store = RecordStore(expectedOctets: path == "-" ? 0 : try file.size())
            let root = includeRoot ?? (path == "-" ? nil : folder(of: path))
            var options = MasterOptions(origin: guess ?? .root, includeRoot: root)
            options.maximumErrors = max(1, maximumErrors)
            let report = MasterFile.read(descriptor: file.descriptor, name: path, into: store, options: options)
            try report.requireReading()
            guard let zone = origin ?? soaOwner(store) ?? guess else { throw FileError(.read, path, .badName) }
            return Loaded(zone: Zone(origin: zone, store: store), report: report)
        } catch {
            if error.reason == .badName, error.operation == .read {
                throw Failure.usage(
                    Text(
                        en: "\(path) does not say which zone it is; give --origin NAME",
                        id: "\(path) tidak menyebutkan zonanya; berikan --origin NAMA"))
            }
            throw error.failure
        }
    }

    /// All findings about one file.
    ///
    /// - Parameters:
    ///   - settles: whether they are all there are; else the caller settles the result when it has the others.
    ///   - zones: keeps the zone for a look at several together.
    public static func run(
        _ path: String, origin: Name?, policy: CheckPolicy, includeRoot: String? = nil, maximumErrors: Int = 1000,
        settles: Bool = true, zones: ZoneSet? = nil
    ) throws -> CheckResult {
        let loaded = try load(path, origin: origin, includeRoot: includeRoot, maximumErrors: maximumErrors)
        var result = CheckResult()
        result.files = loaded.zone.store.files.count
        result.fileOrder = [path] + loaded.zone.store.files
        result.zones = 1
        result.count(loaded.zone)
        let waivers = Waivers(loaded.report.annotations, policy: policy, isComplete: loaded.report.stop == nil)
        var limited = policy
        limited.maximum = waivers.limit(policy.maximum)
        result.findings = findings(of: loaded, policy: limited, file: path)
        result.findings += FileEnds.findings(in: loaded.zone.store.files, policy: policy)
        result.waivers = [waivers]
        // What could not be read would seem to be missing.
        if loaded.report.errorCount == 0 { zones?.add(loaded.zone, file: path, policy: policy) }
        if settles { result.settle(maximum: policy.maximum) }
        return result
    }

    /// What reading and checking found, by position, yet without the lines that the checks have not seen. A file that
    /// stopped being read is not checked further.
    public static func findings(of loaded: Loaded, policy: CheckPolicy, file: String) -> [Finding] {
        var findings = allFindings(of: loaded, policy: policy, file: file)
        policy.adjust(&findings)
        return findings
    }

    /// The same with the lines they are about, for findings that are shown as they are.
    public static func findingsWithLines(of loaded: Loaded, policy: CheckPolicy, file: String) -> [Finding] {
        var findings = findings(of: loaded, policy: policy, file: file)
        Excerpts.fill(&findings)
        findings.sortByPlace(files: loaded.zone.store.files)
        return findings
    }

    private static func allFindings(of loaded: Loaded, policy: CheckPolicy, file: String) -> [Finding] {
        var findings = loaded.report.findings.map(Finding.init)
        if policy.profile == .load { findings.removeAll { $0.severity != .error } }
        if let stop = loaded.report.stop {
            guard stop != .memory else { return findings }
            let count = loaded.report.errorCount
            let advice =
                stop == .errors
                ? Text(en: "(--max-errors N reads on)", id: "(--max-errors N membaca lebih jauh)")
                : Text(
                    en: "(more than 1 MiB of messages is not shown)", id: "(lebih dari 1 MiB pesan tidak ditampilkan)")
            var rest = Finding(
                "TOO_MANY_ERRORS", .error, file: file,
                Text(
                    en: "reading stopped after \(count) errors; what follows is not judged \(advice.en)",
                    id: "pembacaan berhenti setelah \(count) kesalahan; selebihnya tidak dinilai \(advice.id)"))
            rest.isRefusedByMost = true
            findings.append(rest)
            return findings
        }
        var checked = CheckRun.findings(in: loaded.zone, file: file, policy: policy)
        // Records that could not be read are missing from the zone: what depends on them being there would be
        // reported a second time, as their absence.
        if loaded.report.errorCount > 0 { checked.removeAll { absences.contains($0.code) } }
        removeEchoes(of: findings, from: &checked)
        findings += checked
        findings.sortByPlace(files: loaded.zone.store.files)
        return findings
    }

    /// One mistake is told once: text that was cut off not by what is missing from it too, and a TTL that is too large
    /// not as the 0 that it counts as.
    private static func removeEchoes(of findings: [Finding], from checked: inout [Finding]) {
        var cuts: [Int: Set<String>] = [:]
        var zeros: [Int: Set<String>] = [:]
        var isDefaultZero = false
        for finding in findings {
            switch finding.code {
            case "TEXT_CUT_OFF": cuts[finding.line, default: []].insert(finding.file)
            case "TTL_TOO_LARGE":
                zeros[finding.line, default: []].insert(finding.file)
                if finding.excerpt.prefix(4).map({ $0 & 0xDF }) == Array("$TTL".utf8).map({ $0 & 0xDF }) {
                    isDefaultZero = true
                }
            default: break
            }
        }
        guard !cuts.isEmpty || !zeros.isEmpty else { return }
        checked.removeAll { finding in
            if finding.code == "TTL_ZERO" {
                return isDefaultZero || zeros[finding.line]?.contains(finding.file) == true
            }
            return finding.code.hasSuffix("_SYNTAX") && cuts[finding.line]?.contains(finding.file) == true
        }
    }

    private static let absences = Set(Check.all.filter(\.isOfAbsence).map(\.code))

    /// What keeps a file from being a zone, and what of it servers leave out.
    public struct Verdict {
        /// Findings for which at least two of BIND, Knot and NSD refuse the zone.
        public var refusals: [Finding] = []
        /// Records from outside the zone, which BIND and Knot drop.
        public var dropped: [Finding] = []
    }

    /// Less than the `load` profile reports, which goes by what makes any server refuse the office's own zones: two
    /// servers at least load a zone whose delegations lack addresses, or that holds records from outside it; see
    /// FORMAT.md.
    public static func verdict(on loaded: Loaded, file: String) -> Verdict {
        var verdict = Verdict()
        for var finding in findingsWithLines(of: loaded, policy: CheckPolicy(profile: .load), file: file) {
            if finding.isRefusedByMost {
                verdict.refusals.append(finding)
            } else if finding.code == Check.outOfZone {
                finding.severity = .warning
                verdict.dropped.append(finding)
            }
        }
        return verdict
    }

    /// The zone that a file's name suggests: `db.ZONE`, `ZONE.zone`, or a file in a folder of the registry.
    static func suggestedOrigin(of path: String) -> Name? {
        let parts = path.split(separator: "/").map(String.init)
        guard let file = parts.last else { return nil }
        if file == StaticZone.fileName { return parts.dropLast().last.flatMap(zoneName) }
        if file.hasPrefix("db.") { return zoneName(String(file.dropFirst(3))) }
        for ending in [".zone", ".db", ".hosts", ".txt", ".master", ".signed"] where file.hasSuffix(ending) {
            // `example.org.zone` is named after its zone; `test.zone` may be anything.
            let name = String(file.dropLast(ending.count))
            return name.contains(".") ? zoneName(name) : nil
        }
        return nil
    }

    private static func zoneName(_ text: String) -> Name? {
        guard !text.isEmpty, text != ".", text != "..", let name = try? Name(text), !name.isRoot else { return nil }
        return name
    }

    private static func soaOwner(_ store: RecordStore) -> Name? {
        for row in 0..<store.count where store.rows[row].type == RecordType.soa.rawValue {
            let wire = store.arena + Int(store.rows[row].owner)
            let name = WireName.name(wire)
            return name.flatMap { $0.isRoot ? nil : $0 }
        }
        return nil
    }

    /// Without the folder, every `$INCLUDE` would be reported.
    private static func requireFolder(_ path: String) throws(Failure) {
        let descriptor = openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor < 0 else {
            close(descriptor)
            return
        }
        switch errno {
        case ENOENT:
            throw .io(
                Text(
                    en: "cannot open \(path): there is no such folder",
                    id: "tidak dapat membuka \(path): folder tidak ada"))
        case ENOTDIR:
            throw .io(
                Text(en: "cannot open \(path): it is not a folder", id: "tidak dapat membuka \(path): bukan folder"))
        default: throw FileError.last(.open, path).failure
        }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

extension MasterReport {
    /// Throws where a file was not read to its end: what stands behind is not known, so no verdict is one.
    func requireReading() throws(FileError) {
        guard let failed = findings.first(where: { $0.reason == .readFailed }) else { return }
        let code = Int32(clamping: failed.number)
        throw FileError(.read, failed.file, code == EFBIG ? .moreThanAMasterFile : .system(code))
    }
}

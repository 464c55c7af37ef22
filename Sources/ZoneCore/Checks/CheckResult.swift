/// What `check` found, over all it looked at.
public struct CheckResult: Sendable {
    public var findings: [Finding] = []
    public var files = 0
    public var zones = 0
    public var records = 0
    /// Zones that hold signatures, which are compared with what they cover and not verified.
    public var signedZones = 0
    /// Zones that hold the digest of themselves (ZONEMD), which is not computed.
    public var digestZones = 0
    /// Files that could not be read, each with a finding that says so: what is in them is not judged.
    public var unreadableFiles = 0
    /// The waivers in what was read; ``settle(baseline:maximum:)`` goes by them.
    public internal(set) var waivers: [Waivers] = []
    /// The files in the order in which they were given and read, each with what it includes behind it.
    var fileOrder: [String] = []

    public init() {}

    /// How many there are of a severity, those that are not shown among them.
    public func count(_ severity: Finding.Severity) -> Int {
        findings.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
    }

    public mutating func add(_ other: CheckResult) {
        findings += other.findings
        files += other.files
        zones += other.zones
        records += other.records
        signedZones += other.signedZones
        digestZones += other.digestZones
        unreadableFiles += other.unreadableFiles
        waivers += other.waivers
        fileOrder += other.fileOrder
    }

    /// Looks at a file, and where that cannot be read, says so instead of ending the whole check: the others count too.
    ///
    /// - Parameter file: what the finding is placed at.
    /// - Returns: `nil` where it could not be read.
    public mutating func reading<R>(_ file: String, _ look: (inout CheckResult) throws -> R) throws -> R? {
        let text: Text
        do {
            return try look(&self)
        } catch let error as FileError {
            text = error.text
        } catch let damage as RegisterDamage {
            guard case .io(let damaged) = damage.failure else { throw damage }
            text = damaged
        } catch Failure.io(let failed) {
            text = failed
        }
        unreadableFiles += 1
        findings.append(Finding(.fileUnreadable, file: file, text))
        return nil
    }

    /// Counts a zone by what is not verified in it.
    mutating func count(_ zone: Zone) {
        records += zone.store.count
        if zone.types.contains(.rrsig) { signedZones += 1 }
        if zone.types.contains(.zonemd) { digestZones += 1 }
    }

    /// When all has been found: leaves out what is waived or known, says which waivers waive nothing, and puts the rest
    /// in order. May be called again, when there are more findings.
    ///
    /// - Parameters:
    ///   - baseline: findings that are known.
    ///   - maximum: findings of each check that are kept; the others are counted.
    public mutating func settle(baseline: inout Baseline, maximum: Int) {
        Waivers.apply(&waivers, to: &findings)
        findings.removeAll { [Check.unusedWaiver, Check.badWaiver, Check.refusedWaiver].contains($0.code) }
        // Of a file that several zones include, once.
        var said: Set<String> = []
        for finding in waivers.lazy.flatMap({ $0.findings() }) {
            let place = "\(finding.file) \(finding.line) \(finding.column)"
            if finding.isRest || said.insert("\(place) \(finding.message.en)").inserted { findings.append(finding) }
        }
        baseline.filter(&findings)
        sort()
        limit(maximum)
        Excerpts.fill(&findings)
        // With the lines came the columns.
        sort()
    }

    public mutating func settle(maximum: Int = CheckRun.defaultMaximum) {
        var none = Baseline()
        settle(baseline: &none, maximum: maximum)
    }

    /// By file, in the order in which they were given, then by place.
    private mutating func sort() {
        findings.sortByPlace(files: fileOrder + findings.lazy.map(\.file))
    }

    /// Keeps so many findings of each check; what stands for the others says how many they are.
    private mutating func limit(_ maximum: Int) {
        var counts: [String: Int] = [:]
        var left: [String: (count: Int, last: Finding)] = [:]
        findings.removeAll { finding in
            if !finding.isRest {
                counts[finding.code, default: 0] += 1
                guard counts[finding.code, default: 0] > maximum else { return false }
            }
            left[finding.code] = (finding.count + (left[finding.code]?.count ?? 0), finding)
            return true
        }
        for (_, rest) in left.sorted(by: { $0.key < $1.key }) { findings.append(.rest(rest.count, like: rest.last)) }
        if !left.isEmpty { sort() }
    }
}

extension Finding {
    /// What stands for further findings of a check.
    static func rest(_ count: Int, like finding: Finding) -> Finding {
        var rest = Finding(
            finding.code, finding.severity, file: finding.file,
            Text(
                en: "\(count) more of these are not shown (--max 0 shows all)",
                id: "\(count) temuan serupa lagi tidak ditampilkan (--max 0 menampilkan semua)"),
            reference: finding.reference)
        rest.isRest = true
        rest.count = count
        return rest
    }
}

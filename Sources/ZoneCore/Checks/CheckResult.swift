/// What `check` found, over all it looked at.
public struct CheckResult: Sendable {
    public var findings: [Finding] = []
    public var files = 0
    public var zones = 0
    public var records = 0

    public init() {}

    public func count(_ severity: Finding.Severity) -> Int {
        findings.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
    }

    public mutating func add(_ other: CheckResult) {
        findings += other.findings
        files += other.files
        zones += other.zones
        records += other.records
    }
}

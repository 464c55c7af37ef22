import RFC1035

/// How much `check` reports.
public enum CheckProfile: String, Sendable, CaseIterable {
    /// Only what makes a server refuse the zone.
    case load
    case standard
    /// Opinions too.
    case strict
}

/// What a run of the checks goes by.
public struct CheckPolicy: Sendable {
    public var profile: CheckProfile
    /// What times in records are compared with.
    public var now: Instant
    /// Severities that differ from those declared, by code; `nil` switches a check off. What makes a server refuse the
    /// zone stays what it is in the `load` profile, which rendering goes by.
    public var severities: [String: Finding.Severity?] = [:]
    /// Where there are any, no other checks are wanted.
    public var only: Set<String> = []
    /// Checks that are not wanted.
    public var skipped: Set<String> = []
    /// Findings of each check that a run keeps; those after them are counted.
    public var maximum = CheckRun.defaultMaximum

    public init(profile: CheckProfile = .standard, now: Instant = .systemNow()) {
        self.profile = profile
        self.now = now
    }

    /// The checks that run, in their order.
    var checks: [Check] { Check.all.filter(runs) }

    /// Whether anything is said about what breaks a rule.
    func runs(_ check: Check) -> Bool {
        guard wants(check.code) else { return false }
        return switch profile {
        case .load: check.stopsLoading
        case .standard: !check.isOpinion && severity(of: check) != nil
        case .strict: severity(of: check) != nil
        }
    }

    private func wants(_ code: String) -> Bool {
        !skipped.contains(code) && (only.isEmpty || only.contains(code))
    }

    /// The severity of a check's findings; `nil` where the check is off.
    func severity(of check: Check) -> Finding.Severity? {
        if profile == .load { return check.severity }
        return severities[check.code] ?? check.severity
    }

    /// Gives findings of whatever source the severities that were chosen, and leaves out what is not wanted.
    func adjust(_ findings: inout [Finding]) {
        guard !severities.isEmpty || !only.isEmpty || !skipped.isEmpty else { return }
        findings.removeAll { finding in
            guard wants(finding.code) else { return true }
            guard profile != .load, let chosen = severities[finding.code] else { return false }
            return chosen == nil
        }
        guard profile != .load else { return }
        for index in findings.indices {
            if let chosen = severities[findings[index].code] ?? nil { findings[index].severity = chosen }
        }
    }
}

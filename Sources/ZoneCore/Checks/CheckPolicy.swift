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

    public init(profile: CheckProfile = .standard, now: Instant = .systemNow()) {
        self.profile = profile
        self.now = now
    }

    /// The checks that run, in their order.
    var checks: [Check] { Check.all.filter(runs) }

    /// Whether anything is said about what breaks a rule.
    func runs(_ check: Check) -> Bool {
        switch profile {
        case .load: check.stopsLoading
        case .standard: !check.isOpinion && severity(of: check) != nil
        case .strict: severity(of: check) != nil
        }
    }

    /// The severity of a check's findings; `nil` where the check is off.
    func severity(of check: Check) -> Finding.Severity? {
        if profile == .load { return check.severity }
        return severities[check.code] ?? check.severity
    }
}

import RFC1035

/// The zones of a registry or of several files, kept until all have been read: what is found by looking at them
/// together.
///
/// Each zone is held once, as it was read for its own checks.
public final class ZoneSet {
    struct Member {
        let zone: Zone
        /// What findings about the zone as a whole name as their file.
        let file: String
        /// With the severities that this zone's settings choose.
        let policy: CheckPolicy
        /// Gives findings about this zone the places that people know.
        let placing: Placing?
    }

    public typealias Placing = ([Finding]) throws -> [Finding]

    private var members: [Member] = []

    public init() {}

    /// - Parameter placing: gives findings their final places, where those of the store are not what people know.
    public func add(_ zone: Zone, file: String, policy: CheckPolicy, placing: Placing? = nil) {
        members.append(Member(zone: zone, file: file, policy: policy, placing: placing))
    }

    /// What shows only between zones, in the order of the zones.
    public func findings(policy: CheckPolicy) throws -> [Finding] {
        let checks = Check.acrossZones.filter(policy.runs)
        guard members.count > 1, !checks.isEmpty, policy.profile != .load else { return [] }
        let run = CrossZoneRun(members, policy: policy, maximum: policy.maximum)
        for check in checks { run.execute(check) }
        var all: [Finding] = []
        for (member, findings) in zip(members, run.findings) where !findings.isEmpty {
            var placed = try member.placing?(findings) ?? findings
            member.policy.adjust(&placed)
            placed.sortByPlace(files: member.zone.store.files)
            all += placed
        }
        return all
    }
}

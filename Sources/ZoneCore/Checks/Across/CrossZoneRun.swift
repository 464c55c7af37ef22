import RFC1035

/// One run of the checks that look at several zones.
final class CrossZoneRun {
    let members: [ZoneSet.Member]
    let shapes: [ZoneShape]
    let policy: CheckPolicy
    /// For each member the first with the same name; itself, for most.
    let firsts: [Int]
    private(set) var findings: [[Finding]]
    private let maximum: Int
    /// By hash of the origin.
    private let origins: [UInt32: [Int]]
    /// For each length of a name whether a zone has it, so that most suffixes need not be looked up.
    private let originLengths: [Bool]
    private var current: Check?
    private var count = 0

    init(_ members: [ZoneSet.Member], policy: CheckPolicy, maximum: Int) {
        (self.members, self.policy, self.maximum) = (members, policy, maximum)
        shapes = members.map { ZoneShape($0.zone) }
        findings = Array(repeating: [], count: members.count)
        var lengths = Array(repeating: false, count: Name.maximumLength + 1)
        var origins: [UInt32: [Int]] = [:]
        var firsts: [Int] = []
        for (number, member) in members.enumerated() {
            let zone = member.zone
            let hash = WireName.hash(zone.originWire, zone.originLength)
            if let first = origins[hash]?.first(where: { members[$0].zone.origin == zone.origin }) {
                firsts.append(first)
                continue
            }
            firsts.append(number)
            origins[hash, default: []].append(number)
            lengths[zone.originLength] = true
        }
        (self.origins, self.firsts, originLengths) = (origins, firsts, lengths)
    }

    /// The zones that others are compared with: of several with one name, the first.
    var numbers: [Int] { members.indices.filter { firsts[$0] == $0 } }

    func execute(_ check: Check) {
        guard case .zones(let body) = check.scope else { return }
        (current, count) = (check, 0)
        body(self)
        guard count > maximum, let last = findings.lastIndex(where: { $0.contains { $0.code == check.code } })
        else { return }
        let like = Finding(
            check.code, severity(of: check, in: last), file: members[last].file, check.summary,
            reference: check.reference)
        findings[last].append(.rest(count - maximum, like: like))
    }

    /// As the settings of the zone that a finding is about choose it.
    private func severity(of check: Check, in number: Int) -> Finding.Severity {
        members[number].policy.severity(of: check) ?? policy.severity(of: check) ?? check.severity
    }

    /// A finding of the check that is running, about a record of a zone.
    func report(
        _ number: Int, row: Int, at part: Finding.Part = .owner, _ message: @autoclosure () -> Text
    ) {
        count += 1
        guard let check = current, count <= maximum else { return }
        let zone = members[number].zone
        let place = zone.store.location(of: row)
        let owner = zone.arena + Int(zone.records[row].owner)
        let name = WireName.name(owner)
        var finding = Finding(
            check.code, severity(of: check, in: number), file: place.file, line: place.line, column: 1,
            owner: name?.description, message(), reference: check.reference)
        finding.part = part
        findings[number].append(finding)
    }

    /// Where a record of a zone names what it points to.
    func targetPart(_ number: Int, _ row: Int) -> Finding.Part { members[number].zone.targetPart(of: row) }

    /// A finding of the check that is running, about a zone: placed at its SOA record, where it has one.
    func report(_ number: Int, _ message: @autoclosure () -> Text) {
        let zone = members[number].zone
        if let apex = zone.apex,
            let row = zone.firstRow(of: .soa, at: apex) ?? zone.rows(of: apex).first.map(Int.init)
        {
            return report(number, row: row, message())
        }
        count += 1
        guard let check = current, count <= maximum else { return }
        findings[number].append(
            Finding(
                check.code, severity(of: check, in: number), file: members[number].file,
                owner: zone.origin.description, message(), reference: check.reference))
    }
}

extension CrossZoneRun {
    /// The zone that answers for a name: of those that hold it, the one with the longest name.
    ///
    /// SAFETY: `wire` is a whole lower-case name, readable for seven octets beyond its end.
    func zone(holding wire: UnsafePointer<UInt8>, _ length: Int) -> Int? {
        var at = 0
        while true {
            let rest = length &- at
            if originLengths[rest], let numbers = origins[WireName.hash(wire + at, rest)] {
                for number in numbers where members[number].zone.originLength == rest {
                    if WireName.areEqual(wire + at, rest, members[number].zone.originWire) { return number }
                }
            }
            guard wire[at] != 0 else { return nil }
            at &+= Int(wire[at]) &+ 1
        }
    }

    /// The zone that is next above another.
    func zone(above number: Int) -> Int? {
        let zone = members[number].zone
        guard zone.originLength > 1 else { return nil }
        let skipped = Int(zone.originWire[0]) + 1
        return self.zone(holding: zone.originWire + skipped, zone.originLength - skipped)
    }

    /// Where a name leads in a zone that holds it.
    func lead(_ wire: UnsafePointer<UInt8>, _ length: Int, in number: Int) -> Lead {
        shapes[number].lead(wire, length, at: members[number].zone.index(of: wire, length))
    }

    /// A zone as messages call it: its name, and the file where that is not plain.
    func text(of number: Int) -> String {
        "\(members[number].zone.origin) (\(members[number].zone.store.files.first ?? members[number].file))"
    }
}

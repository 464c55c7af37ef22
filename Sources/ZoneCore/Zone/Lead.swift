import RFC1035

/// What a name that some record points to leads to.
enum Lead {
    /// Outside the zone, or handed to another server: not judged here.
    case elsewhere
    case address
    case alias
    /// Exists, but without an address.
    case noAddress
    case missing

    fileprivate init(_ types: TypeSet) {
        self = types.contains(.cname) ? .alias : types.isDisjoint(with: .addresses) ? .noAddress : .address
    }
}

extension ZoneShape {
    /// Where a name that the zone holds leads.
    ///
    /// - Parameter index: the name's number, if it has records.
    ///
    /// SAFETY: `target` is a whole lower-case name, readable for seven octets beyond its end.
    func lead(_ target: UnsafePointer<UInt8>, _ length: Int, at index: Int?) -> Lead {
        guard let index else { return leadOfMissing(target, length) }
        switch standing(of: index) {
        case .delegation, .belowDelegation, .outOfZone: return .elsewhere
        case .belowDNAME: return .alias
        case .authoritative: return Lead(zone.names[index].types)
        }
    }

    /// No such owner: a delegation, a DNAME or a wildcard above it may still answer.
    private func leadOfMissing(_ target: UnsafePointer<UInt8>, _ length: Int) -> Lead {
        guard zone.hasWildcards else {
            let lead = leadAbove(target, length)
            return lead == .missing && zone.isEmptyNonTerminal(target, length) ? .noAddress : lead
        }
        guard let name = WireName.name(target, length) else { return .missing }
        switch zone.existence(of: name) {
        case .belowDelegation, .outOfZone: return .elsewhere
        case .belowDNAME: return .alias
        case .emptyNonTerminal: return .noAddress
        case .coveredByWildcard(let owner, _, _):
            return zone.index(of: owner).map { Lead(zone.names[$0].types) } ?? .missing
        case .records, .none: return .missing
        }
    }

    /// The same where no wildcard can answer: the highest delegation or DNAME above decides.
    private func leadAbove(_ target: UnsafePointer<UInt8>, _ length: Int) -> Lead {
        if let apex = zone.apex, zone.names[apex].types.contains(.dname) { return .alias }
        var lead = Lead.missing
        var at = Int(target[0]) + 1
        while length - at > zone.originLength {
            if let ancestor = zone.index(of: target + at, length - at) {
                let types = zone.names[ancestor].types
                if types.contains(.ns) {
                    lead = .elsewhere
                } else if types.contains(.dname) {
                    lead = .alias
                }
            }
            at += Int(target[at]) + 1
        }
        return lead
    }
}

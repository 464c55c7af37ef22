import RFC1035

/// Where each name of a zone stands: authoritative, at or below a delegation, below a DNAME, outside.
///
/// Invariants of the unsafe storage: `standings` and `governors` hold one element for each name of the zone.
public final class ZoneShape {
    public enum Standing: UInt8, Sendable {
        case authoritative
        /// Has NS records below the apex: a zone cut (RFC 1034 §4.2).
        case delegation
        /// Below a zone cut: glue, or data that no server answers with.
        case belowDelegation
        /// Below a DNAME, whose redirection hides it (RFC 6672 §2.4).
        case belowDNAME
        case outOfZone
    }

    public let zone: Zone
    private let standings: UnsafeMutablePointer<Standing>
    /// The delegation or DNAME that a name stands below.
    private var governors: [Int: Int] = [:]

    public init(_ zone: Zone) {
        self.zone = zone
        standings = .allocate(capacity: zone.nameCount + 1)
        standings.initialize(repeating: .authoritative, count: zone.nameCount + 1)
        survey()
    }

    deinit { standings.deallocate() }

    @inline(__always) public func standing(of index: Int) -> Standing { standings[index] }

    /// The zone cut or DNAME above a name that stands below one.
    public func governor(of index: Int) -> Int? { governors[index] }

    private func survey() {
        let parts = zone.parts
        var found = Array(repeating: [Int: Int](), count: parts)
        found.withUnsafeMutableBufferPointer { found in
            let names = zone.nameCount
            Parallel.run(parts) { part in
                found[part] = survey(Parallel.range(part, of: parts, items: names))
            }
        }
        for part in found { governors.merge(part) { first, _ in first } }
    }

    /// Says where some of the names stand; returns what those below a cut or DNAME stand below.
    private func survey(_ range: Range<Int>) -> [Int: Int] {
        var governors: [Int: Int] = [:]
        let hasGovernors = zone.types.contains(.ns) || zone.types.contains(.dname)
        let redirectingApex = zone.apex.flatMap { zone.names[$0].types.contains(.dname) ? $0 : nil }
        let standings = self.standings
        for index in range {
            let wire = zone.wire(of: index)
            let length = WireName.length(wire)
            guard zone.holds(wire, length) else {
                standings[index] = .outOfZone
                continue
            }
            guard length > zone.originLength, hasGovernors else { continue }
            if zone.names[index].types.contains(.ns) { standings[index] = .delegation }
            if let above = governorAbove(wire, length) ?? redirectingApex {
                standings[index] =
                    zone.names[above].types.contains(.ns) && above != zone.apex ? .belowDelegation : .belowDNAME
                governors[index] = above
            }
        }
        return governors
    }

    /// The highest delegation or DNAME strictly above a name and below the apex.
    private func governorAbove(_ wire: UnsafePointer<UInt8>, _ length: Int) -> Int? {
        var found: Int?
        var at = Int(wire[0]) + 1
        while length - at > zone.originLength {
            if let ancestor = zone.index(of: wire + at, length - at) {
                let types = zone.names[ancestor].types
                if types.contains(.dname) || types.contains(.ns) { found = ancestor }
            }
            at += Int(wire[at]) + 1
        }
        return found
    }
}

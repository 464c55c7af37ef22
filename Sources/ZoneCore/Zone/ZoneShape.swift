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
    private let hosts = NameServerHosts()
    private let standings: UnsafeMutablePointer<Standing>
    /// For each name the number of the delegation or DNAME that it stands below, plus one; 0 for none.
    private let governors: LargeBlock<UInt32>

    public init(_ zone: Zone) {
        self.zone = zone
        standings = .allocate(capacity: zone.nameCount + 1)
        standings.initialize(repeating: .authoritative, count: zone.nameCount + 1)
        governors = LargeBlock(zone.nameCount + 1)
        survey()
    }

    deinit {
        standings.deallocate()
        governors.recycle()
    }

    @inline(__always) public func standing(of index: Int) -> Standing { standings[index] }

    /// The zone cut or DNAME above a name that stands below one.
    public func governor(of index: Int) -> Int? {
        governors.base[index] > 0 ? Int(governors.base[index]) - 1 : nil
    }

    /// Whether any NS record of the zone names this owner.
    func isNameServer(_ index: Int) -> Bool { hosts.contains(index, in: zone) }

    private func survey() {
        let parts = zone.parts
        let names = zone.nameCount
        let filter = zone.types.contains(.ns) || zone.types.contains(.dname) ? GovernorFilter(zone) : nil
        defer { filter?.free() }
        Parallel.run(parts) { survey(Parallel.range($0, of: parts, items: names), filter) }
    }

    /// Says where some of the names stand.
    private func survey(_ range: Range<Int>, _ filter: GovernorFilter?) {
        let redirectingApex = zone.apex.flatMap { zone.names[$0].types.contains(.dname) ? $0 : nil }
        let standings = self.standings
        for index in range {
            let wire = zone.wire(of: index)
            guard let below = zone.octetsBelowOrigin(wire) else {
                standings[index] = .outOfZone
                continue
            }
            guard below > 0, let filter else { continue }
            let length = below &+ zone.originLength
            if zone.names[index].types.contains(.ns) { standings[index] = .delegation }
            if let above = governorAbove(index, wire, length, filter) ?? redirectingApex {
                standings[index] =
                    zone.names[above].types.contains(.ns) && above != zone.apex ? .belowDelegation : .belowDNAME
                governors.base[index] = UInt32(truncatingIfNeeded: above + 1)
            }
        }
    }

    /// The highest delegation or DNAME strictly above a name and below the apex.
    private func governorAbove(
        _ index: Int, _ wire: UnsafePointer<UInt8>, _ length: Int, _ filter: GovernorFilter
    ) -> Int? {
        let governing = TypeSet.governing
        var found: Int?
        var at = Int(wire[0]) + 1
        while length - at > zone.originLength {
            if filter.mayHold(wire + at, length - at),
                let ancestor = zone.index(of: wire + at, length - at, near: index)
            {
                if !zone.names[ancestor].types.isDisjoint(with: governing) { found = ancestor }
            }
            at += Int(wire[at]) + 1
        }
        return found
    }
}

/// The owners that NS records name. Found out when somebody asks: most glue belongs to the delegation it stands below.
private final class NameServerHosts: @unchecked Sendable {
    private var known: [Bool]?
    /// Checks ask on several threads.
    private let lock = Lock()

    func contains(_ index: Int, in zone: Zone) -> Bool {
        lock.acquire()
        defer { lock.release() }
        if let known { return known[index] }
        var named = Array(repeating: false, count: zone.nameCount)
        for name in 0..<zone.nameCount where zone.names[name].types.contains(.ns) {
            for row in zone.rows(of: name) where zone.records[Int(row)].type == RecordType.ns.rawValue {
                guard let target = zone.rdata(of: Int(row)).baseAddress,
                    let host = zone.index(of: target, WireName.length(target))
                else { continue }
                named[host] = true
            }
        }
        known = named
        return named[index]
    }
}

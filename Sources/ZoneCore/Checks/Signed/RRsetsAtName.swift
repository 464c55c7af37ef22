import RFC1035

/// The RRsets of one name with what covers them. Filled anew for each name, so that no name costs an allocation.
struct RRsetsAtName {
    struct Entry {
        var type: UInt16
        var row: Int
        var ttl: UInt32
        /// Signatures that cover it.
        var signatures = 0
        /// The algorithms of those by keys of the zone, one bit for each of the zone's.
        var algorithms: UInt32 = 0
        /// The same of those that are good now.
        var goodAlgorithms: UInt32 = 0
        /// Whether one of them is by a key of the zone.
        var hasKnownKey = false
        /// Of those by keys of the zone; of all, where there is none.
        var time = SignatureTime.none
        /// The signature that `time` is of.
        var timed = 0
    }

    /// How far a signature's time has gone; of several signatures the best counts.
    enum SignatureTime: Int, Comparable {
        case none, expired, notYet, expiring, good

        static func < (left: SignatureTime, right: SignatureTime) -> Bool { left.rawValue < right.rawValue }
    }

    private(set) var entries: [Entry] = []
    /// Signatures for types that are not there.
    private(set) var loose: [(row: Int, type: UInt16)] = []
    /// The types of `loose`.
    private(set) var looseTypes: Set<UInt16> = []
    /// Where the entry of a type is, once there are more than a look through them all is good for.
    private var places: [UInt16: Int] = [:]
    private static let fewEntries = 16

    mutating func scan(_ zone: Zone, _ name: Int) {
        entries.removeAll(keepingCapacity: true)
        if !loose.isEmpty {
            loose.removeAll(keepingCapacity: true)
            looseTypes.removeAll(keepingCapacity: true)
        }
        if !places.isEmpty { places.removeAll() }
        let rows = zone.rows(of: name)
        for number in rows {
            let row = zone.records[Int(number)]
            if row.type == RecordType.rrsig.rawValue || index(of: row.type) != nil { continue }
            entries.append(Entry(type: row.type, row: Int(number), ttl: row.ttl))
            if entries.count == Self.fewEntries + 1 {
                for index in entries.indices { places[entries[index].type] = index }
            } else if entries.count > Self.fewEntries {
                places[row.type] = entries.count - 1
            }
        }
        guard zone.names[name].types.contains(.rrsig) else { return }
        for number in rows where zone.records[Int(number)].type == RecordType.rrsig.rawValue {
            let type = zone.rdata(of: Int(number)).uint16(at: 0)
            guard let index = index(of: type) else {
                loose.append((Int(number), type))
                looseTypes.insert(type)
                continue
            }
            entries[index].signatures += 1
        }
    }

    @inline(__always) func index(of type: UInt16) -> Int? {
        if entries.count > Self.fewEntries { return places[type] }
        for index in entries.indices where entries[index].type == type { return index }
        return nil
    }

    /// Counts a signature of an RRset.
    mutating func add(to index: Int, row: Int, time: SignatureTime, isKnown: Bool, algorithm: Int?) {
        update(index) { entry in
            if isKnown && !entry.hasKnownKey { (entry.hasKnownKey, entry.time) = (true, .none) }
            guard isKnown == entry.hasKnownKey else { return }
            if time > entry.time { (entry.time, entry.timed) = (time, row) }
            guard isKnown, let algorithm, algorithm < 32 else { return }
            entry.algorithms |= 1 << UInt32(algorithm)
            if time > .notYet { entry.goodAlgorithms |= 1 << UInt32(algorithm) }
        }
    }

    private mutating func update(_ index: Int, _ body: (inout Entry) -> Void) { body(&entries[index]) }

    /// Whether the zone answers with a type at a name: at a delegation only with what belongs to the parent's side.
    static func isAuthoritative(_ type: UInt16, at standing: ZoneShape.Standing) -> Bool {
        switch standing {
        case .authoritative: true
        case .delegation: type == RecordType.ds.rawValue || type == RecordType.nsec.rawValue
        case .belowDelegation, .belowDNAME, .outOfZone: false
        }
    }
}

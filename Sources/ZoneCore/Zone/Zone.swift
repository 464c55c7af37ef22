import RFC1035

/// The records of one zone by owner name: the model that checks, rules and rendering ask.
///
/// Built once from a store and then only read. Names are grouped through a hash table; canonical order is made
/// when somebody asks for it.
///
/// Invariants of the unsafe storage: `names[0..<nameCount]` are initialised, each with rows
/// `order[first..<first+count]` of the same owner; `order` is a permutation of the store's rows; `slots` is a
/// power of two, at least twice `nameCount`, so that a probe always ends at an empty slot.
public final class Zone: @unchecked Sendable {
    /// One owner name.
    public struct NameRow {
        /// Offset of its wire form in the store's arena.
        public var owner: UInt32
        /// Its records: a range of ``order``.
        public var first: UInt32
        public var count: UInt32
        public var types: TypeSet
    }

    public let origin: Name
    public let store: RecordStore
    public private(set) var names: UnsafeMutablePointer<NameRow>
    public private(set) var nameCount = 0
    /// Row numbers, those of one name together, in the order they were read.
    public private(set) var order: UnsafeMutablePointer<UInt32>
    /// Types at any name of the zone.
    public private(set) var types = TypeSet()
    /// Records whose TTL is not that of the RRset's first record, with their own TTL; the store holds the
    /// first record's for all (RFC 2181 §5.2).
    public private(set) var deviatingTTLs: [(row: Int, ttl: UInt32)] = []
    /// Whether any owner's leftmost label is `*`.
    public private(set) var hasWildcards = false
    /// The apex, if the zone has records there.
    public private(set) var apex: Int?

    private var slots: UnsafeMutablePointer<UInt64>
    private var slotMask = 0

    public init(origin: Name, store: RecordStore) {
        self.origin = origin
        self.store = store
        let count = store.count
        names = .allocate(capacity: count + 1)
        order = .allocate(capacity: count + 1)
        slots = .allocate(capacity: 1)
        slots.initialize(to: 0)
        group(count)
        apex = index(of: origin)
    }

    deinit {
        names.deallocate()
        order.deallocate()
        slots.deallocate()
    }

    // MARK: Building

    private func group(_ count: Int) {
        let arena = store.arena
        let rows = store.rows
        let nameOfRow = UnsafeMutablePointer<UInt32>.allocate(capacity: count + 1)
        defer { nameOfRow.deallocate() }
        let names = self.names
        // Owners that follow each other share their octets: no more names than changes of owner.
        var changes = 1
        for row in stride(from: 1, to: count, by: 1) where rows[row].owner != rows[row &- 1].owner { changes &+= 1 }
        var capacity = 64
        while capacity < changes * 2 { capacity *= 2 }
        let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
        slots.initialize(repeating: 0, count: capacity)
        let mask = capacity - 1
        var nameCount = 0
        var zoneTypes = TypeSet()
        var lastOwner = UInt32.max
        var current = 0
        for row in 0..<count {
            let owner = rows[row].owner
            if owner != lastOwner {
                lastOwner = owner
                let wire = arena + Int(owner)
                let length = WireName.length(wire)
                let hash = WireName.hash(wire, length)
                var at = Int(truncatingIfNeeded: hash) & mask
                while true {
                    let slot = slots[at]
                    if slot == 0 {
                        slots[at] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(nameCount &+ 1)
                        names[nameCount] = NameRow(owner: owner, first: 0, count: 0, types: TypeSet())
                        current = nameCount
                        nameCount &+= 1
                        if wire[0] == 1 && wire[1] == UInt8(ascii: "*") { hasWildcards = true }
                        break
                    }
                    if (slot ^ hash) & 0xFFFF_FFFF_0000_0000 == 0 {
                        let candidate = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) &- 1
                        let other = arena + Int(names[candidate].owner)
                        if WireName.areEqual(wire, length, other) {
                            current = candidate
                            break
                        }
                    }
                    at = (at &+ 1) & mask
                }
            }
            nameOfRow[row] = UInt32(truncatingIfNeeded: current)
            names[current].count &+= 1
            names[current].types.insert(rows[row].type)
        }
        var first: UInt32 = 0
        for index in 0..<nameCount {
            names[index].first = first
            first &+= names[index].count
            names[index].count = 0
            zoneTypes.formUnion(names[index].types)
        }
        for row in 0..<count {
            let name = Int(nameOfRow[row])
            order[Int(names[name].first &+ names[name].count)] = UInt32(truncatingIfNeeded: row)
            names[name].count &+= 1
        }
        self.slots.deallocate()
        self.slots = slots
        slotMask = mask
        self.nameCount = nameCount
        types = zoneTypes
        unifyTTLs()
    }

    /// One TTL an RRset: the first record's, as BIND has it.
    private func unifyTTLs() {
        let rows = store.rows
        var firstTTLs: [UInt16: UInt32] = [:]
        for index in 0..<nameCount where names[index].count > 1 {
            let first = Int(names[index].first)
            let range = first..<(first + Int(names[index].count))
            // The common case, a few records that agree, needs no dictionary.
            let ttl = rows[Int(order[first])].ttl
            if range.allSatisfy({ rows[Int(order[$0])].ttl == ttl }) { continue }
            firstTTLs.removeAll(keepingCapacity: true)
            for position in range {
                let row = Int(order[position])
                // A signature's TTL goes with what it covers, not with other signatures.
                if rows[row].type == RecordType.rrsig.rawValue { continue }
                guard let first = firstTTLs[rows[row].type] else {
                    firstTTLs[rows[row].type] = rows[row].ttl
                    continue
                }
                guard first != rows[row].ttl else { continue }
                deviatingTTLs.append((row, rows[row].ttl))
                rows[row].ttl = first
            }
        }
    }

    // MARK: Looking up

    /// The number of an owner name; `nil` if no record has it.
    ///
    /// - Parameter wire: a whole lower-case name in wire form, readable for seven octets beyond its end.
    @inline(__always) func index(of wire: UnsafePointer<UInt8>, _ length: Int) -> Int? {
        let hash = WireName.hash(wire, length)
        var at = Int(truncatingIfNeeded: hash) & slotMask
        while true {
            let slot = slots[at]
            if slot == 0 { return nil }
            if (slot ^ hash) & 0xFFFF_FFFF_0000_0000 == 0 {
                let candidate = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) &- 1
                if WireName.areEqual(wire, length, store.arena + Int(names[candidate].owner)) { return candidate }
            }
            at = (at &+ 1) & slotMask
        }
    }

    /// The number of an owner name; `nil` if no record has it.
    public func index(of name: Name) -> Int? {
        (name.wire + [0, 0, 0, 0, 0, 0, 0, 0]).withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { index(of: $0, name.wire.count) }
        }
    }

    /// The wire form of an owner name.
    @inline(__always) func wire(of index: Int) -> UnsafePointer<UInt8> {
        UnsafePointer(store.arena + Int(names[index].owner))
    }

    public func name(at index: Int) -> Name {
        let wire = wire(of: index)
        return Name(wire: UnsafeBufferPointer(start: wire, count: WireName.length(wire))) ?? .root
    }

    /// The rows of an owner name.
    public func rows(of index: Int) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(start: order + Int(names[index].first), count: Int(names[index].count))
    }

    /// The first record of a type at a name.
    public func firstRow(of type: RecordType, at index: Int) -> Int? {
        guard names[index].types.mayContain(type.rawValue) else { return nil }
        return rows(of: index).first { store.rows[Int($0)].type == type.rawValue }.map(Int.init)
    }

    /// The RDATA of a row.
    public func rdata(of row: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            start: store.arena + Int(store.rows[row].rdata), count: Int(store.rows[row].rdataLength))
    }

    /// The SOA's serial, if the zone has one at its apex.
    public var serial: Serial? {
        guard let apex, let row = firstRow(of: .soa, at: apex) else { return nil }
        let octets = rdata(of: row)
        guard octets.count >= 20 else { return nil }
        return Serial(octets[(octets.count - 20)..<(octets.count - 16)].reduce(0 as UInt32) { $0 << 8 | UInt32($1) })
    }
}

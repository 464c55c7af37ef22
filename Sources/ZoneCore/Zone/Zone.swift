import RFC1035

/// The records of one zone by owner name: the model that checks, rules and rendering ask.
///
/// Built once from a store and then only read, by as many threads as like; what is made when somebody asks for it has a
/// lock. Names are grouped through a hash table.
///
/// Invariants of the unsafe storage: `names[0...nameCount]` are initialised; the rows of a name are those in `order`
/// from its `first` to the next one's, the last element being there only for that; `order` is a permutation of the
/// store's rows; `table` holds each name's number.
public final class Zone {
    /// One owner name.
    public struct NameRow: BitwiseCopyable {
        /// Offset of its wire form in the store's arena.
        public var owner: UInt32
        /// Its first record: a place in ``order``. Where the next name's are, its own end.
        public var first: UInt32
        public var types: TypeSet
    }

    public let origin: Name
    /// Keeps the octets alive. Nothing is read into it any more, so that what it holds stays where it is.
    public let store: RecordStore
    public let arena: UnsafeMutablePointer<UInt8>
    public let records: UnsafeMutablePointer<RecordStore.Row>
    public let names: UnsafeMutablePointer<NameRow>
    public let nameCount: Int
    /// Row numbers, those of one name together, in the order they were read.
    public let order: UnsafeMutablePointer<UInt32>
    /// Types at any name of the zone.
    public let types: TypeSet
    /// Records whose TTL was not the one that servers use for their RRset, with that TTL; the store holds one for all
    /// (RFC 2181 §5.2).
    public let deviatingTTLs: [(row: Int, ttl: UInt32)]
    /// Whether any owner's leftmost label is `*`.
    public let hasWildcards: Bool
    /// NS and DNAME records, at most so many.
    let governingRecords: Int
    /// The apex, if the zone has records there.
    public let apex: Int?

    /// The origin's wire form, readable for sixteen octets behind it.
    let originWire: UnsafeMutablePointer<UInt8>
    let originLength: Int
    let descendants = Descendants()
    private let table: NameTable
    private let groups: Groups
    private let seed = WireName.seed

    private let wantedParts: Int?

    /// - Parameter parts: in how many parts to do what can be done on several processors; by default, what they and
    ///   the size of the zone suggest. It changes nothing but time.
    public init(origin: Name, store: RecordStore, parts: Int? = nil) {
        wantedParts = parts
        self.origin = origin
        self.store = store
        arena = store.arena
        records = store.rows
        let parts = parts ?? Parallel.parts(of: store.count, smallest: Self.smallestPart)
        let groups = Groups(store, parts: parts)
        self.groups = groups
        names = groups.names.base
        nameCount = groups.nameCount
        order = groups.order.base
        table = groups.table
        types = groups.types
        hasWildcards = groups.hasWildcards
        governingRecords = groups.governingRecords
        deviatingTTLs = groups.unifyTTLs(store, parts)
        originLength = origin.wire.count
        originWire = .allocate(capacity: originLength + 16)
        originWire.initialize(repeating: 0, count: originLength + 16)
        originWire.update(from: origin.wire, count: originLength)
        let hash = WireName.hash(originWire, originLength, seed: seed)
        apex = table.number(hash) { [arena, names, originWire, originLength] number in
            WireName.areEqual(originWire, originLength, arena + Int(names[number].owner))
        }
    }

    deinit {
        originWire.deallocate()
        groups.free()
    }

    /// Fewer names or records than this are not worth a thread.
    private static let smallestPart = 20_000

    /// In how many parts to look at all names.
    var parts: Int { wantedParts ?? Parallel.parts(of: nameCount, smallest: Self.smallestPart) }

    // MARK: Looking up

    /// The number of an owner name; `nil` if no record has it.
    ///
    /// - Parameter wire: a whole lower-case name in wire form, readable for seven octets beyond its end.
    @inline(__always) func index(of wire: UnsafePointer<UInt8>, _ length: Int) -> Int? {
        table.number(WireName.hash(wire, length, seed: seed)) { [arena, names] number in
            WireName.areEqual(wire, length, arena + Int(names[number].owner))
        }
    }

    /// The same for a name that probably stands next to the one numbered `neighbor`, as a delegation and the address
    /// of its server do: those two need no look into the table.
    @inline(__always) func index(of wire: UnsafePointer<UInt8>, _ length: Int, near neighbor: Int) -> Int? {
        if neighbor > 0, has(neighbor &- 1, wire, length) { return neighbor &- 1 }
        if neighbor &+ 1 < nameCount, has(neighbor &+ 1, wire, length) { return neighbor &+ 1 }
        return index(of: wire, length)
    }

    /// The same for the host that a service such as `_443._tcp.www` is at: it mostly stands a few names before it.
    @inline(__always) func index(of wire: UnsafePointer<UInt8>, _ length: Int, before service: Int) -> Int? {
        for number in stride(from: service &- 1, through: max(0, service &- 12), by: -1)
        where has(number, wire, length) { return number }
        return index(of: wire, length)
    }

    /// Whether a name is the one of that number.
    @inline(__always) private func has(_ index: Int, _ wire: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        WireName.areEqual(wire, length, arena + Int(names[index].owner))
    }

    /// The number of an owner name; `nil` if no record has it.
    public func index(of name: Name) -> Int? {
        (name.wire + [0, 0, 0, 0, 0, 0, 0, 0]).withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { index(of: $0, name.wire.count) }
        }
    }

    /// Whether a name in wire form is the origin or stands below it.
    @inline(__always) func holds(_ wire: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        WireName.isAtOrBelow(wire, length, originWire, originLength)
    }

    /// Octets in front of the origin in a name that is it or stands below it; `nil` for others.
    ///
    /// SAFETY: `wire` is a whole lower-case name, readable for seven octets beyond its end.
    @inline(__always) func octetsBelowOrigin(_ wire: UnsafePointer<UInt8>) -> Int? {
        var at = 0
        while !WireName.areEqual(wire + at, originLength, originWire) {
            if wire[at] == 0 { return nil }
            at &+= Int(wire[at]) &+ 1
        }
        return at
    }

    /// The wire form of an owner name.
    @inline(__always) func wire(of index: Int) -> UnsafePointer<UInt8> {
        UnsafePointer(arena + Int(names[index].owner))
    }

    public func name(at index: Int) -> Name {
        let wire = wire(of: index)
        return Name(wire: UnsafeBufferPointer(start: wire, count: WireName.length(wire))) ?? .root
    }

    /// Appends an owner name as text, absolute.
    public func appendName(of index: Int, to writer: inout ByteWriter) {
        RecordWriter.appendName(wire(of: index), to: &writer)
    }

    /// The rows of an owner name.
    public func rows(of index: Int) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(start: order + Int(names[index].first), count: recordCount(of: index))
    }

    /// How many records a name has.
    @inline(__always) func recordCount(of index: Int) -> Int {
        Int(names[index &+ 1].first &- names[index].first)
    }

    /// The first record of a type at a name.
    public func firstRow(of type: RecordType, at index: Int) -> Int? {
        guard names[index].types.mayContain(type.rawValue) else { return nil }
        return rows(of: index).first { records[Int($0)].type == type.rawValue }.map(Int.init)
    }

    /// The RDATA of a row.
    public func rdata(of row: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            start: arena + Int(records[row].rdata), count: Int(records[row].rdataLength))
    }

    /// Seconds that resolvers remember that a name does not exist: the lesser of the SOA's TTL and its MINIMUM field
    /// (RFC 2308 §5). `nil` without an SOA at the apex.
    public var negativeTTL: UInt32? {
        guard let apex, let row = firstRow(of: .soa, at: apex) else { return nil }
        let octets = rdata(of: row)
        guard octets.count >= 20 else { return nil }
        return min(records[row].ttl, octets[(octets.count - 4)...].reduce(0 as UInt32) { $0 << 8 | UInt32($1) })
    }

    /// The SOA's serial, if the zone has one at its apex.
    public var serial: Serial? {
        guard let apex, let row = firstRow(of: .soa, at: apex) else { return nil }
        let octets = rdata(of: row)
        guard octets.count >= 20 else { return nil }
        return Serial(octets[(octets.count - 20)..<(octets.count - 16)].reduce(0 as UInt32) { $0 << 8 | UInt32($1) })
    }
}

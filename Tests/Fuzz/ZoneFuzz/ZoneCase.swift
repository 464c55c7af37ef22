/// One zone to be judged.
public struct ZoneCase: Sendable {
    /// What it is about: "MX/preference/tooLarge", "structure/nested parentheses", "valid".
    public var tag: String
    public var expectation: Standing
    /// The master file: what comes first, then pieces that stand by themselves, a record each.
    public var head: [UInt8]
    public var pieces: [Piece]
    /// Files that it includes.
    public var files: [String: [UInt8]] = [:]
    /// Types whose mnemonics it uses; a program that does not know one of them is no judge of it.
    public var types: Set<Int> = []
    /// Programs that have no notion of what it is about.
    public var strangers: Set<Judge> = []
    /// Whether the records of all pieces are known.
    public var isExact = false

    public struct Piece: Sendable {
        public var text: [UInt8]
        public var record: ExpectedRecord?
    }

    public var text: [UInt8] { head + pieces.flatMap(\.text) }

    /// The records that the pieces stand for.
    public var expected: [ExpectedRecord]? { isExact ? pieces.compactMap(\.record) : nil }

    public static let origin = "example."

    /// Enough for each program to load the zone.
    static let standardHead = """
        $ORIGIN example.
        $TTL 300
        @ IN SOA ns.example. host.example. 1 3600 600 86400 300
        @ IN NS ns.example.
        ns IN A 192.0.2.53

        """

    /// What the records of `standardHead` are.
    static let headRecords: [ExpectedRecord] = {
        let origin = NameText.wire(NameText.origin)
        let server = NameText.wire([Array("ns".utf8)] + NameText.origin)
        let mailbox = NameText.wire([Array("host".utf8)] + NameText.origin)
        let numbers = [1, 3600, 600, 86400, 300].flatMap { big($0, 4) }
        return [
            ExpectedRecord(owner: origin, ttl: 300, type: 6, rdata: server + mailbox + Wire(numbers)),
            ExpectedRecord(owner: origin, ttl: 300, type: 2, rdata: server),
            ExpectedRecord(owner: server, ttl: 300, type: 1, rdata: Wire([192, 0, 2, 53])),
        ]
    }()
}

/// A record that the zone's text stands for.
public struct ExpectedRecord: Sendable {
    var owner: Wire
    var ttl: Int
    var type: Int
    var rdata: Wire

    var record: ZoneRecord {
        ZoneRecord(
            owner: owner.canonical, type: UInt16(truncatingIfNeeded: type), ttl: UInt32(truncatingIfNeeded: ttl),
            rdata: rdata.canonical)
    }

    func matches(_ record: ZoneRecord) -> Bool {
        guard record.type == type, record.ttl == ttl, record.owner == owner.canonical,
            record.rdata.count == rdata.octets.count
        else { return false }
        return zip(record.rdata, rdata.isName).map { $1 ? $0.lowercasedASCII : $0 } == rdata.canonical
    }
}

/// A record as some program read it.
public struct ZoneRecord: Hashable, Sendable, Comparable, CustomStringConvertible {
    var owner: [UInt8]
    var type: UInt16
    var ttl: UInt32
    var rdata: [UInt8]

    /// With all letters in lower case: programs keep or fold the case of names as they like.
    var folded: ZoneRecord {
        ZoneRecord(owner: owner.map(\.lowercasedASCII), type: type, ttl: ttl, rdata: rdata.map(\.lowercasedASCII))
    }

    public static func < (left: ZoneRecord, right: ZoneRecord) -> Bool {
        if left.owner != right.owner { return left.owner.lexicographicallyPrecedes(right.owner) }
        if left.type != right.type { return left.type < right.type }
        if left.rdata != right.rdata { return left.rdata.lexicographicallyPrecedes(right.rdata) }
        return left.ttl < right.ttl
    }

    public var description: String {
        "\(Encoding.hexadecimal(owner)) \(ttl) TYPE\(type) \(Encoding.hexadecimal(rdata))"
    }
}

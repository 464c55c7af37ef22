import RFC1035

/// The record types at a name, as a set that is exact for the types that shape a zone and one bit for the rest.
public struct TypeSet: Sendable, Equatable, BitwiseCopyable {
    private var bits: UInt32 = 0

    public init() {}

    private init(bits: UInt32) { self.bits = bits }

    static var all: TypeSet { TypeSet(bits: .max) }

    // Computed, so that asking after them is comparing with a number.
    static var addresses: TypeSet { TypeSet(bits: bit(RecordType.a.rawValue) | bit(RecordType.aaaa.rawValue)) }

    /// What makes a delegation, or hides what is below.
    static var governing: TypeSet { TypeSet(bits: bit(RecordType.ns.rawValue) | bit(RecordType.dname.rawValue)) }

    private static let others: UInt32 = 1 << 31

    @inline(__always) private static func bit(_ type: UInt16) -> UInt32 {
        switch type {
        case 1: 1 << 0  // A
        case 2: 1 << 1  // NS
        case 5: 1 << 2  // CNAME
        case 6: 1 << 3  // SOA
        case 12: 1 << 4  // PTR
        case 15: 1 << 5  // MX
        case 16: 1 << 6  // TXT
        case 28: 1 << 7  // AAAA
        case 33: 1 << 8  // SRV
        case 39: 1 << 9  // DNAME
        case 43: 1 << 10  // DS
        case 46: 1 << 11  // RRSIG
        case 47: 1 << 12  // NSEC
        case 25: 1 << 13  // KEY
        case 24: 1 << 15  // SIG
        case 50: 1 << 14  // NSEC3
        case 48: 1 << 16  // DNSKEY
        case 51: 1 << 17  // NSEC3PARAM
        case 59: 1 << 18  // CDS
        case 60: 1 << 19  // CDNSKEY
        case 63: 1 << 20  // ZONEMD
        case 35: 1 << 21  // NAPTR
        case 44: 1 << 22  // SSHFP
        case 52: 1 << 23  // TLSA
        case 64: 1 << 24  // SVCB
        case 65: 1 << 25  // HTTPS
        case 257: 1 << 26  // CAA
        default: others
        }
    }

    @inline(__always) mutating func insert(_ type: UInt16) { bits |= Self.bit(type) }

    @inline(__always) mutating func formUnion(_ other: TypeSet) { bits |= other.bits }

    /// Exact for A, NS, CNAME, SOA, PTR, MX, TXT, AAAA, SRV, DNAME, DS, RRSIG, NSEC, KEY, NSEC3, SIG, DNSKEY,
    /// NSEC3PARAM, CDS, CDNSKEY, ZONEMD, NAPTR, SSHFP, TLSA, SVCB, HTTPS and CAA.
    @inline(__always) public func contains(_ type: RecordType) -> Bool { bits & Self.bit(type.rawValue) != 0 }

    /// False only if the type is not there.
    @inline(__always) public func mayContain(_ type: UInt16) -> Bool { bits & Self.bit(type) != 0 }

    /// Whether there is nothing but types of `other`.
    @inline(__always) func isSubset(of other: TypeSet) -> Bool { bits & ~other.bits == 0 }

    @inline(__always) func isDisjoint(with other: TypeSet) -> Bool { bits & other.bits == 0 }

    init(_ types: [RecordType]) {
        for type in types { insert(type.rawValue) }
    }
}

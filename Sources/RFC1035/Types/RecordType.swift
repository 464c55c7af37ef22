/// A record type by number (RFC 1035 §3.2.2; IANA "Resource Record (RR) TYPEs").
public struct RecordType: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let a = RecordType(rawValue: 1)
    public static let ns = RecordType(rawValue: 2)
    public static let cname = RecordType(rawValue: 5)
    public static let soa = RecordType(rawValue: 6)
    public static let mx = RecordType(rawValue: 15)
    public static let txt = RecordType(rawValue: 16)
    public static let sig = RecordType(rawValue: 24)
    public static let key = RecordType(rawValue: 25)
    public static let aaaa = RecordType(rawValue: 28)
    public static let srv = RecordType(rawValue: 33)
    public static let dname = RecordType(rawValue: 39)
    static let opt = RecordType(rawValue: 41)
    public static let ds = RecordType(rawValue: 43)
    static let ipseckey = RecordType(rawValue: 45)
    public static let rrsig = RecordType(rawValue: 46)
    public static let nsec = RecordType(rawValue: 47)
    public static let nsec3 = RecordType(rawValue: 50)
    static let cds = RecordType(rawValue: 59)
    static let cdnskey = RecordType(rawValue: 60)
    static let svcb = RecordType(rawValue: 64)
    static let https = RecordType(rawValue: 65)
}

extension RecordType: CustomStringConvertible {
    /// The mnemonic, or `TYPEn` where the table has none (RFC 3597 §5).
    public var description: String { row?.mnemonic ?? "TYPE\(rawValue)" }

    /// The type's row of the table; `nil` for a type known by number only, and for one that no record has.
    public var row: RecordTypeRow? { TypeIndex.shared.row(of: rawValue).map { RecordTypeRow.all[$0] } }

    /// A type by mnemonic in any letter case, or by `TYPEn`.
    public init?(mnemonic: some StringProtocol) {
        let octets = Array(mnemonic.utf8)
        guard let found = octets.withUnsafeBufferPointer({ TypeIndex.shared.lookUp($0) }), case .type(let number) = found
        else { return nil }
        rawValue = number
    }
}

/// A record class by number (RFC 1035 §3.2.4).
public struct RecordClass: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let internet = RecordClass(rawValue: 1)
    public static let chaos = RecordClass(rawValue: 3)
    public static let hesiod = RecordClass(rawValue: 4)

    /// `IN`, `CH`, `HS` or `CLASSn` (RFC 3597 §5).
    public var description: String {
        switch self {
        case .internet: "IN"
        case .chaos: "CH"
        case .hesiod: "HS"
        default: "CLASS\(rawValue)"
        }
    }
}

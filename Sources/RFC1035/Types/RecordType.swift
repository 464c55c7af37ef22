/// A record type by number (RFC 1035 §3.2.2; IANA "Resource Record (RR) TYPEs").
@frozen public struct RecordType: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt16
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    // Computed, so that a comparison with one is a comparison with a number.
    @inlinable public static var a: RecordType { RecordType(rawValue: 1) }
    @inlinable public static var ns: RecordType { RecordType(rawValue: 2) }
    @inlinable public static var cname: RecordType { RecordType(rawValue: 5) }
    @inlinable public static var soa: RecordType { RecordType(rawValue: 6) }
    @inlinable public static var mb: RecordType { RecordType(rawValue: 7) }
    @inlinable public static var mg: RecordType { RecordType(rawValue: 8) }
    @inlinable public static var wks: RecordType { RecordType(rawValue: 11) }
    @inlinable public static var ptr: RecordType { RecordType(rawValue: 12) }
    @inlinable public static var minfo: RecordType { RecordType(rawValue: 14) }
    @inlinable public static var mx: RecordType { RecordType(rawValue: 15) }
    @inlinable public static var txt: RecordType { RecordType(rawValue: 16) }
    @inlinable public static var rp: RecordType { RecordType(rawValue: 17) }
    @inlinable public static var afsdb: RecordType { RecordType(rawValue: 18) }
    @inlinable public static var rt: RecordType { RecordType(rawValue: 21) }
    @inlinable public static var sig: RecordType { RecordType(rawValue: 24) }
    @inlinable public static var key: RecordType { RecordType(rawValue: 25) }
    @inlinable public static var px: RecordType { RecordType(rawValue: 26) }
    @inlinable public static var aaaa: RecordType { RecordType(rawValue: 28) }
    @inlinable public static var nxt: RecordType { RecordType(rawValue: 30) }
    @inlinable public static var srv: RecordType { RecordType(rawValue: 33) }
    @inlinable public static var naptr: RecordType { RecordType(rawValue: 35) }
    @inlinable public static var kx: RecordType { RecordType(rawValue: 36) }
    @inlinable public static var a6: RecordType { RecordType(rawValue: 38) }
    @inlinable public static var dname: RecordType { RecordType(rawValue: 39) }
    @inlinable public static var opt: RecordType { RecordType(rawValue: 41) }
    @inlinable public static var ds: RecordType { RecordType(rawValue: 43) }
    @inlinable public static var sshfp: RecordType { RecordType(rawValue: 44) }
    @inlinable public static var ipseckey: RecordType { RecordType(rawValue: 45) }
    @inlinable public static var rrsig: RecordType { RecordType(rawValue: 46) }
    @inlinable public static var nsec: RecordType { RecordType(rawValue: 47) }
    @inlinable public static var dnskey: RecordType { RecordType(rawValue: 48) }
    @inlinable public static var nsec3: RecordType { RecordType(rawValue: 50) }
    @inlinable public static var nsec3param: RecordType { RecordType(rawValue: 51) }
    @inlinable public static var tlsa: RecordType { RecordType(rawValue: 52) }
    @inlinable public static var smimea: RecordType { RecordType(rawValue: 53) }
    @inlinable public static var cds: RecordType { RecordType(rawValue: 59) }
    @inlinable public static var cdnskey: RecordType { RecordType(rawValue: 60) }
    @inlinable public static var openpgpkey: RecordType { RecordType(rawValue: 61) }
    @inlinable public static var csync: RecordType { RecordType(rawValue: 62) }
    @inlinable public static var zonemd: RecordType { RecordType(rawValue: 63) }
    @inlinable public static var svcb: RecordType { RecordType(rawValue: 64) }
    @inlinable public static var https: RecordType { RecordType(rawValue: 65) }
    @inlinable public static var spf: RecordType { RecordType(rawValue: 99) }
    @inlinable public static var lp: RecordType { RecordType(rawValue: 107) }
    @inlinable public static var uri: RecordType { RecordType(rawValue: 256) }
    @inlinable public static var caa: RecordType { RecordType(rawValue: 257) }
}

extension RecordType: CustomStringConvertible {
    /// The mnemonic, or `TYPEn` where the table has none (RFC 3597 §5).
    public var description: String { row?.mnemonic ?? "TYPE\(rawValue)" }

    /// The type's row of the table; `nil` for a type known by number only, and for one that no record has.
    public var row: RecordTypeRow? { TypeIndex.shared.row(of: rawValue).map { RecordTypeRow.all[$0] } }

    /// A type by mnemonic in any letter case, or by `TYPEn`.
    public init?(mnemonic: some StringProtocol) {
        let octets = Array(mnemonic.utf8)
        guard let found = octets.withUnsafeBufferPointer({ TypeIndex.shared.lookUp($0) }),
            case .type(let number) = found
        else { return nil }
        rawValue = number
    }
}

/// A record class by number (RFC 1035 §3.2.4).
public struct RecordClass: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static var internet: RecordClass { RecordClass(rawValue: 1) }
    public static var chaos: RecordClass { RecordClass(rawValue: 3) }
    public static var hesiod: RecordClass { RecordClass(rawValue: 4) }

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

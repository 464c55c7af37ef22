/// One record type: everything the parser, the printer, the wire form and the documentation know of it.
///
/// To add a type, add a row to ``all``; a field of a new kind also needs a case of ``FieldKind``.
public struct RecordTypeRow: Sendable {
    public let number: UInt16
    public let mnemonic: String
    /// Where the type is defined.
    public let reference: String
    /// The fields of the RDATA in order, by the names the RFC gives them.
    public let fields: [Field]
    public let traits: Traits

    /// A field of the RDATA.
    public struct Field: Sendable {
        let kind: FieldKind
        public let name: String

        init(_ kind: FieldKind, _ name: String) {
            self.kind = kind
            self.name = name
        }
    }

    /// What sets a type apart.
    public struct Traits: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Names in the RDATA keep their letter case in canonical form (RFC 4034 §6.2, RFC 6840 §5.1).
        public static let keepsCase = Traits(rawValue: 1)
    }

    init(
        _ number: UInt16, _ mnemonic: String, _ reference: String, _ fields: [Field], _ traits: Traits = []
    ) {
        self.number = number
        self.mnemonic = mnemonic
        self.reference = reference
        self.fields = fields
        self.traits = traits
    }

    /// Every record type with a presentation format of its own. A type that is not here is written in the
    /// generic form of RFC 3597.
    public static let all: [RecordTypeRow] = [
        .init(1, "A", "RFC 1035 §3.4.1", [.init(.ipv4, "address")]),
        .init(2, "NS", "RFC 1035 §3.3.11", [.init(.name, "nsdname")]),
        .init(5, "CNAME", "RFC 1035 §3.3.1", [.init(.name, "cname")]),
        .init(
            6, "SOA", "RFC 1035 §3.3.13",
            [
                .init(.name, "mname"), .init(.name, "rname"), .init(.uint32, "serial"), .init(.duration, "refresh"),
                .init(.duration, "retry"), .init(.duration, "expire"), .init(.duration, "minimum"),
            ]),
        .init(
            11, "WKS", "RFC 1035 §3.4.2",
            [.init(.ipv4, "address"), .init(.ipProtocol, "protocol"), .init(.services, "bit map")]),
        .init(12, "PTR", "RFC 1035 §3.3.12", [.init(.name, "ptrdname")]),
        .init(
            13, "HINFO", "RFC 1035 §3.3.2", [.init(.characterString, "cpu"), .init(.characterString, "os")]),
        .init(15, "MX", "RFC 1035 §3.3.9", [.init(.uint16, "preference"), .init(.name, "exchange")]),
        .init(16, "TXT", "RFC 1035 §3.3.14", [.init(.characterStrings, "txt-data")]),
        .init(17, "RP", "RFC 1183 §2.2", [.init(.name, "mbox-dname"), .init(.name, "txt-dname")]),
        .init(18, "AFSDB", "RFC 1183 §1", [.init(.uint16, "subtype"), .init(.name, "hostname")]),
        .init(22, "NSAP", "RFC 1706 §5", [.init(.nsap, "NSAP")]),
        .init(
            27, "GPOS", "RFC 1712 §3",
            [
                .init(.geographicNumber, "latitude"), .init(.geographicNumber, "longitude"),
                .init(.geographicNumber, "altitude"),
            ]),
        .init(28, "AAAA", "RFC 3596 §2.2", [.init(.ipv6, "address")]),
        .init(29, "LOC", "RFC 1876 §3", [.init(.location, "location")]),
        .init(
            33, "SRV", "RFC 2782",
            [.init(.uint16, "priority"), .init(.uint16, "weight"), .init(.uint16, "port"), .init(.name, "target")]),
        .init(34, "ATMA", "ATM Forum AF-SAA-0069", [.init(.atmAddress, "address")]),
        .init(
            35, "NAPTR", "RFC 3403 §4.1",
            [
                .init(.uint16, "order"), .init(.uint16, "preference"), .init(.characterString, "flags"),
                .init(.characterString, "services"), .init(.rewrite, "regexp"), .init(.name, "replacement"),
            ]),
        .init(36, "KX", "RFC 2230 §3.1", [.init(.uint16, "preference"), .init(.name, "exchanger")]),
        .init(38, "A6", "RFC 2874 §3.1", [.init(.prefixedAddress, "address")]),
        .init(39, "DNAME", "RFC 6672 §2.1", [.init(.name, "target")]),
        .init(42, "APL", "RFC 3123 §4", [.init(.addressPrefixes, "prefixes")]),
        .init(
            43, "DS", "RFC 4034 §5.1",
            [
                .init(.uint16, "key tag"), .init(.algorithm, "algorithm"), .init(.digestType, "digest type"),
                .init(.digest, "digest"),
            ]),
        .init(
            44, "SSHFP", "RFC 4255 §3.1",
            [.init(.uint8, "algorithm"), .init(.uint8, "fingerprint type"), .init(.hexadecimal, "fingerprint")]),
        .init(
            45, "IPSECKEY", "RFC 4025 §2",
            [
                .init(.uint8, "precedence"), .init(.uint8, "gateway type"), .init(.uint8, "algorithm"),
                .init(.gateway, "gateway"), .init(.base64OrNothing, "public key"),
            ], .keepsCase),
        .init(
            52, "TLSA", "RFC 6698 §2.1",
            [
                .init(.uint8, "certificate usage"), .init(.uint8, "selector"), .init(.uint8, "matching type"),
                .init(.hexadecimal, "certificate association data"),
            ]),
        .init(55, "HIP", "RFC 8005 §5", [.init(.hostIdentity, "host identity")], .keepsCase),
        .init(
            64, "SVCB", "RFC 9460 §2.1",
            [.init(.uint16, "priority"), .init(.name, "target"), .init(.serviceParameters, "parameters")], .keepsCase),
        .init(
            65, "HTTPS", "RFC 9460 §9",
            [.init(.uint16, "priority"), .init(.name, "target"), .init(.serviceParameters, "parameters")], .keepsCase),
        .init(
            66, "DSYNC", "RFC 9859 §2.1",
            [
                .init(.typeOrNumber, "record type"), .init(.notifyScheme, "scheme"), .init(.uint16, "port"),
                .init(.name, "target"),
            ], .keepsCase),
        .init(67, "HHIT", "RFC 9886 §5.1", [.init(.base64, "data")]),
        .init(68, "BRID", "RFC 9886 §5.2", [.init(.base64, "data")]),
        .init(99, "SPF", "RFC 7208 §3.1", [.init(.characterStrings, "txt-data")]),
        .init(
            257, "CAA", "RFC 8659 §4.1",
            [.init(.uint8, "flags"), .init(.tag, "tag"), .init(.text, "value")]),
        .init(
            259, "DOA", "draft-durand-doa-over-dns-03 §3",
            [
                .init(.uint32, "enterprise"), .init(.uint32, "type"), .init(.uint8, "location"),
                .init(.characterString, "media type"), .init(.base64OrHyphen, "data"),
            ]),
        .init(260, "AMTRELAY", "RFC 8777 §4", [.init(.uint8, "precedence"), .init(.relay, "relay")], .keepsCase),
        .init(264, "IPN", "IANA IPN template", [.init(.uint64, "node number")]),
    ]
}

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
        /// Whether a record may end before it.
        public let isOptional: Bool

        init(_ kind: FieldKind, _ name: String, isOptional: Bool = false) {
            self.kind = kind
            self.name = name
            self.isOptional = isOptional
        }
    }

    /// What sets a type apart.
    public struct Traits: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Servers compare names in the RDATA by their octets, since canonical form leaves them as they are
        /// (RFC 4034 §6.2, RFC 6840 §5.1): to a server, other letter case is another record.
        public static let comparedByOctets = Traits(rawValue: 1)
        /// A name has one record of the type at most.
        public static let singleton = Traits(rawValue: 2)
        /// A name with the type has no other data (RFC 1034 §3.6.2).
        public static let exclusive = Traits(rawValue: 4)
        /// Nobody uses it any more, or nobody ever did.
        public static let obsolete = Traits(rawValue: 8)
        /// A type of queries and messages (RFC 6895 §3.1).
        public static let meta = Traits(rawValue: 16)
        /// No zone holds records of the type.
        public static let refused = Traits(rawValue: 32)
        /// BIND does not know the type. It is written by number, with data in generic form (RFC 3597 §5), which
        /// every server reads.
        public static let unknownToBIND = Traits(rawValue: 64)
    }

    /// Whether the text of the data ends with hexadecimal or base64 digits that blanks may stand between.
    public var endsInDigits: Bool {
        switch fields.last?.kind {
        case .digest, .fingerprint, .zoneDigest, .association, .hexadecimal, .base64, .base64OrHyphen, .key: true
        default: false
        }
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

    /// Every record type with a mnemonic, by number (IANA "Resource Record (RR) TYPEs"). A type that is not here
    /// is written in the generic form of RFC 3597.
    public static let all: [RecordTypeRow] = [
        .init(1, "A", "RFC 1035 §3.4.1", [.init(.ipv4, "address")]),
        .init(2, "NS", "RFC 1035 §3.3.11", [.init(.name, "nsdname")]),
        .init(3, "MD", "RFC 1035 §3.3.4", [.init(.refused, "madname")], [.obsolete, .refused]),
        .init(4, "MF", "RFC 1035 §3.3.5", [.init(.refused, "madname")], [.obsolete, .refused]),
        .init(5, "CNAME", "RFC 1035 §3.3.1", [.init(.name, "cname")], [.singleton, .exclusive]),
        .init(
            6, "SOA", "RFC 1035 §3.3.13",
            [
                .init(.name, "mname"), .init(.name, "rname"), .init(.uint32, "serial"), .init(.duration, "refresh"),
                .init(.duration, "retry"), .init(.duration, "expire"), .init(.duration, "minimum"),
            ], [.singleton]),
        .init(7, "MB", "RFC 1035 §3.3.3", [.init(.name, "madname")], [.obsolete]),
        .init(8, "MG", "RFC 1035 §3.3.6", [.init(.name, "mgmname")], [.obsolete]),
        .init(9, "MR", "RFC 1035 §3.3.8", [.init(.name, "newname")], [.obsolete]),
        .init(10, "NULL", "RFC 1035 §3.3.10", [.init(.opaque, "data")], [.obsolete]),
        .init(
            11, "WKS", "RFC 1035 §3.4.2",
            [
                .init(.ipv4, "address"), .init(.ipProtocol, "protocol"),
                .init(.services, "bit map", isOptional: true),
            ], [.obsolete]),
        .init(12, "PTR", "RFC 1035 §3.3.12", [.init(.name, "ptrdname")]),
        .init(13, "HINFO", "RFC 1035 §3.3.2", [.init(.characterString, "cpu"), .init(.characterString, "os")]),
        .init(14, "MINFO", "RFC 1035 §3.3.7", [.init(.name, "rmailbx"), .init(.name, "emailbx")], [.obsolete]),
        .init(15, "MX", "RFC 1035 §3.3.9", [.init(.uint16, "preference"), .init(.name, "exchange")]),
        .init(16, "TXT", "RFC 1035 §3.3.14", [.init(.characterStrings, "txt-data")]),
        .init(17, "RP", "RFC 1183 §2.2", [.init(.name, "mbox-dname"), .init(.name, "txt-dname")]),
        .init(18, "AFSDB", "RFC 1183 §1", [.init(.uint16, "subtype"), .init(.name, "hostname")]),
        .init(19, "X25", "RFC 1183 §3.1", [.init(.x25Address, "psdn-address")], [.obsolete]),
        .init(
            20, "ISDN", "RFC 1183 §3.2",
            [.init(.characterString, "isdn-address"), .init(.characterString, "sa", isOptional: true)], [.obsolete]),
        .init(
            21, "RT", "RFC 1183 §3.3",
            [.init(.uint16, "preference"), .init(.name, "intermediate-host")], [.obsolete]),
        .init(22, "NSAP", "RFC 1706 §5", [.init(.nsap, "NSAP")], [.obsolete]),
        .init(23, "NSAP-PTR", "RFC 1706 §6", [.init(.name, "owner")], [.obsolete, .comparedByOctets]),
        .init(
            24, "SIG", "RFC 2535 §4.1",
            [
                .init(.typeCovered, "type covered"), .init(.algorithm, "algorithm"), .init(.uint8, "labels"),
                .init(.uint32, "original TTL"), .init(.date, "signature expiration"),
                .init(.date, "signature inception"), .init(.uint16, "key tag"), .init(.name, "signer's name"),
                .init(.base64, "signature"),
            ], [.obsolete]),
        .init(
            25, "KEY", "RFC 2535 §3.1",
            [
                .init(.keyFlags, "flags"), .init(.keyProtocol, "protocol"), .init(.algorithm, "algorithm"),
                .init(.key, "public key", isOptional: true),
            ]),
        .init(
            26, "PX", "RFC 2163 §4",
            [.init(.uint16, "preference"), .init(.name, "map822"), .init(.name, "mapx400")], [.obsolete]),
        .init(
            27, "GPOS", "RFC 1712 §3",
            [
                .init(.geographicNumber, "latitude"), .init(.geographicNumber, "longitude"),
                .init(.geographicNumber, "altitude"),
            ], [.obsolete]),
        .init(28, "AAAA", "RFC 3596 §2.2", [.init(.ipv6, "address")]),
        .init(29, "LOC", "RFC 1876 §3", [.init(.location, "location")]),
        .init(
            30, "NXT", "RFC 2535 §5.2",
            [
                .init(.name, "next domain name"), .init(.oldTypeBitmap, "type bit map", isOptional: true),
            ], [.obsolete]),
        .init(31, "EID", "draft-ietf-nimrod-dns-01 §4.1", [.init(.hexadecimal, "endpoint identifier")], [.obsolete]),
        .init(32, "NIMLOC", "draft-ietf-nimrod-dns-01 §4.2", [.init(.hexadecimal, "locator")], [.obsolete]),
        .init(
            33, "SRV", "RFC 2782",
            [.init(.uint16, "priority"), .init(.uint16, "weight"), .init(.uint16, "port"), .init(.name, "target")]),
        .init(34, "ATMA", "ATM Forum AF-SAA-0069", [.init(.atmAddress, "address")], [.obsolete]),
        .init(
            35, "NAPTR", "RFC 3403 §4.1",
            [
                .init(.uint16, "order"), .init(.uint16, "preference"), .init(.characterString, "flags"),
                .init(.characterString, "services"), .init(.rewrite, "regexp"), .init(.name, "replacement"),
            ]),
        .init(36, "KX", "RFC 2230 §3.1", [.init(.uint16, "preference"), .init(.name, "exchanger")]),
        .init(
            37, "CERT", "RFC 4398 §2",
            [
                .init(.certificateType, "type"), .init(.uint16, "key tag"), .init(.algorithm, "algorithm"),
                .init(.base64, "certificate"),
            ]),
        .init(38, "A6", "RFC 2874 §3.1", [.init(.prefixedAddress, "address")], [.obsolete]),
        .init(39, "DNAME", "RFC 6672 §2.1", [.init(.name, "target")], [.singleton]),
        .init(
            40, "SINK", "draft-eastlake-kitchen-sink-02",
            [
                .init(.uint8, "meaning"), .init(.uint8, "coding"), .init(.uint8, "subcoding"),
                .init(.base64, "data", isOptional: true),
            ], [.obsolete]),
        .init(41, "OPT", "RFC 6891 §6.1", [.init(.refused, "options")], [.meta, .refused]),
        .init(42, "APL", "RFC 3123 §4", [.init(.addressPrefixes, "prefixes", isOptional: true)]),
        .init(
            43, "DS", "RFC 4034 §5.1",
            [
                .init(.uint16, "key tag"), .init(.algorithm, "algorithm"), .init(.digestType, "digest type"),
                .init(.digest, "digest"),
            ]),
        .init(
            44, "SSHFP", "RFC 4255 §3.1",
            [.init(.uint8, "algorithm"), .init(.uint8, "fingerprint type"), .init(.fingerprint, "fingerprint")]),
        .init(
            45, "IPSECKEY", "RFC 4025 §2",
            [
                .init(.uint8, "precedence"), .init(.uint8, "gateway type"), .init(.uint8, "algorithm"),
                .init(.gateway, "gateway"), .init(.base64, "public key", isOptional: true),
            ], [.comparedByOctets]),
        .init(
            46, "RRSIG", "RFC 4034 §3.1",
            [
                .init(.typeCovered, "type covered"), .init(.algorithm, "algorithm"), .init(.uint8, "labels"),
                .init(.uint32, "original TTL"), .init(.time, "signature expiration"),
                .init(.time, "signature inception"), .init(.uint16, "key tag"), .init(.signer, "signer's name"),
                .init(.base64, "signature"),
            ]),
        .init(
            47, "NSEC", "RFC 4034 §4.1",
            [
                .init(.name, "next domain name"), .init(.typeBitmap, "type bit maps", isOptional: true),
            ], [.comparedByOctets]),
        .init(
            48, "DNSKEY", "RFC 4034 §2.1",
            [
                .init(.uint16, "flags"), .init(.uint8, "protocol"), .init(.algorithm, "algorithm"),
                .init(.base64, "public key"),
            ]),
        .init(49, "DHCID", "RFC 4701 §3.1", [.init(.base64, "data")]),
        .init(
            50, "NSEC3", "RFC 5155 §3.2",
            [
                .init(.uint8, "hash algorithm"), .init(.uint8, "flags"), .init(.uint16, "iterations"),
                .init(.salt, "salt"), .init(.nextHash, "next hashed owner name"),
                .init(.typeBitmap, "type bit maps", isOptional: true),
            ]),
        .init(
            51, "NSEC3PARAM", "RFC 5155 §4.2",
            [
                .init(.uint8, "hash algorithm"), .init(.uint8, "flags"), .init(.uint16, "iterations"),
                .init(.salt, "salt"),
            ]),
        .init(
            52, "TLSA", "RFC 6698 §2.1",
            [
                .init(.uint8, "certificate usage"), .init(.uint8, "selector"), .init(.uint8, "matching type"),
                .init(.association, "certificate association data"),
            ]),
        .init(
            53, "SMIMEA", "RFC 8162 §2",
            [
                .init(.uint8, "certificate usage"), .init(.uint8, "selector"), .init(.uint8, "matching type"),
                .init(.association, "certificate association data"),
            ]),
        .init(55, "HIP", "RFC 8005 §5", [.init(.hostIdentity, "host identity")], [.comparedByOctets]),
        .init(56, "NINFO", "draft-reid-dnsext-zs-01", [.init(.characterStrings, "zs-data")], [.obsolete]),
        .init(
            57, "RKEY", "draft-reid-dnsext-rkey-00",
            [
                .init(.zero, "flags"), .init(.uint8, "protocol"), .init(.algorithm, "algorithm"),
                .init(.base64, "public key"),
            ], [.obsolete]),
        .init(
            58, "TALINK", "draft-wijngaards-dnsop-trust-history-02",
            [.init(.name, "previous"), .init(.name, "next")], [.obsolete, .comparedByOctets]),
        .init(
            59, "CDS", "RFC 7344 §3.1",
            [
                .init(.uint16, "key tag"), .init(.algorithm, "algorithm"), .init(.digestType, "digest type"),
                .init(.digest, "digest"),
            ]),
        .init(
            60, "CDNSKEY", "RFC 7344 §3.2",
            [
                .init(.uint16, "flags"), .init(.uint8, "protocol"), .init(.algorithm, "algorithm"),
                .init(.base64, "public key"),
            ]),
        .init(61, "OPENPGPKEY", "RFC 7929 §2", [.init(.base64, "public key")]),
        .init(
            62, "CSYNC", "RFC 7477 §2.1.1",
            [
                .init(.uint32, "SOA serial"), .init(.uint16, "flags"),
                .init(.typeBitmap, "type bit map", isOptional: true),
            ]),
        .init(
            63, "ZONEMD", "RFC 8976 §2.2",
            [
                .init(.uint32, "serial"), .init(.uint8, "scheme"), .init(.uint8, "hash algorithm"),
                .init(.zoneDigest, "digest"),
            ]),
        .init(
            64, "SVCB", "RFC 9460 §2.1",
            [
                .init(.uint16, "priority"), .init(.name, "target"),
                .init(.serviceParameters, "parameters", isOptional: true),
            ], [.comparedByOctets]),
        .init(
            65, "HTTPS", "RFC 9460 §9",
            [
                .init(.uint16, "priority"), .init(.name, "target"),
                .init(.serviceParameters, "parameters", isOptional: true),
            ], [.comparedByOctets]),
        .init(
            66, "DSYNC", "RFC 9859 §2.1",
            [
                .init(.typeOrNumber, "record type"), .init(.notifyScheme, "scheme"), .init(.uint16, "port"),
                .init(.name, "target"),
            ], [.comparedByOctets]),
        .init(67, "HHIT", "RFC 9886 §5.1", [.init(.base64, "data")]),
        .init(68, "BRID", "RFC 9886 §5.2", [.init(.base64, "data")]),
        .init(99, "SPF", "RFC 7208 §3.1", [.init(.characterStrings, "txt-data")], [.obsolete]),
        .init(100, "UINFO", "IANA (reserved)", [.init(.opaque, "data")], [.obsolete]),
        .init(101, "UID", "IANA (reserved)", [.init(.opaque, "data")], [.obsolete]),
        .init(102, "GID", "IANA (reserved)", [.init(.opaque, "data")], [.obsolete]),
        .init(103, "UNSPEC", "IANA (reserved)", [.init(.opaque, "data")], [.obsolete]),
        .init(104, "NID", "RFC 6742 §2.1", [.init(.uint16, "preference"), .init(.locator64, "node id")]),
        .init(105, "L32", "RFC 6742 §2.2", [.init(.uint16, "preference"), .init(.ipv4, "locator32")]),
        .init(106, "L64", "RFC 6742 §2.3", [.init(.uint16, "preference"), .init(.locator64, "locator64")]),
        .init(107, "LP", "RFC 6742 §2.4", [.init(.uint16, "preference"), .init(.name, "fqdn")], [.comparedByOctets]),
        .init(108, "EUI48", "RFC 7043 §3.1", [.init(.eui48, "address")]),
        .init(109, "EUI64", "RFC 7043 §4.1", [.init(.eui64, "address")]),
        .init(128, "NXNAME", "RFC 9824 §2", [.init(.refused, "data")], [.meta, .refused]),
        .init(249, "TKEY", "RFC 2930 §2", [.init(.refused, "data")], [.meta, .refused]),
        .init(250, "TSIG", "RFC 8945 §4.2", [.init(.refused, "data")], [.meta, .refused]),
        .init(251, "IXFR", "RFC 1995 §3", [.init(.refused, "data")], [.meta, .refused]),
        .init(252, "AXFR", "RFC 5936 §2", [.init(.refused, "data")], [.meta, .refused]),
        .init(253, "MAILB", "RFC 1035 §3.2.3", [.init(.refused, "data")], [.meta, .refused]),
        .init(254, "MAILA", "RFC 1035 §3.2.3", [.init(.refused, "data")], [.meta, .obsolete, .refused]),
        .init(255, "ANY", "RFC 1035 §3.2.3", [.init(.refused, "data")], [.meta, .refused]),
        .init(
            256, "URI", "RFC 7553 §4.1",
            [.init(.uint16, "priority"), .init(.uint16, "weight"), .init(.quotedText, "target")]),
        .init(257, "CAA", "RFC 8659 §4.1", [.init(.uint8, "flags"), .init(.tag, "tag"), .init(.text, "value")]),
        .init(258, "AVC", "IANA AVC template", [.init(.characterStrings, "txt-data")]),
        .init(
            259, "DOA", "draft-durand-doa-over-dns-03 §3",
            [
                .init(.uint32, "enterprise"), .init(.uint32, "type"), .init(.uint8, "location"),
                .init(.characterString, "media type"), .init(.base64OrHyphen, "data"),
            ], [.obsolete]),
        .init(
            260, "AMTRELAY", "RFC 8777 §4", [.init(.uint8, "precedence"), .init(.relay, "relay")], [.comparedByOctets]),
        .init(261, "RESINFO", "RFC 9606 §5", [.init(.characterStrings, "resinfo-data")]),
        .init(262, "WALLET", "IANA WALLET template", [.init(.characterStrings, "wallet-data")]),
        .init(263, "CLA", "IANA CLA template", [.init(.characterStrings, "cla-data")], [.unknownToBIND]),
        .init(264, "IPN", "IANA IPN template", [.init(.uint64, "node number")], [.unknownToBIND]),
        .init(
            32768, "TA", "IANA TA, Weiler 2005",
            [
                .init(.uint16, "key tag"), .init(.algorithm, "algorithm"), .init(.digestType, "digest type"),
                .init(.digest, "digest"),
            ], [.obsolete]),
        .init(
            32769, "DLV", "RFC 8749 §2",
            [
                .init(.uint16, "key tag"), .init(.algorithm, "algorithm"), .init(.digestType, "digest type"),
                .init(.digest, "digest"),
            ], [.obsolete]),
    ]
}

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
        .init(12, "PTR", "RFC 1035 §3.3.12", [.init(.name, "ptrdname")]),
        .init(
            13, "HINFO", "RFC 1035 §3.3.2", [.init(.characterString, "cpu"), .init(.characterString, "os")]),
        .init(15, "MX", "RFC 1035 §3.3.9", [.init(.uint16, "preference"), .init(.name, "exchange")]),
        .init(16, "TXT", "RFC 1035 §3.3.14", [.init(.characterStrings, "txt-data")]),
        .init(17, "RP", "RFC 1183 §2.2", [.init(.name, "mbox-dname"), .init(.name, "txt-dname")]),
        .init(18, "AFSDB", "RFC 1183 §1", [.init(.uint16, "subtype"), .init(.name, "hostname")]),
        .init(28, "AAAA", "RFC 3596 §2.2", [.init(.ipv6, "address")]),
        .init(
            33, "SRV", "RFC 2782",
            [.init(.uint16, "priority"), .init(.uint16, "weight"), .init(.uint16, "port"), .init(.name, "target")]),
        .init(
            35, "NAPTR", "RFC 3403 §4.1",
            [
                .init(.uint16, "order"), .init(.uint16, "preference"), .init(.characterString, "flags"),
                .init(.characterString, "services"), .init(.characterString, "regexp"), .init(.name, "replacement"),
            ]),
        .init(36, "KX", "RFC 2230 §3.1", [.init(.uint16, "preference"), .init(.name, "exchanger")]),
        .init(39, "DNAME", "RFC 6672 §2.1", [.init(.name, "target")]),
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
            52, "TLSA", "RFC 6698 §2.1",
            [
                .init(.uint8, "certificate usage"), .init(.uint8, "selector"), .init(.uint8, "matching type"),
                .init(.hexadecimal, "certificate association data"),
            ]),
        .init(99, "SPF", "RFC 7208 §3.1", [.init(.characterStrings, "txt-data")]),
        .init(
            257, "CAA", "RFC 8659 §4.1",
            [.init(.uint8, "flags"), .init(.tag, "tag"), .init(.text, "value")]),
    ]
}

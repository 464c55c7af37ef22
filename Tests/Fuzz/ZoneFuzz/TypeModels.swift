// Every type of IANA's registry that has a presentation format.

extension TypeModel {
    static let all: [TypeModel] = addresses + names + strings + security + identifiers + rare

    private static let addresses: [TypeModel] = [
        TypeModel(1, "A", [.ipv4("address")], owner: .host),
        TypeModel(28, "AAAA", [.ipv6("address")], owner: .host),
        TypeModel(38, "A6", [.prefixedAddress()], owner: .host),
        TypeModel(42, "APL", [.prefixes()]),
        TypeModel(11, "WKS", [.ipv4("address"), .services()]),
        TypeModel(108, "EUI48", [.eui(6)]), TypeModel(109, "EUI64", [.eui(8)]),
        TypeModel(104, "NID", [.number("preference", 2), .locator64("node id")]),
        TypeModel(105, "L32", [.number("preference", 2), .ipv4("locator32")]),
        TypeModel(106, "L64", [.number("preference", 2), .locator64("locator64")]),
        TypeModel(107, "LP", [.number("preference", 2), .name("fqdn")]),
        TypeModel(22, "NSAP", [.networkAddress()]), TypeModel(34, "ATMA", [.atmAddress()]),
        TypeModel(19, "X25", [.telephoneDigits()]), TypeModel(20, "ISDN", [.isdn()]),
        TypeModel(260, "AMTRELAY", [.number("precedence", 1), .amtRelay()]),
        TypeModel(264, "IPN", [.node()]), TypeModel(263, "CLA", [.strings("cla")]),
    ]

    private static let names: [TypeModel] = [
        TypeModel(2, "NS", [.name("nsdname", host: true)]),

        TypeModel(5, "CNAME", [.name("cname")], owner: .alone),
        TypeModel(7, "MB", [.name("madname")]), TypeModel(8, "MG", [.name("mgmname")]),
        TypeModel(9, "MR", [.name("newname")]),
        TypeModel(12, "PTR", [.name("ptrdname")]), TypeModel(14, "MINFO", [.name("rmailbx"), .name("emailbx")]),
        TypeModel(15, "MX", [.number("preference", 2), .name("exchange", host: true)], owner: .host),
        TypeModel(17, "RP", [.name("mbox"), .name("txt")]),
        TypeModel(18, "AFSDB", [.number("subtype", 2), .name("hostname")]),
        TypeModel(21, "RT", [.number("preference", 2), .name("intermediate host")]),
        TypeModel(23, "NSAP-PTR", [.name("owner")]),
        TypeModel(26, "PX", [.number("preference", 2), .name("map822"), .name("mapx400")]),
        TypeModel(
            33, "SRV",
            [.number("priority", 2), .number("weight", 2), .number("port", 2), .name("target", host: true)]),
        TypeModel(36, "KX", [.number("preference", 2), .name("exchanger")]),
        TypeModel(39, "DNAME", [.name("target")], owner: .alone),
        TypeModel(58, "TALINK", [.name("previous"), .name("next")]),
        TypeModel(66, "DSYNC", [.synchronisation()]),
        TypeModel(64, "SVCB", [.binding()]), TypeModel(65, "HTTPS", [.binding()]),
    ]

    private static let strings: [TypeModel] = [
        TypeModel(13, "HINFO", [.string("cpu"), .string("os")]),
        TypeModel(16, "TXT", [.strings("txt-data")]), TypeModel(99, "SPF", [.strings("txt-data")]),
        TypeModel(56, "NINFO", [.strings("zs-data")]), TypeModel(258, "AVC", [.strings("avc-data")]),
        TypeModel(261, "RESINFO", [.strings("resinfo-data")]), TypeModel(262, "WALLET", [.strings("wallet-data")]),
        TypeModel(
            35, "NAPTR",
            [
                .number("order", 2), .number("preference", 2), .string("flags"), .string("services"),
                .regularExpression(),
            ]),
        TypeModel(256, "URI", [.number("priority", 2), .number("weight", 2), .target()]),
        TypeModel(257, "CAA", [.number("flags", 1), .property()]),
        TypeModel(
            259, "DOA",
            [
                .number("enterprise", 4), .number("type", 4), .number("location", 1), .string("media type"),
                .objectData(),
            ]),
        TypeModel(27, "GPOS", [.geographical()]), TypeModel(29, "LOC", [.location()]),
    ]

    private static func signature(_ number: Int, _ mnemonic: String) -> TypeModel {
        TypeModel(
            number, mnemonic,
            [
                .coveredType(), .algorithm(),
                .number("labels", 1, 20...255, odd: [Odd("fewerThanSigner", .unclear, "0")]),
                .number("original ttl", 4, 0...0x7FFF_FFFF),
                .signatureTime("expiration"), .signatureTime("inception"), .number("key tag", 2), .name("signer"),
                .base64("signature"),
            ])
    }

    private static func key(_ number: Int, _ mnemonic: String) -> TypeModel {
        TypeModel(
            number, mnemonic,
            [
                .number("flags", 2, 0...0xBFFF, odd: [Odd("noKey", .unclear, "49152")]),
                .number("protocol", 1, odd: [Odd("two", .unclear, "2")]), .algorithm(), .base64("public key"),
            ])
    }

    private static func signer(_ number: Int, _ mnemonic: String) -> TypeModel {
        TypeModel(
            number, mnemonic, [.number("key tag", 2), .algorithm(), .digest()],
            odd: mnemonic == "CDS"
                ? [
                    Odd("delete", .accepted, "0 0 0 00"), Odd("deleteShort", .unclear, "0 0 0 0"),
                    Odd("deleteLong", .unclear, "0 0 0 0000"),
                ] : [])
    }

    private static let security: [TypeModel] = [
        signature(24, "SIG"), signature(46, "RRSIG"), key(25, "KEY"), key(48, "DNSKEY"),
        TypeModel(
            60, "CDNSKEY", key(60, "CDNSKEY").fields,
            odd: [
                Odd("delete", .accepted, "0 3 0 AA=="), Odd("deleteZero", .unclear, "0 3 0 0"),
                Odd("deleteSpaced", .unclear, "0 3 0 AA =="),
            ]),
        signer(43, "DS"), signer(59, "CDS"), signer(32768, "TA"), signer(32769, "DLV"),
        TypeModel(
            57, "RKEY", [.number("flags", 2, 0...0), .number("protocol", 1), .algorithm(), .base64("public key")]),
        TypeModel(30, "NXT", [.name("next"), .oldTypes()]),
        TypeModel(47, "NSEC", [.name("next"), .types(mayBeEmpty: false)]),
        TypeModel(
            50, "NSEC3",
            [
                .number("algorithm", 1), .number("flags", 1), .number("iterations", 2), .salt(), .nextHashed(),
                .types(mayBeEmpty: true),
            ],
            owner: .hash),
        TypeModel(51, "NSEC3PARAM", [.number("algorithm", 1), .number("flags", 1), .number("iterations", 2), .salt()]),
        TypeModel(49, "DHCID", [.base64("digest", 35...60)]),
        TypeModel(37, "CERT", [.certificateType(), .number("key tag", 2), .algorithm(), .base64("certificate")]),
        TypeModel(
            44, "SSHFP", [.number("algorithm", 1), .fingerprint()]),
        TypeModel(52, "TLSA", [.number("usage", 1), .number("selector", 1), .matching()]),
        TypeModel(53, "SMIMEA", [.number("usage", 1), .number("selector", 1), .matching()]),
        TypeModel(45, "IPSECKEY", [.number("precedence", 1), .gateway()]),
        TypeModel(55, "HIP", [.hostIdentity()]), TypeModel(61, "OPENPGPKEY", [.base64("key")]),
        TypeModel(62, "CSYNC", [.number("serial", 4), .number("flags", 2), .types(mayBeEmpty: true)]),
        TypeModel(63, "ZONEMD", [.number("serial", 4), .zoneDigest()]),
        TypeModel(67, "HHIT", [.base64("data")]), TypeModel(68, "BRID", [.base64("data")]),
    ]

    private static let identifiers: [TypeModel] = [
        TypeModel(31, "EID", [.hexadecimal("identifier")]), TypeModel(32, "NIMLOC", [.hexadecimal("locator")]),
    ]

    private static let rare: [TypeModel] = [
        TypeModel(40, "SINK", [.number("meaning", 1), .number("coding", 1), .number("subcoding", 1), .base64("data")])
    ]

    /// Types without a presentation format: only `\#` can write them.
    static let genericOnly: [(Int, String)] = [
        (10, "NULL"), (100, "UINFO"), (101, "UID"), (102, "GID"), (103, "UNSPEC"),
    ]

    /// Types of RFC 973's replacement by MX: BIND and Knot know and refuse them.
    static let replaced: [(Int, String)] = [(3, "MD"), (4, "MF")]

    /// Types that only stand in messages.
    static let meta = [
        "OPT", "TKEY", "TSIG", "IXFR", "AXFR", "MAILB", "MAILA", "ANY", "NXNAME", "TYPE0", "TYPE41", "TYPE250",
        "TYPE255",
    ]
}

extension FieldModel {
    /// Type and fingerprint of SSHFP (RFC 4255 §3.1.2, RFC 6594 §4).
    static func fingerprint() -> FieldModel {
        let hex = { (count: Int) in String(repeating: "ab", count: count) }
        return FieldModel(
            "fingerprint", plain: "1 " + hex(20),
            odd: [
                Odd("sha1Short", .unclear, "1 " + hex(19)), Odd("sha1Long", .unclear, "1 " + hex(21)),
                Odd("sha256Short", .unclear, "2 " + hex(31)),
                Odd("sha256Long", .unclear, "2 " + hex(33)), Odd("type0", .unclear, "0 " + hex(20)),
                Odd("type3", .unclear, "3 " + hex(20)), Odd("type256", "256 " + hex(20)),
                Odd("oddDigits", "1 " + hex(19) + "a"), Odd("letters", "1 xx"), Odd("none", "1"),
                Odd("quoted", .unclear, "1 \"" + hex(20) + "\""),
            ]
        ) { random in
            let type = random.number(1...2)
            let octets = random.octets(type == 1 ? 20 : 32)
            return Written(
                "\(type) " + Encoding.spaced(Encoding.hexadecimal(octets), every: 2, &random),
                [UInt8(truncatingIfNeeded: type)] + octets)
        }
    }

    /// Matching type and data of TLSA (RFC 6698 §2.1).
    static func matching() -> FieldModel {
        let hex = { (count: Int) in String(repeating: "ab", count: count) }
        return FieldModel(
            "association data", plain: "1 " + hex(32),
            odd: [
                Odd("sha256Short", .unclear, "1 " + hex(31)), Odd("sha256Long", .unclear, "1 " + hex(33)),
                Odd("sha512Short", .unclear, "2 " + hex(63)),
                Odd("type3", .unclear, "3 " + hex(20)), Odd("type256", "256 " + hex(32)),
                Odd("oddDigits", "1 " + hex(31) + "a"), Odd("letters", "1 xx"),
                Odd("none", "1"), Odd("none0", "0"), Odd("quoted", .unclear, "1 \"" + hex(32) + "\""),
            ]
        ) { random in
            let type = random.number(0...2)
            let octets = random.octets(type == 0 ? random.number(1...60) : type == 1 ? 32 : 64)
            return Written(
                "\(type) " + Encoding.spaced(Encoding.hexadecimal(octets), every: 2, &random),
                [UInt8(truncatingIfNeeded: type)] + octets)
        }
    }
}

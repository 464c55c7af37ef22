// Hexadecimal, base64 and base32hex; algorithms and digests; lists of types.

extension FieldModel {
    /// Hexadecimal to the end of the record.
    static func hexadecimal(_ name: String, _ count: ClosedRange<Int> = 1...40, odd: [Odd] = []) -> FieldModel {
        FieldModel(
            name, plain: "abcd",
            odd: odd + [
                Odd("oddDigits", "abc"), Odd("letters", "abcg"), Odd("prefix", "0xab"),
                Odd("quoted", .unclear, "\"abcd\""),
                Odd("base64", "YWJj=="), Odd("empty", "\"\""), Odd("escaped", .unclear, "\\097b"),
                Odd("splitDigit", .unclear, "a b"), Odd("dash", "-"), Odd("colons", "ab:cd"),
                Odd("oddPieces", .unclear, "abc d"),
            ]
        ) { random in
            let octets = random.octets(random.number(count))
            let text = Encoding.hexadecimal(octets, upper: random.chance(2))
            return Written(Encoding.spaced(text, every: 2, &random), octets)
        }
    }

    /// Base64 to the end of the record.
    static func base64(_ name: String, _ count: ClosedRange<Int> = 1...60, spaced: Bool = true, odd: [Odd] = [])
        -> FieldModel
    {
        FieldModel(
            name, plain: "YWJj",
            odd: odd + [
                Odd("letters", "YW!j"), Odd("noPadding", "YWI"), Odd("shortGroup", "YWJjZ"),
                Odd("tooMuchPadding", "YWJj="),
                Odd("paddingInside", "YQ==YWJj"), Odd("threePads", "Y==="), Odd("onlyPads", "===="),
                Odd("bitsLeft", .unclear, "YWJ="), Odd("bitsLeft2", .unclear, "YR=="), Odd("urlAlphabet", "ab-_"),
                Odd("quoted", .unclear, "\"YWJj\""), Odd("empty", "\"\""), Odd("spaceBeforePad", .unclear, "YQ =="),
                Odd("spaceInGroup", .unclear, "YW Jj"), Odd("escaped", .unclear, "\\089WJj"), Odd("dash", "-"),
            ]
        ) { random in
            let octets = random.octets(random.number(count))
            let text = Encoding.base64(octets)
            return Written(spaced ? Encoding.spaced(text, every: 4, &random) : text, octets)
        }
    }

    /// DNSSEC algorithms (RFC 4034 appendix A.1 and IANA's registry), by number or mnemonic.
    static func algorithm(_ name: String = "algorithm") -> FieldModel {
        // What all programs take; 253 and 254 ask for a name or an OID at the key's front (RFC 4034 appendix A.1.1).
        let mnemonics = [
            ("RSASHA1", 5), ("RSASHA256", 8), ("RSASHA512", 10), ("ECDSAP256SHA256", 13), ("ECDSAP384SHA384", 14),
        ]
        return FieldModel(
            name, plain: "8",
            odd: oddNumbers(255).filter { $0.label != "letters" } + [
                Odd("unknownMnemonic", "RSASHA3"), Odd("lowerCase", .unclear, "rsasha256"),
                Odd("quotedMnemonic", .unclear, "\"RSASHA256\""), Odd("private", .unclear, "253"),
                Odd("privateOID", .unclear, "254"),
            ]
                + [
                    "RSAMD5", "DH", "DSA", "ECC", "NSEC3DSA", "NSEC3RSASHA1", "DSA-NSEC3-SHA1", "RSASHA1-NSEC3-SHA1",
                    "ECC-GOST", "ECCGOST", "ED25519", "ED448", "INDIRECT", "PRIVATEDNS", "PRIVATEOID", "DELETE",
                    "SM2SM3",
                ].map { Odd("mnemonic \($0)", .unclear, $0) }
        ) { random in
            if random.chance(3) {
                let (text, value) = random.pick(mnemonics)
                return Written(text, [UInt8(truncatingIfNeeded: value)])
            }
            let value = random.chance(8) ? 255 : random.number(0...252)
            return Written("\(value)", big(value, 1))
        }
    }

    /// A digest type and a digest of the length that belongs to it (RFC 4034 §5.1, RFC 4509, RFC 5933, RFC 6605).
    static func digest() -> FieldModel {
        let lengths = [1: 20, 2: 32, 3: 32, 4: 48]
        let hex = { (count: Int) in String(repeating: "ab", count: count) }
        return FieldModel(
            "digest", plain: "1 " + hex(20),
            odd: [
                Odd("sha1Short", "1 " + hex(19)), Odd("sha1Long", "1 " + hex(21)), Odd("sha256Short", "2 " + hex(31)),
                Odd("sha256Long", "2 " + hex(33)), Odd("gostShort", "3 " + hex(31)), Odd("sha384Short", "4 " + hex(47)),
                Odd("sha384Long", "4 " + hex(49)), Odd("type0", .unclear, "0 " + hex(20)),
                Odd("type5", .unclear, "5 " + hex(32)),
                Odd("type6", .unclear, "6 " + hex(32)), Odd("type255", .unclear, "255 " + hex(1)),
                Odd("type256", "256 " + hex(20)),
                Odd("oddDigits", "1 " + hex(19) + "a"), Odd("letters", "1 " + hex(19) + "xx"), Odd("noDigest", "1"),
                Odd("mnemonic", .unclear, "SHA-1 " + hex(20)), Odd("mnemonicBare", .unclear, "SHA1 " + hex(20)),
                Odd("mnemonic256", .unclear, "SHA-256 " + hex(32)),
                Odd("mnemonicLower", .unclear, "sha-256 " + hex(32)),
                Odd("mnemonicGOST", .unclear, "GOST " + hex(32)), Odd("quoted", .unclear, "1 \"" + hex(20) + "\""),
                Odd("noDigest5", .unclear, "5"), Odd("mnemonic384", .unclear, "SHA-384 " + hex(48)),
            ]
        ) { random in
            let type = random.number(1...4)
            let octets = random.octets(lengths[type] ?? 0)
            return Written(
                "\(type) " + Encoding.spaced(Encoding.hexadecimal(octets, upper: random.chance(2)), every: 2, &random),
                [UInt8(truncatingIfNeeded: type)] + octets)
        }
    }

    // MARK: Type bit maps

    /// Mnemonics that every program has known for a long time.
    static let commonTypes: [(String, Int)] = [
        ("A", 1), ("NS", 2), ("CNAME", 5), ("SOA", 6), ("PTR", 12), ("HINFO", 13), ("MX", 15), ("TXT", 16),
        ("RP", 17), ("AFSDB", 18), ("SIG", 24), ("KEY", 25), ("AAAA", 28), ("LOC", 29), ("SRV", 33), ("NAPTR", 35),
        ("KX", 36), ("CERT", 37), ("DNAME", 39), ("APL", 42), ("DS", 43), ("SSHFP", 44), ("IPSECKEY", 45),
        ("RRSIG", 46), ("NSEC", 47), ("DNSKEY", 48), ("DHCID", 49), ("NSEC3", 50), ("NSEC3PARAM", 51), ("TLSA", 52),
        ("SMIMEA", 53), ("CDS", 59), ("CDNSKEY", 60), ("OPENPGPKEY", 61), ("CSYNC", 62), ("SPF", 99), ("EUI48", 108),
        ("EUI64", 109), ("URI", 256), ("CAA", 257),
    ]

    /// The bit map of RFC 4034 §4.1.2.
    static func bitmap(_ types: Set<Int>) -> [UInt8] {
        var octets: [UInt8] = []
        for window in Set(types.map { $0 >> 8 }).sorted() {
            var bits = [UInt8](repeating: 0, count: 32)
            for type in types where type >> 8 == window {
                bits[(type & 255) / 8] |= 0x80 >> UInt8(truncatingIfNeeded: type & 7)
            }
            while bits.last == 0 { bits.removeLast() }
            octets += [UInt8(truncatingIfNeeded: window), UInt8(truncatingIfNeeded: bits.count)] + bits
        }
        return octets
    }

    static func types(mayBeEmpty: Bool) -> FieldModel {
        FieldModel(
            "type bit maps", plain: "A NS",
            odd: [
                Odd("unknown", "A BOGUS"), Odd("number", "A 15"), Odd("tooLarge", "TYPE65536"),
                Odd("type65535", .unclear, "TYPE65535"),
                Odd("type0", .unclear, "TYPE0"), Odd("any", .unclear, "ANY"), Odd("axfr", .unclear, "AXFR"),
                Odd("twice", .unclear, "A A"), Odd("comma", "A,NS"), Odd("quoted", .unclear, "\"A\""),
                Odd("opt", .unclear, "OPT"),
                Odd("none", mayBeEmpty ? .accepted : .unclear, ""), Odd("lowerCase", .unclear, "a mx"),
                Odd("emptyType", "TYPE"), Odd("negative", "TYPE-1"), Odd("zeros", .unclear, "TYPE00001"),
                Odd("class", "IN"),
                Odd("type128", .unclear, "TYPE128"), Odd("any255", .unclear, "TYPE255"),
                Odd("nsec3", .unclear, "NSEC3"),
                Odd("escaped", .unclear, "\\065"),
            ]
        ) { random in
            var types = (0..<random.number(1...8)).map { _ in random.pick(commonTypes) }
            if random.chance(3) {
                types += (0..<random.number(1...3)).map { _ in
                    let number = random.number(256...65534)
                    return ("TYPE\(number)", number)
                }
            }
            let text = types.map { name, _ in random.chance(8) ? name.lowercased() : name }.joined(separator: " ")
            return Written(text, bitmap(Set(types.map(\.1))))
        }
    }

    /// The older bit map of NXT: types below 128 (RFC 2535 §5.2).
    static func oldTypes() -> FieldModel {
        FieldModel(
            "type bit map", plain: "A NS",
            odd: [
                Odd("unknown", "A BOGUS"), Odd("type128", .unclear, "TYPE128"), Odd("type0", .unclear, "TYPE0"),
                Odd("twice", .unclear, "A A"), Odd("none", .unclear, ""), Odd("caa", .unclear, "CAA"),
                Odd("tooLarge", "TYPE65536"),
            ]
        ) { random in
            let types = (0..<random.number(1...6)).map { _ in random.pick(commonTypes.filter { $0.1 < 128 }) }
            var bits = [UInt8](repeating: 0, count: 16)
            for (_, type) in types { bits[type / 8] |= 0x80 >> UInt8(truncatingIfNeeded: type & 7) }
            while bits.last == 0 { bits.removeLast() }
            return Written(types.map(\.0).joined(separator: " "), bits)
        }
    }

    // MARK: NSEC3

    static func salt() -> FieldModel {
        FieldModel(
            "salt", plain: "ab",
            odd: [
                Odd("oddDigits", "abc"), Odd("letters", "xy"), Odd("empty", "\"\""), Odd("twoDashes", "--"),
                Odd("octets256", String(repeating: "ab", count: 256)),
                Odd("octets255", .accepted, String(repeating: "ab", count: 255)), Odd("prefix", "0xab"),
                Odd("quoted", .unclear, "\"abcd\""), Odd("quotedDash", .unclear, "\"-\""), Odd("dashAndMore", "-ab"),
            ]
        ) { random in
            if random.chance(3) { return Written("-", [0]) }
            let octets = random.octets(random.number(1...12))
            return Written(
                Encoding.hexadecimal(octets, upper: random.chance(2)),
                [UInt8(truncatingIfNeeded: octets.count)] + octets)
        }
    }

    static func nextHashed() -> FieldModel {
        let hash = "2t7b4g4vsa5smi47k61mv5bv1a22bojr"
        return FieldModel(
            "next hashed owner name", plain: hash,
            odd: [
                Odd("letters", "z" + hash.dropFirst()), Odd("short", .unclear, String(hash.prefix(8))),
                Odd("oneLetter", "2"),
                Odd("oddLength", .unclear, String(hash.dropLast())), Odd("padded", .unclear, hash.prefix(2) + "======"),
                Odd("long", .unclear, hash + hash), Odd("empty", "\"\""), Odd("dash", .unclear, "-"),
                Odd("quoted", .unclear, "\"\(hash)\""),
                Odd("upper", .accepted, hash.uppercased()), Odd("base32", "abcxyzw2"),
                Odd("tooLong", String(repeating: hash, count: 13)), Odd("bitsLeft", .unclear, "2v"),
            ]
        ) { random in
            let octets = random.octets(20)
            let text = Encoding.base32hex(octets)
            return Written(random.chance(2) ? text.uppercased() : text, [20] + octets)
        }
    }
}

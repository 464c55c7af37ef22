// Fields of rare types.

extension FieldModel {
    /// Mnemonics or numbers of CERT types (RFC 4398 §2.1).
    static func certificateType() -> FieldModel {
        let mnemonics = [
            ("PKIX", 1), ("SPKI", 2), ("PGP", 3), ("IPKIX", 4), ("ISPKI", 5), ("IPGP", 6), ("ACPKIX", 7),
            ("IACPKIX", 8),
            ("URI", 253), ("OID", 254),
        ]
        return FieldModel(
            "type", plain: "1",
            odd: oddNumbers(65535).filter { $0.label != "letters" } + [
                Odd("unknownMnemonic", "BOGUS"), Odd("lowerCase", .unclear, "pkix"), Odd("reserved", .unclear, "0"),
            ]
        ) { random in
            if random.chance(2) {
                let (text, value) = random.pick(mnemonics)
                return Written(text, big(value, 2))
            }
            let value = random.boundary(1...65535)
            return Written("\(value)", big(value, 2))
        }
    }

    /// The type that a signature covers.
    static func coveredType() -> FieldModel {
        FieldModel(
            "type covered", plain: "A",
            odd: [
                Odd("unknown", "BOGUS"), Odd("number", .unclear, "1"), Odd("tooLarge", "TYPE65536"),
                Odd("any", .unclear, "ANY"),
                Odd("quoted", .unclear, "\"A\""), Odd("lowerCase", .accepted, "aaaa"), Odd("empty", "\"\""),
                Odd("generic", .unclear, "TYPE1"),
                Odd("type0", .unclear, "TYPE0"), Odd("rrsig", .unclear, "RRSIG"), Odd("class", "IN"),
            ]
        ) { random in
            if random.chance(5) {
                let number = random.number(1000...65000)
                return Written("TYPE\(number)", big(number, 2))
            }
            let (text, value) = random.pick(commonTypes)
            return Written(text, big(value, 2))
        }
    }

    /// Scheme, algorithm and digest of ZONEMD (RFC 8976 §2.2).
    static func zoneDigest() -> FieldModel {
        let hex = { (count: Int) in String(repeating: "ab", count: count) }
        return FieldModel(
            "digest",
            odd: [
                Odd("sha384Short", "1 1 " + hex(47)), Odd("sha384Long", "1 1 " + hex(49)),
                Odd("sha512Short", "1 2 " + hex(63)), Odd("sha512Long", "1 2 " + hex(65)),
                Odd("short", .unclear, "1 240 " + hex(11)), Odd("scheme0", .unclear, "0 1 " + hex(48)),
                Odd("algorithm0", .unclear, "1 0 " + hex(48)),
                Odd("scheme256", "256 1 " + hex(48)), Odd("algorithm256", "1 256 " + hex(48)), Odd("noDigest", "1 1"),
                Odd("oddDigits", "1 1 " + hex(47) + "a"),
                Odd("letters", "1 1 xx"), Odd("private", .accepted, "240 240 " + hex(12)),
                Odd("schemeUnknown", .unclear, "2 1 " + hex(20)),
            ]
        ) { random in
            let algorithm = random.number(1...2)
            let octets = random.octets(algorithm == 1 ? 48 : 64)
            return Written(
                "1 \(algorithm) " + Encoding.spaced(Encoding.hexadecimal(octets), every: 2, &random),
                [1, UInt8(truncatingIfNeeded: algorithm)] + octets)
        }
    }

    /// A regular expression with its delimiters (RFC 3402 §3.2), and the replacement that goes with it.
    static func regularExpression() -> FieldModel {
        FieldModel(
            "regexp", plain: "\"\" .",
            odd: [
                Odd("oneDelimiter", .unclear, "\"!\" ."), Odd("twoDelimiters", .unclear, "\"!a!\" ."),
                Odd("unbalanced", .unclear, "\"!(a!b!\" ."),
                Odd("badFlag", .unclear, "\"!a!b!x\" ."), Odd("badBackreference", .unclear, "\"!a!\\\\1!\" ."),
                Odd("noDelimiter", .unclear, "\"abc\" ."),
                Odd("digitDelimiter", .unclear, "\"1a1b1\" ."),
                Odd("octets256", "\"" + String(repeating: "x", count: 256) + "\" ."), Odd("noReplacement", "\"!a!b!\""),
                Odd("badReplacement", "\"\" a..b"), Odd("both", .unclear, "\"!a!b!\" a.test."),
                Odd("backreference", .accepted, "\"!(a)!\\\\1!i\" ."),
                Odd("unclosedClass", .unclear, "\"![a!b!\" ."), Odd("bare", .unclear, "!a!b! ."),
                Odd("backreference0", .unclear, "\"!(a)!\\\\0!\" ."),
            ]
        ) { random in
            if random.chance(2) {
                let target = NameText.name(&random, host: false)
                return Written(Array("\"\" ".utf8) + target.text, Wire([0]) + target.wire)
            }
            let expression = random.pick(["!^.*$!sip:info@example.test!", "!^(.*)$!https://\\1.test/!", "!a!b!i"])
            let escaped = expression.replacing("\\", with: "\\\\")
            return Written(
                "\"\(escaped)\" .",
                Wire([UInt8(truncatingIfNeeded: expression.utf8.count)] + Array(expression.utf8)) + NameText.wire([]))
        }
    }

    /// Longitude, latitude and altitude as strings (RFC 1712 §1).
    static func geographical() -> FieldModel {
        FieldModel(
            "location",
            odd: [
                Odd("latitude91", .unclear, "1.0 91.0 1.0"), Odd("longitude181", .unclear, "181.0 1.0 1.0"),
                Odd("letters", .unclear, "x y z"), Odd("two", "1.0 1.0"),
                Odd("four", "1.0 1.0 1.0 1.0"), Odd("empty", .unclear, "\"\" 1.0 1.0"),
                Odd("degrees", .unclear, "1d 2d 3d"), Odd("plus", .unclear, "+1.0 +1.0 +1.0"),
                Odd("noFraction", .unclear, "1 2 3"), Odd("exponent", .unclear, "1e1 1.0 1.0"),
                Odd("dot", .unclear, ". . ."),
            ]
        ) { random in
            let parts = [(-180, 179), (-90, 89), (-99, 9999)].map { low, high in
                "\(random.number(low...high)).\(random.number(0...999))"
            }
            let quoted = random.chance(2)
            return Written(
                parts.map { quoted ? "\"\($0)\"" : $0 }.joined(separator: " "),
                parts.flatMap { [UInt8(truncatingIfNeeded: $0.utf8.count)] + Array($0.utf8) })
        }
    }

    /// `0x` and hexadecimal digits; dots may stand between them (RFC 1706 §7).
    static func networkAddress() -> FieldModel {
        FieldModel(
            "address",
            odd: [
                Odd("noPrefix", .unclear, "47000580"), Odd("oddDigits", "0x470"), Odd("letters", "0x47zz"),
                Odd("prefixOnly", .unclear, "0x"),
                Odd("upperPrefix", .unclear, "0X4700"), Odd("dotsOnly", .unclear, "0x...."),
                Odd("quoted", .unclear, "\"0x4700\""), Odd("spaces", "0x47 00"),
                Odd("dotInOctet", .unclear, "0x4.7"), Odd("empty", "\"\""), Odd("dash", .unclear, "0x47-00"),
                Odd("finalDot", .unclear, "0x4700."), Odd("plus", .unclear, "0x47+00"),
            ]
        ) { random in
            let octets = random.octets(random.number(1...20))
            var text = "0x"
            for (index, octet) in octets.enumerated() {
                if index > 0, random.chance(4) { text += "." }
                text += Encoding.hexadecimal([octet], upper: random.chance(2))
            }
            return Written(text, octets)
        }
    }

    /// ATM addresses: AESA in hexadecimal, or E.164 with a plus sign.
    static func atmAddress() -> FieldModel {
        FieldModel(
            "address",
            odd: [
                Odd("oddDigits", .unclear, "4700059"), Odd("letters", "47xx"), Odd("plusOnly", .unclear, "+"),
                Odd("plusLetters", "+61x"),
                Odd("dots", .unclear, "39.246f.00"), Odd("empty", "\"\""), Odd("quoted", .unclear, "\"+61200000000\""),
                Odd("twoDots", .unclear, "39..24"), Odd("short", .unclear, "47"),
            ]
        ) { random in
            if random.chance(2) {
                let digits = (0..<random.number(5...15)).map { _ in UInt8(48 + random.number(0...9)) }
                return Written([43] + digits, Wire([1] + digits))
            }
            let octets = random.octets(20)
            return Written(Encoding.hexadecimal(octets), [0] + octets)
        }
    }

    /// Prefix length, address suffix and prefix name (RFC 2874 §3.1).
    static func prefixedAddress() -> FieldModel {
        FieldModel(
            "address",
            odd: [
                Odd("prefix129", "129 ::1 a.test."), Odd("noName", "64 ::1"), Odd("noAddress", "64 a.test."),
                Odd("zeroWithName", .unclear, "0 ::1 a.test."),
                Odd("fullWithAddress", .unclear, "128 ::1 a.test."), Odd("negative", "-1 ::1"),
                Odd("badAddress", "0 1::2::3"), Odd("hostBits", .unclear, "64 2001:db8::1 a.test."),
            ]
        ) { random in
            let bits = random.pick([0, 128, 64, 48, 61])
            if bits == 0 {
                let address = address6(&random)
                return Written(Array("0 ".utf8) + address.text, Wire([0]) + address.wire)
            }
            let name = NameText.name(&random, host: true)
            if bits == 128 { return Written(Array("128 ".utf8) + name.text, Wire([128]) + name.wire) }
            let count = (128 - bits + 7) / 8
            var suffix = random.octets(count)
            suffix[0] &= UInt8(truncatingIfNeeded: 0xFF >> (bits % 8))
            let whole = [UInt8](repeating: 0, count: 16 - count) + suffix
            let text = (0..<8).map { String(Int(whole[$0 * 2]) << 8 | Int(whole[$0 * 2 + 1]), radix: 16) }.joined(
                separator: ":")
            return Written(Array("\(bits) \(text) ".utf8) + name.text, Wire(big(bits, 1) + suffix) + name.wire)
        }
    }

    /// Digits only, as X.25 has them (RFC 1183 §3.1).
    static func telephoneDigits() -> FieldModel {
        FieldModel(
            "psdn-address",
            odd: [
                Odd("letters", .unclear, "31106170abc"), Odd("three", .unclear, "311"),
                Odd("quotedLetters", .unclear, "\"x\""), Odd("empty", .unclear, "\"\""),
                Odd("two", "311061700956 1"), Odd("octets256", String(repeating: "1", count: 256)),
                Odd("plus", .unclear, "+311061700956"),
            ]
        ) { random in
            let digits = (0..<random.number(4...20)).map { _ in UInt8(48 + random.number(0...9)) }
            return Written(random.chance(2) ? [34] + digits + [34] : digits, Wire([UInt8(digits.count)] + digits))
        }
    }

    /// An ISDN address and perhaps a subaddress (RFC 1183 §3.2).
    static func isdn() -> FieldModel {
        FieldModel("isdn-address", odd: oddStrings + [Odd("three", "\"1\" \"2\" \"3\"")]) { random in
            var written = Written("150862028003217", [15] + Array("150862028003217".utf8))
            if random.chance(2) {
                written = Written("\"150862028003217\" \"004\"", written.wire + Wire([3] + Array("004".utf8)))
            }
            return written
        }
    }

    /// Base64, or `-` for nothing (draft-durand-doa-over-dns).
    static func objectData() -> FieldModel {
        FieldModel("data", odd: [Odd("letters", "YW!j"), Odd("shortGroup", "YWJjZ"), Odd("empty", .unclear, "\"\"")]) {
            random in
            if random.chance(4) { return Written("-", []) }
            let octets = random.octets(random.number(1...40))
            return Written(Encoding.base64(octets), octets)
        }
    }

    /// Type, scheme, port and target of DSYNC (RFC 9859).
    static func synchronisation() -> FieldModel {
        FieldModel(
            "scheme",
            odd: [
                Odd("scheme256", "CDS 256 53 a.test."), Odd("unknownType", "BOGUS NOTIFY 53 a.test."),
                Odd("unknownScheme", "CDS BOGUS 53 a.test."),
                Odd("port65536", "CDS NOTIFY 65536 a.test."), Odd("noTarget", "CDS NOTIFY 53"),
                Odd("scheme0", .unclear, "CDS 0 53 a.test."),
                Odd("lowerCase", .unclear, "cds notify 53 a.test."), Odd("any", .unclear, "ANY NOTIFY 53 a.test."),
            ]
        ) { random in
            let (type, number) = random.pick([("CDS", 59), ("CSYNC", 62), ("TYPE1000", 1000)])
            let target = NameText.name(&random, host: true)
            let port = random.boundary(0...65535)
            if random.chance(2) {
                return Written(
                    Array("\(type) NOTIFY \(port) ".utf8) + target.text,
                    Wire(big(number, 2) + [1] + big(port, 2)) + target.wire)
            }
            let scheme = random.number(2...255)
            return Written(
                Array("\(type) \(scheme) \(port) ".utf8) + target.text,
                Wire(big(number, 2) + big(scheme, 1) + big(port, 2)) + target.wire)
        }
    }

    /// A node number of IPN: 64 bits in decimal.
    static func node() -> FieldModel {
        FieldModel(
            "node",
            odd: [
                Odd("tooLarge", "18446744073709551616"), Odd("negative", "-1"), Odd("letters", "x"),
                Odd("empty", "\"\""), Odd("dotted", .unclear, "1.2"),
            ]
        ) { random in
            let value = random.chance(3) ? random.pick([0, 1, UInt64.max, UInt64.max - 1]) : random.next()
            return Written("\(value)", (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * UInt64($0))) })
        }
    }
}

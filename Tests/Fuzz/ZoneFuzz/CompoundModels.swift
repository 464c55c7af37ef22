// Fields of one type only, or that depend on each other.

extension FieldModel {
    /// `[!]afi:address/prefix` … (RFC 3123 §5).
    static func prefixes() -> FieldModel {
        FieldModel(
            "apl items",
            odd: [
                Odd("none", .accepted, ""), Odd("prefix33", "1:192.0.2.0/33"), Odd("prefix129", "2:2001:db8::/129"),
                Odd("noPrefix", "1:192.0.2.0"), Odd("noFamily", "192.0.2.0/24"), Odd("emptyPrefix", "1:192.0.2.0/"),
                Odd("badAddress", "1:192.0.2/24"), Odd("badAddress6", "2:2001:::/32"),
                Odd("family3", .unclear, "3:192.0.2.0/24"),
                Odd("family0", "0:192.0.2.0/24"), Odd("familyTooLarge", "65536:192.0.2.0/24"),
                Odd("twoBangs", "!!1:192.0.2.0/24"),
                Odd("bangAfter", "1!:192.0.2.0/24"), Odd("negativePrefix", "1:192.0.2.0/-1"),
                Odd("hostBits", .unclear, "1:192.0.2.1/24"),
                Odd("spaceInside", "1: 192.0.2.0/24"), Odd("quoted", .unclear, "\"1:192.0.2.0/24\""),
                Odd("bangAlone", "!"),
                Odd("letters", "x:192.0.2.0/24"), Odd("wrongFamily", "1:2001:db8::/32"),
                Odd("wrongFamily4", "2:192.0.2.0/24"),
                Odd("leadingZero", .unclear, "01:192.0.2.0/024"), Odd("prefix0", .accepted, "1:0.0.0.0/0 2:::/0"),
                Odd("emptyFamily", ":192.0.2.0/24"), Odd("comma", "1:192.0.2.0/24,1:192.0.3.0/24"),
                Odd("empty", "\"\""),
            ]
        ) { random in
            var text: [String] = []
            var wire: [UInt8] = []
            for _ in 0..<random.number(1...4) {
                let negated = random.chance(3)
                let isSix = random.chance(2)
                let bits = random.boundary(0...(isSix ? 128 : 32))
                var octets = random.octets(isSix ? 16 : 4)
                for index in octets.indices {
                    let kept = min(8, max(0, bits - index * 8))
                    octets[index] &= UInt8(truncatingIfNeeded: 0xFF00 >> kept)
                }
                let address =
                    isSix
                    ? (0..<8).map { String(Int(octets[$0 * 2]) << 8 | Int(octets[$0 * 2 + 1]), radix: 16) }
                        .joined(separator: ":")
                    : octets.map { "\($0)" }.joined(separator: ".")
                text.append("\(negated ? "!" : "")\(isSix ? 2 : 1):\(address)/\(bits)")
                while octets.last == 0 { octets.removeLast() }
                wire += big(isSix ? 2 : 1, 2) + [UInt8(truncatingIfNeeded: bits)]
                wire += [UInt8(truncatingIfNeeded: octets.count) | (negated ? 0x80 : 0)] + octets
            }
            return Written(text.joined(separator: " "), wire)
        }
    }

    /// Protocol and services (RFC 1035 §3.4.2), by number: names depend on the system's tables.
    static func services() -> FieldModel {
        FieldModel(
            "bit map",
            odd: [
                Odd("protocol256", "256 25"), Odd("port65536", "6 65536"), Odd("noPorts", .unclear, "6"),
                Odd("names", .unclear, "TCP smtp"), Odd("namesLower", .unclear, "tcp smtp http"),
                Odd("udpNames", .unclear, "udp domain"),
                Odd("unknownProtocol", "bogus 25"), Odd("unknownService", "6 bogus"), Odd("negative", "6 -1"),
                Odd("twice", .unclear, "6 25 25"), Odd("zero", .unclear, "6 0"), Odd("quoted", .unclear, "6 \"25\""),
                Odd("protocol0", .unclear, "0 25"), Odd("port65535", .unclear, "17 65535"),
                Odd("protocol255", .unclear, "255 1"),
            ]
        ) { random in
            let ports = (0..<random.number(1...5)).map { _ in random.chance(8) ? 65535 : random.number(1...1100) }
            var bits = [UInt8](repeating: 0, count: 8192)
            for port in ports { bits[port / 8] |= 0x80 >> UInt8(truncatingIfNeeded: port & 7) }
            while bits.last == 0 { bits.removeLast() }
            let number: UInt8 = random.pick([6, 17])
            return Written("\(number) " + ports.map { "\($0)" }.joined(separator: " "), [number] + bits)
        }
    }

    /// Precision octets of LOC: mantissa and exponent of centimetres (RFC 1876 §2).
    private static func precision(_ random: inout SeededRandom) -> (String, UInt8) {
        let mantissa = random.number(1...9)
        let exponent = random.number(0...9)
        let digits = String(mantissa) + String(repeating: "0", count: exponent)
        let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        let metres = padded.dropLast(2) + (exponent < 2 || random.chance(3) ? "." + padded.suffix(2) : "")
        return (metres + (random.chance(2) ? "m" : ""), UInt8(truncatingIfNeeded: mantissa << 4 | exponent))
    }

    private static func angle(_ random: inout SeededRandom, _ limit: Int, _ letters: [String]) -> (String, Int) {
        let degrees = random.chance(6) ? limit : random.number(0...(limit - 1))
        let parts = degrees == limit ? 1 : random.number(1...3)
        let minutes = parts > 1 ? random.boundary(0...59) : 0
        let thousandths = parts > 2 ? random.boundary(0...59999) : 0
        var text = "\(degrees)"
        if parts > 1 { text += " \(minutes)" }
        if parts > 2 {
            let fraction = String(thousandths % 1000 + 1000).dropFirst()
            text += " \(thousandths / 1000)" + (thousandths % 1000 == 0 && random.chance(2) ? "" : ".\(fraction)")
        }
        let negative = random.chance(2)
        let value = degrees * 3_600_000 + minutes * 60_000 + thousandths
        return ("\(text) \(letters[negative ? 1 : 0])", (1 << 31) + (negative ? -value : value))
    }

    static func location() -> FieldModel {
        FieldModel(
            "location",
            odd: [
                Odd("latitude91", "91 N 0 E 0m"), Odd("latitude90and1", "90 0 0.001 N 0 E 0m"),
                Odd("longitude181", "0 N 181 E 0m"),
                Odd("longitude180and1", "0 N 180 0 0.001 E 0m"), Odd("minutes60", "1 60 N 0 E 0m"),
                Odd("seconds60", "1 1 60 N 0 E 0m"),
                Odd("fourDecimals", .unclear, "1 1 1.0001 N 0 E 0m"), Odd("noHemisphere", "1 1 1 0 E 0m"),
                Odd("wrongHemisphere", "1 E 1 N 0m"), Odd("noAltitude", "1 N 1 E"),
                Odd("altitudeLow", "1 N 1 E -100000.01m"),
                Odd("altitudeLowest", .accepted, "1 N 1 E -100000.00m"),
                Odd("altitudeHighest", .accepted, "1 N 1 E 42849672.95m"),
                Odd("altitudeHigh", "1 N 1 E 42849672.96m"), Odd("sizeHighest", .accepted, "1 N 1 E 0m 90000000.00m"),
                Odd("sizeHigh", "1 N 1 E 0m 90000000.01m"), Odd("sizeRounded", .unclear, "1 N 1 E 0m 15m"),
                Odd("size95", .unclear, "1 N 1 E 0m 95m"),
                Odd("sizeZero", .unclear, "1 N 1 E 0m 0m"), Odd("sizeNegative", "1 N 1 E 0m -1m"),
                Odd("threeDecimals", .unclear, "1 N 1 E 0.001m"),
                Odd("oneDecimal", .unclear, "1 N 1 E 0.5m"), Odd("noMetres", .accepted, "1 N 1 E 0"),
                Odd("kilometres", "1 N 1 E 0km"),
                Odd("lowerHemisphere", .unclear, "1 n 1 e 0m"), Odd("extra", "1 N 1 E 0m 1m 1m 1m 1m"),
                Odd("minutesFraction", "1 1.5 N 0 E 0m"),
                Odd("degreesFraction", "1.5 N 0 E 0m"), Odd("negativeDegrees", "-1 N 0 E 0m"),
                Odd("dotAtEnd", .unclear, "1 1 1. N 0 E 0m"),
                Odd("dotAtStart", .unclear, "1 1 .5 N 0 E 0m"), Odd("upperM", .unclear, "1 N 1 E 0M"),
                Odd("plus", .unclear, "1 N 1 E +1m"),
                Odd("minus0", .unclear, "1 N 1 E -0.50m"), Odd("quoted", .unclear, "1 \"N\" 1 E 0m"),
                Odd("metresAlone", "1 N 1 E m"),
                Odd("fourParts", "1 1 1 1 N 1 E 0m"), Odd("zeroPadded", .unclear, "01 01 01.000 N 001 E 0m"),
                Odd("altitudeDotAtEnd", .unclear, "1 N 1 E 1.m"),
                Odd("spaceBeforeM", "1 N 1 E 0 m"), Odd("oneSecondDigit", .unclear, "1 1 1.5 N 0 E 0m"),
                Odd("secondsAlone", "N 1 E 0m"),
            ]
        ) { random in
            let (north, latitude) = angle(&random, 90, ["N", "S"])
            let (east, longitude) = angle(&random, 180, ["E", "W"])
            let centimetres =
                random.chance(2) ? random.boundary(0...0xFFFF_FFFF) : 10_000_000 + random.number(-99...9999) * 100
            let altitude = centimetres - 10_000_000
            let size = altitude < 0 ? "-" : ""
            let fraction = String(abs(altitude) % 100 + 100).dropFirst()
            let whole = altitude % 100 == 0 && random.chance(2)
            var text = "\(north) \(east) \(size)\(abs(altitude) / 100)\(whole ? "" : ".\(fraction)")"
            if random.chance(2) { text += "m" }
            var octets: [UInt8] = [0x12, 0x16, 0x13]
            for index in 0..<random.number(0...3) {
                let (metres, octet) = precision(&random)
                text += " " + metres
                octets[index] = octet
            }
            return Written(text, [0] + octets + big(latitude, 4) + big(longitude, 4) + big(centimetres, 4))
        }
    }

    /// Gateway type, algorithm, gateway and key (RFC 4025 §3).
    static func gateway() -> FieldModel {
        let key = "AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ=="
        return FieldModel(
            "gateway",
            odd: [
                Odd("type4", .unclear, "4 2 . " + key), Odd("type256", "256 2 . " + key),
                Odd("type0WithAddress", .unclear, "0 2 192.0.2.1 " + key),
                Odd("type0WithName", .unclear, "0 2 gw.test. " + key), Odd("type1WithName", "1 2 gw.test. " + key),
                Odd("type1WithSix", "1 2 ::1 " + key),
                Odd("type2WithFour", "2 2 192.0.2.1 " + key), Odd("type3WithAddress", .unclear, "3 2 192.0.2.1 " + key),
                Odd("noKey", .unclear, "1 2 192.0.2.1"),
                Odd("noKeyAlgorithm0", .unclear, "1 0 192.0.2.1"), Odd("badKey", "1 2 192.0.2.1 !!!!"),
                Odd("algorithm256", "1 256 192.0.2.1 " + key),
                Odd("noGateway", "1 2"), Odd("algorithm0WithKey", .unclear, "1 0 192.0.2.1 " + key),
                Odd("badAddress", "1 2 192.0.2.256 " + key),
                Odd("mnemonic", .unclear, "1 RSA 192.0.2.1 " + key), Odd("type0at", .unclear, "0 2 @ " + key),
                Odd("noKeyType0", .unclear, "0 0 ."),
            ]
        ) { random in
            let (type, written) = relay(&random)
            let algorithm = random.number(1...3)
            let key = random.octets(random.number(1...40))
            return Written(
                Array("\(type) \(algorithm) ".utf8) + written.text + [32] + Array(Encoding.base64(key).utf8),
                Wire(big(type, 1) + big(algorithm, 1)) + written.wire + Wire(key))
        }
    }

    /// Nothing, an address or a name, by its type.
    private static func relay(_ random: inout SeededRandom) -> (Int, Written) {
        let type = random.number(0...3)
        switch type {
        case 0: return (type, Written(".", []))
        case 1: return (type, FieldModel.ipv4("").valid(&random))
        case 2: return (type, address6(&random))
        default: return (type, NameText.name(&random, host: false))
        }
    }

    /// Discovery bit, type and relay (RFC 8777 §4).
    static func amtRelay() -> FieldModel {
        FieldModel(
            "relay",
            odd: [
                Odd("discovery2", "2 1 192.0.2.1"), Odd("type4", .unclear, "0 4 ."), Odd("type128", "0 128 ."),
                Odd("type0WithAddress", .unclear, "0 0 192.0.2.1"),
                Odd("type1WithName", "0 1 a.test."), Odd("type1WithSix", "0 1 ::1"),
                Odd("type2WithFour", "0 2 192.0.2.1"), Odd("noRelay", "0 1"),
                Odd("type0NoRelay", .unclear, "0 0"), Odd("type3WithDot", .unclear, "0 3 ."),
                Odd("extra", "0 1 192.0.2.1 x"), Odd("negative", "-1 1 192.0.2.1"),
            ]
        ) { random in
            let (type, written) = relay(&random)
            let discovery = random.number(0...1)
            return Written(
                Array("\(discovery) \(type) ".utf8) + written.text,
                Wire([UInt8(truncatingIfNeeded: discovery << 7 | type)]) + written.wire)
        }
    }

    /// Algorithm, HIT, key and rendezvous servers (RFC 8005 §5).
    static func hostIdentity() -> FieldModel {
        let key =
            "AwEAAbdxyhNuSutc5EMzxTs9LBPCIkOFH8cIvM4p9+LrV4e19WzK00+CI6zBCQTd"
        let hit = "200100107B1A74DF365639CC39F1D578"
        return FieldModel(
            "host identity",
            odd: [
                Odd("algorithm256", "256 \(hit) \(key)"), Odd("oddHIT", "2 \(hit)1 \(key)"),
                Odd("badHIT", "2 xx \(key)"), Odd("noKey", "2 \(hit)"),
                Odd("badKey", "2 \(hit) !!!!"), Odd("badServer", "2 \(hit) \(key) a..b."),
                Odd("shortKey", "2 \(hit) YWI"), Odd("emptyHIT", "2 \"\" \(key)"),
                Odd("quotedServer", .unclear, "2 \(hit) \(key) \"a.\""),
                Odd("longHIT", "2 \(String(repeating: "ab", count: 256)) \(key)"),
            ]
        ) { random in
            let tag = random.octets(random.chance(2) ? 16 : random.number(1...20))
            let publicKey = random.octets(random.number(1...50))
            let algorithm = random.boundary(0...255)
            var text = Array(
                "\(algorithm) \(Encoding.hexadecimal(tag, upper: true)) \(Encoding.base64(publicKey))".utf8)
            var wire = Wire(
                [UInt8(truncatingIfNeeded: tag.count), UInt8(truncatingIfNeeded: algorithm)] + big(publicKey.count, 2)
                    + tag
                    + publicKey)
            for _ in 0..<random.number(0...3) {
                let server = NameText.name(&random, host: false)
                text += [32] + server.text
                wire = wire + server.wire
            }
            return Written(text, wire)
        }
    }

    /// Tag and value (RFC 8659 §4.1).
    static func property() -> FieldModel {
        FieldModel(
            "property",
            odd: [
                Odd("emptyTag", "\"\" \"x\""), Odd("hyphenTag", "is-sue \"x\""), Odd("underscoreTag", "is_sue \"x\""),
                Odd("noValue", "issue"),
                Odd("emptyValue", .accepted, "issue \"\""), Odd("bareValue", .unclear, "issue ca.test"),
                Odd("quotedTag", .unclear, "\"issue\" \"x\""),
                Odd("twoValues", "issue \"x\" \"y\""), Odd("upperTag", .unclear, "ISSUE \"x\""),
                Odd("longTag", .unclear, String(repeating: "a", count: 255) + " \"x\""),
                Odd("tag256", String(repeating: "a", count: 256) + " \"x\""),
                Odd("long", .accepted, "issue \"" + String(repeating: "x", count: 300) + "\""),
                Odd("unclosed", "issue \"x"), Odd("escape256", "issue \"\\256\""),
                Odd("bareSemicolon", .unclear, "issue ;"), Odd("unknownTag", .accepted, "tbs \"Unknown\""),
                Odd("escapedTag", .unclear, "iss\\117e \"x\""), Odd("longTag15", .unclear, "abcdefghijklmno \"x\""),
                Odd("longTag16", .unclear, "abcdefghijklmnop \"x\""),
                Odd("eightBit", .unclear, "issue \"\u{e9}\""), Odd("noSpace", .unclear, "issue\"x\""),
            ]
        ) { random in
            let tag = random.pick(["issue", "issuewild", "iodef", "contactemail", "tbs1"])
            let value = stringOctets(&random, 255)
            var text = stringText(value, &random)
            if text.first != 34 { text = [34] + text + [34] }
            return Written(
                Array(tag.utf8) + [32] + text,
                Wire([UInt8(truncatingIfNeeded: tag.utf8.count)] + Array(tag.utf8) + value))
        }
    }

    /// A target that fills the rest, in quotes (RFC 7553 §4.5).
    static func target() -> FieldModel {
        FieldModel(
            "target",
            odd: [
                Odd("bare", .unclear, "https://a.test/"), Odd("two", "\"a\" \"b\""),
                Odd("long", .accepted, "\"" + String(repeating: "x", count: 600) + "\""),
                Odd("unclosed", "\"abc"), Odd("empty", .unclear, "\"\""), Odd("escape256", "\"a\\256\""),
                Odd("shortEscape", "\"a\\12\""), Odd("newline", .unclear, "\"a\nb\""),
            ]
        ) { random in
            var octets = stringOctets(&random, 255)
            if octets.isEmpty { octets = [97] }
            var text = stringText(octets, &random)
            if text.first != 34 { text = [34] + text + [34] }
            return Written(text, Wire(octets))
        }
    }
}

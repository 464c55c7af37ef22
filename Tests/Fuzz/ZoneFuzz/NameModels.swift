// Domain names and strings.

enum NameText {
    /// The zone's origin; each zone begins with it.
    static let origin: [[UInt8]] = [Array("example".utf8)]

    static func wire(_ labels: [[UInt8]]) -> Wire {
        Wire(labels.flatMap { [UInt8(truncatingIfNeeded: $0.count)] + $0 } + [0], isName: true)
    }

    static func text(_ label: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        label.flatMap { octet -> [UInt8] in
            // Knot wants most signs escaped.
            let mustEscape = !octet.isASCIIAlphanumeric && octet != 45 && octet != 95 && octet != 42
            let digits = octet < 10 ? "\\00\(octet)" : octet < 100 ? "\\0\(octet)" : "\\\(octet)"
            if mustEscape {
                // An escaped bracket may begin a bit string, an escaped hash generic data.
                let printable = octet > 32 && octet < 127 && octet != 91 && octet != 35
                return printable && !random.chance(3) ? [92, octet] : Array(digits.utf8)
            }
            if octet.isASCIIAlphanumeric || octet == 45 || octet == 95 {
                return random.chance(60) ? Array(digits.utf8) : [octet]
            }
            return [octet]
        }
    }

    static func hostLabel(_ random: inout SeededRandom, _ longest: Int = 12) -> [UInt8] {
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
        let count = random.chance(20) ? 63 : random.number(1...longest)
        var label = (0..<count).map { _ in random.pick(letters) }
        if label.count > 2, random.chance(5) { label[1] = 45 }
        if random.chance(8) { label = label.map { $0 >= 97 ? $0 - 32 : $0 } }
        return label
    }

    static func anyLabel(_ random: inout SeededRandom) -> [UInt8] {
        switch random.number(1...6) {
        // NSD prints backslashes so that it cannot read them again; oddities have them.
        case 1: random.octets(random.number(1...10)).map { $0 == 92 ? 47 : $0 }
        case 2: Array("*".utf8)
        case 3: Array("_".utf8) + hostLabel(&random).prefix(62)
        case 4: Array("a.b/c\"d;e(f)g@h i$".utf8.shuffled(using: &random).prefix(8))
        default: hostLabel(&random)
        }
    }

    /// A name, relative or absolute. Host names lie outside the zone, so that nobody asks for their addresses.
    static func name(_ random: inout SeededRandom, host: Bool) -> Written {
        if !host {
            if random.chance(15) { return Written("@", wire(origin)) }
            if random.chance(15) { return Written(".", wire([])) }
        }
        if random.chance(40) {
            let long = [63, 63, 63, 61].map { count in (0..<count).map { _ in UInt8(97 + random.number(0...25)) } }
            return Written(Array(long.joined(separator: [46])) + [46], wire(long))
        }
        let count = random.number(1...4)
        var labels = (0..<count).map { _ in host || random.chance(2) ? hostLabel(&random) : anyLabel(&random) }
        if host { labels[0] = Array("h".utf8) + labels[0].prefix(60) }
        // With the origin 255 octets at most.
        while wire(labels + origin).octets.count > 255 { labels.removeLast() }
        let relative = random.chance(2) && !host
        var text = Array(labels.map { self.text($0, &random) }.joined(separator: [46]))
        if text == [64] { text = [92, 64] }
        return relative ? Written(text, wire(labels + origin)) : Written(text + [46], wire(labels))
    }
}

extension FieldModel {
    static func name(_ name: String, host: Bool = false) -> FieldModel {
        let label64 = String(repeating: "a", count: 64)
        let label63 = String(repeating: "b", count: 63)
        return FieldModel(
            name, plain: "host.test.",
            odd: [
                Odd("emptyLabel", "a..b."), Odd("dotAtStart", ".a."), Odd("twoDots", ".."), Odd("label64", label64),
                Odd("label64Escaped", "\\097" + String(repeating: "a", count: 63)),
                Odd("name256", "\(label63).\(label63).\(label63).\(String(repeating: "c", count: 62))."),
                Odd("relative256", "\(label63).\(label63).\(label63).\(String(repeating: "c", count: 54))"),
                Odd("escape256", "a\\256b."), Odd("escape999", "a\\999."), Odd("shortEscape", "a\\12."),
                Odd("shortEscapeAtEnd", "a\\25"), Odd("backslashAtEnd", "a\\"),
                Odd("quoted", .unclear, "\"host.test.\""), Odd("quotedInside", .unclear, "a\"b\"c."),
                Odd("empty", "\"\""), Odd("ampersand", .unclear, "a&b."), Odd("comma", .unclear, "a,b."),
                Odd("dollar", .unclear, "a$b."), Odd("at", .unclear, "a@b."), Odd("slash", .unclear, "a/b."),
                Odd("underscore", .unclear, "_a."), Odd("escapedSpace", .unclear, "a\\ b."),
                Odd("escapedZero", .unclear, "a\\000b."), Odd("atWithDot", .unclear, "@."),
                Odd("escapedAt", .unclear, "\\@"), Odd("colon", .unclear, "a:b."), Odd("star", .unclear, "*"),
                Odd("starInside", .unclear, "a.*.b."), Odd("escapedDot", .unclear, "a\\.b."),
                Odd("hyphen", .unclear, "-a-."),
                Odd("equals", .unclear, "a=b."), Odd("braces", .unclear, "{a}."), Odd("upper", .unclear, "A.B."),
                Odd("escapedLetter", .unclear, "\\a\\b."), Odd("bitLabel", "\\[x40]."),
                Odd("bracketInside", .unclear, "a\\[b."),
                Odd("escapedBackslash", .unclear, "a\\\\b."), Odd("escapedBackslashAtEnd", .unclear, "a\\\\."),
            ]
        ) { random in NameText.name(&random, host: host) }
    }

    // MARK: Strings

    /// One `<character-string>` (RFC 1035 §5.1).
    static func string(_ name: String, odd: [Odd] = [], limit: Int = 255) -> FieldModel {
        FieldModel(name, plain: "\"x\"", odd: oddStrings + odd) { random in
            let octets = stringOctets(&random, limit)
            return Written(stringText(octets, &random), Wire([UInt8(octets.count)] + octets))
        }
    }

    /// One or more, to the end of the record.
    static func strings(_ name: String) -> FieldModel {
        FieldModel(
            name, plain: "\"x\"",
            odd: oddStrings + [Odd("adjacent", .unclear, "\"a\"\"b\""), Odd("adjacentBare", .unclear, "\"a\"b\"c\"")]
        ) { random in
            var text: [UInt8] = []
            var wire = Wire()
            for index in 0..<(random.chance(3) ? random.number(2...5) : 1) {
                let octets = stringOctets(&random, 255)
                if index > 0 { text += random.chance(4) ? [9] : [32] }
                text += stringText(octets, &random)
                wire = wire + Wire([UInt8(octets.count)] + octets)
            }
            return Written(text, wire)
        }
    }

    static func stringOctets(_ random: inout SeededRandom, _ limit: Int) -> [UInt8] {
        switch random.number(1...12) {
        case 1: return []
        case 2: return (0..<limit).map { _ in UInt8(random.number(97...122)) }
        case 3: return random.octets(random.number(1...20))
        case 4: return Array("v=spf1 include:x;y \"q\" \\ (z) $ORIGIN @".utf8)
        default: return (0..<random.number(1...30)).map { _ in UInt8(random.number(32...126)) }
        }
    }

    static func stringText(_ octets: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        let isPlain = !octets.isEmpty && octets.allSatisfy { $0.isASCIIAlphanumeric }
        let quoted = !isPlain || random.chance(2)
        let bare = !octets.isEmpty && random.chance(5)
        var text: [UInt8] = []
        for octet in octets {
            let digits = octet < 10 ? "\\00\(octet)" : octet < 100 ? "\\0\(octet)" : "\\\(octet)"
            if octet < 32 || octet > 126 {
                text += Array(digits.utf8)
            } else if octet == 34 || octet == 92 {
                // NSD takes a blank for escaped that comes behind an escaped backslash.
                text += random.chance(4) || bare || !quoted ? Array(digits.utf8) : [92, octet]
            } else if bare, !octet.isASCIIAlphanumeric {
                text += Array(digits.utf8)
            } else if random.chance(80) {
                text += random.chance(2) || octet.isASCIIAlphanumeric ? Array(digits.utf8) : [92, octet]
            } else {
                text.append(octet)
            }
        }
        return bare || !quoted ? text : [34] + text + [34]
    }

    static let oddStrings: [Odd] = [
        Odd("octets256", "\"" + String(repeating: "x", count: 256) + "\""),
        Odd("octets256Bare", String(repeating: "x", count: 256)),
        Odd("octets256Escaped", "\"" + String(repeating: "\\120", count: 256) + "\""),
        Odd("octets255Escaped", .accepted, "\"" + String(repeating: "\\120", count: 255) + "\""),
        Odd("unclosedQuote", "\"abc"), Odd("escape256", "\"a\\256b\""), Odd("escape999", "\"\\999\""),
        Odd("shortEscape", "\"a\\12\""), Odd("shortEscapeLetter", "\"a\\1xb\""), Odd("escape256Bare", "a\\256"),
        Odd("shortEscapeBare", "a\\12"), Odd("backslashAtEnd", "a\\"), Odd("backslashBeforeQuote", "\"a\\\""),
        Odd("newlineInside", .unclear, "\"a\nb\""), Odd("tabInside", .unclear, "\"a\tb\""),
        Odd("eightBit", .unclear, "\"\u{e9}\""), Odd("eightBitBare", .unclear, "\u{e9}"),
        Odd("quoteInside", .unclear, "a\"b"), Odd("quotesInside", .unclear, "a\"b\"c"),
        Odd("semicolonBare", .unclear, "a;b"), Odd("singleQuotes", .unclear, "'ab'"),
        Odd("escapedQuoteBare", .unclear, "a\\\"b"), Odd("escapedSpaceBare", .unclear, "a\\ b"),
        Odd("escapedSemicolonBare", .unclear, "a\\;b"), Odd("parenthesisInQuotes", .accepted, "\"a(b\""),
        Odd("escapedLetter", .unclear, "\"\\a\\n\""), Odd("letterAfterQuote", .unclear, "\"a\"x"),
        Odd("zero", .unclear, "\"\\000\""), Odd("escapedBackslashBare", .unclear, "a\\\\"),
        Odd("escapedParenthesisBare", .unclear, "a\\(b\\)"),
        Odd("escapedNewline", .unclear, "\"a\\\nb\""), Odd("control", .unclear, "\"a\u{1}b\""),
    ]
}

// Numbers, times and addresses.

typealias Odd = FieldModel.Odd

extension FieldModel {
    /// A decimal number of so many octets.
    static func number(_ name: String, _ octets: Int, _ range: ClosedRange<Int>? = nil, odd: [Odd] = []) -> FieldModel {
        let range = range ?? 0...((1 << (8 * octets)) - 1)
        return FieldModel(
            name, plain: "\(max(range.lowerBound, min(3, range.upperBound)))",
            odd: oddNumbers((1 << (8 * octets)) - 1) + odd
        ) { random in
            let value = random.boundary(range)
            return Written("\(value)", big(value, octets))
        }
    }

    static func oddNumbers(_ largest: Int) -> [Odd] {
        var odd: [Odd] = [
            Odd("tooLarge", "\(largest + 1)"), Odd("negative", "-1"), Odd("sign", "+1"),
            Odd("letters", "x"), Odd("trailingLetter", "1x"), Odd("fraction", "1.0"), Odd("huge", "4294967296"),
            Odd("wraps64", "18446744073709551617"), Odd("quoted", .unclear, "\"1\""), Odd("hexadecimal", "0x1"),
            Odd("escapedDigit", .unclear, "\\049"), Odd("escapedSign", .unclear, "\\1"),
            Odd("leadingZeros", .unclear, "0001"), Odd("manyZeros", .unclear, "00000000000000000001"),
            Odd("empty", "\"\""), Odd("comma", "1,"),
        ]
        if largest > 99 { odd.append(Odd("far", "\(largest)9")) }
        return odd
    }

    /// Seconds in 32 bits, as SOA has them.
    static func seconds(_ name: String) -> FieldModel {
        FieldModel(
            name, plain: "60",
            odd: oddNumbers(0xFFFF_FFFF).filter { $0.label != "trailingLetter" } + [
                Odd("unitAlone", "h"), Odd("unknownUnit", "1y"), Odd("noUnitAtEnd", .unclear, "1h30"),
                Odd("twice", .unclear, "1h1h"), Odd("order", .unclear, "1s1h"), Odd("wrapsUnits", "7102w"),
                Odd("blank", .unclear, "1h-"),
            ]
        ) { random in
            if random.chance(2) {
                let value = random.boundary(0...0x7FFF_FFFF)
                return Written("\(value)", big(value, 4))
            }
            return duration(&random)
        }
    }

    static func duration(_ random: inout SeededRandom, within limit: Int = 0x7FFF_FFFF) -> Written {
        var text = ""
        var value = 0
        for (letter, seconds) in [("w", 604800), ("d", 86400), ("h", 3600), ("m", 60), ("s", 1)]
        where random.chance(2) {
            let count = random.number(0...40)
            text += "\(count)\(random.chance(3) ? letter.uppercased() : letter)"
            value += count * seconds
        }
        return text.isEmpty || value > limit ? Written("1h", big(3600, 4)) : Written(text, big(value, 4))
    }

    static func ipv4(_ name: String) -> FieldModel {
        FieldModel(
            name, plain: "192.0.2.1",
            odd: [
                Odd("octetTooLarge", "192.0.2.256"), Odd("threeParts", "192.0.2"), Odd("fiveParts", "192.0.2.1.1"),
                Odd("finalDot", "192.0.2.1."), Odd("leadingZero", "192.0.02.1"), Odd("hexadecimal", "0x7f.0.0.1"),
                Odd("plainNumber", "3232235777"), Odd("letters", "a.b.c.d"), Odd("negative", "192.0.2.-1"),
                Odd("emptyPart", "192..2.1"), Odd("ipv6", "2001:db8::1"), Odd("prefix", "192.0.2.0/24"),
                Odd("quoted", .unclear, "\"192.0.2.1\""), Odd("escaped", .unclear, "\\049.0.2.1"),
                Odd("huge", "192.0.2.4294967297"), Odd("empty", "\"\""), Odd("brackets", "[192.0.2.1]"),
                Odd("zeros", "192.0.2.00"), Odd("backslash", "192\\.0.2.1"),
            ]
        ) { random in
            let octets = random.chance(8) ? random.pick([[0, 0, 0, 0], [255, 255, 255, 255]]) : random.octets(4)
            return Written(octets.map { "\($0)" }.joined(separator: "."), octets)
        }
    }

    static func ipv6(_ name: String) -> FieldModel {
        FieldModel(
            name,
            odd: [
                Odd("twoGaps", "1::2::3"), Odd("nineGroups", "1:2:3:4:5:6:7:8:9"), Odd("sevenGroups", "1:2:3:4:5:6:7"),
                Odd("longGroup", "1:2:3:4:5:6:7:12345"), Odd("letters", "1:2:3:4:5:6:7:g"), Odd("zone", "fe80::1%eth0"),
                Odd("ipv4", "192.0.2.1"), Odd("colonAtEnd", "1:2:3:4:5:6:7:8:"), Odd("colonAtStart", ":1:2:3:4:5:6:7"),
                Odd("colonAlone", ":"), Odd("threeColons", ":::"), Odd("brackets", "[::1]"),
                Odd("prefix", "2001:db8::/32"),
                Odd("badIPv4Tail", "::192.0.2.256"), Odd("shortIPv4Tail", "::192.0.2"),
                Odd("ipv4InTheMiddle", "1:192.0.2.1::"), Odd("quoted", .unclear, "\"::1\""), Odd("empty", "\"\""),
                Odd("gapForNothing", .unclear, "1:2:3:4:5:6:7::8"), Odd("eightAndGap", "1:2:3:4:5:6:7:8::"),
                Odd("ipv4TailTooFar", "1:2:3:4:5:6:7:192.0.2.1"), Odd("leadingZeroTail", "::192.0.2.01"),
                Odd("finalDot", "2001:db8::1."), Odd("fiveZeros", "2001:db8::00001"),
            ]
        ) { random in address6(&random) }
    }

    static func address6(_ random: inout SeededRandom) -> Written {
        var groups = (0..<8).map { _ in random.chance(2) ? 0 : random.boundary(0...0xFFFF) }
        if random.chance(12) { groups = Array(repeating: 0, count: 8) }
        let wire = groups.flatMap { big($0, 2) }
        let hex = { (group: Int, random: inout SeededRandom) -> String in
            let text = String(group, radix: 16)
            let padded = random.chance(4) ? String(repeating: "0", count: 4 - text.count) + text : text
            return random.chance(4) ? padded.uppercased() : padded
        }
        // Any run of zeros may be left out, not only the longest; the last 32 bits may be a dotted quad.
        let runs = groups.indices.filter { groups[$0] == 0 }
        let dotted = random.chance(6)
        let count = dotted ? 6 : 8
        if let start = runs.filter({ $0 < count }).randomElement(using: &random), random.chance(2) {
            var end = start
            while end < count, groups[end] == 0, end == start || !random.chance(6) { end += 1 }
            if end - start > 1 || !dotted {
                let before = groups[..<start].map { hex($0, &random) }.joined(separator: ":")
                var tail = groups[end..<count].map { hex($0, &random) }
                if dotted { tail.append(wire[12...].map { "\($0)" }.joined(separator: ".")) }
                if end - start > 1 { return Written(before + "::" + tail.joined(separator: ":"), wire) }
            }
        }
        var parts = groups[..<count].map { hex($0, &random) }
        if dotted { parts.append(wire[12...].map { "\($0)" }.joined(separator: ".")) }
        return Written(parts.joined(separator: ":"), wire)
    }

    /// 64 bits as four groups of hexadecimal digits (RFC 6742 §2.1.2).
    static func locator64(_ name: String) -> FieldModel {
        FieldModel(
            name,
            odd: [
                Odd("threeGroups", "1:2:3"), Odd("fiveGroups", "1:2:3:4:5"), Odd("gap", .unclear, "1::4"),
                Odd("longGroup", "1:2:3:12345"), Odd("letters", "1:2:3:g"), Odd("quoted", .unclear, "\"1:2:3:4\""),
                Odd("emptyGroup", .unclear, "1:2::4"), Odd("digitsOnly", "0014004400440014"), Odd("empty", "\"\""),
                Odd("dashes", "1-2-3-4"), Odd("colonAtEnd", "1:2:3:4:"),
            ]
        ) { random in
            let groups = (0..<4).map { _ in random.boundary(0...0xFFFF) }
            return Written(
                groups.map { String($0, radix: 16) }.joined(separator: ":"), groups.flatMap { big($0, 2) })
        }
    }

    /// RFC 7043 §3.2, §4.2.
    static func eui(_ octets: Int) -> FieldModel {
        let good = Array(repeating: "0a", count: octets)
        return FieldModel(
            "address",
            odd: [
                Odd("tooShort", good.dropLast().joined(separator: "-")),
                Odd("tooLong", (good + ["0a"]).joined(separator: "-")),
                Odd("colons", good.joined(separator: ":")), Odd("noDashes", good.joined()),
                Odd("letters", (good.dropLast() + ["0g"]).joined(separator: "-")),
                Odd("oneDigit", (good.dropLast() + ["a"]).joined(separator: "-")),
                Odd("threeDigits", (good.dropLast() + ["00a"]).joined(separator: "-")),
                Odd("dashAtEnd", good.joined(separator: "-") + "-"), Odd("empty", "\"\""),
                Odd("quoted", .unclear, "\"" + good.joined(separator: "-") + "\""),
                Odd("spaced", good.joined(separator: " ")),
            ]
        ) { random in
            let address = random.octets(octets)
            let upper = random.chance(2)
            return Written(
                address.map { Encoding.hexadecimal([$0], upper: upper) }.joined(separator: "-"), address)
        }
    }

    /// Signature times: YYYYMMDDHHmmSS or seconds (RFC 4034 §3.2).
    /// NSD does not read seconds, and SIG has none, so that valid records have dates.
    static func signatureTime(_ name: String) -> FieldModel {
        FieldModel(
            name, plain: "20260101000000",
            odd: [
                Odd("seconds", .unclear, "1767225600"), Odd("secondsLargest", .unclear, "4294967295"),
                Odd("secondsZero", .unclear, "0"),
                Odd("month13", "20261301000000"), Odd("month0", "20260001000000"), Odd("day32", "20260132000000"),
                Odd("day0", "20260100000000"), Odd("hour24", "20260101240000"), Odd("minute60", "20260101006000"),
                Odd("second60", .unclear, "20260101000060"), Odd("second61", "20260101000061"),
                Odd("february30", "20260230000000"), Odd("february29", .unclear, "20260229000000"),
                Odd("thirteenDigits", "2026010100000"), Odd("fifteenDigits", "202601010000000"), Odd("letters", "soon"),
                Odd("before1970", .unclear, "19691231235959"), Odd("year0", .unclear, "00010101000000"),
                Odd("after2106", .unclear, "21060301000000"), Odd("tooLarge", "4294967296"),
                Odd("quoted", .unclear, "\"20260101000000\""), Odd("empty", "\"\""), Odd("negative", "-1"),
                Odd("april31", "20260431000000"), Odd("year9999", .unclear, "99991231235959"),
            ]
        ) { random in
            // Each month has a 28th day, so that no calendar is needed here.
            let days = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
            let month = random.number(1...12)
            let (day, hour, minute, second) =
                (random.number(1...28), random.number(0...23), random.number(0...59), random.number(0...59))
            // 2025 and 2026 are no leap years; 2025-01-01 is day 20089 of the epoch.
            let year = random.number(2025...2026)
            let total = ((20089 + (year - 2025) * 365 + days[month - 1] + day - 1) * 24 + hour) * 60 + minute
            func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
            return Written(
                "\(year)\(two(month))\(two(day))\(two(hour))\(two(minute))\(two(second))", big(total * 60 + second, 4))
        }
    }
}

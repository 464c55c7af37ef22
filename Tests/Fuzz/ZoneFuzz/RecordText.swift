/// Writes a record as a line, or several, in one of the ways that RFC 1035 §5.1 allows.
/// ldns does not read a TTL behind a class, so only some zones have that.
enum RecordText {
    struct Line {
        var text: [UInt8]
        var ttl: Int
    }

    static func line(
        owner: [UInt8], type: [UInt8], data: [UInt8], plain: Bool = false, classFirst: Bool = false,
        _ random: inout SeededRandom
    ) -> Line {
        if plain {
            return Line(text: owner + [32] + type + [32] + data + [10], ttl: 300)
        }
        var ttl = 300
        var words: [[UInt8]] = []
        if random.chance(2) {
            let (text, value) = timeToLive(&random)
            ttl = value
            words.append(text)
        }
        if random.chance(2) {
            words.insert(Array((random.chance(4) ? "in" : "IN").utf8), at: classFirst ? 0 : words.count)
        }
        words.append(type)
        func gap() -> [UInt8] {
            switch random.number(1...10) {
            case 1: [9]
            case 2: [32, 9, 32]
            default: [32]
            }
        }
        var text = owner
        for word in words { text += gap() + word }
        switch random.number(1...10) {
        case 1: text += Array(" ( ".utf8) + data + Array(" )".utf8)
        case 2: text += Array(" (\n  ".utf8) + data + Array("\n )".utf8)
        case 3: text += Array(" ( ; here\n\t".utf8) + data + Array(" ; there\n\n ) ; \"(".utf8)
        default: text += gap() + data
        }
        if random.chance(10) { text += [32, 9] }
        if random.chance(8) { text += Array(" ; ) \" (comment".utf8) }
        return Line(text: text + [10], ttl: ttl)
    }

    /// Seconds, or one unit: what all programs read alike.
    private static func timeToLive(_ random: inout SeededRandom) -> ([UInt8], Int) {
        let units = [("s", 1), ("m", 60), ("h", 3600), ("d", 86400), ("w", 604800)]
        if random.chance(4) {
            let (letter, seconds) = random.pick(units)
            let count = random.number(1...50)
            return (Array("\(count)\(random.chance(3) ? letter.uppercased() : letter)".utf8), count * seconds)
        }
        let value = random.chance(8) ? random.pick([0, 1, 0x7FFF_FFFF]) : random.number(1...700_000)
        return (Array("\(value)".utf8), value)
    }

    /// The generic form of RFC 3597 §5.
    static func generic(_ octets: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        let digits = Encoding.hexadecimal(octets, upper: random.chance(2))
        var text = "\\# \(octets.count)"
        if !octets.isEmpty {
            // Cut between octets: programs differ on digits that a space tears apart.
            text += " "
            for (index, digit) in digits.enumerated() {
                if index > 0, index % 2 == 0, random.chance(12) { text += " " }
                text.append(digit)
            }
        }
        return Array(text.utf8)
    }

    static func mnemonic(_ model: TypeModel, _ random: inout SeededRandom) -> [UInt8] {
        Array((random.chance(8) ? model.mnemonic.lowercased() : model.mnemonic).utf8)
    }
}

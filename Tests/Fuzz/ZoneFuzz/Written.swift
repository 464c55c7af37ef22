/// RDATA in wire form, with the octets marked that belong to names: their letter case does not count.
public struct Wire: Hashable, Sendable {
    public var octets: [UInt8] = []
    public var isName: [Bool] = []

    init(_ octets: [UInt8] = [], isName: Bool = false) {
        self.octets = octets
        self.isName = Array(repeating: isName, count: octets.count)
    }

    static func + (left: Wire, right: Wire) -> Wire {
        var sum = left
        sum.octets += right.octets
        sum.isName += right.isName
        return sum
    }

    /// With names in lower case.
    public var canonical: [UInt8] {
        zip(octets, isName).map { octet, isName in isName ? octet.lowercasedASCII : octet }
    }
}

/// Something as a master file has it, and what it means on the wire.
struct Written {
    var text: [UInt8]
    var wire: Wire

    init(_ text: String, _ wire: Wire) {
        self.text = Array(text.utf8)
        self.wire = wire
    }

    init(_ text: [UInt8], _ wire: Wire) {
        self.text = text
        self.wire = wire
    }

    init(_ text: String, _ octets: [UInt8]) { self.init(text, Wire(octets)) }
}

extension UInt8 {
    var lowercasedASCII: UInt8 { self >= 65 && self <= 90 ? self + 32 : self }
    var isASCIIAlphanumeric: Bool { self >= 48 && self <= 57 || self >= 65 && self <= 90 || self >= 97 && self <= 122 }
}

/// Numbers as their octets, most significant first.
func big(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * (count - 1 - $0))) }
}

/// Octets as text in the encodings of RFC 4648, written here anew: the zones are judged by this.
enum Encoding {
    static func hexadecimal(_ octets: some Sequence<UInt8>, upper: Bool = false) -> String {
        let digits = Array(upper ? "0123456789ABCDEF" : "0123456789abcdef")
        return String(octets.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    static func base64(_ octets: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        return groups(octets, of: 3, bits: 6, letters: letters, padded: true)
    }

    /// The alphabet of RFC 4648 §7, without padding as RFC 5155 §3.3 has it.
    static func base32hex(_ octets: [UInt8]) -> String {
        groups(octets, of: 5, bits: 5, letters: Array("0123456789abcdefghijklmnopqrstuv"), padded: false)
    }

    private static func groups(
        _ octets: [UInt8], of size: Int, bits: Int, letters: [Character], padded: Bool
    ) -> String {
        var text = ""
        for start in stride(from: 0, to: octets.count, by: size) {
            let group = octets[start..<min(start + size, octets.count)]
            var value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (size - group.count))
            var characters: [Character] = []
            for _ in 0..<(size * 8 / bits) {
                characters.append(letters[value & (letters.count - 1)])
                value >>= bits
            }
            characters.reverse()
            let used = (group.count * 8 + bits - 1) / bits
            text += String(characters.prefix(used))
            if padded { text += String(repeating: "=", count: characters.count - used) }
        }
        return text
    }

    /// A text cut by spaces at random places between groups: Knot wants them whole.
    static func spaced(_ text: String, every size: Int, _ random: inout SeededRandom) -> String {
        guard text.count > size, random.chance(3) else { return text }
        var pieces = ""
        for (index, character) in text.enumerated() {
            if index > 0, index % size == 0, random.chance(6) { pieces.append(" ") }
            pieces.append(character)
        }
        return pieces
    }
}

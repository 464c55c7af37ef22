/// The owner or the data of a `$GENERATE`: text with places where the value goes.
///
/// `$` is the value, `${offset,width,base}` the value changed; `$$` and `\$` are a dollar sign.
struct GenerateTemplate {
    enum Base: UInt8 {
        case decimal = 0x64, octal = 0x6F, hexadecimal = 0x78, upperHexadecimal = 0x58
        /// Digits from the last to the first with dots between them, as in ip6.arpa.
        case nibbles = 0x6E, upperNibbles = 0x4E
    }

    enum Piece {
        case text([UInt8])
        case value(offset: Int, width: Int, base: Base)
    }

    /// Octets, dots included, that a value may be made to take.
    static let maximumWidth = 127

    private(set) var pieces: [Piece] = []

    /// `nil` where braces after a `$` hold something else.
    ///
    /// - Parameter isQuoted: the text stood in quotes, so that `\"` is a quote; all else keeps its backslash.
    init?(_ text: [UInt8], isQuoted: Bool) {
        let dollar = UInt8(ascii: "$")
        var literal: [UInt8] = []
        var rest = text[...]
        while let octet = rest.popFirst() {
            if octet == UInt8(ascii: "\\") {
                if !(isQuoted && rest.first == UInt8(ascii: "\"")) { literal.append(octet) }
                if let escaped = rest.popFirst() { literal.append(escaped) }
            } else if octet != dollar {
                literal.append(octet)
            } else if rest.first == dollar {
                literal.append(dollar)
                rest.removeFirst()
            } else {
                if !literal.isEmpty { pieces.append(.text(literal)) }
                literal = []
                var piece = Piece.value(offset: 0, width: 0, base: .decimal)
                if rest.first == UInt8(ascii: "{") {
                    guard let close = rest.firstIndex(of: UInt8(ascii: "}")),
                        let modified = Self.modified(rest[(rest.startIndex + 1)..<close])
                    else { return nil }
                    piece = modified
                    rest = rest[(close + 1)...]
                }
                pieces.append(piece)
            }
        }
        if !literal.isEmpty { pieces.append(.text(literal)) }
    }

    /// `offset`, `offset,width` or `offset,width,base`.
    private static func modified(_ text: ArraySlice<UInt8>) -> Piece? {
        let parts = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard 1...3 ~= parts.count, let offset = number(parts[0]), Int32(exactly: offset) != nil else { return nil }
        var width = 0
        var base = Base.decimal
        if parts.count > 1 {
            guard let given = number(parts[1]), 0...maximumWidth ~= given else { return nil }
            width = given
        }
        if parts.count > 2 {
            guard parts[2].count == 1, let given = parts[2].first.flatMap(Base.init) else { return nil }
            base = given
        }
        return .value(offset: offset, width: width, base: base)
    }

    /// A decimal number with or without sign, blanks before it.
    private static func number(_ text: ArraySlice<UInt8>) -> Int? {
        var text = text.drop(while: Octets.isBlank)
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative || text.first == UInt8(ascii: "+") { text.removeFirst() }
        guard 1...18 ~= text.count, text.allSatisfy(ASCII.isDigit) else { return nil }
        let value = text.reduce(0) { $0 * 10 + Int($1 - 48) }
        return isNegative ? -value : value
    }

    /// Appends the text for a value; false where the value with its offset leaves 32 bits, or the text 1 MiB.
    func append(_ value: Int, to writer: inout ByteWriter) -> Bool {
        let start = writer.count
        for piece in pieces {
            switch piece {
            case .text(let octets): writer.append(octets)
            case .value(let offset, let width, let base):
                guard let number = Int32(exactly: value + offset) else { return false }
                Self.append(number, width: width, base, to: &writer)
                // The reader says what is wrong with a record as long as this.
                if writer.count - start > InputWindow.maximumCapacity { return true }
            }
        }
        return true
    }

    private static func append(_ number: Int32, width: Int, _ base: Base, to writer: inout ByteWriter) {
        let unsigned = UInt32(bitPattern: number)
        switch base {
        case .decimal:
            let digits = String(number.magnitude).utf8
            let sign = number < 0 ? 1 : 0
            if sign > 0 { writer.append(UInt8(ascii: "-")) }
            writer.append(repeating: UInt8(ascii: "0"), width - digits.count - sign)
            writer.append(digits)
        case .octal, .hexadecimal, .upperHexadecimal:
            let digits = String(unsigned, radix: base == .octal ? 8 : 16, uppercase: base == .upperHexadecimal).utf8
            writer.append(repeating: UInt8(ascii: "0"), width - digits.count)
            writer.append(digits)
        case .nibbles, .upperNibbles:
            var rest = unsigned
            var room = width
            repeat {
                writer.append(String(rest & 15, radix: 16, uppercase: base == .upperNibbles).utf8)
                rest >>= 4
                room -= 1
                if rest != 0 || room > 0 {
                    writer.append(UInt8(ascii: "."))
                    room -= 1
                }
            } while rest != 0 || room > 0
        }
    }
}

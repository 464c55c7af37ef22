// Salt and next hashed owner of NSEC3 (RFC 5155 §3.3).

extension MasterParser {
    /// Hexadecimal digits in one token, or `-` for none; with a length octet.
    @inline(never) mutating func readSalt() throws(Fault) {
        let (start, end) = try field()
        if end - start == 1 && buffer[start] == UInt8(ascii: "-") {
            append(0 as UInt8)
            return
        }
        let digits = end - start
        guard digits <= 510, digits % 2 == 0 else { throw Fault(.badSalt, at: start) }
        append(UInt8(truncatingIfNeeded: digits / 2))
        var at = start
        while at < end {
            guard let high = ASCII.hexadecimalValue(buffer[at]), let low = ASCII.hexadecimalValue(buffer[at + 1])
            else { throw Fault(.badSalt, at: start) }
            append(high &<< 4 | low)
            at += 2
        }
    }

    /// Base32 with the extended hexadecimal alphabet (RFC 4648 §7) in one token; with a length octet.
    ///
    /// Whole groups of eight digits only: padding is not written, and servers read nothing else.
    @inline(never) mutating func readNextHash() throws(Fault) {
        let (start, end) = try field()
        let digits = end - start
        let octets = digits / 8 * 5
        guard digits % 8 == 0, octets <= 255 else { throw Fault(.badNextHash, at: start) }
        append(UInt8(truncatingIfNeeded: octets))
        var at = start
        while at < end {
            var group: UInt64 = 0
            for _ in 0..<8 {
                guard let value = Base32.value(buffer[at]) else { throw Fault(.badNextHash, at: start) }
                group = group &<< 5 | UInt64(value)
                at += 1
            }
            for shift in stride(from: 32, through: 0, by: -8) {
                append(UInt8(truncatingIfNeeded: group &>> UInt64(shift)))
            }
        }
        guard NextHash.isRight(octets, algorithm: rdataStart[0]) else { throw Fault(.nextHashLength, at: start) }
    }
}

enum Base32 {
    static let alphabet: StaticString = "0123456789ABCDEFGHIJKLMNOPQRSTUV"

    static func value(_ octet: UInt8) -> UInt8? {
        if ASCII.isDigit(octet) { return octet &- 48 }
        let letter = (octet | 0x20) &- 97
        return letter < 22 ? letter &+ 10 : nil
    }
}

enum NextHash {
    /// SHA-1, the only hash there is, has 20 octets (RFC 5155 §11).
    static func isRight(_ octets: Int, algorithm: UInt8) -> Bool {
        algorithm == 1 ? octets == 20 : octets > 0 && octets % 5 == 0
    }
}

extension FieldLength {
    static func salt(_ octets: UnsafeBufferPointer<UInt8>) -> Int? { characterString(octets) }

    static func nextHash(_ octets: UnsafeBufferPointer<UInt8>, algorithm: UInt8) -> Int? {
        guard let length = characterString(octets), NextHash.isRight(length - 1, algorithm: algorithm) else {
            return nil
        }
        return length
    }
}

extension FieldPrinter {
    static func salt(_ octets: UnsafePointer<UInt8>, to writer: inout ByteWriter) {
        if octets[0] == 0 {
            writer.append(UInt8(ascii: "-"))
        } else {
            hexadecimal(octets + 1, Int(octets[0]), to: &writer)
        }
    }

    /// The length is a multiple of five, as `NextHash.isRight` has it.
    static func nextHash(_ octets: UnsafePointer<UInt8>, to writer: inout ByteWriter) {
        let alphabet = Base32.alphabet.utf8Start
        var at = 1
        while at + 4 <= Int(octets[0]) {
            var group: UInt64 = 0
            for next in at..<(at + 5) { group = group &<< 8 | UInt64(octets[next]) }
            for shift in stride(from: 35, through: 0, by: -5) {
                writer.append(alphabet[Int(group &>> UInt64(shift) & 31)])
            }
            at += 5
        }
    }
}

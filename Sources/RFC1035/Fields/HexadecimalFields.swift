// Hexadecimal data to the end of the record (RFC 4034 §5.3 and others): blanks may stand anywhere in it.

extension MasterParser {
    /// Octets as hexadecimal digits in one or more tokens; at least one octet.
    @inline(never) mutating func readHexadecimal() throws(Fault) {
        var high: UInt8?
        var last = 0
        repeat {
            let (start, end) = try field()
            last = start
            var first = start
            // SAFETY: 64 readable octets stand behind every token, and RDATA within its limit has room in the arena.
            if high == nil, out - rdataStart &+ (end &- start) / 2 <= 0xFFFF {
                while first &+ 8 <= end, let octets = Self.fourOctets(UnsafeRawPointer(buffer + first)) {
                    UnsafeMutableRawPointer(out).storeBytes(of: octets.littleEndian, as: UInt32.self)
                    out += 4
                    first &+= 8
                }
            }
            for at in first..<end {
                guard let digit = ASCII.hexadecimalValue(buffer[at]) else {
                    throw Fault(.badHexadecimal, at: start)
                }
                if let first = high {
                    append(first &<< 4 | digit)
                    try checkRdataLength()
                    high = nil
                } else {
                    high = digit
                }
            }
        } while try hasField()
        guard high == nil else { throw Fault(.oddHexadecimal, at: last) }
    }

    /// What eight digits stand for, the first octet lowest; `nil` where they are not all digits. All eight at once:
    /// digests and fingerprints are the longest fields of many zones.
    @inline(__always) private static func fourOctets(_ digits: UnsafeRawPointer) -> UInt32? {
        let word = UInt64(littleEndian: digits.loadUnaligned(as: UInt64.self))
        let lower = word | 0x2020_2020_2020_2020
        // In each octet the top bit: `0` or above and not above `9`, `a` or above and not above `f`.
        let decimal = (word &+ 0x5050_5050_5050_5050) & ~(word &+ 0x4646_4646_4646_4646)
        let letter = (lower &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(lower &+ 0x1919_1919_1919_1919)
        let top: UInt64 = 0x8080_8080_8080_8080
        // With its own top bit an octet is no digit, and would carry into the next.
        guard word & top == 0, (decimal | letter) & top == top else { return nil }
        let values = word & 0x0F0F_0F0F_0F0F_0F0F &+ (letter & top) &>> 7 &* 9
        let pairs = (values &<< 4 | values &>> 8) & 0x00FF_00FF_00FF_00FF
        let halves = (pairs | pairs &>> 8) & 0x0000_FFFF_0000_FFFF
        return UInt32(truncatingIfNeeded: halves | halves &>> 16)
    }
}

extension FieldPrinter {
    /// The upper-case digits of four octets, the first of which stands lowest, in the same order.
    @inline(__always) private static func eightDigits(_ octets: UInt32) -> UInt64 {
        let halves = (UInt64(octets) | UInt64(octets) &<< 16) & 0x0000_FFFF_0000_FFFF
        let pairs = (halves | halves &<< 8) & 0x00FF_00FF_00FF_00FF
        let values = (pairs &>> 4 | pairs &<< 8) & 0x0F0F_0F0F_0F0F_0F0F
        let areLetters = (values &+ 0x0606_0606_0606_0606) &>> 4 & 0x0101_0101_0101_0101
        return values &+ 0x3030_3030_3030_3030 &+ areLetters &* 7
    }

    static func hexadecimal(_ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        var at = 0
        while at &+ 4 <= length {
            let word = UnsafeRawPointer(octets + at).loadUnaligned(as: UInt32.self)
            writer.append(eightDigits(UInt32(littleEndian: word)), 0, count: 8)
            at &+= 4
        }
        while at < length {
            writer.append(hexadecimal: octets[at])
            at &+= 1
        }
    }
}

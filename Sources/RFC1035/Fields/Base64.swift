// Base64 (RFC 4648 §4): whole groups of four, padded, blanks allowed anywhere.

/// The alphabet of base64.
public enum Base64 {
    static let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

    /// What each octet stands for; 0xFF for those outside the alphabet.
    ///
    /// Allocated once, never written again, never freed.
    nonisolated(unsafe) static let values: UnsafePointer<UInt8> = {
        let values = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        values.initialize(repeating: 0xFF, count: 256)
        for (value, octet) in UnsafeBufferPointer(start: alphabet.utf8Start, count: 64).enumerated() {
            values[Int(octet)] = UInt8(truncatingIfNeeded: value)
        }
        return UnsafePointer(values)
    }()

    /// What whole groups of digits stand for; `nil` for anything else. Bits that the last digit has over may be set, as
    /// most programs that read keys have it.
    public static func octets(_ digits: [UInt8]) -> [UInt8]? {
        var decoder = Base64Decoder()
        var isSound = true
        let octets = [UInt8](unsafeUninitializedCapacity: digits.count / 4 * 3) { buffer, count in
            guard let start = buffer.baseAddress, digits.count % 4 == 0 else { return isSound = digits.isEmpty }
            var end = start
            isSound = digits.allSatisfy { decoder.take($0, into: &end, allowsSpareBits: true) }
            count = end - start
        }
        return isSound ? octets : nil
    }
}

/// Decodes octet by octet, so that blanks and token bounds may stand inside a group.
struct Base64Decoder {
    private var bits: UInt32 = 0
    private var digits = 0
    private var padding = 0
    private let values = Base64.values

    /// Whether the groups so far are whole.
    var isComplete: Bool { digits == 0 }

    /// Takes one digit or `=`; false where it cannot stand. Writes up to three octets when a group is whole.
    @inline(__always) mutating func take(
        _ octet: UInt8, into out: inout UnsafeMutablePointer<UInt8>, allowsSpareBits: Bool = false
    ) -> Bool {
        if octet == UInt8(ascii: "=") {
            guard digits >= 2 else { return false }
            padding += 1
            bits = bits &<< 6
        } else {
            let value = values[Int(octet)]
            guard padding == 0, value < 64 else { return false }
            bits = bits &<< 6 | UInt32(value)
        }
        digits += 1
        guard digits == 4 else { return true }
        guard padding <= 2, allowsSpareBits || bits & (1 &<< UInt32(8 * padding) &- 1) == 0 else { return false }
        for index in 0..<(3 - padding) {
            out[0] = UInt8(truncatingIfNeeded: bits &>> UInt32(16 - 8 * index))
            out += 1
        }
        bits = 0
        // After padding nothing may follow: `padding` stays, so that the next digit is refused.
        digits = 0
        return true
    }
}

extension MasterParser {
    /// Base64 data to the end of the record, at least one octet.
    @inline(never) mutating func readBase64() throws(Fault) {
        try readOptionalBase64(try field())
    }

    /// Base64 data to the end of the record; a hyphen for none.
    @inline(never) mutating func readBase64OrHyphen() throws(Fault) {
        let (start, end) = try field()
        if end - start == 1, buffer[start] == UInt8(ascii: "-") { return }
        try readOptionalBase64((start, end))
    }

    private mutating func readOptionalBase64(_ first: (start: Int, end: Int)) throws(Fault) {
        var token = first
        var decoder = Base64Decoder()
        while true {
            try readBase64Token(token.start, token.end, &decoder)
            guard try hasField() else { break }
            token = try field()
        }
        guard decoder.isComplete else { throw badBase64(token.start) }
    }

    /// The digits of one token.
    mutating func readBase64Token(_ start: Int, _ end: Int, _ decoder: inout Base64Decoder) throws(Fault) {
        for at in start..<end {
            guard decoder.take(buffer[at], into: &out) else { throw badBase64(start) }
            guard out - rdataStart <= 0xFFFF else { throw Fault(.rdataTooLong, at: start) }
        }
    }

    /// Some write the CDNSKEY that deletes as the first text of RFC 8078 has it, with a bare 0 for the key.
    private func badBase64(_ at: Int) -> Fault {
        Fault(typeNumber == RecordType.cdnskey.rawValue ? .badBase64OfCDNSKEY : .badBase64, at: at)
    }
}

extension FieldPrinter {
    /// In one token, padded.
    @inline(never) static func base64(_ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        let digits = Base64.alphabet.utf8Start
        var at = 0
        while at < length {
            let count = min(3, length &- at)
            var bits = UInt32(octets[at]) &<< 16
            if count > 1 { bits |= UInt32(octets[at &+ 1]) &<< 8 }
            if count > 2 { bits |= UInt32(octets[at &+ 2]) }
            for index in 0..<4 {
                writer.append(
                    index <= count ? digits[Int(bits &>> UInt32(18 &- 6 &* index) & 63)] : UInt8(ascii: "="))
            }
            at &+= 3
        }
    }
}

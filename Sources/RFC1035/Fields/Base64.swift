// Base64 (RFC 4648 §4): whole groups of four, padded, blanks allowed anywhere.

/// Decodes octet by octet, so that blanks and token bounds may stand inside a group.
struct Base64Decoder {
    private var bits: UInt32 = 0
    private var digits = 0
    private var padding = 0

    /// Whether the groups so far are whole.
    var isComplete: Bool { digits == 0 }

    /// Takes one digit or `=`; false where it cannot stand. Writes up to three octets when a group is whole.
    mutating func take(_ octet: UInt8, into out: inout UnsafeMutablePointer<UInt8>) -> Bool {
        if octet == UInt8(ascii: "=") {
            guard digits >= 2 else { return false }
            padding += 1
            bits = bits &<< 6
        } else {
            guard padding == 0, let value = Self.value(octet) else { return false }
            bits = bits &<< 6 | UInt32(value)
        }
        digits += 1
        guard digits == 4 else { return true }
        guard padding <= 2, bits & (1 &<< UInt32(8 * padding) &- 1) == 0 else { return false }
        for index in 0..<(3 - padding) {
            out[0] = UInt8(truncatingIfNeeded: bits &>> UInt32(16 - 8 * index))
            out += 1
        }
        bits = 0
        // After padding nothing may follow: `padding` stays, so that the next digit is refused.
        digits = 0
        return true
    }

    private static func value(_ octet: UInt8) -> UInt8? {
        switch octet {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): octet - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): octet - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): octet + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}

extension MasterParser {
    /// Base64 data to the end of the record, at least one octet.
    @inline(never) mutating func readBase64() throws(Fault) {
        try readOptionalBase64(try field())
    }

    /// Base64 data to the end of the record, or nothing, as Knot and NSD read it.
    @inline(never) mutating func readBase64OrNothing() throws(Fault) {
        guard try hasField() else {
            warn(.keyMissing, at: Int(starts[index - 1]))
            return
        }
        try readBase64()
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
        guard decoder.isComplete else { throw Fault(.badBase64, at: token.start) }
    }

    /// The digits of one token.
    mutating func readBase64Token(_ start: Int, _ end: Int, _ decoder: inout Base64Decoder) throws(Fault) {
        for at in start..<end {
            guard decoder.take(buffer[at], into: &out) else { throw Fault(.badBase64, at: start) }
            guard out - rdataStart <= 0xFFFF else { throw Fault(.rdataTooLong, at: start) }
        }
    }
}

extension FieldPrinter {
    private static let base64Digits = StaticString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

    /// In one token, padded.
    static func base64(_ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        let digits = base64Digits.utf8Start
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

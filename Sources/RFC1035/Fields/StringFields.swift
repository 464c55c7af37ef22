#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

// Character-strings (RFC 1035 §3.3, §5.1): quoted or not, with escapes.

extension MasterParser {
    /// One string with its length octet.
    @inline(__always) mutating func readCharacterString() throws(Fault) {
        let (start, end) = try field()
        let lengthAt = out
        out += 1
        try readString(start, end, limit: 255, reason: .stringTooLong)
        lengthAt[0] = UInt8(truncatingIfNeeded: out - lengthAt - 1)
    }

    /// One string or more, up to the end of the record.
    @inline(__always) mutating func readCharacterStrings() throws(Fault) {
        try readCharacterString()
        var last = index &- 1
        while try hasField() {
            try checkRdataLength()
            try readCharacterString()
            last = index &- 1
        }
        if buffer[Int(ends[last])] == UInt8(ascii: ";") { warnOfCut(last) }
    }

    /// A semicolon right behind a `name=value` without quotes was hardly meant to begin a comment.
    @inline(never) private mutating func warnOfCut(_ last: Int) {
        let start = Int(starts[last])
        let token = UnsafeBufferPointer(start: buffer + start, count: Int(ends[last]) - start)
        if token.first != UInt8(ascii: "\""), token.contains(UInt8(ascii: "=")) { warn(.cutOff, at: start) }
    }

    /// One string that fills the rest of the RDATA, without length octet.
    @inline(never) mutating func readText() throws(Fault) {
        let (start, end) = try field()
        try readString(start, end, limit: 65_535, reason: .rdataTooLong)
        guard buffer[end] == UInt8(ascii: ";"), buffer[start] != UInt8(ascii: "\"") else { return }
        // What comes next is asked for so that the comment is at hand.
        _ = try hasField()
        if isParameter(from: end + 1) { warn(.cutOff, at: start) }
    }

    /// Whether a comment begins with `name=`, as the parameters of a CAA record do (RFC 8659 §4.2).
    private func isParameter(from start: Int) -> Bool {
        var at = start
        while at < window.count, Octets.isBlank(buffer[at]) { at += 1 }
        let name = at
        while at < window.count, ASCII.isAlphanumeric(buffer[at]) { at += 1 }
        let end = at
        while at < window.count, Octets.isBlank(buffer[at]) { at += 1 }
        return end > name && at < window.count && buffer[at] == UInt8(ascii: "=")
    }

    /// One string that fills the rest of the RDATA and stands in quotes.
    @inline(never) mutating func readQuotedText() throws(Fault) {
        guard try hasField() else {
            _ = try field()
            return
        }
        let start = Int(starts[index])
        guard buffer[start] == UInt8(ascii: "\"") else { throw Fault(.unquoted, at: start) }
        try readText()
    }

    /// A tag with a length octet: letters and digits (RFC 8659 §4.1), in quotes or not, as Knot and NSD read it.
    @inline(never) mutating func readTag() throws(Fault) {
        let (start, end) = try field()
        let quote = buffer[start] == UInt8(ascii: "\"") ? 1 : 0
        let length = end - start - 2 * quote
        guard 1...255 ~= length else { throw Fault(.badTag, at: start) }
        append(UInt8(truncatingIfNeeded: length))
        for at in (start + quote)..<(end - quote) {
            guard ASCII.isAlphanumeric(buffer[at]) else { throw Fault(.badTag, at: start) }
            append(buffer[at])
        }
        if quote > 0 { warn(.quotedTag, at: start) }
    }

    /// The octets of a token, without its quotes and with its escapes undone.
    @inline(__always) private mutating func readString(
        _ start: Int, _ end: Int, limit: Int, reason: FaultReason
    ) throws(Fault) {
        var at = start
        var last = end
        if buffer[start] == UInt8(ascii: "\"") {
            at &+= 1
            last &-= 1
        }
        let length = last &- at
        // The common case: no escape, no newline, and short enough.
        if length <= limit && !Octets.hasBackslashOrNewline(buffer + at, length) {
            memcpy(out, buffer + at, length)
            out += length
            return
        }
        try readLongString(at, last, token: start, limit: limit, reason: reason)
    }

    @inline(never) private mutating func readLongString(
        _ from: Int, _ last: Int, token: Int, limit: Int, reason: FaultReason
    ) throws(Fault) {
        var at = from
        let first = out
        let linesBefore = linesPassed
        while at < last {
            var octet = buffer[at]
            if octet == UInt8(ascii: "\\") {
                octet = try readEscape(&at, last)
            } else {
                if octet == UInt8(ascii: "\n") {
                    // Knot and NSD read a quoted newline inside parentheses; outside of them it is a quote that
                    // somebody forgot to close.
                    guard depth > 0, quotedNewline == token || isReadByKnot(from, last) else {
                        throw Fault(.unclosedQuote, at: token)
                    }
                    quotedNewline = token
                    linesPassed += 1
                }
                at += 1
            }
            guard out - first < limit else {
                // So long over several lines, it is a quote forgotten as well.
                throw Fault(depth == 0 || linesPassed == linesBefore ? reason : .unclosedQuote, at: token)
            }
            out[0] = octet
            out += 1
        }
    }

    /// Whether Knot takes a string over several lines: not with other octets than it has in strings elsewhere.
    private func isReadByKnot(_ start: Int, _ end: Int) -> Bool {
        (start..<end).allSatisfy { at in
            switch buffer[at] {
            case 0x09, 0x20...0x7E: true
            case UInt8(ascii: "\n"): buffer[at - 1] != UInt8(ascii: "\\")
            default: false
            }
        }
    }

    /// Keeps a record with data to the end within the store's spare room.
    @inline(__always) mutating func checkRdataLength() throws(Fault) {
        guard out - rdataStart <= 0xFFFF else { throw Fault(.rdataTooLong, at: Int(starts[index])) }
    }

    /// The octets of a token as they stand, without its quotes: what goes into no record.
    func rawOctets(_ start: Int, _ end: Int) -> [UInt8] {
        let isQuoted = buffer[start] == UInt8(ascii: "\"")
        let (first, last) = isQuoted ? (start + 1, end - 1) : (start, end)
        return Array(UnsafeBufferPointer(start: buffer + first, count: max(0, last - first)))
    }
}

extension Octets {
    /// Eight octets at a time; may read up to seven behind the end.
    @inline(__always) static func hasBackslashOrNewline(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var at = 0
        while at < count {
            let octets = UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self)
            var found = zeroOctets(octets ^ 0x5C5C_5C5C_5C5C_5C5C) | zeroOctets(octets ^ 0x0A0A_0A0A_0A0A_0A0A)
            if count &- at < 8 { found &= (1 &<< UInt64((count &- at) &* 8)) &- 1 }
            if found != 0 { return true }
            at &+= 8
        }
        return false
    }

    /// The top bit of the lowest octet that is zero (and perhaps of some above it).
    @inline(__always) private static func zeroOctets(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
}

extension FieldLength {
    static func characterString(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let length = octets.first, Int(length) < octets.count else { return nil }
        return Int(length) + 1
    }

    static func characterStrings(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = 0
        repeat {
            guard let length = characterString(UnsafeBufferPointer(rebasing: octets[at...])) else { return nil }
            at += length
        } while at < octets.count
        return at
    }

    static func tag(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let length = characterString(octets), length > 1, octets[1..<length].allSatisfy(ASCII.isAlphanumeric)
        else { return nil }
        return length
    }
}

extension FieldPrinter {
    /// In quotes, always: an unquoted `;` or blank would be read differently.
    static func string(_ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        writer.reserve(length &* 4 &+ 2)
        writer.append(UInt8(ascii: "\""))
        for at in 0..<length {
            switch octets[at] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                writer.append(UInt8(ascii: "\\"))
                writer.append(octets[at])
            case 0x20...0x7E: writer.append(octets[at])
            default: decimalEscape(octets[at], to: &writer)
            }
        }
        writer.append(UInt8(ascii: "\""))
    }
}

// IPv4 (RFC 1035 §3.4.1) and IPv6 (RFC 3596 §2.4, text of RFC 4291 §2.2) addresses.

extension MasterParser {
    @inline(__always) mutating func readIPv4() throws(Fault) {
        let (start, end) = try field()
        // SAFETY: 64 readable octets stand behind every token.
        if let address = IPAddressText.plainIPv4(buffer + start, end &- start) {
            append(address)
            return
        }
        if let reason = IPAddressText.readIPv4(buffer + start, end &- start, into: out) {
            throw Fault(reason, at: start)
        }
        out += 4
    }

    @inline(__always) mutating func readIPv6() throws(Fault) {
        let (start, end) = try field()
        if let reason = IPAddressText.readIPv6(buffer + start, end &- start, into: out) {
            throw Fault(reason, at: start)
        }
        out += 16
    }
}

/// Addresses as text.
public enum IPAddressText {
    /// The four octets of an IPv4 address; `nil` for any other text.
    public static func ipv4(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        octets(4, of: text) { readIPv4($0, $1, into: $2) }
    }

    /// The sixteen octets of an IPv6 address; `nil` for any other text.
    public static func ipv6(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        octets(16, of: text) { readIPv6($0, $1, into: $2) }
    }

    /// The text of an address of 4 octets (IPv4) or 16 (IPv6, as in RFC 5952); `nil` for any other number.
    public static func text(_ octets: [UInt8]) -> String? {
        guard octets.count == 4 || octets.count == 16 else { return nil }
        var writer = ByteWriter(capacity: 64)
        octets.withUnsafeBufferPointer { wire in
            guard let wire = wire.baseAddress else { return }
            if octets.count == 4 {
                FieldPrinter.ipv4(wire, to: &writer)
            } else {
                FieldPrinter.ipv6(wire, to: &writer)
            }
        }
        return writer.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    private static func octets(
        _ count: Int, of text: UnsafeBufferPointer<UInt8>,
        _ read: (UnsafePointer<UInt8>, Int, UnsafeMutablePointer<UInt8>) -> FaultReason?
    ) -> [UInt8]? {
        guard let start = text.baseAddress else { return nil }
        var isRead = false
        let octets = [UInt8](unsafeUninitializedCapacity: count) { wire, initialized in
            guard let wire = wire.baseAddress else { return }
            // Part of it may be written when the rest turns out to be wrong.
            wire.initialize(repeating: 0, count: count)
            initialized = count
            isRead = read(start, text.count, wire) == nil
        }
        return isRead ? octets : nil
    }

    /// What the same text stands for, without a branch for each octet of it; `nil` where something is wrong with it.
    ///
    /// SAFETY: sixteen octets behind the text are readable.
    @inline(__always) fileprivate static func plainIPv4(_ text: UnsafePointer<UInt8>, _ length: Int) -> UInt32? {
        guard 7...15 ~= length else { return nil }
        let octets = Lanes(text)
        let inText: UInt32 = (1 &<< UInt32(truncatingIfNeeded: length)) &- 1
        let first = octets.equal(to: UInt8(ascii: ".")).bits & inText
        let second = first & (first &- 1)
        let third = second & (second &- 1)
        guard (first | octets.areDigits().bits) & inText == inText, third != 0, third & (third &- 1) == 0
        else { return nil }
        let dots = (first.trailingZeroBitCount, second.trailingZeroBitCount, third.trailingZeroBitCount)
        guard let a = plainOctet(text, 0, dots.0), let b = plainOctet(text, dots.0 &+ 1, dots.1),
            let c = plainOctet(text, dots.1 &+ 1, dots.2), let d = plainOctet(text, dots.2 &+ 1, length)
        else { return nil }
        return a &<< 24 | b &<< 16 | c &<< 8 | d
    }

    /// One to three digits up to 255 without a zero in front.
    @inline(__always) private static func plainOctet(
        _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int
    ) -> UInt32? {
        let length = end &- start
        guard 1...3 ~= length else { return nil }
        // The last digit comes to stand highest; below the first there are zeros.
        let word = UInt32(littleEndian: UnsafeRawPointer(text + start).loadUnaligned(as: UInt32.self))
        let digits = word &<< UInt32(truncatingIfNeeded: 32 &- 8 &* length) & 0x0F0F_0F0F
        let value = digits &>> 24 &+ (digits &>> 16 & 15) &* 10 &+ (digits &>> 8 & 15) &* 100
        let least: UInt32 = length == 1 ? 0 : length == 2 ? 10 : 100
        return least <= value && value <= 255 ? value : nil
    }

    /// Four decimal octets with dots; no leading zeros, which C libraries read as octal.
    @inline(__always) static func readIPv4(
        _ text: UnsafePointer<UInt8>, _ length: Int, into wire: UnsafeMutablePointer<UInt8>
    ) -> FaultReason? {
        var value: UInt32 = 0
        var digits = 0
        var part = 0
        var at = 0
        while at < length {
            let digit = text[at] &- 48
            if digit < 10 {
                if digits > 0 && value == 0 { return .leadingZero }
                value = value &* 10 &+ UInt32(digit)
                digits &+= 1
                if value > 255 { return .badIPv4 }
            } else {
                guard text[at] == UInt8(ascii: "."), digits > 0, part < 3 else { return .badIPv4 }
                wire[part] = UInt8(truncatingIfNeeded: value)
                part &+= 1
                value = 0
                digits = 0
            }
            at &+= 1
        }
        guard part == 3, digits > 0 else { return .badIPv4 }
        wire[3] = UInt8(truncatingIfNeeded: value)
        return nil
    }

    @inline(never) static func readIPv6(
        _ text: UnsafePointer<UInt8>, _ length: Int, into wire: UnsafeMutablePointer<UInt8>
    ) -> FaultReason? {
        var groups = 0
        var gap = -1
        var at = 0
        if length >= 2, text[0] == UInt8(ascii: ":") {
            guard text[1] == UInt8(ascii: ":") else { return .badIPv6 }
            gap = 0
            at = 2
        }
        while at < length {
            guard groups < 8 else { return .badIPv6 }
            let groupStart = at
            var value: UInt32 = 0
            var digits = 0
            while at < length, let digit = ASCII.hexadecimalValue(text[at]) {
                value = value &<< 4 | UInt32(digit)
                digits += 1
                guard digits <= 4 else { return .badIPv6 }
                at += 1
            }
            if at < length, text[at] == UInt8(ascii: ".") {
                guard groups <= 6,
                    readIPv4(text + groupStart, length - groupStart, into: wire + groups * 2) == nil
                else { return .badIPv6 }
                groups += 2
                at = length
                break
            }
            guard digits > 0 else { return .badIPv6 }
            wire[groups * 2] = UInt8(truncatingIfNeeded: value &>> 8)
            wire[groups * 2 + 1] = UInt8(truncatingIfNeeded: value)
            groups += 1
            if at == length { break }
            guard text[at] == UInt8(ascii: ":") else { return .badIPv6 }
            at += 1
            if at < length, text[at] == UInt8(ascii: ":") {
                guard gap < 0 else { return .badIPv6 }
                gap = groups
                at += 1
            } else if at == length {
                return .badIPv6
            }
        }
        if gap < 0 { return groups == 8 ? nil : .badIPv6 }
        guard groups < 8 else { return .badIPv6 }
        let tail = (groups - gap) * 2
        for index in 0..<tail { wire[15 - index] = wire[gap * 2 + tail - 1 - index] }
        for index in (gap * 2)..<(16 - tail) { wire[index] = 0 }
        return nil
    }
}

extension FieldPrinter {
    static func ipv4(_ wire: UnsafePointer<UInt8>, to writer: inout ByteWriter) {
        writer.reserve(16)
        for index in 0..<4 {
            if index > 0 { writer.appendReserved(UInt8(ascii: ".")) }
            writer.appendReserved(decimal: wire[index])
        }
    }

    /// The canonical text of RFC 5952; IPv4-mapped addresses with a dotted quad, as BIND prints them.
    static func ipv6(_ wire: UnsafePointer<UInt8>, to writer: inout ByteWriter) {
        var longest = 0..<0
        var at = 0
        while at < 8 {
            var end = at
            while end < 8, wire[end * 2] == 0, wire[end * 2 + 1] == 0 { end += 1 }
            if end - at > max(longest.count, 1) { longest = at..<end }
            at = end + 1
        }
        let isMapped = longest == 0..<5 && wire[10] == 0xFF && wire[11] == 0xFF
        at = 0
        while at < 8 {
            if at == longest.lowerBound && !longest.isEmpty {
                writer.append("::")
                at = longest.upperBound
                continue
            }
            if at > 0 && !(at == longest.upperBound && !longest.isEmpty) { writer.append(UInt8(ascii: ":")) }
            if isMapped && at == 6 {
                ipv4(wire + 12, to: &writer)
                return
            }
            group(uint16(wire + at * 2), to: &writer)
            at += 1
        }
    }

    private static func group(_ value: UInt32, to writer: inout ByteWriter) {
        var shift: UInt32 = 12
        var started = false
        while true {
            let digit = UInt8(truncatingIfNeeded: value &>> shift & 15)
            if digit != 0 || started || shift == 0 {
                writer.append(digit < 10 ? 48 &+ digit : 87 &+ digit)
                started = true
            }
            if shift == 0 { return }
            shift -= 4
        }
    }
}

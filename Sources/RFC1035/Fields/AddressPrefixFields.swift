// Lists of address prefixes (RFC 3123).

extension MasterParser {
    /// `[!]family:address/prefix` any number of times, none included.
    @inline(never) mutating func readAddressPrefixes() throws(Fault) {
        while try hasField() {
            let (start, end) = try field()
            try readAddressPrefix(start, end)
            guard out - rdataStart <= 0xFFFF else { throw Fault(.rdataTooLong, at: start) }
        }
    }

    private mutating func readAddressPrefix(_ start: Int, _ end: Int) throws(Fault) {
        let isNegated = buffer[start] == UInt8(ascii: "!")
        let family = isNegated ? start + 1 : start
        guard end - family > 2, buffer[family + 1] == UInt8(ascii: ":") else {
            throw Fault(.badAddressPrefix, at: start)
        }
        let address = family + 2
        var slash = address
        while slash < end, buffer[slash] != UInt8(ascii: "/") { slash += 1 }
        guard slash < end else { throw Fault(.badAddressPrefix, at: start) }
        // Family, prefix and length stand in front of the address.
        let octets = out + 4
        let width: Int
        let reason: FaultReason?
        switch buffer[family] {
        case UInt8(ascii: "1"):
            width = 4
            reason = IPAddressText.readIPv4(buffer + address, slash - address, into: octets)
        case UInt8(ascii: "2"):
            width = 16
            reason = IPAddressText.readIPv6(buffer + address, slash - address, into: octets)
        default: throw Fault(.badAddressPrefix, at: start)
        }
        if let reason { throw Fault(reason, at: address) }
        guard let prefix = prefixLength(slash + 1, end), prefix <= width * 8 else {
            throw Fault(.badPrefixLength, at: start)
        }
        var length = width
        while length > 0, octets[length - 1] == 0 { length -= 1 }
        append(UInt16(width == 4 ? 1 : 2))
        append(UInt8(truncatingIfNeeded: prefix))
        append(UInt8(truncatingIfNeeded: length) | (isNegated ? 0x80 : 0))
        out += length
    }

    private func prefixLength(_ start: Int, _ end: Int) -> Int? {
        guard start < end else { return nil }
        var value = 0
        for at in start..<end {
            guard ASCII.isDigit(buffer[at]), value <= 128 else { return nil }
            value = value * 10 + Int(buffer[at] - 48)
        }
        return value
    }
}

extension FieldLength {
    /// Items as RFC 3123 §4 has them. What the octets of other families mean is theirs.
    static func addressPrefixes(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = 0
        while at < octets.count {
            guard octets.count - at >= 4 else { return nil }
            let length = Int(octets[at + 3] & 0x7F)
            guard octets.count - at - 4 >= length else { return nil }
            // No trailing zero octets, whatever the family.
            guard length == 0 || octets[at + 3 + length] != 0 else { return nil }
            switch (octets[at], octets[at + 1]) {
            case (0, 1): guard length <= 4, octets[at + 2] <= 32 else { return nil }
            case (0, 2): guard length <= 16, octets[at + 2] <= 128 else { return nil }
            default: break
            }
            at += 4 + length
        }
        return at
    }
}

extension FieldPrinter {
    /// The list with blanks between its items. The empty list, and one with a family that has no text, are in
    /// generic form.
    static func addressPrefixes(_ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        var at = 0
        var hasText = length > 0
        while at < length {
            hasText = hasText && octets[at] == 0 && 1...2 ~= octets[at + 1]
            at += 4 + Int(octets[at + 3] & 0x7F)
        }
        guard hasText else {
            generic(octets, length, to: &writer)
            return
        }
        at = 0
        while at < length {
            if at > 0 { writer.append(UInt8(ascii: " ")) }
            let count = Int(octets[at + 3] & 0x7F)
            if octets[at + 3] & 0x80 != 0 { writer.append(UInt8(ascii: "!")) }
            writer.append(decimal: UInt32(octets[at + 1]))
            writer.append(UInt8(ascii: ":"))
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { whole in
                guard let address = whole.baseAddress else { return }
                whole.initialize(repeating: 0)
                for index in 0..<min(count, 16) { address[index] = octets[at + 4 + index] }
                if octets[at + 1] == 1 { ipv4(address, to: &writer) } else { ipv6(address, to: &writer) }
            }
            writer.append(UInt8(ascii: "/"))
            writer.append(decimal: UInt32(octets[at + 2]))
            at += 4 + count
        }
    }
}

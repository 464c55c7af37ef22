// Addresses of other networks: EUI-48 and EUI-64 (RFC 7043), ILNP (RFC 6742), X.25 (RFC 1183 §3.1).

extension MasterParser {
    /// `count` octets, each one or two hexadecimal digits, with hyphens between them.
    @inline(never) mutating func readEUI(_ count: Int, _ reason: FaultReason) throws(Fault) {
        try readGroups(count, digits: 2, separator: UInt8(ascii: "-"), reason)
    }

    /// Four groups of up to four hexadecimal digits with colons between them.
    @inline(never) mutating func readLocator64() throws(Fault) {
        try readGroups(4, digits: 4, separator: UInt8(ascii: ":"), .badLocator64)
    }

    private mutating func readGroups(
        _ count: Int, digits: Int, separator: UInt8, _ reason: FaultReason
    ) throws(Fault) {
        let (start, end) = try field()
        var at = start
        for group in 0..<count {
            if group > 0 {
                guard at < end, buffer[at] == separator else { throw Fault(reason, at: start) }
                at += 1
            }
            let first = at
            var value: UInt16 = 0
            while at < end, at - first < digits, let digit = ASCII.hexadecimalValue(buffer[at]) {
                value = value &<< 4 | UInt16(digit)
                at += 1
            }
            guard at > first else { throw Fault(reason, at: start) }
            if digits == 2 { append(UInt8(truncatingIfNeeded: value)) } else { append(value) }
        }
        guard at == end else { throw Fault(reason, at: start) }
    }

    /// A string of four decimal digits or more.
    @inline(never) mutating func readX25Address() throws(Fault) {
        let at = Int(starts[index])
        let start = out
        try readCharacterString()
        let text = UnsafeBufferPointer(start: buffer + at, count: Int(ends[index - 1]) - at)
        // BIND and Knot undo no escapes here.
        guard !text.contains(UInt8(ascii: "\\")),
            FieldLength.x25Address(UnsafeBufferPointer(start: start, count: out - start)) != nil
        else {
            throw Fault(.badX25, at: at)
        }
    }
}

extension FieldLength {
    static func x25Address(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let length = characterString(octets), length > 4, octets[1..<length].allSatisfy(ASCII.isDigit) else {
            return nil
        }
        return length
    }
}

extension FieldPrinter {
    /// Lower case, as RFC 7043 and RFC 6742 write them.
    static func groups(
        _ octets: UnsafePointer<UInt8>, _ count: Int, size: Int, separator: UInt8, to writer: inout ByteWriter
    ) {
        let digits: StaticString = "0123456789abcdef"
        for at in 0..<count * size {
            if at > 0 && at % size == 0 { writer.append(separator) }
            writer.append(digits.utf8Start[Int(octets[at] &>> 4)])
            writer.append(digits.utf8Start[Int(octets[at] & 15)])
        }
    }
}

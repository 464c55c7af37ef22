// IPv6 addresses in parts (RFC 2874).

extension MasterParser {
    /// A prefix length, the rest of the address unless the prefix is all of it, and the name that has the prefix
    /// unless there is none (RFC 2874 §3.1).
    @inline(never) mutating func readPrefixedAddress() throws(Fault) {
        let (start, end) = try field()
        let prefix = Int(try decimal(start, end, limit: 128))
        append(UInt8(truncatingIfNeeded: prefix))
        if prefix < 128 {
            let (start, end) = try field()
            // Read behind its place, and moved there without the octets that are all prefix.
            let address = out + 16
            if let reason = IPAddressText.readIPv6(buffer + start, end - start, into: address) {
                throw Fault(reason, at: start)
            }
            let skipped = prefix / 8
            let mask: UInt8 = 0xFF >> UInt8(prefix % 8)
            if address[skipped] & mask != address[skipped] || (0..<skipped).contains(where: { address[$0] != 0 }) {
                warn(.prefixBitsSet, at: start)
            }
            address[skipped] &= mask
            for index in skipped..<16 { append(address[index]) }
        }
        guard prefix > 0 else { return }
        let name = try field()
        try readName(name.start, name.end)
    }
}

extension FieldLength {
    static func prefixedAddress(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let prefix = octets.first, prefix <= 128 else { return nil }
        let suffix = 16 - Int(prefix) / 8
        guard octets.count > suffix else { return nil }
        if suffix > 0, octets[1] & ~(0xFF >> (prefix % 8)) != 0 { return nil }
        guard prefix > 0 else { return 17 }
        return name(UnsafeBufferPointer(rebasing: octets[(1 + suffix)...])).map { 1 + suffix + $0 }
    }

    /// Where the name of a valid address begins; `nil` if it has none.
    static func nameOfPrefix(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let prefix = octets.first, prefix > 0 else { return nil }
        return 17 - Int(prefix) / 8
    }
}

extension FieldPrinter {
    static func prefixedAddress(
        _ octets: UnsafePointer<UInt8>, _ zone: PrintedOrigin?, to writer: inout ByteWriter
    ) {
        let prefix = Int(octets[0])
        let suffix = 16 - prefix / 8
        writer.append(decimal: UInt32(octets[0]))
        if prefix < 128 {
            writer.append(UInt8(ascii: " "))
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { whole in
                guard let address = whole.baseAddress else { return }
                whole.initialize(repeating: 0)
                for index in 0..<suffix { address[16 - suffix + index] = octets[1 + index] }
                ipv6(address, to: &writer)
            }
        }
        if prefix > 0 {
            writer.append(UInt8(ascii: " "))
            _ = name(octets + 1 + suffix, zone, to: &writer)
        }
    }
}

// Well-known services (RFC 1035 §3.4.2): a protocol and a bit map of its ports.

extension MasterParser {
    /// A protocol by number or name.
    @inline(never) mutating func readProtocol() throws(Fault) {
        let number = try numberOrWord(limit: 0xFF, .badProtocol) { text in
            InternetService.protocols.first { $0.text.withUTF8Buffer(text.elementsEqual) }.map { UInt16($0.number) }
        }
        append(UInt8(truncatingIfNeeded: number))
    }

    /// Ports by number or name up to the end of the record, perhaps none. The protocol stands in front of them.
    @inline(never) mutating func readServices() throws(Fault) {
        let bits = out
        let protocolNumber = out[-1]
        while try hasField() {
            let port = Int(
                try numberOrWord(limit: 0xFFFF, .badService) { InternetService.port(ofService: $0, protocolNumber) })
            // At most 8,192 octets, which the store has room for.
            while out - bits <= port / 8 { append(0 as UInt8) }
            bits[port / 8] |= 0x80 >> UInt8(port % 8)
        }
    }
}

extension FieldLength {
    /// A bit map without trailing zero octets.
    static func services(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        octets.count <= 8192 && octets.last != 0 ? octets.count : nil
    }
}

extension FieldPrinter {
    /// Port numbers in ascending order, with blanks between them.
    static func services(_ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        var isFirst = true
        for port in 0..<(length * 8) where octets[port / 8] & 0x80 >> UInt8(port % 8) != 0 {
            if !isFirst { writer.append(UInt8(ascii: " ")) }
            isFirst = false
            writer.append(decimal: UInt32(port))
        }
    }
}

// Host identities (RFC 8005 §5, §6). The text has the fields in another order than the wire, where both lengths
// stand in front.

extension MasterParser {
    /// Algorithm, tag, public key in one token, and the names of rendezvous servers, perhaps none.
    @inline(never) mutating func readHostIdentity() throws(Fault) {
        let first = out
        let (start, end) = try field()
        let algorithm = UInt8(truncatingIfNeeded: try decimal(start, end, limit: 0xFF))
        out += 4
        let tag = try field()
        guard (tag.end - tag.start) % 2 == 0, tag.end - tag.start <= 2 * 255 else {
            throw Fault(.badHostTag, at: tag.start)
        }
        for at in stride(from: tag.start, to: tag.end, by: 2) {
            guard let high = ASCII.hexadecimalValue(buffer[at]), let low = ASCII.hexadecimalValue(buffer[at + 1])
            else { throw Fault(.badHostTag, at: tag.start) }
            append(high &<< 4 | low)
        }
        let tagLength = out - first - 4
        let key = try field()
        var decoder = Base64Decoder()
        try readBase64Token(key.start, key.end, &decoder)
        guard decoder.isComplete else { throw Fault(.badBase64, at: key.start) }
        let keyLength = out - first - 4 - tagLength
        first[0] = UInt8(truncatingIfNeeded: tagLength)
        first[1] = algorithm
        first[2] = UInt8(truncatingIfNeeded: keyLength >> 8)
        first[3] = UInt8(truncatingIfNeeded: keyLength)
        while try hasField() {
            let server = try field()
            try readName(server.start, server.end)
            guard out - rdataStart <= 0xFFFF else { throw Fault(.rdataTooLong, at: server.start) }
        }
    }
}

extension FieldLength {
    static func hostIdentity(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        guard octets.count >= 4 else { return nil }
        var at = serversOfHostIdentity(octets)
        guard octets[0] > 0, octets[2] | octets[3] > 0, at <= octets.count else { return nil }
        while at < octets.count {
            guard let length = name(UnsafeBufferPointer(rebasing: octets[at...])) else { return nil }
            at += length
        }
        return at
    }

    /// Where the names of the rendezvous servers begin, behind tag and key.
    static func serversOfHostIdentity(_ octets: UnsafeBufferPointer<UInt8>) -> Int {
        4 + Int(octets[0]) + (Int(octets[2]) << 8 | Int(octets[3]))
    }
}

extension FieldPrinter {
    static func hostIdentity(
        _ octets: UnsafePointer<UInt8>, _ length: Int, _ zone: PrintedOrigin?, to writer: inout ByteWriter
    ) {
        let tagLength = Int(octets[0])
        let keyLength = Int(uint16(octets + 2))
        writer.append(decimal: UInt32(octets[1]))
        writer.append(UInt8(ascii: " "))
        hexadecimal(octets + 4, tagLength, to: &writer)
        writer.append(UInt8(ascii: " "))
        base64(octets + 4 + tagLength, keyLength, to: &writer)
        var at = 4 + tagLength + keyLength
        while at < length {
            writer.append(UInt8(ascii: " "))
            at += name(octets + at, zone, to: &writer)
        }
    }
}

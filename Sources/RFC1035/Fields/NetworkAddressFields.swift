// Addresses of other networks: NSAP (RFC 1706), ATM (ATM Forum AF-SAA-0069).

extension MasterParser {
    /// `0x` and hexadecimal digits in pairs; dots behind it are for the eye (RFC 1706 §5).
    @inline(never) mutating func readNSAP() throws(Fault) {
        let (start, end) = try field()
        guard end - start > 2, buffer[start] == UInt8(ascii: "0"), buffer[start + 1] | 0x20 == UInt8(ascii: "x") else {
            throw Fault(.badNSAP, at: start)
        }
        let first = out
        var high: UInt8?
        for at in (start + 2)..<end where buffer[at] != UInt8(ascii: ".") {
            guard let digit = ASCII.hexadecimalValue(buffer[at]) else { throw Fault(.badNSAP, at: start) }
            if let half = high {
                guard out - first < 0xFFFF else { throw Fault(.rdataTooLong, at: start) }
                append(half &<< 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        guard high == nil, out > first else { throw Fault(.badNSAP, at: start) }
    }

    /// `+` and digits for an E.164 number, or hexadecimal digits in pairs; single dots between digits are for the
    /// eye.
    @inline(never) mutating func readATMAddress() throws(Fault) {
        let (start, end) = try field()
        let isNumber = buffer[start] == UInt8(ascii: "+")
        append(UInt8(isNumber ? 1 : 0))
        let first = out
        var high: UInt8?
        var mayEnd = false
        for at in (isNumber ? start + 1 : start)..<end {
            if buffer[at] == UInt8(ascii: ".") {
                guard mayEnd else { throw Fault(.badATMAddress, at: start) }
                mayEnd = false
                continue
            }
            mayEnd = true
            guard out - first < 0xFFFE else { throw Fault(.rdataTooLong, at: start) }
            if isNumber {
                guard ASCII.isDigit(buffer[at]) else { throw Fault(.badATMAddress, at: start) }
                append(buffer[at])
                continue
            }
            guard let digit = ASCII.hexadecimalValue(buffer[at]) else { throw Fault(.badATMAddress, at: start) }
            if let half = high {
                append(half &<< 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        guard mayEnd, high == nil else { throw Fault(.badATMAddress, at: start) }
    }
}

extension FieldLength {
    /// A format and an address, which is digits in format 1.
    static func atmAddress(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        guard octets.count > 1 else { return nil }
        return octets[0] != 1 || octets[1...].allSatisfy(ASCII.isDigit) ? octets.count : nil
    }
}

extension FieldPrinter {
    /// Without dots.
    static func nsap(_ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        writer.append("0x")
        lowerHexadecimal(octets, length, to: &writer)
    }

    static func atmAddress(_ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        switch octets[0] {
        case 0: lowerHexadecimal(octets + 1, length - 1, to: &writer)
        case 1:
            writer.append(UInt8(ascii: "+"))
            writer.append(octets + 1, length - 1)
        default: generic(octets, length, to: &writer)
        }
    }

    private static func lowerHexadecimal(
        _ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter
    ) {
        for at in 0..<max(0, length) {
            for digit in [octets[at] >> 4, octets[at] & 15] {
                writer.append(digit < 10 ? 48 + digit : 87 + digit)
            }
        }
    }
}

// Hexadecimal data to the end of the record (RFC 4034 §5.3 and others): blanks may stand anywhere in it.

extension MasterParser {
    /// Octets as hexadecimal digits in one or more tokens; at least one octet.
    @inline(never) mutating func readHexadecimal() throws(Fault) {
        var high: UInt8?
        var last = 0
        repeat {
            let (start, end) = try field()
            last = start
            for at in start..<end {
                guard let digit = ASCII.hexadecimalValue(buffer[at]) else {
                    throw Fault(.badHexadecimal, at: start)
                }
                if let first = high {
                    append(first &<< 4 | digit)
                    try checkRdataLength()
                    high = nil
                } else {
                    high = digit
                }
            }
        } while try hasField()
        guard high == nil else { throw Fault(.oddHexadecimal, at: last) }
    }
}

extension FieldPrinter {
    static func hexadecimal(_ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        for at in 0..<max(0, length) { writer.append(hexadecimal: octets[at]) }
    }
}

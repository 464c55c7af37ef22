// Base64 to the end of the record (RFC 4648 §4; RFC 4034 §2.2, §3.2): blanks may stand anywhere in it.

/// The alphabet of base64.
enum Base64 {
    static let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

    /// What each octet stands for; 0xFF for those outside the alphabet.
    ///
    /// Allocated once, never written again, never freed.
    nonisolated(unsafe) static let values: UnsafePointer<UInt8> = {
        let values = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        values.initialize(repeating: 0xFF, count: 256)
        for (value, octet) in UnsafeBufferPointer(start: alphabet.utf8Start, count: 64).enumerated() {
            values[Int(octet)] = UInt8(truncatingIfNeeded: value)
        }
        return UnsafePointer(values)
    }()
}

extension MasterParser {
    /// At least one octet, in one token or more. Padding is required and its bits are zero, as servers want it.
    @inline(never) mutating func readBase64() throws(Fault) {
        let values = Base64.values
        let first = Int(starts[index])
        var group: UInt32 = 0
        var count = 0
        var padding = 0
        repeat {
            let (start, end) = try field()
            var at = start
            while at < end {
                let octet = buffer[at]
                let value = values[Int(octet)]
                at &+= 1
                if value < 64 {
                    guard padding == 0 else { throw badBase64(first) }
                    group = group &<< 6 | UInt32(value)
                    count &+= 1
                    guard count == 4 else { continue }
                    append(UInt8(truncatingIfNeeded: group &>> 16))
                    append(UInt8(truncatingIfNeeded: group &>> 8))
                    append(UInt8(truncatingIfNeeded: group))
                    try checkRdataLength()
                    group = 0
                    count = 0
                    continue
                }
                padding &+= 1
                guard octet == UInt8(ascii: "="), count >= 2, count &+ padding <= 4 else { throw badBase64(first) }
                guard count &+ padding == 4 else { continue }
                guard group & (count == 2 ? 0xF : 0x3) == 0 else { throw badBase64(first) }
                group &<<= count == 2 ? 12 : 6
                append(UInt8(truncatingIfNeeded: group &>> 16))
                if count == 3 { append(UInt8(truncatingIfNeeded: group &>> 8)) }
                count = 0
            }
        } while try hasField()
        guard count == 0 else { throw badBase64(first) }
    }

    /// Some write the form that deletes as the first text of RFC 8078 has it, with a bare 0 for the key.
    private func badBase64(_ at: Int) -> Fault {
        Fault(typeNumber == RecordType.cdnskey.rawValue ? .badBase64OfCDNSKEY : .badBase64, at: at)
    }
}

extension FieldPrinter {
    @inline(never) static func base64(_ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        let alphabet = Base64.alphabet.utf8Start
        var at = 0
        while at < length {
            let left = length &- at
            var group = UInt32(octets[at]) &<< 16
            if left > 1 { group |= UInt32(octets[at &+ 1]) &<< 8 }
            if left > 2 { group |= UInt32(octets[at &+ 2]) }
            writer.append(alphabet[Int(group &>> 18)])
            writer.append(alphabet[Int(group &>> 12 & 63)])
            writer.append(left > 1 ? alphabet[Int(group &>> 6 & 63)] : UInt8(ascii: "="))
            writer.append(left > 2 ? alphabet[Int(group & 63)] : UInt8(ascii: "="))
            at &+= 3
        }
    }
}

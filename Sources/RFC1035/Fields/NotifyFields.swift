// Where to send notifications (RFC 9859 §2), and other numbers with names.

extension MasterParser {
    /// A record type by mnemonic, as `TYPEn`, or by its number alone.
    @inline(never) mutating func readTypeOrNumber() throws(Fault) {
        let types = types
        let number = try numberOrWord(limit: 0xFFFF, .unknownType) { text in
            if case .type(let number) = types.lookUp(text) { number } else { nil }
        }
        warnOfUnknownMnemonic(number)
        append(number)
    }

    /// A scheme by number, or `NOTIFY` (RFC 9859 §2.3).
    @inline(never) mutating func readNotifyScheme() throws(Fault) {
        try readNumberOrMnemonic(NotifyScheme.mnemonics, .badScheme)
    }

    /// Decimal digits up to 2⁶⁴−1.
    @inline(never) mutating func readUInt64() throws(Fault) {
        let (start, end) = try field()
        var value: UInt64 = 0
        for at in start..<end {
            guard ASCII.isDigit(buffer[at]) else { throw Fault(.notANumber, at: start) }
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooLargeNow) = product.addingReportingOverflow(UInt64(buffer[at] - 48))
            guard !tooLarge, !tooLargeNow else { throw Fault(.outOfRange, at: start) }
            value = sum
        }
        append(UInt32(truncatingIfNeeded: value >> 32))
        append(UInt32(truncatingIfNeeded: value))
    }
}

/// Schemes of DSYNC records (IANA "DSYNC: Location of Synchronization Endpoints").
enum NotifyScheme {
    static let mnemonics: [(text: StaticString, number: UInt8)] = [("NOTIFY", 1)]
}

extension FieldPrinter {
    static func notifyScheme(_ number: UInt8, to writer: inout ByteWriter) {
        if number == 1 { writer.append("NOTIFY") } else { writer.append(decimal: UInt32(number)) }
    }

    static func uint64(_ octets: UnsafePointer<UInt8>, to writer: inout ByteWriter) {
        let value = UInt64(uint32(octets)) << 32 | UInt64(uint32(octets + 4))
        writer.append(text: String(value))
    }
}

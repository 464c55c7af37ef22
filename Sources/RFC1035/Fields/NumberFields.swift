// Decimal numbers of fixed width, and times with units.

extension MasterParser {
    /// Decimal digits up to `limit`.
    @inline(__always) mutating func readDecimal(limit: UInt64) throws(Fault) -> UInt64 {
        let (start, end) = try field()
        if end &- start > Self.digitsForBIND { warnOfLongNumber(at: start) }
        return try decimal(start, end, limit: limit)
    }

    /// Where a mnemonic may stand, BIND takes more digits than these for one.
    private static var digitsForBIND: Int { 12 }

    @inline(never) private mutating func warnOfLongNumber(at start: Int) {
        guard ASCII.isDigit(buffer[start]), let row = RecordType(rawValue: typeNumber).row, fieldIndex >= 0,
            fieldIndex < row.fields.count
        else { return }
        switch row.fields[fieldIndex].kind {
        case .algorithm, .digestType, .certificateType, .keyFlags, .keyProtocol: break
        default:
            // Mnemonics that only BIND reads: flags and protocols of keys, and hashes.
            let isKey = typeNumber == RecordType.dnskey.rawValue || typeNumber == RecordType.cdnskey.rawValue
            let isHash = typeNumber == RecordType.nsec3.rawValue || typeNumber == RecordType.nsec3param.rawValue
            guard isKey && fieldIndex < 2 || isHash && fieldIndex == 0 else { return }
        }
        warnOfUnknownWord(.numberTooLong, UInt16(Self.digitsForBIND), at: start)
    }

    @inline(__always) func decimal(_ start: Int, _ end: Int, limit: UInt64) throws(Fault) -> UInt64 {
        var value: UInt64 = 0
        var at = start
        while at < end {
            let digit = buffer[at] &- 48
            guard digit < 10 else { throw Fault(.notANumber, at: start) }
            value = value &* 10 &+ UInt64(digit)
            guard value <= limit else { throw Fault(isDecimal(at, end) ? .outOfRange : .notANumber, at: start) }
            at &+= 1
        }
        return value
    }

    /// Decimal digits up to `limit`, or a word that `number` has one for; the fault is `reason` where it has none.
    @inline(__always) mutating func numberOrWord(
        limit: UInt64, _ reason: FaultReason, _ number: (UnsafeBufferPointer<UInt8>) -> UInt16?
    ) throws(Fault) -> UInt16 {
        let (start, end) = try field()
        if ASCII.isDigit(buffer[start]) {
            if end &- start > Self.digitsForBIND { warnOfLongNumber(at: start) }
            return UInt16(truncatingIfNeeded: try decimal(start, end, limit: limit))
        }
        guard let found = number(UnsafeBufferPointer(start: buffer + start, count: end - start)) else {
            throw Fault(reason, at: start)
        }
        return found
    }

    private func isDecimal(_ start: Int, _ end: Int) -> Bool {
        (start..<end).allSatisfy { ASCII.isDigit(buffer[$0]) }
    }

    @inline(__always) mutating func readUInt8() throws(Fault) {
        append(UInt8(truncatingIfNeeded: try readDecimal(limit: 0xFF)))
    }

    @inline(__always) mutating func readUInt16() throws(Fault) {
        append(UInt16(truncatingIfNeeded: try readDecimal(limit: 0xFFFF)))
    }

    @inline(__always) mutating func readUInt32() throws(Fault) {
        append(UInt32(truncatingIfNeeded: try readDecimal(limit: 0xFFFF_FFFF)))
    }

    @inline(__always) mutating func readDuration() throws(Fault) {
        let (start, end) = try field()
        append(UInt32(truncatingIfNeeded: try duration(start, end)))
    }

    /// Seconds, plain or with units, up to 2³²−1.
    func duration(_ start: Int, _ end: Int) throws(Fault) -> UInt64 {
        let text = UnsafeBufferPointer(start: buffer + start, count: end &- start)
        guard let seconds = DurationText.seconds(text) else { throw Fault(.badTTL, at: start) }
        return UInt64(seconds)
    }

    /// A TTL. From 2³¹ on BIND takes 0, which RFC 2181 §8 allows for; so do we, and say so.
    @inline(__always) mutating func readTTL(_ start: Int, _ end: Int) throws(Fault) -> UInt32 {
        var value: UInt64 = 0
        var at = start
        while at < end && at < start &+ 10 {
            let digit = buffer[at] &- 48
            guard digit < 10 else { break }
            value = value &* 10 &+ UInt64(digit)
            at &+= 1
        }
        if at < end { value = try duration(start, end) }
        if value <= 0x7FFF_FFFF { return UInt32(truncatingIfNeeded: value) }
        guard value <= 0xFFFF_FFFF else { throw Fault(.badTTL, at: start) }
        report(warning: .ttlTooLarge, number: value, at: start)
        return 0
    }

    @inline(__always) mutating func append(_ octet: UInt8) {
        out[0] = octet
        out += 1
    }

    @inline(__always) mutating func append(_ value: UInt16) {
        UnsafeMutableRawPointer(out).storeBytes(of: value.bigEndian, as: UInt16.self)
        out += 2
    }

    @inline(__always) mutating func append(_ value: UInt32) {
        UnsafeMutableRawPointer(out).storeBytes(of: value.bigEndian, as: UInt32.self)
        out += 4
    }
}

extension FieldPrinter {
    @inline(__always) static func uint16(_ wire: UnsafePointer<UInt8>) -> UInt32 {
        UInt32(wire[0]) &<< 8 | UInt32(wire[1])
    }

    @inline(__always) static func uint32(_ wire: UnsafePointer<UInt8>) -> UInt32 {
        uint16(wire) &<< 16 | uint16(wire + 2)
    }
}

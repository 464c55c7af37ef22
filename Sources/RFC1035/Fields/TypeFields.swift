// Fields that name record types: the type covered (RFC 4034 §3.1.1) and the bitmaps of NSEC, NSEC3 and CSYNC
// (RFC 4034 §4.1.2) and of NXT (RFC 2535 §5.2).

extension MasterParser {
    /// A record type by mnemonic or as `TYPEn`. Of those of queries and messages only the ones that BIND writes by name
    /// are read so: no record has them.
    ///
    /// - Parameter bareNumbers: BIND writes types that it does not know as numbers alone here, so they are read.
    private mutating func recordType(bareNumbers: Bool = false) throws(Fault) -> UInt16 {
        let (start, end) = try field()
        if bareNumbers, ASCII.isDigit(buffer[start]) {
            return UInt16(truncatingIfNeeded: try decimal(start, end, limit: 0xFFFF))
        }
        let text = UnsafeBufferPointer<UInt8>(start: buffer + start, count: end - start)
        guard case .type(let number) = types.lookUp(text) else { throw Fault(.badType, at: start) }
        let isNamed = !ASCII.isDigit(buffer[end - 1])
        guard !isNamed || number == RecordType.opt.rawValue || 249...255 ~= number || !types.isMeta(number) else {
            throw Fault(.metaTypeListed, at: start)
        }
        warnOfLongType(start, end)
        warnOfUnknownMnemonic(number)
        return number
    }

    /// Warns where the token just read is the mnemonic of a type that BIND does not know.
    mutating func warnOfUnknownMnemonic(_ number: UInt16) {
        guard let row = types.row(of: number), types.descriptors[row].isWrittenByNumber,
            buffer[Int(ends[index - 1]) - 1] > UInt8(ascii: "9")
        else { return }
        warnOfUnknownWord(.typeUnknownToBIND, number, at: Int(starts[index - 1]))
    }

    /// Warns where a type's number has so many zeros in front that BIND does not read it.
    mutating func warnOfLongType(_ start: Int, _ end: Int) {
        guard end - start > TypeIndex.typeLengthForBIND, ASCII.isDigit(buffer[end - 1]) else { return }
        warnOfUnknownWord(.numberTooLong, 5, at: start)
    }

    @inline(never) mutating func readTypeCovered() throws(Fault) {
        append(try recordType(bareNumbers: typeNumber == RecordType.sig.rawValue))
    }

    /// Types in any order, to the end; written as blocks of 256 in ascending order.
    @inline(never) mutating func readTypeBitmap() throws(Fault) {
        // All 65536 bits have room behind the record: 8192 octets; those of a block are cleared when the block is
        // first met. What is read is moved down in front of them, block by block.
        let bits = out + 2 * 256
        var isMet = SIMD4<UInt64>(repeating: 0)
        repeat {
            let number = Int(try recordType())
            let block = number >> 8
            let mask: UInt64 = 1 &<< UInt64(block & 63)
            if isMet[block >> 6] & mask == 0 {
                isMet[block >> 6] |= mask
                (bits + block * 32).update(repeating: 0, count: 32)
            }
            bits[number >> 3] |= 0x80 &>> UInt8(truncatingIfNeeded: number & 7)
        } while try hasField()
        for word in 0..<4 {
            var blocks = isMet[word]
            while blocks != 0 {
                let block = word * 64 + blocks.trailingZeroBitCount
                blocks &= blocks &- 1
                var length = 32
                while length > 1 && bits[block * 32 + length - 1] == 0 { length -= 1 }
                append(UInt8(truncatingIfNeeded: block))
                append(UInt8(truncatingIfNeeded: length))
                // `out` is below these bits: at most two octets a block stand in front of those moved already.
                for at in 0..<length { append(bits[block * 32 + at]) }
            }
        }
    }

    /// Types 1…127 in one block without head.
    @inline(never) mutating func readOldTypeBitmap() throws(Fault) {
        let bits = out
        bits.update(repeating: 0, count: 16)
        var length = 0
        repeat {
            let start = Int(starts[index])
            let number = Int(try recordType(bareNumbers: true))
            guard 1...127 ~= number else { throw Fault(.typeOutOfBitmap, at: start) }
            bits[number >> 3] |= 0x80 &>> UInt8(truncatingIfNeeded: number & 7)
            length = max(length, number >> 3 + 1)
        } while try hasField()
        out += length
    }
}

extension FieldLength {
    /// Blocks in ascending order, none empty, none with a zero octet at its end.
    static func typeBitmap(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = 0
        var last = -1
        while at < octets.count {
            guard at + 2 < octets.count, Int(octets[at]) > last else { return nil }
            last = Int(octets[at])
            let end = at + 2 + Int(octets[at + 1])
            guard 1...32 ~= octets[at + 1], end <= octets.count, octets[end - 1] != 0 else { return nil }
            at = end
        }
        return at
    }

    static func oldTypeBitmap(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        guard 1...16 ~= octets.count, octets[0] & 0x80 == 0, octets[octets.count - 1] != 0 else { return nil }
        return octets.count
    }
}

extension FieldPrinter {
    @inline(never) static func typeBitmap(
        _ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter
    ) {
        var at = 0
        var isFirst = true
        while at + 2 < length {
            let count = min(Int(octets[at + 1]), length - at - 2)
            block(octets + at + 2, count, from: UInt16(octets[at]) &<< 8, &isFirst, to: &writer)
            at += 2 + count
        }
    }

    static func oldTypeBitmap(_ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        var isFirst = true
        block(octets, min(length, 16), from: 0, &isFirst, to: &writer)
    }

    private static func block(
        _ octets: UnsafePointer<UInt8>, _ count: Int, from first: UInt16, _ isFirst: inout Bool,
        to writer: inout ByteWriter
    ) {
        for at in 0..<count * 8 where octets[at >> 3] & (0x80 &>> UInt8(truncatingIfNeeded: at & 7)) != 0 {
            if !isFirst { writer.append(UInt8(ascii: " ")) }
            isFirst = false
            RecordWriter.appendType(first | UInt16(truncatingIfNeeded: at), to: &writer)
        }
    }
}

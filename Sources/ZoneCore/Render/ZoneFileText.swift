#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import RFC1035

/// A zone as a master file for people: relative owners, aligned columns, one block an owner, long data in parentheses
/// over several lines, a TTL only where it is not the zone's, and behind the first record of each managed name the
/// request it comes from.
///
/// The text is in two parts around the SOA's serial, so that the same zone can be compared and written with
/// any serial.
struct ZoneFileText: ~Copyable {
    private(set) var head = ByteWriter(capacity: 4096)
    private(set) var tail: ByteWriter

    private static let ownerWidth = 24
    private static let ttlWidth = 8
    private static let typeWidth = 7
    private static let numberWidth = 10
    /// Where data begins, as long as nothing before it is wider than usual.
    private static let indent = ownerWidth + ttlWidth + 3 + typeWidth

    /// - Parameters:
    ///   - zone: has one SOA, at its apex.
    ///   - defaultTTL: for the `$TTL` line; only other TTLs are written out.
    ///   - comment: the request behind a name, if there is one.
    init(_ zone: Zone, defaultTTL: UInt32, comment: (Int) -> UnsafeBufferPointer<UInt8>?) {
        tail = ByteWriter(capacity: zone.store.usedOctets * 2 + 4096)
        head.append(
            """
            ; Written by zonectl: changes made here are lost at the next render.
            ; The office's own records stand in static.zone; agencies' names come from the register.

            """)
        head.append("$ORIGIN ")
        head.append(text: zone.origin.description)
        head.append("\n$TTL ")
        head.append(decimal: defaultTTL)
        head.append("\n\n")
        var isFirst = true
        let records = RecordWriter(zone.store, zone: zone.origin)
        var scratch = ByteWriter(capacity: 1024)
        for number in zone.canonicalOrder() {
            let index = Int(number)
            var isBlockStart = true
            zone.forEachSortedRow(of: index) { row in
                if isFirst && zone.records[row].type == RecordType.soa.rawValue {
                    Self.appendOwner(records, zone.records[row], defaultTTL, isBlockStart, to: &head)
                    Self.appendSOA(zone, row, head: &head, tail: &tail)
                } else {
                    let start = tail.count
                    Self.appendOwner(records, zone.records[row], defaultTTL, isBlockStart, to: &tail)
                    if Int(zone.records[row].rdataLength) <= FoldedData.usualOctets {
                        records.appendRdata(zone.records[row], to: &tail)
                    } else {
                        scratch.removeAll()
                        records.appendRdata(zone.records[row], to: &scratch)
                        FoldedData.append(
                            scratch, ofType: zone.records[row].type, start: tail.count - start, indent: Self.indent,
                            to: &tail)
                    }
                }
                if isBlockStart, let request = comment(index), let base = request.baseAddress {
                    tail.append(" ; ")
                    tail.append(base, request.count)
                }
                tail.append(UInt8(ascii: "\n"))
                isBlockStart = false
                isFirst = false
            }
        }
    }

    private static func appendOwner(
        _ records: RecordWriter, _ record: RecordStore.Row, _ defaultTTL: UInt32, _ isBlockStart: Bool,
        to writer: inout ByteWriter
    ) {
        let start = writer.count
        if isBlockStart { records.appendOwner(record, isRelative: true, to: &writer) }
        writer.append(repeating: UInt8(ascii: " "), max(1, ownerWidth - (writer.count - start)))
        let ttlStart = writer.count
        if record.ttl != defaultTTL { writer.append(decimal: record.ttl) }
        writer.append(repeating: UInt8(ascii: " "), max(1, ttlWidth - (writer.count - ttlStart)))
        writer.append("IN ")
        let typeStart = writer.count
        RecordWriter.appendType(record.type, to: &writer)
        writer.append(repeating: UInt8(ascii: " "), max(1, typeWidth - (writer.count - typeStart)))
    }

    /// The SOA over several lines, its serial left out between head and tail.
    private static func appendSOA(_ zone: Zone, _ row: Int, head: inout ByteWriter, tail: inout ByteWriter) {
        let rdata = zone.rdata(of: row)
        guard let base = rdata.baseAddress else { return }
        let nameLength = RecordWriter.appendName(base, to: &head)
        head.append(UInt8(ascii: " "))
        let numbers = nameLength + RecordWriter.appendName(base + nameLength, to: &head)
        head.append(" (\n")
        head.append(repeating: UInt8(ascii: " "), indent)
        tail.append(" ; serial\n")
        for (index, label) in (["refresh", "retry", "expire", "minimum"] as [StaticString]).enumerated() {
            let value = (0..<4).reduce(0 as UInt32) { $0 << 8 | UInt32(rdata[numbers + 4 + index * 4 + $1]) }
            tail.append(repeating: UInt8(ascii: " "), indent)
            let start = tail.count
            tail.append(decimal: value)
            tail.append(repeating: UInt8(ascii: " "), numberWidth - (tail.count - start))
            tail.append(" ; ")
            tail.append(label)
            tail.append(UInt8(ascii: "\n"))
        }
        tail.append(repeating: UInt8(ascii: " "), indent)
        tail.append(UInt8(ascii: ")"))
    }

    /// The whole text with this serial, piece by piece.
    borrowing func forEachPiece<E: Error>(
        serial: Serial, _ body: (UnsafeRawBufferPointer) throws(E) -> Void
    ) throws(E) {
        try head.withBytes(body)
        let digits = Array(serial.description.utf8)
        try withBytes(of: digits, body)
        try tail.withBytes(body)
    }

    private borrowing func withBytes<E: Error>(
        of octets: [UInt8], _ body: (UnsafeRawBufferPointer) throws(E) -> Void
    ) throws(E) {
        var writer = ByteWriter(capacity: octets.count)
        writer.append(octets)
        try writer.withBytes(body)
    }

    borrowing func count(serial: Serial) -> Int {
        head.count + serial.description.utf8.count + tail.count
    }

    borrowing func digest(serial: Serial) -> SHA256.Digest {
        var hash = SHA256()
        forEachPiece(serial: serial) { hash.update($0) }
        return hash.digest()
    }

    /// Whether `octets` are this text with this serial.
    borrowing func isEqual(to octets: UnsafeRawBufferPointer, serial: Serial) -> Bool {
        guard octets.count == count(serial: serial) else { return false }
        var offset = 0
        var isEqual = true
        forEachPiece(serial: serial) { piece in
            guard isEqual else { return }
            if let known = octets.baseAddress, let new = piece.baseAddress {
                isEqual = memcmp(known + offset, new, piece.count) == 0
            }
            offset += piece.count
        }
        return isEqual
    }
}

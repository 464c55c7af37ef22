import RFC1035

extension UpdateScript {
    /// Longest text of RDATA that is written as such: a line of nsupdate holds 131,071 octets, and hexadecimal takes
    /// two for each.
    private static let maximumText = 100_000
    /// Written out when there is so much of it.
    private static let pieceOctets = 1 << 16

    /// Writes the script; `flush` gets it piece by piece.
    public func write(_ flush: (UnsafeRawBufferPointer) -> Void) {
        var text = ByteWriter()
        appendHead(to: &text)
        let writers = (old: RecordWriter(difference.old.store), new: RecordWriter(difference.new.store))
        var serial = oldSerial
        for (number, message) in messages.enumerated() {
            let next = number == messages.count - 1 ? finalSerial : serial.successor
            text.append(UInt8(ascii: "\n"))
            text.append("prereq yxrrset ")
            let (held, soa) = number == 0 ? (difference.old, oldSOA) : (difference.new, newSOA)
            appendSOA(held, soa, serial, ttl: false, to: &text)
            for operation in prerequisites[message.prerequisites] {
                append(operation, writers, to: &text)
                if text.count > Self.pieceOctets { Self.flush(&text, flush) }
            }
            for operation in updates[message.updates] {
                append(operation, writers, to: &text)
                if text.count > Self.pieceOctets { Self.flush(&text, flush) }
            }
            text.append("update add ")
            appendSOA(difference.new, newSOA, next, ttl: true, to: &text)
            text.append("send\n")
            serial = next
        }
        Self.flush(&text, flush)
    }

    private static func flush(_ text: inout ByteWriter, _ flush: (UnsafeRawBufferPointer) -> Void) {
        text.withBytes { flush($0) }
        text.removeAll()
    }

    private func appendHead(to text: inout ByteWriter) {
        let zone = difference.old.origin.description
        text.append(
            text: """
                ; \(zone) from serial \(oldSerial) to \(finalSerial), for nsupdate.
                ; Each message is applied whole or not at all, and only on the serial before it.

                """)
        text.append(text: "zone \(zone)\n")
    }

    private func append(
        _ operation: Operation, _ writers: (old: RecordWriter, new: RecordWriter), to text: inout ByteWriter
    ) {
        let zone = zone(of: operation)
        let isNew = zone === difference.new
        let record = zone.records[operation.row]
        switch operation.kind {
        case .hasRecord, .hasSet: text.append("prereq yxrrset ")
        case .hasNoSet: text.append("prereq nxrrset ")
        case .deleteSet, .deleteRecord: text.append("update delete ")
        case .add: text.append("update add ")
        }
        RecordWriter.appendName(zone.arena + Int(record.owner), to: &text)
        text.append(UInt8(ascii: " "))
        if operation.kind == .add {
            text.append(decimal: record.ttl)
            text.append(UInt8(ascii: " "))
        }
        let isKnown = Self.isKnown(record.type)
        if isKnown {
            RecordWriter.appendType(record.type, to: &text)
        } else {
            text.append("TYPE")
            text.append(decimal: UInt32(record.type))
        }
        switch operation.kind {
        case .hasSet, .hasNoSet, .deleteSet: break
        case .hasRecord, .deleteRecord, .add:
            text.append(UInt8(ascii: " "))
            appendData(zone, operation.row, isNew ? writers.new : writers.old, isKnown: isKnown, to: &text)
        }
        text.append(UInt8(ascii: "\n"))
    }

    /// In the type's own form, or in the generic one of RFC 3597 where that is shorter or known better.
    private func appendData(
        _ zone: Zone, _ row: Int, _ records: RecordWriter, isKnown: Bool, to text: inout ByteWriter
    ) {
        if isKnown {
            var own = ByteWriter(capacity: 256)
            records.appendRdata(zone.records[row], to: &own)
            if own.count <= Self.maximumText {
                own.withBytes { text.append($0) }
                return
            }
        }
        records.appendGenericRdata(zone.records[row], to: &text)
    }

    private func appendSOA(_ zone: Zone, _ row: Int, _ serial: Serial, ttl: Bool, to text: inout ByteWriter) {
        let rdata = zone.rdata(of: row)
        guard let base = rdata.baseAddress, rdata.count >= 22 else { return }
        text.append(text: zone.origin.description)
        text.append(UInt8(ascii: " "))
        if ttl {
            text.append(decimal: zone.records[row].ttl)
            text.append(UInt8(ascii: " "))
        }
        text.append("SOA ")
        let first = RecordWriter.appendName(base, to: &text)
        text.append(UInt8(ascii: " "))
        RecordWriter.appendName(base + first, to: &text)
        text.append(UInt8(ascii: " "))
        text.append(decimal: serial.rawValue)
        for number in stride(from: rdata.count - 16, to: rdata.count, by: 4) {
            text.append(UInt8(ascii: " "))
            text.append(decimal: (0..<4).reduce(0 as UInt32) { $0 << 8 | UInt32(rdata[number + $1]) })
        }
        text.append(UInt8(ascii: "\n"))
    }

    /// The types that every nsupdate in use reads by name; others go by number, which needs no new version.
    private static func isKnown(_ type: UInt16) -> Bool {
        switch type {
        case 1, 2, 5, 6, 12, 13, 15...18, 28, 29, 33, 35...37, 39, 42...45, 48, 49, 52, 53, 59...62, 99, 108, 109, 256,
            257:
            true
        default: false
        }
    }
}

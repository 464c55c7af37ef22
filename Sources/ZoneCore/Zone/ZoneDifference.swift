import RFC1035

/// What distinguishes two zones, record by record; the SOA's serial is left out.
public struct ZoneDifference: Sendable {
    /// Records of the old zone that the new one does not have, in canonical text without newline.
    public private(set) var removed: [String] = []
    /// Records of the new zone that the old one did not have.
    public private(set) var added: [String] = []

    public var isEmpty: Bool { removed.isEmpty && added.isEmpty }

    public init(old: Zone, new: Zone) {
        let (before, after) = (Self.lines(of: old), Self.lines(of: new))
        let (known, wanted) = (Set(before), Set(after))
        removed = before.filter { !wanted.contains($0) }
        added = after.filter { !known.contains($0) }
    }

    /// The records in canonical text, the SOA with serial 0.
    private static func lines(of zone: Zone) -> [String] {
        let serial = zone.serial
        zone.setSerial(Serial(0 as UInt32))
        defer { if let serial { zone.setSerial(serial) } }
        var writer = ByteWriter(capacity: zone.store.usedOctets * 2 + 256)
        zone.writeCanonicalText { writer.append($0) }
        return writer.array().split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension Zone {
    /// Replaces the serial in the SOA records at the apex.
    func setSerial(_ serial: Serial) {
        guard let apex else { return }
        for row in rows(of: apex, type: .soa) where records[row].rdataLength >= 20 {
            let offset = Int(records[row].rdata) + Int(records[row].rdataLength) - 20
            for index in 0..<4 {
                arena[offset + index] = UInt8(truncatingIfNeeded: serial.rawValue >> UInt32(24 - index * 8))
            }
        }
    }
}

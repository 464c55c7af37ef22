/// Reads BIND's raw zone format (version 1): the records in wire form, so that nobody has to read text.
enum RawZone {
    static func records(_ octets: [UInt8]) -> Set<ZoneRecord>? {
        var reader = Reader(octets: octets)
        // Format 2 is "raw"; then version, time, flags, serial and time of transfer.
        guard reader.number(4) == 2, reader.number(4) == 1, reader.skip(16) else { return nil }
        var records: Set<ZoneRecord> = []
        while !reader.isAtEnd {
            guard reader.skip(4), reader.number(2) != nil, let type = reader.number(2), reader.skip(2),
                let ttl = reader.number(4), let count = reader.number(4), let length = reader.number(2),
                let owner = reader.take(length)
            else { return nil }
            for _ in 0..<count {
                guard let length = reader.number(2), let rdata = reader.take(length) else { return nil }
                records.insert(
                    ZoneRecord(
                        owner: owner.map(\.lowercasedASCII), type: UInt16(truncatingIfNeeded: type),
                        ttl: UInt32(truncatingIfNeeded: ttl), rdata: rdata))
            }
        }
        return records
    }

    private struct Reader {
        let octets: [UInt8]
        var at = 0

        var isAtEnd: Bool { at >= octets.count }

        mutating func take(_ count: Int) -> [UInt8]? {
            guard count <= octets.count - at else { return nil }
            defer { at += count }
            return Array(octets[at..<(at + count)])
        }

        mutating func skip(_ count: Int) -> Bool { take(count) != nil }

        mutating func number(_ count: Int) -> Int? { take(count)?.reduce(0) { $0 << 8 | Int($1) } }
    }
}

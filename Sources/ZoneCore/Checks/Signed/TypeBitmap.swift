import RFC1035

/// The type bit maps of NSEC and NSEC3 records (RFC 4034 §4.1.2).
struct TypeBitmap {
    let octets: UnsafeBufferPointer<UInt8>.SubSequence

    /// Calls `body` with each type in it.
    func forEach(_ body: (UInt16) -> Void) {
        var at = octets.startIndex
        while at + 2 <= octets.endIndex {
            let window = UInt16(octets[at]) << 8
            let end = min(octets.endIndex, at + 2 + Int(octets[at + 1]))
            for (position, octet) in octets[(at + 2)..<end].enumerated() where octet != 0 {
                for bit in 0..<8 where octet & (0x80 >> UInt8(bit)) != 0 {
                    body(window | UInt16(truncatingIfNeeded: position * 8 + bit))
                }
            }
            at = end
        }
    }

    /// Types that it should not have, and types that it lacks.
    struct Difference {
        var extra: [UInt16] = []
        var lacking: [UInt16] = []
        var isEmpty: Bool { extra.isEmpty && lacking.isEmpty }
    }

    /// Compares with what a name has. Where a signature is missing or one too many, that is said already, and the type
    /// it is about is passed over.
    ///
    /// - Parameters:
    ///   - ofSigned: whether RRSIG belongs in it.
    ///   - proof: the type of the record that the bit map is in, if that belongs in it.
    func difference(
        from sets: RRsetsAtName, at standing: ZoneShape.Standing, ofSigned: Bool, proof: RecordType?
    ) -> Difference {
        var difference = Difference()
        var expected = 0
        var seen = 0
        func belongs(_ type: UInt16) -> Bool {
            if type == RecordType.nsec.rawValue || type == RecordType.nsec3.rawValue { return type == proof?.rawValue }
            return type == RecordType.ns.rawValue || RRsetsAtName.isAuthoritative(type, at: standing)
        }
        for entry in sets.entries where belongs(entry.type) { expected += 1 }
        if ofSigned { expected += 1 }
        forEach { type in
            if type == RecordType.rrsig.rawValue ? ofSigned : belongs(type) && sets.index(of: type) != nil {
                seen += 1
            } else if !sets.looseTypes.contains(type) {
                difference.extra.append(type)
            }
        }
        guard seen < expected else { return difference }
        var listed: Set<UInt16> = []
        forEach { listed.insert($0) }
        for entry in sets.entries where belongs(entry.type) && !listed.contains(entry.type) {
            let isSigned = entry.signatures > 0 || entry.type == RecordType.ns.rawValue && standing == .delegation
            if isSigned { difference.lacking.append(entry.type) }
        }
        if ofSigned && !listed.contains(RecordType.rrsig.rawValue) {
            difference.lacking.append(RecordType.rrsig.rawValue)
        }
        return difference
    }
}

extension TypeBitmap.Difference {
    var text: Text {
        func list(_ types: [UInt16]) -> String {
            types.sorted().map { RecordType(rawValue: $0).description }.joined(separator: ", ")
        }
        let more = extra.isEmpty ? "" : list(extra)
        let less = lacking.isEmpty ? "" : list(lacking)
        if less.isEmpty {
            return Text(
                en: "lists \(more), which the name does not have",
                id: "memuat \(more), yang tidak ada pada nama itu")
        }
        if more.isEmpty {
            return Text(en: "lacks \(less), which the name has", id: "tidak memuat \(less), yang ada pada nama itu")
        }
        return Text(
            en: "lists \(more), which the name does not have, and lacks \(less), which it has",
            id: "memuat \(more), yang tidak ada pada nama itu, dan tidak memuat \(less), yang ada")
    }
}

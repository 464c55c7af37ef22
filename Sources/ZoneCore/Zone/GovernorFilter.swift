import RFC1035

/// Says of most names that are neither delegations nor have a DNAME that they are not, without looking them up: the
/// table of all names lies in memory far apart, this in the processor's cache.
///
/// Invariant of the unsafe storage: `bits` has `1 << (32 - shift)` bits, in words of 64.
struct GovernorFilter {
    private let bits: LargeBlock<UInt64>
    private let shift: UInt32
    private let seed = WireName.seed

    init(_ zone: Zone) {
        let (names, nameCount, parts, seed) = (zone.names, zone.nameCount, zone.parts, WireName.seed)
        let governing = TypeSet.governing
        // Sixteen bits for each: one name in sixteen is looked up in vain, or fewer, as most have several records.
        let width = min(31, max(6, Int.bitWidth - (zone.governingRecords * 16).leadingZeroBitCount))
        let words = (1 << width) / 64
        let shift = UInt32(32 - width)
        let filled = (0..<parts).map { _ in LargeBlock<UInt64>(words) }
        Parallel.run(parts) { part in
            let own = filled[part].base
            for index in Parallel.range(part, of: parts, items: nameCount)
            where !names[index].types.isDisjoint(with: governing) {
                let wire = zone.wire(of: index)
                let bit = Int(WireName.hash(wire, WireName.length(wire), seed: seed) &>> shift)
                own[bit / 64] |= 1 &<< UInt64(bit % 64)
            }
        }
        for part in filled.dropFirst() {
            for word in 0..<words { filled[0].base[word] |= part.base[word] }
            part.free()
        }
        bits = filled[0]
        self.shift = shift
    }

    func free() { bits.free() }

    /// False only if no delegation and no DNAME has this name.
    @inline(__always) func mayHold(_ wire: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let bit = Int(WireName.hash(wire, length, seed: seed) &>> shift)
        return bits.base[bit / 64] & (1 &<< UInt64(bit % 64)) != 0
    }
}

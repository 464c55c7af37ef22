/// Type and class mnemonics by their letters: a hash without collisions, set up when the program first needs it.
final class TypeIndex: Sendable {
    static let shared = TypeIndex()

    /// What a mnemonic stands for.
    enum Entry: Hashable, Sendable {
        case type(UInt16)
        case recordClass(UInt16)
    }

    /// A mnemonic as two little-endian words of upper-case octets, and its meaning.
    struct Slot: Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var number: UInt16 = 0
        var isClass = false
        /// The row in ``RecordTypeRow/all``; meaningless for a class.
        var row: UInt16 = 0
    }

    /// A row's fields as the parser wants them: one octet a field.
    struct Descriptor: Sendable {
        var firstField: UInt32 = 0
        var fieldCount: UInt8 = 0
        /// Fields from here on may be absent.
        var requiredCount: UInt8 = 0
        var isWrittenByNumber = false
        /// The mnemonic, as in a ``Slot``.
        var low: UInt64 = 0
        var high: UInt64 = 0
        var mnemonicLength: UInt8 = 0
    }

    static let slotBits: UInt64 = 10
    /// A multiplier that fits the table as it is. Where it does not fit after a change of the table, the next
    /// one that does is found at start, which costs a fraction of a millisecond; a test then says its value.
    static let knownMultiplier: UInt64 = 2_138_738_880_609_597_677

    // Invariant of the raw storage: allocated once with the counts below, never written after `init`, never
    // freed (one instance for the life of the process).
    nonisolated(unsafe) let slots: UnsafePointer<Slot>
    let multiplier: UInt64
    nonisolated(unsafe) let descriptors: UnsafePointer<Descriptor>
    nonisolated(unsafe) let kinds: UnsafePointer<FieldKind>
    /// For each type number its row in ``RecordTypeRow/all`` plus one; 0 where it has none, and where no record has
    /// the type: such a type is known by its name only, its number is as good as any other.
    private let rowOfType: LargeBlock<UInt8>
    private let metaTypes: [UInt16]

    private init() {
        let rows = RecordTypeRow.all
        var entries = rows.enumerated().map { index, row in
            Slot(mnemonic: row.mnemonic, number: row.number, row: UInt16(index))
        }
        for recordClass in [RecordClass.internet, .chaos, .hesiod] {
            var slot = Slot(mnemonic: recordClass.description, number: recordClass.rawValue, row: 0)
            slot.isClass = true
            entries.append(slot)
        }
        // Zeroed pages that nobody writes to cost nothing.
        rowOfType = LargeBlock(1 << 16)
        for (index, row) in rows.enumerated() where !row.traits.contains(.refused) {
            rowOfType.base[Int(row.number)] = UInt8(index + 1)
        }
        metaTypes = rows.filter { $0.traits.contains(.meta) }.map(\.number)

        let size = 1 << Int(Self.slotBits)
        let table = UnsafeMutablePointer<Slot>.allocate(capacity: size)
        var multiplier = Self.knownMultiplier
        search: while true {
            table.initialize(repeating: Slot(), count: size)
            for entry in entries {
                let at = Self.hash(entry.low, entry.high, multiplier)
                if table[at].low != 0 {
                    multiplier = multiplier &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F | 1
                    continue search
                }
                table[at] = entry
            }
            break
        }
        self.multiplier = multiplier
        slots = UnsafePointer(table)

        let kinds = UnsafeMutablePointer<FieldKind>.allocate(capacity: rows.reduce(1) { $0 + $1.fields.count })
        let descriptors = UnsafeMutablePointer<Descriptor>.allocate(capacity: rows.count)
        var next = 0
        for (index, row) in rows.enumerated() {
            let slot = Slot(mnemonic: row.mnemonic, number: row.number, row: UInt16(index))
            (descriptors + index).initialize(
                to: Descriptor(
                    firstField: UInt32(next), fieldCount: UInt8(row.fields.count),
                    requiredCount: UInt8(row.fields.prefix { !$0.isOptional }.count),
                    isWrittenByNumber: row.traits.contains(.unknownToBIND), low: slot.low, high: slot.high,
                    mnemonicLength: UInt8(row.mnemonic.utf8.count)))
            for field in row.fields {
                (kinds + next).initialize(to: field.kind)
                next += 1
            }
        }
        self.kinds = UnsafePointer(kinds)
        self.descriptors = UnsafePointer(descriptors)
    }

    /// The row of a type that records may have.
    @inline(__always) func row(of type: UInt16) -> Int? {
        let row = rowOfType.base[Int(type)]
        return row > 0 ? Int(row) &- 1 : nil
    }

    /// Whether the type is one of queries and messages (RFC 6895 §3.1).
    func isMeta(_ type: UInt16) -> Bool { metaTypes.contains(type) }

    @inline(__always) static func hash(_ low: UInt64, _ high: UInt64, _ multiplier: UInt64) -> Int {
        Int(truncatingIfNeeded: ((low ^ (high &* 0xFF51_AFD7_ED55_8CCD)) &* multiplier) &>> (64 &- slotBits))
    }

    /// Letters to upper case, eight octets at a time; digits and hyphens stay.
    @inline(__always) static func folded(_ word: UInt64) -> UInt64 {
        word & ~((word & 0x4040_4040_4040_4040) &>> 1)
    }

    /// The slot of a mnemonic given as two words of upper-case octets. No mnemonic begins with a NUL, as an empty
    /// slot does.
    @inline(__always) func slot(_ low: UInt64, _ high: UInt64) -> UnsafePointer<Slot>? {
        let slot = slots + Self.hash(low, high, multiplier)
        return slot.pointee.low == low && slot.pointee.high == high && low != 0 ? slot : nil
    }

    /// A mnemonic in any letter case, or the numbered forms `TYPEn` and `CLASSn`.
    func lookUp(_ text: UnsafeBufferPointer<UInt8>) -> Entry? {
        guard let base = text.baseAddress, 1...15 ~= text.count else {
            return Self.numbered(text, "TYPE").map(Entry.type)
        }
        var low: UInt64 = 0
        var high: UInt64 = 0
        for index in 0..<text.count {
            let octet = UInt64(base[index])
            if index < 8 { low |= octet &<< UInt64(index * 8) } else { high |= octet &<< UInt64(index * 8 - 64) }
        }
        if let slot = slot(Self.folded(low), Self.folded(high)) {
            return slot.pointee.isClass ? .recordClass(slot.pointee.number) : .type(slot.pointee.number)
        }
        if let number = Self.numbered(text, "TYPE") { return .type(number) }
        // BIND and Knot read no class with more digits.
        return text.count <= 10 ? Self.numbered(text, "CLASS").map(Entry.recordClass) : nil
    }

    /// As much of `TYPEn` as BIND reads.
    static let typeLengthForBIND = 9

    /// The number of `TYPEn` or `CLASSn` (RFC 3597 §5): decimal, 16 bits, perhaps with zeros in front.
    private static func numbered(_ text: UnsafeBufferPointer<UInt8>, _ prefix: String) -> UInt16? {
        let prefix = prefix.utf8
        guard text.count > prefix.count, zip(text, prefix).allSatisfy({ $0 & 0xDF == $1 }) else { return nil }
        var value: UInt32 = 0
        for octet in text.dropFirst(prefix.count) {
            guard ASCII.isDigit(octet), value <= 0xFFFF else { return nil }
            value = value * 10 + UInt32(octet - 48)
        }
        return UInt16(exactly: value)
    }
}

extension TypeIndex.Slot {
    init(mnemonic: String, number: UInt16, row: UInt16) {
        for (index, octet) in mnemonic.utf8.enumerated() {
            if index < 8 {
                low |= UInt64(octet) &<< UInt64(index * 8)
            } else {
                high |= UInt64(octet) &<< UInt64(index * 8 - 64)
            }
        }
        self.number = number
        self.row = row
    }
}

import RFC1035

extension Zone {
    /// The rows of a store grouped by owner, through a hash table; the making of a ``Zone``, which owns the
    /// storage afterwards.
    struct Groups {
        let names: UnsafeMutablePointer<NameRow>
        let order: UnsafeMutablePointer<UInt32>
        let slots: UnsafeMutablePointer<UInt64>
        let slotMask: Int
        private(set) var nameCount = 0
        private(set) var types = TypeSet()
        private(set) var hasWildcards = false

        init(_ store: RecordStore) {
            let count = store.count
            let rows = store.rows
            // Owners that follow each other share their octets: no more names than changes of owner.
            var changes = 1
            for row in stride(from: 1, to: count, by: 1) where rows[row].owner != rows[row &- 1].owner {
                changes &+= 1
            }
            var capacity = 64
            while capacity < changes * 2 { capacity *= 2 }
            slots = .allocate(capacity: capacity)
            slots.initialize(repeating: 0, count: capacity)
            slotMask = capacity - 1
            names = .allocate(capacity: changes)
            order = .allocate(capacity: count + 1)
            let nameOfRow = UnsafeMutablePointer<UInt32>.allocate(capacity: count + 1)
            defer { nameOfRow.deallocate() }
            assignNames(rows, count, store.arena, nameOfRow)
            arrangeRows(count, nameOfRow)
        }

        /// Gives each row the number of its owner.
        private mutating func assignNames(
            _ rows: UnsafeMutablePointer<RecordStore.Row>, _ count: Int, _ arena: UnsafeMutablePointer<UInt8>,
            _ nameOfRow: UnsafeMutablePointer<UInt32>
        ) {
            let (names, slots, mask, seed) = (self.names, self.slots, slotMask, WireName.seed)
            var known = 0
            var wildcards = false
            var lastOwner = UInt32.max
            var current = 0
            for row in 0..<count {
                let owner = rows[row].owner
                if owner != lastOwner {
                    lastOwner = owner
                    let wire = arena + Int(owner)
                    let length = WireName.length(wire)
                    let hash = WireName.hash(wire, length, seed: seed)
                    var at = Int(truncatingIfNeeded: hash) & mask
                    while true {
                        let slot = slots[at]
                        if slot == 0 {
                            slots[at] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(known &+ 1)
                            names[known] = NameRow(owner: owner, first: 0, count: 0, types: TypeSet())
                            current = known
                            known &+= 1
                            if wire[0] == 1 && wire[1] == UInt8(ascii: "*") { wildcards = true }
                            break
                        }
                        if (slot ^ hash) & 0xFFFF_FFFF_0000_0000 == 0 {
                            let candidate = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) &- 1
                            if WireName.areEqual(wire, length, arena + Int(names[candidate].owner)) {
                                current = candidate
                                break
                            }
                        }
                        at = (at &+ 1) & mask
                    }
                }
                nameOfRow[row] = UInt32(truncatingIfNeeded: current)
                names[current].count &+= 1
                names[current].types.insert(rows[row].type)
            }
            nameCount = known
            hasWildcards = wildcards
        }

        /// Puts the rows of each name together, in the order in which they were read.
        private mutating func arrangeRows(_ count: Int, _ nameOfRow: UnsafeMutablePointer<UInt32>) {
            var first: UInt32 = 0
            for index in 0..<nameCount {
                names[index].first = first
                first &+= names[index].count
                names[index].count = 0
                types.formUnion(names[index].types)
            }
            for row in 0..<count {
                let name = Int(nameOfRow[row])
                order[Int(names[name].first &+ names[name].count)] = UInt32(truncatingIfNeeded: row)
                names[name].count &+= 1
            }
        }

        /// Gives the records of an RRset one TTL and returns those that had another. As BIND has it: of records that
        /// follow each other the first decides, and where the owner comes again further on, it decides anew.
        func unifyTTLs(_ rows: UnsafeMutablePointer<RecordStore.Row>) -> [(row: Int, ttl: UInt32)] {
            var deviating: [(row: Int, ttl: UInt32)] = []
            var decided: [UInt16: UInt32] = [:]
            var inThisRun: Set<UInt16> = []
            for index in 0..<nameCount where names[index].count > 1 {
                let first = Int(names[index].first)
                let range = first..<(first + Int(names[index].count))
                // The common case, a few records that agree, needs no dictionary.
                let ttl = rows[Int(order[first])].ttl
                if range.allSatisfy({ rows[Int(order[$0])].ttl == ttl }) { continue }
                decided.removeAll(keepingCapacity: true)
                var last = -1
                for position in range {
                    let row = Int(order[position])
                    if row != last + 1 { inThisRun.removeAll(keepingCapacity: true) }
                    last = row
                    if inThisRun.insert(rows[row].type).inserted { decided[rows[row].type] = rows[row].ttl }
                }
                for position in range {
                    let row = Int(order[position])
                    // A signature's TTL goes with what it covers, not with other signatures.
                    guard rows[row].type != RecordType.rrsig.rawValue, let ttl = decided[rows[row].type],
                        ttl != rows[row].ttl
                    else { continue }
                    deviating.append((row, rows[row].ttl))
                    rows[row].ttl = ttl
                }
            }
            return deviating
        }
    }
}

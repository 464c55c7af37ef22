import RFC1035

extension Zone {
    /// The rows of a store grouped by owner, through a hash table; the making of a ``Zone``, which owns the
    /// storage afterwards.
    ///
    /// Names are numbered in the order in which they were read. Until they have numbers, a name goes by its first
    /// row. Each thread looks after its own stretch of the hash table, so that none waits for another, and the outcome
    /// does not depend on their number.
    ///
    /// Invariants of the unsafe storage: `order` holds one element for each row, `names` one for each name, `slots` as
    /// many as ``NameTable`` asks for.
    struct Groups {
        let names: LargeBlock<NameRow>
        let order: LargeBlock<UInt32>
        let slots: LargeBlock<UInt64>
        let table: NameTable
        private(set) var nameCount = 0
        private(set) var types = TypeSet()
        private(set) var hasWildcards = false

        /// In the place of a row's name: the same owner as in the row before.
        private static let sameAsBefore = UInt32.max
        init(_ store: RecordStore, parts: Int) {
            let count = store.count
            order = LargeBlock(count + 1)
            let numbers = LargeBlock<UInt32>(count + 1)
            defer { numbers.free() }
            var stretches = parts
            while true {
                // Until rows are arranged, `order` holds the hashes.
                let starts = Self.hashOwners(store, parts, hashes: order.base, numbers: numbers.base)
                let slotCount = NameTable.slotCount(names: starts, stretches: stretches)
                let slots = LargeBlock<UInt64>(slotCount)
                let table = NameTable(slots: slots.base, count: slotCount, stretches: stretches)
                if let known = Self.findFirstRows(store, table, hashes: order.base, numbers: numbers.base) {
                    (self.slots, self.table) = (slots, table)
                    names = LargeBlock(known + 1)
                    number(store, numbers.base)
                    Parallel.run(stretches) { table.replaceRows($0, by: numbers.base) }
                    arrangeRows(count, numbers.base, isGrouped: known == starts)
                    return
                }
                slots.free()
                stretches = 1
            }
        }

        /// The hash of each owner that is not the same as in the row before; returns how many there are.
        private static func hashOwners(
            _ store: RecordStore, _ parts: Int, hashes: UnsafeMutablePointer<UInt32>,
            numbers: UnsafeMutablePointer<UInt32>
        ) -> Int {
            let (rows, arena, count, seed) = (store.rows, store.arena, store.count, WireName.seed)
            let found = LargeBlock<Int>(parts)
            defer { found.free() }
            Parallel.run(parts) { part in
                let range = Parallel.range(part, of: parts, items: count)
                var starts = 0
                // Owners that follow each other share their octets.
                var last = range.lowerBound > 0 ? rows[range.lowerBound - 1].owner : UInt32.max
                for row in range {
                    let owner = rows[row].owner
                    if owner == last {
                        numbers[row] = sameAsBefore
                        continue
                    }
                    last = owner
                    starts &+= 1
                    let wire = arena + Int(owner)
                    numbers[row] = UInt32(truncatingIfNeeded: row)
                    hashes[row] = WireName.hash(wire, WireName.length(wire), seed: seed)
                }
                found.base[part] = starts
            }
            return (0..<parts).reduce(0) { $0 + found.base[$1] }
        }

        /// Gives each row the first row of its name in place of itself; returns how many names there are, `nil` where a
        /// stretch of the table cannot hold its names.
        private static func findFirstRows(
            _ store: RecordStore, _ table: NameTable, hashes: UnsafeMutablePointer<UInt32>,
            numbers: UnsafeMutablePointer<UInt32>
        ) -> Int? {
            let (rows, arena, count) = (store.rows, store.arena, store.count)
            let found = LargeBlock<Int>(table.stretches)
            defer { found.free() }
            Parallel.run(table.stretches) { part in
                found.base[part] =
                    table.insert(part, rows: rows, count: count, arena: arena, hashes: hashes, numbers: numbers) ?? -1
            }
            let counts = (0..<table.stretches).map { found.base[$0] }
            return counts.contains(-1) ? nil : counts.reduce(0, +)
        }

        /// Numbers the names in the order of their first rows; `first` counts their rows for now.
        private mutating func number(_ store: RecordStore, _ numbers: UnsafeMutablePointer<UInt32>) {
            let (rows, arena, names) = (store.rows, store.arena, self.names.base)
            var next = 0
            var current = 0
            for row in 0..<store.count {
                let first = numbers[row]
                if first == UInt32(truncatingIfNeeded: row) {
                    current = next
                    next &+= 1
                    let owner = rows[row].owner
                    names[current] = NameRow(owner: owner, first: 0, types: TypeSet())
                    let wire = arena + Int(owner)
                    if wire[0] == 1 && wire[1] == UInt8(ascii: "*") { hasWildcards = true }
                } else if first != Self.sameAsBefore {
                    current = Int(numbers[Int(first)])
                }
                numbers[row] = UInt32(truncatingIfNeeded: current)
                names[current].first &+= 1
                names[current].types.insert(rows[row].type)
            }
            nameCount = next
        }

        /// Puts the rows of each name together, in the order in which they were read.
        ///
        /// - Parameter isGrouped: whether they stand together already.
        private mutating func arrangeRows(_ count: Int, _ numbers: UnsafeMutablePointer<UInt32>, isGrouped: Bool) {
            let (names, order) = (self.names.base, self.order.base)
            var end: UInt32 = 0
            for index in 0..<nameCount {
                types.formUnion(names[index].types)
                let start = end
                end &+= names[index].first
                names[index].first = isGrouped ? start : end
            }
            names[nameCount] = NameRow(owner: 0, first: end, types: TypeSet())
            if isGrouped {
                for row in 0..<count { order[row] = UInt32(truncatingIfNeeded: row) }
                return
            }
            // From the last row back, which moves each `first` from the end of its rows to their start.
            for row in stride(from: count &- 1, through: 0, by: -1) {
                let name = Int(numbers[row])
                names[name].first &-= 1
                order[Int(names[name].first)] = UInt32(truncatingIfNeeded: row)
            }
        }

        func free() {
            names.free()
            order.free()
            slots.free()
        }

        /// Gives the records of an RRset one TTL and returns those that had another. As BIND has it: of records that
        /// follow each other the first decides, and where the owner comes again further on, it decides anew.
        func unifyTTLs(_ rows: UnsafeMutablePointer<RecordStore.Row>) -> [(row: Int, ttl: UInt32)] {
            let (names, order) = (self.names.base, self.order.base)
            var deviating: [(row: Int, ttl: UInt32)] = []
            var decided: [UInt16: UInt32] = [:]
            var inThisRun: Set<UInt16> = []
            for index in 0..<nameCount where names[index + 1].first - names[index].first > 1 {
                let range = Int(names[index].first)..<Int(names[index + 1].first)
                // The common case, a few records that agree, needs no dictionary.
                let ttl = rows[Int(order[range.lowerBound])].ttl
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

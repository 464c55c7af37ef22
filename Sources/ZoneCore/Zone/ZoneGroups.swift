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
        /// NS and DNAME records, and perhaps some others.
        private(set) var governingRecords = 0

        /// Owners that are remembered while the next ones are read.
        private static let recent = 256
        /// In the place of a row's name: the same owner as in the row before.
        private static let sameAsBefore = UInt32.max
        init(_ store: RecordStore, parts: Int) {
            let count = store.count
            order = LargeBlock(count + 1)
            let numbers = LargeBlock<UInt32>(count + 1)
            defer { numbers.recycle() }
            var stretches = parts
            while true {
                // Until rows are arranged, `order` holds the hashes.
                let (starts, repeated) = Self.hashOwners(store, parts, hashes: order.base, numbers: numbers.base)
                let slotCount = NameTable.slotCount(names: starts, stretches: stretches)
                let slots = LargeBlock<UInt64>(slotCount)
                let table = NameTable(slots: slots.base, count: slotCount, stretches: stretches)
                if let known = Self.findFirstRows(store, table, hashes: order.base, numbers: numbers.base) {
                    (self.slots, self.table) = (slots, table)
                    names = LargeBlock(known + 1)
                    let strays = number(store, numbers.base, parts)
                    Parallel.run(stretches) { table.replaceRows($0, by: numbers.base) }
                    arrangeRows(count, numbers.base, strays, isGrouped: known == starts && repeated == 0)
                    return
                }
                slots.recycle()
                stretches = 1
            }
        }

        /// The hash of each owner that is none of the last few, and how many those are; the others get the row that has
        /// the same, and are counted as repeated. What belongs together mostly stands together, though not in one run.
        private static func hashOwners(
            _ store: RecordStore, _ parts: Int, hashes: UnsafeMutablePointer<UInt32>,
            numbers: UnsafeMutablePointer<UInt32>
        ) -> (starts: Int, repeated: Int) {
            let (rows, arena, count, seed, recent) = (store.rows, store.arena, store.count, WireName.seed, Self.recent)
            let found = LargeBlock<Int>(2 * parts)
            // For each thread, rows by the last bits of their owner's hash.
            let latest = LargeBlock<UInt32>(parts * recent)
            defer {
                found.free()
                latest.free()
            }
            Parallel.run(parts) { part in
                let range = Parallel.range(part, of: parts, items: count)
                var (starts, repeated) = (0, 0)
                // Owners that follow each other share their octets.
                var last = range.lowerBound > 0 ? rows[range.lowerBound - 1].owner : UInt32.max
                for row in range {
                    let owner = rows[row].owner
                    if owner == last {
                        numbers[row] = sameAsBefore
                        continue
                    }
                    last = owner
                    let wire = arena + Int(owner)
                    let length = WireName.length(wire)
                    let hash = WireName.hash(wire, length, seed: seed)
                    // A zero stands for row 0, which is compared like any other.
                    let place = part * recent + Int(hash) % recent
                    let earlier = Int(latest.base[place])
                    latest.base[place] = UInt32(truncatingIfNeeded: row)
                    if earlier < row, WireName.areEqual(wire, length, arena + Int(rows[earlier].owner)) {
                        numbers[row] = UInt32(truncatingIfNeeded: earlier)
                        repeated &+= 1
                        continue
                    }
                    numbers[row] = UInt32(truncatingIfNeeded: row)
                    hashes[row] = hash
                    starts &+= 1
                }
                found.base[2 * part] = starts
                found.base[2 * part + 1] = repeated
            }
            return (0..<parts).reduce(into: (starts: 0, repeated: 0)) {
                $0.starts += found.base[2 * $1]
                $0.repeated += found.base[2 * $1 + 1]
            }
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
        ///
        /// Each part numbers the names that begin among its rows. Rows of names that began in an earlier part are few,
        /// since a zone file mostly keeps together what belongs together; they are counted afterwards.
        private mutating func number(
            _ store: RecordStore, _ numbers: UnsafeMutablePointer<UInt32>, _ parts: Int
        ) -> [Part] {
            let (rows, arena, names, count) = (store.rows, store.arena, self.names.base, store.count)
            let starts = LargeBlock<Int>(parts + 1)
            defer { starts.free() }
            Parallel.run(parts) { part in
                var own = 0
                for row in Parallel.range(part, of: parts, items: count) {
                    let earlier = numbers[row]
                    if earlier == UInt32(truncatingIfNeeded: row) {
                        own &+= 1
                    } else if earlier != Self.sameAsBefore {
                        // From a row that repeats another to the first of all, which that one has by now.
                        numbers[row] = numbers[Int(earlier)]
                    }
                }
                starts.base[part + 1] = own
            }
            for part in 0..<parts { starts.base[part + 1] += starts.base[part] }
            nameCount = starts.base[parts]
            let begins = starts.base
            var outcomes = Array(repeating: Part(), count: parts)
            outcomes.withUnsafeMutableBufferPointer { outcomes in
                Parallel.run(parts) { part in
                    outcomes[part] = Self.number(
                        Parallel.range(part, of: parts, items: count), from: begins[part], rows, arena, names, numbers)
                }
            }
            for outcome in outcomes {
                if outcome.hasWildcards { hasWildcards = true }
                governingRecords += outcome.governing + outcome.strays.count
                for row in outcome.strays {
                    let first = numbers[row]
                    // A row in front of this one may have got its number just now.
                    let name = first == Self.sameAsBefore ? numbers[row &- 1] : numbers[Int(first)]
                    numbers[row] = name
                    names[Int(name)].first &+= 1
                    names[Int(name)].types.insert(rows[row].type)
                }
            }
            return outcomes
        }

        /// What numbering one part of the rows gave.
        private struct Part {
            /// The numbers of the names that begin in it.
            var names = 0..<0
            /// Rows of names that begin in another part, ascending.
            var strays: [Int] = []
            var hasWildcards = false
            var types = TypeSet()
            /// NS and DNAME records, those of names that begin in another part left out.
            var governing = 0
        }

        private static func number(
            _ range: Range<Int>, from first: Int, _ rows: UnsafeMutablePointer<RecordStore.Row>,
            _ arena: UnsafeMutablePointer<UInt8>, _ names: UnsafeMutablePointer<NameRow>,
            _ numbers: UnsafeMutablePointer<UInt32>
        ) -> Part {
            var outcome = Part()
            var next = first
            // Of the row before; `nil` while its name is another part's.
            var current: Int?
            for row in range {
                let known = numbers[row]
                if known == UInt32(truncatingIfNeeded: row) {
                    let owner = rows[row].owner
                    names[next] = NameRow(owner: owner, first: 0, types: TypeSet())
                    let wire = arena + Int(owner)
                    if WireName.isWildcard(wire) { outcome.hasWildcards = true }
                    current = next
                    next &+= 1
                } else if known != sameAsBefore {
                    current = Int(known) >= range.lowerBound ? Int(numbers[Int(known)]) : nil
                }
                guard let current else {
                    outcome.strays.append(row)
                    continue
                }
                numbers[row] = UInt32(truncatingIfNeeded: current)
                names[current].first &+= 1
                names[current].types.insert(rows[row].type)
                outcome.types.insert(rows[row].type)
                outcome.governing &+= TypeSet.governing.mayContain(rows[row].type) ? 1 : 0
            }
            outcome.names = first..<next
            return outcome
        }

        /// Puts the rows of each name together, in the order in which they were read: each thread those of the names
        /// that begin in its part, so that no two write to one place.
        ///
        /// - Parameter isGrouped: whether they stand together already.
        private mutating func arrangeRows(
            _ count: Int, _ numbers: UnsafeMutablePointer<UInt32>, _ parts: [Part], isGrouped: Bool
        ) {
            let (names, order) = (self.names.base, self.order.base)
            // Where the rows of a part's names begin.
            let starts = LargeBlock<UInt32>(parts.count + 1)
            defer { starts.free() }
            Parallel.run(parts.count) { part in
                var rows: UInt32 = 0
                for index in parts[part].names { rows &+= names[index].first }
                starts.base[part + 1] = rows
            }
            for part in parts.indices {
                starts.base[part + 1] += starts.base[part]
                types.formUnion(parts[part].types)
            }
            for row in parts.lazy.flatMap(\.strays) { types.formUnion(names[Int(numbers[row])].types) }
            names[nameCount] = NameRow(owner: 0, first: UInt32(truncatingIfNeeded: count), types: TypeSet())
            Parallel.run(parts.count) { part in
                let own = parts[part].names
                var end = starts.base[part]
                for index in own {
                    let start = end
                    end &+= names[index].first
                    names[index].first = isGrouped ? start : end
                }
                let rows = Parallel.range(part, of: parts.count, items: count)
                if isGrouped {
                    for row in rows { order[row] = UInt32(truncatingIfNeeded: row) }
                    return
                }
                // From the last row back, which moves each `first` from the end of its rows to their start.
                func place(_ row: Int) {
                    let name = Int(numbers[row])
                    guard own.contains(name) else { return }
                    names[name].first &-= 1
                    order[Int(names[name].first)] = UInt32(truncatingIfNeeded: row)
                }
                for later in parts[(part + 1)...].reversed() {
                    for row in later.strays.reversed() { place(row) }
                }
                for row in rows.reversed() { place(row) }
            }
        }

        func free() {
            names.recycle()
            order.recycle()
            slots.recycle()
        }
    }
}

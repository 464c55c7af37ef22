import RFC1035

// One TTL for each RRset (RFC 2181 §5.2): the one that BIND takes.

extension Zone.Groups {
    /// Gives the records of an RRset one TTL and returns those that had another.
    ///
    /// As BIND has it: of the records that it gathers before it takes them into the zone the first decides, and where
    /// it gathers more of them further on, those decide anew. Signatures of different types are different RRsets.
    func unifyTTLs(_ store: RecordStore, _ parts: Int) -> [(row: Int, ttl: UInt32)] {
        var differing: [[Int]] = Array(repeating: [], count: parts)
        differing.withUnsafeMutableBufferPointer { differing in
            Parallel.run(parts) { part in
                differing[part] = namesOfSeveralTTLs(Parallel.range(part, of: parts, items: nameCount), store)
            }
        }
        guard differing.contains(where: { !$0.isEmpty }) else { return [] }
        let gathered = differing.joined().contains { isScattered($0, store) } ? GatheredRecords(self, store) : nil
        var found: [[(row: Int, ttl: UInt32)]] = Array(repeating: [], count: parts)
        found.withUnsafeMutableBufferPointer { found in
            Parallel.run(parts) { part in
                for name in differing[part] { unifyTTLs(of: name, store, gathered, &found[part]) }
            }
        }
        return Array(found.joined())
    }

    /// What tells the RRsets of a name apart: the type, and what a signature covers.
    private func set(_ row: RecordStore.Row, _ store: RecordStore) -> UInt32 {
        var set = UInt32(row.type) << 16
        if row.type == RecordType.rrsig.rawValue || row.type == RecordType.sig.rawValue, row.rdataLength > 1 {
            let data = store.arena + Int(row.rdata)
            set |= UInt32(data[0]) << 8 | UInt32(data[1])
        }
        return set
    }

    private func places(of name: Int) -> Range<Int> {
        Int(names.base[name].first)..<Int(names.base[name + 1].first)
    }

    private func namesOfSeveralTTLs(_ range: Range<Int>, _ store: RecordStore) -> [Int] {
        let (names, order, rows) = (self.names.base, self.order.base, store.rows)
        var found: [Int] = []
        for index in range where names[index + 1].first &- names[index].first > 1 {
            let own = places(of: index)
            let ttl = rows[Int(order[own.lowerBound])].ttl
            if own.allSatisfy({ rows[Int(order[$0])].ttl == ttl }) { continue }
            // Few records need no dictionary: most differ in type as well.
            if own.count > 16 || own.contains(where: { hasEarlierOfItsSet($0, from: own.lowerBound, store) }) {
                found.append(index)
            }
        }
        return found
    }

    /// Whether an earlier record of the name is of the same RRset and has another TTL.
    private func hasEarlierOfItsSet(_ place: Int, from first: Int, _ store: RecordStore) -> Bool {
        let (order, rows) = (self.order.base, store.rows)
        let row = rows[Int(order[place])]
        for earlier in first..<place {
            let other = rows[Int(order[earlier])]
            if other.type == row.type && other.ttl != row.ttl && set(other, store) == set(row, store) { return true }
        }
        return false
    }

    /// Whether other records stand between those of a name, or BIND begins anew among them.
    private func isScattered(_ name: Int, _ store: RecordStore) -> Bool {
        let own = places(of: name)
        let (first, last) = (Int(order.base[own.lowerBound]), Int(order.base[own.upperBound - 1]))
        if last - first >= own.count { return true }
        var (low, high) = (0, store.turns.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(store.turns[middle].row) <= last { low = middle + 1 } else { high = middle }
        }
        return low > 0 && (Int(store.turns[low - 1].row) >= first || store.turns[low - 1].kind == .generate)
    }

    private func unifyTTLs(
        of name: Int, _ store: RecordStore, _ gathered: GatheredRecords?, _ deviating: inout [(row: Int, ttl: UInt32)]
    ) {
        let (own, rows) = (places(of: name), store.rows)
        var decided: [UInt32: (time: UInt32, ttl: UInt32)] = [:]
        for place in own {
            let row = Int(order.base[place])
            let (set, time) = (set(rows[row], store), gathered?.time(of: row) ?? 0)
            if let earlier = decided[set], earlier.time >= time { continue }
            decided[set] = (time, rows[row].ttl)
        }
        for place in own {
            let row = Int(order.base[place])
            guard let ttl = decided[set(rows[row], store)]?.ttl, ttl != rows[row].ttl else { continue }
            deviating.append((row, rows[row].ttl))
            rows[row].ttl = ttl
        }
    }
}

/// Which records BIND gathers in one list before it takes them into the zone, and when it takes each list.
///
/// There is one list for the current owner. While it has NS records, those of their hosts that follow directly are
/// gathered in a list of their own, and the owner's goes on behind them. Another owner, or the same in other letter
/// case, ends both; so do the two ends of an included file. What `$GENERATE` makes is taken at once, and the lists go
/// on.
struct GatheredRecords {
    /// Each row's list, and when a list was taken.
    private var lists: [UInt32]
    private var times: [UInt32] = [0]
    private var now: UInt32 = 0

    func time(of row: Int) -> UInt32 { times[Int(lists[row])] }

    init(_ groups: Zone.Groups, _ store: RecordStore) {
        lists = Array(repeating: 0, count: store.count)
        let names = Self.names(groups, store.count)
        // The list that names a name as a server's last.
        var serverOf: [UInt32] = Array(repeating: 0, count: groups.nameCount)
        // The names at hand, plus one, and their lists; 0 for none.
        var (owner, host): (UInt32, UInt32) = (0, 0)
        var (ownList, hostList): (UInt32, UInt32) = (0, 0)
        var (turn, isGenerated) = (0, false)
        for row in 0..<store.count {
            var hasOtherCase = false
            while turn < store.turns.count, Int(store.turns[turn].row) <= row {
                switch store.turns[turn].kind {
                case .letterCase: hasOtherCase = true
                case .file:
                    take(&ownList)
                    take(&hostList)
                case .generate: isGenerated = true
                case .endOfGenerate: isGenerated = false
                }
                turn += 1
            }
            if isGenerated {
                var list = begin()
                lists[row] = list
                take(&list)
                continue
            }
            let name = names[row]
            if name != host || hasOtherCase {
                take(&hostList)
                host = 0
                if name != owner || hasOtherCase {
                    if ownList > 0, serverOf[Int(name) - 1] == ownList {
                        host = name
                    } else {
                        take(&ownList)
                        owner = name
                    }
                }
            }
            if host > 0 {
                if hostList == 0 { hostList = begin() }
                lists[row] = hostList
                continue
            }
            if ownList == 0 { ownList = begin() }
            lists[row] = ownList
            if store.rows[row].type == RecordType.ns.rawValue {
                let server = store.arena + Int(store.rows[row].rdata)
                if let number = groups.number(of: server, store.arena) { serverOf[number] = ownList }
            }
        }
        take(&ownList)
        take(&hostList)
    }

    private mutating func begin() -> UInt32 {
        times.append(0)
        return UInt32(truncatingIfNeeded: times.count - 1)
    }

    private mutating func take(_ list: inout UInt32) {
        guard list > 0 else { return }
        now += 1
        times[Int(list)] = now
        list = 0
    }

    /// The number of each row's name, plus one.
    private static func names(_ groups: Zone.Groups, _ count: Int) -> [UInt32] {
        var names: [UInt32] = Array(repeating: 0, count: count)
        for name in 0..<groups.nameCount {
            for place in Int(groups.names.base[name].first)..<Int(groups.names.base[name + 1].first) {
                names[Int(groups.order.base[place])] = UInt32(truncatingIfNeeded: name + 1)
            }
        }
        return names
    }
}

extension Zone.Groups {
    /// The number of an owner name.
    ///
    /// SAFETY: a whole name in wire form, readable for seven octets beyond its end.
    fileprivate func number(of wire: UnsafePointer<UInt8>, _ arena: UnsafePointer<UInt8>) -> Int? {
        let length = WireName.length(wire)
        return table.number(WireName.hash(wire, length, seed: WireName.seed)) { number in
            WireName.areEqual(wire, length, arena + Int(names.base[number].owner))
        }
    }
}

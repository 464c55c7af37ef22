import RFC1035

/// A hash table from names to numbers, by open addressing with linear probing.
///
/// A slot holds the 32-bit hash of a name above and a number plus one below; 0 is an empty slot. The top bits of the
/// hash say where to look first. The table falls into stretches of equal length that a probe does not leave, so that
/// several threads can fill one each.
///
/// Invariants of the unsafe storage: `slots` has `stretchLength * stretches` elements, half as many again as names are
/// put in and some more. Names spread over at most eight stretches by a hash that nobody can foresee: that one of them
/// gets half as many again as its share of many names is beyond all odds, and `insert` makes sure: one stretch alone
/// has room for all. A probe thus always ends.
struct NameTable: @unchecked Sendable {
    private let slots: UnsafeMutablePointer<UInt64>
    let stretches: Int
    private let stretchLength: Int
    private let length: UInt64

    /// Slots to have for so many names.
    static func slotCount(names: Int, stretches: Int) -> Int { ((names + names / 2) / stretches + 64) * stretches }

    init(slots: UnsafeMutablePointer<UInt64>, count: Int, stretches: Int) {
        self.slots = slots
        self.stretches = stretches
        stretchLength = count / stretches
        length = UInt64(stretchLength * stretches)
    }

    @inline(__always) private func home(_ hash: UInt32) -> Int {
        Int(truncatingIfNeeded: (UInt64(hash) &* length) &>> 32)
    }

    /// The slot after one, within the stretch that ends at `end`.
    @inline(__always) private func next(_ slot: Int, end: Int) -> Int {
        slot &+ 1 < end ? slot &+ 1 : end &- stretchLength
    }

    @inline(__always) private func end(of slot: Int) -> Int {
        stretches == 1 ? stretchLength : (slot / stretchLength &+ 1) &* stretchLength
    }

    /// The number of the name with this hash that `isWanted` accepts.
    @inline(__always) func number(_ hash: UInt32, where isWanted: (Int) -> Bool) -> Int? {
        var at = home(hash)
        var end = 0
        while true {
            let slot = slots[at]
            if slot == 0 { return nil }
            if UInt32(truncatingIfNeeded: slot &>> 32) == hash {
                let number = Int(slot & 0xFFFF_FFFF) &- 1
                if isWanted(number) { return number }
            }
            if end == 0 { end = self.end(of: at) }
            at = next(at, end: end)
        }
    }

    /// Rows looked up together: their slots are fetched first, all at once, since each fetch may take as long as
    /// some hundred instructions.
    private static let batch = 32

    /// Puts the names of one stretch in. Where `numbers[row] == row`, a row begins a run of one owner, whose hash is
    /// given; it becomes the first row with that owner.
    ///
    /// - Returns: how many names there are; `nil` when the stretch cannot hold them.
    func insert(
        _ stretch: Int, rows: UnsafeMutablePointer<RecordStore.Row>, count: Int, arena: UnsafeMutablePointer<UInt8>,
        hashes: UnsafeMutablePointer<UInt32>, numbers: UnsafeMutablePointer<UInt32>
    ) -> Int? {
        let (slots, lower, end) = (self.slots, stretch * stretchLength, (stretch + 1) * stretchLength)
        // Memory that is read before it is written costs two faults a page, the second of which stops all processors.
        (slots + lower).update(repeating: 0, count: stretchLength)
        var known = 0
        var row = 0
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * Self.batch + 1) { waiting in
            guard let waiting = waiting.baseAddress else { return }
            let owners = waiting + Self.batch
            var fetched: UInt64 = 0
            while row < count {
                var waitingCount = 0
                while row < count && waitingCount < Self.batch {
                    waiting[waitingCount] = UInt32(truncatingIfNeeded: row)
                    let home = home(hashes[row])
                    let isMine = numbers[row] == UInt32(truncatingIfNeeded: row) && lower <= home && home < end
                    waitingCount &+= isMine ? 1 : 0
                    row &+= 1
                }
                for index in 0..<waitingCount {
                    let hash = hashes[Int(waiting[index])]
                    let slot = slots[home(hash)]
                    // Most likely the same name: its octets are needed too, and those of the one that it has.
                    let first = UInt32(truncatingIfNeeded: slot &>> 32) == hash ? Int(slot & 0xFFFF_FFFF) &- 1 : -1
                    owners[index] = first >= 0 ? rows[first].owner : 0
                    fetched |= slot
                }
                for index in 0..<waitingCount where owners[index] > 0 {
                    fetched |= UInt64(arena[Int(owners[index])])
                    fetched |= UInt64(arena[Int(rows[Int(waiting[index])].owner)])
                }
                for index in 0..<waitingCount {
                    let here = Int(waiting[index])
                    let hash = hashes[here]
                    var at = home(hash)
                    while true {
                        let slot = slots[at]
                        if slot == 0 {
                            slots[at] = UInt64(hash) &<< 32 | UInt64(here &+ 1)
                            known &+= 1
                            if known == end &- lower { return }
                            break
                        }
                        if UInt32(truncatingIfNeeded: slot &>> 32) == hash {
                            let first = Int(slot & 0xFFFF_FFFF) &- 1
                            let owner = arena + Int(rows[here].owner)
                            if WireName.areEqual(owner, WireName.length(owner), arena + Int(rows[first].owner)) {
                                numbers[here] = UInt32(truncatingIfNeeded: first)
                                break
                            }
                        }
                        at = next(at, end: end)
                    }
                }
            }
            // What was fetched ahead must go somewhere, or the compiler leaves it out.
            waiting[2 * Self.batch] = UInt32(truncatingIfNeeded: fetched)
        }
        // A probe needs an empty slot to end at.
        return known < end - lower ? known : nil
    }

    /// Puts numbers in the place of rows in one stretch.
    func replaceRows(_ stretch: Int, by numbers: UnsafeMutablePointer<UInt32>) {
        for at in (stretch * stretchLength)..<((stretch + 1) * stretchLength) where slots[at] != 0 {
            let row = Int(slots[at] & 0xFFFF_FFFF) &- 1
            slots[at] = slots[at] & 0xFFFF_FFFF_0000_0000 | UInt64(numbers[row] &+ 1)
        }
    }
}

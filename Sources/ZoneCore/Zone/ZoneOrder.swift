#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import RFC1035

extension Zone {
    /// The names in canonical order (RFC 4034 §6.1).
    ///
    /// A name's labels from the top down, those that all names share left out, make a string whose octets sort as the
    /// name does. Eight of its octets at a time are a key; keys are sorted by radix, and names whose keys are equal by
    /// the eight octets after those.
    public func canonicalOrder() -> [UInt32] {
        let count = nameCount
        let parts = self.parts
        if isInCanonicalOrder(parts) { return (0..<count).map { UInt32(truncatingIfNeeded: $0) } }
        let first = LargeBlock<SortEntry>(count)
        let second = LargeBlock<SortEntry>(count)
        defer {
            first.recycle()
            second.recycle()
        }
        // Octets at the end that all names share add nothing to their order.
        var shared = originLength
        if !sortParts(parts, first.base, second.base, before: shared) {
            shared = 1
            _ = sortParts(parts, first.base, second.base, before: shared)
        }
        let (sorted, scratch) = RadixSort.merge(first.base, second.base, parts: parts, count: count)
        // A run of equal keys belongs to one part. Where parts end is settled before any of them changes keys.
        let ends = (1...parts).map { part in
            var end = Parallel.range(part - 1, of: parts, items: count).upperBound
            while 0 < end && end < count && sorted[end - 1].key == sorted[end].key { end += 1 }
            return end
        }
        Parallel.run(parts) { part in
            settleTies(sorted, (part > 0 ? ends[part - 1] : 0)..<ends[part], scratch, from: 0, before: shared)
        }
        return [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count { buffer.initializeElement(at: index, to: sorted[index].name) }
            initialized = count
        }
    }

    /// Sorts the names of each part by their first key; false where more than the root is taken for shared, and some
    /// name stands outside the zone.
    private func sortParts(
        _ parts: Int, _ entries: UnsafeMutablePointer<SortEntry>, _ scratch: UnsafeMutablePointer<SortEntry>,
        before shared: Int
    ) -> Bool {
        let count = nameCount
        return allParts(parts) { part in
            let range = Parallel.range(part, of: parts, items: count)
            for index in range {
                let wire = wire(of: index)
                guard let end = shared == 1 ? .max : octetsBelowOrigin(wire) else { return false }
                entries[index] = SortEntry(
                    key: Self.sortKey(of: wire, upTo: end, from: 0), name: UInt32(truncatingIfNeeded: index))
            }
            RadixSort.sort(entries + range.lowerBound, range.count, scratch: scratch + range.lowerBound)
            return true
        }
    }

    struct SortEntry: BitwiseCopyable {
        var key: UInt64
        var name: UInt32
    }

    private func isInCanonicalOrder(_ parts: Int) -> Bool {
        let count = nameCount
        return allParts(parts) { part in
            Parallel.range(part, of: parts, items: count).allSatisfy { $0 == 0 || canonicallyPrecedes($0 - 1, $0) }
        }
    }

    private func allParts(_ parts: Int, satisfy condition: (Int) -> Bool) -> Bool {
        let found = LargeBlock<Bool>(parts)
        defer { found.free() }
        Parallel.run(parts) { found.base[$0] = condition($0) }
        return (0..<parts).allSatisfy { found.base[$0] }
    }

    /// Sorts the names of each run of equal keys in `range` by what comes after the octets of the key.
    private func settleTies(
        _ entries: UnsafeMutablePointer<SortEntry>, _ range: Range<Int>, _ scratch: UnsafeMutablePointer<SortEntry>,
        from depth: Int, before shared: Int
    ) {
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            while end < range.upperBound && entries[end].key == entries[start].key { end += 1 }
            let count = end - start
            // Two are compared at once. Keys need octets that all of the names have in theirs.
            if count == 2 || count > 2 && (Self.isCutOff(entries[start].key) || depth > Name.maximumLength) {
                var run = UnsafeMutableBufferPointer(start: entries + start, count: count)
                // Not through the zone, whose references all threads would count.
                run.sort { [arena, names] in
                    WireOrder.compare(
                        arena + Int(names[Int($0.name)].owner), arena + Int(names[Int($1.name)].owner)) < 0
                }
            } else if count > 1 {
                for at in start..<end {
                    let wire = wire(of: Int(entries[at].name))
                    let end = shared == 1 ? nil : octetsBelowOrigin(wire)
                    entries[at].key = Self.sortKey(of: wire, upTo: end ?? .max, from: depth + 8)
                }
                RadixSort.sort(entries + start, count, scratch: scratch + start)
                settleTies(entries, start..<end, scratch, from: depth + 8, before: shared)
            }
            start = end
        }
    }

    /// An octet that a key cannot hold; the key ends with it.
    private static let cutOff: UInt64 = 255

    private static func isCutOff(_ key: UInt64) -> Bool {
        (0..<8).contains { (key &>> UInt64($0 * 8)) & 255 == cutOff }
    }

    /// Eight octets, from the one at `depth` on, of the labels in front of `end` and the root, topmost first, each label
    /// ended by a zero. Octets are moved up by one to keep zero free; the two highest end the key, so that
    /// unequal keys are always in the names' order.
    private static func sortKey(of wire: UnsafePointer<UInt8>, upTo end: Int, from depth: Int) -> UInt64 {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { labels -> UInt64 in
            var labelCount = 0
            var at = 0
            while at < end, wire[at] != 0, labelCount < 128 {
                labels[labelCount] = UInt8(truncatingIfNeeded: at)
                labelCount &+= 1
                at &+= Int(wire[at]) &+ 1
            }
            var key: UInt64 = 0
            var filled = 0
            var skipped = depth
            while labelCount > 0 && filled < 8 {
                labelCount &-= 1
                let label = Int(labels[labelCount])
                let labelLength = Int(wire[label])
                if skipped > labelLength {
                    skipped &-= labelLength &+ 1
                    continue
                }
                // SAFETY: seven octets behind the name are readable.
                let count = min(labelLength &- skipped, 8 &- filled)
                var word = UInt64(
                    littleEndian: UnsafeRawPointer(wire + label + skipped + 1).loadUnaligned(as: UInt64.self))
                if count < 8 { word &= (1 &<< UInt64(count &* 8)) &- 1 }
                let position = skipped &+ 1
                skipped = 0
                if count > 0, word & 0x8080_8080_8080_8080 == 0 {
                    // All at once, where none of them is among the highest. All eight are so only while the key is
                    // empty.
                    let rest = UInt64((8 &- count) &* 8)
                    let moved = (word &+ 0x0101_0101_0101_0101 &>> rest).byteSwapped &>> rest
                    key = key &<< UInt64(count &* 8) | moved
                    filled &+= count
                } else {
                    for octet in UnsafeBufferPointer(start: wire + label + position, count: count) {
                        let isCutOff = octet >= 254
                        key = key &<< 8 | (isCutOff ? cutOff : UInt64(octet &+ 1))
                        filled &+= 1
                        if isCutOff { return filled < 8 ? key &<< UInt64((8 &- filled) &* 8) : key }
                    }
                }
                if filled < 8 {
                    key = key &<< 8
                    filled &+= 1
                }
            }
            return filled == 0 ? 0 : filled < 8 ? key &<< UInt64((8 &- filled) &* 8) : key
        }
    }

    /// Canonical order of two names of this zone.
    func canonicallyPrecedes(_ a: Int, _ b: Int) -> Bool {
        WireOrder.compare(wire(of: a), wire(of: b)) < 0
    }
}

/// Canonical order of names in wire form (RFC 4034 §6.1).
enum WireOrder {
    /// Negative, zero or positive as `a` stands before, at or after `b`; both in lower case.
    static func compare(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>) -> Int {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { labels -> Int in
            var aCount = 0
            var at = 0
            while a[at] != 0, aCount < 128 {
                labels[aCount] = UInt8(truncatingIfNeeded: at)
                aCount += 1
                at += Int(a[at]) + 1
            }
            var bCount = 0
            at = 0
            while b[at] != 0, bCount < 128 {
                labels[128 + bCount] = UInt8(truncatingIfNeeded: at)
                bCount += 1
                at += Int(b[at]) + 1
            }
            while aCount > 0 && bCount > 0 {
                aCount -= 1
                bCount -= 1
                let x = Int(labels[aCount])
                let y = Int(labels[128 + bCount])
                let common = min(Int(a[x]), Int(b[y]))
                let order = memcmp(a + x + 1, b + y + 1, common)
                if order != 0 { return Int(order) }
                if a[x] != b[y] { return Int(a[x]) - Int(b[y]) }
            }
            return aCount - bCount
        }
    }
}

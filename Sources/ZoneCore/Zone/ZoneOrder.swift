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
        // Octets at the end that all names share add nothing to their order.
        let shared = holdsAll(parts) ? originLength : 1
        let first = LargeBlock<SortEntry>(count)
        let second = LargeBlock<SortEntry>(count)
        defer {
            first.recycle()
            second.recycle()
        }
        Parallel.run(parts) { part in
            let range = Parallel.range(part, of: parts, items: count)
            for index in range {
                first.base[index] = SortEntry(
                    key: sortKey(of: index, from: 0, before: shared), name: UInt32(truncatingIfNeeded: index))
            }
            RadixSort.sort(first.base + range.lowerBound, range.count, scratch: second.base + range.lowerBound)
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

    struct SortEntry: BitwiseCopyable {
        var key: UInt64
        var name: UInt32
    }

    private func isInCanonicalOrder(_ parts: Int) -> Bool {
        allNames(parts) { $0 == 0 || canonicallyPrecedes($0 - 1, $0) }
    }

    /// Whether no name stands outside the zone.
    private func holdsAll(_ parts: Int) -> Bool {
        allNames(parts) { holds(wire(of: $0), WireName.length(wire(of: $0))) }
    }

    private func allNames(_ parts: Int, satisfy condition: (Int) -> Bool) -> Bool {
        let found = LargeBlock<Bool>(parts)
        defer { found.free() }
        let count = nameCount
        Parallel.run(parts) { part in
            found.base[part] = Parallel.range(part, of: parts, items: count).allSatisfy(condition)
        }
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
            // Radix needs some names to be worth it, and octets that all of them have in their key.
            if count > 1 && (count < 48 || Self.isCutOff(entries[start].key) || depth > Name.maximumLength) {
                var run = UnsafeMutableBufferPointer(start: entries + start, count: count)
                // Not through the zone, whose references all threads would count.
                run.sort { [arena, names] in
                    WireOrder.compare(
                        arena + Int(names[Int($0.name)].owner), arena + Int(names[Int($1.name)].owner)) < 0
                }
            } else if count > 1 {
                for at in start..<end {
                    entries[at].key = sortKey(of: Int(entries[at].name), from: depth + 8, before: shared)
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

    /// Eight octets, from the one at `depth` on, of the labels in front of the last `shared` octets, topmost first,
    /// each label ended by a zero. Octets are moved up by one to keep zero free; the two highest end the key, so that
    /// unequal keys are always in the names' order.
    private func sortKey(of index: Int, from depth: Int, before shared: Int) -> UInt64 {
        let wire = wire(of: index)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { labels -> UInt64 in
            let length = WireName.length(wire)
            var labelCount = 0
            var at = 0
            while length &- at > shared, wire[at] != 0, labelCount < 128 {
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
                var position = skipped &+ 1
                skipped = 0
                while position <= labelLength && filled < 8 {
                    let octet = wire[label &+ position]
                    let isCutOff = octet >= 254
                    key = key &<< 8 | (isCutOff ? Self.cutOff : UInt64(octet &+ 1))
                    filled &+= 1
                    if isCutOff { return filled < 8 ? key &<< UInt64((8 &- filled) &* 8) : key }
                    position &+= 1
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

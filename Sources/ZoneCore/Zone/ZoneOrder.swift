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
    /// Eight octets of each name, its labels from the top down behind those of the apex, make a key; keys are
    /// sorted by radix, and only names whose keys are equal are compared as names.
    public func canonicalOrder() -> [UInt32] {
        let count = nameCount
        if isInCanonicalOrder() { return (0..<count).map { UInt32(truncatingIfNeeded: $0) } }
        var entries = [SortEntry](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count {
                buffer.initializeElement(
                    at: index, to: SortEntry(key: sortKey(of: index), name: UInt32(truncatingIfNeeded: index)))
            }
            initialized = count
        }
        RadixSort.sort(&entries)
        entries.withUnsafeMutableBufferPointer { buffer in
            var start = 0
            while start < count {
                var end = start + 1
                while end < count && buffer[end].key == buffer[start].key { end += 1 }
                if end - start > 1 {
                    buffer[start..<end].sort { canonicallyPrecedes(Int($0.name), Int($1.name)) }
                }
                start = end
            }
        }
        return entries.map(\.name)
    }

    struct SortEntry {
        var key: UInt64
        var name: UInt32
    }

    private func isInCanonicalOrder() -> Bool {
        for index in stride(from: 1, to: nameCount, by: 1) where !canonicallyPrecedes(index - 1, index) { return false }
        return true
    }

    /// The first eight octets of the labels below the apex, topmost first, each label ended by a zero. Octets
    /// are moved up by one to keep zero free; the two highest end the key, so that unequal keys are always in
    /// the names' order.
    private func sortKey(of index: Int) -> UInt64 {
        let wire = wire(of: index)
        let apexLength = origin.wire.count
        var starts: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0, 0)
        return withUnsafeMutableBytes(of: &starts) { labels -> UInt64 in
            // Up to 64 labels; a name with more of them shares its key with its ancestors' and is compared.
            let length = WireName.length(wire)
            var labelCount = 0
            var at = 0
            while length - at > apexLength, wire[at] != 0 {
                if labelCount == 64 { return 0 }
                labels[labelCount] = UInt8(truncatingIfNeeded: at)
                labelCount += 1
                at += Int(wire[at]) + 1
            }
            var key: UInt64 = 0
            var filled = 0
            while labelCount > 0 && filled < 8 {
                labelCount -= 1
                let label = Int(labels[labelCount])
                let labelLength = Int(wire[label])
                var position = 1
                while position <= labelLength && filled < 8 {
                    let octet = wire[label + position]
                    if octet >= 254 {
                        key = key &<< 8 | 255
                        filled += 1
                        return filled < 8 ? key &<< UInt64((8 - filled) * 8) : key
                    }
                    key = key &<< 8 | UInt64(octet &+ 1)
                    filled += 1
                    position += 1
                }
                if filled < 8 {
                    key = key &<< 8
                    filled += 1
                }
            }
            return filled < 8 ? key &<< UInt64((8 - filled) * 8) : key
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

/// Least significant digit first, eleven bits at a time; digits that are the same everywhere are skipped.
enum RadixSort {
    static func sort(_ entries: inout [Zone.SortEntry]) {
        let count = entries.count
        guard count > 64 else {
            entries.sort { $0.key < $1.key }
            return
        }
        var other = entries
        var counts = [Int](repeating: 0, count: 2048)
        var differing: UInt64 = 0
        for entry in entries { differing |= entry.key ^ entries[0].key }
        for shift in stride(from: 0 as UInt64, to: 64, by: 11) where (differing &>> shift) & 2047 != 0 {
            for index in 0..<2048 { counts[index] = 0 }
            for entry in entries { counts[Int(truncatingIfNeeded: (entry.key &>> shift) & 2047)] += 1 }
            var sum = 0
            for index in 0..<2048 {
                let here = counts[index]
                counts[index] = sum
                sum += here
            }
            for entry in entries {
                let digit = Int(truncatingIfNeeded: (entry.key &>> shift) & 2047)
                other[counts[digit]] = entry
                counts[digit] += 1
            }
            swap(&entries, &other)
        }
    }
}

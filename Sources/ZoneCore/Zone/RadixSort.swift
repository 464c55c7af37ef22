import RFC1035

/// Sorting of names by their keys.
///
/// SAFETY: each pointer has room for as many entries as the call says.
enum RadixSort {
    typealias Entries = UnsafeMutablePointer<Zone.SortEntry>

    /// Least significant digit first, eleven bits at a time; digits that are the same everywhere are skipped.
    static func sort(_ entries: Entries, _ count: Int, scratch: Entries) {
        // Counting is worth it for many.
        guard count > 512 else {
            var few = UnsafeMutableBufferPointer(start: entries, count: count)
            few.sort { $0.key < $1.key }
            return
        }
        var differing: UInt64 = 0
        let sample = entries[0].key
        for index in 0..<count { differing |= entries[index].key ^ sample }
        var (from, to) = (entries, scratch)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2048) { counts in
            guard let counts = counts.baseAddress else { return }
            for shift in stride(from: 0 as UInt64, to: 64, by: 11) where (differing &>> shift) & 2047 != 0 {
                counts.update(repeating: 0, count: 2048)
                for index in 0..<count { counts[Int(truncatingIfNeeded: (from[index].key &>> shift) & 2047)] &+= 1 }
                var sum: UInt32 = 0
                for digit in 0..<2048 {
                    let here = counts[digit]
                    counts[digit] = sum
                    sum &+= here
                }
                for index in 0..<count {
                    let digit = Int(truncatingIfNeeded: (from[index].key &>> shift) & 2047)
                    to[Int(counts[digit])] = from[index]
                    counts[digit] &+= 1
                }
                (from, to) = (to, from)
            }
        }
        if from != entries { entries.update(from: from, count: count) }
    }

    /// Makes one sorted run of the sorted parts of `entries`, two at a time, on as many threads as there are parts.
    ///
    /// - Returns: where the result is, and the other of the two.
    static func merge(
        _ entries: Entries, _ scratch: Entries, parts: Int, count: Int
    ) -> (sorted: Entries, other: Entries) {
        var bounds = (0..<parts).map { Parallel.range($0, of: parts, items: count).lowerBound } + [count]
        var (from, to) = (entries, scratch)
        while bounds.count > 2 {
            let pairs = bounds.count / 2
            let pieces = max(1, parts / pairs)
            let (source, target, runs) = (from, to, bounds)
            Parallel.run(pairs * pieces) { job in
                let first = job / pieces * 2
                let (start, end) = (runs[first], runs[min(first + 2, runs.count - 1)])
                let middle = min(runs[first + 1], end)
                mergePiece(
                    source + start, middle - start, source + middle, end - middle, to: target + start,
                    Parallel.range(job % pieces, of: pieces, items: end - start))
            }
            bounds = stride(from: 0, to: bounds.count - 1, by: 2).map { bounds[$0] } + [count]
            (from, to) = (to, from)
        }
        return (from, to)
    }

    /// Writes those of the merged entries of `a` and `b` that `range` says.
    private static func mergePiece(
        _ a: Entries, _ aCount: Int, _ b: Entries, _ bCount: Int, to target: Entries, _ range: Range<Int>
    ) {
        var x = share(of: a, aCount, b, bCount, first: range.lowerBound)
        var y = range.lowerBound - x
        for at in range {
            if y == bCount || x < aCount && a[x].key <= b[y].key {
                target[at] = a[x]
                x &+= 1
            } else {
                target[at] = b[y]
                y &+= 1
            }
        }
    }

    /// How many of the first `first` merged entries come from `a`.
    private static func share(of a: Entries, _ aCount: Int, _ b: Entries, _ bCount: Int, first: Int) -> Int {
        var (low, high) = (max(0, first - bCount), min(first, aCount))
        while low < high {
            let middle = (low + high) / 2
            if a[middle].key <= b[first - middle - 1].key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

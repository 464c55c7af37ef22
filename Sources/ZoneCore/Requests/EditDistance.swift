/// How many letters two texts differ in (Levenshtein, with swapped neighbours as one), by octets.
public enum EditDistance {
    /// At most `limit`: texts that differ more count as `limit`, whatever their length.
    public static func between(_ left: some StringProtocol, _ right: some StringProtocol, limit: Int) -> Int {
        between(Array(left.utf8), Array(right.utf8), limit: limit)
    }

    /// The same for octets.
    public static func between(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
        guard abs(a.count - b.count) < limit, a.count <= 255, b.count <= 255 else { return limit }
        guard !a.isEmpty, !b.isEmpty else { return min(limit, max(a.count, b.count)) }
        var before: [Int] = []
        var above = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            row.reserveCapacity(b.count + 1)
            for j in 1...b.count {
                var best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, before[j - 2] + 1) }
                row.append(best)
            }
            before = above
            above = row
        }
        return min(limit, above[b.count])
    }
}

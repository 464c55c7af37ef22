#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import RFC1035

extension Zone {
    /// The rows of a name in canonical order: SOA, then by type number, then by RDATA (RFC 4034 §6.3), each
    /// record once.
    public func sortedRows(of index: Int) -> [Int] {
        let rows = self.rows(of: index)
        if rows.count == 1 { return [Int(rows[0])] }
        var sorted = rows.map(Int.init)
        sorted.sort { orderInName($0, $1) < 0 }
        var last = -1
        sorted.removeAll { row in
            defer { last = row }
            return last >= 0 && orderInName(last, row) == 0
        }
        return sorted
    }

    private func orderInName(_ a: Int, _ b: Int) -> Int {
        let x = records[a]
        let y = records[b]
        if x.type != y.type {
            if x.type == RecordType.soa.rawValue { return -1 }
            if y.type == RecordType.soa.rawValue { return 1 }
            return Int(x.type) - Int(y.type)
        }
        let order = memcmp(
            arena + Int(x.rdata), arena + Int(y.rdata), Int(min(x.rdataLength, y.rdataLength)))
        return order != 0 ? Int(order) : Int(x.rdataLength) - Int(y.rdataLength)
    }

    /// The zone in canonical text: one record a line, names absolute and lower case, the apex's SOA first, then
    /// DNSSEC canonical order (RFC 4034 §6).
    ///
    /// - Parameter isWanted: which names to write; all when not given.
    public func appendCanonicalText(to writer: inout ByteWriter, where isWanted: (Int) -> Bool = { _ in true }) {
        for name in canonicalOrder() where isWanted(Int(name)) {
            for row in sortedRows(of: Int(name)) {
                RecordWriter.appendCanonical(records[row], of: store, to: &writer)
            }
        }
    }
}

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
        var sorted: [Int] = []
        forEachSortedRow(of: index) { sorted.append($0) }
        return sorted
    }

    /// Calls `body` with the rows of a name in canonical order, each record once.
    @inline(__always) func forEachSortedRow(of index: Int, _ body: (Int) -> Void) {
        let rows = self.rows(of: index)
        // Most names have one record.
        if rows.count == 1 { body(Int(rows[0])) } else { forEachOfMany(rows, body) }
    }

    @inline(never) private func forEachOfMany(_ rows: UnsafeBufferPointer<UInt32>, _ body: (Int) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: rows.count) { buffer in
            var sorted = buffer
            _ = sorted.initialize(from: rows)
            if rows.count <= 8 {
                for end in stride(from: 1, to: rows.count, by: 1) {
                    var at = end
                    while at > 0, orderInName(Int(sorted[at - 1]), Int(sorted[at])) > 0 {
                        sorted.swapAt(at - 1, at)
                        at -= 1
                    }
                }
            } else {
                sorted.sort { orderInName(Int($0), Int($1)) < 0 }
            }
            for at in 0..<rows.count where at == 0 || orderInName(Int(sorted[at - 1]), Int(sorted[at])) != 0 {
                body(Int(sorted[at]))
            }
        }
    }

    private func orderInName(_ a: Int, _ b: Int) -> Int { Self.order(self, a, self, b) }

    /// Negative, zero or positive as a record stands before, at or after one of the same name: by type, the SOA's
    /// first, then by RDATA.
    @inline(__always) static func order(_ left: Zone, _ a: Int, _ right: Zone, _ b: Int) -> Int {
        let (x, y) = (left.records[a], right.records[b])
        if x.type != y.type {
            if x.type == RecordType.soa.rawValue { return -1 }
            if y.type == RecordType.soa.rawValue { return 1 }
            return Int(x.type) - Int(y.type)
        }
        let order = memcmp(
            left.arena + Int(x.rdata), right.arena + Int(y.rdata), Int(min(x.rdataLength, y.rdataLength)))
        return order != 0 ? Int(order) : Int(x.rdataLength) - Int(y.rdataLength)
    }

    /// The zone in canonical text: one record a line, names absolute and lower case, the apex's SOA first, then
    /// DNSSEC canonical order (RFC 4034 §6). It comes in pieces, the next ones being made while one is written.
    public func writeCanonicalText<E: Error>(_ write: (UnsafeRawBufferPointer) throws(E) -> Void) throws(E) {
        let order = canonicalOrder()
        let pieces = (order.count + CanonicalPiece.names - 1) / CanonicalPiece.names
        // Where there is one thread, one is enough.
        let hands = (0..<min(parts > 1 ? 4 * parts : 1, max(1, pieces))).map { _ in CanonicalPiece() }
        var failure: E?
        Parallel.inOrder(
            pieces, threads: parts, hands: hands.count,
            make: { piece, hand in
                let first = piece * CanonicalPiece.names
                hands[hand].fill(self, order[first..<min(order.count, first + CanonicalPiece.names)])
            },
            deliver: { _, hand in
                do throws(E) {
                    try hands[hand].text.withBytes(write)
                    return true
                } catch {
                    failure = error
                    return false
                }
            })
        if let failure { throw failure }
    }
}

/// The text of some names.
private final class CanonicalPiece {
    private(set) var text = ByteWriter()

    /// Enough for a thread to be worth it, and few enough to stay in a processor's cache.
    static let names = 4096

    /// What was fetched ahead must go somewhere, or the compiler leaves it out.
    private var fetched: UInt32 = 0

    /// Names whose records are fetched together before they are printed: in canonical order they lie all over the
    /// arena, and each fetch may take as long as some hundred instructions.
    private static let batch = 16

    func fill(_ zone: Zone, _ names: ArraySlice<UInt32>) {
        text.removeAll()
        let records = RecordWriter(zone.store, zone: zone.origin)
        var rest = names
        while !rest.isEmpty {
            fetch(zone, rest.prefix(Self.batch))
            Self.append(zone, rest.prefix(Self.batch), records, to: &text)
            rest = rest.dropFirst(Self.batch)
        }
    }

    @inline(__always) private func fetch(_ zone: Zone, _ names: ArraySlice<UInt32>) {
        let (all, order, records, arena) = (zone.names, zone.order, zone.records, zone.arena)
        var fetched: UInt32 = 0
        for name in names { fetched |= all[Int(name)].first }
        for name in names { fetched |= records[Int(order[Int(all[Int(name)].first)])].owner }
        for name in names {
            let record = records[Int(order[Int(all[Int(name)].first)])]
            fetched |= UInt32(arena[Int(record.owner)]) | UInt32(arena[Int(record.rdata)])
        }
        self.fetched = fetched
    }

    private static func append(
        _ zone: Zone, _ names: ArraySlice<UInt32>, _ text: RecordWriter, to writer: inout ByteWriter
    ) {
        let records = zone.records
        for name in names {
            zone.forEachSortedRow(of: Int(name)) { row in
                text.appendCanonical(records[row], to: &writer)
            }
        }
    }
}

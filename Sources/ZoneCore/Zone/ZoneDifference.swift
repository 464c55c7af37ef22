#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import RFC1035

/// What distinguishes two zones, record by record; the SOA's serial is left out.
///
/// Names are paired through the zones' own tables and their records compared as octets; only names that differ are
/// sorted, and only records that differ are ever put into words.
public struct ZoneDifference {
    /// A record that one zone has and the other has not.
    public struct Change {
        /// Row in the old zone, -1 for a record that is added.
        public let old: Int
        /// Row in the new zone, -1 for a record that is removed.
        public let new: Int

        /// Both zones have the record, with another TTL.
        public var isOfTTL: Bool { old >= 0 && new >= 0 }
    }

    /// An owner name whose records differ.
    public struct NameChange {
        /// The name's number in each zone, -1 where it has no records.
        public let old: Int
        public let new: Int
        /// Its part of ``changes``: by type, the SOA's first, then by RDATA.
        public let changes: Range<Int>
    }

    public let old: Zone
    public let new: Zone
    /// In canonical order (RFC 4034 §6.1).
    public private(set) var names: [NameChange] = []
    public private(set) var changes: [Change] = []

    public var isEmpty: Bool { changes.isEmpty }

    public init(old: Zone, new: Zone) {
        self.old = old
        self.new = new
        var pairs = Self.differingNames(old, new)
        Self.sort(&pairs, old, new)
        for pair in pairs {
            let first = changes.count
            compareRecords(pair)
            if changes.count > first {
                names.append(NameChange(old: pair.old, new: pair.new, changes: first..<changes.count))
            }
        }
    }

    /// The record type that a change is about.
    public func type(of change: Change) -> UInt16 {
        change.old >= 0 ? old.records[change.old].type : new.records[change.new].type
    }

    /// Records of the old zone that the new one does not have, in canonical text without newline.
    public var removed: [String] {
        changes.compactMap { $0.old < 0 ? nil : Self.text(of: $0.old, in: old) }
    }

    /// Records of the new zone that the old one did not have, in canonical text without newline.
    public var added: [String] {
        changes.compactMap { $0.new < 0 ? nil : Self.text(of: $0.new, in: new) }
    }

    /// One record in canonical text without newline.
    public static func text(of row: Int, in zone: Zone) -> String {
        var writer = ByteWriter(capacity: 256)
        RecordWriter.appendCanonical(zone.records[row], of: zone.store, to: &writer)
        return writer.withBytes { String(decoding: $0.dropLast(), as: UTF8.self) }
    }

    // MARK: Names

    private struct Pair {
        var old: Int
        var new: Int

        /// The name, in either zone.
        func wire(_ oldZone: Zone, _ newZone: Zone) -> UnsafePointer<UInt8> {
            old >= 0 ? oldZone.wire(of: old) : newZone.wire(of: new)
        }
    }

    /// The names that one zone has alone, or whose rows are not the same ones in the same order.
    private static func differingNames(_ old: Zone, _ new: Zone) -> [Pair] {
        var pairs: [Pair] = []
        var isPaired = [Bool](repeating: false, count: new.nameCount)
        // Files of one zone mostly have their names in the same order: the next name is tried before the table.
        var next = 0
        let (newArena, newNames, newCount) = (new.arena, new.names, new.nameCount)
        for name in 0..<old.nameCount {
            let wire = old.wire(of: name)
            let length = WireName.length(wire)
            let partner: Int
            if next < newCount, WireName.areEqual(wire, length, newArena + Int(newNames[next].owner)) {
                partner = next
            } else if let found = new.index(of: wire, length) {
                partner = found
            } else {
                pairs.append(Pair(old: name, new: -1))
                continue
            }
            next = partner + 1
            isPaired[partner] = true
            if !hasSameRows(old, name, new, partner) { pairs.append(Pair(old: name, new: partner)) }
        }
        for name in 0..<newCount where !isPaired[name] { pairs.append(Pair(old: -1, new: name)) }
        return pairs
    }

    private static func hasSameRows(_ old: Zone, _ name: Int, _ new: Zone, _ partner: Int) -> Bool {
        let (before, after) = (old.rows(of: name), new.rows(of: partner))
        guard before.count == after.count else { return false }
        for index in 0..<before.count {
            let (a, b) = (Int(before[index]), Int(after[index]))
            guard old.records[a].ttl == new.records[b].ttl, compare(old, a, new, b) == 0 else { return false }
        }
        return true
    }

    /// Canonical order. Many names are put in order by the zones, which is faster than comparing them as names.
    private static func sort(_ pairs: inout [Pair], _ old: Zone, _ new: Zone) {
        guard pairs.count > 10_000 else {
            pairs.sort { WireOrder.compare($0.wire(old, new), $1.wire(old, new)) < 0 }
            return
        }
        var ofOld = [Pair?](repeating: nil, count: old.nameCount)
        var isNew = [Bool](repeating: false, count: new.nameCount)
        for pair in pairs {
            if pair.old >= 0 { ofOld[pair.old] = pair } else { isNew[pair.new] = true }
        }
        let known = old.canonicalOrder().compactMap { ofOld[Int($0)] }
        let added = new.canonicalOrder().compactMap { isNew[Int($0)] ? Pair(old: -1, new: Int($0)) : nil }
        pairs.removeAll(keepingCapacity: true)
        var (i, j) = (0, 0)
        while i < known.count || j < added.count {
            if j == added.count
                || i < known.count && WireOrder.compare(known[i].wire(old, new), added[j].wire(old, new)) < 0
            {
                pairs.append(known[i])
                i += 1
            } else {
                pairs.append(added[j])
                j += 1
            }
        }
    }

    // MARK: Records

    private mutating func compareRecords(_ pair: Pair) {
        let before = pair.old < 0 ? [] : old.sortedRows(of: pair.old)
        let after = pair.new < 0 ? [] : new.sortedRows(of: pair.new)
        var (i, j) = (0, 0)
        while i < before.count || j < after.count {
            let order = i == before.count ? 1 : j == after.count ? -1 : Self.compare(old, before[i], new, after[j])
            if order < 0 {
                changes.append(Change(old: before[i], new: -1))
                i += 1
            } else if order > 0 {
                changes.append(Change(old: -1, new: after[j]))
                j += 1
            } else {
                if old.records[before[i]].ttl != new.records[after[j]].ttl {
                    changes.append(Change(old: before[i], new: after[j]))
                }
                i += 1
                j += 1
            }
        }
    }

    /// As `Zone.order`, but for the SOA's serial.
    private static func compare(_ old: Zone, _ a: Int, _ new: Zone, _ b: Int) -> Int {
        let (x, y) = (old.records[a], new.records[b])
        guard x.type == RecordType.soa.rawValue, y.type == x.type, x.rdataLength == y.rdataLength, x.rdataLength >= 20
        else { return Zone.order(old, a, new, b) }
        // Two names, then five numbers, the serial first.
        let (left, right, serial) = (old.arena + Int(x.rdata), new.arena + Int(y.rdata), Int(x.rdataLength) - 20)
        let order = memcmp(left, right, serial)
        return Int(order != 0 ? order : memcmp(left + serial + 4, right + serial + 4, 16))
    }
}

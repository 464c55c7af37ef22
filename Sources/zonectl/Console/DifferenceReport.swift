import RFC1035
import ZoneCore

/// What two zones differ in, for people and as JSON.
struct DifferenceReport {
    private let difference: ZoneDifference

    init(_ difference: ZoneDifference) { self.difference = difference }

    /// The widest owner that others are aligned to.
    private static let widestOwner = 48

    // MARK: Text

    /// One record a line in aligned columns, by RRset: first what goes, then what comes.
    func write(to console: Console) {
        let widths = self.widths
        let (old, new) = (difference.old, difference.new)
        let (oldRecords, newRecords) = (
            RecordWriter(difference.old.store, zone: difference.old.origin),
            RecordWriter(difference.new.store, zone: difference.new.origin)
        )
        let (red, green) = (console.marks(.red), console.marks(.green))
        var text = ByteWriter()
        func line(_ isNew: Bool, _ row: Int, _ note: String) {
            let mark = isNew ? green : red
            text.append(text: mark.start)
            text.append(isNew ? "+ " : "- ")
            append(isNew ? newRecords : oldRecords, isNew ? new.records[row] : old.records[row], widths, to: &text)
            text.append(text: note)
            text.append(text: mark.end)
            text.append(UInt8(ascii: "\n"))
            guard text.count > 1 << 16 else { return }
            text.withBytes { console.output.write($0.bindMemory(to: UInt8.self)) }
            text.removeAll()
        }
        for name in difference.names {
            var rest = difference.changes[name.changes]
            while let first = rest.first {
                let type = difference.type(of: first)
                let set = rest.prefix { difference.type(of: $0) == type }
                rest = rest.dropFirst(set.count)
                for change in set where change.old >= 0 { line(false, change.old, "") }
                for change in set where change.new >= 0 {
                    let note =
                        change.isOfTTL
                        ? " ; TTL \(old.records[change.old].ttl) -> \(new.records[change.new].ttl)" : ""
                    line(true, change.new, note)
                }
            }
        }
        text.withBytes { console.output.write($0.bindMemory(to: UInt8.self)) }
    }

    private struct Widths {
        var owner = 0
        var ttl = 0
        var type = 0
    }

    private var widths: Widths {
        var widths = Widths()
        var text = ByteWriter(capacity: 1024)
        func measure(_ zone: Zone, _ row: Int) {
            let record = zone.records[row]
            text.removeAll()
            text.append(decimal: record.ttl)
            widths.ttl = max(widths.ttl, text.count)
            text.removeAll()
            RecordWriter.appendType(record.type, to: &text)
            widths.type = max(widths.type, text.count)
        }
        for name in difference.names {
            let (zone, number) = name.old >= 0 ? (difference.old, name.old) : (difference.new, name.new)
            text.removeAll()
            zone.appendName(of: number, to: &text)
            // One long name does not push all others aside.
            if text.count <= Self.widestOwner { widths.owner = max(widths.owner, text.count) }
            for change in difference.changes[name.changes] {
                if change.old >= 0 { measure(difference.old, change.old) }
                if change.new >= 0 { measure(difference.new, change.new) }
            }
        }
        return widths
    }

    private func append(
        _ records: RecordWriter, _ record: RecordStore.Row, _ widths: Widths, to text: inout ByteWriter
    ) {
        var start = text.count
        func pad(_ width: Int) {
            text.append(repeating: UInt8(ascii: " "), max(0, width - (text.count - start)) + 1)
            start = text.count
        }
        records.appendOwner(record, to: &text)
        pad(widths.owner)
        text.append(decimal: record.ttl)
        pad(widths.ttl)
        text.append(text: difference.old.store.recordClass.description)
        pad(0)
        RecordWriter.appendType(record.type, to: &text)
        pad(widths.type)
        records.appendRdata(record, to: &text)
    }

    /// How much of what; a record with another TTL is not counted as removed and added.
    var summary: Text {
        var (removed, added, changed) = (0, 0, 0)
        for change in difference.changes {
            if change.isOfTTL { changed += 1 } else if change.old >= 0 { removed += 1 } else { added += 1 }
        }
        var serials = ""
        if let old = difference.old.serial, let new = difference.new.serial, old != new { serials = "\(old) -> \(new)" }
        let zone = difference.old.origin
        let records = removed == 1 ? "record" : "records"
        return Text(
            en: "\(zone): \(removed) \(records) removed, \(added) added, \(changed) with another TTL"
                + (serials.isEmpty ? "" : "; serial \(serials)"),
            id: "\(zone): \(removed) rekaman dihapus, \(added) ditambahkan, \(changed) berganti TTL"
                + (serials.isEmpty ? "" : "; nomor seri \(serials)"))
    }

    // MARK: JSON

    var document: JSONText {
        .object([
            ("removed", .strings(difference.removed)), ("added", .strings(difference.added)),
            (
                "ttlChanged",
                .array(
                    difference.changes.filter(\.isOfTTL).map { change in
                        .object([
                            ("record", .string(ZoneDifference.text(of: change.new, in: difference.new))),
                            ("old", .number(Int(difference.old.records[change.old].ttl))),
                            ("new", .number(Int(difference.new.records[change.new].ttl))),
                        ])
                    })
            ),
            (
                "serial",
                .object([
                    ("old", difference.old.serial.map { .number(Int($0.rawValue)) } ?? .null),
                    ("new", difference.new.serial.map { .number(Int($0.rawValue)) } ?? .null),
                ])
            ),
        ])
    }
}

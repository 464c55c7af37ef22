import RFC1035

/// The records that point at names of the zone (CNAME, MX, NS, SRV), to tell what is left in the air when a
/// name goes. Read once for all decisions of a command, when the first of them asks.
///
/// It is only for warnings: of the managed names it is read while they are few enough not to keep other
/// commands waiting, and it may miss what the same command decided after the reading. `check` finds the rest.
final class PointingRecords {
    /// A record and who keeps it.
    struct Pointer {
        let owner: Name
        let type: String
        let target: Name
        let keeper: Keeper
    }

    enum Keeper {
        case office(file: String, line: Int)
        case agency(ManagedName)
    }

    /// Names beyond which the register is not gone through.
    static let maximumNames = 100_000

    private enum Item {
        case row(Int)
        case line(holder: Name, String)
    }

    private let zone: Name
    private let register: any RegisterView
    private let staticZone: any StaticZoneView
    private var items: [Item] = []
    /// The target of each item and the names above it in the zone, by hash, sorted.
    private var keys: [(key: UInt64, item: Int)] = []
    private var isRead = false

    init(zone: Name, register: any RegisterView, staticZone: any StaticZoneView) {
        self.zone = zone
        self.register = register
        self.staticZone = staticZone
    }

    /// Records with targets at or below `name`, as they are now.
    func pointers(atOrBelow name: Name) throws -> [Pointer] {
        if !isRead { try read() }
        isRead = true
        let key = name.wire.withUnsafeBufferPointer { PointingRecords.key($0[...]) }
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle].key < key { low = middle + 1 } else { high = middle }
        }
        var result: [Pointer] = []
        while low < keys.count, keys[low].key == key {
            if let found = try pointer(items[keys[low].item]), found.target.isAtOrBelow(name) { result.append(found) }
            low += 1
        }
        return result
    }

    private func pointer(_ item: Item) throws -> Pointer? {
        switch item {
        case .row(let row):
            return staticZone.pointer(at: row).map {
                Pointer(
                    owner: $0.owner, type: $0.type.description, target: $0.target,
                    keeper: .office(file: $0.file, line: $0.line))
            }
        case .line(let holder, let line):
            // The command may have changed or removed that one in the meantime.
            guard let managed = try register.managedName(holder), managed.status == .active,
                managed.records.contains(line), let record = RecordLine(line), let target = record.host
            else { return nil }
            return Pointer(owner: record.owner, type: record.type, target: target, keeper: .agency(managed))
        }
    }

    private func read() throws {
        staticZone.forEachPointer { row, target in add(target, .row(row)) }
        if try register.count(of: .active) <= PointingRecords.maximumNames {
            try register.forEachActiveRecord { name, record in
                guard PointingRecords.mayPoint(record) else { return }
                let line = String(decoding: record, as: UTF8.self)
                guard let target = RecordLine(line)?.host, target.isBelow(zone),
                    let holder = try? Name(String(decoding: name, as: UTF8.self))
                else { return }
                target.wire.withUnsafeBufferPointer { add($0, .line(holder: holder, line)) }
            }
        }
        keys.sort { ($0.key, $0.item) < ($1.key, $1.item) }
    }

    /// - Parameter target: a name in wire form; those outside the zone, and its apex, are left out.
    private func add(_ target: UnsafeBufferPointer<UInt8>, _ item: Item) {
        var starts: [Int] = []
        var at = 0
        while at < target.count, target.count - at > zone.wire.count {
            starts.append(at)
            at += Int(target[at]) + 1
        }
        guard !starts.isEmpty, at <= target.count, target[at...].elementsEqual(zone.wire) else { return }
        for start in starts { keys.append((PointingRecords.key(target[start...]), items.count)) }
        items.append(item)
    }

    private static func key(_ wire: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        FastHash.hash(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: wire)), seed: WireName.seed)
    }

    /// Whether the type, the fourth field of the line, can be one that points; most cannot.
    private static func mayPoint(_ record: UnsafeBufferPointer<UInt8>) -> Bool {
        var spaces = 0
        for (index, octet) in record.enumerated() where octet == UInt8(ascii: " ") {
            spaces += 1
            guard spaces == 3 else { continue }
            guard index + 1 < record.count else { return false }
            switch record[index + 1] {
            case UInt8(ascii: "C"), UInt8(ascii: "M"), UInt8(ascii: "N"), UInt8(ascii: "S"): return true
            default: return false
            }
        }
        return false
    }
}

extension Decision {
    /// `DANGLING` for each owner that goes and that other records point to.
    ///
    /// - Throws: `IN_USE` when one is the name server of a zone or delegation: no server loads a zone whose NS records
    ///   point to nothing, so one agency's letter would keep all others' names from being published.
    func dangling(from before: ManagedName, to after: ManagedName) throws(Failure) -> [Reason] {
        let gone = before.owners.subtracting(after.status == .active ? after.owners : [])
        // Below a delegation were names that only the agency's own servers know.
        let losesDelegation = before.isDelegated && !(after.isDelegated && after.status == .active)
        guard !gone.isEmpty || losesDelegation else { return [] }
        var found: [Name: [PointingRecords.Pointer]] = [:]
        for pointer in try lookup({ _ in try pointing.pointers(atOrBelow: before.name) }) {
            guard gone.contains(pointer.target.description) || losesDelegation && pointer.target != before.name else {
                continue
            }
            if case .agency(let keeper) = pointer.keeper, keeper.name == before.name { continue }
            found[pointer.target, default: []].append(pointer)
        }
        var warnings: [Reason] = []
        var refusals: [Reason] = []
        for target in found.keys.sorted() {
            switch staticZone.existence(of: target, seekingDescendants: true) {
            case .none, .emptyNonTerminal: break
            default: continue
            }
            let pointers = found[target] ?? []
            let servers = pointers.filter { "\($0.type)" == "NS" }
            if servers.isEmpty {
                let list = Self.list(pointers)
                warnings.append(
                    Reason(
                        "DANGLING", target.undotted,
                        Text(
                            en: "will not exist any more, but is pointed to by \(list.en)",
                            id: "tidak akan ada lagi, tetapi masih ditunjuk oleh \(list.id)")))
            } else {
                let list = Self.list(servers)
                refusals.append(
                    Reason(
                        "IN_USE", target.undotted,
                        Text(
                            en: """
                                is a name server still needed, without which no server loads the zone; change first: \
                                \(list.en)
                                """,
                            id: """
                                masih diperlukan sebagai server nama; tanpanya zona tidak dapat dimuat; ubah dahulu: \
                                \(list.id)
                                """)))
            }
        }
        guard refusals.isEmpty else { throw Failure.refused(refusals) }
        return warnings
    }

    /// The first few of the records, with whose they are.
    private static func list(_ pointers: [PointingRecords.Pointer]) -> Text {
        let shown = pointers.prefix(5).map { pointer in
            let record = "\(pointer.owner.undotted) \(pointer.type)"
            return switch pointer.keeper {
            case .office(let file, let line): Text(verbatim: "\(record) (\(NameInUse.place(file, line)))")
            case .agency(let name):
                Text(
                    en: "\(record) (\(Shown.text(name.opd)), request \(name.request))",
                    id: "\(record) (\(Shown.text(name.opd)), permohonan \(name.request))")
            }
        }
        let rest = pointers.count > shown.count ? " …" : ""
        return Text(
            en: shown.map(\.en).joined(separator: ", ") + rest, id: shown.map(\.id).joined(separator: ", ") + rest)
    }
}

import RFC1035

/// What the decision rules ask of the static records.
public protocol StaticZoneView {
    /// Why a name exists among them.
    /// - Parameter seekingDescendants: whether empty non-terminals and wildcards are to be found too.
    func existence(of name: Name, seekingDescendants: Bool) -> Existence
    /// Hands over the records that point to another name (CNAME, MX, NS, SRV): a number for each, and its
    /// target in wire form, which lives as long as the call.
    func forEachPointer(_ body: (_ row: Int, _ target: UnsafeBufferPointer<UInt8>) -> Void)
    /// One of those records.
    func pointer(at row: Int) -> StaticPointer?
}

/// A static record that points to another name.
public struct StaticPointer: Hashable, Sendable {
    public var owner: Name
    public var type: RecordType
    public var target: Name
    public var file: String
    public var line: Int
}

extension Zone: StaticZoneView {
    private static let pointing: [RecordType] = [.cname, .mx, .ns, .srv]

    public func forEachPointer(_ body: (_ row: Int, _ target: UnsafeBufferPointer<UInt8>) -> Void) {
        guard Zone.pointing.contains(where: { types.contains($0) }) else { return }
        let wanted = TypeSet(Zone.pointing)
        for row in 0..<store.count {
            // Other types may share a bit with each other, not with these.
            guard wanted.mayContain(records[row].type), let target = target(of: row) else { continue }
            body(row, target)
        }
    }

    public func pointer(at row: Int) -> StaticPointer? {
        guard 0..<store.count ~= row else { return nil }
        let record = records[row]
        guard let owner = ownerName(of: row),
            let target = target(of: row).flatMap(Name.init(wire:))
        else { return nil }
        let place = store.location(of: row)
        return StaticPointer(
            owner: owner, type: RecordType(rawValue: record.type), target: target, file: place.file, line: place.line)
    }

    /// The owner of a record.
    func ownerName(of row: Int) -> Name? { Name(wire: wireName(at: Int(records[row].owner))) }

    private func wireName(at offset: Int) -> UnsafeBufferPointer<UInt8> {
        let start = UnsafePointer(arena + offset)
        return UnsafeBufferPointer(start: start, count: WireName.length(start))
    }

    /// The name at the end of the RDATA.
    private func target(of row: Int) -> UnsafeBufferPointer<UInt8>? {
        let rdata = rdata(of: row)
        let offset = targetOffset(of: row)
        return offset < rdata.count ? UnsafeBufferPointer(rebasing: rdata[offset...]) : nil
    }
}

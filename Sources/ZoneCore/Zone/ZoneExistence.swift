import RFC1035

/// Why a name exists in a zone, or does not.
public enum Existence: Hashable, Sendable {
    /// Nothing answers for it: NXDOMAIN.
    case none
    /// It has records.
    case records(types: [RecordType], file: String, line: Int)
    /// It has none, but a name below it has (RFC 4592 §2.2.2).
    case emptyNonTerminal(below: Name)
    /// A zone cut stands at it or above it: what is there is another server's business.
    case belowDelegation(cut: Name, file: String, line: Int)
    /// A DNAME above it redirects it.
    case belowDNAME(owner: Name, file: String, line: Int)
    /// A wildcard answers for it (RFC 4592).
    case coveredByWildcard(owner: Name, file: String, line: Int)
    case outOfZone
}

extension Zone {
    /// Whether and why `name` exists, in the order in which a server would find out (RFC 1034 §4.3.2).
    ///
    /// - Parameter seekingDescendants: whether to look through all names for one below `name`, which only the
    ///   answers "empty non-terminal" and "covered by a wildcard" need.
    public func existence(of name: Name, seekingDescendants: Bool = true) -> Existence {
        guard name.isAtOrBelow(origin) else { return .outOfZone }
        // From the top: the first cut or DNAME on the way decides.
        var ancestors: [Name] = []
        var step: Name? = name
        while let here = step, here != origin {
            ancestors.append(here)
            step = here.parent
        }
        for ancestor in ([origin] + ancestors.reversed()) {
            guard let index = index(of: ancestor) else { continue }
            if ancestor != origin, names[index].types.contains(.ns), let row = firstRow(of: .ns, at: index) {
                let place = store.location(of: row)
                return .belowDelegation(cut: ancestor, file: place.file, line: place.line)
            }
            if ancestor != name, let row = firstRow(of: .dname, at: index) {
                let place = store.location(of: row)
                return .belowDNAME(owner: ancestor, file: place.file, line: place.line)
            }
        }
        if let index = index(of: name), let first = rows(of: index).first {
            var types: [RecordType] = []
            for row in rows(of: index) {
                let type = RecordType(rawValue: records[Int(row)].type)
                if !types.contains(type) { types.append(type) }
            }
            let place = store.location(of: Int(first))
            return .records(types: types, file: place.file, line: place.line)
        }
        guard seekingDescendants else { return .none }
        if let below = firstName(below: name) { return .emptyNonTerminal(below: below) }
        // The closest encloser is the nearest ancestor that exists; only its wildcard counts (RFC 4592 §3.3.1).
        var encloser = name.parent
        while let here = encloser, here.isAtOrBelow(origin) {
            if let wildcard = try? here.prepending("*"), let index = index(of: wildcard),
                let first = rows(of: index).first
            {
                let place = store.location(of: Int(first))
                return .coveredByWildcard(owner: wildcard, file: place.file, line: place.line)
            }
            if index(of: here) != nil || firstName(below: here) != nil { break }
            encloser = here.parent
        }
        return .none
    }

    /// Whether a name that has no records, and that nothing above it answers for, has names below it.
    func isEmptyNonTerminal(_ wire: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        guard let name = WireName.name(wire, length) else { return false }
        return firstName(below: name) != nil
    }

    /// Any owner below `name`, the first read.
    public func firstName(below name: Name) -> Name? {
        descendants.first(below: name, in: self).map { self.name(at: $0) }
    }
}

/// Which names have owners below them. A few questions are answered by looking through all names; for many, a
/// table is made.
final class Descendants: @unchecked Sendable {
    private static let scans = 8
    private var asked = 0
    private var firstBelow: [Name: Int]?
    /// Checks ask on several threads.
    private let lock = Lock()

    func first(below name: Name, in zone: Zone) -> Int? {
        lock.acquire()
        defer { lock.release() }
        if let firstBelow { return firstBelow[name] }
        asked += 1
        guard asked > Self.scans else { return scan(name, zone) }
        var table: [Name: Int] = [:]
        for index in 0..<zone.nameCount {
            var step = zone.name(at: index).parent
            // Where a name is known, so are all above it.
            while let here = step, table[here] == nil {
                table[here] = index
                step = here.parent
            }
        }
        firstBelow = table
        return table[name]
    }

    private func scan(_ name: Name, _ zone: Zone) -> Int? {
        let padded = name.wire + [0, 0, 0, 0, 0, 0, 0, 0]
        return padded.withUnsafeBufferPointer { buffer -> Int? in
            guard let ancestor = buffer.baseAddress else { return nil }
            let ancestorLength = name.wire.count
            for index in 0..<zone.nameCount {
                let wire = zone.wire(of: index)
                let length = WireName.length(wire)
                if length > ancestorLength, WireName.isAtOrBelow(wire, length, ancestor, ancestorLength) {
                    return index
                }
            }
            return nil
        }
    }
}

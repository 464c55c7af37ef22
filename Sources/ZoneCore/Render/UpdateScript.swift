import RFC1035

/// The commands with which `nsupdate` turns a server's zone into another: RFC 2136 messages in words.
///
/// Each message asks for the serial that the one before it left, and sets the next, so that a server that holds
/// something else refuses the first message and all behind it, and one that runs the script twice changes nothing.
/// The RRsets that a message touches are asked for as well. A server applies a message whole or not at all, and in
/// order, which decides the order here:
///
/// - At a name, what goes is deleted before what comes is added: servers ignore a CNAME that is added beside other
///   records, and other records added beside a CNAME (RFC 2136 §3.4.2.2).
/// - At the apex NS records are added before others are deleted one by one: servers ignore the deletion of the last
///   one and of all at once (§3.4.2.4).
/// - A record whose TTL alone changes is only added: it replaces the one that is there.
/// - An RRset whose records servers compare by octets is replaced as a whole: the letter case that a server holds is
///   not known here.
/// - Hosts of the new NS records come before the apex, all else after it: BIND refuses a message that leaves an NS
///   record of the apex without address.
/// - The SOA is never deleted. It is added with a serial that is ahead, or the server would ignore it.
public struct UpdateScript {
    /// The serial the server has in the end: that of the new zone where it is ahead.
    public private(set) var finalSerial: Serial
    /// Number of messages.
    public var messageCount: Int { messages.count }

    let difference: ZoneDifference
    let oldSOA: Int
    let newSOA: Int
    let oldSerial: Serial
    private(set) var prerequisites: [Operation] = []
    private(set) var updates: [Operation] = []
    private(set) var messages: [Message] = []

    /// Octets of a message that are filled. The limit is 65,535 (RFC 1035 §4.2.2); signatures need room too.
    static let usualOctets = 60_000
    /// What one record that is larger may take.
    static let maximumOctets = 64_000
    /// RRsets of more records are asked for without their data.
    private static let askedRecords = 32

    struct Operation {
        enum Kind {
            /// The RRset consists of this record, and of others asked for beside it.
            case hasRecord
            /// There is an RRset of this owner and type.
            case hasSet
            case hasNoSet
            case deleteSet
            case deleteRecord
            case add
        }

        let kind: Kind
        /// In the new zone for `hasNoSet` and `add`, else in the old one.
        let row: Int
    }

    struct Message {
        var prerequisites: Range<Int>
        var updates: Range<Int>
    }

    /// - Throws: `Failure.refused` where an update cannot express the difference.
    public init(_ difference: ZoneDifference) throws(Failure) {
        let (old, new) = (difference.old, difference.new)
        self.difference = difference
        guard old.origin == new.origin, let oldSOA = old.apex.flatMap({ old.firstRow(of: .soa, at: $0) }),
            let newSOA = new.apex.flatMap({ new.firstRow(of: .soa, at: $0) }), let oldSerial = old.serial,
            let newSerial = new.serial
        else {
            throw Self.refusal(
                "ZONE_DIFFERS", new.origin.description,
                Text(
                    en: "both files must be of one zone, with its SOA; an update cannot rename a zone",
                    id: "kedua berkas harus dari zona yang sama, dengan SOA-nya; update tidak dapat mengganti nama "
                        + "zona"))
        }
        self.oldSOA = oldSOA
        self.newSOA = newSOA
        self.oldSerial = oldSerial
        finalSerial = newSerial
        try refuseWhatServersMake()
        try refuseServicesOfOneProtocol()
        try plan()
        var last = oldSerial
        for _ in messages.dropFirst() { last = last.successor }
        finalSerial = last.order(to: newSerial) == .less ? newSerial : last.successor
    }

    private static func refusal(_ code: String, _ subject: String, _ text: Text) -> Failure {
        .refused([Reason(code, subject, text)])
    }

    private static func subject(_ row: Int, _ zone: Zone) -> String {
        let owner = zone.arena + Int(zone.records[row].owner)
        let name = WireName.name(owner) ?? .root
        return "\(name) \(RecordType(rawValue: zone.records[row].type))"
    }

    private static let madeByServers: Set<RecordType> = [.nxt, .rrsig, .nsec, .nsec3, .nsec3param]

    private func refuseWhatServersMake() throws(Failure) {
        for change in difference.changes {
            let (zone, row) = change.old >= 0 ? (difference.old, change.old) : (difference.new, change.new)
            guard Self.madeByServers.contains(RecordType(rawValue: zone.records[row].type)) else { continue }
            throw Self.refusal(
                "NOT_UPDATABLE", Self.subject(row, zone),
                Text(
                    en: "servers make these records themselves and refuse them in an update; compare unsigned files",
                    id: "rekaman ini dibuat sendiri oleh server dan ditolak dalam update; bandingkan berkas yang tidak "
                        + "ditandatangani"))
        }
    }

    /// A server replaces a WKS record by one that is added for the same address and protocol (RFC 2136 §1.1.5), so it
    /// never has two.
    private func refuseServicesOfOneProtocol() throws(Failure) {
        let zone = difference.new
        for name in difference.names where name.new >= 0 {
            let added = difference.changes[name.changes].map(\.new).filter { $0 >= 0 && isService($0) }
            guard !added.isEmpty else { continue }
            let rows = zone.rows(of: name.new).map(Int.init).filter(isService)
            let count = rows.reduce(into: [:]) { $0[addressAndProtocol($1), default: 0] += 1 }
            guard let row = added.first(where: { count[addressAndProtocol($0), default: 0] > 1 }) else { continue }
            throw Self.refusal(
                "NOT_UPDATABLE", Self.subject(row, zone),
                Text(
                    en: "an update replaces a WKS record of the same address and protocol; write the ports into one "
                        + "record",
                    id: "update mengganti rekaman WKS dengan alamat dan protokol yang sama; tulis semua port dalam "
                        + "satu rekaman"))
        }
    }

    private func isService(_ row: Int) -> Bool {
        difference.new.records[row].type == RecordType.wks.rawValue
    }

    /// The first five octets of the data.
    private func addressAndProtocol(_ row: Int) -> [UInt8] {
        let record = difference.new.records[row]
        return Array(UnsafeBufferPointer(start: difference.new.arena + Int(record.rdata), count: 5))
    }

    // MARK: Planning

    private mutating func plan() throws(Failure) {
        let hosts = nameServerHosts()
        var (first, apex, rest): ([Int], [Int], [Int]) = ([], [], [])
        for (index, name) in difference.names.enumerated() {
            // Records from outside the zone, which servers drop when they load a file.
            let (zone, number) = name.old >= 0 ? (difference.old, name.old) : (difference.new, name.new)
            let wire = zone.wire(of: number)
            guard zone.holds(wire, WireName.length(wire)) else { continue }
            if name.new >= 0 && name.new == difference.new.apex {
                apex.append(index)
            } else if name.new >= 0 && hosts.contains(name.new) {
                first.append(index)
            } else {
                rest.append(index)
            }
        }
        var octets = Int.max / 2
        for index in first + apex + rest { try append(difference.names[index], &octets) }
    }

    /// The hosts in the zone that the new NS records of its apex name.
    private func nameServerHosts() -> Set<Int> {
        let zone = difference.new
        guard let apex = zone.apex else { return [] }
        var hosts: Set<Int> = []
        for row in zone.rows(of: apex) where zone.records[Int(row)].type == RecordType.ns.rawValue {
            let wire = zone.arena + Int(zone.records[Int(row)].rdata)
            if let host = zone.index(of: wire, WireName.length(wire)) { hosts.insert(host) }
        }
        return hosts
    }

    /// Puts what a name needs into the message at hand, or into the next.
    private mutating func append(_ name: ZoneDifference.NameChange, _ octets: inout Int) throws(Failure) {
        let (asked, wanted) = operations(of: name)
        let overhead = overhead
        let all = (asked + wanted).reduce(0) { $0 + self.octets(of: $1) }
        if overhead + all <= Self.usualOctets {
            if octets + all > Self.usualOctets { begin(&octets, overhead) }
            prerequisites += asked
            updates += wanted
            octets += all
            extendMessage()
            return
        }
        // More than a message holds. Half of it done, nothing is as it was: only the serial can be asked for.
        for operation in wanted {
            let one = self.octets(of: operation)
            guard overhead + one <= Self.maximumOctets else {
                let length = zone(of: operation).records[operation.row].rdataLength
                throw Self.refusal(
                    "NOT_UPDATABLE", Self.subject(operation.row, zone(of: operation)),
                    Text(
                        en: "its data of \(length) octets does not fit into an update message",
                        id: "datanya sepanjang \(length) oktet tidak muat dalam satu pesan update"))
            }
            if octets + one > Self.usualOctets { begin(&octets, overhead) }
            updates.append(operation)
            octets += one
            extendMessage()
        }
    }

    private mutating func begin(_ octets: inout Int, _ overhead: Int) {
        messages.append(
            Message(
                prerequisites: prerequisites.count..<prerequisites.count, updates: updates.count..<updates.count))
        octets = overhead
    }

    /// The last message has all operations that no other has.
    private mutating func extendMessage() {
        guard let last = messages.popLast() else { return }
        messages.append(
            Message(
                prerequisites: last.prerequisites.lowerBound..<prerequisites.count,
                updates: last.updates.lowerBound..<updates.count))
    }

    /// What a name needs asked, and done, in order.
    private func operations(of name: ZoneDifference.NameChange) -> (asked: [Operation], wanted: [Operation]) {
        let (old, new) = (difference.old, difference.new)
        let isApex = name.new >= 0 && name.new == new.apex
        var asked: [Operation] = []
        var (deletions, additions, late): ([Operation], [Operation], [Operation]) = ([], [], [])
        var at = name.changes.lowerBound
        while at < name.changes.upperBound {
            let type = difference.type(of: difference.changes[at])
            var end = at
            while end < name.changes.upperBound && difference.type(of: difference.changes[end]) == type { end += 1 }
            let changes = difference.changes[at..<end]
            at = end
            // Every message has its SOA.
            if type == RecordType.soa.rawValue { continue }
            let before = name.old < 0 ? [] : old.sortedRows(of: name.old).filter { old.records[$0].type == type }
            let isCompared = RecordType(rawValue: type).row?.traits.contains(.comparedByOctets) == true
            if !before.isEmpty && (isCompared || before.count > Self.askedRecords) {
                asked.append(Operation(kind: .hasSet, row: before[0]))
            } else if before.isEmpty, let added = changes.first?.new {
                asked.append(Operation(kind: .hasNoSet, row: added))
            } else {
                asked += before.map { Operation(kind: .hasRecord, row: $0) }
            }
            let isLate = isApex && type == RecordType.ns.rawValue
            if isCompared {
                if let row = before.first { deletions.append(Operation(kind: .deleteSet, row: row)) }
                let after = name.new < 0 ? [] : new.sortedRows(of: name.new).filter { new.records[$0].type == type }
                additions += after.map { Operation(kind: .add, row: $0) }
                continue
            }
            let removed = changes.filter { $0.new < 0 }
            // All that there was goes: one line says so.
            let isWhole = !isLate && !removed.isEmpty && removed.count == before.count
            if isWhole { deletions.append(Operation(kind: .deleteSet, row: removed[0].old)) }
            for change in changes {
                if change.new >= 0 {
                    additions.append(Operation(kind: .add, row: change.new))
                } else if isWhole {
                    continue
                } else if isLate {
                    late.append(Operation(kind: .deleteRecord, row: change.old))
                } else {
                    deletions.append(Operation(kind: .deleteRecord, row: change.old))
                }
            }
        }
        return (asked, deletions + additions + late)
    }

    func zone(of operation: Operation) -> Zone {
        switch operation.kind {
        case .hasNoSet, .add: difference.new
        case .hasRecord, .hasSet, .deleteSet, .deleteRecord: difference.old
        }
    }

    /// Octets in a message, names uncompressed.
    private func octets(of operation: Operation) -> Int {
        let zone = zone(of: operation)
        let record = zone.records[operation.row]
        let fixed = WireName.length(zone.arena + Int(record.owner)) + 10
        switch operation.kind {
        case .hasSet, .hasNoSet, .deleteSet: return fixed
        case .hasRecord, .deleteRecord, .add: return fixed + Int(record.rdataLength)
        }
    }

    /// What every message has: header, zone, the SOA asked for and the SOA added.
    private var overhead: Int {
        let name = difference.old.originLength
        return 12 + name + 4 + 2 * (name + 10) + Int(difference.old.records[oldSOA].rdataLength)
            + Int(difference.new.records[newSOA].rdataLength)
    }
}

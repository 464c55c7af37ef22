import RFC1035

/// The chain of NSEC records (RFC 4034 §4, RFC 4035 §2.3).
struct DenialSurvey {
    struct Link {
        var row: Int
        /// The name that comes next.
        var next: Int
    }

    /// Names without an NSEC record.
    private(set) var missing: [Int] = []
    /// NSEC records where none belongs.
    private(set) var superfluous: [Int] = []
    private(set) var brokenLinks: [Link] = []
    private(set) var bitmaps: [(row: Int, difference: TypeBitmap.Difference)] = []
    /// NSEC records with another TTL than the zone's negative answers.
    private(set) var deviatingTTLs: (count: Int, row: Int) = (0, 0)

    init(_ signed: SignedZone) {
        let zone = signed.zone
        guard zone.types.contains(.nsec) else { return }
        var chain: [(name: Int, row: Int?)] = []
        for number in zone.canonicalOrder() {
            let name = Int(number)
            let row = zone.firstRow(of: .nsec, at: name)
            if signed.answers(for: name) && signed.hasData(name) {
                chain.append((name, row))
            } else if let row, signed.shape.standing(of: name) != .outOfZone {
                superfluous.append(row)
            }
        }
        // A zone that also has NSEC3 may be on its way from one to the other.
        guard !zone.types.contains(.nsec3) || zone.names[signed.apex].types.contains(.nsec) else { return }
        let negative = NegativeTTL.of(zone)
        var sets = RRsetsAtName()
        for (position, link) in chain.enumerated() {
            guard let row = link.row else {
                missing.append(link.name)
                continue
            }
            let rdata = zone.rdata(of: row)
            guard let base = rdata.baseAddress else { continue }
            let length = WireName.length(base)
            var next = (position + 1) % chain.count
            // Names whose record is missing have been told; the one before them may point to them or past them.
            while chain[next].row == nil, next != position, !isName(base, length, chain[next].name, zone) {
                next = (next + 1) % chain.count
            }
            if !isName(base, length, chain[next].name, zone) {
                brokenLinks.append(Link(row: row, next: chain[(position + 1) % chain.count].name))
            }
            sets.scan(zone, link.name)
            let difference = TypeBitmap(octets: rdata[length...]).difference(
                from: sets, at: signed.shape.standing(of: link.name), ofSigned: true, proof: .nsec)
            if !difference.isEmpty { bitmaps.append((row, difference)) }
            if let negative, zone.records[row].ttl != negative {
                if deviatingTTLs.count == 0 { deviatingTTLs.row = row }
                deviatingTTLs.count += 1
            }
        }
    }

    /// Whether a name in RDATA, of any letter case, is an owner name.
    private func isName(_ wire: UnsafePointer<UInt8>, _ length: Int, _ name: Int, _ zone: Zone) -> Bool {
        let owner = zone.wire(of: name)
        guard WireName.length(owner) == length else { return false }
        for at in 0..<length where ASCII.lowercased(wire[at]) != owner[at] { return false }
        return true
    }
}

/// How long answers about what does not exist are kept (RFC 2308 §4, RFC 9077 §3).
enum NegativeTTL {
    static func of(_ zone: Zone) -> UInt32? {
        guard let apex = zone.apex, let row = zone.firstRow(of: .soa, at: apex) else { return nil }
        let rdata = zone.rdata(of: row)
        return rdata.count >= 20 ? min(zone.records[row].ttl, rdata.uint32(at: rdata.count - 4)) : nil
    }
}

import RFC1035

/// What the RRSIG records of a zone say about the zone's RRsets, found in one pass over the names.
struct SignatureSurvey {
    /// Something about one record.
    struct Fault {
        var row: Int
        /// The type covered.
        var type: UInt16
        /// A number that the message names.
        var number: UInt32 = 0
    }

    /// The same about many RRsets, told once.
    struct Many {
        var count = 0
        var row = 0
        var time: UInt32 = 0
    }

    private(set) var missing: [Fault] = []
    private(set) var withoutAlgorithm: [Fault] = []
    private(set) var loose: [Fault] = []
    private(set) var superfluous: [Fault] = []
    private(set) var signer: [Fault] = []
    private(set) var labels: [Fault] = []
    private(set) var originalTTL: [Fault] = []
    private(set) var ttl: [Fault] = []
    /// By algorithm and key tag.
    private(set) var unknownKeys: [UInt32: Many] = [:]
    /// Signatures over the keys by a key that is not one of them, while another that is has signed too.
    private(set) var strangers: [Fault] = []
    private(set) var expired = Many()
    private(set) var notYet = Many()
    private(set) var expiring = Many()

    /// Signatures that end sooner than this are late to be renewed, in seconds.
    private static let margin: Int32 = 3 * 86_400

    init(_ signed: SignedZone) {
        var sets = RRsetsAtName()
        for name in 0..<signed.zone.nameCount where signed.shape.standing(of: name) != .outOfZone {
            sets.scan(signed.zone, name)
            if signed.zone.names[name].types.contains(.rrsig) { examine(name, &sets, signed) }
            if signed.answers(for: name) { judge(sets, at: signed.shape.standing(of: name), signed) }
        }
    }

    /// Looks at each signature of a name.
    private mutating func examine(_ name: Int, _ sets: inout RRsetsAtName, _ signed: SignedZone) {
        let zone = signed.zone
        let standing = signed.shape.standing(of: name)
        for signature in sets.loose { loose.append(Fault(row: signature.row, type: signature.type)) }
        let owner = zone.wire(of: name)
        let ownerLabels = WireName.labelCount(owner) - (WireName.isWildcard(owner) ? 1 : 0)
        for number in zone.rows(of: name) where zone.records[Int(number)].type == RecordType.rrsig.rawValue {
            let row = Int(number)
            let rdata = zone.rdata(of: row)
            let type = rdata.uint16(at: 0)
            guard rdata.count > 18, let base = rdata.baseAddress, let index = sets.index(of: type) else { continue }
            guard RRsetsAtName.isAuthoritative(type, at: standing) else {
                superfluous.append(Fault(row: row, type: type))
                continue
            }
            let length = WireName.length(base + 18)
            if length != zone.originLength || !WireName.areEqual(base + 18, length, zone.originWire) {
                signer.append(Fault(row: row, type: type))
                continue
            }
            if Int(rdata[3]) != ownerLabels { labels.append(Fault(row: row, type: type, number: UInt32(ownerLabels))) }
            let ttl = sets.entries[index].ttl
            if rdata.uint32(at: 4) != ttl {
                originalTTL.append(Fault(row: row, type: type, number: ttl))
            } else if zone.records[row].ttl != ttl {
                self.ttl.append(Fault(row: row, type: type, number: ttl))
            }
            let algorithm = rdata[2]
            let tag = rdata.uint16(at: 16)
            let isKnown = signed.signers.contains(UInt32(algorithm) << 16 | UInt32(tag))
            if !isKnown && type == RecordType.dnskey.rawValue { strangers.append(Fault(row: row, type: type)) }
            let place = signed.algorithms.firstIndex(of: algorithm)
            let time = Self.time(rdata, signed.now)
            sets.add(to: index, row: row, time: time, isKnown: isKnown, algorithm: place)
        }
    }

    /// Times are compared as serial numbers are (RFC 4034 §3.1.5).
    private static func time(_ rdata: UnsafeBufferPointer<UInt8>, _ now: Instant) -> RRsetsAtName.SignatureTime {
        let now = UInt32(truncatingIfNeeded: now.seconds)
        let left = Int32(bitPattern: rdata.uint32(at: 8) &- now)
        if left < 0 { return .expired }
        if Int32(bitPattern: rdata.uint32(at: 12) &- now) > 0 { return .notYet }
        // What is signed for a short time is signed again often.
        let span = rdata.uint32(at: 8) &- rdata.uint32(at: 12)
        return left < margin && span > UInt32(2 * margin) ? .expiring : .good
    }

    /// Says what the RRsets of a name lack.
    private mutating func judge(_ sets: RRsetsAtName, at standing: ZoneShape.Standing, _ signed: SignedZone) {
        for entry in sets.entries where RRsetsAtName.isAuthoritative(entry.type, at: standing) {
            guard entry.signatures > 0 else {
                missing.append(Fault(row: entry.row, type: entry.type))
                continue
            }
            // Where signer's name is wrong, that has been said.
            guard entry.time != .none else { continue }
            if !entry.hasKnownKey {
                // There it is not beside one of the zone's own.
                if entry.type == RecordType.dnskey.rawValue { strangers.removeAll() }
                let rdata = signed.zone.rdata(of: entry.timed)
                let key = UInt32(rdata.uint8(at: 2)) << 16 | UInt32(rdata.uint16(at: 16))
                Self.count(entry, &unknownKeys[key, default: Many()], signed.zone)
                continue
            }
            // Where none is good, that is said.
            let algorithms = entry.time > .notYet ? entry.goodAlgorithms : entry.algorithms
            for (place, algorithm) in signed.algorithms.prefix(32).enumerated()
            where algorithms & (1 << UInt32(place)) == 0 {
                withoutAlgorithm.append(Fault(row: entry.row, type: entry.type, number: UInt32(algorithm)))
            }
            switch entry.time {
            case .none, .good: break
            case .expired: Self.count(entry, &expired, signed.zone)
            case .notYet: Self.count(entry, &notYet, signed.zone)
            case .expiring: Self.count(entry, &expiring, signed.zone)
            }
        }
    }

    /// Counts one, and keeps the one that ends first.
    private static func count(_ entry: RRsetsAtName.Entry, _ many: inout Many, _ zone: Zone) {
        let rdata = zone.rdata(of: entry.timed)
        let time = rdata.uint32(at: entry.time == .notYet ? 12 : 8)
        if many.count == 0 || Int32(bitPattern: time &- many.time) < 0 { (many.row, many.time) = (entry.timed, time) }
        many.count += 1
    }
}

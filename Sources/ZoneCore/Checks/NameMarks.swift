import RFC1035

/// What a glance at a name and its records shows. Several checks look at every name; they share the glance.
struct NameMarks: OptionSet {
    let rawValue: UInt8

    /// A label with hyphens in its third and fourth place, perhaps the zone's own.
    static let hyphens = NameMarks(rawValue: 1)
    /// A label that begins or ends with `*`, behind the first octet or longer than that.
    static let star = NameMarks(rawValue: 2)
    /// The zone's name twice at its end.
    static let repeatsZone = NameMarks(rawValue: 4)
    /// A record with TTL 0.
    static let zeroTTL = NameMarks(rawValue: 8)
    /// A record with a TTL beyond ``longestTTL``.
    static let longTTL = NameMarks(rawValue: 16)
    /// A top level domain that is not the zone's in front of the zone's name.
    static let foreignDomain = NameMarks(rawValue: 32)
    /// What stands in front of the zone's name is not that of a host, but for a `*` in front of all, or the zone's name
    /// is none.
    static let noHostName = NameMarks(rawValue: 64)
    /// The first label is `localhost`.
    static let localhost = NameMarks(rawValue: 128)

    /// Seconds in a week: what BIND and others keep an answer at most.
    static let longestTTL: UInt32 = 604_800
}

extension CheckRun {
    /// What a glance at a name shows; nothing where other servers answer.
    mutating func marks(of name: Int) -> NameMarks {
        if glanced.name == name { return glanced.marks }
        let marks = glance(at: name)
        glanced = (name, marks)
        return marks
    }

    private mutating func glance(at name: Int) -> NameMarks {
        let standing = shape.standing(of: name)
        guard standing == .authoritative || standing == .delegation else { return [] }
        var marks: NameMarks = []
        let wire = zone.wire(of: name)
        let length = WireName.length(wire)
        // The labels of the origin are the same for all.
        let end = length &- zone.originLength
        var at = 0
        while at < end {
            let length = Int(wire[at])
            if length >= 4, wire[at &+ 3] == UInt8(ascii: "-"), wire[at &+ 4] == UInt8(ascii: "-") {
                marks.insert(.hyphens)
            }
            if wire[at &+ 1] == UInt8(ascii: "*") || wire[at &+ length] == UInt8(ascii: "*"), at > 0 || length > 1 {
                marks.insert(.star)
            }
            at &+= length &+ 1
        }
        if WireName.isLabel(wire, "localhost") { marks.insert(.localhost) }
        let hostStart = end > 0 && WireName.isWildcard(wire) ? 2 : 0
        if originTraits.contains(.beyondHostName)
            || NameTraits(wire + hostStart, upTo: end &- hostStart).contains(.beyondHostName)
        {
            marks.insert(.noHostName)
        }
        if end >= zone.originLength &- 1, zone.repeatsOrigin(wire, length) {
            marks.insert(.repeatsZone)
        } else if let topLabel, end > Int(wire[0]) &+ 1, ForeignDomains.domain(of: wire, upTo: end, topLabel) != nil
        {
            marks.insert(.foreignDomain)
        }
        for row in zone.rows(of: name) {
            let (ttl, type) = (zone.records[Int(row)].ttl, zone.records[Int(row)].type)
            // Signers give their own record for the servers TTL 0; nobody asks for it.
            if ttl == 0 && type != RecordType.nsec3param.rawValue && type != RecordType.rrsig.rawValue {
                marks.insert(.zeroTTL)
            } else if ttl > NameMarks.longestTTL {
                marks.insert(.longTTL)
            }
        }
        return marks
    }
}

import RFC1035

/// What a glance at a name and its records shows. Several checks look at every name; they share the glance.
struct NameMarks: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A label in front of the zone's own with hyphens in its third and fourth place.
    static let hyphens = NameMarks(rawValue: 1)
    /// A label in front of the zone's own that begins or ends with `*`, behind the first octet or longer than that.
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

    static let all = NameMarks(rawValue: .max)
    /// All that labels show, but for what makes a host name.
    static let labels: NameMarks = [.hyphens, .star, .repeatsZone, .foreignDomain, .localhost]
    /// All that TTLs show.
    static let times: NameMarks = [.zeroTTL, .longTTL]

    /// Seconds in a week: what BIND and others keep an answer at most.
    static let longestTTL: UInt32 = 604_800
}

extension CheckRun {
    /// What a glance at a name shows; nothing where other servers answer.
    mutating func marks(of name: Int) -> NameMarks {
        if glanced.name == name { return glanced.marks }
        let marks = glance(at: name, for: .all)
        glanced = (name, marks)
        return marks
    }

    /// What a glance at a name shows, if nothing else is looked for than what is wanted.
    @inline(__always) mutating func marks(of name: Int, _ wanted: NameMarks) -> NameMarks {
        wanted == .all ? marks(of: name) : glance(at: name, for: wanted)
    }

    private mutating func glance(at name: Int, for wanted: NameMarks) -> NameMarks {
        let standing = shape.standing(of: name)
        guard standing == .authoritative || standing == .delegation else { return [] }
        var marks: NameMarks = []
        let wire = zone.wire(of: name)
        // The labels of the origin are the same for all.
        let end = zone.octetsBelowOrigin(wire) ?? 0
        if !originIsHostName || !HostName.isValid(wire, upTo: end, allowsWildcard: true) { marks.insert(.noHostName) }
        if !wanted.isDisjoint(with: .labels) { marks.formUnion(labelMarks(wire, end)) }
        if !wanted.isDisjoint(with: .times) { marks.formUnion(timeMarks(of: name)) }
        return marks
    }

    /// - Parameter end: where the labels in front of the zone's own end.
    @inline(__always) private func labelMarks(_ wire: UnsafePointer<UInt8>, _ end: Int) -> NameMarks {
        var marks: NameMarks = []
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
        if end >= zone.originLength &- 1, zone.repeatsOrigin(wire, end &+ zone.originLength) {
            marks.insert(.repeatsZone)
        } else if let topLabel, end > Int(wire[0]) &+ 1, ForeignDomains.domain(of: wire, upTo: end, topLabel) != nil {
            marks.insert(.foreignDomain)
        }
        return marks
    }

    @inline(__always) private func timeMarks(of name: Int) -> NameMarks {
        var marks: NameMarks = []
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

import RFC1035

/// The name that a record points to, with what was found out about it. Of one such name it is remembered: several
/// checks ask after the same, and records that follow each other often point to the same host.
///
/// SAFETY: `wire` is a whole name of `length` octets in the zone's arena, where at least seven octets behind it are
/// readable, or the zone's origin.
struct TargetGlance {
    var row = -1
    /// Where in the row's RDATA it stands.
    var offset = 0
    var wire: UnsafePointer<UInt8>
    var length: Int
    /// Whether it is in the zone.
    var isHeld: Bool
    /// Its number, if it has records and was looked up.
    var name: Int?
    var isLookedUp = false
    var lead: Lead?
    var fault: TargetFault?
    var marks: RecordMarks?
}

extension CheckRun {
    /// Looks at the name at `offset` of a row's RDATA; false where there is none.
    @inline(__always) private mutating func look(at row: Int, nameAt offset: Int) -> Bool {
        lookedAt.row == row && lookedAt.offset == offset || turn(to: row, nameAt: offset)
    }

    private mutating func turn(to row: Int, nameAt offset: Int) -> Bool {
        let rdata = zone.rdata(of: row)
        guard let base = rdata.baseAddress, offset < rdata.count else { return false }
        let wire = base + offset
        let length = WireName.length(wire)
        // Whatever points to it, it is the same name.
        if length != lookedAt.length || !WireName.areEqual(wire, length, lookedAt.wire) {
            lookedAt = TargetGlance(wire: wire, length: length, isHeld: zone.holds(wire, length))
        }
        (lookedAt.row, lookedAt.offset) = (row, offset)
        return true
    }

    /// The number of the target that is looked at.
    mutating func targetName() -> Int? {
        if !lookedAt.isLookedUp {
            lookedAt.name = zone.index(of: lookedAt.wire, lookedAt.length, near: currentName)
            lookedAt.isLookedUp = true
        }
        return lookedAt.name
    }

    /// The number of the name at `offset` of a row's RDATA, if it has records.
    mutating func nameTarget(of row: Int, nameAt offset: Int) -> Int? {
        look(at: row, nameAt: offset) ? targetName() : nil
    }

    /// Where the name at `offset` of a row's RDATA leads.
    mutating func lead(of row: Int, nameAt offset: Int) -> Lead {
        guard look(at: row, nameAt: offset) else { return .missing }
        if let lead = lookedAt.lead { return lead }
        let name = lookedAt.isHeld ? targetName() : nil
        let lead = lookedAt.isHeld ? shape.lead(lookedAt.wire, lookedAt.length, at: name) : .elsewhere
        lookedAt.lead = lead
        return lead
    }

    /// What the shape of the name at `offset` of a row's RDATA shows.
    mutating func fault(of row: Int, nameAt offset: Int) -> TargetFault {
        look(at: row, nameAt: offset) ? targetFault() : .none
    }

    private mutating func targetFault() -> TargetFault {
        if let fault = lookedAt.fault { return fault }
        let fault = judgeTarget()
        lookedAt.fault = fault
        return fault
    }

    /// What a glance at the target of a record shows, and, where `wanted` is about that, where it leads.
    mutating func targetMarks(of row: Int, _ wanted: RecordMarks) -> RecordMarks {
        let offset = zone.targetOffset(of: row)
        guard look(at: row, nameAt: offset) else { return [] }
        var marks: RecordMarks
        if let known = lookedAt.marks {
            marks = known
        } else {
            marks = glanceAtTarget()
            lookedAt.marks = marks
        }
        if !wanted.isDisjoint(with: .leads) { marks.formUnion(RecordMarks(lead(of: row, nameAt: offset))) }
        return marks
    }

    private mutating func glanceAtTarget() -> RecordMarks {
        var marks = RecordMarks(targetFault())
        // The labels of the origin are the same for all.
        var traits = NameTraits(lookedAt.wire, upTo: lookedAt.isHeld ? lookedAt.length - zone.originLength : lookedAt.length)
        if lookedAt.isHeld {
            traits.formUnion(originTraits)
        } else if let top = NameTraits.lastLabel(lookedAt.wire) {
            if top.allSatisfy(ASCII.isDigit) { marks.insert(.numericTop) }
            if Self.isSpecialTop(top) { marks.insert(.specialTop) }
        }
        if traits.contains(.beyondHostName) { marks.insert(.noHostName) }
        if traits.contains(.strange) && !traits.contains(.underscore) { marks.insert(.strangeName) }
        return marks
    }
}

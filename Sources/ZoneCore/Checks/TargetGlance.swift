import RFC1035

/// The name that a record points to, with what was found out about it. Of one such name it is remembered: several
/// checks ask after the same, and records that follow each other often point to the same host.
///
/// SAFETY: `wire` is a whole name of `length` octets in the zone's arena, or the zone's origin; sixteen octets behind
/// either are readable.
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
        // Whatever points to it, it is the same name.
        if !WireName.areEqual(wire, lookedAt.length, lookedAt.wire) {
            let below = zone.octetsBelowOrigin(wire)
            let length = below.map { $0 + zone.originLength } ?? WireName.length(wire)
            lookedAt = TargetGlance(wire: wire, length: length, isHeld: below != nil)
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
        let end = lookedAt.isHeld ? lookedAt.length - zone.originLength : lookedAt.length
        var traits = NameTraits(lookedAt.wire, upTo: end)
        if lookedAt.isHeld {
            traits.formUnion(originTraits)
            let hasAddress = targetName().map { !zone.names[$0].types.isDisjoint(with: .addresses) }
            if hasAddress != true { marks.insert(.noGlue) }
        }
        // In a zone below a top level domain its own is not judged; in that of the root, all are.
        if !lookedAt.isHeld || zone.originLength == 1, let top = NameTraits.lastLabel(lookedAt.wire) {
            if !lookedAt.isHeld, top.allSatisfy(ASCII.isDigit) { marks.insert(.numericTop) }
            if Self.isSpecialTop(top) { marks.insert(.specialTop) }
        }
        if traits.contains(.beyondHostName) { marks.insert(.noHostName) }
        if traits.contains(.strange) && !traits.contains(.underscore) { marks.insert(.strangeName) }
        return marks
    }
}

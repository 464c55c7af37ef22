import RFC1035

/// What a glance at a record shows. Several checks look at every record of a type; they share the glance, and those
/// that are after what it does not show are not asked.
struct RecordMarks: OptionSet, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    private init(bit: Int) { rawValue = 1 << bit }

    // Where the target leads, in the zone.
    static let alias = RecordMarks(bit: 0)
    /// To a name without an address.
    static let noAddress = RecordMarks(bit: 1)
    static let missing = RecordMarks(bit: 2)

    /// All that is about where a target leads.
    static let leads: RecordMarks = [.alias, .noAddress, .missing]

    // What the target looks like; see ``TargetFault``.
    static let rootTarget = RecordMarks(bit: 3)
    static let addressTarget = RecordMarks(bit: 4)
    static let urlTarget = RecordMarks(bit: 5)
    /// The target lacks its final dot.
    static let missingDot = RecordMarks(bit: 6)
    /// The target is in the zone, which has no A or AAAA record for it.
    static let noGlue = RecordMarks(bit: 16)
    /// The target is no host name, by its octets.
    static let noHostName = RecordMarks(bit: 7)
    /// The target has octets beyond ASCII, or such as only a slip puts there, and no label with an underscore.
    static let strangeName = RecordMarks(bit: 8)
    /// The target's last label is a top level domain that is set aside.
    static let specialTop = RecordMarks(bit: 9)
    /// The target's last label consists of digits.
    static let numericTop = RecordMarks(bit: 10)
    /// The record names several: only the first is glanced at, if any.
    static let severalNames = RecordMarks(bit: 11)

    // What an address is for; see ``SpecialRange``.
    static let unreachable = RecordMarks(bit: 12)
    static let privateAddress = RecordMarks(bit: 13)
    static let documentation = RecordMarks(bit: 14)

    /// A CAA record other than most, which have an issuer's domain and no more.
    static let unusualIssuer = RecordMarks(bit: 15)

    /// Where a target leads.
    init(_ lead: Lead) {
        switch lead {
        case .elsewhere, .address: self = []
        case .alias: self = .alias
        case .noAddress: self = .noAddress
        case .missing: self = .missing
        }
    }

    /// What is wrong with a target.
    init(_ fault: TargetFault) {
        switch fault {
        case .none: self = []
        case .root: self = .rootTarget
        case .address: self = .addressTarget
        case .url: self = .urlTarget
        case .repeatsZone, .foreign: self = .missingDot
        }
    }
}

extension CheckRun {
    /// What a glance at a record shows.
    ///
    /// - Parameter wanted: what checks of its type are after.
    mutating func marks(ofRecord row: Int, _ wanted: RecordMarks) -> RecordMarks {
        switch RecordType(rawValue: zone.records[row].type) {
        case .a, .aaaa: addressMarks(of: row)
        case .caa: Authorization.isUsual(zone.rdata(of: row)) ? [] : .unusualIssuer
        case .rp: .severalNames
        case .soa, .px: targetMarks(of: row, wanted).union(.severalNames)
        default: targetMarks(of: row, wanted)
        }
    }
}

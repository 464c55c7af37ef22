import RFC1035

/// The checks of a run arranged by what they look at, so that the loop over a million names asks nothing twice
/// and copies nothing.
struct CheckPlan: ~Copyable {
    struct NameEntry {
        var types: TypeSet
        var check: Int
        var body: @Sendable (inout CheckRun, Int) -> Void
    }

    struct MarkedEntry {
        var marks: NameMarks
        var check: Int
        var body: @Sendable (inout CheckRun, Int) -> Void
    }

    struct SetEntry {
        var types: TypeSet
        /// Only names with more records than this.
        var over: Int
        var check: Int
        var body: @Sendable (inout CheckRun, Int) -> Void
    }

    struct RecordEntry {
        var check: Int
        var looksBelowCuts: Bool
        var body: @Sendable (inout CheckRun, Int, Int) -> Void
    }

    struct TargetEntry {
        var check: Int
        var leads: Leads
    }

    struct Range {
        var first: UInt32 = 0
        var end: UInt32 = 0
    }

    /// Types up to here can have checks of their own.
    static let typeLimit: UInt16 = 512

    private(set) var names: [NameEntry] = []
    private(set) var cuts: [NameEntry] = []
    private(set) var marked: [MarkedEntry] = []
    /// What to glance for.
    private(set) var marks: NameMarks = []
    private(set) var sets: [SetEntry] = []
    /// The types of the sets that a single record is enough for.
    private(set) var singleTypes = TypeSet()
    private(set) var records: [RecordEntry] = []
    private(set) var targets: [TargetEntry] = []
    /// For each type below the limit, its range of `records`.
    private(set) var recordRanges: [Range]
    /// For each type below the limit, its range of `targets`.
    private(set) var targetRanges: [Range]
    /// For each kind of problem with text the number of its check; -1 where it does not run.
    private(set) var textChecks = Array(repeating: -1, count: TextProblem.Kind.allCases.count)
    private(set) var hasTextChecks = false
    private(set) var nameTypes = TypeSet()
    private(set) var recordTypes = TypeSet()
    /// The types of records that are looked at below delegations too.
    private(set) var typesBelowCuts = TypeSet()

    init(_ checks: [Check]) {
        var byType: [UInt16: [RecordEntry]] = [:]
        var targetsByType: [UInt16: [TargetEntry]] = [:]
        recordRanges = Array(repeating: Range(), count: Int(Self.typeLimit))
        targetRanges = recordRanges
        for (number, check) in checks.enumerated() {
            switch check.scope {
            case .zone, .zones, .elsewhere: break
            case .name(let types, let body):
                names.append(NameEntry(types: TypeSet(types), check: number, body: body))
                nameTypes.formUnion(TypeSet(types))
            case .cut(let types, let body):
                let types = types.isEmpty ? TypeSet.all : TypeSet(types)
                cuts.append(NameEntry(types: types, check: number, body: body))
            case .marked(let wanted, let body):
                marked.append(MarkedEntry(marks: wanted, check: number, body: body))
                marks.formUnion(wanted)
            case .set(let types, let count, let body):
                let types = types.isEmpty ? TypeSet.all : TypeSet(types)
                if count == 0 { singleTypes.formUnion(types) }
                sets.append(SetEntry(types: types, over: count, check: number, body: body))
            case .record(let types, let looksBelowCuts, let body):
                let entry = RecordEntry(check: number, looksBelowCuts: looksBelowCuts, body: body)
                for type in types where type.rawValue < Self.typeLimit {
                    byType[type.rawValue, default: []].append(entry)
                    recordTypes.insert(type.rawValue)
                    if looksBelowCuts { typesBelowCuts.insert(type.rawValue) }
                }
            case .target(let type, let leads, _):
                targetsByType[type.rawValue, default: []].append(TargetEntry(check: number, leads: leads))
                recordTypes.insert(type.rawValue)
            case .text(let kind):
                textChecks[Int(kind.rawValue)] = number
                hasTextChecks = true
                recordTypes.insert(RecordType.txt.rawValue)
            }
        }
        for (type, entries) in byType {
            let first = UInt32(records.count)
            records += entries
            recordRanges[Int(type)] = Range(first: first, end: UInt32(records.count))
        }
        for (type, entries) in targetsByType where type < Self.typeLimit {
            let first = UInt32(targets.count)
            targets += entries
            targetRanges[Int(type)] = Range(first: first, end: UInt32(targets.count))
        }
    }
}

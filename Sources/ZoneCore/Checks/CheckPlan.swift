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
        var types: TypeSet
        var marks: NameMarks
        /// Whether it looks at delegations too.
        var looksAtCuts: Bool
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
        /// Whether servers refuse what it finds, even where they never answer with it.
        var stopsLoading: Bool
        /// What a glance is to show; nothing for one that looks at all records.
        var marks: RecordMarks
        var body: @Sendable (inout CheckRun, Int, Int) -> Void
    }

    /// What looks at records of one type: places in ``records``.
    struct TypeEntries {
        var first: UInt32 = 0
        var firstMarked: UInt32 = 0
        var end: UInt32 = 0
        /// What those that go by a glance are after.
        var marks: RecordMarks = []
        /// Whether nobody is ever answered with such a record at a delegation.
        var isHiddenByDelegation = false

        var unmarked: Range<Int> { Int(first)..<Int(firstMarked) }
        var marked: Range<Int> { Int(firstMarked)..<Int(end) }
    }

    /// Types up to here can have checks of their own.
    static let typeLimit: UInt16 = 512

    private(set) var names: [NameEntry] = []
    private(set) var cuts: [NameEntry] = []
    private(set) var markedNames: [MarkedEntry] = []
    /// What to glance for.
    private(set) var marks: NameMarks = []
    private(set) var sets: [SetEntry] = []
    /// The types of the sets that a single record is enough for.
    private(set) var singleTypes = TypeSet()
    private(set) var records: [RecordEntry] = []
    /// For each type below the limit.
    private var typeEntries: [TypeEntries]
    /// For each kind of problem with text the number of its check; -1 where it does not run.
    private(set) var textChecks = Array(repeating: -1, count: TextProblem.Kind.allCases.count)
    private(set) var hasTextChecks = false
    private(set) var nameTypes = TypeSet()
    private(set) var recordTypes = TypeSet()
    /// The types of records that are looked at below delegations too.
    private(set) var typesBelowCuts = TypeSet()

    @inline(__always) func entries(of type: UInt16) -> TypeEntries { typeEntries[Int(type)] }

    init(_ checks: [Check]) {
        var byType: [UInt16: [RecordEntry]] = [:]
        typeEntries = Array(repeating: TypeEntries(), count: Int(Self.typeLimit))
        for (number, check) in checks.enumerated() {
            switch check.scope {
            case .zone, .zones, .elsewhere: break
            case .name(let types, let wanted, let body):
                if wanted.isEmpty {
                    names.append(NameEntry(types: TypeSet(types), check: number, body: body))
                    nameTypes.formUnion(TypeSet(types))
                } else {
                    markedNames.append(
                        MarkedEntry(
                            types: TypeSet(types), marks: wanted, looksAtCuts: false, check: number, body: body))
                    marks.formUnion(wanted)
                }
            case .cut(let types, let body):
                let types = types.isEmpty ? TypeSet.all : TypeSet(types)
                cuts.append(NameEntry(types: types, check: number, body: body))
            case .marked(let wanted, let body):
                markedNames.append(
                    MarkedEntry(types: .all, marks: wanted, looksAtCuts: true, check: number, body: body))
                marks.formUnion(wanted)
            case .set(let types, let count, let body):
                let types = types.isEmpty ? TypeSet.all : TypeSet(types)
                if count == 0 { singleTypes.formUnion(types) }
                sets.append(SetEntry(types: types, over: count, check: number, body: body))
            case .record(let types, let wanted, let looksBelowCuts, let body):
                let entry = RecordEntry(
                    check: number, looksBelowCuts: looksBelowCuts, stopsLoading: check.stopsLoading, marks: wanted,
                    body: body)
                for type in types where type.rawValue < Self.typeLimit {
                    byType[type.rawValue, default: []].append(entry)
                    recordTypes.insert(type.rawValue)
                    if looksBelowCuts { typesBelowCuts.insert(type.rawValue) }
                }
            case .target(let type, let leads, let text):
                let entry = RecordEntry(
                    check: number, looksBelowCuts: false, stopsLoading: false, marks: leads
                ) { run, _, row in run.reportTarget(of: row, text) }
                byType[type.rawValue, default: []].append(entry)
                recordTypes.insert(type.rawValue)
            case .text(let kind):
                textChecks[Int(kind.rawValue)] = number
                hasTextChecks = true
                recordTypes.insert(RecordType.txt.rawValue)
            }
        }
        for (type, entries) in byType where type < Self.typeLimit {
            var range = TypeEntries(first: UInt32(records.count))
            records += entries.filter { $0.marks.isEmpty }
            range.firstMarked = UInt32(records.count)
            records += entries.filter { !$0.marks.isEmpty }
            range.end = UInt32(records.count)
            for entry in entries { range.marks.formUnion(entry.marks) }
            range.isHiddenByDelegation = CheckRun.hiddenByDelegation.contains(type)
            typeEntries[Int(type)] = range
        }
    }
}

extension CheckRun {
    /// Tells the target of a row, unless what is wrong with it is told as such.
    fileprivate mutating func reportTarget(of row: Int, _ text: (_ target: String) -> Text) {
        let offset = zone.targetOffset(of: row)
        guard !isReportedFault(of: row, nameAt: offset) else { return }
        report(row: row, at: zone.targetPart(of: row), text(target(of: row, nameAt: offset)))
    }
}

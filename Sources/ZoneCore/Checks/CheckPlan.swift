import RFC1035

/// The checks of a run arranged by what they look at, so that the loop over a million names asks nothing twice
/// and copies nothing.
struct CheckPlan {
    struct NameEntry {
        var types: TypeSet
        var check: Int
        var body: @Sendable (inout CheckRun, Int) -> Void
    }

    struct RecordEntry {
        var check: Int
        var body: @Sendable (inout CheckRun, Int, Int) -> Void
    }

    struct Range {
        var first: UInt32 = 0
        var end: UInt32 = 0
    }

    /// Types up to here can have checks of their own.
    static let typeLimit: UInt16 = 512

    private(set) var names: [NameEntry] = []
    private(set) var sets: [NameEntry] = []
    private(set) var records: [RecordEntry] = []
    /// For each type below the limit, its range of `records`.
    private(set) var recordRanges: [Range]
    private(set) var nameTypes = TypeSet()
    private(set) var recordTypes = TypeSet()

    init(_ checks: [Check]) {
        var byType: [UInt16: [RecordEntry]] = [:]
        recordRanges = Array(repeating: Range(), count: Int(Self.typeLimit))
        for (number, check) in checks.enumerated() {
            switch check.scope {
            case .zone: break
            case .name(let types, let body):
                names.append(NameEntry(types: TypeSet(types), check: number, body: body))
                nameTypes.formUnion(TypeSet(types))
            case .set(let body): sets.append(NameEntry(types: TypeSet(), check: number, body: body))
            case .record(let types, let body):
                for type in types where type.rawValue < Self.typeLimit {
                    byType[type.rawValue, default: []].append(RecordEntry(check: number, body: body))
                    recordTypes.insert(type.rawValue)
                }
            }
        }
        for (type, entries) in byType {
            let first = UInt32(records.count)
            records += entries
            recordRanges[Int(type)] = Range(first: first, end: UInt32(records.count))
        }
    }
}

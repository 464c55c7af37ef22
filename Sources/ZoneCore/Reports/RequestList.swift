/// All requests with their newest events, in the order of their numbers. They are large and may be many: none is moved
/// to put them in order.
struct RequestList: RandomAccessCollection {
    typealias Element = (request: RequestSummary, newest: NewestEvent)

    private let found: [Element]
    private let order: [Int]

    init(_ register: RegisterSnapshot, where isWanted: (RequestID) -> Bool = { _ in true }) throws {
        var found: [Element] = []
        try register.forEachRequest { if isWanted($0.id) { found.append(($0, $1)) } }
        let numbers = found.map(\.request.id)
        order = found.indices.sorted { numbers[$0] < numbers[$1] }
        self.found = found
    }

    var startIndex: Int { 0 }
    var endIndex: Int { order.count }
    subscript(position: Int) -> Element { found[order[position]] }
}

extension RegisterSnapshot {
    /// Names in the order of the zone. They are large, too.
    func sortedNames(_ statuses: Set<NameStatus>) throws -> [ManagedName] {
        var names: [ManagedName] = []
        try forEachManagedName(statuses: statuses) { names.append($0) }
        return names.indices.sorted { names[$0].name < names[$1].name }.map { names[$0] }
    }
}

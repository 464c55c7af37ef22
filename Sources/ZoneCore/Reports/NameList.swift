import RFC1035

/// Names in the order of the zone. They are large and may be many: none is moved to be put in order, and as each is
/// looked at once or twice, none is an object of its own as requests are.
struct NameList: RandomAccessCollection {
    private let found: [ManagedName]
    private let order: [Int]

    init(_ register: RegisterSnapshot, _ statuses: Set<NameStatus>) throws {
        var found: [ManagedName] = []
        try register.forEachManagedName(statuses: statuses) { found.append($0) }
        order = found.indices.sorted { found[$0].name < found[$1].name }
        self.found = found
    }

    var startIndex: Int { 0 }
    var endIndex: Int { order.count }
    subscript(position: Int) -> ManagedName { found[order[position]] }
}

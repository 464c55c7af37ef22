/// All requests with their newest events, in the order of their numbers. They are large and may be many: none is moved
/// to put them in order.
struct RequestList: RandomAccessCollection {
    typealias Element = (request: RequestSummary, newest: NewestEvent)

    private let found: [Element]
    private let order: [Int]

    init(_ register: RegisterSnapshot) throws {
        var found: [Element] = []
        try register.forEachRequest { found.append(($0, $1)) }
        let numbers = found.map(\.request.id)
        order = found.indices.sorted { numbers[$0] < numbers[$1] }
        self.found = found
    }

    var startIndex: Int { 0 }
    var endIndex: Int { order.count }
    subscript(position: Int) -> Element { found[order[position]] }
}

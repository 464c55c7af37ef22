/// All requests with their newest events, in the order of their numbers.
struct RequestList: RandomAccessCollection {
    /// A class, as requests are large and may be many: none is moved to be put in order.
    final class Entry: Sendable {
        let request: RequestSummary
        let newest: NewestEvent

        init(_ request: RequestSummary, _ newest: NewestEvent) {
            self.request = request
            self.newest = newest
        }

        /// Whether nothing more happens to it; also where this version does not know its state.
        var isFinal: Bool { request.state?.isFinal ?? true }
    }

    private let entries: [Entry]

    init(_ register: RegisterSnapshot, where isWanted: (RequestID) -> Bool = { _ in true }) throws {
        var entries: [Entry] = []
        try register.forEachRequest { if isWanted($0.id) { entries.append(Entry($0, $1)) } }
        self.entries = entries.sorted { $0.request.id < $1.request.id }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { entries.count }
    subscript(position: Int) -> Entry { entries[position] }
}

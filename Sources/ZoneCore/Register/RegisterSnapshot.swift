import RFC1035

/// A register's state under its lock: the index files, the verified lines after them, and what the running
/// command adds.
public class RegisterSnapshot: RegisterView {
    public internal(set) var head: RegisterHead
    /// What was found on opening and is no damage.
    public private(set) var notices: [RegisterNotice] = []

    let directory: Directory
    let file: File
    let acknowledged: RegisterHead?
    var hasTornTail = false
    /// Oldest first.
    private(set) var segments: [FileSegment]
    /// Of the lines after the segments.
    private var builder = IndexBuilder()
    private var settled: MemorySegment?
    private(set) var tailLines = 0
    private(set) var lastLine = 0
    var pending = PendingEvents()
    /// The counters with the first `events` of the pending events added.
    private var counted: (head: RegisterHead, pending: PendingEvents.Identity, events: Int, counters: IndexCounters)?

    init(_ directory: Directory, file: File, acknowledged: RegisterHead?, usesIndex: Bool = true) throws {
        self.directory = directory
        self.file = file
        self.acknowledged = acknowledged
        head = .empty
        segments =
            usesIndex ? IndexStore.load(directory, register: file, acknowledged: acknowledged) : []
        try replay()
    }

    /// Reads and verifies the lines after the segments.
    private func replay() throws {
        let start = segments.last?.end ?? .empty
        builder = IndexBuilder(counters: segments.last?.counters ?? IndexCounters())
        settled = nil
        tailLines = 0
        lastLine = segments.last?.lastLine ?? 0
        hasTornTail = false
        notices = []
        // Lines of a command that is not known to be whole yet.
        var group: [(line: [UInt8], offset: Int)] = []
        let reader = ChainReader(file: file, acknowledged: acknowledged)
        let end = try reader.walk(from: start) { line, facts, offset in
            if facts.hasMore || !group.isEmpty {
                group.append((Array(line), offset))
            } else {
                note(line, facts, at: offset)
            }
        } committed: {
            for (line, offset) in group { note(line, at: offset) }
            group.removeAll(keepingCapacity: true)
        }
        head = end.head
        if let acknowledged {
            if head.count > acknowledged.count { notices.append(.headBehind(lines: head.count - acknowledged.count)) }
        } else if end.head != end.firstCommand {
            throw RegisterDamage(.headMissing, line: head.count, path: file.path)
        }
        if let torn = end.torn {
            hasTornTail = true
            notices.append(torn)
        }
    }

    private func note(_ line: UnsafeBufferPointer<UInt8>, _ facts: LineFacts, at offset: Int) {
        builder.add(line, facts, at: offset)
        settled = nil
        tailLines += 1
        lastLine = offset
    }

    /// Takes a line that is now part of the register.
    func note(_ line: [UInt8], at offset: Int) {
        line.withUnsafeBufferPointer { octets in
            var scanner = JSONScanner(octets)
            if let facts = LineFacts(&scanner) { note(octets, facts, at: offset) }
        }
    }

    var tail: MemorySegment {
        if let settled { return settled }
        IndexEntry.settle(&builder.entries)
        let segment = MemorySegment(settled: builder.entries)
        settled = segment
        return segment
    }

    /// Runs a look-up; when the index turns out not to be true, once more on a full, verified reading.
    func attempt<R>(_ body: () throws -> R) throws -> R {
        do {
            return try body()
        } catch is IndexDoubt {
            // Everything was read and verified already, so it is the register that changes under the lock.
            guard !segments.isEmpty else { throw RegisterDamage(.changed, line: head.count, path: file.path) }
            segments = []
            try replay()
            return try body()
        }
    }

    // MARK: Look-ups

    /// The newest entry with this key.
    func newest(_ key: UInt64) throws -> IndexEntry? {
        var found: IndexEntry?
        try tail.forEach(key: key) { found = $0; return false }
        for segment in segments.reversed() where found == nil {
            try segment.forEach(key: key) { found = $0; return false }
        }
        return found
    }

    /// The line an entry points to, checked to be the one the entry was made from.
    func line(_ entry: IndexEntry) throws -> [UInt8] {
        guard let line = try ChainReader.line(of: file, at: entry.offset),
            line.withUnsafeBytes({ UInt32(truncatingIfNeeded: FastHash.hash($0)) }) == entry.check
        else { throw IndexDoubt() }
        return line
    }

    /// The newest event about `text`, checked to be about it, and where its line starts.
    private func located(_ kind: IndexKey.Kind, _ text: String) throws -> (event: Event, offset: Int)? {
        try attempt {
            guard let entry = try newest(IndexKey.key(kind, text.utf8)) else { return nil }
            let event = try decode(line(entry), at: entry.offset)
            return event.concerns(kind, text) ? (event, entry.offset) : try search(kind, text)
        }
    }

    private func event(_ kind: IndexKey.Kind, _ text: String) throws -> Event? { try located(kind, text)?.event }

    func decode(_ octets: [UInt8], at offset: Int) throws -> Event {
        guard let event = Event(line: octets) else { throw unknown(at: offset) }
        return event
    }

    /// For a line that is as it was written but says what this version cannot read.
    func unknown(at offset: Int) -> Failure {
        .io(
            Text(
                en: "\(file.path): an event at octet \(offset) was written by a newer version; use that version",
                id: "\(file.path): peristiwa pada oktet \(offset) ditulis versi yang lebih baru; pakai versi itu"))
    }

    /// The slow way, for two things with the same key.
    private func search(_ kind: IndexKey.Kind, _ text: String) throws -> (event: Event, offset: Int)? {
        var found: (Event, Int)?
        _ = try ChainReader(file: file, acknowledged: acknowledged).walk(from: .empty) { line, facts, offset in
            guard facts.sequence <= head.count else { return }
            if let event = Event(line: Array(line)), event.concerns(kind, text) { found = (event, offset) }
        }
        return found
    }

    /// The newest event of a request on disk, and where its line starts.
    func located(committed id: RequestID) throws -> (event: Event, offset: Int)? {
        try located(.request, id.description)
    }

    /// The newest event of a request, and where its line starts or will start.
    func located(_ id: RequestID) throws -> (event: Event, offset: Int)? {
        if let event = pending.event(of: id), let offset = pending.offset(of: id) { return (event, head.bytes + offset) }
        return try located(committed: id)
    }

    public func event(of name: Name) throws -> Event? {
        if let event = pending.event(of: name) { return event }
        return try event(.name, name.description)
    }

    public func event(of id: RequestID) throws -> Event? {
        if let event = pending.event(of: id) { return event }
        return try event(.request, id.description)
    }

    public func managedName(_ name: Name) throws -> ManagedName? { try event(of: name)?.name }

    public func request(_ id: RequestID) throws -> RequestSummary? { try event(of: id)?.request }

    public func holder(ofOwner name: Name) throws -> ManagedName? {
        if let managed = try managedName(name), managed.status != .retired { return managed }
        let owner = name.description
        let claim = try pending.event(ofOwner: owner) ?? event(.owner, owner)
        guard let claimed = claim?.name?.name, let holder = try managedName(claimed), holder.status != .retired,
            holder.owners.contains(owner)
        else { return nil }
        return holder
    }

    public func exists(_ name: Name) throws -> Bool {
        let text = name.description
        if pending.event(of: name) != nil || pending.event(ofOwner: text) != nil { return true }
        return try attempt {
            try newest(IndexKey.key(.name, text.utf8)) != nil || newest(IndexKey.key(.owner, text.utf8)) != nil
        }
    }

    public func heldNamesBelow(_ name: Name, limit: Int) throws -> [Name] {
        var result: [Name] = []
        for managed in pending.names(below: name) where managed.status.isHeld {
            guard result.count < limit else { return result }
            result.append(managed.name)
        }
        let already = result
        return try attempt {
            result = already
            let wanted = { (found: Name) in found.isBelow(name) && !self.pending.knows(found) }
            let entries = try entriesBelow(name)
            for entry in entries where entry.status.isHeld && result.count < limit {
                guard let found = try decode(line(entry), at: entry.offset).name?.name, wanted(found) else { continue }
                result.append(found)
            }
            return result
        }
    }

    /// The newest entry of each name below `name`.
    private func entriesBelow(_ name: Name) throws -> [IndexEntry] {
        if let zone = try zone(), zone.isAtOrBelow(name) { return try nameEntries() }
        let key = IndexKey.key(.below, name.description.utf8)
        var entries = try tail.entries(from: key, through: key)
        for segment in segments.reversed() {
            entries = IndexEntry.merge(older: try segment.entries(from: key, through: key), newer: entries)
        }
        return entries
    }

    /// The zone the register is of, as its first line says.
    public func zone() throws -> Name? {
        guard head.count > 0, let line = try ChainReader.line(of: file, at: 0) else { return pending.zone }
        return Event(line: line).flatMap { try? Name($0.zone) }
    }

    /// The newest entry of each managed name.
    func nameEntries() throws -> [IndexEntry] {
        let upper = IndexKey.Kind.owner.rawValue << 62 - 1
        var entries: [IndexEntry] = []
        for segment in segments {
            entries = IndexEntry.merge(older: entries, newer: try segment.entries(from: 0, through: upper))
        }
        return IndexEntry.merge(older: entries, newer: try tail.entries(from: 0, through: upper))
    }

    // MARK: Sums

    public func nextRequestID(year: Int) throws -> RequestID {
        let last = max(builder.counters.years[year] ?? 0, pending.lastNumber(of: year))
        guard let id = RequestID(year: year, number: last + 1) else {
            throw Failure.io(
                Text(
                    en: "\(file.path): no request number is left in the year \(year)",
                    id: "\(file.path): nomor permohonan tahun \(year) sudah habis"))
        }
        return id
    }

    /// The next number of a letter sent in that year. Counted per zone and year, without gaps, never given twice.
    public func nextOutgoing(year: Int) throws -> RequestID {
        let key = IndexCounters.lettersOf(year)
        let last = max(builder.counters.years[key] ?? 0, pending.lastNumber(of: key))
        guard let id = RequestID(year: year, number: last + 1) else {
            throw Failure.io(
                Text(
                    en: "\(file.path): no number for letters is left in the year \(year)",
                    id: "\(file.path): nomor surat tahun \(year) sudah habis"))
        }
        return id
    }

    /// The next number of an account sheet of that year. Counted per zone and year, without gaps, never given twice.
    public func nextSheet(year: Int) throws -> SheetNumber {
        let key = IndexCounters.sheetsOf(year)
        let last = max(builder.counters.years[key] ?? 0, pending.lastNumber(of: key))
        guard let number = SheetNumber(year: year, number: last + 1) else {
            throw Failure.io(
                Text(
                    en: "\(file.path): no number for account sheets is left in the year \(year)",
                    id: "\(file.path): nomor lembar akun tahun \(year) sudah habis"))
        }
        return number
    }

    public var gigabytesAdded: Int {
        max(builder.counters.years[IndexCounters.added] ?? 0, pending.lastNumber(of: IndexCounters.added))
    }

    /// The counters with the names of the tail put in place of their older states.
    func counters() throws -> IndexCounters {
        try attempt {
            var counters = builder.counters
            func older(_ entry: IndexEntry) throws -> IndexEntry? {
                var old: IndexEntry?
                for segment in segments.reversed() where old == nil {
                    try segment.forEach(key: entry.key) { old = $0; return false }
                }
                return old
            }
            let upper = IndexKey.Kind.owner.rawValue << 62 - 1
            for entry in try tail.entries(from: 0, through: upper) {
                counters.replace(
                    try older(entry).map { ($0.status, Int($0.sub)) },
                    by: (status: entry.status, gigabytes: Int(entry.sub)))
            }
            for entry in try tail.entries(from: IndexKey.Kind.request.rawValue << 62, through: .max)
            where entry.isRequest {
                counters.gigabytes += Int(entry.sub) - Int(try older(entry)?.sub ?? 0)
            }
            return counters
        }
    }

    private func countersWithPending() throws -> IndexCounters {
        var start = 0
        var counters: IndexCounters
        // Asked once for each line of a batch: only what was decided since is added.
        if let counted, counted.pending === pending.identity, counted.head == head {
            (start, counters) = (counted.events, counted.counters)
        } else {
            counters = try self.counters()
        }
        for index in start..<pending.events.count {
            // One in one step never holds space itself.
            if let request = pending.events[index].request, request.procedure != nil {
                let old: Int
                if let before = pending.request(before: index) {
                    old = before.space
                } else {
                    old = try attempt { try newest(IndexKey.key(.request, request.id.description.utf8)) }
                        .map { Int($0.sub) } ?? 0
                }
                counters.gigabytes += request.space - old
            }
            guard let name = pending.events[index].name else { continue }
            let old: (IndexStatus, Int)?
            if let state = pending.state(before: index) {
                let status = IndexStatus(state.status)
                old = (status, status.isHeld ? state.gigabytes : 0)
            } else {
                old = try attempt { try newest(IndexKey.key(.name, name.name.description.utf8)) }
                    .map { ($0.status, Int($0.sub)) }
            }
            let status = IndexStatus(name.status)
            counters.replace(old, by: (status: status, gigabytes: status.isHeld ? name.gigabytes : 0))
        }
        counted = (head, pending.identity, pending.events.count, counters)
        return counters
    }

    public func gigabytesTaken() throws -> Int { try countersWithPending().gigabytes }

    public func count(of status: NameStatus) throws -> Int {
        try countersWithPending().statuses[Int(IndexStatus(status).rawValue)]
    }

    public func lastRendered() throws -> RenderedEvent? {
        if let rendered = pending.rendered { return rendered }
        return try lastRenderedEvent().flatMap(RenderedEvent.init)
    }

    /// The number of the event of the last rendering on disk.
    func lastRenderedSequence() throws -> Int? { try lastRenderedEvent()?.sequence }

    /// The event of the last rendering on disk.
    func lastRenderedEvent() throws -> Event? {
        try attempt {
            guard let offset = builder.counters.rendered else { return nil }
            guard let line = try ChainReader.line(of: file, at: offset), let event = Event(line: line),
                event.kind == .rendered
            else { throw IndexDoubt() }
            return event
        }
    }
}

extension Event {
    /// Whether this is an event the index would have under that key.
    fileprivate func concerns(_ kind: IndexKey.Kind, _ text: String) -> Bool {
        switch kind {
        case .name: name?.name.description == text
        case .owner: name?.owners.contains(text) ?? false
        case .below: false
        case .request: request?.id.description == text
        }
    }
}

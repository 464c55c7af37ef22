import RFC1035

/// A command that may write: the state under the exclusive lock, and what it decides.
///
/// Nothing is written before `commit`, which `Register.transact` also calls at the end; a body that throws
/// writes nothing of what it has recorded since the last commit.
public final class RegisterTransaction: RegisterSnapshot {
    /// The zone the register is of.
    public let zoneName: Name
    public let time: Instant
    public let actor: String
    private var knownHead: RegisterHead?

    init(
        _ directory: Directory, file: File, acknowledged: RegisterHead?, zone: Name, time: Instant, actor: String
    ) throws {
        zoneName = zone
        self.time = time
        self.actor = actor
        knownHead = acknowledged
        try super.init(directory, file: file, acknowledged: acknowledged)
        if let written = try self.zone(), written != zone {
            throw Failure.io(
                Text(
                    en: "\(file.path) is the register of \(written.undotted), not of \(zone.undotted)",
                    id: "\(file.path) adalah register \(written.undotted), bukan \(zone.undotted)"))
        }
    }

    /// Decides an event. Later look-ups of this transaction see it; the disk does not, before `commit`.
    ///
    /// One about a request of a procedure is linked to the line about it before this one, and to the one with its
    /// form, so that its history can be followed without reading anything else.
    public func record(_ draft: EventDraft) throws {
        var draft = draft
        if let request = draft.request, request.procedure != nil {
            let last = try located(request.id)
            draft.request?.before = last?.offset
            draft.request?.form =
                draft.kind.isForm ? nil : last.flatMap { $0.event.kind.isForm ? $0.offset : $0.event.request?.form }
        }
        let event = Event(
            draft: draft, sequence: head.count + pending.events.count + 1, time: time.rfc3339, actor: actor,
            zone: zoneName.description)
        pending.add(event, zone: zoneName)
    }

    /// Whether something is decided and not written.
    public var hasPending: Bool { !pending.isEmpty }

    /// Forgets what was recorded since the last commit.
    public func rollBack() { pending = PendingEvents() }

    /// Writes what was recorded, all of it or nothing, and returns when it is safe on disk.
    ///
    /// When it throws, the command has failed for good: what may have reached the file is taken away again,
    /// and where even that fails it was never acknowledged.
    public func commit() throws {
        guard !pending.isEmpty else { return }
        var octets: [UInt8] = []
        var lines: [(start: Int, end: Int)] = []
        var end = head
        for (index, event) in pending.events.enumerated() {
            var event = event
            event.previous = end.hash
            event.hasMore = index + 1 < pending.events.count
            let line = event.line
            guard line.count < ChainReader.maximumLine else {
                throw Failure.io(
                    Text(
                        en: "an event of \(line.count) octets is too long for the register",
                        id: "peristiwa sepanjang \(line.count) oktet terlalu panjang untuk register"))
            }
            end = line.withUnsafeBytes { end.adding(line: $0) }
            lines.append((octets.count, octets.count + line.count))
            octets.append(contentsOf: line)
            octets.append(0x0A)
        }
        try append(octets, end)
        let start = head.bytes
        for range in lines { note(Array(octets[range.start..<range.end]), at: start + range.start) }
        head = end
        knownHead = end
        pending = PendingEvents()
    }

    private func append(_ octets: [UInt8], _ end: RegisterHead) throws {
        if hasTornTail {
            try file.truncate(to: head.bytes)
            try file.synchronize()
            hasTornTail = false
        }
        // What an interrupted command wrote is acknowledged first, so that HEAD is never behind by two. It may
        // not have come to its flush, and HEAD must never reach the disk before the lines it counts.
        if head.count > 0, knownHead != head {
            try file.synchronize()
            try replaceHead(head)
        }
        do {
            try file.write(octets)
            try file.synchronize()
            if head.count == 0 { try directory.synchronize() }
        } catch {
            takeBack()
            throw error
        }
        do {
            try replaceHead(end)
        } catch let error as FileError {
            // After the rename HEAD counts the lines, so they must stay; only whether they outlive a power
            // failure is in doubt then.
            if error.operation != .flush || error.path == directory.shown(Register.headFile) { takeBack() }
            throw error
        }
    }

    private func replaceHead(_ head: RegisterHead) throws {
        try directory.replace(Register.headFile, with: head.line, mode: Directory.Mode.register)
    }

    /// A command that failed must not turn out to have happened after all.
    private func takeBack() {
        try? file.truncate(to: head.bytes)
        try? file.synchronize()
    }

    /// Brings the index up to date when many lines stand after it.
    func extendIndex(when limit: Int) {
        guard tailLines > limit, !hasPending else { return }
        // Derived and replaceable: that it cannot be written is no reason to fail a command that is done.
        try? IndexStore.extend(
            segments, by: tail.list, lines: tailLines, to: head, lastLine: lastLine, counters: counters(),
            in: directory)
    }
}

extension File {
    func write(_ octets: [UInt8]) throws(FileError) {
        try withTypedBytes(octets) { (bytes) throws(FileError) in try write(bytes) }
    }
}

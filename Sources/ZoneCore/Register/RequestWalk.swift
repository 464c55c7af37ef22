import RFC1035

/// The newest event about a request, as far as a walk over all requests reads it.
public struct NewestEvent: Hashable, Sendable {
    public var sequence: Int
    /// RFC 3339, UTC.
    public var time: String
    public var kind: EventKind
    /// Where its line starts or will start.
    public var offset: Int
}

extension NewestEvent {
    fileprivate init?(_ line: RequestLine, at offset: Int) {
        guard let sequence = line.sequence, let time = line.time, let kind = line.kind else { return nil }
        self.init(sequence: sequence, time: time, kind: kind, offset: offset)
    }
}

extension RegisterSnapshot {
    /// Hands every request to `body` in its newest state, in the order of their newest events, those of the running
    /// command last. One that was carried out in one step is among them.
    ///
    /// Of a line only what is said of the request becomes values.
    public func forEachRequest(_ body: (RequestSummary, NewestEvent) throws -> Void) throws {
        // As for names: nothing of the index is read once the first request was handed out.
        let lower = IndexKey.Kind.request.rawValue << 62
        let places = try attempt { () throws -> [IndexEntry] in
            var entries: [IndexEntry] = []
            for segment in segments {
                entries = IndexEntry.merge(older: entries, newer: try segment.entries(from: lower, through: .max))
            }
            return IndexEntry.merge(older: entries, newer: try tail.entries(from: lower, through: .max))
        }
        let entries = places.filter(\.isRequest).sorted { $0.offset < $1.offset }
        let readers = try (0..<Parallel.parts(of: entries.count, smallest: RequestReader.batch)).map {
            _ throws(FileError) in try RequestReader(file)
        }
        var failure: (any Error)?
        Parallel.inOrder(
            (entries.count + RequestReader.batch - 1) / RequestReader.batch, workers: readers.count,
            make: { batch, worker in
                let first = batch * RequestReader.batch
                readers[worker].read(entries[first..<min(entries.count, first + RequestReader.batch)])
            },
            deliver: { _, worker in
                do {
                    for (request, newest) in readers[worker].requests where pending.event(of: request.id) == nil {
                        try body(request, newest)
                    }
                    switch readers[worker].end {
                    case .whole: return true
                    case .changed: throw changed()
                    case .unknown(let offset): throw unknown(at: offset)
                    case .failed(let error): throw error
                    }
                } catch {
                    failure = error
                    return false
                }
            })
        if let failure { throw failure }
        for event in pending.events {
            guard let request = event.request, pending.event(of: request.id)?.sequence == event.sequence,
                let offset = pending.offset(of: request.id)
            else { continue }
            try body(
                request,
                NewestEvent(sequence: event.sequence, time: event.time, kind: event.kind, offset: head.bytes + offset))
        }
    }

    /// The events about a request, the oldest first, those of the running command last.
    ///
    /// Follows the links that each line has to the one before it, each line checked to be about this request; no
    /// events when there is no such request.
    public func history(of id: RequestID) throws -> [Event] {
        let decided = pending.event(of: id) == nil ? [] : pending.events.filter { $0.request?.id == id }
        guard let newest = try located(committed: id) else { return decided }
        var events = [newest.event]
        var place = newest.offset
        while let before = events.last?.request?.before {
            guard before < place, let line = try ChainReader.line(of: file, at: before) else { throw changed() }
            let event = try decode(line, at: before)
            guard event.request?.id == id else { throw changed() }
            events.append(event)
            place = before
        }
        return events.reversed() + decided
    }

    /// Other requests whose form gives the same number of a letter, the newest of them. Blanks and the case of letters
    /// do not count.
    public func request(withLetter number: String) throws -> RequestSummary? {
        if let event = pending.form(withLetter: number) { return event.request }
        return try attempt {
            guard let entry = try newest(IndexKey.letter(number.utf8)) else { return nil }
            if let request = try decode(line(entry), at: entry.offset).request,
                LetterNumber.isSame(request.letter, number)
            {
                return request
            }
            // Another letter with the same key: the slow way.
            var found: RequestSummary?
            try forEachEvent(ofKinds: { EventKind(code: $0).isForm }) { event in
                if let request = event.request, LetterNumber.isSame(request.letter, number) { found = request }
            }
            return found
        }
    }
}

/// Reads the newest lines of some requests.
private final class RequestReader {
    /// Enough for a thread to be worth it.
    static let batch = 256

    enum End {
        case whole
        /// A line is not the one that its entry was made from.
        case changed
        case unknown(offset: Int)
        case failed(any Error)
    }

    private var window: LineWindow
    private(set) var requests: [(request: RequestSummary, newest: NewestEvent)] = []
    /// How the reading ended, after the last of the requests.
    private(set) var end = End.whole

    init(_ file: File) throws(FileError) {
        // The newest line about a request is followed by those about others.
        window = try LineWindow(file: file, capacity: 1 << 14)
    }

    func read(_ entries: ArraySlice<IndexEntry>) {
        requests.removeAll(keepingCapacity: true)
        end = .whole
        for entry in entries {
            do {
                if try !window.withLine(at: entry.offset, { take($0, entry) }) { end = .changed }
            } catch {
                end = .failed(error)
            }
            guard case .whole = end else { return }
        }
    }

    private func take(_ octets: UnsafeBufferPointer<UInt8>, _ entry: IndexEntry) {
        guard UInt32(truncatingIfNeeded: FastHash.hash(UnsafeRawBufferPointer(octets))) == entry.check else {
            end = .changed
            return
        }
        guard let line = RequestLine(octets), let request = line.summary,
            let newest = NewestEvent(line, at: entry.offset)
        else {
            end = .unknown(offset: entry.offset)
            return
        }
        requests.append((request, newest))
    }
}

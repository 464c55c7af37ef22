#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import RFC1035

/// A managed name as octets of its line, for work on all of them. Valid only while it is handed out.
public struct RawManagedName {
    /// Canonical text, absolute.
    public let name: UnsafeBufferPointer<UInt8>
    /// `2026/0001`
    public let request: UnsafeBufferPointer<UInt8>
    /// Where the redirect map sends the name; empty when nowhere.
    public let redirect: UnsafeBufferPointer<UInt8>
    public let status: NameStatus
    fileprivate let octets: UnsafeBufferPointer<UInt8>
    fileprivate let facts: LineFacts
    fileprivate let arena: OctetArena

    /// Hands each master-file line to `body`; valid only during the call.
    @inline(__always)
    public func forEachRecord(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
        var scanner = JSONScanner(octets, at: facts.records)
        guard scanner.take(UInt8(ascii: "[")) else { return }
        while let token = scanner.string() {
            try body(arena.octets(of: token, in: octets))
            guard scanner.take(UInt8(ascii: ",")) else { return }
        }
    }
}

/// Room for the strings of one line that have escapes in them.
final class OctetArena {
    private var storage: UnsafeMutableBufferPointer<UInt8>
    private var used = 0
    private var scratch: [UInt8] = []

    init() {
        storage = .allocate(capacity: 1 << 16)
    }

    deinit {
        storage.deallocate()
    }

    /// Forgets the line before and makes room for the next; no string is longer than its line.
    @inline(__always)
    func begin(_ count: Int) {
        used = 0
        // Records may be gone through twice: name and redirect once, then twice the line at most.
        if storage.count < 4 * count {
            storage.deallocate()
            storage = .allocate(capacity: 4 * count)
        }
    }

    @inline(__always)
    func octets(of token: JSONScanner.Token, in octets: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let inside = UnsafeBufferPointer(rebasing: octets[token.start..<token.end])
        return token.escaped ? unescaped(inside) : inside
    }

    @inline(never)
    private func unescaped(_ inside: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        scratch.removeAll(keepingCapacity: true)
        _ = JSONScanner.unescape(inside[...], into: &scratch)
        // Started over when somebody goes through the records again and again.
        if used + scratch.count > storage.count { used = 0 }
        let room = UnsafeMutableBufferPointer(rebasing: storage[used..<(used + scratch.count)])
        _ = room.update(fromContentsOf: scratch)
        used += scratch.count
        return UnsafeBufferPointer(room)
    }
}

extension RegisterSnapshot {
    /// Hands every managed name of these statuses to `body`, in the order of their newest events, what the
    /// running command decided last. Every line is checked to be the one that was written.
    public func forEachRawName(
        statuses: Set<NameStatus> = [.active], _ body: (RawManagedName) throws -> Void
    ) throws {
        let arena = OctetArena()
        try forEachNameLine(statuses) { octets, facts in
            arena.begin(octets.count)
            guard let status = facts.status.public else { return }
            try body(
                RawManagedName(
                    name: arena.octets(of: facts.name, in: octets),
                    request: arena.octets(of: facts.nameRequest, in: octets),
                    redirect: arena.octets(of: facts.redirect, in: octets), status: status, octets: octets,
                    facts: facts, arena: arena))
        }
    }

    public func forEachActiveRecord(
        _ body: (_ name: UnsafeBufferPointer<UInt8>, _ record: UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        try forEachRawName { name in try name.forEachRecord { try body(name.name, $0) } }
    }

    /// As `forEachRawName`, as values; `body` is not always called on the same thread.
    public func forEachManagedName(
        statuses: Set<NameStatus> = [.active], _ body: (ManagedName) throws -> Void
    ) throws {
        let walk = LineWalk(file: file) { octets, _ in
            JSONTape.read(ManagedName.self, member: "name", of: octets)
        }
        try walk.forEach(try namePlaces(statuses), changed: changed, unreadable: { _ in unknownName }, body)
        for event in newestPending(statuses) {
            if let name = event.name { try body(name) }
        }
    }

    private var unknownName: Failure {
        .io(
            Text(
                en: "\(file.path): a name was written by a newer version; use that version",
                id: "\(file.path): ada nama yang ditulis versi yang lebih baru; pakai versi itu"))
    }

    private func forEachNameLine(
        _ statuses: Set<NameStatus>, _ body: (UnsafeBufferPointer<UInt8>, LineFacts) throws -> Void
    ) throws {
        let places = try namePlaces(statuses)
        var window = try LineWindow(file: file)
        for place in places {
            let found = try window.withLine(at: place.offset) { octets in
                var scanner = JSONScanner(octets)
                guard place.holds(octets), let facts = LineFacts(nameIn: &scanner) else { throw changed() }
                try body(octets, facts)
            }
            guard found else { throw changed() }
        }
        for event in newestPending(statuses) {
            try event.line.withUnsafeBufferPointer { octets in
                var scanner = JSONScanner(octets)
                guard let facts = LineFacts(nameIn: &scanner) else { return }
                try body(octets, facts)
            }
        }
    }

    /// Where the newest lines of names are, in order, but for those that the running command decided anew.
    private func namePlaces(_ statuses: Set<NameStatus>) throws -> [LinePlace] {
        // Doubts must not come up after the first name was handed out, so nothing of the index is read later
        // than here; a line that is not what it was is damage then.
        let wanted = Set(statuses.map(IndexStatus.init))
        var hidden: Set<UInt64> = []
        for name in pending.names { hidden.insert(IndexKey.key(.name, name.name.description.utf8)) }
        var mask: [Bool] = Array(repeating: false, count: 256)
        for status in wanted { mask[Int(status.rawValue)] = true }
        var places: [(place: UInt64, check: UInt32)] = []
        for entry in try attempt({ try nameEntries() }) {
            guard mask[Int(entry.place & 0xFF)] else { continue }
            if !hidden.isEmpty, hidden.contains(entry.key) { continue }
            places.append((entry.place, entry.check))
        }
        places.sort { $0.place < $1.place }
        return places.map { LinePlace(offset: Int($0.place >> 8), check: $0.check) }
    }

    /// What the running command decided last about each name.
    private func newestPending(_ statuses: Set<NameStatus>) -> [Event] {
        pending.events.filter { event in
            guard let name = event.name, statuses.contains(name.status) else { return false }
            return pending.event(of: name.name)?.sequence == event.sequence
        }
    }

    /// Finds out by reading everything which line it is that was changed.
    func changed() -> any Error {
        do {
            _ = try ChainReader(file: file, acknowledged: acknowledged).walk(from: .empty) { _, _, _ in }
        } catch {
            return error
        }
        // The register is whole: it is the index that is wrong. The next reading goes without.
        try? directory.subdirectory(IndexStore.folder, for: .writing).removeSegments()
        let folder = directory.shown(IndexStore.folder)
        return Failure.io(
            Text(
                en: "\(folder) does not fit \(file.path), which is whole; remove that folder if it is still "
                    + "there and try again",
                id: "\(folder) tidak cocok dengan \(file.path), yang utuh; hapus folder itu bila masih ada, lalu "
                    + "coba lagi"))
    }

    /// Hands every event to `body` in order: all, or those about `name`. The second argument is the line as it
    /// stands; the event is `nil` where only a newer version understands it.
    public func forEachEvent(
        about name: Name? = nil, _ body: (Event?, UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        let wanted = name.map { Array($0.description.utf8) }
        let reader = ChainReader(file: file, acknowledged: acknowledged)
        _ = try reader.walk(from: .empty) { line, facts, _ in
            guard facts.sequence <= head.count else { return }
            if let wanted {
                let scanner = JSONScanner(line)
                guard facts.hasName, scanner.unescaped(facts.name) == wanted else { return }
            }
            try body(Event(line: Array(line)), line)
        }
    }
}

extension IndexStatus {
    var `public`: NameStatus? {
        switch self {
        case .requested: .requested
        case .active: .active
        case .suspended: .suspended
        case .retired: .retired
        case .unknown: nil
        }
    }
}

extension Directory {
    func removeSegments() {
        for name in (try? names()) ?? [] where FileSegment.range(of: name) != nil { try? remove(name) }
    }
}

/// A window on a file that moves forward.
struct LineWindow {
    let file: File
    private let buffer: OctetBuffer
    private var start = 0
    private var filled = 0

    /// - Parameter capacity: how much is read at once: more for lines in order, less for lines here and there.
    init(file: File, capacity: Int = 1 << 16) throws(FileError) {
        self.file = file
        buffer = OctetBuffer(capacity: min(capacity, max(4096, try file.size())))
    }

    /// Hands the line that starts at `offset` to `body`; false when there is no line.
    @inline(__always)
    mutating func withLine(at offset: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Bool {
        while true {
            let from = offset - start
            if from >= 0, from < filled, let base = UnsafePointer(buffer.octets.baseAddress),
                let end = memchr(base + from, 0x0A, filled - from)
            {
                let count = UnsafeRawPointer(end) - UnsafeRawPointer(base + from)
                try body(UnsafeBufferPointer(start: base + from, count: count))
                return true
            }
            // Filled from here and still no end: more room, up to the longest line there is.
            if from == 0, filled > 0 {
                guard filled == buffer.octets.count, filled <= ChainReader.maximumLine else { return false }
                buffer.keep(0..<filled)
            }
            start = offset
            filled = try file.read(at: offset, into: buffer.raw)
            guard filled > 0 else { return false }
        }
    }
}

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads a register's lines in order and follows the chain.
struct ChainReader {
    let file: File
    /// What `HEAD` says was acknowledged; `nil` when there is no `HEAD`.
    let acknowledged: RegisterHead?

    /// The longest line; anything longer was not written by this program.
    static let maximumLine = 16 << 20
    private static let window = 1 << 20

    /// How a walk ended.
    struct End {
        /// After the last whole command.
        var head: RegisterHead
        /// After the first command read; tells an `init` that was interrupted from a lost `HEAD`.
        var firstCommand: RegisterHead
        var torn: RegisterNotice?
    }

    /// A line and where it stands. The octets live as long as the call.
    typealias Body = (_ line: UnsafeBufferPointer<UInt8>, _ facts: LineFacts, _ offset: Int) throws -> Void

    /// Goes from `start` to the end of the file. `body` gets every line whose place in the chain is right,
    /// also those of a last command that turns out to be incomplete: `committed` is called after each whole
    /// command.
    ///
    /// Throws `RegisterDamage` where acknowledged lines are not what they were; what is wrong after them was
    /// never acknowledged, and is the torn tail.
    func walk(from start: RegisterHead, _ body: Body, committed: () throws -> Void = {}) throws -> End {
        var place = start
        var end = End(head: start, firstCommand: start)
        let size = try file.size()
        let buffer = OctetBuffer(capacity: min(ChainReader.window, max(size - start.bytes + 1, 1)))
        var filled = 0
        var base = start.bytes
        var used = 0
        scan: while true {
            let octets = UnsafeBufferPointer(buffer.octets)
            let step = try { () throws -> Step in
                while let newline = ChainReader.newline(in: octets, from: used, to: filled) {
                    let line = UnsafeBufferPointer(rebasing: octets[used..<newline])
                    switch try take(line, at: base + used, place: &place, body) {
                    case .bad(let kind):
                        if isAcknowledged(base + used) {
                            throw try locate(kind, place, UnsafeRawBufferPointer(line), at: base + used)
                        }
                        return .torn
                    case .more: break
                    case .complete:
                        end.head = place
                        if end.firstCommand == start { end.firstCommand = place }
                        try committed()
                    }
                    if let acknowledged, place.bytes >= acknowledged.bytes, base + used < acknowledged.bytes,
                        place != acknowledged
                    {
                        throw ChainReader.mismatch(place, acknowledged, file.path)
                    }
                    used = newline + 1
                }
                return .refill
            }()
            switch step {
            case .torn: break scan
            case .refill:
                guard filled - used < ChainReader.maximumLine else {
                    if isAcknowledged(base + used) { throw damage(.unreadable, place.count + 1) }
                    break scan
                }
                buffer.keep(used..<filled)
                filled -= used
                base += used
                used = 0
                let got = try file.read(
                    at: base + filled, into: UnsafeMutableRawBufferPointer(rebasing: buffer.raw[filled...]))
                if got == 0 { break scan }
                filled += got
            }
        }
        if let acknowledged, end.head.bytes < acknowledged.bytes {
            let missing = acknowledged.count - place.count
            guard missing > 0 else { throw damage(.changed, acknowledged.count) }
            throw damage(.missing(count: missing), place.count + 1)
        }
        if size > end.head.bytes {
            end.torn = .tornTail(line: end.head.count + 1, bytes: size - end.head.bytes)
        }
        return end
    }

    private enum Step { case refill, torn }
    private enum Outcome { case bad(RegisterDamage.Kind), more, complete }

    /// The first newline of `from..<to`.
    static func newline(in octets: UnsafeBufferPointer<UInt8>, from: Int, to: Int) -> Int? {
        guard from < to, let base = octets.baseAddress,
            let found = memchr(base + from, 0x0A, to - from)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private func take(
        _ line: UnsafeBufferPointer<UInt8>, at offset: Int, place: inout RegisterHead, _ body: Body
    ) throws -> Outcome {
        var scanner = JSONScanner(line)
        guard let facts = LineFacts(&scanner) else { return .bad(.unreadable) }
        guard facts.sequence == place.count + 1 else { return .bad(.misnumbered(found: facts.sequence)) }
        guard SHA256.Digest(hex: line[facts.previous.start..<facts.previous.end]) == place.hash else {
            return .bad(.changed)
        }
        try body(line, facts, offset)
        place = place.adding(line: UnsafeRawBufferPointer(line))
        return facts.hasMore ? .more : .complete
    }

    private func isAcknowledged(_ offset: Int) -> Bool {
        guard let acknowledged else { return true }
        return offset < acknowledged.bytes
    }

    /// When a line does not have the hash of the one before it, one of the two was changed: the line itself
    /// when the next one does not know it either.
    private func locate(
        _ kind: RegisterDamage.Kind, _ place: RegisterHead, _ line: UnsafeRawBufferPointer, at offset: Int
    ) throws -> RegisterDamage {
        guard kind == .changed, place.count > 0 else { return damage(kind, place.count + 1) }
        let hash = SHA256.digest(of: line)
        let known: SHA256.Digest?
        if let next = try ChainReader.line(of: file, at: offset + line.count + 1) {
            known = next.withUnsafeBufferPointer { octets in
                var scanner = JSONScanner(octets)
                guard let facts = LineFacts(&scanner) else { return nil }
                return SHA256.Digest(hex: octets[facts.previous.start..<facts.previous.end])
            }
        } else {
            known = acknowledged?.hash
        }
        return damage(.changed, known == hash ? place.count : place.count + 1)
    }

    /// The line that starts at `offset`, without its newline; `nil` when none ends there.
    static func line(of file: File, at offset: Int) throws(FileError) -> [UInt8]? {
        var count = 4096
        while true {
            let octets = try file.octets(at: offset, count: count)
            let end = octets.withUnsafeBufferPointer { newline(in: $0, from: 0, to: $0.count) }
            if let end { return Array(octets[..<end]) }
            guard octets.count == count, count < maximumLine else { return nil }
            count *= 4
        }
    }

    private static func mismatch(
        _ place: RegisterHead, _ acknowledged: RegisterHead, _ path: String
    ) -> RegisterDamage {
        if place.count < acknowledged.count {
            return RegisterDamage(.missing(count: acknowledged.count - place.count), line: place.count, path: path)
        }
        return RegisterDamage(.changed, line: min(place.count, acknowledged.count), path: path)
    }

    private func damage(_ kind: RegisterDamage.Kind, _ line: Int) -> RegisterDamage {
        RegisterDamage(kind, line: line, path: file.path)
    }
}

/// Room that is read into, without the cost of clearing it first.
final class OctetBuffer {
    private(set) var octets: UnsafeMutableBufferPointer<UInt8>

    init(capacity: Int) {
        octets = .allocate(capacity: capacity)
    }

    deinit {
        octets.deallocate()
    }

    var raw: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(octets) }

    /// Moves what is in `range` to the start, and grows when no room is left behind it.
    func keep(_ range: Range<Int>) {
        var room = octets
        if range.count * 2 > octets.count { room = .allocate(capacity: octets.count * 2) }
        if let from = octets.baseAddress, let to = room.baseAddress, !range.isEmpty {
            memmove(to, from + range.lowerBound, range.count)
        }
        if room.baseAddress != octets.baseAddress {
            octets.deallocate()
            octets = room
        }
    }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Reads one large file in parts on several threads, with the outcome of reading it in order, or not at all.
///
/// What a part means depends on the lines before it: the origin, the default TTL, an open parenthesis. Each part but
/// the first begins with a guess, made from the head of the file and from the lines just before the part, at a line
/// that looks like a record's. The guess is proved afterwards: the part before must have ended at a record's end,
/// without any fault, in the state that was guessed. A file that is not like that (faults to report, `$INCLUDE` beyond
/// the first part, `$ORIGIN` lines far apart, too many `$GENERATE` lines) is read again in order, so that what a user
/// sees never depends on the processors.
struct ParallelReading {
    private let descriptor: Int32
    /// Where parts begin, and the file's end.
    private let bounds: [Int]
    private let options: MasterOptions
    /// After the first lines of the file.
    private let head: MasterState

    /// A part smaller than this is not worth the guessing.
    private static let smallestPart = 2 << 20
    /// Octets at the start of a file, where most say their origin and TTL once and for all.
    private static let headLength = 1 << 16
    /// Each processor has one part of each size, the small ones last: one part may be slower than another, and the last
    /// should not be waited for long.
    private static let sizes = [3, 2, 1]

    /// A plan; `nil` where the file should be read in order.
    init?(descriptor: Int32, size: Int, options: MasterOptions) {
        // Larger ones are refused, which reading in order does.
        guard 0...InputWindow.maximumTotal ~= size else { return nil }
        let weights = Self.weights(size, options)
        let whole = weights.reduce(0, +)
        guard weights.count > 1 else { return nil }
        var bounds = [0]
        for part in 1..<weights.count {
            let offset = size / whole * weights[..<part].reduce(0, +)
            guard let bound = Self.recordStart(descriptor, after: offset, options) else { return nil }
            bounds.append(bound)
        }
        bounds.append(size)
        guard zip(bounds, bounds.dropFirst()).allSatisfy({ $0 < $1 }),
            let head = Self.state(after: 0, upTo: Self.headLength, descriptor, MasterState(options), options)
        else { return nil }
        self.descriptor = descriptor
        self.bounds = bounds
        self.options = options
        self.head = head
    }

    /// How much of the file each part gets, in proportion.
    private static func weights(_ size: Int, _ options: MasterOptions) -> [Int] {
        if let parts = options.parts { return Array(repeating: 1, count: parts) }
        let processors = Parallel.processors
        guard processors > 1 else { return [1] }
        let weights = sizes.flatMap { Array(repeating: $0, count: processors) }
        let smallest = size / weights.reduce(0, +)
        return smallest < smallestPart
            ? Array(repeating: 1, count: min(weights.count, size / smallestPart)) : weights
    }

    /// The first line behind `offset` that begins like a record with an owner. It is mostly among the next few.
    private static func recordStart(_ descriptor: Int32, after offset: Int, _ options: MasterOptions) -> Int? {
        recordStart(descriptor, after: offset, within: min(options.sampleLength, 1 << 12))
            ?? recordStart(descriptor, after: offset, within: options.sampleLength)
    }

    private static func recordStart(_ descriptor: Int32, after offset: Int, within length: Int) -> Int? {
        withOctets(of: descriptor, from: offset, length) { octets in
            for at in octets.indices.dropFirst() where octets[at - 1] == UInt8(ascii: "\n") {
                if ASCII.isAlphanumeric(octets[at]) || octets[at] == UInt8(ascii: "_") { return offset + at }
            }
            return nil
        }
    }

    /// Origin and TTLs after the lines that begin at `offset`, of which only whole ones count.
    private static func state(
        after offset: Int, upTo end: Int = .max, _ descriptor: Int32, _ state: MasterState, _ options: MasterOptions
    ) -> MasterState? {
        withOctets(of: descriptor, from: offset, min(options.sampleLength, max(1, end - offset))) { octets in
            guard let last = octets.lastIndex(of: UInt8(ascii: "\n")) else { return nil }
            let session = MasterSession(options: options.forSample, store: RecordStore())
            let file = MasterSession.File(name: "", number: session.store.beginFile(""), identity: nil)
            var parser = MasterParser(
                session: session, source: .memory(UnsafeRawBufferPointer(rebasing: octets[...last])), file: file,
                origin: state.origin)
            parser.state = state
            parser.run()
            parser.ttl.hasLast = false
            return parser.state
        }
    }

    /// Origin and TTLs after the lines just before `bound`, where they say any.
    private static func state(
        before bound: Int, _ descriptor: Int32, _ head: MasterState, _ options: MasterOptions
    ) -> MasterState? {
        let first = max(0, bound - options.sampleLength)
        let start = withOctets(of: descriptor, from: first, options.sampleLength) { octets in
            octets.firstIndex(of: UInt8(ascii: "\n")).map { first + $0 + 1 }
        }
        return start.flatMap { state(after: $0, upTo: bound, descriptor, head, options) }
    }

    private static func withOctets<R>(
        of descriptor: Int32, from offset: Int, _ length: Int, _ body: (UnsafeRawBufferPointer) -> R?
    ) -> R? {
        withUnsafeTemporaryAllocation(byteCount: length, alignment: 1) { buffer in
            let got = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            return got > 0 ? body(UnsafeRawBufferPointer(rebasing: buffer[..<got])) : nil
        }
    }

    /// One part's reading.
    private final class Part {
        let session: MasterSession
        let file: MasterSession.File
        let source: InputWindow.Source
        /// Guessed, for all but the first.
        private(set) var start: MasterState?
        private(set) var end: MasterState?
        private(set) var lines = 0
        /// How its last owner was written.
        private(set) var lastOwner: [UInt8] = []

        init(session: MasterSession, file: MasterSession.File, source: InputWindow.Source) {
            self.session = session
            self.file = file
            self.source = source
        }

        func run(from start: MasterState) {
            self.start = start
            var parser = MasterParser(session: session, source: source, file: file, origin: start.origin)
            parser.state = start
            parser.run()
            lines = parser.line - 1
            lastOwner = Array(parser.ownerOctets)
            end = parser.window.isComplete ? parser.state : nil
        }
    }

    /// Whether the owner that a line begins with is the one before it in other letter case.
    private func hasOtherCase(_ bound: Int, _ before: [UInt8]) -> Bool {
        Self.withOctets(of: descriptor, from: bound, MasterParser.keptOwnerCapacity) { octets in
            let owner = Array(octets.prefix { !Octets.isBlank($0) && !Octets.isControl($0) })
            return before.withUnsafeBufferPointer { before in
                owner.withUnsafeBufferPointer { OwnerCase.differs(before, $0) }
            }
        } ?? false
    }

    /// Reads all parts into the session's store; false where that cannot be proved to be what reading in order gives.
    func read(_ session: MasterSession, _ file: MasterSession.File) -> Bool {
        let store = session.store
        let count = bounds.count - 1
        let lent = store.lend(texts: zip(bounds, bounds.dropFirst()).map { $1 - $0 })
        guard lent.count == count - 1 else { return false }
        let sessions = [session] + lent.map { MasterSession(options: session.options.forPart, store: $0) }
        let parts = sessions.indices.map { index in
            Part(
                session: sessions[index], file: file,
                source: .range(descriptor, from: bounds[index], to: index == count - 1 ? .max : bounds[index + 1]))
        }
        let hasFailed = Flag()
        Parallel.deal(count) { index, _ in
            // Where one part is in vain, so are all.
            guard !hasFailed.isSet else { return }
            let part = parts[index]
            part.run(
                from: index == 0
                    ? MasterState(options) : Self.state(before: bounds[index], descriptor, head, options) ?? head)
            let isSound = index == 0 ? session.report.isValid : part.session.report.findings.isEmpty
            if !isSound || part.end == nil { hasFailed.set() }
        }
        guard !hasFailed.isSet,
            zip(parts, parts.dropFirst()).allSatisfy({ before, part in
                part.start.map { before.end?.givesSameRecords(as: $0) == true } ?? false
            }),
            // What one file may hold and make, its parts together may.
            parts.reduce(0, { $0 + $1.session.store.count }) <= RecordStore.maximumRowCount,
            parts.reduce(0, { $0 + $1.session.generated }) <= session.options.maximumGenerated,
            parts.reduce(0, { $0 + $1.session.generatedOctets }) <= session.options.maximumGeneratedOctets
        else { return false }
        for (index, part) in parts.enumerated().dropFirst() {
            guard hasOtherCase(bounds[index], parts[index - 1].lastOwner) else { continue }
            part.session.store.turns.insert(OwnerTurn(row: 0, kind: .letterCase), at: 0)
        }
        var lines = 0
        store.append(
            parts.indices.dropFirst().map { index in
                lines += parts[index - 1].lines
                for annotation in parts[index].session.report.annotations { session.add(annotation.moved(by: lines)) }
                return (parts[index].session.store, lines)
            }, file: file.number)
        return true
    }
}

/// What the lines before a record decide about it.
struct MasterState {
    var origin: Name
    var ttl = TTLState()

    init(_ options: MasterOptions) {
        origin = options.origin
        if let value = options.defaultTTL {
            ttl.defaultTTL = value
            ttl.hasDefault = true
        }
    }

    init(origin: Name, ttl: TTLState) {
        self.origin = origin
        self.ttl = ttl
    }

    /// Whether records read after this state and after `other` are the same.
    func givesSameRecords(as other: MasterState) -> Bool {
        guard origin == other.origin, ttl.hasDefault == other.ttl.hasDefault else { return false }
        // Without a default, the last TTL counts; where it is not known, a record without one is a fault.
        return ttl.hasDefault ? ttl.defaultTTL == other.ttl.defaultTTL : true
    }
}

extension MasterParser {
    var state: MasterState {
        get {
            MasterState(origin: Name(wire: UnsafeBufferPointer(start: origin, count: originLength)) ?? .root, ttl: ttl)
        }
        set {
            set(origin: newValue.origin)
            ttl = newValue.ttl
        }
    }
}

extension MasterOptions {
    /// For a part of a file, which counts only if it is without faults.
    fileprivate var forPart: MasterOptions {
        var options = self
        options.maximumErrors = 1
        options.includeRoot = nil
        return options
    }

    /// For lines that are only read for the state after them.
    fileprivate var forSample: MasterOptions {
        var options = forPart
        options.maximumErrors = 1000
        options.maximumGenerated = 0
        return options
    }
}

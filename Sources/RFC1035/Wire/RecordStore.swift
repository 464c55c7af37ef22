/// The records of one zone: octets in one arena, rows of fixed size that point into it.
///
/// Invariants of the unsafe storage: `rows[0..<count]` are initialised; every row's owner is a whole name in wire
/// form within the arena, its RDATA lies within the arena, and at least ``spare`` octets behind either are readable;
/// `makeRoom` leaves at least ``spare`` writable octets behind `octetCount`, more than any one record takes (255 octets
/// of owner and 65,535 of RDATA, and what vector stores overshoot).
public final class RecordStore: @unchecked Sendable {
    /// One record.
    @frozen public struct Row: BitwiseCopyable {
        /// Offset of the owner's wire form, lower case.
        public var owner: UInt32
        /// Offset of the RDATA's wire form, names uncompressed.
        public var rdata: UInt32
        /// Seconds, 0…2³¹−1 (RFC 2181 §8).
        public var ttl: UInt32
        /// Line where the record begins, from 1; its segment says in which file and from where on lines count.
        public var line: UInt32
        public var type: UInt16
        public var rdataLength: UInt16
    }

    /// From this row on, records come from that file.
    public struct Segment: Sendable {
        public var firstRow: Int
        public var file: Int
        /// Lines of the file before line 1 of this segment.
        public var linesBefore = 0
    }

    static let spare = 66_560

    public private(set) var arena: UnsafeMutablePointer<UInt8>
    public private(set) var rows: UnsafeMutablePointer<Row>
    public internal(set) var octetCount = 0
    public internal(set) var count = 0
    private var octets: LargeBlock<UInt8>
    private var rowBlock: LargeBlock<Row>
    /// End of the octets that are this store's to fill.
    private var octetEnd: Int
    /// Up to where there are pages; beyond, ``makeRoom()`` asks for huge ones while they are expected to be filled.
    private var taken: (octets: Int, rows: Int)
    private var expected: (octets: Int, rows: Int)
    /// Octets below `octetCount` that no record uses.
    private var unusedOctets = 0
    /// Whose arena this store fills a part of.
    private let lender: RecordStore?
    /// Whether the lender has the rows.
    private var isTakenOver = false

    /// Names of the files read, in order; a segment points here.
    public internal(set) var files: [String] = []
    public internal(set) var segments: [Segment] = []
    /// Where the owner is named anew in a way that its octets do not show, in order.
    public internal(set) var turns: [OwnerTurn] = []
    public var recordClass = RecordClass.internet

    /// - Parameter expectedOctets: size of the master file to come; memory is only reserved, not touched.
    public init(expectedOctets: Int = 0) {
        // A file's size is only a hint, and a sparse file's is a lie.
        let expected = max(0, min(expectedOctets, 1 << 28))
        octets = Self.octets(expected + 2 * Self.spare)
        rowBlock = Self.rows(expected / 24 + 64)
        arena = octets.base
        rows = rowBlock.base
        octetEnd = octets.capacity
        lender = nil
        taken = (0, 0)
        self.expected = Self.expectation(text: expected)
    }

    /// About how much a text of so many octets fills.
    private static func expectation(text: Int) -> (octets: Int, rows: Int) { (text, text / 36) }

    /// A store that fills the stretch `octets` of another's arena; the two together are made one by `append`.
    private init(octets stretch: Range<Int>, text: Int, of parts: Int, lender: RecordStore) {
        octets = lender.octets
        arena = lender.arena
        octetCount = stretch.lowerBound
        octetEnd = stretch.upperBound
        // It cannot grow; where there is no room for all, the file is read in order.
        rowBlock = LargeBlock(mapping: Self.maximumRowCount / parts) ?? LargeBlock(1024)
        rows = rowBlock.base
        recordClass = lender.recordClass
        self.lender = lender
        taken = (stretch.lowerBound, 0)
        let (octets, rows) = Self.expectation(text: text)
        expected = (stretch.lowerBound + octets, rows)
    }

    deinit {
        if lender == nil { octets.free() }
        if isTakenOver { rowBlock.recycle(used: count) } else { rowBlock.free() }
    }

    /// Octets that records use.
    public var usedOctets: Int { octetCount - unusedOctets }

    /// The file and line of a record.
    public func location(of row: Int) -> (file: String, line: Int) {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].firstRow <= row { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return ("", Int(rows[row].line)) }
        let segment = segments[low - 1]
        return (segment.file < files.count ? files[segment.file] : "", segment.linesBefore + Int(rows[row].line))
    }

    /// Starts a run of records that come from `file`; returns the file's number.
    func beginFile(_ file: String) -> Int {
        files.append(file)
        resumeFile(files.count - 1)
        return files.count - 1
    }

    /// The records that follow come from the file of this number again.
    func resumeFile(_ number: Int) {
        if let last = segments.last, last.firstRow == count { segments.removeLast() }
        segments.append(Segment(firstRow: count, file: number))
    }

    /// Takes records out; the others keep their order and places.
    public func removeRows(where isUnwanted: (Row) -> Bool) {
        var kept = 0
        var segment = 0
        var turn = 0
        for row in 0..<count {
            while turn < turns.count, turns[turn].row <= row {
                turns[turn].row = UInt32(truncatingIfNeeded: kept)
                turn += 1
            }
            while segment < segments.count, segments[segment].firstRow == row {
                segments[segment].firstRow = kept
                segment += 1
            }
            if isUnwanted(rows[row]) { continue }
            rows[kept] = rows[row]
            kept += 1
        }
        while segment < segments.count {
            segments[segment].firstRow = kept
            segment += 1
        }
        for index in turn..<turns.count { turns[index].row = UInt32(truncatingIfNeeded: kept) }
        count = kept
    }

    // MARK: Room

    /// Below these counts there is room for one more record of any size.
    var limits: (octets: Int, rows: Int) {
        (
            min(octetEnd, Self.maximumOctets, taken.octets) - Self.spare,
            min(rowBlock.capacity, Self.maximumRowCount, taken.rows)
        )
    }

    /// Offsets have 32 bits.
    private static let maximumOctets = min(0xFFFF_FFFF - spare, MemoryBudget.octets)

    static let maximumRowCount = min(1 << 28, MemoryBudget.records)

    /// Makes room for one more record of any size; false where the store can hold no more.
    func makeRoom() -> Bool {
        while octetCount >= limits.octets {
            if taken.octets < octetEnd {
                taken.octets = octets.takePage(from: taken.octets, upTo: expected.octets)
                continue
            }
            guard lender == nil, octetEnd == octets.capacity, octetCount < Self.maximumOctets - Self.spare
            else { return false }
            octets = octets.grown(
                to: min(Self.maximumOctets, octets.capacity * 2 + Self.spare), keeping: octetCount,
                orUpTo: Self.maximumOctets)
            (octetEnd, taken.octets, expected.octets) = (octets.capacity, octetCount, .max)
            arena = octets.base
        }
        while count >= limits.rows {
            if taken.rows < rowBlock.capacity {
                taken.rows = rowBlock.takePage(from: taken.rows, upTo: expected.rows)
                continue
            }
            guard lender == nil, count < Self.maximumRowCount else { return false }
            rowBlock = rowBlock.grown(to: rowBlock.capacity * 2, keeping: count, orUpTo: Self.maximumRowCount)
            (taken.rows, expected.rows) = (count, .max)
            rows = rowBlock.base
        }
        return true
    }

    private static func octets(_ count: Int) -> LargeBlock<UInt8> { LargeBlock(count, orUpTo: maximumOctets) }

    private static func rows(_ count: Int) -> LargeBlock<Row> { LargeBlock(count, orUpTo: maximumRowCount) }

    // MARK: Parts

    /// Whether several stores may fill the arena at once.
    var canLend: Bool { octets.capacity == Self.maximumOctets && octetCount == 0 }

    /// Stores for the parts of a text after the first, which stays this one's; each has its own stretch of the arena.
    /// None where the arena is too small.
    ///
    /// - Parameter texts: octets of the parts. What they take in the arena varies; a part that needs more than its
    ///   stretch makes the file be read in order.
    func lend(texts: [Int]) -> [RecordStore] {
        // Whole huge pages.
        let page = HugePage.size
        let share = octets.capacity / max(1, texts.count) / page * page
        guard canLend, share > 2 * Self.spare else { return [] }
        var bounds = [0]
        for text in texts {
            let wanted = (text * 4 + 2 * Self.spare + page - 1) / page * page
            bounds.append(bounds[bounds.count - 1] + min(wanted, share))
        }
        octetEnd = bounds[1]
        return (1..<texts.count).map {
            RecordStore(octets: bounds[$0]..<bounds[$0 + 1], text: texts[$0], of: texts.count, lender: self)
        }
    }

    /// Takes over the records of the lent parts, in order, which come from the file of this number and stand
    /// `linesBefore` lines on. What is left of the arena may be filled again.
    func append(_ parts: [(store: RecordStore, linesBefore: Int)], file: Int) {
        var firstRows: [Int] = []
        var total = count
        for (part, linesBefore) in parts {
            unusedOctets += octetEnd - octetCount
            (octetCount, octetEnd) = (part.octetCount, part.octetEnd)
            segments.append(Segment(firstRow: total, file: file, linesBefore: linesBefore))
            firstRows.append(total)
            for turn in part.turns {
                turns.append(OwnerTurn(row: turn.row + UInt32(truncatingIfNeeded: total), kind: turn.kind))
            }
            total += part.count
            part.isTakenOver = true
        }
        if total > rowBlock.capacity {
            rowBlock = rowBlock.grown(to: total, keeping: count)
            taken.rows = count
            rows = rowBlock.base
        }
        while taken.rows < total { taken.rows = rowBlock.takePage(from: taken.rows, upTo: total) }
        count = total
        octetEnd = octets.capacity
        taken.octets = octetEnd
        Parallel.run(min(Parallel.processors, parts.count)) { [rows] thread in
            for index in Parallel.range(thread, of: min(Parallel.processors, parts.count), items: parts.count) {
                (rows + firstRows[index]).update(from: parts[index].store.rows, count: parts[index].store.count)
            }
        }
    }

    /// Forgets what was read, for another reading.
    func removeAll() {
        (octetCount, count, unusedOctets, octetEnd) = (0, 0, 0, octets.capacity)
        files.removeAll()
        segments.removeAll()
        turns.removeAll()
    }
}

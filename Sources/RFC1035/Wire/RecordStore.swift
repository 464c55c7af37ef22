#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The records of one zone: octets in one arena, rows of fixed size that point into it.
///
/// Invariants of the unsafe storage: `arena[0..<octetCount]` and `rows[0..<count]` are initialised; every row's
/// owner is a whole name in wire form within the arena, its RDATA lies within the arena; `grow` leaves at
/// least ``spare`` writable octets behind `octetCount`, more than any one record takes (255 octets of owner and
/// 65,535 of RDATA, and what vector stores overshoot).
public final class RecordStore: @unchecked Sendable {
    /// One record.
    @frozen public struct Row {
        /// Offset of the owner's wire form, lower case.
        public var owner: UInt32
        /// Offset of the RDATA's wire form, names uncompressed.
        public var rdata: UInt32
        /// Seconds, 0…2³¹−1 (RFC 2181 §8).
        public var ttl: UInt32
        /// Line where the record begins in its file, from 1.
        public var line: UInt32
        public var type: UInt16
        public var rdataLength: UInt16
    }

    /// From this row on, records come from that file.
    public struct Segment: Sendable {
        public var firstRow: Int
        public var file: Int
    }

    static let spare = 66_560

    public private(set) var arena: UnsafeMutablePointer<UInt8>
    public private(set) var rows: UnsafeMutablePointer<Row>
    public internal(set) var octetCount = 0
    public internal(set) var count = 0
    private var octetCapacity: Int
    private var rowCapacity: Int

    /// Names of the files read, in order; a segment points here.
    public internal(set) var files: [String] = []
    public internal(set) var segments: [Segment] = []
    public var recordClass = RecordClass.internet

    /// - Parameter expectedOctets: size of the master file to come; memory is only reserved, not touched.
    public init(expectedOctets: Int = 0) {
        // A file's size is only a hint, and a sparse file's is a lie.
        let expected = max(0, min(expectedOctets, 1 << 28))
        octetCapacity = expected + 2 * Self.spare
        rowCapacity = expected / 24 + 64
        arena = Self.allocate(octetCapacity)
        rows = Self.allocate(rowCapacity)
    }

    deinit {
        free(arena)
        free(rows)
    }

    /// The file and line of a record.
    public func location(of row: Int) -> (file: String, line: Int) {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].firstRow <= row { low = middle + 1 } else { high = middle }
        }
        let file = low > 0 && segments[low - 1].file < files.count ? files[segments[low - 1].file] : ""
        return (file, Int(rows[row].line))
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

    /// Below these counts there is room for one more record of any size.
    var limits: (octets: Int, rows: Int) {
        (min(octetCapacity - Self.spare, Self.maximumOctets), min(rowCapacity, MemoryBudget.records))
    }

    /// Whether `grow` can make room.
    var canGrow: Bool { octetCount < Self.maximumOctets && count < MemoryBudget.records }

    /// Offsets have 32 bits.
    static let maximumOctets = min(0xFFFF_FFFF - 2 * spare, MemoryBudget.octets)

    /// Makes room for one more record of any size.
    func grow() {
        if octetCount >= limits.octets {
            octetCapacity = octetCapacity * 2 + Self.spare
            arena = Self.reallocate(arena, octetCapacity)
        }
        if count >= rowCapacity {
            rowCapacity *= 2
            rows = Self.reallocate(rows, rowCapacity)
        }
    }

    private static func allocate<T>(_ count: Int) -> UnsafeMutablePointer<T> {
        reallocate(nil, count)
    }

    // Large blocks come from and are moved by the kernel's page tables, so that growing copies nothing and what
    // is reserved but not touched costs nothing.
    private static func reallocate<T>(_ old: UnsafeMutablePointer<T>?, _ count: Int) -> UnsafeMutablePointer<T> {
        guard let block = realloc(old, max(count, 1) * MemoryLayout<T>.stride) else { fatalError("out of memory") }
        return block.bindMemory(to: T.self, capacity: count)
    }
}

/// Settled entries of some consecutive lines, in memory or in a file.
protocol IndexSegment {
    /// Hands the entries with this key to `body`, until it says false.
    func forEach(key: UInt64, _ body: (IndexEntry) throws -> Bool) throws
    /// All entries whose keys are at least `lower` and at most `upper`.
    func entries(from lower: UInt64, through upper: UInt64) throws -> [IndexEntry]
}

/// The lines after those that the files cover.
struct MemorySegment: IndexSegment {
    let list: [IndexEntry]

    init(settled list: [IndexEntry]) {
        self.list = list
    }

    private func first(_ key: UInt64) -> Int {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func forEach(key: UInt64, _ body: (IndexEntry) throws -> Bool) throws {
        var i = first(key)
        while i < list.count, list[i].key == key {
            guard try body(list[i]) else { return }
            i += 1
        }
    }

    func entries(from lower: UInt64, through upper: UInt64) throws -> [IndexEntry] {
        Array(list[first(lower)...].prefix { $0.key <= upper })
    }
}

/// The index cannot be believed; everything is read from the register instead.
struct IndexDoubt: Error {}

/// A file of settled entries, derived from the register and thrown away when in doubt.
///
/// Pages of 4096 octets, each with a check at its end: a head, the entries in order, then the first key of
/// each page of entries. Little-endian.
final class FileSegment: IndexSegment {
    /// Where the lines covered begin and end.
    let start: RegisterHead
    let end: RegisterHead
    /// Where the last line covered starts; it must still have the hash in `end`.
    let lastLine: Int
    /// As after the last line covered.
    let counters: IndexCounters
    let name: String
    let entryCount: Int
    private let file: File
    private let fences: [UInt64]
    private var cached: (page: Int, octets: [UInt8])?

    static let pageSize = 4096
    static let entriesPerPage = 170
    private static let fencesPerPage = 511
    private static let magic: UInt64 = 0x3230_5845_444E_495A
    private static let maximumYears = 200

    static func fileName(_ start: RegisterHead, _ end: RegisterHead) -> String { "\(start.count + 1)-\(end.count)" }

    /// The lines a file name stands for.
    static func range(of name: String) -> ClosedRange<Int>? {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let from = Int(parts[0]), let to = Int(parts[1]), 1 <= from, from <= to else {
            return nil
        }
        return from...to
    }

    init(_ name: String, in directory: Directory) throws {
        self.name = name
        file = try directory.file(name)
        let head = try FileSegment.page(0, of: file)
        var reader = PageReader(octets: head)
        guard reader.word() == FileSegment.magic else { throw IndexDoubt() }
        start = try reader.head()
        end = try reader.head()
        lastLine = try reader.count()
        entryCount = try reader.count()
        // The file may have been written by anybody: nothing in it is believed before it is used.
        guard start.count < end.count, start.bytes < end.bytes, lastLine < end.bytes,
            FileSegment.range(of: name) == (start.count + 1)...end.count
        else { throw IndexDoubt() }
        let pages = (entryCount + FileSegment.entriesPerPage - 1) / FileSegment.entriesPerPage
        let fencePages = (pages + FileSegment.fencesPerPage - 1) / FileSegment.fencesPerPage
        guard try file.size() == (1 + pages + fencePages) * FileSegment.pageSize else { throw IndexDoubt() }
        var counters = IndexCounters()
        counters.gigabytes = try reader.count()
        for i in 0..<4 { counters.statuses[i] = try reader.count() }
        let rendered = reader.word()
        if rendered != .max {
            guard let offset = Int(exactly: rendered), offset < end.bytes else { throw IndexDoubt() }
            counters.rendered = offset
        }
        let years = try reader.count()
        guard years <= FileSegment.maximumYears else { throw IndexDoubt() }
        for _ in 0..<years {
            let year = try reader.count()
            counters.years[year] = try reader.count()
        }
        self.counters = counters
        var fences: [UInt64] = []
        fences.reserveCapacity(pages)
        var page = 1 + pages
        while fences.count < pages {
            var reader = PageReader(octets: try FileSegment.page(page, of: file))
            for _ in 0..<min(FileSegment.fencesPerPage, pages - fences.count) { fences.append(reader.word()) }
            page += 1
        }
        self.fences = fences
    }

    private static func page(_ number: Int, of file: File) throws -> [UInt8] {
        // One that cannot be read is no better than a wrong one.
        guard let octets = try? file.octets(at: number * pageSize, count: pageSize), octets.count == pageSize,
            check(octets, number) == stored(octets)
        else { throw IndexDoubt() }
        return octets
    }

    static func check(_ octets: [UInt8], _ number: Int) -> UInt64 {
        octets.withUnsafeBytes { bytes in
            FastHash.hash(UnsafeRawBufferPointer(rebasing: bytes[..<(pageSize - 8)]), seed: UInt64(number))
        }
    }

    private static func stored(_ octets: [UInt8]) -> UInt64 {
        octets.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: pageSize - 8, as: UInt64.self)) }
    }

    private func entries(ofPage page: Int, _ body: (IndexEntry) throws -> Bool) throws -> Bool {
        let octets: [UInt8]
        if let cached, cached.page == page {
            octets = cached.octets
        } else {
            octets = try FileSegment.page(page + 1, of: file)
            cached = (page, octets)
        }
        let count = min(FileSegment.entriesPerPage, entryCount - page * FileSegment.entriesPerPage)
        return try octets.withUnsafeBytes { bytes in
            for i in 0..<count {
                var entry = IndexEntry(key: 0, offset: 0, check: 0)
                entry.key = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i * 24, as: UInt64.self))
                entry.place = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i * 24 + 8, as: UInt64.self))
                entry.check = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: i * 24 + 16, as: UInt32.self))
                entry.sub = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: i * 24 + 20, as: UInt32.self))
                guard try body(entry) else { return false }
            }
            return true
        }
    }

    /// The first page that can hold `key`.
    private func firstPage(_ key: UInt64) -> Int {
        var low = 0
        var high = fences.count
        while low < high {
            let middle = (low + high) / 2
            if fences[middle] < key { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    func forEach(key: UInt64, _ body: (IndexEntry) throws -> Bool) throws {
        var page = firstPage(key)
        while page < fences.count, fences[page] <= key {
            let goOn = try entries(ofPage: page) { entry in
                if entry.key < key { return true }
                return try entry.key == key && body(entry)
            }
            guard goOn else { return }
            page += 1
        }
    }

    func entries(from lower: UInt64, through upper: UInt64) throws -> [IndexEntry] {
        var result: [IndexEntry] = []
        var page = firstPage(lower)
        if lower == 0, upper == .max { result.reserveCapacity(entryCount) }
        while page < fences.count, fences[page] <= upper {
            _ = try entries(ofPage: page) { entry in
                if entry.key >= lower, entry.key <= upper { result.append(entry) }
                return true
            }
            page += 1
        }
        return result
    }

    /// Writes a segment; false when it cannot be, which only costs time later.
    static func write(
        _ entries: [IndexEntry], start: RegisterHead, end: RegisterHead, lastLine: Int, counters: IndexCounters,
        in directory: Directory
    ) throws -> Bool {
        guard counters.years.count <= maximumYears else { return false }
        let pending = try directory.pendingFile(fileName(start, end), mode: Directory.Mode.register)
        var number = 0
        var page = PageWriter(number: 0)
        func next() throws {
            try pending.write(page.finished())
            number += 1
            page = PageWriter(number: number)
        }
        page.add(magic)
        page.add(start)
        page.add(end)
        page.add(UInt64(lastLine))
        page.add(UInt64(entries.count))
        page.add(UInt64(max(0, counters.gigabytes)))
        for count in counters.statuses { page.add(UInt64(max(0, count))) }
        page.add(counters.rendered.map(UInt64.init) ?? .max)
        page.add(UInt64(counters.years.count))
        for (year, last) in counters.years.sorted(by: { $0.key < $1.key }) {
            page.add(UInt64(year))
            page.add(UInt64(last))
        }
        try next()
        var fences: [UInt64] = []
        for (i, entry) in entries.enumerated() {
            if i % entriesPerPage == 0 {
                if i > 0 { try next() }
                fences.append(entry.key)
            }
            page.add(entry.key)
            page.add(entry.place)
            page.add(UInt64(entry.check) | UInt64(entry.sub) << 32)
        }
        if !entries.isEmpty { try next() }
        for (i, fence) in fences.enumerated() {
            if i > 0, i % fencesPerPage == 0 { try next() }
            page.add(fence)
        }
        if !fences.isEmpty { try next() }
        try pending.publish()
        return true
    }
}

/// Reads numbers one after another.
private struct PageReader {
    let octets: [UInt8]
    var at = 0

    mutating func word() -> UInt64 {
        guard at + 8 <= octets.count else { return .max }
        defer { at += 8 }
        return octets.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt64.self)) }
    }

    mutating func count() throws -> Int {
        guard let value = Int(exactly: word()), value < 1 << 54 else { throw IndexDoubt() }
        return value
    }

    mutating func head() throws -> RegisterHead {
        let count = try count()
        let bytes = try self.count()
        return RegisterHead(count: count, bytes: bytes, hash: SHA256.Digest(word(), word(), word(), word()))
    }
}

/// Writes numbers one after another.
private struct PageWriter {
    private var octets = [UInt8](repeating: 0, count: FileSegment.pageSize)
    private var at = 0
    private let number: Int

    init(number: Int) {
        self.number = number
    }

    mutating func add(_ word: UInt64) {
        guard at + 8 <= FileSegment.pageSize - 8 else { return }
        octets.withUnsafeMutableBytes { $0.storeBytes(of: word.littleEndian, toByteOffset: at, as: UInt64.self) }
        at += 8
    }

    mutating func add(_ head: RegisterHead) {
        add(UInt64(head.count))
        add(UInt64(head.bytes))
        add(head.hash.a)
        add(head.hash.b)
        add(head.hash.c)
        add(head.hash.d)
    }

    func finished() -> [UInt8] {
        var result = octets
        result.withUnsafeMutableBytes { bytes in
            let check = FastHash.hash(
                UnsafeRawBufferPointer(rebasing: bytes[..<(FileSegment.pageSize - 8)]), seed: UInt64(number))
            bytes.storeBytes(of: check.littleEndian, toByteOffset: FileSegment.pageSize - 8, as: UInt64.self)
        }
        return result
    }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A window that moves over a file, a pipe or octets in memory.
///
/// Invariants of the unsafe storage: `buffer` has `capacity + 192` octets; `buffer[0..<count]` is what was read;
/// at the end of the input the octets from `count` to the next multiple of 64 are blanks (after a newline, if
/// the last line had none) and the 64 after those are zero; `buffer[sentinel]` is a newline always.
struct InputWindow: ~Copyable {
    enum Source {
        case descriptor(Int32)
        /// A stretch of a regular file, by offsets; what lies behind its end is not read.
        case range(Int32, from: Int, to: Int)
        case memory(UnsafeRawBufferPointer)
    }

    private(set) var buffer: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private(set) var isAtEnd = false
    /// Whether the newline at the input's end was not there.
    private(set) var lacksNewline = false
    /// errno of a read that failed; the input ends there.
    private(set) var readError: Int32 = 0
    private(set) var capacity: Int
    private let source: Source
    private var total = 0
    /// The most that is read of one file or pipe, which need not ever end.
    static let maximumTotal = 1 << 32

    /// The most that one record's text may take.
    static let maximumCapacity = 1 << 20
    private static let padding = 192

    var sentinel: Int { capacity + 128 }

    /// How much of the buffer may be tokenised: whole blocks, with at least one octet known after them.
    var limit: Int { isAtEnd ? (count + 63) & ~63 : max(count - 1, 0) & ~63 }

    var isFull: Bool { capacity >= Self.maximumCapacity }

    /// Whether the source was read without error, a stretch to its end.
    var isComplete: Bool {
        guard isAtEnd, readError == 0 else { return false }
        if case .range(_, let start, let end) = source, end != .max { return total == end - start }
        return true
    }

    init(_ source: Source, capacity: Int = 1 << 16) {
        self.source = source
        self.capacity = capacity
        buffer = .allocate(capacity: capacity + Self.padding)
        buffer.initialize(repeating: 0, count: capacity + Self.padding)
        buffer[capacity + 128] = UInt8(ascii: "\n")
    }

    deinit { buffer.deallocate() }

    /// Moves what stands from `offset` on to the front and reads as much as fits behind it; makes the window
    /// larger when nothing would fit.
    mutating func advance(keepingFrom offset: Int) {
        let kept = max(0, count - offset)
        if offset == 0 && !isAtEnd && capacity - kept < 64 { enlarge() }
        if offset > 0 { memmove(buffer, buffer + offset, kept) }
        count = kept
        while count < capacity && !isAtEnd {
            let got = read(into: buffer + count, atMost: capacity - count)
            if got <= 0 { isAtEnd = true } else { count += got }
            total &+= max(got, 0)
            if total > Self.maximumTotal {
                readError = EFBIG
                isAtEnd = true
            }
        }
        if isAtEnd { pad() }
    }

    private mutating func pad() {
        if count > 0 && buffer[count - 1] != UInt8(ascii: "\n") {
            buffer[count] = UInt8(ascii: "\n")
            count += 1
            lacksNewline = true
        }
        let end = (count + 63) & ~63
        memset(buffer + count, 0x20, end - count)
        memset(buffer + end, 0, 64)
        buffer[sentinel] = UInt8(ascii: "\n")
    }

    /// Takes octets out; what stands behind them moves up.
    mutating func remove(_ range: Range<Int>) {
        memmove(buffer + range.lowerBound, buffer + range.upperBound, count - range.upperBound)
        count -= range.count
    }

    private mutating func enlarge() {
        let larger = capacity * 2
        let next = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.padding)
        next.initialize(repeating: 0, count: larger + Self.padding)
        memcpy(next, buffer, count)
        buffer.deallocate()
        buffer = next
        capacity = larger
        buffer[sentinel] = UInt8(ascii: "\n")
    }

    private mutating func read(into target: UnsafeMutablePointer<UInt8>, atMost limit: Int) -> Int {
        switch source {
        case .memory(let octets):
            let got = min(limit, octets.count - total)
            if got > 0, let base = octets.baseAddress { memcpy(target, base + total, got) }
            return got
        case .range(let descriptor, let start, let end):
            while true {
                let offset = start + total
                let got = pread(descriptor, target, min(limit, end - offset), off_t(offset))
                if got < 0 && errno == EINTR { continue }
                if got < 0 { readError = errno }
                return got
            }
        case .descriptor(let descriptor):
            while true {
                #if canImport(Glibc)
                let got = Glibc.read(descriptor, target, limit)
                #elseif canImport(Musl)
                let got = Musl.read(descriptor, target, limit)
                #else
                let got = Darwin.read(descriptor, target, limit)
                #endif
                if got < 0 && errno == EINTR { continue }
                if got < 0 { readError = errno }
                return got
            }
        }
    }
}

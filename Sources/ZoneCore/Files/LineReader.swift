#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Some lines of a file, asked for in ascending order; of the file, only a stretch is held at a time.
///
/// Invariant: `octets` is what stands in the file from `position` on, and `start` the offset in it of the line
/// `number`.
struct LineReader {
    /// Longest line that is given.
    static let reach = 1 << 12
    private static let stretch = 1 << 18

    private let file: File
    private var octets: [UInt8] = []
    private var position = 0
    private var start = 0
    private var number = 1
    private var isAtEnd = false

    init(_ file: File) { self.file = file }

    /// A line without its newline, counted from 1, or as much of it as is ever given; `nil` behind the end of the
    /// file, and where it cannot be read.
    mutating func line(_ wanted: Int) -> [UInt8]? {
        guard wanted >= number else { return nil }
        while number < wanted {
            if let newline = newline(from: start) {
                start = newline + 1
                number += 1
            } else {
                start = octets.count
                guard fill() else { return nil }
            }
        }
        // All that is shown of the line, though it may lie on both sides of a stretch's end.
        while newline(from: start) == nil && octets.count - start < Self.reach && fill() {}
        guard start < octets.count else { return nil }
        let end = newline(from: start) ?? octets.count
        return Array(octets[start..<min(end, start + Self.reach)])
    }

    private func newline(from first: Int) -> Int? {
        octets.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, first < buffer.count,
                let found = memchr(base + first, 0x0A, buffer.count - first)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Reads the next stretch, keeping what of the last one is not behind; false where there is none.
    private mutating func fill() -> Bool {
        guard !isAtEnd else { return false }
        octets.removeFirst(start)
        (position, start) = (position + start, 0)
        let kept = octets.count
        octets.append(contentsOf: repeatElement(0, count: Self.stretch))
        let got = octets.withUnsafeMutableBytes {
            pread(file.descriptor, $0.baseAddress.map { $0 + kept }, Self.stretch, off_t(position + kept))
        }
        octets.removeLast(Self.stretch - max(0, got))
        isAtEnd = got <= 0
        return !isAtEnd
    }
}

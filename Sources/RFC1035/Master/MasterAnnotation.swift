/// A comment, or a part of one behind a further semicolon, that is addressed to the program: `; zonectl: …`, in any
/// letter case.
///
/// What it says is the business of whoever asked for the file to be read.
public struct MasterAnnotation: Sendable {
    public let file: String
    /// From 1; of the comment.
    public let line: Int
    /// In octets, from 1; of the semicolon.
    public let column: Int
    /// The lines of the record or directive it stands in, or that comes on the next line where the comment stands alone
    /// on its own; `nil` where none comes there.
    public let entry: ClosedRange<Int>?
    /// What stands behind the mark, up to the next semicolon: printable ASCII, anything else is `\DDD`.
    public let text: String

    /// More of one than this is cut off.
    private static let maximumTextLength = 512
    /// Of one reading; further ones are not heard.
    static let maximumCount = 100_000

    /// `zonectl:` as it stands in memory.
    private static let mark: UInt64 = "zonectl:".utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    /// The bit that makes its letters small, for all but the colon.
    private static let letterCase: UInt64 = 0x0020_2020_2020_2020
    /// Blanks between the semicolon and the mark.
    private static let maximumBlanks = 16

    /// Octets from the semicolon at `comment`, one of a comment, to behind the mark; `nil` where there is none.
    ///
    /// SAFETY: 32 octets are readable there.
    static func markLength(_ comment: UnsafePointer<UInt8>) -> Int? {
        var at = 1
        while at <= maximumBlanks && Octets.isBlank(comment[at]) { at += 1 }
        let octets = UnsafeRawPointer(comment + at).loadUnaligned(as: UInt64.self).littleEndian
        return octets | letterCase == mark ? at + 8 : nil
    }

    /// What the comment at `offset` of a window says.
    static func text(_ buffer: UnsafePointer<UInt8>, _ offset: Int, end: Int) -> String {
        let start = offset + (markLength(buffer + offset) ?? 1)
        var stop = start
        while stop < end, stop - start < maximumTextLength, buffer[stop] != UInt8(ascii: ";"),
            buffer[stop] != UInt8(ascii: "\n"), buffer[stop] != UInt8(ascii: "\r")
        {
            stop += 1
        }
        let octets = UnsafeBufferPointer(start: buffer + start, count: max(0, stop - start))
        // Any blank is one.
        return octets.split(whereSeparator: Octets.isBlank).map { word in
            EscapedOctets.text(UnsafeBufferPointer(rebasing: word))
        }.joined(separator: " ")
    }

    /// The same in a part of a file that begins so many lines on.
    func moved(by lines: Int) -> MasterAnnotation {
        MasterAnnotation(
            file: file, line: line + lines, column: column,
            entry: entry.map { $0.lowerBound + lines...$0.upperBound + lines }, text: text)
    }
}

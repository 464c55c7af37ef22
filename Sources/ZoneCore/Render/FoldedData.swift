import RFC1035

/// Data too long for one line of a file that people read: over several lines in parentheses (RFC 1035 §5.1).
enum FoldedData {
    /// Columns of a line that is not folded, and of those that it is folded into where its words allow.
    static let columns = 120
    /// RDATA of fewer octets fits a line whatever it holds.
    static let usualOctets = 16
    /// Longest run of hexadecimal or base64 digits on a line; whole groups of either.
    private static let digits = 64

    /// Appends RDATA text that begins in column `start`, followed on further lines by what fits behind `indent` blanks.
    static func append(
        _ text: borrowing ByteWriter, ofType type: UInt16, start: Int, indent: Int, to writer: inout ByteWriter
    ) {
        text.withBytes { octets in
            let words = start + octets.count > columns ? words(of: octets, canSplit: endsInDigits(type)) : []
            guard words.count > 1 else {
                writer.append(octets)
                return
            }
            writer.append("(")
            var column = columns
            for word in words {
                if column + 1 + word.count > columns {
                    writer.append(UInt8(ascii: "\n"))
                    writer.append(repeating: UInt8(ascii: " "), indent)
                    column = indent
                } else {
                    writer.append(UInt8(ascii: " "))
                    column += 1
                }
                writer.append(UnsafeRawBufferPointer(rebasing: octets[word]))
                column += word.count
            }
            writer.append(" )")
        }
    }

    /// Words outside of quotes; the digits at the end in pieces where the type allows it.
    private static func words(of octets: UnsafeRawBufferPointer, canSplit: Bool) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = 0
        var isQuoted = false
        var at = 0
        while at < octets.count {
            switch octets[at] {
            case UInt8(ascii: "\\"): at += 1
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: " ") where !isQuoted:
                words.append(start..<at)
                start = at + 1
            default: break
            }
            at += 1
        }
        words.append(start..<octets.count)
        // Data may end before its digits, with an address or a name, which have dots or colons.
        let isEnd = { (octet: UInt8) in octet == UInt8(ascii: ".") || octet == UInt8(ascii: ":") }
        guard canSplit, let last = words.last, !octets[last].contains(where: isEnd) else { return words }
        words.removeLast()
        var next = last.lowerBound
        while next < last.upperBound {
            words.append(next..<min(next + digits, last.upperBound))
            next += digits
        }
        return words
    }

    /// Whether data in full ends with digits that may have blanks between them; in generic form it does.
    private static func endsInDigits(_ type: UInt16) -> Bool {
        RecordType(rawValue: type).row.map(\.endsInDigits) ?? true
    }
}

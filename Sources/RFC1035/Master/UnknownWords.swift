// Words of a master file that are none, and what they may have been meant to be.

extension RecordTypeRow {
    /// The mnemonic that a misspelt one may stand for: one letter wrong, missing, too many, or two changed over.
    ///
    /// - Parameter text: as it was written, in any letter case.
    public static func nearest(to text: String) -> String? {
        let wrong = text.utf8.map { $0 & 0xDF }
        guard 2...12 ~= wrong.count, text.utf8.allSatisfy(ASCII.isAlphanumeric) else { return nil }
        let near = all.filter { row in
            !row.traits.contains(.refused) && isOneSlip(wrong, row.mnemonic.utf8.map { $0 & 0xDF })
                // Nearly anything short is one slip from A.
                && (row.mnemonic.utf8.count > 1 || wrong.first == UInt8(ascii: "A") && mayFollowA(text))
        }
        // Nobody means what is not used any more.
        return (near.first { !$0.traits.contains(.obsolete) } ?? near.first)?.mnemonic
    }

    /// Whether a word of two letters is A with its letter or a digit too many.
    private static func mayFollowA(_ text: String) -> Bool {
        text.utf8.last.map { ASCII.isDigit($0) || $0 & 0xDF == UInt8(ascii: "A") } ?? false
    }

    /// Whether one slip of the pen lies between the two.
    private static func isOneSlip(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        var front = 0
        while front < min(a.count, b.count), a[front] == b[front] { front += 1 }
        var back = 0
        while back < min(a.count, b.count) - front, a[a.count - 1 - back] == b[b.count - 1 - back] { back += 1 }
        let (left, right) = (a.count - front - back, b.count - front - back)
        if left <= 1 && right <= 1 { return left + right > 0 }
        return left == 2 && right == 2 && a[front] == b[front + 1] && a[front + 1] == b[front]
    }
}

extension RecordClass {
    /// `ANY` and `NONE`: classes of questions and updates (RFC 1035 §3.2.5, RFC 2136 §2.4), never of records.
    static func isQueryClass(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        ["ANY", "NONE"].contains { $0.utf8.count == text.count && zip($0.utf8, text).allSatisfy { $0 == $1 & 0xDF } }
    }
}

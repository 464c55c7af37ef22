/// Where BIND, which gathers the records of a name before it takes them into a zone, begins anew although the name may
/// stay the same. The TTL of an RRset depends on it: see `FORMAT.md`, "Different TTLs in one RRset".
public struct OwnerTurn: Hashable, Sendable {
    public enum Kind: UInt8, Sendable {
        /// The owner is written in other letter case than before.
        case letterCase
        /// An included file begins or ends.
        case file
        /// The records from here on come from a `$GENERATE` line, each by itself.
        case generate
        case endOfGenerate
    }

    /// The first record behind it.
    public var row: UInt32
    public var kind: Kind
}

/// The letter case of owners, which BIND tells apart while it reads.
enum OwnerCase {
    /// Whether two texts of one owner, relative or absolute, differ in the case of their letters. That of the origin's
    /// own letters is not looked at.
    static func differs(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        let (a, b) = (octets(a), octets(b))
        for (one, other) in zip(a, b) where one != other {
            return ASCII.lowercased(one) == ASCII.lowercased(other)
        }
        let rest = a.count < b.count ? b[a.count...] : a[b.count...]
        return rest.contains { ASCII.lowercased($0) != $0 }
    }

    /// Without quotes and with escapes undone; nothing for the origin.
    private static func octets(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        let isQuoted = text.count > 1 && text.first == quote
        var rest = text[(isQuoted ? 1 : 0)..<(isQuoted ? text.count - 1 : text.count)]
        var octets: [UInt8] = []
        if rest.elementsEqual([UInt8(ascii: "@")]) { return octets }
        while let octet = rest.popFirst() {
            guard octet == UInt8(ascii: "\\"), let next = rest.first else {
                octets.append(octet)
                continue
            }
            let digits = rest.prefix(3).map { Int($0) - 48 }
            if ASCII.isDigit(next), digits.count == 3 {
                octets.append(UInt8(truncatingIfNeeded: digits[0] * 100 + digits[1] * 10 + digits[2]))
                rest.removeFirst(3)
            } else {
                octets.append(next)
                rest.removeFirst()
            }
        }
        return octets
    }
}

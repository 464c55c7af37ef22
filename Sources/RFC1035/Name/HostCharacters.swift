/// What host names consist of (RFC 952, RFC 1123 §2.1).
public enum HostCharacters {
    /// Whether the labels in front of `end` consist of letters, digits and hyphens, which do not begin or end a label.
    ///
    /// SAFETY: `wire` is a whole name, one of whose labels, or the name itself, ends at `end`; sixteen octets behind it
    /// are readable.
    public static func areAll(in wire: UnsafePointer<UInt8>, upTo end: Int) -> Bool {
        var at = 0
        while at < end, wire[at] != 0 {
            let last = at &+ Int(wire[at])
            if wire[at &+ 1] == UInt8(ascii: "-") || wire[last] == UInt8(ascii: "-") { return false }
            at &+= 1
            while at <= last {
                let left = last &+ 1 &- at
                let inLabel: UInt32 = left >= 16 ? 0xFFFF : (1 &<< UInt32(truncatingIfNeeded: left)) &- 1
                let octets = Lanes(wire + at)
                let others = ~octets.areHostCharacters().bits | octets.equal(to: UInt8(ascii: "_")).bits
                if others & inLabel != 0 { return false }
                at &+= min(left, 16)
            }
        }
        return true
    }
}

import RFC1035

/// What the octets of a name's labels show, found out in one pass.
struct NameTraits: OptionSet {
    let rawValue: UInt8

    /// Not those of a host name: other than letters, digits and hyphens, or a hyphen at an end of a label (RFC 952,
    /// RFC 1123 §2.1).
    static let beyondHostName = NameTraits(rawValue: 1)
    /// Beyond ASCII, or what only a slip of the keyboard puts there.
    static let strange = NameTraits(rawValue: 2)
    /// A label begins with an underscore.
    static let underscore = NameTraits(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Of the labels in front of `end`.
    ///
    /// SAFETY: `wire` is a whole name, and one of its labels, or the name, ends at `end`; sixteen octets behind it are
    /// readable.
    init(_ wire: UnsafePointer<UInt8>, upTo end: Int) {
        self = HostCharacters.areAll(in: wire, upTo: end) ? [] : NameTraits(unusual: wire, upTo: end)
    }

    /// The same where they are not those of a host name.
    private init(unusual wire: UnsafePointer<UInt8>, upTo end: Int) {
        self = .beyondHostName
        var at = 0
        while at < end, wire[at] != 0 {
            let label = UnsafeBufferPointer(start: wire + at + 1, count: Int(wire[at]))
            if label.first == UInt8(ascii: "_") { insert(.underscore) }
            for octet in label where octet >= 0x7F || octet == UInt8(ascii: ",") || octet == UInt8(ascii: "@") {
                insert(.strange)
            }
            at &+= label.count &+ 1
        }
    }

    /// The label before the root; `nil` for the root itself.
    ///
    /// SAFETY: `wire` is a whole name.
    static func lastLabel(_ wire: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        var at = 0
        var last: Int?
        while wire[at] != 0 {
            last = at
            at &+= Int(wire[at]) &+ 1
        }
        return last.map { UnsafeBufferPointer(start: wire + $0 + 1, count: Int(wire[$0])) }
    }
}

extension Name: CustomStringConvertible {
    /// Master-file text, absolute, with the final dot (RFC 1035 §5.1).
    public var description: String {
        isRoot ? "." : String(decoding: Name.dotted(labels), as: UTF8.self)
    }

    /// Absolute text without the final dot, as people write names in letters; `.` for the root.
    public var undotted: String { isRoot ? "." : String(decoding: Name.dotted(labels).dropLast(), as: UTF8.self) }

    /// Text relative to `origin`: `@` for the origin itself, the labels in front of it where the name is
    /// below it, else absolute.
    public func text(relativeTo origin: Name) -> String {
        if self == origin { return "@" }
        guard isBelow(origin) else { return description }
        return String(decoding: Name.dotted(labels.dropLast(origin.labelCount)).dropLast(), as: UTF8.self)
    }

    /// One label as master-file text: special characters as `\X`, octets that do not print as `\DDD`.
    public static func text(ofLabel label: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        append(label, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Labels as master-file text, in ASCII, a dot behind each.
    private static func dotted(_ labels: some Sequence<some Sequence<UInt8>>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for label in labels {
            append(label, to: &text)
            text.append(UInt8(ascii: "."))
        }
        return text
    }

    private static func append(_ label: some Sequence<UInt8>, to text: inout [UInt8]) {
        for octet in label {
            switch octet {
            case UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: ";"), UInt8(ascii: "@"), UInt8(ascii: "$"):
                text.append(UInt8(ascii: "\\"))
                text.append(octet)
            case 0x21...0x7E:
                text.append(octet)
            default:
                text.append(UInt8(ascii: "\\"))
                for unit: UInt8 in [100, 10, 1] { text.append(UInt8(ascii: "0") + octet / unit % 10) }
            }
        }
    }
}

extension Name: CustomStringConvertible {
    /// Master-file text, absolute, with the final dot (RFC 1035 §5.1).
    public var description: String {
        isRoot ? "." : labels.map(Name.text(ofLabel:)).joined(separator: ".") + "."
    }

    /// Absolute text without the final dot, as people write names in letters; `.` for the root.
    public var undotted: String { isRoot ? "." : String(description.dropLast()) }

    /// Text relative to `origin`: `@` for the origin itself, the labels in front of it where the name is
    /// below it, else absolute.
    public func text(relativeTo origin: Name) -> String {
        if self == origin { return "@" }
        guard isBelow(origin) else { return description }
        return labels.dropLast(origin.labelCount).map(Name.text(ofLabel:)).joined(separator: ".")
    }

    /// One label as master-file text: special characters as `\X`, octets that do not print as `\DDD`.
    public static func text(ofLabel label: some Sequence<UInt8>) -> String {
        var text = ""
        for octet in label {
            switch octet {
            case UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: ";"), UInt8(ascii: "@"), UInt8(ascii: "$"):
                text += "\\"
                text.unicodeScalars.append(Unicode.Scalar(octet))
            case 0x21...0x7E:
                text.unicodeScalars.append(Unicode.Scalar(octet))
            default:
                let digits = String(octet)
                text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            }
        }
        return text
    }
}

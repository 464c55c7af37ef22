/// A JSON value to print, its keys in the order given, so that output is stable and reads well.
indirect enum JSONText: Sendable {
    case null
    case bool(Bool)
    case number(Int)
    /// A number in digits that were read from JSON.
    case literal(String)
    case string(String)
    case array([JSONText])
    case object([(String, JSONText)])

    static func optional(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }
    static func strings(_ texts: [String]) -> JSONText { .array(texts.map { .string($0) }) }

    /// Indented, for a document.
    func document() -> String {
        var text = ""
        write(to: &text, indent: 0)
        return text + "\n"
    }

    func write(to text: inout String, indent: Int) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let value): text += String(value)
        case .literal(let digits): text += digits
        case .string(let value): JSONText.quote(value, into: &text)
        case .array(let items):
            JSONText.block("[", "]", items, into: &text, indent) { item, text in
                item.write(to: &text, indent: indent + 2)
            }
        case .object(let members):
            JSONText.block("{", "}", members, into: &text, indent) { member, text in
                JSONText.quote(member.0, into: &text)
                text += ": "
                member.1.write(to: &text, indent: indent + 2)
            }
        }
    }

    private static func block<Item>(
        _ open: String, _ close: String, _ items: [Item], into text: inout String, _ indent: Int,
        _ write: (Item, inout String) -> Void
    ) {
        guard !items.isEmpty else {
            text += open + close
            return
        }
        let margin = String(repeating: " ", count: indent + 2)
        text += open
        for (index, item) in items.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            text += margin
            write(item, &text)
        }
        text += "\n" + String(repeating: " ", count: indent) + close
    }

    /// A JSON string (RFC 8259 §7). Characters that could steer a terminal are escaped too.
    static func quote(_ value: String, into text: inout String) {
        text += "\""
        // Nearly every string: nothing to escape.
        if value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
            text += value
            text += "\""
            return
        }
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value >= 0x7F && TerminalText.mustEscape(scalar) {
                    escape(scalar, into: &text)
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }

    /// `\u001b`, as two of them above U+FFFF.
    static func escape(_ scalar: Unicode.Scalar, into text: inout String) {
        for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}

/// Any JSON value. Numbers keep the digits they were written with, so that nothing read is ever changed by
/// being written again.
public indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// A whole number.
    public static func integer(_ value: some BinaryInteger) -> JSONValue { .number(String(value)) }

    /// The member of that name, when this is an object that has it.
    public subscript(_ key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    public var string: String? { if case .string(let value) = self { value } else { nil } }
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
    public var object: [String: JSONValue]? { if case .object(let value) = self { value } else { nil } }
    /// A whole number that fits.
    public var integer: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
}

extension JSONValue {
    /// Canonical octets: members sorted by the octets of their names, no blanks, only the escapes that are
    /// needed (as RFC 8785). The same value always gives the same octets, and so the same hash.
    public var canonical: [UInt8] {
        var octets: [UInt8] = []
        appendCanonical(to: &octets)
        return octets
    }

    /// Adds the canonical octets to `octets`.
    public func appendCanonical(to octets: inout [UInt8]) {
        switch self {
        case .null: octets.append(contentsOf: "null".utf8)
        case .bool(let value): octets.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let digits): octets.append(contentsOf: digits.utf8)
        case .string(let text): JSONValue.append(text, to: &octets)
        case .array(let values):
            octets.append(UInt8(ascii: "["))
            var first = true
            for value in values {
                if !first { octets.append(UInt8(ascii: ",")) }
                first = false
                value.appendCanonical(to: &octets)
            }
            octets.append(UInt8(ascii: "]"))
        case .object(let members):
            octets.append(UInt8(ascii: "{"))
            var first = true
            for (key, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                if !first { octets.append(UInt8(ascii: ",")) }
                first = false
                JSONValue.append(key, to: &octets)
                octets.append(UInt8(ascii: ":"))
                value.appendCanonical(to: &octets)
            }
            octets.append(UInt8(ascii: "}"))
        }
    }

    /// Adds a JSON string in quotes.
    static func append(_ text: String, to octets: inout [UInt8]) {
        octets.append(UInt8(ascii: "\""))
        for octet in text.utf8 {
            switch octet {
            case 0x22, 0x5C: octets.append(contentsOf: [0x5C, octet])
            case 0x08: octets.append(contentsOf: [0x5C, UInt8(ascii: "b")])
            case 0x09: octets.append(contentsOf: [0x5C, UInt8(ascii: "t")])
            case 0x0A: octets.append(contentsOf: [0x5C, UInt8(ascii: "n")])
            case 0x0C: octets.append(contentsOf: [0x5C, UInt8(ascii: "f")])
            case 0x0D: octets.append(contentsOf: [0x5C, UInt8(ascii: "r")])
            case 0..<0x20:
                octets.append(contentsOf: #"\u00"#.utf8)
                for digit in [octet >> 4, octet & 15] { octets.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
            default: octets.append(octet)
            }
        }
        octets.append(UInt8(ascii: "\""))
    }
}

extension JSONValue {
    /// Reads one JSON text (RFC 8259), whoever wrote it: any order, any blanks, any member. `nil` when it is
    /// not JSON, not UTF-8, names a member twice, or nests deeper than 64.
    public init?(octets: [UInt8]) {
        let value = octets.withUnsafeBufferPointer { buffer -> JSONValue? in
            var scanner = JSONScanner(buffer)
            guard let value = JSONValue.read(&scanner, depth: 0), scanner.isAtEnd() else { return nil }
            return value
        }
        guard let value else { return nil }
        self = value
    }

    /// Reads the value that the scanner stands before, so many others around it.
    static func read(_ scanner: inout JSONScanner, depth: Int) -> JSONValue? {
        guard depth < JSONScanner.maximumDepth else { return nil }
        switch scanner.peek() {
        case UInt8(ascii: "{"):
            scanner.at += 1
            var members: [String: JSONValue] = [:]
            if scanner.take(UInt8(ascii: "}")) { return .object(members) }
            repeat {
                guard let token = scanner.string(), let key = scanner.text(token), scanner.take(UInt8(ascii: ":")),
                    let value = read(&scanner, depth: depth + 1),
                    members.updateValue(value, forKey: key) == nil
                else { return nil }
            } while scanner.take(UInt8(ascii: ","))
            return scanner.take(UInt8(ascii: "}")) ? .object(members) : nil
        case UInt8(ascii: "["):
            scanner.at += 1
            var values: [JSONValue] = []
            if scanner.take(UInt8(ascii: "]")) { return .array(values) }
            repeat {
                guard let value = read(&scanner, depth: depth + 1) else { return nil }
                values.append(value)
            } while scanner.take(UInt8(ascii: ","))
            return scanner.take(UInt8(ascii: "]")) ? .array(values) : nil
        case UInt8(ascii: "\""):
            guard let token = scanner.string(), let text = scanner.text(token) else { return nil }
            return .string(text)
        case UInt8(ascii: "t"): return scanner.word("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return scanner.word("false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return scanner.word("null") ? .null : nil
        default:
            let start = scanner.at
            guard scanner.number() else { return nil }
            return .number(String(decoding: scanner.octets[start..<scanner.at], as: UTF8.self))
        }
    }
}

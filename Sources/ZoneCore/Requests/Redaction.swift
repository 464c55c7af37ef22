import RFC1035

/// What is taken out of everything that is shown without being asked for: telephone numbers and e-mail addresses of
/// persons, wherever they were typed – in their fields, in a note, in the place of a name.
///
/// A mailbox at a name of the zone stays: it is what the office gave out, like the name itself.
public struct Redaction: Sendable {
    /// What stands in the place of what was taken out.
    public static let mark = "…"

    private let zone: Name
    private let isOff: Bool

    /// - Parameter withContacts: leaves everything as it is.
    public init(zone: Name, withContacts: Bool) {
        self.zone = zone
        isOff = withContacts
    }

    /// The text without what reaches a person.
    public func text(_ text: String) -> String {
        guard !isOff, Self.mayHold(text.utf8) else { return text }
        var result = ""
        var word = Substring()
        for character in text {
            if Self.parts(character) {
                result += shown(word)
                result.append(character)
                word = Substring()
            } else {
                word.append(character)
            }
        }
        return result + shown(word)
    }

    /// The value without what reaches a person. Records and targets are in the zone, for everybody to ask for.
    public func json(_ value: JSONValue) -> JSONValue {
        guard !isOff else { return value }
        switch value {
        case .string(let text): return .string(self.text(text))
        case .array(let values): return .array(values.map(json))
        case .object(let members):
            var result: [String: JSONValue] = [:]
            for (key, member) in members where !Self.personal.contains(key) {
                result[key] = Self.published.contains(key) ? member : json(member)
            }
            return .object(result)
        case .null, .bool, .number: return value
        }
    }

    /// Whether a line of the register may hold something of a person's; quick, and rather once too often.
    public static func mayHold(_ octets: some Collection<UInt8>) -> Bool {
        var digits = 0
        var isTelephone = false
        for octet in octets {
            switch octet {
            case UInt8(ascii: "@"): return true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"):
                if digits == 0 { isTelephone = octet == UInt8(ascii: "0") || octet == UInt8(ascii: "+") }
                digits += 1
                if isTelephone, digits >= leastDigits { return true }
            case UInt8(ascii: "-"), UInt8(ascii: "."): break
            default: digits = 0
            }
        }
        return false
    }

    private static let personal: Set<String> = ["phone", "email"]
    /// In the zone for everybody, or a number of another kind.
    static let published: Set<String> = [
        "records", "redirect", "target", "digest", "time", "letter", "letterNumber", "number", "sheet", "voided",
    ]
    /// A number with the code of its town has no fewer.
    private static let leastDigits = 8

    private static func parts(_ character: Character) -> Bool {
        character.isWhitespace || ",;:()<>[]{}\"'“”".contains(character)
    }

    private func shown(_ word: Substring) -> String {
        isAddress(word) || Self.isTelephone(word) ? Self.mark : String(word)
    }

    /// An e-mail address outside the zone.
    private func isAddress(_ word: Substring) -> Bool {
        guard let at = word.firstIndex(of: "@"), at != word.startIndex else { return false }
        var domain = word[word.index(after: at)...]
        while domain.last == "." { domain.removeLast() }
        guard !domain.isEmpty else { return false }
        return !((try? Name(String(domain)))?.isAtOrBelow(zone) ?? false)
    }

    /// `0812-5555-0101`, `+62.812.5555.0101`; no address or date begins so.
    private static func isTelephone(_ word: Substring) -> Bool {
        let hasPlus = word.utf8.first == UInt8(ascii: "+")
        guard hasPlus || word.utf8.first == UInt8(ascii: "0") else { return false }
        var digits = 0
        for octet in word.utf8.dropFirst(hasPlus ? 1 : 0) {
            if octet &- 48 < 10 {
                digits += 1
            } else if octet != UInt8(ascii: "-"), octet != UInt8(ascii: ".") {
                return false
            }
        }
        return digits >= leastDigits
    }
}

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
    public func text(_ text: String) -> String { shown(text, isFile: false) }

    /// The name or path of a file without what reaches a person. Numbers stand right after letters there too:
    /// `wa081255550101.jpg`.
    public func file(_ name: String) -> String { shown(name, isFile: true) }

    private func shown(_ text: String, isFile: Bool) -> String {
        guard !isOff, Self.mayHold(text.utf8) else { return text }
        return TelephoneNumbers(withoutAddresses(text), zone: zone, isFile: isFile).replaced(by: Self.mark)
    }

    private func withoutAddresses(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
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
                if Self.published.contains(key) {
                    result[key] = member
                } else {
                    result[key] = key == "attachments" ? papers(member) : json(member)
                }
            }
            return .object(result)
        case .null, .bool, .number: return value
        }
    }

    /// The papers of a form: their names are those of files.
    private func papers(_ value: JSONValue) -> JSONValue {
        guard case .array(let papers) = value else { return json(value) }
        return .array(
            papers.map { paper in
                let shown = json(paper)
                guard case .object(let members) = paper, case .object(var rest) = shown else { return shown }
                for key in ["name", "path"] {
                    if let name = members[key]?.string { rest[key] = .string(file(name)) }
                }
                return .object(rest)
            })
    }

    /// Whether a line of the register may hold something of a person's; quick, and rather once too often.
    public static func mayHold(_ octets: some Collection<UInt8>) -> Bool {
        TelephoneNumbers.mayBeIn(octets, or: UInt8(ascii: "@"))
    }

    private static let personal: Set<String> = ["phone", "email"]
    /// In the zone for everybody, or a number of another kind.
    static let published: Set<String> = [
        "records", "redirect", "target", "digest", "time", "letter", "letterNumber", "number", "sheet", "voided",
        "dkim",
    ]

    private static func parts(_ character: Character) -> Bool {
        character.isWhitespace || ",;:()<>[]{}\"'“”".contains(character)
    }

    private func shown(_ word: Substring) -> String {
        isAddress(word) ? Self.mark : String(word)
    }

    /// An e-mail address outside the zone.
    private func isAddress(_ word: Substring) -> Bool {
        guard let at = word.firstIndex(of: "@"), at != word.startIndex else { return false }
        var domain = word[word.index(after: at)...]
        while domain.last == "." { domain.removeLast() }
        guard !domain.isEmpty else { return false }
        return !((try? Name(String(domain)))?.isAtOrBelow(zone) ?? false)
    }
}

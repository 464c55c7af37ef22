import RFC1035

/// What is known of one request after an event. Events carry it whole, as they do names.
public struct RequestSummary: Hashable, Sendable {
    public var id: RequestID
    /// `new`, `change`, `delete` …
    public var kind: String
    /// `letter`, `email`, `eForm`.
    public var channel: String?
    public var opd: String
    public var letter: String
    /// `YYYY-MM-DD`, when given.
    public var letterDate: String?
    /// The name it is about.
    public var name: Name?
    /// Members this version does not know, or that only some requests have; kept as they are.
    public var details: [String: JSONValue]

    public init(
        id: RequestID, kind: String, channel: String? = nil, opd: String, letter: String, letterDate: String? = nil,
        name: Name? = nil, details: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.kind = kind
        self.channel = channel
        self.opd = opd
        self.letter = letter
        self.letterDate = letterDate
        self.name = name
        self.details = details
    }

    private static let known: Set<String> = ["id", "kind", "channel", "opd", "letter", "letterDate", "name"]

    /// As it stands in the register.
    public var json: JSONValue {
        var members = details.filter { !RequestSummary.known.contains($0.key) }
        members["id"] = .string(id.description)
        members["kind"] = .string(kind)
        members["opd"] = .string(opd)
        members["letter"] = .string(letter)
        if let channel { members["channel"] = .string(channel) }
        if let letterDate { members["letterDate"] = .string(letterDate) }
        if let name { members["name"] = .string(name.description) }
        return .object(members)
    }

    /// Reads it back; `nil` when something is missing or of another kind.
    public init?(json: JSONValue) {
        guard let members = json.object, let id = json["id"]?.string.flatMap({ RequestID($0) }),
            let kind = json["kind"]?.string, let opd = json["opd"]?.string, let letter = json["letter"]?.string
        else { return nil }
        var name: Name?
        if let text = json["name"]?.string {
            guard let read = try? Name(text) else { return nil }
            name = read
        }
        self.init(
            id: id, kind: kind, channel: json["channel"]?.string, opd: opd, letter: letter,
            letterDate: json["letterDate"]?.string, name: name,
            details: members.filter { !RequestSummary.known.contains($0.key) })
    }
}

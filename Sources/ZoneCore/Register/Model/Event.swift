import RFC1035

/// What is to be written: a rule's decision, before it has a place in the register.
public struct EventDraft: Hashable, Sendable {
    public var kind: EventKind
    /// The state of the name after the event.
    public var name: ManagedName?
    /// The request it comes from.
    public var request: RequestSummary?
    /// Members of this kind alone.
    public var details: [String: JSONValue]

    public init(
        _ kind: EventKind, name: ManagedName? = nil, request: RequestSummary? = nil,
        details: [String: JSONValue] = [:]
    ) {
        self.kind = kind
        self.name = name
        self.request = request
        self.details = details
    }
}

/// One line of the register.
public struct Event: Hashable, Sendable {
    /// The line's number, from 1.
    public var sequence: Int
    /// RFC 3339, UTC.
    public var time: String
    /// `role` or `role:name`, as given with `--as`.
    public var actor: String
    /// The zone, absolute.
    public var zone: String
    /// The SHA-256 of the line before it.
    public var previous: SHA256.Digest
    /// Whether the next line belongs to the same command; such lines count together or not at all.
    public var hasMore: Bool
    public var kind: EventKind
    public var name: ManagedName?
    public var request: RequestSummary?
    public var details: [String: JSONValue]

    init(draft: EventDraft, sequence: Int, time: String, actor: String, zone: String) {
        self.sequence = sequence
        self.time = time
        self.actor = actor
        self.zone = zone
        previous = .zero
        hasMore = false
        kind = draft.kind
        name = draft.name
        request = draft.request
        details = draft.details
    }

    /// The line's octets, without the newline.
    var line: [UInt8] {
        var members: [String: JSONValue] = [
            "seq": .integer(sequence), "time": .string(time), "actor": .string(actor), "zone": .string(zone),
            "prev": .string(previous.description), "event": .string(kind.code),
        ]
        if hasMore { members["more"] = .bool(true) }
        if let name { members["name"] = name.json }
        if let request { members["request"] = request.json }
        if !details.isEmpty { members["details"] = .object(details) }
        return JSONValue.object(members).canonical
    }

    /// Reads a line. `nil` when it is not an event; an unknown kind is one, a name of an unknown status is not.
    init?(line: [UInt8]) {
        guard let json = JSONValue(octets: line), let sequence = json["seq"]?.integer,
            let time = json["time"]?.string, let actor = json["actor"]?.string, let zone = json["zone"]?.string,
            let previous = json["prev"]?.string.flatMap({ SHA256.Digest(hex: Array($0.utf8)) }),
            let code = json["event"]?.string
        else { return nil }
        self.sequence = sequence
        self.time = time
        self.actor = actor
        self.zone = zone
        self.previous = previous
        hasMore = json["more"]?.bool ?? false
        kind = EventKind(code: code)
        if let value = json["name"] {
            guard let name = ManagedName(json: value) else { return nil }
            self.name = name
        }
        if let value = json["request"] {
            guard let request = RequestSummary(json: value) else { return nil }
            self.request = request
        }
        details = json["details"]?.object ?? [:]
    }
}

/// What was last written as zone file.
public struct RenderedEvent: Hashable, Sendable {
    public var serial: UInt32
    /// SHA-256 of the zone file, in hexadecimal.
    public var digest: String
    /// Size of the zone file.
    public var bytes: Int
    /// SHA-256 of the redirect map, in hexadecimal, when there is one.
    public var redirectsDigest: String?
    /// The serial that static.zone had: it counts again only when somebody has changed it.
    public var staticSerial: UInt32?
    /// Whether the file went to another folder than the zone's own.
    public var isElsewhere: Bool

    public init(
        serial: UInt32, digest: String, bytes: Int, redirectsDigest: String? = nil, staticSerial: UInt32? = nil,
        isElsewhere: Bool = false
    ) {
        self.serial = serial
        self.digest = digest
        self.bytes = bytes
        self.redirectsDigest = redirectsDigest
        self.staticSerial = staticSerial
        self.isElsewhere = isElsewhere
    }

    /// The event to be written.
    public var draft: EventDraft {
        var details: [String: JSONValue] = [
            "serial": .integer(serial), "digest": .string(digest), "bytes": .integer(bytes),
        ]
        if let redirectsDigest { details["redirectsDigest"] = .string(redirectsDigest) }
        if let staticSerial { details["staticSerial"] = .integer(staticSerial) }
        if isElsewhere { details["elsewhere"] = .bool(true) }
        return EventDraft(.rendered, details: details)
    }

    /// `nil` when the event is not one of these.
    public init?(_ event: Event) {
        guard event.kind == .rendered,
            let serial = event.details["serial"]?.integer.flatMap(UInt32.init(exactly:)),
            let digest = event.details["digest"]?.string, let bytes = event.details["bytes"]?.integer
        else { return nil }
        self.init(
            serial: serial, digest: digest, bytes: bytes, redirectsDigest: event.details["redirectsDigest"]?.string,
            staticSerial: event.details["staticSerial"]?.integer.flatMap(UInt32.init(exactly:)),
            isElsewhere: event.details["elsewhere"]?.bool ?? false)
    }
}

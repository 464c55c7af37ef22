import RFC1035

/// Where a managed name stands.
public enum NameStatus: String, Sendable, CaseIterable {
    /// Asked for; the request is still open.
    case requested
    case active
    /// Taken out of the zone for a while; the name stays its holder's, records included.
    case suspended
    /// Given up; may be in quarantine.
    case retired

    /// Whether such a name is an agency's own: its space is taken, and what is above it cannot go away.
    public var isHeld: Bool { self == .active || self == .suspended }

    /// The status in words; `rawValue` is the stable form.
    public var text: Text {
        switch self {
        case .requested: Text(en: "requested", id: "dimohonkan")
        case .active: Text(en: "active", id: "aktif")
        case .suspended: Text(en: "suspended", id: "ditangguhkan")
        case .retired: Text(en: "retired", id: "dihapus")
        }
    }
}

/// Everything known of one managed name after an event. Events carry it whole, so that the newest event about
/// a name is enough to know it.
public struct ManagedName: Hashable, Sendable {
    /// Absolute.
    public var name: Name
    public var status: NameStatus
    /// The request the present state comes from: the newest that changed it.
    public var request: RequestID
    /// The request that got the name first.
    public var firstRequest: RequestID
    /// The agency that holds it.
    public var opd: String
    /// The number of the agency's letter.
    public var letter: String
    /// The letter's date, `YYYY-MM-DD`, when given.
    public var letterDate: String?
    /// The date, `YYYY-MM-DD`, of the event that made this status; a change of its records does not.
    public var since: String
    /// What was asked; kept for changes and for display.
    public var target: Target
    /// Master-file lines, absolute owner, `owner TTL IN TYPE rdata`, for all owners of this name (`www.`,
    /// `_dmarc.` …). Kept while suspended; only active names are rendered.
    public var records: [String]
    /// Where the redirect map sends the name.
    public var redirect: String?
    /// Space taken on the shared hosting; 0 when none.
    public var gigabytes: Int
    /// The date, `YYYY-MM-DD`, until which a retired name is not given out again.
    public var quarantineUntil: String?
    /// The date, `YYYY-MM-DD`, that its review counts from, when that is not `since`.
    public var reviewedOn: String?
    /// The date, `YYYY-MM-DD`, on which it is reviewed at the latest: its contract's end, say.
    public var validUntil: String?
    /// Why it is suspended.
    public var suspension: String?
    /// Accounts and mailboxes at the name. Passwords are nowhere.
    public var accounts: [RequestRecord.AccountEntry] = []

    public init(
        name: Name, status: NameStatus, request: RequestID, firstRequest: RequestID? = nil, opd: String,
        letter: String, letterDate: String? = nil, since: String, target: Target, records: [String],
        redirect: String? = nil, gigabytes: Int = 0, quarantineUntil: String? = nil
    ) {
        self.name = name
        self.status = status
        self.request = request
        self.firstRequest = firstRequest ?? request
        self.opd = opd
        self.letter = letter
        self.letterDate = letterDate
        self.since = since
        self.target = target
        self.records = records
        self.redirect = redirect
        self.gigabytes = gigabytes
        self.quarantineUntil = quarantineUntil
    }
}

extension ManagedName: JSONReadable {
    /// As it stands in the register. Members at their usual value are left out.
    public var json: JSONValue {
        var members: [String: JSONValue] = [
            "name": .string(name.description), "status": .string(status.rawValue),
            "request": .string(request.description), "opd": .string(opd), "letter": .string(letter),
            "since": .string(since), "target": target.json, "records": .array(records.map { .string($0) }),
        ]
        if firstRequest != request { members["firstRequest"] = .string(firstRequest.description) }
        if let letterDate { members["letterDate"] = .string(letterDate) }
        if let redirect { members["redirect"] = .string(redirect) }
        if gigabytes != 0 { members["gigabytes"] = .integer(gigabytes) }
        if let quarantineUntil { members["quarantineUntil"] = .string(quarantineUntil) }
        if let reviewedOn { members["reviewedOn"] = .string(reviewedOn) }
        if let validUntil { members["validUntil"] = .string(validUntil) }
        if let suspension { members["suspension"] = .string(suspension) }
        if !accounts.isEmpty { members["accounts"] = .array(accounts.map(\.json)) }
        return .object(members)
    }

    /// Reads it back; `nil` when something is missing or of another kind.
    public init?(json: some JSONNode) {
        guard let name = json["name"]?.string.flatMap({ try? Name($0) }),
            let status = json["status"]?.string.flatMap(NameStatus.init(rawValue:)),
            let request = json["request"]?.string.flatMap({ RequestID($0) }),
            let opd = json["opd"]?.string, let letter = json["letter"]?.string, let since = json["since"]?.string,
            let target = json["target"].flatMap(Target.init(json:)), let lines = json["records"]?.array
        else { return nil }
        let records = lines.compactMap(\.string)
        guard records.count == lines.count else { return nil }
        var firstRequest = request
        if let text = json["firstRequest"] {
            guard let id = text.string.flatMap({ RequestID($0) }) else { return nil }
            firstRequest = id
        }
        self.init(
            name: name, status: status, request: request, firstRequest: firstRequest, opd: opd, letter: letter,
            letterDate: json["letterDate"]?.string, since: since, target: target, records: records,
            redirect: json["redirect"]?.string, gigabytes: Capacity.clamped(json["gigabytes"]?.integer ?? 0),
            quarantineUntil: json["quarantineUntil"]?.string)
        reviewedOn = json["reviewedOn"]?.string
        validUntil = json["validUntil"]?.string
        suspension = json["suspension"]?.string
        guard let list = json["accounts"] else { return }
        guard let accounts = list.array?.map(RequestRecord.AccountEntry.init(json:)) else { return nil }
        self.accounts = accounts.compactMap { $0 }
        guard self.accounts.count == accounts.count else { return nil }
    }

    /// The owners of its records, as they stand in the lines: canonical text, absolute.
    public var owners: Set<String> {
        Set(records.map { String(Substring($0.utf8.prefix { $0 != 0x20 && $0 != 0x09 })) })
    }
}

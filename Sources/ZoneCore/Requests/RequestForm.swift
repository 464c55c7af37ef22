/// A request as it was handed in: everything the agency says. Nothing is judged here; what is missing is `nil` or
/// empty, so that an incomplete form can be kept and sent back.
///
/// Texts have passed ``FormText``: one line of at most 300 characters with nothing invisible in it.
public struct RequestForm: Hashable, Sendable {
    /// A person who answers for a name.
    public struct Contact: Hashable, Sendable {
        public var name: String
        public var position: String?
        public var phone: String?
        public var email: String?

        public init(name: String, position: String? = nil, phone: String? = nil, email: String? = nil) {
            self.name = name
            self.position = position
            self.phone = phone
            self.email = email
        }

        /// The part that holds an e-mail address and is not `email`: `name`, `position`, `phone`. An address there was
        /// meant for `email`, and would be shown where addresses are left out.
        public var keyOfMisplacedMail: String? {
            let parts: [(key: String, text: String?)] = [("name", name), ("position", position), ("phone", phone)]
            return parts.first { $0.text?.contains("@") ?? false }?.key
        }
    }

    /// A paper or file that came with the request. The register keeps what it is, not the thing itself.
    public struct Attachment: Hashable, Sendable {
        /// The procedure's word for it: `suratKuasa`.
        public var kind: String
        /// Name of the file, without folders; `nil` for paper.
        public var name: String?
        /// Size of the file in octets.
        public var size: Int?
        /// SHA-256 of the file, in hexadecimal.
        public var digest: String?
        /// Where the file is kept, as the user gave it.
        public var path: String?
        /// Where the paper is kept: "cabinet 2, folder 14".
        public var location: String?
        /// Whose signatures it bears.
        public var signedBy: Set<Role>

        public init(
            kind: String, name: String? = nil, size: Int? = nil, digest: String? = nil, path: String? = nil,
            location: String? = nil, signedBy: Set<Role> = []
        ) {
            self.kind = kind
            self.name = name
            self.size = size
            self.digest = digest
            self.path = path
            self.location = location
            self.signedBy = signedBy
        }
    }

    /// A key that the agency's mail is signed with (RFC 6376).
    public struct MailKey: Hashable, Sendable {
        public var selector: String
        /// Text of the TXT record: `v=DKIM1; p=…`
        public var record: String

        public init(selector: String, record: String) {
            self.selector = selector
            self.record = record
        }
    }

    public var kind: RequestKind = .new
    public var channel: RequestChannel = .letter
    /// The agency that asks; empty when the form does not say.
    public var opd = ""
    public var letterNumber: String?
    /// `YYYY-MM-DD`
    public var letterDate: String?
    public var addressee: String?
    public var subject: String?
    /// The name asked for, as typed: a label or a whole name.
    public var name: String?
    /// For a rename: what the name becomes.
    public var newName: String?
    public var function: String?
    /// As typed; a ``PurposeClass`` when it is one of the office's.
    public var purposeClass: String?
    public var hosting: HostingChoice?
    public var capacityGB: Int?
    /// Addresses, or one host or URL.
    public var target: [String] = []
    public var adminPIC: Contact?
    public var technicalPIC: Contact?
    /// Mailboxes asked for, whole addresses or local parts.
    public var emailAccounts: [String] = []
    /// The agency has the name and cannot get in.
    public var cannotAccess = false
    /// Other agencies that use the name.
    public var coordinatedWith: [String] = []
    /// `www` in front of the name.
    public var www = false
    public var mail: Target.MailOption?
    public var ttl: UInt32?
    /// For a delegation: `HOST` or `HOST=IP`.
    public var nameServers: [String] = []
    public var ds: [String] = []
    public var mailKeys: [MailKey] = []
    /// Why a reserved label may be given out.
    public var overrideReason: String?
    public var note: String?
    public var attachments: [Attachment] = []

    public init() {}

    /// Whom to write to: the administrative person in charge, else the technical one.
    public var contact: Contact? { adminPIC ?? technicalPIC }

    /// The class of purpose, when it is one the office knows.
    public var knownPurpose: PurposeClass? { purposeClass.flatMap { PurposeClass(rawValue: $0) } }

    /// Whether a field says something.
    public func has(_ field: FormField) -> Bool {
        switch field {
        case .opd: !opd.isEmpty
        case .letterNumber: letterNumber != nil
        case .letterDate: letterDate != nil
        case .addressee: addressee != nil
        case .subject: subject != nil
        case .channel, .kind: true
        case .name: name != nil
        case .function: function != nil
        case .purposeClass: purposeClass != nil
        case .hosting: hosting != nil
        case .capacityGB: capacityGB != nil
        case .target: !target.isEmpty || !nameServers.isEmpty
        case .adminPIC: adminPIC != nil
        case .technicalPIC: technicalPIC != nil
        case .contactEmail: contact?.email != nil
        case .emailAccounts: !emailAccounts.isEmpty
        case .cannotAccess: cannotAccess
        case .coordinatedWith: !coordinatedWith.isEmpty
        }
    }

    /// Whether the same is asked for as in another form. The letter it came with, who answers for it, what it serves
    /// and its papers are told besides; nothing is decided upon them.
    func asks(theSameAs other: RequestForm) -> Bool {
        var same = other
        if Decision.isSame(opd, other.opd) { same.opd = opd }
        if name?.lowercased() == other.name?.lowercased() { same.name = name }
        if newName?.lowercased() == other.newName?.lowercased() { same.newName = newName }
        (same.channel, same.letterNumber, same.letterDate) = (channel, letterNumber, letterDate)
        (same.addressee, same.subject, same.function, same.note) = (addressee, subject, function, note)
        (same.adminPIC, same.technicalPIC, same.coordinatedWith) = (adminPIC, technicalPIC, coordinatedWith)
        same.attachments = attachments
        return same == self
    }

    /// Space of the shared hosting that is kept for the request: as it says, else what the zone usually gives; 0 for
    /// what takes none.
    /// - Parameter hosting: where it is hosted, as the form tells in all.
    func gigabytes(hosting: HostingChoice?, _ settings: ZoneSettings) -> Int {
        switch kind {
        case .delete, .passwordReset: 0
        // The new name has the space of the old one, unless the form says otherwise.
        case .rename: hosting == .cloud ? capacityGB ?? 0 : 0
        case .hosting where name == nil: capacityGB ?? settings.hosting.defaultGB
        case .new, .change, .hosting, .email, .redirect, .delegation:
            nameServers.isEmpty && hosting == .cloud ? capacityGB ?? settings.hosting.defaultGB : 0
        }
    }

    /// The newest attachment of a kind, with the signatures of all of that kind: a form that is signed by one today
    /// and by the other tomorrow is signed by both.
    public func attachment(_ kind: String) -> Attachment? {
        let wanted = AttachmentKind.key(kind)
        let all = attachments.filter { AttachmentKind.key($0.kind) == wanted }
        guard var newest = all.last else { return nil }
        for one in all { newest.signedBy.formUnion(one.signedBy) }
        return newest
    }
}

extension RequestForm: JSONReadable {
    /// As it stands in the register. What says nothing is left out.
    public var json: JSONValue {
        var members: [String: JSONValue] = ["kind": .string(kind.rawValue), "channel": .string(channel.rawValue)]
        func text(_ key: String, _ value: String?) { if let value { members[key] = .string(value) } }
        func texts(_ key: String, _ values: [String]) {
            if !values.isEmpty { members[key] = .array(values.map { .string($0) }) }
        }
        if !opd.isEmpty { members["opd"] = .string(opd) }
        text("letterNumber", letterNumber)
        text("letterDate", letterDate)
        text("addressee", addressee)
        text("subject", subject)
        text("name", name)
        text("newName", newName)
        text("function", function)
        text("purposeClass", purposeClass)
        text("hosting", hosting?.rawValue)
        if let capacityGB { members["capacityGB"] = .integer(capacityGB) }
        texts("target", target)
        if let adminPIC { members["adminPIC"] = adminPIC.json }
        if let technicalPIC { members["technicalPIC"] = technicalPIC.json }
        texts("emailAccounts", emailAccounts)
        if cannotAccess { members["cannotAccess"] = .bool(true) }
        texts("coordinatedWith", coordinatedWith)
        if www { members["www"] = .bool(true) }
        if let mail { members["mail"] = mail.json }
        if let ttl { members["ttl"] = .integer(ttl) }
        texts("nameServers", nameServers)
        texts("ds", ds)
        if !mailKeys.isEmpty { members["dkim"] = .array(mailKeys.map(\.json)) }
        text("override", overrideReason)
        text("note", note)
        if !attachments.isEmpty { members["attachments"] = .array(attachments.map(\.json)) }
        return .object(members)
    }

    /// Reads it back from the register; `nil` when something is of another kind.
    public init?(json: some JSONNode) {
        guard let kind = json["kind"]?.string.flatMap(RequestKind.init(rawValue:)),
            let channel = json["channel"]?.string.flatMap(RequestChannel.init(rawValue:))
        else { return nil }
        self.init()
        self.kind = kind
        self.channel = channel
        opd = json["opd"]?.string ?? ""
        letterNumber = json["letterNumber"]?.string
        letterDate = json["letterDate"]?.string
        addressee = json["addressee"]?.string
        subject = json["subject"]?.string
        name = json["name"]?.string
        newName = json["newName"]?.string
        function = json["function"]?.string
        purposeClass = json["purposeClass"]?.string
        if let text = json["hosting"] {
            guard let choice = text.string.flatMap(HostingChoice.init(rawValue:)) else { return nil }
            hosting = choice
        }
        capacityGB = json["capacityGB"]?.integer.map(Capacity.clamped)
        target = json["target"]?.strings ?? []
        adminPIC = json["adminPIC"].flatMap(Contact.init(json:))
        technicalPIC = json["technicalPIC"].flatMap(Contact.init(json:))
        emailAccounts = json["emailAccounts"]?.strings ?? []
        cannotAccess = json["cannotAccess"]?.bool ?? false
        coordinatedWith = json["coordinatedWith"]?.strings ?? []
        www = json["www"]?.bool ?? false
        mail = Target.MailOption(json: json["mail"])
        ttl = json["ttl"]?.integer.flatMap(UInt32.init(exactly:))
        nameServers = json["nameServers"]?.strings ?? []
        ds = json["ds"]?.strings ?? []
        mailKeys = (json["dkim"]?.array ?? []).compactMap(MailKey.init(json:))
        overrideReason = json["override"]?.string
        note = json["note"]?.string
        attachments = (json["attachments"]?.array ?? []).compactMap(Attachment.init(json:))
    }
}

extension RequestForm.MailKey: JSONReadable {
    var json: JSONValue { .object(["selector": .string(selector), "record": .string(record)]) }

    init?(json: some JSONNode) {
        guard let selector = json["selector"]?.string, let record = json["record"]?.string else { return nil }
        self.init(selector: selector, record: record)
    }
}

extension RequestForm.Contact: JSONReadable {
    var json: JSONValue {
        var members: [String: JSONValue] = ["name": .string(name)]
        if let position { members["position"] = .string(position) }
        if let phone { members["phone"] = .string(phone) }
        if let email { members["email"] = .string(email) }
        return .object(members)
    }

    init?(json: some JSONNode) {
        guard let name = json["name"]?.string else { return nil }
        self.init(
            name: name, position: json["position"]?.string, phone: json["phone"]?.string,
            email: json["email"]?.string)
    }
}

extension RequestForm.Attachment: JSONReadable {
    /// As it stands in the register.
    public var json: JSONValue {
        var members: [String: JSONValue] = ["kind": .string(kind)]
        if let name { members["name"] = .string(name) }
        if let size { members["size"] = .integer(size) }
        if let digest { members["digest"] = .string(digest) }
        if let path { members["path"] = .string(path) }
        if let location { members["location"] = .string(location) }
        if !signedBy.isEmpty {
            members["signedBy"] = .array(signedBy.map(\.rawValue).sorted().map { .string($0) })
        }
        return .object(members)
    }

    /// Reads it back; `nil` when it is none.
    public init?(json: some JSONNode) {
        guard let kind = json["kind"]?.string else { return nil }
        self.init(
            kind: kind, name: json["name"]?.string, size: json["size"]?.integer, digest: json["digest"]?.string,
            path: json["path"]?.string, location: json["location"]?.string,
            signedBy: Set((json["signedBy"]?.strings ?? []).compactMap(Role.init(rawValue:))))
    }
}

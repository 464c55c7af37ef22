import RFC1035

/// TARGET of the command line: where a managed name leads.
public struct Target: Hashable, Sendable {
    /// The one main thing.
    public enum Kind: Hashable, Sendable {
        /// Own server, by address: A and AAAA.
        case address([String])
        /// Own server, by name.
        case cname(String)
        /// HTTP redirect.
        case url(String)
        /// The office's shared hosting.
        case hosting(gigabytes: Int)
        /// Own name servers.
        case delegate(nameServers: [NameServer], ds: [String])
    }

    /// A name server of a delegation, with its glue.
    public struct NameServer: Hashable, Sendable {
        public var host: String
        public var addresses: [String]

        public init(host: String, addresses: [String] = []) {
            self.host = host
            self.addresses = addresses
        }
    }

    /// `--mail [HOST]`.
    public enum MailOption: Hashable, Sendable {
        /// The mail host of the zone's settings.
        case standard
        case host(String)
        /// None is taken and none is sent (RFC 7505, RFC 7208 §10.1): written as the host `.`, as in the MX record.
        case null

        /// - Parameter host: as typed.
        public init(host: String) {
            self = host == "." ? .null : .host(host)
        }

        /// As it stands in the register.
        var json: JSONValue {
            switch self {
            case .standard: .bool(true)
            case .host(let host): .string(host)
            case .null: .string(".")
            }
        }

        init?(json: (some JSONNode)?) {
            if let host = json?.string {
                self.init(host: host)
            } else if json?.bool == true {
                self = .standard
            } else {
                return nil
            }
        }
    }

    public var kind: Kind
    public var mail: MailOption?
    public var www: Bool
    public var ttl: UInt32?
    /// Keys that the mail at the name is signed with: `selector._domainkey` in front of it.
    public var mailKeys: [RequestForm.MailKey] = []

    public init(_ kind: Kind, mail: MailOption? = nil, www: Bool = false, ttl: UInt32? = nil) {
        self.kind = kind
        self.mail = mail
        self.www = www
        self.ttl = ttl
    }
}

extension Target: JSONReadable {
    /// As it stands in the register.
    public var json: JSONValue {
        var members: [String: JSONValue] = [:]
        switch kind {
        case .address(let addresses):
            members["kind"] = .string("address")
            members["addresses"] = .array(addresses.map { .string($0) })
        case .cname(let host):
            members["kind"] = .string("cname")
            members["host"] = .string(host)
        case .url(let url):
            members["kind"] = .string("url")
            members["url"] = .string(url)
        case .hosting(let gigabytes):
            members["kind"] = .string("hosting")
            members["gigabytes"] = .integer(gigabytes)
        case .delegate(let nameServers, let ds):
            members["kind"] = .string("delegate")
            members["nameServers"] = .array(
                nameServers.map { server in
                    .object([
                        "host": .string(server.host), "addresses": .array(server.addresses.map { .string($0) }),
                    ])
                })
            if !ds.isEmpty { members["ds"] = .array(ds.map { .string($0) }) }
        }
        if let mail { members["mail"] = mail.json }
        if www { members["www"] = .bool(true) }
        if let ttl { members["ttl"] = .integer(ttl) }
        if !mailKeys.isEmpty { members["dkim"] = .array(mailKeys.map(\.json)) }
        return .object(members)
    }

    /// Reads it back; `nil` when something is missing or of another kind.
    public init?(json: some JSONNode) {
        let kind: Kind
        switch json["kind"]?.string {
        case "address":
            guard let addresses = json["addresses"]?.strings else { return nil }
            kind = .address(addresses)
        case "cname":
            guard let host = json["host"]?.string else { return nil }
            kind = .cname(host)
        case "url":
            guard let url = json["url"]?.string else { return nil }
            kind = .url(url)
        case "hosting":
            guard let gigabytes = json["gigabytes"]?.integer else { return nil }
            kind = .hosting(gigabytes: Capacity.clamped(gigabytes))
        case "delegate":
            guard let list = json["nameServers"]?.array else { return nil }
            let nameServers = list.compactMap { server -> NameServer? in
                guard let host = server["host"]?.string, let addresses = server["addresses"]?.strings else {
                    return nil
                }
                return NameServer(host: host, addresses: addresses)
            }
            guard nameServers.count == list.count else { return nil }
            kind = .delegate(nameServers: nameServers, ds: json["ds"]?.strings ?? [])
        default: return nil
        }
        self.init(
            kind, mail: MailOption(json: json["mail"]), www: json["www"]?.bool ?? false,
            ttl: json["ttl"]?.integer.flatMap(UInt32.init(exactly:)))
        mailKeys = (json["dkim"]?.array ?? []).compactMap(RequestForm.MailKey.init(json:))
    }
}

extension Target {
    /// In one line, as its options would give it.
    public var summary: String {
        var parts: [String] = []
        switch kind {
        case .address(let addresses): parts.append(addresses.joined(separator: " "))
        case .cname(let host): parts.append("CNAME \(host)")
        case .url(let url): parts.append(url)
        case .hosting(let gigabytes): parts.append("hosting \(gigabytes) GB")
        case .delegate(let servers, let ds):
            parts.append("NS " + servers.map(\.host).joined(separator: " ") + (ds.isEmpty ? "" : " +DS"))
        }
        switch mail {
        case nil: break
        case .standard: parts.append("+mail")
        case .host(let host): parts.append("+mail \(host)")
        case .null: parts.append("+mail .")
        }
        if www { parts.append("+www") }
        if let ttl { parts.append("ttl \(ttl)") }
        return parts.joined(separator: " ")
    }
}

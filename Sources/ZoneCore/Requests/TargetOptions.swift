/// TARGET as it was given: on the command line, or in a line of a batch. Nothing is judged yet.
public struct TargetOptions: Hashable, Sendable {
    /// `--hosting [GB]`
    public enum Hosting: Hashable, Sendable {
        case standard
        case gigabytes(String)
    }

    /// `--address IP…`
    public var addresses: [String] = []
    /// `--cname HOST`
    public var cname: String?
    /// `--url URL`
    public var url: String?
    public var hosting: Hosting?
    /// `--delegate HOST[=IP[,IP…]]…`
    public var delegate: [String] = []
    /// `--ds "KEYTAG ALGORITHM TYPE DIGEST"…`
    public var ds: [String] = []
    /// `--mail [HOST]`
    public var mail: Target.MailOption?
    /// Keys that the mail at the name is signed with.
    public var mailKeys: [RequestForm.MailKey] = []
    /// `--www`
    public var www = false
    /// `--ttl N`
    public var ttl: String?
    /// For `change`: give up mail, the www companion, the own TTL.
    public var withoutMail = false
    public var withoutWWW = false
    public var withoutTTL = false

    public init() {}

    /// What the name leads to, whatever else is asked for; `nil` when that is not said.
    var form: TargetForm? {
        if !delegate.isEmpty { return .nameServers }
        if hosting != nil { return .hosting }
        if url != nil { return .url }
        if cname != nil { return .host }
        return addresses.isEmpty ? nil : .address
    }

    /// The options that say what the name leads to; one of them is wanted.
    var kinds: [String] {
        var result: [String] = []
        if !addresses.isEmpty { result.append("--address") }
        if cname != nil { result.append("--cname") }
        if url != nil { result.append("--url") }
        if hosting != nil { result.append("--hosting") }
        if !delegate.isEmpty { result.append("--delegate") }
        return result
    }
}

import RFC1035

/// Domains that are not for the public.
enum InternalDomain {
    /// Those that exist on internal networks only (RFC 6761, RFC 6762, RFC 8375, ICANN's list), without final dot.
    static let domains: Set<String> = [
        "local", "lan", "internal", "intranet", "corp", "home", "localdomain", "private", "localhost", "invalid",
        "test", "workgroup", "home.arpa",
    ]

    /// Whether a zone's name says so. Reverse zones are of networks of all kinds.
    static func isInternal(_ origin: Name) -> Bool {
        let top = origin.undotted.split(separator: ".").last.map(String.init) ?? ""
        return top == "arpa" || domains.contains(top)
    }
}

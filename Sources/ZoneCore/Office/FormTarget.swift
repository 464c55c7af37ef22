import RFC1035

extension RequestForm {
    /// The target as options of `add` and `change` would give it; `nil` when the form says nothing of one.
    func targetOptions(hosting: HostingChoice?) -> TargetOptions? {
        var options = TargetOptions()
        options.www = www
        options.mail = mail ?? (kind == .email || !emailAccounts.isEmpty ? .standard : nil)
        options.ttl = ttl.map { String($0) }
        options.mailKeys = mailKeys
        if !nameServers.isEmpty {
            options.delegate = nameServers
            options.ds = ds
        } else if hosting == .cloud || (target.isEmpty && (capacityGB ?? 0) > 0) {
            options.hosting = capacityGB.map { .gigabytes(String($0)) } ?? .standard
        } else if let first = target.first {
            if target.count == 1, first.contains("://") || kind == .redirect {
                options.url = first.contains("://") ? first : "http://\(first)"
            } else if target.count == 1, !RequestForm.looksLikeAddress(first) {
                options.cname = first
            } else {
                options.addresses = target
            }
        } else {
            return kind == .change && (www || options.mail != nil || ttl != nil) ? options : nil
        }
        return options
    }

    /// Whether somebody meant an address, right or wrong: `300.1.1.1`, `2001:db8::1`.
    private static func looksLikeAddress(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: ":"))
            || text.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
    }
}

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

    /// What the form says of a target that leads nowhere, since what `targetOptions` puts before it counts.
    var unusedTarget: Reason? {
        guard !target.isEmpty, kind != .delete, kind != .passwordReset else { return nil }
        let counting: Text
        if !nameServers.isEmpty {
            counting = Text(en: "name servers", id: "server nama")
        } else if hosting == .cloud || (kind == .hosting && name == nil) {
            counting = HostingChoice.cloud.text
        } else {
            return nil
        }
        return Reason(
            "TARGET_UNUSED", Shown.text(target.joined(separator: ", ")),
            Text(
                en: "is not used: the form asks for \(counting.en) too, and that counts; if the target is meant, the "
                    + "form has to say so, and nothing else",
                id: "tidak dipakai: formulir juga meminta \(counting.id), dan itulah yang berlaku; bila tujuan ini "
                    + "yang dimaksud, formulir harus menyebutkannya tanpa yang lain"))
    }

    /// Whether somebody meant an address, right or wrong: `300.1.1.1`, `2001:db8::1`.
    private static func looksLikeAddress(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: ":"))
            || text.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
    }
}

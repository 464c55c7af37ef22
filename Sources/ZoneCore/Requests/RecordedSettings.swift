import RFC1035

extension ZoneSettings {
    /// These settings as a change has to read them: what its options do not mention keeps the addresses, the mail
    /// host and the TTL with which it was recorded, wherever the office has moved its servers since.
    func recorded(in held: ManagedName, besides options: TargetOptions) -> ZoneSettings {
        let lines = held.records.compactMap(RecordLine.init)
        let own = lines.filter { $0.owner == held.name }
        var result = self
        let keepsTarget = options.kinds.isEmpty
        if keepsTarget {
            let addresses = own.filter { $0.type == "A" || $0.type == "AAAA" }
                .compactMap { try? IPAddress(String($0.rdata)) }
            let alias = own.first { $0.type == "CNAME" }?.host
            switch held.target.kind {
            case .url where !addresses.isEmpty: result.redirector = addresses
            case .hosting where !addresses.isEmpty || alias != nil:
                result.hosting.addresses = addresses
                result.hosting.host = alias
            default: break
            }
            if let first = own.first, options.ttl == nil, !options.withoutTTL { result.ttl = first.ttl }
        }
        if held.target.mail != nil, options.mail == nil, !options.withoutMail,
            let exchanger = own.first(where: { $0.type == "MX" }), let host = exchanger.host,
            // A name that becomes a redirect can no longer take its mail itself.
            keepsTarget || host != held.name || options.url == nil
        {
            if case .standard = held.target.mail { result.mail.host = host == held.name ? nil : host }
            result.mail.preference =
                exchanger.rdata.split(separator: " ").first.flatMap { UInt16($0) } ?? mail.preference
            if let spf = own.first(where: { $0.type == "TXT" }).flatMap({ TextRecord.text(ofRdata: $0.rdata) }) {
                result.mail.spf = spf
            }
            if let owner = try? held.name.prepending("_dmarc"),
                let dmarc = lines.first(where: { $0.owner == owner && $0.type == "TXT" })
                    .flatMap({ TextRecord.text(ofRdata: $0.rdata) })
            {
                result.mail.dmarc = dmarc
            }
        }
        return result
    }
}

import RFC1035

/// Where a name may lead. Codes: `TARGET_INVALID` for what cannot work, `TARGET_NOT_ALLOWED` for what the
/// office does not allow; warnings `CLAIMABLE`, `DOCUMENTATION_ADDRESS`, `ONE_NAME_SERVER`, `WEAK_DS`,
/// `UNUSUAL_TTL`, `REPEATED`.
public struct TargetRules {
    /// Whether a host of the zone is there, for all that is known: it has records, or a delegation above it.
    public typealias Presence = (Name) throws(Failure) -> Bool

    public let name: Name
    public let settings: ZoneSettings
    private let isPresent: Presence

    public init(name: Name, settings: ZoneSettings, isPresent: @escaping Presence = { _ in false }) {
        self.name = name
        self.settings = settings
        self.isPresent = isPresent
    }

    struct Verdict {
        /// With reasons against it, what could be made of the options: good for judging further, not for writing.
        var target: Target
        var warnings: [Reason]
        var reasons: [Reason]
    }

    /// Judges what was given and brings it into canonical form.
    /// - Parameter current: for a change, what holds now; what is not given stays.
    func verdict(on options: TargetOptions, current: Target? = nil) throws(Failure) -> Verdict {
        var judge = TargetJudge(name: name, settings: settings, isPresent: isPresent)
        let target = try judge.target(options, current: current)
        return Verdict(target: target, warnings: judge.warnings, reasons: judge.reasons)
    }
}

private struct TargetJudge {
    let name: Name
    let settings: ZoneSettings
    let isPresent: TargetRules.Presence
    var reasons: [Reason] = []
    var warnings: [Reason] = []

    init(name: Name, settings: ZoneSettings, isPresent: @escaping TargetRules.Presence) {
        self.name = name
        self.settings = settings
        self.isPresent = isPresent
    }

    private mutating func invalid(_ subject: String, _ text: Text) {
        reasons.append(Reason("TARGET_INVALID", Shown.text(subject), text))
    }

    private mutating func notAllowed(_ subject: String, _ text: Text) {
        reasons.append(Reason("TARGET_NOT_ALLOWED", Shown.text(subject), text))
    }

    private mutating func warn(_ code: String, _ subject: String, en: String, id: String) {
        let warning = Reason(code, Shown.text(subject), Text(en: en, id: id))
        if !warnings.contains(warning) { warnings.append(warning) }
    }

    mutating func target(_ options: TargetOptions, current: Target?) throws(Failure) -> Target {
        let given = options.kinds
        guard given.count <= 1 else {
            let list = given.joined(separator: ", ")
            throw .usage(
                Text(
                    en: "\(list) cannot stand together: a name leads to one thing",
                    id: "\(list) tidak dapat digabung: sebuah nama menuju satu hal"))
        }
        if (options.mail != nil && options.withoutMail) || (options.www && options.withoutWWW)
            || (options.ttl != nil && options.withoutTTL)
        {
            throw .usage(
                Text(
                    en: "an option and its opposite were given together",
                    id: "sebuah opsi diberikan bersama lawannya"))
        }
        guard var kind = given.isEmpty ? current?.kind : try self.kind(options) else {
            throw .usage(
                Text(
                    en: "say where the name leads: --address, --cname, --url, --hosting or --delegate",
                    id: "sebutkan tujuan nama: --address, --cname, --url, --hosting, atau --delegate"))
        }
        if !options.ds.isEmpty {
            if options.delegate.isEmpty, case .delegate(let servers, _) = kind {
                kind = .delegate(nameServers: servers, ds: signers(options.ds))
            } else if options.delegate.isEmpty {
                throw .usage(Text(en: "--ds goes with --delegate only", id: "--ds hanya bersama --delegate"))
            }
        }
        var mail = options.withoutMail ? nil : current?.mail
        if let asked = options.mail { mail = try mailOption(asked) }
        let www = options.withoutWWW ? false : options.www || (current?.www ?? false)
        var ttl = options.withoutTTL ? nil : current?.ttl
        if let text = options.ttl {
            let seconds = try timeToLive(text)
            ttl = seconds
            if seconds < 30 || seconds > 604_800 {
                warn(
                    "UNUSUAL_TTL", "\(seconds)", en: "between 30 seconds and a week (604800) is usual",
                    id: "lazimnya antara 30 detik dan seminggu (604800)")
            }
        }
        var target = Target(kind, mail: mail, www: www, ttl: ttl)
        target.mailKeys = options.mailKeys.isEmpty ? current?.mailKeys ?? [] : options.mailKeys.filter { isGood($0) }
        if options.withoutMail || (mail == .null && options.mailKeys.isEmpty) { target.mailKeys = [] }
        return target
    }

    private mutating func isGood(_ key: RequestForm.MailKey) -> Bool {
        guard let fault = key.fault else { return true }
        reasons.append(fault)
        return false
    }

    /// What was given; in place of what was refused stands a name that leads nowhere (RFC 6761 §6.4), so that
    /// what it would stand beside can be judged all the same.
    private mutating func kind(_ options: TargetOptions) throws(Failure) -> Target.Kind {
        if !options.addresses.isEmpty { return .address(distinct(options.addresses).map(\.description)) }
        if let cname = options.cname { return try alias(cname) ?? .cname("invalid.") }
        if let url = options.url { return redirect(url) ?? .url("https://invalid./") }
        if let hosting = options.hosting { return try space(hosting) }
        return try delegation(options.delegate, options.ds)
    }

    // MARK: Addresses

    private mutating func distinct(_ texts: [String]) -> [IPAddress] {
        var result: [IPAddress] = []
        for text in texts {
            guard let address = address(text) else { continue }
            if result.contains(address) {
                warn(
                    "REPEATED", text, en: "given twice; taken once", id: "diberikan dua kali; dipakai sekali")
            } else {
                result.append(address)
            }
        }
        return result
    }

    private mutating func address(_ text: String) -> IPAddress? {
        let address: IPAddress
        do {
            address = try IPAddress(text)
        } catch {
            invalid(text, error.text)
            return nil
        }
        return isAllowed(address, text, bySettings: true) ? address : nil
    }

    /// - Parameter bySettings: whether `allowedNetworks` limits public addresses too.
    private mutating func isAllowed(_ address: IPAddress, _ text: String, bySettings: Bool) -> Bool {
        let listed = settings.allowedNetworks.contains { $0.contains(address) }
        if let range = SpecialRange.covering(address) {
            let what = Text(en: "\(range.name.en) (\(range.reference))", id: "\(range.name.id) (\(range.reference))")
            switch range.use {
            case .never:
                let hint = address.mappedIPv4.map { Text(en: "; write \($0)", id: "; tulis \($0)") }
                notAllowed(
                    text,
                    Text(
                        en: "is \(what.en); it leads nobody anywhere\(hint?.en ?? "")",
                        id: "adalah \(what.id); tidak mengantar ke mana pun\(hint?.id ?? "")"))
                return false
            case .whenAllowed where !listed:
                notAllowed(
                    text,
                    Text(
                        en: "is \(what.en); only what allowedNetworks lists may be used",
                        id: "adalah \(what.id); hanya yang tercantum di allowedNetworks yang boleh dipakai"))
                return false
            case .whenAllowed: return true
            case .documentation:
                switch settings.documentationAddresses {
                case .allow: break
                case .refuse:
                    notAllowed(
                        text, Text(en: "is \(what.en), for examples only", id: "adalah \(what.id), hanya untuk contoh"))
                    return false
                case .warn:
                    warn(
                        "DOCUMENTATION_ADDRESS", text, en: "is \(what.en), for examples only",
                        id: "adalah \(what.id), hanya untuk contoh")
                }
            }
        }
        if bySettings, !settings.allowedNetworks.isEmpty, !listed {
            let list = settings.allowedNetworks.prefix(8).map(\.description).joined(separator: ", ")
            notAllowed(
                text,
                Text(
                    en: "is outside the allowed networks (\(list))",
                    id: "di luar jaringan yang diizinkan (\(list))"))
            return false
        }
        return true
    }

    // MARK: Hosts

    private mutating func host(_ text: String) throws(Failure) -> Name? {
        let host: Name
        do throws(HostError) {
            host = try HostRules.host(text, zone: settings.zone)
        } catch {
            invalid(text, error.text)
            return nil
        }
        if let inside = try otherReading(of: text) {
            invalid(text, HostError.ambiguous(host, inside: inside).text)
            return nil
        }
        return host
    }

    /// The host of this zone that `www.dinkes` is as likely to mean as a host of a top-level domain `dinkes`.
    private func otherReading(of text: String) throws(Failure) -> Name? {
        guard text.utf8.contains(UInt8(ascii: ".")), text.utf8.last != UInt8(ascii: "."),
            let inside = try? Name(text, origin: settings.zone), let outside = try? Name(text),
            !outside.isAtOrBelow(settings.zone)
        else { return nil }
        if inside.isAtOrBelow(name) { return inside }
        if try isPresent(inside) { return inside }
        guard let last = outside.labels.last else { return nil }
        let top = String(decoding: last, as: UTF8.self)
        guard !HostRules.usualTops.contains(top), let upper = try? settings.zone.prepending(top) else { return nil }
        return try isPresent(upper) ? inside : nil
    }

    private mutating func alias(_ text: String) throws(Failure) -> Target.Kind? {
        guard let host = try host(text) else { return nil }
        guard host != name, host != (try? name.prepending("www")) else {
            invalid(
                text,
                Text(en: "the name would be an alias of itself", id: "nama ini akan menjadi alias bagi dirinya sendiri")
            )
            return nil
        }
        flagClaimable(host, text)
        return .cname(host.description)
    }

    private mutating func flagClaimable(_ host: Name, _ text: String) {
        guard let service = ClaimableHosts.service(of: host) else { return }
        warn(
            "CLAIMABLE", text,
            en: "belongs to \(service.service): check that the agency holds this host there, and remove the name "
                + "before the host is given up, or a stranger may take it over",
            id: "milik \(service.service): pastikan instansi menguasai host ini, dan hapus nama sebelum host "
                + "dilepas, agar tidak diambil alih pihak lain")
    }

    private mutating func redirect(_ text: String) -> Target.Kind? {
        let url: RedirectURL
        do {
            url = try RedirectURL(text)
        } catch {
            invalid(text, error.text)
            return nil
        }
        if let address = url.address {
            guard isAllowed(address, text, bySettings: false) else { return nil }
        } else if let host = try? Name(url.host) {
            guard host != name, host != (try? name.prepending("www")) else {
                invalid(
                    text,
                    Text(en: "the name would redirect to itself", id: "nama ini akan dialihkan ke dirinya sendiri"))
                return nil
            }
            flagClaimable(host, url.host)
        }
        return .url(url.description)
    }

    private mutating func space(_ hosting: TargetOptions.Hosting) throws(Failure) -> Target.Kind {
        switch hosting {
        case .standard: return .hosting(gigabytes: settings.hosting.defaultGB)
        case .gigabytes(let text):
            guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy(ASCII.isDigit), let number = Int(text),
                number > 0
            else {
                throw .usage(
                    Text(
                        en: "--hosting “\(Shown.text(text))” is not a whole number of gigabytes above 0",
                        id: "--hosting “\(Shown.text(text))” bukan bilangan bulat gigabita di atas 0"))
            }
            return .hosting(gigabytes: number)
        }
    }

    private mutating func mailOption(_ option: Target.MailOption) throws(Failure) -> Target.MailOption? {
        guard case .host(let text) = option else { return option }
        guard let host = try host(text) else { return nil }
        flagClaimable(host, text)
        return .host(host.description)
    }

    private func timeToLive(_ text: String) throws(Failure) -> UInt32 {
        guard !text.isEmpty, text.utf8.count <= 10, text.utf8.allSatisfy(ASCII.isDigit), let ttl = UInt32(text),
            ttl <= 2_147_483_647
        else {
            throw .usage(
                Text(
                    en: "--ttl “\(Shown.text(text))” is not a number of seconds from 0 to 2147483647 (RFC 2181 §8)",
                    id: "--ttl “\(Shown.text(text))” bukan jumlah detik 0 sampai 2147483647 (RFC 2181 §8)"))
        }
        return ttl
    }

    // MARK: Delegation

    private mutating func delegation(_ texts: [String], _ ds: [String]) throws(Failure) -> Target.Kind {
        var servers: [(host: Name, addresses: [IPAddress])] = []
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let first = parts.first, let host = try nameServer(first) else { continue }
            var addresses: [IPAddress] = []
            if parts.count == 2 {
                guard host.isAtOrBelow(name) else {
                    invalid(
                        text,
                        Text(
                            en: "an address (glue) belongs to name servers inside \(name.undotted) only; "
                                + "leave it out, the address is known from the host's own zone",
                            id: "alamat (glue) hanya untuk server nama di dalam \(name.undotted); "
                                + "hapus, alamatnya diketahui dari zona host itu sendiri"))
                    continue
                }
                addresses = distinct(parts[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init))
            }
            if let index = servers.firstIndex(where: { $0.host == host }) {
                for address in addresses where !servers[index].addresses.contains(address) {
                    servers[index].addresses.append(address)
                }
                if addresses.isEmpty {
                    warn("REPEATED", first, en: "given twice; taken once", id: "diberikan dua kali; dipakai sekali")
                }
            } else {
                servers.append((host, addresses))
            }
        }
        for server in servers where server.host.isAtOrBelow(name) && server.addresses.isEmpty {
            guard !reasons.contains(where: { $0.code.hasPrefix("TARGET_") }) else { break }
            invalid(
                server.host.undotted,
                Text(
                    en: "stands inside the delegated name and needs its address: HOST=IP",
                    id: "berada di dalam nama yang didelegasikan dan memerlukan alamatnya: HOST=IP"))
        }
        if servers.count == 1 {
            warn(
                "ONE_NAME_SERVER", servers[0].host.undotted,
                en: "is the only name server; two are usual (RFC 1034 §4.1)",
                id: "satu-satunya server nama; lazimnya dua (RFC 1034 §4.1)")
        }
        let signers = signers(ds)
        // Their missing addresses have been told, or are those that were refused.
        if !reasons.isEmpty { servers.removeAll { $0.host.isAtOrBelow(name) && $0.addresses.isEmpty } }
        return .delegate(
            nameServers: servers.map { .init(host: $0.host.description, addresses: $0.addresses.map(\.description)) },
            ds: signers)
    }

    /// As a host, but `ns1.dinkes` is read inside the delegated name `dinkes` of the zone.
    private mutating func nameServer(_ text: String) throws(Failure) -> Name? {
        if text.utf8.last != UInt8(ascii: "."), (try? HostRules.host(text, zone: settings.zone)) != nil,
            let inside = try? Name(text, origin: settings.zone), inside.isAtOrBelow(name)
        {
            return inside
        }
        return try host(text)
    }

    private mutating func signers(_ texts: [String]) -> [String] {
        var result: [String] = []
        for text in texts {
            do {
                let signer = try DelegationSigner.parse(text)
                if let weakness = signer.weakness {
                    warn("WEAK_DS", "DS \(signer.keyTag)", en: weakness.en, id: weakness.id)
                }
                if !result.contains(signer.description) { result.append(signer.description) }
            } catch {
                invalid(text, error.text)
            }
        }
        return result
    }
}

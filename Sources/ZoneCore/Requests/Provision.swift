import RFC1035

/// From what was asked to what is written: the records, the line of the redirect map, the space taken.
public struct Provision: Hashable, Sendable {
    /// Master-file lines `owner TTL IN TYPE rdata`, owners and hosts absolute, in the order they were made.
    public var records: [String] = []
    /// Where the redirect map sends the name and its `www` companion.
    public var redirect: String?
    /// Space taken on the shared hosting.
    public var gigabytes = 0

    /// The records of a judged target. What cannot stand together in the DNS is told, each with its reason, beside the
    /// records that could be made.
    static func attempt(
        for target: Target, name: Name, settings: ZoneSettings
    ) -> (provision: Provision, reasons: [Reason]) {
        var maker = ProvisionMaker(target: target, name: name, settings: settings)
        maker.make()
        return (maker.result, maker.reasons)
    }
}

private struct ProvisionMaker {
    let target: Target
    let name: Name
    let settings: ZoneSettings
    var result = Provision()
    var reasons: [Reason] = []

    init(target: Target, name: Name, settings: ZoneSettings) {
        self.target = target
        self.name = name
        self.settings = settings
    }

    private mutating func add(_ owner: Name, _ type: String, _ rdata: String) {
        let ttl = min(target.ttl ?? settings.ttl, 2_147_483_647)
        result.records.append("\(owner) \(ttl) IN \(type) \(rdata)")
    }

    private mutating func refuse(_ subject: String, en: String, id: String, code: String = "TARGET_INVALID") {
        reasons.append(Reason(code, subject, Text(en: en, id: id)))
    }

    private mutating func add(addresses: [IPAddress]) {
        for address in addresses { add(name, address.recordType, address.description) }
    }

    mutating func make() {
        switch target.kind {
        case .address(let texts): add(addresses: texts.compactMap { parsed($0) })
        case .cname(let host): add(name, "CNAME", absolute(host))
        case .url(let url):
            guard !settings.redirector.isEmpty else {
                refuse(
                    "--url",
                    en: "zone.json names no web server for redirects (redirector.addresses)",
                    id: "zone.json tidak menyebut server web untuk pengalihan (redirector.addresses)")
                break
            }
            add(addresses: settings.redirector)
            result.redirect = url
        case .hosting(let gigabytes):
            result.gigabytes = gigabytes
            if let host = settings.hosting.host {
                add(name, "CNAME", host.description)
            } else if settings.hosting.addresses.isEmpty {
                refuse(
                    "--hosting",
                    en: "zone.json names no shared hosting (hosting.addresses or hosting.host)",
                    id: "zone.json tidak menyebut hosting bersama (hosting.addresses atau hosting.host)")
            } else {
                add(addresses: settings.hosting.addresses)
            }
        case .delegate(let servers, let ds):
            delegate(servers, ds)
        }
        if let mail = target.mail { addMail(mail) }
        for key in target.mailKeys { addMailKey(key) }
        if target.www { addCompanion() }
    }

    private mutating func addMailKey(_ key: RequestForm.MailKey) {
        if case .delegate = target.kind, let lonely {
            reasons.append(Reason("TARGET_INVALID", Shown.text(key.selector), lonely))
        } else if let owner = try? Name("\(key.selector)._domainkey", origin: name) {
            add(owner, "TXT", TextRecord.rdata(key.record))
        } else {
            refuse(
                Shown.text(key.selector), en: "no room for \(Shown.text(key.selector))._domainkey in front of the name",
                id: "tidak ada tempat untuk \(Shown.text(key.selector))._domainkey di depan nama")
        }
    }

    private mutating func parsed(_ text: String) -> IPAddress? {
        do {
            return try IPAddress(text)
        } catch {
            reasons.append(Reason("TARGET_INVALID", Shown.text(text), error.text))
            return nil
        }
    }

    private mutating func absolute(_ host: String) -> String {
        do {
            return try HostRules.host(host, zone: settings.zone).description
        } catch {
            reasons.append(Reason("TARGET_INVALID", Shown.text(host), error.text))
            return "."
        }
    }

    private mutating func delegate(_ servers: [Target.NameServer], _ ds: [String]) {
        for server in servers {
            add(name, "NS", absolute(server.host))
        }
        for text in ds { add(name, "DS", text) }
        for server in servers {
            guard let host = try? Name(server.host) else { continue }
            let inside = host.isAtOrBelow(name)
            if inside, server.addresses.isEmpty {
                refuse(
                    host.undotted, en: "stands inside the delegated name and needs its address: HOST=IP",
                    id: "berada di dalam nama yang didelegasikan dan memerlukan alamatnya: HOST=IP")
            }
            if !inside, !server.addresses.isEmpty {
                refuse(
                    host.undotted, en: "an address (glue) belongs to name servers inside \(name.undotted) only",
                    id: "alamat (glue) hanya untuk server nama di dalam \(name.undotted)")
            }
            for address in server.addresses.compactMap({ parsed($0) }) {
                add(host, address.recordType, address.description)
            }
        }
    }

    // MARK: Mail

    /// What stands at the name, when nothing else may stand beside it.
    private var lonely: Text? {
        switch target.kind {
        case .cname:
            Text(
                en: "the name is an alias (CNAME), and an alias has no other records (RFC 2181 §10.1); "
                    + "give --address instead of --cname",
                id: "nama ini alias (CNAME), dan alias tidak boleh punya rekaman lain (RFC 2181 §10.1); "
                    + "pakai --address, bukan --cname")
        case .hosting where settings.hosting.host != nil:
            Text(
                en: "hosted names are aliases (hosting.host), and an alias has no other records (RFC 2181 §10.1)",
                id:
                    "nama pada hosting berupa alias (hosting.host), dan alias tidak boleh punya rekaman lain "
                        + "(RFC 2181 §10.1)"
            )
        case .delegate:
            Text(
                en: "the name is delegated; its mail is set up on its own name servers",
                id: "nama ini didelegasikan; surelnya diatur di server namanya sendiri")
        default: nil
        }
    }

    private mutating func addMail(_ mail: Target.MailOption) {
        if let lonely {
            reasons.append(Reason("TARGET_INVALID", "--mail", lonely))
            return
        }
        let host: String
        switch mail {
        case .null:
            add(name, "MX", "0 .")
            add(name, "TXT", TextRecord.rdata("v=spf1 -all"))
            if !target.mailKeys.isEmpty {
                refuse(
                    "--mail", en: "“.” says that the name sends no mail, and it has keys to sign mail with (dkim)",
                    id: "“.” berarti nama tidak mengirim surel, padahal ada kunci penanda tangan surel (dkim)")
            }
            return
        case .host(let text): host = absolute(text)
        case .standard:
            if let standard = settings.mail.host {
                host = standard.description
            } else if case .url = target.kind {
                return refuse(
                    "--mail",
                    en:
                        "the name leads to the redirector, which takes no mail; name a host, or set mail.host "
                            + "in zone.json",
                    id:
                        "nama ini menuju server pengalihan yang tidak menerima surel; sebutkan host, atau isi "
                            + "mail.host di zone.json"
                )
            } else {
                host = name.description
            }
        }
        add(name, "MX", "\(settings.mail.preference) \(host)")
        add(name, "TXT", TextRecord.rdata(settings.mail.spf))
        if let owner = try? name.prepending("_dmarc") {
            add(owner, "TXT", TextRecord.rdata(settings.mail.dmarc))
        } else {
            refuse(
                "--mail", en: "no room for _dmarc in front of the name",
                id: "tidak ada tempat untuk _dmarc di depan nama")
        }
    }

    private mutating func addCompanion() {
        if case .delegate = target.kind {
            return refuse(
                "--www", en: "the name is delegated; www is set up on its own name servers",
                id: "nama ini didelegasikan; www diatur di server namanya sendiri")
        }
        if let owner = try? name.prepending("www") {
            add(owner, "CNAME", name.description)
        } else {
            refuse("--www", en: "no room for www in front of the name", id: "tidak ada tempat untuk www di depan nama")
        }
    }
}

/// TXT data as master-file text.
public enum TextRecord {
    /// Quoted always, in pieces of at most 255 octets (RFC 1035 §3.3.14): an unquoted `;` would cut it short.
    public static func rdata(_ text: String) -> String {
        let octets = Array(text.utf8)
        var pieces: [String] = []
        var start = 0
        repeat {
            let end = min(start + 255, octets.count)
            var piece = "\""
            for octet in octets[start..<end] {
                switch octet {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                    piece += "\\"
                    piece.unicodeScalars.append(Unicode.Scalar(octet))
                case 0x20...0x7E: piece.unicodeScalars.append(Unicode.Scalar(octet))
                default:
                    let digits = String(octet)
                    piece += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
                }
            }
            pieces.append(piece + "\"")
            start = end
        } while start < octets.count
        return pieces.joined(separator: " ")
    }

    /// The text of data that `rdata(_:)` made; `nil` for other data.
    static func text(ofRdata rdata: some StringProtocol) -> String? {
        var octets: [UInt8] = []
        var isQuoted = false
        var rest = Array(rdata.utf8)[...]
        while let octet = rest.popFirst() {
            switch octet {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: " ") where !isQuoted: break
            case UInt8(ascii: "\\"):
                let digits = rest.prefix(3)
                if digits.count == 3, let value = UInt8(String(decoding: digits, as: UTF8.self)) {
                    octets.append(value)
                    rest = rest.dropFirst(3)
                } else if let escaped = rest.popFirst() {
                    octets.append(escaped)
                } else {
                    return nil
                }
            default:
                guard isQuoted else { return nil }
                octets.append(octet)
            }
        }
        return isQuoted ? nil : String(decoding: octets, as: UTF8.self)
    }
}

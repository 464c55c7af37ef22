import TestSupport

/// A zone such as an office has, without a fault: made of a seed, in any order and spelling.
struct OfficeZone {
    let origin: String
    private(set) var lines: [String] = []
    private var random: SeededRandom
    private var usedLabels: Set<String> = []
    private var addresses = 0
    /// Names with an address and nothing else that would forbid pointing to them.
    private var hosts: [String] = []

    var text: String { lines.joined(separator: "\n") + "\n" }

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
        let isReverse = random.chance(8)
        if isReverse {
            origin = ["2.0.192.in-addr.arpa.", "8.b.d.0.1.0.0.2.ip6.arpa."].randomElement(using: &random) ?? ""
        } else {
            let names = ["kabupaten.example.", "dinas.go.example.", "xn--kota-5sa.example."]
            origin = names.randomElement(using: &random) ?? ""
        }
        isReverse ? reverse() : forward()
    }

    // MARK: choosing

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }

    private static let words = [
        "dinkes", "dindik", "bkd", "rsud", "ppid", "portal", "arsip", "statistik", "pajak", "sipd", "simpeg", "peta",
        "cctv", "antrean", "data", "api", "cdn", "e-office", "kec-utara", "kel1", "puskesmas-2", "desa", "upt", "aset",
    ]

    /// A label that the zone does not have yet.
    private mutating func label() -> String {
        while true {
            var label = pick(Self.words)
            if usedLabels.contains(label) { label += "\(number(1...9999))" }
            if usedLabels.insert(label).inserted { return label }
        }
    }

    private mutating func ipv4() -> String {
        addresses += 1
        return ["192.0.2.", "198.51.100.", "203.0.113."][addresses % 3] + "\(1 + addresses / 3 % 250)"
    }

    private mutating func ipv6() -> String {
        addresses += 1
        return "2001:db8:\(String(addresses, radix: 16))::\(String(number(1...65535), radix: 16))"
    }

    /// A name of the zone as a file may spell it, relative or with the zone; letter case does not count.
    private mutating func spelled(_ name: String) -> String {
        let full = name == "@" ? origin : "\(name).\(origin)"
        return switch number(1...6) {
        case 1: full
        case 2: full.uppercased()
        case 3 where name != "@": name.uppercased()
        default: name
        }
    }

    private mutating func host() -> String { spelled(pick(hosts)) }

    private mutating func add(_ owner: String, _ type: String, _ data: String, ttl: Int? = nil) {
        let gap = pick([" ", "\t", "   "])
        let ttl = ttl.map { "\($0)\(gap)" } ?? ""
        lines.append(spelled(owner) + gap + ttl + pick(["", "IN "]) + type + gap + data)
    }

    // MARK: what it has

    private mutating func head() {
        lines = ["$ORIGIN \(origin)", "$TTL \(pick(["3600", "1h", "86400", "1d", "14400"]))"]
        let timers = pick(["10800 3600 1209600 3600", "3h 1h 4w 1h", "14400 3600 2419200 900", "86400 7200 6w 10800"])
        let serial = pick(["2026112001", "2025010100", "1", "47", "1763600000"])
        let mailbox = pick(["hostmaster", "admin.ti", "dns\\.admin", "hostmaster.provider.example."])
        let isMany = random.chance(2)
        let primary = origin.hasSuffix("arpa.") ? "ns1.provider.example." : "ns1"
        let author = origin.hasSuffix("arpa.") ? "hostmaster.provider.example." : mailbox
        let numbers = isMany ? "(\n  \(serial) ; serial\n  \(timers) )" : "\(serial) \(timers)"
        lines.append("@ SOA \(primary) \(author) \(numbers)")
        lines.append("  NS \(primary)")
        lines.append("  NS \(pick(["ns2.provider.example.", "ns.other.example."]))")
    }

    private mutating func forward() {
        head()
        lines.append("ns1 A \(ipv4())")
        if random.chance(2) { lines.append("ns1 AAAA \(ipv6())") }
        usedLabels = ["ns1", "mail", "www"]
        hosts = ["ns1"]
        for _ in 0..<number(1...6) { machine() }
        if random.chance(2) { apexAddress() }
        if !random.chance(4) { mail() } else if random.chance(2) { noMail() }
        let parts: [(inout OfficeZone) -> Void] = [
            { $0.alias() }, { $0.alias() }, { $0.delegation() }, { $0.delegation() }, { $0.service() },
            { $0.binding() }, { $0.certificate() }, { $0.authorities() }, { $0.wildcard() }, { $0.rewriting() },
            { $0.texts() }, { $0.redirection() }, { $0.rare() }, { $0.keys() },
        ]
        for part in parts where !random.chance(3) { part(&self) }
    }

    private mutating func reverse() {
        head()
        var used: Set<String> = []
        for _ in 0..<number(1...30) {
            let count = origin.hasPrefix("2.") ? 1 : 24
            let owner =
                count == 1
                ? "\(number(1...254))"
                : (0..<count).map { _ in String(number(0...15), radix: 16) }.joined(separator: ".")
            guard used.insert(owner).inserted else { continue }
            lines.append("\(owner) PTR \(pick(Self.words))\(number(1...99)).kabupaten.example.")
        }
    }

    private mutating func machine() {
        let name = random.chance(5) ? "\(label()).\(label())" : label()
        hosts.append(name)
        let ttl: Int? = random.chance(3) ? [60, 300, 86400].randomElement(using: &random) : nil
        for _ in 0..<number(1...3) { add(name, "A", ipv4(), ttl: ttl) }
        if random.chance(2) { add(name, "AAAA", ipv6(), ttl: random.chance(2) ? ttl : nil) }
    }

    private mutating func apexAddress() {
        add("@", "A", ipv4())
        if random.chance(2) { add("www", "CNAME", spelled("@")) } else { add("www", "CNAME", "cdn.provider.example.") }
    }

    private mutating func mail() {
        add("mail", "A", ipv4())
        hosts.append("mail")
        add("@", "MX", "10 \(spelled("mail"))")
        if random.chance(2) { add("@", "MX", "20 mx.provider.example.") }
        let senders = pick([
            "mx", "mx a", "mx ip4:192.0.2.0/24", "a:mail.\(origin.dropLast()) include:spf.provider.example",
            "ip4:198.51.100.7 ip6:2001:db8::/32 mx", "exists:%{i}._spf.provider.example mx", "mx/28 a//64",
        ])
        add("@", "TXT", "\"v=spf1 \(senders) \(pick(["-all", "~all", "?all"]))\"")
        let policy = pick(["none", "quarantine", "reject"])
        let rest = pick(["", ";", "; rua=mailto:dmarc@\(origin.dropLast())", "; pct=50; aspf=s", "; sp=none; ri=86400"])
        add("_dmarc", "TXT", "\"v=DMARC1; p=\(policy)\(rest)\"")
        switch number(1...3) {
        case 1: add("s1._domainkey", "TXT", "\"v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\"")
        case 2: add("s1._domainkey", "CNAME", "s1.provider.example.")
        default: break
        }
        if random.chance(3) {
            add("_mta-sts", "TXT", "\"v=STSv1; id=\(number(1...99999))\"")
            add("mta-sts", "CNAME", host())
            add("_smtp._tls", "TXT", "\"v=TLSRPTv1; rua=mailto:tls@\(origin.dropLast())\"")
        }
        if random.chance(2) { add("_imaps._tcp", "SRV", "0 1 993 \(spelled("mail"))") }
        if random.chance(2) { add("_25._tcp.mail", "TLSA", "3 1 1 \(hexadecimal(32))") }
    }

    private mutating func noMail() {
        add("@", "MX", "0 .")
        add("@", "TXT", "\"v=spf1 -all\"")
        add("_dmarc", "TXT", "\"v=DMARC1; p=reject\"")
    }

    private mutating func alias() {
        let target = switch number(1...5) {
        case 1: "office.cloud.example."
        case 2: "xn--bcher-kva.example."
        case 3: "_origin.cdn.example."
        default: host()
        }
        add(label(), "CNAME", target, ttl: random.chance(3) ? 300 : nil)
    }

    private mutating func delegation() {
        let name = label()
        if random.chance(2) {
            add(name, "NS", spelled("ns.\(name)"))
            lines.append("ns.\(name) A \(ipv4())")
            if random.chance(2) { lines.append("ns.\(name) AAAA \(ipv6())") }
        } else {
            add(name, "NS", "ns3.provider.example.")
        }
        add(name, "NS", random.chance(2) ? spelled("ns1") : "ns4.provider.example.")
        if random.chance(2) { add(name, "DS", "\(number(1...65535)) 13 2 \(hexadecimal(32))") }
        if random.chance(3) { add(name, "DS", "\(number(1...65535)) 8 4 \(hexadecimal(48))") }
    }

    private mutating func service() {
        add("_sip._udp", "SRV", "10 60 5060 \(host())")
        add("_sip._udp", "SRV", "20 0 5060 sip.provider.example.")
        add("_ldap._tcp.\(label())", "SRV", "0 0 389 \(host())")
        add("_imap._tcp", "SRV", "0 0 0 .")
        if random.chance(2) { add("_http._tcp", "URI", "10 1 \"https://\(origin.dropLast())/\"") }
    }

    private mutating func binding() {
        let name = label()
        let address = ipv4()
        lines.append("\(name) A \(address)")
        switch number(1...5) {
        case 1: add(name, "HTTPS", "1 . alpn=h2,h3 ipv4hint=\(address)")
        case 2: add(name, "HTTPS", "1 . alpn=\"h2,h3\" port=8443 mandatory=port")
        case 3: add(name, "HTTPS", "1 edge.cdn.example. alpn=h3 no-default-alpn")
        case 4: add("_8443._https.\(name)", "HTTPS", "1 \(spelled(name)) port=8443")
        default: add("_dns.\(name)", "SVCB", "1 \(spelled(name)) alpn=dot,h2 key7=/q{?dns}")
        }
        if random.chance(2) { add(label(), "HTTPS", "0 pool.cdn.example.") }
    }

    private mutating func certificate() {
        let name = pick(hosts)
        add("_443._tcp.\(name)", "TLSA", "\(pick(["3 1 1", "2 0 1"])) \(hexadecimal(32))")
        add("_443._tcp.\(name)", "TLSA", "3 1 2 \(hexadecimal(64))")
        if random.chance(2) { add("_acme-challenge.\(label())", "TXT", "\"\(hexadecimal(16))\"") }
    }

    private mutating func authorities() {
        let issuer = pick(["letsencrypt.org", "ca.example.net; policy=ev", "ca.example.net;account=12"])
        add("@", "CAA", "0 issue \"\(issuer)\"")
        if random.chance(2) { add("@", "CAA", "0 issuewild \";\"") }
        if random.chance(2) { add("@", "CAA", "128 issuemail \"ca.example.net\"") }
        if random.chance(2) { add("@", "CAA", "0 iodef \"mailto:security@example.net\"") }
    }

    private mutating func wildcard() {
        let name = "*.\(label())"
        add(name, "A", ipv4())
        if random.chance(2) { add(name, "TXT", "\"any\"") }
        if random.chance(3) { add("*", "A", ipv4()) }
    }

    private mutating func rewriting() {
        add(label(), "NAPTR", "100 10 \"u\" \"E2U+sip\" \"!^.*$!sip:info@example.net!\" .")
        add(label(), "NAPTR", "10 50 \"s\" \"SIP+D2T\" \"\" _sip._tcp.provider.example.")
    }

    private mutating func texts() {
        add("@", "TXT", "\"site-verification=\(hexadecimal(12))\"")
        add(label(), "TXT", "\"a; b\" \"c\\\"d\" \"\(String(repeating: "x", count: number(0...255)))\"")
        add("default._bimi", "TXT", "\"v=BIMI1; l=https://www.example.net/logo.svg\"")
    }

    private mutating func redirection() { add(label(), "DNAME", pick(["new.example.", "old.provider.example."])) }

    private mutating func rare() {
        let name = pick(hosts)
        add(name, "LOC", "7 \(number(0...59)) 16.8 S 109 21 50.4 E \(number(0...800))m 10m 100m 10m")
        add(name, "HINFO", "\"VM\" \"Linux\"")
        add(name, "RP", "budi.example.net. .")
        add(label(), "TYPE\(number(65280...65534))", "\\# 4 \(hexadecimal(4))")
    }

    private mutating func keys() {
        add(pick(hosts), "SSHFP", "4 2 \(hexadecimal(32))")
        add("\(hexadecimal(28))._openpgpkey", "OPENPGPKEY", "mQENBGE=")
    }

    private mutating func hexadecimal(_ count: Int) -> String {
        (0..<count).map { _ in
            let octet = number(0...255)
            return (octet < 16 ? "0" : "") + String(octet, radix: 16)
        }.joined()
    }
}

extension SeededRandom {
    /// True once in so many times.
    fileprivate mutating func chance(_ count: Int) -> Bool { Int.random(in: 1...count, using: &self) == 1 }
}

import RFC1035

extension Check {
    /// Where name servers stand in the network, and how much it takes to name them all.
    static let serverNetworkChecks: [Check] = [
        Check(
            "NS_SAME_NETWORK", .notice, "RFC 2182 §3.1",
            Text(
                en: "All name servers of the zone are in one network.",
                id: "Semua server nama zona berada dalam satu jaringan."),
            explanation: Text(
                en: """
                    Servers whose addresses are in one /24, or one /48 of IPv6, mostly hang on one line and one \
                    router: when that fails, all of them are out of reach, and every name of the zone with them. Let a second \
                    server stand elsewhere, with another provider or another office.
                    """,
                id: """
                    Server dengan alamat dalam satu /24, atau satu /48 pada IPv6, biasanya bergantung pada satu jalur \
                    dan satu router: bila putus, semuanya tidak terjangkau, dan semua nama di zona ikut hilang. \
                    Tempatkan server kedua di tempat lain, pada penyedia atau kantor lain.
                    """),
            bad: "\(ZoneExample.soa)\n@ NS ns1\n@ NS ns2\nns1 A 192.0.2.53\nns2 A 192.0.2.54",
            good: ZoneExample.served(),
            .record([.soa]) { run, name, row in
                guard run.apexSOA(name, row) != nil, !run.isInternal, let ns = run.zone.firstRow(of: .ns, at: name),
                    let network = run.onlyNetworkOfServers(at: name)
                else { return }
                run.report(
                    row: ns, at: .rdata(0),
                    Text(
                        en: "all name servers are in \(network): when it is out of reach, so is the zone; have one "
                            + "elsewhere",
                        id: "semua server nama berada di \(network): bila jaringan itu putus, zona ikut hilang; "
                            + "tempatkan satu di jaringan lain"))
            }),
        Check(
            "REFERRAL_TOO_LARGE", .notice, "RFC 1035 §4.2.1; RFC 9471 §3.1",
            Text(
                en: "What names the servers of a zone does not fit into 512 octets.",
                id: "Jawaban yang menyebut server zona tidak muat dalam 512 oktet."),
            explanation: Text(
                en: """
                    The answer that leads to a zone holds its NS records and the addresses of those servers that are \
                    in it. Beyond 512 octets it is cut off for those who ask without EDNS, behind old firewalls for \
                    instance, and they must ask again over TCP. Fewer servers, or names that end alike, make it \
                    smaller.
                    """,
                id: """
                    Jawaban yang mengarahkan ke sebuah zona memuat rekaman NS-nya dan alamat server yang berada di \
                    dalamnya. Di atas 512 oktet jawaban itu terpotong bagi penanya tanpa EDNS, misalnya di belakang \
                    firewall lama, sehingga harus bertanya lagi lewat TCP. Server yang lebih sedikit, atau nama yang \
                    berakhiran sama, memperkecilnya.
                    """),
            bad: servers(14), good: servers(4),
            .set([.ns], over: 2) { run, name in
                guard run.shape.standing(of: name) == .delegation || name == run.zone.apex,
                    run.mayReferralBeLarge(name), let row = run.zone.firstRow(of: .ns, at: name)
                else { return }
                let size = run.referralSize(of: name)
                guard size > 512, run.hasRoom() else { return }
                run.report(
                    row: row,
                    Text(
                        en: "naming the servers of \(run.zone.name(at: name)) takes \(size) octets; without EDNS there "
                            + "are 512, so that it is asked again over TCP",
                        id: "menyebut server \(run.zone.name(at: name)) memerlukan \(size) oktet; tanpa EDNS hanya "
                            + "512, sehingga ditanyakan lagi lewat TCP"))
            }),
    ]

    private static func servers(_ count: Int) -> String {
        (1...count).map { "dinkes NS ns\($0).dinkes\nns\($0).dinkes A 203.0.113.\($0)" }.joined(separator: "\n")
    }
}

extension CheckRun {
    /// The network that has all addresses of a name's servers; `nil` where they are in several, or not all known.
    fileprivate mutating func onlyNetworkOfServers(at name: Int) -> String? {
        var addresses: Set<[UInt8]> = []
        for ns in zone.rows(of: name, type: .ns) {
            guard let host = nameTarget(of: ns, nameAt: 0), !zone.names[host].types.isDisjoint(with: .addresses)
            else { return nil }
            addresses.formUnion(zone.addresses(.a, at: host))
            addresses.formUnion(zone.addresses(.aaaa, at: host))
        }
        var networks: [String] = []
        var isOneServer = true
        for (size, prefix) in [(4, 3), (16, 6)] {
            let family = addresses.filter { $0.count == size }
            guard let first = family.first else { continue }
            guard family.allSatisfy({ $0.prefix(prefix) == first.prefix(prefix) }) else { return nil }
            if family.count > 1 { isOneServer = false }
            let network = Array(first.prefix(prefix)) + Array(repeating: 0, count: size - prefix)
            networks.append("\(IPAddress(uncheckedOctets: network))/\(8 * prefix)")
        }
        // That two servers are one has a finding of its own.
        return isOneServer ? nil : networks.joined(separator: ", ")
    }

    /// Whether a look at how names repeat is worth while: without it, the referral would be larger than is good.
    fileprivate mutating func mayReferralBeLarge(_ name: Int) -> Bool {
        let cut = zone.wire(of: name)
        let length = WireName.length(cut)
        var size = 16 + length
        for number in zone.rows(of: name) where zone.records[Int(number)].type == RecordType.ns.rawValue {
            let rdata = zone.rdata(of: Int(number))
            size += 12 + rdata.count
            guard let target = rdata.baseAddress, WireName.isAtOrBelow(target, rdata.count, cut, length),
                let host = nameTarget(of: Int(number), nameAt: 0)
            else { continue }
            size += 28 * zone.recordCount(of: host)
        }
        return size > 512
    }

    /// The least octets of a referral to a name: header, question, NS records, and the addresses of servers at or below
    /// the name, which all must be in it (RFC 9471 §3.1); names are written once (RFC 1035 §4.1.4).
    fileprivate mutating func referralSize(of name: Int) -> Int {
        let cut = zone.wire(of: name)
        let length = WireName.length(cut)
        var written: Set<[UInt8]> = []
        var size = 12 + Self.compressed(cut, length, &written) + 4
        for number in zone.rows(of: name, type: .ns) {
            guard let target = zone.rdata(of: number).baseAddress else { continue }
            let targetLength = WireName.length(target)
            size += 12 + Self.compressed(target, targetLength, &written)
            guard WireName.isAtOrBelow(target, targetLength, cut, length),
                let host = nameTarget(of: number, nameAt: 0)
            else { continue }
            for type in [RecordType.a, .aaaa] {
                for address in zone.rows(of: host, type: type) { size += 12 + zone.rdata(of: address).count }
            }
        }
        return size
    }

    private static func compressed(
        _ wire: UnsafePointer<UInt8>, _ length: Int, _ written: inout Set<[UInt8]>
    ) -> Int {
        var at = 0
        while wire[at] != 0 {
            guard written.insert(Array(UnsafeBufferPointer(start: wire + at, count: length - at))).inserted
            else { return at + 2 }
            at += Int(wire[at]) + 1
        }
        return at + 1
    }
}

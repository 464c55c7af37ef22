import RFC1035

extension Check {
    /// How many name servers there are, and where.
    static let nameServerChecks: [Check] = [
        Check(
            "SINGLE_NS", .notice, ofAbsence: true, "RFC 1034 §4.1; RFC 2182 §5",
            Text(en: "The zone has only one name server.", id: "Zona hanya memiliki satu server nama."),
            explanation: Text(
                en: """
                    When the only server is down, or its network is, every name of the zone is gone: web, mail, \
                    everything. Have a second server answer for the zone, in another network and better still in \
                    another building, and add an NS record for it here and at the parent.
                    """,
                id: """
                    Bila satu-satunya server mati, atau jaringannya putus, semua nama di zona ini hilang: web, \
                    surel, semuanya. Siapkan server kedua di jaringan lain, lebih baik lagi di gedung lain, lalu \
                    tambahkan rekaman NS-nya di sini dan di zona induk.
                    """),
            bad: """
                @ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
                @ NS ns1
                ns1 A 192.0.2.53
                """,
            good: ZoneExample.served(),
            .record([.soa]) { run, name, _ in
                guard name == run.zone.apex, let ns = run.onlyNS(at: name) else { return }
                run.report(
                    row: ns, at: .rdata(0),
                    Text(
                        en: "\(run.target(of: ns)) is the zone's only name server; add a second one in another network",
                        id: """
                            \(run.target(of: ns)) satu-satunya server nama zona; tambahkan server kedua di jaringan \
                            lain
                            """))
            }),
        Check(
            "DELEGATION_SINGLE_NS", .notice, opinion: true, ofAbsence: true, "RFC 1034 §4.1; RFC 2182 §5",
            Text(en: "A delegation has only one name server.", id: "Sebuah delegasi hanya memiliki satu server nama."),
            explanation: Text(
                en: """
                    When the only server of the delegated zone is down, all its names are gone. Ask whoever runs it \
                    for a second server, and add its NS record.
                    """,
                id: """
                    Bila satu-satunya server zona yang didelegasikan mati, semua namanya hilang. Mintalah server \
                    kedua kepada pengelolanya, lalu tambahkan rekaman NS-nya.
                    """),
            bad: "dinkes NS ns1",
            good: "dinkes NS ns1\ndinkes NS ns2",
            .record([.ns]) { run, name, row in
                guard name != run.zone.apex, run.onlyNS(at: name) != nil else { return }
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "\(run.zone.name(at: name)) is delegated to one name server only; it should have two",
                        id: "\(run.zone.name(at: name)) didelegasikan ke satu server nama saja; semestinya dua"))
            }),
        Check(
            "NS_SAME_ADDRESS", .warning, "RFC 2182 §3.1",
            Text(
                en: "Two name servers of the zone are one machine.", id: "Dua server nama zona ternyata satu mesin."),
            explanation: Text(
                en: """
                    Two names with one address are one server: when it fails, both fail, and resolvers lose time \
                    asking it twice. Run the second one on another machine in another network, or say honestly that \
                    there is only one.
                    """,
                id: """
                    Dua nama dengan satu alamat tetap satu server: bila rusak, keduanya hilang, dan resolver \
                    membuang waktu menanyainya dua kali. Jalankan server kedua di mesin dan jaringan lain, atau \
                    tulis apa adanya bahwa hanya ada satu.
                    """),
            bad: "@ NS ns3\nns3 A 192.0.2.53",
            good: "@ NS ns3\nns3 A 203.0.113.53",
            .record([.soa]) { run, name, row in
                guard run.apexSOA(name, row) != nil, run.zone.names[name].types.contains(.ns) else { return }
                var seen: [(server: String, addresses: Set<[UInt8]>)] = []
                var servers: Set<String> = []
                // The first that has an address stands for those that share it.
                var holders: [[UInt8]: Int] = [:]
                for ns in run.zone.rows(of: name, type: .ns) {
                    guard let host = run.nameTarget(of: ns, nameAt: 0) else { continue }
                    var addresses: Set<[UInt8]> = []
                    for address in run.zone.rows(of: host) {
                        let type = run.zone.records[Int(address)].type
                        guard type == RecordType.a.rawValue || type == RecordType.aaaa.rawValue else { continue }
                        addresses.insert(Array(run.zone.rdata(of: Int(address))))
                    }
                    let server = run.target(of: ns)
                    guard !addresses.isEmpty, servers.insert(server).inserted else { continue }
                    // One that has an address of its own is reached where the other is not.
                    let twin = addresses.compactMap { holders[$0] }.sorted().first {
                        seen[$0].addresses.isSubset(of: addresses) || addresses.isSubset(of: seen[$0].addresses)
                    }
                    if let twin {
                        let isLesser = addresses.isSubset(of: seen[twin].addresses)
                        let (one, other) =
                            isLesser ? (server, seen[twin].server) : (seen[twin].server, server)
                        run.report(
                            row: ns, at: .rdata(0),
                            Text(
                                en: "\(one) has no other address than \(other): both are one server",
                                id: "\(one) tidak beralamat lain daripada \(other): keduanya satu server"))
                    }
                    for address in addresses where holders[address] == nil { holders[address] = seen.count }
                    seen.append((server, addresses))
                }
            }),
        Check(
            "NS_ADDRESS_FAMILY", .notice, opinion: true, ofAbsence: true, "RFC 3901 §4",
            Text(
                en: "Hosts have addresses of a kind that no name server of the zone has.",
                id: "Host memiliki jenis alamat yang tidak dimiliki server nama zona."),
            explanation: Text(
                en: """
                    A resolver that knows only IPv6, or only IPv4, cannot ask the servers of this zone, so that to its \
                    users the hosts' addresses of that kind do not exist. Give one name server at least an address of \
                    either kind.
                    """,
                id: """
                    Resolver yang hanya memiliki IPv6, atau hanya IPv4, tidak dapat bertanya ke server zona ini, \
                    sehingga bagi penggunanya alamat host jenis itu tidak ada. Beri sedikitnya satu server nama \
                    alamat dari masing-masing jenis.
                    """),
            bad: "www AAAA 2001:db8::80",
            good: "www AAAA 2001:db8::80\nns1 AAAA 2001:db8::53",
            .record([.soa]) { run, name, row in
                guard run.apexSOA(name, row) != nil, run.zone.names[name].types.contains(.ns) else { return }
                var types = TypeSet()
                for ns in run.zone.rows(of: name, type: .ns) {
                    // What servers elsewhere have is not known.
                    guard run.lead(of: ns, nameAt: 0) == .address, let host = run.nameTarget(of: ns, nameAt: 0) else {
                        return
                    }
                    types.formUnion(run.zone.names[host].types)
                }
                for (type, kind) in [(RecordType.a, "IPv4"), (.aaaa, "IPv6")]
                where run.zone.types.contains(type) && !types.contains(type) {
                    guard let host = run.firstAnswered(type), let row = run.zone.firstRow(of: type, at: host) else {
                        continue
                    }
                    run.report(
                        row: row, at: .type,
                        Text(
                            en: "an \(kind) address, while no name server of the zone has one: who has nothing but "
                                + "\(kind) cannot ask for it",
                            id: "alamat \(kind), sedangkan server nama zona tidak memilikinya: yang hanya memiliki "
                                + "\(kind) tidak dapat menanyakannya"))
                }
            }),
    ]
}

extension CheckRun {
    /// The first name with a type that the zone answers with.
    fileprivate func firstAnswered(_ type: RecordType) -> Int? {
        (0..<zone.nameCount).first {
            zone.names[$0].types.contains(type) && shape.standing(of: $0) == .authoritative
        }
    }

    /// The NS record of a name that has no other; one that stands there twice is one.
    fileprivate func onlyNS(at name: Int) -> Int? {
        guard zone.names[name].types.contains(.ns) else { return nil }
        var first: Int?
        for row in zone.rows(of: name) where zone.records[Int(row)].type == RecordType.ns.rawValue {
            if let first, !zone.haveEqualData(first, Int(row)) { return nil }
            first = first ?? Int(row)
        }
        return first
    }
}

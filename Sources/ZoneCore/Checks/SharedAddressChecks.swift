import RFC1035

extension Check {
    /// Addresses that several names have, and names with several addresses: legal, and at times a slip of the pen.
    static let sharedAddressChecks: [Check] = [
        Check(
            "ADDRESS_OF_SEVERAL_NAMES", .notice, opinion: true, "nslint",
            Text(en: "Several names have one address.", id: "Beberapa nama memiliki satu alamat."),
            explanation: Text(
                en: """
                    Where the names are one host, one of them should have the address and the others be aliases of it: \
                    then a move is one change. Where they are different hosts, one of the addresses is wrong.
                    """,
                id: """
                    Bila nama-nama itu satu host, sebaiknya satu saja yang memiliki alamat dan yang lain menjadi \
                    alias: pemindahan lalu cukup satu perubahan. Bila host-nya berbeda, salah satu alamatnya keliru.
                    """),
            bad: "portal A 192.0.2.80", good: "portal CNAME www",
            .zone { run in
                for shared in run.sharedAddresses() where run.hasRoom() {
                    let address = IPAddress(uncheckedOctets: Array(run.zone.rdata(of: shared.row)))
                    let first = run.zone.ownerName(ofRow: shared.first)
                    run.report(
                        row: shared.row,
                        Text(
                            en: "\(address) is also the address of \(first) (names with it: \(shared.names)); make "
                                + "aliases where it is one host",
                            id: "\(address) juga alamat \(first) (nama yang memakainya: \(shared.names)); buat alias "
                                + "bila itu satu host"))
                }
            }),
        Check(
            "ADDRESSES_IN_ONE_NETWORK", .notice, opinion: true, "nslint",
            Text(
                en: "A name has two addresses in one network.",
                id: "Sebuah nama memiliki dua alamat dalam satu jaringan."),
            explanation: Text(
                en: """
                    A host has one address in a network, mostly. Two of them spread the load over two machines, where \
                    that is meant; else the older one was left behind, and every second visitor ends there.
                    """,
                id: """
                    Satu host biasanya memiliki satu alamat dalam sebuah jaringan. Dua alamat membagi beban ke dua \
                    mesin bila memang disengaja; bila tidak, alamat lama tertinggal, dan separuh pengunjung berakhir \
                    di sana.
                    """),
            bad: "www A 192.0.2.81", good: "www A 198.51.100.80",
            .set([.a, .aaaa]) { run, name in
                guard run.shape.standing(of: name) == .authoritative, let row = run.secondInNetwork(at: name),
                    run.hasRoom()
                else { return }
                let isIPv6 = run.zone.records[row].type == RecordType.aaaa.rawValue
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "a second address of this name in one \(isIPv6 ? "/64" : "/24"); is it still in use?",
                        id: "alamat kedua nama ini dalam satu \(isIPv6 ? "/64" : "/24"); masih dipakai?"))
            }),
    ]
}

/// An address that several names have.
private struct SharedAddress {
    /// The first record with it, and the first with another owner.
    var first: Int
    var row: Int
    var names: Int
}

extension CheckRun {
    /// In the order of their records.
    fileprivate mutating func sharedAddresses() -> [SharedAddress] {
        // Sorted by hash, then by record: equal addresses come together without a dictionary of all of them.
        var keys: [UInt64] = []
        for name in 0..<zone.nameCount
        where !zone.names[name].types.isDisjoint(with: .addresses) && shape.standing(of: name) == .authoritative {
            for row in zone.rows(of: name) {
                let type = zone.records[Int(row)].type
                guard type == RecordType.a.rawValue || type == RecordType.aaaa.rawValue else { continue }
                var hash: UInt32 = 2_166_136_261
                for octet in zone.rdata(of: Int(row)) { hash = (hash ^ UInt32(octet)) &* 16_777_619 }
                keys.append(UInt64(hash) << 32 | UInt64(row))
            }
        }
        keys.sort()
        var shared: [SharedAddress] = []
        var start = 0
        while start < keys.count {
            var end = start + 1
            while end < keys.count, keys[end] >> 32 == keys[start] >> 32 { end += 1 }
            if end - start > 1 { shared += sharedAddresses(among: keys[start..<end].map { Int($0 & 0xFFFF_FFFF) }) }
            start = end
        }
        return shared.sorted { $0.row < $1.row }
    }

    private mutating func sharedAddresses(among rows: [Int]) -> [SharedAddress] {
        var byAddress: [[UInt8]: [Int]] = [:]
        for row in rows { byAddress[Array(zone.rdata(of: row)), default: []].append(row) }
        return byAddress.values.compactMap { rows in
            var seen: Set<String> = []
            let firsts = rows.filter { seen.insert(zone.ownerName(ofRow: $0)).inserted }
            return firsts.count > 1 ? SharedAddress(first: firsts[0], row: firsts[1], names: firsts.count) : nil
        }
    }

    /// The second record of two addresses of a name that are in one /24, or one /64 of IPv6.
    fileprivate mutating func secondInNetwork(at name: Int) -> Int? {
        for type in [RecordType.a, .aaaa] where zone.names[name].types.contains(type) {
            let rows = zone.rows(of: name, type: type).prefix(32)
            let prefix = type == .a ? 3 : 8
            for (number, row) in rows.enumerated() {
                let address = zone.rdata(of: row)
                let twin = rows.prefix(number).first { other in
                    zone.rdata(of: other).prefix(prefix).elementsEqual(address.prefix(prefix))
                        && !zone.haveEqualData(other, row)
                }
                if twin != nil { return row }
            }
        }
        return nil
    }
}

extension Zone {
    fileprivate func ownerName(ofRow row: Int) -> String {
        WireName.name(arena + Int(records[row].owner))?.description ?? ""
    }
}

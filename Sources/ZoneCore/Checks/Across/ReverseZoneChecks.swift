import RFC1035

extension Check {
    /// Zones of names beside zones of addresses.
    static let reverseZoneChecks: [Check] = [
        Check(
            "PTR_DISAGREES", .warning, "RFC 1912 §2.1",
            Text(
                en: "A PTR record points to a name that does not have the address.",
                id: "Rekaman PTR menunjuk ke nama yang tidak memiliki alamat itu."),
            explanation: Text(
                en: """
                    Mail servers look up an address, then the name they got, and refuse mail where the two do not \
                    agree. The zone of the name is at hand and does not have this address at it. Correct the PTR \
                    record, or the A or AAAA record.
                    """,
                id: """
                    Server surel mencari nama dari alamat, lalu alamat dari nama itu, dan menolak surel bila keduanya \
                    tidak cocok. Zona nama itu ada di sini dan tidak memuat alamat ini. Perbaiki PTR, atau A/AAAA-nya.
                    """),
            bad: "; zone example.go.id\nwww A 192.0.2.80\n; zone 2.0.192.in-addr.arpa\n81 PTR www.example.go.id.\n"
                + "80 PTR www.example.go.id.",
            good: "; zone example.go.id\nwww A 192.0.2.80\n; zone 2.0.192.in-addr.arpa\n80 PTR www.example.go.id.",
            .zones { run in
                run.forEachTarget(of: [.ptr]) { run, number, row, target, other in
                    let owner = run.members[number].zone.arena + Int(run.members[number].zone.records[row].owner)
                    let length = WireName.length(target)
                    guard let address = ReverseName.address(UnsafePointer(owner)) else { return }
                    let zone = run.members[other].zone
                    switch run.lead(target, length, in: other) {
                    case .elsewhere, .alias: return
                    case .address:
                        guard let index = zone.index(of: target, length) else { return }
                        if zone.addresses(address.count == 4 ? .a : .aaaa, at: index).contains(address) { return }
                    case .noAddress, .missing: break
                    }
                    let name = WireName.name(target, length)?.description ?? ""
                    let shown = IPAddress(uncheckedOctets: address).description
                    run.report(
                        number, row: row, at: run.targetPart(number, row),
                        Text(
                            en: "\(name) does not have the address \(shown) in \(run.text(of: other))",
                            id: "\(name) tidak memiliki alamat \(shown) di \(run.text(of: other))"))
                }
            }),
        Check(
            "ADDRESS_WITHOUT_PTR", .notice, ofAbsence: true, "RFC 1912 §2.1",
            Text(
                en: "An address has no PTR record in the zone of its network.",
                id: "Sebuah alamat tidak memiliki PTR di zona jaringannya."),
            explanation: Text(
                en: """
                    The zone for this network's addresses is at hand, and has no name for this one. Mail from such a \
                    machine is refused by many, and logs show bare numbers. Add a PTR record that names the machine.
                    """,
                id: """
                    Zona untuk alamat jaringan ini ada di sini, dan tidak memuat nama untuk alamat ini. Surel dari \
                    mesin seperti itu banyak ditolak, dan log hanya menampilkan angka. Tambahkan PTR yang menyebut \
                    mesinnya.
                    """),
            bad: "; zone example.go.id\nwww A 192.0.2.80\nmail A 192.0.2.25\n"
                + "; zone 2.0.192.in-addr.arpa\n25 PTR mail.example.go.id.",
            good: "; zone example.go.id\nwww A 203.0.113.80\n; zone 113.0.203.in-addr.arpa\n80 PTR www.example.go.id.",
            .zones { run in run.findAddressesWithoutNames() }),
    ]
}

extension CrossZoneRun {
    fileprivate func findAddressesWithoutNames() {
        let hasReverseZones = numbers.contains { ReverseName.isReverse(members[$0].zone.origin) }
        guard hasReverseZones else { return }
        var told: Set<[UInt8]> = []
        // Room for the longest reverse name, and for what lookups read behind it.
        var scratch = [UInt8](repeating: 0, count: 96)
        for number in numbers where !ReverseName.isReverse(members[number].zone.origin) {
            let (zone, shape) = (members[number].zone, shapes[number])
            for name in 0..<zone.nameCount
            where !zone.names[name].types.isDisjoint(with: .addresses) {
                guard shape.standing(of: name) == .authoritative, !WireName.isWildcard(zone.wire(of: name))
                else { continue }
                for row in zone.rows(of: name) {
                    let type = zone.records[Int(row)].type
                    guard type == RecordType.a.rawValue || type == RecordType.aaaa.rawValue else { continue }
                    let address = zone.rdata(of: Int(row))
                    guard let reverse = lacksName(address, &scratch), told.insert(Array(address)).inserted
                    else { continue }
                    let shown = IPAddress(uncheckedOctets: Array(address)).description
                    report(
                        number, row: Int(row),
                        Text(
                            en: "no PTR record for \(shown) in \(text(of: reverse))",
                            id: "tidak ada PTR untuk \(shown) di \(text(of: reverse))"))
                }
            }
        }
    }

    /// The zone that would have the name of an address and has not.
    private func lacksName(_ address: UnsafeBufferPointer<UInt8>, _ scratch: inout [UInt8]) -> Int? {
        scratch.withUnsafeMutableBufferPointer { buffer in
            let length = ReverseName.write(address, to: buffer)
            guard length > 0, let base = buffer.baseAddress, let number = zone(holding: base, length)
            else { return nil }
            let zone = members[number].zone
            if let index = zone.index(of: base, length) {
                let types = zone.names[index].types
                return types.contains(.ptr) || types.contains(.cname) || types.contains(.ns) ? nil : number
            }
            return lead(base, length, in: number) == .missing ? number : nil
        }
    }
}

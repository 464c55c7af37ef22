import RFC1035

extension Check {
    /// SVCB and HTTPS.
    static let serviceBindingChecks: [Check] = [
        Check(
            "SVCB_SELF_ALIAS", .error, "RFC 9460 §2.4.2",
            Text(
                en: "An SVCB or HTTPS record is an alias of itself.",
                id: "Rekaman SVCB atau HTTPS menjadi alias dirinya sendiri."),
            explanation: Text(
                en: """
                    Priority 0 makes an alias. One that leads to its own name leads nowhere; priority 1 describes the \
                    service here.
                    """,
                id: """
                    Prioritas 0 berarti alias. Alias ke namanya sendiri tidak menuju ke mana pun; prioritas 1 \
                    menjelaskan layanan di sini.
                    """),
            bad: "www HTTPS 0 www", good: "www HTTPS 1 . alpn=h2",
            .record([.svcb, .https]) { run, name, row in
                guard let binding = Binding(run.zone.rdata(of: row)), binding.isAlias, binding.target.count > 1,
                    binding.targets(run.zone.wire(of: name))
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: "an alias of itself; write priority 1 and the target “.” for the service at this name",
                        id: "alias ke dirinya sendiri; tulis prioritas 1 dan sasaran “.” untuk layanan pada nama ini"))
            }),
        Check(
            "SVCB_ALIAS_PARAMETERS", .warning, "RFC 9460 §2.4.2",
            Text(
                en: "An SVCB or HTTPS alias has parameters.", id: "Alias SVCB atau HTTPS memuat parameter."),
            explanation: Text(
                en: """
                    Programs ignore the parameters of a record with priority 0. If they are meant, the priority is 1 \
                    or more.
                    """,
                id: """
                    Parameter pada rekaman berprioritas 0 diabaikan. Bila memang dimaksud, prioritasnya 1 atau lebih.
                    """),
            bad: "www HTTPS 0 mail alpn=h2", good: "www HTTPS 1 . alpn=h2",
            .record([.svcb, .https]) { run, _, row in
                guard let binding = Binding(run.zone.rdata(of: row)), binding.isAlias, !binding.parameters.isEmpty
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: "priority 0 makes an alias, whose parameters are ignored; is priority 1 meant?",
                        id: "prioritas 0 berarti alias yang parameternya diabaikan; maksudnya prioritas 1?"))
            }),
        Check(
            "SVCB_MIXED", .warning, "RFC 9460 §2.4.1",
            Text(
                en: "An SVCB or HTTPS alias is not alone.", id: "Alias SVCB atau HTTPS tidak sendirian."),
            explanation: Text(
                en: """
                    Beside an alias (priority 0) the other records of its name and type are ignored; of two aliases \
                    one is taken by chance.
                    """,
                id: """
                    Di samping alias (prioritas 0), rekaman lain pada nama dan tipe itu diabaikan; dari dua alias \
                    diambil salah satu secara acak.
                    """),
            bad: "www HTTPS 0 mail\nwww HTTPS 1 . alpn=h2", good: "www HTTPS 1 . alpn=h2\nwww HTTPS 2 mail alpn=h2",
            .set([.svcb, .https]) { run, name in
                guard run.shape.standing(of: name) == .authoritative else { return }
                for type in [RecordType.svcb, .https] where run.zone.firstRow(of: type, at: name) != nil {
                    let rows = run.zone.rows(of: name, type: type)
                    guard rows.count > 1,
                        let alias = rows.first(where: { Binding(run.zone.rdata(of: $0))?.isAlias == true }),
                        let other = rows.first(where: { $0 != alias && !run.zone.haveEqualData($0, alias) })
                    else { continue }
                    let place = run.place(of: other, from: alias)
                    run.report(
                        row: alias,
                        Text(
                            en: "an alias should be alone, but another \(type) record stands \(place.en)",
                            id: "alias seharusnya sendirian, tetapi ada rekaman \(type) lain \(place.id)"))
                }
            }),
        Check(
            "SVCB_NO_ADDRESS", .error, ofAbsence: true, "RFC 9460 §3",
            Text(
                en: "The target of an SVCB or HTTPS record has no address.",
                id: "Sasaran rekaman SVCB atau HTTPS tidak memiliki alamat."),
            explanation: Text(
                en: """
                    The target is in this zone and nothing can connect to it. The target “.” means the owner itself. \
                    Add an address, or correct the target.
                    """,
                id: """
                    Sasarannya ada di zona ini tetapi tidak dapat dihubungi. Sasaran “.” berarti pemilik rekaman itu \
                    sendiri. Tambahkan alamat, atau perbaiki sasarannya.
                    """),
            bad: "www HTTPS 1 web alpn=h2", good: "www HTTPS 1 . alpn=h2",
            .record([.svcb, .https]) { run, name, row in
                guard let binding = Binding(run.zone.rdata(of: row)), let host = run.host(of: binding, at: name),
                    host.lead == .missing || host.lead == .noAddress,
                    binding.target.count == 1 || !run.isReportedFault(of: row, nameAt: 2)
                else { return }
                // An alias may lead to another record of its type.
                if binding.isAlias, let index = host.index,
                    run.zone.firstRow(of: RecordType(rawValue: run.zone.records[row].type), at: index) != nil
                {
                    return
                }
                guard run.hasRoom() else { return }
                let shown =
                    binding.target.count > 1 ? run.target(of: row, nameAt: 2) : run.zone.name(at: name).description
                run.report(
                    row: row,
                    Text(
                        en: "\(shown) has no A or AAAA record in this zone, so nothing can connect",
                        id: "\(shown) tidak memiliki rekaman A atau AAAA di zona ini, jadi tidak dapat dihubungi"))
            }),
        Check(
            "SVCB_HINT_DIFFERS", .warning, ofAbsence: true, "RFC 9460 §7.3",
            Text(
                en: "Address hints differ from the target's addresses.",
                id: "Petunjuk alamat berbeda dari alamat sasarannya."),
            explanation: Text(
                en: """
                    Programs may connect to the hints before they know the addresses. A hint that is none of them was \
                    most likely forgotten when the host moved. Change it too, or leave hints out: they save one \
                    lookup.
                    """,
                id: """
                    Program boleh menghubungi petunjuk sebelum tahu alamatnya. Petunjuk yang bukan salah satu alamat \
                    biasanya terlupa saat host pindah. Ubah juga, atau hapus petunjuknya: gunanya hanya menghemat satu \
                    kueri.
                    """),
            bad: "www HTTPS 1 . ipv4hint=192.0.2.81", good: "www HTTPS 1 . ipv4hint=192.0.2.80",
            .record([.svcb, .https]) { run, name, row in
                guard let binding = Binding(run.zone.rdata(of: row)), !binding.isAlias, binding.hasHints,
                    let host = run.host(of: binding, at: name), host.lead == .address, let index = host.index
                else { return }
                for (key, type, size) in [(4 as UInt16, RecordType.a, 4), (6, .aaaa, 16)] {
                    guard let hints = binding.parameters.first(where: { $0.key == key })?.value else { continue }
                    for start in stride(from: 0, to: hints.count - size + 1, by: size) {
                        let hint = hints[start..<(start + size)]
                        guard !run.hasAddress(hint, type, at: index) else { continue }
                        guard run.hasRoom() else { return }
                        let shown = IPAddressText.text(Array(hint)) ?? ""
                        run.report(
                            row: row,
                            Text(
                                en: """
                                    the hint \(shown) is no \(type) record of \(run.zone.name(at: index)); change or \
                                    remove it
                                    """,
                                id: """
                                    petunjuk \(shown) bukan rekaman \(type) milik \(run.zone.name(at: index)); ubah \
                                    atau hapus
                                    """))
                        return
                    }
                }
            }),
        Check(
            "SVCB_DNS_SERVER", .warning, "RFC 9461 §4; named check-svcb",
            Text(
                en: "The SVCB record of a DNS server lacks what clients need.",
                id: "Rekaman SVCB server DNS kurang lengkap."),
            explanation: Text(
                en: """
                    At _dns, alpn says which of TLS (dot), QUIC (doq) and HTTPS (h2, h3) the server speaks, and HTTPS \
                    needs dohpath too. Clients ignore records without them, and newer versions of named refuse the \
                    zone.
                    """,
                id: """
                    Pada _dns, alpn menyatakan mana dari TLS (dot), QUIC (doq), dan HTTPS (h2, h3) yang dilayani, dan \
                    HTTPS juga memerlukan dohpath. Klien mengabaikan rekaman tanpa itu, dan named yang lebih baru \
                    menolak zonanya.
                    """),
            bad: "_dns.www SVCB 1 www port=853", good: "_dns.www SVCB 1 www alpn=dot port=853",
            .record([.svcb]) { run, name, row in
                guard run.zone.wire(of: name)[1] == UInt8(ascii: "_"), let binding = Binding(run.zone.rdata(of: row)),
                    !binding.isAlias, Binding.isDNSOwner(run.zone.wire(of: name))
                else { return }
                let protocols = binding.protocols
                if protocols.isEmpty {
                    run.report(
                        row: row,
                        Text(
                            en: "no alpn: say which of dot, doq, h2 and h3 the DNS server speaks",
                            id: "tanpa alpn: sebutkan mana dari dot, doq, h2, dan h3 yang dilayani server DNS ini"))
                } else if protocols.contains(where: { $0 == Array("h2".utf8) || $0 == Array("h3".utf8) }),
                    !binding.parameters.contains(where: { $0.key == 7 })
                {
                    run.report(
                        row: row,
                        Text(
                            en: "DNS over HTTPS needs its path; add dohpath=/dns-query{?dns}",
                            id: "DNS over HTTPS memerlukan jalurnya; tambahkan dohpath=/dns-query{?dns}"))
                }
            }),
    ]
}

/// The parts of an SVCB or HTTPS record's RDATA (RFC 9460 §2.2).
private struct Binding {
    var isAlias: Bool
    /// Wire form, in lower case.
    var target: [UInt8]
    let parameters: [(key: UInt16, value: [UInt8])]

    init?(_ rdata: UnsafeBufferPointer<UInt8>) {
        guard rdata.count > 2, let base = rdata.baseAddress else { return nil }
        isAlias = rdata[0] | rdata[1] == 0
        let end = 2 + WireName.length(base + 2)
        guard end <= rdata.count else { return nil }
        target = rdata[2..<end].map(ASCII.lowercased)
        var parameters: [(key: UInt16, value: [UInt8])] = []
        let isWhole = ServiceParameters.forEach(UnsafeBufferPointer(rebasing: rdata[end...])) {
            parameters.append(($0, Array($1)))
        }
        guard isWhole else { return nil }
        self.parameters = parameters
    }

    var hasHints: Bool { parameters.contains { $0.key == 4 || $0.key == 6 } }

    /// The values of alpn.
    var protocols: [[UInt8]] {
        guard let value = parameters.first(where: { $0.key == 1 })?.value else { return [] }
        var (result, at): ([[UInt8]], Int) = ([], 0)
        while at < value.count {
            let end = min(value.count, at + 1 + Int(value[at]))
            result.append(Array(value[(at + 1)..<end]))
            at = end
        }
        return result
    }

    /// Whether the target is this name.
    ///
    /// SAFETY: `wire` is a whole name in lower case.
    func targets(_ wire: UnsafePointer<UInt8>) -> Bool {
        target.elementsEqual(UnsafeBufferPointer(start: wire, count: WireName.length(wire)))
    }

    /// `_dns`, perhaps with a port in front (RFC 9461 §2).
    static func isDNSOwner(_ wire: UnsafePointer<UInt8>) -> Bool {
        let first = UnsafeBufferPointer(start: wire + 1, count: Int(wire[0]))
        if first.elementsEqual("_dns".utf8) { return true }
        guard first.first == UInt8(ascii: "_"), first.count > 1, first.dropFirst().allSatisfy(ASCII.isDigit)
        else { return false }
        let next = wire + first.count + 1
        return UnsafeBufferPointer(start: next + 1, count: Int(next[0])).elementsEqual("_dns".utf8)
    }
}

extension CheckRun {
    /// Whether a name has an address. Names with many are remembered: many records may lead to one name.
    fileprivate mutating func hasAddress(_ hint: ArraySlice<UInt8>, _ type: RecordType, at name: Int) -> Bool {
        if let known = knownAddresses[name] { return known.contains(Array(hint)) }
        let rows = zone.rows(of: name)
        if rows.count <= 16 {
            return rows.contains {
                zone.records[Int($0)].type == type.rawValue && zone.rdata(of: Int($0)).elementsEqual(hint)
            }
        }
        var known: Set<[UInt8]> = []
        for row in rows where Self.isAddress(zone.records[Int(row)].type) {
            known.insert(Array(zone.rdata(of: Int(row))))
        }
        knownAddresses[name] = known
        return known.contains(Array(hint))
    }

    private static func isAddress(_ type: UInt16) -> Bool {
        type == RecordType.a.rawValue || type == RecordType.aaaa.rawValue
    }

    /// What the target of a record is, where this zone answers for it; a wildcard's own name is none.
    fileprivate mutating func host(of binding: Binding, at name: Int) -> (index: Int?, lead: Lead)? {
        let isOwner = binding.target.count == 1
        // An alias of “.” says that the service does not exist (RFC 9460 §2.5.1).
        if isOwner && binding.isAlias { return nil }
        let owner = zone.wire(of: name)
        let wire = isOwner ? Array(UnsafeBufferPointer(start: owner, count: WireName.length(owner))) : binding.target
        let length = wire.count
        return (wire + [0, 0, 0, 0, 0, 0, 0, 0]).withUnsafeBufferPointer { buffer -> (index: Int?, lead: Lead)? in
            guard let base = buffer.baseAddress, zone.holds(base, length) else { return nil }
            let index = zone.index(of: base, length)
            return (index, shape.lead(base, length, at: index))
        }
    }
}

import RFC1035

extension Check {
    /// Two zones, of which one delegates to the other, perhaps with a DS record.
    ///
    /// - Parameter records: what the other has.
    static func delegated(_ records: String, ds: String? = nil) -> String {
        """
        ; zone example.go.id
        dinkes NS ns1.dinkes
        dinkes NS ns2.dinkes
        ns1.dinkes A 198.51.100.53
        ns2.dinkes A 198.51.100.54
        \(ds.map { "dinkes DS \($0)\n" } ?? ""); zone dinkes.example.go.id
        \(records)
        """
    }

    /// A zone beside the zone above it.
    static let childZoneChecks: [Check] = [
        Check(
            "ZONE_TWICE", .notice, "RFC 1034 §4.2",
            Text(en: "Two files are of the same zone.", id: "Dua berkas adalah zona yang sama."),
            explanation: Text(
                en: """
                    A server holds a zone once. Where two files of one zone are meant, for two views, check them \
                    apart; else one of them is an old copy. Other zones are compared with the first.
                    """,
                id: """
                    Server memuat satu zona satu kali. Bila kedua berkas memang untuk dua view, periksa terpisah; bila \
                    tidak, salah satunya salinan lama. Zona lain dibandingkan dengan yang pertama.
                    """),
            bad: "; zone example.go.id\nwww A 192.0.2.80\n; zone example.go.id\nwww A 192.0.2.80",
            good: "; zone example.go.id\nwww A 192.0.2.80\n; zone example.org\nwww A 192.0.2.80",
            .zones { run in
                for number in run.members.indices where run.firsts[number] != number {
                    run.report(
                        number,
                        Text(
                            en: "the same zone as \(run.text(of: run.firsts[number])), with which others are compared",
                            id: "zona yang sama dengan \(run.text(of: run.firsts[number])), yang dipakai sebagai "
                                + "pembanding"))
                }
            }),
        Check(
            "CHILD_NOT_DELEGATED", .warning, "RFC 1034 §4.2.1",
            Text(
                en: "A zone is not delegated by the zone above it.", id: "Zona tidak didelegasikan oleh zona di "
                    + "atasnya."),
            explanation: Text(
                en: """
                    Without NS records in the zone above, nobody is sent to this zone. Where one server has both it \
                    seems to work, and stops working at its secondaries, behind a signed zone, or after a move. Add \
                    the NS records, and glue where it is needed.
                    """,
                id: """
                    Tanpa rekaman NS di zona atasnya, tidak ada yang diarahkan ke zona ini. Bila satu server memiliki \
                    keduanya, tampaknya berjalan, tetapi gagal di sekunder, di bawah zona bertanda tangan, atau \
                    setelah pindah. Tambahkan rekaman NS, dan glue bila perlu.
                    """),
            bad: "; zone example.go.id\nwww A 192.0.2.80\n; zone dinkes.example.go.id\nwww A 192.0.2.81",
            good: delegated("www A 192.0.2.81"),
            .zones { run in
                run.forEachChild { run, child, parent, cut in
                    guard cut == nil else { return }
                    run.report(
                        child,
                        Text(
                            en: "no NS records in \(run.text(of: parent)) delegate this zone",
                            id: "tidak ada rekaman NS di \(run.text(of: parent)) yang mendelegasikan zona ini"))
                }
            }),
        Check(
            "HIDDEN_BY_CHILD_ZONE", .warning, "RFC 1034 §4.2",
            Text(
                en: "A zone has records at or below the name of another zone.",
                id: "Zona memuat rekaman pada atau di bawah nama zona lain."),
            explanation: Text(
                en: """
                    A server that holds both zones answers from the lower one, so these records are never seen. Move \
                    them into the lower zone, or remove them.
                    """,
                id: """
                    Server yang memuat kedua zona menjawab dari zona yang lebih bawah, sehingga rekaman ini tidak \
                    pernah terlihat. Pindahkan ke zona bawah itu, atau hapus.
                    """),
            bad: "; zone example.go.id\nwww.dinkes A 192.0.2.80\n; zone dinkes.example.go.id\nwww A 192.0.2.81",
            good: delegated("www A 192.0.2.81"),
            .zones { run in
                var hiding: [Int: [Int]] = [:]
                run.forEachChild { _, child, parent, cut in
                    if cut == nil { hiding[parent, default: []].append(child) }
                }
                for (parent, hidden) in hiding.sorted(by: { $0.key < $1.key }) {
                    let children = Set(hidden)
                    let zone = run.members[parent].zone
                    for name in 0..<zone.nameCount where run.shapes[parent].standing(of: name) == .authoritative {
                        let wire = zone.wire(of: name)
                        guard let holder = run.zone(holding: wire, WireName.length(wire)), children.contains(holder),
                            let row = zone.rows(of: name).first
                        else { continue }
                        run.report(
                            parent, row: Int(row),
                            Text(
                                en: "belongs to \(run.text(of: holder)), which is answered from instead",
                                id: "milik \(run.text(of: holder)), yang dipakai untuk menjawab"))
                    }
                }
            }),
        Check(
            "CHILD_NS_DIFFER", .warning, "RFC 1034 §4.2.2",
            Text(
                en: "A delegation names other name servers than the zone itself.",
                id: "Delegasi menyebut server nama yang berbeda dari zonanya sendiri."),
            explanation: Text(
                en: """
                    The NS records above and at the apex of a zone must be the same. Resolvers use now the one set, \
                    now the other, so that servers which are gone are asked, and new ones are not. Bring both into \
                    line.
                    """,
                id: """
                    Rekaman NS di zona atas dan di puncak zona harus sama. Resolver memakai kadang yang satu, kadang \
                    yang lain, sehingga server yang sudah tidak ada tetap ditanya dan yang baru tidak. Samakan \
                    keduanya.
                    """),
            bad: "; zone example.go.id\ndinkes NS ns1.dinkes\ndinkes NS ns.example.net.\nns1.dinkes A 198.51.100.53\n"
                + "; zone dinkes.example.go.id\nwww A 192.0.2.81",
            good: delegated("www A 192.0.2.81"),
            .zones { run in
                run.forEachChild { run, child, parent, cut in
                    let (above, below) = (run.members[parent].zone, run.members[child].zone)
                    guard let cut, let apex = below.apex, let row = above.firstRow(of: .ns, at: cut) else { return }
                    let (here, there) = (above.targets(of: .ns, at: cut), below.targets(of: .ns, at: apex))
                    guard !there.isEmpty, here != there else { return }
                    let only = here.subtracting(there).sorted().joined(separator: ", ")
                    let lacking = there.subtracting(here).sorted().joined(separator: ", ")
                    let (en, id) = (
                        [only.isEmpty ? nil : "here only: \(only)", lacking.isEmpty ? nil : "there only: \(lacking)"],
                        [
                            only.isEmpty ? nil : "hanya di sini: \(only)",
                            lacking.isEmpty ? nil : "hanya di sana: \(lacking)",
                        ]
                    )
                    run.report(
                        parent, row: row,
                        Text(
                            en: "other name servers than in \(run.text(of: child)); "
                                + en.compactMap { $0 }.joined(separator: "; "),
                            id: "server nama berbeda dari \(run.text(of: child)); "
                                + id.compactMap { $0 }.joined(separator: "; ")))
                }
            }),
        Check(
            "GLUE_DIFFERS", .warning, "RFC 1034 §4.2.1",
            Text(
                en: "Glue has other addresses than the zone it belongs to.",
                id: "Glue memiliki alamat yang berbeda dari zona pemiliknya."),
            explanation: Text(
                en: """
                    Glue is a copy of the addresses that the lower zone has. A copy that was not changed along leads \
                    to an old machine, and only some of those who ask. Bring it into line.
                    """,
                id: """
                    Glue ialah salinan alamat di zona bawahnya. Salinan yang tidak ikut diubah menuju mesin lama, dan \
                    hanya bagi sebagian penanya. Samakan keduanya.
                    """),
            bad: "; zone example.go.id\ndinkes NS ns1.dinkes\ndinkes NS ns2.dinkes\nns1.dinkes A 203.0.113.53\n"
                + "ns2.dinkes A 198.51.100.54\n; zone dinkes.example.go.id\nwww A 192.0.2.81",
            good: delegated("www A 192.0.2.81"),
            .zones { run in run.compareGlue() }),
    ]
}

extension CrossZoneRun {
    /// Calls `body` with each zone that another is above, and the number of the delegation there, `nil` if there is
    /// none. Where a third zone comes between the two, nobody here knows about it.
    func forEachChild(
        _ body: (CrossZoneRun, _ child: Int, _ parent: Int, _ cut: Int?) -> Void
    ) {
        for child in numbers {
            guard let parent = zone(above: child) else { continue }
            let above = members[parent].zone
            switch above.existence(of: members[child].zone.origin, seekingDescendants: false) {
            case .belowDelegation(let cut, _, _):
                if cut == members[child].zone.origin { body(self, child, parent, above.index(of: cut)) }
            case .belowDNAME, .outOfZone: break
            case .none, .records, .emptyNonTerminal, .coveredByWildcard: body(self, child, parent, nil)
            }
        }
    }

    /// Compares addresses at and below delegations with those of the zones below.
    fileprivate func compareGlue() {
        let parents = Set(numbers.compactMap { zone(above: $0) })
        for parent in parents.sorted() {
            let (zone, shape) = (members[parent].zone, shapes[parent])
            for name in 0..<zone.nameCount where !zone.names[name].types.isDisjoint(with: .addresses) {
                let standing = shape.standing(of: name)
                guard standing == .belowDelegation || standing == .delegation else { continue }
                let wire = zone.wire(of: name)
                let length = WireName.length(wire)
                guard let child = self.zone(holding: wire, length), child != parent else { continue }
                let below = members[child].zone
                guard let there = below.index(of: wire, length), shapes[child].standing(of: there) == .authoritative
                else { continue }
                for type in [RecordType.a, .aaaa] {
                    let (glue, own) = (zone.addresses(type, at: name), below.addresses(type, at: there))
                    guard !glue.isEmpty, !own.isEmpty, glue != own, let row = zone.firstRow(of: type, at: name) else {
                        continue
                    }
                    func list(_ addresses: Set<[UInt8]>) -> String {
                        addresses.map { IPAddress(uncheckedOctets: $0).description }.sorted().joined(separator: ", ")
                    }
                    report(
                        parent, row: row,
                        Text(
                            en: "glue \(list(glue)), but \(text(of: child)) has \(list(own))",
                            id: "glue \(list(glue)), padahal \(text(of: child)) memiliki \(list(own))"))
                }
            }
        }
    }
}

extension Zone {
    /// The names that records of a type at a name point to.
    fileprivate func targets(of type: RecordType, at name: Int) -> Set<String> {
        Set(
            rows(of: name, type: type).compactMap { row in
                rdata(of: row).baseAddress.flatMap {
                    WireName.name($0)?.description
                }
            })
    }

    /// The addresses of a name, A or AAAA.
    func addresses(_ type: RecordType, at name: Int) -> Set<[UInt8]> {
        Set(rows(of: name, type: type).map { Array(rdata(of: $0)) })
    }
}

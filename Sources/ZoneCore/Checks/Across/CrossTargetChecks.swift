import RFC1035

extension Check {
    /// Records that point into another of the zones.
    static let crossTargetChecks: [Check] = [
        Check(
            "OTHER_ZONE_TARGET_MISSING", .error, "RFC 1034 §3.6.2",
            Text(
                en: "A record points to a name that another of the zones says does not exist.",
                id: "Rekaman menunjuk ke nama yang menurut zona lain yang ada di sini tidak ada."),
            explanation: Text(
                en: """
                    The zone that the target belongs to is at hand too, and has no such name: the alias, the mail host \
                    or the name server leads nowhere. Correct the target, or make it in the other zone.
                    """,
                id: """
                    Zona pemilik sasaran juga ada di sini, dan tidak memiliki nama itu: alias, server surel, atau \
                    server nama tidak menuju ke mana pun. Perbaiki sasarannya, atau buat di zona lain itu.
                    """),
            bad: """
                ; zone example.go.id
                portal CNAME www.dinkes.example.
                ; zone dinkes.example
                web A 192.0.2.80
                """,
            good: """
                ; zone example.go.id
                portal CNAME web.dinkes.example.
                ; zone dinkes.example
                web A 192.0.2.80
                """,
            .zones { run in
                run.forEachTarget(of: [.cname, .mx, .ns, .srv]) { run, number, row, target, other in
                    guard run.lead(target, WireName.length(target), in: other) == .missing else { return }
                    run.report(number, row: row, at: run.targetPart(number, row), text(target, run.text(of: other)) {
                        Text(en: "\($0) does not exist in \($1)", id: "\($0) tidak ada di \($1)")
                    })
                }
            }),
        Check(
            "OTHER_ZONE_TARGET_NO_ADDRESS", .error, "RFC 5321 §5.1, RFC 2782",
            Text(
                en: "A mail host, service or name server has no address in the zone it belongs to.",
                id: "Server surel, layanan, atau server nama tidak memiliki alamat di zonanya."),
            explanation: Text(
                en: """
                    The name exists in another of the zones, but has neither A nor AAAA there. Nobody can connect to \
                    it. Add the address in that zone, or point to another host.
                    """,
                id: """
                    Nama itu ada di zona lain yang ada di sini, tetapi tanpa A maupun AAAA, sehingga tidak dapat \
                    dihubungi. Tambahkan alamatnya di zona itu, atau tunjuk host lain.
                    """),
            bad: "; zone example.go.id\n@ MX 10 mx.dinkes.example.\n@ TXT \"v=spf1 mx -all\"\n"
                + "; zone dinkes.example\nmx TXT \"x\"",
            good: "; zone example.go.id\n@ MX 10 mx.dinkes.example.\n@ TXT \"v=spf1 mx -all\"\n"
                + "; zone dinkes.example\nmx A 192.0.2.25",
            .zones { run in
                run.forEachTarget(of: [.mx, .ns, .srv]) { run, number, row, target, other in
                    guard run.lead(target, WireName.length(target), in: other) == .noAddress else { return }
                    run.report(number, row: row, at: run.targetPart(number, row), text(target, run.text(of: other)) {
                        Text(
                            en: "\($0) has no A or AAAA record in \($1)",
                            id: "\($0) tidak memiliki A atau AAAA di \($1)")
                    })
                }
            }),
        Check(
            "OTHER_ZONE_TARGET_ALIAS", .warning, "RFC 2181 §10.3",
            Text(
                en: "A mail host or name server is an alias in the zone it belongs to.",
                id: "Server surel atau server nama berupa alias di zonanya."),
            explanation: Text(
                en: """
                    MX and NS records must lead to a name that has addresses itself. Some servers follow the alias, \
                    others drop the mail or the answer. Point to the host that the alias leads to.
                    """,
                id: """
                    MX dan NS harus menuju nama yang memiliki alamat sendiri. Sebagian server mengikuti alias, yang \
                    lain membuang surel atau jawabannya. Tunjuk host tujuan alias itu.
                    """),
            bad: "; zone example.go.id\n@ MX 10 mx.dinkes.example.\n@ TXT \"v=spf1 mx -all\"\n"
                + "; zone dinkes.example\nmx CNAME web\nweb A 192.0.2.25",
            good: "; zone example.go.id\n@ MX 10 web.dinkes.example.\n@ TXT \"v=spf1 mx -all\"\n"
                + "; zone dinkes.example\nweb A 192.0.2.25",
            .zones { run in
                run.forEachTarget(of: [.mx, .ns]) { run, number, row, target, other in
                    guard run.lead(target, WireName.length(target), in: other) == .alias else { return }
                    run.report(number, row: row, at: run.targetPart(number, row), text(target, run.text(of: other)) {
                        Text(
                            en: "\($0) is an alias in \($1); point to the host itself",
                            id: "\($0) berupa alias di \($1); tunjuk host-nya langsung")
                    })
                }
            }),
        Check(
            "OTHER_ZONE_CNAME_LOOP", .error, "RFC 1034 §3.6.2",
            Text(
                en: "Aliases of several zones lead back to themselves.",
                id: "Alias dari beberapa zona berputar kembali ke dirinya sendiri."),
            explanation: Text(
                en: """
                    Each zone looks right alone, but whoever asks is sent round in a circle and never gets an answer. \
                    Let one of the aliases lead to a name with addresses.
                    """,
                id: """
                    Masing-masing zona tampak benar, tetapi penanya diarahkan berputar-putar dan tidak pernah mendapat \
                    jawaban. Arahkan salah satu alias ke nama yang memiliki alamat.
                    """),
            bad: "; zone example.go.id\nportal CNAME www.dinkes.example.\n"
                + "; zone dinkes.example\nwww CNAME portal.example.go.id.",
            good: "; zone example.go.id\nportal CNAME www.dinkes.example.\n; zone dinkes.example\nwww A 192.0.2.80",
            .zones { run in
                run.forEachTarget(of: [.cname]) { run, number, row, target, other in
                    var (here, zone) = (target, other)
                    for _ in 0..<16 {
                        guard let index = run.members[zone].zone.index(of: here, WireName.length(here)),
                            run.shapes[zone].standing(of: index) == .authoritative,
                            let next = run.members[zone].zone.firstRow(of: .cname, at: index)
                        else { return }
                        if zone == number && next == row {
                            run.report(
                                number, row: row, at: run.targetPart(number, row),
                                Text(
                                    en: "this alias leads back to itself by way of \(run.text(of: other))",
                                    id: "alias ini berputar ke dirinya sendiri melalui \(run.text(of: other))"))
                            return
                        }
                        guard let further = run.members[zone].zone.rdata(of: next).baseAddress,
                            let holder = run.zone(holding: further, WireName.length(further))
                        else { return }
                        (here, zone) = (further, holder)
                    }
                }
            }),
    ]

    private static func text(
        _ target: UnsafePointer<UInt8>, _ zone: String, _ make: (_ target: String, _ zone: String) -> Text
    ) -> Text {
        let name = WireName.name(target)
        return make(name?.description ?? "", zone)
    }
}

extension CrossZoneRun {
    typealias TargetBody = (
        CrossZoneRun, _ zone: Int, _ row: Int, _ target: UnsafePointer<UInt8>, _ other: Int
    ) -> Void

    /// Calls `body` with each record of these types that points into another of the zones.
    func forEachTarget(of types: [RecordType], _ body: TargetBody) {
        let wanted = TypeSet(types)
        for number in numbers {
            let (zone, shape) = (members[number].zone, shapes[number])
            guard !zone.types.isDisjoint(with: wanted) else { continue }
            for name in 0..<zone.nameCount where !zone.names[name].types.isDisjoint(with: wanted) {
                let standing = shape.standing(of: name)
                guard standing == .authoritative || standing == .delegation else { continue }
                for row in zone.rows(of: name) {
                    let type = RecordType(rawValue: zone.records[Int(row)].type)
                    guard types.contains(type), standing == .authoritative || type == .ns else { continue }
                    let offset = zone.targetOffset(of: Int(row))
                    let rdata = zone.rdata(of: Int(row))
                    guard let base = rdata.baseAddress, offset < rdata.count else { continue }
                    let target = base + offset
                    guard let other = self.zone(holding: target, WireName.length(target)), other != number
                    else { continue }
                    body(self, number, Int(row), target, other)
                }
            }
        }
    }
}

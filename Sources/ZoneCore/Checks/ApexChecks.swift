import RFC1035

extension Check {
    static let apexChecks: [Check] = [
        Check(
            "NO_SOA", .error, refusedBy: .mostServers, "RFC 1035 §5.2",
            Text(en: "The zone has no SOA record at its apex.", id: "Zona tidak memiliki rekaman SOA di puncaknya."),
            .zone { run in
                guard run.zone.apex.map({ run.zone.names[$0].types.contains(.soa) }) != true else { return }
                run.report(
                    Text(
                        en: "no SOA record at \(run.zone.origin); a zone begins with one",
                        id: "tidak ada rekaman SOA pada \(run.zone.origin); setiap zona diawali SOA"))
            }),
        Check(
            "MULTIPLE_SOA", .error, refusedBy: .mostServers, "RFC 1035 §5.2",
            Text(en: "The zone has more than one SOA record.", id: "Zona memiliki lebih dari satu rekaman SOA."),
            .set([.soa]) { run, name in
                let rows = run.zone.rows(of: name, type: .soa)
                for row in rows.dropFirst() where !run.zone.haveEqualData(row, rows[0]) {
                    let place = run.place(of: rows[0], from: row)
                    run.report(
                        row: row,
                        Text(
                            en: "a second SOA record; the first stands \(place.en)",
                            id: "rekaman SOA kedua; yang pertama ada \(place.id)"))
                }
            }),
        Check(
            "SOA_NOT_AT_APEX", .error, refusedBy: .mostServers, "RFC 1035 §5.2",
            Text(en: "An SOA record stands below the apex.", id: "Rekaman SOA berada di bawah puncak zona."),
            .record([.soa]) { run, name, row in
                guard name != run.zone.apex else { return }
                run.report(
                    row: row, at: .type,
                    Text(
                        en: "an SOA record that is not at the apex \(run.zone.origin)",
                        id: "rekaman SOA yang bukan di puncak \(run.zone.origin)"))
            }),
        Check(
            "NO_NS", .error, refusedBy: .mostServers, "RFC 1034 §4.2.1",
            Text(en: "The apex has no NS record.", id: "Puncak zona tidak memiliki rekaman NS."),
            .zone { run in
                guard run.zone.apex.map({ run.zone.names[$0].types.contains(.ns) }) != true else { return }
                run.report(
                    Text(
                        en: "no NS record at \(run.zone.origin); add one for each name server",
                        id: "tidak ada rekaman NS pada \(run.zone.origin); tambahkan satu untuk tiap server nama"))
            }),
        Check(
            "APEX_CNAME", .error, refusedBy: .mostServers, "RFC 1034 §3.6.2",
            Text(en: "The apex is an alias.", id: "Puncak zona berupa alias."),
            .record([.cname]) { run, name, row in
                guard name == run.zone.apex else { return }
                run.report(
                    row: row, at: .type,
                    Text(
                        en: "a CNAME at the apex, where SOA and NS must stand; use A and AAAA records",
                        id: "CNAME di puncak zona, tempat SOA dan NS harus berada; gunakan rekaman A dan AAAA"))
            }),
    ]
}

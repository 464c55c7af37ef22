import RFC1035

extension Check {
    static let apexChecks: [Check] = [
        Check(
            "NO_SOA", .error, refusedBy: .mostServers, ofAbsence: true, "RFC 1035 §5.2",
            Text(en: "The zone has no SOA record at its apex.", id: "Zona tidak memiliki rekaman SOA di puncaknya."),
            explanation: Text(
                en: """
                    The SOA record says that a zone begins here, who runs it and when secondaries are to look for \
                    changes. Without one no server loads the zone. Write it as the first record, at the zone's own \
                    name.
                    """,
                id: """
                    Rekaman SOA menyatakan bahwa zona bermula di sini, siapa pengelolanya, dan kapan server sekunder \
                    memeriksa perubahan. Tanpa itu tidak ada server yang memuat zonanya. Tulis sebagai rekaman \
                    pertama, pada nama zona sendiri.
                    """),
            bad: ZoneExample.served("; no SOA record"),
            good: ZoneExample.served(),
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
            explanation: Text(
                en: """
                    A zone has one SOA record; with two, nobody could say which serial counts, and servers refuse \
                    the zone. This happens when files are joined. Keep one, with the higher serial.
                    """,
                id: """
                    Zona hanya memiliki satu rekaman SOA; dengan dua, tidak jelas nomor seri mana yang berlaku, dan \
                    server menolak zonanya. Ini terjadi bila berkas digabung. Pertahankan satu, dengan nomor seri \
                    yang lebih tinggi.
                    """),
            bad: ZoneExample.served(
                "\(ZoneExample.soa)\n@ SOA ns2 hostmaster 2026112002 10800 3600 1209600 3600"),
            good: ZoneExample.served(),
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
            explanation: Text(
                en: """
                    An SOA record marks the beginning of a zone, so below the apex it would be another zone, which \
                    needs a file of its own and a delegation here. Often an $ORIGIN line stands before it by \
                    mistake.
                    """,
                id: """
                    Rekaman SOA menandai awal zona, sehingga di bawah puncak ia berarti zona lain, yang memerlukan \
                    berkas sendiri dan delegasi di sini. Sering kali ada baris $ORIGIN yang salah di atasnya.
                    """),
            bad: ZoneExample.served("\(ZoneExample.soa)\ndinkes SOA ns1 hostmaster 1 10800 3600 1209600 3600"),
            good: ZoneExample.served("\(ZoneExample.soa)\ndinkes NS ns1\ndinkes NS ns2"),
            .record([.soa], belowCuts: true) { run, name, row in
                guard name != run.zone.apex else { return }
                run.report(
                    row: row, at: .type,
                    Text(
                        en: "an SOA record that is not at the apex \(run.zone.origin)",
                        id: "rekaman SOA yang bukan di puncak \(run.zone.origin)"))
            }),
        Check(
            "NO_NS", .error, refusedBy: .mostServers, ofAbsence: true, "RFC 1034 §4.2.1",
            Text(en: "The apex has no NS record.", id: "Puncak zona tidak memiliki rekaman NS."),
            explanation: Text(
                en: """
                    The NS records at the apex say which servers answer for the zone. Servers refuse a zone without \
                    them. Write one for each server, the same ones that the parent zone has.
                    """,
                id: """
                    Rekaman NS di puncak menyebut server yang menjawab untuk zona. Server menolak zona tanpa itu. \
                    Tulis satu untuk tiap server, sama dengan yang tercantum di zona induk.
                    """),
            bad: """
                @ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
                ns1 A 192.0.2.53
                """,
            good: ZoneExample.served(),
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
            explanation: Text(
                en: """
                    A CNAME must be alone at its name, and the apex has SOA and NS records already, so servers \
                    refuse the zone. Write the A and AAAA records of the host that was meant, or have the web server \
                    redirect.
                    """,
                id: """
                    CNAME harus sendirian pada namanya, sedangkan puncak zona sudah memiliki SOA dan NS, sehingga \
                    server menolak zonanya. Tulis rekaman A dan AAAA host yang dimaksud, atau gunakan pengalihan di \
                    server web.
                    """),
            bad: "@ CNAME portal.example.net.",
            good: "@ A 192.0.2.80",
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

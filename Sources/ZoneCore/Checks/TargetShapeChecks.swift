import RFC1035

extension RecordType {
    /// Types whose target is a name that people write.
    static let pointing: [RecordType] = [
        .cname, .ns, .mx, .srv, .ptr, .dname, .soa, .svcb, .https, .afsdb, .rt, .kx, .px, .lp, .naptr, .a6,
    ]
}

extension Check {
    /// Targets that are no names.
    static let targetShapeChecks: [Check] = [
        Check(
            "TARGET_IS_ADDRESS", .error, "RFC 1035 §3.3; RFC 2181 §10.3",
            Text(
                en: "A record that wants a name has an address.", id: "Rekaman yang meminta nama diisi alamat."),
            explanation: Text(
                en: """
                    CNAME, NS, MX, SRV and PTR records point to names. An address in their place is read as a name \
                    made of digits that does not exist, so the record leads nowhere. Use an A or AAAA record for the \
                    address, and point to the name that has it.
                    """,
                id: """
                    Rekaman CNAME, NS, MX, SRV, dan PTR menunjuk ke nama. Alamat yang ditulis di sana dibaca sebagai \
                    nama dari angka yang tidak ada, sehingga tidak menuju ke mana pun. Gunakan rekaman A atau AAAA \
                    untuk alamat, lalu tunjuk nama pemilik alamat itu.
                    """),
            bad: "portal CNAME 192.0.2.81",
            good: "portal A 192.0.2.81",
            .record(RecordType.pointing, showing: .addressTarget) { run, _, row in
                let target = run.target(of: row, nameAt: run.zone.targetOffset(of: row))
                let type = RecordType(rawValue: run.zone.records[row].type)
                let better = type == .cname || type == .dname
                run.report(
                    row: row, at: run.zone.targetPart(of: row),
                    Text(
                        en: "\(target) is an address written as a name; "
                            + (better ? "use an A or AAAA record" : "point to a host that has the address"),
                        id: "\(target) adalah alamat yang ditulis sebagai nama; "
                            + (better ? "gunakan rekaman A atau AAAA" : "tunjuk host yang memiliki alamat itu")))
            }),
        Check(
            "TARGET_IS_URL", .error, "RFC 1035 §3.3",
            Text(en: "A record that wants a name has a URL.", id: "Rekaman yang meminta nama diisi URL."),
            explanation: Text(
                en: """
                    A record names a host; it knows no http://, no path and no port. What is written here is a name \
                    that does not exist. Keep the host's name alone, with a dot at its end. To send browsers to a \
                    page, let a web server redirect them.
                    """,
                id: """
                    Rekaman menyebut host; tidak mengenal http://, path, maupun port. Yang tertulis di sini menjadi \
                    nama yang tidak ada. Tulis nama hostnya saja, dengan titik di akhir. Untuk mengarahkan peramban \
                    ke sebuah halaman, gunakan pengalihan di server web.
                    """),
            bad: "portal CNAME https://portal.example.net/",
            good: "portal CNAME portal.example.net.",
            .record(RecordType.pointing, showing: .urlTarget) { run, _, row in
                let target = run.target(of: row, nameAt: run.zone.targetOffset(of: row))
                run.report(
                    row: row, at: run.zone.targetPart(of: row),
                    Text(
                        en: """
                            \(target) has a slash or colon, as URLs have; write the host's name alone, with a final \
                            dot
                            """,
                        id: """
                            \(target) berisi garis miring atau titik dua seperti URL; tulis nama hostnya saja, dengan \
                            titik di akhir
                            """))
            }),
        Check(
            "TARGET_IS_ROOT", .error, "RFC 1034 §3.6.2",
            Text(
                en: "An alias, NS or PTR record points to the root.",
                id: "Alias, rekaman NS, atau PTR menunjuk ke akar DNS."),
            explanation: Text(
                en: """
                    A single dot is the root of the DNS. It has no address, so the record leads nowhere. In MX and \
                    SRV records a dot says that there is no such service; CNAME, NS and PTR records know nothing of \
                    the kind. Remove the record, or name the host.
                    """,
                id: """
                    Titik tunggal adalah akar DNS. Akar tidak beralamat, sehingga rekaman ini tidak menuju ke mana \
                    pun. Pada MX dan SRV, titik berarti layanan itu tidak ada; CNAME, NS, dan PTR tidak mengenal \
                    arti itu. Hapus rekamannya, atau tulis nama host.
                    """),
            bad: "portal CNAME .",
            good: "portal CNAME www",
            .record([.cname, .ns, .ptr], showing: .rootTarget) { run, _, row in
                guard !run.isPolicyZone else { return }
                run.report(
                    row: row, at: run.zone.targetPart(of: row),
                    Text(
                        en: "a single dot is the root of the DNS, which is no host; name one, or remove the record",
                        id: "titik tunggal adalah akar DNS, bukan host; tulis nama host, atau hapus rekaman ini"))
            }),
    ]
}

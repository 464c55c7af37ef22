import RFC1035

extension Check {
    static let recordSetChecks: [Check] = [
        Check(
            "CNAME_AND_OTHER_DATA", .error, refusedBy: .mostServers, "RFC 1034 §3.6.2",
            Text(en: "A name has a CNAME and other records.", id: "Sebuah nama memiliki CNAME dan rekaman lain."),
            explanation: Text(
                en: """
                    A CNAME says that a name is another one in all respects, so nothing may stand beside it; servers \
                    refuse the zone. Move the other record to the alias's target, or replace the alias by the \
                    address records of the host.
                    """,
                id: """
                    CNAME berarti nama itu sama dengan nama lain dalam segala hal, sehingga tidak boleh ada rekaman \
                    lain di sampingnya; server menolak zonanya. Pindahkan rekaman lain itu ke sasaran alias, atau \
                    ganti alias dengan rekaman alamat host.
                    """),
            bad: """
                portal CNAME www
                portal TXT x
                """,
            good: "portal CNAME www",
            .set([.cname]) { run, name in
                let types = run.zone.names[name].types
                // At the apex, that it is an alias says enough.
                guard types.contains(.cname), !types.isSubset(of: besideCNAME), name != run.zone.apex,
                    let alias = run.zone.firstRow(of: .cname, at: name)
                else { return }
                let other = run.zone.rows(of: name).first {
                    var type = TypeSet()
                    type.insert(run.zone.records[Int($0)].type)
                    return !type.isSubset(of: besideCNAME)
                }
                guard let other else { return }
                let type = RecordType(rawValue: run.zone.records[Int(other)].type)
                let place = run.place(of: Int(other), from: alias)
                run.report(
                    row: alias, at: .type,
                    Text(
                        en: "a CNAME must be alone at its name, but \(type) stands there too, \(place.en)",
                        id: "CNAME harus sendirian pada namanya, tetapi ada juga \(type), \(place.id)"))
            }),
        Check(
            "MULTIPLE_CNAME", .error, refusedBy: .mostServers, "RFC 2181 §10.1",
            Text(en: "A name has two CNAME records.", id: "Sebuah nama memiliki dua rekaman CNAME."),
            explanation: Text(
                en: """
                    An alias has one target; servers refuse a second. To spread visitors over several hosts, write \
                    several A and AAAA records in place of the alias.
                    """,
                id: """
                    Alias hanya memiliki satu sasaran; server menolak yang kedua. Untuk membagi pengunjung ke \
                    beberapa host, tulis beberapa rekaman A dan AAAA sebagai ganti alias.
                    """),
            bad: """
                portal CNAME www
                portal CNAME mail
                """,
            good: """
                portal A 192.0.2.80
                portal A 192.0.2.25
                """,
            .set([.cname]) { run, name in run.reportSecond(of: .cname, at: name) }),
        Check(
            "MULTIPLE_DNAME", .error, refusedBy: .mostServers, "RFC 6672 §2.4",
            Text(en: "A name has two DNAME records.", id: "Sebuah nama memiliki dua rekaman DNAME."),
            explanation: Text(
                en: """
                    A DNAME redirects all that is below its owner to one place; servers refuse a second. Keep the \
                    one that is meant.
                    """,
                id: """
                    DNAME mengalihkan semua yang di bawah pemiliknya ke satu tempat; server menolak yang kedua. \
                    Pertahankan yang dimaksud.
                    """),
            bad: """
                lama DNAME baru.example.net.
                lama DNAME baru.example.org.
                """,
            good: "lama DNAME baru.example.net.",
            .set([.dname]) { run, name in run.reportSecond(of: .dname, at: name) }),
        Check(
            "RRSET_TTL", .warning, "RFC 2181 §5.2",
            Text(
                en: "Records of one RRset have different TTLs.", id: "Rekaman satu RRset memiliki TTL yang berbeda."),
            explanation: Text(
                en: """
                    The records of one name and type travel together and have one TTL. BIND uses one of them for all, \
                    mostly the first, and others do as they like, so that one of the values written here is not what \
                    happens. Write the same TTL for all.
                    """,
                id: """
                    Rekaman dengan nama dan tipe yang sama dikirim bersama dan memiliki satu TTL. BIND memakai salah \
                    satunya untuk semua, biasanya yang pertama, dan server lain bisa berbeda, sehingga salah satu \
                    nilai di sini tidak berlaku. Tulis TTL yang sama.
                    """),
            bad: """
                portal 3600 A 192.0.2.81
                portal 300 A 192.0.2.82
                """,
            good: """
                portal 300 A 192.0.2.81
                portal 300 A 192.0.2.82
                """,
            .zone { run in
                for (row, ttl) in run.zone.deviatingTTLs {
                    let used = run.zone.records[row].ttl
                    run.report(
                        row: row, at: .ttl,
                        Text(
                            en: "TTL \(ttl) differs from \(used), which BIND uses for the whole RRset",
                            id: "TTL \(ttl) berbeda dari \(used), yang dipakai BIND untuk seluruh RRset"))
                }
            }),
        Check(
            "DUPLICATE_RECORD", .warning, "RFC 2181 §5",
            Text(en: "A record stands twice.", id: "Sebuah rekaman tertulis dua kali."),
            explanation: Text(
                en: """
                    Servers keep one of two equal records, so the second does nothing; but whoever changes one of \
                    them later will wonder why the other stays. Remove one.
                    """,
                id: """
                    Server menyimpan satu dari dua rekaman yang sama, jadi yang kedua tidak berpengaruh; tetapi yang \
                    kelak mengubah salah satunya akan heran mengapa yang lain tetap ada. Hapus salah satu.
                    """),
            bad: """
                portal A 192.0.2.81
                PORTAL A 192.0.2.81
                """,
            good: "portal A 192.0.2.81",
            .set { run, name in
                let rows = run.zone.rows(of: name)
                guard rows.count <= 64 else { return run.reportDuplicates(amongMany: rows) }
                for later in 1..<rows.count {
                    for earlier in 0..<later where run.zone.haveEqualData(Int(rows[later]), Int(rows[earlier])) {
                        run.reportDuplicate(Int(rows[later]), of: Int(rows[earlier]))
                        break
                    }
                }
            }),
    ]

    /// What may stand beside a CNAME (RFC 4035 §2.5, RFC 2535 §2.3.5).
    private static let besideCNAME = TypeSet([.cname, .rrsig, .nsec, .sig])
}

extension CheckRun {
    fileprivate mutating func reportSecond(of type: RecordType, at name: Int) {
        guard zone.names[name].types.contains(type) else { return }
        let rows = zone.rows(of: name, type: type)
        guard let second = rows.dropFirst().first(where: { !zone.haveEqualData($0, rows[0]) }) else { return }
        let place = place(of: rows[0], from: second)
        report(
            row: second, at: .type,
            Text(
                en: "a second \(type) with other data; the first stands \(place.en)",
                id: "\(type) kedua dengan isi lain; yang pertama ada \(place.id)"))
    }

    fileprivate mutating func reportDuplicate(_ row: Int, of first: Int) {
        let place = place(of: first, from: row)
        report(
            row: row,
            Text(
                en: "the same record stands \(place.en) already; servers keep one",
                id: "rekaman yang sama sudah ada \(place.id); server menyimpan satu saja"))
    }

    fileprivate mutating func reportDuplicates(amongMany rows: UnsafeBufferPointer<UInt32>) {
        var seen: [[UInt8]: Int] = [:]
        for number in rows {
            let row = Int(number)
            let type = zone.records[row].type
            let key = [UInt8(type >> 8), UInt8(type & 0xFF)] + zone.rdata(of: row)
            if let first = seen[key] { reportDuplicate(row, of: first) } else { seen[key] = row }
        }
    }
}

import RFC1035

extension Check {
    static let ttlChecks: [Check] = [
        Check(
            "TTL_ZERO", .notice, "RFC 2181 §8; RFC 1912 §2.2",
            Text(en: "A record has TTL 0.", id: "Sebuah rekaman memiliki TTL 0."),
            explanation: Text(
                en: """
                    With TTL 0 no resolver keeps the answer: every page view asks this zone's servers again, and \
                    when they are out of reach for a second, so is the host. It is often left over from a move. Use \
                    300 where things change soon, 3600 elsewhere.
                    """,
                id: """
                    Dengan TTL 0 tidak ada resolver yang menyimpan jawaban: setiap kunjungan bertanya lagi ke server \
                    zona ini, dan bila server itu sesaat tidak terjangkau, host ikut hilang. Sering kali ini sisa \
                    pemindahan. Gunakan 300 bila segera berubah, selain itu 3600.
                    """),
            bad: "portal 0 A 192.0.2.81",
            good: "portal 300 A 192.0.2.81",
            .marked(.zeroTTL) { run, name in
                run.reportTTL(at: name, where: { $0 == 0 }) { _ in
                    Text(
                        en: "TTL 0: every question comes to this zone's servers; use 300 or more",
                        id: "TTL 0: setiap pertanyaan datang ke server zona ini; gunakan 300 atau lebih")
                }
            }),
        Check(
            "TTL_TOO_LONG", .notice, "RFC 1912 §2.2; named max-cache-ttl",
            Text(
                en: "A record has a TTL of more than a week.", id: "Sebuah rekaman memiliki TTL lebih dari seminggu."),
            explanation: Text(
                en: """
                    Resolvers keep an answer for a week at most by default, so a longer TTL gains nothing. What \
                    keeps it longer goes on using the old address after a move, for weeks. A day is long enough for \
                    anything.
                    """,
                id: """
                    Resolver pada umumnya menyimpan jawaban paling lama seminggu, sehingga TTL yang lebih panjang \
                    tidak ada gunanya. Yang menyimpan lebih lama akan terus memakai alamat lama berminggu-minggu \
                    setelah pemindahan. Sehari sudah cukup untuk apa pun.
                    """),
            bad: "portal 2592000 A 192.0.2.81",
            good: "portal 604800 A 192.0.2.81",
            .marked(.longTTL) { run, name in
                run.reportTTL(at: name, where: { $0 > NameMarks.longestTTL }) { ttl in
                    Text(
                        en: """
                            TTL \(ttl) (\(Spelled.english(ttl))): a change would take that long to arrive; a day, \
                            86400, is enough
                            """,
                        id: """
                            TTL \(ttl) (\(Spelled.indonesian(ttl))): perubahan baru sampai setelah selama itu; \
                            sehari, 86400, sudah cukup
                            """)
                }
            }),
        Check(
            "NS_TTL_SHORT", .notice, opinion: true, "RFC 1912 §2.2",
            Text(
                en: "The zone's NS records have a short TTL.", id: "Rekaman NS zona memiliki TTL pendek."),
            explanation: Text(
                en: """
                    Name servers seldom move, and each time their records run out, resolvers start over at the \
                    parent zone. Use an hour at least, better a day.
                    """,
                id: """
                    Server nama jarang berpindah, dan setiap kali rekamannya kedaluwarsa, resolver mulai lagi dari \
                    zona induk. Gunakan paling sedikit satu jam, lebih baik sehari.
                    """),
            bad: """
                @ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
                @ 60 NS ns1
                @ 60 NS ns2
                ns1 A 192.0.2.53
                ns2 A 198.51.100.53
                """,
            good: """
                @ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
                @ 86400 NS ns1
                @ 86400 NS ns2
                ns1 A 192.0.2.53
                ns2 A 198.51.100.53
                """,
            .record([.soa]) { run, name, row in
                guard run.apexSOA(name, row) != nil, let ns = run.zone.firstRow(of: .ns, at: name) else { return }
                let ttl = run.zone.records[ns].ttl
                // Zero is a finding already.
                guard 1..<3600 ~= ttl else { return }
                run.report(
                    row: ns,
                    Text(
                        en: """
                            TTL \(ttl) for NS records makes resolvers start over at the parent zone often; use 3600 \
                            to 86400
                            """,
                        id: """
                            TTL \(ttl) untuk rekaman NS membuat resolver sering mulai lagi dari zona induk; gunakan \
                            3600 sampai 86400
                            """))
            }),
    ]
}

extension CheckRun {
    /// One finding for each RRset of a name whose TTL is such.
    fileprivate mutating func reportTTL(at name: Int, where isMeant: (UInt32) -> Bool, _ text: (UInt32) -> Text) {
        var seen: Set<UInt16> = []
        for row in zone.rows(of: name)
        where isMeant(zone.records[Int(row)].ttl) && zone.records[Int(row)].type != RecordType.nsec3param.rawValue
            && zone.records[Int(row)].type != RecordType.rrsig.rawValue
        {
            guard seen.insert(zone.records[Int(row)].type).inserted else { continue }
            report(row: Int(row), at: .ttl, text(zone.records[Int(row)].ttl))
        }
    }
}

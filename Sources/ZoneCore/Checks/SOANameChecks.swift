import RFC1035

extension Check {
    /// The names in the SOA record.
    static let soaNameChecks: [Check] = [
        Check(
            "MNAME_NO_ADDRESS", .notice, ofAbsence: true, "RFC 1035 §3.3.13; RFC 2136 §1",
            Text(
                en: "The SOA's primary server is in the zone and has no address of its own.",
                id: "Server utama pada SOA berada di zona dan tidak memiliki alamat sendiri."),
            explanation: Text(
                en: """
                    The first name in the SOA is the primary server. Dynamic updates and many tools send their \
                    questions there, and secondaries leave it out when they pass notices on. If the name leads \
                    nowhere, those fail. Name the server that holds the zone, and give it an A or AAAA record.
                    """,
                id: """
                    Nama pertama pada SOA adalah server utama. Pembaruan dinamis dan banyak alat bertanya ke sana, \
                    dan server sekunder melewatinya saat meneruskan pemberitahuan. Bila nama itu tidak menuju ke \
                    mana pun, semua itu gagal. Tulis server yang memegang zona, dan beri rekaman A atau AAAA.
                    """),
            bad: """
                @ SOA ns0 hostmaster 2026112001 10800 3600 1209600 3600
                @ NS ns1
                ns1 A 192.0.2.53
                """,
            good: ZoneExample.served(),
            .record([.soa]) { run, name, row in
                guard run.apexSOA(name, row) != nil, !run.apexHasNS(naming: row) else { return }
                let lead = run.lead(of: row, nameAt: 0)
                guard lead != .elsewhere, lead != .address, !run.isReportedFault(of: row, nameAt: 0) else { return }
                let server = run.target(of: row)
                run.report(
                    row: row, at: .rdata(0),
                    lead == .alias
                        ? Text(
                            en: "the primary server \(server) is an alias; name the server itself",
                            id: "server utama \(server) adalah alias; tulis nama servernya sendiri")
                        : Text(
                            en: "the primary server \(server) has no A or AAAA record in this zone",
                            id: "server utama \(server) tidak memiliki rekaman A atau AAAA di zona ini"))
            }),
        Check(
            "MNAME_NOT_NS", .notice, ofAbsence: true, "RFC 1035 §3.3.13; RFC 1996 §3.3",
            Text(
                en: "The SOA's primary server is not among the NS records.",
                id: "Server utama pada SOA tidak ada di antara rekaman NS."),
            explanation: Text(
                en: """
                    Usually the primary server is one of the zone's name servers. If the primary is hidden on \
                    purpose, this is right, and the finding can be switched off. If not, the name is misspelt, left \
                    over from an older server, or its NS record is missing.
                    """,
                id: """
                    Biasanya server utama termasuk server nama zona. Jika server utama memang sengaja disembunyikan, \
                    ini benar dan temuan ini dapat dimatikan. Jika tidak, namanya salah ketik, sisa server lama, \
                    atau rekaman NS-nya tertinggal.
                    """),
            bad: """
                @ SOA ns3 hostmaster 2026112001 10800 3600 1209600 3600
                @ NS ns1
                ns1 A 192.0.2.53
                ns3 A 192.0.2.54
                """,
            good: ZoneExample.served(),
            .record([.soa]) { run, name, row in
                guard run.apexSOA(name, row) != nil, run.zone.names[name].types.contains(.ns),
                    !run.apexHasNS(naming: row), let server = run.zone.rdata(of: row).baseAddress, server[0] != 0,
                    HostName.isValid(server, allowsWildcard: false)
                else { return }
                // That it leads nowhere, or is written wrong, says more.
                let lead = run.lead(of: row, nameAt: 0)
                guard lead == .elsewhere || lead == .address, run.fault(of: row, nameAt: 0) == .none else { return }
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "the primary server \(run.target(of: row)) is not among the zone's NS records",
                        id: "server utama \(run.target(of: row)) tidak ada di antara rekaman NS zona"))
            }),
        Check(
            "RNAME_MISSING", .notice, "RFC 1035 §3.3.13; RFC 2142 §7",
            Text(en: "The SOA names no mailbox.", id: "SOA tidak menyebut kotak surat."),
            explanation: Text(
                en: """
                    The SOA's second name is the mailbox of whoever looks after the zone. A single dot is nobody: \
                    whoever finds a fault has nowhere to report it. Write a mailbox that is read, as \
                    hostmaster.example.go.id. for hostmaster@example.go.id.
                    """,
                id: """
                    Nama kedua pada SOA ialah kotak surat pengelola zona. Satu titik berarti tidak ada siapa pun: \
                    yang menemukan gangguan tidak tahu harus melapor ke mana. Tulis kotak surat yang dibaca, \
                    misalnya hostmaster.example.go.id. untuk hostmaster@example.go.id.
                    """),
            bad: """
                @ SOA ns1 . 2026112001 10800 3600 1209600 3600
                @ NS ns1
                ns1 A 192.0.2.53
                """,
            good: """
                @ SOA ns1 hostmaster.example.go.id. 2026112001 10800 3600 1209600 3600
                @ NS ns1
                @ NS ns2
                ns1 A 192.0.2.53
                ns2 A 198.51.100.53
                """,
            .record([.soa]) { run, name, row in
                guard run.apexSOA(name, row) != nil, let server = run.zone.rdata(of: row).baseAddress,
                    server[WireName.length(server)] == 0
                else { return }
                run.report(
                    row: row, at: .rdata(1),
                    Text(
                        en: "the SOA names no mailbox; write one that is read, as hostmaster.\(run.zone.origin)",
                        id: """
                            SOA tidak menyebut kotak surat; tulis yang dibaca, misalnya \
                            hostmaster.\(run.zone.origin)
                            """))
            }),
        Check(
            "RNAME_WITH_AT", .warning, "RFC 1035 §8",
            Text(
                en: "The SOA's mailbox is written with @.", id: "Kotak surat pada SOA ditulis dengan @."),
            explanation: Text(
                en: """
                    In the SOA, the mailbox hostmaster@example.go.id is written hostmaster.example.go.id. with a dot \
                    in place of the @ and a dot at the end. With an @ in it, everyone who wants to report a fault is \
                    shown an address that does not exist.
                    """,
                id: """
                    Pada SOA, kotak surat hostmaster@example.go.id ditulis hostmaster.example.go.id. dengan titik \
                    sebagai ganti @ dan titik di akhir. Bila ditulis dengan @, siapa pun yang ingin melaporkan \
                    gangguan mendapat alamat yang tidak ada.
                    """),
            bad: """
                @ SOA ns1 hostmaster@example.go.id. 2026112001 10800 3600 1209600 3600
                @ NS ns1
                ns1 A 192.0.2.53
                """,
            good: ZoneExample.served("@ SOA ns1 hostmaster.example.go.id. 2026112001 10800 3600 1209600 3600"),
            .record([.soa]) { run, name, row in
                guard run.apexSOA(name, row) != nil, let mailbox = run.mailbox(of: row), mailbox.local.contains("@")
                else { return }
                run.report(
                    row: row, at: .rdata(1),
                    Text(
                        en: """
                            the mailbox \(mailbox.written) has an @; write a dot in its place, as in \
                            hostmaster.\(run.zone.origin)
                            """,
                        id: """
                            kotak surat \(mailbox.written) berisi @; tulis titik sebagai gantinya, misalnya \
                            hostmaster.\(run.zone.origin)
                            """))
            }),
        Check(
            "RNAME_ESCAPED_DOT", .warning, "RFC 1035 §8",
            Text(
                en: "The SOA's mailbox has the dot escaped that stands for its @.",
                id: "Titik pengganti @ pada kotak surat SOA ditulis dengan garis miring terbalik."),
            explanation: Text(
                en: """
                    The first dot that is not escaped separates the mailbox from its domain; a backslash belongs \
                    before dots of the mailbox's own name only, as in siti\\.rahma.example.go.id. for \
                    siti.rahma@example.go.id. Here the escaped dot takes the domain apart.
                    """,
                id: """
                    Titik pertama tanpa garis miring terbalik memisahkan nama kotak surat dari domainnya; garis \
                    miring terbalik hanya untuk titik di dalam nama kotak surat, misalnya \
                    siti\\.rahma.example.go.id. untuk siti.rahma@example.go.id. Di sini domainnya justru terpotong.
                    """),
            bad: """
                @ SOA ns1 hostmaster\\.example.go.id. 2026112001 10800 3600 1209600 3600
                @ NS ns1
                ns1 A 192.0.2.53
                """,
            good: ZoneExample.served("@ SOA ns1 siti\\.rahma.example.go.id. 2026112001 10800 3600 1209600 3600"),
            .record([.soa]) { run, name, row in
                guard run.apexSOA(name, row) != nil, let mailbox = run.mailbox(of: row), mailbox.local.contains("."),
                    !mailbox.local.contains("@"), !mailbox.domain.isAtOrBelow(run.zone.origin),
                    let plain = try? Name("\(mailbox.local).\(mailbox.domain)"), plain.isAtOrBelow(run.zone.origin)
                else { return }
                run.report(
                    row: row, at: .rdata(1),
                    Text(
                        en: """
                            this is the mailbox \(mailbox.local)@\(mailbox.domain); \(plain) is what was probably \
                            meant
                            """,
                        id: "ini berarti kotak surat \(mailbox.local)@\(mailbox.domain); mungkin maksudnya \(plain)"))
            }),
        Check(
            "RNAME_DOMAIN_MISSING", .notice, ofAbsence: true, "RFC 1035 §8",
            Text(
                en: "The domain of the SOA's mailbox does not exist in the zone.",
                id: "Domain kotak surat pada SOA tidak ada di zona."),
            explanation: Text(
                en: """
                    The mailbox's first label is the name before the @, the rest its domain. A dot in the name \
                    before the @ must be escaped: siti.rahma@example.go.id is siti\\.rahma.example.go.id., while \
                    without the backslash mail goes to a domain rahma.example.go.id that does not exist.
                    """,
                id: """
                    Label pertama adalah nama sebelum @, sisanya domain. Titik di dalam nama sebelum @ harus diberi \
                    garis miring terbalik: siti.rahma@example.go.id ditulis siti\\.rahma.example.go.id.; tanpa itu \
                    surel menuju domain rahma.example.go.id yang tidak ada.
                    """),
            bad: """
                @ SOA ns1 siti.rahma 2026112001 10800 3600 1209600 3600
                @ NS ns1
                ns1 A 192.0.2.53
                """,
            good: ZoneExample.served("@ SOA ns1 siti\\.rahma 2026112001 10800 3600 1209600 3600"),
            .record([.soa]) { run, name, row in
                guard run.apexSOA(name, row) != nil, let mailbox = run.mailbox(of: row), !mailbox.local.contains("@"),
                    mailbox.domain != run.zone.origin, !run.isReportedFault(of: row, nameAt: mailbox.offset),
                    run.zone.existence(of: mailbox.domain) == .none
                else { return }
                run.report(
                    row: row, at: .rdata(1),
                    Text(
                        en: """
                            mail to \(mailbox.local)@\(mailbox.domain) has nowhere to go: the zone has no such \
                            domain; escape dots before the @ as \\.
                            """,
                        id: """
                            surel ke \(mailbox.local)@\(mailbox.domain) tidak punya tujuan: domain itu tidak ada di \
                            zona; titik sebelum @ ditulis \\.
                            """))
            }),
    ]
}

/// The mailbox in an SOA record, a name whose first label is what stands before the @ (RFC 1035 §8).
struct SOAMailbox {
    /// Where in the RDATA it begins.
    var offset: Int
    var local: String
    var domain: Name
    /// As master files have it.
    var written: String
}

extension CheckRun {
    /// `nil` where the SOA names none.
    func mailbox(of row: Int) -> SOAMailbox? {
        let rdata = zone.rdata(of: row)
        guard let base = rdata.baseAddress else { return nil }
        let offset = WireName.length(base)
        guard offset < rdata.count, base[offset] != 0 else { return nil }
        let length = WireName.length(base + offset)
        guard let name = WireName.name(base + offset, length),
            let local = name.labels.first, let domain = name.parent
        else { return nil }
        return SOAMailbox(
            offset: offset, local: String(decoding: local, as: UTF8.self), domain: domain, written: name.description)
    }

    /// Whether an NS record of the apex has the same target as the SOA record of a row.
    func apexHasNS(naming row: Int) -> Bool {
        guard let apex = zone.apex, let server = zone.rdata(of: row).baseAddress else { return false }
        let length = WireName.length(server)
        return zone.rows(of: apex, type: .ns).contains { row in
            guard let target = zone.rdata(of: row).baseAddress else { return false }
            return WireName.length(target) == length && WireName.areEqual(server, length, target)
        }
    }
}

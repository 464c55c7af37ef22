import RFC1035

extension Check {
    /// What aliases point to.
    static let aliasChecks: [Check] = [
        Check(
            "CNAME_TARGET_MISSING", .error, ofAbsence: true, "RFC 1034 §3.6.2",
            Text(
                en: "An alias points to a name of the zone that does not exist.",
                id: "Alias menunjuk ke nama dalam zona yang tidak ada."),
            explanation: Text(
                en: """
                    Whoever asks for the alias is sent to a name that this zone says does not exist, so the alias is \
                    as dead as if it were not there. Either the target was misspelt or removed, or a final dot is \
                    missing and the zone's name was appended. Make the target, correct it, or remove the alias.
                    """,
                id: """
                    Siapa pun yang menanyakan alias ini diarahkan ke nama yang menurut zona ini tidak ada, sehingga \
                    alias itu sama saja dengan tidak ada. Sasarannya salah ketik, sudah dihapus, atau titik di akhir \
                    nama lupa ditulis sehingga nama zona ditambahkan. Buat sasarannya, perbaiki, atau hapus \
                    aliasnya.
                    """),
            bad: "portal CNAME wwww",
            good: "portal CNAME www",
            .record([.cname], showing: [.missing, .alias]) { run, _, row in
                let target: String
                if run.lead(of: row, nameAt: 0) == .missing {
                    guard !run.isReportedFault(of: row, nameAt: 0) else { return }
                    target = run.target(of: row)
                    run.report(
                        row: row, at: .rdata(0),
                        Text(
                            en: "the target \(target) is in this zone and does not exist",
                            id: "sasaran \(target) berada di zona ini dan tidak ada"))
                    return
                }
                let chain = run.chain(from: row)
                guard chain.links == 1, case .missing = chain.end, let redirected = chain.redirected else { return }
                target = run.target(of: row)
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "a DNAME makes \(redirected) of the target \(target), and that does not exist",
                        id: "DNAME mengubah sasaran \(target) menjadi \(redirected), yang tidak ada"))
            }),
        Check(
            "CNAME_NO_ADDRESS", .warning, ofAbsence: true, "RFC 1034 §3.6.2",
            Text(
                en: "An alias leads to a name of the zone that has no address.",
                id: "Alias menuju nama dalam zona yang tidak memiliki alamat."),
            explanation: Text(
                en: """
                    The alias looks like a host, and its target exists, but has no A or AAAA record, so nobody can \
                    connect to it. This often happens when a host moves to the zone's own name and the apex never \
                    got an address. Give the target an address, or point the alias elsewhere.
                    """,
                id: """
                    Alias ini tampak seperti host dan sasarannya ada, tetapi tidak memiliki rekaman A atau AAAA, \
                    sehingga tidak dapat dihubungi. Ini sering terjadi bila alias diarahkan ke nama zona sendiri \
                    padahal puncak zona belum beralamat. Beri sasaran itu alamat, atau arahkan alias ke tempat lain.
                    """),
            bad: "portal CNAME @",
            good: "@ A 192.0.2.80\nportal CNAME @",
            .record([.cname], showing: .noAddress) { run, name, row in
                guard !run.isReportedFault(of: row, nameAt: 0), run.isHostLike(name) else { return }
                let index = run.nameTarget(of: row, nameAt: 0)
                if let index, !run.lacksAddress(index, for: name) { return }
                let target = run.target(of: row)
                guard index != nil || run.isCoveredByWildcard(row) else {
                    run.report(
                        row: row, at: .rdata(0),
                        Text(
                            en: """
                                the target \(target) has no records of its own, only names below it, so the alias \
                                leads to no host
                                """,
                            id: """
                                sasaran \(target) tidak memiliki rekaman sendiri, hanya nama di bawahnya, sehingga \
                                alias ini tidak menuju host mana pun
                                """))
                    return
                }
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "the target \(target) has no A or AAAA record, so the alias leads to no host",
                        id: """
                            sasaran \(target) tidak memiliki rekaman A atau AAAA, sehingga alias ini tidak menuju \
                            host mana pun
                            """))
            }),
        Check(
            "CNAME_BELOW_DNAME", .notice, "RFC 6672 §2.2",
            Text(
                en: "An alias points below a DNAME, which redirects it once more.",
                id: "Alias menunjuk ke bawah DNAME, yang mengalihkannya sekali lagi."),
            explanation: Text(
                en: """
                    The target stands below a name that a DNAME redirects. It works, but every question is answered \
                    with a chain of DNAME and two aliases, and it breaks when the DNAME goes. Point the alias to \
                    where the DNAME leads.
                    """,
                id: """
                    Sasarannya berada di bawah nama yang dialihkan DNAME. Ini berfungsi, tetapi setiap pertanyaan \
                    dijawab dengan rantai DNAME dan dua alias, dan rusak bila DNAME dihapus. Arahkan alias langsung \
                    ke tujuan DNAME.
                    """),
            bad: "lama DNAME baru.example.net.\nportal CNAME www.lama",
            good: "lama DNAME baru.example.net.\nportal CNAME www.baru.example.net.",
            .record([.cname], showing: .alias) { run, _, row in
                guard run.zone.types.contains(.dname) else { return }
                let chain = run.chain(from: row)
                guard let redirected = chain.redirected else { return }
                switch chain.end {
                // Those have findings of their own.
                case .missing, .itself, .loop, .endless, .distantLoop: return
                case .elsewhere, .address, .noAddress: break
                }
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "the target \(run.target(of: row)) is below a DNAME; point to \(redirected) instead",
                        id: "sasaran \(run.target(of: row)) berada di bawah DNAME; arahkan saja ke \(redirected)"))
            }),
    ]
}

extension CheckRun {
    /// Whether none of a name's labels in front of the zone's own begins with an underscore (RFC 8552).
    mutating func isHostLike(_ name: Int) -> Bool {
        let wire = zone.wire(of: name)
        let end = WireName.length(wire) - zone.originLength
        var at = 0
        while at < end {
            if wire[at + 1] == UInt8(ascii: "_") { return false }
            at += Int(wire[at]) + 1
        }
        return true
    }

    /// Whether a wildcard answers for the target of a row.
    fileprivate mutating func isCoveredByWildcard(_ row: Int) -> Bool {
        guard zone.hasWildcards, let name = try? Name(target(of: row)) else { return false }
        if case .coveredByWildcard = zone.existence(of: name) { return true }
        return false
    }

    /// Whether it is plain that the target of an alias, which has no address, ought to have one. Other types may be
    /// what the alias is for.
    fileprivate mutating func lacksAddress(_ target: Int, for alias: Int) -> Bool {
        if target == zone.apex {
            // An HTTPS or SVCB record in alias form leads further (RFC 9460 §2.4.2).
            return !zone.rows(of: target).contains { [64, 65].contains(zone.records[Int($0)].type) }
        }
        let types = zone.names[target].types
        if types.isSubset(of: TypeSet([.rrsig, .nsec])) { return true }
        guard types.isSubset(of: TypeSet([.rrsig, .nsec, .txt])) else { return false }
        let wire = zone.wire(of: alias)
        let label = UnsafeBufferPointer(start: wire + 1, count: Int(wire[0]))
        return ["www", "web", "mail", "webmail", "smtp", "imap", "pop", "ftp"].contains { $0.utf8.elementsEqual(label) }
    }
}

import RFC1035

extension Check {
    static let aliasChecks: [Check] = [
        Check(
            "CNAME_TARGET_MISSING", .error, "RFC 1034 §3.6.2",
            Text(
                en: "An alias points to a name of the zone that does not exist.",
                id: "Alias menunjuk ke nama dalam zona yang tidak ada."),
            explanation: Text(
                en: """
                    Whoever asks for the alias is sent to a name that this zone says does not exist, so the alias is as dead \
                    as if it were not there. Either the target was misspelt or removed, or a final dot is missing and the \
                    zone's name was appended. Make the target, correct it, or remove the alias.
                    """,
                id: """
                    Siapa pun yang menanyakan alias ini diarahkan ke nama yang menurut zona ini tidak ada, sehingga alias \
                    itu sama saja dengan tidak ada. Sasarannya salah ketik, sudah dihapus, atau titik di akhir nama lupa \
                    ditulis sehingga nama zona ditambahkan. Buat sasarannya, perbaiki, atau hapus aliasnya.
                    """),
            bad: "portal CNAME wwww",
            good: "portal CNAME www",
            .record([.cname]) { run, _, row in
                guard run.lead(of: row, nameAt: 0) == .missing else { return }
                let target = run.target(of: row)
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "the target \(target) is in this zone and does not exist",
                        id: "sasaran \(target) berada di zona ini dan tidak ada"))
            }),
        Check(
            "CNAME_LOOP", .error, "RFC 1034 §3.6.2",
            Text(en: "Aliases lead back to themselves.", id: "Alias berputar kembali ke dirinya sendiri."),
            .record([.cname]) { run, name, row in
                var here = row
                for _ in 0..<16 {
                    let rdata = run.zone.rdata(of: here)
                    guard let target = rdata.baseAddress,
                        let next = run.zone.index(of: target, WireName.length(target))
                    else { return }
                    if next == name {
                        run.report(
                            row: row, at: .rdata(0),
                            Text(
                                en: "this alias leads back to itself, so nobody ever gets an answer",
                                id: "alias ini berputar ke dirinya sendiri sehingga tidak pernah ada jawaban"))
                        return
                    }
                    guard let row = run.zone.firstRow(of: .cname, at: next) else { return }
                    here = row
                }
            }),
        Check(
            "DATA_BELOW_DNAME", .error, refusedBy: .mostServers, "RFC 6672 §2.4",
            Text(en: "Records stand below a DNAME.", id: "Ada rekaman di bawah DNAME."),
            .zone { run in
                guard run.zone.types.contains(.dname) else { return }
                for name in 0..<run.zone.nameCount where run.shape.standing(of: name) == .belowDNAME {
                    guard let above = run.shape.governor(of: name) else { continue }
                    run.report(
                        name: name,
                        Text(
                            en: "below the DNAME at \(run.zone.name(at: above)), which hides it; NSD and Knot refuse the zone",
                            id: "di bawah DNAME pada \(run.zone.name(at: above)) yang menyembunyikannya; NSD dan Knot menolak zona ini"))
                }
            }),
    ]
}

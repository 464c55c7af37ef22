import RFC1035

extension Check {
    /// DNAME records.
    static let redirectionChecks: [Check] = [
        Check(
            "DATA_BELOW_DNAME", .error, refusedBy: .mostServers, "RFC 6672 §2.4",
            Text(en: "Records stand below a DNAME.", id: "Ada rekaman di bawah DNAME."),
            explanation: Text(
                en: """
                    A DNAME sends every name below its owner to another part of the tree, so nobody is ever answered \
                    with what stands there. NSD and Knot do not even load the zone. Move the records to the place \
                    the DNAME leads to, or drop the DNAME.
                    """,
                id: """
                    DNAME mengalihkan semua nama di bawah pemiliknya ke bagian lain, sehingga rekaman di sana tidak \
                    pernah dijawabkan. NSD dan Knot bahkan tidak memuat zonanya. Pindahkan rekaman itu ke tempat \
                    tujuan DNAME, atau hapus DNAME-nya.
                    """),
            bad: "lama DNAME baru.example.net.\nwww.lama A 192.0.2.81",
            good: "lama DNAME baru.example.net.\nlama A 192.0.2.81",
            .zone { run in
                guard run.zone.types.contains(.dname) else { return }
                for name in 0..<run.zone.nameCount where run.shape.standing(of: name) == .belowDNAME {
                    guard let above = run.shape.governor(of: name) else { continue }
                    run.report(
                        name: name,
                        Text(
                            en: """
                                below the DNAME at \(run.zone.name(at: above)), which hides it; NSD and Knot refuse \
                                the zone
                                """,
                            id: """
                                di bawah DNAME pada \(run.zone.name(at: above)) yang menyembunyikannya; NSD dan Knot \
                                menolak zona ini
                                """))
                }
            }),
        Check(
            "NS_BESIDE_DNAME", .error, refusedBy: .oneServer, "RFC 6672 §2.4",
            Text(
                en: "A name below the apex has NS and DNAME records.",
                id: "Sebuah nama di bawah puncak zona memiliki rekaman NS dan DNAME."),
            explanation: Text(
                en: """
                    A delegation hands everything below the name to other servers, a DNAME redirects it: both cannot \
                    be. Knot refuses the zone, and other servers answer with the delegation alone. Keep one of the \
                    two.
                    """,
                id: """
                    Delegasi menyerahkan semua yang di bawah nama itu ke server lain, sedangkan DNAME \
                    mengalihkannya: tidak bisa keduanya. Knot menolak zona ini, server lain menjawab dengan delegasi \
                    saja. Pertahankan salah satu.
                    """),
            bad: "lama NS ns1\nlama NS ns2\nlama DNAME baru.example.net.",
            good: "lama DNAME baru.example.net.",
            .record([.dname]) { run, name, row in
                guard name != run.zone.apex, run.zone.names[name].types.contains(.ns),
                    let ns = run.zone.firstRow(of: .ns, at: name)
                else { return }
                let place = run.place(of: ns, from: row)
                run.report(
                    row: row,
                    Text(
                        en: "a DNAME at a delegation, whose NS record stands \(place.en); Knot refuses the zone",
                        id: "DNAME pada delegasi, yang rekaman NS-nya ada \(place.id); Knot menolak zona ini"))
            }),
        Check(
            "WILDCARD_DNAME", .warning, "RFC 4592 §4.4; RFC 6672 §3.3",
            Text(en: "A DNAME record at a wildcard.", id: "Rekaman DNAME pada nama wildcard."),
            explanation: Text(
                en: """
                    What a DNAME at a wildcard means is not settled, and servers and resolvers treat it differently. \
                    Redirect one name with a DNAME of its own, or use a wildcard CNAME for a single level.
                    """,
                id: """
                    Arti DNAME pada wildcard tidak pasti, dan perlakuan server serta resolver berbeda-beda. Alihkan \
                    satu nama dengan DNAME sendiri, atau gunakan CNAME wildcard untuk satu tingkat.
                    """),
            bad: "*.lama DNAME baru.example.net.",
            good: "lama DNAME baru.example.net.",
            .record([.dname]) { run, name, row in
                guard WireName.isWildcard(run.zone.wire(of: name)) else { return }
                run.report(
                    row: row,
                    Text(
                        en: """
                            a DNAME at a wildcard means different things to different servers; put it at a name of \
                            its own
                            """,
                        id: "DNAME pada wildcard diartikan berbeda-beda oleh server; letakkan pada nama tersendiri"))
            }),
        Check(
            "DNAME_LOOP", .error, "RFC 6672 §2.2",
            Text(en: "A DNAME redirects names to itself.", id: "DNAME mengalihkan nama ke dirinya sendiri."),
            explanation: Text(
                en: """
                    The target of the DNAME is its own owner or below it, or another DNAME leads back. Every \
                    question is then redirected until the name is too long or the server gives up. Point the DNAME \
                    outside of itself.
                    """,
                id: """
                    Sasaran DNAME adalah pemiliknya sendiri atau di bawahnya, atau DNAME lain mengarah kembali. \
                    Setiap pertanyaan dialihkan terus sampai namanya terlalu panjang atau server menyerah. Arahkan \
                    DNAME ke luar dirinya.
                    """),
            bad: "lama DNAME baru.lama",
            good: "lama DNAME baru.example.net.",
            .record([.dname]) { run, name, row in
                guard run.isInRedirectionLoop(row) else { return }
                let text = run.target(of: row)
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: """
                            names below \(run.zone.name(at: name)) are redirected to \(text) and back again, \
                            without end
                            """,
                        id: """
                            nama di bawah \(run.zone.name(at: name)) dialihkan ke \(text) lalu kembali lagi \
                            tanpa akhir
                            """))
            }),
        Check(
            "DNAME_TARGET_MISSING", .warning, ofAbsence: true, "RFC 6672 §2.2",
            Text(
                en: "A DNAME redirects to a part of the zone where nothing is.",
                id: "DNAME mengalihkan ke bagian zona yang kosong."),
            explanation: Text(
                en: """
                    No name exists at or below the DNAME's target, so every name it redirects leads to nothing. The \
                    target is misspelt, or its records are gone.
                    """,
                id: """
                    Tidak ada nama pada sasaran DNAME maupun di bawahnya, sehingga semua nama yang dialihkan tidak \
                    menuju ke mana pun. Sasarannya salah ketik, atau rekamannya sudah dihapus.
                    """),
            bad: "lama DNAME baru",
            good: "lama DNAME baru\nwww.baru A 192.0.2.81",
            .record([.dname]) { run, _, row in
                guard let target = run.zone.rdata(of: row).baseAddress, run.zone.holds(target, WireName.length(target)),
                    run.nameTarget(of: row, nameAt: 0) == nil, !run.isReportedFault(of: row, nameAt: 0),
                    let name = try? Name(run.target(of: row)), run.zone.existence(of: name) == .none
                else { return }
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "nothing stands at or below \(name), so whatever is redirected there does not exist",
                        id: """
                            tidak ada apa pun pada \(name) atau di bawahnya, sehingga yang dialihkan ke sana tidak \
                            ada
                            """))
            }),
    ]
}

extension CheckRun {
    /// Whether the DNAME of a row redirects names to where DNAME records lead back to it.
    ///
    /// What is below a DNAME's target is redirected by the one DNAME that stands at the target or above it, so each
    /// DNAME has one that follows it at most; each is followed once.
    fileprivate mutating func isInRedirectionLoop(_ start: Int) -> Bool {
        var passed: [Int] = []
        var places: [Int: Int] = [:]
        var row = start
        while redirectionLoops[row] == nil {
            if let place = places[row] {
                for member in passed[place...] { redirectionLoops[member] = true }
                break
            }
            places[row] = passed.count
            passed.append(row)
            guard let next = redirection(of: row) else { break }
            row = next
        }
        for row in passed where redirectionLoops[row] == nil { redirectionLoops[row] = false }
        return redirectionLoops[start] ?? false
    }

    /// The DNAME that redirects what is below the target of another. The highest on the way down decides, and a
    /// delegation hands the rest to other servers.
    private mutating func redirection(of row: Int) -> Int? {
        guard let target = zone.rdata(of: row).baseAddress else { return nil }
        let length = WireName.length(target)
        guard zone.holds(target, length) else { return nil }
        var found: Int?
        var at = 0
        while length - at >= zone.originLength {
            if let name = zone.index(of: target + at, length - at) {
                if zone.names[name].types.contains(.ns) && name != zone.apex {
                    found = nil
                } else if zone.names[name].types.contains(.dname) {
                    found = zone.firstRow(of: .dname, at: name)
                }
            }
            guard target[at] != 0 else { break }
            at += Int(target[at]) + 1
        }
        return found
    }
}

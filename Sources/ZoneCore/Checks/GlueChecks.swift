import RFC1035

extension Check {
    /// Records at and below delegations.
    static let glueChecks: [Check] = [
        Check(
            "MISSING_GLUE", .error, refusedBy: .oneServer, ofAbsence: true, "RFC 1034 §4.2.1; named check-integrity",
            Text(
                en: "A delegation's name server stands below the delegation and has no address here.",
                id: "Server nama delegasi berada di bawah delegasi itu dan tidak punya alamat di sini."),
            explanation: Text(
                en: """
                    To ask the delegated zone anything, a resolver must know the address of its server; if that \
                    server's name is in the delegated zone itself, only this zone can tell. Without the address the \
                    delegation is dead. Add the server's A or AAAA record here, with the address that its own zone \
                    has; a wildcard does not do.
                    """,
                id: """
                    Untuk bertanya ke zona yang didelegasikan, resolver harus tahu alamat servernya; bila nama \
                    server itu berada di dalam zona tersebut, hanya zona ini yang dapat memberitahu. Tanpa alamat, \
                    delegasi mati. Tambahkan rekaman A atau AAAA server itu di sini, sama dengan di zonanya sendiri; \
                    wildcard tidak berlaku.
                    """),
            bad: "dinkes NS ns.dinkes\ndinkes NS ns2",
            good: "dinkes NS ns.dinkes\ndinkes NS ns2\nns.dinkes A 203.0.113.53",
            .record([.ns], showing: .noGlue) { run, name, row in
                guard name != run.zone.apex else { return }
                let rdata = run.zone.rdata(of: row)
                guard let target = rdata.baseAddress else { return }
                let length = WireName.length(target)
                let cut = run.zone.wire(of: name)
                guard WireName.isAtOrBelow(target, length, cut, WireName.length(cut)) else { return }
                let host = run.target(of: row)
                run.report(
                    row: row, at: run.zone.targetPart(of: row),
                    Text(
                        en: "\(host) is below the delegation, so its A or AAAA record must stand here as glue",
                        id: """
                            \(host) berada di bawah delegasi, sehingga rekaman A atau AAAA-nya harus ada di sini \
                            sebagai glue
                            """))
            }),
        Check(
            "MISSING_SIBLING_GLUE", .warning, ofAbsence: true, "RFC 9471 §2.2; named check-integrity",
            Text(
                en: "A name server stands below another delegation and has no address here.",
                id: "Server nama berada di bawah delegasi lain dan tidak punya alamat di sini."),
            explanation: Text(
                en: """
                    The server's name belongs to another zone delegated from here. Without its address resolvers \
                    must find that zone first, which takes longer, and fails when the two zones depend on each \
                    other. Add the server's A or AAAA record here; named logs this as an error.
                    """,
                id: """
                    Nama server itu milik zona lain yang juga didelegasikan dari sini. Tanpa alamatnya, resolver \
                    harus menemukan zona itu dulu, yang lebih lama dan gagal bila kedua zona saling bergantung. \
                    Tambahkan rekaman A atau AAAA server itu di sini; named mencatatnya sebagai kesalahan.
                    """),
            bad: "dinkes NS ns.bkd\ndinkes NS ns2\nbkd NS ns1\nbkd NS ns2",
            good: "dinkes NS ns.bkd\ndinkes NS ns2\nbkd NS ns1\nbkd NS ns2\nns.bkd A 203.0.113.53",
            .record([.ns], showing: .noGlue) { run, name, row in
                guard let target = run.zone.rdata(of: row).baseAddress else { return }
                let length = WireName.length(target)
                guard run.lead(of: row, nameAt: 0) == .elsewhere else { return }
                let owner = run.zone.wire(of: name)
                // That is the graver ``MISSING_GLUE``.
                if name != run.zone.apex, WireName.isAtOrBelow(target, length, owner, WireName.length(owner)) { return }
                let host = run.target(of: row)
                run.report(
                    row: row, at: run.zone.targetPart(of: row),
                    Text(
                        en: "\(host) is below another delegation of this zone; add its A or AAAA record here as glue",
                        id: """
                            \(host) berada di bawah delegasi lain di zona ini; tambahkan rekaman A atau AAAA-nya di \
                            sini sebagai glue
                            """))
            }),
        Check(
            "OCCLUDED_DATA", .warning, "RFC 1034 §4.2.1; RFC 2181 §6.1",
            Text(
                en: "Records stand at or below a delegation, where no server answers with them.",
                id: "Ada rekaman pada atau di bawah delegasi, tempat yang tidak pernah dijawabkan."),
            explanation: Text(
                en: """
                    Beyond a delegation the other zone's servers answer, so records here are never seen; only \
                    addresses of name servers have a use, as glue. Whoever wrote them believes that they work. Move \
                    them to the delegated zone, or remove the delegation.
                    """,
                id: """
                    Di luar batas delegasi, server zona lain yang menjawab, sehingga rekaman di sini tidak pernah \
                    terlihat; hanya alamat server nama yang berguna, sebagai glue. Yang menulisnya mengira rekaman \
                    itu berlaku. Pindahkan ke zona yang didelegasikan, atau hapus delegasinya.
                    """),
            bad: "dinkes NS ns1\ndinkes NS ns2\ndinkes TXT x\nwww.dinkes CNAME www",
            good: "dinkes NS ns1\ndinkes NS ns2",
            .cut() { run, name in
                let standing = run.shape.standing(of: name)
                guard standing == .belowDelegation || standing == .delegation,
                    !run.zone.names[name].types.isSubset(of: standing == .delegation ? usualAtCuts : usualBelowCuts)
                else { return }
                let hidden = run.zone.rows(of: name).first { run.isHidden(Int($0), atCut: standing == .delegation) }
                guard let hidden, let cut = standing == .delegation ? name : run.shape.governor(of: name)
                else { return }
                let type = RecordType(rawValue: run.zone.records[Int(hidden)].type)
                let at = run.zone.name(at: cut)
                run.report(
                    row: Int(hidden),
                    Text(
                        en: """
                            \(at) is delegated, so this \(type) record is never answered with; it belongs into that \
                            zone
                            """,
                        id: """
                            \(at) didelegasikan, sehingga rekaman \(type) ini tidak pernah dijawabkan; tempatnya di \
                            zona itu
                            """))
            }),
        Check(
            "UNUSED_GLUE", .warning, ofAbsence: true, "RFC 1034 §4.2.1",
            Text(
                en: "An address stands below a delegation and is no name server's.",
                id: "Alamat di bawah delegasi yang bukan milik server nama mana pun."),
            explanation: Text(
                en: """
                    Addresses at or below a delegation are only used when an NS record names their owner. This one \
                    is left over from an older delegation, or somebody expects it to answer, which it does not. \
                    Remove it, or move it to the delegated zone.
                    """,
                id: """
                    Alamat pada atau di bawah delegasi hanya dipakai bila ada rekaman NS yang menyebut pemiliknya. \
                    Yang ini sisa delegasi lama, atau ada yang mengira akan dijawabkan padahal tidak. Hapus, atau \
                    pindahkan ke zona yang didelegasikan.
                    """),
            bad: "dinkes NS ns1\ndinkes NS ns2\nwww.dinkes A 192.0.2.81",
            good: "dinkes NS ns.dinkes\ndinkes NS ns2\nns.dinkes A 203.0.113.53",
            .cut([.a, .aaaa]) { run, name in
                let standing = run.shape.standing(of: name)
                guard standing == .belowDelegation || standing == .delegation else { return }
                // The finding about records that are never glue says enough.
                let others = run.zone.rows(of: name).contains { run.isHidden(Int($0), atCut: standing == .delegation) }
                guard !others, let cut = standing == .delegation ? name : run.shape.governor(of: name),
                    !run.isServer(name, ofCut: cut), !run.shape.isNameServer(name),
                    let row = run.zone.rows(of: name).first(where: { run.isAddress(Int($0)) })
                else { return }
                let at = run.zone.name(at: cut)
                run.report(
                    row: Int(row),
                    Text(
                        en: """
                            \(at) is delegated and no NS record names this host, so its address is never answered \
                            with
                            """,
                        id: """
                            \(at) didelegasikan dan tidak ada rekaman NS yang menyebut host ini, sehingga alamatnya \
                            tidak pernah dijawabkan
                            """))
            }),
    ]

    /// Types that say at a glance that nothing is hidden below a delegation, or at one.
    private static let usualBelowCuts = TypeSet([.a, .aaaa, .rrsig, .nsec, .sig, .key])
    private static let usualAtCuts = TypeSet([.a, .aaaa, .rrsig, .nsec, .sig, .key, .ns, .ds])
}

extension CheckRun {
    fileprivate mutating func isAddress(_ row: Int) -> Bool {
        zone.records[row].type == RecordType.a.rawValue || zone.records[row].type == RecordType.aaaa.rawValue
    }

    /// Whether a record at or below a delegation is one that nobody is ever answered with.
    fileprivate mutating func isHidden(_ row: Int, atCut: Bool) -> Bool {
        let type = zone.records[row].type
        switch RecordType(rawValue: type) {
        case .a, .aaaa, .rrsig, .nsec, .nsec3, .sig, .key: return false
        case .ns, .ds: return !atCut
        // A DNAME or CNAME at a delegation has a finding of its own.
        case .cname, .dname: return !atCut
        default:
            // NXT (RFC 2535), and what has no mnemonic: private types that signers keep, and what is newer than this.
            return type != 30 && RecordType(rawValue: type).row != nil
        }
    }

    /// Whether an NS record of a delegation names an owner below it.
    fileprivate mutating func isServer(_ name: Int, ofCut cut: Int) -> Bool {
        // Where there are many, looking through them for each name below would take their square. Another delegation's
        // server is let pass just as well.
        guard zone.recordCount(of: cut) <= 32 else { return shape.isNameServer(name) }
        let wire = zone.wire(of: name)
        let length = WireName.length(wire)
        for row in zone.rows(of: cut) where zone.records[Int(row)].type == RecordType.ns.rawValue {
            guard let target = zone.rdata(of: Int(row)).baseAddress else { continue }
            if WireName.length(target) == length, WireName.areEqual(wire, length, target) { return true }
        }
        return false
    }
}

import RFC1035

extension Check {
    static let delegationChecks: [Check] = [
        Check(
            "DS_AT_APEX", .error, refusedBy: .mostServers, "RFC 4035 §2.4",
            Text(en: "A DS record stands at the apex.", id: "Rekaman DS berada di puncak zona."),
            explanation: Text(
                en: """
                    A DS record says which key signs a zone, and it is the parent zone that says so, at the \
                    delegation. In the zone itself it proves nothing, and servers refuse it. Hand it to whoever runs \
                    the parent zone.
                    """,
                id: """
                    Rekaman DS menyatakan kunci yang menandatangani sebuah zona, dan yang menyatakannya adalah zona \
                    induk, pada delegasinya. Di dalam zona itu sendiri ia tidak membuktikan apa-apa dan ditolak \
                    server. Serahkan kepada pengelola zona induk.
                    """),
            bad: "@ DS 12345 13 2 (0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF)",
            good: """
                dinkes NS ns1
                dinkes NS ns2
                dinkes DS 12345 13 2 (0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF)
                """,
            .record([.ds]) { run, name, row in
                guard name == run.zone.apex else { return }
                run.report(
                    row: row, at: .type,
                    Text(
                        en: "a DS record at the apex; it belongs into the parent zone, at the delegation",
                        id: "rekaman DS di puncak zona; tempatnya di zona induk, pada delegasinya"))
            }),
        Check(
            "DS_WITHOUT_NS", .warning, ofAbsence: true, "RFC 4035 §2.4",
            Text(
                en: "A DS record stands where no delegation is.", id: "Rekaman DS berada di tempat tanpa delegasi."),
            explanation: Text(
                en: """
                    A DS record vouches for the keys of a zone delegated at its name. Where no NS records are, there \
                    is no such zone: either they were forgotten, or the delegation was removed and the DS was left \
                    behind.
                    """,
                id: """
                    Rekaman DS menjamin kunci zona yang didelegasikan pada nama itu. Tanpa rekaman NS, zona itu \
                    tidak ada: mungkin NS-nya tertinggal, atau delegasinya sudah dihapus tetapi DS-nya terlupakan.
                    """),
            bad: "dinkes DS 12345 13 2 (0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF)",
            good: """
                dinkes NS ns1
                dinkes NS ns2
                dinkes DS 12345 13 2 (0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF)
                """,
            .record([.ds]) { run, name, row in
                guard name != run.zone.apex, !run.zone.names[name].types.contains(.ns) else { return }
                run.report(
                    row: row, at: .type,
                    Text(
                        en: "a DS record belongs to a delegation, beside NS records below the apex",
                        id: "rekaman DS hanya untuk delegasi, di samping rekaman NS di bawah puncak zona"))
            }),
        Check(
            "WILDCARD_NS", .error, refusedBy: .oneServer, "RFC 4592 §4.2",
            Text(en: "An NS record at a wildcard.", id: "Rekaman NS pada nama wildcard."),
            explanation: Text(
                en: """
                    A delegation hands one name to other servers; one for every name that does not exist has no \
                    meaning, and named does not load the zone. Delegate each name with NS records of its own.
                    """,
                id: """
                    Delegasi menyerahkan satu nama ke server lain; delegasi untuk semua nama yang tidak ada tidak \
                    punya arti, dan named tidak memuat zonanya. Delegasikan tiap nama dengan rekaman NS tersendiri.
                    """),
            bad: "*.desa NS ns1\n*.desa NS ns2",
            good: "mawar.desa NS ns1\nmawar.desa NS ns2",
            .record([.ns], belowCuts: true) { run, name, row in
                guard WireName.isWildcard(run.zone.wire(of: name)) else { return }
                run.report(
                    row: row,
                    Text(
                        en: "a delegation cannot be a wildcard; named does not load the zone",
                        id: "delegasi tidak boleh berupa wildcard; named tidak memuat zona ini"))
            }),
    ]
}

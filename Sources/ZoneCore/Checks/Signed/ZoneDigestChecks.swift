import RFC1035

extension Check {
    /// ZONEMD records (RFC 8976). The digest itself is not computed.
    static let zoneDigestChecks: [Check] = [
        Check(
            "ZONEMD_MISSING", .notice, opinion: true, ofAbsence: true, "RFC 8976 §3",
            Text(en: "A signed zone has no ZONEMD record.", id: "Zona bertanda tangan tanpa rekaman ZONEMD."),
            explanation: Text(
                en: """
                    Signatures vouch for each RRset by itself, and for nothing at delegations and glue. The digest of \
                    the whole zone lets a secondary see that a copy is complete and unchanged. Let the signing program \
                    add it: dnssec-signzone has none, ldns-signzone -z and Knot (zonemd-generate) do. Where there is a \
                    digest, it is not computed here.
                    """,
                id: """
                    Tanda tangan menjamin tiap RRset sendiri-sendiri, dan tidak menjamin delegasi serta glue. Digest \
                    seluruh zona memungkinkan server sekunder memastikan bahwa salinannya lengkap dan tidak berubah. \
                    Tambahkan dengan program penanda tangan: dnssec-signzone tidak menyediakannya, ldns-signzone -z \
                    dan Knot (zonemd-generate) menyediakannya. Bila digest ada, kebenarannya tidak dihitung di sini.
                    """),
            bad: SignedExample.whole,
            good: SignedExample.changing(
                SignedExample.whole, "@ NSEC", to: "@ NSEC www NS SOA RRSIG NSEC DNSKEY ZONEMD")
                + "\n@ ZONEMD 2026112001 1 1 \(digest)"
                + "\n@ RRSIG ZONEMD 13 3 3600 20261231000000 20261101000000 39559 @ AAAA",
            .zone { run in
                guard let signed = run.signedZone(), run.zone.types.contains(.rrsig),
                    !run.zone.names[signed.apex].types.contains(.zonemd),
                    let row = run.zone.firstRow(of: .soa, at: signed.apex)
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: "the zone is signed and has no ZONEMD record, by which a copy of it could be verified",
                        id: "zona bertanda tangan tanpa ZONEMD, yang memungkinkan salinan seluruh zona diperiksa"))
            }),
        Check(
            "ZONEMD_NOT_AT_APEX", .warning, "RFC 8976 §2",
            Text(en: "A ZONEMD record stands below the apex.", id: "ZONEMD berada di bawah puncak zona."),
            explanation: Text(
                en: "It is the digest of the whole zone and has a meaning at the apex only. Remove it.",
                id: "Isinya digest seluruh zona dan hanya bermakna di puncak zona. Hapus rekaman ini."),
            bad: "www ZONEMD 2026112001 1 1 \(digest)",
            good: "@ ZONEMD 2026112001 1 1 \(digest)",
            .record([.zonemd]) { run, name, row in
                guard name != run.zone.apex else { return }
                run.report(
                    row: row, at: .type,
                    Text(
                        en: "a ZONEMD record below the apex means nothing; the zone's digest stands at "
                            + "\(run.zone.origin)",
                        id: "ZONEMD di bawah puncak tidak bermakna; digest zona berada pada \(run.zone.origin)"))
            }),
        Check(
            "ZONEMD_SERIAL", .warning, "RFC 8976 §2.2.1",
            Text(
                en: "A ZONEMD record is of another serial than the SOA's.",
                id: "Nomor seri ZONEMD berbeda dari SOA."),
            explanation: Text(
                en: """
                    The digest was made for another version of the zone, so secondaries that verify it refuse this \
                    one. Make the digest last, after the serial was raised. Whether it is right is not computed here.
                    """,
                id: """
                    Digest dibuat untuk versi zona yang lain, sehingga sekunder yang memeriksanya menolak zona ini. \
                    Buat digest paling akhir, setelah nomor seri dinaikkan. Kebenaran digest tidak dihitung di sini.
                    """),
            bad: "@ ZONEMD 2026112000 1 1 \(digest)",
            good: "@ ZONEMD 2026112001 1 1 \(digest)",
            .record([.zonemd]) { run, name, row in
                guard name == run.zone.apex, let serial = run.zone.serial else { return }
                let number = run.zone.rdata(of: row).uint32(at: 0)
                guard number != serial.rawValue else { return }
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "the digest of serial \(number), but the zone has \(serial.rawValue); make it anew",
                        id: "digest untuk nomor seri \(number), padahal zona memiliki \(serial.rawValue); buat lagi"))
            }),
        Check(
            "ZONEMD_SCHEME", .notice, "RFC 8976 §2.2.2, §2.2.3",
            Text(
                en: "The scheme or hash algorithm of a ZONEMD record is not known.",
                id: "Skema atau algoritma hash ZONEMD tidak dikenal."),
            explanation: Text(
                en: """
                    Scheme 1 (SIMPLE) with hash 1 (SHA-384) or 2 (SHA-512) is what servers verify; they pass over \
                    others.
                    """,
                id: """
                    Server memeriksa skema 1 (SIMPLE) dengan hash 1 (SHA-384) atau 2 (SHA-512), dan mengabaikan \
                    yang lain.
                    """),
            bad: "@ ZONEMD 2026112001 3 1 \(digest)",
            good: "@ ZONEMD 2026112001 1 1 \(digest)",
            .record([.zonemd]) { run, name, row in
                let rdata = run.zone.rdata(of: row)
                let (scheme, hash) = (rdata.uint8(at: 4), rdata.uint8(at: 5))
                guard name == run.zone.apex, scheme != 1 || hash != 1 && hash != 2 else { return }
                run.report(
                    row: row, at: .rdata(1),
                    Text(
                        en: "scheme \(scheme) with hash \(hash) is verified by no server; 1 with 1 or 2 is",
                        id: "skema \(scheme) dengan hash \(hash) tidak diperiksa server mana pun; gunakan 1 "
                            + "dengan 1 atau 2"))
            }),
        Check(
            "ZONEMD_TWICE", .warning, "RFC 8976 §2",
            Text(
                en: "Two ZONEMD records have one scheme and hash algorithm.",
                id: "Dua ZONEMD memiliki skema dan algoritma hash yang sama."),
            explanation: Text(
                en: """
                    Whoever verifies must take neither of them, so that the zone counts as not verified. Keep the \
                    newer one.
                    """,
                id: """
                    Pemeriksa tidak boleh memakai keduanya, sehingga zona dianggap tidak terperiksa. Simpan yang \
                    terbaru.
                    """),
            bad: "@ ZONEMD 2026112001 1 1 \(digest)\n@ ZONEMD 2026112001 1 1 \(otherDigest)",
            good: "@ ZONEMD 2026112001 1 1 \(digest)\n@ ZONEMD 2026112001 1 2 \(digest)\(otherDigest.prefix(32))",
            .zone { run in
                guard run.zone.types.contains(.zonemd), let apex = run.zone.apex else { return }
                let rows = run.zone.rows(of: apex, type: .zonemd)
                for (index, row) in rows.enumerated() {
                    let kind = run.zone.rdata(of: row).uint16(at: 4)
                    guard
                        let other = rows[..<index].first(where: {
                            run.zone.rdata(of: $0).uint16(at: 4) == kind && !run.zone.haveEqualData($0, row)
                        })
                    else { continue }
                    let place = run.place(of: other, from: row)
                    run.report(
                        row: row, at: .rdata(1),
                        Text(
                            en: "the same scheme and hash as \(place.en), so neither counts; keep one",
                            id: "skema dan hash sama seperti \(place.id), sehingga keduanya tidak dipakai; "
                                + "simpan satu"))
                }
            }),
    ]

    private static let digest = String(repeating: "5A", count: 48)
    private static let otherDigest = String(repeating: "6B", count: 48)
}

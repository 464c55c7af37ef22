import RFC1035

extension Check {
    /// NSEC records: the proof of what does not exist.
    static let denialChecks: [Check] = [
        Check(
            "NSEC_MISSING", .error, ofAbsence: true, "RFC 4035 §2.3",
            Text(
                en: "A name of a signed zone has no NSEC record, or the zone has neither NSEC nor NSEC3.",
                id: "Nama di zona bertanda tangan tidak memiliki NSEC, atau zona tidak memiliki NSEC maupun NSEC3."),
            explanation: Text(
                en: """
                    Every name that the zone answers for has an NSEC record, which says what else is there and which \
                    name comes next. Without it a resolver cannot verify that something does not exist. Sign the zone \
                    again.
                    """,
                id: """
                    Setiap nama milik zona memiliki rekaman NSEC, yang menyatakan apa lagi yang ada di situ dan nama \
                    apa berikutnya. Tanpanya, resolver tidak dapat memverifikasi bahwa sesuatu tidak ada. Tanda \
                    tangani lagi.
                    """),
            bad: SignedExample.changing(SignedExample.changing(SignedExample.whole, "www NSEC"), "www RRSIG NSEC"),
            good: SignedExample.whole,
            .zone { run in
                guard let signed = run.signedZone() else { return }
                guard run.zone.types.contains(.nsec) || run.zone.types.contains(.nsec3) else {
                    return run.report(
                        name: signed.apex,
                        Text(
                            en: "the zone is signed, but has neither NSEC nor NSEC3 records: no denial can be verified",
                            id: "zona ini bertanda tangan, tetapi tanpa NSEC ataupun NSEC3: ketiadaan tidak "
                                + "dapat dibuktikan"))
                }
                for name in signed.denial.missing {
                    run.report(
                        name: name,
                        Text(
                            en: "no NSEC record at this name, as every name of the zone must have; sign the zone again",
                            id: "tidak ada NSEC pada nama ini, padahal setiap nama harus memilikinya; tanda "
                                + "tangani lagi"))
                }
            }),
        Check(
            "NSEC_SUPERFLUOUS", .warning, ofAbsence: true, "RFC 4035 §2.3",
            Text(
                en: "An NSEC record stands where the zone does not answer, or alone at a name.",
                id: "NSEC berada pada nama yang bukan milik zona, atau sendirian pada namanya."),
            explanation: Text(
                en: """
                    Names below a delegation or a DNAME are not part of the zone, and a name that has nothing but its \
                    NSEC record does not exist. Such a record claims the contrary. Remove it, or sign the zone again.
                    """,
                id: """
                    Nama di bawah delegasi atau DNAME bukan bagian zona, dan nama yang hanya memiliki NSEC tidak ada. \
                    Rekaman ini menyatakan sebaliknya. Hapus, atau tanda tangani lagi zonanya.
                    """),
            bad: SignedExample.whole + "\nzz NSEC @ A RRSIG NSEC",
            good: SignedExample.whole,
            .zone { run in
                guard let signed = run.signedZone() else { return }
                for row in signed.denial.superfluous {
                    run.report(
                        row: row,
                        Text(
                            en: "an NSEC record where the zone has nothing of its own; sign the zone again",
                            id: "NSEC pada nama yang tidak memiliki apa pun dari zona ini; tanda tangani lagi zonanya"))
                }
            }),
        Check(
            "NSEC_CHAIN", .error, ofAbsence: true, "RFC 4034 §4.1.1",
            Text(
                en: "An NSEC record does not name the next name of the zone.",
                id: "NSEC tidak menyebut nama berikutnya di zona."),
            explanation: Text(
                en: """
                    The NSEC records form a ring through all names in canonical order. A wrong next name proves that \
                    names do not exist which do, or leaves a gap. Records were added or removed after signing: sign \
                    the zone again.
                    """,
                id: """
                    Rekaman NSEC membentuk lingkaran melalui semua nama menurut urutan kanonis. Nama berikutnya yang \
                    salah membuktikan ketiadaan nama yang ada, atau meninggalkan celah. Tanda tangani lagi zonanya.
                    """),
            bad: SignedExample.changing(SignedExample.whole, "www NSEC", to: "www NSEC www A RRSIG NSEC"),
            good: SignedExample.whole,
            .zone { run in
                guard let signed = run.signedZone() else { return }
                for link in signed.denial.brokenLinks {
                    let named = run.target(of: link.row)
                    let next = run.zone.name(at: link.next)
                    run.report(
                        row: link.row, at: .rdata(0),
                        Text(
                            en: "names \(named) as the next name, but the next one is \(next)",
                            id: "menyebut \(named) sebagai nama berikutnya, padahal berikutnya \(next)"))
                }
            }),
        Check(
            "NSEC_BITMAP", .error, ofAbsence: true, "RFC 4034 §4.1.2",
            Text(
                en: "The types in an NSEC record are not those at its name.",
                id: "Tipe pada NSEC tidak sesuai dengan yang ada pada namanya."),
            explanation: Text(
                en: """
                    The record proves which types exist at the name. A type that is missing from it counts as proved \
                    not to exist, although it is there; one too many makes "no such type" impossible to prove. Sign \
                    the zone again.
                    """,
                id: """
                    Rekaman ini membuktikan tipe apa saja yang ada pada nama itu. Tipe yang tidak tercantum dianggap \
                    terbukti tidak ada; tipe yang berlebih membuat ketiadaannya tidak dapat dibuktikan. Tanda tangani \
                    lagi zonanya.
                    """),
            bad: SignedExample.changing(SignedExample.whole, "www NSEC", to: "www NSEC @ A MX RRSIG NSEC"),
            good: SignedExample.whole,
            .zone { run in
                guard let signed = run.signedZone() else { return }
                for (row, difference) in signed.denial.bitmaps { run.report(row: row, difference.text) }
            }),
        Check(
            "NSEC_TTL", .notice, "RFC 9077 §3",
            Text(
                en: "NSEC records have another TTL than negative answers.",
                id: "TTL NSEC berbeda dari TTL jawaban negatif."),
            explanation: Text(
                en: """
                    The TTL of NSEC and NSEC3 records is the lesser of the SOA's TTL and its last field. With a longer \
                    one, a name that was just added stays invisible for longer than the SOA promises. Newer signing \
                    programs do it right.
                    """,
                id: """
                    TTL NSEC dan NSEC3 ialah yang terkecil antara TTL SOA dan kolom terakhirnya. Bila lebih lama, nama \
                    yang baru ditambahkan tidak terlihat lebih lama daripada yang dijanjikan SOA. Program penanda \
                    tangan baru melakukannya dengan benar.
                    """),
            bad: SignedExample.changing(
                SignedExample.changing(SignedExample.whole, "www NSEC", to: "www 7200 NSEC @ A RRSIG NSEC"),
                "www RRSIG NSEC", to: "www 7200 RRSIG NSEC 13 4 7200 20261231000000 20261101000000 39559 @ AAAA"),
            good: SignedExample.whole,
            .zone { run in
                guard let signed = run.signedZone(), let ttl = NegativeTTL.of(run.zone) else { return }
                for (count, row) in [signed.denial.deviatingTTLs, signed.hashedDenial.deviatingTTLs] where count > 0 {
                    let own = run.zone.records[row].ttl
                    run.report(
                        row: row, at: .ttl,
                        Text(
                            en: "TTL \(own) instead of \(ttl), as the SOA has it for negative answers (records: "
                                + "\(count))",
                            id: "TTL \(own), seharusnya \(ttl) menurut SOA untuk jawaban negatif (rekaman: \(count))"))
                }
            }),
        Check(
            "NSEC_AND_NSEC3", .warning, "RFC 5155 §10.4",
            Text(en: "The zone has both NSEC and NSEC3 records.", id: "Zona memiliki NSEC dan NSEC3 sekaligus."),
            explanation: Text(
                en: """
                    Both at once are meant for the hours in which a zone goes from the one to the other; servers use \
                    one of them. Sign the zone again from its unsigned file, with the kind that you want.
                    """,
                id: """
                    Keduanya sekaligus hanya untuk beberapa jam saat zona berpindah dari yang satu ke yang lain; \
                    server memakai salah satu. Tanda tangani lagi dari berkas yang belum ditandatangani, dengan jenis \
                    yang diinginkan.
                    """),
            bad: SignedExample.hashed + "\nwww NSEC @ A RRSIG NSEC",
            good: SignedExample.hashed,
            .zone { run in
                guard let signed = run.signedZone(), run.zone.types.contains(.nsec), run.zone.types.contains(.nsec3)
                else { return }
                run.report(
                    name: signed.apex,
                    Text(
                        en: "NSEC and NSEC3 records in one zone; sign it again with one of them",
                        id: "NSEC dan NSEC3 dalam satu zona; tanda tangani lagi dengan salah satunya"))
            }),
    ]
}

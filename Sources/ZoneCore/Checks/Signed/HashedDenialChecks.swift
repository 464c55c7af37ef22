import RFC1035

extension Check {
    /// Iterations that every resolver still computes.
    private static let tolerableIterations: UInt16 = 50

    /// NSEC3 records: the proof of what does not exist, by hashes of names.
    static let hashedDenialChecks: [Check] = [
        Check(
            "NSEC3_MISSING", .error, ofAbsence: true, "RFC 5155 §7.1",
            Text(
                en: "A name of a zone with NSEC3 has no NSEC3 record.", id: "Nama di zona ber-NSEC3 tidak "
                    + "memiliki NSEC3."),
            explanation: Text(
                en: """
                    The hash of every name of the zone, and of every name between it and the apex, is the owner of an \
                    NSEC3 record; only unsigned delegations may be left out, where opt-out is set. Without it, a \
                    resolver takes the name for one that is proved not to exist, or cannot verify anything. Sign the \
                    zone again.
                    """,
                id: """
                    Hash setiap nama di zona, dan setiap nama di antaranya dan puncak, menjadi pemilik rekaman NSEC3; \
                    hanya delegasi tanpa tanda tangan yang boleh dilewati bila opt-out dipasang. Tanpanya, resolver \
                    menganggap nama itu terbukti tidak ada, atau tidak dapat memverifikasi apa pun. Tanda tangani lagi \
                    zonanya.
                    """),
            bad: SignedExample.changing(SignedExample.hashed, SignedExample.hostHash),
            good: SignedExample.hashed,
            .zone { run in
                guard let signed = run.signedZone() else { return }
                for missing in signed.hashedDenial.missing {
                    let owner = run.zone.name(at: missing.name)
                    var name: Name? = owner
                    for _ in 0..<missing.skipped { name = name?.parent }
                    let meant = (name ?? owner).description
                    let chain = signed.hashedDenial.chainCount > 1 ? parameters(run.zone.rdata(of: missing.row)) : nil
                    run.report(
                        name: missing.name,
                        Text(
                            en: "no NSEC3 record\(chain?.en ?? "") is of the hash of \(meant); sign the zone again",
                            id: "tidak ada NSEC3\(chain?.id ?? "") untuk hash \(meant); tanda tangani lagi zonanya"))
                }
            }),
        Check(
            "NSEC3_SUPERFLUOUS", .warning, ofAbsence: true, "RFC 5155 §7.1",
            Text(en: "An NSEC3 record is of no name of the zone.", id: "NSEC3 bukan untuk nama mana pun di zona."),
            explanation: Text(
                en: """
                    Its hash is that of no name that the zone answers for: names were removed after signing, or the \
                    record comes from another zone. Sign the zone again.
                    """,
                id: """
                    Hash-nya bukan milik nama mana pun di zona: ada nama yang dihapus setelah penandatanganan, atau \
                    rekaman ini berasal dari zona lain. Tanda tangani lagi zonanya.
                    """),
            bad: SignedExample.changing(SignedExample.changing(SignedExample.hashed, "www A"), "www RRSIG A"),
            good: SignedExample.hashed,
            .zone { run in
                guard let signed = run.signedZone() else { return }
                for row in signed.hashedDenial.superfluous {
                    run.report(
                        row: row,
                        Text(
                            en: "the hash of no name of this zone; sign the zone again",
                            id: "bukan hash nama mana pun di zona ini; tanda tangani lagi zonanya"))
                }
            }),
        Check(
            "NSEC3_CHAIN", .error, ofAbsence: true, "RFC 5155 §3.1.7",
            Text(en: "An NSEC3 record does not name the next hash.", id: "NSEC3 tidak menyebut hash berikutnya."),
            explanation: Text(
                en: """
                    The NSEC3 records form a ring in the order of their hashes. A wrong next hash proves that names do \
                    not exist which do, or leaves a gap. Sign the zone again.
                    """,
                id: """
                    Rekaman NSEC3 membentuk lingkaran menurut urutan hash. Hash berikutnya yang salah membuktikan \
                    ketiadaan nama yang ada, atau meninggalkan celah. Tanda tangani lagi zonanya.
                    """),
            bad: SignedExample.changing(
                SignedExample.hashed, "\(SignedExample.hostHash) NSEC3",
                to: "\(SignedExample.hostHash) NSEC3 1 0 0 - \(SignedExample.hostHash) A RRSIG"),
            good: SignedExample.hashed,
            .zone { run in
                guard let signed = run.signedZone() else { return }
                for (row, next) in signed.hashedDenial.brokenLinks {
                    let hash = HashedName.text(next)
                    run.report(
                        row: row, at: .rdata(4),
                        Text(
                            en: "the next hash of this chain is \(hash), but the record names another",
                            id: "hash berikutnya dalam rantai ini \(hash), tetapi rekaman menyebut yang lain"))
                }
            }),
        Check(
            "NSEC3_BITMAP", .error, ofAbsence: true, "RFC 5155 §3.1.8",
            Text(
                en: "The types in an NSEC3 record are not those at its name.",
                id: "Tipe pada NSEC3 tidak sesuai dengan yang ada pada namanya."),
            explanation: Text(
                en: """
                    The record proves which types exist at the name of which it has the hash. A type that is missing \
                    from it counts as proved not to exist. Sign the zone again.
                    """,
                id: """
                    Rekaman ini membuktikan tipe apa saja yang ada pada nama dengan hash itu. Tipe yang tidak \
                    tercantum dianggap terbukti tidak ada. Tanda tangani lagi zonanya.
                    """),
            bad: SignedExample.changing(
                SignedExample.hashed, "\(SignedExample.hostHash) NSEC3",
                to: "\(SignedExample.hostHash) NSEC3 1 0 0 - \(SignedExample.apexHash) A MX RRSIG"),
            good: SignedExample.hashed,
            .zone { run in
                guard let signed = run.signedZone() else { return }
                for (row, difference) in signed.hashedDenial.bitmaps { run.report(row: row, difference.text) }
            }),
        Check(
            "NSEC3_WITHOUT_PARAM", .error, ofAbsence: true, "RFC 5155 §4, §7.3",
            Text(
                en: "NSEC3 records have parameters that no NSEC3PARAM record at the apex names.",
                id: "Parameter NSEC3 tidak disebut NSEC3PARAM mana pun di puncak zona."),
            explanation: Text(
                en: """
                    Servers find the chain to answer from by the NSEC3PARAM record. Without one of the same algorithm, \
                    iterations and salt, and with flags 0, the records are never used and denials go unsigned. Sign \
                    the zone again.
                    """,
                id: """
                    Server menemukan rantai untuk menjawab melalui rekaman NSEC3PARAM. Tanpa yang algoritma, iterasi, \
                    dan salt-nya sama serta flags-nya 0, rekaman ini tidak dipakai dan penyangkalan tidak \
                    ditandatangani. Tanda tangani lagi zonanya.
                    """),
            bad: SignedExample.changing(SignedExample.hashed, "@ NSEC3PARAM", to: "@ NSEC3PARAM 1 0 0 ABCD"),
            good: SignedExample.hashed,
            .zone { run in
                guard let signed = run.signedZone() else { return }
                for (row, count) in signed.hashedDenial.unannounced {
                    run.report(
                        row: row,
                        Text(
                            en: "no NSEC3PARAM record has these parameters, so servers do not use the chain "
                                + "(records: \(count))",
                            id: "tidak ada NSEC3PARAM dengan parameter ini, sehingga rantai tidak dipakai "
                                + "(rekaman: \(count))"))
                }
            }),
        Check(
            "NSEC3PARAM_WITHOUT_NSEC3", .error, ofAbsence: true, "RFC 5155 §7.3",
            Text(
                en: "An NSEC3PARAM record names a chain that is not there.",
                id: "NSEC3PARAM menyebut rantai yang tidak ada."),
            explanation: Text(
                en: """
                    With this record servers look for NSEC3 records of its parameters and find none, so that no denial \
                    can be verified. Remove it, or sign the zone with these parameters. In a zone that is not signed \
                    it means nothing.
                    """,
                id: """
                    Dengan rekaman ini, server mencari NSEC3 dengan parameternya dan tidak menemukannya, sehingga \
                    ketiadaan tidak dapat diverifikasi. Hapus, atau tanda tangani zona dengan parameter ini. Di zona \
                    yang tidak ditandatangani, rekaman ini tidak berarti.
                    """),
            bad: SignedExample.whole + "\n@ NSEC3PARAM 1 0 0 -",
            good: SignedExample.hashed,
            .zone { run in
                guard let signed = run.signedZone() else { return }
                for row in signed.hashedDenial.unfounded {
                    run.report(
                        row: row,
                        Text(
                            en: "no NSEC3 record has these parameters: remove the record, or sign the zone with them",
                            id: "tidak ada NSEC3 dengan parameter ini: hapus rekamannya, atau tanda tangani zona "
                                + "dengannya"))
                }
            }),
        Check(
            "NSEC3PARAM_NOT_AT_APEX", .warning, "RFC 5155 §4",
            Text(en: "An NSEC3PARAM record stands below the apex.", id: "NSEC3PARAM berada di bawah puncak zona."),
            explanation: Text(
                en: "Servers read it at the apex only. Remove it, or move it there.",
                id: "Server hanya membacanya di puncak zona. Hapus, atau pindahkan ke sana."),
            bad: "www NSEC3PARAM 1 0 0 -",
            good: "@ NSEC3PARAM 1 0 0 -",
            .record([.nsec3param]) { run, name, row in
                guard name != run.zone.apex else { return }
                run.report(
                    row: row, at: .type,
                    Text(
                        en: "an NSEC3PARAM record below the apex, where no server reads it",
                        id: "NSEC3PARAM di bawah puncak zona, tempat yang tidak dibaca server"))
            }),
        Check(
            "NSEC3PARAM_FLAGS", .warning, "RFC 5155 §4.1.2",
            Text(en: "The flags of an NSEC3PARAM record are not 0.", id: "Flags NSEC3PARAM bukan 0."),
            explanation: Text(
                en: """
                    Servers ignore an NSEC3PARAM record with other flags than 0. Opt-out is a flag of the NSEC3 \
                    records, not of this one.
                    """,
                id: """
                    Server mengabaikan NSEC3PARAM yang flags-nya bukan 0. Opt-out ialah flag pada NSEC3, bukan pada \
                    rekaman ini.
                    """),
            bad: "@ NSEC3PARAM 1 1 0 -",
            good: "@ NSEC3PARAM 1 0 0 -",
            .record([.nsec3param]) { run, name, row in
                let flags = run.zone.rdata(of: row).uint8(at: 1)
                guard flags != 0, name == run.zone.apex else { return }
                run.report(
                    row: row, at: .rdata(1),
                    Text(
                        en: "flags \(flags) instead of 0: servers ignore this record; opt-out is set in the "
                            + "NSEC3 records",
                        id: "flags \(flags), seharusnya 0: server mengabaikan rekaman ini; opt-out dipasang pada "
                            + "NSEC3"))
            }),
        Check(
            "NSEC3PARAM_ALGORITHM", .error, refusedBy: .oneServer, "RFC 5155 §11; named: unsupported nsec3 hash "
                + "algorithm",
            Text(
                en: "The hash algorithm of NSEC3PARAM is not 1 (SHA-1).", id: "Algoritma hash NSEC3PARAM bukan 1 "
                    + "(SHA-1)."),
            explanation: Text(
                en: "There is no other algorithm than 1, and named does not load a zone that asks for one.",
                id: "Tidak ada algoritma selain 1, dan named tidak memuat zona yang meminta algoritma lain."),
            bad: "@ NSEC3PARAM 2 0 0 -",
            good: "@ NSEC3PARAM 1 0 0 -",
            .record([.nsec3param]) { run, name, row in
                let number = run.zone.rdata(of: row).uint8(at: 0)
                guard number != 1, name == run.zone.apex else { return }
                run.report(
                    row: row, at: .rdata(0),
                    Text(
                        en: "hash algorithm \(number) does not exist, there is only 1 (SHA-1); named refuses the zone",
                        id: "algoritma hash \(number) tidak ada, hanya ada 1 (SHA-1); named menolak zona ini"))
            }),
        Check(
            "NSEC3_ITERATIONS", .notice, "RFC 9276 §3.1",
            Text(
                en: "NSEC3 hashes are iterated more often than once.", id: "Hash NSEC3 diulang lebih dari sekali."),
            explanation: Text(
                en: """
                    More iterations than 0 cost every server and resolver time and hide nothing. Up to 50 all \
                    resolvers put up with it. Sign with 0 iterations.
                    """,
                id: """
                    Iterasi lebih dari 0 membebani setiap server dan resolver dan tidak menyembunyikan apa pun. Sampai \
                    50 masih diterima semua resolver. Tanda tangani dengan 0 iterasi.
                    """),
            bad: "@ NSEC3PARAM 1 0 10 -",
            good: "@ NSEC3PARAM 1 0 0 -",
            .record([.nsec3param]) { run, name, row in
                let count = run.zone.rdata(of: row).uint16(at: 2)
                guard 1...tolerableIterations ~= count, name == run.zone.apex else { return }
                run.report(
                    row: row, at: .rdata(2),
                    Text(
                        en: "\(Text.counted(count, "additional iteration")), where 0 is right"
                            + uncompared(run.zone, row).en,
                        id: "\(count) iterasi tambahan, seharusnya 0" + uncompared(run.zone, row).id))
            }),
        Check(
            "NSEC3_TOO_MANY_ITERATIONS", .warning, "RFC 9276 §3.2",
            Text(
                en: "NSEC3 hashes are iterated so often that resolvers give up.",
                id: "Hash NSEC3 diulang begitu sering sehingga resolver menyerah."),
            explanation: Text(
                en: """
                    Resolvers do not compute hashes of many iterations: they treat the zone as not signed, or refuse \
                    to answer; most do so above 50, all above 150, of which named warns. Sign with 0 iterations.
                    """,
                id: """
                    Resolver tidak menghitung hash dengan banyak iterasi: zona dianggap tidak ditandatangani, atau \
                    jawaban ditolak; kebanyakan di atas 50, semuanya di atas 150, dan named memperingatkan. Tanda \
                    tangani dengan 0 iterasi.
                    """),
            bad: "@ NSEC3PARAM 1 0 200 -",
            good: "@ NSEC3PARAM 1 0 0 -",
            .record([.nsec3param]) { run, name, row in
                let count = run.zone.rdata(of: row).uint16(at: 2)
                guard count > tolerableIterations, name == run.zone.apex else { return }
                run.report(
                    row: row, at: .rdata(2),
                    Text(
                        en: "\(Text.counted(count, "additional iteration")), and resolvers treat the zone as unsigned; "
                            + "0 is right" + uncompared(run.zone, row).en,
                        id: "\(count) iterasi tambahan; resolver menganggap zona tidak ditandatangani; seharusnya 0"
                            + uncompared(run.zone, row).id))
            }),
        Check(
            "NSEC3_SALT", .notice, "RFC 9276 §3.1",
            Text(en: "NSEC3 hashes are salted.", id: "Hash NSEC3 memakai salt."),
            explanation: Text(
                en: """
                    A salt makes guessing no harder, since names are hashed together with the zone's name anyway, and \
                    changing it means signing everything anew. Write - for none.
                    """,
                id: """
                    Salt tidak membuat penebakan lebih sulit, karena nama di-hash bersama nama zonanya, dan \
                    menggantinya berarti menandatangani ulang semuanya. Tulis - untuk tanpa salt.
                    """),
            bad: "@ NSEC3PARAM 1 0 0 ABCD",
            good: "@ NSEC3PARAM 1 0 0 -",
            .record([.nsec3param]) { run, name, row in
                let length = run.zone.rdata(of: row).uint8(at: 4)
                guard length > 0, name == run.zone.apex else { return }
                run.report(
                    row: row, at: .rdata(3),
                    Text(
                        en: "a salt of \(length) octets gains nothing; - (none) is recommended",
                        id: "salt \(length) oktet tidak berguna; dianjurkan - (tanpa salt)"))
            }),
    ]

    /// Which of several chains is meant, from the RDATA of one of its records.
    private static func parameters(_ rdata: UnsafeBufferPointer<UInt8>) -> Text {
        let salt = rdata.dropFirst(5).prefix(Int(rdata.uint8(at: 4))).map { octet in
            let digits = String(octet, radix: 16, uppercase: true)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
        let (iterations, shown) = (rdata.uint16(at: 2), salt.isEmpty ? "-" : salt)
        return Text(
            en: " with \(iterations) iterations and salt \(shown)",
            id: " dengan \(iterations) iterasi dan salt \(shown)")
    }

    /// What is said where the hashes are too many to be computed here.
    private static func uncompared(_ zone: Zone, _ row: Int) -> Text {
        // Other hash algorithms are not known.
        guard zone.rdata(of: row).uint8(at: 0) == 1, !HashedDenialSurvey.isComputed(zone.rdata(of: row), in: zone) else {
            return Text(verbatim: "")
        }
        return Text(
            en: " (with so many, the NSEC3 records are not compared with the names here)",
            id: " (dengan sebanyak itu, NSEC3 tidak dibandingkan dengan nama-nama di sini)")
    }
}

extension HashedName {
    /// A hash as an owner's first label: base32hex (RFC 4648 §7).
    static func text(_ octets: [UInt8]) -> String {
        let digits = Array("0123456789abcdefghijklmnopqrstuv".utf8)
        var text: [UInt8] = []
        var bits: UInt64 = 0
        var count = 0
        for octet in octets {
            bits = bits << 8 | UInt64(octet)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(digits[Int((bits >> UInt64(count)) & 31)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

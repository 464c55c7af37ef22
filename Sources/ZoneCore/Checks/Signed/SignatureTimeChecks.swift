import RFC1035

extension Check {
    /// Whether signatures are good now, and by a key that is there. Each is told once for the zone.
    static let signatureTimeChecks: [Check] = [
        Check(
            "RRSIG_EXPIRED", .error, ofAbsence: true, "RFC 4034 §3.1.5; named: signature has expired",
            Text(en: "Signatures have expired.", id: "Tanda tangan sudah kedaluwarsa."),
            explanation: Text(
                en: """
                    For everybody behind a resolver that verifies, the zone is down. named loads such a file and says \
                    so once in its log. Sign the zone again, and find out why that did not happen in time.
                    """,
                id: """
                    Bagi semua yang memakai resolver yang memverifikasi, zona ini mati. named tetap memuat berkas \
                    seperti itu dan menyebutnya sekali di log. Tanda tangani lagi, dan cari tahu mengapa terlambat.
                    """),
            bad: SignedExample.replacing("20261231000000", by: "20261110000000", in: SignedExample.whole),
            good: SignedExample.whole,
            .zone { run in
                guard let many = run.signedZone()?.signatures.expired, many.count > 0 else { return }
                if run.reportBackwards(many.row) { return }
                run.report(
                    row: many.row, at: .rdata(4),
                    Text(
                        en: "\(many.sets("has", "have")) no signature that is still good; the first ended "
                            + "\(run.time(many.time))",
                        id: "\(many.count) RRset tanpa tanda tangan yang masih berlaku; yang pertama berakhir "
                            + "\(run.time(many.time))"
                    ))
            }),
        Check(
            "RRSIG_NOT_YET_VALID", .error, ofAbsence: true, "RFC 4034 §3.1.5",
            Text(en: "Signatures are not valid yet.", id: "Tanda tangan belum berlaku."),
            explanation: Text(
                en: """
                    Their inception lies in the future, so resolvers reject them until then. Most often the clock of \
                    the machine that signs is wrong, or its time zone was taken for UTC.
                    """,
                id: """
                    Awal berlakunya ada di masa depan, sehingga resolver menolaknya sampai saat itu. Biasanya jam \
                    mesin penanda tangan salah, atau waktu setempat dikira UTC.
                    """),
            bad: SignedExample.replacing("20261101000000", by: "20261201000000", in: SignedExample.whole),
            good: SignedExample.whole,
            .zone { run in
                guard let many = run.signedZone()?.signatures.notYet, many.count > 0 else { return }
                if run.reportBackwards(many.row) { return }
                run.report(
                    row: many.row, at: .rdata(5),
                    Text(
                        en: "\(many.sets("has", "have")) no signature that is valid yet; the first begins "
                            + "\(run.time(many.time))",
                        id: "\(many.count) RRset tanpa tanda tangan yang sudah berlaku; yang pertama mulai "
                            + "\(run.time(many.time))"
                    ))
            }),
        Check(
            "RRSIG_EXPIRING", .warning, "RFC 6781 §4.4.2",
            Text(
                en: "Signatures end within three days.", id: "Tanda tangan berakhir dalam tiga hari."),
            explanation: Text(
                en: """
                    Signing programs renew signatures a week or more before they end. Where three days are left, the \
                    renewal has probably stopped: over a weekend the zone would go down. Sign again, and look after \
                    the job that should have done it.
                    """,
                id: """
                    Program penanda tangan memperbarui tanda tangan seminggu atau lebih sebelum berakhir. Bila tinggal \
                    tiga hari, pembaruan mungkin berhenti: zona bisa mati di akhir pekan. Tanda tangani lagi, dan \
                    periksa pekerjaan yang seharusnya melakukannya.
                    """),
            bad: SignedExample.replacing("20261231000000", by: "20261122000000", in: SignedExample.whole),
            good: SignedExample.whole,
            .zone { run in
                guard let many = run.signedZone()?.signatures.expiring, many.count > 0 else { return }
                run.report(
                    row: many.row, at: .rdata(4),
                    Text(
                        en: "\(many.sets("loses its", "lose their")) signature within three days, the first "
                            + "\(run.time(many.time)); "
                            + "sign the zone again",
                        id: "\(many.count) RRset kehilangan tanda tangannya dalam tiga hari, yang pertama "
                            + "\(run.time(many.time)); tanda tangani lagi"))
            }),
        Check(
            "RRSIG_UNKNOWN_KEY", .error, ofAbsence: true, "RFC 4035 §5.3.1",
            Text(
                en: "RRsets are signed by a key that the zone does not have.",
                id: "RRset ditandatangani dengan kunci yang tidak ada di zona."),
            explanation: Text(
                en: """
                    No DNSKEY record at the apex has the tag and algorithm of these signatures, and nothing else \
                    covers the RRsets, so nobody can verify them. A key was removed while its signatures were still in \
                    use, or the file was signed with keys that are not in it. Over the keys themselves one such \
                    signature is enough: its key was among them when they were signed.
                    """,
                id: """
                    Tidak ada DNSKEY di puncak dengan tag dan algoritma tanda tangan ini, dan tidak ada tanda tangan \
                    lain, sehingga tidak dapat diverifikasi. Kunci dihapus saat tanda tangannya masih dipakai, atau \
                    berkas ditandatangani dengan kunci yang tidak ada di dalamnya. Untuk kunci-kunci itu sendiri satu \
                    tanda tangan seperti ini sudah cukup: kuncinya masih ada ketika ditandatangani.
                    """),
            bad: SignedExample.changing(
                SignedExample.whole, "www RRSIG A",
                to: "www RRSIG A 13 4 3600 20261231000000 20261101000000 12345 @ AAAA"),
            good: SignedExample.whole,
            .zone { run in
                guard let signatures = run.signedZone()?.signatures else { return }
                for stranger in signatures.strangers {
                    let tag = run.zone.rdata(of: stranger.row).uint16(at: 16)
                    run.report(
                        row: stranger.row, at: .rdata(6),
                        Text(
                            en: "no DNSKEY has tag \(tag), so this key was taken out after it had signed the keys: "
                                + "none of their signatures holds; sign the zone again",
                            id: "tidak ada DNSKEY ber-tag \(tag), jadi kunci ini dikeluarkan setelah menandatangani "
                                + "kunci-kunci: tanda tangan mereka tidak berlaku; tanda tangani lagi zonanya"))
                }
                for (key, many) in signatures.unknownKeys.sorted(by: { $0.key < $1.key }) {
                    let algorithm = AlgorithmText.of(UInt8(truncatingIfNeeded: key >> 16))
                    run.report(
                        row: many.row, at: .rdata(6),
                        Text(
                            en: "no DNSKEY has tag \(key & 0xFFFF) and algorithm \(algorithm), "
                                + "which alone signed this (RRsets: \(many.count))",
                            id: "tidak ada DNSKEY ber-tag \(key & 0xFFFF) dan algoritma \(algorithm), satu-satunya "
                                + "penanda tangan di sini (RRset: \(many.count))"))
                }
            }),
    ]
}

extension SignatureSurvey.Many {
    /// "1 RRset has", "7 RRsets have".
    fileprivate func sets(_ one: String, _ several: String) -> String {
        count == 1 ? "1 RRset \(one)" : "\(count) RRsets \(several)"
    }
}

extension CheckRun {
    /// Says of a signature that it ends before it begins, if it does.
    fileprivate mutating func reportBackwards(_ row: Int) -> Bool {
        let rdata = zone.rdata(of: row)
        let (end, start) = (rdata.uint32(at: 8), rdata.uint32(at: 12))
        guard Int32(bitPattern: end &- start) < 0 else { return false }
        report(
            row: row, at: .rdata(4),
            Text(
                en: "ends \(time(end)), before it begins, \(time(start)): it is never valid; sign the zone again",
                id: "berakhir \(time(end)), sebelum mulai berlaku, \(time(start)): tidak pernah berlaku; tanda "
                    + "tangani lagi zonanya"))
        return true
    }

    /// A 32-bit time of a signature, taken to be within 68 years of now.
    fileprivate func time(_ value: UInt32) -> String {
        let distance = Int32(bitPattern: value &- UInt32(truncatingIfNeeded: policy.now.seconds))
        return Instant(seconds: policy.now.seconds + Int64(distance)).rfc3339
    }
}

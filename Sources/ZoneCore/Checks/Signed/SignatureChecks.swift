import RFC1035

extension Check {
    /// RRSIG records: what they cover, when, and by which key. The signatures themselves are not verified.
    static let signatureChecks: [Check] = [
        Check(
            "RRSIG_MISSING", .error, ofAbsence: true, "RFC 4035 §2.2",
            Text(
                en: "An RRset of a signed zone has no signature.",
                id: "RRset di zona bertanda tangan tidak ditandatangani."),
            explanation: Text(
                en: """
                    Resolvers that verify throw away what has no signature: for their users the records do not exist. \
                    Records were added after signing, or signatures were lost. Sign the zone again.
                    """,
                id: """
                    Resolver yang memverifikasi membuang apa yang tidak ditandatangani: bagi penggunanya, rekaman itu \
                    tidak ada. Rekaman ditambahkan setelah penandatanganan, atau tanda tangannya hilang. Tanda tangani \
                    lagi.
                    """),
            bad: SignedExample.changing(SignedExample.whole, "www RRSIG A"),
            good: SignedExample.whole,
            .zone { run in
                guard let signed = run.signedZone() else { return }
                let missing = signed.signatures.missing
                if !run.zone.types.contains(.rrsig), let row = run.zone.firstRow(of: .dnskey, at: signed.apex) {
                    run.report(
                        row: row,
                        Text(
                            en: "the zone has keys and NSEC or NSEC3 records but not one signature "
                                + "(RRsets: \(missing.count)); sign the zone again",
                            id: "zona memiliki kunci dan rekaman NSEC atau NSEC3 tetapi tanpa satu pun tanda tangan "
                                + "(RRset: \(missing.count)); tanda tangani lagi zonanya"))
                    return
                }
                for fault in missing {
                    let type = RecordType(rawValue: fault.type)
                    run.report(
                        row: fault.row,
                        Text(
                            en: "the zone is signed, but nothing covers \(type) here; sign the zone again",
                            id: "zona ini bertanda tangan, tetapi \(type) di sini tidak; tanda tangani lagi zonanya"))
                }
            }),
        Check(
            "RRSIG_ALGORITHM_MISSING", .warning, ofAbsence: true, "RFC 4035 §2.2, RFC 6840 §5.11",
            Text(
                en: "An RRset is not signed with every algorithm that the zone has keys of.",
                id: "Sebuah RRset tidak ditandatangani dengan semua algoritma kunci zona."),
            explanation: Text(
                en: """
                    Once a key of an algorithm is published, everything is to be signed with that algorithm; strict \
                    resolvers refuse what is not. When algorithms change, signatures come before the key and go after \
                    it.
                    """,
                id: """
                    Begitu kunci suatu algoritma diterbitkan, semua harus ditandatangani dengan algoritma itu; \
                    resolver yang ketat menolak yang tidak. Saat berganti algoritma, tanda tangan datang sebelum \
                    kuncinya dan pergi sesudahnya.
                    """),
            bad: SignedExample.whole + "\n@ DNSKEY 257 3 8 AwEAAdXV\(String(repeating: "v", count: 176))",
            good: SignedExample.whole,
            .zone { run in
                for fault in run.signedZone()?.signatures.withoutAlgorithm ?? [] {
                    let type = RecordType(rawValue: fault.type)
                    let algorithm = AlgorithmText.of(UInt8(truncatingIfNeeded: fault.number))
                    run.report(
                        row: fault.row,
                        Text(
                            en: "\(type) has no signature of algorithm \(algorithm) that is good now, and the zone "
                                + "has a key of it",
                            id: "\(type) tidak memiliki tanda tangan algoritma \(algorithm) yang berlaku, padahal zona "
                                + "memiliki kuncinya"))
                }
            }),
        Check(
            "RRSIG_WITHOUT_RRSET", .warning, ofAbsence: true, "RFC 4035 §2.2",
            Text(en: "A signature covers a type that is not there.", id: "Tanda tangan untuk tipe yang tidak ada."),
            explanation: Text(
                en: """
                    The records were removed after signing, or never were there. Remove the signature, or sign the \
                    zone again from its unsigned file.
                    """,
                id: """
                    Rekamannya dihapus setelah penandatanganan, atau tidak pernah ada. Hapus tanda tangannya, atau \
                    tanda tangani lagi zona dari berkas yang belum ditandatangani.
                    """),
            bad: SignedExample.changing(SignedExample.whole, "www A"),
            good: SignedExample.whole,
            .zone { run in
                for fault in run.signedZone()?.signatures.loose ?? [] {
                    let type = RecordType(rawValue: fault.type)
                    run.report(
                        row: fault.row, at: .rdata(0),
                        Text(
                            en: "a signature for \(type), of which there is none at this name; sign the zone again",
                            id: "tanda tangan untuk \(type), yang tidak ada pada nama ini; tanda tangani lagi zonanya"))
                }
            }),
        Check(
            "RRSIG_SUPERFLUOUS", .warning, ofAbsence: true, "RFC 4035 §2.2",
            Text(
                en: "Something is signed that the zone does not answer for.",
                id: "Yang ditandatangani bukan milik zona ini."),
            explanation: Text(
                en: """
                    The NS records of a delegation and everything below it belong to the other zone and are not signed \
                    here; the same holds below a DNAME. A signing program does not do it: sign the zone again.
                    """,
                id: """
                    Rekaman NS sebuah delegasi dan semua di bawahnya milik zona lain dan tidak ditandatangani di sini; \
                    begitu pula di bawah DNAME. Program penanda tangan tidak melakukannya: tanda tangani lagi zonanya.
                    """),
            bad: SignedExample.changing(
                SignedExample.changing(
                    SignedExample.whole, "www A", to: "www NS ns1.example.net.\nwww NS ns2.example.net."),
                "www RRSIG A", to: "www RRSIG NS 13 4 3600 20261231000000 20261101000000 39559 @ AAAA"),
            good: SignedExample.changing(
                SignedExample.changing(
                    SignedExample.changing(
                        SignedExample.whole, "www A", to: "www NS ns1.example.net.\nwww NS ns2.example.net."),
                    "www RRSIG A"),
                "www NSEC", to: "www NSEC @ NS RRSIG NSEC"),
            .zone { run in
                for fault in run.signedZone()?.signatures.superfluous ?? [] {
                    let type = RecordType(rawValue: fault.type)
                    run.report(
                        row: fault.row, at: .rdata(0),
                        Text(
                            en: "signs \(type) at or below a delegation or DNAME, which is not this zone's to sign",
                            id: "menandatangani \(type) pada atau di bawah delegasi atau DNAME, yang bukan milik "
                                + "zona ini"))
                }
            }),
        Check(
            "RRSIG_SIGNER", .error, "RFC 4035 §2.2, §5.3.1",
            Text(
                en: "The signer's name in a signature is not the zone's.",
                id: "Nama penanda tangan bukan nama zona."),
            explanation: Text(
                en: """
                    A signature must name the zone that it stands in; any other is not even tried. Most often a file \
                    was signed with --origin of another zone, or copied from one. Sign it again under its own name.
                    """,
                id: """
                    Tanda tangan harus menyebut zona tempatnya berada; yang lain bahkan tidak dicoba. Biasanya berkas \
                    ditandatangani dengan nama zona lain, atau disalin. Tanda tangani lagi dengan nama zonanya.
                    """),
            bad: SignedExample.changing(
                SignedExample.whole, "www RRSIG A",
                to: "www RRSIG A 13 4 3600 20261231000000 20261101000000 39559 example.net. AAAA"),
            good: SignedExample.whole,
            .zone { run in
                for fault in run.signedZone()?.signatures.signer ?? [] {
                    let signer = run.target(of: fault.row, nameAt: 18)
                    run.report(
                        row: fault.row, at: .rdata(7),
                        Text(
                            en: "signed as \(signer), but this zone is \(run.zone.origin): no resolver accepts it",
                            id: "ditandatangani sebagai \(signer), padahal zona ini \(run.zone.origin): ditolak "
                                + "semua resolver"))
                }
            }),
        Check(
            "RRSIG_LABELS", .error, "RFC 4034 §3.1.3",
            Text(
                en: "The number of labels in a signature is not that of its owner.",
                id: "Jumlah label pada tanda tangan tidak sesuai dengan pemiliknya."),
            explanation: Text(
                en: """
                    The field counts the owner's labels without the root and without a leading *; fewer would mean \
                    that the answer comes from a wildcard, and resolvers then ask for proof. Sign the zone again.
                    """,
                id: """
                    Kolom ini menghitung label pemilik tanpa akar dan tanpa * di depan; bila kurang, jawaban dianggap \
                    berasal dari wildcard, dan resolver meminta buktinya. Tanda tangani lagi zonanya.
                    """),
            bad: SignedExample.changing(
                SignedExample.whole, "www RRSIG A",
                to: "www RRSIG A 13 3 3600 20261231000000 20261101000000 39559 @ AAAA"),
            good: SignedExample.whole,
            .zone { run in
                for fault in run.signedZone()?.signatures.labels ?? [] {
                    let count = run.zone.rdata(of: fault.row).uint8(at: 3)
                    run.report(
                        row: fault.row, at: .rdata(2),
                        Text(
                            en: "says \(Text.counted(count, "label")), but the owner has \(fault.number): it does not "
                                + "verify",
                            id: "menyebut \(count) label, padahal pemiliknya \(fault.number): tidak lolos verifikasi"))
                }
            }),
        Check(
            "RRSIG_ORIGINAL_TTL", .warning, "RFC 4034 §3.1.4",
            Text(
                en: "The original TTL in a signature is not the RRset's TTL.",
                id: "TTL asli pada tanda tangan bukan TTL RRset-nya."),
            explanation: Text(
                en: """
                    Resolvers keep records no longer than the signed TTL, so a TTL raised after signing has no effect, \
                    and one lowered differs from what was signed. Change the TTL in the unsigned file and sign again.
                    """,
                id: """
                    Resolver menyimpan rekaman tidak lebih lama dari TTL yang ditandatangani, sehingga TTL yang \
                    dinaikkan sesudahnya tidak berpengaruh. Ubah TTL di berkas yang belum ditandatangani, lalu tanda \
                    tangani lagi.
                    """),
            bad: SignedExample.changing(SignedExample.whole, "www A", to: "www 7200 A 192.0.2.80"),
            good: SignedExample.whole,
            .zone { run in
                for fault in run.signedZone()?.signatures.originalTTL ?? [] {
                    let signedTTL = run.zone.rdata(of: fault.row).uint32(at: 4)
                    let type = RecordType(rawValue: fault.type)
                    run.report(
                        row: fault.row, at: .rdata(3),
                        Text(
                            en: "signed with TTL \(signedTTL), but \(type) has \(fault.number); sign the zone again",
                            id: "ditandatangani dengan TTL \(signedTTL), padahal \(type) memiliki \(fault.number); "
                                + "tanda tangani lagi"))
                }
            }),
        Check(
            "RRSIG_TTL", .warning, "RFC 4034 §3",
            Text(
                en: "A signature has another TTL than what it covers.",
                id: "TTL tanda tangan berbeda dari yang ditandatanganinya."),
            explanation: Text(
                en: """
                    A resolver that still has the records and not the signature must ask again, and one that has an \
                    old signature with new records fails. The two TTLs must be the same.
                    """,
                id: """
                    Resolver yang masih menyimpan rekaman tetapi tidak tanda tangannya harus bertanya lagi, dan yang \
                    menyimpan tanda tangan lama dengan rekaman baru gagal. Kedua TTL harus sama.
                    """),
            bad: SignedExample.changing(
                SignedExample.whole, "www RRSIG A",
                to: "www 60 RRSIG A 13 4 3600 20261231000000 20261101000000 39559 @ AAAA"),
            good: SignedExample.whole,
            .zone { run in
                for fault in run.signedZone()?.signatures.ttl ?? [] {
                    let own = run.zone.records[fault.row].ttl
                    let type = RecordType(rawValue: fault.type)
                    run.report(
                        row: fault.row, at: .ttl,
                        Text(
                            en: "TTL \(own), while \(type), which it covers, has \(fault.number); both must be "
                                + "the same",
                            id: "TTL \(own), sedangkan \(type) yang ditandatanganinya \(fault.number); keduanya "
                                + "harus sama"))
                }
            }),
    ]
}

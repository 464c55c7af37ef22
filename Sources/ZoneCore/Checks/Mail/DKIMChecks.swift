import RFC1035

extension Check {
    static let dkimChecks: [Check] = [
        Check(
            "DKIM_SYNTAX", .error, "RFC 6376 §3.6.1",
            Text(en: "A DKIM key cannot be read.", id: "Kunci DKIM tidak terbaca."),
            explanation: Text(
                en: """
                    Receivers cannot verify signatures with this record, so all mail signed with it counts as unsigned \
                    or forged. Keys are long: most often part of one was lost in copying, or a semicolon outside \
                    quotes cut it off. Publish again what the signing program printed, in quotes, split at 255 octets.
                    """,
                id: """
                    Penerima tidak dapat memverifikasi tanda tangan dengan rekaman ini, jadi semua surel yang \
                    ditandatangani dianggap tanpa tanda tangan atau palsu. Kunci itu panjang: biasanya ada yang hilang \
                    saat disalin, atau terpotong titik koma di luar tanda kutip. Pasang lagi keluaran program penanda \
                    tangan, di dalam tanda kutip, dibagi per 255 oktet.
                    """),
            bad: "s1._domainkey TXT \"v=DKIM1; k=ed25519; p=74wS7PU22uVVCrqluFCh+J7q\"",
            good: "s1._domainkey TXT \"v=DKIM1; k=ed25519; p=\(exampleKey)\"",
            .text(.dkimSyntax)),
        Check(
            "DKIM_WEAK_KEY", .warning, "RFC 8301 §3.2",
            Text(
                en: "An RSA key for DKIM has less than 1024 bits.", id: "Kunci RSA untuk DKIM kurang dari 1024 bit."),
            explanation: Text(
                en: """
                    Keys of 512 bits are broken in hours and keys of 829 bits have been broken in public, so receivers \
                    ignore signatures made with less than 1024. Make a key of 2048 bits under a new selector, sign \
                    with it, and remove this one.
                    """,
                id: """
                    Kunci 512 bit dapat dibongkar dalam hitungan jam dan kunci 829 bit sudah pernah dibongkar secara \
                    terbuka, jadi penerima mengabaikan tanda tangan dengan kunci di bawah 1024 bit. Buat kunci 2048 \
                    bit dengan selector baru, pakai untuk menandatangani, lalu hapus yang ini.
                    """),
            bad: "s1._domainkey TXT \"v=DKIM1; p=\(weakKey)\"",
            good: "s1._domainkey TXT \"v=DKIM1; k=ed25519; p=\(exampleKey)\"",
            .text(.dkimWeakKey)),
        Check(
            "DKIM_SHORT_KEY", .notice, "RFC 8301 §3.2",
            Text(
                en: "An RSA key for DKIM has less than 2048 bits.", id: "Kunci RSA untuk DKIM kurang dari 2048 bit."),
            explanation: Text(
                en: """
                    1024 bits still verify but are within reach of those who have the money; signers are asked to use \
                    2048. Such a key fits into one TXT record of two strings.
                    """,
                id: """
                    1024 bit masih terverifikasi, tetapi sudah terjangkau oleh yang punya dana; penanda tangan diminta \
                    memakai 2048. Kunci itu muat dalam satu rekaman TXT dengan dua string.
                    """),
            bad: "s1._domainkey TXT \"v=DKIM1; p=\(shortKey)\"",
            good: "s1._domainkey TXT \"v=DKIM1; k=ed25519; p=\(exampleKey)\"",
            .text(.dkimShortKey)),
        Check(
            "DKIM_REVOKED", .notice, "RFC 6376 §3.6.1",
            Text(en: "A DKIM key is revoked.", id: "Kunci DKIM dicabut."),
            explanation: Text(
                en: """
                    A record with an empty p= says that the key is not to be trusted any more. That is right after a \
                    key was lost or replaced; some weeks later the record is only clutter.
                    """,
                id: """
                    Rekaman dengan p= kosong menyatakan kuncinya tidak boleh dipercaya lagi. Itu benar setelah kunci \
                    hilang atau diganti; beberapa minggu kemudian rekaman ini hanya menjadi sampah.
                    """),
            bad: "s1._domainkey TXT \"v=DKIM1; p=\"", good: "*._domainkey TXT \"v=DKIM1; p=\"",
            .text(.dkimRevoked)),
        Check(
            "DKIM_TESTING", .notice, "RFC 6376 §3.6.1",
            Text(en: "A DKIM key is still in testing.", id: "Kunci DKIM masih dalam uji coba."),
            explanation: Text(
                en: """
                    With t=y receivers treat mail as if it were not signed when a signature is wrong. It is often \
                    forgotten.
                    """,
                id: """
                    Dengan t=y penerima menganggap surel bertanda tangan salah seolah tidak ditandatangani. Ini sering \
                    terlupa.
                    """),
            bad: "s1._domainkey TXT \"v=DKIM1; k=ed25519; t=y; p=\(exampleKey)\"",
            good: "s1._domainkey TXT \"v=DKIM1; k=ed25519; t=s; p=\(exampleKey)\"",
            .text(.dkimTesting)),
        Check(
            "DKIM_VALUE", .warning, "RFC 6376 §3.6.1",
            Text(en: "A DKIM key has an unknown value.", id: "Kunci DKIM memuat nilai yang tidak dikenal."),
            explanation: Text(
                en: """
                    Receivers ignore keys of a type, for a hash or for a service that they do not know. Key types are \
                    rsa and ed25519, hashes sha256 (and sha1, which is not to be used), services * and email.
                    """,
                id: """
                    Penerima mengabaikan kunci yang tipe, hash, atau layanannya tidak dikenal. Tipe kunci: rsa dan \
                    ed25519; hash: sha256 (dan sha1, yang tidak dipakai lagi); layanan: * dan email.
                    """),
            bad: "s1._domainkey TXT \"v=DKIM1; k=ed25591; p=\(exampleKey)\"",
            good: "s1._domainkey TXT \"v=DKIM1; k=ed25519; p=\(exampleKey)\"",
            .text(.dkimValue)),
        Check(
            "DKIM_MULTIPLE", .error, "RFC 6376 §3.6.2.2",
            Text(en: "A selector has two keys.", id: "Sebuah selector memiliki dua kunci."),
            explanation: Text(
                en: """
                    Which of two keys a receiver takes is not defined, so mail verifies on some days only. Give each \
                    key a selector of its own.
                    """,
                id: """
                    Kunci mana yang diambil penerima tidak ditentukan, jadi surel hanya kadang terverifikasi. Beri \
                    tiap kunci selector sendiri.
                    """),
            bad: "s1._domainkey TXT \"v=DKIM1; k=ed25519; p=\(exampleKey)\"\n"
                + "s1._domainkey TXT \"v=DKIM1; t=s; k=ed25519; p=\(exampleKey)\"",
            good: "s1._domainkey TXT \"v=DKIM1; k=ed25519; p=\(exampleKey)\"\n"
                + "s2._domainkey TXT \"v=DKIM1; t=s; k=ed25519; p=\(exampleKey)\"",
            .set([.txt]) { run, name in
                guard run.zone.names[name].types.contains(.txt),
                    case .dkim = TextOwner(run.zone.wire(of: name))
                else { return }
                run.reportSecondText(at: name, DKIM.isKey) { place in
                    Text(
                        en: "a second key at one selector; the first stands \(place.en): give it a selector of its own",
                        id: "kunci kedua pada satu selector; yang pertama ada \(place.id): beri selector sendiri")
                }
            }),
    ]

    private static let exampleKey = "74wS7PU22uVVCrqluFCh+J7qV2RKfmtH2ftjj1T+cFw="
    private static let weakKey =
        "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAOlSv3mm8bnYCgp+g2tSYykkEVI/4ynvpFaSjD9e9bnk1LHdBDr+dLflQR"
        + "9WUT3gbc7JqD9JIx8hL/Vl8t9b0EMCAwEAAQ=="
    private static let shortKey =
        "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDYUjvLEgSh+UegVyAqpmPryVxqZ/n45TfGQozg1178DRYG0m7FuJ"
        + "LKJTPkvjxUysOA2gAwc+WQ6NnS1okmeO5LwXXYCit0+614lSzJBm5BMIhHPmPbt/AiXC0fj5/q1KVfWfDwdVrE4Zad"
        + "kY3sEOdMaoXaq3ZIt6bKKkBAf1BjoQIDAQAB"
}

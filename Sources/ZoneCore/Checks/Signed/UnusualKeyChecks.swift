import RFC1035

extension Check {
    /// Keys of algorithms that are not the usual ones, and keys that are not the zone's.
    static let unusualKeyChecks: [Check] = [
        Check(
            "DNSKEY_PRIVATE_ALGORITHM", .warning, "RFC 4034 appendix A.1.1",
            Text(
                en: "A key of a private algorithm does not say which algorithm it is of.",
                id: "Kunci beralgoritma pribadi tidak menyebut algoritmanya."),
            explanation: Text(
                en: """
                    A key with algorithm 253 begins with a domain name, one with 254 with an object identifier and its \
                    length; those tell one private algorithm from another. Without them nobody can use the key. The \
                    number is mostly a slip: 13 (ECDSAP256SHA256) is what zones are signed with.
                    """,
                id: """
                    Kunci beralgoritma 253 diawali nama domain, yang beralgoritma 254 object identifier beserta \
                    panjangnya; itulah pembeda antaralgoritma pribadi. Tanpa itu kuncinya tidak dapat dipakai. \
                    Biasanya angkanya salah tulis: zona ditandatangani dengan 13 (ECDSAP256SHA256).
                    """),
            bad: "@ DNSKEY 257 3 253 AQ==",
            good: "@ DNSKEY 257 3 253 CGtyaXB0b2tuB2V4YW1wbGUAAQID",
            .record([.dnskey, .cdnskey]) { run, _, row in
                let rdata = run.zone.rdata(of: row)
                let number = rdata.uint8(at: 3)
                guard number == 253 || number == 254, !PrivateAlgorithm.isNamed(by: rdata) else { return }
                run.report(
                    row: row, at: .rdata(3),
                    Text(
                        en: "a key of the private algorithm \(number) begins with "
                            + (number == 253 ? "a domain name" : "the length of an object identifier and itself")
                            + ", and this one does not",
                        id: "kunci beralgoritma pribadi \(number) diawali "
                            + (number == 253 ? "nama domain" : "panjang object identifier dan isinya")
                            + ", sedangkan yang ini tidak"))
            }),
        Check(
            "DNSKEY_LENGTH", .error, "RFC 6605 §4; RFC 8080 §3",
            Text(
                en: "A key is longer or shorter than keys of its algorithm are.",
                id: "Panjang sebuah kunci bukan panjang kunci algoritmanya."),
            explanation: Text(
                en: """
                    Keys of ECDSA and of Ed25519 and Ed448 all have one length: 64 octets with algorithm 13, 96 with \
                    14, 32 with 15 and 57 with 16. Any other was cut off in copying, or belongs to another algorithm; \
                    nothing verifies with it. Take the record from the signing program again.
                    """,
                id: """
                    Kunci ECDSA serta Ed25519 dan Ed448 selalu sama panjang: 64 oktet untuk algoritma 13, 96 untuk 14, \
                    32 untuk 15, dan 57 untuk 16. Yang lain terpotong saat disalin, atau milik algoritma lain; tidak \
                    ada yang dapat diverifikasi dengannya. Salin lagi rekaman dari program penanda tangan.
                    """),
            bad: "@ DNSKEY 257 3 13 AAAA",
            good: "@ DNSKEY 257 3 13 \(SignedExample.key)",
            .record([.dnskey, .cdnskey]) { run, _, row in
                let rdata = run.zone.rdata(of: row)
                let length: Int
                switch rdata.uint8(at: 3) {
                case 13: length = 64
                case 14: length = 96
                case 15: length = 32
                case 16: length = 57
                default: return
                }
                guard rdata.count != 4 + length, run.hasRoom() else { return }
                let algorithm = AlgorithmText.of(rdata.uint8(at: 3))
                run.report(
                    row: row, at: .rdata(3),
                    Text(
                        en: "a key of \(rdata.count - 4) octets, but keys of algorithm \(algorithm) have \(length): "
                            + "copy it again from its source",
                        id: "kunci \(rdata.count - 4) oktet, padahal kunci algoritma \(algorithm) memiliki \(length): "
                            + "salin lagi dari asalnya"))
            }),
        Check(
            "KEY_WEAK_ALGORITHM", .notice, "RFC 9904, RFC 9905, RFC 9906",
            Text(
                en: "A KEY record is of an algorithm that is not to be used any more.",
                id: "Rekaman KEY memakai algoritma yang tidak boleh dipakai lagi."),
            explanation: Text(
                en: """
                    KEY records hold the keys that signed updates are verified with (SIG(0)). Algorithms with MD5, \
                    SHA-1, DSA or GOST are withdrawn: servers stop verifying them, and updates are then refused. Make \
                    a new key, as with tsig-keygen or dnssec-keygen -T KEY -a ECDSAP256SHA256, or remove the record if \
                    nobody sends updates.
                    """,
                id: """
                    Rekaman KEY memuat kunci pemeriksa pembaruan yang ditandatangani (SIG(0)). Algoritma dengan MD5, \
                    SHA-1, DSA, atau GOST sudah ditarik: server berhenti memeriksanya, lalu pembaruan ditolak. Buat \
                    kunci baru, misalnya dengan tsig-keygen atau dnssec-keygen -T KEY -a ECDSAP256SHA256, atau hapus \
                    rekamannya bila tidak ada yang mengirim pembaruan.
                    """),
            bad: "www KEY 512 3 5 AwEAAdXV\(String(repeating: "v", count: 176))",
            good: "www KEY 512 3 13 \(SignedExample.key)",
            .record([.key]) { run, _, row in
                let rdata = run.zone.rdata(of: row)
                // Without a key (RFC 2535 §3.1.2) the algorithm means nothing.
                guard AlgorithmText.isWeak(rdata.uint8(at: 3)), rdata.count > 4 else { return }
                let algorithm = AlgorithmText.of(rdata.uint8(at: 3))
                run.report(
                    row: row, at: .rdata(2),
                    Text(
                        en: "algorithm \(algorithm) is withdrawn, and servers will not verify updates with it; make a "
                            + "key of 13 (ECDSAP256SHA256)",
                        id: "algoritma \(algorithm) sudah ditarik, dan server tidak akan memeriksa pembaruan "
                            + "dengannya; buat kunci 13 (ECDSAP256SHA256)"))
            }),
    ]
}

/// The algorithm numbers that anybody may use for an algorithm of their own (RFC 4034 appendix A.1.1).
private enum PrivateAlgorithm {
    /// Whether the key in the RDATA of a DNSKEY record says which algorithm it is of, and holds something besides.
    static func isNamed(by rdata: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 4
        if rdata.uint8(at: 3) == 254 {
            return rdata.uint8(at: at) > 0 && at + 1 + Int(rdata.uint8(at: at)) < rdata.count
        }
        while at < rdata.count, at < 4 + 255, rdata[at] <= 63 {
            if rdata[at] == 0 { return at > 4 && at + 1 < rdata.count }
            at += 1 + Int(rdata[at])
        }
        return false
    }
}

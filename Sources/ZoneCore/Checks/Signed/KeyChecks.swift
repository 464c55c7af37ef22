import RFC1035

extension Check {
    static let keyChecks: [Check] = [
        Check(
            "DNSKEY_NOT_AT_APEX", .warning, "RFC 4035 §2.1",
            Text(en: "A DNSKEY record stands below the apex.", id: "Rekaman DNSKEY berada di bawah puncak zona."),
            explanation: Text(
                en: """
                    A zone's keys stand at its apex; nobody looks for them anywhere else, so this one verifies \
                    nothing. Move it to the apex, or into the zone whose key it is.
                    """,
                id: """
                    Kunci zona berada di puncak zona; di tempat lain tidak ada yang mencarinya, sehingga kunci ini \
                    tidak memverifikasi apa pun. Pindahkan ke puncak zona, atau ke zona pemilik kunci itu.
                    """),
            bad: "www DNSKEY 257 3 13 \(SignedExample.key)",
            good: "@ DNSKEY 257 3 13 \(SignedExample.key)",
            .record([.dnskey]) { run, name, row in
                guard name != run.zone.apex else { return }
                run.report(
                    row: row, at: .type,
                    Text(
                        en: "a DNSKEY record below the apex verifies nothing; keys stand at \(run.zone.origin)",
                        id: "DNSKEY di bawah puncak tidak memverifikasi apa pun; kunci berada pada \(run.zone.origin)"))
            }),
        Check(
            "DNSKEY_PROTOCOL", .error, "RFC 4034 §2.1.2",
            Text(en: "The protocol of a DNSKEY record is not 3.", id: "Protokol rekaman DNSKEY bukan 3."),
            explanation: Text(
                en: """
                    The second number of a DNSKEY record is always 3. Resolvers pass over a key with another one, and \
                    what it signs counts as forged. Write 3, or take the record as the signing program gave it.
                    """,
                id: """
                    Bilangan kedua pada rekaman DNSKEY selalu 3. Resolver mengabaikan kunci dengan bilangan lain, dan \
                    yang ditandatanganinya dianggap palsu. Tulis 3, atau salin rekaman persis dari program penanda \
                    tangan.
                    """),
            bad: "@ DNSKEY 257 2 13 \(SignedExample.key)",
            good: "@ DNSKEY 257 3 13 \(SignedExample.key)",
            .record([.dnskey, .cdnskey]) { run, _, row in
                let rdata = run.zone.rdata(of: row)
                let number = rdata.uint8(at: 2)
                guard number != 3 else { return }
                run.report(
                    row: row, at: .rdata(1),
                    Text(
                        en: "protocol \(number) instead of 3: resolvers pass over this key",
                        id: "protokol \(number), seharusnya 3: resolver mengabaikan kunci ini"))
            }),
        Check(
            "DNSKEY_FLAGS", .warning, "RFC 4034 §2.1.1",
            Text(
                en: "The flags of a DNSKEY record are not those of a zone's key.",
                id: "Flags rekaman DNSKEY bukan milik kunci zona."),
            explanation: Text(
                en: """
                    The flags of a zone's key are 256, or 257 for the key that the parent zone refers to; a revoked \
                    key has 128 more. A key without 256 in them verifies nothing, and other bits are reserved and stay \
                    0.
                    """,
                id: """
                    Flags kunci zona ialah 256, atau 257 untuk kunci yang dirujuk zona induk; kunci yang dicabut \
                    ditambah 128. Kunci tanpa 256 di dalamnya tidak memverifikasi apa pun, dan bit lain dicadangkan \
                    serta tetap 0.
                    """),
            bad: "@ DNSKEY 1 3 13 \(SignedExample.key)",
            good: "@ DNSKEY 257 3 13 \(SignedExample.key)",
            .record([.dnskey, .cdnskey]) { run, _, row in
                let rdata = run.zone.rdata(of: row)
                let flags = rdata.uint16(at: 0)
                if rdata.isDeletion(run.zone.records[row].type) { return }
                if flags & 0x0100 == 0 {
                    run.report(
                        row: row, at: .rdata(0),
                        Text(
                            en: "flags \(flags) lack 256, the mark of a zone's key: it verifies nothing; 256 or "
                                + "257 is right",
                            id: "flags \(flags) tanpa 256, tanda kunci zona: tidak memverifikasi apa pun; "
                                + "yang benar 256 atau 257"))
                } else if flags & ~0x0181 != 0 {
                    run.report(
                        row: row, at: .rdata(0),
                        Text(
                            en: "flags \(flags) have reserved bits set; a zone's key has 256 or 257",
                            id: "flags \(flags) memuat bit yang dicadangkan; kunci zona memiliki 256 atau 257"))
                }
            }),
        Check(
            "DNSKEY_WEAK_ALGORITHM", .warning, "RFC 9904, RFC 9905, RFC 9906",
            Text(
                en: "A key is of an algorithm that is not to be used any more.",
                id: "Sebuah kunci memakai algoritma yang tidak boleh dipakai lagi."),
            explanation: Text(
                en: """
                    Algorithms with MD5, SHA-1, DSA or GOST are withdrawn: new resolvers treat zones signed with them \
                    as not signed at all, or fail. Roll over to ECDSAP256SHA256 (13), which every resolver knows and \
                    whose answers are small.
                    """,
                id: """
                    Algoritma dengan MD5, SHA-1, DSA, atau GOST sudah ditarik: resolver baru menganggap zona yang \
                    memakainya tidak ditandatangani, atau gagal. Beralihlah ke ECDSAP256SHA256 (13), yang dikenal \
                    semua resolver dan jawabannya kecil.
                    """),
            bad: "@ DNSKEY 257 3 12 \(SignedExample.key)",
            good: "@ DNSKEY 257 3 13 \(SignedExample.key)",
            .record([.dnskey]) { run, _, row in
                let number = run.zone.rdata(of: row).uint8(at: 3)
                guard AlgorithmText.isWeak(number) else { return }
                run.report(
                    row: row, at: .rdata(2),
                    Text(
                        en: "algorithm \(AlgorithmText.of(number)) is withdrawn; roll over to 13 (ECDSAP256SHA256)",
                        id: "algoritma \(AlgorithmText.of(number)) sudah ditarik; beralihlah ke 13 (ECDSAP256SHA256)"))
            }),
        Check(
            "DNSKEY_SHORT_RSA", .warning, "RFC 5702 §2; NIST SP 800-57",
            Text(en: "An RSA key is short.", id: "Kunci RSA terlalu pendek."),
            explanation: Text(
                en: """
                    RSA keys of up to 829 bits have been broken in public, and 1024 bits are no longer thought safe. \
                    What a broken key signs can be forged. Make keys of 2048 bits, or better of ECDSAP256SHA256.
                    """,
                id: """
                    Kunci RSA sampai 829 bit sudah pernah dipecahkan secara terbuka, dan 1024 bit tidak lagi dianggap \
                    aman. Tanda tangan kunci yang terpecahkan dapat dipalsukan. Buat kunci 2048 bit, atau lebih baik \
                    ECDSAP256SHA256.
                    """),
            bad: "@ DNSKEY 256 3 8 AwEAAa\(String(repeating: "v", count: 82))",
            good: "@ DNSKEY 257 3 13 \(SignedExample.key)",
            .record([.dnskey]) { run, _, row in
                guard let key = RSAKey(run.zone.rdata(of: row)), key.bits > 0, key.bits < 1024 else { return }
                run.report(
                    row: row, at: .rdata(3),
                    Text(
                        en: "an RSA key of \(key.bits) bits is too short; 2048 bits are usual, or algorithm 13",
                        id: "kunci RSA \(key.bits) bit terlalu pendek; biasanya 2048 bit, atau algoritma 13"))
            }),
        Check(
            "DNSKEY_RSA_EXPONENT", .warning, "RFC 3110 §2; named: weak key",
            Text(en: "The exponent of an RSA key is 3 or less.", id: "Eksponen kunci RSA ialah 3 atau kurang."),
            explanation: Text(
                en: """
                    With the exponent 3 some programs have accepted forged signatures, and named warns of such keys. \
                    Keys made today have 65537. Make a new key and roll over to it.
                    """,
                id: """
                    Dengan eksponen 3, beberapa program pernah menerima tanda tangan palsu, dan named \
                    memperingatkannya. Kunci yang dibuat sekarang memakai 65537. Buat kunci baru dan beralihlah.
                    """),
            bad: "@ DNSKEY 256 3 8 AQPV\(String(repeating: "v", count: 176))",
            good: "@ DNSKEY 256 3 8 AwEAAdXV\(String(repeating: "v", count: 176))",
            .record([.dnskey]) { run, _, row in
                guard let key = RSAKey(run.zone.rdata(of: row)), key.isExponentSmall else { return }
                run.report(
                    row: row, at: .rdata(3),
                    Text(
                        en: "an RSA key with an exponent of 3 or less is weak; keys made today have 65537",
                        id: "kunci RSA dengan eksponen 3 atau kurang lemah; kunci masa kini memakai 65537"))
            }),
        Check(
            "DNSKEY_RSA_FORM", .warning, "RFC 3110 §2",
            Text(
                en: "The exponent or modulus of an RSA key begins with zeros, or is missing.",
                id: "Eksponen atau modulus kunci RSA diawali nol, atau tidak ada."),
            explanation: Text(
                en: """
                    The two numbers of an RSA key are written without zero octets in front. A key that has them, or \
                    that ends too early, was put together by hand or damaged in copying; some resolvers refuse it. \
                    Take the record from the signing program again.
                    """,
                id: """
                    Kedua bilangan kunci RSA ditulis tanpa oktet nol di depan. Kunci yang memilikinya, atau berakhir \
                    terlalu awal, dirangkai dengan tangan atau rusak saat disalin; sebagian resolver menolaknya. Salin \
                    lagi rekaman dari program penanda tangan.
                    """),
            bad: "@ DNSKEY 256 3 8 AwEAAQDV\(String(repeating: "v", count: 176))",
            good: "@ DNSKEY 256 3 8 AwEAAdXV\(String(repeating: "v", count: 176))",
            .record([.dnskey]) { run, _, row in
                guard let key = RSAKey(run.zone.rdata(of: row)), key.isMalformed else { return }
                run.report(
                    row: row, at: .rdata(3),
                    Text(
                        en: "the RSA key has zero octets in front of a number, or no modulus: copy it again from "
                            + "its source",
                        id: "kunci RSA memuat oktet nol di depan bilangan, atau tanpa modulus: salin lagi dari "
                            + "asalnya"))
            }),
        Check(
            "DNSKEY_TAG_COLLISION", .notice, "RFC 4034 appendix B",
            Text(
                en: "Two keys of one algorithm have the same key tag.",
                id: "Dua kunci dengan algoritma yang sama memiliki key tag yang sama."),
            explanation: Text(
                en: """
                    Resolvers choose the key of a signature by its tag. With two keys of one tag they must try both, \
                    and some give up early. It is rare and legal; make another key if you can choose.
                    """,
                id: """
                    Resolver memilih kunci sebuah tanda tangan menurut tag-nya. Bila dua kunci ber-tag sama, keduanya \
                    harus dicoba, dan sebagian resolver cepat menyerah. Hal ini jarang dan sah; buat kunci lain bila \
                    dapat.
                    """),
            bad: "@ DNSKEY 256 3 13 \(twinKeys.0)\n@ DNSKEY 256 3 13 \(twinKeys.1)",
            good: "@ DNSKEY 256 3 13 \(twinKeys.0)\n@ DNSKEY 257 3 13 \(SignedExample.key)",
            .zone { run in
                guard run.zone.types.contains(.dnskey), let apex = run.zone.apex else { return }
                let keys = run.zone.keys(at: apex)
                // Two keys at most for each tag and algorithm: any other differs from one of them.
                var seen: [UInt32: [ZoneKey]] = [:]
                for key in keys {
                    let tag = UInt32(key.algorithm) << 16 | UInt32(key.tag)
                    let before = seen[tag, default: []]
                    let twin = before.first { !run.zone.haveEqualData($0.row, key.row) }
                    if before.isEmpty || before.count == 1 && twin != nil { seen[tag, default: []].append(key) }
                    guard let twin else { continue }
                    let place = run.place(of: twin.row, from: key.row)
                    run.report(
                        row: key.row, at: .rdata(3),
                        Text(
                            en: "key tag \(key.tag) is also that of the key \(place.en); resolvers must try both",
                            id: "key tag \(key.tag) juga dimiliki kunci \(place.id); resolver harus mencoba keduanya"))
                }
            }),
        Check(
            "DNSKEY_NO_ENTRY_POINT", .notice, opinion: true, ofAbsence: true, "RFC 4035 §2.1",
            Text(
                en: "No key of a signed zone is marked as the one that the parent refers to.",
                id: "Tidak ada kunci zona bertanda tangan yang ditandai sebagai rujukan zona induk."),
            explanation: Text(
                en: """
                    Programs that make the DS record for the parent zone take the keys with flags 257. Where none has \
                    them, somebody must choose by hand. Mark the key that signs the keys.
                    """,
                id: """
                    Program pembuat rekaman DS untuk zona induk mengambil kunci dengan flags 257. Bila tidak ada, \
                    seseorang harus memilih dengan tangan. Tandai kunci yang menandatangani kunci-kunci.
                    """),
            bad: SignedExample.replacing(
                "39559", by: "39558",
                in: SignedExample.changing(
                    SignedExample.whole, "@ DNSKEY", to: "@ DNSKEY 256 3 13 \(SignedExample.key)")),
            good: SignedExample.whole,
            .zone { run in
                guard let signed = run.signedZone(), let key = signed.keys.first(where: { $0.isZoneKey }),
                    !signed.keys.contains(where: \.isEntryPoint)
                else { return }
                run.report(
                    row: key.row, at: .rdata(0),
                    Text(
                        en: "no key has flags 257, so programs cannot tell which one the parent's DS is to be "
                            + "made from",
                        id: "tidak ada kunci dengan flags 257, sehingga program tidak tahu DS di induk dibuat "
                            + "dari kunci mana"))
            }),
    ]

    /// Two texts of one length whose octets add up to the same.
    private static let twinKeys = (
        "AAEAAg\(String(repeating: "A", count: 80))==", "AAIAAQ\(String(repeating: "A", count: 80))=="
    )
}

/// The numbers of an RSA key (RFC 3110 §2).
struct RSAKey {
    /// Of the modulus, leading zeros not counted.
    private(set) var bits = 0
    private(set) var isExponentSmall = false
    private(set) var isMalformed = false

    /// `nil` for a DNSKEY record of another algorithm.
    init?(_ rdata: UnsafeBufferPointer<UInt8>) {
        guard [1, 5, 7, 8, 10].contains(rdata.uint8(at: 3)), rdata.count > 5 else { return nil }
        let isLong = rdata[4] == 0
        let start = isLong ? 7 : 5
        let length = isLong ? Int(rdata.uint16(at: 5)) : Int(rdata[4])
        guard length > 0, start + length < rdata.count else {
            isMalformed = true
            return
        }
        let exponent = rdata[start..<(start + length)]
        let modulus = rdata[(start + length)...]
        isMalformed = exponent.first == 0 || modulus.first == 0
        let value = exponent.drop { $0 == 0 }
        isExponentSmall = value.count == 0 || value.count == 1 && (value.first ?? 0) <= 3
        bits = Self.bits(modulus)
    }

    /// How many bits a number has that is written in these octets.
    static func bits(_ octets: some Collection<UInt8>) -> Int {
        let digits = octets.drop { $0 == 0 }
        return digits.count * 8 - (digits.first?.leadingZeroBitCount ?? 0)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether this is the data of a CDS or CDNSKEY record that asks for no DS records at all (RFC 8078 §4).
    func isDeletion(_ type: UInt16) -> Bool {
        switch type {
        case RecordType.cds.rawValue: elementsEqual([0, 0, 0, 0, 0])
        case RecordType.cdnskey.rawValue: elementsEqual([0, 0, 3, 0, 0])
        default: false
        }
    }
}

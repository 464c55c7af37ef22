import RFC1035

extension Check {
    /// What NSEC3 records are like, whatever they prove.
    static let hashedDenialFormChecks: [Check] = [
        Check(
            "NSEC3_FLAGS", .error, "RFC 5155 §3.1.2, §8.2",
            Text(
                en: "An NSEC3 record has flags that are not assigned.",
                id: "NSEC3 memuat flags yang belum ditetapkan."),
            explanation: Text(
                en: """
                    The flags of an NSEC3 record are 0, or 1 for opt-out. Resolvers pass over a record with any other, \
                    so that what it proves counts as not proved and answers fail. Sign the zone again.
                    """,
                id: """
                    Flags pada NSEC3 ialah 0, atau 1 untuk opt-out. Resolver mengabaikan rekaman dengan nilai lain, \
                    sehingga yang dibuktikannya dianggap tidak terbukti dan jawaban gagal. Tanda tangani lagi zonanya.
                    """),
            bad: SignedExample.changing(
                SignedExample.hashed, "\(SignedExample.hostHash) NSEC3",
                to: "\(SignedExample.hostHash) NSEC3 1 2 0 - \(SignedExample.apexHash) A RRSIG"),
            good: SignedExample.hashed,
            .record([.nsec3]) { run, _, row in
                let flags = run.zone.rdata(of: row).uint8(at: 1)
                guard flags > 1, run.hasRoom() else { return }
                run.report(
                    row: row, at: .rdata(1),
                    Text(
                        en: "flags \(flags): resolvers pass over an NSEC3 record whose flags are neither 0 nor 1",
                        id: "flags \(flags): resolver mengabaikan NSEC3 yang flags-nya bukan 0 atau 1"))
            }),
        Check(
            "NSEC3_NO_ROOM", .warning, "RFC 5155 §3; RFC 1035 §2.3.4",
            Text(
                en: "The zone's name is too long for NSEC3.", id: "Nama zona terlalu panjang untuk NSEC3."),
            explanation: Text(
                en: """
                    The owner of an NSEC3 record is a hash of 32 characters in front of the zone's name, and names end \
                    at 255 octets. Below a zone whose name takes more than 222 there is no room for it, so that the \
                    zone cannot be signed with NSEC3. Use NSEC: remove the NSEC3PARAM record.
                    """,
                id: """
                    Pemilik NSEC3 ialah hash 32 karakter di depan nama zona, padahal panjang nama paling banyak 255 \
                    oktet. Di bawah zona yang namanya lebih dari 222 oktet tidak ada tempat untuknya, sehingga zona \
                    tidak dapat ditandatangani dengan NSEC3. Gunakan NSEC: hapus rekaman NSEC3PARAM.
                    """),
            bad: longZone + "@ NSEC3PARAM 1 0 0 -",
            good: longZone,
            .record([.nsec3param]) { run, name, row in
                guard name == run.zone.apex, run.zone.originLength > 222 else { return }
                let length = run.zone.originLength
                run.report(
                    row: row,
                    Text(
                        en: "the zone's name takes \(length) octets, and above 222 no hash fits in front of it: sign "
                            + "with NSEC, without this record",
                        id: "nama zona \(length) oktet, padahal di atas 222 tidak ada hash yang muat di depannya: "
                            + "tanda tangani dengan NSEC, tanpa rekaman ini"))
            }),
        Check(
            "NSEC3_OPT_OUT_WILDCARD", .notice, opinion: true, "RFC 5155 §9.2, §12.2",
            Text(
                en: "A wildcard stands in a zone whose NSEC3 records opt out.",
                id: "Wildcard berada di zona yang NSEC3-nya memakai opt-out."),
            explanation: Text(
                en: """
                    What a wildcard answers is proved by an NSEC3 record saying that no closer name exists. One with \
                    opt-out does not prove that: an unsigned delegation may stand there. Resolvers therefore give such \
                    answers as not verified. Sign the zone without opt-out, or write the names out.
                    """,
                id: """
                    Jawaban wildcard dibuktikan oleh NSEC3 yang menyatakan tidak ada nama yang lebih dekat. NSEC3 \
                    dengan opt-out tidak membuktikannya: mungkin ada delegasi tanpa tanda tangan di sana. Karena itu \
                    resolver menganggap jawabannya tidak terverifikasi. Tanda tangani zona tanpa opt-out, atau tulis \
                    nama-namanya.
                    """),
            bad: optOut + "\n*.layanan A 192.0.2.80",
            good: optOut,
            .zone { run in
                guard run.zone.hasWildcards, run.zone.types.contains(.nsec3), run.optsOut() else { return }
                for name in 0..<run.zone.nameCount {
                    let wire = run.zone.wire(of: name)
                    guard wire[0] == 1, wire[1] == UInt8(ascii: "*"), run.shape.standing(of: name) == .authoritative,
                        run.hasRoom()
                    else { continue }
                    run.report(
                        name: name,
                        Text(
                            en: "resolvers cannot verify what this wildcard answers, as the zone's NSEC3 records opt "
                                + "out; sign without opt-out",
                            id: "resolver tidak dapat memverifikasi jawaban wildcard ini karena NSEC3 zona memakai "
                                + "opt-out; tanda tangani tanpa opt-out"))
                }
            }),
    ]

    /// A zone whose name takes 238 octets.
    private static let longZone = """
        $ORIGIN \((1...4).map { "panjang-\($0)-" + String(repeating: "x", count: 46) }.joined(separator: ".")).example.
        $TTL 3600
        @ SOA ns1.example.net. hostmaster.example.net. 2026112001 10800 3600 1209600 3600
        @ NS ns1.example.net.
        @ NS ns2.example.net.

        """

    private static let optOut = SignedExample.changing(
        SignedExample.changing(
            SignedExample.hashed, "\(SignedExample.hostHash) NSEC3",
            to: "\(SignedExample.hostHash) NSEC3 1 1 0 - \(SignedExample.apexHash) A RRSIG"),
        "\(SignedExample.apexHash) NSEC3",
        to: "\(SignedExample.apexHash) NSEC3 1 1 0 - \(SignedExample.hostHash) NS SOA RRSIG DNSKEY NSEC3PARAM")
}

extension CheckRun {
    /// Whether any NSEC3 record opts out (RFC 5155 §6).
    fileprivate mutating func optsOut() -> Bool {
        for row in 0..<zone.store.count
        where zone.records[row].type == RecordType.nsec3.rawValue && zone.rdata(of: row).uint8(at: 1) == 1 {
            return true
        }
        return false
    }
}

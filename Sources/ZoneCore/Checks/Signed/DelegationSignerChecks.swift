import RFC1035

extension Check {
    static let delegationSignerChecks: [Check] = [
        Check(
            "DS_WEAK_DIGEST", .warning, "RFC 9905 §2, RFC 9906; named: deprecated digest type",
            Text(
                en: "A DS record has a digest of SHA-1 or GOST R 34.11-94.",
                id: "Rekaman DS memakai digest SHA-1 atau GOST R 34.11-94."),
            explanation: Text(
                en: """
                    Digests of SHA-1 are not to be made any more, and resolvers stop accepting them: the delegation \
                    then counts as unsigned or broken. Ask the agency for a DS record of digest type 2 (SHA-256), and \
                    remove this one.
                    """,
                id: """
                    Digest SHA-1 tidak boleh dibuat lagi, dan resolver mulai menolaknya: delegasi lalu dianggap tidak \
                    ditandatangani atau rusak. Mintalah rekaman DS bertipe digest 2 (SHA-256), lalu hapus yang ini.
                    """),
            bad: SignedExample.delegation("39559 13 1 F3581DCC920FEEC65C03E35D44F0A0A335428C27"),
            good: SignedExample.delegation("39559 13 2 \(SignedExample.digest)"),
            .record([.ds, .cds]) { run, _, row in
                let rdata = run.zone.rdata(of: row)
                let type = rdata.uint8(at: 3)
                guard type == 1 || type == 3 else { return }
                let name = type == 1 ? "SHA-1" : "GOST R 34.11-94"
                run.report(
                    row: row, at: .rdata(2),
                    Text(
                        en: "digest type \(type) (\(name)) is withdrawn; use type 2 (SHA-256)",
                        id: "digest tipe \(type) (\(name)) sudah ditarik; gunakan tipe 2 (SHA-256)"))
            }),
        Check(
            "DS_UNKNOWN_DIGEST", .notice, "RFC 4034 §5.1.3",
            Text(
                en: "A DS record has a digest type that is not registered.",
                id: "Rekaman DS memakai tipe digest yang tidak terdaftar."),
            explanation: Text(
                en: """
                    Resolvers pass over DS records whose digest type they do not know; where all of a delegation are \
                    of that kind, it counts as unsigned. Look whether the four fields are in their order: key tag, \
                    algorithm, digest type, digest.
                    """,
                id: """
                    Resolver mengabaikan rekaman DS dengan tipe digest yang tidak dikenal; bila semua DS sebuah \
                    delegasi begitu, delegasi dianggap tidak ditandatangani. Periksa urutan keempat kolomnya: key tag, \
                    algoritma, tipe digest, digest.
                    """),
            bad: SignedExample.delegation("39559 13 13 \(SignedExample.digest)"),
            good: SignedExample.delegation("39559 13 2 \(SignedExample.digest)"),
            .record([.ds, .cds]) { run, _, row in
                let rdata = run.zone.rdata(of: row)
                let type = rdata.uint8(at: 3)
                guard DigestType.length(of: type) == nil, !rdata.isDeletion(run.zone.records[row].type) else { return }
                run.report(
                    row: row, at: .rdata(2),
                    Text(
                        en: "digest type \(type) is not registered, so resolvers pass over this record; 2 is SHA-256",
                        id: "tipe digest \(type) tidak terdaftar, sehingga resolver mengabaikan rekaman ini; 2 "
                            + "ialah SHA-256"
                    ))
            }),
        Check(
            "DS_WEAK_ALGORITHM", .warning, "RFC 9904, RFC 9905, RFC 9906; named: deprecated algorithm",
            Text(
                en: "A DS record is of a key whose algorithm is not to be used any more.",
                id: "Rekaman DS merujuk kunci dengan algoritma yang tidak boleh dipakai lagi."),
            explanation: Text(
                en: """
                    The agency's zone is signed with MD5, SHA-1, DSA or GOST. Resolvers stop verifying those: the \
                    names below then count as unsigned or fail. Ask the agency to roll over to ECDSAP256SHA256 (13) \
                    and to send the new DS record.
                    """,
                id: """
                    Zona perangkat daerah ini ditandatangani dengan MD5, SHA-1, DSA, atau GOST. Resolver mulai \
                    berhenti memverifikasinya: nama di bawahnya lalu dianggap tidak ditandatangani atau gagal. \
                    Mintalah agar beralih ke ECDSAP256SHA256 (13) dan mengirim rekaman DS yang baru.
                    """),
            bad: SignedExample.delegation("39559 5 2 \(SignedExample.digest)"),
            good: SignedExample.delegation("39559 13 2 \(SignedExample.digest)"),
            .record([.ds]) { run, _, row in
                let number = run.zone.rdata(of: row).uint8(at: 2)
                guard AlgorithmText.isWeak(number) else { return }
                run.report(
                    row: row, at: .rdata(1),
                    Text(
                        en: "algorithm \(AlgorithmText.of(number)) is withdrawn; the zone below is to roll over to 13",
                        id: "algoritma \(AlgorithmText.of(number)) sudah ditarik; zona di bawahnya perlu beralih "
                            + "ke 13"))
            }),
    ]
}

import RFC1035

extension Check {
    /// A zone that looks signed and has no keys: the other checks of signed zones have nothing to go by there.
    static let missingKeyChecks: [Check] = [
        Check(
            "DNSKEY_MISSING", .error, ofAbsence: true, "RFC 4035 §2.1",
            Text(
                en: "The zone has signatures and no key at its apex.",
                id: "Zona memiliki tanda tangan tetapi tidak memiliki kunci di puncaknya."),
            explanation: Text(
                en: """
                    Resolvers verify signatures with the zone's DNSKEY records. Without them nothing can be verified, \
                    and where the parent has a DS record the zone cannot be resolved. Publish the keys, or remove the \
                    signatures and the DS record.
                    """,
                id: """
                    Resolver memeriksa tanda tangan dengan rekaman DNSKEY zona. Tanpa itu tidak ada yang dapat \
                    diperiksa, dan bila zona induk memiliki rekaman DS, zona tidak dapat diresolusi. Terbitkan \
                    kuncinya, atau hapus tanda tangan dan rekaman DS.
                    """),
            bad: SignedExample.changing(SignedExample.changing(SignedExample.whole, "@ DNSKEY"), "@ RRSIG DNSKEY"),
            good: SignedExample.whole,
            .zone { run in
                guard run.zone.types.contains(.rrsig), let apex = run.zone.apex,
                    !run.zone.names[apex].types.contains(.dnskey), let row = run.signature(apex)
                else { return }
                run.report(
                    row: row,
                    Text(
                        en: "the zone is signed and \(run.zone.origin) has no DNSKEY record to verify it with",
                        id: "zona bertanda tangan tetapi \(run.zone.origin) tanpa rekaman DNSKEY untuk memeriksanya"))
            }),
    ]
}

extension CheckRun {
    /// A signature that shows that the zone is signed: one at the apex, or any where there are proofs of what does not
    /// exist too.
    fileprivate mutating func signature(_ apex: Int) -> Int? {
        if let row = zone.firstRow(of: .rrsig, at: apex) { return row }
        guard !zone.types.isDisjoint(with: TypeSet([.nsec, .nsec3])) else { return nil }
        for name in 0..<zone.nameCount where zone.names[name].types.contains(.rrsig) {
            let standing = shape.standing(of: name)
            if standing == .authoritative || standing == .delegation { return zone.firstRow(of: .rrsig, at: name) }
        }
        return nil
    }
}

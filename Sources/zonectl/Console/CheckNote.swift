import ZoneCore

/// What there is to know about a check beside its findings. Its code is stable, as those of findings are.
struct CheckNote {
    let code: String
    let text: Text

    static func all(about result: CheckResult) -> [CheckNote] {
        (result.signedZones > 0 ? [signaturesNotVerified] : []) + (result.digestZones > 0 ? [digestsNotVerified] : [])
    }

    private static let signaturesNotVerified = CheckNote(
        code: "SIGNATURES_NOT_VERIFIED",
        text: Text(
            en: "signatures are compared with the records, and not verified (ldns-verify-zone, dnssec-verify do that)",
            id: "tanda tangan dibandingkan dengan rekamannya, tidak diverifikasi (pakai ldns-verify-zone, "
                + "dnssec-verify)"))

    private static let digestsNotVerified = CheckNote(
        code: "DIGESTS_NOT_VERIFIED",
        text: Text(
            en: "ZONEMD digests are not computed: whether they are right is not known (ldns-verify-zone does that)",
            id: "digest ZONEMD tidak dihitung: benar tidaknya tidak diketahui (pakai ldns-verify-zone)"))
}

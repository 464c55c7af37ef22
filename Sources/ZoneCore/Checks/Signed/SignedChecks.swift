extension Check {
    /// The checks of keys, signatures and proofs. A zone without keys and signatures costs them nothing.
    static let signedChecks: [Check] =
        keyChecks + delegationSignerChecks + childSignerChecks + signatureChecks + signatureTimeChecks + denialChecks
        + hashedDenialChecks + hashedDenialFormChecks + zoneDigestChecks + missingKeyChecks + unusualKeyChecks
}

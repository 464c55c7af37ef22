// Numbers of DNSSEC that have mnemonics: algorithms and digest types.

/// DNSSEC algorithms (IANA "DNS Security Algorithm Numbers").
enum SecurityAlgorithm {
    static let mnemonics: [(text: StaticString, number: UInt8)] = [
        ("RSAMD5", 1), ("DH", 2), ("DSA", 3), ("RSASHA1", 5), ("DSA-NSEC3-SHA1", 6), ("NSEC3DSA", 6),
        ("RSASHA1-NSEC3-SHA1", 7), ("NSEC3RSASHA1", 7), ("RSASHA256", 8), ("RSASHA512", 10),
        ("ECC-GOST", 12), ("ECCGOST", 12), ("ECDSAP256SHA256", 13), ("ECDSAP384SHA384", 14), ("ED25519", 15),
        ("ED448", 16), ("INDIRECT", 252), ("PRIVATEDNS", 253), ("PRIVATEOID", 254),
    ]

    /// An algorithm (RFC 5933) whose mnemonic BIND does not have.
    static let gost: UInt8 = 12
}

/// CERT types (RFC 4398 §2.1).
enum CertificateType {
    static let mnemonics: [(text: StaticString, number: UInt16)] = [
        ("PKIX", 1), ("SPKI", 2), ("PGP", 3), ("IPKIX", 4), ("ISPKI", 5), ("IPGP", 6), ("ACPKIX", 7), ("IACPKIX", 8),
        ("URI", 253), ("OID", 254),
    ]
}

/// DS digest types (IANA "DNSSEC Delegation Signer (DS) Resource Record (RR) Type Digest Algorithms").
public enum DigestType {
    /// Those that name servers read.
    static let mnemonics: [(text: StaticString, number: UInt8)] = [
        ("SHA-1", 1), ("SHA1", 1), ("SHA-256", 2), ("SHA256", 2), ("SHA-384", 4), ("SHA384", 4),
    ]

    /// Octets of a digest of this type; `nil` for a type that the registry does not have.
    public static func length(of type: UInt8) -> Int? {
        switch type {
        case 1: 20  // SHA-1, RFC 3658
        case 2: 32  // SHA-256, RFC 4509
        case 3: 32  // GOST R 34.11-94, RFC 5933
        case 4: 48  // SHA-384, RFC 6605
        case 5: 32  // GOST R 34.11-2012, RFC 9558
        case 6: 32  // SM3, RFC 9563
        default: nil
        }
    }
}

extension MasterParser {
    /// A DNSSEC algorithm by number or mnemonic.
    @inline(never) mutating func readAlgorithm() throws(Fault) {
        try readNumberOrMnemonic(SecurityAlgorithm.mnemonics, .badAlgorithm)
        let start = Int(starts[index - 1])
        if out[-1] == SecurityAlgorithm.gost, !ASCII.isDigit(buffer[start]) { warn(.gostMnemonic, at: start) }
    }

    /// A number 0…255 or one of `mnemonics`.
    @inline(never) mutating func readNumberOrMnemonic(
        _ mnemonics: [(text: StaticString, number: UInt8)], _ reason: FaultReason
    ) throws(Fault) {
        let number = try numberOrWord(limit: 0xFF, reason) { text in
            mnemonics.first { Mnemonic.isEqual($0.text, text) }.map { UInt16($0.number) }
        }
        append(UInt8(truncatingIfNeeded: number))
    }

    @inline(never) mutating func readCertificateType() throws(Fault) {
        let number = try numberOrWord(limit: 0xFFFF, .badCertificateType) { text in
            CertificateType.mnemonics.first { Mnemonic.isEqual($0.text, text) }?.number
        }
        append(number)
    }
}

extension FieldPrinter {
    /// The mnemonic where there is one: every server reads it.
    static func certificateType(_ octets: UnsafePointer<UInt8>, to writer: inout ByteWriter) {
        let number = uint16(octets)
        if let known = CertificateType.mnemonics.first(where: { $0.number == number }) {
            writer.append(known.text)
        } else {
            writer.append(decimal: number)
        }
    }
}

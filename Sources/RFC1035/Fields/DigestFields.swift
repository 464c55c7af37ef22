// Digests whose length follows from the octet before them: DS and its kin, SSHFP, ZONEMD, TLSA, SMIMEA.

/// Octets of a digest by the number that names its kind; `nil` where nobody says.
enum DigestLength {
    /// SSHFP fingerprint types (RFC 4255 §3.1.2, RFC 6594 §4).
    static func fingerprint(_ type: UInt8) -> Int? {
        switch type {
        case 1: 20
        case 2: 32
        default: nil
        }
    }

    /// ZONEMD hash algorithms (RFC 8976 §5.3).
    static func zone(_ algorithm: UInt8) -> Int? {
        switch algorithm {
        case 1: 48
        case 2: 64
        default: nil
        }
    }

    /// TLSA matching types (RFC 6698 §2.1.3).
    static func association(_ matchingType: UInt8) -> Int? {
        switch matchingType {
        case 1: 32
        case 2: 64
        default: nil
        }
    }

    /// A ZONEMD digest of any algorithm has this many at least (RFC 8976 §2.2.4).
    static let shortestOfZone = 12

    /// Whether servers read a DS digest of this length: they look at the SHA types only.
    static func isReadable(_ octets: Int, ofType type: UInt8) -> Bool {
        switch type {
        case 1, 2, 4: octets == DigestType.length(of: type)
        default: octets > 0
        }
    }
}

extension MasterParser {
    /// The digest of a DS record; the digest type stands in the octet before it.
    @inline(never) mutating func readDigest() throws(Fault) {
        let start = out
        let at = Int(starts[index])
        do {
            try readHexadecimal()
        } catch {
            // Some write the form that deletes as the first text of RFC 8078 has it, with a bare 0.
            let isChild = typeNumber == RecordType.cds.rawValue && error.reason == .oddHexadecimal
            throw isChild ? Fault(.oddHexadecimalOfCDS, at: at) : error
        }
        guard DigestLength.isReadable(out - start, ofType: start[-1]) else { throw Fault(.digestLength, at: at) }
        if let wanted = DigestType.length(of: start[-1]), out - start != wanted {
            warn(.unusualDigestLength, number: UInt64(wanted * 2), at: at)
        }
    }

    @inline(never) mutating func readFingerprint() throws(Fault) {
        let start = out
        let at = Int(starts[index])
        try readHexadecimal()
        if let wanted = DigestLength.fingerprint(start[-1]), out - start != wanted {
            throw Fault(.digestLength, at: at)
        }
    }

    @inline(never) mutating func readZoneDigest() throws(Fault) {
        let start = out
        let at = Int(starts[index])
        try readHexadecimal()
        guard out - start >= DigestLength.shortestOfZone else { throw Fault(.zoneDigestTooShort, at: at) }
        if let wanted = DigestLength.zone(start[-1]), out - start != wanted { throw Fault(.digestLength, at: at) }
    }

    /// Servers read any length, but a digest of the wrong one matches nothing.
    @inline(never) mutating func readAssociation() throws(Fault) {
        let start = out
        let at = Int(starts[index])
        try readHexadecimal()
        if let wanted = DigestLength.association(start[-1]), out - start != wanted {
            warn(.unusualDigestLength, number: UInt64(wanted * 2), at: at)
        }
    }
}

extension FieldLength {
    static func digest(_ octets: UnsafeBufferPointer<UInt8>, type: UInt8) -> Int? {
        DigestLength.isReadable(octets.count, ofType: type) ? octets.count : nil
    }

    static func fingerprint(_ octets: UnsafeBufferPointer<UInt8>, type: UInt8) -> Int? {
        octets.isEmpty ? nil : DigestLength.fingerprint(type) ?? octets.count
    }

    static func zoneDigest(_ octets: UnsafeBufferPointer<UInt8>, algorithm: UInt8) -> Int? {
        octets.count < DigestLength.shortestOfZone ? nil : DigestLength.zone(algorithm) ?? octets.count
    }
}

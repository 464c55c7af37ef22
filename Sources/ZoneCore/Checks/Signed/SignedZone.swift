import RFC1035

/// What the checks of a signed zone share: its keys, its signatures, its proofs of what does not exist.
///
/// A zone is meant to be signed when it has keys at the apex, and signatures or proofs of what does not exist; keys
/// alone may be those of a server that signs what it loads. Nothing here computes a signature: what is compared is
/// what the records say about each other.
final class SignedZone {
    let zone: Zone
    let shape: ZoneShape
    let apex: Int
    /// The DNSKEY records at the apex.
    let keys: [ZoneKey]
    /// Algorithm and tag of those that sign the zone.
    let signers: Set<UInt32>
    /// The algorithms that everything is to be signed with: those of the zone keys that are not revoked.
    let algorithms: [UInt8]
    private(set) lazy var signatures = SignatureSurvey(self)
    private(set) lazy var denial = DenialSurvey(self)
    private(set) lazy var hashedDenial = HashedDenialSurvey(self)
    let now: Instant

    /// `nil` where the zone is not signed.
    init?(_ zone: Zone, _ shape: ZoneShape, now: Instant) {
        guard zone.types.contains(.dnskey), !zone.types.isDisjoint(with: Self.proofs), let apex = zone.apex,
            zone.names[apex].types.contains(.dnskey)
        else { return nil }
        (self.zone, self.shape, self.apex, self.now) = (zone, shape, apex, now)
        keys = zone.keys(at: apex)
        signers = Set(keys.lazy.filter(\.isZoneKey).map { UInt32($0.algorithm) << 16 | UInt32($0.tag) })
        var algorithms: [UInt8] = []
        for key in keys where key.isZoneKey && !key.isRevoked && !algorithms.contains(key.algorithm) {
            algorithms.append(key.algorithm)
        }
        self.algorithms = algorithms.sorted()
    }

    /// Whether a name has data of its own: more than its proof and signatures.
    @inline(__always) func hasData(_ name: Int) -> Bool { !zone.names[name].types.isSubset(of: Self.proofs) }

    private static let proofs = TypeSet([.nsec, .nsec3, .rrsig])

    /// Whether the zone answers for a name: with its data, or with the delegation there.
    @inline(__always) func answers(for name: Int) -> Bool {
        let standing = shape.standing(of: name)
        return standing == .authoritative || standing == .delegation
    }
}

/// A DNSKEY or CDNSKEY record (RFC 4034 §2).
struct ZoneKey {
    let row: Int
    let flags: UInt16
    let algorithm: UInt8
    let tag: UInt16

    /// Meant for signatures of zones (RFC 4034 §2.1.1).
    var isZoneKey: Bool { flags & 0x0100 != 0 }
    /// RFC 5011 §2.1.
    var isRevoked: Bool { flags & 0x0080 != 0 }
    var isEntryPoint: Bool { flags & 0x0001 != 0 }

    /// The key tag of a record's RDATA (RFC 4034 appendix B).
    static func tag(_ rdata: UnsafeBufferPointer<UInt8>) -> UInt16 {
        guard rdata.count >= 4 else { return 0 }
        // RSA/MD5 counts otherwise (B.1).
        if rdata[3] == 1 { return rdata.count >= 7 ? rdata.uint16(at: rdata.count - 3) : 0 }
        var sum: UInt32 = 0
        for (index, octet) in rdata.enumerated() { sum &+= index & 1 == 0 ? UInt32(octet) << 8 : UInt32(octet) }
        return UInt16(truncatingIfNeeded: sum &+ sum >> 16)
    }

    /// The digest of a key for a DS record (RFC 4034 §5.1.4); `nil` for a type that is not computed here.
    ///
    /// - Parameter owner: the zone's name in lower case.
    static func digest(
        ofType type: UInt8, owner: UnsafeBufferPointer<UInt8>, key: UnsafeBufferPointer<UInt8>
    ) -> [UInt8]? {
        let octets = Array(owner) + Array(key)
        switch type {
        case 1: return octets.withUnsafeBufferPointer { SHA1.digest(of: $0).octets }
        case 2:
            let digest = SHA256.digest(of: octets)
            return [digest.a, digest.b, digest.c, digest.d].flatMap { word in
                (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
            }
        case 4: return SHA384.digest(of: octets)
        default: return nil
        }
    }
}

extension Zone {
    /// The keys of a name's DNSKEY records, or of those of another type that look the same.
    func keys(at name: Int, type: RecordType = .dnskey) -> [ZoneKey] {
        rows(of: name, type: type).map { row in
            let rdata = rdata(of: row)
            return ZoneKey(
                row: row, flags: rdata.uint16(at: 0), algorithm: rdata.uint8(at: 3), tag: ZoneKey.tag(rdata))
        }
    }

    /// The octets of an owner name.
    func owner(of name: Int) -> UnsafeBufferPointer<UInt8> {
        let wire = wire(of: name)
        return UnsafeBufferPointer(start: wire, count: WireName.length(wire))
    }

    /// Whether a DS or CDS record is that of a key at a name; `nil` where only a digest that is not computed here would
    /// say.
    func isDigest(_ row: Int, ofKey key: ZoneKey, in keys: Zone, owner: Int) -> Bool? {
        let rdata = rdata(of: row)
        guard rdata.count > 4, rdata.uint16(at: 0) == key.tag, rdata.uint8(at: 2) == key.algorithm else { return false }
        let digest = ZoneKey.digest(ofType: rdata[3], owner: keys.owner(of: owner), key: keys.rdata(of: key.row))
        return digest.map { $0.elementsEqual(rdata[4...]) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Numbers in network order; 0 beyond the end.
    @inline(__always) func uint8(at offset: Int) -> UInt8 { offset < count ? self[offset] : 0 }

    @inline(__always) func uint16(at offset: Int) -> UInt16 {
        offset + 2 <= count ? UInt16(self[offset]) << 8 | UInt16(self[offset + 1]) : 0
    }

    @inline(__always) func uint32(at offset: Int) -> UInt32 {
        offset + 4 <= count ? UInt32(uint16(at: offset)) << 16 | UInt32(uint16(at: offset + 2)) : 0
    }
}

/// The mnemonic of a DNSSEC algorithm, with its number.
enum AlgorithmText {
    static func of(_ number: UInt8) -> String {
        let name: String? =
            switch number {
            case 1: "RSAMD5"
            case 3: "DSA"
            case 5: "RSASHA1"
            case 6: "DSA-NSEC3-SHA1"
            case 7: "RSASHA1-NSEC3-SHA1"
            case 8: "RSASHA256"
            case 10: "RSASHA512"
            case 12: "ECC-GOST"
            case 13: "ECDSAP256SHA256"
            case 14: "ECDSAP384SHA384"
            case 15: "ED25519"
            case 16: "ED448"
            default: nil
            }
        return name.map { "\(number) (\($0))" } ?? "\(number)"
    }

    /// Those that nobody is to sign with any more (RFC 9904, RFC 9905, RFC 9906).
    static func isWeak(_ number: UInt8) -> Bool { [1, 3, 5, 6, 7, 12].contains(number) }
}

/// How a field of the RDATA is written in a master file and on the wire.
///
/// Each family of kinds has one file in `Fields/` with its reading from text, its printing and its wire length; the
/// switches over kinds are exhaustive, so that a new one does not compile until all three exist.
enum FieldKind: UInt8, Sendable {
    /// A domain name (RFC 1035 §3.1).
    case name
    /// The name of who signed, of RRSIG (RFC 4034 §3.1.7).
    case signer
    /// Decimal 0…255.
    case uint8
    /// Decimal 0…65535.
    case uint16
    /// Decimal 0…4294967295.
    case uint32
    /// Seconds, 32 bits, with or without the units `w d h m s`.
    case duration
    /// A dotted quad.
    case ipv4
    /// An address in the text form of RFC 4291 §2.2.
    case ipv6
    /// One character-string (RFC 1035 §3.3), up to 255 octets.
    case characterString
    /// One character-string or more, to the end.
    case characterStrings
    /// One string without length octet that fills the rest.
    case text
    /// The same, in quotes always (RFC 7553 §4.4).
    case quotedText
    /// Letters and digits with a length octet (RFC 8659 §4.1).
    case tag
    /// A DNSSEC algorithm by number or mnemonic (RFC 4034 appendix A.1).
    case algorithm
    /// A DS digest type by number or mnemonic (RFC 4034 appendix A.2).
    case digestType
    /// Hexadecimal digits to the end; their number follows from the digest type before them.
    case digest
    /// The same for SSHFP's fingerprint types.
    case fingerprint
    /// The same for ZONEMD's hash algorithms.
    case zoneDigest
    /// The same for TLSA's matching types, which servers do not hold anybody to.
    case association
    /// Hexadecimal digits to the end, spaces allowed.
    case hexadecimal
    /// Base64 to the end, spaces allowed.
    case base64
    /// A record type by mnemonic or `TYPEn`.
    case typeCovered
    /// Record types to the end, in the blocks of RFC 4034 §4.1.2.
    case typeBitmap
    /// Record types below 128 to the end (RFC 2535 §5.2).
    case oldTypeBitmap
    /// A signature's time as YYYYMMDDHHMMSS or in seconds since 1970 (RFC 4034 §3.2).
    case time
    /// A signature's time as YYYYMMDDHHMMSS (RFC 2535 §7.2).
    case date
    /// Hexadecimal digits with a length octet, or `-` (RFC 5155 §3.3).
    case salt
    /// Base32 with a length octet (RFC 5155 §3.3).
    case nextHash
    /// A CERT type by number or mnemonic (RFC 4398 §2.1).
    case certificateType
    /// KEY flags as a number or by mnemonics (RFC 2535 §7.1).
    case keyFlags
    /// A KEY protocol by number or mnemonic (RFC 2535 §7.1).
    case keyProtocol
    /// Base64 to the end, absent where the flags say so (RFC 2535 §3.1.2).
    case key
    /// 16 bits that must be zero.
    case zero
    /// One character-string of four decimal digits or more (RFC 1183 §3.1).
    case x25Address
    /// Six octets in hexadecimal with hyphens (RFC 7043 §3.2).
    case eui48
    /// Eight octets in hexadecimal with hyphens (RFC 7043 §4.2).
    case eui64
    /// 64 bits as four groups of hexadecimal digits (RFC 6742 §2.1.2).
    case locator64
    /// Octets to the end without a text form of their own.
    case opaque
    /// No record has this type.
    case refused
    /// Decimal 0…2⁶⁴−1.
    case uint64
    /// Base64 to the end, or a hyphen for nothing (DOA).
    case base64OrHyphen
    /// The parameters of SVCB and HTTPS to the end (RFC 9460 §2.1).
    case serviceParameters
    /// A geographical location: the whole RDATA of LOC (RFC 1876 §3).
    case location
    /// Address prefixes to the end (RFC 3123 §4).
    case addressPrefixes
    /// An IP protocol by number or name (RFC 1035 §3.4.2).
    case ipProtocol
    /// Ports by number or name to the end (RFC 1035 §3.4.2).
    case services
    /// `0x` and hexadecimal digits with dots (RFC 1706 §5).
    case nsap
    /// An ATM address: a number or hexadecimal digits with dots.
    case atmAddress
    /// A part of an IPv6 address and the name of the rest (RFC 2874 §3.1).
    case prefixedAddress
    /// What the gateway type two octets before it says (RFC 4025 §2.5).
    case gateway
    /// Discovery bit, relay type and relay (RFC 8777 §4).
    case relay
    /// The whole RDATA of HIP (RFC 8005 §5).
    case hostIdentity
    /// A record type by mnemonic or number.
    case typeOrNumber
    /// A DSYNC scheme by mnemonic or number (RFC 9859 §2.3).
    case notifyScheme
    /// A character-string that holds a coordinate (RFC 1712 §3).
    case geographicNumber
    /// A character-string that holds a substitution (RFC 3402 §3.2).
    case rewrite
}

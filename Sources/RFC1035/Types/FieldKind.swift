/// How a field of the RDATA is written in a master file and on the wire.
///
/// Each kind has one file in `Fields/` with its reading from text, its printing and its wire length; the
/// switches over kinds are exhaustive, so that a new one does not compile until all three exist.
enum FieldKind: UInt8, Sendable {
    /// A domain name (RFC 1035 §3.1).
    case name
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
    /// Letters and digits with a length octet (RFC 8659 §4.1).
    case tag
    /// A DNSSEC algorithm by number or mnemonic (RFC 4034 appendix A.1).
    case algorithm
    /// A DS digest type by number or mnemonic (RFC 4034 appendix A.2).
    case digestType
    /// Hexadecimal digits to the end; their number follows from the digest type before them.
    case digest
    /// Hexadecimal digits to the end, spaces allowed.
    case hexadecimal
}

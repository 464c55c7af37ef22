/// Address ranges that are not ordinary public addresses (RFC 6890 and the IANA special-purpose registries).
public struct SpecialRange: Sendable {
    public enum Use: Hashable, Sendable {
        /// No name may lead there, whatever the settings say.
        case never
        /// Only where `allowedNetworks` lists it.
        case whenAllowed
        /// Examples; `documentationAddresses` decides.
        case documentation
    }

    public let network: Network
    public let name: Text
    public let use: Use
    public let reference: String

    /// The first range of the table that holds `address`; the narrower ones stand first.
    public static func covering(_ address: IPAddress) -> SpecialRange? {
        if let range = all.first(where: { $0.network.contains(address) }) { return range }
        // Outside 2000::/3 no IPv6 address has been given to anyone (RFC 4291 §2.4).
        return !address.isIPv4 && address.octets[0] & 0xE0 != 0x20 ? unassigned : nil
    }

    private static let unassigned = SpecialRange(
        network: Network(base: IPAddress(uncheckedOctets: [UInt8](repeating: 0, count: 16)), prefixLength: 0),
        name: Text(en: "an address that is not assigned to anyone", id: "alamat yang belum dialokasikan"),
        use: .never, reference: "RFC 4291")

    static let all: [SpecialRange] = rows.compactMap { row in
        Network(known: row.0).map {
            SpecialRange(network: $0, name: Text(en: row.1, id: row.2), use: row.3, reference: row.4)
        }
    }

    static let rows: [(String, String, String, Use, String)] = [
        ("0.0.0.0/32", "the unspecified address", "alamat tak tentu", .never, "RFC 1122"),
        ("0.0.0.0/8", "“this network”", "“jaringan ini”", .never, "RFC 791"),
        ("10.0.0.0/8", "a private address", "alamat privat", .whenAllowed, "RFC 1918"),
        (
            "100.64.0.0/10", "a carrier's shared address (CGNAT)", "alamat bersama operator (CGNAT)", .whenAllowed,
            "RFC 6598"
        ),
        ("127.0.0.0/8", "a loopback address", "alamat loopback", .never, "RFC 1122"),
        ("169.254.0.0/16", "a link-local address", "alamat link-local", .never, "RFC 3927"),
        ("172.16.0.0/12", "a private address", "alamat privat", .whenAllowed, "RFC 1918"),
        ("192.0.0.0/24", "an address for IETF protocols", "alamat untuk protokol IETF", .never, "RFC 6890"),
        (
            "192.0.2.0/24", "a documentation address (TEST-NET-1)", "alamat dokumentasi (TEST-NET-1)", .documentation,
            "RFC 5737"
        ),
        ("192.31.196.0/24", "an AS112 address", "alamat AS112", .never, "RFC 7535"),
        ("192.52.193.0/24", "an AMT address", "alamat AMT", .never, "RFC 7450"),
        ("192.88.99.0/24", "a 6to4 relay address", "alamat relai 6to4", .never, "RFC 7526"),
        ("192.168.0.0/16", "a private address", "alamat privat", .whenAllowed, "RFC 1918"),
        ("192.175.48.0/24", "an AS112 address", "alamat AS112", .never, "RFC 7534"),
        ("198.18.0.0/15", "a benchmarking address", "alamat uji kinerja", .whenAllowed, "RFC 2544"),
        (
            "198.51.100.0/24", "a documentation address (TEST-NET-2)", "alamat dokumentasi (TEST-NET-2)",
            .documentation, "RFC 5737"
        ),
        (
            "203.0.113.0/24", "a documentation address (TEST-NET-3)", "alamat dokumentasi (TEST-NET-3)",
            .documentation, "RFC 5737"
        ),
        ("224.0.0.0/4", "a multicast address", "alamat multicast", .never, "RFC 5771"),
        ("255.255.255.255/32", "the broadcast address", "alamat broadcast", .never, "RFC 919"),
        ("240.0.0.0/4", "a reserved address", "alamat yang dicadangkan", .never, "RFC 1112"),
        ("::/128", "the unspecified address", "alamat tak tentu", .never, "RFC 4291"),
        ("::1/128", "the loopback address", "alamat loopback", .never, "RFC 4291"),
        ("::ffff:0:0/96", "an IPv4-mapped address", "alamat IPv4 terpetakan", .never, "RFC 4291"),
        ("::/96", "an IPv4-compatible address", "alamat kompatibel IPv4", .never, "RFC 4291"),
        ("64:ff9b::/96", "a NAT64 address", "alamat NAT64", .never, "RFC 6052"),
        ("64:ff9b:1::/48", "a NAT64 address", "alamat NAT64", .never, "RFC 8215"),
        ("100::/64", "a discard address", "alamat buang", .never, "RFC 6666"),
        ("2001:db8::/32", "a documentation address", "alamat dokumentasi", .documentation, "RFC 3849"),
        ("2001:2::/48", "a benchmarking address", "alamat uji kinerja", .whenAllowed, "RFC 5180"),
        ("2001:10::/28", "an ORCHID", "ORCHID", .never, "RFC 4843"),
        ("2001:20::/28", "an ORCHIDv2", "ORCHIDv2", .never, "RFC 7343"),
        ("2001::/32", "a Teredo address", "alamat Teredo", .never, "RFC 4380"),
        ("2001::/23", "an address for IETF protocols", "alamat untuk protokol IETF", .never, "RFC 2928"),
        ("2002::/16", "a 6to4 address", "alamat 6to4", .never, "RFC 3056"),
        ("3fff::/20", "a documentation address", "alamat dokumentasi", .documentation, "RFC 9637"),
        ("5f00::/16", "a segment routing address", "alamat segment routing", .never, "RFC 9602"),
        ("fc00::/7", "a private (unique local) address", "alamat privat (unique local)", .whenAllowed, "RFC 4193"),
        ("fe80::/10", "a link-local address", "alamat link-local", .never, "RFC 4291"),
        ("fec0::/10", "a site-local address", "alamat site-local", .never, "RFC 3879"),
        ("ff00::/8", "a multicast address", "alamat multicast", .never, "RFC 4291"),
    ]
}

extension KnownDifference {
    /// Every difference that FORMAT.md decides against the rule, or that the rule does not reach: a zone that BIND
    /// refuses and ours accepts has no reading of BIND's to go by. What is not here stands out.
    public static let all: [KnownDifference] = [
        // Two servers accept it and do not understand it alike.
        .init(
            "Escapes in names", ["*/escape256", "*/escape999", "structure/owner: escape 256"], .rule, .knot, .nsd, .ldns
        ),
        .init(
            "Backslash at the end of a line", ["*/backslashAtEnd", "structure/backslash*"], .rule, .bind, .knot, .nsd,
            .ldns),
        .init("Octets in names", ["*/atWithDot", "structure/owner: at *"], .rule, .bind, .knot, .nsd, .ldns),
        .init("Generic data", ["TXT/shape/generic*", "structure/text that *"], .rule, .bind, .nsd, .ldns),
        // The standards are kept against the majority.
        .init(
            "Known types in generic form",
            ["*/shape/genericExtended", "*/shape/genericTruncated", "*/shape/genericEmpty", "RKEY/shape/*"], .rule,
            .bind, .knot, .nsd, .ldns),
        .init("Known types in generic form", ["NS/shape/genericTruncated"], .died, .knot),
        .init(
            "Digests",
            [
                "CDS/digest/*", "SSHFP/fingerprint/*", "ZONEMD/digest/*", "DS/digest/mnemonic*", "TA/digest/*",
                "DLV/digest/*", "CDS/shape/lastMissing", "SSHFP/shape/lastMissing", "ZONEMD/shape/lastMissing",
            ],
            .rule, .bind, .knot, .nsd, .ldns),
        .init(
            "SVCB and HTTPS", ["*/binding/key0*", "*/binding/keyZeros", "*/binding/noDefaultAlone", "*/binding/ohttp"],
            .rule, .bind, .knot, .nsd,
            .ldns),
        .init(
            "CAA and URI", ["CAA/property/noSpace", "CAA/property/escapedTag", "URI/target/bare"], .rule, .bind, .knot,
            .nsd, .ldns),
        // BIND's own output is read, whatever others do.
        .init(
            "RRSIG", ["*/algorithm/*", "SIG/type covered/*", "*/expiration/*", "*/inception/*"], .rule, .bind, .knot,
            .nsd, .ldns),
        .init("Numbers", ["*/manyZeros", "*/leadingZeros"], .rule, .bind, .knot, .nsd, .ldns),
        .init("NSEC and its bitmap", ["*/type bit maps/any", "*/type bit maps/axfr"], .rule, .knot, .nsd),
        .init("RRSIG", ["RRSIG/type covered/any"], .rule, .knot, .nsd),
        .init("Keys and data that are missing", ["KEY/flags/noKey"], .rule, .knot, .nsd, .ldns),
        .init("Addresses", ["*/colonAtEnd"], .rule, .bind),
        .init("Wildcard NS and DS at the apex", ["structure/set: DS at the apex"], .rule, .knot, .nsd, .ldns),
        .init("NAPTR and LOC", ["LOC/location/*"], .records, .ldns),
        // BIND refuses these; ldns reads them otherwise than the two others.
        .init("RRSIG", ["RRSIG/*", "SIG/*", "valid/RRSIG", "valid/SIG"], .records, .ldns),
        .init("Newline in quotes", ["structure/quotes: newline inside*"], .records, .ldns),
        .init("Length of data", ["structure/text of 65535 octets"], .records, .ldns),
        .init("Byte order mark", ["structure/include: byte order mark inside"], .rule, .bind, .nsd),
    ]

    /// Verdicts and records of these programs, and what the rule asks for.
    private init(_ section: String, _ tags: [String], _ kind: Disagreement.Kind, _ judges: Judge...) {
        self.init(tags: tags, judges: [nil] + judges, kinds: [kind, .verdict, .records], section: section)
    }
}

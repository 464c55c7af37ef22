/// Small signed zones for explanations. Their signatures are no more than a shape: nothing verifies them.
enum SignedExample {
    static let key = "xLKx4v5KhsaC9lItUDNY896TyYmSNP2Zf+anLrpyT7JULWN89RsgIhIx3EYbCEPXeCLaRI8vCjf5A9C7abp52g=="
    static let digest = "8895C9212D337BC42391E9C77BFDD4F9F20FD0E9AAC7D7D7D355DD2531F8504B"

    /// A delegation with this DS record.
    static func delegation(_ data: String) -> String {
        "dinkes NS ns1.example.net.\ndinkes NS ns2.example.net.\ndinkes DS \(data)"
    }

    static let plain = """
        @ SOA ns1.example.net. hostmaster 2026112001 10800 3600 1209600 3600
        @ NS ns1.example.net.
        @ NS ns2.example.net.
        @ DNSKEY 257 3 13 \(key)
        www A 192.0.2.80
        @ RRSIG SOA 13 3 3600 20261231000000 20261101000000 39559 @ AAAA
        @ RRSIG NS 13 3 3600 20261231000000 20261101000000 39559 @ AAAA
        @ RRSIG DNSKEY 13 3 3600 20261231000000 20261101000000 39559 @ AAAA
        www RRSIG A 13 4 3600 20261231000000 20261101000000 39559 @ AAAA

        """

    /// With NSEC.
    static let whole = plain + """
        @ NSEC www NS SOA RRSIG NSEC DNSKEY
        www NSEC @ A RRSIG NSEC
        @ RRSIG NSEC 13 3 3600 20261231000000 20261101000000 39559 @ AAAA
        www RRSIG NSEC 13 4 3600 20261231000000 20261101000000 39559 @ AAAA
        """

    static let apexHash = "4arneiv35o2dsre0q41gmvmg051mo3i8"
    static let hostHash = "0h5ottum6v5thjoaig6vhige0o8ev197"

    /// With NSEC3.
    static let hashed = plain + """
        @ NSEC3PARAM 1 0 0 -
        \(apexHash) NSEC3 1 0 0 - \(hostHash) NS SOA RRSIG DNSKEY NSEC3PARAM
        \(hostHash) NSEC3 1 0 0 - \(apexHash) A RRSIG
        @ RRSIG NSEC3PARAM 13 3 3600 20261231000000 20261101000000 39559 @ AAAA
        \(apexHash) RRSIG NSEC3 13 4 3600 20261231000000 20261101000000 39559 @ AAAA
        \(hostHash) RRSIG NSEC3 13 4 3600 20261231000000 20261101000000 39559 @ AAAA
        """

    /// A zone with the lines that begin with `start` replaced; left out where `line` is `nil`.
    static func changing(_ zone: String, _ start: String, to line: String? = nil) -> String {
        zone.split(separator: "\n").compactMap { $0.hasPrefix(start) ? line : String($0) }.joined(separator: "\n")
    }

    /// A zone with one word replaced wherever it stands.
    static func replacing(_ word: String, by other: String, in zone: String) -> String {
        zone.split(separator: "\n").map { line in
            line.split(separator: " ").map { $0 == word ? other : String($0) }.joined(separator: " ")
        }.joined(separator: "\n")
    }
}

import Foundation
import Testing

/// Zones that BIND has signed: nothing is found in them, and what is changed afterwards is.
@Suite struct SignedZoneTests {
    private static let zone = "example.go.id"

    private static let plain = """
        $ORIGIN example.go.id.
        $TTL 3600
        @ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
        @ NS ns1
        @ NS ns2
        @ MX 10 mail
        @ TXT "v=spf1 mx -all"
        ns1 A 192.0.2.53
        ns2 A 198.51.100.53
        www A 192.0.2.80
        mail A 192.0.2.25
        deep.below.empty TXT "text"
        *.many A 192.0.2.81
        dinkes NS ns.dinkes
        dinkes NS ns2
        ns.dinkes A 192.0.2.99
        rsud NS ns1
        rsud NS ns2
        rsud DS 39559 13 2 8895C9212D337BC42391E9C77BFDD4F9F20FD0E9AAC7D7D7D355DD2531F8504B
        open.further NS ns1
        open.further NS ns2
        old DNAME new.example.net.

        """

    /// The zone, signed, one record a line.
    private static func signed(
        _ options: [String] = [], algorithm: String = "ECDSAP256SHA256", in directory: TemporaryDirectory
    ) throws -> [String] {
        for flags in [["-f", "KSK"], []] {
            let made = try run(
                [try Tool.dnssecKeygen.path(), "-q", "-K", directory.root, "-a", algorithm] + flags + [zone])
            guard made.status == 0 else { throw HarnessError("\(made)") }
        }
        try writeFile(directory.path("plain"), plain)
        let signing = try run(
            [
                try Tool.dnssecSignzone.path(), "-q", "-S", "-K", directory.root, "-d", directory.root, "-o", zone,
                "-O", "full", "-s", "20261101000000", "-e", "20261231000000", "-f", directory.path("signed"),
            ] + options + [directory.path("plain")])
        guard signing.status == 0 else { throw HarnessError("\(signing)") }
        return try readText(directory.path("signed")).split(separator: "\n").map {
            $0.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
        }.filter { !$0.hasPrefix(";") }
    }

    private static func codes(
        _ lines: [String], _ directory: TemporaryDirectory, now: String = "2026-11-20T08:00:00Z"
    ) throws -> [String] {
        let file = directory.path("zone")
        try writeFile(file, lines.joined(separator: "\n") + "\n")
        let output = try run(
            [zonectlPath, "--now", now, "check", "--origin", zone, "--format", "json", file])
        let document = try output.json() as? [String: Any]
        let findings = document?["findings"] as? [[String: Any]] ?? []
        return findings.compactMap { $0["code"] as? String }
    }

    @Test(arguments: [[], ["-3", "-"], ["-3", "-", "-A"]])
    func nothingIsFoundInAGoodZone(options: [String]) throws {
        let directory = try TemporaryDirectory()
        let lines = try Self.signed(options, in: directory)
        #expect(try Self.codes(lines, directory) == [])
        #expect(try Tool.namedCheckzone("-i", "local", Self.zone, directory.path("zone")).status == 0)
        // As a month later, when nobody has signed again.
        #expect(try Self.codes(lines, directory, now: "2026-12-30T08:00:00Z") == ["RRSIG_EXPIRING"])
        #expect(try Self.codes(lines, directory, now: "2027-01-01T08:00:00Z") == ["RRSIG_EXPIRED"])
        #expect(
            Set(try Self.codes(lines, directory, now: "2026-10-31T08:00:00Z"))
                == ["RRSIG_NOT_YET_VALID", "SERIAL_IN_FUTURE"])
    }

    @Test func saltAndIterationsAreHashedToo() throws {
        let directory = try TemporaryDirectory()
        let lines = try Self.signed(["-3", "AABBCCDD", "-H", "7"], in: directory)
        #expect(try Self.codes(lines, directory).sorted() == ["NSEC3_ITERATIONS", "NSEC3_SALT"])
    }

    /// Each record of the proofs and signatures left out alone: something is found each time.
    @Test(arguments: [[], ["-3", "-"]])
    func nothingMayBeLeftOut(options: [String]) throws {
        let directory = try TemporaryDirectory()
        let lines = try Self.signed(options, algorithm: "ED25519", in: directory)
        for (number, line) in lines.enumerated() {
            let words = line.split(separator: " ")
            guard words.count > 4, words[3].hasPrefix("NSEC") || words[3] == "RRSIG" else { continue }
            // Of the two signatures over the keys, either is enough.
            if words[3] == "RRSIG" && words[4] == "DNSKEY" { continue }
            var rest = lines
            rest.remove(at: number)
            #expect(try !Self.codes(rest, directory).isEmpty, "without: \(line)")
        }
    }

    /// A name added to the signed file, as an editor would.
    @Test func whatIsAddedAfterSigningIsFound() throws {
        let directory = try TemporaryDirectory()
        for (options, proof) in [([], "NSEC_MISSING"), (["-3", "-"], "NSEC3_MISSING")] {
            let lines = try Self.signed(options, in: directory) + ["new.example.go.id. 3600 IN A 192.0.2.82"]
            #expect(try Self.codes(lines, directory) == [proof, "RRSIG_MISSING"])
        }
    }

    /// The zone with BIND's own word on what named refuses.
    @Test(arguments: [
        ("@ NSEC3PARAM 2 0 0 -", "NSEC3PARAM_ALGORITHM"),
        ("@ CDS 39559 13 2 8895C9212D337BC42391E9C77BFDD4F9F20FD0E9AAC7D7D7D355DD2531F8504B", "CDS_WITHOUT_DNSKEY"),
        (
            "@ CDS 0 0 0 00\n@ CDS 39559 13 2 8895C9212D337BC42391E9C77BFDD4F9F20FD0E9AAC7D7D7D355DD2531F8504B\n"
                + "@ DNSKEY 257 3 13 xLKx4v5KhsaC9lItUDNY896TyYmSNP2Zf+anLrpyT7JULWN89RsgIhIx3EYbCEPXeCLaRI8vCjf5A9C7abp52g==",
            "CDS_DELETE_NOT_ALONE"
        ),
    ])
    func whatNamedRefuses(records: String, code: String) throws {
        let directory = try TemporaryDirectory()
        let lines = Self.plain.split(separator: "\n").map(String.init) + records.split(separator: "\n").map(String.init)
        #expect(try Self.codes(lines, directory).contains(code))
        #expect(try Tool.namedCheckzone("-i", "local", Self.zone, directory.path("zone")).status != 0)
        let load = try run(
            [zonectlPath, "check", "--profile", "load", "--origin", Self.zone, directory.path("zone")])
        #expect(load.status == 1 && load.text.contains(code), "\(load)")
    }
}

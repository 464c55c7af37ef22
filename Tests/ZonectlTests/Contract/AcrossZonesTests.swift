import Foundation
import Testing

/// `check` over several files, and over a registry of several zones.
@Suite struct AcrossZonesTests {
    private func head(_ zone: String) -> String {
        """
        $ORIGIN \(zone).
        $TTL 3600
        @ SOA ns1.example.net. hostmaster.example.net. 2026112001 10800 3600 1209600 3600
        @ NS ns1.example.net.
        @ NS ns2.example.net.

        """
    }

    private func codes(_ output: Outcome) -> [String] {
        output.lines.compactMap { $0.firstMatch(of: #/([^ /]+:\d+):\d+: [a-z]+ ([A-Z0-9_]+):/#) }.map {
            "\($0.1) \($0.2)"
        }
    }

    @Test func files() throws {
        let directory = try TemporaryDirectory()
        try writeFile(
            directory.path("example.go.id.zone"),
            head("example.go.id") + "portal CNAME web.dinkes.example.go.id.\ndinkes NS ns1.example.net.\n")
        try writeFile(
            directory.path("dinkes.example.go.id.zone"), head("dinkes.example.go.id") + "www A 192.0.2.80\n")
        try writeFile(
            directory.path("2.0.192.in-addr.arpa.zone"),
            head("2.0.192.in-addr.arpa") + "81 PTR www.dinkes.example.go.id.\n")
        let files = ["example.go.id", "dinkes.example.go.id", "2.0.192.in-addr.arpa"].map {
            directory.path("\($0).zone")
        }
        let output = try run([zonectlPath, "check"] + files)
        #expect(output.status == 1, "\(output)")
        let found = codes(output)
        for expected in [
            "example.go.id.zone:6 OTHER_ZONE_TARGET_MISSING", "example.go.id.zone:7 CHILD_NS_DIFFER",
            "dinkes.example.go.id.zone:6 ADDRESS_WITHOUT_PTR", "2.0.192.in-addr.arpa.zone:6 PTR_DISAGREES",
        ] { #expect(found.contains(expected), "\(expected) not in \(output)") }
        // Each file alone has none of these.
        for file in files {
            let alone = codes(try run([zonectlPath, "check", file])).joined()
            #expect(!alone.contains("OTHER_ZONE") && !alone.contains("CHILD") && !alone.contains("PTR"), "\(alone)")
        }
    }

    /// What is wrong with a target stands at the target.
    @Test func whereTargetsStand() throws {
        let directory = try TemporaryDirectory()
        let texts = [
            "example.go.id": "www A 192.0.2.80\nold TXT \"x\"\n",
            "2.0.192.in-addr.arpa": "81 PTR www.example.go.id.\n80 PTR www.example.go.id.\n",
            "dinkes.example": "@ TXT \"v=spf1 include:old.example.go.id -all\"\n",
        ]
        for (zone, text) in texts { try writeFile(directory.path("\(zone).zone"), head(zone) + text) }
        let output = try run([zonectlPath, "check"] + texts.keys.sorted().map { directory.path("\($0).zone") })
        #expect(output.text.contains("arpa.zone:6:8: warning PTR_DISAGREES"), "\(output)")
        #expect(output.text.contains("dinkes.example.zone:6:7: error OTHER_ZONE_SPF_MISSING"), "\(output)")
    }

    /// It shows from key tags: the key that the parent vouches for has to have signed the keys.
    @Test func theKeyOfTheDSRecordHasSignedTheKeys() throws {
        let directory = try TemporaryDirectory()
        let key = "xLKx4v5KhsaC9lItUDNY896TyYmSNP2Zf+anLrpyT7JULWN89RsgIhIx3EYbCEPXeCLaRI8vCjf5A9C7abp52g=="
        let other = "8hAyJz7tC/dYqP8XvlRyYm7Vz2HujRxT2G3E3p+5Eu0l9N/n8cZF252H2C0xzIPAg2ap2KV4r+wz/+RpyjbJZw=="
        let times = "3600 20361231000000 20261101000000"
        let above = directory.path("example.go.id.zone")
        let below = directory.path("www2.example.go.id.zone")
        try writeFile(
            above,
            head("example.go.id") + "www2 NS ns1.example.net.\nwww2 NS ns2.example.net.\nwww2 DS 39559 13 2 "
                + "D2D3366F98426D178C49499A09FA7289ECB6931E51B66115736642B05F81D7EE\n")
        for (signers, expected) in [
            (["11289", "39559"], ""), (["11289"], "DS_KEY_NOT_SIGNING"),
            (["11289", "39559", "4711"], "RRSIG_UNKNOWN_KEY"),
        ] {
            var text = head("www2.example.go.id") + "@ DNSKEY 257 3 13 \(key)\n@ DNSKEY 256 3 13 \(other)\n"
            for signer in signers { text += "@ RRSIG DNSKEY 13 4 \(times) \(signer) @ AAAA\n" }
            for type in ["SOA", "NS", "NSEC"] { text += "@ RRSIG \(type) 13 4 \(times) 11289 @ AAAA\n" }
            try writeFile(below, text + "@ NSEC @ NS SOA RRSIG NSEC DNSKEY\n")
            let output = try run([zonectlPath, "check", "--now", "2026-11-20T08:00:00Z", above, below])
            #expect(codes(output).map { $0.split(separator: " ").last ?? "" }.joined() == expected, "\(output)")
            #expect(output.status == (expected.isEmpty ? 0 : 1), "\(output)")
            #expect(expected.isEmpty || output.text.contains("www2.example.go.id.zone:"), "\(output)")
        }
    }

    /// File by file as they were given, though what shows only between zones is found last; within a file by place.
    @Test(arguments: [["p", "c", "o", "r"], ["r", "o", "c", "p"], ["o", "p", "r", "c"]])
    func filesStayInTheOrderGiven(zones: [String]) throws {
        let directory = try TemporaryDirectory()
        let lines = [
            "p": "x CNAME nix.c.example.\n", "c": "web A 192.0.2.1\nz CNAME z\n",
            "o": "z CNAME z\nx CNAME web.p.example.\n", "r": "x CNAME web.o.example.\nz CNAME z\n",
        ]
        for (zone, text) in lines {
            try writeFile(directory.path("\(zone).example.zone"), head("\(zone).example") + text)
        }
        let files = zones.map { directory.path("\($0).example.zone") }
        let text = try run([zonectlPath, "check"] + files)
        let places = text.lines.compactMap { $0.firstMatch(of: #/([pcor]).example.zone:(\d+):\d+: /#) }
            .map { "\($0.1)\($0.2)" }
        #expect(places.count == 6 && Set(places.map { $0.prefix(1) }).count == 4, "\(text)")
        let wanted = zones.flatMap { zone in
            places.filter { $0.hasPrefix(zone) }.sorted { $0.dropFirst() < $1.dropFirst() }
        }
        #expect(places == wanted, "\(text)")
        let document = try run([zonectlPath, "check", "--format", "json"] + files).json() as? [String: Any]
        let found = (document?["findings"] as? [[String: Any]] ?? []).map { finding in
            "\((finding["file"] as? String ?? "").split(separator: "/").last?.prefix(1) ?? "")\(finding["line"] ?? "")"
        }
        #expect(found == wanted)
    }

    /// Of what shows only between zones no more is shown than of anything else, and the others are counted.
    @Test func manyBetweenZones() throws {
        let directory = try TemporaryDirectory()
        let (one, other) = (directory.path("a.example.zone"), directory.path("b.example.zone"))
        try writeFile(one, head("a.example") + (0..<9).map { "x\($0) CNAME web.b.example.\n" }.joined())
        try writeFile(other, head("b.example"))
        let output = try run([zonectlPath, "check", "--max", "2", one, other])
        #expect(output.lines.filter { $0.contains("error OTHER_ZONE_TARGET_MISSING: web.b") }.count == 2, "\(output)")
        #expect(output.text.contains("a.example.zone:6:10: error"), "\(output)")
        #expect(output.text.contains("7 more of these") && output.lines.last?.contains("9 errors") == true, "\(output)")
    }

    /// A file that could not be read whole says nothing about what is not in it.
    @Test func aBrokenFileAccusesNobody() throws {
        let directory = try TemporaryDirectory()
        try writeFile(directory.path("a.example.zone"), head("a.example") + "x CNAME web.b.example.\n")
        try writeFile(directory.path("b.example.zone"), head("b.example") + "web A 192.0.2.256\n")
        let output = try run([zonectlPath, "check", directory.path("a.example.zone"), directory.path("b.example.zone")])
        #expect(output.status == 1 && !output.text.contains("OTHER_ZONE"), "\(output)")
    }

    @Test func registry() throws {
        let office = try Office("go.id", nameServers: ["ns1.example.net", "ns2.example.net"])
        try office.succeeds("init", "kab.go.id", "--ns", "ns1.example.net", "ns3.example.net")
        try office.addStatic("kab.go.id. NS ns1.example.net.\nkab.go.id. NS ns2.example.net.")
        try office.succeeds(
            "-z", "go.id", "add", "portal", "--opd", "Diskominfo", "--letter", "1", "--cname", "nowhere.kab.go.id.")
        try office.succeeds(["-z", "go.id", "render"])
        let output = try office.zonectl("check")
        #expect(output.status == 1, "\(output)")
        let found = codes(output)
        // A managed name is placed in the register, and the message says whose it is.
        #expect(found.contains("register.jsonl:3 OTHER_ZONE_TARGET_MISSING"), "\(output)")
        #expect(output.text.contains("(request 2026/0001, Diskominfo)"), "\(output)")
        #expect(found.contains { $0.hasPrefix("static.zone:") && $0.hasSuffix(" CHILD_NS_DIFFER") }, "\(output)")
    }
}

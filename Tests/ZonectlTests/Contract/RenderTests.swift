import Foundation
import Testing

/// `render`: same input, same bytes, same serial; a zone that fails its checks is not written.
@Suite struct RenderTests {
    @Test func unchangedWritesNothing() throws {
        let office = try Office()
        try office.add("dinkes")
        try office.add("ppid", ["--url", "https://www.example.net/"], opd: "Diskominfo")
        try office.render()
        let before = try snapshot(office.root)
        let identity = try FileIdentity(office.zoneFile)
        office.clock = "2026-12-24T03:00:00Z"
        try office.render()
        try office.render()
        #expect(try FileIdentity(office.zoneFile) == identity)
        #expect(try snapshot(office.root) == before)
    }

    @Test func initRendersWhatRenderWould() throws {
        let office = try Office()
        let before = try snapshot(office.root)
        try office.render()
        #expect(try snapshot(office.root) == before)
    }

    @Test func check() throws {
        let office = try Office()
        #expect(try office.zonectl("render", "--check").status == 0)
        try office.add("dinkes")
        let before = try snapshot(office.root)
        let output = try office.zonectl("render", "--check")
        #expect(output.status == 5, "\(output)")
        #expect(try snapshot(office.root) == before)
        try office.render()
        #expect(try office.zonectl("render", "--check").status == 0)
        // An edit of static.zone is a change too.
        try office.addStatic("portal IN A 192.0.2.70")
        #expect(try office.zonectl("render", "--check").status == 5)
        // A zone file that somebody deleted or edited is out of date.
        try office.render()
        try writeFile(office.zoneFile, try readText(office.zoneFile) + "extra IN A 192.0.2.99\n")
        #expect(try office.zonectl("render", "--check").status == 5)
    }

    @Test func editedZoneFileIsMadeAgain() throws {
        let office = try Office()
        try office.add("dinkes")
        try office.render()
        let serial = try office.serial()
        let good = try readText(office.zoneFile)
        try writeFile(office.zoneFile, good + "extra IN A 192.0.2.99\n")
        try office.render()
        #expect(!(try readText(office.zoneFile)).contains("192.0.2.99"))
        // Somebody may have loaded the edited file; the old content may keep its own serial.
        let after = try office.serial()
        #expect(after == serial || isLater(after, than: serial))
        #expect(try office.zonectl("render", "--check").status == 0)
    }

    @Test func output() throws {
        let office = try Office()
        try office.add("dinkes")
        let target = office.directory.path("out")
        // A folder that is missing may be a slip of the pen.
        try office.refuses(["render", "--output", target], status: 4, codes: [])
        #expect(mkdir(target, 0o755) == 0)
        try office.succeeds("render", "--output", target)
        let files = try snapshot(target).keys
        guard let path = files.first(where: { $0.hasSuffix("db.\(office.zone)") }) else {
            Issue.record("no db.\(office.zone) under --output: \(files)")
            return
        }
        try expectPeersAccept("\(target)/\(path)", zone: office.zone)
        #expect(try readText("\(target)/\(path)").contains("192.0.2.10"))
    }

    @Test(arguments: [
        "portal IN A 192.0.2.256", "portal IN CNAME x.example.net.\nportal IN A 192.0.2.1", "a..b IN A 192.0.2.1",
        "@ IN SOA ns1 hostmaster 1 2 3 4 5", "portal IN A", "portal IN TXT \"open", "portal IN A ( 192.0.2.1",
        "other.example. IN A 192.0.2.1", "$INCLUDE /nonexistent/file", "portal IN BOGUS x", "www.dinkes IN TXT \"x\"",
        // What named alone refuses.
        #"n NAPTR 1 2 "u" "E2U+sip" "!(!x!" ."#, "n LOC 90 0 0.001 N 0 E 0m", "n NSEC b.", "n IPSECKEY 10 0 2 .",
        ##"n TYPE252 \# 1 00"##, ##"n TYPE3 \# 3 016100"##, ##"n NSEC \# 3 016200"##, #"n CAA 0 "issue" "x""#,
        "n DNSKEY 256 3 ECC-GOST AQ==", "n NSEC3 1 0 1 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A",
        // What named refuses and named-checkzone does not.
        "gc._msdcs.kantor_pusat A 192.0.2.9", "n AFSDB 1 https://afs.example.net/", #"n RP budi\032s.example.net. ."#,
        "n NS ns1\nx.n RT 1 a_b.example.net.",
        (1...51).map { "n TYPE60\($0) \\# 0\nn RRSIG TYPE60\($0) 13 4 60 20300101000000 20200101000000 1 @ AQ==" }
            .joined(separator: "\n"),
    ])
    func brokenStaticZoneKeepsTheOldFile(line: String) throws {
        let office = try Office()
        try office.add("dinkes", ["--address", "192.0.2.10", "--www"])
        try office.render()
        let good = try readFile(office.zoneFile)
        let identity = try FileIdentity(office.zoneFile)
        try office.add("bkd", ["--address", "192.0.2.11"], opd: "BKD")
        try office.addStatic(line)
        let before = try snapshot(office.root)
        let output = try office.zonectl("render")
        #expect(output.status == 1, "\(output)")
        // The place is that of one of the records that clash; the other is named in the text.
        #expect(
            output.errorText.firstMatch(of: #/(static\.zone|register\.jsonl):\d+:\d+: error [A-Z0-9_]+: ./#) != nil,
            "\(output)")
        #expect(try readFile(office.zoneFile) == good)
        #expect(try FileIdentity(office.zoneFile) == identity)
        #expect(try snapshot(office.root) == before)
    }

    @Test func mailboxThatNamedRefuses() throws {
        let office = try Office()
        let good = try readFile(office.zoneFile)
        let lines = try readText(office.staticFile)
        let mailbox = try #require(lines.firstMatch(of: #/SOA\s+\S+\s+(\S+)/#)).1
        try writeFile(office.staticFile, lines.replacing(mailbox, with: "pengelöla", maxReplacements: 1))
        let output = try office.zonectl("render")
        #expect(output.status == 1 && output.errorText.contains("error BAD_SOA_NAME: pengel"), "\(output)")
        #expect(try readFile(office.zoneFile) == good)
    }

    @Test func firstRecordWithoutTTL() throws {
        let office = try Office()
        let good = try readFile(office.zoneFile)
        let kept = try readText(office.staticFile).split(separator: "\n").filter { !$0.hasPrefix("$TTL") }
        try writeFile(office.staticFile, "mail IN A 192.0.2.25\n" + kept.joined(separator: "\n") + "\n")
        let output = try office.zonectl("render")
        #expect(output.status == 1 && output.errorText.contains("static.zone:1:1: error NO_TTL: "), "\(output)")
        #expect(try readFile(office.zoneFile) == good)
    }

    /// Types that named does not know by name, and OPT among the types of a name.
    @Test func whatIsReadByNameNamedLoads() throws {
        let office = try Office()
        try office.addStatic("a CLA x\nb IPN 7\nc NSEC d A IPN OPT\nd HTTPS 1 a.example.net. ohttp mandatory=ohttp")
        try office.addStatic("c RRSIG CLA 8 4 60 20300101000000 20200101000000 1 @ AQ==")
        try office.render()
        let output = try Tool.namedCheckzone("-i", "local", office.zone, office.zoneFile)
        #expect(output.status == 0, "\(output)")
        // So that is no error in the registry, though nobody should hand that file to named.
        let registry = try office.zonectl("check", "--only", "UNKNOWN_TO_BIND")
        #expect(registry.status == 0 && registry.text.contains("warning UNKNOWN_TO_BIND"), "\(registry)")
        #expect(try office.zonectl("check", "--origin", office.zone, office.staticFile).status == 1)
    }

    @Test func missingNameServers() throws {
        let office = try Office()
        let good = try readFile(office.zoneFile)
        let kept = try readText(office.staticFile).split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains("NS ") || $0.contains("SOA") }.joined(separator: "\n")
        try writeFile(office.staticFile, kept)
        let output = try office.zonectl("render")
        #expect(output.status == 1, "\(output)")
        #expect(try readFile(office.zoneFile) == good)
    }

    @Test(arguments: [
        ["LC_ALL": "id_ID.UTF-8", "TZ": "Asia/Jayapura"], ["LC_ALL": "tr_TR.UTF-8"], ["LANG": "C", "TZ": "UTC"],
        ["LC_ALL": "en_US.UTF-8", "TZ": "America/New_York"],
    ])
    func bytesDependOnNothingAround(environment: [String: String]) throws {
        let reference = try Office()
        let other = try Office()
        for office in [reference, other] {
            try office.add("dinkes", ["--address", "192.0.2.10", "--www"])
            try office.add("bkd", ["--cname", "INFO.example.net"], opd: "BKD")
        }
        try reference.render()
        let output = try other.zonectl(["render", "--lang", "id"], environment: environment)
        #expect(output.status == 0, "\(output)")
        #expect(try readText(other.zoneFile) == readText(reference.zoneFile))
    }

    @Test func zoneFileIsLFWithoutBOM() throws {
        let office = try Office()
        try office.add("rsud", ["--address", "192.0.2.30", "--mail", "mx.example.net"])
        try office.render()
        let octets = try readFile(office.zoneFile)
        #expect(!octets.contains(0x0D) && octets.first != 0xEF && octets.last == 0x0A)
    }

    @Test func modeIsKept() throws {
        let office = try Office()
        #expect(try snapshot(office.path(""))["db.\(office.zone)"]?.mode == 0o100644)
        #expect(try run(["/bin/chmod", "640", office.zoneFile]).status == 0)
        try office.add("dinkes")
        try office.render()
        #expect(try snapshot(office.path(""))["db.\(office.zone)"]?.mode == 0o100640)
    }

    @Test func namedZonesOnly() throws {
        let office = try Office()
        try office.succeeds("render", office.zone)
        try office.refuses(["render", "tidakada.go.id"], status: 2, codes: [])
    }
}

import RFC1035
import Testing

@testable import ZoneCore

/// Faults that need more records than an example has, or that show by how many findings there are.
@Suite struct LoopAndSignatureTests {
    /// Each code with how often it is found, in the order of the codes; notices do not count.
    private static func counts(_ text: String, isWhole: Bool = false) throws -> [String] {
        let now = try #require(Instant(rfc3339: "2026-11-20T08:00:00Z"))
        let findings = CheckRun.findings(
            in: try zone(text, isWhole: isWhole), file: "db.example", policy: CheckPolicy(now: now))
        let counted = Dictionary(grouping: findings.filter { $0.severity > .notice }, by: \.code)
        return counted.map { "\($0.key) \($0.value.reduce(0) { $0 + $1.count })" }.sorted()
    }

    private static func head(_ serial: String) -> String {
        "$TTL 3600\n@ SOA ns.other. h.other. \(serial) 10800 3600 1209600 3600\n@ NS ns.other.\n@ NS ns2.other.\n"
    }

    private static func ring(_ count: Int, _ type: String = "CNAME") -> String {
        (0..<count).map { "a\($0) \(type) a\(($0 + 1) % count)" }.joined(separator: "\n")
    }

    @Test(arguments: [2, 64, 65, 66, 300])
    func everyAliasOfALoopIsFound(count: Int) throws {
        #expect(try Self.counts(Self.ring(count)) == ["CNAME_LOOP \(count)"])
    }

    @Test func aLongWayIntoALoopIsALoop() throws {
        let tail = (0..<90).map { "t\($0) CNAME t\($0 + 1)" }.joined(separator: "\n") + "\nt90 CNAME a0\n"
        #expect(try Self.counts(tail + Self.ring(3)) == ["CNAME_LOOP 94"])
    }

    @Test func aLongChainThatEndsIsNoLoop() throws {
        let chain = (0..<90).map { "t\($0) CNAME t\($0 + 1)" }.joined(separator: "\n") + "\nt90 A 192.0.2.1\n"
        #expect(try Self.counts(chain) == ["CNAME_CHAIN_TOO_LONG 82"])
    }

    /// With a walk round the ring from each, this would take minutes.
    @Test func aGreatLoopTakesNoLongerThanItsSize() throws {
        #expect(try Self.counts(Self.ring(30_000)) == ["CNAME_LOOP 30000"])
    }

    @Test(arguments: [
        (ring(17, "DNAME"), ["DNAME_LOOP 17"]), (ring(40, "DNAME"), ["DNAME_LOOP 40"]),
        ("a DNAME x.b\nb DNAME x.a", ["DNAME_LOOP 2"]), ("a DNAME a.a", ["DNAME_LOOP 1"]),
        ("c DNAME a\na DNAME b\nb DNAME x.a", ["DNAME_LOOP 2"]),
        ("a DNAME x.b\nb DNAME c\nx.c A 192.0.2.1", []),
        // Another server answers for what is below the delegation.
        ("a DNAME x.d\nd NS ns.other.\nd NS ns.another.", []),
        ("q CNAME w.a0\n" + ring(20, "DNAME"), ["CNAME_LOOP 1", "DNAME_LOOP 20"]),
    ])
    func redirectionsThatLeadBack(text: String, found: [String]) throws {
        #expect(try Self.counts(text) == found)
    }

    @Test(arguments: [
        ("a CNAME b\nx.b A 192.0.2.1", ["CNAME_NO_ADDRESS 1"]),
        ("a CNAME b\nx.c A 192.0.2.1", ["CNAME_TARGET_MISSING 1"]),
        ("a CNAME b\nx.b A 192.0.2.1\n*.w A 192.0.2.1", ["CNAME_NO_ADDRESS 1"]),
        ("a MX 1 b\nx.b A 192.0.2.1", ["MX_NO_ADDRESS 1"]),
    ])
    func aNameWithOnlyNamesBelowItExists(text: String, found: [String]) throws {
        #expect(try Self.counts(text) == found)
    }

    @Test func manyMissingTargetsAreFoundInNoTime() throws {
        let text = (0..<30_000).map { "a\($0) CNAME b\($0)\nx.c\($0) A 192.0.2.1" }.joined(separator: "\n")
        #expect(try Self.counts(text) == ["CNAME_TARGET_MISSING 30000"])
    }

    private static let unsigned = SignedExample.whole.split(separator: "\n").filter {
        !$0.hasPrefix("@ RRSIG") && !$0.hasPrefix("www RRSIG")
    }

    @Test func aZoneThatLostItsSignaturesIsFoundOnce() throws {
        let lost = "$TTL 3600\n" + Self.unsigned.joined(separator: "\n") + "\n"
        #expect(try Self.counts(lost, isWhole: true) == ["RRSIG_MISSING 1"])
        let serverSigns = "$TTL 3600\n" + Self.unsigned.filter { !$0.contains(" NSEC ") }.joined(separator: "\n") + "\n"
        #expect(try Self.counts(serverSigns, isWhole: true) == [])
    }

    @Test func signaturesBelowTheApexNeedAKeyToo() throws {
        let keyless = SignedExample.whole.split(separator: "\n").filter {
            !$0.contains("@ DNSKEY") && !$0.hasPrefix("@ RRSIG")
        }
        let found = try Self.counts("$TTL 3600\n" + keyless.joined(separator: "\n") + "\n", isWhole: true)
        #expect(found == ["DNSKEY_MISSING 1"])
    }

    /// A good signature by a key that is gone does not make up for one that has expired.
    @Test func onlySignaturesByTheZonesKeysCount() throws {
        let line = "www RRSIG A 13 4 3600 20261231000000 20261101000000 39559 @ AAAA"
        let expired = line.replacing("20261231000000", with: "20261110000000")
        let foreign = line.replacing("39559", with: "12345")
        let text =
            "$TTL 3600\n" + SignedExample.changing(SignedExample.whole, "www RRSIG A", to: expired + "\n" + foreign)
        // The number of labels is that of another zone.
        let found = try Self.counts(text + "\n", isWhole: true).filter { !$0.hasPrefix("RRSIG_LABELS") }
        #expect(found == ["RRSIG_EXPIRED 1"], "\(found)")
    }

    @Test func whatADelegationHidesIsSaidOnce() throws {
        let text = "d NS ns.other.\nd NS ns.another.\nd MX 10 nobody\nd SVCB 1 nobody\nd CNAME nobody.other.\n"
        let found = try Self.counts(text)
        #expect(!found.contains { $0.hasPrefix("MX_NO") || $0.hasPrefix("SVCB_NO") }, "\(found)")
        #expect(found.contains { $0.hasPrefix("OCCLUDED_DATA") })
    }

    @Test func aSerialFarAheadIsFoundWhenItLooksLikeADate() throws {
        for (serial, codes) in [
            ("3026112001", ["SERIAL_IN_FUTURE 1"]), ("2126112001", ["SERIAL_IN_FUTURE 1"]), ("3026132001", []),
            ("4273595648", []), ("2026112001", []),
        ] {
            #expect(try Self.counts(Self.head(serial), isWhole: true) == codes, "\(serial)")
        }
    }

    @Test func theTimesOfAS112AreRight() throws {
        let text = "$TTL 3600\n@ SOA ns.other. h.other. 1 604800 60 604800 604800\n@ NS ns.other.\n@ NS ns2.other.\n"
        #expect(try Self.counts(text, isWhole: true) == [])
    }

    /// One record that cannot be read makes one finding, whatever would have pointed to it.
    @Test(arguments: [
        "www A 192.0.2.300\nportal CNAME www\n@ MX 10 www\n_x._tcp SRV 0 0 1 www\n_https SVCB 1 www\n@ HTTPS 1 www",
        "_spf TXT \"v=spf1 -all\n@ TXT \"v=spf1 include:_spf.example -all\"",
        "_443._tcp.tls TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000\ntls A 1.2.3",
        "n NAPTR 10 10 \"s\" \"SIP+D2U\" \"\" _sip._udp\n_sip._udp SRV 1 1 1 x.y..z",
        "@ MX 10 m\nm AAAA 2001:db8:::1\n@ TXT \"v=spf1 mx -all\"",
        "r RP h.other. t\nt TXT \"x", "d NS ns.d\nd NS ns2.other.\nns.d A 192.0.2",
        "_mta-sts TXT \"v=STSv1; id=1\"\nmta-sts A x\n@ MX 10 mx.other.\n@ TXT \"v=spf1 -all\"",
    ])
    func aBrokenRecordIsOneFinding(text: String) throws {
        let store = RecordStore()
        let origin = try Name("example.")
        let report = Array((Self.head("2026112001") + text + "\n").utf8).withUnsafeBytes {
            MasterFile.read($0, name: "db.example", into: store, options: MasterOptions(origin: origin))
        }
        let loaded = FileCheck.Loaded(zone: Zone(origin: origin, store: store), report: report)
        let now = try #require(Instant(rfc3339: "2026-11-20T08:00:00Z"))
        let found = FileCheck.findings(of: loaded, policy: CheckPolicy(now: now), file: "db.example")
        #expect(found.count == 1, "\(found.map { "\($0.line) \($0.code)" })")
    }
}

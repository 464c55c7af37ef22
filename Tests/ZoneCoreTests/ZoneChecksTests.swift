import RFC1035
import TestSupport
import Testing
import ZoneCore

/// A zone from text; `example.` is the origin, SOA and NS are there unless `isWhole`.
func zone(_ text: String, isWhole: Bool = false) throws -> Zone {
    let head = "$TTL 60\n@ SOA ns.other. h 1 7200 3600 1209600 3600\n@ NS ns.other.\n@ NS ns.another.\n"
    let origin = try Name("example.")
    let store = RecordStore()
    let report = Array((isWhole ? text : head + text).utf8).withUnsafeBytes {
        MasterFile.read($0, name: "db.example", into: store, options: MasterOptions(origin: origin))
    }
    try #require(report.isValid, "\(report.findings)")
    return Zone(origin: origin, store: store)
}

@Suite struct ZoneChecksTests {
    /// For each check: zones that break it, with what is found, line and code. The head takes four lines.
    private static let faults: [(text: String, findings: [String])] = [
        ("a A 192.0.2.1\nexample. SOA ns h 9 2 3 4 5", ["6 MULTIPLE_SOA"]),
        ("a SOA ns h 1 2 3 4 5", ["5 SOA_NOT_AT_APEX"]),
        ("@ CNAME x.other.", ["5 APEX_CNAME"]),
        ("a.elsewhere. A 192.0.2.1", ["5 OUT_OF_ZONE"]),
        ("a_b A 192.0.2.1", ["5 BAD_HOST_NAME"]), ("-a MX 0 .", ["5 BAD_HOST_NAME"]),
        ("a NSEC3 1 0 1 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A", ["5 BAD_NSEC3_OWNER"]),
        ("2T7B4G4VSA5SMI47K61MV5BV1A22BOJW NSEC3 1 0 1 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A", ["5 BAD_NSEC3_OWNER"]),
        ("@ NSEC3 1 0 1 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A", ["5 BAD_NSEC3_OWNER"]),
        ("d NS x.\na.d NSEC3 1 0 1 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A", ["6 BAD_NSEC3_OWNER"]),
        ("a NS b_c.other.", ["5 BAD_TARGET_NAME"]), ("a MX 1 b_c.other.", ["5 BAD_TARGET_NAME"]),
        ("a CNAME x.\na TXT y", ["5 CNAME_AND_OTHER_DATA"]), ("a CNAME x.\na CNAME y.", ["6 MULTIPLE_CNAME"]),
        ("a DNAME x.\na DNAME y.", ["6 MULTIPLE_DNAME"]), ("a 60 TXT x\na 61 TXT y", ["6 RRSET_TTL"]),
        ("a A 192.0.2.1\nA A 192.0.2.1", ["6 DUPLICATE_RECORD"]),
        ("a CNAME b", ["5 CNAME_TARGET_MISSING"]),
        ("a CNAME b\nb CNAME c\nc CNAME a", ["5 CNAME_LOOP", "6 CNAME_LOOP", "7 CNAME_LOOP"]),
        ("a CNAME a", ["5 CNAME_LOOP"]),
        ("a DNAME x.\nb.a A 192.0.2.1", ["6 DATA_BELOW_DNAME"]),
        ("a NS ns.a", ["5 MISSING_GLUE"]), ("@ DS 1 8 9 AB", ["5 DS_AT_APEX"]), ("a DS 1 8 9 AB", ["5 DS_WITHOUT_NS"]),
        ("a NS b.a\na NS x.\nb.a A 192.0.2.1\nb_c.a A 192.0.2.2", ["8 BAD_GLUE_NAME", "8 UNUSED_GLUE"]),
        ("*.a NS x.", ["5 WILDCARD_NS"]),
        ("@ NS b", ["5 NS_NO_ADDRESS"]), ("@ NS b\nb TXT x", ["5 NS_NO_ADDRESS"]),
        ("a NS b\nb CNAME x.", ["5 NS_TO_CNAME"]),
        ("a MX 1 b\nb CNAME x.", ["5 MX_TO_CNAME"]), ("a MX 1 b", ["5 MX_NO_ADDRESS"]),
        ("_s._tcp SRV 1 1 1 b", ["5 SRV_NO_ADDRESS"]),
        ((1...101).map { "a TXT \($0)" }.joined(separator: "\n"), ["5 RRSET_TOO_LARGE"]),
    ]

    @Test(arguments: faults)
    func finds(text: String, findings: [String]) throws {
        let found = CheckRun.findings(in: try zone(text), file: "db.example").filter { $0.severity > .notice }
        #expect(found.map { "\($0.line) \($0.code)" } == findings)
        #expect(found.allSatisfy { !$0.message.en.isEmpty && !$0.message.id.isEmpty && !$0.reference.isEmpty })
    }

    /// In the zone of the root every target is one of the zone's names, and none has the zone's own top level domain.
    @Test func judgesTargetsInTheZoneOfTheRoot() throws {
        let store = RecordStore()
        let text = """
            $TTL 60
            @ SOA a.nic. h. 1 7200 3600 1209600 3600
            @ NS a.nic.
            @ NS b.nic.
            a.nic. A 192.0.2.1
            b.nic. A 198.51.100.1
            www.id. CNAME x.test.
            x.test. A 192.0.2.2
            123. A 192.0.2.3
            mail.id. MX 1 123.
            mail.id. TXT "v=spf1 mx -all"
            """
        let report = Array(text.utf8).withUnsafeBytes {
            MasterFile.read($0, name: "root", into: store, options: MasterOptions(origin: .root))
        }
        try #require(report.isValid)
        let found = CheckRun.findings(in: Zone(origin: .root, store: store), file: "root")
        #expect(found.filter { $0.severity > .notice }.map { "\($0.line) \($0.code)" } == ["7 SPECIAL_USE_TARGET"])
    }

    /// A `*` at the end of one of the zone's own labels says nothing about its names.
    @Test func judgesNamesInAZoneWithAStarInItsName() throws {
        let store = RecordStore()
        let text = "$TTL 60\n@ SOA ns.other. h 1 7200 3600 1209600 3600\n@ NS ns.other.\n@ NS ns.another.\na_b CNAME x.y.\n"
        let origin = try Name("a.x*.example.")
        let report = Array(text.utf8).withUnsafeBytes {
            MasterFile.read($0, name: "star", into: store, options: MasterOptions(origin: origin))
        }
        try #require(report.isValid)
        let found = CheckRun.findings(in: Zone(origin: origin, store: store), file: "star")
        #expect(found.contains { $0.line == 5 && $0.code == "BAD_ALIAS_NAME" })
    }

    @Test func missesSOAAndNS() throws {
        let found = CheckRun.findings(in: try zone("$TTL 60\na A 192.0.2.1\n", isWhole: true), file: "db.example")
        #expect(found.map(\.code) == ["NO_NS", "NO_SOA"])
    }

    @Test func judgesTheNamesInTheSOA() throws {
        for (names, codes) in [("n_s h", ["BAD_SOA_NAME"]), ("ns h.a_b", ["BAD_SOA_NAME"]), (#"ns h\.o_o"#, [])] {
            let zone = try zone("$TTL 60\n@ SOA \(names) 1 7200 3600 1209600 3600\n@ NS ns.other.\n", isWhole: true)
            let found = CheckRun.findings(in: zone, file: "db.example").filter { $0.severity == .error }
            #expect(found.map(\.code) == codes)
        }
    }

    @Test func everyCheckIsTested() {
        let tested = Set(Self.faults.flatMap { $0.findings.map { String($0.split(separator: " ")[1]) } })
        let golden = Set(GoldenChecks.codes)
        #expect(Set(Check.all.map(\.code)).subtracting(tested).subtracting(golden) == [])
        #expect(Set(Check.all.map(\.code)).count == Check.all.count)
    }

    @Test(arguments: [
        "0p9mhaveqvm6t7vbl5lop2u3t2rp3tom NSEC3 1 0 1 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A\n"
            + "2T7B4G4VSA5SMI47K61MV5BV1A22BOJR.x NSEC3 1 0 1 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A",
        "a A 192.0.2.1\na A 192.0.2.2\na AAAA 2001:db8::1\n*.a A 192.0.2.1\n@ MX 1 a\n@ MX 2 b.other.",
        "a NS ns.a\na NS ns.b\na DS 1 8 9 AB\nns.a A 192.0.2.1\nns.b A 192.0.2.1",
        "a CNAME b\nb CNAME c\nc A 192.0.2.1\nd DNAME e.other.\nf CNAME x.d\n_x TXT y\n_x._tcp SRV 0 0 0 .\n@ MX 0 .",
        "*.w A 192.0.2.1\na CNAME x.w\nb MX 1 y.w\nc NS z.x.w", "1 PTR b_c.\n_a CNAME x.\na_b TXT x",
    ])
    func findsNothingInAValidZone(text: String) throws {
        let found = CheckRun.findings(in: try zone(text), file: "db.example").filter { $0.severity > .notice }
        #expect(found.map(\.code) == [])
    }

    @Test func theLoadProfileFindsOnlyWhatStopsServers() throws {
        let found = CheckRun.findings(
            in: try zone("a CNAME b\na_b A 192.0.2.1\nc 1 TXT x\nc 2 TXT y"), file: "db.example",
            policy: CheckPolicy(profile: .load))
        #expect(found.map(\.code) == ["BAD_HOST_NAME"])
    }
}

@Suite struct ZoneModelTests {
    private static let text = """
        a A 192.0.2.1
        b.c.d TXT x
        *.w A 192.0.2.1
        q.w TXT x
        cut NS ns.other.
        old DNAME new.other.
        """

    private static let answers: [(name: String, answer: String)] = [
        ("a", "records"), ("A", "records"), ("d", "emptyNonTerminal"), ("c.d", "emptyNonTerminal"), ("x.d", "none"),
        ("w", "emptyNonTerminal"), ("x.w", "coveredByWildcard"), ("y.x.w", "coveredByWildcard"), ("q.w", "records"),
        ("x.q.w", "none"), ("cut", "belowDelegation"), ("x.cut", "belowDelegation"), ("old", "records"),
        ("x.old", "belowDNAME"), ("nothing", "none"), ("x.elsewhere.", "outOfZone"), ("@", "records"),
    ]

    @Test(arguments: answers)
    func saysWhyANameExists(name: String, answer: String) throws {
        let zone = try zone(Self.text)
        let existence = zone.existence(of: try Name(name, origin: zone.origin))
        #expect("\(existence)".hasPrefix(answer))
    }

    /// Radix sorting and comparing names label by label give one order.
    @Test(arguments: [[""], ["", "", ".other.", ".", ".a.example.org."]])
    func ordersNamesAsTheRFCDoes(ends: [String]) throws {
        var random = SeededRandom.fresh()
        let pool = [
            "a", "b", "aa", "host", "hosts", "host1", "z", #"\000"#, #"\255"#, #"\254"#, #"a\000"#, "*", "0", "-",
        ]
        for _ in 0..<20 {
            var lines = ""
            for _ in 0..<400 {
                let count = Int.random(in: 1...4, using: &random)
                let labels = (0..<count).map { _ in pool.randomElement(using: &random) ?? "a" }
                let tail = Bool.random(using: &random) ? String(Int.random(in: 0..<1000, using: &random)) : ""
                let end = ends.randomElement(using: &random) ?? ""
                lines += labels.joined(separator: ".") + tail + end + " TXT x\n"
            }
            let zone = try zone(lines)
            let names = zone.canonicalOrder().map { zone.name(at: Int($0)) }
            #expect(names == names.sorted() && Set(names).count == names.count && names.count == zone.nameCount)
        }
    }

    /// A grouped zone holds the records that were read, no more and no fewer.
    @Test func keepsEveryRecord() throws {
        var random = SeededRandom.fresh()
        var expected: [String: Int] = [:]
        var text = ""
        for index in 0..<3000 {
            let owner = "n\(Int.random(in: 0..<200, using: &random))"
            expected[owner + ".example.", default: 0] += 1
            text += "\(owner) TXT \(index)\n"
        }
        let zone = try zone(text)
        for (owner, count) in expected {
            let index = try #require(zone.index(of: Name(owner)))
            #expect(zone.rows(of: index).count == count)
            #expect(zone.name(at: index).description == owner)
        }
        #expect(try zone.index(of: Name("n200.example.")) == nil)
    }

    /// As named-compilezone has it.
    @Test(arguments: [("9", "5", 5), ("5", "9", 9), ("0", "7", 7), ("7", "0", 0)])
    func theLastRunOfAnOwnerDecidesTheTTL(first: String, second: String, ttl: UInt32) throws {
        let zone = try zone("x \(first) A 192.0.2.1\nz A 192.0.2.7\nx \(second) A 192.0.2.2\nx 33 A 192.0.2.3")
        let index = try #require(zone.index(of: Name("x.example.")))
        #expect(zone.rows(of: index).map { zone.store.rows[Int($0)].ttl } == [ttl, ttl, ttl])
        #expect(zone.deviatingTTLs.count == 2)
    }

    @Test func differenceLeavesTheSerialOut() throws {
        let old = try zone("$TTL 60\n@ SOA ns h 1 2 3 4 5\na A 192.0.2.1\nb TXT x", isWhole: true)
        let new = try zone("$TTL 60\n@ SOA ns h 7 2 3 4 5\nB TXT x\na A 192.0.2.2", isWhole: true)
        let difference = ZoneDifference(old: old, new: new)
        #expect(difference.removed == ["a.example.\t60\tIN\tA\t192.0.2.1"])
        #expect(difference.added == ["a.example.\t60\tIN\tA\t192.0.2.2"])
    }

    @Test func countsNothingThatIsNoFault() throws {
        // Aliases of names that have HTTPS records of their own are no fault; two others are.
        let text =
            "x HTTPS 0 y\ny TXT y\n"
            + (0..<4).map { "a\($0) HTTPS 0 b\($0)\nb\($0) HTTPS 1 c.other.\n" }.joined()
            + "z HTTPS 0 y\nw HTTPS 0 y"
        let findings = CheckRun.findings(in: try zone(text), file: "db.example", maximum: 1)
        let found = findings.filter { $0.code == "SVCB_NO_ADDRESS" }
        #expect(found.map(\.count) == [1, 2], "\(found)")
    }

    @Test func knowsTheHintsOfHostsWithManyAddresses() throws {
        for count in [3, 40] {
            let addresses = (1...count).map { "h A 192.0.2.\($0)" }.joined(separator: "\n")
            let text = addresses + "\na HTTPS 1 h ipv4hint=192.0.2.\(count)\nb HTTPS 1 h ipv4hint=192.0.2.1,192.0.2.99"
            let found = CheckRun.findings(in: try zone(text), file: "db.example").filter { $0.severity > .notice }
            #expect(found.map { "\($0.line) \($0.code)" } == ["\(count + 6) SVCB_HINT_DIFFERS"])
        }
    }
}

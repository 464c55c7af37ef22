import RFC1035
import Testing

@testable import ZoneCore

/// The examples of the checks that look at several zones.
@Suite struct AcrossZonesTests {
    private static let head = """
        $TTL 3600
        @ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
        @ NS ns1
        @ NS ns2
        ns1 A 198.51.100.53
        ns2 A 198.51.100.54

        """

    /// Zones from a text in which each begins with a line `; zone NAME`.
    private static func findings(
        _ text: String, profile: CheckProfile = .standard, maximum: Int = 1000
    ) throws -> [Finding] {
        let set = ZoneSet()
        var zones: [(origin: String, text: String)] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("; zone ") {
                zones.append((String(line.dropFirst(7)) + ".", ""))
            } else if let last = zones.indices.last {
                zones[last].text += line + "\n"
            }
        }
        for (number, zone) in zones.enumerated() {
            let origin = try Name(zone.origin)
            let store = RecordStore()
            let text = zone.text.contains(" SOA ") ? "$TTL 3600\n" + zone.text : head + zone.text
            let report = Array(text.utf8).withUnsafeBytes {
                MasterFile.read($0, name: "\(number).zone", into: store, options: MasterOptions(origin: origin))
            }
            try #require(report.isValid, "\(report.findings)")
            set.add(Zone(origin: origin, store: store), file: "\(number).zone", policy: CheckPolicy(profile: profile))
        }
        let now = try #require(Instant(rfc3339: "2026-11-20T08:00:00Z"))
        var policy = CheckPolicy(profile: profile, now: now)
        policy.maximum = maximum
        return try set.findings(policy: policy)
    }

    @Test("the bad example breaks the rule, the good one no rule", arguments: Check.acrossZones.map(\.code))
    func example(_ code: String) throws {
        let check = try #require(Check.acrossZones.first { $0.code == code })
        let bad = try Self.findings(check.bad)
        // What hides records is not delegated either.
        let others: Set<String> = code == "HIDDEN_BY_CHILD_ZONE" ? ["CHILD_NOT_DELEGATED"] : []
        #expect(Set(bad.map(\.code)) == others.union([code]), "\(bad.map(\.message.en))")
        #expect(bad.allSatisfy { !$0.message.id.isEmpty && $0.line > 0 })
        #expect(bad.filter { $0.code == code }.allSatisfy { $0.severity == check.severity })
        let good = try Self.findings(check.good)
        #expect(good.isEmpty, "\(good.map(\.message.en))")
        #expect(try Self.findings(check.bad, profile: .load).isEmpty)
    }

    /// What may look like a fault and is none.
    @Test(arguments: [
        // An alias into a zone that a delegation or a wildcard answers for.
        "; zone a.example\nx CNAME y.sub.b.example.\nz CNAME any.w.b.example.\n"
            + "; zone b.example\nsub NS ns.example.net.\n*.w A 192.0.2.1",
        // Addresses whose network is divided (RFC 2317), or looked after by somebody else.
        "; zone a.example\nx A 192.0.2.1\ny A 192.0.2.70\n; zone 2.0.192.in-addr.arpa\n1 CNAME 1.0-63\n"
            + "0-63 NS ns.example.net.\n70 NS ns.example.net.",
        // Several names at one address, of which PTR names one.
        "; zone a.example\nx A 192.0.2.1\ny A 192.0.2.1\n* A 192.0.2.9\n; zone 2.0.192.in-addr.arpa\n"
            + "1 PTR x.a.example.",
        "; zone a.example\nx AAAA 2001:db8::1\n; zone 8.b.d.0.1.0.0.2.ip6.arpa\n"
            + "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 PTR x.a.example.",
        // A zone between the two that nobody here has.
        "; zone example\nsub NS ns.example.net.\n; zone a.sub.example\nx A 192.0.2.1",
        // Null MX and SRV.
        "; zone a.example\n@ MX 0 .\n_x._tcp SRV 0 0 0 .\n; zone b.example\nx A 192.0.2.1",
    ])
    func findsNothing(text: String) throws {
        let found = try Self.findings(text)
        #expect(found.isEmpty, "\(found.map { "\($0.code) \($0.message.en)" })")
    }

    /// The key may be one that the server adds when it signs.
    @Test func aDelegationSignerForAZoneWithoutKeysIsNoted() throws {
        let found = try Self.findings(
            "; zone example\na NS ns1.a\na NS ns2.a\na DS 1 13 2 \(SignedExample.digest)\nns1.a A 198.51.100.53\n"
                + "ns2.a A 198.51.100.54\n; zone a.example\nx A 192.0.2.1")
        #expect(found.map { "\($0.severity.word) \($0.code)" } == ["notice DS_BUT_NO_KEY"])
    }

    /// What stands for findings that are not shown says how many they are.
    @Test func theRestIsCounted() throws {
        let aliases = (0..<5).map { "x\($0) CNAME y.b.example.\n" }.joined()
        let text = "; zone a.example\n" + aliases + "; zone b.example\nx A 192.0.2.1"
        let found = try Self.findings(text, maximum: 2)
        #expect(found.filter { $0.code == "OTHER_ZONE_TARGET_MISSING" }.map(\.count) == [1, 1, 3])
    }

    /// IPv6 addresses in both directions.
    @Test func comparesIPv6() throws {
        let found = try Self.findings(
            "; zone a.example\nx AAAA 2001:db8::1\ny AAAA 2001:db8::2\n; zone 8.b.d.0.1.0.0.2.ip6.arpa\n"
                + "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 PTR y.a.example.")
        #expect(found.map(\.code) == ["ADDRESS_WITHOUT_PTR", "PTR_DISAGREES"], "\(found.map(\.message.en))")
        #expect(found.first?.message.en.contains("2001:db8::2") == true)
    }

    /// Every code that is found between zones or in a registry explains itself, and none has two meanings.
    @Test func codesAreDeclaredOnce() {
        let codes = (Check.all + Check.beyondOneZone).map(\.code)
        #expect(Set(codes).count == codes.count)
        for check in Check.beyondOneZone + Check.signedChecks {
            for text in [check.summary, check.explanation] {
                #expect(!text.en.isEmpty && !text.id.isEmpty, "\(check.code)")
            }
            #expect(!check.bad.isEmpty && !check.good.isEmpty && !check.reference.isEmpty, "\(check.code)")
        }
    }
}

import RFC1035
import Testing

@testable import ZoneCore

/// Zones made to keep the checks busy: what they take grows with the zone's size, and not with its square.
@Suite struct HostileZoneTests {
    private static let head = """
        @ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600
        @ NS ns1
        @ NS ns2
        ns1 A 192.0.2.53
        ns2 A 198.51.100.53

        """
    private static let signed = head + "@ DNSKEY 257 3 13 \(SignedExample.key)\n"

    private static func findings(_ records: String) throws -> [Finding] {
        let store = RecordStore(expectedOctets: records.utf8.count)
        let origin = try Name(ZoneExample.origin)
        let report = Array(("$TTL 3600\n" + records).utf8).withUnsafeBytes {
            MasterFile.read($0, name: "db", into: store, options: MasterOptions(origin: origin))
        }
        #expect(report.errorCount == 0, "\(report.findings.first?.message ?? "")")
        let now = try #require(Instant(rfc3339: "2026-11-20T08:00:00Z"))
        return CheckRun.findings(
            in: Zone(origin: origin, store: store), file: "db", policy: CheckPolicy(profile: .strict, now: now))
    }

    @Test(.timeLimit(.minutes(1))) func manyTypesAtOneNameWithAProof() throws {
        let types = 1000..<30_000
        let listed = types.lazy.filter { $0 % 2 == 0 }.map { "TYPE\($0)" }.joined(separator: " ")
        let found = try Self.findings(
            Self.signed + "h NSEC @ \(listed) RRSIG NSEC\n"
                + types.map { "h TYPE\($0) \\# 0\n" }.joined()
                + types.map { "h RRSIG TYPE\($0) 13 4 3600 20361101000000 20261101000000 1 @ AAAA\n" }.joined())
        #expect(found.count { $0.code == "NSEC_BITMAP" } == 1)
        #expect(found.first { $0.code == "NSEC_BITMAP" }?.message.en.contains("lacks TYPE1001, TYPE1003") == true)
    }

    @Test(.timeLimit(.minutes(1))) func manySignaturesOfWhatIsNotThere() throws {
        let types = 1000..<30_000
        let found = try Self.findings(
            Self.signed + "h NSEC @ \(types.map { "TYPE\($0)" }.joined(separator: " ")) RRSIG NSEC\n"
                + types.map { "h RRSIG TYPE\($0) 13 4 3600 20361101000000 20261101000000 1 @ AAAA\n" }.joined())
        #expect(found.contains { $0.code == "RRSIG_WITHOUT_RRSET" })
        // Each is told of already.
        #expect(!found.contains { $0.code == "NSEC_BITMAP" })
    }

    @Test(.timeLimit(.minutes(1))) func manyServersBelowTheirDelegation() throws {
        let found = try Self.findings(
            Self.head + (0..<100_000).map { "sub NS n\($0).sub\nn\($0).sub A 192.0.2.1\n" }.joined()
                + "other.sub A 192.0.2.2\n")
        #expect(found.filter { $0.code == "UNUSED_GLUE" }.map(\.owner) == ["other.sub.example.go.id."])
    }

    @Test(.timeLimit(.minutes(1))) func aChainOfAliasesThroughWildcards() throws {
        let found = try Self.findings(
            Self.head + (0..<30_000).map { "*.w\($0) CNAME x\($0).w\($0 + 1)\n" }.joined() + "*.w30000 A 192.0.2.1\n")
        #expect(found.contains { $0.code == "CNAME_CHAIN_TOO_LONG" } && !found.contains { $0.code == "CNAME_LOOP" })
    }

    /// That it was not looked at is said, and nothing is concluded from it.
    @Test(.timeLimit(.minutes(1)), arguments: [10, 2500]) func hashesThatTakeTooLong(names: Int) throws {
        let found = try Self.findings(
            Self.signed + "@ NSEC3PARAM 1 0 2000 -\n"
                + "\(SignedExample.hostHash) NSEC3 1 0 2000 - \(SignedExample.apexHash) A\n"
                + (0..<names * 2).map { "h\($0) A 192.0.2.1\n" }.joined())
        let told = found.filter { $0.code == "NSEC3_TOO_MANY_ITERATIONS" }
        #expect(told.count == 1 && told[0].message.en.contains("not compared") == (names > 10), "\(told)")
        #expect(found.contains { $0.code == "NSEC3_MISSING" } == (names == 10))
    }
}

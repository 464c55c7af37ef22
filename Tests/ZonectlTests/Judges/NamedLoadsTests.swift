import RFC1035
import Testing
import ZoneCore

/// What `named` refuses although `named-checkzone` lets it pass: `check` is to say it before a server does.
///
/// The zones are in `Tests/Golden/named-loads.txt`; one `named` is asked to load them all.
@Suite struct NamedLoadsTests {
    private struct Sample: Sendable {
        let title: String
        let origin: String
        let text: String
    }

    private static func samples() throws -> [Sample] {
        let sections = try readText(goldenFolder + "/named-loads.txt").split(separator: "\n== ").dropFirst()
        return try sections.enumerated().map { number, section in
            let lines = section.split(separator: "\n")
            guard let match = lines.first?.wholeMatch(of: #/(.+?)(?: \[(\w+)\])?/#) else {
                throw HarnessError("what is '\(section)'?")
            }
            let soa = "@ SOA ns1 hostmaster 2026112001 10800 3600 1209600 3600"
            let servers = ["@ NS ns1", "ns1 A 192.0.2.53", "www A 192.0.2.80", "mail A 192.0.2.25"]
            var (origin, head) = ("z\(100 + number).example.", [soa] + servers)
            switch match.2 {
            case "reverse":
                origin = "z\(100 + number).2.0.192.in-addr.arpa."
                head = ["@ SOA ns.example.net. hostmaster.example.net. 2026112001 10800 3600 1209600 3600"]
                head.append("@ NS ns.example.net.")
            case "soa": head = servers
            default: break
            }
            let records = lines.dropFirst().flatMap { ZoneFault.repeated(String($0)) }
            let text = ["$ORIGIN \(origin)", "$TTL 3600"] + head + records
            return Sample(title: String(match.1), origin: origin, text: text.joined(separator: "\n") + "\n")
        }
    }

    /// What became of a zone.
    private enum Verdict: String {
        case refused
        /// Loaded, with words.
        case noted
        case loaded
    }

    @Test func whatNamedRefusesIsAnError() throws {
        let samples = try Self.samples()
        let directory = try TemporaryDirectory()
        func path(_ sample: Sample) -> String { directory.path(String(sample.origin.dropLast())) }
        for sample in samples { try writeFile(path(sample), sample.text) }
        let server = try NameServer(
            zones: Dictionary(uniqueKeysWithValues: samples.map { (String($0.origin.dropLast()), path($0)) }))
        let log = server.log.split(separator: "\n")

        var counts: [Verdict: Int] = [:]
        for sample in samples {
            let checked = try Tool.namedCheckzone("-i", "local", sample.origin, path(sample))
            #expect(checked.status == 0, "\(sample.title): named-checkzone says it\n\(checked)")

            let zone = "zone \(sample.origin.dropLast())/IN: "
            let said = log.filter { $0.contains(zone) || $0.contains(path(sample) + ":") }
            let isLoaded = said.contains { $0.contains("\(zone)loaded serial") }
            #expect(isLoaded != said.contains { $0.contains("not loaded due to errors") }, "\(sample.title): \(said)")
            let verdict: Verdict = !isLoaded ? .refused : said.count > 1 ? .noted : .loaded
            counts[verdict, default: 0] += 1

            let stopping = try Self.findings(path(sample), sample, .load).filter { $0.severity == .error }
            let noted = try Self.findings(path(sample), sample, .standard)
            let found = "\(sample.title): named has \(verdict.rawValue) it, check finds \(noted.map(\.code))\n\(said)"
            switch verdict {
            case .refused: #expect(!stopping.isEmpty, "\(found)")
            case .noted: #expect(!noted.isEmpty, "\(found)")
            case .loaded: #expect(stopping.isEmpty, "\(found)")
            }
        }
        // So that there is something to all three.
        for (verdict, least) in [(Verdict.refused, 30), (.noted, 10), (.loaded, 20)] {
            #expect(counts[verdict, default: 0] > least, "\(verdict)")
        }
    }

    private static func findings(_ path: String, _ sample: Sample, _ profile: CheckProfile) throws -> [Finding] {
        let now = try #require(Instant(rfc3339: "2026-11-20T08:00:00Z"))
        let policy = CheckPolicy(profile: profile, now: now)
        return try FileCheck.run(path, origin: Name(sample.origin), policy: policy).findings
    }
}

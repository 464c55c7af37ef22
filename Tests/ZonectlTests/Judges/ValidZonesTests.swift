import Foundation
import RFC1035
import Testing
import ZoneCore

/// Zones without a fault: what `check` says about them at warning or above is a false alarm.
@Suite struct ValidZonesTests {
    private static let folder = goldenFolder + "/valid"
    private static let files: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".zone") }.sorted()

    private static func alarms(_ path: String, _ origin: String, at time: String) throws -> [String] {
        let policy = CheckPolicy(profile: .strict, now: try #require(Instant(rfc3339: time)))
        let findings = try FileCheck.run(path, origin: Name(origin), policy: policy).findings
        return findings.filter { $0.severity != .notice }.map { "\($0.line): \($0.code) \($0.message.en)" }
    }

    /// Those in `Tests/Golden/valid`, made after examples of RFCs; the first line says which zone, and what time it is.
    @Test(arguments: files) func goldenZone(file: String) throws {
        let path = Self.folder + "/" + file
        let first = try readText(path).prefix { $0 != "\n" }
        let match = try #require(first.wholeMatch(of: #/; Zone (\S+) as of (\S+)/#), "\(file) begins with \(first)")
        #expect(try Self.alarms(path, String(match.1), at: String(match.2)) == [])
        #expect(try Peer.bind.report(on: path, origin: String(match.1)).report != .error)
        #expect(try Peer.nsd.report(on: path, origin: String(match.1)).report != .error)
    }

    @Test func allExamplesAreThere() {
        for rfc in ["1034-root", "1034-edu", "1035", "2308", "4592", "5155", "6781-pre-publish", "7505", "9460"] {
            #expect(Self.files.contains("rfc\(rfc).zone"))
        }
    }

    /// What the sample registry holds, rendered and as its admin wrote it.
    @Test func sampleRegistry() throws {
        let zones = goldenFolder + "/../../zones"
        let names = try FileManager.default.contentsOfDirectory(atPath: zones)
        #expect(!names.isEmpty)
        for zone in names {
            for file in ["db.\(zone)", "static.zone"] {
                #expect(try Self.alarms("\(zones)/\(zone)/\(file)", zone, at: "2026-11-20T08:00:00Z") == [], "\(file)")
            }
        }
    }

    /// Some of them are shown to the servers' tools, so that it is not ours alone that calls them valid.
    @Test func generatedZones() throws {
        let directory = try TemporaryDirectory()
        let folder = directory.root
        let sample = 60
        for seed in 1...1000 {
            let zone = OfficeZone(seed: UInt64(seed))
            let path = "\(folder)/zone\(seed)"
            try writeFile(path, zone.text)
            let alarms = try Self.alarms(path, zone.origin, at: "2026-11-20T08:00:00Z")
            #expect(alarms == [], "seed \(seed)\n\(zone.text)")
            if !alarms.isEmpty { break }
        }
        try forEachIndex(sample) { index in
            let path = "\(folder)/zone\(index + 1)"
            let zone = OfficeZone(seed: UInt64(index + 1))
            for peer in [Peer.bind, .knot, .nsd] {
                let (report, said) = try peer.report(on: path, origin: zone.origin)
                guard report != .silent else { continue }
                throw HarnessError("seed \(index + 1): \(peer.name) says \(said)\n\(zone.text)")
            }
        }
        withExtendedLifetime(directory) {}
    }
}

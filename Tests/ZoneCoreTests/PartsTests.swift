import RFC1035
import TestSupport
import Testing

@testable import ZoneCore

/// Working on several processors changes nothing but time.
@Suite struct PartsTests {
    private func store(_ text: String) throws -> RecordStore {
        let store = RecordStore()
        let options = MasterOptions(origin: try Name("example."))
        let report = Array(text.utf8).withUnsafeBytes {
            MasterFile.read($0, name: "db", into: store, options: options)
        }
        try #require(report.isValid)
        return store
    }

    private struct Outcome: Equatable {
        var text = ""
        var order: [String] = []
        var findings: [String] = []
        var names: [String] = []
    }

    private func outcome(_ text: String, parts: Int, maximum: Int) throws -> Outcome {
        let zone = Zone(origin: try Name("example."), store: try store(text), parts: parts)
        var outcome = Outcome()
        zone.writeCanonicalText { outcome.text += String(decoding: $0, as: UTF8.self) }
        outcome.order = zone.canonicalOrder().map { zone.name(at: Int($0)).description }
        outcome.findings = CheckRun.findings(in: zone, file: "db", maximum: maximum).map {
            "\($0.line):\($0.column) \($0.code) \($0.message.en)"
        }
        let shape = ZoneShape(zone)
        outcome.names = (0..<zone.nameCount).map {
            "\(zone.name(at: $0)) \(shape.standing(of: $0)) \(shape.governor(of: $0) ?? -1) \(Array(zone.rows(of: $0)))"
        }
        for name in 0..<zone.nameCount { #expect(zone.index(of: zone.name(at: name)) == name) }
        return outcome
    }

    @Test(arguments: 0..<12) func givesTheSameInAnyNumberOfParts(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let labels = [
            "a", "b", "a-very-long-common-beginning-1", "a-very-long-common-beginning-2", "*", "n", "_x", "-y",
        ]
        func owner() -> String {
            let count = Int.random(in: 1...3, using: &random)
            let tail = Int.random(in: 0...60, using: &random)
            let above = (1..<count).map { _ in "." + (labels.randomElement(using: &random) ?? "a") }.joined()
            return (labels.randomElement(using: &random) ?? "a") + "\(tail)" + above
        }
        var text = "$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n"
        for _ in 0..<600 {
            let data = [
                "A 192.0.2.\(Int.random(in: 0...9, using: &random))", "TXT \(Int.random(in: 0...3, using: &random))",
                "CNAME \(owner())", "MX 1 \(owner())", "30 AAAA 2001:db8::1", "NS ns.\(owner())", "DNAME \(owner())",
            ]
            text += "\(owner()) \(data.randomElement(using: &random) ?? "A 192.0.2.1")\n"
        }
        // Enough findings for some checks to be cut off.
        let maximum = 25
        let whole = try outcome(text, parts: 1, maximum: maximum)
        #expect(whole.findings.contains { $0.contains("more of these") })
        for parts in [2, 3, 8] {
            let other = try outcome(text, parts: parts, maximum: maximum)
            #expect(other.text == whole.text && other.order == whole.order, "seed \(seed), \(parts) parts")
            #expect(other.names == whole.names, "seed \(seed), \(parts) parts")
            #expect(other.findings == whole.findings, "seed \(seed), \(parts) parts")
        }
    }
}

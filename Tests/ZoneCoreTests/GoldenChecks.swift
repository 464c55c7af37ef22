import Foundation
import RFC1035
import Testing

@testable import ZoneCore

/// Where they are.
private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden/checks")

let goldenCodes: [String] = {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return found.filter { !$0.hasPrefix(".") }.sorted()
}()

/// Tests/Golden/checks: for each check a folder named after its code, with two zones.
///
/// In `bad.zone` the lines that the check is to find carry the comment `; <-- CODE`; of all checks, only those findings
/// may come, but for notices. A finding about the zone as a whole is marked on line 1. `good.zone` is the same done
/// right. Both are zones of `example.go.id.`, or of the name that `$ORIGIN` gives on their first line, as of
/// 2026-11-20, 08:00 UTC.
struct GoldenChecks {
    /// The checks that have such a folder.
    static var codes: [String] { goldenCodes }

    /// The marked lines of a file, each with its code.
    private static func marks(in file: URL) throws -> [String] {
        let lines = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().flatMap { number, line -> [String] in
            guard let mark = line.range(of: "; <-- ") else { return [] }
            return line[mark.upperBound...].split(separator: " ").map { "\(number + 1) \($0)" }
        }
    }

    private static func findings(in file: URL, _ check: Check, origin: String? = nil) throws -> [Finding] {
        let now = try #require(Instant(rfc3339: "2026-11-20T08:00:00Z"))
        var policy = CheckPolicy(profile: check.isOpinion ? .strict : .standard, now: now)
        // Of opinions only the one at hand.
        for other in Check.all where other.isOpinion && other.code != check.code {
            policy.severities[other.code] = .some(nil)
        }
        let origin = try origin ?? ZoneExample.origin(of: String(contentsOf: file, encoding: .utf8))
        return try FileCheck.run(file.path, origin: Name(origin), policy: policy).findings
    }

    @Test("finds exactly what is marked, and nothing in the zone done right", arguments: goldenCodes)
    func golden(_ code: String) throws {
        let check = try #require(Check.all.first { $0.code == code }, "no check \(code)")
        let bad = folder.appendingPathComponent("\(code)/bad.zone")
        let marks = try Self.marks(in: bad)
        #expect(!marks.isEmpty && marks.allSatisfy { $0.hasSuffix(" \(code)") }, "nothing marked with \(code)")
        let found = try Self.findings(in: bad, check).filter { $0.code == code || $0.severity != .notice }
        #expect(found.map { "\(max(1, $0.line)) \($0.code)" } == marks, "\(found.map(\.message.en))")
        let good = folder.appendingPathComponent("\(code)/good.zone")
        let silent = try Self.findings(in: good, check).filter { $0.code == code || $0.severity != .notice }
        #expect(silent.isEmpty, "\(silent.map { "\($0.line) \($0.code) \($0.message.en)" })")
    }

    @Test("an explanation's bad example breaks the rule, its good one no rule", arguments: Check.all.map(\.code))
    func example(_ code: String) throws {
        let check = try #require(Check.all.first { $0.code == code })
        guard !check.bad.isEmpty else { return }
        #expect(try codes(of: check.bad, check).contains(code))
        #expect(try codes(of: check.good, check) == [])
    }

    private func codes(of records: String, _ check: Check) throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).zone")
        defer { try? FileManager.default.removeItem(at: file) }
        try ZoneExample.zone(records).write(to: file, atomically: true, encoding: .utf8)
        return try Self.findings(in: file, check, origin: ZoneExample.origin(of: records)).map(\.code)
    }
}

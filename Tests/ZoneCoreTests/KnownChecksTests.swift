import Foundation
import RFC1035
import Testing

@testable import ZoneCore

@Suite struct KnownChecksTests {
    /// Files that show them cannot be printed, or would be too long.
    private static let withoutExample: Set = [
        "BYTE_ORDER_MARK", "NO_FINAL_NEWLINE", "CRLF_LINES", "NUL", "LINE_ENDING", "TOO_LARGE", "READ_FAILED", "MORE_WARNINGS", "TOO_MANY_ERRORS",
    ]
    private static let outside = Check.readingChecks + Check.readingFieldChecks + Check.fileEndChecks + Check.waiverChecks

    /// A new reason of the reader needs the code's explanation: `FaultReason.code` names all of them without a default.
    @Test(arguments: FaultReason.allCases) func everyReasonOfTheReaderIsExplained(reason: FaultReason) throws {
        let check = try #require(Check.named(reason.code), "\(reason.code) of \(reason)")
        // Nothing that stops a server can be waived; what its declaration does not know, the finding does.
        if check.stopsLoading, reason.consequence == .loaded { #expect(check.code == "GENERATE") }
        if reason.consequence == .loaded { #expect(check.severity == .warning || check.code == "GENERATE") }
    }

    @Test func codesAreDeclaredOnce() {
        #expect(Set(Check.known.map(\.code)).count == Check.known.count)
        let shape = #/[A-Z][A-Z0-9]*(_[A-Z0-9]+)*/#
        for check in Check.known { #expect(check.code.wholeMatch(of: shape) != nil, "\(check.code)") }
    }

    @Test(arguments: outside.map(\.code)) func whatIsFoundOutsideARunIsExplained(code: String) throws {
        let check = try #require(Check.named(code))
        for text in [check.summary, check.explanation] {
            #expect(!text.en.isEmpty && !text.id.isEmpty && text.en != text.id)
        }
        #expect(!check.reference.isEmpty && check.summary.en.hasSuffix(".") && check.summary.id.hasSuffix("."))
        #expect(check.bad.isEmpty == Self.withoutExample.contains(code) && check.good.isEmpty == check.bad.isEmpty)
    }

    @Test(arguments: outside.filter { !$0.bad.isEmpty }.map(\.code))
    func theBadExampleIsFoundAndTheGoodOneIsSilent(code: String) throws {
        let check = try #require(Check.named(code))
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try "sso A 192.0.2.90\n".write(
            to: folder.appendingPathComponent("hosts.zone"), atomically: true, encoding: .utf8)
        let file = folder.appendingPathComponent("db")
        func codes(_ records: String) throws -> [String] {
            try ZoneExample.zone(records).write(to: file, atomically: true, encoding: .utf8)
            let now = try #require(Instant(rfc3339: "2026-11-20T08:00:00Z"))
            return try FileCheck.run(file.path, origin: Name(ZoneExample.origin), policy: CheckPolicy(now: now))
                .findings.map(\.code)
        }
        let found = try codes(check.bad)
        #expect(found.contains(code), "\(found)")
        #expect(try codes(check.good) == [])
    }

    @Test(arguments: [
        ("no_soaa", ["NO_SOA"]), ("MX-NO-ADRESS", ["MX_NO_ADDRESS"]), ("cname_loops", ["CNAME_LOOP"]), ("nonsense", []),
        ("", []), (String(repeating: "X", count: 5000), []),
    ])
    func nearestCodes(text: String, first: [String]) {
        #expect(Array(Check.nearestCodes(to: text).prefix(1)) == first)
        #expect(Check.nearestCodes(to: text).count <= 3)
    }

    @Test(arguments: [
        ("a 300 IN MX 10 b ; c", [0..<1, 2..<5, 9..<11, 12..<14, 15..<16]),
        ("  MX 10 b", [2..<4, 2..<4, 2..<4, 5..<7, 8..<9]),
        ("a TXT \"x y\"\"z\"", [0..<1, 2..<5, 2..<5, 6..<11, 11..<14]),
        (#"a\ b CLASS1 1h ( TXT c\;d e )"#, [0..<4, 12..<14, 17..<20, 21..<25, 26..<27]),
        ("$GENERATE 1-9 h$ A 192.0.2.$", [14..<16, 17..<18, 17..<18, 19..<28, 17..<18]),
        ("a SOA (", [0..<1, 2..<5, 2..<5, 2..<5, 2..<5]),
    ])
    func partsOfALine(line: String, places: [Range<Int>]) {
        let text = EntryText(Array(line.utf8)[...])
        let parts: [Finding.Part] = [.owner, .ttl, .type, .rdata(0), .rdata(1)]
        #expect(parts.map { text.place(of: $0) } == places.map { Optional($0) })
    }

    /// The word that is wrong, as far as it is one.
    @Test(arguments: [
        ("@ DNSKEY 257 2 13 AAAA", "DNSKEY_PROTOCOL", "2"), ("@ DNSKEY 1 3 13 AAAA", "DNSKEY_FLAGS", "1"),
        ("@ DNSKEY 257 3 12 AAAA", "DNSKEY_WEAK_ALGORITHM", "12"), ("@ NSEC3PARAM 1 0 10 -", "NSEC3_ITERATIONS", "10"),
        ("@ NSEC3PARAM 1 0 0 ABCD", "NSEC3_SALT", "ABCD"), ("www DNSKEY 257 3 13 AAAA", "DNSKEY_NOT_AT_APEX", "DNSKEY"),
        ("@ ZONEMD 7 1 1 \(String(repeating: "5A", count: 48))", "ZONEMD_SERIAL", "7"),
        ("sub NS ns1\nsub DS 1 5 2 \(SignedExample.digest)", "DS_WEAK_ALGORITHM", "5"),
        ("h RP . nobody", "RP_TEXT_MISSING", "nobody"),
        ("h MX 5 host.123.", "TARGET_IN_NUMERIC_DOMAIN", "host.123."),
        ("@ NS ns3\nns3 A 192.0.2.53", "NS_SAME_ADDRESS", "ns3"), ("h LP 10 h", "LP_TO_ITSELF", "h"),
    ])
    func findingsPointAtTheField(records: String, code: String, word: String) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).zone")
        defer { try? FileManager.default.removeItem(at: file) }
        try ZoneExample.zone(records).write(to: file, atomically: true, encoding: .utf8)
        let now = try #require(Instant(rfc3339: "2026-11-20T08:00:00Z"))
        let found = try FileCheck.run(file.path, origin: Name(ZoneExample.origin), policy: CheckPolicy(now: now))
        let finding = try #require(found.findings.first { $0.code == code }, "\(found.findings.map(\.code))")
        #expect(String(decoding: finding.excerpt[finding.caret], as: UTF8.self) == word)
        #expect(finding.column == finding.caret.lowerBound + 1)
    }

    @Test(arguments: ["", " ", "; x", "\"", "\\", "(", "a\\", "\"\\"]) func oddLinesHaveNoParts(line: String) {
        #expect(EntryText(Array(line.utf8)[...]).place(of: .rdata(3)).map { $0.upperBound <= line.utf8.count } != false)
    }
}

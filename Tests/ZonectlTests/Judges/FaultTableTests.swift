import Foundation
import RFC1035
import Testing
import ZoneCore

/// The faults of `Tests/Golden/faults`, each given to the checkers that others use and to ours: the table says who
/// reports what, as found out now.
@Suite struct FaultTableTests {
    /// What is said about one zone file.
    private struct Row: Sendable {
        let fault: ZoneFault
        var peers: [Peer.Report] = []
        var said: [[String]] = []
        /// Ours, and where the fault's own lines begin.
        var findings: [Finding] = []
        var head = 0

        /// The finding that is expected, at the fault's own lines or about the zone as a whole.
        var finding: Finding? {
            findings.first { $0.code == fault.code && ($0.line > head || $0.line == 0) }
        }

        var text: String {
            let ours = finding.map { "\($0.severity.word.first.map { $0.uppercased() } ?? "")  \(fault.code)" } ?? "-"
            let words = [fault.list.padded(to: 4), fault.title.padded(to: 78)] + peers.map { $0.rawValue.padded(to: 5) }
            return (words + [ours]).joined(separator: " ")
        }
    }

    /// All rows, judged by all.
    private static func judged(_ faults: [ZoneFault]) throws -> [Row] {
        let rows = Rows(faults.map { Row(fault: $0) })
        let now = try #require(Instant(rfc3339: "2026-11-20T08:00:00Z"))
        try forEachIndex(faults.count) { index in
            var row = Row(fault: faults[index])
            let directory = try TemporaryDirectory()
            let path = directory.path("zone")
            let (text, head) = try row.fault.text(at: path)
            try writeFile(path, text)
            row.head = head
            for peer in Peer.allCases {
                let (report, said) = try peer.report(on: path, origin: row.fault.origin)
                row.peers.append(report)
                row.said.append(said)
            }
            let policy = CheckPolicy(profile: .strict, now: now)
            row.findings = try FileCheck.run(path, origin: Name(row.fault.origin), policy: policy).findings
            rows.set(index, row)
        }
        return rows.all
    }

    @Test func whatTheOthersLetPassIsFound() throws {
        let faults = try ZoneFault.all()
        #expect(faults.count > 300)
        let rows = try Self.judged(faults)
        // At once, so that nothing comes in between.
        FileHandle.standardOutput.write(Data((Self.table(rows) + "\n").utf8))
        #expect(rows.count { $0.fault.code == "-" } <= 1)
        for row in rows where row.fault.code != "-" {
            let found = row.findings.filter { $0.line > row.head || $0.line == 0 }.map { "\($0.line) \($0.code)" }
            #expect(row.finding != nil, "\(row.fault.list) \(row.fault.title): no \(row.fault.code) among \(found)")
        }
    }

    /// Otherwise a word in the table would say nothing about the fault.
    @Test func withoutAFaultNobodySaysAnything() throws {
        for row in try Self.judged(ZoneFault.bases) {
            #expect(row.peers == Peer.allCases.map { _ in .silent }, "\(row.fault.title): \(row.said)")
            let found = row.findings.filter { $0.severity != .notice }.map { "\($0.line) \($0.code)" }
            #expect(found == [], "\(row.fault.title)")
        }
    }

    private static func table(_ rows: [Row]) -> String {
        let silent = rows.filter { $0.peers.allSatisfy { $0 == .silent } }
        let heads = ["BIND", "Knot", "NSD", "ldns"].map { $0.padded(to: 5) }
        var lines = [(["list", "fault".padded(to: 78)] + heads + ["zonectl"]).joined(separator: " ")]
        lines += rows.map(\.text)
        lines.append("E refuses the zone, W says something, - says nothing; zonectl: E error, W warning, N notice")
        for (index, peer) in Peer.allCases.enumerated() {
            let count = rows.count { $0.peers[index] != .silent }
            lines.append("\(count) of \(rows.count) are reported by \(peer.name)")
        }
        lines.append("\(rows.count { $0.finding != nil }) of \(rows.count) are reported by zonectl")
        lines.append("\(silent.count) of \(rows.count) are reported by none of the other four")
        return lines.joined(separator: "\n")
    }
}

/// Rows that several threads fill.
private final class Rows<Row: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var rows: [Row]

    init(_ rows: [Row]) { self.rows = rows }
    func set(_ index: Int, _ row: Row) { lock.withLock { rows[index] = row } }
    var all: [Row] { lock.withLock { rows } }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

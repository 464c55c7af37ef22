import Foundation
import Testing

@testable import ZoneCore

/// `docs/checks.md` says what is declared. `ZONECTL_WRITE_DOCS=1 swift test --filter ChecksDocument` writes it anew.
@Suite struct ChecksDocumentTests {
    @Test func theDocumentIsWhatIsDeclared() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/checks.md")
        if ProcessInfo.processInfo.environment["ZONECTL_WRITE_DOCS"] != nil {
            try Self.text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(
            try String(contentsOf: file, encoding: .utf8) == Self.text,
            "write it anew with ZONECTL_WRITE_DOCS=1 swift test --filter ChecksDocument")
    }

    static var text: String {
        let head = """
            # What check finds

            The \(Check.known.count) codes of `zonectl check`. `zonectl explain CODE` says the same in the terminal,
            in English and Indonesian. This page is made from their declarations in `Sources/ZoneCore/Checks` by
            `ZONECTL_WRITE_DOCS=1 swift test --filter ChecksDocument`.

            An *error* is what makes a server refuse the zone, or an answer wrong or missing; a *warning* works, but
            not as anyone would want; a *notice* is legal and often a mistake. What *stops loading* is refused by one
            of BIND, Knot and NSD at least: it is all that `--profile load` reports, it stops `render`, and no
            comment waives it. What is *strict* is a matter of opinion and found by `--profile strict` alone.

            """
        var lines = [
            head,
            "| code | severity | | finds | reference |", "|---|---|---|---|---|",
        ]
        lines += Check.known.map { check in
            let notes = [check.stopsLoading ? "stops loading" : nil, check.isOpinion ? "strict" : nil].compactMap { $0 }
            let anchor = "[\(check.code)](#\(check.code.lowercased()))"
            return
                "| \(anchor) | \(check.severity.word) | \(notes.joined(separator: ", ")) | \(cell(check.summary.en)) "
                + "| \(cell(check.reference)) |"
        }
        for check in Check.known {
            lines += ["", "## \(check.code)", "", check.summary.en]
            if !check.explanation.en.isEmpty { lines += ["", check.explanation.en] }
            for (name, records) in [("Bad:", check.bad), ("Good:", check.good)] where !records.isEmpty {
                lines += ["", name, "", "```", records, "```"]
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}

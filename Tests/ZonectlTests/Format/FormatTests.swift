import RFC1035
import Testing
import ZoneCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// `FORMAT.md` against the program and against the servers it speaks of.
@Suite struct FormatTests {
    private static let path = String(
        #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/FORMAT.md")
    /// The codes in the document.
    private static let spokenOf = Set(
        ((try? readText(path)) ?? "").split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    private static let document = FormatDocument((try? readText(path)) ?? "")
    private static let origin = "example."

    @Test func everySectionHasItsRows() {
        #expect(Self.document.rows.count > 150)
        let named = Set(Self.document.rows.map(\.section))
        #expect(Self.document.sections.filter { !named.contains($0) && $0 != "How to read this" } == [])
    }

    /// What zonectl does with each input, as the last column says.
    @Test(arguments: document.rows.map(\.line))
    func readsAsItSays(line: Int) throws {
        let row = try #require(Self.document.rows.first { $0.line == line })
        let directory = try TemporaryDirectory()
        let outcome = try Self.outcome(try Self.write(row, in: directory))
        #expect(outcome.text == row.outcome, "FORMAT.md:\(row.line) \(row.input)")
    }

    /// What each server does with each input: `+` reads the same records as zonectl (any, where zonectl refuses), `≠`
    /// other records, `−` refuses. What Knot reads does not show, only whether it does.
    @Test(arguments: document.rows.map(\.line))
    func serversDoAsItSays(line: Int) throws {
        let row = try #require(Self.document.rows.first { $0.line == line })
        let directory = try TemporaryDirectory()
        let ours = try Self.outcome(try Self.write(row, in: directory))
        let verdicts = try Self.verdicts(in: directory, ours.isRefused ? nil : ours.records)
        #expect(verdicts == row.verdicts, "FORMAT.md:\(row.line) \(row.input)")
    }

    /// Writes the cells anew, for somebody to look through what has changed.
    @Test(.enabled(if: getenv("ZONECTL_UPDATE_FORMAT") != nil)) func update() throws {
        var lines = try readText(Self.path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for row in Self.document.rows {
            let directory = try TemporaryDirectory()
            let ours = try Self.outcome(try Self.write(row, in: directory))
            let verdicts = try Self.verdicts(in: directory, ours.isRefused ? nil : ours.records)
            lines[row.line - 1] =
                FormatDocument.Row(
                    section: row.section, line: row.line, input: row.input, verdicts: verdicts, outcome: ours.text
                ).text
        }
        try writeFile(Self.path, lines.joined(separator: "\n"))
    }

    // MARK: zonectl

    private struct Reading {
        var records: [String] = []
        var refusals: [String] = []
        var remarks: [String] = []

        var isRefused: Bool { !refusals.isEmpty }

        /// As the last column has it.
        var text: String {
            if isRefused { return "refused: " + refusals.joined(separator: ", ") }
            let shown = records.filter { !FormatTests.ofHead.contains($0) }
            var spans = shown.prefix(4).map { "`\(FormatTests.shown($0))`" }
            if shown.count > spans.count { spans.append("and \(shown.count - spans.count) more") }
            let notes = remarks.isEmpty ? [] : [remarks.joined(separator: ", ")]
            return ((spans.isEmpty ? ["nothing"] : [spans.joined(separator: " ")]) + notes).joined(separator: "; ")
        }
    }

    private static let ofHead: Set = [
        "example. 60 IN SOA ns.example. h.example. 1 2 3 4 5", "example. 60 IN NS ns.example.",
        "ns.example. 60 IN A 192.0.2.53",
    ]

    private static func write(_ row: FormatDocument.Row, in directory: TemporaryDirectory) throws -> String {
        let input = try FormatInput(row.input)
        try writeFile(directory.path("zone"), input.zone)
        for part in input.parts { try writeFile(directory.path(part.name), part.octets) }
        return directory.path("zone")
    }

    private static func outcome(_ path: String) throws -> Reading {
        let origin = try Name(origin)
        var loaded = try FileCheck.load(path, origin: origin)
        let verdict = FileCheck.verdict(on: loaded, file: path)
        var reading = Reading()
        reading.refusals = unique(verdict.refusals.map(\.code))
        guard reading.refusals.isEmpty else { return reading }
        let all = FileCheck.findings(of: loaded, policy: CheckPolicy(), file: path)
        // What the document does not speak of is not about reading.
        reading.remarks = unique(
            all.filter { $0.severity != .notice && spokenOf.contains($0.code) }.map { "\($0.severity.word) \($0.code)" }
        )
        if !verdict.dropped.isEmpty {
            let zone = loaded.zoneWithoutOutsiders()
            loaded = FileCheck.Loaded(zone: zone, report: loaded.report)
        }
        reading.records = canonical(loaded.zone.store)
        return reading
    }

    private static func unique(_ words: [String]) -> [String] {
        words.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Records in canonical text, each once.
    private static func canonical(_ store: RecordStore) -> [String] {
        var records: Set<String> = []
        for row in 0..<store.count {
            var writer = ByteWriter()
            RecordWriter.appendCanonical(store.rows[row], of: store, to: &writer)
            records.insert(String(decoding: writer.array().dropLast(), as: UTF8.self).replacing("\t", with: " "))
        }
        return records.sorted()
    }

    /// Long data is shown short in the document.
    private static func shown(_ record: String) -> String {
        let record = record.replacing("|", with: "¦")
        return record.utf8.count > 100 ? record.prefix(80) + "…" : record
    }

    // MARK: Servers

    private static func verdicts(in directory: TemporaryDirectory, _ records: [String]?) throws -> [String] {
        let bind = try inFolder(
            directory, .namedCompilezone, "-i", "none", "-k", "ignore", "-n", "ignore", "-m", "ignore", "-r", "ignore",
            "-M", "ignore", "-S", "ignore", "-T", "ignore", "-W", "ignore", "-s", "full", "-o", "-", origin, "zone")
        let knot = try inFolder(directory, .kzonecheck, "-o", origin, "zone")
        let nsd = try inFolder(directory, .nsdCheckzone, "-p", origin, "zone")
        // It has no option for the origin.
        try writeFile(
            directory.path("ldns"), Array("$ORIGIN \(origin)\n".utf8) + (try readFile(directory.path("zone"))))
        let ldns = try inFolder(directory, .ldnsReadZone, "ldns")
        return [
            verdict(bind.status, bind.out, records), knot.status == 0 ? "+" : "−",
            verdict(nsd.status, nsd.out, records),
            verdict(ldns.status, ldns.out, records),
        ]
    }

    private static func inFolder(
        _ directory: TemporaryDirectory, _ tool: Tool, _ arguments: String...
    ) throws -> Outcome {
        try run([try Tool.env.path(), "-C", directory.root, try tool.path()] + arguments)
    }

    private static func verdict(_ status: Int32, _ output: [UInt8], _ records: [String]?) -> String {
        guard status == 0 else { return "−" }
        guard let records else { return "+" }
        let lines = output.split(separator: 0x0A).filter { line in
            !["zone ", "OK", "dns_"].contains { line.starts(with: $0.utf8) }
        }
        let store = RecordStore()
        guard let origin = try? Name(origin) else { return "≠" }
        let text = Array(lines.joined(separator: [0x0A])) + [0x0A]
        let report = text.withUnsafeBytes {
            MasterFile.read($0, name: "output", into: store, options: MasterOptions(origin: origin))
        }
        guard report.isValid else { return "≠" }
        return canonical(store) == records ? "+" : "≠"
    }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
@testable import RFC1035
import TestSupport
import Testing

/// A file read in parts gives what it gives when read in order.
@Suite struct ParallelReadingTests {
    private struct Outcome: Equatable {
        var records: [String] = []
        var places: [String] = []
        var findings: [String] = []
        var segments = 0
        /// Where owners change their letter case.
        var turns: [OwnerTurn] = []

        static func == (a: Outcome, b: Outcome) -> Bool {
            a.records == b.records && a.places == b.places && a.findings == b.findings && a.turns == b.turns
        }
    }

    private func read(_ text: String, parts: Int, sample: Int = 1 << 16) throws -> Outcome {
        let descriptor = try temporaryFile(text)
        defer { close(descriptor) }
        var options = MasterOptions(origin: try Name("example."), includeRoot: "/nowhere")
        options.parts = parts
        options.sampleLength = sample
        let store = RecordStore(expectedOctets: 1 << 24)
        let report = MasterFile.read(descriptor: descriptor, name: "db", into: store, options: options)
        var outcome = Outcome()
        for index in 0..<store.count {
            var writer = ByteWriter()
            RecordWriter.appendCanonical(store.rows[index], of: store, to: &writer)
            outcome.records.append(String(decoding: writer.array(), as: UTF8.self))
            let place = store.location(of: index)
            outcome.places.append("\(place.file):\(place.line)")
        }
        outcome.findings = report.findings.map { "\($0.file):\($0.line):\($0.column): \($0.message)" }
        outcome.turns = store.turns
        outcome.segments = store.segments.count
        return outcome
    }

    private static let head = "$TTL 60\n@ SOA ns h 1 2 3 4 5\n"

    @Test(arguments: [2, 3, 8]) func readsAPlainFileInParts(parts: Int) throws {
        let text = Self.head + (0..<2000).map { "n\($0) A 192.0.2.\($0 % 256)\n" }.joined()
        let outcome = try read(text, parts: parts)
        #expect(outcome.segments == parts)
        #expect(try outcome == read(text, parts: 1))
        #expect(outcome.places.last == "db:2002")
    }

    /// A sparse file may claim any size.
    @Test(arguments: [Int.max, 1 << 62, 1 << 33, -1]) func leavesFilesOfOddSizesAlone(size: Int) throws {
        var options = MasterOptions(origin: try Name("example."))
        for parts in [nil, 3] {
            options.parts = parts
            #expect(ParallelReading(descriptor: 0, size: size, options: options) == nil)
        }
    }

    /// Lines after which a part's guess is right, and such after which it is wrong.
    private static let lines: [(common: Bool, text: String)] = [
        (true, "HOST A 192.0.2.1"), (true, "hos\\116.example. A 192.0.2.1"), (true, "host A 192.0.2.1"),
        (true, "mail 300 MX 10 host"), (true, "  TXT \"same owner\""), (true, "; remark"),
        (true, ""), (true, "text TXT ( \"a\"\n \"b\" )"), (true, "www CNAME host ; remark"),
        (false, "$ORIGIN sub.example."), (false, "$ORIGIN example."), (false, "$TTL 1h"), (false, "$TTL 60"),
        (false, "open TXT (\nfirst\nsecond A 192.0.2.7\n)"), (false, "quote TXT (\"a\nb A 192.0.2.1\n\")"),
        (false, "bad A 192.0.2.256"), (false, "never TXT ( closed"), (false, "odd TXT \"open"),
        (false, "odd TXT ( \"open\n  rest )"),
        (false, "$GENERATE 1-9 g$ A 192.0.2.$"), (false, "$GENERATE 1-40000 h$ A 192.0.2.1"),
        (false, "$GENERATE 1-9 bad$ A 192.0.2"), (false, "first A 192.0.2.1\rsecond A 192.0.2.2"),
        (false, "$ORIGIN sub.example.\n A 192.0.2.1\n$ORIGIN example."),
        (false, "$INCLUDE missing"), (false, "big 4294967295 A 192.0.2.1"),
    ]

    @Test(arguments: 0..<40) func readsWhatReadingInOrderReads(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let oddOnes = Int.random(in: 0...2, using: &random)
        var lines = (0..<400).map { _ in Self.lines.filter(\.common).randomElement(using: &random)?.text ?? "" }
        for _ in 0..<oddOnes {
            let odd = Self.lines.filter { !$0.common }.randomElement(using: &random)?.text ?? ""
            lines.insert(odd, at: Int.random(in: 0...lines.count, using: &random))
        }
        // With and without a default TTL.
        let head = Bool.random(using: &random) ? Self.head : "@ 60 SOA ns h 1 2 3 4 5\n"
        let text = head + lines.joined(separator: "\n") + (Bool.random(using: &random) ? "\n" : "")
        let whole = try read(text, parts: 1)
        for parts in [2, 3, 5] {
            // Short samples make for wrong guesses.
            let outcome = try read(text, parts: parts, sample: Int.random(in: 60...2000, using: &random))
            #expect(outcome == whole, "seed \(seed), \(parts) parts of:\n\(text)")
        }
    }
}

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

/// Comments that are addressed to the program, `; zonectl: …`, and the entries they are about.
@Suite struct AnnotationTests {
    /// `LINE:COLUMN FIRST-LAST text`, or `-` where it is about no entry.
    private func read(_ text: String, parts: Int = 1) throws -> [String] {
        let descriptor = try temporaryFile(text)
        defer { close(descriptor) }
        var options = MasterOptions(origin: try Name("example."))
        options.parts = parts
        options.sampleLength = 1 << 16
        let store = RecordStore(expectedOctets: 1 << 24)
        let report = MasterFile.read(descriptor: descriptor, name: "db", into: store, options: options)
        return report.annotations.map { note in
            let entry = note.entry.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "-"
            return "\(note.line):\(note.column) \(entry) \(note.text)"
        }
    }

    private static let cases: [(text: String, notes: [String])] = [
        ("a A 192.0.2.1 ; zonectl: allow X", ["2:15 2-2 allow X"]),
        ("a A 192.0.2.1 ;zonectl:allow X", ["2:15 2-2 allow X"]),
        ("a A 192.0.2.1 ;\t zonectl:  allow \t X  ", ["2:15 2-2 allow X"]),
        ("a A 192.0.2.1 ; zonectl: allow X ; why", ["2:15 2-2 allow X"]),
        ("a A 192.0.2.1 ; zonectl: allow \u{E9}", [#"2:15 2-2 allow \195\169"#]),
        // No such comment.
        ("a A 192.0.2.1 ; see zonectl: allow X", []), ("a TXT \"; zonectl: allow X\"", []),
        ("a TXT \\; zonectl: allow X", []), ("a A 192.0.2.1 ; zonectl", []), ("a A 192.0.2.1 ; zonectlz allow X", []),
        ("a A 192.0.2.1 ; zonectl\u{1A} allow X", []),
        // In any letter case, and in any part of the comment.
        ("a A 192.0.2.1 ; ZoneCTL: allow X", ["2:15 2-2 allow X"]),
        ("a A 192.0.2.1 ; old; zonectl: allow X", ["2:20 2-2 allow X"]),
        ("a A 192.0.2.1 ;; zonectl: allow X", ["2:16 2-2 allow X"]),
        ("a A 192.0.2.1 ; zonectl: allow X ; zonectl: allow Y", ["2:15 2-2 allow X", "2:34 2-2 allow Y"]),
        // But not behind what has been commented out.
        ("; b A 192.0.2.1 ; zonectl: allow X\na A 192.0.2.1", []),
        ("; zonectl: allow X ; zonectl: allow Y\na A 192.0.2.1", ["2:1 3-3 allow X"]),
        // On any line of a record.
        ("a TXT ( ; zonectl: allow X\n b ; zonectl: allow Y\n ) ; zonectl: allow Z\nc A 192.0.2.1",
         ["2:9 2-4 allow X", "3:4 2-4 allow Y", "4:4 2-4 allow Z"]),
        ("a TXT (\n; zonectl: allow X\nb )", ["3:1 2-4 allow X"]),
        // Alone on the line before.
        ("; zonectl: allow X\na A 192.0.2.1", ["2:1 3-3 allow X"]),
        ("  ; zonectl: allow X\na TXT (\nb )", ["2:3 3-4 allow X"]),
        ("; zonectl: allow X\n; zonectl: allow Y\na A 192.0.2.1 ; zonectl: allow Z",
         ["2:1 4-4 allow X", "3:1 4-4 allow Y", "4:15 4-4 allow Z"]),
        ("; zonectl: allow X\n\na A 192.0.2.1", ["2:1 - allow X"]),
        ("; zonectl: allow X\n; why\na A 192.0.2.1", ["2:1 - allow X"]),
        ("; zonectl: allow X", ["2:1 3-3 allow X"]),
        // A record that cannot be read, and a directive.
        ("a BOGUS x ; zonectl: allow X\nb A 192.0.2.1 ; zonectl: allow Y", ["2:11 2-2 allow X", "3:15 3-3 allow Y"]),
        ("$ORIGIN example. ; zonectl: allow X\na A 192.0.2.1", ["2:18 2-2 allow X"]),
        ("$GENERATE 1-2 a$ A 192.0.2.$ ; zonectl: allow X", ["2:30 2-2 allow X"]),
    ]

    @Test(arguments: cases)
    func areHeard(text: String, notes: [String]) throws {
        #expect(try read("$TTL 60\n" + text + "\n") == notes)
        #expect(try read("$TTL 60\n" + text) == notes)
    }

    /// Wherever a window ends.
    @Test func areHeardOnceHoweverTheFileIsCut() throws {
        for shift in [0, 1, 7, 31, 63, 64, 65] {
            var text = "$TTL 60\n; " + String(repeating: "x", count: shift) + "\n"
            var wanted: [String] = []
            for index in 0..<6000 {
                let line = 3 + index * 3
                text += "; zonectl: allow A\nn\(index) TXT ( a\n b ) ; zonectl: allow B\n"
                wanted += ["\(line):1 \(line + 1)-\(line + 2) allow A", "\(line + 2):6 \(line + 1)-\(line + 2) allow B"]
            }
            #expect(try read(text) == wanted)
        }
    }

    @Test(arguments: [2, 3, 8]) func areTheSameInParts(parts: Int) throws {
        let text =
            "$TTL 60\n@ SOA ns h 1 2 3 4 5\n"
            + (0..<3000)
            .map { "; zonectl: allow A\nn\($0) A 192.0.2.1\nm\($0) A 192.0.2.1 ; zonectl: allow B\n" }.joined()
        // Where the part begins behind the comment, only the first line of the record is known; it is its only one.
        #expect(try read(text, parts: parts) == read(text, parts: 1))
    }
}

import TestSupport
import Testing

@testable import ZoneCore
@testable import zonectl

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs the program in this process and keeps what it writes.
func runProgram(
    _ arguments: [String], environment: [String: String] = [:]
) -> (status: zonectl.ExitStatus, out: String, err: String) {
    func contents(_ descriptor: Int32) -> String {
        lseek(descriptor, 0, SEEK_SET)
        var octets: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count <= 0 { break }
            octets += chunk[0..<count]
        }
        close(descriptor)
        return String(decoding: octets, as: UTF8.self)
    }
    let out = (try? temporaryFile()) ?? -1
    let err = (try? temporaryFile()) ?? -1
    let status = Program.run(
        arguments, environment: Environment(environment), output: Output(descriptor: out),
        errors: Output(descriptor: err))
    return (status, contents(out), contents(err))
}

@Suite struct ConsoleTests {
    @Test(arguments: [
        ("plain", "plain"),
        ("two\nlines", "two\\x0Alines"),
        ("\u{1B}[31mred", "\\x1B[31mred"),
        ("a\u{202E}b", "a\\u{202E}b"),
        ("zero\u{200B}width", "zero\\u{200B}width"),
        ("\u{9B}31m", "\\x9B31m"),
        ("Kelurahan Kalikajar \u{E9}", "Kelurahan Kalikajar \u{E9}"),
    ])
    func controlCharactersAreShown(text: String, expected: String) {
        #expect(TerminalText.escaped(text) == expected)
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("=1+1", "'=1+1"),
        ("+62", "'+62"), ("-x", "'-x"), ("@here", "'@here"), ("two\r\nlines", "\"two\r\nlines\""), ("", ""),
    ])
    func cellsAreQuotedAndDisarmed(text: String, expected: String) {
        #expect(CSV.cell(text) == expected)
    }

    @Test func jsonEscapesWhatATerminalWouldObey() {
        let value = JSONText.object([("a", .string("x\u{1B}\"\\\n\u{202E}\u{E9}")), ("b", .array([]))])
        #expect(value.document() == "{\n  \"a\": \"x\\u001b\\\"\\\\\\n\\u202e\u{E9}\",\n  \"b\": []\n}\n")
    }

    @Test func rowsBecomeBlocksWhereColumnsAreTooMany() {
        var table = Table(
            [Table.Column("NUMBER"), Table.Column("AGENCY", shrinksTo: 8), Table.Column("LETTER")], becomesBlocks: true)
        table.append(["2026/0001", "Dinas Kesehatan dan Keluarga", "440/1/2026"])
        table.append(["2026/0002", "", "440/2/2026"])
        #expect(
            table.lines(width: 28) == [
                "NUMBER  2026/0001", "AGENCY  Dinas Kesehatan dan", "        Keluarga", "LETTER  440/1/2026", "",
                "NUMBER  2026/0002", "LETTER  440/2/2026",
            ])
        #expect(table.lines(width: 33).first == "NUMBER     AGENCY      LETTER")
    }

    @Test func tablesFitAndLoseNothing() {
        var table = Table([
            Table.Column("NAME"), Table.Column("OPD", shrinksTo: 12), Table.Column("N"),
        ])
        table.append(["dinkes", "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana", "7"])
        table.append(["a\u{1B}b", "x"])
        for width in [30, 40, 80] {
            let lines = table.lines(width: width)
            #expect(lines.allSatisfy { TerminalText.width($0) <= width })
            #expect(!lines.joined().contains("\u{1B}"))
            #expect(lines.joined(separator: " ").contains("Berencana"))
        }
        #expect(table.lines(width: 80).count == 3)
    }

    /// A word, such as a code, is broken only where no column can give way between its words.
    @Test func wordsStayWhole() {
        var table = Table([
            Table.Column("NAME", shrinksTo: 4), Table.Column("OPD", shrinksTo: 4), Table.Column("REASON", shrinksTo: 8),
        ])
        table.append(["dinkes", "Dinas Kesehatan dan Keluarga", "NOT_GOVERNMENT_PURPOSE"])
        #expect(table.lines(width: 41)[1] == "dinkes  Dinas      NOT_GOVERNMENT_PURPOSE")
        let narrow = table.lines(width: 30)
        #expect(narrow.allSatisfy { $0.utf8.count <= 30 } && !narrow.joined().contains("GOVERNMENT"), "\(narrow)")
    }

    @Test(arguments: [
        ("2026  a  (b c)", 20, ["2026  a  (b c)"]), ("2026  a  (b cd)", 14, ["2026  a  (b", "      cd)"]),
        ("    wide word", 9, ["    wide", "      wor", "      d"]),
    ])
    func linesHang(text: String, width: Int, lines: [String]) {
        #expect(TerminalText.hanging(text, indent: 6, width: width) == lines)
    }

    @Test(arguments: [
        ("", 5, [""]), ("a b", 5, ["a b"]), ("aaa bbb", 5, ["aaa", "bbb"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a abcdefgh b", 3, ["a", "abc", "def", "gh", "b"]),
    ])
    func wrapping(text: String, width: Int, lines: [String]) {
        #expect(TerminalText.wrap(text, width: width).map { $0 } == lines)
    }

    @Test func aFullDiskBehindStdoutIsNoSuccess() {
        let full = open("/dev/full", O_WRONLY)
        let null = open("/dev/null", O_WRONLY)
        defer {
            close(full)
            close(null)
        }
        let status = Program.run(
            ["--version"], environment: Environment([:]), output: Output(descriptor: full),
            errors: Output(descriptor: null))
        #expect(status == .inputOutput)
    }

    @Test(arguments: [
        (["LANG": "id_ID.UTF-8"], Language.indonesian), (["LANG": "en_US"], .english), ([:], .english),
        (["LC_ALL": "C", "LANG": "id_ID"], .english), (["LC_ALL": "", "LC_MESSAGES": "id", "LANG": "C"], .indonesian),
        (["LANG": "idx"], .english),
    ])
    func languageOfTheLocale(variables: [String: String], language: Language) {
        #expect(Environment(variables).language == language)
    }

    @Test func versionAndLanguage() {
        #expect(runProgram(["--version"]).out == "zonectl \(Program.version)\n")
        #expect(runProgram(["nonsense", "--lang", "id"]).err.contains("tidak dikenal"))
        #expect(runProgram(["nonsense"], environment: ["LANG": "id_ID"]).err.contains("tidak dikenal"))
        #expect(runProgram(["nonsense", "--lang=en"], environment: ["LANG": "id_ID"]).err.contains("unknown command"))
    }
}

import Testing
import ZoneCore

@testable import zonectl

@Suite struct OptionsTests {
    private static let parser = Parser(
        options: Options.global + Options.request + Options.target + [Options.batch.spec])

    struct Line: Sendable {
        let words: [String]
        let given: [String: [String]]
        let rest: [String]
    }

    @Test(arguments: [
        Line(words: ["add", "dinkes"], given: [:], rest: ["add", "dinkes"]),
        Line(words: ["-q", "add", "-v"], given: ["quiet": [], "verbose": []], rest: ["add"]),
        Line(words: ["-qv", "add"], given: ["quiet": [], "verbose": []], rest: ["add"]),
        Line(words: ["-z", "x.example", "list"], given: ["zone": ["x.example"]], rest: ["list"]),
        Line(words: ["-zx.example", "list"], given: ["zone": ["x.example"]], rest: ["list"]),
        Line(words: ["list", "--zone=x=y"], given: ["zone": ["x=y"]], rest: ["list"]),
        Line(words: ["--zone=", "list"], given: ["zone": [""]], rest: ["list"]),
        Line(
            words: ["add", "n", "--address", "192.0.2.1", "2001:db8::1", "--opd", "X"],
            given: ["address": ["192.0.2.1", "2001:db8::1"], "opd": ["X"]], rest: ["add", "n"]),
        Line(
            words: ["add", "--address", "192.0.2.1", "--", "n", "-x"], given: ["address": ["192.0.2.1"]],
            rest: ["add", "n", "-x"]),
        Line(words: ["add", "--address=192.0.2.1", "n"], given: ["address": ["192.0.2.1"]], rest: ["add", "n"]),
        Line(words: ["add", "n", "--hosting"], given: ["hosting": []], rest: ["add", "n"]),
        Line(words: ["add", "n", "--hosting", "5"], given: ["hosting": ["5"]], rest: ["add", "n"]),
        Line(words: ["add", "n", "--mail", "--www"], given: ["mail": [], "www": []], rest: ["add", "n"]),
        Line(words: ["add", "n", "--letter=-1/2"], given: ["letter": ["-1/2"]], rest: ["add", "n"]),
        Line(words: ["add", "--batch", "-"], given: ["batch": ["-"]], rest: ["add"]),
        Line(words: ["add", "--batch=-"], given: ["batch": ["-"]], rest: ["add"]),
        Line(words: ["--", "--zone"], given: [:], rest: ["--zone"]),
    ])
    func wellFormedLines(line: Line) {
        let parsed = OptionsTests.parser.parse(line.words)
        #expect(parsed.problem == nil)
        #expect(parsed.words == line.rest)
        var given: [String: [String]] = [:]
        for (spec, values) in parsed.given { given[spec.long, default: []] += values }
        #expect(given == line.given)
    }

    @Test(arguments: [
        (["add", "--oppd", "x"], "unknown option --oppd; did you mean --opd?"),
        (["add", "--adress=192.0.2.1"], "did you mean --address?"),
        (["add", "-x"], "unknown option -x"),
        (["add", "-qx"], "unknown option -x"),
        (["add", "--wildly-different"], "unknown option --wildly-different"),
        (["add", "--www=yes"], "--www takes no value"),
        (["add", "--opd"], "--opd needs a value"),
        (["add", "--opd", "--letter", "5"], "--opd needs a value"),
        (["add", "--opd", "--"], "--opd needs a value"),
        (["add", "--letter", "-1"], "--letter=NUMBER"),
        (["add", "--address"], "--address needs a value"),
        (["add", "-z"], "-z needs a value"),
    ])
    func wrongLines(words: [String], message: String) {
        let problem = OptionsTests.parser.parse(words).problem
        #expect(problem?.en.contains(message) == true, "\(problem?.en ?? "no problem")")
        #expect(problem?.id != problem?.en)
    }

    @Test(arguments: [
        (["frobnicate"], "unknown command frobnicate"),
        (["serail", "compare", "1", "2"], "did you mean serial?"),
        (["serial", "comprae", "1", "2"], "did you mean serial compare?"),
        (["serial"], "serial needs one of"),
        (["serial", "compare", "1"], "needs B"),
        (["serial", "compare", "1", "2", "3"], "no further argument: 3"),
        (["serial", "compare", "1", "4294967296"], "not a serial"),
        (["serial", "compare", "1", "2", "--www"], "does not take --www"),
        (["serial", "compare", "1", "2", "--format", "csv"], "it has text, json"),
        (["serial", "compare", "1", "2", "--format", "jsn"], "did you mean json?"),
        (["serial", "compare", "1", "2", "--lang", "de"], "none of en, id"),
        (["serial", "compare", "1", "2", "--now", "yesterday"], "RFC 3339"),
        (["serial", "compare", "1", "2", "--as", ":x"], "ROLE:NAME"),
        (["completion", "csh"], "none of bash, zsh, fish"),
        (["help", "ad"], "did you mean add?"),
        (["add", "--opd", "a", "--opd", "b", "x"], "--opd is given twice"),
        (["add", "--address", "192.0.2.1", "dinkes"], "put NAME"),
        (["add", "x", "--ttl", "2147483648", "--opd", "o"], "not a TTL"),
        (["add", "x", "--ttl", "1h30", "--opd", "o"], "not a TTL: seconds from 0 to 2147483647, or units as in"),
        (["add", "x", "--hosting", "0"], "number from 1"),
        (["add", "x", "--opd", "a\u{1B}b"], "U+001B"),
        (["add", "x", "--opd", " "], "is empty"),
        (["add", "x", "--letter-date", "2026-02-29"], "not a date"),
        ([], "Usage"),
    ])
    func usageErrorsExitWithTwo(words: [String], message: String) {
        let run = runProgram(words)
        #expect(run.status == .usage)
        #expect(run.out.isEmpty)
        #expect(run.err.contains(message), "\(run.err)")
    }

    @Test func optionsStandBeforeOrAfterTheCommand() {
        let after = runProgram(["serial", "compare", "1", "2", "--format", "json"])
        #expect(after.status == .done)
        #expect(after.out == runProgram(["--format=json", "serial", "compare", "1", "2"]).out)
        #expect(after.out == runProgram(["--format", "csv", "serial", "compare", "--format", "json", "1", "2"]).out)
        #expect(after.out.contains("\"order\": \"less\""))
    }

    @Test(arguments: [
        ("0", "1", "less"), ("1", "0", "greater"), ("4294967295", "0", "less"), ("7", "7", "equal"),
        ("0", "2147483648", "undefined"), ("2147483648", "0", "undefined"), ("0", "2147483647", "less"),
    ])
    func serialsCompareByRFC1982(a: String, b: String, word: String) {
        #expect(runProgram(["serial", "compare", a, b]).out == word + "\n")
    }

    @Test(arguments: [
        ("60", 60), ("1h", 3600), ("1h30m", 5400), ("1W2d", 777_600), ("0", 0), ("2147483647", 2_147_483_647),
        ("", nil), ("h", nil), ("1x", nil), ("-1", nil), ("+5", nil), ("1.5", nil), ("2147483648", nil),
        ("99999999999999999999999", nil), ("9999999w", nil), ("１", nil), ("1h30", nil), ("1h1h", 7200),
    ] as [(String, UInt32?)])
    func timesToLive(text: String, seconds: UInt32?) {
        #expect((try? Values.ttl(text)) == seconds)
    }

    @Test func signersAreOneRecordEachHoweverTheyAreWritten() throws {
        let digest = String(repeating: "4A", count: 32)
        let half = String(digest.prefix(32))
        let record = "12345 13 2 \(digest)"
        #expect(try Values.delegationSigners([record, record]) == [record, record])
        let words = record.split(separator: " ").map(String.init)
        #expect(try Values.delegationSigners(words + words) == [record, record])
        #expect(try Values.delegationSigners(["1", "13", "2", half, half, "2", "13", "2", digest]).count == 2)
        #expect(try Values.delegationSigners(["1", "13", "5", half, half, "2", "13", "6", half, half]).count == 2)
    }
}

import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Input made to harm: it ends in bounded time and memory, with a clear error and an exit code of ours.
@Suite struct HostileInputTests {
    /// Octets of address space a run may take; none under the address sanitizer, which needs more for itself.
    private static let memory: String = {
        let isSanitized = (try? run(["/bin/grep", "-q", "__asan_init", zonectlPath]).status == 0) ?? false
        return isSanitized ? "unlimited" : "600000"
    }()

    /// What a feeding command writes is standard input.
    private func read(
        _ feed: String, _ command: String = "check", seconds: Double = 60
    ) throws -> Outcome {
        try run(
            [
                "/bin/bash", "-c",
                "(\(feed)) 2>&- | (ulimit -v \(Self.memory); exec \"$0\" \(command) --origin x.test -)", zonectlPath,
            ], seconds: seconds)
    }

    private static let head = #"printf '@ 60 SOA ns.net. h.net. 1 2 3 4 5\n@ 60 NS ns.net.\n'"#
    private static func times(_ count: Int, _ octet: String) -> String {
        "head -c \(count) /dev/zero | tr '\\0' '\(octet)'"
    }

    @Test(arguments: [
        ("one line of 1 GB", "\(times(1_000_000_000, "a"))", "1:1: error TOO_LARGE"),
        ("a string of 1 GB", "printf 'a TXT '; \(times(1_000_000_000, "a"))", "1:1: error TOO_LARGE"),
        ("a quote of 1 GB", "printf 'a TXT \"'; \(times(1_000_000_000, "a"))", "error"),
        ("a long comment", "printf ';'; \(times(200_000_000, "a"))", "error"),
        ("blanks", "\(times(200_000_000, " "))", "error"),
        ("10⁷ open parentheses", "\(times(10_000_000, "("))", "1:1: error PARENTHESES"),
        ("10⁷ open parentheses in a record", "printf 'a A '; \(times(10_000_000, "("))", "error PARENTHESES"),
        ("10⁷ closed parentheses", "\(times(10_000_000, ")"))", "1:1: error PARENTHESES"),
        ("10⁷ lines of them", "yes '(' | head -c 10000000", "error PARENTHESES"),
        ("10⁷ quotes", "\(times(10_000_000, "\""))", "1:1: error"),
        ("10⁷ quotes in a record", "printf 'a TXT '; \(times(10_000_000, "\""))", "error BAD_FIELD"),
        ("lines with an open quote", "yes 'a TXT \"x' | head -c 10000000", "error QUOTES"),
        ("lines with an open parenthesis and quote", "yes 'a TXT (\"x' | head -c 10000000", "error"),
        (
            "indented lines with an open quote", "echo 'a A 192.0.2.1'; yes ' TXT (\"x' | head -c 10000000",
            "error QUOTES"
        ),
        ("a group of lines that never ends", "echo 'a TXT ('; yes ' \"x\"' | head -c 100000000", "error PARENTHESES"),
        ("an open quote in a group that never ends", "echo 'a TXT (\"'; yes ' x' | head -c 100000000", "error QUOTES"),
        ("10⁷ backslashes", "\(times(10_000_000, "\\\\"))", "error"),
        ("10⁷ newlines", "\(times(10_000_000, "\\n"))", "error NO_SOA"),
        ("zeros", "head -c 200000000 /dev/zero", "error"),
        ("random octets", "head -c 10000000 /dev/urandom", "error"),
        ("a million errors", "yes 'a A x' | head -n 1000000", "error TOO_MANY_ERRORS"),
        ("a $GENERATE that never ends", head + #"; echo '$GENERATE 0-4294967295 h$ A 192.0.2.1'"#, "3:"),
        ("$GENERATE a thousand times", head + #"; yes '$GENERATE 0-60000 h$ A 192.0.2.1' | head -n 1000"#, "error"),
        ("a name of 255 labels", head + "; yes a | head -n 255 | tr '\\n' .; echo ' 60 A 192.0.2.1'", "error"),
        (
            "a name of 5,000,000 labels", head + "; yes a | head -n 5000000 | tr '\\n' .; echo ' 60 A 192.0.2.1'",
            "error"
        ),
    ])
    func endsWithAnError(what: String, feed: String, message: String) throws {
        for command in ["check", "compile"] {
            // The largest once is enough.
            if command == "compile" && feed.contains("1000000000") { continue }
            let output = try read(feed, command)
            #expect(output.status == 1, "\(what): \(output)")
            #expect((output.text + output.errorText).contains(message), "\(what): \(output)")
            // What it says stays in proportion, whatever it was given.
            #expect(output.out.count + output.err.count < 4 << 20, "\(what)")
        }
    }

    /// The limit is a part of the memory there is; a tenth of a machine's shows it sooner.
    @Test(arguments: [
        ("one name", "yes 'a 60 A 192.0.2.1'"), ("many names", "seq -f 'h%.0f 60 A 192.0.2.1' 1 1000000000"),
        ("long data", "yes \"a 60 TXT $(yes \(String(repeating: "x", count: 200)) | head -n 200 | tr '\\n' ' ')\""),
    ])
    func recordsThatNeverEnd(what: String, feed: String) throws {
        guard Self.memory != "unlimited" else { return }
        let output = try run(
            [
                "/bin/bash", "-c",
                "(\(Self.head); \(feed)) 2>&- | (ulimit -v 200000; exec \"$0\" check --origin x.test -)", zonectlPath,
            ], seconds: 120)
        #expect(output.status == 1, "\(what): \(output)")
        #expect((output.text + output.errorText).contains("error TOO_LARGE: the zone takes more memory"), "\(output)")
        #expect(!(output.text + output.errorText).contains("TOO_MANY_ERRORS"), "\(output)")
    }

    /// Every name is of its own depth, and each is looked up with all above it.
    @Test func deepNames() throws {
        let feed =
            Self.head + #"; for n in $(seq 1 120); do printf 'a.%.0s' $(seq 1 $n); echo 'x.test. 60 A 192.0.2.1'; done"#
        let output = try read(feed, "compile")
        #expect(output.status == 0 && output.lines.count == 122, "\(output)")
        let long =
            Self.head
            + #"; for n in $(seq 1 2000); do printf '%d.' $n; printf 'a.%.0s' $(seq 1 110); "#
            + #"echo 'x.test. 60 A 192.0.2.1'; done"#
        #expect(try read(long, "check").status == 0)
    }

    // MARK: Files

    private func files(_ lines: String) throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        try writeFile(
            directory.path("zone"), "@ 60 SOA ns.net. h.net. 1 2 3 4 5\n@ 60 NS ns.net.\n" + lines + "\n")
        #expect(mkfifo(directory.path("fifo"), 0o600) == 0)
        #expect(mkdir(directory.path("folder"), 0o700) == 0)
        return directory
    }

    private func check(_ file: String, seconds: Double = 20) throws -> Outcome {
        try run(
            [
                "/bin/bash", "-c", "ulimit -v \(Self.memory); exec \"$0\" check --origin x.test \"$1\"", zonectlPath,
                file,
            ], seconds: seconds)
    }

    @Test(arguments: [
        "zone", "./zone", "fifo", "folder", "missing", ".", "..", "/dev/zero", "/dev/stdin", "/proc/self/mem", "fifo/x",
        "zone/x", "\\000",
    ])
    func includedFilesThatAreNone(file: String) throws {
        let directory = try files("$INCLUDE \(file)\na 60 A 192.0.2.1")
        let output = try check(directory.path("zone"))
        #expect(output.status == 1, "\(output)")
        #expect((output.text + output.errorText).contains(#/zone:3:\d+: error INCLUDE: ./#), "\(output)")
        #expect((output.text + output.errorText).contains("1 error,"), "\(output)")
    }

    /// Ten files, each including the next twenty times: 20¹⁰ in all.
    @Test func includesThatFanOut() throws {
        let directory = try files("$INCLUDE f0")
        for index in 0..<10 {
            try writeFile(
                directory.path("f\(index)"), String(repeating: "$INCLUDE f\(index + 1)\n", count: 20))
        }
        try writeFile(directory.path("f10"), "a 60 A 192.0.2.1\n")
        let output = try check(directory.path("zone"))
        #expect(output.status == 1 && (output.text + output.errorText).contains("error INCLUDE"), "\(output.status)")
        #expect(output.out.count + output.err.count < 4 << 20)
    }

    @Test func filesThatAreNone() throws {
        let directory = try files("")
        for file in ["fifo", "folder", "missing", "zone/x"] {
            for command in [["check"], ["compile"], ["diff", directory.path("zone")]] {
                let output = try run(
                    [zonectlPath] + command + [directory.path(file), "--origin", "x.test"], seconds: 10)
                #expect(output.status == 4 && output.out.isEmpty, "\(output)")
                #expect(output.errorText.contains(directory.path(file)), "\(output)")
            }
        }
        for file in ["/dev/zero", "/dev/null", "/dev/fd/77", "/dev/fd/-1", ""] {
            let output = try run([zonectlPath, "compile", file, "--origin", "x.test"], seconds: 10)
            #expect(output.status == 4 || file.isEmpty && output.status == 2, "\(output)")
        }
    }

    /// `<(command)` of the shell, twice.
    @Test func whatTheShellOpens() throws {
        let directory = try files("a 60 A 192.0.2.1")
        let output = try run(
            [
                "/bin/bash", "-c", "exec \"$0\" diff --origin x.test <(sleep 0.2; cat \"$1\") <(grep -v ' A ' \"$1\")",
                zonectlPath, directory.path("zone"),
            ], seconds: 20)
        #expect(output.status == 1 && output.lines == ["- a.x.test. 60 IN A 192.0.2.1"], "\(output)")
    }

    // MARK: Output

    @Test(arguments: [
        ["compile", "OLD"], ["diff", "OLD", "NEW"], ["diff", "--format", "json", "OLD", "NEW"],
        ["diff", "--format", "nsupdate", "OLD", "NEW"],
    ])
    func outputThatNobodyGets(arguments: [String]) throws {
        let directory = try files("a 60 A 192.0.2.1")
        let zone = try readText(directory.path("zone"))
        try writeFile(directory.path("new"), zone + (0..<9000).map { "b\($0) 60 A 192.0.2.1\n" }.joined())
        let command =
            [zonectlPath, "--origin", "x.test"]
            + arguments.map { $0 == "OLD" ? directory.path("zone") : $0 == "NEW" ? directory.path("new") : $0 }
        for output in [StandardOutput.path("/dev/full"), .closed] {
            let outcome = try run(command, output: output)
            #expect(outcome.status == 4 && outcome.errorText.contains("cannot write the output"), "\(outcome)")
        }
        let gone = try run(command, output: .brokenPipe)
        #expect(gone.status == 128 + SIGPIPE || gone.status == 1, "\(gone)")
    }
}

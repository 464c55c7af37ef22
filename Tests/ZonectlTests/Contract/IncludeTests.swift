import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// `$INCLUDE` and input that is no file: a clear error at once, whatever is named.
@Suite struct IncludeTests {
    private let head = "$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.53\n"

    private func check(_ directory: TemporaryDirectory, _ lines: String, _ options: String...) throws -> Outcome {
        try writeFile(directory.path("zone"), head + lines)
        return try run(
            [zonectlPath, "check", "--origin", "example.", directory.path("zone")] + options, seconds: 10)
    }

    @Test(arguments: [
        ("fifo", "not a regular file"), ("folder", "not a regular file"), ("link", "follow no links"),
        ("folder/link/part", "follow no links"), ("/dev/zero", "must stay inside"), ("/etc/passwd", "must stay inside"),
        ("../zone", "must stay inside"), ("..", "must stay inside"), (".", "must stay inside"),
        ("folder/..", "must stay inside"), ("folder/../../part", "must stay inside"), ("/", "must stay inside"),
        ("link/../part", "follow no links"), ("folder/link/../part", "follow no links"),
        ("nothing/../part", "No such file or directory"), ("part/../part", "Not a directory"),
        ("part/", "not a regular file"),
        ("/tmp/../etc/passwd", "must stay inside"), ("../x/../part", "must stay inside"),
        ("nothing", "'nothing' cannot be read: No such file or directory"), ("zone", "includes itself"),
        ("part/x", "cannot be read: Not a directory"),
    ])
    func whatIsNotRead(path: String, message: String) throws {
        let directory = try TemporaryDirectory()
        try writeFile(directory.path("part"), "a A 192.0.2.1\n")
        #expect(mkfifo(directory.path("fifo"), 0o600) == 0 && mkdir(directory.path("folder"), 0o700) == 0)
        #expect(symlink("part", directory.path("link")) == 0 && symlink("..", directory.path("folder/link")) == 0)
        let outcome = try check(directory, "$INCLUDE \(path)\n")
        #expect(outcome.status == 1, "\(outcome)")
        #expect(outcome.text.contains("zone:5:10: error INCLUDE: ") && outcome.text.contains(message), "\(outcome)")
    }

    /// What BIND, Knot and NSD load: a name may go round about as long as it ends up inside.
    @Test(arguments: [
        "sub/p", "./sub//p", "sub/../sub/p", "sub/deep/.././p", "ROOT/sub/p", "ROOT//sub/../sub/p",
        "ROOT/../NAME/sub/p",
        "../NAME/sub/p", "/../ROOT/sub/p",
    ])
    func whatIsInsideIsRead(path: String) throws {
        let directory = try TemporaryDirectory()
        #expect(mkdir(directory.path("sub"), 0o700) == 0 && mkdir(directory.path("sub/deep"), 0o700) == 0)
        try writeFile(directory.path("sub/p"), "a A 192.0.2.x\n")
        guard let resolved = realpath(directory.root, nil) else { throw HarnessError("no realpath") }
        let root = String(cString: resolved)
        free(resolved)
        let name = root.split(separator: "/").last.map(String.init) ?? ""
        let written = path.replacing("ROOT", with: root).replacing("NAME", with: name)
        let outcome = try check(directory, "$INCLUDE \(written)\n")
        #expect(outcome.text.contains("/p:1:5: error BAD_FIELD: "), "\(outcome)")
        let beside = try run(
            [try Tool.env.path(), "-C", directory.root, zonectlPath, "check", "--origin", "example.", "zone"])
        #expect(beside.text.contains("/p:1:5: error BAD_FIELD: "), "\(beside)")
    }

    /// A root that is reached through a link: both of its names are inside.
    @Test func theRootMayBeNamedThroughALink() throws {
        let directory = try TemporaryDirectory()
        #expect(mkdir(directory.path("real"), 0o700) == 0 && symlink("real", directory.path("link")) == 0)
        try writeFile(directory.path("real/p"), "a A 192.0.2.x\n")
        for path in [directory.path("link/p"), directory.path("real/p")] {
            let outcome = try check(directory, "$INCLUDE \(path)\n", "--include-root", directory.path("link"))
            #expect(outcome.text.contains("p:1:5: error BAD_FIELD: "), "\(outcome)")
        }
    }

    @Test func quotedNamesAreShownWhole() throws {
        let directory = try TemporaryDirectory()
        let outcome = try check(directory, "$INCLUDE \"no such\"\n")
        #expect(outcome.text.contains("'\"no such\"' cannot be read: No such file"), "\(outcome)")
        #expect(outcome.text.contains("             ^^^^^^^^^\n"), "\(outcome)")
        let broken = try check(directory, "$INCLUDE \"no\\\nsuch\"\nx A 1\n")
        #expect(broken.text.contains("zone:5:10: error QUOTES") && broken.text.contains("zone:7:5: "), "\(broken)")
    }

    @Test func depthAndNumberAreBounded() throws {
        let directory = try TemporaryDirectory()
        for index in 1...41 { try writeFile(directory.path("part\(index)"), "$INCLUDE part\(index + 1)\n") }
        try writeFile(directory.path("part40"), "a A 192.0.2.x\n")
        let deepest = try check(directory, "$INCLUDE part1\n")
        #expect(deepest.text.contains("part40:1:5: error BAD_FIELD") && !deepest.text.contains("INCLUDE"), "\(deepest)")
        try writeFile(directory.path("part40"), "$INCLUDE part41\n")
        let deep = try check(directory, "$INCLUDE part1\n")
        #expect(deep.status == 1 && deep.text.contains("part40:1:10: error INCLUDE: "), "\(deep)")
        #expect(deep.text.contains("nested more than 40 deep"), "\(deep)")
        try writeFile(directory.path("leaf"), "")
        try writeFile(directory.path("part1"), String(repeating: "$INCLUDE leaf\n", count: 100))
        let wide = try check(directory, String(repeating: "$INCLUDE part1\n", count: 100), "--max-errors", "2")
        #expect(wide.status == 1 && wide.text.contains("more than 1000 files"), "\(wide)")
    }

    @Test(arguments: ["check", "compile", "diff"]) func theRootMustBeAFolder(command: String) throws {
        let directory = try TemporaryDirectory()
        try writeFile(directory.path("zone"), head + "a A 192.0.2.x\n$INCLUDE a\n$INCLUDE b\n")
        try writeFile(directory.path("file"), "")
        for (root, words) in [("nothing", "there is no such folder"), ("file", "it is not a folder")] {
            let files = Array(repeating: directory.path("zone"), count: command == "diff" ? 2 : 1)
            let outcome = try run(
                [zonectlPath, command, "--origin", "example.", "--include-root", directory.path(root)] + files)
            #expect(outcome.status == 4 && outcome.out.isEmpty && outcome.errorLines.count == 1, "\(outcome)")
            #expect(outcome.errorText.contains(directory.path(root)) && outcome.errorText.contains(words), "\(outcome)")
        }
    }

    /// Input that cannot be read is no zone with a fault.
    @Test func unreadableInputIsAnInputError() throws {
        let directory = try TemporaryDirectory()
        try writeFile(directory.path("zone"), head)
        #expect(close(open(directory.path("large"), O_WRONLY | O_CREAT, 0o600)) == 0)
        #expect(truncate(directory.path("large"), 1 << 32 + 1) == 0)
        func shell(_ line: String) throws -> Outcome {
            try run(["/bin/sh", "-c", "cd '\(directory.root)' && \"$0\" " + line, zonectlPath], seconds: 20)
        }
        for line in [
            "compile --origin example. - <&-", "check --origin example. - <&-", "diff --origin example. - zone <&-",
            "diff --origin example. zone - <&-", "import example.id - <&-", "compile --origin example. - 0>out",
        ] {
            let outcome = try shell(line)
            #expect(outcome.status == 4 && outcome.out.isEmpty && outcome.errorLines.count == 1, "\(outcome)")
            #expect(outcome.errorText.contains("-: ") && outcome.errorText.contains("escriptor"), "\(outcome)")
        }
        try writeFile(directory.path("includes"), head + "$INCLUDE large\n")
        for line in ["check large", "compile large", "diff zone large", "check - < large", "check includes"] {
            let outcome = try shell(line + " --origin example.")
            #expect(outcome.status == 4 && outcome.out.isEmpty && outcome.errorLines.count == 1, "\(outcome)")
            #expect(outcome.errorText.contains("more than 4 GiB in one file or pipe"), "\(outcome)")
        }
    }

    @Test func theRootIsTheFilesFolderOrTheOneGiven() throws {
        let directory = try TemporaryDirectory()
        #expect(mkdir(directory.path("parts"), 0o700) == 0)
        try writeFile(directory.path("parts/a"), "a A 192.0.2.1\n$INCLUDE b\n")
        try writeFile(directory.path("parts/b"), "b A 192.0.2.x\n")
        let own = try check(directory, "$INCLUDE parts/a\n")
        #expect(own.status == 1 && own.text.contains("parts/a:2:10: error INCLUDE: 'b' cannot be read"), "\(own)")
        let given = try check(directory, "$INCLUDE a\n", "--include-root", directory.path("parts"))
        #expect(given.text.contains("parts/b:1:5: error BAD_FIELD: "), "\(given)")
        let command = [zonectlPath, "check", "--origin", "example.", "-"]
        let input = head + "$INCLUDE a\n"
        #expect(try run(command, input: input).text.contains("$INCLUDE is switched off"))
        let allowed = try run(command + ["--include-root", directory.path("parts")], input: input)
        #expect(allowed.text.contains("parts/b:1:5: error BAD_FIELD: "), "\(allowed)")
    }

    @Test(arguments: ["fifo", "folder"])
    func filesThatAreNone(name: String) throws {
        let directory = try TemporaryDirectory()
        #expect(mkfifo(directory.path("fifo"), 0o600) == 0 && mkdir(directory.path("folder"), 0o700) == 0)
        for path in [directory.path(name), "/dev/zero"] {
            for command in ["check", "compile"] {
                let outcome = try run([zonectlPath, command, "--origin", "example.", path], seconds: 10)
                let reasons = ["it is not a regular file", "it is a folder"]
                let says = reasons.contains { outcome.errorText.contains($0) }
                #expect(outcome.status == 4 && says, "\(outcome)")
            }
        }
    }

    @Test func errorsBeyondTheMaximumAreNamed() throws {
        let directory = try TemporaryDirectory()
        let bad = String(repeating: "a A x\n", count: 50)
        let outcome = try check(directory, bad, "--max-errors", "3")
        #expect(outcome.status == 1 && outcome.text.contains("4 errors"), "\(outcome)")
        #expect(outcome.text.contains("TOO_MANY_ERRORS: reading stopped after 3 errors"), "\(outcome)")
        let many = String(repeating: "a A \(String(repeating: "x", count: 200))\n", count: 10_000)
        let endless = try check(directory, many, "--max-errors", "1000000")
        #expect(endless.status == 1 && !endless.text.contains("reads on"), "\(endless.text.suffix(300))")
        #expect(endless.text.contains("more than 1 MiB of messages is not shown"), "\(endless.text.suffix(300))")
        let compiled = try run(
            [zonectlPath, "compile", "--origin", "example.", "--max-errors", "3", directory.path("zone")])
        #expect(compiled.status == 1 && compiled.out.isEmpty, "\(compiled)")
        #expect(compiled.errorText.contains("reading stopped after 3 errors"), "\(compiled)")
    }

    /// Many of one kind must not hide another, nor keep the zone from being compiled.
    @Test func warningsOfAKindAreBounded() throws {
        let directory = try TemporaryDirectory()
        let outcome = try check(directory, String(repeating: "a 4294967295 TXT x\n", count: 20_000) + "b A x\n")
        #expect(outcome.text.contains("zone:20005:5: error BAD_FIELD"), "\(outcome)")
        #expect(outcome.text.contains("19900 more warnings are not shown"), "\(outcome)")
    }

    @Test func recordsOutsideTheZoneAreDroppedWithAWarning() throws {
        let directory = try TemporaryDirectory()
        try writeFile(directory.path("zone"), head + "x.other. A 192.0.2.1\na A 192.0.2.1\n")
        let outcome = try run([zonectlPath, "compile", "--origin", "example.", directory.path("zone")])
        #expect(outcome.status == 0 && outcome.errorText.contains("zone:5:1: warning OUT_OF_ZONE"), "\(outcome)")
        #expect(outcome.lines.count == 4 && !outcome.text.contains("other"), "\(outcome)")
    }
}

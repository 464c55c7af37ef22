import Testing
import ZoneCore

@testable import zonectl

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct HelpTests {
    @Test(arguments: Language.allCases) func everyPageFits(language: Language) {
        var pages = CommandList.all.map { Help.page(of: $0, language, width: 80) }
        pages.append(Help.overview(language, width: 80))
        for page in pages {
            for line in page { #expect(TerminalText.width(line) <= 80, "\(line)") }
        }
    }

    /// A name and what it means are two words, however long the name.
    @Test(arguments: Language.allCases) func namesStandApartFromTheirHelp(language: Language) {
        for command in CommandList.all where command.formats.count > 1 {
            for width in [40, 80] {
                let page = Help.page(of: command, language, width: width)
                for format in command.formats {
                    #expect(page.contains { $0.hasPrefix("  \(format.name)  ") }, "\(command.name) \(format.name)")
                }
            }
            let manual = Manual.page(language).split(separator: "\n").joined(separator: " ")
            for format in command.formats { #expect(manual.contains("\(format.name) ("), "\(format.name)") }
        }
    }

    @Test func everyDeclarationSpeaksBothLanguages() {
        for command in CommandList.all {
            let texts =
                [command.summary] + command.explanation + command.arguments.map(\.help)
                + command.options.map(\.help) + command.examples.map(\.text)
            for text in texts { #expect(!text.en.isEmpty && !text.id.isEmpty, "\(command.name): \(text)") }
            #expect(!command.explanation.isEmpty && !command.examples.isEmpty, "\(command.name)")
        }
        for option in Options.global { #expect(!option.help.en.isEmpty && !option.help.id.isEmpty) }
    }

    @Test func examplesAreLinesTheParserTakes() {
        let parser = Parser(options: CommandList.options)
        for command in CommandList.all {
            for example in command.examples {
                let first = example.line.split(separator: "|")[0].split(separator: ">")[0]
                let words = shellWords(String(first))
                let start = words.firstIndex(of: "zonectl") ?? -1
                let line = parser.parse(Array(words[(start + 1)...]))
                #expect(line.problem == nil, "\(example.line)")
                guard case .command(let found, _) = CommandList.match(line.words) else {
                    Issue.record("\(example.line)")
                    continue
                }
                #expect(found.words == command.words, "\(example.line)")
                let taken = Set((Options.global + command.options).map(\.long))
                #expect(line.given.allSatisfy { taken.contains($0.spec.long) }, "\(example.line)")
            }
        }
    }

    @Test(arguments: Language.allCases) func everyVariableIsExplained(language: Language) {
        let overview = Help.overview(language, width: 80).joined(separator: "\n")
        let manual = Manual.page(language)
        for name in [Environment.registry, Environment.now, Environment.seeds, Environment.stateFolder, "NO_COLOR"] {
            #expect(overview.contains("  \(name)") && manual.contains(".B \"\(name)\""), "\(name)")
        }
    }

    @Test func namesAreDeclaredOnce() {
        let names = CommandList.all.map(\.name)
        #expect(Set(names).count == names.count)
        // One name is one option in the whole program, or the parser could not read it before the command.
        var seen: [String: String] = [:]
        for option in CommandList.all.flatMap(\.options) + Options.global {
            #expect(seen[option.long] == nil || seen[option.long] == option.usage, "--\(option.long)")
            seen[option.long] = option.usage
        }
        let letters = CommandList.options.compactMap(\.short)
        #expect(Set(letters).count == letters.count)
    }

    /// Each file of Commands declares what is in the list.
    @Test func everyCommandFileIsListed() throws {
        let folder = String(#filePath.dropLast("Tests/ZonectlTests/HelpTests.swift".count)) + "Sources/zonectl/Commands"
        let listed = Set(CommandList.all.map { $0.words[0] })
        var files: Set<String> = []
        let handle = try #require(opendir(folder))
        defer { closedir(handle) }
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix("Command.swift") { files.insert(name.dropLast("Command.swift".count).lowercased()) }
        }
        #expect(files == listed)
    }

    @Test(arguments: CommandList.all.map(\.words)) func helpIsReachedInThreeWays(words: [String]) {
        let page = runProgram(["help"] + words)
        #expect(page.status == .done && page.err.isEmpty)
        #expect(page.out == runProgram(words + ["--help"]).out)
        #expect(page.out == runProgram(["--help"] + words + ["stray", "--bogus"]).out)
        #expect(page.out != runProgram(["--lang", "id", "help"] + words).out)
    }

    @Test(arguments: Language.allCases) func theManualNamesEverythingAndIsCleanRoff(language: Language) throws {
        let page = Manual.page(language)
        for command in CommandList.all { #expect(page.contains(".SS \"\(command.name)\"")) }
        for option in CommandList.options {
            let usage = option.usage.split(separator: " ")[0].split(separator: "-").joined(separator: "\\-")
            #expect(page.contains("\\-\\-" + usage.drop { $0 == "\\" || $0 == "-" }), "--\(option.long)")
        }
        #expect(try lint(["mandoc", "-Tlint", "-"], page) == "")
    }

    @Test(arguments: Completion.Shell.allCases) func completionsNameEverything(shell: Completion.Shell) {
        let script = shell.script(.english)
        for command in CommandList.all {
            for word in command.words { #expect(script.contains(word)) }
        }
        for option in CommandList.options {
            #expect(script.contains("--\(option.long)") || script.contains("-l \(option.long)"), "--\(option.long)")
        }
    }

    @Test func bashReadsItsCompletionAndCompletes() throws {
        let script = Completion.Shell.bash.script(.english)
        #expect(try lint(["bash", "-n"], script) == "")
        func complete(_ words: String) throws -> String {
            try lint(
                ["bash"],
                script + """
                    COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                    _zonectl; printf '%s ' "${COMPREPLY[@]}"
                    """)
        }
        #expect(try complete("zonectl ser").contains("serial"))
        #expect(try complete("zonectl serial ''").contains("compare"))
        #expect(try complete("zonectl completion f") == "fish ")
        #expect(try complete("zonectl serial compare --format ''") == "text json ")
        #expect(try complete("zonectl serial compare --format = j") == "json ")
        #expect(try complete("zonectl -z x serial comp") == "compare ")
        #expect(try complete("zonectl serial --co").contains("--color"))
    }

    /// What a program says about `text`; nothing is good.
    private func lint(_ command: [String], _ text: String) throws -> String {
        let directory = try TemporaryDirectory()
        let file = directory.path("text")
        try writeFile(file, text)
        let words = command.filter { $0 != "-" }.joined(separator: " ")
        let pipe = try #require(popen("\(words) \(file) 2>&1", "r"))
        defer { pclose(pipe) }
        var answer: [UInt8] = []
        while case let octet = fgetc(pipe), octet != EOF { answer.append(UInt8(truncatingIfNeeded: octet)) }
        return String(decoding: answer, as: UTF8.self)
    }

    /// Enough of a shell's word splitting for the examples.
    private func shellWords(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character == " " {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return words
    }
}

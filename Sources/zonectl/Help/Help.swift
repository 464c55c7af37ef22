import ZoneCore

/// Help in the terminal, laid out from the declarations of commands and options.
enum Help {
    /// Widest a line of help gets.
    static let width = 80

    /// Shows what `words` name: nothing the overview, a command its page, a group its commands. Words after a
    /// command are its arguments and do not matter here.
    static func show(_ words: [String], _ console: Console) -> ExitStatus {
        let width = min(console.width, Help.width)
        if words.isEmpty {
            overview(console.language, width: width).forEach { console.line($0) }
            return .done
        }
        switch CommandList.match(words) {
        case .command(let command, _):
            page(of: command, console.language, width: width).forEach { console.line($0) }
            return .done
        case .group(let word, let commands):
            group(word, commands, console.language, width: width).forEach { console.line($0) }
            return .done
        case .unknown(let problem):
            console.error(problem)
            console.note(Text(en: "See: \(Program.name) help", id: "Lihat: \(Program.name) help"))
            return .usage
        }
    }

    /// All commands by group, the global options, exit codes.
    static func overview(_ language: Language, width: Int) -> [String] {
        var lines = [about(language), "", heading(Text(en: "Usage", id: "Pemakaian"), language)]
        lines += ["  \(Program.name) [OPTION...] COMMAND [ARGUMENT...]"]
        let widest = CommandList.all.map { $0.name.utf8.count }.max() ?? 0
        for group in Command.Group.allCases {
            let commands = CommandList.all.filter { $0.group == group }
            guard !commands.isEmpty else { continue }
            lines += ["", heading(group.title, language)]
            for command in commands {
                lines += entry(
                    "  " + TerminalText.padded(command.name, to: widest), command.summary(language), widest + 4, width)
            }
        }
        lines += ["", heading(Text(en: "Global options", id: "Opsi global"), language)]
        lines += Options.global.flatMap { option($0, language, width) }
        lines += ["", heading(Text(en: "Environment", id: "Lingkungan"), language)]
        for (name, help) in Environment.documented { lines += block("  " + name, help(language), width) }
        lines += ["", heading(Text(en: "Exit codes", id: "Kode keluar"), language)]
        for status in ExitStatus.allCases {
            lines += entry(
                "  " + TerminalText.padded(String(status.rawValue), to: 3), status.meaning(language), 7, width)
        }
        lines.append("")
        lines += TerminalText.wrap(
            Text(
                en: "\(Program.name) help COMMAND explains one command, with examples.",
                id: "\(Program.name) help PERINTAH menjelaskan satu perintah, dengan contoh.")(language),
            width: width)
        return lines
    }

    static func about(_ language: Language) -> String {
        Text(
            en: "zonectl - subdomain requests in, DNS zone files out",
            id: "zonectl - dari permohonan subdomain ke berkas zona DNS")(language)
    }

    static func group(_ word: String, _ commands: [Command], _ language: Language, width: Int) -> [String] {
        let widest = commands.map { $0.name.utf8.count }.max() ?? 0
        var lines = ["\(Program.name) \(word)", ""]
        for command in commands {
            lines += entry(
                "  " + TerminalText.padded(command.name, to: widest), command.summary(language), widest + 4, width)
        }
        return lines
    }

    /// The page of one command.
    static func page(of command: Command, _ language: Language, width: Int) -> [String] {
        var lines = TerminalText.wrap("\(Program.name) \(command.name) - \(command.summary(language))", width: width)
        lines += ["", heading(Text(en: "Usage", id: "Pemakaian"), language)]
        for usage in usages(of: command) {
            lines += hanging("  ", usage, indent: 6, width)
        }
        for paragraph in command.explanation {
            lines.append("")
            lines += TerminalText.wrap(paragraph(language), width: width)
        }
        if !command.arguments.isEmpty {
            lines += ["", heading(Text(en: "Arguments", id: "Argumen"), language)]
            for argument in command.arguments {
                lines += block("  " + argument.usage, argument.help(language), width)
            }
        }
        let own = command.options.filter { !$0.isTarget }
        if !own.isEmpty {
            lines += ["", heading(Text(en: "Options", id: "Opsi"), language)]
            lines += own.flatMap { option($0, language, width) }
        }
        let target = command.options.filter(\.isTarget)
        if !target.isEmpty {
            lines += ["", heading(Text(en: "TARGET", id: "TARGET"), language)]
            lines += target.flatMap { option($0, language, width) }
        }
        if command.formats.count > 1 {
            lines += ["", heading(Text(en: "Formats (--format)", id: "Bentuk keluaran (--format)"), language)]
            let widest = command.formats.map { $0.name.utf8.count }.max() ?? 0
            for format in command.formats {
                lines += entry(
                    "  " + TerminalText.padded(format.name, to: widest), format.help(language), widest + 4, width)
            }
        }
        if !command.examples.isEmpty {
            lines += ["", heading(Text(en: "Examples", id: "Contoh"), language)]
            for example in command.examples {
                lines += hanging("  ", example.text(language), indent: 2, width)
                lines += shellLine(example.line, width)
            }
        }
        lines.append("")
        lines += TerminalText.wrap(
            Text(
                en: "Global options (-C, -z, --as, --now, --lang, --format, --color, -q, -v): \(Program.name) help",
                id: "Opsi global (-C, -z, --as, --now, --lang, --format, --color, -q, -v): \(Program.name) help")(
                    language),
            width: width)
        return lines
    }

    /// Usage lines: the command's own, or what follows from its arguments and options.
    static func usages(of command: Command) -> [String] {
        let start = "\(Program.name) \(command.name)"
        guard command.usage.isEmpty else { return command.usage.map { $0.isEmpty ? start : "\(start) \($0)" } }
        let parts = command.arguments.map(\.usage) + command.options.map { "[\($0.usage)]" }
        return [([start] + parts).joined(separator: " ")]
    }

    // MARK: Layout

    private static func heading(_ text: Text, _ language: Language) -> String { text(language) + ":" }

    private static func option(_ option: OptionSpec, _ language: Language, _ width: Int) -> [String] {
        block("  " + option.heading, option.help(language), width)
    }

    /// A term, and its explanation beside it at column 26 or, when the term is long, below it.
    private static func block(_ term: String, _ text: String, _ width: Int) -> [String] {
        let column = 26
        guard term.utf8.count <= column - 2 else {
            return [term] + TerminalText.wrap(text, width: width - column).map { spaces(column) + $0 }
        }
        return entry(TerminalText.padded(term, to: column - 2), text, column, width)
    }

    private static func entry(_ term: String, _ text: String, _ column: Int, _ width: Int) -> [String] {
        let wrapped = TerminalText.wrap(text, width: max(20, width - column))
        return wrapped.enumerated().map { index, line in
            index == 0 ? term + spaces(column - TerminalText.width(term)) + line : spaces(column) + line
        }
    }

    private static func hanging(_ first: String, _ text: String, indent: Int, _ width: Int) -> [String] {
        TerminalText.wrap(text, width: width - indent).enumerated().map { index, line in
            index == 0 ? first + line : spaces(indent) + line
        }
    }

    /// A command line to copy; a long one goes on after `\`.
    private static func shellLine(_ line: String, _ width: Int) -> [String] {
        let parts = TerminalText.wrap(line, width: width - 10)
        return parts.enumerated().map { index, part in
            (index == 0 ? "    $ " : "        ") + part + (index < parts.count - 1 ? " \\" : "")
        }
    }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

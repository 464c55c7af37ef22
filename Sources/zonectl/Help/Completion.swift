import ZoneCore

/// Completion scripts for shells, from the declarations of commands and options.
///
/// The scripts are static: they know the program's words and need not run it, so completing stays fast whatever
/// the register's size. Zones are the folders of the registry.
enum Completion {
    /// What a value can be completed from.
    enum Kind: Sendable {
        case none
        case file
        case directory
        case zone
        case command
    }

    enum Shell: String, CaseIterable, Sendable {
        case bash
        case zsh
        case fish

        func script(_ language: Language) -> String {
            switch self {
            case .bash: BashCompletion.script()
            case .zsh: ZshCompletion.script(language)
            case .fish: FishCompletion.script(language)
            }
        }
    }

    /// First words of commands, each once, in order.
    static var firstWords: [String] {
        var seen: Set<String> = []
        return CommandList.all.compactMap { command in
            command.words.first.flatMap { seen.insert($0).inserted ? $0 : nil }
        }
    }

    /// Second words after `first`.
    static func secondWords(after first: String) -> [String] {
        CommandList.all.compactMap { $0.words.first == first && $0.words.count > 1 ? $0.words[1] : nil }
    }

    /// Options of all commands that begin with `first`, besides the global ones.
    static func options(after first: String) -> [OptionSpec] {
        var seen: Set<String> = []
        return CommandList.all.filter { $0.words.first == first }.flatMap(\.options)
            .filter { seen.insert($0.long).inserted }
    }

    /// What an option can be after `first`; empty where no command there has it.
    static func choices(of option: OptionSpec, after first: String) -> [String] {
        options(after: first).first { $0.long == option.long }?.choices ?? []
    }

    /// What `--format` can be after `first`.
    static func formats(after first: String) -> [String] {
        let used = CommandList.all.filter { $0.words.first == first }.flatMap(\.formats)
        return OutputFormat.all.filter(used.contains).map(\.name)
    }

    static func argumentChoices(after first: String) -> [String] {
        let arguments = CommandList.all.filter { $0.words.first == first }.flatMap(\.arguments)
        return arguments.flatMap { $0.completion == .command ? firstWords : $0.choices() }
    }

    static func argumentKinds(after first: String) -> [Kind] {
        CommandList.all.filter { $0.words.first == first }.flatMap(\.arguments).map(\.completion)
    }

    /// Text inside single quotes of a shell.
    static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

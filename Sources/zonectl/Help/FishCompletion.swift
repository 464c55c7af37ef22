import ZoneCore

enum FishCompletion {
    static func script(_ language: Language) -> String {
        let program = Program.name
        var script = """
            # fish completion for \(program) \(Program.version); put it into ~/.config/fish/completions/\(program).fish

            function __\(program)_zones
                set -l registry zones
                set -q \(Environment.registry); and set registry $\(Environment.registry)
                for file in $registry/*/zone.json
                    basename (dirname $file)
                end
            end

            complete -c \(program) -f

            """
        for option in Options.global { script += line(option, condition: nil, language) }
        for first in Completion.firstWords {
            let commands = CommandList.all.filter { $0.words.first == first }
            let seconds = Completion.secondWords(after: first)
            let summary = commands.count == 1 ? commands[0].summary(language) : seconds.joined(separator: ", ")
            script +=
                "complete -c \(program) -n __fish_use_subcommand -a \(first) -d \(quoted(summary))\n"
            let after = "__fish_seen_subcommand_from \(first)"
            for option in Completion.options(after: first) { script += line(option, condition: after, language) }
            for command in commands where command.words.count > 1 {
                let unseen = "\(after); and not __fish_seen_subcommand_from \(seconds.joined(separator: " "))"
                script +=
                    "complete -c \(program) -n \(quoted(unseen)) -a \(command.words[1])"
                    + " -d \(quoted(command.summary(language)))\n"
            }
            let choices = Completion.argumentChoices(after: first)
            if !choices.isEmpty {
                script +=
                    "complete -c \(program) -n \(quoted(after)) -a \(quoted(choices.joined(separator: " ")))\n"
            }
            for kind in Completion.argumentKinds(after: first) {
                switch kind {
                case .file, .directory: script += "complete -c \(program) -n \(quoted(after)) -F\n"
                case .zone: script += "complete -c \(program) -n \(quoted(after)) -a '(__\(program)_zones)'\n"
                case .none, .command: break
                }
            }
        }
        return script
    }

    private static func line(_ option: OptionSpec, condition: String?, _ language: Language) -> String {
        var text = "complete -c \(Program.name)"
        if let condition { text += " -n \(quoted(condition))" }
        if let short = option.short { text += " -s \(short)" }
        text += " -l \(option.long)"
        if option.arity == .value || option.arity == .values {
            text += " -r"
            if !option.choices.isEmpty {
                text += " -a \(quoted(option.choices.joined(separator: " ")))"
            } else {
                switch option.completion {
                case .file, .directory: text += " -F"
                case .zone: text += " -a '(__\(Program.name)_zones)'"
                case .none, .command: break
                }
            }
        }
        return text + " -d \(quoted(option.help(language)))\n"
    }

    /// In fish's single quotes only `\` and `'` are special.
    private static func quoted(_ text: String) -> String {
        var result = "'"
        for scalar in text.unicodeScalars {
            if scalar == "\\" || scalar == "'" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result + "'"
    }
}

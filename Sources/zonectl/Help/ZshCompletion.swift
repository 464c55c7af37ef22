import ZoneCore

enum ZshCompletion {
    static func script(_ language: Language) -> String {
        var script = """
            #compdef \(Program.name)
            # zsh completion for \(Program.name) \(Program.version); put it into a folder of $fpath
            # as _\(Program.name) or run
            #   eval "$(\(Program.name) completion zsh)"

            _\(Program.name)_zones() {
                local registry=${\(Environment.registry):-zones}
                local -a zones
                zones=(${registry}/*/zone.json(N:h:t))
                compadd -a zones
            }

            _\(Program.name)() {
                local -a global commands
                local first=
                global=(

            """
        for option in Options.global { script += "        \(specification(option, language))\n" }
        script += """
                )
                commands=(

            """
        for first in Completion.firstWords {
            let commands = CommandList.all.filter { $0.words.first == first }
            let summary =
                commands.count == 1
                ? commands[0].summary(language) : Completion.secondWords(after: first).joined(separator: ", ")
            script += "        \(Completion.quoted("\(first):\(summary)"))\n"
        }
        script += """
                )
                local word skip=
                for word in ${words[2,CURRENT-1]}; do
                    if [[ -n $skip ]]; then skip=; continue; fi
                    case $word in
                        \(valueOptions)) skip=1 ;;
                        -*) ;;
                        *) first=$word; break ;;
                    esac
                done
                case $first in
                    '') _arguments -s -S $global '1:command:->command' '*::argument:->rest' ;;

            """
        for first in Completion.firstWords { script += commandCase(first, language) }
        script += """
                    *) _arguments -s -S $global ;;
                esac
                [[ $state == command ]] && _describe command commands
                return 0
            }

            if [[ ${funcstack[1]} == _\(Program.name) ]]; then
                _\(Program.name) "$@"
            else
                compdef _\(Program.name) \(Program.name)
            fi

            """
        return script
    }

    private static var valueOptions: String {
        CommandList.options.filter { $0.arity == .value || $0.arity == .values }
            .flatMap { option in (option.short.map { ["-\($0)"] } ?? []) + ["--\(option.long)"] }
            .joined(separator: "|")
    }

    private static func commandCase(_ first: String, _ language: Language) -> String {
        var parts = Completion.options(after: first).map { specification($0, language) }
        // The first word of the command itself is argument 1.
        parts.append("'1:command: '")
        let seconds = Completion.secondWords(after: first)
        let choices = Completion.argumentChoices(after: first)
        if !seconds.isEmpty {
            parts.append("'2:command:(\(seconds.joined(separator: " ")))'")
        }
        let action: String
        if !choices.isEmpty {
            action = "(\(choices.joined(separator: " ")))"
        } else if Completion.argumentKinds(after: first).contains(where: { $0 == .file }) {
            action = "_files"
        } else if Completion.argumentKinds(after: first).contains(where: { $0 == .zone }) {
            action = "_\(Program.name)_zones"
        } else {
            action = " "
        }
        parts.append("'*:argument:\(action)'")
        return "        \(first)) _arguments -s -S $global \(parts.joined(separator: " ")) ;;\n"
    }

    /// One `_arguments` specification: `'(-q --quiet)'{-q,--quiet}'[help]'`.
    private static func specification(_ option: OptionSpec, _ language: Language) -> String {
        let help = escaped(option.help(language))
        let action: String
        if !option.choices.isEmpty {
            action = "(\(option.choices.joined(separator: " ")))"
        } else {
            switch option.completion {
            case .file: action = "_files"
            case .directory: action = "_files -/"
            case .zone: action = "_\(Program.name)_zones"
            case .none, .command: action = " "
            }
        }
        let value: String
        switch option.arity {
        case .flag: value = ""
        case .value: value = ":\(escaped(option.placeholder)):\(action)"
        case .optionalValue: value = "::\(escaped(option.placeholder)):\(action)"
        case .values: value = ":\(escaped(option.placeholder)):\(action)"
        }
        let repeats = option.repeatable ? "*" : ""
        let tail = Completion.quoted("[\(help)]\(value)")
        guard let short = option.short else { return "'\(repeats)--\(option.long)'" + tail }
        return "'\(repeats.isEmpty ? "(-\(short) --\(option.long))" : repeats)'{-\(short),--\(option.long)}\(tail)"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if "[]:\\".unicodeScalars.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}

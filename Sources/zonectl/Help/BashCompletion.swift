enum BashCompletion {
    static func script() -> String {
        let firsts = Completion.firstWords
        var script = """
            # bash completion for \(Program.name) \(Program.version); put it into /etc/bash_completion.d or run
            #   eval "$(\(Program.name) completion bash)"

            _\(Program.name)_zones() {
                local registry=${\(Environment.registry):-zones} i
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case ${COMP_WORDS[i]} in
                        -C|--registry) registry=${COMP_WORDS[i+1]} ;;
                    esac
                done
                local file
                for file in "$registry"/*/zone.json; do
                    [[ -e $file ]] && file=${file%/zone.json} && printf '%s\\n' "${file##*/}"
                done
            }

            _\(Program.name)() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
                local command= second= word i skip=
                # "=" is a word of its own to bash.
                if [[ $current == = ]]; then
                    current=
                elif [[ $previous == = && COMP_CWORD -gt 1 ]]; then
                    previous=${COMP_WORDS[COMP_CWORD-2]}
                fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    word=${COMP_WORDS[i]}
                    if [[ -n $skip ]]; then skip=; continue; fi
                    case $word in
                        \(valueOptions)) skip=1 ;;
                        -*|=) ;;
                        *) if [[ -z $command ]]; then command=$word; elif [[ -z $second ]]; then second=$word; fi ;;
                    esac
                done
                COMPREPLY=()
                case $previous in

            """
        script += valueCases()
        script += """
                esac
                local options=\(Completion.quoted(words(Options.global)))
                local words= files= directories= zones=
                case $command in
                    '') words=\(Completion.quoted(firsts.joined(separator: " "))) ;;

            """
        for first in firsts { script += commandCase(first) }
        script += """
                esac
                if [[ $current == -* ]]; then
                    COMPREPLY=($(compgen -W "$options" -- "$current"))
                    return
                fi
                [[ -n $words ]] && COMPREPLY=($(compgen -W "$words" -- "$current"))
                [[ -n $zones ]] && COMPREPLY+=($(compgen -W "$(_\(Program.name)_zones)" -- "$current"))
                if [[ -n $files ]]; then
                    compopt -o filenames 2>/dev/null
                    COMPREPLY+=($(compgen -f -- "$current"))
                fi
            }

            complete -F _\(Program.name) \(Program.name)

            """
        return script
    }

    /// Options whose next word is a value, as a pattern of `case`.
    private static var valueOptions: String {
        var names: [String] = []
        for option in CommandList.options {
            switch option.arity {
            case .flag, .optionalValue: continue
            case .value, .values: names += spellings(option)
            }
        }
        return names.joined(separator: "|")
    }

    private static func spellings(_ option: OptionSpec) -> [String] {
        (option.short.map { ["-\($0)"] } ?? []) + ["--\(option.long)"]
    }

    private static func words(_ options: [OptionSpec]) -> String {
        options.flatMap(spellings).joined(separator: " ")
    }

    /// Offers the words an option takes, those of the command where that has others.
    private static func words(of option: OptionSpec, after command: (String) -> [String]) -> String {
        func offer(_ words: [String]) -> String {
            "COMPREPLY=($(compgen -W \(Completion.quoted(words.joined(separator: " "))) -- \"$current\"))"
        }
        let cases = Completion.firstWords.compactMap { first -> String? in
            let words = command(first)
            return words.isEmpty || words == option.choices ? nil : "\(first)) \(offer(words)) ;;"
        }
        let all = offer(option.choices)
        return cases.isEmpty ? all : "case $command in " + cases.joined(separator: " ") + " *) \(all) ;; esac"
    }

    /// After an option that takes a value: its values, or nothing rather than a wrong guess.
    private static func valueCases() -> String {
        var text = ""
        for option in CommandList.options where option.arity == .value || option.arity == .values {
            let pattern = spellings(option).joined(separator: "|")
            let action: String
            if option.long == Options.format.spec.long {
                action = words(of: option, after: Completion.formats)
            } else if !option.choices.isEmpty {
                action = words(of: option) { Completion.choices(of: option, after: $0) }
            } else {
                switch option.completion {
                case .file: action = "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$current\"))"
                case .directory:
                    action = "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- \"$current\"))"
                case .zone:
                    action = "COMPREPLY=($(compgen -W \"$(_\(Program.name)_zones)\" -- \"$current\"))"
                case .none, .command: action = ":"
                }
            }
            text += "        \(pattern)) \(action); return ;;\n"
        }
        return text
    }

    private static func commandCase(_ first: String) -> String {
        var parts: [String] = []
        let options = Completion.options(after: first)
        if !options.isEmpty { parts.append("options+=\(Completion.quoted(" " + words(options)))") }
        let seconds = Completion.secondWords(after: first)
        if !seconds.isEmpty {
            parts.append("[[ -z $second ]] && words=\(Completion.quoted(seconds.joined(separator: " ")))")
        }
        let choices = Completion.argumentChoices(after: first)
        if !choices.isEmpty { parts.append("words=\(Completion.quoted(choices.joined(separator: " ")))") }
        for kind in Completion.argumentKinds(after: first) {
            switch kind {
            case .file: parts.append("files=1")
            case .directory: parts.append("directories=1")
            case .zone: parts.append("zones=1")
            case .none, .command: break
            }
        }
        return "        \(first)) \((parts.isEmpty ? [":"] : parts).joined(separator: "; ")) ;;\n"
    }
}

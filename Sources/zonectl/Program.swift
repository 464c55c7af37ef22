import ZoneCore

/// The program: a command line in, an exit status out.
enum Program {
    static let name = "zonectl"
    static let version = "0.1.0"
    /// Of the version; the man page carries it.
    static let date = "2026-11-21"

    static func run(
        _ arguments: [String], environment: Environment = .process,
        output: Output = Output(descriptor: 1), errors: Output = Output(descriptor: 2)
    ) -> ExitStatus {
        let line = Parser(options: CommandList.options).parse(arguments)
        let console = Console(
            language: line.lastValue(Options.language.spec.long).flatMap(Language.init(rawValue:))
                ?? environment.language,
            color: line.lastValue(Options.color.spec.long).flatMap(Console.ColorChoice.init(rawValue:)) ?? .auto,
            isQuiet: line.has(Options.quiet.spec.long), isVerbose: line.has(Options.verbose.spec.long),
            environment: environment, output: output, errors: errors)
        return console.finish(perform(line, environment, console))
    }

    private static func perform(
        _ line: ParsedLine, _ environment: Environment, _ console: Console
    ) -> ExitStatus {
        if line.has(Options.version.spec.long) {
            console.line("\(name) \(version)")
            return .done
        }
        if line.has(Options.help.spec.long) { return Help.show(line.words, console) }
        if let problem = line.problem {
            return complain(problem, line, about: CommandList.match(line.words), console)
        }
        if line.words.isEmpty {
            // What was asked for is missing, so this is no result.
            for text in Help.overview(console.language, width: min(console.width, Help.width)) {
                console.note(Text(verbatim: text))
            }
            return .usage
        }
        let match = CommandList.match(line.words, literalFrom: line.literalFrom)
        switch match {
        case .unknown(let problem): return complain(problem, line, about: match, console)
        case .group(let word, let commands):
            let choices = commands.map { $0.words.dropFirst().joined(separator: " ") }.joined(separator: ", ")
            return complain(
                Text(
                    en: "\(word) needs one of: \(choices)", id: "\(word) memerlukan salah satu dari: \(choices)"),
                line, about: match, console)
        case .command(let command, let arguments):
            do {
                let invocation = try invocation(command, arguments, line, environment, console)
                // A clock that cannot be read is an error whether or not the command looks at it.
                _ = try invocation.now()
                return try command.run(invocation)
            } catch let failure as Failure {
                if case .usage(let problem) = failure { return complain(problem, line, about: match, console) }
                return report(failure, line, match, console)
            } catch let error as FileError {
                return report(error.failure, line, match, console)
            } catch {
                return report(.io(Text(verbatim: String(describing: error))), line, match, console)
            }
        }
    }

    private static func report(
        _ failure: Failure, _ line: ParsedLine, _ match: CommandList.Match, _ console: Console
    ) -> ExitStatus {
        console.report(failure)
        writeDocument(of: failure, line, match, console)
        return failure.exitStatus
    }

    /// A program that asked for JSON gets a document also when nothing was done. A command that had begun its own
    /// has said what there is to say.
    private static func writeDocument(
        of failure: Failure, _ line: ParsedLine, _ match: CommandList.Match, _ console: Console
    ) {
        guard case .command(let command, _) = match, command.formats.contains(.json), console.output.isUntouched,
            line.lastValue(Options.format.spec.long) == OutputFormat.json.name
        else { return }
        console.json(RefusalDocument.document(failure.reasons, console.language))
    }

    /// Checks what was given against what the command takes.
    private static func invocation(
        _ command: Command, _ arguments: [String], _ line: ParsedLine, _ environment: Environment,
        _ console: Console
    ) throws(Failure) -> Invocation {
        if let format = line.lastValue(Options.format.spec.long),
            !command.formats.contains(where: { $0.name == format })
        {
            let names = command.formats.map(\.name).joined(separator: ", ")
            let near = Suggestion.nearest(to: format, in: command.formats.map(\.name))
            throw Failure.usage(
                names.isEmpty
                    ? Text(en: "\(command.name) has no --format", id: "\(command.name) tidak mengenal --format")
                    : Text(
                        en: "\(command.name) has no --format \(format); it has \(names)"
                            + (near.map { "; did you mean \($0)?" } ?? ""),
                        id: "\(command.name) tidak mengenal --format \(format); pilihannya \(names)"
                            + (near.map { "; maksud Anda \($0)?" } ?? "")))
        }
        let values = try readOptions(line, for: command)
        try checkCount(arguments, line, command)
        return Invocation(
            command: command, arguments: arguments, values: values, environment: environment, console: console,
            hintWhenMissing: { greedyHint(line, $0) })
    }

    private static func readOptions(
        _ line: ParsedLine, for command: Command
    ) throws(Failure) -> [String: any Sendable] {
        let allowed = Set(command.options.map(\.long))
        let global = Set(Options.global.map(\.long))
        var words: [String: [String]] = [:]
        for (spec, values) in line.given {
            guard allowed.contains(spec.long) || global.contains(spec.long) else {
                let takers = CommandList.all.filter { other in other.options.contains { $0.long == spec.long } }
                    .map(\.name).joined(separator: ", ")
                throw Failure.usage(
                    Text(
                        en: "\(command.name) does not take --\(spec.long); it belongs to \(takers)",
                        id: "\(command.name) tidak menerima --\(spec.long); opsi itu milik \(takers)"))
            }
            if words[spec.long] != nil, !spec.repeatable, !global.contains(spec.long) {
                throw Failure.usage(
                    Text(en: "--\(spec.long) is given twice", id: "--\(spec.long) diberikan dua kali"))
            }
            // A global option may stand in a script's alias and again in the line: the last one counts.
            words[spec.long] = spec.repeatable ? (words[spec.long] ?? []) + values : values
        }
        var result: [String: any Sendable] = [:]
        for (spec, _) in line.given where result[spec.long] == nil {
            let given = words[spec.long] ?? []
            do {
                result[spec.long] = try spec.read(given)
            } catch {
                let shown = "--\(spec.long) \(given.joined(separator: " "))"
                throw Failure.usage(
                    Text(en: "\(shown): \(error.text.en)", id: "\(shown): \(error.text.id)"))
            }
        }
        return result
    }

    private static func checkCount(
        _ arguments: [String], _ line: ParsedLine, _ command: Command
    ) throws(Failure) {
        var least = 0
        var most = 0
        for argument in command.arguments {
            switch argument.count {
            case .one:
                least += 1
                most += 1
            case .optional: most += 1
            case .any: most = Int.max / 2
            case .many:
                least += 1
                most = Int.max / 2
            }
        }
        if arguments.count < least {
            let required = command.arguments.filter { $0.count == .one || $0.count == .many }
            let missing = required.dropFirst(arguments.count).map(\.placeholder).joined(separator: " ")
            let hint = greedyHint(line, missing)
            throw Failure.usage(
                Text(
                    en: "\(command.name) needs \(missing)" + (hint?.en ?? ""),
                    id: "\(command.name) memerlukan \(missing)" + (hint?.id ?? "")))
        }
        if arguments.count > most {
            let extra = arguments[most]
            throw Failure.usage(
                Text(
                    en: "\(command.name) takes no further argument: \(extra)",
                    id: "\(command.name) tidak menerima argumen lagi: \(extra)"))
        }
    }

    /// A name after `--address` went to the option: this is easily overlooked, so it is said.
    private static func greedyHint(_ line: ParsedLine, _ missing: String) -> Text? {
        let greedy = line.given.last { given in
            switch given.spec.arity {
            case .values: given.values.count > 1
            case .optionalValue: !given.values.isEmpty
            case .flag, .value: false
            }
        }
        return greedy.map { given in
            let taken = given.values.joined(separator: " ")
            return Text(
                en: "; --\(given.spec.long) took \(taken): put \(missing) before it or after --",
                id: "; --\(given.spec.long) mengambil \(taken): letakkan \(missing) sebelumnya atau setelah --")
        }
    }

    /// A usage error, and where to read on.
    private static func complain(
        _ problem: Text, _ line: ParsedLine, about match: CommandList.Match, _ console: Console
    ) -> ExitStatus {
        console.error(problem)
        writeDocument(of: .usage(problem), line, match, console)
        let topic: String
        switch match {
        case .command(let command, _): topic = "\(name) help \(command.name)"
        case .group(let word, _): topic = "\(name) help \(word)"
        case .unknown: topic = "\(name) help"
        }
        console.note(Text(en: "See: \(topic)", id: "Lihat: \(topic)"))
        return .usage
    }
}

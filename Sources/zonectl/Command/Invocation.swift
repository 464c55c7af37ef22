import ZoneCore

/// One run of a command: what was given, and where to say what came of it.
struct Invocation {
    let command: Command
    let arguments: [String]
    let environment: Environment
    let console: Console
    private let values: [String: any Sendable]
    /// What to say behind "needs NAME" when an option of several values may have taken it.
    private let hintWhenMissing: (String) -> Text?

    init(
        command: Command, arguments: [String], values: [String: any Sendable], environment: Environment,
        console: Console, hintWhenMissing: @escaping (String) -> Text? = { _ in nil }
    ) {
        self.command = command
        self.arguments = arguments
        self.values = values
        self.environment = environment
        self.console = console
        self.hintWhenMissing = hintWhenMissing
    }

    /// An argument that is needed in some uses of the command only.
    func missing(_ placeholder: String, orElse other: Text) -> Failure {
        let hint = hintWhenMissing(placeholder)
        return .usage(
            Text(
                en: "\(command.name) needs \(placeholder)\(other.en)" + (hint?.en ?? ""),
                id: "\(command.name) memerlukan \(placeholder)\(other.id)" + (hint?.id ?? "")))
    }

    subscript<Value>(_ option: Option<Value>) -> Value {
        values[option.spec.long] as? Value ?? option.absent
    }

    /// Whether the option stands in the command line.
    func isGiven(_ spec: OptionSpec) -> Bool { values[spec.long] != nil }

    var language: Language { console.language }

    /// The positional argument at `index`, where the command takes one that may be left out.
    func argument(_ index: Int) -> String? { index < arguments.count ? arguments[index] : nil }

    /// The form of output: `--format`, or the command's first.
    var format: OutputFormat { self[Options.format] ?? command.formats.first ?? .text }

    /// The registry folder: `--registry`, `$ZONECTL_REGISTRY`, `./zones`.
    var registryPath: String { registryChoice.path }

    /// The registry folder, and what it was chosen by.
    var registryChoice: (path: String, by: Text) {
        if let given = self[Options.registry] { return (given, Text(verbatim: "--registry")) }
        if let named = environment.nonEmpty(Environment.registry) {
            return (named, Text(verbatim: "$\(Environment.registry)"))
        }
        return ("zones", Text(en: "by default", id: "bawaan"))
    }

    /// The clock: `--now`, `$ZONECTL_NOW`, the system's.
    func now() throws(Failure) -> Instant {
        if let given = self[Options.now] { return given }
        if let text = environment.nonEmpty(Environment.now) {
            guard let instant = Instant(rfc3339: text) else {
                throw Failure.usage(
                    Text(
                        en: "$\(Environment.now) is not an RFC 3339 time: \(text)",
                        id: "$\(Environment.now) bukan waktu RFC 3339: \(text)"))
            }
            return instant
        }
        return .systemNow()
    }

    /// Who acts, as the journal records it: `--as`, else the sysadmin who is logged in.
    var actor: String {
        if let given = self[Options.actor] { return given }
        if let user = environment.userName, let actor = try? Values.actor("sysadmin:\(user)") { return actor }
        return "sysadmin"
    }
}

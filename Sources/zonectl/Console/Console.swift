#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

import ZoneCore

/// Everything that is said to the user: results to stdout, all else to stderr, in one language.
final class Console {
    let language: Language
    let isQuiet: Bool
    let isVerbose: Bool
    /// Columns to lay tables and help out for.
    let width: Int
    /// Whether somebody sees that width: what another program reads keeps a line a line.
    private let isWidthKnown: Bool
    let output: Output
    private let errors: Output
    private let outputColored: Bool
    private let errorsColored: Bool
    /// What is done and stays done, whether or not it can be said.
    var done: Text?
    /// What is left of the limit on messages; a hostile file must not fill a disk with them.
    private var messageBudget = 1 << 20
    /// What `detail` has said.
    private var details: Set<String> = []

    enum ColorChoice: String, CaseIterable, Sendable {
        case auto
        case always
        case never
    }

    enum Style: String {
        case bold = "1"
        case red = "31"
        case yellow = "33"
        case green = "32"
    }

    init(
        language: Language, color: ColorChoice = .auto, isQuiet: Bool = false, isVerbose: Bool = false,
        environment: Environment = .process, output: Output = Output(descriptor: 1),
        errors: Output = Output(descriptor: 2)
    ) {
        self.language = language
        self.isQuiet = isQuiet
        self.isVerbose = isVerbose
        self.output = output
        self.errors = errors
        let known = Console.width(of: output.descriptor, environment)
        width = known ?? 80
        isWidthKnown = known != nil
        func colored(_ descriptor: Int32) -> Bool {
            switch color {
            case .always: true
            case .never: false
            case .auto:
                environment.nonEmpty("NO_COLOR") == nil && environment.value("TERM") != "dumb"
                    && isatty(descriptor) == 1
            }
        }
        outputColored = colored(output.descriptor)
        errorsColored = colored(errors.descriptor)
    }

    /// The terminal's width, else `$COLUMNS`.
    private static func width(of descriptor: Int32, _ environment: Environment) -> Int? {
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return max(40, Int(size.ws_col))
        }
        if let columns = environment.nonEmpty("COLUMNS").flatMap({ Int($0) }), columns > 0 {
            return min(max(40, columns), 1000)
        }
        return nil
    }

    // MARK: Results

    /// A line of a result, made fit for a terminal.
    func line(_ text: String = "") {
        output.write(TerminalText.escaped(text) + "\n")
    }

    /// A line of a list; on a terminal it goes on `indent` columns in where it is wider.
    func line(_ text: String, hanging indent: Int) {
        let text = TerminalText.escaped(text)
        let lines = isWidthKnown ? TerminalText.hanging(text, indent: indent, width: width) : [text]
        for line in lines { output.write(line + "\n") }
    }

    /// A line of a result in pieces, each in its style where there is colour.
    func write(_ pieces: [(text: String, style: Style?)]) {
        for piece in pieces {
            let text = TerminalText.escaped(piece.text)
            output.write(piece.style.map { styled(text, $0) } ?? text)
        }
        output.write("\n")
    }

    /// A line of a result in the chosen language.
    func line(_ text: Text) { line(text(language)) }

    /// A line for people that scripts do not need: left out with `-q`.
    func say(_ text: Text) {
        if !isQuiet { line(text) }
    }

    /// Octets as they are: a rendered zone, a JSON document.
    func raw(_ text: String) { output.write(text) }

    func table(_ table: Table) {
        for text in table.lines(width: width, heading: { self.styled($0, .bold) }) {
            output.write(text + "\n")
        }
    }

    func json(_ value: JSONText) { raw(value.document()) }

    func styled(_ text: String, _ style: Style) -> String { Console.styled(text, style, outputColored) }

    /// What stands before and behind text of this style, for results that are written as octets.
    func marks(_ style: Style) -> (start: String, end: String) {
        outputColored ? ("\u{1B}[\(style.rawValue)m", "\u{1B}[0m") : ("", "")
    }

    private static func styled(_ text: String, _ style: Style, _ colored: Bool) -> String {
        colored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    // MARK: Everything else

    /// `CODE subject: text`, one line a reason.
    func report(_ reasons: [Reason]) {
        for reason in reasons {
            let code = Console.styled(TerminalText.escaped(reason.code), .red, errorsColored)
            message(code, " \(reason.subject): \(reason.text(language))")
        }
    }

    /// `warning: CODE subject: text`
    func warn(_ reason: Reason) {
        let word = Text(en: "warning:", id: "peringatan:")(language)
        message(
            Console.styled(word, .yellow, errorsColored),
            " \(reason.code) \(reason.subject): \(reason.text(language))")
    }

    func warn(_ text: Text) {
        let word = Text(en: "warning:", id: "peringatan:")(language)
        message(Console.styled(word, .yellow, errorsColored), " " + text(language))
    }

    /// What is being done; left out with `-q`.
    func note(_ text: Text) {
        if !isQuiet { message("", text(language)) }
    }

    /// For whoever looks for a fault: what is used, read, locked, decided and written. Only with `-v`, and each
    /// line once, however many steps lead past it.
    func detail(_ text: @autoclosure () -> Text) {
        guard isVerbose else { return }
        let line = text()(language)
        if details.insert(line).inserted { message(Console.styled("--", .green, errorsColored), " " + line) }
    }

    /// A line to stderr as it is, made fit for a terminal.
    func plain(_ text: String) { message("", text) }

    /// A question, with the cursor behind it.
    func prompt(_ text: String) {
        output.flush()
        errors.write(TerminalText.escaped(text))
        errors.flush()
    }

    func error(_ text: Text) {
        message(Console.styled("zonectl:", .red, errorsColored), " " + text(language))
    }

    func report(_ failure: Failure) {
        switch failure {
        case .refused(let reasons), .state(let reasons): report(reasons)
        case .usage(let text), .io(let text): error(text)
        }
    }

    /// One line to stderr: `head` as it is, `rest` made fit for a terminal.
    private func message(_ head: String, _ rest: String) {
        let text = head + TerminalText.escaped(rest) + "\n"
        guard messageBudget > 0 else { return }
        messageBudget -= text.utf8.count
        // In order with the results where both go to one terminal.
        output.flush()
        errors.write(text)
        if messageBudget <= 0 {
            let stop = Text(en: "further messages are left out", id: "pesan selanjutnya tidak ditampilkan")
            errors.write("zonectl: \(stop(language))\n")
        }
        errors.flush()
    }

    /// Writes out what is left and turns an error of stdout into the exit status: what was not written was
    /// not said.
    func finish(_ status: ExitStatus) -> ExitStatus {
        let error = output.finish()
        guard error != 0 else { return status }
        if error == EPIPE {
            // Not an error of a reader that has seen enough; but who did not see the number must not ask again.
            if let done { self.error(done) }
            return status == .done ? .brokenPipe : status
        }
        let reason = String(cString: strerror(error))
        let rest = done.map { Text(en: "; \($0.en)", id: "; \($0.id)") } ?? Text(verbatim: "")
        self.error(
            Text(
                en: "cannot write the output: \(reason)\(rest.en)",
                id: "keluaran tidak dapat ditulis: \(reason)\(rest.id)"))
        return .inputOutput
    }
}

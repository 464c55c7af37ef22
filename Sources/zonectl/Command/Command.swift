import ZoneCore

/// A command, declared once: read by the parser, the help, the man page and the completions.
struct Command: Sendable {
    /// `["add"]`, `["serial", "next"]`
    let words: [String]
    let group: Group
    let summary: Text
    /// What it does, what it refuses and why: paragraphs for `help` and the man page.
    let explanation: [Text]
    /// Usage after the command's words where arguments and options alone do not say enough.
    var usage: [String] = []
    var arguments: [Argument] = []
    /// Besides the global options.
    var options: [OptionSpec] = []
    /// What `--format` can be here, the default first; empty where there is nothing to format.
    var formats: [OutputFormat] = []
    var examples: [Example] = []
    let run: @Sendable (Invocation) throws -> ExitStatus

    var name: String { words.joined(separator: " ") }

    enum Group: CaseIterable, Sendable {
        case zones
        case names
        case requests
        case journal
        case program

        var title: Text {
            switch self {
            case .zones: Text(en: "Zones", id: "Zona")
            case .names: Text(en: "Names", id: "Nama")
            case .requests: Text(en: "Requests and procedures", id: "Permohonan dan prosedur")
            case .journal: Text(en: "Journal", id: "Jurnal")
            case .program: Text(en: "Program", id: "Program")
            }
        }
    }

    struct Example: Sendable {
        let line: String
        let text: Text
        init(_ line: String, _ text: Text) {
            self.line = line
            self.text = text
        }
    }
}

/// A positional argument.
struct Argument: Sendable {
    /// `NAME`, `YYYY/NNNN`
    let placeholder: String
    let count: Count
    let help: Text
    var completion: Completion.Kind = .none
    /// Words it can be, where they are known. Asked for by completions only: to list all checks takes longer than
    /// everything else that a command does at its start.
    var choices: @Sendable () -> [String] = { [] }

    enum Count: Sendable {
        case one
        case optional
        case any
        case many
    }

    var usage: String {
        switch count {
        case .one: placeholder
        case .optional: "[\(placeholder)]"
        case .any: "[\(placeholder)...]"
        case .many: "\(placeholder)..."
        }
    }
}

/// A form of output that `--format` names. One value each; a command lists those it has.
struct OutputFormat: Hashable, Sendable {
    let name: String
    let help: Text

    static let text = OutputFormat(name: "text", help: Text(en: "for people", id: "untuk dibaca orang"))
    static let json = OutputFormat(
        name: "json", help: Text(en: "one document with stable keys", id: "satu dokumen dengan kunci tetap"))
    static let csv = OutputFormat(
        name: "csv", help: Text(en: "RFC 4180, for spreadsheets", id: "RFC 4180, untuk lembar kerja"))
    static let sarif = OutputFormat(
        name: "sarif", help: Text(en: "SARIF 2.1.0, for code scanning", id: "SARIF 2.1.0, untuk pemindai kode"))
    static let junit = OutputFormat(
        name: "junit", help: Text(en: "JUnit XML, for CI", id: "XML JUnit, untuk CI"))
    static let github = OutputFormat(
        name: "github",
        help: Text(en: "annotations of GitHub Actions", id: "anotasi GitHub Actions"))
    static let gitlab = OutputFormat(
        name: "gitlab",
        help: Text(en: "a code quality report of GitLab", id: "laporan kualitas kode GitLab"))

    static let nsupdate = OutputFormat(
        name: "nsupdate",
        help: Text(
            en: "a script that nsupdate runs to turn OLD into NEW",
            id: "skrip yang dijalankan nsupdate untuk mengubah OLD menjadi NEW"))

    static let all: [OutputFormat] = [.text, .json, .csv, .sarif, .junit, .github, .gitlab, .nsupdate]

    static func == (left: OutputFormat, right: OutputFormat) -> Bool { left.name == right.name }
    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

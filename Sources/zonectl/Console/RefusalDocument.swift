import ZoneCore

/// What a command that did not do what was asked prints with `--format json`, so that a program reading stdout always
/// gets one document: `{"refused":[{"code":…,"subject":…,"message":…}]}`.
enum RefusalDocument {
    static func document(_ reasons: [Reason], _ language: Language) -> JSONText {
        .object([("refused", list(reasons, language))])
    }

    static func list(_ reasons: [Reason], _ language: Language) -> JSONText {
        .array(
            reasons.map { reason in
                .object([
                    ("code", .string(reason.code)), ("subject", .string(reason.subject)),
                    ("message", .string(reason.text(language))),
                ])
            })
    }

    /// Findings in the file that was given.
    static func document(_ findings: [Finding], _ language: Language) -> JSONText {
        document(
            findings.map { Reason($0.code, "\($0.file):\(max(1, $0.line)):\(max(1, $0.column))", $0.message) }, language
        )
    }
}

extension Failure {
    /// As reasons. Mistakes in the command line and errors of files have no code of their own.
    var reasons: [Reason] {
        switch self {
        case .refused(let reasons), .state(let reasons): reasons
        case .usage(let text): [Reason("USAGE", "", text)]
        case .io(let text): [Reason("IO", "", text)]
        }
    }
}

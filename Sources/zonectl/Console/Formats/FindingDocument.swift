import ZoneCore

/// Findings as JSON: the contract's own form.
enum FindingDocument {
    static func document(_ result: CheckResult, known: KnownFindings?, _ language: Language) -> JSONText {
        var summary: [(String, JSONText)] = [
            ("files", .number(result.files)), ("zones", .number(result.zones)), ("records", .number(result.records)),
            ("errors", .number(result.count(.error))), ("warnings", .number(result.count(.warning))),
            ("notices", .number(result.count(.notice))),
        ]
        if let known { summary += [("known", .number(known.left)), ("gone", .number(known.gone))] }
        return .object([
            ("findings", .array(result.findings.map { json($0, language) })), ("summary", .object(summary)),
            (
                "notes",
                .array(
                    CheckNote.all(about: result).map {
                        .object([("code", .string($0.code)), ("message", .string($0.text(language)))])
                    })
            ),
        ])
    }

    /// A finding, the same wherever one is printed. What stands for findings that are not shown says how many.
    static func json(_ finding: Finding, _ language: Language) -> JSONText {
        var members: [(String, JSONText)] = [
            ("code", .string(finding.code)), ("severity", .string(finding.severity.word)),
            ("file", .string(finding.file)), ("line", .number(finding.shownLine)),
            ("column", .number(finding.shownColumn)), ("owner", .optional(finding.owner)),
            ("message", .string(finding.message(language))), ("reference", .string(finding.reference)),
        ]
        if let more = finding.more { members.append(("more", .number(more))) }
        return .object(members)
    }
}

/// What became of a baseline: findings left out, entries that did not occur, and findings that it was made without.
struct KnownFindings {
    let left: Int
    let gone: Int
    let missing: Int
}

extension Finding {
    /// From 1, for readers that know no finding about a file as a whole.
    var shownLine: Int { max(1, line) }
    var shownColumn: Int { max(1, column) }
    /// The column in characters, for readers that do not count octets. What the excerpt leaves out of a long line
    /// counts by its octets.
    var shownCharacter: Int {
        let before = min(caret.lowerBound, excerpt.count, shownColumn - 1)
        guard before > 0 else { return shownColumn }
        return shownColumn - before + String(decoding: excerpt.prefix(before), as: UTF8.self).unicodeScalars.count
    }
    /// As repositories name files.
    var plainPath: String { file.hasPrefix("./") ? String(file.dropFirst(2)) : file }
}

/// What tells findings apart from run to run: neither lines nor the language matter, and equal ones are numbered.
struct Fingerprints {
    private var counts: [String: Int] = [:]

    mutating func next(_ finding: Finding) -> String {
        let message = Baseline.withoutLines(finding.message.en)
        let key = [finding.code, finding.plainPath, finding.owner ?? "", message].joined(separator: "\u{0}")
        let number = counts[key, default: 0]
        counts[key] = number + 1
        return SHA256.digest(of: Array("\(key)\u{0}\(number)".utf8)).description
    }
}

import ZoneCore

/// SARIF 2.1.0, for code scanning.
enum SARIF {
    static func document(_ result: CheckResult, _ language: Language) -> JSONText {
        let codes = Set(result.findings.map(\.code)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        var fingerprints = Fingerprints()
        let results = result.findings.map { finding -> JSONText in
            .object([
                ("ruleId", .string(finding.code)), ("ruleIndex", .number(numbers[finding.code] ?? -1)),
                ("level", .string(level(finding.severity))), ("message", text(finding.message(language))),
                ("locations", .array([location(of: finding)])),
                ("partialFingerprints", .object([("zonectlFinding/v1", .string(fingerprints.next(finding)))])),
            ])
        }
        let driver: JSONText = .object([
            ("name", .string(Program.name)), ("version", .string(Program.version)),
            ("semanticVersion", .string(Program.version)), ("rules", .array(codes.map { rule($0, result, language) })),
        ])
        return .object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
            (
                "runs",
                .array([
                    .object([
                        ("tool", .object([("driver", driver)])),
                        ("invocations", .array([invocation(result, language)])),
                        ("columnKind", .string("unicodeCodePoints")), ("results", .array(results)),
                    ])
                ])
            ),
        ])
    }

    private static func invocation(_ result: CheckResult, _ language: Language) -> JSONText {
        let notes = CheckNote.all(about: result).map { note -> JSONText in
            .object([
                ("descriptor", .object([("id", .string(note.code))])), ("level", .string("note")),
                ("message", text(note.text(language))),
            ])
        }
        return .object([
            ("executionSuccessful", .bool(result.unreadableFiles == 0)), ("toolExecutionNotifications", .array(notes)),
        ])
    }

    private static func text(_ text: String) -> JSONText { .object([("text", .string(text))]) }

    private static func rule(_ code: String, _ result: CheckResult, _ language: Language) -> JSONText {
        let check = Check.named(code)
        let severity = check?.severity ?? result.findings.first { $0.code == code }?.severity ?? .warning
        let summary = check?.summary(language) ?? code
        let explanation = check.map { $0.explanation(language) } ?? ""
        var rule: [(String, JSONText)] = [
            ("id", .string(code)), ("name", .string(name(of: code))), ("shortDescription", text(summary)),
            ("fullDescription", text(explanation.isEmpty ? summary : explanation)),
            ("defaultConfiguration", .object([("level", .string(level(severity)))])),
            ("help", help(check, summary, explanation, language)),
        ]
        if let uri = Reference.uri(check?.reference ?? "") { rule.append(("helpUri", .string(uri))) }
        return .object(rule)
    }

    private static func help(
        _ check: Check?, _ summary: String, _ explanation: String, _ language: Language
    ) -> JSONText {
        var plain = explanation.isEmpty ? summary : summary + " " + explanation
        var markdown = explanation.isEmpty ? summary : summary + "\n\n" + explanation
        if let check, !check.bad.isEmpty {
            let (bad, good) = (Text(en: "Bad:", id: "Buruk:")(language), Text(en: "Good:", id: "Baik:")(language))
            plain += "\n\n\(bad)\n\(check.bad)\n\n\(good)\n\(check.good)"
            markdown += "\n\n\(bad)\n\n```\n\(check.bad)\n```\n\n\(good)\n\n```\n\(check.good)\n```"
        }
        if let check, !check.reference.isEmpty {
            plain += "\n\n" + check.reference
            markdown += "\n\n" + check.reference
        }
        return .object([("text", .string(plain)), ("markdown", .string(markdown))])
    }

    /// `MX_NO_ADDRESS` as `MxNoAddress`.
    private static func name(of code: String) -> String {
        code.split(separator: "_").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined()
    }

    private static func location(of finding: Finding) -> JSONText {
        var location: [(String, JSONText)] = [
            (
                "physicalLocation",
                .object([
                    ("artifactLocation", .object([("uri", .string(uri(finding.plainPath)))])),
                    (
                        "region",
                        .object([
                            ("startLine", .number(finding.shownLine)),
                            ("startColumn", .number(finding.shownCharacter)),
                        ])
                    ),
                ])
            )
        ]
        if let owner = finding.owner {
            location.append(("logicalLocations", .array([.object([("fullyQualifiedName", .string(owner))])])))
        }
        return .object(location)
    }

    private static func level(_ severity: Finding.Severity) -> String {
        severity == .notice ? "note" : severity.word
    }

    /// A path as a URI reference (RFC 3986): what is not allowed there is percent-encoded. One from the root on gets a
    /// scheme, so that two slashes at its start name no host.
    private static func uri(_ path: String) -> String {
        var text = path.hasPrefix("/") ? "file://" : ""
        for octet in path.utf8 {
            switch octet {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
                text.unicodeScalars.append(Unicode.Scalar(octet))
            default:
                let digits = String(octet, radix: 16, uppercase: true)
                text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return text
    }
}

/// Where a reference can be read.
enum Reference {
    /// The first RFC and section that it names, else BIND's manual where it names an option of named.
    static func uri(_ reference: String) -> String? {
        let words = reference.split(whereSeparator: { $0 == " " || $0 == ";" || $0 == "," })
        if let at = words.firstIndex(of: "RFC"), at + 1 < words.count, words[at + 1].allSatisfy(\.isNumber) {
            var uri = "https://www.rfc-editor.org/rfc/rfc\(words[at + 1])"
            if at + 2 < words.count, words[at + 2].first == "§" {
                let section = words[at + 2].dropFirst().prefix { $0.isNumber || $0 == "." }
                if section.first?.isNumber == true { uri += "#section-\(section)" }
            }
            return uri
        }
        return words.first?.hasPrefix("named") == true ? "https://bind9.readthedocs.io/en/stable/reference.html" : nil
    }
}

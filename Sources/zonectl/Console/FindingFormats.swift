import ZoneCore

// Findings for machines: each form as its readers want it.

/// A finding as JSON, the same wherever one is printed.
enum FindingDocument {
    static func json(_ finding: Finding, _ language: Language) -> JSONText {
        .object([
            ("code", .string(finding.code)), ("severity", .string(finding.severity.word)),
            ("file", .string(finding.file)), ("line", .number(max(1, finding.line))),
            ("column", .number(max(1, finding.column))), ("owner", .optional(finding.owner)),
            ("message", .string(finding.message(language))), ("reference", .string(finding.reference)),
        ])
    }
}

/// SARIF 2.1.0, for code scanning.
enum SARIF {
    static func document(_ result: CheckResult, _ language: Language) -> JSONText {
        let codes = Set(result.findings.map(\.code)).sorted()
        let rules = codes.map { code -> JSONText in
            let check = Check.all.first { $0.code == code }
            let summary = check?.summary(language) ?? code
            return .object([
                ("id", .string(code)), ("shortDescription", .object([("text", .string(summary))])),
            ])
        }
        let results = result.findings.map { finding -> JSONText in
            .object([
                ("ruleId", .string(finding.code)), ("level", .string(level(finding.severity))),
                ("message", .object([("text", .string(finding.message(language)))])),
                (
                    "locations",
                    .array([
                        .object([
                            (
                                "physicalLocation",
                                .object([
                                    ("artifactLocation", .object([("uri", .string(uri(finding.file)))])),
                                    (
                                        "region",
                                        .object([
                                            ("startLine", .number(max(1, finding.line))),
                                            ("startColumn", .number(max(1, finding.column))),
                                        ])
                                    ),
                                ])
                            )
                        ])
                    ])
                ),
            ])
        }
        let driver: JSONText = .object([
            ("name", .string(Program.name)), ("version", .string(Program.version)), ("rules", .array(rules)),
        ])
        return .object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
            (
                "runs",
                .array([.object([("tool", .object([("driver", driver)])), ("results", .array(results))])])
            ),
        ])
    }

    private static func level(_ severity: Finding.Severity) -> String {
        severity == .notice ? "note" : severity.word
    }

    /// A path as a URI reference (RFC 3986): what is not allowed there is percent-encoded.
    private static func uri(_ path: String) -> String {
        var text = ""
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

/// JUnit XML: one test case a finding; a run without findings is one case that passed.
enum JUnit {
    static func document(_ result: CheckResult, _ language: Language) -> String {
        let count = max(1, result.findings.count)
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites>\n"
        text += "  <testsuite name=\"zonectl check\" tests=\"\(count)\" failures=\"\(result.findings.count)\">\n"
        if result.findings.isEmpty { text += "    <testcase classname=\"zonectl\" name=\"check\"/>\n" }
        for finding in result.findings {
            let place = "\(finding.file):\(max(1, finding.line)):\(max(1, finding.column))"
            let message = finding.message(language)
            text += "    <testcase classname=\"\(escaped(finding.code))\" name=\"\(escaped(place))\">\n"
            text += "      <failure type=\"\(finding.severity.word)\" message=\"\(escaped(message))\"/>\n"
            text += "    </testcase>\n"
        }
        return text + "  </testsuite>\n</testsuites>\n"
    }

    /// Text for an attribute; what XML 1.0 cannot hold becomes `?`.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += " "
            default:
                let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                result.unicodeScalars.append(isAllowed ? scalar : "?")
            }
        }
        return result
    }
}

/// Annotations of GitHub Actions.
enum GitHub {
    static func lines(_ result: CheckResult, _ language: Language) -> [String] {
        result.findings.map { finding in
            let place = "file=\(property(finding.file)),line=\(max(1, finding.line)),col=\(max(1, finding.column))"
            return "::\(finding.severity.word) \(place),title=\(property(finding.code))::\(data(finding.message(language)))"
        }
    }

    private static func data(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func property(_ text: String) -> String {
        var result = ""
        for scalar in data(text).unicodeScalars {
            switch scalar {
            case ":": result += "%3A"
            case ",": result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

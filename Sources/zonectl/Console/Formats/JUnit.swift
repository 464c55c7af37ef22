import ZoneCore

/// JUnit XML: one test case a finding, in a suite for each file; a run without findings is one case that passed.
enum JUnit {
    static func document(_ result: CheckResult, _ language: Language) -> String {
        let count = max(1, result.findings.count)
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites name=\"zonectl check\" tests=\"\(count)\" failures=\"\(result.findings.count)\">\n"
        if result.findings.isEmpty {
            text += "  <testsuite name=\"zonectl check\" tests=\"1\" failures=\"0\">\n"
            text += "    <testcase classname=\"zonectl\" name=\"check\"/>\n  </testsuite>\n"
        }
        for (file, findings) in FindingReport.groups(result.findings) {
            text +=
                "  <testsuite name=\"\(escaped(file))\" tests=\"\(findings.count)\" failures=\"\(findings.count)\">\n"
            for finding in findings {
                let place = "\(finding.file):\(finding.shownLine):\(finding.shownColumn)"
                let message = finding.message(language)
                let body = [place, finding.owner, message, finding.reference].compactMap { $0 }.filter { !$0.isEmpty }
                text += "    <testcase classname=\"\(escaped(finding.code))\" name=\"\(escaped(place))\""
                text += " file=\"\(escaped(finding.file))\" line=\"\(finding.shownLine)\">\n"
                text += "      <failure type=\"\(finding.severity.word)\" message=\"\(escaped(message))\">"
                text += body.map(escaped).joined(separator: "\n") + "</failure>\n"
                text += "    </testcase>\n"
            }
            text += "  </testsuite>\n"
        }
        return text + "</testsuites>\n"
    }

    /// Text for an attribute or an element; what XML 1.0 cannot hold becomes `?`.
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

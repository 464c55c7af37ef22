import ZoneCore

/// Annotations of GitHub Actions.
enum GitHub {
    static func lines(_ result: CheckResult, _ language: Language) -> [String] {
        result.findings.map { finding in
            let place = "line=\(finding.shownLine),col=\(finding.shownCharacter),title=\(property(finding.code))"
            let message = data(finding.message(language))
            return "::\(finding.severity.word) file=\(property(finding.plainPath)),\(place)::\(message)"
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

import ZoneCore

/// The code quality report of GitLab: an array of issues.
enum GitLab {
    static func document(_ result: CheckResult, _ language: Language) -> JSONText {
        var fingerprints = Fingerprints()
        return .array(
            result.findings.map { finding in
                .object([
                    ("description", .string(finding.message(language))), ("check_name", .string(finding.code)),
                    ("fingerprint", .string(fingerprints.next(finding))), ("severity", .string(severity(of: finding))),
                    (
                        "location",
                        .object([
                            ("path", .string(finding.plainPath)),
                            ("lines", .object([("begin", .number(finding.shownLine))])),
                        ])
                    ),
                ])
            })
    }

    /// Its words are info, minor, major, critical and blocker.
    private static func severity(of finding: Finding) -> String {
        switch finding.severity {
        case .notice: "info"
        case .warning: "minor"
        case .error: finding.stopsLoading ? "blocker" : "critical"
        }
    }
}

extension RequestForm.MailKey {
    /// What is wrong with it; `nil` for a key that can be published. A selector is one label or several, and the record
    /// one of RFC 6376 §3.6.1.
    var fault: Reason? {
        let labels = selector.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.allSatisfy({ LabelRules.isHostLabel(Array($0.utf8)) }) else {
            return Reason(
                "TARGET_INVALID", Shown.text(selector),
                Text(
                    en: "is not a DKIM selector: letters, digits and hyphens",
                    id: "bukan selector DKIM: huruf, angka, dan tanda hubung"))
        }
        guard record.utf8.allSatisfy({ 0x20...0x7E ~= $0 }), record.hasPrefix("v=DKIM1"), record.contains("p=") else {
            return unreadable(
                Text(
                    en: "its record begins with v=DKIM1 and has p=KEY (RFC 6376 §3.6.1)",
                    id: "rekamannya diawali v=DKIM1 dan memuat p=KUNCI (RFC 6376 §3.6.1)"))
        }
        // What is made is checked by the same rule later, and the zone would be in error.
        let problems = DKIM.problems(of: Array(record.utf8), isWildcard: false)
        return problems.first { $0.kind == .dkimSyntax }.map { unreadable($0.message) }
    }

    private func unreadable(_ text: Text) -> Reason {
        Reason("DKIM_SYNTAX", "DKIM \(Shown.text(selector))", text)
    }
}

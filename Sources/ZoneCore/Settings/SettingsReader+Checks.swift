extension SettingsReader {
    /// `checks`: codes in any letter case, each with a severity or `off`.
    mutating func checks(_ value: JSON5Value, _ checks: inout [String: Finding.Severity?]) {
        guard case .object(let list) = value.content else {
            wrongKind(value, "checks", Text(en: "an object { … }", id: "objek { … }"))
            return
        }
        for member in list {
            let key = "checks." + Shown.text(member.key)
            let code = Check.code(from: member.key)
            guard Check.named(code) != nil else {
                let hint = Check.suggestion(for: member.key)
                report(
                    "SETTINGS_UNKNOWN_KEY", key, member.place,
                    Text(en: "there is no such check\(hint.en)", id: "tidak ada pemeriksaan seperti itu\(hint.id)"))
                continue
            }
            guard checks[code] == nil else {
                report("SETTINGS_DUPLICATE_KEY", key, member.place, Text(en: "stands twice", id: "tertulis dua kali"))
                continue
            }
            guard let word = text(member.value, key) else { continue }
            guard let severity = Finding.Severity.chosen(by: word) else {
                report(
                    "SETTINGS_VALUE", key, member.value.place,
                    Text(
                        en: "“\(Shown.text(word))” is none of off, notice, warning, error",
                        id: "“\(Shown.text(word))” bukan salah satu dari off, notice, warning, error"))
                continue
            }
            checks[code] = .some(severity)
        }
    }
}

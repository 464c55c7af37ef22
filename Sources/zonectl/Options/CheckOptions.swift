import ZoneCore

/// What `check` and `explain` take beside the options of reading.
extension Options {
    static let failOn: Option<Finding.Severity?> = .value(
        "fail-on", "SEVERITY",
        Text(
            en: "Exit 1 from this severity on: error (the default), warning or notice.",
            id: "Keluar dengan 1 mulai tingkat ini: error (bawaan), warning, atau notice."),
        choices: ["error", "warning", "notice"],
        read: Values.choice(Finding.Severity.allCases.map { ($0.word, $0) }))

    static let profile: Option<CheckProfile?> = .value(
        "profile", "PROFILE",
        Text(
            en: "load (what makes a server refuse the zone), standard (the default) or strict (opinions too).",
            id: "load (yang membuat server menolak zona), standard (bawaan), atau strict (juga pendapat)."),
        choices: CheckProfile.allCases.map(\.rawValue),
        read: Values.choice(CheckProfile.allCases.map { ($0.rawValue, $0) }))

    static let severities: Option<[ChosenSeverity]> = .list(
        "severity", "CODE=SEVERITY",
        Text(
            en: "Another severity for a check: off, notice, warning or error; comes before zone.json. May be repeated.",
            id: "Tingkat lain untuk sebuah pemeriksaan: off, notice, warning, atau error; mendahului zone.json. Boleh "
                + "diulang."),
        read: Values.severities)

    static let only: Option<[String]> = .list(
        "only", "CODE,...",
        Text(en: "Report these checks alone.", id: "Hanya laporkan pemeriksaan ini."),
        read: Values.codes)

    static let skip: Option<[String]> = .list(
        "skip", "CODE,...",
        Text(en: "Do not report these checks.", id: "Jangan laporkan pemeriksaan ini."),
        read: Values.codes)

    static let maximumFindings: Option<Int?> = .value(
        "max", "N",
        Text(
            en: "Show N findings of each check (1000 by default) and count the others; 0 shows all.",
            id: "Tampilkan N temuan dari tiap pemeriksaan (bawaan 1000), selebihnya dihitung; 0 menampilkan semua."),
        read: Values.number(0...1_000_000_000))

    static let baseline: Option<String?> = .value(
        "baseline", "FILE",
        Text(
            en: "Leave out the findings in FILE, which check --max 0 --format json wrote once.",
            id: "Abaikan temuan yang ada di FILE, yang pernah ditulis check --max 0 --format json."),
        completion: .file, read: Values.path)

    static let list: Option<Bool> = .flag(
        "list", Text(en: "List all checks.", id: "Daftar semua pemeriksaan."))

    static let checking: [OptionSpec] = [
        failOn.spec, profile.spec, severities.spec, only.spec, skip.spec, maximumFindings.spec, baseline.spec,
    ]
}

/// One `--severity CODE=SEVERITY`; no severity switches the check off.
struct ChosenSeverity: Sendable {
    let code: String
    let severity: Finding.Severity?
}

extension Values {
    /// Codes of checks, in any letter case, with commas between them.
    static let codes: @Sendable ([String]) throws(BadValue) -> [String] = { words throws(BadValue) in
        var codes: [String] = []
        for word in words {
            let parts = word.split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
            guard !parts.isEmpty else { throw BadValue(en: "needs a code", id: "memerlukan kode") }
            for part in parts { codes.append(try code(part)) }
        }
        return codes
    }

    static let severities: @Sendable ([String]) throws(BadValue) -> [ChosenSeverity] = { words throws(BadValue) in
        var chosen: [ChosenSeverity] = []
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                throw BadValue(
                    en: "is written CODE=off, CODE=notice, CODE=warning or CODE=error",
                    id: "ditulis KODE=off, KODE=notice, KODE=warning, atau KODE=error")
            }
            guard let severity = Finding.Severity.chosen(by: parts[1]) else {
                let hint = Suggestion.nearest(to: parts[1], in: ["off", "notice", "warning", "error"])
                throw BadValue(
                    en: "\(parts[1]) is none of off, notice, warning, error"
                        + (hint.map { "; did you mean \($0)?" } ?? ""),
                    id: "\(parts[1]) bukan salah satu dari off, notice, warning, error"
                        + (hint.map { "; maksud Anda \($0)?" } ?? ""))
            }
            chosen.append(ChosenSeverity(code: try code(parts[0]), severity: severity))
        }
        return chosen
    }

    /// The code of a check as it is declared.
    static func code(_ word: String) throws(BadValue) -> String {
        let code = Check.code(from: word)
        guard Check.named(code) != nil else {
            let hint = Check.suggestion(for: word)
            throw BadValue(
                en: "there is no check \(word)\(hint.en.isEmpty ? "; see explain --list" : hint.en)",
                id: "tidak ada pemeriksaan \(word)\(hint.id.isEmpty ? "; lihat explain --list" : hint.id)")
        }
        return code
    }
}

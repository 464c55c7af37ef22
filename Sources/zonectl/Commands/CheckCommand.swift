import RFC1035
import ZoneCore

extension Command {
    static let check = Command(
        words: ["check"], group: .zones,
        summary: Text(en: "Find mistakes in zones and master files", id: "Temukan kesalahan pada zona dan berkas zona"),
        explanation: [
            Text(
                en: "Without FILE: every zone of the registry, that is its settings, register, static records and "
                    + "rendered file. With FILE: any master file; - is standard input. All findings come in one "
                    + "pass, each as file:line:column: severity CODE: text.",
                id: "Tanpa FILE: setiap zona di registry, yaitu pengaturan, register, rekaman statis, dan berkas "
                    + "hasil render. Dengan FILE: berkas zona apa pun; - berarti masukan standar. Semua temuan "
                    + "ditampilkan sekaligus, masing-masing sebagai berkas:baris:kolom: tingkat KODE: teks."),
            Text(
                en: "An error is what makes a server refuse the zone, or an answer wrong or missing; a warning "
                    + "works, but not as anyone would want; a notice is legal and often a mistake. Targets outside "
                    + "the zone are not judged: nothing is looked up.",
                id: "Error membuat server menolak zona, atau jawaban salah atau hilang; warning berjalan, tetapi "
                    + "bukan seperti yang diinginkan; notice sah tetapi sering keliru. Sasaran di luar zona tidak "
                    + "dinilai: tidak ada yang dicari di jaringan."),
            Text(
                en: "A comment waives a check for one record: ; zonectl: allow CODE on one of its lines, or alone on "
                    + "the "
                    + "line before it. One that waives nothing is reported, and what stops a server cannot be waived. "
                    + "Severities are set in zone.json (checks) or with --severity. explain CODE says more of each.",
                id: "Komentar mengecualikan satu rekaman: ; zonectl: allow KODE pada salah satu barisnya, atau "
                    + "sendirian "
                    + "pada baris sebelumnya. Yang tidak mengecualikan apa pun dilaporkan, dan yang membuat server "
                    + "menolak "
                    + "zona tidak dapat dikecualikan. Tingkat diatur di zone.json (checks) atau dengan --severity. "
                    + "Penjelasan tiap temuan: explain KODE."),
        ],
        arguments: [
            Argument(
                placeholder: "FILE", count: .any,
                help: Text(
                    en: "Master files; - is standard input.", id: "Berkas zona; - berarti masukan standar."),
                completion: .file)
        ],
        options: Options.reading + Options.checking,
        formats: [.text, .json, .sarif, .junit, .github, .gitlab],
        examples: [
            Example("zonectl check", Text(en: "The registry", id: "Seluruh registry")),
            Example(
                "zonectl check --origin example.go.id master.txt",
                Text(en: "Any zone file", id: "Berkas zona apa pun")),
            Example(
                "zonectl check --fail-on warning --format json", Text(en: "In CI", id: "Dalam CI")),
            Example(
                "zonectl check --max 0 --format json > baseline.json",
                Text(en: "Note what is known today", id: "Catat yang sudah diketahui hari ini")),
            Example(
                "zonectl check --baseline baseline.json --skip RRSET_TTL",
                Text(en: "Find only what is new", id: "Temukan yang baru saja")),
        ],
        run: { invocation in
            var baseline = try invocation[Options.baseline].map(Baseline.read) ?? Baseline()
            let maximum = maximum(of: invocation)
            var result = try checkAll(invocation, policy: try policy(of: invocation, baseline))
            result.settle(baseline: &baseline, maximum: maximum)
            let known =
                invocation[Options.baseline] == nil
                ? nil
                : KnownFindings(left: baseline.matched, gone: baseline.remaining, missing: baseline.missing)
            write(result, known, invocation)
            // Without it, nothing can be said about the whole.
            if result.unreadableFiles > 0 { return .inputOutput }
            let limit = invocation[Options.failOn] ?? .error
            return result.findings.contains { $0.severity >= limit } ? .refused : .done
        })

    private static func write(_ result: CheckResult, _ known: KnownFindings?, _ invocation: Invocation) {
        let (console, language) = (invocation.console, invocation.language)
        switch invocation.format {
        case .json: console.json(FindingDocument.document(result, known: known, language))
        case .sarif: console.json(SARIF.document(result, language))
        case .junit: console.raw(JUnit.document(result, language))
        case .github: for line in GitHub.lines(result, language) { console.line(line) }
        case .gitlab: console.json(GitLab.document(result, language))
        default:
            let report = FindingReport(console)
            report.write(result.findings, to: .results)
            if !result.findings.isEmpty && !console.isQuiet {
                console.line()
                report.writeCounts(of: result.findings)
            }
            if !result.findings.isEmpty || !console.isQuiet { console.line(summary(of: result)) }
            if !console.isQuiet { for note in CheckNote.all(about: result) { console.line(note.text) } }
        }
        guard let known else { return }
        let gone =
            known.gone == 0
            ? Text(verbatim: "")
            : Text(
                en: "; \(known.gone) of its entries no longer occur: make it anew",
                id: "; \(known.gone) isinya tidak terjadi lagi: buat yang baru")
        if known.missing > 0 {
            console.warn(
                Text(
                    en: "the baseline was cut off: \(Text.counted(known.missing, "finding was", "findings were")) not shown "
                        + "when it was made; make it with check --max 0 --format json",
                    id: "baseline terpotong: \(known.missing) temuan tidak ditampilkan saat dibuat, jadi tidak "
                        + "dikenal; buat dengan check --max 0 --format json"))
        }
        let text = Text(
            en: "baseline: \(Text.counted(known.left, "known finding")) left out\(gone.en)",
            id: "baseline: \(known.left) temuan yang sudah diketahui diabaikan\(gone.id)")
        if invocation.format == .text { console.say(text) } else { console.note(text) }
    }

    private static func maximum(of invocation: Invocation) -> Int {
        guard let given = invocation[Options.maximumFindings] else {
            return max(CheckRun.defaultMaximum, invocation[Options.maximumErrors] ?? 0)
        }
        return given == 0 ? Int.max : given
    }

    private static func policy(of invocation: Invocation, _ baseline: Baseline) throws -> CheckPolicy {
        var policy = CheckPolicy(profile: invocation[Options.profile] ?? .standard, now: try invocation.now())
        for chosen in invocation[Options.severities] { policy.severities[chosen.code] = .some(chosen.severity) }
        policy.only = Set(invocation[Options.only])
        policy.skipped = Set(invocation[Options.skip])
        // What is known may take away as many as it holds.
        let (sum, overflow) = maximum(of: invocation).addingReportingOverflow(baseline.count)
        policy.maximum = overflow ? Int.max : sum
        return policy
    }

    private static func checkAll(_ invocation: Invocation, policy: CheckPolicy) throws -> CheckResult {
        var result = CheckResult()
        /// People are told of the one thing that cannot be read as by any other command; a program gets its document.
        func read(_ subject: String, isOnly: Bool, _ look: (inout CheckResult) throws -> Void) throws {
            if isOnly && invocation.format == .text { return try look(&result) }
            _ = try result.reading(subject, look)
        }
        if invocation.arguments.isEmpty {
            var opened: (registry: Directory, names: [Name])?
            try read(invocation.registryPath, isOnly: true) { _ in
                opened = (try invocation.registry(for: .reading), try invocation.zoneNames([]))
            }
            guard let (registry, names) = opened else { return result }
            let zones = names.count > 1 ? ZoneSet() : nil
            for name in names {
                func check() throws -> CheckResult {
                    let zone = try invocation.zoneFolder(named: name.undotted, in: registry, for: .reading)
                    return try RegistryCheck.run(
                        zone: zone.name, folder: zone.directory, registry: registry, policy: policy,
                        options: invocation.registerOptions, settles: false, zones: zones)
                }
                try read(registry.shown(name.undotted), isOnly: zones == nil) { $0.add(try check()) }
            }
            result.findings += try zones?.findings(policy: policy) ?? []
            return result
        }
        let origin = try invocation[Options.origin].map(originName)
        let zones = invocation.arguments.count > 1 ? ZoneSet() : nil
        func check(_ path: String) throws -> CheckResult {
            try FileCheck.run(
                path, origin: origin, policy: policy, includeRoot: invocation[Options.includeRoot],
                maximumErrors: invocation[Options.maximumErrors] ?? 1000, settles: false, zones: zones)
        }
        for path in invocation.arguments {
            try read(path, isOnly: zones == nil) { $0.add(try check(path)) }
        }
        result.findings += try zones?.findings(policy: policy) ?? []
        return result
    }

    private static func summary(of result: CheckResult) -> Text {
        let (errors, warnings, notices) = (result.count(.error), result.count(.warning), result.count(.notice))
        return Text(
            en: "\(Text.counted(result.zones, "zone")), \(Text.counted(result.files, "file")), "
                + "\(Text.counted(result.records, "record")): \(Text.counted(errors, "error")), "
                + "\(Text.counted(warnings, "warning")), \(Text.counted(notices, "notice"))",
            id: "\(result.zones) zona, \(result.files) berkas, \(result.records) rekaman: "
                + "\(errors) error, \(warnings) warning, \(notices) notice")
    }

    /// The value of `--origin`: a name, absolute with or without final dot.
    static func originName(_ text: String) throws(Failure) -> Name {
        // `@` would be the root, which nobody means.
        guard text != "@", let name = try? Name(text) else {
            throw Failure.usage(
                Text(en: "\(text) is not a domain name", id: "\(text) bukan nama domain"))
        }
        return name
    }
}

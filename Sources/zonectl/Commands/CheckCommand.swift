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
        ],
        arguments: [
            Argument(
                placeholder: "FILE", count: .any,
                help: Text(
                    en: "Master files; - is standard input.", id: "Berkas zona; - berarti masukan standar."),
                completion: .file)
        ],
        options: Options.reading + [Options.failOn.spec, Options.profile.spec],
        formats: [.text, .json, .sarif, .junit, .github],
        examples: [
            Example("zonectl check", Text(en: "The registry", id: "Seluruh registry")),
            Example(
                "zonectl check --origin example.go.id master.txt", Text(en: "Any zone file", id: "Berkas zona apa pun")),
            Example(
                "zonectl check --fail-on warning --format json", Text(en: "In CI", id: "Dalam CI")),
        ],
        run: { invocation in
            let result = try checkAll(invocation)
            switch invocation.format {
            case .json: invocation.console.json(document(of: result, invocation.language))
            case .sarif: invocation.console.json(SARIF.document(result, invocation.language))
            case .junit: invocation.console.raw(JUnit.document(result, invocation.language))
            case .github: for line in GitHub.lines(result, invocation.language) { invocation.console.line(line) }
            default:
                FindingReport(invocation.console).write(result.findings, to: .results)
                if !result.findings.isEmpty || !invocation.console.isQuiet {
                    invocation.console.line(summary(of: result))
                }
            }
            let limit = invocation[Options.failOn] ?? .error
            return result.findings.contains { $0.severity >= limit } ? .refused : .done
        })

    private static func checkAll(_ invocation: Invocation) throws -> CheckResult {
        let policy = CheckPolicy(profile: invocation[Options.profile] ?? .standard, now: try invocation.now())
        var result = CheckResult()
        if invocation.arguments.isEmpty {
            let registry = try invocation.registry(for: .reading)
            let names = try invocation.zoneNames([])
            let zones = names.count > 1 ? ZoneSet() : nil
            for name in names {
                let zone = try invocation.zoneFolder(named: name.undotted, in: registry, for: .reading)
                result.add(
                    try RegistryCheck.run(
                        zone: zone.name, folder: zone.directory, policy: policy,
                        options: invocation.registerOptions, zones: zones))
            }
            result.findings += try zones?.findings(policy: policy) ?? []
            return result
        }
        let origin = try invocation[Options.origin].map(originName)
        let zones = invocation.arguments.count > 1 ? ZoneSet() : nil
        for path in invocation.arguments {
            result.add(
                try FileCheck.run(
                    path, origin: origin, policy: policy, includeRoot: invocation[Options.includeRoot],
                    maximumErrors: invocation[Options.maximumErrors] ?? 1000, zones: zones))
        }
        result.findings += try zones?.findings(policy: policy) ?? []
        return result
    }

    private static func summary(of result: CheckResult) -> Text {
        let (errors, warnings, notices) = (result.count(.error), result.count(.warning), result.count(.notice))
        func counted(_ count: Int, _ one: String) -> String { "\(count) \(one)\(count == 1 ? "" : "s")" }
        return Text(
            en: "\(counted(result.zones, "zone")), \(counted(result.files, "file")), \(counted(result.records, "record")): "
                + "\(counted(errors, "error")), \(counted(warnings, "warning")), \(counted(notices, "notice"))",
            id: "\(result.zones) zona, \(result.files) berkas, \(result.records) rekaman: "
                + "\(errors) error, \(warnings) warning, \(notices) notice")
    }

    private static func document(of result: CheckResult, _ language: Language) -> JSONText {
        .object([
            (
                "findings",
                .array(
                    result.findings.map { FindingDocument.json($0, language) })
            ),
            (
                "summary",
                .object([
                    ("files", .number(result.files)), ("zones", .number(result.zones)),
                    ("records", .number(result.records)), ("errors", .number(result.count(.error))),
                    ("warnings", .number(result.count(.warning))), ("notices", .number(result.count(.notice))),
                ])
            ),
        ])
    }

    /// The value of `--origin`: a name, absolute with or without final dot.
    static func originName(_ text: String) throws(Failure) -> Name {
        guard let name = try? Name(text) else {
            throw Failure.usage(
                Text(en: "\(text) is not a domain name", id: "\(text) bukan nama domain"))
        }
        return name
    }
}

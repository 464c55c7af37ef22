import ZoneCore

extension Command {
    static let explain = Command(
        words: ["explain"], group: .zones,
        summary: Text(en: "Explain what check finds", id: "Jelaskan temuan check"),
        explanation: [
            Text(
                en: "Says for each CODE what the finding means, how grave it is, who refuses a zone with it, why it "
                    + "matters and what to do, with a bad and a good example. Letter case does not matter.",
                id:
                    "Untuk setiap KODE: arti temuan, seberapa berat, siapa yang menolak zona karenanya, mengapa "
                        + "penting, "
                    + "dan apa yang harus dilakukan, dengan contoh yang buruk dan yang baik. Huruf besar kecil tidak "
                    + "berpengaruh.")
        ],
        usage: ["CODE...", "--list"],
        arguments: [
            Argument(
                placeholder: "CODE", count: .any,
                help: Text(en: "Codes of findings.", id: "Kode temuan."), choices: { Check.known.map(\.code) })
        ],
        options: [Options.list.spec],
        formats: [.text, .json],
        examples: [
            Example("zonectl explain CNAME_TARGET_MISSING", Text(en: "One finding", id: "Satu temuan")),
            Example("zonectl explain --list", Text(en: "All there are", id: "Semua yang ada")),
        ],
        run: { invocation in
            var checks: [Check] = []
            for word in invocation.arguments {
                do throws(BadValue) {
                    let code = try Values.code(word)
                    let isNew = !checks.contains { $0.code == code }
                    if let check = Check.named(code), isNew { checks.append(check) }
                } catch {
                    throw Failure.usage(error.text)
                }
            }
            let isList = invocation[Options.list]
            guard isList || !checks.isEmpty else {
                throw invocation.missing("CODE", orElse: Text(en: " or --list", id: " atau --list"))
            }
            if isList, checks.isEmpty { checks = Check.known }
            if invocation.format == .json {
                invocation.console.json(document(of: checks, invocation.language))
            } else if isList {
                invocation.console.table(table(of: checks, invocation.language))
            } else {
                for (number, check) in checks.enumerated() {
                    if number > 0 { invocation.console.line() }
                    write(check, invocation.console)
                }
            }
            return .done
        })

    private static func table(of checks: [Check], _ language: Language) -> Table {
        var table = Table([
            Table.Column(Text(en: "CODE", id: "KODE")(language)),
            Table.Column(Text(en: "SEVERITY", id: "TINGKAT")(language)),
            Table.Column(Text(en: "FINDS", id: "MENEMUKAN")(language), shrinksTo: 20),
        ])
        for check in checks { table.append([check.code, check.severity.word, check.summary(language)]) }
        return table
    }

    private static func write(_ check: Check, _ console: Console) {
        let width = min(console.width, Help.width)
        func paragraph(_ text: Text) {
            for line in TerminalText.wrap(text(console.language), width: width - 2) { console.line("  " + line) }
        }
        func entry(_ name: Text, _ text: Text) {
            let name = name(console.language)
            for (number, line) in TerminalText.wrap(text(console.language), width: width - 16).enumerated() {
                console.line("  " + TerminalText.padded(number == 0 ? name : "", to: 14) + line)
            }
        }
        func records(_ name: Text, _ records: String) {
            guard !records.isEmpty else { return }
            console.line()
            console.line("  " + name(console.language))
            for line in records.split(separator: "\n", omittingEmptySubsequences: false) {
                console.line("      " + line)
            }
        }
        console.write([(check.code, .bold), (": ", nil), (check.summary(console.language), nil)])
        if !check.explanation.en.isEmpty {
            console.line()
            paragraph(check.explanation)
        }
        console.line()
        let opinion = Text(en: ", in profile strict alone", id: ", hanya pada profil strict")
        let word = Text(verbatim: check.severity.word)
        entry(
            Text(en: "Severity", id: "Tingkat"),
            check.isOpinion ? Text(en: word.en + opinion.en, id: word.id + opinion.id) : word)
        entry(Text(en: "Refused by", id: "Ditolak oleh"), check.refusers)
        entry(Text(en: "Reference", id: "Rujukan"), Text(verbatim: check.reference))
        if check.stopsLoading {
            entry(
                Text(en: "Waiver", id: "Pengecualian"),
                Text(en: "none: it stops a server", id: "tidak bisa: server menolak zona"))
        } else {
            entry(
                Text(en: "Waiver", id: "Pengecualian"), Text(verbatim: "; zonectl: allow \(check.code)"))
        }
        records(Text(en: "Bad:", id: "Buruk:"), check.bad)
        records(Text(en: "Good:", id: "Baik:"), check.good)
    }

    private static func document(of checks: [Check], _ language: Language) -> JSONText {
        .object([
            (
                "checks",
                .array(
                    checks.map { check in
                        .object([
                            ("code", .string(check.code)), ("severity", .string(check.severity.word)),
                            ("refusedBy", .string(check.refusalWord)), ("opinion", .bool(check.isOpinion)),
                            ("waivable", .bool(!check.stopsLoading)), ("reference", .string(check.reference)),
                            ("summary", .string(check.summary(language))),
                            ("explanation", .string(check.explanation(language))), ("bad", .string(check.bad)),
                            ("good", .string(check.good)),
                        ])
                    })
            )
        ])
    }
}

import ZoneCore

/// A procedure for people.
struct ProcedurePage {
    let procedure: Procedure
    let console: Console

    init(_ procedure: Procedure, _ console: Console) {
        self.procedure = procedure
        self.console = console
    }

    private func say(_ en: String, _ id: String) -> String { Text(en: en, id: id)(console.language) }

    func write(file: String) {
        console.write([("\(procedure.id)  \(procedure.title)", .bold)])
        facts(file)
        steps()
        form()
        section(
            say("Legal bases", "Dasar hukum"), procedure.legalBases.map { "\($0.short): \($0.about)" })
        section(say("Related procedures", "Keterkaitan"), procedure.related)
        section(say("Qualifications", "Kualifikasi pelaksana"), procedure.qualifications)
        section(say("Equipment", "Peralatan"), procedure.equipment)
        section(say("Warnings", "Peringatan"), procedure.warnings)
        section(say("Records kept", "Pencatatan dan pendataan"), procedure.records)
        section(say("How the document is read here", "Catatan pembacaan dokumen"), procedure.notes)
    }

    private func facts(_ file: String) {
        var rows = [
            (say("Government", "Pemerintah"), procedure.government),
            (say("Office", "Kantor"), procedure.office + (procedure.unit.map { ", \($0)" } ?? "")),
            (say("Zone", "Zona"), procedure.zone.undotted),
        ]
        if !procedure.zoneTypos.isEmpty {
            rows.append(
                (say("Misprinted as", "Salah cetak"), procedure.zoneTypos.map(\.undotted).joined(separator: ", ")))
        }
        rows.append(
            (
                say("Office hours", "Jam kerja"),
                ProcedureText.hours(procedure.hours, console.language) + " \(procedure.timeZone)"
            ))
        rows.append((say("Letters go to", "Surat ditujukan ke"), procedure.addressee))
        if let accountable = procedure.accountable {
            rows.append((say("Accountable", "Penanggung jawab"), accountable))
        }
        rows.append((say("Kinds", "Jenis"), procedure.kinds.map { $0.text(console.language) }.joined(separator: ", ")))
        rows.append(
            (say("Channels", "Saluran"), procedure.channels.map { $0.text(console.language) }.joined(separator: ", ")))
        rows.append((say("Total", "Jumlah waktu"), procedure.totals().text.id))
        rows.append((say("File", "Berkas"), file))
        let width = rows.map { TerminalText.width($0.0) }.max() ?? 0
        for (label, value) in rows { wrapped(TerminalText.padded(label, to: width) + "  ", value) }
    }

    private func steps() {
        console.line()
        var table = Table([
            .init(say("STEP", "LANGKAH")), .init(say("ACTIVITY", "KEGIATAN"), shrinksTo: 22),
            .init(say("BY", "PELAKSANA"), shrinksTo: 12), .init(say("TIME", "WAKTU"), shrinksTo: 9),
            .init(say("THEN", "LALU"), shrinksTo: 10),
        ])
        for step in procedure.steps {
            table.append([
                step.id, step.activity, ProcedureText.roles(step, procedure),
                TimeText.standard(step.time)(console.language), ProcedureText.ways(step)(console.language),
            ])
        }
        console.table(table)
    }

    private func form() {
        let fields = FormField.allCases.compactMap { field in
            procedure.fields[field].flatMap { rule in rule.isRequired ? line(field, rule) : nil }
        }
        section(say("A request must have", "Permohonan wajib memuat"), fields)
        section(
            say("Attachments", "Lampiran"),
            procedure.attachments.map { rule in
                "\(rule.title) (\(rule.kind))" + (rule.from.map { say(", from \($0)", ", sejak \($0)") } ?? "")
            })
    }

    private func line(_ field: FormField, _ rule: Procedure.FieldRule) -> String {
        var text = "\(field.text(console.language)) (\(field.rawValue))"
        if let from = rule.from { text += say(", from \(from)", ", sejak \(from)") }
        if !rule.kinds.isEmpty {
            let kinds = RequestKind.allCases.filter(rule.kinds.contains).map { $0.text(console.language) }
            text += say(", for: ", ", untuk: ") + kinds.joined(separator: ", ")
        }
        if !rule.hosting.isEmpty {
            let choices = HostingChoice.allCases.filter(rule.hosting.contains).map { $0.text(console.language) }
            text += say(", when: ", ", bila: ") + choices.joined(separator: ", ")
        }
        if !rule.accepts.isEmpty {
            let choices = TargetForm.allCases.filter(rule.accepts.contains).map { $0.text(console.language) }
            text += say(", only: ", ", hanya: ") + choices.joined(separator: ", ")
        }
        return text
    }

    private func section(_ title: String, _ lines: [String]) {
        guard !lines.isEmpty else { return }
        console.line()
        console.write([(title, .bold)])
        for line in lines { wrapped("- ", line) }
    }

    /// Goes on under the value, not under the label.
    private func wrapped(_ label: String, _ value: String) {
        let margin = TerminalText.width(label)
        let lines = TerminalText.wrap(TerminalText.escaped(value), width: max(20, console.width - margin))
        for (index, line) in lines.enumerated() {
            console.line((index == 0 ? label : String(repeating: " ", count: margin)) + line)
        }
    }
}

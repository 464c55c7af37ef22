import RFC1035
import ZoneCore

/// A request as `request` and `step` show it.
struct RequestReport {
    let procedure: Procedure
    let zone: Name
    let offset: UTCOffset
    let language: Language

    init(_ counter: RequestCounter) {
        procedure = counter.procedure
        zone = counter.zone.name
        offset = counter.settings.utcOffset
        language = counter.invocation.language
    }

    // MARK: What came of a command

    /// Says what came of it and gives the exit status: a request that went back, or waits, is a refusal.
    func tell(_ outcome: RequestDesk.Outcome, _ headline: Text, _ console: Console, format: OutputFormat) -> ExitStatus {
        for warning in outcome.warnings { console.warn(warning) }
        if format == .json {
            console.json(document(outcome))
        } else {
            console.line(headline)
            for proposal in outcome.proposals { tell(proposal, console) }
            if let turn = turn(outcome) { console.say(turn) }
        }
        console.report(outcome.reasons)
        if !outcome.reasons.isEmpty, outcome.summary.state == .returned {
            console.note(
                Text(
                    en: "Returned to the applicant: zonectl request resubmit \(outcome.summary.id), or request attach.",
                    id: "Dikembalikan kepada pemohon untuk diperbaiki: zonectl request resubmit \(outcome.summary.id), "
                        + "atau request attach."))
        }
        return outcome.reasons.isEmpty ? .done : .refused
    }

    private func tell(_ proposal: Decision.Proposal, _ console: Console) {
        for record in proposal.name.records { console.line("  " + record) }
        if proposal.name.records.isEmpty, let previous = proposal.previous {
            for record in previous.records { console.line("- " + record) }
        }
        if let redirect = proposal.name.redirect { console.line("  \(proposal.name.name.undotted) -> \(redirect)") }
    }

    /// Whose turn it is, and what has to be done before.
    private func turn(_ outcome: RequestDesk.Outcome) -> Text? {
        let steps = outcome.summary.open.compactMap { procedure.step($0.step) }
        guard !steps.isEmpty else { return nil }
        let reset = outcome.wantsReset ? ["zonectl account reset \(outcome.summary.id)"] : []
        let list = (reset + steps.map { step in
            "\(step.id) (\(step.roles.map { procedure.title(of: $0) }.joined(separator: ", ")))"
        }).joined(separator: ", ")
        return Text(en: "Next: \(list)", id: "Berikutnya: \(list)")
    }

    private func document(_ outcome: RequestDesk.Outcome) -> JSONText {
        .object(
            members(outcome.summary) + [
                ("recorded", .bool(!outcome.drafts.isEmpty)),
                (
                    "names",
                    .array(outcome.proposals.map { NameReport.json($0.name, zone: zone) })
                ),
                ("warnings", RefusalDocument.list(outcome.warnings, language)),
                ("refused", RefusalDocument.list(outcome.reasons, language)),
            ])
    }

    // MARK: At a glance

    /// The keys are a contract.
    /// - Parameter redaction: what it leaves out; `nil`: nothing.
    func members(_ summary: RequestSummary, _ redaction: Redaction? = nil) -> [(String, JSONText)] {
        func shown(_ text: String) -> String { redaction?.text(text) ?? text }
        return [
            ("request", .string(summary.id.description)), ("zone", .string(zone.description)),
            ("procedure", .optional(summary.procedure)), ("kind", .string(summary.kind)),
            ("channel", .optional(summary.channel)), ("state", .optional(summary.state?.rawValue)),
            ("outcome", .optional(summary.outcome?.rawValue)), ("reason", .optional(summary.reason)),
            ("opd", .string(shown(summary.opd))), ("letter", .string(summary.letter)),
            ("letterDate", .optional(summary.letterDate)), ("name", .optional(summary.name?.description)),
            ("open", .strings(summary.open.map(\.step))),
            ("revision", .number(summary.revision)), ("attempts", .number(summary.attempts)),
            ("begun", .optional(summary.begun?.rfc3339(at: offset))),
            ("received", .optional(summary.received?.rfc3339(at: offset))),
            ("provisioned", .optional(summary.provisioned?.rfc3339(at: offset))),
            ("assigned", .optional(summary.assigned.map(shown))), ("schedule", .optional(summary.schedule)),
            ("gigabytes", .number(summary.gigabytes)), ("reserved", .number(summary.space)),
        ]
    }

    static let csvHeading = [
        "request", "zone", "procedure", "kind", "channel", "state", "outcome", "reason", "opd", "letter", "letterDate",
        "name", "open", "received", "schedule",
    ]

    func csv(_ summary: RequestSummary) -> [String] {
        [
            summary.id.description, zone.description, summary.procedure ?? "", summary.kind, summary.channel ?? "",
            summary.state?.rawValue ?? "", summary.outcome?.rawValue ?? "", summary.reason ?? "", summary.opd,
            summary.letter, summary.letterDate ?? "", summary.name?.description ?? "",
            summary.open.map(\.step).joined(separator: " "), summary.received?.rfc3339(at: offset) ?? "",
            summary.schedule ?? "",
        ]
    }

    // MARK: In full

    func document(_ record: RequestRecord, withContacts: Bool) -> JSONText {
        let redaction = Redaction(zone: zone, withContacts: withContacts)
        return .object(
            members(record.summary, redaction) + [
                ("form", JSONText(redaction.json(record.form.json))), ("versions", .number(record.versions.count)),
                ("verification", record.verification.map { JSONText(redaction.json($0.json)) } ?? .null),
                ("history", .array(record.history.map { self.document($0, redaction) })),
                (
                    "letters",
                    .array(
                        record.letters.map { letter in
                            .object([
                                ("kind", .string(letter.kind)), ("number", .optional(letter.number)),
                                ("time", .string(letter.time.rfc3339(at: offset))), ("file", .optional(letter.file)),
                            ])
                        })
                ),
                ("accounts", .strings(record.accounts.map { redaction.text($0.user) })),
            ])
    }

    /// - Parameter withForm: whether the form that was handed in with it is part of it.
    func document(
        _ entry: RequestRecord.HistoryEntry, _ redaction: Redaction, withForm: Bool = false
    ) -> JSONText {
        .object([
            ("time", .string(entry.time.rfc3339(at: offset))), ("actor", .string(redaction.text(entry.actor))),
            ("event", .string(entry.kind.code)), ("step", .optional(entry.step)),
            ("decision", entry.decision.map { .bool($0) } ?? .null), ("reason", .optional(entry.reason)),
            ("note", .optional(entry.note.map(redaction.text))), ("state", .optional(entry.state?.rawValue)),
            ("open", .strings(entry.to)), ("revision", .number(entry.revision)),
        ] + (withForm ? [("form", entry.details["form"].map { JSONText(redaction.json($0)) } ?? .null)] : []))
    }

    /// `2026-11-20 10:00  PBG-06  yes  approved  (agencyHead:Sari)`
    func line(_ entry: RequestRecord.HistoryEntry, _ redaction: Redaction) -> String {
        var parts = [entry.time.minuteText(at: offset), entry.step ?? entry.kind.text(language)]
        if entry.step != nil, entry.kind != .stepped { parts.append(entry.kind.text(language)) }
        if let letter = entry.letter { parts.append(letter.shown(language)) }
        if let decision = entry.decision {
            parts.append((decision ? Text(en: "yes", id: "ya") : Text(en: "no", id: "tidak"))(language))
        }
        let isOfName = entry.kind == .suspended || entry.kind == .retired
        if let reason = entry.reason { parts.append(isOfName ? SuspensionReason(reason).text(language) : reason) }
        if let state = entry.state { parts.append("-> " + state.text(language)) }
        if let assigned = entry.assigned { parts.append(redaction.text(assigned)) }
        if let schedule = entry.schedule { parts.append(schedule) }
        if let note = entry.note { parts.append("“\(redaction.text(note))”") }
        return parts.joined(separator: "  ") + "  (\(redaction.text(entry.actor)))"
    }

    /// What a form says otherwise than the one before it, a line a field: `Fungsi: Situs -> Situs dinas`.
    func changes(from old: JSONValue?, to new: JSONValue?) -> [String] {
        let (before, after) = (old?.object ?? [:], new?.object ?? [:])
        return Set(before.keys).union(after.keys).sorted().compactMap { key in
            guard before[key] != after[key] else { return nil }
            let title = RequestReport.capitalized(RequestFormKey.text(key)(language))
            func shown(_ value: JSONValue?) -> String { value.map(RequestReport.words) ?? "-" }
            return "\(title): \(shown(before[key])) -> \(shown(after[key]))"
        }
    }

    private static func words(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .number(let digits): digits
        case .array(let values): values.map(words).joined(separator: ", ")
        case .object(let members): members.sorted { $0.key < $1.key }.map { words($0.value) }.joined(separator: "; ")
        case .bool(let flag): flag ? "1" : "0"
        case .null: "-"
        }
    }

    func show(_ record: RequestRecord, withContacts: Bool, _ console: Console) {
        let summary = record.summary
        let form = record.form
        func title(_ field: FormField) -> Text {
            Text(en: RequestReport.capitalized(field.text.en), id: RequestReport.capitalized(field.text.id))
        }
        let redaction = Redaction(zone: zone, withContacts: withContacts)
        func person(_ contact: RequestForm.Contact?) -> String {
            guard let contact else { return "" }
            let rest = [contact.position, withContacts ? contact.phone : nil, withContacts ? contact.email : nil]
            return ([contact.name] + rest.compactMap { $0 }).joined(separator: "; ")
        }
        // Its number may look like a telephone's.
        let letter = title(.letterNumber)
        let state = (summary.state ?? .archived).text(language) + (summary.reason.map { " (\($0))" } ?? "")
        let fields: [(Text, String)] = [
            (Text(en: "Request", id: "Permohonan"), summary.id.description),
            (Text(en: "State", id: "Status"), state),
            (Text(en: "Outcome", id: "Hasil"), summary.outcome?.text(language) ?? ""),
            (Text(en: "Open", id: "Terbuka"), summary.open.map(\.step).joined(separator: ", ")),
            (title(.kind), form.kind.text(language)), (title(.channel), form.channel.text(language)),
            (title(.opd), form.opd),
            (letter, summary.letter + (summary.letterDate.map { " (\($0))" } ?? "")),
            (title(.addressee), form.addressee ?? ""), (title(.subject), form.subject ?? ""),
            (Text(en: "In the agenda", id: "Diagendakan"), summary.received?.minuteText(at: offset) ?? ""),
            (title(.name), summary.name?.undotted ?? form.name ?? ""),
            (Text(en: "New name", id: "Nama baru"), form.newName ?? ""),
            (title(.function), form.function ?? ""),
            (title(.purposeClass), form.knownPurpose?.text(language) ?? form.purposeClass ?? ""),
            (title(.hosting), form.hosting?.text(language) ?? ""),
            (title(.capacityGB), form.capacityGB.map { "\($0)" } ?? ""),
            (title(.target), (form.target + form.nameServers).joined(separator: " ")),
            (title(.adminPIC), person(form.adminPIC)), (title(.technicalPIC), person(form.technicalPIC)),
            (title(.emailAccounts), form.emailAccounts.joined(separator: ", ")),
            (title(.coordinatedWith), form.coordinatedWith.joined(separator: ", ")),
            (Text(en: "Planned for", id: "Dijadwalkan"), summary.schedule ?? ""),
            (Text(en: "Assigned to", id: "Ditugaskan kepada"), summary.assigned ?? ""),
            (Text(en: "Reserved", id: "Dicadangkan"), summary.space > 0 ? "\(summary.space) GB" : ""),
            (Text(en: "Handed in", id: "Pengajuan ke"), summary.attempts > 1 ? "\(summary.attempts)" : ""),
            (Text(en: "Revision", id: "Revisi"), summary.revision > 1 ? "\(summary.revision)" : ""),
            (Text(en: "Note", id: "Catatan"), form.note ?? ""),
        ]
        let width = fields.map { TerminalText.width($0.0(language)) }.max() ?? 0
        for (title, value) in fields where !value.isEmpty {
            let shown = title.en == letter.en ? value : redaction.text(value)
            console.line(TerminalText.padded(title(language) + ":", to: width + 2) + shown)
        }
        for paper in form.attachments { console.line(attachment(paper, redaction)) }
        guard let report = record.verification else { return }
        console.line()
        verification(report, redaction, console)
    }

    private static func capitalized(_ text: String) -> String {
        guard let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }

    private func attachment(_ paper: RequestForm.Attachment, _ redaction: Redaction) -> String {
        var parts = [Text(en: "Attached", id: "Lampiran")(language) + ": " + redaction.text(paper.kind)]
        if let name = paper.name { parts.append(redaction.file(name)) }
        if let size = paper.size { parts.append("\(size) B") }
        if let digest = paper.digest { parts.append("SHA-256 \(digest.prefix(16))…") }
        if let location = paper.location { parts.append(redaction.text(location)) }
        if !paper.signedBy.isEmpty {
            let signers = paper.signedBy.map { procedure.title(of: $0) }.sorted().joined(separator: ", ")
            parts.append(Text(en: "signed by \(signers)", id: "ditandatangani \(signers)")(language))
        }
        return parts.joined(separator: "  ")
    }

    private func verification(_ report: VerificationReport, _ redaction: Redaction, _ console: Console) {
        var table = Table([
            .init(Text(en: "CHECK", id: "PEMERIKSAAN")(language), shrinksTo: 10),
            .init(Text(en: "VERDICT", id: "HASIL")(language)), .init(Text(en: "RULE", id: "ATURAN")(language)),
            .init(Text(en: "FINDING", id: "KETERANGAN")(language), shrinksTo: 20),
        ])
        for item in report.items {
            table.append([
                item.subject.text(language), item.verdict.text(language), item.rule,
                redaction.text((item.about.isEmpty ? "" : item.about + ": ") + item.text(language)),
            ])
        }
        console.table(table)
    }
}

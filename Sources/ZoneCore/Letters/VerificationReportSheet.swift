/// Laporan hasil verifikasi: what was looked at, by which rule, and what follows.
enum VerificationReportSheet {
    static func document(_ context: LetterContext) -> LetterDocument {
        let report = context.record.verification ?? VerificationReport(items: [])
        let form = context.form
        var basis: [LetterText] = [
            "\(IndonesianText.capitalized(context.basis))."
        ]
        if let disposition = lastDisposition(context) {
            basis.append("Disposisi \(context.actor(disposition)) tanggal \(context.moment(disposition.time)).")
        }
        let rows = report.items.enumerated().map { index, item in
            ["\(index + 1).", item.subject.text.id, item.verdict.text.id, remark(item), item.rule]
        }
        var blocks: [LetterDocument.Block] = [
            context.letterhead, context.heading("Laporan Hasil Verifikasi"),
            .fields([
                .init("Permohonan", "\(IndonesianText.capitalized(form.kind.text.id)), \(context.matter)"),
                .init("Pemohon", "\(form.opd)"), .init("Diverifikasi", "\(verified(context))"),
            ]), .section("Dasar"), .numbered(basis), .section("Hasil pemeriksaan"),
            .table(.init(["No.", "Pemeriksaan", "Hasil", "Keterangan", "Kaidah"], rows)),
        ]
        let found =
            findings(report, context)
            + notes(context) { $0.has(.verify) || $0.documents.contains(.verificationReport) }.map(\.text)
        if !found.isEmpty {
            blocks += [.section("Catatan"), .numbered(found)]
        }
        blocks += [
            .section("Rekomendasi"), .paragraph(recommendation(report, context)),
            .signatures([
                context.signature(.technician, above: ["Yang memeriksa,"]),
                context.signature(context.superior, above: ["Mengetahui,"]),
            ]),
        ]
        return context.document("Laporan Hasil Verifikasi", blocks)
    }

    static func lastDisposition(_ context: LetterContext) -> RequestRecord.HistoryEntry? {
        context.record.history.last { entry in
            context.procedure.steps.first { $0.id == entry.step }?.has(.dispose) ?? false
        }
    }

    private static func verified(_ context: LetterContext) -> String {
        let entry = context.record.history.last { $0.details["verification"] != nil }
        guard let entry else { return "-" }
        return "\(context.moment(entry.time)) oleh \(context.actor(entry))"
    }

    /// What was found, with what it was found of where the text alone does not say.
    static func remark(_ item: VerificationReport.Item) -> String {
        let text = IndonesianText.dated(item.text.id)
        return item.verdict == .passed || item.verdict == .notApplicable || text.contains(item.about)
            ? text : "\(item.about): \(text)"
    }

    /// A row in one sentence.
    static func line(_ item: VerificationReport.Item) -> LetterText {
        "\(item.subject.text.id): \(item.verdict.text.id); \(remark(item))."
    }

    /// Who holds the name or one like it; the space wanted and free.
    private static func findings(_ report: VerificationReport, _ context: LetterContext) -> [LetterText] {
        var result: [LetterText] = []
        if let name = context.record.name, !context.isOwn(name) || name.request != context.summary.id {
            result.append(
                """
                Nama \(name.name.undotted) tercatat atas \(name.opd) (permohonan \(name.origin), \
                \(IndonesianText.date(name.since))).
                """)
        }
        for item in report.items where item.subject == .similarity && item.verdict == .warning {
            result.append("Nama yang mirip: \(item.about), \(item.text.id).")
        }
        if context.summary.gigabytes > 0, let free = context.freeGigabytes {
            result.append(
                """
                Ruang yang diminta \(IndonesianText.gigabytes(context.summary.gigabytes)); saat laporan ini dibuat \
                tersedia \(IndonesianText.gigabytes(free)).
                """)
        }
        if !context.form.coordinatedWith.isEmpty {
            result.append("Dipakai bersama \(IndonesianText.list(context.form.coordinatedWith)).")
        }
        return result
    }

    /// What was noted of the form as it is now in steps of a kind, with who noted it.
    static func notes(
        _ context: LetterContext, in isMeant: (Procedure.Step) -> Bool
    ) -> [(entry: RequestRecord.HistoryEntry, text: LetterText)] {
        context.record.history.dropFirst(context.record.examined).compactMap { entry in
            guard let note = entry.note, let step = context.procedure.steps.first(where: { $0.id == entry.step }),
                isMeant(step)
            else { return nil }
            return (entry, "\(context.actor(entry)), \(context.moment(entry.time)): \(IndonesianText.sentence(note))")
        }
    }

    static func recommendation(_ report: VerificationReport, _ context: LetterContext) -> LetterText {
        let codes = report.failures.map(\.rule)
        let effects = codes.map { DecisionReason.named($0)?.effect ?? .returned }
        if codes.isEmpty {
            if report.items.contains(where: { $0.rule == "RESET" }) {
                return """
                    Nama sudah dimiliki pemohon; \(strong: "disarankan pengaturan ulang kata sandi") tanpa perubahan \
                    DNS.
                    """
            }
            return "Permohonan memenuhi ketentuan dan \(strong: "dapat disetujui")."
        }
        let reasons = IndonesianText.list(codes.uniqued.map { DecisionReason.named($0)?.text.id ?? $0 })
        if effects.contains(.rejected) {
            return "Permohonan \(strong: "disarankan untuk ditolak") karena \(reasons)."
        }
        if effects.contains(.returned) {
            return """
                Permohonan \(strong: "disarankan untuk dikembalikan") agar dilengkapi atau diperbaiki karena \
                \(reasons).
                """
        }
        return "Permohonan \(strong: "disarankan untuk ditunda") karena \(reasons)."
    }
}

extension Array where Element: Hashable {
    /// Each once, where it stands first.
    var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

/// Lembar disposisi: through whose hands the letter went, with what instruction.
enum DispositionSheet {
    static func document(_ context: LetterContext) -> LetterDocument {
        let form = context.form
        var fields: [LetterDocument.Field] = [
            .init("Nomor agenda", "\(strong: context.summary.id.description)"),
            .init("Diterima", "\(context.summary.received.map { context.moment($0) } ?? "-")"),
            .init("Surat dari", "\(form.opd)"), .init("Nomor surat", "\(form.letterNumber ?? "-")"),
            .init("Tanggal surat", "\(form.letterDate.map { IndonesianText.date($0) } ?? "-")"),
            .init("Hal", "\(context.subjectLine)"), .init("Sifat", "Biasa"),
        ]
        if let due = LetterChronology.promised(context) {
            fields.append(.init("Selesai paling lambat", "\(context.moment(due))"))
        }
        var blocks = [context.letterhead, context.heading("Lembar Disposisi"), .fields(fields)]
        blocks.append(
            .table(.init(["Dari", "Kepada", "Instruksi", "Tanggal", "Paraf"], rows(context) + [["", "", "", "", ""]])))
        if let assigned = context.summary.assigned {
            blocks.append(.paragraph("Petugas yang ditunjuk: \(strong: assigned)."))
        }
        return context.document("Lembar Disposisi", blocks)
    }

    /// Only what a head has passed on: not the registration that opened a disposition, and nobody's own next step.
    private static func rows(_ context: LetterContext) -> [[String]] {
        var rows: [[String]] = []
        for entry in context.record.history {
            guard let id = entry.step, !entry.to.contains(id),
                let step = context.procedure.steps.first(where: { $0.id == id }),
                step.has(.dispose) || step.has(.schedule)
            else { continue }
            let following = following(step, entry, context)
            let roles = following.flatMap { $0.roles.prefix(1) }.uniqued
            let receivers = entry.assigned.map { [$0] } ?? roles.map { context.procedure.title(of: $0) }
            let instruction = entry.note ?? following.map(\.activity).joined(separator: "; ")
            let row = [
                context.actor(entry), IndonesianText.list(receivers, "dan"), instruction,
                context.moment(entry.time), initials(entry.person),
            ]
            // Whoever plans the work after disposing it passes it on once.
            if let last = rows.last, last.prefix(2) == row.prefix(2) { rows.removeLast() }
            rows.append(row)
        }
        return rows
    }

    /// The steps that are another's: what somebody does next himself is no instruction to anybody.
    private static func following(
        _ step: Procedure.Step, _ entry: RequestRecord.HistoryEntry, _ context: LetterContext
    ) -> [Procedure.Step] {
        let steps = context.procedure.steps
        let role = entry.role ?? step.roles.first
        var next = entry.to.compactMap { id in steps.first { $0.id == id } }
        var seen: Set<String> = [step.id]
        while let own = next.first, next.count == 1, own.roles.first == role, seen.insert(own.id).inserted {
            next = own.next.steps.compactMap { id in steps.first { $0.id == id } }
        }
        return next
    }

    /// `Sari Dewi Contoh` → `SDC`; dots where nobody is named.
    static func initials(_ person: String?) -> String {
        let letters = (person ?? "").split(separator: " ").compactMap { word -> Character? in
            // Degrees and titles are no names.
            word.contains(".") ? nil : word.first.flatMap { $0.isLetter ? $0 : nil }
        }
        return letters.isEmpty ? "……" : String(letters).uppercased()
    }
}

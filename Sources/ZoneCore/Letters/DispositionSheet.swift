/// Lembar disposisi: through whose hands the letter went, with what instruction.
enum DispositionSheet {
    static func document(_ context: LetterContext) -> LetterDocument {
        let form = context.form
        var fields: [LetterDocument.Field] = [
            .init("Nomor agenda", "\(strong: context.summary.id.description)"),
            .init("Diterima", "\(context.summary.received.map { context.moment($0) } ?? "-")"),
            .init("Surat dari", "\(form.opd)"), .init("Nomor surat", "\(form.letterNumber ?? "-")"),
            .init("Tanggal surat", "\(form.letterDate.map { IndonesianText.date($0) } ?? "-")"),
            .init("Hal", "\(form.subject ?? context.subjectOfRequest)"), .init("Sifat", "Biasa"),
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

    private static func rows(_ context: LetterContext) -> [[String]] {
        context.record.history.compactMap { entry in
            guard let id = entry.step, let step = context.procedure.steps.first(where: { $0.id == id }),
                step.has(.dispose) || step.has(.schedule)
            else { return nil }
            let following = entry.to.compactMap { next in context.procedure.steps.first { $0.id == next } }
            var receivers = entry.assigned.map { [$0] } ?? entry.toRoles.map { context.procedure.title(of: $0) }
            if receivers.isEmpty {
                receivers = following.flatMap { $0.roles.prefix(1) }.map { context.procedure.title(of: $0) }
            }
            let instruction = entry.note ?? following.map(\.activity).joined(separator: "; ")
            return [
                context.actor(entry), IndonesianText.list(receivers, "dan"), instruction,
                context.moment(entry.time), initials(entry.person),
            ]
        }
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

/// Surat peninjauan and surat penangguhan: what is asked of the holder of a name, by when, and what follows.
enum NameNotices {
    static func review(_ context: LetterContext) -> LetterDocument {
        let due = dueDate(context)
        let deadline = context.calendar.workingDay(days, after: context.today)
        return context.document(
            "Surat Peninjauan",
            [
                context.letterhead, context.opening("Peninjauan \(matter(context))"),
                .paragraph(
                    """
                    Dalam rangka peninjauan berkala nama di bawah \(context.zone), dengan ini kami sampaikan bahwa \
                    \(matter(context)) \
                    \(due.map { "jatuh tempo ditinjau pada \(IndonesianText.date($0))" } ?? "perlu ditinjau").
                    """),
                .fields(facts(context)), .paragraph("Mohon Saudara menjawab secara tertulis:"),
                .numbered([
                    "apakah nama masih dipakai dan untuk keperluan apa;",
                    "siapa pengelola dan narahubungnya, dengan nomor telepon dan surel;",
                    "kapan kontrak server atau layanan tujuannya berakhir.",
                ]),
                .paragraph(
                    """
                    Jawaban kami tunggu paling lambat \(strong: IndonesianText.longDate(deadline)). Tanpa jawaban, \
                    nama \
                    ditangguhkan: rekaman DNS dicabut, sedangkan nama tetap tercatat atas instansi Saudara dan \
                    diaktifkan \
                    kembali atas permintaan tertulis.
                    """),
                context.thanks, .signatures([context.signature(.agencyHead)]), .copies(context.settings.letters.copies),
            ])
    }

    static func suspension(_ context: LetterContext) -> LetterDocument {
        let event = context.record.history.last { $0.kind == .suspended }
        let recorded = context.record.name?.suspension ?? event?.reason
        let reason = recorded.map { SuspensionReason($0).text.id } ?? "keadaan yang perlu dipulihkan pemegang nama"
        let since = context.record.name?.since ?? context.today.description
        let deadline = context.calendar.workingDay(days, after: context.today)
        var facts = facts(context)
        facts.append(.init("Ditangguhkan sejak", "\(IndonesianText.date(since))"))
        facts.append(.init("Alasan", "\(reason)"))
        if let evidence = event?.details["evidence"]?.string { facts.append(.init("Bukti", "\(evidence)")) }
        return context.document(
            "Surat Penangguhan",
            [
                context.letterhead, context.opening("Penangguhan \(matter(context))"),
                .paragraph(
                    """
                    Dengan ini kami beritahukan bahwa \(matter(context)) \(strong: "ditangguhkan") dengan penjelasan \
                    sebagai berikut.
                    """
                ),
                .fields(facts),
                .paragraph(
                    """
                    Selama penangguhan, nama tidak dijawab oleh server DNS kami dan tidak diberikan kepada pihak \
                    lain. Mohon \
                    Saudara menanggapi paling lambat \(strong: IndonesianText.longDate(deadline)); setelah itu nama \
                    dapat \
                    dihapus dan masuk masa karantina.
                    """),
                .paragraph(
                    """
                    Untuk mengaktifkan kembali, kirimkan surat yang menerangkan bahwa penyebabnya telah diatasi, \
                    disertai \
                    nama pengelola dan narahubung; nama lalu diaktifkan setelah kami periksa.
                    """),
                context.thanks, .signatures([context.signature(.agencyHead)]), .copies(context.settings.letters.copies),
            ])
    }

    /// Working days that the holder has to answer.
    static let days = 10

    static func dueDate(_ context: LetterContext) -> CalendarDate? {
        context.record.name?.reviewDate(months: context.settings.reviewMonths)
    }

    /// The name as such, however its request is called: one that renamed it speaks of two.
    private static func matter(_ context: LetterContext) -> String {
        "nama subdomain \(context.record.name?.name.undotted ?? context.name)"
    }

    private static func facts(_ context: LetterContext) -> [LetterDocument.Field] {
        guard let name = context.record.name else { return [.init("Nama", "\(strong: context.name)")] }
        var fields: [LetterDocument.Field] = [.init("Nama", "\(strong: name.name.undotted)")]
        fields.append(.init("Pemegang", "\(name.opd)"))
        fields.append(.init("Dasar", "permohonan \(name.request), surat Nomor \(name.letter)"))
        let targets = Grant.targets(of: name.target)
        if !targets.isEmpty { fields.append(.init("Tujuan", "\(targets.joined(separator: ", "))")) }
        return fields
    }
}

/// Tanda terima: what the agency gets for its letter.
enum ReceiptLetter {
    static func document(_ context: LetterContext) -> LetterDocument {
        let form = context.form
        let received = context.summary.received ?? context.now
        let receipt = context.record.history.last { $0.kind == .requested || isReceipt($0, context) }
        let receiver = receipt?.person ?? ""
        var attachments = "tidak ada"
        let papers = form.papers
        if !papers.isEmpty {
            let titles = papers.map { title(of: $0, context) }
            attachments = "\(IndonesianText.counted(papers.count)) berkas: \(IndonesianText.list(titles))"
        }
        var fields: [LetterDocument.Field] = [
            .init("Nomor agenda", "\(strong: context.summary.id.description)"),
            .init(
                "Diterima",
                """
                \(IndonesianText.longDate(received.date(at: context.offset))) \
                \(IndonesianText.time(received, at: context.offset))
                """
            ),
            .init("Melalui", "\(form.channel.text.id)"), .init("Pengirim", "\(form.opd)"),
            .init("Nomor surat", "\(form.letterNumber ?? "-")"),
            .init("Tanggal surat", "\(form.letterDate.map { IndonesianText.date($0) } ?? "-")"),
            .init("Hal", "\(context.subjectLine)"), .init("Lampiran", "\(attachments)"),
            .init("Diterima oleh", "\(receiver.isEmpty ? context.procedure.title(of: .registrar) : receiver)"),
        ]
        if let promised = LetterChronology.promised(context) {
            fields.append(.init("Batas waktu penyelesaian", "\(context.moment(promised))"))
        }
        var receiving = context.signature(.registrar, above: ["Yang menerima,"])
        if receiving.name.isEmpty { receiving.name = receiver }
        return context.document(
            "Tanda Terima",
            [
                context.letterhead, context.heading("Tanda Terima Surat Masuk"), .fields(fields),
                .paragraph(
                    """
                    Tanda terima ini membuktikan bahwa surat telah dicatat, bukan bahwa permohonan disetujui. Sebutkan \
                    nomor agenda bila menanyakan perkembangannya.
                    """),
                .signatures([context.signature(nil, above: ["Yang menyerahkan,", form.opd]), receiving]),
            ])
    }

    private static func isReceipt(_ entry: RequestRecord.HistoryEntry, _ context: LetterContext) -> Bool {
        guard let id = entry.step else { return false }
        return context.procedure.steps.first { $0.id == id }?.has(.receive) ?? false
    }

    /// The procedure's words for an attachment, else the word it was attached by.
    static func title(of attachment: RequestForm.Attachment, _ context: LetterContext) -> String {
        let key = AttachmentKind.key(attachment.kind)
        let rule = context.procedure.attachments.first { AttachmentKind.key($0.kind) == key }
        return rule?.title.lowercasedFirst ?? attachment.kind
    }
}

extension RequestForm {
    /// The papers, each once: a form that the second person signs later is the same form. Papers of one kind with
    /// different names of files are several.
    var papers: [Attachment] {
        var result: [Attachment] = []
        for paper in attachments {
            let isKnown = { (other: Attachment) in
                other.kind.lowercased() == paper.kind.lowercased()
                    && (other.name == paper.name || other.name == nil || paper.name == nil)
            }
            if let index = result.firstIndex(where: isKnown) {
                result[index].name = result[index].name ?? paper.name
            } else {
                result.append(paper)
            }
        }
        return result
    }
}

extension String {
    /// The first letter small, for use inside a sentence; abbreviations stay as they are.
    var lowercasedFirst: String {
        guard let first, dropFirst().first.map({ !$0.isUppercase }) ?? true else { return self }
        return first.lowercased() + dropFirst()
    }
}

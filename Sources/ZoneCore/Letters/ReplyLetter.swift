/// Surat balasan: the answer to the agency, whatever it is.
enum ReplyLetter {
    static func document(_ context: LetterContext) -> LetterDocument {
        let (subject, body): (String, [LetterDocument.Block]) =
            switch context.outcome {
            case .approved?: (ApprovalLetter.subject(context), ApprovalLetter.body(context))
            case .reset?: ("Pemberitahuan \(context.matter) sudah ada", existing(context))
            case .advice?: ("Saran teknis atas \(context.subjectOfRequest)", advice(context))
            case .rejected? where context.summary.reason == "DUPLICATE" && isOwn(context):
                ("Pemberitahuan \(context.matter) sudah ada", existing(context))
            case .rejected?: (RejectionLetter.subject(context), RejectionLetter.body(context))
            case .deferred?, nil: ("Penundaan \(context.subjectOfRequest)", RejectionLetter.body(context))
            }
        return context.document("Surat Balasan", [context.letterhead, context.opening(subject)] + body)
    }

    /// Whether the name asked for is the agency's own.
    private static func isOwn(_ context: LetterContext) -> Bool {
        context.record.name.map { $0.opd.lowercased() == context.form.opd.lowercased() } ?? false
    }

    /// The name is there already: since when, who its user is, and how to get in again. Never the password.
    private static func existing(_ context: LetterContext) -> [LetterDocument.Block] {
        var fields: [LetterDocument.Field] = [.init("Nama subdomain", "\(strong: context.name)")]
        if let name = context.record.name {
            fields.append(.init("Dibuat", "\(IndonesianText.date(name.since)) (permohonan \(name.firstRequest))"))
            fields.append(.init("Pemegang", "\(name.opd)"))
        }
        let users = users(context)
        fields.append(
            .init(
                "Nama pengguna",
                "\(users.isEmpty ? "sebagaimana pada lembar data akun" : users.joined(separator: ", "))"))
        var steps: [LetterText] = []
        if let sheet = context.accounts.compactMap(\.sheet).last {
            steps.append(
                """
                Kata sandi baru tertulis pada lembar data akun nomor \(sheet), yang diserahkan langsung kepada \
                pengelola \
                dengan tanda terima; lembar sebelumnya tidak berlaku lagi.
                """)
        } else {
            steps.append(
                """
                Kata sandi baru diberikan kepada pengelola yang tercatat, setelah menunjukkan identitas dan surat \
                kuasa; \
                lembar data akun yang lama tidak berlaku lagi.
                """)
        }
        steps.append("Kata sandi diganti pada saat pertama kali masuk.")
        steps.append("Nama, isi, dan rekaman DNS tidak berubah.")
        return [
            .paragraph(
                """
                \(context.reference) \(context.matter) \(strong: "sudah ada") sehingga tidak perlu dibuat lagi, dengan \
                penjelasan sebagai berikut.
                """),
            .fields(fields), .paragraph("Untuk dapat mengakses kembali:"), .numbered(steps), context.thanks,
            .signatures([context.signature(.agencyHead)]), .copies(context.settings.letters.copies),
        ]
    }

    /// User names of the accounts, or who is recorded as the name's user.
    static func users(_ context: LetterContext) -> [String] {
        let accounts = context.accounts.map { context.user($0) }
        if !accounts.isEmpty { return accounts }
        return context.record.name.map { [$0.opd] } ?? []
    }

    /// Advice in place of a name, with at least the names that are free.
    private static func advice(_ context: LetterContext) -> [LetterDocument.Block] {
        [
            .paragraph(
                """
                \(context.reference) \(context.subjectOfRequest) \(strong: "belum dapat") kami laksanakan sebagaimana \
                diminta. Setelah ditelaah dari segi teknis, kami sarankan hal-hal berikut.
                """),
            .numbered(RejectionLetter.advice(context)),
            .paragraph(
                "Bila saran ini diterima, mohon dikirimkan surat permohonan baru yang menyebutkan nama yang dipilih."),
            context.thanks, .signatures([context.signature(.agencyHead)]), .copies(context.settings.letters.copies),
        ]
    }
}

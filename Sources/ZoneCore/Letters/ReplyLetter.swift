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
        context.record.name.map(context.isOwn) ?? false
    }

    /// The name is there already: since when, who its user is, and how to get in again. Never the password.
    private static func existing(_ context: LetterContext) -> [LetterDocument.Block] {
        var fields: [LetterDocument.Field] = [.init("Nama subdomain", "\(strong: context.name)")]
        if let name = context.record.name {
            func told(_ title: String, _ day: CalendarDate?, _ id: RequestID) -> LetterDocument.Field {
                .init(title, "\(day.map { "\(IndonesianText.date($0)) " } ?? "")(permohonan \(id))")
            }
            // The day of its status is another where it was suspended and resumed.
            fields.append(told("Dibuat", context.days.first, name.firstRequest))
            if name.request != name.firstRequest {
                fields.append(told("Diubah terakhir", context.days.newest, name.request))
            }
            fields.append(.init("Pemegang", "\(name.opd)"))
        }
        fields.append(.init("Nama pengguna", "\(users(context))"))
        let isReset = context.outcome == .reset
        var steps = isReset ? [newPassword(context)] : forgotten(context)
        if isReset { steps.append("Kata sandi diganti pada saat pertama kali masuk.") }
        steps.append("Nama, isi, dan rekaman DNS tidak berubah.")
        return [
            .paragraph(
                """
                \(context.reference) \(context.matter) \(strong: "sudah ada") sehingga tidak perlu dibuat lagi, dengan \
                penjelasan sebagai berikut.
                """),
            .fields(fields),
            .paragraph(isReset ? "Untuk dapat mengakses kembali:" : "Untuk dapat mengaksesnya:"),
            .numbered(steps), context.thanks,
            .signatures([context.signature(.agencyHead)]), .copies(context.settings.letters.copies),
        ]
    }

    /// User names of the accounts; where none has a sheet yet, the one that the name has by rights.
    private static func users(_ context: LetterContext) -> String {
        let users = context.accounts.map(\.user)
        guard users.isEmpty, let name = context.record.name?.name else { return users.joined(separator: ", ") }
        return AccountDesk.user(at: name, in: context.settings.zone)
    }

    /// The password that was reset for the request, or is going to be.
    private static func newPassword(_ context: LetterContext) -> LetterText {
        let isDone = context.record.history.contains { $0.kind == .accountReset }
        guard isDone, !context.sheets.isEmpty else {
            return """
                Kata sandi diatur ulang dan diberikan kepada pengelola yang tercatat, setelah menunjukkan identitas \
                dan surat kuasa; sejak itu lembar data akun yang lama tidak berlaku lagi.
                """
        }
        return """
            Kata sandi baru tertulis pada lembar data akun nomor \(IndonesianText.list(context.sheets)), yang \
            diserahkan langsung kepada pengelola dengan tanda terima; lembar sebelumnya, bila ada, tidak berlaku lagi.
            """
    }

    /// How to get in where nobody asked for another password, and none was made.
    private static func forgotten(_ context: LetterContext) -> [LetterText] {
        var steps: [LetterText] = []
        if !context.sheets.isEmpty {
            steps.append(
                """
                Kata sandi yang berlaku tertulis pada lembar data akun nomor \(IndonesianText.list(context.sheets)).
                """)
        }
        steps.append(
            """
            Bila kata sandi tidak diketahui lagi, ajukan pengaturan ulang dengan surat kepada \
            \(context.procedure.addressee) yang menerangkan bahwa nama tidak dapat diakses; lembar data akun yang lama \
            baru tidak berlaku setelah kata sandi diatur ulang.
            """)
        return steps
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

/// Surat penolakan: why the name cannot be given, by which rule, and what can be asked for instead.
enum RejectionLetter {
    static func document(_ context: LetterContext) -> LetterDocument {
        context.document("Surat Penolakan", [context.letterhead, context.opening(subject(context))] + body(context))
    }

    static func subject(_ context: LetterContext) -> String { "Penolakan \(context.subjectOfRequest)" }

    static func body(_ context: LetterContext) -> [LetterDocument.Block] {
        let word = context.outcome == .deferred ? "belum dapat" : "tidak dapat"
        var blocks: [LetterDocument.Block] = [
            .paragraph(
                """
                \(context.reference) \(context.subjectOfRequest) \(strong: word) kami setujui dengan penjelasan \
                sebagai \
                berikut.
                """),
            .fields(explanation(context)),
        ]
        let advice = advice(context)
        if !advice.isEmpty {
            blocks += [.paragraph("Sebagai gantinya dapat kami sampaikan:"), .numbered(advice)]
        }
        return blocks + [
            .paragraph(again(context)), context.thanks, .signatures([context.signature(.agencyHead)]),
            .copies(context.settings.letters.copies),
        ]
    }

    private static func explanation(_ context: LetterContext) -> [LetterDocument.Field] {
        var fields: [LetterDocument.Field] = []
        let isHeld = [.change, .delete, .passwordReset].contains(context.form.kind)
        if let old = context.oldName, isAboutOldName(context) {
            fields.append(.init("Nama subdomain", "\(old)"))
            fields.append(.init("Nama baru yang diminta", "\(context.name)"))
        } else if !context.name.isEmpty {
            fields.append(.init(isHeld ? "Nama subdomain" : "Nama yang diminta", "\(context.name)"))
        }
        let reason = context.reason
        fields.append(.init("Alasan", "\(reason?.text ?? "sebagaimana dicatat dalam permohonan")"))
        if let holder = holder(context) {
            fields.append(
                .init(
                    "Pemegang nama",
                    "\(holder.opd) (permohonan \(holder.origin), \(IndonesianText.date(holder.since)))"))
        }
        if reason?.code == "NO_CAPACITY", let free = context.freeGigabytes, lacksSpace(context) {
            fields.append(
                .init(
                    "Ruang penyimpanan",
                    """
                    diminta \(IndonesianText.gigabytes(context.summary.gigabytes)), tersedia \
                    \(IndonesianText.gigabytes(free))
                    """
                ))
        }
        if let note = context.decisionNote { fields.append(.init("Keterangan", "\(note)")) }
        fields.append(.init("Ketentuan", "\(rule(reason?.code, context))"))
        return fields
    }

    /// Whether there is too little space by the figures. Where there is enough, whoever decided noted what is wrong.
    private static func lacksSpace(_ context: LetterContext) -> Bool {
        context.freeGigabytes.map { $0 < context.summary.gigabytes } ?? true
    }

    /// Who holds the name that was asked for, when that is another request's doing.
    static func holder(_ context: LetterContext) -> ManagedName? {
        // Of a rename it is the new name that may be another's, unless the old one is not the agency's.
        let isNew = context.form.kind == .rename && !isAboutOldName(context)
        let name = isNew ? context.wanted : context.record.name
        guard let name, name.status != .retired, name.request != context.summary.id else { return nil }
        return name
    }

    /// Whether a rename was refused for the name that was to go.
    private static func isAboutOldName(_ context: LetterContext) -> Bool {
        context.form.kind == .rename && ["NOT_OWNER", "NAME_NOT_FOUND"].contains(context.summary.reason)
    }

    /// The rule the office relies on.
    private static func rule(_ code: String?, _ context: LetterContext) -> String {
        let procedure = "prosedur “\(context.procedure.title)”"
        return switch code {
        case "DUPLICATE", "QUARANTINED": "satu nama hanya untuk satu pemegang; \(procedure)"
        case "NOT_GOVERNMENT_PURPOSE":
            "nama di bawah \(context.zone) hanya untuk kepentingan pemerintahan; \(procedure)"
        case "NOT_OWNER", "NAME_NOT_FOUND":
            "\(context.deed) hanya atas permintaan pemegang nama; \(procedure)"
        case "NO_CAPACITY": "ruang diberikan selama tersedia; \(procedure)"
        case "INVALID_LABEL": "kaidah penulisan nama host (RFC 1035 dan RFC 1123)"
        default: procedure
        }
    }

    /// Free names, and what else was advised.
    static func advice(_ context: LetterContext) -> [LetterText] {
        var result: [LetterText] = []
        if context.outcome == .advice, let note = context.decisionNote { result.append("\(note)") }
        let free = context.alternatives.map { "\($0).\(context.zone)" }
        if !free.isEmpty,
            ["DUPLICATE", "TECHNICAL_ADVICE", "RESERVED", "QUARANTINED", "INVALID_LABEL"].contains(
                context.summary.reason)
        {
            result.append(
                "Nama yang masih tersedia saat surat ini dibuat: \(strong: IndonesianText.list(free, "atau")).")
        }
        switch context.summary.reason {
        case "NO_CAPACITY":
            let when = lacksSpace(context) ? "setelah ruang ditambah" : "begitu ruang dapat diberikan"
            result.append("Permohonan kami proses kembali \(when); surat baru tidak diperlukan.")
        case "NOT_GOVERNMENT_PURPOSE":
            result.append("Untuk keperluan lain, nama domain dapat didaftarkan pada registrar umum.")
        case "DUPLICATE" where holder(context).map(context.isOwn) ?? false:
            result.append(
                """
                Nama tersebut sudah dipegang instansi Saudara; untuk mengubahnya atau mengatur ulang kata sandinya, \
                ajukan permohonan perubahan atau pengaturan ulang.
                """)
        case "DUPLICATE":
            result.append("Bila nama tersebut hendak dipakai bersama, mohon berkoordinasi dengan pemegangnya.")
        default: break
        }
        return result
    }

    private static func again(_ context: LetterContext) -> LetterText {
        if context.outcome == .deferred {
            return "Kami beri tahu Saudara secara tertulis begitu permohonan dapat dilanjutkan."
        }
        return """
            Permohonan baru dapat diajukan sewaktu-waktu dengan surat kepada \(context.procedure.addressee), \
            menyebutkan \
            nama lain atau keterangan yang telah diperbaiki.
            """
    }
}

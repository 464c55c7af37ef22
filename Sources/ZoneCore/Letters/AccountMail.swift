/// E-mail about the account: where it is, who its user is, how the password is received. Never the password.
enum AccountMail {
    /// `nil` when the form names nobody with an address that mail can be sent to.
    static func message(_ context: LetterContext) -> MailMessage? {
        guard let contact = context.form.contact(withMail: ()), let address = contact.email,
            let to = MailMessage.Mailbox(name: contact.name, address: address)
        else { return nil }
        let own = context.settings.letters.mailbox
        let from = MailMessage.Mailbox(
            name: context.procedure.office, address: own.isEmpty ? "hostmaster@\(context.zone)" : own)
        let id = "\(context.summary.id.year)-\(context.summary.id.number).\(context.now.seconds)"
        return MailMessage(
            from: from, to: [to], subject: subject(context), date: context.now, offset: context.offset, id: id,
            domain: context.zone, document: document(context))
    }

    private static func subject(_ context: LetterContext) -> String {
        if context.accounts.isEmpty { return "Pemberitahuan \(context.deed) \(context.matter)" }
        return context.name.isEmpty ? "Pemberitahuan akun hosting" : "Pemberitahuan akun \(context.name)"
    }

    static func document(_ context: LetterContext) -> LetterDocument {
        let accounts = context.accounts
        let isReset = context.outcome == .reset
        var fields: [LetterDocument.Field] = [.init("Agenda", "\(context.summary.id)")]
        if isReset {
            fields.append(.init("Nama subdomain", "\(strong: context.name)"))
        } else {
            fields += Grant(context).fields.filter { $0.label != "Data akun" }
        }
        for account in accounts {
            fields.append(.init("Nama pengguna", "\(account.user)"))
            if let sheet = account.sheet { fields.append(.init("Lembar data akun", "nomor \(sheet)")) }
        }
        if !accounts.isEmpty, let panel = panel(context) { fields.append(.init("Alamat masuk", "\(panel)")) }
        let deed = isReset ? "pengaturan ulang kata sandi akun" : context.deed
        var blocks: [LetterDocument.Block] = [
            .paragraph("Yth. \(context.form.contact?.name ?? LetterContext.head(of: context.form.opd)),"),
            .paragraph(
                """
                \(IndonesianText.capitalized(deed)) \(context.matter) atas \(context.basis) telah dikerjakan \
                dengan rincian sebagai berikut.
                """),
            .fields(fields),
        ]
        let partings = isReset ? [] : Grant(context).partings
        if !partings.isEmpty { blocks.append(.numbered(partings)) }
        if accounts.isEmpty {
            blocks.append(.paragraph("Surat jawaban disampaikan tersendiri."))
        } else {
            blocks.append(
                .numbered([
                    """
                    Kata sandi tidak dikirim melalui surel. Kata sandi tertulis pada lembar data akun yang diserahkan \
                    langsung kepada pengelola di \(context.procedure.office), dengan tanda terima.
                    """,
                    "Gantilah kata sandi pada saat pertama kali masuk.",
                    "Jangan memberikan kata sandi kepada siapa pun, termasuk kepada petugas kami.",
                ]))
        }
        if !context.settings.letters.contact.isEmpty {
            blocks.append(.paragraph("Keterangan lebih lanjut: \(context.settings.letters.contact)."))
        }
        blocks.append(.paragraph("\(context.procedure.title(of: .technician)), \(context.procedure.office)"))
        return context.document(subject(context), blocks)
    }

    /// Where its user gets in; `nil` where there is no name to get in at: the sheet says it then.
    private static func panel(_ context: LetterContext) -> String? {
        guard !context.name.isEmpty else { return nil }
        return context.form.emailAccounts.isEmpty ? "https://\(context.name)/" : "server surel \(context.name)"
    }
}

extension RequestForm {
    /// The contact to write to: the first with an address.
    func contact(withMail: Void) -> Contact? {
        [adminPIC, technicalPIC].compactMap { $0 }.first { $0.email != nil }
    }
}

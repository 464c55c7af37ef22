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
        context.accounts.isEmpty ? "Pemberitahuan \(context.matter)" : "Pemberitahuan akun \(context.name)"
    }

    static func document(_ context: LetterContext) -> LetterDocument {
        let accounts = context.accounts
        var fields: [LetterDocument.Field] = [.init("Agenda", "\(context.summary.id)")]
        if !context.name.isEmpty { fields.append(.init("Nama subdomain", "\(strong: context.name)")) }
        let target = ApprovalLetter.targets(context)
        if !target.isEmpty { fields.append(.init("Tujuan", "\(target.joined(separator: ", "))")) }
        for account in accounts {
            fields.append(.init("Nama pengguna", "\(context.user(account))"))
            if let sheet = account.sheet { fields.append(.init("Lembar data akun", "nomor \(sheet)")) }
        }
        if !accounts.isEmpty { fields.append(.init("Alamat masuk", "\(panel(context))")) }
        var blocks: [LetterDocument.Block] = [
            .paragraph("Yth. \(context.form.contact?.name ?? LetterContext.head(of: context.form.opd)),"),
            .paragraph("permohonan Saudara telah dikerjakan dengan rincian sebagai berikut."), .fields(fields),
        ]
        if accounts.isEmpty {
            blocks.append(.paragraph("Surat persetujuan disampaikan tersendiri."))
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

    private static func panel(_ context: LetterContext) -> String {
        context.form.emailAccounts.isEmpty ? "https://\(context.name)/" : "server surel \(context.name)"
    }
}

extension RequestForm {
    /// The contact to write to: the first with an address.
    func contact(withMail: Void) -> Contact? {
        [adminPIC, technicalPIC].compactMap { $0 }.first { $0.email != nil }
    }
}

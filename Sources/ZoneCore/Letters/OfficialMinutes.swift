/// Berita acara: what both sides put their names to, of the making of a name, the hand-over of its accounts, the
/// reset of a password.
enum OfficialMinutes {
    static func creation(_ context: LetterContext) -> LetterDocument {
        let made = context.publication?.time ?? context.summary.provisioned ?? context.now
        var blocks = opening("Berita Acara \(title(context))", context, on: made)
        blocks.append(
            .paragraph(
                """
                Pihak Kesatu telah melaksanakan \(context.deed) \(context.matter) berdasarkan \(context.basis), dan \
                Pihak Kedua telah menyaksikan hasilnya, dengan rincian sebagai berikut.
                """))
        blocks.append(.fields(works(context)))
        if context.form.kind == .delete || context.form.kind == .rename {
            let name = context.removed?.name.undotted ?? context.oldName ?? context.name
            blocks.append(
                .paragraph(
                    """
                    Semua rekaman DNS \(name) beserta yang menyertainya (www dan surel) telah dicabut dari data zona.
                    """))
        }
        if let made = context.made, !made.records.isEmpty, made.status == .active {
            blocks.append(.section("Rekaman DNS"))
            blocks.append(.table(table(made.records)))
        }
        if !context.accounts.isEmpty {
            blocks.append(.section("Akun surel dan hosting"))
            blocks.append(
                .numbered(
                    context.accounts.map { account in
                        "\(account.user)\(account.sheet.map { ", lembar data akun nomor \($0)" } ?? "")"
                    }))
        }
        if !context.record.works.isEmpty {
            blocks.append(.section("Hasil pengujian"))
            blocks.append(.paragraph(test(context)))
        }
        return context.document("Berita Acara", blocks + closing(context))
    }

    private static func title(_ context: LetterContext) -> String {
        switch context.form.kind {
        case .new: "Pembuatan Subdomain"
        case .change: "Perubahan Subdomain"
        case .rename: "Penggantian Nama Subdomain"
        case .delete: "Penghapusan Subdomain"
        case .passwordReset: "Pengaturan Ulang Kata Sandi"
        case .hosting: context.name.isEmpty ? "Penyediaan Ruang Penyimpanan" : "Penyediaan Subdomain dan Hosting"
        case .email: "Pembuatan Subdomain dan Akun Surel"
        case .redirect: "Pengalihan Subdomain"
        case .delegation: "Delegasi Subdomain"
        }
    }

    static func handover(_ context: LetterContext) -> LetterDocument {
        let accounts = context.accounts
        let delivered = context.procedure.steps.filter { $0.has(.deliver) }.compactMap { context.summary.done($0.id) }
        let time = accounts.compactMap(\.handedOver).max() ?? delivered.max() ?? context.now
        let receiver = accounts.last { $0.receiver != nil }?.receiver
        var blocks = opening("Berita Acara Serah Terima", context, on: time, receiver: receiver)
        blocks.append(
            .paragraph(
                """
                Pihak Kesatu menyerahkan kepada Pihak Kedua, dan Pihak Kedua menerima dari Pihak Kesatu, hasil \
                \(context.deed) \(context.matter) berdasarkan \(context.basis) sebagai berikut.
                """))
        var items: [[String]] = []
        if !context.name.isEmpty {
            let isOut = context.record.works.isEmpty || context.publication != nil
            let isSuspended = context.record.name?.status == .suspended
            items.append([
                "Subdomain", context.name, isSuspended ? "ditangguhkan" : isOut ? "aktif" : "belum diterbitkan",
            ])
        }
        for account in accounts {
            items.append([
                "Akun", account.user,
                account.sheet.map { "lembar data akun nomor \($0)" } ?? "tanpa lembar data akun",
            ])
        }
        let space = context.made?.gigabytes ?? context.summary.gigabytes
        if space > 0 { items.append(["Ruang penyimpanan", IndonesianText.gigabytes(space), "hosting bersama"]) }
        blocks.append(
            .table(
                .init(
                    ["No.", "Jenis", "Rincian", "Keterangan"],
                    items.enumerated().map { ["\($0.offset + 1)."] + $0.element })))
        blocks.append(
            .paragraph(
                """
                Sejak penandatanganan berita acara ini, pengelolaan isi dan kerahasiaan kata sandi menjadi tanggung \
                jawab \
                Pihak Kedua. Kata sandi diganti pada saat pertama kali masuk.
                """))
        return context.document("Berita Acara Serah Terima", blocks + closing(context, receiver: receiver))
    }

    static func reset(_ context: LetterContext) -> LetterDocument {
        let accounts = context.accounts
        let time = accounts.compactMap(\.issued).max() ?? context.now
        var blocks = opening("Berita Acara Pengaturan Ulang Kata Sandi", context, on: time)
        blocks.append(
            .paragraph(
                """
                Pihak Kesatu telah mengatur ulang kata sandi akun \(context.matter) milik \(context.form.opd) \
                berdasarkan \(context.basis).
                """))
        let rows = accounts.map { account in
            [
                account.user,
                account.voided.isEmpty ? "tidak tercatat" : account.voided.joined(separator: ", "),
                account.sheet ?? "belum diterbitkan",
            ]
        }
        blocks.append(.table(.init(["Nama pengguna", "Lembar yang dibatalkan", "Lembar yang berlaku"], rows)))
        blocks.append(
            .paragraph(
                """
                Lembar data akun yang lama, bila ada, dinyatakan tidak berlaku. Nama, tujuan, dan rekaman DNS tidak \
                berubah\(context.serial.map { "; nomor seri zona tetap \($0)" } ?? "").
                """))
        return context.document("Berita Acara Pengaturan Ulang", blocks + closing(context, hasWitness: true))
    }

    // MARK: What they have in common

    private static func opening(
        _ title: String, _ context: LetterContext, on time: Instant, receiver: String? = nil
    ) -> [LetterDocument.Block] {
        let office = context.signature(.technician)
        let second = receiver ?? context.form.contact?.name
        // The position of one person is not another's.
        let position = context.form.position(of: second)
        let unnamed = receiver == nil && second != nil ? "Pengelola" : LetterDocument.Signature.dots
        return [
            context.letterhead, context.heading(title, isNumbered: true),
            .paragraph(
                """
                Pada hari ini \(IndonesianText.dateInWords(time.date(at: context.offset))), kami yang bertanda tangan \
                di bawah ini:
                """
            ),
            .fields([
                .init("Nama", "\(office.name.isEmpty ? LetterDocument.Signature.dots : office.name)"),
                .init("Jabatan", "\(context.procedure.title(of: .technician)), \(context.procedure.office)"),
                .init("Selanjutnya disebut", "\(strong: "Pihak Kesatu")"),
            ]),
            .fields([
                .init("Nama", "\(second ?? LetterDocument.Signature.dots)"),
                .init("Jabatan", "\(position ?? unnamed), \(context.form.opd)"),
                .init("Selanjutnya disebut", "\(strong: "Pihak Kedua")"),
            ]),
        ]
    }

    private static func closing(
        _ context: LetterContext, receiver: String? = nil, hasWitness: Bool = false
    ) -> [LetterDocument.Block] {
        let name = receiver ?? context.form.contact?.name
        let second = LetterDocument.Signature(
            above: ["Pihak Kedua,", context.form.opd], name: name ?? "",
            below: [context.form.position(of: name)].compactMap { $0 })
        var first = context.signature(.technician)
        first.above = ["Pihak Kesatu,"] + first.above
        var signatures = [first, second]
        if hasWitness { signatures.append(.init(above: ["Saksi (bila ada),"])) }
        signatures.append(context.signature(.agencyHead, above: ["Mengetahui,"]))
        return [
            .paragraph("Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."),
            .signatures(signatures),
        ]
    }

    static func works(_ context: LetterContext) -> [LetterDocument.Field] {
        var fields = Grant(context, isToAgency: false).fields
        if !context.record.works.isEmpty, !context.isMadeSuspended {
            fields.append(
                .init("Nomor seri zona", "\(context.publication.map { String($0.serial) } ?? "belum diterbitkan")"))
        }
        return fields
    }

    private static func table(_ records: [String]) -> LetterDocument.Table {
        .init(
            ["Pemilik", "TTL", "Jenis", "Isi"],
            records.map { line in
                // `owner TTL IN TYPE rdata`
                let parts = line.split(separator: " ", maxSplits: 4).map(String.init)
                return parts.count == 5 ? [parts[0], parts[1], parts[3], parts[4]] : [line]
            })
    }

    private static func test(_ context: LetterContext) -> LetterText {
        guard !context.isMadeSuspended else {
            return "Nama sedang ditangguhkan; perubahannya dicatat dan diuji setelah nama diaktifkan kembali."
        }
        guard let publication = context.publication else {
            return "Hasil pekerjaan ini belum diterbitkan dalam berkas zona \(context.zone); pengujian menyusul."
        }
        let passed: LetterText = """
            Berkas zona \(context.zone) nomor seri \(String(publication.serial)) lolos pemeriksaan dan diterbitkan \
            \(context.moment(publication.time)).
            """
        let checked = context.record.history.last { entry in
            entry.decision != false && entry.time >= publication.time
                && context.procedure.steps.first { $0.id == entry.step }?.has(.check) ?? false
        }
        guard let checked else { return passed }
        return """
            \(passed) Zona diperiksa \(context.moment(checked.time)) tanpa kesalahan; hasilnya dinyatakan siap dipakai.
            """
    }
}

extension RequestForm {
    /// The position of a person that the form names.
    func position(of person: String?) -> String? {
        guard let person else { return nil }
        return [adminPIC, technicalPIC].compactMap { $0 }
            .first { AgencyNames.normalized($0.name) == AgencyNames.normalized(person) }?.position
    }
}

/// Berita acara: what both sides put their names to, of the making of a name, the hand-over of its accounts, the
/// reset of a password.
enum OfficialMinutes {
    static func creation(_ context: LetterContext) -> LetterDocument {
        let made = context.summary.provisioned ?? context.now
        var blocks = opening("Berita Acara Pembuatan Subdomain", context, on: made)
        blocks.append(
            .paragraph(
                """
                Pihak Kesatu telah mengerjakan \(context.subjectOfRequest) berdasarkan surat \(context.form.opd) Nomor \
                \(context.form.letterNumber ?? "-") (agenda \(context.summary.id)), dan Pihak Kedua telah menyaksikan \
                hasilnya, dengan rincian sebagai berikut.
                """))
        blocks.append(.fields(works(context)))
        if let records = context.made?.records, !records.isEmpty, context.made?.status == .active {
            blocks.append(.section("Rekaman DNS"))
            blocks.append(.table(table(records)))
        }
        if !context.accounts.isEmpty {
            blocks.append(.section("Akun surel dan hosting"))
            blocks.append(
                .numbered(
                    context.accounts.map { account in
                        "\(context.user(account))\(account.sheet.map { ", lembar data akun nomor \($0)" } ?? "")"
                    }))
        }
        blocks.append(.section("Hasil pengujian"))
        blocks.append(.paragraph(test(context)))
        return context.document("Berita Acara", blocks + closing(context))
    }

    static func handover(_ context: LetterContext) -> LetterDocument {
        let accounts = context.accounts
        let time = accounts.compactMap(\.handedOver).max() ?? context.now
        let receiver = accounts.last { $0.receiver != nil }?.receiver
        var blocks = opening("Berita Acara Serah Terima", context, on: time, receiver: receiver)
        blocks.append(
            .paragraph(
                """
                Pihak Kesatu menyerahkan kepada Pihak Kedua, dan Pihak Kedua menerima dari Pihak Kesatu, hasil \
                pengerjaan \
                \(context.subjectOfRequest) (agenda \(context.summary.id)) sebagai berikut.
                """))
        var items: [[String]] = []
        if !context.name.isEmpty { items.append(["Subdomain", context.name, "aktif"]) }
        for account in accounts {
            items.append([
                "Akun", context.user(account),
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
                berdasarkan surat Nomor \(context.form.letterNumber ?? "-") (agenda \(context.summary.id)).
                """))
        let rows = accounts.map { account in
            [
                context.user(account),
                account.voided.isEmpty ? "tidak tercatat" : account.voided.joined(separator: ", "),
                account.sheet ?? "belum diterbitkan",
            ]
        }
        blocks.append(.table(.init(["Nama pengguna", "Lembar yang dibatalkan", "Lembar yang berlaku"], rows)))
        blocks.append(
            .paragraph(
                """
                Lembar data akun yang lama dinyatakan tidak berlaku. Nama, tujuan, dan rekaman DNS tidak berubah\
                \(context.serial.map { "; nomor seri zona tetap \($0)" } ?? "").
                """))
        return context.document("Berita Acara Pengaturan Ulang", blocks + closing(context, hasWitness: true))
    }

    // MARK: What they have in common

    private static func opening(
        _ title: String, _ context: LetterContext, on time: Instant, receiver: String? = nil
    ) -> [LetterDocument.Block] {
        let office = context.signature(.technician)
        let person = context.form.contact
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
                .init("Nama", "\(receiver ?? person?.name ?? LetterDocument.Signature.dots)"),
                .init("Jabatan", "\(person?.position ?? "Pengelola"), \(context.form.opd)"),
                .init("Selanjutnya disebut", "\(strong: "Pihak Kedua")"),
            ]),
        ]
    }

    private static func closing(
        _ context: LetterContext, receiver: String? = nil, hasWitness: Bool = false
    ) -> [LetterDocument.Block] {
        var second = context.signature(context.form.contact, above: ["Pihak Kedua,", context.form.opd])
        if let receiver { second = .init(above: second.above, name: receiver) }
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
        var fields = ApprovalLetter.grant(context)
        if let serial = context.serial, !context.name.isEmpty {
            fields.append(.init("Nomor seri zona", "\(String(serial))"))
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
        let checked = context.record.history.last { entry in
            context.procedure.steps.first { $0.id == entry.step }?.has(.check) ?? false
        }
        if let checked {
            return """
                Zona \(context.zone) diperiksa \(context.moment(checked.time)) tanpa kesalahan; hasilnya dinyatakan \
                siap dipakai.
                """
        }
        guard let serial = context.serial else {
            return "Berkas zona \(context.zone) belum ditulis; pengujian menyusul."
        }
        return "Berkas zona \(context.zone) nomor seri \(String(serial)) lolos pemeriksaan sebelum diterbitkan."
    }
}

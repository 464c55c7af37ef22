/// Formulir pengajuan: what the agency asks for, to be signed by those who answer for it.
enum RequestFormSheet {
    static func document(_ context: LetterContext) -> LetterDocument {
        let form = context.form
        var requested: [LetterDocument.Field] = [
            .init("Jenis permohonan", "\(IndonesianText.capitalized(form.kind.text.id))"),
            .init("Perangkat daerah", "\(form.opd)"),
        ]
        func add(_ label: String, _ value: String?) {
            if let value, !value.isEmpty { requested.append(.init(label, "\(value)")) }
        }
        add("Nomor surat", form.letterNumber)
        add("Tanggal surat", form.letterDate.map { IndonesianText.date($0) })
        add("Ditujukan kepada", form.addressee ?? context.procedure.addressee)
        add("Hal", form.subject)
        add("Nama subdomain", context.oldName ?? context.name)
        if form.kind == .rename { add("Nama baru", context.name) }
        add("Fungsi", form.function)
        add("Kelompok peruntukan", form.knownPurpose?.text.id ?? form.purposeClass)
        add("Jenis hosting", form.hosting?.text.id)
        add("Kapasitas penyimpanan", form.capacityGB.map { IndonesianText.gigabytes($0) })
        add("Alamat atau host tujuan", form.target.joined(separator: ", "))
        add("Server nama", form.nameServers.joined(separator: ", "))
        add("Dengan www", form.www ? "ya" : nil)
        add("Akun surel", form.emailAccounts.joined(separator: ", "))
        add("Dipakai bersama", form.coordinatedWith.joined(separator: ", "))
        add("Keterangan", form.cannotAccess ? "tidak dapat mengakses nama yang sudah dimiliki" : form.note)
        var blocks = [
            context.letterhead, context.heading("Formulir Pengajuan Subdomain dan Hosting"),
            .section("A. Permohonan"), .fields(requested),
            .section("B. Penanggung jawab administratif"), .fields(person(form.adminPIC)),
            .section("C. Penanggung jawab teknis"), .fields(person(form.technicalPIC)),
        ]
        if !form.papers.isEmpty {
            blocks.append(.section("D. Lampiran"))
            blocks.append(
                .numbered(
                    form.papers.map {
                        LetterText(IndonesianText.capitalized(ReceiptLetter.title(of: $0, context)))
                    }))
        }
        blocks += [
            .section("Pernyataan"),
            .paragraph(
                """
                Kami menyatakan bahwa keterangan dalam formulir ini benar, bahwa nama dan ruang yang diminta dipakai \
                untuk kepentingan pemerintahan, dan bahwa setiap perubahan penanggung jawab kami laporkan kepada \
                \(context.procedure.office).
                """),
            .signatures([
                context.signature(form.adminPIC, above: ["Penanggung Jawab Administratif,"]),
                context.signature(form.technicalPIC, above: ["Penanggung Jawab Teknis,"]),
            ]),
        ]
        return context.document("Formulir Pengajuan", blocks)
    }

    private static func person(_ contact: RequestForm.Contact?) -> [LetterDocument.Field] {
        let rows = [
            ("Nama", contact?.name), ("Jabatan", contact?.position), ("Telepon", contact?.phone),
            ("Surel", contact?.email),
        ]
        return rows.map { .init($0.0, "\($0.1 ?? "....................................")") }
    }
}

/// Surat persetujuan: the name that is granted, where it leads, from when, and what the agency takes upon itself.
enum ApprovalLetter {
    static func document(_ context: LetterContext) -> LetterDocument {
        context.document("Surat Persetujuan", [context.letterhead, context.opening(subject(context))] + body(context))
    }

    static func subject(_ context: LetterContext) -> String { "Persetujuan \(context.matter)" }

    static func body(_ context: LetterContext) -> [LetterDocument.Block] {
        guard context.form.kind != .delete else { return removal(context) }
        return [
            .paragraph(
                """
                \(context.reference) \(context.subjectOfRequest) \(strong: "dapat") kami setujui dengan penjelasan \
                sebagai berikut.
                """),
            .fields(grant(context)), .paragraph("Selanjutnya kami mohon perhatian Saudara atas hal-hal berikut:"),
            .numbered(duties(context)), context.thanks, .signatures([context.signature(.agencyHead)]),
            .copies(context.settings.letters.copies),
        ]
    }

    /// A name that was given up: nothing is granted, and nothing is owed from then on.
    private static func removal(_ context: LetterContext) -> [LetterDocument.Block] {
        var fields: [LetterDocument.Field] = [.init("Nama subdomain", "\(strong: context.name)")]
        let made = context.summary.provisioned
        fields.append(.init("Mulai dihapus", "\(made.map { context.moment($0) } ?? "setelah rekaman dihapus")"))
        if let until = context.made?.quarantineUntil {
            fields.append(.init("Masa karantina", "sampai \(IndonesianText.date(until))"))
        }
        return [
            .paragraph(
                """
                \(context.reference) \(context.subjectOfRequest) \(strong: "dapat") kami setujui dengan penjelasan \
                sebagai berikut.
                """),
            .fields(fields), .paragraph("Selanjutnya kami mohon perhatian Saudara atas hal-hal berikut:"),
            .numbered([
                """
                Rekaman DNS nama itu beserta yang menyertainya (www dan surel) dihapus; server DNS lain masih dapat \
                menjawabnya sampai masa simpannya habis.
                """,
                """
                Server, ruang penyimpanan, dan sertifikat dihentikan setelah nama dihapus, bukan sebelumnya, agar nama \
                tidak menunjuk ke tempat yang dapat diambil pihak lain.
                """,
                """
                Selama masa karantina nama tidak diberikan kepada pihak lain; pemakaiannya kembali diajukan dengan \
                permohonan baru.
                """,
            ]), context.thanks, .signatures([context.signature(.agencyHead)]),
            .copies(context.settings.letters.copies),
        ]
    }

    /// What is given.
    static func grant(_ context: LetterContext) -> [LetterDocument.Field] {
        var fields: [LetterDocument.Field] = []
        let form = context.form
        if !context.name.isEmpty { fields.append(.init("Nama subdomain", "\(strong: context.name)")) }
        if let new = form.newName { fields.append(.init("Nama baru", "\(new)")) }
        fields.append(.init("Penyediaan", "\(hosting(context))"))
        let target = targets(context)
        if !target.isEmpty { fields.append(.init("Tujuan", "\(target.joined(separator: ", "))")) }
        let space = context.made?.gigabytes ?? context.summary.gigabytes
        if space > 0 { fields.append(.init("Ruang penyimpanan", "\(IndonesianText.gigabytes(space))")) }
        if !form.emailAccounts.isEmpty {
            fields.append(.init("Akun surel", "\(IndonesianText.counted(form.emailAccounts.count)) akun"))
        }
        fields.append(.init("Mulai berlaku", "\(activation(context))"))
        if let sheet = context.accounts.compactMap(\.sheet).last {
            fields.append(.init("Data akun", "pada lembar nomor \(sheet), disampaikan terpisah"))
        }
        return fields
    }

    private static func hosting(_ context: LetterContext) -> String {
        switch context.made?.target.kind {
        case .address?, .cname?: "server Saudara sendiri"
        case .url?: "pengalihan ke alamat web"
        case .hosting?: "ruang hosting bersama (cloud)"
        case .delegate?: "delegasi ke server nama Saudara"
        case nil: context.form.hosting?.text.id ?? context.form.kind.text.id
        }
    }

    /// Where the name leads, as made or as asked for.
    static func targets(_ context: LetterContext) -> [String] {
        switch context.made?.target.kind {
        case .address(let list)?: return list
        case .cname(let host)?: return [host.hasSuffix(".") ? String(host.dropLast()) : host]
        case .url(let url)?: return [url]
        case .delegate(let servers, _)?: return servers.map(\.host)
        case .hosting?: return []
        case nil: return context.form.target + context.form.nameServers
        }
    }

    private static func activation(_ context: LetterContext) -> String {
        guard let made = context.summary.provisioned else { return "setelah nama dibuat" }
        var text = context.moment(made)
        if let seconds = context.negativeTTL, !context.name.isEmpty {
            text +=
                "; server DNS yang pernah menanyakan nama ini sebelumnya dapat memerlukan waktu hingga "
                + LetterContext.delay(seconds)
        }
        return text
    }

    static func duties(_ context: LetterContext) -> [LetterText] {
        var duties: [LetterText] = []
        let person = context.form.contact
        duties.append(
            """
            Pengelola yang kami catat ialah \(person.map { $0.name } ?? "pejabat yang Saudara tunjuk"); penggantian \
            pengelola atau narahubung dilaporkan secara tertulis paling lambat \(IndonesianText.counted(7)) hari kerja.
            """)
        duties.append(
            "Isi yang dimuat menjadi tanggung jawab instansi Saudara dan hanya untuk kepentingan pemerintahan.")
        duties.append(
            """
            Keamanan sistem dijaga dengan pembaruan berkala; bila terjadi penyalahgunaan, nama dapat ditangguhkan \
            sampai keadaan dipulihkan.
            """)
        duties.append(
            "Perubahan tujuan, penghentian layanan, dan berakhirnya kontrak server dilaporkan sebelum terjadi.")
        if let review = review(context) {
            duties.append(
                "Nama ditinjau kembali pada \(IndonesianText.date(review)); tanpa tanggapan nama dapat ditangguhkan.")
        }
        return duties
    }

    /// When the name is due for review: so many months after it was made.
    static func review(_ context: LetterContext) -> CalendarDate? {
        let start = (context.summary.provisioned ?? context.now).date(at: context.offset)
        return start.adding(months: context.settings.reviewMonths)
    }
}

/// Surat persetujuan: the name that is granted, where it leads, from when, and what the agency takes upon itself.
enum ApprovalLetter {
    static func document(_ context: LetterContext) -> LetterDocument {
        context.document("Surat Persetujuan", [context.letterhead, context.opening(subject(context))] + body(context))
    }

    static func subject(_ context: LetterContext) -> String {
        switch context.form.kind {
        case .new, .hosting: "Persetujuan \(context.matter)"
        default: "Persetujuan \(context.deed) \(context.matter)"
        }
    }

    static func body(_ context: LetterContext) -> [LetterDocument.Block] {
        var blocks: [LetterDocument.Block] = [
            .paragraph(
                """
                \(context.reference) \(context.subjectOfRequest) \(strong: "dapat") kami setujui dengan penjelasan \
                sebagai berikut.
                """)
        ]
        if let deferral = deferral(context) { blocks.append(.paragraph(deferral)) }
        let duties = context.form.kind == .delete ? [] : duties(context)
        blocks.append(.fields(Grant(context).fields))
        if let gone = context.record.removedSince {
            let quarantine = gone.quarantineUntil.map { ", dengan masa karantina sampai \(IndonesianText.date($0))" }
            return blocks + [
                .paragraph(
                    """
                    Sesudah itu nama subdomain \(context.name) dihapus dari DNS pada \
                    \(IndonesianText.date(gone.since))\(quarantine ?? ""), sehingga rincian di atas tidak berlaku lagi.
                    """), context.thanks,
                .signatures([context.signature(.agencyHead)]), .copies(context.settings.letters.copies),
            ]
        }
        return blocks + [
            .paragraph("Selanjutnya kami mohon perhatian Saudara atas hal-hal berikut:"),
            .numbered(Grant(context).partings + duties), context.thanks,
            .signatures([context.signature(.agencyHead)]), .copies(context.settings.letters.copies),
        ]
    }

    /// Of a request that was put off first: that it is taken up now.
    private static func deferral(_ context: LetterContext) -> LetterText? {
        guard context.outcome == .approved, let time = context.record.putOff else { return nil }
        let added = context.addedSpace.isEmpty ? "" : " setelah ruang penyimpanan ditambah"
        return """
            Permohonan tersebut kami tunda pada \(IndonesianText.date(time.date(at: context.offset))) dan kini kami \
            lanjutkan\(added).
            """
    }

    static func duties(_ context: LetterContext) -> [LetterText] {
        var duties: [LetterText] = []
        let person = context.form.contact
        let hasName = !context.name.isEmpty
        duties.append(
            """
            Pengelola yang kami catat ialah \(person.map { $0.name } ?? "pejabat yang Saudara tunjuk"); penggantian \
            pengelola atau narahubung dilaporkan secara tertulis paling lambat \(IndonesianText.counted(7)) hari kerja.
            """)
        duties.append(
            "Isi yang dimuat menjadi tanggung jawab instansi Saudara dan hanya untuk kepentingan pemerintahan.")
        duties.append(
            """
            Keamanan sistem dijaga dengan pembaruan berkala; bila terjadi penyalahgunaan, \
            \(hasName ? "nama" : "ruang penyimpanan") dapat ditangguhkan sampai keadaan dipulihkan.
            """)
        duties.append(
            hasName
                ? "Perubahan tujuan, penghentian layanan, dan berakhirnya kontrak server dilaporkan sebelum terjadi."
                : "Perubahan kebutuhan dan penghentian layanan dilaporkan sebelum terjadi.")
        if hasName, let review = review(context) {
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

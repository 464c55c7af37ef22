/// Laporan analisis: needs, facilities, budget, infrastructure and scope of what the name is to serve.
enum AnalysisReport {
    /// The headings, by the words the register has for them.
    static let headings: [(key: String, title: String)] = [
        ("needs", "Kebutuhan"), ("facilities", "Fasilitas"), ("budget", "Anggaran"),
        ("infrastructure", "Kebutuhan infrastruktur"), ("scope", "Ruang lingkup aplikasi"),
    ]

    /// What was written under each heading, the newest words.
    static func texts(_ record: RequestRecord) -> [String: String] {
        record.history.reduce(into: [:]) { $0.merge($1.analysis) { _, new in new } }
    }

    /// One reason for each heading nobody has written anything under.
    static func missing(_ record: RequestRecord) -> [Reason] {
        let texts = texts(record)
        return headings.filter { texts[$0.key]?.isEmpty ?? true }.map { heading in
            Reason(
                "INCOMPLETE", heading.key,
                Text(
                    en: "the analysis says nothing of “\(heading.title)”",
                    id: "analisis belum memuat “\(heading.title)”"))
        }
    }

    static func document(_ context: LetterContext) -> LetterDocument {
        let texts = texts(context.record)
        let form = context.form
        var blocks: [LetterDocument.Block] = [
            context.letterhead, context.heading("Laporan Analisis Permohonan Subdomain"),
            .fields([
                .init("Agenda", "\(context.summary.id)"), .init("Pemohon", "\(form.opd)"),
                .init("Nama subdomain", "\(context.name)"),
                .init("Tujuan", "\(form.target.isEmpty ? "-" : form.target.joined(separator: ", "))"),
            ]),
        ]
        for (index, heading) in headings.enumerated() {
            blocks.append(.section("\(index + 1). \(heading.title)"))
            blocks.append(.paragraph("\(texts[heading.key] ?? "-")"))
        }
        blocks.append(.section("\(headings.count + 1). Kelengkapan berkas"))
        let report = context.record.verification ?? VerificationReport(items: [])
        let items = report.items.filter { [.completeness, .attachments].contains($0.subject) }
        blocks.append(
            .numbered(
                items.isEmpty
                    ? ["Belum diperiksa."]
                    : items.map {
                        VerificationReportSheet.line($0)
                    }))
        blocks.append(.section("\(headings.count + 2). Kesimpulan"))
        blocks.append(.paragraph(VerificationReportSheet.recommendation(report, context)))
        blocks.append(
            .signatures([
                context.signature(.technician, above: ["Yang menganalisis,"]),
                context.signature(context.superior, above: ["Mengetahui,"]),
            ]))
        return context.document("Laporan Analisis", blocks)
    }
}

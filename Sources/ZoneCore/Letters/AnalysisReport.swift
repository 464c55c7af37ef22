/// Laporan analisis: needs, facilities, budget, infrastructure and scope of what the name is to serve.
enum AnalysisReport {
    static func document(_ context: LetterContext) -> LetterDocument {
        let texts = context.record.analysis
        let headings = AnalysisHeading.allCases
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
            blocks.append(.paragraph("\(texts[heading.rawValue] ?? "-")"))
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

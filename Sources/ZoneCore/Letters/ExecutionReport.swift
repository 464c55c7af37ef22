/// Konsep laporan and laporan pelaksanaan: what was done on whose order, how long each step took beside its
/// standard, what came of it, and what is proposed.
enum ExecutionReport {
    static func document(_ context: LetterContext) -> LetterDocument {
        let form = context.form
        var basis: [LetterText] = context.procedure.legalBases.map {
            "\($0.short) tentang \($0.about.lowercasedFirst)."
        }
        basis.append("\(IndonesianText.capitalized(context.basis)).")
        if let disposition = VerificationReportSheet.lastDisposition(context) {
            basis.append("Disposisi \(context.actor(disposition)) tanggal \(context.moment(disposition.time)).")
        }
        let chronology = LetterChronology(context)
        let rows = chronology.rows.enumerated().map { index, row in
            [
                "\(index + 1).", row.step.id, row.step.activity, context.moment(row.done), row.taken,
                row.standard.map { row.isLate ? "\($0) (terlambat)" : $0 } ?? "tanpa baku waktu",
            ]
        }
        var head: [LetterDocument.Field] = []
        if let reader = addressee(context) { head.append(.init("Kepada", "Yth. \(reader)")) }
        let subject = IndonesianText.capitalized(context.subjectOfRequest)
        head += [.init("Hal", "\(subject)"), .init("Pemohon", "\(form.opd)")]
        var blocks: [LetterDocument.Block] = [
            context.letterhead, context.heading("Laporan Pelaksanaan", isNumbered: true),
            .fields(head), .section("A. Dasar"), .numbered(basis), .section("B. Pelaksanaan"),
            .table(.init(["No.", "Langkah", "Kegiatan", "Selesai", "Waktu", "Baku waktu"], rows)),
        ]
        blocks += [.section("C. Hasil"), .paragraph(outcome(context))]
        if context.summary.provisioned != nil {
            blocks.append(.fields(OfficialMinutes.works(context)))
            if !context.accounts.isEmpty {
                blocks.append(
                    .table(
                        .init(
                            ["Akun", "Lembar", "Diserahkan kepada"],
                            context.accounts.map { [$0.user, $0.sheet ?? "-", $0.receiver ?? "-"] })))
            }
        }
        if !form.coordinatedWith.isEmpty {
            blocks.append(.paragraph("Nama dipakai bersama \(IndonesianText.list(form.coordinatedWith))."))
        }
        blocks += [.section("D. Keterangan teknis"), list(findings(context))]
        blocks += [
            .section("E. Hambatan"), list(obstacles(context, chronology)), .section("F. Usul"),
            .paragraph(proposal(context)),
        ]
        let initials = initials(context)
        if !initials.rows.isEmpty { blocks += [.section("Paraf"), .table(initials)] }
        blocks.append(.signatures([context.signature(signer(context), above: [context.placeAndDate])]))
        return context.document(context.isDraft ? "Konsep Laporan" : "Laporan Pelaksanaan", blocks)
    }

    /// The step that decides upon the report, where one comes after it.
    private static func decides(_ context: LetterContext) -> Procedure.Step? {
        let steps = context.procedure.steps
        guard
            let written = steps.firstIndex(where: {
                $0.documents.contains(.draftReport) || $0.documents.contains(.report)
            })
        else { return nil }
        return steps[written...].dropFirst().first { $0.has(.decide) }
    }

    /// Whom the report is to, where that is not who signs it.
    private static func addressee(_ context: LetterContext) -> String? {
        if context.outcome == nil, let role = decides(context)?.roles.first { return context.procedure.title(of: role) }
        return signer(context) == .agencyHead ? nil : context.procedure.title(of: .agencyHead)
    }

    /// Whoever writes it, where it is for a decision or nobody signs after it; else the head.
    private static func signer(_ context: LetterContext) -> Role {
        let steps = context.procedure.steps
        let isForDecision = context.outcome == nil && decides(context) != nil
        guard isForDecision || !steps.contains(where: { $0.has(.sign) }) else { return .agencyHead }
        let step = steps.first { $0.documents.contains(.report) || $0.documents.contains(.draftReport) }
        return step?.roles.first ?? .agencyHead
    }

    private static func outcome(_ context: LetterContext) -> LetterText {
        let because = context.reason.map { " karena \($0.text)" } ?? ""
        switch context.outcome {
        case .approved? where context.summary.provisioned != nil:
            let work = "\(context.deed) \(context.matter)"
            return context.record.works.isEmpty || context.publication != nil || context.isMadeSuspended
                ? "Permohonan \(strong: "disetujui dan telah dikerjakan"): \(work)."
                : """
                Permohonan \(strong: "disetujui dan telah dicatat"): \(work). Hasilnya belum diterbitkan dalam berkas \
                zona.
                """
        case .approved?: return "Permohonan \(strong: "disetujui") dan belum dikerjakan."
        case .rejected?: return "Permohonan \(strong: "ditolak")\(because)."
        case .deferred?: return "Permohonan \(strong: "ditunda")\(because)."
        case .reset?: return "Kata sandi \(strong: "diatur ulang"); nama dan rekaman DNS tidak berubah."
        case .advice?: return "Kepada pemohon \(strong: "diberikan saran teknis"): \(context.decisionNote ?? "-")"
        case nil:
            return VerificationReportSheet.recommendation(context.record.verification ?? .init(items: []), context)
        }
    }

    private static func list(_ texts: [LetterText]) -> LetterDocument.Block {
        texts.isEmpty ? .paragraph("Tidak ada.") : .numbered(texts)
    }

    /// What the verification found, on the day it did: a request that was put off or completed since is not refused.
    /// Then what was noted by those who looked.
    private static func findings(_ context: LetterContext) -> [LetterText] {
        let items = context.record.verification?.items.filter { $0.verdict != .notApplicable } ?? []
        let time = context.record.history.last { $0.details["verification"] != nil }?.time
        let isSettled = context.outcome == .approved && items.contains { $0.verdict == .failed }
        let lines = items.map { item -> LetterText in
            guard isSettled, item.verdict == .failed, let time else { return VerificationReportSheet.line(item) }
            return "\(VerificationReportSheet.line(item)) Demikian pada \(context.moment(time)); kemudian teratasi."
        }
        let notes = VerificationReportSheet.notes(context) { step in
            [.verify, .report, .check].contains(where: step.has) || step.documents.contains(.verificationReport)
        }
        return lines + notes.filter { !isObstacle($0.entry) }.map(\.text)
    }

    /// Why a request was refused is its result, not what stood in the way of the work.
    private static func isObstacle(_ entry: RequestRecord.HistoryEntry) -> Bool {
        entry.decision == false && entry.state != .rejected
    }

    /// That it was put off, why, and what was done about it.
    private static func deferrals(_ context: LetterContext) -> [LetterText] {
        var result: [LetterText] = []
        for entry in context.record.history where entry.state == .deferred && entry.decision == false {
            let told = entry.details["reasons"]?.array?.compactMap { $0["id"]?.string.map(IndonesianText.told) } ?? []
            let code = entry.reason.flatMap(DecisionReason.named)?.text.id
            let why = told.isEmpty ? code : told.joined(separator: "; ")
            let note = entry.note.map { " (\($0))" } ?? ""
            result.append(
                "Permohonan ditunda pada \(context.moment(entry.time))\(why.map { ": \($0)" } ?? "")\(note).")
        }
        guard !result.isEmpty, context.outcome != .deferred else { return result }
        for space in context.addedSpace {
            result.append(
                """
                Ruang penyimpanan ditambah \(IndonesianText.gigabytes(space.gigabytes)) pada \
                \(context.moment(space.time))\(space.note.map { " (\($0))" } ?? ""); permohonan lalu dilanjutkan.
                """)
        }
        return result
    }

    private static func obstacles(_ context: LetterContext, _ chronology: LetterChronology) -> [LetterText] {
        var result: [LetterText] = []
        let late = chronology.rows.filter(\.isLate).map(\.step.id).uniqued
        if !late.isEmpty { result.append("Langkah \(IndonesianText.list(late)) melampaui baku waktu.") }
        if context.summary.attempts > 1 {
            result.append(
                "Permohonan diajukan \(IndonesianText.counted(context.summary.attempts)) kali sebelum lengkap.")
        }
        result += deferrals(context)
        for entry in context.record.history where isObstacle(entry) && entry.state != .deferred {
            if let note = entry.note, let step = entry.step {
                result.append("Dikembalikan pada langkah \(step): \(IndonesianText.sentence(note))")
            }
        }
        return result
    }

    private static func proposal(_ context: LetterContext) -> LetterText {
        switch context.outcome {
        case .approved? where context.name.isEmpty: return "Ruang penyimpanan dicatat dalam data hosting."
        case .approved? where context.form.kind == .delete:
            return "Nama dicatat sebagai nama yang dihapus; server dan ruang penyimpanannya dihentikan."
        case .approved?:
            let review =
                ApprovalLetter.review(context).map { " dan ditinjau kembali pada \(IndonesianText.date($0))" } ?? ""
            let old = context.oldName.map { "; nama lama \($0) dicatat sebagai nama yang dihapus" } ?? ""
            return "Nama dicatat dalam daftar subdomain\(review)\(old)."
        case .deferred?:
            return "Ruang penyimpanan ditambah atau isi yang tidak terpakai dihapus, lalu permohonan dilanjutkan."
        case nil: return "Mohon keputusan atas permohonan tersebut."
        default: return "Surat balasan disampaikan kepada pemohon dan berkas diarsipkan."
        }
    }

    /// Who has initialled the draft, in the order of the procedure.
    private static func initials(_ context: LetterContext) -> LetterDocument.Table {
        let steps = context.procedure.steps.filter { $0.has(.initial) }
        let rows = steps.map { step -> [String] in
            let entry = context.record.history.last { $0.step == step.id && $0.decision != false }
            let role = entry?.role ?? step.roles.first ?? .secretary
            return [
                context.procedure.title(of: role), entry.map { context.moment($0.time) } ?? "",
                entry.map { DispositionSheet.initials($0.person) } ?? "",
            ]
        }
        return .init(["Jabatan", "Tanggal", "Paraf"], rows)
    }
}

/// Jadwal: the work that is planned, by day.
enum ScheduleSheet {
    static func document(_ context: LetterContext) -> LetterDocument {
        var plans = context.scheduled
        if !plans.contains(where: { $0.id == context.summary.id }) { plans.append(context.summary) }
        plans.sort { ($0.schedule ?? "", $0.id) < ($1.schedule ?? "", $1.id) }
        let rows = plans.enumerated().map { index, plan in
            let date = plan.schedule.flatMap { CalendarDate($0) }
            return [
                "\(index + 1).", date.map { IndonesianText.longDate($0) } ?? "belum dijadwalkan",
                "\(plan.id), \(plan.opd)", work(plan),
                plan.assigned ?? context.procedure.title(of: .technician),
            ]
        }
        return context.document(
            "Jadwal",
            [
                context.letterhead, context.heading("Jadwal Pengerjaan Permohonan Subdomain"),
                .table(.init(["No.", "Hari dan tanggal", "Permohonan", "Pekerjaan", "Petugas"], rows)),
                .signatures([context.signature(scheduler(context), above: [context.placeAndDate])]),
            ])
    }

    private static func work(_ plan: RequestSummary) -> String {
        let kind = RequestKind(rawValue: plan.kind)?.text.id ?? plan.kind
        return "\(IndonesianText.capitalized(kind)): \(plan.name?.undotted ?? IndonesianText.gigabytes(plan.gigabytes))"
    }

    private static func scheduler(_ context: LetterContext) -> Role {
        context.procedure.steps.first { $0.has(.schedule) }?.roles.first ?? .divisionHead
    }
}

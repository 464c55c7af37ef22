/// The steps a request has taken, with the time each took beside the time it should take.
struct LetterChronology {
    struct Row {
        var step: Procedure.Step
        var done: Instant
        /// `35 menit`, `2 hari kerja`
        var taken: String
        /// `30 menit`, `1–3 jam`; `nil`: none is set.
        var standard: String?
        var isLate: Bool
    }

    var rows: [Row] = []

    init(_ context: LetterContext) {
        for taken in context.summary.taken {
            guard let step = context.procedure.steps.first(where: { $0.id == taken.step }) else { continue }
            let calendar = context.calendar
            let clock = StepClock(taken, context.procedure, calendar)
            var row = Row(
                step: step, done: taken.done,
                taken: IndonesianText.duration(minutes: clock.minutes(until: taken.done, calendar)),
                standard: nil, isLate: clock.isLate(at: taken.done))
            if let time = step.time {
                row.standard = IndonesianText.duration(min: time.min, max: time.max, unit: time.unit)
                let spent = clock.spent(at: taken.done, calendar)
                if spent.unit == .workingDay, spent.count > 0 { row.taken = IndonesianText.duration(spent) }
            }
            rows.append(row)
        }
    }

    /// When a request whose letter has come in is to be done with, each remaining step at its limit. What the agency
    /// does before the office has the letter is over then; steps without a standard and those that are taken only when
    /// something went back are not counted.
    static func promised(_ context: LetterContext) -> Instant? {
        guard let received = context.summary.received else { return nil }
        var time = received
        var hasStandard = false
        let steps = context.procedure.steps.drop { !$0.has(.receive) && !$0.has(.dispose) }.drop(while: \.isApplicants)
        for step in steps where !step.isLoop {
            guard let standard = step.time else { continue }
            hasStandard = true
            time = context.calendar.deadline(of: WorkingTime(standard.max, standard.unit), from: time)
        }
        return hasStandard ? time : nil
    }
}

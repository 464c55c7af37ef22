/// How long a step took, or takes, beside what the procedure allows.
public struct StepClock: Hashable, Sendable {
    public let step: String
    /// `nil` where the procedure gives none, or no longer has such a step.
    public let standard: Procedure.TimeStandard?
    /// When it became open.
    public let since: Instant
    /// When it was taken; `nil` while it is open.
    public let done: Instant?
    /// Before this it is hardly done; `nil` without a standard.
    public let least: Instant?
    /// After this it is late, unless the time is the applicant's; `nil` without a standard.
    public let due: Instant?
    /// Whether the time is the applicant's, so that the office is late with nothing.
    public let isApplicants: Bool

    /// How it stands with the step.
    public enum Verdict: Hashable, Sendable {
        /// The applicant has it, or had it.
        case applicants
        /// The procedure gives it no time.
        case untimed
        /// By so many minutes of office hours.
        case late(minutes: Int)
        /// Open, with so many minutes of office hours to go.
        case running(minutes: Int)
        case inTime
    }

    /// - Parameter waits: whether the request is with the applicant, whosever the step is.
    public init(
        _ step: String, since: Instant, done: Instant?, waits: Bool = false, procedure: Procedure,
        calendar: OfficeCalendar
    ) {
        self.step = step
        self.since = since
        self.done = done
        let own = procedure.steps.first { $0.id == step }
        isApplicants = waits || own?.isApplicants ?? false
        standard = own?.time
        least = standard.map { calendar.deadline(of: WorkingTime($0.min, $0.unit), from: since) }
        due = standard.map { calendar.deadline(of: WorkingTime($0.max, $0.unit), from: since) }
    }

    /// When the office must be done with it; `nil` where it need not be at any time.
    public var deadline: Instant? { isApplicants ? nil : due }

    /// Whether it was, or is at `now`, taken after the most that is allowed.
    public func isLate(at now: Instant) -> Bool { deadline.map { $0 < done ?? now } ?? false }

    public func verdict(at now: Instant, _ calendar: OfficeCalendar) -> Verdict {
        if isApplicants { return .applicants }
        guard let due else { return .untimed }
        if isLate(at: now) { return .late(minutes: calendar.workingMinutes(from: due, to: done ?? now)) }
        return done == nil ? .running(minutes: calendar.workingMinutes(from: now, to: due)) : .inTime
    }

    /// What it took, or takes until `now`: working days where the standard counts those, else minutes of office hours.
    public func spent(at now: Instant, _ calendar: OfficeCalendar) -> WorkingTime {
        if standard?.unit == .workingDay {
            return WorkingTime(calendar.workingDays(from: since, to: done ?? now), .workingDay)
        }
        return WorkingTime(calendar.workingMinutes(from: since, to: done ?? now), .minute)
    }

    /// Minutes of office hours beyond the deadline; 0 when it is not late.
    public func lateness(at now: Instant, _ calendar: OfficeCalendar) -> Int {
        if case .late(let minutes) = verdict(at: now, calendar) { return minutes }
        return 0
    }
}

extension RequestSummary {
    /// The clocks of the steps taken, in order, and then of those that are open.
    public func clocks(_ procedure: Procedure, _ calendar: OfficeCalendar) -> [StepClock] {
        taken.map { StepClock($0.step, since: $0.since, done: $0.done, procedure: procedure, calendar: calendar) }
            + openClocks(procedure, calendar)
    }

    /// The clocks of the steps that are open.
    public func openClocks(_ procedure: Procedure, _ calendar: OfficeCalendar) -> [StepClock] {
        open.map {
            StepClock(
                $0.step, since: $0.since, done: nil, waits: waitsForApplicant, procedure: procedure, calendar: calendar)
        }
    }

    /// Whether the office waits for the applicant, so that none of its steps can be late.
    private var waitsForApplicant: Bool { state == .returned }
}

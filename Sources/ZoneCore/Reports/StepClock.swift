/// How long a step took, or takes, beside what the procedure allows.
public struct StepClock: Hashable, Sendable {
    public let step: String
    /// `nil` where the procedure gives none, or no longer has such a step.
    public let standard: Procedure.TimeStandard?
    /// When it was taken; `nil` while it is open.
    public let done: Instant?
    /// After this it is late, unless the time is the applicant's; `nil` without a standard.
    public let due: Instant?
    /// Whether the time is the applicant's, so that the office is late with nothing.
    public let isApplicants: Bool
    /// Whether it waits for space, so that the office is late with nothing either.
    public let waitsForSpace: Bool
    private let times: StepTimes

    /// When it became open.
    public var since: Instant { times.since }

    /// How it stands with the step.
    public enum Verdict: Hashable, Sendable {
        /// The applicant has it, or had it.
        case applicants
        /// There is no space for what is asked.
        case waitsForSpace
        /// The procedure gives it no time.
        case untimed
        /// By so many minutes of office hours.
        case late(minutes: Int)
        /// Open, with so many minutes of office hours to go.
        case running(minutes: Int)
        case inTime
    }

    // What an init takes it owns, unless it borrows: there are clocks by the hundred thousand, and both are large.

    /// The clock of a step that was taken.
    public init(
        _ taken: RequestSummary.TakenStep, _ procedure: borrowing Procedure, _ calendar: borrowing OfficeCalendar
    ) {
        self.init(taken.step, taken.times, done: taken.done, waitsIn: nil, procedure, calendar)
    }

    /// The clock of a step that is open.
    /// - Parameter state: of its request, which says what it waits for when it does.
    public init(
        _ open: RequestSummary.OpenStep, of state: RequestState?, _ procedure: borrowing Procedure,
        _ calendar: borrowing OfficeCalendar
    ) {
        self.init(open.step, open.times, done: nil, waitsIn: open.times.isPaused ? state : nil, procedure, calendar)
    }

    private init(
        _ step: String, _ times: StepTimes, done: Instant?, waitsIn state: RequestState?,
        _ procedure: borrowing Procedure, _ calendar: borrowing OfficeCalendar
    ) {
        self.step = step
        self.times = times
        self.done = done
        let own = procedure.steps.first { $0.id == step }
        waitsForSpace = state == .deferred
        isApplicants = state == .returned || own?.isApplicants ?? false
        standard = own?.time
        due = standard.map { calendar.deadline(of: WorkingTime($0.max, $0.unit), for: times) }
    }

    /// When the office must be done with it; `nil` where it need not be at any time.
    public var deadline: Instant? { isApplicants || waitsForSpace ? nil : due }

    /// Before this it is hardly done; `nil` without a standard.
    public func least(_ calendar: OfficeCalendar) -> Instant? {
        standard.map { calendar.deadline(of: WorkingTime($0.min, $0.unit), for: times) }
    }

    /// Whether it was, or is at `now`, taken after the most that is allowed.
    public func isLate(at now: Instant) -> Bool { deadline.map { $0 < done ?? now } ?? false }

    public func verdict(at now: Instant, _ calendar: OfficeCalendar) -> Verdict {
        if waitsForSpace { return .waitsForSpace }
        if isApplicants { return .applicants }
        guard let due else { return .untimed }
        if isLate(at: now) {
            // What is done in the evening is late, if by no time of the office's.
            let seconds = calendar.workingSeconds(of: times, from: due, to: done ?? now)
            return .late(minutes: max(1, StepClock.minutes(seconds)))
        }
        return done == nil
            ? .running(minutes: StepClock.minutes(calendar.workingSeconds(from: now, to: due))) : .inTime
    }

    /// A minute that has begun counts: what took a second longer than is allowed is not said to have taken what is.
    private static func minutes(_ seconds: Int) -> Int { (seconds + 59) / 60 }

    /// What it took, or takes until `now`: working days where the standard counts those, else minutes of office hours.
    public func spent(at now: Instant, _ calendar: OfficeCalendar) -> WorkingTime {
        if standard?.unit == .workingDay {
            return WorkingTime(calendar.workingDays(of: times, to: done ?? now), .workingDay)
        }
        return WorkingTime(minutes(until: now, calendar), .minute)
    }

    /// Minutes of office hours that it took, or takes until `now`.
    func minutes(until now: Instant, _ calendar: OfficeCalendar) -> Int {
        StepClock.minutes(calendar.workingSeconds(of: times, to: done ?? now))
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
        taken.map { StepClock($0, procedure, calendar) } + openClocks(procedure, calendar)
    }

    /// The clocks of the steps that are open.
    public func openClocks(_ procedure: Procedure, _ calendar: OfficeCalendar) -> [StepClock] {
        open.map { StepClock($0, of: state, procedure, calendar) }
    }
}

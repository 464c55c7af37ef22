/// Moments of one step of a request, as the register has them.
public struct StepTimes: Hashable, Sendable {
    /// A stretch in which the step could not go on: the applicant had the papers, or there was no space.
    public struct Pause: Hashable, Sendable {
        public var from: Instant
        /// `nil` while it lasts.
        public var to: Instant?
    }

    /// When the step became open.
    public var since: Instant
    /// In order, none within another; only the last may still last.
    public private(set) var pauses: [Pause] = []

    public init(since: Instant) {
        self.since = since
    }

    /// So that a request that goes to and fro does not make lines without end.
    static let maximumPauses = 64

    /// Whether it cannot go on at present.
    public var isPaused: Bool { pauses.last.map { $0.to == nil } ?? false }

    mutating func pause(at now: Instant) {
        guard !isPaused, pauses.count < StepTimes.maximumPauses else { return }
        pauses.append(Pause(from: now))
    }

    mutating func goOn(at now: Instant) {
        guard isPaused else { return }
        pauses[pauses.count - 1].to = now
    }
}

extension StepTimes {
    /// Seconds since `start`: when it became open, then the beginning and end of each pause.
    func seconds(since start: Int64) -> [Int64] {
        [since.seconds - start] + pauses.flatMap { [$0.from, $0.to].compactMap { $0.map { $0.seconds - start } } }
    }

    /// - Parameter times: as ``seconds(since:)`` gives them; `nil` for none.
    init?(_ times: [Instant]) {
        guard let since = times.first else { return nil }
        self.init(since: since)
        for index in stride(from: 1, to: times.count, by: 2).prefix(StepTimes.maximumPauses) {
            pauses.append(Pause(from: times[index], to: index + 1 < times.count ? times[index + 1] : nil))
        }
    }
}

extension OfficeCalendar {
    /// Seconds of office hours that were spent on a step until `end`; pauses are not counted.
    func workingSeconds(of times: StepTimes, from start: Instant? = nil, to end: Instant) -> Int {
        let start = start ?? times.since
        return times.pauses.reduce(workingSeconds(from: start, to: end)) { sum, pause in
            sum - workingSeconds(from: max(start, pause.from), to: min(end, pause.to ?? end))
        }
    }

    /// Working days that were spent on a step until `end`: those of each stretch between the pauses.
    func workingDays(of times: StepTimes, to end: Instant) -> Int {
        var (start, sum) = (times.since, 0)
        for pause in times.pauses where pause.from < end {
            sum += workingDays(from: start, to: pause.from)
            guard let to = pause.to else { return sum }
            start = to
        }
        return sum + workingDays(from: start, to: end)
    }

    /// When a step is due that may take `time`; pauses put it off.
    func deadline(of time: WorkingTime, for times: StepTimes) -> Instant {
        let seconds = time.minutes.map { min($0, OfficeCalendar.mostDays * 1440) * 60 }
        var (start, rest) = (times.since, seconds ?? time.count)
        for pause in times.pauses {
            guard let to = pause.to else { break }
            let spent =
                seconds == nil ? workingDays(from: start, to: pause.from) : workingSeconds(from: start, to: pause.from)
            // It was due before.
            guard spent < rest else { break }
            rest -= spent
            start = to
        }
        return seconds == nil
            ? deadline(of: WorkingTime(rest, .workingDay), from: start) : deadline(seconds: rest, from: start)
    }
}

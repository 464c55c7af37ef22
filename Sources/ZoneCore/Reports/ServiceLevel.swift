/// What the steps of many requests took: median, worst, and how many were in time.
public struct ServiceLevel: Sendable {
    /// One step of the procedure.
    public struct Row: Sendable {
        public let step: Procedure.Step
        /// How often it was taken.
        public let count: Int
        /// In minutes of office hours, or working days where the standard counts those; `nil` when never taken.
        public let median: Int?
        public let worst: Int?
        public let inTime: Int

        public var unit: WorkingTime.Unit { step.time?.unit == .workingDay ? .workingDay : .minute }
        /// Per hundred, rounded down, so that 100 means all; `nil` when there is nothing of the office's to measure.
        public var share: Int? { count == 0 || step.time == nil || step.isApplicants ? nil : inTime * 100 / count }
    }

    /// A step that is open and beyond its time.
    public struct Late: Sendable {
        public let request: RequestSummary
        public let clock: StepClock
    }

    /// Of the year.
    public private(set) var requests = 0
    /// Of the year, neither archived nor cancelled.
    public private(set) var open = 0
    public private(set) var late: [Late] = []

    private let procedure: Procedure
    private let calendar: OfficeCalendar
    private let year: Int
    private let now: Instant
    /// By the step's place in the procedure: what each took, and how many were in time.
    private var spent: [[Int32]]
    private var inTime: [Int]
    private let places: [String: Int]

    /// - Parameter year: that of the agenda numbers that count.
    public init(_ procedure: Procedure, _ calendar: OfficeCalendar, year: Int, now: Instant) {
        self.procedure = procedure
        self.calendar = calendar
        self.year = year
        self.now = now
        spent = Array(repeating: [], count: procedure.steps.count)
        inTime = Array(repeating: 0, count: procedure.steps.count)
        places = Dictionary(procedure.steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Counts a request of the year; what is open of another year may be late all the same.
    public mutating func add(_ request: RequestSummary) {
        guard request.procedure != nil else { return }
        let isOpen = request.state?.isFinal == false
        if isOpen {
            for clock in request.openClocks(procedure, calendar) where clock.isLate(at: now) {
                late.append(Late(request: request, clock: clock))
            }
        }
        guard request.id.year == year else { return }
        requests += 1
        if isOpen { open += 1 }
        for taken in request.taken {
            guard let place = places[taken.step] else { continue }
            let clock = StepClock(taken, procedure, calendar)
            spent[place].append(Int32(clamping: clock.spent(at: now, calendar).count))
            if !clock.isLate(at: now) { inTime[place] += 1 }
        }
    }

    public var rows: [Row] {
        procedure.steps.enumerated().map { index, step in
            let sorted = spent[index].sorted()
            // The lower of the two in the middle: a time that somebody really took.
            let median = sorted.isEmpty ? nil : Int(sorted[(sorted.count - 1) / 2])
            return Row(
                step: step, count: sorted.count, median: median, worst: sorted.last.map(Int.init),
                inTime: inTime[index])
        }
    }
}

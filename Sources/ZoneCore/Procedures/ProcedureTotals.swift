extension Procedure {
    /// What the steps of a procedure take together, each once and within its standard.
    public struct Totals: Hashable, Sendable {
        /// Inside office hours; hours count as sixty.
        public var minutes = 0...0
        /// Working days.
        public var days = 0...0
        /// Steps without a standard.
        public var untimed: [String] = []

        public init(_ steps: [Step]) {
            for step in steps {
                guard let time = step.time else {
                    untimed.append(step.id)
                    continue
                }
                switch time.unit {
                case .minute: minutes = Totals.sum(minutes, time, 1)
                case .hour: minutes = Totals.sum(minutes, time, 60)
                case .workingDay: days = Totals.sum(days, time, 1)
                }
            }
        }

        private static func sum(_ range: ClosedRange<Int>, _ time: TimeStandard, _ factor: Int) -> ClosedRange<Int> {
            // The reader's bounds keep this far from overflow: a file of 1 MiB holds some ten thousand steps.
            let low = range.lowerBound + time.min * factor
            return low...max(low, range.upperBound + time.max * factor)
        }

        /// As the documents write it, `2 hari 600 menit`; minutes alone also in hours,
        /// `255 menit (4 jam 15 menit)`.
        public var text: Text {
            func parts(_ day: String, _ minute: String, _ hour: String) -> String {
                var parts: [String] = []
                if days.upperBound > 0 { parts.append("\(Totals.shown(days)) \(day)") }
                if minutes.upperBound > 0 || parts.isEmpty { parts.append("\(Totals.shown(minutes)) \(minute)") }
                let most = minutes.upperBound
                if parts.count == 1, days.upperBound == 0, minutes.lowerBound == most, most > 60 {
                    let rest = most % 60 == 0 ? "" : " \(most % 60) \(minute)"
                    parts.append("(\(most / 60) \(hour)\(rest))")
                }
                return parts.joined(separator: " ")
            }
            return Text(
                en: parts(days.upperBound == 1 ? "day" : "days", "min", "h"), id: parts("hari", "menit", "jam"))
        }

        private static func shown(_ range: ClosedRange<Int>) -> String {
            range.lowerBound == range.upperBound ? "\(range.upperBound)" : "\(range.lowerBound)–\(range.upperBound)"
        }
    }

    /// The sum of the document's rows.
    /// - Parameters:
    ///   - withLoops: with the rows that only what was sent back passes, once each.
    ///   - officeOnly: without the rows that are the applicant's time.
    public func totals(withLoops: Bool = true, officeOnly: Bool = false) -> Totals {
        Totals(counted(withLoops, officeOnly))
    }

    /// The sums for requests that end early: for each decision that refuses or puts off, the steps on that way.
    public func totalsWhenRefused(officeOnly: Bool = false) -> [(step: Step, totals: Totals)] {
        steps.compactMap { step in
            guard let decision = step.decision, decision.kind == .approval || decision.kind == .capacity,
                decision.no != .applicant
            else { return nil }
            let way = self.way(refusedAt: step.id)
            return (step, Totals(counted(false, officeOnly).filter { way.contains($0.id) }))
        }
    }

    private func counted(_ withLoops: Bool, _ officeOnly: Bool) -> [Step] {
        steps.filter { (withLoops || !$0.isLoop) && !(officeOnly && $0.isApplicants) }
    }

    /// The steps passed when the answer is yes everywhere but at `refusing`.
    private func way(refusedAt refusing: String) -> Set<String> {
        guard let first else { return [] }
        var passed: Set<String> = [first.id]
        var open = [first.id]
        while let id = open.popLast() {
            guard let step = steps.first(where: { $0.id == id }) else { continue }
            let to = step.decision.map { id == refusing ? $0.no : $0.yes } ?? step.next
            for next in to.steps where passed.insert(next).inserted { open.append(next) }
        }
        return passed
    }
}

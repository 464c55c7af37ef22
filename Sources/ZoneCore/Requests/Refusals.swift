/// Reasons from several stages of a judgement, told together, so that a request is sent back once and not
/// once a mistake.
struct Refusals {
    private(set) var reasons: [Reason] = []

    /// Adds what has not been said yet.
    mutating func add(_ more: [Reason]) {
        for reason in more where !reasons.contains(reason) { reasons.append(reason) }
    }

    /// What to end with when a later stage cannot go on: a refusal comes before a usage error.
    func failure(before later: Failure) -> Failure {
        if case .usage = later, !reasons.isEmpty { return .refused(reasons) }
        return later
    }

    func finish() throws(Failure) {
        guard reasons.isEmpty else { throw .refused(reasons) }
    }
}

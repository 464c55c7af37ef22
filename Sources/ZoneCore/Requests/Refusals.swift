extension Failure {
    /// A number that no request has, asked about or given for the name it stands for: exit 1.
    public static func noRequest(_ id: RequestID) -> Failure {
        .refused([
            Reason(
                "REQUEST_NOT_FOUND", id.description,
                Text(en: "there is no such request", id: "permohonan itu tidak ada"))
        ])
    }

    /// A request that is to go on and was not taken in yet, which is a matter of order: exit 3.
    public static func notTakenIn(_ id: RequestID) -> Failure {
        .state([
            Reason(
                "REQUEST_NOT_FOUND", id.description,
                Text(
                    en: "there is no such request; zonectl request new takes one in",
                    id: "permohonan itu tidak ada; catat dahulu dengan zonectl request new"))
        ])
    }
}

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

import RFC1035

/// How a request goes from step to step.
extension RequestDesk {
    /// Notes a step as taken and opens what follows.
    func take(_ step: Procedure.Step, _ summary: inout RequestSummary, to destination: Procedure.Destination) {
        summary.goOn(at: now)
        let times = summary.open.first { $0.step == step.id }?.times ?? StepTimes(since: now)
        summary.taken.append(.init(step: step.id, times: times, done: now))
        if summary.taken.count > RequestSummary.maximumTaken { summary.taken.removeFirst() }
        summary.open.removeAll { $0.step == step.id }
        let several = destination.steps.count > 1
        for id in destination.steps {
            guard let next = procedure.step(id), !summary.isOpen(id) else { continue }
            // A message that went out is not sent again because a draft was sent back.
            if several, next.has(.notify), summary.done(id) != nil { continue }
            open(next, &summary)
        }
        // What waited for this step beside others.
        for waiting in procedure.steps
        where waiting.after.contains(step.id) && !summary.isOpen(waiting.id) && summary.done(waiting.id) == nil {
            open(waiting, &summary)
        }
    }

    private func open(_ step: Procedure.Step, _ summary: inout RequestSummary) {
        guard step.after.allSatisfy({ summary.done($0) != nil && !summary.isOpen($0) }) else { return }
        summary.open.append(.init(step: step.id, since: now))
    }

    /// Whose turn it is, for the disposition sheet.
    func roles(of summary: RequestSummary) -> JSONValue {
        var roles: [String] = []
        for open in summary.open {
            guard let step = procedure.step(open.step), let role = step.roles.first?.rawValue,
                !roles.contains(role)
            else { continue }
            roles.append(role)
        }
        return .array(roles.map { .string($0) })
    }

    /// The state that a step leads to when it is taken; `nil` when it stays as it is.
    static func state(after step: Procedure.Step) -> RequestState? {
        var state: RequestState?
        for effect in step.effects {
            switch effect {
            case .submit, .resubmit: state = .submitted
            case .receive: state = .registered
            case .dispose: state = .disposed
            case .schedule: state = .scheduled
            case .verify: state = .verified
            case .check: state = .published
            case .draft: state = .replyDrafted
            case .initial: state = .initialled
            case .sign: state = .signed
            case .deliver: state = .delivered
            case .archive: state = .archived
            case .provision: state = .provisioned
            case .form, .report, .analyse, .decide, .notify, .account, .recordAccounts, .printAccounts, .handOver,
                .recordName:
                break
            }
        }
        return state
    }

    /// Where a request stands by what was decided on it, when a draft goes back.
    static func state(of summary: RequestSummary) -> RequestState {
        switch summary.outcome {
        case .rejected, .advice: .rejected
        case .deferred: .deferred
        case .reset: .reset
        case .approved, nil: summary.provisioned != nil ? .provisioned : .approved
        }
    }

    // MARK: Order

    /// The step that is to be taken, when it is its turn and the actor's.
    func due(_ text: String, _ record: RequestRecord) throws(Failure) -> Procedure.Step {
        guard let step = procedure.step(text) else {
            try refuseLost(record.summary)
            let steps = procedure.steps.map(\.id)
            let hint = FaultCollector.hint(text.uppercased(), steps)
            throw .usage(
                Text(
                    en: "\(Shown.text(text)) is not a step of \(procedure.id); \(hint.en)",
                    id: "\(Shown.text(text)) bukan langkah \(procedure.id); \(hint.id)"))
        }
        let summary = record.summary
        if summary.state?.isFinal == true { throw RequestDesk.closed(summary) }
        guard summary.isOpen(step.id) else {
            // The letter that the applicant brings and the step that reads it are one visit: what is missing in the
            // letter says more than the order does.
            if let before = summary.open.first.flatMap({ procedure.step($0.step) }), before.isApplicants,
                before.has(.receive), before.next.steps == [step.id]
            {
                let gaps = Completeness(procedure: procedure, form: record.form).gaps(at: step.id)
                if !gaps.isEmpty { throw .refused(gaps) }
            }
            try refuseLost(summary)
            throw .state([notDue(step, summary)])
        }
        try checkRole(step)
        return step
    }

    /// Refuses what would have to begin at a step that is gone.
    func refuseLost(_ summary: RequestSummary) throws(Failure) {
        if let lost = procedure.lost(summary) { throw .state([lost]) }
    }

    private func notDue(_ step: Procedure.Step, _ summary: RequestSummary) -> Reason {
        let steps = summary.open.map(\.step)
        let open = steps.joined(separator: ", ")
        guard !open.isEmpty else {
            return Reason(
                "STEP_ORDER", step.id,
                Text(
                    en: "no step of request \(summary.id) is open; it is \((summary.state ?? .archived).text.en)",
                    id: "tidak ada langkah permohonan \(summary.id) yang terbuka; statusnya "
                        + "\((summary.state ?? .archived).text.id)"))
        }
        if summary.done(step.id) != nil, step.after.isEmpty {
            return Reason(
                "STEP_ORDER", step.id,
                Text(
                    en: "was taken already; open now: \(open)",
                    id: "sudah dikerjakan; yang terbuka sekarang: \(open)"))
        }
        // Of several that are open, those that it waits for.
        let before = steps.filter { procedure.leads(from: $0, to: step.id) }
        let first = (before.isEmpty ? steps : before).joined(separator: ", ")
        return Reason(
            "STEP_ORDER", step.id,
            Text(
                en: "cannot be taken yet; first: \(first)",
                id: "belum dapat dilakukan; selesaikan dahulu \(first)"))
    }

    /// Looks for the documents that have to be written, and signed, before a step is done, and warns of those that
    /// only should be.
    func checkDocuments(_ step: Procedure.Step, _ record: RequestRecord) throws(Failure) -> [Reason] {
        guard !step.needs.isEmpty || !step.expects.isEmpty else { return [] }
        let rules = LetterRules(record: record, settings: decision.settings, calendar: calendar, now: now)
        func missing(_ kinds: [LetterKind]) -> [Reason] {
            kinds.compactMap { rules.missing($0, at: step) }.map { kind in
                Reason(
                    "DOCUMENT_MISSING", step.id,
                    Text(
                        en: "\(kind.text.en) is not written yet: zonectl letter \(kind.rawValue) \(record.id)",
                        id: "\(kind.text.id) belum dibuat: zonectl letter \(kind.rawValue) \(record.id)"))
            }
        }
        let needed = missing(step.needs)
        guard needed.isEmpty else { throw .state(needed) }
        return missing(step.expects)
    }

    /// An analysis speaks of all its headings, with this order and earlier ones. It may come with a later step than the
    /// one it belongs to; until then there is no report of it.
    func checkAnalysis(_ turn: Turn) throws(Failure) -> [Reason] {
        guard turn.step.has(.analyse) || turn.order.analysis != nil else { return [] }
        let missing = AnalysisHeading.missing(in: turn.record.analysis.merging(turn.order.analysis ?? [:]) { $1 })
        guard !missing.isEmpty else { return [] }
        guard turn.order.analysis == nil else { throw .refused(missing) }
        let headings = missing.map(\.subject).joined(separator: ", ")
        return [
            Reason(
                "ANALYSIS_MISSING", turn.step.id,
                Text(
                    en: "nothing is said of \(headings); give --analysis FILE with a later step, or there is no report",
                    id: "belum memuat \(headings); beri --analysis BERKAS pada langkah berikutnya, bila tidak "
                        + "laporannya tidak dapat dibuat"))
        ]
    }

    // MARK: Names that are kept for a request

    /// Keeps an approved name for its request, so that nobody else gets it meanwhile. `nil` when it asks for no new one.
    func kept(_ form: RequestForm, _ summary: RequestSummary) throws(Failure) -> ManagedName? {
        let text: String?
        switch form.kind {
        case .new, .email, .redirect, .delegation: text = form.name
        case .rename: text = form.newName
        case .change, .delete, .passwordReset, .hosting: text = nil
        }
        guard let text,
            let name = LabelRules.judge(
                text, zone: decision.zone, settings: decision.settings, overridesReserved: form.overrideReason != nil
            ).name
        else { return nil }
        // Mail for a name that the agency has already.
        if try decision.use(of: name, for: summary.id) != nil { return nil }
        return ManagedName(
            name: name, status: .requested, request: summary.id, opd: form.opd, letter: summary.letter,
            letterDate: summary.letterDate, since: decision.today.description, target: Target(.address([])), records: [])
    }

    /// Gives such a name free again.
    func released(_ summary: RequestSummary) throws -> ManagedName? {
        for name in [summary.name, summary.newName].compactMap({ $0 }) {
            guard var held = try register.managedName(name), held.status == .requested, held.request == summary.id else {
                continue
            }
            held.status = .retired
            held.since = decision.today.description
            return held
        }
        return nil
    }
}

extension RequestSummary {
    /// Whether somebody has decided on it, for good; a deferral waits for another decision.
    var isDecided: Bool { outcome != nil && outcome != .deferred }

    /// For a rename: what the name becomes.
    var newName: Name? {
        get { details["newName"]?.string.flatMap { try? Name($0) } }
        set { details["newName"] = newValue.map { .string($0.description) } }
    }
}

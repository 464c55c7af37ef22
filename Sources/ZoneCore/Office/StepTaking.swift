import RFC1035

/// Taking a step: what the program does in it, what is decided, and what follows.
extension RequestDesk {
    /// Takes a step of a request.
    ///
    /// Refusals by the rules are of two kinds. What the applicant can mend, and a lack of space, is recorded: the
    /// request stands as returned or deferred then, with the step still open, and the outcome carries the reasons. What
    /// speaks against the decision itself is thrown, and nothing is recorded.
    public func take(
        _ id: String, of record: RequestRecord, _ order: StepOrder, target: TargetOptions? = nil
    ) throws -> Outcome {
        var outcome = try judge(id, record, order, target)
        outcome.wantsReset = wantsReset(outcome.summary, record)
        return outcome
    }

    private func judge(
        _ id: String, _ record: RequestRecord, _ order: StepOrder, _ target: TargetOptions?
    ) throws -> Outcome {
        if let repeated = repeatedProvision(id, record) { return repeated }
        let step = try due(id, record)
        let reason = try order.checkedReason()
        guard step.decision != nil || (order.decision == nil && reason == nil) else {
            throw Failure.usage(
                Text(
                    en: "\(step.id) decides nothing; leave out --decision and --reason",
                    id: "\(step.id) bukan langkah keputusan; hilangkan --decision dan --reason"))
        }
        guard reason == nil || order.decision == false else {
            throw Failure.usage(
                Text(
                    en: "--reason says why not; it belongs to --decision no",
                    id: "--reason menyatakan alasan penolakan; pakailah bersama --decision no"))
        }
        guard !step.has(.resubmit) else {
            throw Failure.state([
                Reason(
                    "STEP_ORDER", step.id,
                    Text(
                        en: "is taken with the corrected form: zonectl request resubmit \(record.id) --file FORM",
                        id: "dikerjakan dengan formulir yang diperbaiki: zonectl request resubmit \(record.id) "
                            + "--file FORMULIR"))
            ])
        }
        try refuseStray(step, record, order, target)
        var turn = Turn(step: step, record: record, order: order)
        if order.decision == false { return try refuse(turn, reason) }
        try wantDecision(turn)
        if step.has(.verify) || step.decidesRequest || record.summary.state == .returned {
            turn.findings = try examine(record.form, record.summary, at: step.id)
        }
        if step.has(.provision), let lost = record.lost { throw Failure.refused([lost]) }
        if let held = try holdUp(turn) { return held }
        let warnings = try checkAnalysis(turn) + checkDocuments(step, record) + checkAccounts(step, record)
        var outcome = try goThrough(turn, target)
        outcome.warnings += warnings
        return outcome
    }

    /// What is given with a step that has no use for it is a mistake in the line, not to be passed over.
    private func refuseStray(
        _ step: Procedure.Step, _ record: RequestRecord, _ order: StepOrder, _ target: TargetOptions?
    ) throws(Failure) {
        if target != nil, !step.has(.provision) {
            throw .usage(
                Text(
                    en: "\(step.id) makes no records; leave out the target",
                    id: "\(step.id) tidak membuat rekaman; hilangkan tujuannya"))
        }
        let isAfter = record.summary.taken.contains { procedure.step($0.step)?.has(.analyse) ?? false }
        if order.analysis != nil, !step.has(.analyse), !isAfter {
            throw .usage(
                Text(
                    en: "\(step.id) is no analysis; leave out --analysis",
                    id: "\(step.id) bukan langkah analisis; hilangkan --analysis"))
        }
    }

    /// A step, and what it is taken with.
    struct Turn {
        let step: Procedure.Step
        let record: RequestRecord
        let order: StepOrder
        /// What the rules say to the request, where the step asks them.
        var findings: Examination.Findings?

        /// Members of its event.
        var details: [String: JSONValue] {
            order.details.merging(["step": .string(step.id)]) { $1 }
        }
    }

    // MARK: What stands in the way

    /// What the rules cannot answer has to be said.
    private func wantDecision(_ turn: Turn) throws(Failure) {
        switch turn.step.decision?.kind {
        case .completeness, .capacity, nil: return
        case .approval, .draft, .faults:
            guard turn.order.decision == nil else { return }
            throw .usage(
                Text(
                    en: "\(turn.step.id) decides: give --decision yes or --decision no",
                    id: "\(turn.step.id) langkah keputusan: beri --decision yes atau --decision no"))
        }
    }

    /// Looks at what the step wants of the form and, where it verifies or decides, at everything. `nil` when nothing
    /// is in the way.
    private func holdUp(_ turn: Turn) throws -> Outcome? {
        let step = turn.step
        guard let findings = turn.findings else {
            let gaps = Completeness(procedure: procedure, form: turn.record.form).gaps(at: step.id)
            return gaps.isEmpty ? nil : try sendBack(turn, gaps, report: nil)
        }
        let returned = findings.reasons(.returned)
        if !returned.isEmpty {
            return try sendBack(turn, findings.report.reasons, report: step.has(.verify) ? findings.report : nil)
        }
        guard step.decidesRequest else { return nil }
        let refused = findings.reasons(.rejected)
        if !refused.isEmpty { throw Failure.refused(findings.report.reasons) }
        let full = findings.reasons(.deferred)
        return full.isEmpty ? nil : try putOff(turn, full, report: step.has(.verify) ? findings.report : nil)
    }

    /// Back to the applicant; the step stays open.
    private func sendBack(
        _ turn: Turn, _ reasons: [Reason], report: VerificationReport?
    ) throws -> Outcome {
        guard turn.record.summary.state != .returned || report != nil else { throw Failure.refused(reasons) }
        return try pause(turn, .returned, reasons, report)
    }

    /// Until there is space; the step stays open.
    private func putOff(_ turn: Turn, _ reasons: [Reason], report: VerificationReport?) throws -> Outcome {
        try pause(turn, .deferred, reasons, report)
    }

    private func pause(
        _ turn: Turn, _ state: RequestState, _ reasons: [Reason], _ report: VerificationReport?
    ) throws -> Outcome {
        var summary = turn.record.summary
        summary.state = state
        summary.pause(at: now)
        summary.reason = reasons.first?.code
        // A gap that shows later takes nothing back: what was decided stays, with the name and the space kept for it.
        let isUndecided = turn.step.decidesRequest || !summary.isDecided
        if isUndecided {
            summary.outcome = state == .deferred ? .deferred : nil
            summary.space = 0
        }
        var details = turn.details
        details["decision"] = .bool(false)
        details["reason"] = summary.reason.map { .string($0) }
        details["reasons"] = RequestDesk.list(reasons)
        details["verification"] = report?.json
        details["to"] = .array([])
        var draft = EventDraft(.stepped, details: details)
        if isUndecided { draft.name = try released(summary) }
        var outcome = Outcome(draft, summary)
        outcome.reasons = reasons
        return outcome
    }

    /// Reasons as they are kept in an event: for the letter that sends a request back.
    static func list(_ reasons: [Reason]) -> JSONValue {
        .array(
            reasons.prefix(50).map {
                .object([
                    "code": .string($0.code), "subject": .string($0.subject), "en": .string($0.text.en),
                    "id": .string($0.text.id),
                ])
            })
    }

    // MARK: Yes, or nothing to decide

    private func goThrough(_ turn: Turn, _ target: TargetOptions?) throws -> Outcome {
        let (step, record) = (turn.step, turn.record)
        var summary = record.summary
        var details = turn.details
        var warnings: [Reason] = []
        var name: ManagedName?
        var proposals: [Decision.Proposal] = []
        // Why a request was refused is still said when its letter is signed.
        if ![.rejected, .reset, .advice].contains(summary.outcome) { summary.reason = nil }
        if let state = RequestDesk.state(after: step) { summary.state = state }
        if step.has(.receive), summary.received == nil { summary.received = now }
        if let assign = turn.order.assign { summary.assigned = assign }
        if step.has(.schedule) || turn.order.schedule != nil {
            let planned = try plan(turn, &warnings)
            summary.schedule = planned
            details["schedule"] = .string(planned)
        }
        if step.has(.verify), let findings = turn.findings {
            details["verification"] = findings.report.json
            warnings += findings.report.warnings + findings.report.reasons
        } else if step.decidesRequest, let findings = turn.findings {
            // Whoever decides has not seen what the verifier was told.
            warnings += findings.report.warnings
        }
        var destination = step.next
        if let decision = step.decision {
            details["decision"] = .bool(true)
            destination = decision.yes
            if step.decidesRequest, let findings = turn.findings {
                if findings.isReset {
                    (summary.state, summary.outcome, summary.reason) = (.reset, .reset, "RESET")
                    details["reason"] = .string("RESET")
                    destination = decision.reset ?? decision.yes
                } else {
                    summary.outcome = .approved
                    if decision.kind != .completeness { summary.state = .approved }
                    summary.space = summary.gigabytes
                    name = try kept(record.form, summary)
                    if record.form.kind == .rename { summary.newName = name?.name }
                }
            }
        }
        if step.has(.provision), record.summary.provisioned == nil, isGranted(summary) {
            let provision = try provision(record, target)
            proposals = provision.proposals
            summary.provisioned = now
            summary.space = provision.space
            summary.outcome = .approved
            if let made = provision.proposals.last?.name { summary.name = made.name }
        }
        // Every state that a step has is right for a request that was refused, but this one.
        if step.has(.provision), !isGranted(summary) {
            guard summary.outcome != nil else { throw notApproved(summary) }
            summary.state = RequestDesk.state(of: summary)
        }
        if step.has(.archive) { summary.state = .archived }
        take(step, &summary, to: destination)
        details["to"] = roles(of: summary)
        var outcome = Outcome(EventDraft(.stepped, name: name, details: details), summary)
        if !proposals.isEmpty { outcome.drafts = events(of: proposals, summary, details) }
        outcome.proposals = proposals
        outcome.warnings = warnings + proposals.flatMap(\.warnings)
        return outcome
    }

    /// Whether records are made for it: it was approved, or the procedure asks nobody.
    func isGranted(_ summary: RequestSummary) -> Bool {
        summary.outcome == .approved || (summary.outcome == nil && !procedure.decides)
    }

    /// The day that the work is planned for: as given, else the next one that is worked.
    private func plan(_ turn: Turn, _ warnings: inout [Reason]) throws -> String {
        let day = turn.order.schedule ?? calendar.workingDay(atOrAfter: decision.today)
        let shown = day.description
        if day < decision.today {
            warnings.append(
                Reason(
                    "PAST_DATE", shown, Text(en: "is before today", id: "sebelum hari ini")))
        } else if !calendar.isWorkingDay(day) {
            let next = calendar.workingDay(atOrAfter: day)
            warnings.append(
                Reason(
                    "NOT_WORKING_DAY", shown,
                    Text(
                        en: "the office does not work then; the next working day is \(next)",
                        id: "bukan hari kerja; hari kerja berikutnya \(next)")))
        }
        guard let most = procedure.limits.scheduledPerDay else { return shown }
        var count = 0
        try register.forEachRequest { request, _ in
            guard request.schedule == shown, request.id != turn.record.id, request.state?.isFinal != true,
                !request.isRefused
            else { return }
            count += 1
        }
        if count >= most {
            warnings.append(
                Reason(
                    "FULL_DAY", shown,
                    Text(
                        en: "\(count) planned already, of \(most) a day",
                        id: "sudah ada \(count) pekerjaan terjadwal; kapasitas \(most) sehari")))
        }
        return shown
    }
}

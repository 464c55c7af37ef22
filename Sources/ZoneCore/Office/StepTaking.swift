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
        if let repeated = repeatedProvision(id, record) { return repeated }
        let step = try due(id, record)
        var order = order
        order.analysis = try order.checkedAnalysis()
        let reason = try order.checkedReason()
        guard step.decision != nil || (order.decision == nil && reason == nil) else {
            throw Failure.usage(
                Text(
                    en: "\(step.id) decides nothing; leave out --decision and --reason",
                    id: "\(step.id) bukan langkah keputusan; hilangkan --decision dan --reason"))
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
        try refuseStray(step, order, target)
        let turn = Turn(step: step, record: record, order: order)
        if order.decision == false { return try refuse(turn, reason) }
        if let held = try holdUp(turn) { return held }
        try checkDocuments(step, record)
        return try goThrough(turn, target)
    }

    /// What is given with a step that has no use for it is a mistake in the line, not to be passed over.
    private func refuseStray(
        _ step: Procedure.Step, _ order: StepOrder, _ target: TargetOptions?
    ) throws(Failure) {
        if target != nil, !step.has(.provision) {
            throw .usage(
                Text(
                    en: "\(step.id) makes no records; leave out the target",
                    id: "\(step.id) tidak membuat rekaman; hilangkan tujuannya"))
        }
        if order.analysis != nil, !step.has(.analyse) {
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

        /// Members of its event.
        var details: [String: JSONValue] {
            order.details.merging(["step": .string(step.id)]) { $1 }
        }
    }

    // MARK: What stands in the way

    /// Looks at what the step wants of the form and, where it verifies or decides, at everything. `nil` when nothing
    /// is in the way.
    private func holdUp(_ turn: Turn) throws -> Outcome? {
        let (step, record) = (turn.step, turn.record)
        let kind = step.decision?.kind
        if kind == .approval || kind == .draft || kind == .faults, turn.order.decision == nil {
            throw Failure.usage(
                Text(
                    en: "\(step.id) decides: give --decision yes or --decision no",
                    id: "\(step.id) langkah keputusan: beri --decision yes atau --decision no"))
        }
        let looksAtAll = step.has(.verify) || kind == .approval || kind == .capacity || kind == .completeness
        guard looksAtAll || record.summary.state == .returned else {
            let gaps = Completeness(procedure: procedure, form: record.form).gaps(at: step.id)
            return gaps.isEmpty ? nil : try sendBack(turn, gaps, report: nil)
        }
        let findings = try examine(record.form, record.summary, at: step.id)
        let returned = findings.reasons(.returned)
        if !returned.isEmpty {
            return try sendBack(turn, findings.report.reasons, report: step.has(.verify) ? findings.report : nil)
        }
        guard kind == .approval || kind == .capacity || kind == .completeness else { return nil }
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
        summary.outcome = state == .deferred ? .deferred : nil
        summary.reason = reasons.first?.code
        summary.space = 0
        var details = turn.details
        details["decision"] = .bool(false)
        details["reason"] = summary.reason.map { .string($0) }
        details["reasons"] = RequestDesk.list(reasons)
        details["verification"] = report?.json
        details["to"] = .array([])
        var draft = EventDraft(.stepped, details: details)
        draft.name = try released(summary)
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

    // MARK: No

    private func refuse(_ turn: Turn, _ given: DecisionReason?) throws -> Outcome {
        guard let decision = turn.step.decision else { throw RequestDesk.closed(turn.record.summary) }
        switch decision.kind {
        case .draft, .faults: return try sendDraftBack(turn, decision, given)
        case .approval, .completeness, .capacity: break
        }
        let findings = try examine(turn.record.form, turn.record.summary, at: turn.step.id)
        let reason = try given ?? whyNot(turn, decision, findings)
        var summary = turn.record.summary
        summary.reason = reason.code
        summary.space = 0
        var details = turn.details
        details["decision"] = .bool(false)
        details["reason"] = .string(reason.code)
        let telling = findings.report.reasons.filter { $0.code == reason.code || reason.effect == .returned }
        if !telling.isEmpty { details["reasons"] = RequestDesk.list(telling) }
        if turn.step.has(.verify) { details["verification"] = findings.report.json }
        var destination = decision.no
        if decision.kind == .completeness, reason.effect == .rejected, decision.no == .applicant {
            // There is nothing to complete, and no other step for it: the answer goes out the way an approval does.
            (summary.state, summary.outcome) = (.rejected, .rejected)
            destination = decision.yes
        } else if decision.kind == .completeness {
            summary.state = .returned
        } else {
            switch reason.effect {
            case .returned:
                summary.state = .returned
                destination = .applicant
            case .deferred:
                (summary.state, summary.outcome) = (.deferred, .deferred)
                destination = .applicant
            case .reset:
                guard findings.isReset else { throw Failure.refused([RequestDesk.notReset(summary)]) }
                (summary.state, summary.outcome) = (.reset, .reset)
                destination = decision.reset ?? decision.no
            case .advice: (summary.state, summary.outcome) = (.rejected, .advice)
            case .rejected: (summary.state, summary.outcome) = (.rejected, .rejected)
            }
        }
        // What waits for the applicant, or for space, comes back to the same step.
        if destination != .applicant { take(turn.step, &summary, to: destination) }
        details["to"] = roles(of: summary)
        var draft = EventDraft(.stepped, details: details)
        draft.name = try released(turn.record.summary)
        return Outcome(draft, summary)
    }

    /// The reason of a "no" for which none was given: what the rules say against the request, else the note.
    private func whyNot(
        _ turn: Turn, _ decision: Procedure.Decision, _ findings: Examination.Findings
    ) throws(Failure) -> DecisionReason {
        if findings.isReset, decision.kind == .approval, let reset = DecisionReason.named("RESET") { return reset }
        let codes = findings.report.reasons.map(\.code)
        let effects: [DecisionReason.Effect] =
            decision.kind == .completeness ? [.returned, .rejected] : [.rejected, .deferred, .returned]
        for effect in effects {
            for code in codes {
                if let reason = DecisionReason.named(code), reason.effect == effect { return reason }
            }
        }
        if decision.kind == .capacity, turn.order.note == nil, let full = DecisionReason.named("NO_CAPACITY") {
            return full
        }
        if turn.order.note != nil {
            let code = decision.kind == .completeness ? "INCOMPLETE" : "OTHER"
            if let reason = DecisionReason.named(code) { return reason }
        }
        throw .usage(
            Text(
                en: "the rules say nothing against it: say why not, with --reason CODE or --note TEXT",
                id: "tidak ada aturan yang menghalangi: sebutkan alasannya, dengan --reason KODE atau --note TEKS"))
    }

    private static func notReset(_ summary: RequestSummary) -> Reason {
        Reason(
            "NOT_OWNER", summary.name?.undotted ?? summary.id.description,
            Text(
                en: "a reset is for the agency that holds the name and says that it cannot get in",
                id: "pengaturan ulang hanya bagi pemegang nama yang menyatakan tidak dapat mengakses"))
    }

    /// A draft with mistakes, or a system with faults.
    private func sendDraftBack(
        _ turn: Turn, _ decision: Procedure.Decision, _ given: DecisionReason?
    ) throws -> Outcome {
        var summary = turn.record.summary
        if decision.kind == .draft { summary.revision += 1 }
        take(turn.step, &summary, to: decision.no)
        summary.state = RequestDesk.state(of: summary)
        var details = turn.details
        if let given { details["reason"] = .string(given.code) }
        details["to"] = roles(of: summary)
        return Outcome(EventDraft(.stepped, details: details), summary)
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
        if step.has(.verify) {
            let findings = try examine(record.form, record.summary, at: step.id)
            details["verification"] = findings.report.json
            warnings += findings.report.warnings + findings.report.reasons
        }
        var destination = step.next
        if let decision = step.decision {
            details["decision"] = .bool(true)
            destination = decision.yes
            if decision.kind == .approval || decision.kind == .capacity || decision.kind == .completeness {
                let findings = try examine(record.form, record.summary, at: step.id)
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
        if step.has(.provision), record.summary.provisioned == nil, isGranted(record.summary) {
            let provision = try provision(record, target)
            proposals = provision.proposals
            summary.provisioned = now
            summary.space = provision.space
            summary.outcome = .approved
            if let made = provision.proposals.last?.name { summary.name = made.name }
        }
        // Every state that a step has is right for a request that was refused, but this one.
        if step.has(.provision), !isGranted(record.summary) { summary.state = RequestDesk.state(of: summary) }
        if step.has(.archive) { summary.state = .archived }
        take(step, &summary, to: destination)
        details["to"] = roles(of: summary)
        var outcome = Outcome(EventDraft(.stepped, name: name, details: details), summary)
        if !proposals.isEmpty { outcome.drafts = events(of: proposals, summary, details) }
        outcome.proposals = proposals
        outcome.warnings = warnings + proposals.flatMap(\.warnings)
        return outcome
    }

    /// Whether records are made for it: it was approved, or nobody has decided otherwise.
    func isGranted(_ summary: RequestSummary) -> Bool { summary.outcome == nil || summary.outcome == .approved }

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
            if request.schedule == shown, request.id != turn.record.id, request.state?.isFinal != true { count += 1 }
        }
        if count >= most {
            warnings.append(
                Reason(
                    "FULL_DAY", shown,
                    Text(
                        en: "\(count) planned already; \(most) fit on a day",
                        id: "sudah ada \(count) pekerjaan terjadwal; kapasitas \(most) sehari")))
        }
        return shown
    }
}

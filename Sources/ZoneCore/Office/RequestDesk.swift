import RFC1035

/// Where requests are taken in and moved on: the rules of order, role and decision of a procedure, against the state of
/// the register. Nothing is written here; what is to be recorded is handed back.
public struct RequestDesk {
    public let procedure: Procedure
    /// Who acts: `role` or `role:name`, as claimed.
    public let actor: String
    public let now: Instant
    let decision: Decision
    let register: RegisterSnapshot
    let calendar: OfficeCalendar

    public init(
        procedure: Procedure, decision: Decision, register: RegisterSnapshot, calendar: OfficeCalendar, actor: String,
        now: Instant
    ) {
        self.procedure = procedure
        self.decision = decision
        self.register = register
        self.calendar = calendar
        self.actor = actor
        self.now = now
    }

    /// What came of an act.
    public struct Outcome: Sendable {
        /// Events to be recorded, in order.
        public var drafts: [EventDraft]
        /// The request after it.
        public var summary: RequestSummary
        /// Told, not in the way.
        public var warnings: [Reason] = []
        /// Why the request did not go on – it was recorded as returned or deferred – or what its papers still lack.
        public var reasons: [Reason] = []
        /// Names that were made, changed or removed.
        public var proposals: [Decision.Proposal] = []
        /// Its password is to be reset before a step that is open now.
        public var wantsReset = false
        /// Nothing was left to do, and nothing is recorded.
        public var isRepeated = false

        init(_ draft: EventDraft, _ summary: RequestSummary) {
            var draft = draft
            draft.request = summary
            drafts = [draft]
            self.summary = summary
        }
    }

    // MARK: Who acts

    /// The role claimed, when it is one.
    var role: Role? { Role(claimed: actor) }

    /// Whoever runs the program for the office without claiming a role.
    var isSysadmin: Bool { RequestDesk.isSysadmin(actor) }

    static func isSysadmin(_ actor: String) -> Bool { actor.prefix { $0 != ":" }.lowercased() == "sysadmin" }

    /// Whether the actor may take a step.
    func mayTake(_ step: Procedure.Step) -> Bool { isSysadmin || role.map(step.roles.contains) ?? false }

    func checkRole(_ step: Procedure.Step) throws(Failure) {
        guard !mayTake(step) else { return }
        throw procedure.wrongRole(actor, step)
    }

    /// The rules as they look at a request: with the space it has reserved itself.
    func decision(for summary: RequestSummary) -> Decision {
        var result = decision
        result.reserved = summary.space
        return result
    }

    func examine(
        _ form: RequestForm, _ summary: RequestSummary, at step: String?
    ) throws(Failure) -> Examination.Findings {
        try Examination(
            decision: decision(for: summary), procedure: procedure, form: form, request: summary.id, step: step
        ).findings()
    }
}

extension Procedure {
    /// Refuses a role that there is not, such as one that is misspelt: it would stand in the journal for good. Papers
    /// may be brought in by any role, also by one that this procedure has no step for.
    /// - Parameter actor: `role` or `role:name`, as claimed.
    public func checkRole(claimed actor: String) throws(Failure) {
        guard !RequestDesk.isSysadmin(actor), Role(claimed: actor) == nil else { return }
        throw wrongRole(actor, nil)
    }

    /// - Parameter step: what was to be done; `nil` for what any role may do.
    fileprivate func wrongRole(_ actor: String, _ step: Step?) -> Failure {
        let roles = (step?.roles ?? Role.allCases).map { role in
            titles[role].map { "\(role.rawValue) (\($0))" } ?? role.rawValue
        }
        let list = roles.joined(separator: ", ")
        let claimed = Shown.text(actor.prefix { $0 != ":" })
        guard let step else {
            return .state([
                Reason(
                    "WRONG_ROLE", claimed,
                    Text(
                        en: "is not a role; there are: \(list), sysadmin",
                        id: "bukan peran; pilihannya: \(list), sysadmin"))
            ])
        }
        return .state([
            Reason(
                "WRONG_ROLE", step.id,
                Text(
                    en: "\(claimed) may not take this step; it is for: \(list)",
                    id: "peran \(claimed) tidak berwenang pada langkah ini; yang berwenang: \(list)"))
        ])
    }
}

extension RequestDesk {
    // MARK: Taking in

    /// A new request. It gets its number in any case; where the form lacks something or asks for what cannot be, it is
    /// recorded as returned.
    public func takeIn(_ form: RequestForm) throws -> Outcome {
        let id = try register.nextRequestID(year: now.date(at: decision.settings.utcOffset).year)
        var summary = RequestSummary(id: id, kind: form.kind.rawValue, opd: form.opd, letter: form.letterNumber ?? "")
        summary.procedure = procedure.id
        summary.begun = now
        describe(&summary, by: form)
        guard let first = procedure.first else { throw RequestDesk.noSteps(procedure) }
        let findings = try examine(form, summary, at: nil)
        if let name = findings.name { summary.name = name }
        var outcome = Outcome(EventDraft(.requested, details: ["form": form.json]), summary)
        outcome.warnings = try warnings(of: form, besides: nil, findings)
        outcome.reasons = findings.reasons(.returned)
        summary.open = [.init(step: first.id, since: now)]
        if !first.has(.submit) { summary.received = now }
        var details: [String: JSONValue] = ["form": form.json]
        if !outcome.reasons.isEmpty {
            summary.state = .returned
            summary.pause(at: now)
            summary.reason = outcome.reasons.first?.code
            details["reason"] = summary.reason.map { .string($0) }
            details["reasons"] = RequestDesk.list(outcome.reasons)
        } else {
            summary.state = first.has(.submit) ? .submitted : .registered
            if isTakenWithForm(first) {
                take(first, &summary, to: first.next)
            } else if first.has(.receive) {
                summary.state = .submitted
                summary.received = nil
            }
        }
        details["step"] = .string(first.id)
        details["to"] = roles(of: summary)
        outcome.drafts = [EventDraft(.requested, request: summary, details: details)]
        outcome.summary = summary
        return outcome
    }

    /// A form that is handed in again, whole. All versions are kept.
    public func resubmit(_ record: RequestRecord, _ form: RequestForm) throws -> Outcome {
        var summary = record.summary
        let isChanged = !form.asks(theSameAs: record.form)
        let states: [RequestState?] = [
            nil, .submitted, .registered, .disposed, .scheduled, .verifying, .returned, .deferred,
        ]
        // What was approved and turns out impossible before it is made may be asked for otherwise.
        guard summary.provisioned == nil, states.contains(summary.state) || (isChanged && summary.state == .approved)
        else {
            throw Failure.state([
                Reason(
                    "NOT_RETURNED", summary.id.description,
                    Text(
                        en: "the request is \((summary.state ?? .archived).text.en); nothing is asked of the applicant",
                        id: "permohonan berstatus \((summary.state ?? .archived).text.id); tidak ada yang perlu "
                            + "diperbaiki pemohon"))
            ])
        }
        // With the space that it has until now.
        let findings = try examine(form, summary, at: stepOfReturn(summary))
        let warnings = try changes(record, form) + warnings(of: form, besides: summary.id, findings)
        // What was found, or decided, was so of something else.
        let isAnew = isChanged && (summary.isDecided || isVerified(summary))
        summary.kind = form.kind.rawValue
        summary.opd = form.opd
        summary.letter = form.letterNumber ?? ""
        summary.attempts += 1
        describe(&summary, by: form)
        if isAnew { reopen(&summary) }
        var outcome = try goOn(&summary, findings, kind: .resubmitted, details: ["form": form.json])
        if isAnew { outcome.drafts[0].name = try released(record.summary) }
        outcome.warnings = warnings
        return outcome
    }

    /// The step that a request was sent back by, which asks again for what it missed. `nil` elsewhere and at the
    /// counter: what the present step will ask for may still come, what the form must have may not be missing.
    private func stepOfReturn(_ summary: RequestSummary) -> String? {
        guard summary.state == .returned, let step = summary.open.first?.step, step != procedure.first?.id else {
            return nil
        }
        return step
    }

    /// What is told of a form that comes in, for the first time or again, beside what sends it back.
    private func warnings(
        of form: RequestForm, besides id: RequestID?, _ findings: Examination.Findings
    ) throws -> [Reason] {
        try checkLetter(form, besides: id) + otherFields(form) + AttachmentKind.warnings(form.attachments, procedure)
            + findings.report.warnings + findings.reasons(.rejected) + findings.reasons(.deferred)
    }

    /// Papers that come in for a request.
    public func attach(_ record: RequestRecord, _ papers: [RequestForm.Attachment]) throws -> Outcome {
        var summary = record.summary
        guard summary.state?.isFinal != true else { throw RequestDesk.closed(summary) }
        var form = record.form
        form.attachments += papers
        var findings: Examination.Findings?
        if summary.state == .returned { findings = try examine(form, summary, at: stepOfReturn(summary)) }
        var outcome = try goOn(
            &summary, findings, kind: .attached, details: ["attachments": .array(papers.map(\.json))])
        outcome.warnings += AttachmentKind.warnings(papers, procedure)
        // A form that still misses a signature is worth saying at once.
        let kinds = Set(papers.map { $0.kind.lowercased() })
        let unsigned = Completeness(procedure: procedure, form: form)
            .missingAttachments(at: procedure.steps.last?.id).filter { kinds.contains($0.subject.lowercased()) }
        outcome.reasons += unsigned.filter { !outcome.reasons.contains($0) }
        return outcome
    }

    /// Goes back to where it was when what it was returned for is mended.
    /// - Parameter findings: what the rules say to it now; `nil` where nothing was asked of the applicant.
    private func goOn(
        _ summary: inout RequestSummary, _ findings: Examination.Findings?, kind: EventKind,
        details given: [String: JSONValue]
    ) throws(Failure) -> Outcome {
        var details = given
        var reasons: [Reason] = []
        if let findings {
            try refuseLost(summary)
            if let name = findings.name { summary.name = name }
            reasons = findings.reasons(.returned)
            if reasons.isEmpty {
                mend(&summary, summary.open.first.flatMap { procedure.step($0.step) })
            } else {
                summary.state = .returned
                summary.pause(at: now)
                summary.reason = reasons.first?.code
            }
        }
        details["to"] = roles(of: summary)
        if !reasons.isEmpty { details["reasons"] = RequestDesk.list(reasons) }
        var outcome = Outcome(EventDraft(kind, details: details), summary)
        outcome.reasons = reasons
        return outcome
    }

    private func mend(_ summary: inout RequestSummary, _ step: Procedure.Step?) {
        summary.reason = nil
        summary.goOn(at: now)
        guard let step else { return }
        if step.id == procedure.first?.id {
            summary.state = step.has(.submit) ? .submitted : .registered
            if isTakenWithForm(step) { take(step, &summary, to: step.next) }
        } else if step.has(.resubmit) {
            summary.state = .submitted
            take(step, &summary, to: step.next)
        } else if summary.state == .returned || summary.state == .deferred {
            if !summary.isDecided { summary.outcome = nil }
            summary.state = step.has(.verify) || step.has(.decide) ? .verifying : stateBefore(step, summary)
        }
    }

    /// Whether the step that verifies was taken, and does not come again anyhow.
    private func isVerified(_ summary: RequestSummary) -> Bool {
        guard let open = summary.open.first.flatMap({ procedure.step($0.step) }),
            !open.has(.resubmit), !open.has(.verify)
        else { return false }
        return summary.taken.contains { procedure.step($0.step)?.has(.verify) ?? false }
    }

    /// Opens the step again that verified the request; where nobody did, the one that decided upon it.
    private func reopen(_ summary: inout RequestSummary) {
        (summary.outcome, summary.reason, summary.newName) = (nil, nil, nil)
        summary.space = 0
        let taken = summary.taken.reversed().compactMap { procedure.step($0.step) }
        guard let step = (taken.first { $0.has(.verify) } ?? taken.first(where: \.decidesRequest))?.id else { return }
        summary.state = .verifying
        summary.open = [.init(step: step, since: now)]
    }

    /// Where a request stood when a step of the office's was opened.
    private func stateBefore(_ step: Procedure.Step, _ summary: RequestSummary) -> RequestState {
        guard let index = procedure.steps.firstIndex(where: { $0.id == step.id }) else { return .registered }
        for earlier in procedure.steps[..<index].reversed() where summary.done(earlier.id) != nil {
            if let state = RequestDesk.state(after: earlier) { return state }
        }
        return summary.received == nil ? .submitted : .registered
    }

    /// Whether handing in the form is the first step itself.
    private func isTakenWithForm(_ first: Procedure.Step) -> Bool {
        if first.has(.submit) { return true }
        return first.has(.receive) && mayTake(first)
    }

    /// Takes a request back, before anything was made for it.
    public func cancel(_ record: RequestRecord, note: String?) throws -> Outcome {
        var summary = record.summary
        guard summary.state?.isFinal != true else { throw RequestDesk.closed(summary) }
        guard summary.provisioned == nil else {
            throw Failure.state([
                Reason(
                    "ALREADY_DONE", summary.id.description,
                    Text(
                        en: "its records are made; a name is given up with a request to delete it, or with remove",
                        id: "rekamannya sudah dibuat; nama dilepas lewat permohonan penghapusan atau remove"))
            ])
        }
        summary.state = .cancelled
        summary.open = []
        summary.space = 0
        var details: [String: JSONValue] = [:]
        if let note { details["note"] = .string(note) }
        var outcome = Outcome(EventDraft(.cancelled, details: details), summary)
        outcome.drafts[0].name = try released(record.summary)
        return outcome
    }

    // MARK: Failures

    static func closed(_ summary: RequestSummary) -> Failure {
        let state = (summary.state ?? .archived).text
        return .state([
            Reason(
                "CLOSED", summary.id.description,
                Text(
                    en: "the request is \(state.en); nothing more happens to it",
                    id: "permohonan sudah \(state.id); tidak ada langkah lagi"))
        ])
    }

    static func noSteps(_ procedure: Procedure) -> Failure {
        .io(Text(en: "procedure \(procedure.id) has no steps", id: "prosedur \(procedure.id) tanpa langkah"))
    }
}

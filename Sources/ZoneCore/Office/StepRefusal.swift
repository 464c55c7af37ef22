import RFC1035

/// A step that is decided with no: why, and where the request goes then.
extension RequestDesk {
    func refuse(_ turn: Turn, _ given: DecisionReason?) throws -> Outcome {
        guard let decision = turn.step.decision else { throw RequestDesk.closed(turn.record.summary) }
        switch decision.kind {
        case .draft, .faults: return try sendDraftBack(turn, decision, given)
        case .approval, .completeness, .capacity: break
        }
        let findings = try examine(turn.record.form, turn.record.summary, at: turn.step.id)
        if let given { try checkGround(of: given, turn, findings) }
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
        if destination == .applicant {
            summary.pause(at: now)
        } else {
            take(turn.step, &summary, to: destination)
        }
        details["to"] = roles(of: summary)
        var draft = EventDraft(.stepped, details: details)
        draft.name = try released(turn.record.summary)
        return Outcome(draft, summary)
    }

    /// A reason that somebody gives must be one: found by the rules, or said in a note, for a letter will repeat it.
    private func checkGround(
        of reason: DecisionReason, _ turn: Turn, _ findings: Examination.Findings
    ) throws(Failure) {
        let isNoted = turn.order.note != nil
        switch reason.ground {
        case .judgement: return
        case .note:
            guard !isNoted else { return }
            throw .usage(
                Text(
                    en: "--reason \(reason.code) needs --note TEXT: what the letter is to say",
                    id: "--reason \(reason.code) memerlukan --note TEKS: isi yang disampaikan dalam surat"))
        case .rulesOrNote:
            guard !isNoted, findings.reasons(reason.effect).isEmpty else { return }
            throw .usage(
                Text(
                    en: "--reason \(reason.code): the rules find nothing of the kind; say what it is with --note TEXT",
                    id: "--reason \(reason.code): menurut aturan tidak ada hal demikian; sebutkan dengan --note TEKS"))
        case .rules:
            let codes = findings.report.reasons.map(\.code)
            // An agency that cannot get into its own name may be told as well that the name exists.
            guard !codes.contains(reason.code), !(findings.isReset && reason.code == "DUPLICATE") else { return }
            let list = codes.isEmpty ? nil : codes.joined(separator: ", ")
            throw .refused([
                Reason(
                    "REASON_UNFOUNDED", reason.code,
                    Text(
                        en: "is not so by the rules, which find \(list ?? "nothing against the request")",
                        id: "tidak terbukti; menurut aturan: \(list ?? "tidak ada yang menghalangi permohonan")"))
            ])
        }
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
        if turn.order.note != nil {
            // A note answers what the step asks.
            let code =
                switch decision.kind {
                case .completeness: "INCOMPLETE"
                case .capacity: "NO_CAPACITY"
                case .approval, .faults, .draft: "OTHER"
                }
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
}

import RFC1035

/// Making the records of a request: the same rules and the same events as `add`, `change` and `remove`.
extension RequestDesk {
    struct Provisioned {
        var proposals: [Decision.Proposal] = []
        /// Space that stays with the request itself.
        var space = 0
    }

    /// Makes the records of an approved request, and takes the step that does so when it does nothing else.
    public func provision(_ record: RequestRecord, target: TargetOptions?) throws -> Outcome {
        let summary = record.summary
        guard summary.provisioned == nil else {
            throw Failure.state([
                Reason(
                    "ALREADY_DONE", summary.id.description,
                    Text(
                        en: "its records were made on \(shown(summary.provisioned))",
                        id: "rekamannya sudah dibuat pada \(shown(summary.provisioned))"))
            ])
        }
        if summary.state?.isFinal == true { throw RequestDesk.closed(summary) }
        try refuseLost(summary)
        let step = summary.open.lazy.compactMap { self.procedure.step($0.step) }.first { $0.has(.provision) }
        guard let step, isGranted(summary), summary.state != .returned, summary.state != .deferred else {
            throw notApproved(summary)
        }
        try checkRole(step)
        // More than the making of records is left to do: the step stays open for it.
        let rest = step.effects.filter { ![.provision, .account, .recordName].contains($0) }
        guard !rest.isEmpty || !step.needs.isEmpty || step.decision != nil else {
            return try take(step.id, of: record, StepOrder(), target: target)
        }
        let made = try provision(record, target)
        var after = summary
        after.state = .provisioned
        after.outcome = .approved
        after.reason = nil
        after.provisioned = now
        after.space = made.space
        if let name = made.proposals.last?.name { after.name = name.name }
        let details: [String: JSONValue] = ["step": .string(step.id), "to": roles(of: after)]
        var outcome = Outcome(EventDraft(.stepped, details: details), after)
        if !made.proposals.isEmpty { outcome.drafts = events(of: made.proposals, after, details) }
        outcome.proposals = made.proposals
        outcome.warnings = made.proposals.flatMap(\.warnings)
        return outcome
    }

    func notApproved(_ summary: RequestSummary) -> Failure {
        let open = summary.open.map(\.step).joined(separator: ", ")
        let state = (summary.state ?? .archived).text
        return .state([
            Reason(
                "NOT_APPROVED", summary.id.description,
                Text(
                    en: "the request is \(state.en) and has not come to the making of records"
                        + (open.isEmpty ? "" : "; open: \(open)"),
                    id: "permohonan berstatus \(state.id), belum sampai pada pembuatan rekaman"
                        + (open.isEmpty ? "" : "; yang terbuka: \(open)")))
        ])
    }

    /// A step that made the records, itself or by `add`, which is the same in the register: asked for once more it is
    /// done, and nothing happens.
    func repeatedProvision(_ text: String, _ record: RequestRecord) -> Outcome? {
        let summary = record.summary
        guard let step = procedure.step(text), step.has(.provision), summary.provisioned != nil,
            !summary.isOpen(step.id), summary.taken.last?.step == step.id, summary.state?.isFinal != true,
            mayTake(step)
        else { return nil }
        var outcome = Outcome(EventDraft(.stepped), summary)
        outcome.drafts = []
        outcome.isRepeated = true
        return outcome
    }

    func provision(_ record: RequestRecord, _ target: TargetOptions?) throws -> Provisioned {
        if let lost = record.lost { throw Failure.refused([lost]) }
        let form = record.form
        let rules = decision(for: record.summary)
        let letter = RequestLetter(id: record.id, form: form)
        var result = Provisioned()
        let completeness = Completeness(procedure: procedure, form: form)
        // What is given with the command is held to the kind as well.
        if let other = completeness.mismatch(target ?? form.targetOptions(hosting: completeness.hosting)) {
            throw Failure.refused([other])
        }
        switch form.kind {
        case .passwordReset: break
        case .hosting where form.name == nil:
            let needed = form.gigabytes(hosting: .cloud, rules.settings)
            let free = try rules.freeSpace()
            guard needed <= free else { throw Failure.refused([Decision.noCapacity(needed: needed, free: free)]) }
            result.space = needed
        case .delete: result.proposals = [try rules.remove(form.name ?? "", letter: letter)]
        case .rename: result.proposals = try rename(form, rules, letter, target)
        case .new, .change, .hosting, .email, .redirect, .delegation:
            try purposeStands(form)
            let name = record.summary.name
            let plan = try RequestPlan(
                form: form, completeness: completeness, decision: rules, name: name, target: target)
            guard let options = plan.options else {
                throw Failure.refused([
                    Reason(
                        "INCOMPLETE", "target",
                        Text(
                            en: "nobody has said where the name leads: zonectl add \(record.id) --address IP, --cname, "
                                + "--url or --hosting",
                            id: "tujuan nama belum disebutkan: zonectl add \(record.id) --address IP, --cname, --url, "
                                + "atau --hosting"))
                ])
            }
            var proposal = try plan.proposal(rules, letter: letter, options: options)
            if target == nil, let unused = form.unusedTarget { proposal.warnings.append(unused) }
            if let target {
                let asked = try RequestPlan(form: form, completeness: completeness, decision: rules, name: name)
                let other = try otherTarget(
                    target, besides: asked.options, of: form, record.id, rules, made: proposal.name)
                if let other { proposal.warnings.append(other) }
            }
            result.proposals = [proposal]
        }
        return result
    }

    /// What an office does not serve is not made, whatever was decided.
    private func purposeStands(_ form: RequestForm) throws(Failure) {
        guard let given = form.purposeClass, form.knownPurpose == nil else { return }
        throw .refused([
            Reason(
                "NOT_GOVERNMENT_PURPOSE", Shown.text(given),
                Text(en: "does not serve the government", id: "peruntukan di luar kepentingan pemerintahan"))
        ])
    }

    /// The old name goes and the new one comes, in one act; it leads where the old one led unless the form says more.
    private func rename(
        _ form: RequestForm, _ rules: Decision, _ letter: RequestLetter, _ target: TargetOptions?
    ) throws -> [Decision.Proposal] {
        let old = try rules.heldForRename(form.name ?? "", opd: letter.opd)
        let removal = try rules.remove(form.name ?? "", letter: letter)
        let asked = form.targetOptions(hosting: Completeness(procedure: procedure, form: form).hosting)
        let options = target ?? asked ?? old.target.options
        // The space of the old name is free for the new one.
        var free = rules
        free.reserved += old.gigabytes
        var made = try free.add(form.newName ?? "", letter: letter, options: options, override: form.overrideReason)
        if let target, let other = try otherTarget(target, besides: asked, of: form, letter.id, free, made: made.name) {
            made.warnings.append(other)
        }
        return [removal, made]
    }

    /// The events of what was made, the request's state in each.
    func events(
        of proposals: [Decision.Proposal], _ summary: RequestSummary, _ details: [String: JSONValue]
    ) -> [EventDraft] {
        proposals.map { proposal in
            var draft = proposal.draft
            if proposal.isUnchanged {
                draft = EventDraft(.stepped)
            }
            draft.request = summary
            draft.details.merge(details) { $1 }
            return draft
        }
    }

    private func shown(_ time: Instant?) -> String {
        time?.minuteText(at: decision.settings.utcOffset) ?? "-"
    }
}

extension Target {
    /// As options would give it.
    var options: TargetOptions {
        var result = TargetOptions()
        switch kind {
        case .address(let addresses): result.addresses = addresses
        case .cname(let host): result.cname = host
        case .url(let url): result.url = url
        case .hosting(let gigabytes): result.hosting = .gigabytes(String(gigabytes))
        case .delegate(let servers, let ds):
            result.delegate = servers.map {
                $0.addresses.isEmpty ? $0.host : $0.host + "=" + $0.addresses.joined(separator: ",")
            }
            result.ds = ds
        }
        result.mail = mail
        result.www = www
        result.ttl = ttl.map { String($0) }
        result.mailKeys = mailKeys
        return result
    }
}

import RFC1035

/// How a request becomes a name: what `add` or `change` is asked for it.
struct RequestPlan {
    enum Action: Hashable {
        case add, change
    }

    let form: RequestForm
    let text: String
    let action: Action
    /// Where the name leads; `nil` when nobody has said yet.
    let options: TargetOptions?

    /// - Parameters:
    ///   - name: the name, when it can be one.
    ///   - target: what was given with the command; it comes before what the form says.
    init(
        form: RequestForm, completeness: Completeness, decision: Decision, name: Name?, target: TargetOptions? = nil
    ) throws(Failure) {
        self.form = form
        text = form.name ?? ""
        var options = target ?? form.targetOptions(hosting: completeness.hosting)
        var action = form.kind == .change ? Action.change : .add
        // Mail for a name that the agency has: nothing else about it changes.
        if form.kind == .email, let name, let held = try decision.use(of: name)?.heldName,
            Decision.isSame(held.opd, form.opd)
        {
            action = .change
            if form.target.isEmpty {
                var mail = TargetOptions()
                mail.mail = options?.mail ?? .standard
                mail.mailKeys = form.mailKeys
                options = mail
            }
        }
        self.action = action
        self.options = options
    }

    /// What the rules say to it.
    func warnings(_ decision: Decision, letter: RequestLetter) throws(Failure) -> (reasons: [Reason], warnings: [Reason])
    {
        guard let options else {
            guard action == .add else {
                return (
                    [
                        Reason(
                            "INCOMPLETE", "target",
                            Text(
                                en: "the form does not say what is to change",
                                id: "formulir belum menyebutkan yang diubah"))
                    ], []
                )
            }
            let asked = try decision.judgeNew(text, opd: letter.opd, override: form.overrideReason, request: letter.id)
            return (asked.reasons, asked.warnings)
        }
        return ([], try proposal(decision, letter: letter, options: options).warnings)
    }

    func proposal(
        _ decision: Decision, letter: RequestLetter, options: TargetOptions
    ) throws(Failure) -> Decision.Proposal {
        switch action {
        case .add: try decision.add(text, letter: letter, options: options, override: form.overrideReason)
        case .change: try decision.change(text, letter: letter, options: options)
        }
    }
}

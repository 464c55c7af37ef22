/// What a procedure wants of a form, and what is missing in it. All gaps at once, so that a request goes back once and
/// not once a gap.
public struct Completeness {
    public let procedure: Procedure
    public let form: RequestForm

    public init(procedure: Procedure, form: RequestForm) {
        self.procedure = procedure
        self.form = form
    }

    /// Fields that are missing though they are due with the form, or at `step` or before it.
    public func missingFields(at step: String? = nil) -> [Reason] {
        let due = steps(upTo: step)
        let missing = FormField.allCases.filter { field in
            let rule = procedure.fields[field]
            return isDue(rule?.from, due) && isRequired(field, rule) && !isGiven(field)
        }
        let reasons = missing.map { field in
            let isLimited = field == .target && form.kind.targets != TargetForm.allCases
            let (en, id) = isLimited ? (targetsText.en, targetsText.id) : ("the \(field.text.en)", field.text.id)
            return Reason(
                "INCOMPLETE", field.rawValue,
                Text(en: "the form lacks \(en)", id: "formulir belum memuat \(id)"))
        }
        guard !missing.contains(.target), let other = otherTarget else { return reasons }
        return reasons + [other]
    }

    // MARK: Targets

    /// The form's target, when it is another than the kind of the request or the procedure takes.
    private var otherTarget: Reason? {
        if form.kind == .hosting, let hosting = form.hosting, hosting != .cloud { return mismatch(hosting.text) }
        return mismatch(form.targetOptions(hosting: hosting))
    }

    /// Why a name that is asked for so is not led to a target; `nil` when it is, or none is given.
    func mismatch(_ options: TargetOptions?) -> Reason? {
        guard form.kind != .delete, form.kind != .passwordReset, let given = options?.form, !targets.contains(given)
        else { return nil }
        return mismatch(given.text)
    }

    private func mismatch(_ given: Text) -> Reason {
        let (kind, wanted) = (form.kind.text, targetsText)
        return Reason(
            "INCOMPLETE", FormField.target.rawValue,
            Text(
                en: "for this kind of request (\(kind.en)) \(procedure.id) wants \(wanted.en), not \(given.en)",
                id: "untuk \(kind.id), \(procedure.id) memerlukan \(wanted.id), bukan \(given.id)"))
    }

    /// What the name may lead to. A kind that leads elsewhere than the procedure takes goes by its own meaning.
    var targets: [TargetForm] {
        let (own, accepted) = (form.kind.targets, procedure.fields[.target]?.accepts ?? [])
        let both = own.filter { accepted.isEmpty || accepted.contains($0) }
        return both.isEmpty ? own : both
    }

    var targetsText: Text {
        let list = targets.map(\.text)
        return Text(en: list.map(\.en).joined(separator: ", "), id: list.map(\.id).joined(separator: ", "))
    }

    /// Whether the form, by what it says so far, must say something of a field when it is handed in; `nil` when there
    /// is nothing to say of it.
    public func isWanted(_ field: FormField) -> Bool? {
        guard let rule = procedure.fields[field], applies(rule.kinds) else { return nil }
        // A target beside the office's hosting does not count.
        if field == .target, hosting == .cloud { return nil }
        return rule.from == nil && isRequired(field, rule)
    }

    private func isRequired(_ field: FormField, _ rule: Procedure.FieldRule?) -> Bool {
        if field == .target, form.kind.matter == .target { return true }
        guard let rule, rule.isRequired, applies(rule.kinds) else { return false }
        return rule.hosting.isEmpty || hosting.map(rule.hosting.contains) ?? false
    }

    /// Papers that are missing, or miss a signature, though they are due.
    public func missingAttachments(at step: String? = nil) -> [Reason] {
        let due = steps(upTo: step)
        var reasons: [Reason] = []
        for rule in procedure.attachments where rule.isRequired && isDue(rule.from, due) && applies(rule.kinds) {
            guard let paper = form.attachment(rule.kind) else {
                reasons.append(
                    Reason(
                        rule.code, rule.kind,
                        Text(
                            en: "not attached: \(rule.title)",
                            id: "belum dilampirkan: \(rule.title)")))
                continue
            }
            let missing = rule.signedBy.filter { !paper.signedBy.contains($0) }
            guard !missing.isEmpty else { continue }
            let titles = missing.map { procedure.title(of: $0) }.joined(separator: ", ")
            reasons.append(
                Reason(
                    rule.code, rule.kind,
                    Text(en: "not signed by: \(titles)", id: "belum ditandatangani: \(titles)")))
        }
        return reasons
    }

    /// All that is missing.
    public func gaps(at step: String? = nil) -> [Reason] { missingFields(at: step) + missingAttachments(at: step) }

    /// Where it is hosted: as the form says, else as what it gives tells.
    public var hosting: HostingChoice? {
        if let hosting = form.hosting { return hosting }
        if !form.target.isEmpty { return .ownServer }
        return (form.capacityGB ?? 0) > 0 ? .cloud : nil
    }

    private func isGiven(_ field: FormField) -> Bool {
        switch field {
        case .hosting: hosting != nil || !form.nameServers.isEmpty
        default: form.has(field)
        }
    }

    /// The ids of the steps up to one, in the order of the document.
    private func steps(upTo step: String?) -> Set<String> {
        guard let step, let index = procedure.steps.firstIndex(where: { $0.id == step }) else { return [] }
        return Set(procedure.steps[...index].map(\.id))
    }

    private func isDue(_ from: String?, _ due: Set<String>) -> Bool { from.map(due.contains) ?? true }

    private func applies(_ kinds: Set<RequestKind>) -> Bool { kinds.isEmpty || kinds.contains(form.kind) }
}

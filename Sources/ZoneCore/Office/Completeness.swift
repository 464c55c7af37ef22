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
        return FormField.allCases.compactMap { field in
            guard let rule = procedure.fields[field], isDue(rule.from, due), isRequired(rule), !isGiven(field) else {
                return nil
            }
            return Reason(
                "INCOMPLETE", field.rawValue,
                Text(en: "the form lacks the \(field.text.en)", id: "formulir belum memuat \(field.text.id)"))
        }
    }

    /// Whether the form, by what it says so far, must say something of a field when it is handed in; `nil` when there
    /// is nothing to say of it.
    public func isWanted(_ field: FormField) -> Bool? {
        guard let rule = procedure.fields[field], applies(rule.kinds) else { return nil }
        // A target beside the office's hosting does not count.
        if field == .target, hosting == .cloud { return nil }
        return rule.from == nil && isRequired(rule)
    }

    private func isRequired(_ rule: Procedure.FieldRule) -> Bool {
        rule.isRequired && applies(rule.kinds)
            && (rule.hosting.isEmpty || hosting.map(rule.hosting.contains) ?? false)
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

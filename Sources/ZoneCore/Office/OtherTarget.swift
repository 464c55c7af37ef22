import RFC1035

/// A target that is given with the command in place of the one that the form asks for.
extension RequestDesk {
    /// `OTHER_TARGET` for a name that was made to lead elsewhere than its form asks for: the form is what was examined
    /// and decided upon, and what its letters tell of.
    /// - Parameters:
    ///   - given: what was given with the command.
    ///   - planned: what would be made without it.
    ///   - form: the form of request `id`.
    ///   - made: the name as it is made.
    /// - Returns: `nil` where the name leads where the form says, and where the form leaves it to whoever makes it.
    func otherTarget(
        _ given: TargetOptions, besides planned: TargetOptions?, of form: RequestForm, _ id: RequestID,
        _ rules: Decision, made: ManagedName
    ) throws(Failure) -> Reason? {
        guard let planned, planned.form != nil else {
            // An own server whose address nobody knew yet is still not the office's hosting.
            guard given.hosting != nil, let choice = form.hosting, choice != .cloud else { return nil }
            return otherTarget(made, id, asked: choice.text)
        }
        if let hosting = planned.hosting {
            // The space that goes with an own server says nothing of where that is.
            if let choice = form.hosting, choice != .cloud { return nil }
            // How much is given to who named no size is for the office to say.
            if hosting == .standard, case .hosting = made.target.kind { return nil }
        }
        guard let kind = try canonical(planned, rules, at: made.name) else {
            return otherTarget(made, id, asked: RequestDesk.asTyped(planned))
        }
        guard !kind.leads(whereLeads: made.target.kind) else { return nil }
        let asked = Target(kind).summary
        return otherTarget(made, id, asked: Text(en: asked, id: asked))
    }

    /// What options lead to, in canonical form; `nil` for what the rules have something against by now: that is not
    /// what was made.
    private func canonical(
        _ planned: TargetOptions, _ rules: Decision, at name: Name
    ) throws(Failure) -> Target.Kind? {
        // What goes along with the target is not what is asked about.
        var options = planned
        (options.mail, options.mailKeys, options.www, options.ttl) = (nil, [], false, nil)
        do throws(Failure) {
            let verdict = try rules.targetRules(name).verdict(on: options)
            return verdict.reasons.isEmpty ? verdict.target.kind : nil
        } catch {
            if case .usage = error { return nil }
            throw error
        }
    }

    private static func asTyped(_ options: TargetOptions) -> Text {
        let texts = options.delegate + options.addresses + [options.cname, options.url].compactMap { $0 }
        guard !texts.isEmpty else { return HostingChoice.cloud.text }
        let shown = Shown.text(texts.joined(separator: " "))
        return Text(en: shown, id: shown)
    }

    private func otherTarget(_ made: ManagedName, _ id: RequestID, asked: Text) -> Reason {
        let name = made.name.undotted
        return Reason(
            "OTHER_TARGET", Shown.text(Target(made.target.kind).summary),
            Text(
                en: "is where \(name) leads now, though the form asks for \(asked.en), and only that was examined; put "
                    + "it right with zonectl change \(name). For another target hand in a form that asks for it before "
                    + "the records are made, to be decided upon anew: zonectl request resubmit \(id)",
                id: "kini tujuan \(name), padahal formulir meminta \(asked.id), dan hanya itu yang diperiksa; betulkan "
                    + "dengan zonectl change \(name). Untuk tujuan lain, masukkan formulir yang memintanya sebelum "
                    + "rekaman dibuat, agar diputuskan lagi: zonectl request resubmit \(id)"))
    }
}

extension Target.Kind {
    /// Whether both lead to the same: of addresses and name servers the order does not count.
    fileprivate func leads(whereLeads other: Target.Kind) -> Bool {
        switch (self, other) {
        case (.address(let addresses), .address(let others)): Set(addresses) == Set(others)
        case (.delegate(let servers, let ds), .delegate(let others, let otherDS)):
            Set(servers) == Set(others) && Set(ds) == Set(otherDS)
        default: self == other
        }
    }
}

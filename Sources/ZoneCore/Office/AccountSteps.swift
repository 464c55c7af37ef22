import RFC1035

/// What steps want of accounts: that a reset was made, that sheets are written, that they are handed over.
extension RequestDesk {
    /// Refuses a step that tells of a reset as long as there was none. Gives what else is not as a step takes it to be:
    /// sheets may be printed and handed over a little later than their steps are noted.
    func checkAccounts(_ step: Procedure.Step, _ record: RequestRecord) throws(Failure) -> [Reason] {
        let isReset = record.outcome == .reset
        guard isReset || isGranted(record.summary) else { return [] }
        if isReset, RequestDesk.followsReset(step), !record.isReset { throw .state([notReset(step, record)]) }
        // What is signed or delivered says which sheet holds now.
        let tells = isReset && (step.has(.sign) || step.has(.deliver))
        // So does the message about accounts, where the request has any.
        let writes = step.has(.notify) && (record.summary.gigabytes > 0 || !record.accounts.isEmpty)
        guard step.has(.printAccounts) || step.has(.handOver) || tells || writes else { return [] }
        if record.isNameGone {
            return [
                Reason(
                    "NAME_NOT_FOUND", record.summary.name?.undotted ?? record.id.description,
                    Text(
                        en: "is not the agency's any more; there is no account to be handed over",
                        id: "bukan lagi milik perangkat daerah tersebut; tidak ada akun yang diserahkan"))
            ]
        }
        let id = record.id
        guard !record.accounts.isEmpty, record.accounts.allSatisfy({ $0.sheet != nil }) else {
            let reason = Reason(
                "NOT_ISSUED", step.id,
                Text(
                    en: "no account sheet is written yet: zonectl account issue \(id) --slip FILE",
                    id: "lembar data akun belum dibuat: zonectl account issue \(id) --slip BERKAS"))
            guard !isReset else { throw .state([reason]) }
            return [reason]
        }
        let left = record.accounts.filter { $0.handedOver == nil }.map(\.user)
        guard step.has(.handOver), !left.isEmpty else { return [] }
        let command = "zonectl account handover \(id) --to"
        guard left.count < record.accounts.count else {
            return [
                Reason(
                    "NOT_HANDED_OVER", step.id,
                    Text(
                        en: "the account sheets are not handed over yet: \(command) NAME",
                        id: "lembar data akun belum diserahkan: \(command) NAMA"))
            ]
        }
        // Without --user the command is about the mailboxes of the form alone, and there may be others.
        let users = left.joined(separator: " ")
        return [
            Reason(
                "NOT_HANDED_OVER", step.id,
                Text(
                    en: "some account sheets are not handed over yet: \(command) NAME --user \(users)",
                    id: "sebagian lembar data akun belum diserahkan: \(command) NAMA --user \(users)"))
        ]
    }

    /// Whether a reset is what is to be done next.
    func wantsReset(_ summary: RequestSummary, _ before: RequestRecord) -> Bool {
        guard summary.outcome == .reset, before.outcome != .reset || !before.isReset else { return false }
        return summary.open.contains { procedure.step($0.step).map(RequestDesk.followsReset) ?? false }
    }

    /// Whether a step carries out what was decided, or writes of it.
    private static func followsReset(_ step: Procedure.Step) -> Bool {
        let effects: [StepEffect] = [.provision, .draft, .sign, .deliver, .printAccounts, .handOver]
        return effects.contains(where: step.has)
    }

    private func notReset(_ step: Procedure.Step, _ record: RequestRecord) -> Reason {
        let id = record.id
        guard !record.isNameGone else {
            return Reason(
                "NOT_RESET", step.id,
                Text(
                    en: "the name is not the agency's any more, and nothing can be reset: zonectl request cancel \(id)",
                    id: "nama bukan lagi milik perangkat daerah tersebut, tidak ada yang dapat diatur ulang: zonectl "
                        + "request cancel \(id)"))
        }
        return Reason(
            "NOT_RESET", step.id,
            Text(
                en: "the password is not reset yet: zonectl account reset \(id)",
                id: "kata sandi belum diatur ulang: zonectl account reset \(id)"))
    }
}

extension RequestRecord {
    /// Whether passwords were reset for it since it was decided so.
    var isReset: Bool {
        let decided = history.lastIndex(where: decides) ?? 0
        return history.dropFirst(decided).contains { $0.kind == .accountReset }
    }

    /// Why what was approved cannot be done any more: the name that it was to change or remove is given up meanwhile,
    /// or another agency's. Nothing is left but to end the request.
    var lost: Reason? {
        guard summary.provisioned == nil, summary.outcome == .approved, let asked = summary.name,
            [.change, .rename, .delete].contains(form.kind)
        else { return nil }
        if let name, name.status.isHeld, Decision.isSame(name.opd, summary.opd) { return nil }
        let end = "zonectl request cancel \(id)"
        guard let name, name.status == .retired else {
            return Reason(
                "NOT_OWNER", asked.undotted,
                Text(
                    en: "is not the agency's any more; end the request with: \(end)",
                    id: "bukan lagi milik perangkat daerah tersebut; akhiri permohonan dengan: \(end)"))
        }
        return Reason(
            "NAME_NOT_FOUND", asked.undotted,
            Text(
                en: "\(name.removal.en); end the request with: \(end)",
                id: "\(name.removal.id); akhiri permohonan dengan: \(end)"))
    }

    /// Whether an event is a decision upon the request.
    func decides(_ entry: HistoryEntry) -> Bool {
        entry.decision != nil && entry.step.flatMap { procedure.step($0) }?.decidesRequest ?? false
    }

    /// Whether the name that it was for was removed meanwhile, or is another agency's.
    var isNameGone: Bool {
        guard summary.name != nil, summary.provisioned != nil || outcome == .reset else { return false }
        guard let name, name.status != .retired else { return true }
        return !Decision.isSame(name.opd, summary.opd)
    }
}

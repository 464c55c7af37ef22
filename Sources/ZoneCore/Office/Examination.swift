import RFC1035

/// Looks at a request by all rules that concern it. The rules are those of `add`, `change` and `remove`: what passes
/// here is made the same way later.
struct Examination {
    let decision: Decision
    let procedure: Procedure
    let form: RequestForm
    /// The request that may hold the name already, and for which space may be reserved.
    let request: RequestID
    /// The step it is done for: what is due later is not asked for yet. `nil`: with the form.
    let step: String?

    private var completeness: Completeness { Completeness(procedure: procedure, form: form) }

    /// What the rules say.
    struct Findings {
        var report = VerificationReport(items: [])
        /// The name it is about, when it can be one.
        var name: Name?
        /// `RESET`: the agency has it already and cannot get in.
        var isReset = false
        /// Failures that send the request back, refuse it, or make it wait.
        func reasons(_ effect: DecisionReason.Effect) -> [Reason] {
            report.reasons.filter { DecisionReason.effect(of: $0.code) == effect }
        }
    }

    func findings() throws(Failure) -> Findings {
        var found = Findings()
        var items: [VerificationReport.Item] = []
        let fields = otherKind() + completeness.missingFields(at: step)
        items += rows(
            .completeness, fields, rule: "INCOMPLETE", about: procedure.id,
            passed: Text(en: "nothing is missing", id: "lengkap"))
        if procedure.attachments.isEmpty, form.attachments.isEmpty {
            items.append(
                .init(
                    .attachments, .notApplicable, rule: "INCOMPLETE", about: procedure.id,
                    Text(en: "none are wanted", id: "tidak disyaratkan")))
        } else {
            items += rows(
                .attachments, completeness.missingAttachments(at: step), rule: "INCOMPLETE", about: procedure.id,
                passed: Text(
                    en: "\(form.attachments.count) attached", id: "\(form.attachments.count) lampiran"))
        }
        if let unused = form.unusedTarget {
            items.append(.init(.target, .warning, rule: unused.code, about: unused.subject, unused.text))
        }
        if form.name != nil || form.kind != .hosting {
            try examineName(&found, &items)
        } else {
            try examineSpace(&items)
        }
        items += purpose()
        if let addressee = addressee() { items.append(addressee) }
        if !form.emailAccounts.isEmpty { items += mailboxes(found.name) }
        let order = VerificationReport.Subject.allCases
        found.report.items = items.enumerated().sorted {
            let left = order.firstIndex(of: $0.element.subject) ?? 0
            let right = order.firstIndex(of: $1.element.subject) ?? 0
            return (left, $0.offset) < (right, $1.offset)
        }.map(\.element)
        return found
    }

    /// What the office does by no procedure is entered like anything else, and goes back.
    private func otherKind() -> [Reason] {
        guard !procedure.kinds.contains(form.kind) else { return [] }
        func list(_ text: (RequestKind) -> String) -> String {
            procedure.kinds.map { "\(text($0)) (\($0.rawValue))" }.joined(separator: ", ")
        }
        return [
            Reason(
                "KIND_NOT_OFFERED", FormField.kind.rawValue,
                Text(
                    en: "\(form.kind.text.en) is not a kind of request of \(procedure.id); it has: "
                        + list(\.text.en),
                    id: "\(form.kind.text.id) bukan jenis permohonan dalam \(procedure.id); yang ada: "
                        + list(\.text.id)))
        ]
    }

    private func rows(
        _ subject: VerificationReport.Subject, _ reasons: [Reason], rule: String, about: String, passed: Text
    ) -> [VerificationReport.Item] {
        guard !reasons.isEmpty else { return [.init(subject, .passed, rule: rule, about: about, passed)] }
        return reasons.map { .init(subject, .failed, rule: $0.code, about: $0.subject, $0.text) }
    }

    // MARK: The name

    private func examineName(_ found: inout Findings, _ items: inout [VerificationReport.Item]) throws(Failure) {
        // What is missing has been said.
        guard let text = form.name else { return }
        if let hint = typoOfZone(text) {
            items.append(.init(.label, .failed, rule: hint.code, about: hint.subject, hint.text))
            return
        }
        let verdict = LabelRules.judge(
            text, zone: decision.zone, settings: decision.settings, overridesReserved: form.overrideReason != nil)
        found.name = verdict.name ?? verdict.reserved
        let outcome = try propose(text, found.name)
        found.isReset = outcome.isReset
        var isTold = Set(items.map(\.subject))
        for reason in outcome.reasons {
            let subject = Examination.subject(of: reason.code)
            isTold.insert(subject)
            items.append(.init(subject, .failed, rule: reason.code, about: reason.subject, reason.text))
        }
        if outcome.isReset, let reason = outcome.reset {
            isTold.insert(.duplicate)
            items.append(.init(.duplicate, .warning, rule: reason.code, about: reason.subject, reason.text))
        }
        for warning in outcome.warnings {
            let subject: VerificationReport.Subject = warning.code == "SIMILAR" ? .similarity : .target
            isTold.insert(subject)
            items.append(.init(subject, .warning, rule: warning.code, about: warning.subject, warning.text))
        }
        let name = found.name?.undotted ?? Shown.text(text)
        for row in Examination.passes(form.kind, hasTarget: outcome.hasTarget) where !isTold.contains(row.subject) {
            items.append(.init(row.subject, row.verdict, rule: row.rule, about: name, row.text))
        }
    }

    /// A spelling of the zone that stands in papers and is not in use.
    private func typoOfZone(_ text: String) -> Reason? {
        guard let name = try? Name(text), let typo = procedure.zoneTypos.first(where: { name.isAtOrBelow($0) }) else {
            return nil
        }
        let zone = decision.zone.undotted
        let inside = name.text(relativeTo: typo)
        let meant = name == typo ? zone : "\(inside).\(zone)"
        return Reason(
            "OUT_OF_ZONE", Shown.text(text),
            Text(
                en: "\(typo.undotted) is not the zone, which is \(zone); is \(meant) meant?",
                id: "\(typo.undotted) bukan zona ini, melainkan \(zone); maksudnya \(meant)?"))
    }

    private struct Outcome {
        var reasons: [Reason] = []
        var warnings: [Reason] = []
        var isReset = false
        var reset: Reason?
        var hasTarget = false
    }

    /// What the rules of `add`, `change` and `remove` say to it.
    private func propose(_ text: String, _ name: Name?) throws(Failure) -> Outcome {
        var outcome = Outcome()
        if asksForReset, let name, let inUse = try decision.use(of: name),
            let held = inUse.heldName, Decision.isSame(held.opd, form.opd)
        {
            outcome.isReset = true
            outcome.reset = Reason(
                "RESET", name.undotted,
                Text(
                    en: "held by \(Shown.text(held.opd)) itself (request \(held.origin), \(held.since)), who cannot "
                        + "get in: the password is reset, the name stays as it is",
                    id: "sudah dimiliki \(Shown.text(held.opd)) (permohonan \(held.origin), \(held.since)) yang tidak "
                        + "dapat mengaksesnya: kata sandi diatur ulang, nama tetap"))
            return outcome
        }
        do throws(Failure) {
            switch form.kind {
            case .passwordReset: _ = try decision.held(text, opd: form.opd)
            case .delete: outcome.warnings = try decision.remove(text, letter: letter).warnings
            case .rename:
                _ = try decision.heldForRename(text, opd: form.opd)
                if let new = form.newName {
                    let asked = try decision.judgeNew(
                        new, opd: form.opd, override: form.overrideReason, request: request)
                    outcome.reasons += asked.reasons
                    outcome.warnings += asked.warnings
                } else {
                    outcome.reasons.append(
                        Reason(
                            "INCOMPLETE", "newName",
                            Text(en: "the form lacks the new name", id: "formulir belum memuat nama baru")))
                }
            default:
                let plan = try RequestPlan(form: form, completeness: completeness, decision: decision, name: name)
                outcome.hasTarget = plan.options != nil
                outcome.warnings += redirectsByHost()
                let told = try plan.warnings(decision, letter: letter)
                outcome.reasons += told.reasons
                outcome.warnings += told.warnings
            }
        } catch {
            switch error {
            case .refused(let reasons), .state(let reasons): outcome.reasons += reasons
            case .usage(let text): outcome.reasons.append(Reason("TARGET_INVALID", "target", text))
            case .io: throw error
            }
        }
        return outcome
    }

    /// A host or an address that a redirect leads to is taken for a page there.
    private func redirectsByHost() -> [Reason] {
        guard form.kind == .redirect, form.target.count == 1, let host = form.target.first, !host.contains("://")
        else { return [] }
        return [
            Reason(
                "REDIRECT_HTTP", Shown.text(host),
                Text(
                    en: "is taken as http://\(Shown.text(host)); give the whole URL where it is another, as with https",
                    id: "dibaca sebagai http://\(Shown.text(host)); tulis URL lengkap bila lain, misalnya https"))
        ]
    }

    /// Whether an agency that has the name means to get into it again. To be given, changed or given up, a name need
    /// not be got into; and where the form has no such field nobody was asked.
    private var asksForReset: Bool {
        switch form.kind {
        case .passwordReset: true
        case .new, .email: form.cannotAccess && procedure.fields[.cannotAccess] != nil
        case .change, .rename, .delete, .hosting, .redirect, .delegation: false
        }
    }

    /// The letter the rules are asked with; what it lacks is told as incomplete, and its date when it comes in.
    private var letter: RequestLetter {
        var letter = RequestLetter(id: request, form: form)
        letter.letterDate = nil
        return letter
    }

    static func subject(of code: String) -> VerificationReport.Subject {
        switch code {
        case "INVALID_LABEL", "NON_ASCII", "TYPED_URL", "OUT_OF_ZONE": .label
        case "RESERVED": .reserved
        case "DUPLICATE", "QUARANTINED": .duplicate
        case "NOT_OWNER", "NAME_NOT_FOUND", "NOT_ACTIVE", "NAMES_BELOW", "IN_USE": .owner
        case "NO_CAPACITY": .capacity
        case "INCOMPLETE": .completeness
        default: .target
        }
    }

    /// Rows for what nothing was said against.
    private static func passes(_ kind: RequestKind, hasTarget: Bool) -> [VerificationReport.Item] {
        func passed(_ subject: VerificationReport.Subject, _ rule: String, _ en: String, _ id: String)
            -> VerificationReport.Item
        { .init(subject, .passed, rule: rule, about: "", Text(en: en, id: id)) }
        var rows = [
            passed(
                .label, "INVALID_LABEL", "follows the rules of names (RFC 1035 §2.3.1)",
                "sesuai kaidah nama (RFC 1035 §2.3.1)"),
            passed(.reserved, "RESERVED", "is not reserved", "tidak dicadangkan"),
        ]
        switch kind {
        case .change, .rename, .delete, .passwordReset:
            rows.append(passed(.owner, "NOT_OWNER", "is the agency's own", "milik pemohon"))
        default:
            rows.append(passed(.duplicate, "DUPLICATE", "does not exist yet", "belum ada"))
            rows.append(passed(.similarity, "SIMILAR", "no similar names", "tidak ada nama yang mirip"))
        }
        if hasTarget {
            rows.append(passed(.target, "TARGET_INVALID", "can be made and is allowed", "sah dan diizinkan"))
            rows.append(passed(.capacity, "NO_CAPACITY", "there is enough space", "ruang penyimpanan mencukupi"))
        } else {
            rows.append(
                .init(
                    .target, .notApplicable, rule: "TARGET_INVALID", about: "",
                    Text(en: "none is given", id: "tidak disebutkan")))
        }
        return rows
    }

    // MARK: The rest

    /// Hosting without a name.
    private func examineSpace(_ items: inout [VerificationReport.Item]) throws(Failure) {
        let needed = form.gigabytes(hosting: .cloud, decision.settings)
        let free = try decision.freeSpace()
        if needed > free {
            let reason = Decision.noCapacity(needed: needed, free: free)
            items.append(.init(.capacity, .failed, rule: reason.code, about: reason.subject, reason.text))
        } else {
            items.append(
                .init(
                    .capacity, .passed, rule: "NO_CAPACITY", about: "\(needed) GB",
                    Text(en: "\(free) GB are free", id: "tersisa \(free) GB")))
        }
    }

    private func purpose() -> [VerificationReport.Item] {
        guard let given = form.purposeClass else { return [] }
        if let known = form.knownPurpose {
            return [.init(.purpose, .passed, rule: "NOT_GOVERNMENT_PURPOSE", about: known.rawValue, known.text)]
        }
        let known = PurposeClass.allCases.map(\.rawValue).joined(separator: ", ")
        return [
            .init(
                .purpose, .failed, rule: "NOT_GOVERNMENT_PURPOSE", about: Shown.text(given),
                Text(
                    en: "does not serve the government; names are given for \(known)",
                    id: "peruntukan di luar kepentingan pemerintahan; nama diberikan untuk \(known)"))
        ]
    }

    private func addressee() -> VerificationReport.Item? {
        guard let given = form.addressee else { return nil }
        let wanted = AgencyNames.normalized(procedure.addressee)
        if AgencyNames.normalized(given).contains(wanted) {
            return .init(
                .addressee, .passed, rule: "WRONG_ADDRESSEE", about: Shown.text(given),
                Text(en: "as the procedure wants it", id: "sesuai prosedur"))
        }
        return .init(
            .addressee, .warning, rule: "WRONG_ADDRESSEE", about: Shown.text(given),
            Text(
                en: "the letter should go to \(procedure.addressee)",
                id: "surat semestinya ditujukan kepada \(procedure.addressee)"))
    }

    private func mailboxes(_ name: Name?) -> [VerificationReport.Item] {
        guard let name else { return [] }
        var reasons: [Reason] = []
        var seen: Set<String> = []
        for text in form.emailAccounts {
            let (address, reason) = Mailbox.judge(text, at: name)
            if let reason { reasons.append(reason) }
            if let address, !seen.insert(address).inserted {
                reasons.append(
                    Reason(
                        "MAILBOX_INVALID", address, Text(en: "is asked for twice", id: "dimohonkan dua kali")))
            }
        }
        return rows(
            .mailboxes, reasons, rule: "MAILBOX_INVALID", about: name.undotted,
            passed: Text(en: Text.counted(seen.count, "mailbox", "mailboxes"), id: "\(seen.count) akun surel"))
    }
}

extension RequestLetter {
    /// The letter of a form. What a form must say is looked after elsewhere: here a missing number is no obstacle.
    init(id: RequestID, form: RequestForm) {
        self.init(
            id: id, opd: form.opd.isEmpty ? "-" : form.opd, letter: form.letterNumber ?? "-",
            letterDate: form.letterDate, channel: form.channel.rawValue)
    }
}

extension Decision {
    /// Space that is left on the shared hosting, what the request itself has reserved included.
    /// - Parameter before: what a name already takes that is to take another amount.
    func freeSpace(before: Int = 0) throws(Failure) -> Int {
        let (taken, overflow) = try lookup({ try $0.gigabytesTaken() }).subtractingReportingOverflow(
            Capacity.sum(before, reserved))
        // The settings of a decision have what was added.
        return overflow
            ? 0
            : Capacity.Sums(
                total: settings.hosting.capacityGB, taken: taken, warnPercent: settings.hosting.warnPercent
            ).free
    }
}

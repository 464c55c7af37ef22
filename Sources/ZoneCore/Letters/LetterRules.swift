/// Which documents are due for a request, and which of them are signed and stay as they are.
public struct LetterRules {
    public enum Standing: Hashable, Sendable {
        /// May be written, and again; a draft bears its mark.
        case open(isDraft: Bool)
        /// May be written once: it gets a number and stays.
        case final
        /// Has its number and stays as it is.
        case written(RequestRecord.LetterEntry)
        /// Not yet, or not for this request; what would have to be.
        case notDue(Text)
    }

    let record: RequestRecord
    let settings: ZoneSettings
    let calendar: OfficeCalendar
    let now: Instant

    public init(record: RequestRecord, settings: ZoneSettings, calendar: OfficeCalendar, now: Instant) {
        self.record = record
        self.settings = settings
        self.calendar = calendar
        self.now = now
    }

    private var summary: RequestSummary { record.summary }
    private var procedure: Procedure { record.procedure }

    public func standing(of kind: LetterKind) -> Standing {
        let kind = written(for: kind)
        if let reason = reasonAgainst(kind) { return .notDue(reason) }
        guard kind.isNumbered else { return .open(isDraft: kind == .draftReport) }
        guard isSigned(kind) else { return .open(isDraft: true) }
        if let letter = newest(kind, isSigned: true), !isUnanswered(kind, letter) { return .written(letter) }
        return .final
    }

    /// What is written when a kind is asked for: the draft of a report becomes the report when that is signed.
    public func written(for kind: LetterKind) -> LetterKind {
        kind == .draftReport && isSigned(kind) ? .report : kind
    }

    /// How many letters of that kind have been sent.
    public func sent(_ kind: LetterKind) -> Int {
        record.letters.filter { $0.kind == kind.rawValue && $0.number != nil }.count
    }

    // MARK: What a letter is about

    /// The newest document of a kind since what it is about happened.
    private func newest(_ kind: LetterKind, isSigned: Bool) -> RequestRecord.LetterEntry? {
        record.history[occasion(of: kind)...].last {
            $0.letter?.kind == kind.rawValue && ($0.letter?.number != nil || !isSigned)
        }?.letter
    }

    /// Where in the history stands what a letter is about: the return, the decision, the hand-over. A letter before it
    /// is about something else, and another one is due. What is no letter is about the request as a whole.
    private func occasion(of kind: LetterKind) -> Int {
        guard kind.isNumbered else { return 0 }
        return record.history.lastIndex { entry in
            switch kind {
            case .returned: entry.state == .returned && (entry.kind == .stepped || entry.kind.isForm)
            case .handoverMinutes: entry.kind == .accountHandedOver
            case .reviewNotice: [.added, .changed, .renewed, .resumed].contains(entry.kind)
            case .suspensionNotice: entry.kind == .suspended
            default: record.decides(entry)
            }
        } ?? 0
    }

    /// Whether a holder has let the time pass that a notice of review gave: it is repeated then.
    private func isUnanswered(_ kind: LetterKind, _ letter: RequestRecord.LetterEntry) -> Bool {
        guard kind == .reviewNotice else { return false }
        let today = now.date(at: settings.utcOffset)
        return calendar.workingDay(NameNotices.days, after: letter.time.date(at: settings.utcOffset)) < today
    }

    // MARK: Signing

    /// Whether a document is past its drafts. Where the procedure has a step of signing, that step makes it so, as
    /// long as nothing was drafted anew after it; otherwise whoever writes it signs it.
    private func isSigned(_ kind: LetterKind) -> Bool {
        guard hasSigningStep(kind) else { return kind != .draftReport }
        guard let signed = signingStep.flatMap({ summary.isOpen($0.id) ? nil : summary.done($0.id) }) else {
            return false
        }
        let drafted = procedure.steps.filter { $0.has(.draft) }.compactMap { summary.done($0.id) }.max()
        return drafted.map { $0 <= signed } ?? true
    }

    private var signingStep: Procedure.Step? { procedure.steps.first { $0.has(.sign) } }

    /// Whether a kind is signed in a step of the procedure. What goes out while a request waits, or when it is
    /// through, does not come by that step.
    private func hasSigningStep(_ kind: LetterKind) -> Bool {
        switch kind {
        case .returned, .handoverMinutes, .reviewNotice, .suspensionNotice: false
        case .reply where record.outcome == .deferred: false
        default: signingStep != nil
        }
    }

    /// How many events lead up to the signature of a document, that of the step of signing among them: what it says,
    /// and its date, are from then, whenever it is written. `nil` for what is signed as it is written.
    func signature(of kind: LetterKind) -> Int? {
        guard kind.isNumbered, hasSigningStep(kind), isSigned(kind), let step = signingStep else { return nil }
        return record.history.lastIndex { $0.step == step.id && $0.kind == .stepped }.map { $0 + 1 }
    }

    /// The documents of which the step of signing found drafts, in the order of their numbers.
    public var toBeSigned: [LetterKind] {
        LetterKind.allCases.filter { kind in
            guard kind.isNumbered, signature(of: kind) != nil, standing(of: kind) == .final else { return false }
            return newest(kind, isSigned: false) != nil
                || (kind == .report && record.letters.contains { $0.kind == LetterKind.draftReport.rawValue })
        }
    }

    /// What has yet to be written before a step that needs a document; `nil` when it is there. One answer to the
    /// agency is as good as another that fits the decision. A step that signs takes a draft, which it signs.
    func missing(_ kind: LetterKind, at step: Procedure.Step) -> LetterKind? {
        let isGranted = [nil, .approved, .reset].contains(record.outcome)
        if isVoid(kind) || (kind == .accountMail && !isGranted) { return nil }
        let answers: [LetterKind] = [.approval, .rejection, .reply, .technicalAdvice]
        let isAnswer = answers.contains(kind)
        for kind in isAnswer ? answers : [kind] where reasonAgainst(kind) == nil {
            if newest(kind, isSigned: kind.isNumbered && !step.has(.sign)) != nil { return nil }
        }
        return isAnswer && kind != .reply ? LetterRules.answer(to: record.outcome) : kind
    }

    /// The letter that tells the agency of a decision.
    private static func answer(to outcome: RequestOutcome?) -> LetterKind {
        switch outcome {
        case .approved, nil: .approval
        case .rejected: .rejection
        case .deferred, .reset, .advice: .reply
        }
    }

    // MARK: When

    private func isReached(_ step: Procedure.Step) -> Bool { summary.isOpen(step.id) || summary.done(step.id) != nil }

    /// Whether the step that writes a kind has been reached; also when no step does.
    private func isReached(_ kinds: LetterKind...) -> Bool {
        let steps = procedure.steps.filter { step in kinds.contains { step.documents.contains($0) } }
        return steps.isEmpty || steps.contains(where: isReached)
    }

    /// What nobody waits for any more: an answer to a request that was taken back, papers of a name that is gone.
    private func endAgainst(_ kind: LetterKind) -> Text? {
        switch kind {
        case .rejection where record.outcome == .rejected: return nil
        case .approval, .rejection, .reply, .technicalAdvice, .minutes, .handoverMinutes, .resetMinutes, .accountMail:
            if summary.state == .cancelled {
                return Text(en: "the request is cancelled", id: "permohonan sudah dibatalkan")
            }
            guard isVoid(kind), let name = record.removedSince?.name.undotted else { return nil }
            return Text(en: "\(name) is removed meanwhile", id: "\(name) sementara itu sudah dihapus")
        default: return nil
        }
    }

    /// Whether a document of what was made has lost its matter, with the name that was removed.
    private func isVoid(_ kind: LetterKind) -> Bool {
        [.minutes, .handoverMinutes, .accountMail].contains(kind) && record.removedSince != nil
    }

    private func first(writing kind: LetterKind) -> String {
        procedure.steps.first { $0.documents.contains(kind) }?.id ?? procedure.id
    }

    private func reasonAgainst(_ kind: LetterKind) -> Text? {
        if let reason = endAgainst(kind) { return reason }
        switch kind {
        case .receipt, .disposition:
            return summary.received != nil
                ? nil
                : Text(
                    en: "the letter has not come in yet; it gets its place in the agenda first",
                    id: "surat belum diterima; catat dahulu dalam agenda")
        case .form:
            return procedure.steps.contains { $0.has(.form) } && !isReached(.form) ? notReached(kind) : nil
        case .schedule:
            return summary.schedule != nil
                ? nil : Text(en: "no day is planned yet", id: "hari pengerjaan belum dijadwalkan")
        case .verificationReport:
            return record.verification != nil
                ? nil : Text(en: "nothing was verified yet", id: "permohonan belum diverifikasi")
        case .analysisReport:
            let isRefused = record.outcome == .rejected && record.analysis.isEmpty
            return !isRefused && procedure.steps.contains { $0.has(.analyse) && isReached($0) }
                ? nil : Text(en: "nothing was analysed yet", id: "permohonan belum dianalisis")
        case .returned:
            return summary.state == .returned
                ? nil : Text(en: "the request is not with the applicant", id: "permohonan tidak sedang dikembalikan")
        case .approval:
            return outcome([.approved], for: kind) ?? (procedure.approvesWhatIsMade ? isProvisioned(for: kind) : nil)
        case .rejection: return outcome([.rejected], for: kind)
        case .technicalAdvice: return outcome([.advice], for: kind)
        case .reply:
            // A request that waits for space comes to none of the steps that would write to the agency.
            if record.outcome == .deferred { return nil }
            return outcome(RequestOutcome.allCases, for: kind) ?? (isReached(.reply) ? nil : notReached(kind))
        case .resetMinutes: return outcome([.reset], for: kind) ?? isReset
        case .minutes: return isProvisioned(for: kind)
        case .accountMail:
            if record.outcome != .reset, let reason = isProvisioned(for: kind) { return reason }
            return isReached(.accountMail) ? nil : notReached(kind)
        case .accountSheet:
            return Text(
                en: "is written once, with the password, by zonectl account issue \(summary.id) --slip FILE",
                id: "dibuat satu kali, beserta kata sandinya, dengan zonectl account issue \(summary.id) --slip BERKAS")
        case .handoverMinutes:
            if record.accounts.contains(where: { $0.handedOver != nil }) { return nil }
            return isProvisioned(for: kind) ?? (isReached(.handoverMinutes) ? isHandedOver : notReached(kind))
        case .draftReport: return isReached(.draftReport) && hasBegun ? nil : notReached(kind)
        case .report: return isReached(.report) && hasBegun ? nil : notReached(kind)
        case .reviewNotice: return reviewReason
        case .suspensionNotice:
            return record.name?.status == .suspended
                ? nil : Text(en: "the name is not suspended", id: "nama tidak sedang ditangguhkan")
        }
    }

    /// Whether there is something to report: a report is no first step.
    private var hasBegun: Bool { !summary.taken.isEmpty }

    private func notReached(_ kind: LetterKind) -> Text {
        let step = first(writing: kind)
        return Text(
            en: "the \(kind.text.en) is due at step \(step)", id: "\(kind.text.id) dibuat pada langkah \(step)")
    }

    /// Why there is nothing to tell of; advice is given only where it can be followed.
    private func isProvisioned(for kind: LetterKind) -> Text? {
        if summary.provisioned != nil { return nil }
        if let lost = record.lost {
            return Text(en: "\(lost.subject) \(lost.text.en)", id: "\(lost.subject) \(lost.text.id)")
        }
        if procedure.decides || record.outcome != nil, let reason = outcome([.approved], for: kind) { return reason }
        let nothing = Text(
            en: "nothing has been made for the request yet", id: "belum ada yang dibuat untuk permohonan ini")
        if summary.state == .returned {
            return Text(en: "\(nothing.en); it is with the applicant", id: "\(nothing.id); berkasnya ada pada pemohon")
        }
        guard let step = procedure.steps.first(where: { $0.has(.provision) }), !summary.isOpen(step.id) else {
            return Text(
                en: "\(nothing.en); zonectl add \(summary.id) does it",
                id: "\(nothing.id); kerjakan dengan zonectl add \(summary.id)")
        }
        return Text(
            en: "\(nothing.en); step \(step.id) does it", id: "\(nothing.id); dikerjakan pada langkah \(step.id)")
    }

    private var isReset: Text? {
        let id = summary.id
        guard record.isReset else {
            return Text(
                en: "the password is not reset yet: zonectl account reset \(id)",
                id: "kata sandi belum diatur ulang: zonectl account reset \(id)")
        }
        return record.accounts.allSatisfy { $0.sheet != nil }
            ? nil
            : Text(
                en: "the new account sheet is not written yet: zonectl account issue \(id) --slip FILE",
                id: "lembar data akun yang baru belum dibuat: zonectl account issue \(id) --slip BERKAS")
    }

    private func outcome(_ wanted: [RequestOutcome], for kind: LetterKind) -> Text? {
        guard let outcome = record.outcome else {
            return Text(en: "nothing was decided yet", id: "permohonan belum diputuskan")
        }
        guard !wanted.contains(outcome) else { return nil }
        let fitting: LetterKind =
            switch (kind, outcome) {
            case (.minutes, .reset), (.handoverMinutes, .reset): .resetMinutes
            case (.resetMinutes, .approved): .minutes
            default: LetterRules.answer(to: outcome)
            }
        return Text(
            en: "the request was decided otherwise: \(outcome.text.en); what fits is \(fitting.rawValue)",
            id: "keputusan permohonan berbeda: \(outcome.text.id); yang sesuai: \(fitting.rawValue)")
    }

    /// Where a step is there for it, what the minutes speak of has to happen first.
    private var isHandedOver: Text? {
        guard procedure.steps.contains(where: { $0.has(.handOver) }) else { return nil }
        return Text(
            en: "nothing was handed over yet: zonectl account handover \(summary.id) --to NAME",
            id: "belum ada yang diserahkan: zonectl account handover \(summary.id) --to NAMA")
    }

    private var reviewReason: Text? {
        guard let name = record.name, name.status == .active,
            let due = name.reviewDate(months: settings.reviewMonths)
        else { return Text(en: "no active name is to be reviewed", id: "tidak ada nama aktif yang perlu ditinjau") }
        return due <= now.date(at: settings.utcOffset)
            ? nil : Text(en: "the review is due on \(due)", id: "peninjauan jatuh tempo pada \(due)")
    }
}

extension Procedure {
    /// Whether the letter of approval is written in the step that makes the name: it tells of what was made then.
    fileprivate var approvesWhatIsMade: Bool {
        steps.first { $0.documents.contains(.approval) }?.has(.provision) ?? false
    }
}

extension LetterKind {
    /// A kind by the word it is asked for with, in any letter case.
    public static func named(_ text: String) -> LetterKind? {
        let wanted = text.lowercased()
        return allCases.first { $0.rawValue == wanted }
    }

    /// Whether it is signed: it gets a number and a date then and stays as it is. The others show how things stand
    /// whenever they are written.
    public var isNumbered: Bool {
        switch self {
        case .returned, .approval, .rejection, .reply, .technicalAdvice, .report, .minutes, .handoverMinutes,
            .resetMinutes, .reviewNotice, .suspensionNotice:
            true
        case .receipt, .disposition, .form, .schedule, .verificationReport, .analysisReport, .accountMail,
            .accountSheet, .draftReport:
            false
        }
    }

    /// The document; `nil` for the account sheet, which needs what is kept nowhere.
    public func document(_ context: LetterContext) -> LetterDocument? {
        switch self {
        case .receipt: ReceiptLetter.document(context)
        case .disposition: DispositionSheet.document(context)
        case .form: RequestFormSheet.document(context)
        case .schedule: ScheduleSheet.document(context)
        case .verificationReport: VerificationReportSheet.document(context)
        case .analysisReport: AnalysisReport.document(context)
        case .returned: ReturnedLetter.document(context)
        case .approval: ApprovalLetter.document(context)
        case .rejection: RejectionLetter.document(context)
        case .reply, .technicalAdvice: ReplyLetter.document(context)
        case .accountMail: AccountMail.document(context)
        case .accountSheet: nil
        case .minutes: OfficialMinutes.creation(context)
        case .handoverMinutes: OfficialMinutes.handover(context)
        case .resetMinutes: OfficialMinutes.reset(context)
        case .draftReport, .report: ExecutionReport.document(context)
        case .reviewNotice: NameNotices.review(context)
        case .suspensionNotice: NameNotices.suspension(context)
        }
    }

    /// Why the document cannot be written as the request stands; empty: it can.
    public func gaps(_ record: RequestRecord) -> [Reason] {
        self == .analysisReport ? AnalysisHeading.missing(in: record.analysis) : []
    }

    /// What has to happen before it is signed, though all steps are taken: minutes name the zone file that holds what
    /// was made, and whoever puts a name to them has seen it there. An approval that follows the work says since when.
    public func wait(_ context: LetterContext) -> Text? {
        let isAfterwards = self == .minutes || (self == .approval && context.procedure.approvesWhatIsMade)
        guard isAfterwards, !context.record.works.isEmpty, !context.isMadeSuspended, context.publication == nil else {
            return nil
        }
        return Text(
            en: "what was made is in no zone file yet; zonectl render writes it",
            id: "hasilnya belum ada dalam berkas zona; terbitkan dahulu dengan zonectl render")
    }

    /// What whoever sends the document should know.
    public func warnings(_ context: LetterContext) -> [Reason] {
        guard self == .accountMail else { return [] }
        var warnings: [Reason] = []
        let id = context.summary.id
        if AccountMail.message(context) == nil {
            warnings.append(
                Reason(
                    "NO_MAILBOX", id.description,
                    Text(
                        en: "the form names nobody with a mailbox; print the text and hand it over",
                        id: "formulir tidak menyebut surel siapa pun; cetak teks ini lalu serahkan")))
        }
        let makesAccounts = context.procedure.steps.contains { $0.has(.account) } || !context.accounts.isEmpty
        if makesAccounts, !context.accounts.contains(where: { $0.sheet != nil }) {
            warnings.append(
                Reason(
                    "NO_SHEET", id.description,
                    Text(
                        en: "no account sheet is issued that the message could name: zonectl account issue \(id)",
                        id: "belum ada lembar akun yang dapat disebut: zonectl account issue \(id)")))
        }
        return warnings
    }
}

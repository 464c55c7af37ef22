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
    let now: Instant

    public init(record: RequestRecord, settings: ZoneSettings, now: Instant) {
        self.record = record
        self.settings = settings
        self.now = now
    }

    private var summary: RequestSummary { record.summary }
    private var procedure: Procedure { record.procedure }

    public func standing(of kind: LetterKind) -> Standing {
        let kind = isSigned(kind) && kind == .draftReport ? .report : kind
        if let reason = reasonAgainst(kind) { return .notDue(reason) }
        guard kind.isNumbered else { return .open(isDraft: kind == .draftReport) }
        guard isSigned(kind) else { return .open(isDraft: true) }
        let written = record.letters.last { $0.kind == kind.rawValue && $0.number != nil }
        if let written, written.time >= occasion { return .written(written) }
        return .final
    }

    /// What is written when a kind is asked for: the draft of a report becomes the report when that is signed.
    public func written(for kind: LetterKind) -> LetterKind {
        kind == .draftReport && isSigned(kind) ? .report : kind
    }

    /// When the newest decision fell: a letter before it is the answer to something else.
    private var occasion: Instant {
        record.history.last { entry in
            guard let state = entry.state, entry.kind == .stepped || entry.kind.isForm else { return false }
            return entry.decision != nil && [.approved, .rejected, .deferred, .reset, .returned].contains(state)
        }?.time ?? record.history.first?.time ?? now
    }

    /// How many letters of that kind have been sent.
    public func sent(_ kind: LetterKind) -> Int {
        record.letters.filter { $0.kind == kind.rawValue && $0.number != nil }.count
    }

    /// Whether a document is past its drafts. Where the procedure has a step of signing, that step makes it so, as
    /// long as nothing was drafted anew after it; otherwise whoever writes it signs it.
    private func isSigned(_ kind: LetterKind) -> Bool {
        switch kind {
        case .returned, .reviewNotice, .suspensionNotice: return true
        case .handoverMinutes where record.accounts.contains(where: { $0.handedOver != nil }): return true
        default: break
        }
        guard let sign = procedure.steps.first(where: { $0.has(.sign) }) else { return kind != .draftReport }
        guard let signed = summary.done(sign.id), !summary.isOpen(sign.id) else { return false }
        let drafted = procedure.steps.filter { $0.has(.draft) }.compactMap { summary.done($0.id) }.max()
        return drafted.map { $0 <= signed } ?? true
    }

    // MARK: When

    private func isReached(_ step: Procedure.Step) -> Bool { summary.isOpen(step.id) || summary.done(step.id) != nil }

    /// Whether the step that writes a kind has been reached; also when no step does.
    private func isReached(_ kinds: LetterKind...) -> Bool {
        let steps = procedure.steps.filter { step in kinds.contains { step.documents.contains($0) } }
        return steps.isEmpty || steps.contains(where: isReached)
    }

    private func first(writing kind: LetterKind) -> String {
        procedure.steps.first { $0.documents.contains(kind) }?.id ?? procedure.id
    }

    private func reasonAgainst(_ kind: LetterKind) -> Text? {
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
            return procedure.steps.contains { $0.has(.analyse) && isReached($0) }
                ? nil : Text(en: "nothing was analysed yet", id: "permohonan belum dianalisis")
        case .returned:
            return summary.state == .returned
                ? nil : Text(en: "the request is not with the applicant", id: "permohonan tidak sedang dikembalikan")
        case .approval: return outcome([.approved])
        case .rejection: return outcome([.rejected, .deferred])
        case .technicalAdvice: return outcome([.advice])
        case .reply: return outcome(RequestOutcome.allCases) ?? (isReached(.reply) ? nil : notReached(kind))
        case .resetMinutes: return outcome([.reset])
        case .minutes: return isProvisioned
        case .accountMail:
            if record.outcome != .reset, let reason = isProvisioned { return reason }
            return isReached(.accountMail) ? nil : notReached(kind)
        case .accountSheet:
            return Text(
                en: "is written once, with the password, by zonectl account issue \(summary.id) --slip FILE",
                id: "dibuat satu kali, beserta kata sandinya, dengan zonectl account issue \(summary.id) --slip BERKAS")
        case .handoverMinutes:
            if record.accounts.contains(where: { $0.handedOver != nil }) { return nil }
            return isProvisioned ?? (isReached(.handoverMinutes) ? nil : notReached(kind))
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

    private var isProvisioned: Text? {
        summary.provisioned != nil
            ? nil
            : Text(
                en: "nothing has been made for the request yet; zonectl add \(summary.id) does it",
                id: "belum ada yang dibuat untuk permohonan ini; kerjakan dengan zonectl add \(summary.id)")
    }

    private func outcome(_ wanted: [RequestOutcome]) -> Text? {
        guard let outcome = record.outcome else {
            return Text(en: "nothing was decided yet", id: "permohonan belum diputuskan")
        }
        return wanted.contains(outcome)
            ? nil
            : Text(
                en: "the request was decided otherwise: \(outcome.text.en)",
                id: "keputusan permohonan berbeda: \(outcome.text.id)")
    }

    private var reviewReason: Text? {
        guard let name = record.name, name.status == .active,
            let due = name.reviewDate(months: settings.reviewMonths)
        else { return Text(en: "no active name is to be reviewed", id: "tidak ada nama aktif yang perlu ditinjau") }
        return due <= now.date(at: settings.utcOffset)
            ? nil : Text(en: "the review is due on \(due)", id: "peninjauan jatuh tempo pada \(due)")
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
        self == .analysisReport ? AnalysisReport.missing(record) : []
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
                        en: "the form names nobody with a mailbox; the text has no header",
                        id: "formulir tidak menyebut surel siapa pun; teks tanpa kepala surat")))
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

    /// Text of the file: a message for e-mail where somebody can be written to, else lines.
    public func text(_ context: LetterContext) -> String? {
        if self == .accountMail { return AccountMail.message(context)?.text }
        return document(context).map(LetterTextWriter.text)
    }

    public func page(_ context: LetterContext) -> String? { document(context).map(LetterPageWriter.page) }
}

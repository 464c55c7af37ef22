/// A document with all that is recorded of it: its files, their digests, and the event.
public struct LetterFile: Sendable {
    public let kind: LetterKind
    /// Names of the files in ``folder``, without and with markup.
    public let name: String
    public let pageName: String
    public let text: String
    public let page: String
    public let number: String?
    public let isDraft: Bool
    /// What the register is to know of it.
    public let draft: EventDraft
    /// SHA-256 of its files, in hexadecimal, the text first.
    public let digests: [String?]

    /// The folder of a zone's documents. They name persons: only the office may read them.
    public static let folder = "letters"
    public static let folderMode: UInt32 = 0o750
    public static let mode: UInt32 = 0o640

    /// Makes the document that is due. A final one takes the next number of the year of its date.
    /// - Parameters:
    ///   - context: its `number` and `isDraft` are set here.
    ///   - outgoing: the next number of the year.
    /// - Throws: `Failure.state` when it is not due or is signed already, `.refused` when something it must say is
    ///   missing.
    public init(
        _ asked: LetterKind, _ given: LetterContext, outgoing: (_ year: Int) throws -> RequestID
    ) throws {
        var context = given
        let record = given.record
        let rules = LetterRules(
            record: record, settings: given.settings, calendar: given.calendar, now: given.now)
        kind = rules.written(for: asked)
        if let signature = rules.signature(of: kind) {
            context.record = record.after(signature)
            context.now = context.record.history.last?.time ?? given.now
            // That the name was removed or changed by then is an event of another request.
            if let gone = record.removedSince, gone.since <= context.today.description { context.record.name = gone }
            if let name = record.changedSince, let day = given.days.newest, day <= context.today {
                context.record.name = name
            }
            if let time = given.publication?.time, time > context.now { context.publication = nil }
            // What both sides saw after the head has signed is put down when it is there.
            if kind.wait(context) != nil { context = given }
        }
        var sent: RequestID?
        switch rules.standing(of: asked) {
        case .notDue(let text): throw Failure.state([LetterFile.notDue(asked, record.id, text)])
        case .written(let entry): throw Failure.state([LetterFile.signed(entry, kind, record.id)])
        case .open(let isDraft): context.isDraft = isDraft
        case .final:
            if let text = kind.wait(context) {
                throw Failure.state([LetterFile.notDue(asked, record.id, text)])
            }
            let id = try outgoing(context.today.year)
            context.number = context.settings.letters.number(id.number, on: context.today)
            sent = id
        }
        let gaps = kind.gaps(record)
        guard gaps.isEmpty else { throw Failure.refused(gaps) }
        guard let document = kind.document(context) else {
            throw Failure.state([
                LetterFile.notDue(
                    kind, record.id,
                    Text(en: "is not written by this command", id: "tidak dibuat dengan perintah ini"))
            ])
        }
        let message = kind == .accountMail ? AccountMail.message(context) : nil
        text = message?.text ?? LetterTextWriter.text(document)
        page = LetterPageWriter.page(document)
        number = context.number
        isDraft = context.isDraft
        // An answer that follows another of its kind does not replace it.
        let earlier = rules.sent(kind)
        let digits = String(record.id.number)
        let stem =
            "\(record.id.year)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)-\(kind.rawValue)"
            + (earlier > 0 ? "-\(earlier + 1)" : "")
        name = stem + (message == nil ? ".txt" : ".eml")
        pageName = LetterFile.page(of: name)
        var summary = record.summary
        summary.outgoing = sent ?? summary.outgoing
        let (digest, pageDigest) = (LetterFile.digest(text), LetterFile.digest(page))
        digests = [digest, pageDigest]
        var details: [String: JSONValue] = [
            "kind": .string(kind.rawValue), "file": .string(name), "digest": .string(digest),
            "page": .string(pageDigest),
        ]
        if let number {
            details["number"] = .string(number)
            details["date"] = .string(context.today.description)
        }
        if isDraft { details["draft"] = .bool(true) }
        draft = EventDraft(.lettered, request: summary, details: details)
    }

    /// The page beside a document.
    static func page(of name: String) -> String {
        (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name) + ".html"
    }

    private static func digest(_ text: String) -> String { SHA256.digest(of: Array(text.utf8)).description }

    private static func notDue(_ kind: LetterKind, _ id: RequestID, _ text: Text) -> Reason {
        Reason("LETTER_NOT_DUE", "\(kind.rawValue) \(id)", text)
    }

    private static func signed(_ entry: RequestRecord.LetterEntry, _ kind: LetterKind, _ id: RequestID) -> Reason {
        let (number, file) = (entry.number ?? "", "\(folder)/\(entry.file ?? "")")
        return Reason(
            "LETTER_SIGNED", "\(kind.rawValue) \(id)",
            Text(
                en: "is signed as number \(number) and stays as it is: \(file)",
                id: "sudah ditandatangani dengan nomor \(number) dan tidak berubah lagi: \(file)"))
    }
}

extension RequestRecord {
    /// Of a name that was given out without a procedure: enough for letters about the name itself.
    public init(managed: ManagedName, summary: RequestSummary, procedure: Procedure, events: [Event]) {
        var form = RequestForm()
        form.opd = managed.opd
        form.letterNumber = managed.letter
        form.letterDate = managed.letterDate
        form.name = managed.name.undotted
        self.init(
            summary: summary, procedure: procedure, form: form, versions: [form],
            history: events.map(HistoryEntry.init),
            name: managed, verification: nil, accounts: [], events: events)
    }
}

import RFC1035
import ZoneCore

/// Where documents are made: what they say beside their request, and their way to the folder and the register.
struct LetterDesk {
    let counter: RequestCounter
    let staticZone: Zone
    let calendar: OfficeCalendar

    init(_ counter: RequestCounter) throws {
        self.counter = counter
        staticZone = try counter.zone.staticZone(counter.settings)
        calendar = try counter.calendar()
    }

    /// Writes a document that is due, and decides its event.
    func write(_ kind: LetterKind, _ record: RequestRecord, _ register: RegisterTransaction) throws -> LetterFile {
        let letter = try make(kind, try context(of: kind, record, register), register)
        try publish([letter])
        return letter
    }

    /// Signs the drafts of a request whose step of signing was just taken: all of them, or none. What cannot be
    /// signed yet stays a draft.
    func sign(_ id: RequestID, _ register: RegisterTransaction) throws -> [LetterFile] {
        let record = try counter.record(of: id, register)
        let rules = LetterRules(record: record, settings: counter.settings, calendar: calendar, now: counter.now)
        let letters = try rules.toBeSigned.compactMap { kind -> LetterFile? in
            let context = try context(of: kind, record, register)
            guard let text = kind.wait(context) else { return try make(kind, context, register) }
            counter.invocation.console.warn(Reason("LETTER_NOT_DUE", "\(kind.rawValue) \(id)", text))
            return nil
        }
        if !letters.isEmpty { try publish(letters) }
        return letters
    }

    private func make(
        _ kind: LetterKind, _ context: LetterContext, _ register: RegisterTransaction
    ) throws -> LetterFile {
        let letter = try LetterFile(kind, context, outgoing: register.nextOutgoing)
        for warning in kind.warnings(context) { counter.invocation.console.warn(warning) }
        // What stands there already, word for word, was recorded when it was first written.
        let before = context.record.letters.last { $0.file == letter.name }
        if letter.number != nil || before?.files.map(\.digest) != letter.digests { try register.record(letter.draft) }
        return letter
    }

    /// Files get their names before the register gets their events. What is cut off in between leaves files that the
    /// next try writes anew; the other way round there would be a number for a letter that is not there and, being
    /// signed, can never be written.
    private func publish(_ letters: [LetterFile]) throws {
        let folder = try counter.zone.directory.makeSubdirectory(LetterFile.folder, mode: LetterFile.folderMode)
        folder.sweepTemporaries()
        let files = try letters.flatMap { [($0.name, $0.text), ($0.pageName, $0.page)] }.map { name, text in
            let file = try folder.pendingFile(name, mode: LetterFile.mode)
            try file.write(Array(text.utf8))
            try file.finish()
            return file
        }
        for file in files { try file.publish() }
    }

    /// What came of a document.
    static func told(_ letter: LetterFile, _ path: String) -> Text {
        guard let number = letter.number else { return Text(verbatim: path) }
        return Text(en: "\(path): signed, number \(number)", id: "\(path): ditandatangani, nomor \(number)")
    }

    // MARK: What is looked up

    private func context(
        of kind: LetterKind, _ record: RequestRecord, _ register: RegisterTransaction
    ) throws -> LetterContext {
        let settings = counter.settings
        var context = LetterContext(record: record, settings: settings, calendar: calendar, now: counter.now)
        context.serial = try register.lastRendered()?.serial
        context.publication = try register.publication(of: record.id)
        context.days = try record.name.map { try register.days(of: $0, at: settings.utcOffset) } ?? HoldingDays()
        context.wanted = try context.newName.flatMap { try register.managedName($0) }
        if let since = record.putOff { context.addedSpace = try register.spaceAdded(since: since) }
        context.negativeTTL = staticZone.negativeTTL
        context.freeGigabytes = try Capacity.Sums(register, settings: settings).free
        context.alternatives = try alternatives(kind, record, register)
        if kind == .schedule { context.scheduled = try scheduled(register) }
        return context
    }

    /// Free names, where the letter is to offer some.
    private func alternatives(
        _ kind: LetterKind, _ record: RequestRecord, _ register: RegisterSnapshot
    ) throws -> [String] {
        guard [.rejection, .reply, .technicalAdvice, .returned].contains(kind), let name = record.summary.name else {
            return []
        }
        let decision = Decision(
            settings: counter.settings, register: register, staticZone: staticZone,
            today: counter.now.date(at: counter.settings.utcOffset), search: .none)
        return try decision.alternatives(to: name, opd: record.form.opd)
    }

    private func scheduled(_ register: RegisterSnapshot) throws -> [RequestSummary] {
        var result: [RequestSummary] = []
        try register.forEachRequest { summary, _ in
            guard summary.schedule != nil, summary.state?.isFinal != true, summary.provisioned == nil,
                !summary.isRefused
            else { return }
            result.append(summary)
        }
        return result
    }
}

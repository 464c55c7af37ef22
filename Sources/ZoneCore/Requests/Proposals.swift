import RFC1035

/// The letter that a decision answers.
public struct RequestLetter: Hashable, Sendable {
    public var id: RequestID
    public var opd: String
    public var letter: String
    public var letterDate: String?
    /// `letter`, `email`, `eForm`.
    public var channel: String

    public init(id: RequestID, opd: String, letter: String, letterDate: String? = nil, channel: String = "letter") {
        self.id = id
        self.opd = opd
        self.letter = letter
        self.letterDate = letterDate
        self.channel = channel
    }

    func checked() throws(Failure) -> RequestLetter {
        var result = self
        result.opd = try FormText.checked(opd, option: "--opd")
        result.letter = try FormText.checked(letter, option: "--letter")
        if let letterDate { result.letterDate = try FormText.checkedDate(letterDate, option: "--letter-date") }
        return result
    }

    func warnings(_ today: CalendarDate) -> [Reason] {
        RequestLetter.warnings(of: letterDate, today: today)
    }

    /// `FUTURE_DATE` for a letter that will be written after today: mostly a year or month mistyped.
    static func warnings(of letterDate: String?, today: CalendarDate) -> [Reason] {
        guard let letterDate, today.description < letterDate else { return [] }
        return [
            Reason(
                "FUTURE_DATE", letterDate,
                Text(en: "the letter's date is after today, \(today)", id: "tanggal surat setelah hari ini, \(today)"))
        ]
    }

    fileprivate func summary(_ kind: String, _ name: Name) -> RequestSummary {
        RequestSummary(
            id: id, kind: kind, channel: channel, opd: opd, letter: letter, letterDate: letterDate, name: name)
    }
}

extension Decision {
    /// A new name: label, existence, target, capacity. Everything that speaks against it is told at once.
    /// - Parameter reason: `--override`: why a reserved or quarantined label is given out all the same.
    public func add(
        _ text: String, letter given: RequestLetter, options: TargetOptions, override reason: String? = nil
    ) throws(Failure) -> Proposal {
        let letter = try given.checked()
        var why: String?
        if let reason { why = try FormText.checked(reason, option: "--override") }
        let asked = try judgeNew(text, opd: letter.opd, override: why, request: letter.id)
        var refusals = Refusals()
        refusals.add(asked.reasons)
        var options = options
        if asked.hasWWW { options.www = true }
        let outcome: Outcome
        do throws(Failure) {
            var start = blank(asked.name, letter)
            if let kept = try lookup({ try $0.managedName(asked.name) }), kept.request == letter.id {
                start.accounts = kept.accounts
            }
            outcome = try self.outcome(of: options, for: start, current: nil)
        } catch {
            throw refusals.failure(before: error)
        }
        refusals.add(outcome.reasons)
        try refusals.finish()
        var details: [String: JSONValue] = [:]
        if let why { details["override"] = .string(why) }
        let name = outcome.name
        return Proposal(
            draft: EventDraft(.added, name: name, request: letter.summary("new", name.name), details: details),
            name: name, previous: try lookup { try $0.managedName(name.name) },
            warnings: asked.warnings + outcome.warnings + letter.warnings(today), isUnchanged: false)
    }

    /// A change of where a name leads. What the options do not mention stays as it is.
    public func change(
        _ text: String, letter given: RequestLetter, options: TargetOptions
    ) throws(Failure) -> Proposal {
        let letter = try given.checked()
        guard options != TargetOptions() else {
            throw .usage(
                Text(
                    en: "say what is to change: a target, --mail, --www, --ttl or one of --no-mail, --no-www, --no-ttl",
                    id: "sebutkan yang diubah: tujuan, --mail, --www, --ttl, atau salah satu dari --no-mail, --no-www, "
                        + "--no-ttl"))
        }
        var refusals = Refusals()
        let held: ManagedName
        do throws(Failure) {
            held = try self.held(text, opd: letter.opd)
        } catch {
            guard case .refused(let reasons) = error else { throw error }
            refusals.add(reasons)
            refusals.add(try reasonsAgainst(options, forRefused: text, letter))
            throw .refused(refusals.reasons)
        }
        var before = self
        before.settings = settings.recorded(in: held, besides: options)
        var outcome = try before.outcome(of: options, for: held, current: held.target)
        refusals.add(outcome.reasons)
        if outcome.name.isDelegated, !held.isDelegated,
            let below = try lookup({ try $0.heldNamesBelow(held.name, limit: 1) }).first
        {
            refusals.add([
                Reason(
                    "NAMES_BELOW", held.name.undotted,
                    Text(
                        en: "cannot be delegated while \(below.undotted) stands below it; remove that first",
                        id: "tidak dapat didelegasikan selama \(below.undotted) ada di bawahnya; hapus dahulu"))
            ])
        }
        try refusals.finish()
        guard outcome.name != held else {
            outcome.warnings.append(
                Reason(
                    "UNCHANGED", held.name.undotted,
                    Text(
                        en: "is so already; there is nothing to change",
                        id: "sudah demikian; tidak ada yang perlu diubah")))
            return Proposal(
                draft: EventDraft(.changed, name: held, request: letter.summary("change", held.name)),
                name: held, previous: held, warnings: outcome.warnings, isUnchanged: true)
        }
        outcome.name.request = letter.id
        outcome.name.letter = letter.letter
        outcome.name.letterDate = letter.letterDate
        // Whoever asks for a change still uses the name. Its status, and the day of that, are not changed.
        outcome.name.reviewedOn = held.since == today.description ? nil : today.description
        let managed = outcome.name
        if held.status == .suspended { outcome.warnings.append(Decision.staysSuspended(held)) }
        outcome.warnings += try dangling(from: held, to: managed)
        if case .delegate(_, let signers) = held.target.kind, !signers.isEmpty,
            case .delegate(_, let kept) = managed.target.kind, kept.isEmpty
        {
            outcome.warnings.append(
                Reason(
                    "DS_DROPPED", held.name.undotted,
                    Text(
                        en: "was signed (DS) and is not with the new name servers; give --ds if they sign it",
                        id: "tadinya bertanda tangan (DS), dengan server nama yang baru tidak; beri --ds bila "
                            + "tetap ditandatangani")))
        }
        return Proposal(
            draft: EventDraft(.changed, name: managed, request: letter.summary("change", held.name)),
            name: managed, previous: held, warnings: outcome.warnings + letter.warnings(today), isUnchanged: false)
    }

    // MARK: Targets

    /// What options make of a name, and all that speaks against it.
    private struct Outcome {
        var name: ManagedName
        var warnings: [Reason]
        var reasons: [Reason]
    }

    /// - Parameter current: for a change, where the name leads now.
    private func outcome(
        of options: TargetOptions, for name: ManagedName, current: Target?
    ) throws(Failure) -> Outcome {
        let verdict = try targetRules(name.name).verdict(on: options, current: current)
        let (provision, problems) = Provision.attempt(for: verdict.target, name: name.name, settings: settings)
        var result = name
        result.target = verdict.target
        result.records = provision.records
        result.redirect = provision.redirect
        result.gigabytes = provision.gigabytes
        var refusals = Refusals()
        refusals.add(verdict.reasons)
        refusals.add(problems)
        refusals.add(try surroundings(of: result))
        if let problem = try problemOfCapacity(provision.gigabytes, before: name.gigabytes) { refusals.add([problem]) }
        return Outcome(name: result, warnings: verdict.warnings, reasons: refusals.reasons)
    }

    /// A name before anything is known of where it leads.
    private func blank(_ name: Name, _ letter: RequestLetter) -> ManagedName {
        ManagedName(
            name: name, status: .active, request: letter.id, opd: letter.opd, letter: letter.letter,
            letterDate: letter.letterDate, since: today.description, target: Target(.address([])), records: [])
    }

    /// What speaks against a change even if the name were the agency's.
    private func reasonsAgainst(
        _ options: TargetOptions, forRefused text: String, _ letter: RequestLetter
    ) throws(Failure) -> [Reason] {
        let name = blank(nearest(to: text), letter)
        do throws(Failure) {
            return try outcome(of: options, for: name, current: name.target).reasons
        } catch {
            if case .usage = error { return [] }
            throw error
        }
    }

    /// A name is given up: its records go, companions included, and it rests in quarantine.
    public func remove(_ text: String, letter given: RequestLetter) throws(Failure) -> Proposal {
        let letter = try given.checked()
        let held = try held(text, opd: letter.opd)
        try refuseNamesBelow(held)
        var managed = retired(held)
        managed.request = letter.id
        managed.letter = letter.letter
        managed.letterDate = letter.letterDate
        return Proposal(
            draft: EventDraft(.removed, name: managed, request: letter.summary("delete", held.name)),
            name: managed, previous: held,
            warnings: try dangling(from: held, to: managed) + letter.warnings(today), isUnchanged: false)
    }

    /// The name after it is given up: its records go, and it rests in quarantine.
    func retired(_ held: ManagedName) -> ManagedName {
        var managed = held
        managed.status = .retired
        managed.since = today.description
        managed.records = []
        managed.redirect = nil
        managed.gigabytes = 0
        managed.reviewedOn = nil
        managed.validUntil = nil
        managed.suspension = nil
        managed.quarantineUntil =
            settings.quarantineDays > 0 ? today.adding(days: settings.quarantineDays).description : nil
        return managed
    }

    /// A name that others stand below cannot go.
    func refuseNamesBelow(_ held: ManagedName) throws(Failure) {
        let below = try lookup { try $0.heldNamesBelow(held.name, limit: 4) }
        guard !below.isEmpty else { return }
        let list = below.prefix(3).map(\.undotted).joined(separator: ", ") + (below.count > 3 ? " …" : "")
        throw .refused([
            Reason(
                "NAMES_BELOW", held.name.undotted,
                Text(
                    en: "cannot be removed while names stand below it: \(list)",
                    id: "tidak dapat dihapus selama masih ada nama di bawahnya: \(list)"))
        ])
    }

    // MARK: Capacity

    /// `NO_CAPACITY` when the shared hosting has not that much left.
    private func problemOfCapacity(_ gigabytes: Int, before: Int) throws(Failure) -> Reason? {
        guard gigabytes > before else { return nil }
        let free = try freeSpace(before: before)
        guard gigabytes > free else { return nil }
        return Decision.noCapacity(needed: gigabytes, free: free)
    }

    static func noCapacity(needed gigabytes: Int, free: Int) -> Reason {
        Reason(
            "NO_CAPACITY", "\(gigabytes) GB",
            Text(
                en: "the shared hosting has not enough space: \(gigabytes) GB needed, \(free) GB free; "
                    + "add disk space or trim the content",
                id: "kapasitas tidak mencukupi: diminta \(gigabytes) GB, tersisa \(free) GB; "
                    + "tambah ruang penyimpanan atau kurangi isi"))
    }
}

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

    fileprivate func checked() throws(Failure) -> RequestLetter {
        var result = self
        result.opd = try FormText.checked(opd, option: "--opd")
        result.letter = try FormText.checked(letter, option: "--letter")
        if let letterDate { result.letterDate = try FormText.checkedDate(letterDate, option: "--letter-date") }
        return result
    }

    fileprivate func summary(_ kind: String, _ name: Name) -> RequestSummary {
        RequestSummary(
            id: id, kind: kind, channel: channel, opd: opd, letter: letter, letterDate: letterDate, name: name)
    }
}

extension Decision {
    /// A new name: label, existence, target, capacity, in this order. Refusals of one stage come together.
    /// - Parameter reason: `--override`: why a reserved or quarantined label is given out all the same.
    public func add(
        _ text: String, letter given: RequestLetter, options: TargetOptions, override reason: String? = nil
    ) throws(Failure) -> Proposal {
        let letter = try given.checked()
        var why: String?
        if let reason { why = try FormText.checked(reason, option: "--override") }
        let (name, hasWWW, similar) = try judgeNew(text, opd: letter.opd, override: why, request: letter.id)
        var options = options
        if hasWWW { options.www = true }
        let (target, warnings) = try TargetRules(name: name, settings: settings).judge(options)
        let provision = try Provision.records(for: target, name: name, settings: settings)
        let managed = ManagedName(
            name: name, status: .active, request: letter.id, opd: letter.opd, letter: letter.letter,
            letterDate: letter.letterDate, since: today.description, target: target, records: provision.records,
            redirect: provision.redirect, gigabytes: provision.gigabytes)
        try judgeSurroundings(managed, previous: nil)
        try judgeCapacity(provision.gigabytes, before: 0)
        var details: [String: JSONValue] = [:]
        if let why { details["override"] = .string(why) }
        return Proposal(
            draft: EventDraft(.added, name: managed, request: letter.summary("new", name), details: details),
            name: managed, previous: try lookup { try $0.managedName(name) }, warnings: similar + warnings,
            isUnchanged: false)
    }

    /// A change of where a name leads. What the options do not mention stays as it is.
    public func change(
        _ text: String, letter given: RequestLetter, options: TargetOptions
    ) throws(Failure) -> Proposal {
        let letter = try given.checked()
        let held = try held(text, opd: letter.opd)
        let (target, targetWarnings) = try TargetRules(name: held.name, settings: settings)
            .judge(options, current: held.target)
        var warnings = targetWarnings
        let provision = try Provision.records(for: target, name: held.name, settings: settings)
        var managed = held
        managed.request = letter.id
        managed.letter = letter.letter
        managed.letterDate = letter.letterDate
        managed.since = today.description
        managed.target = target
        managed.records = provision.records
        managed.redirect = provision.redirect
        managed.gigabytes = provision.gigabytes
        if managed.isDelegated, !held.isDelegated,
            let below = try lookup({ try $0.heldNamesBelow(held.name, limit: 1) }).first
        {
            throw .refused([
                Reason(
                    "NAMES_BELOW", held.name.undotted,
                    Text(
                        en: "cannot be delegated while \(below.undotted) stands below it; remove that first",
                        id: "tidak dapat didelegasikan selama \(below.undotted) ada di bawahnya; hapus dahulu"))
            ])
        }
        try judgeSurroundings(managed, previous: held)
        try judgeCapacity(provision.gigabytes, before: held.gigabytes)
        warnings += try dangling(from: held, to: managed)
        let isUnchanged =
            held.records == managed.records && held.redirect == managed.redirect
            && held.gigabytes == managed.gigabytes
        if isUnchanged {
            warnings.append(
                Reason(
                    "UNCHANGED", held.name.undotted,
                    Text(en: "the records stay as they were", id: "rekaman tetap seperti semula")))
        }
        return Proposal(
            draft: EventDraft(.changed, name: managed, request: letter.summary("change", held.name)),
            name: managed, previous: held, warnings: warnings, isUnchanged: isUnchanged)
    }

    /// A name is given up: its records go, companions included, and it rests in quarantine.
    public func remove(_ text: String, letter given: RequestLetter) throws(Failure) -> Proposal {
        let letter = try given.checked()
        let held = try held(text, opd: letter.opd)
        let below = try lookup { try $0.heldNamesBelow(held.name, limit: 4) }
        guard below.isEmpty else {
            let list = below.prefix(3).map(\.undotted).joined(separator: ", ") + (below.count > 3 ? " …" : "")
            throw .refused([
                Reason(
                    "NAMES_BELOW", held.name.undotted,
                    Text(
                        en: "cannot be removed while names stand below it: \(list)",
                        id: "tidak dapat dihapus selama masih ada nama di bawahnya: \(list)"))
            ])
        }
        var managed = held
        managed.status = .retired
        managed.request = letter.id
        managed.letter = letter.letter
        managed.letterDate = letter.letterDate
        managed.since = today.description
        managed.records = []
        managed.redirect = nil
        managed.gigabytes = 0
        managed.quarantineUntil =
            settings.quarantineDays > 0 ? today.adding(days: settings.quarantineDays).description : nil
        return Proposal(
            draft: EventDraft(.removed, name: managed, request: letter.summary("delete", held.name)),
            name: managed, previous: held, warnings: try dangling(from: held, to: managed), isUnchanged: false)
    }

    // MARK: Capacity

    /// `NO_CAPACITY` when the shared hosting has not that much left.
    func judgeCapacity(_ gigabytes: Int, before: Int) throws(Failure) {
        guard gigabytes > before else { return }
        let (taken, overflow) = try lookup({ try $0.gigabytesTaken() }).subtractingReportingOverflow(before)
        let free = overflow ? 0 : max(0, settings.hosting.capacityGB - max(0, taken))
        guard gigabytes > free else { return }
        throw .refused([
            Reason(
                "NO_CAPACITY", "\(gigabytes) GB",
                Text(
                    en: "the shared hosting has not enough space: \(gigabytes) GB needed, \(free) GB free; "
                        + "add disk space or trim the content",
                    id: "kapasitas tidak mencukupi: diminta \(gigabytes) GB, tersisa \(free) GB; "
                        + "tambah ruang penyimpanan atau kurangi isi"))
        ])
    }

    // MARK: Other records of the zone

    /// Owners beside the name must be free, and hosts inside the zone must be there.
    func judgeSurroundings(_ managed: ManagedName, previous: ManagedName?) throws(Failure) {
        var reasons: [Reason] = []
        for owner in managed.owners.sorted() {
            guard let companion = try? Name(owner), companion != managed.name else { continue }
            if let holder = try standing(at: companion), holder.name != managed.name {
                reasons.append(Reason("DUPLICATE", companion.undotted, NameInUse.companion(of: holder).text))
                continue
            }
            let existence = staticZone.existence(of: companion, seekingDescendants: false)
            if case .records = existence {
                reasons.append(Reason("DUPLICATE", companion.undotted, NameInUse.text(existence)))
            }
        }
        for record in managed.records.compactMap(RecordLine.init) {
            guard let host = record.host, host.isAtOrBelow(zone) else { continue }
            if let problem = try problem(of: host, for: record, in: managed) {
                reasons.append(Reason("TARGET_INVALID", host.undotted, problem))
            }
        }
        guard reasons.isEmpty else { throw .refused(reasons) }
    }

    /// Why a host of this zone cannot be what a record of `managed` points to.
    private func problem(of host: Name, for record: RecordLine, in managed: ManagedName) throws(Failure) -> Text? {
        if record.type == "CNAME", try leadsBack(from: host, to: record.owner, in: managed) {
            return Text(
                en: "leads back to \(record.owner.undotted): a loop",
                id: "kembali ke \(record.owner.undotted): lingkaran")
        }
        guard let types = try types(at: host, in: managed) else { return nil }
        if types.isEmpty {
            return Text(
                en: "does not exist in this zone; add it first, or write an outside host with its final dot",
                id: "tidak ada di zona ini; tambahkan dahulu, atau tulis host luar dengan titik akhir")
        }
        guard record.type == "MX" || record.type == "NS" else { return nil }
        if types.contains("CNAME") {
            return Text(
                en: "is an alias; \(record.type) must name a host with an address (RFC 2181 §10.3)",
                id: "adalah alias; \(record.type) harus menyebut host yang punya alamat (RFC 2181 §10.3)")
        }
        if !types.contains("A"), !types.contains("AAAA") {
            return Text(
                en: "has no address in this zone; \(record.type) needs one",
                id: "tidak punya alamat di zona ini; \(record.type) memerlukannya")
        }
        return nil
    }

    /// The types of the records at a name of this zone; `nil` where that is not for this zone to know.
    private func types(at host: Name, in managed: ManagedName) throws(Failure) -> Set<String>? {
        let own = managed.records.compactMap(RecordLine.init).filter { $0.owner == host }.map(\.type)
        if !own.isEmpty { return Set(own) }
        if managed.isDelegated, host.isAtOrBelow(managed.name) { return nil }
        let text = host.description
        if let other = try standing(at: host), other.name != managed.name, other.status == .active {
            if other.isDelegated { return nil }
            let found = other.records.filter { $0.hasPrefix(text + " ") }.compactMap(RecordLine.init).map(\.type)
            if !found.isEmpty { return Set(found) }
        }
        switch staticZone.existence(of: host, seekingDescendants: true) {
        case .none, .emptyNonTerminal: return []
        case .records(let types, _, _): return Set(types.map(\.description))
        case .belowDelegation, .belowDNAME, .coveredByWildcard, .outOfZone: return nil
        }
    }

    /// The managed name, not retired, that is `owner` or has a record there.
    private func standing(at owner: Name) throws(Failure) -> ManagedName? {
        if let holder = try lookup({ try $0.holder(ofOwner: owner) }), holder.status != .retired { return holder }
        guard let held = try lookup({ try $0.managedName(owner) }), held.status != .retired else { return nil }
        return held
    }

    /// Whether the aliases from `host` on come back to `owner`.
    private func leadsBack(from host: Name, to owner: Name, in managed: ManagedName) throws(Failure) -> Bool {
        var current = host
        for _ in 0..<16 {
            if current == owner { return true }
            var lines = managed.records
            if !managed.owners.contains(current.description) {
                guard let other = try lookup({ try $0.holder(ofOwner: current) }), other.status == .active else {
                    return false
                }
                lines = other.records
            }
            guard
                let next = lines.compactMap(RecordLine.init).first(where: { $0.owner == current && $0.type == "CNAME" }
                )?.host
            else { return false }
            current = next
        }
        return true
    }
}

/// A line that `Provision` made.
struct RecordLine {
    let owner: Name
    let type: String
    /// The host in the data, for types that have one.
    let host: Name?

    init?(_ line: String) {
        let parts = line.split(separator: " ", maxSplits: 4)
        guard parts.count == 5, let owner = try? Name(parts[0]) else { return nil }
        self.owner = owner
        type = String(parts[3])
        switch type {
        case "CNAME", "NS": host = try? Name(parts[4])
        case "MX": host = parts[4].split(separator: " ").last.flatMap { try? Name($0) }
        default: host = nil
        }
    }
}

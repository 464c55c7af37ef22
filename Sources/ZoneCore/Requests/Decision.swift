import RFC1035

/// The office's decisions on names: what may be given, changed and taken away, against the state of the
/// register and the static records. Pure: nothing is written here.
public struct Decision {
    public internal(set) var settings: ZoneSettings
    public let register: any RegisterView
    public let staticZone: any StaticZoneView
    /// The office's date.
    public let today: CalendarDate
    /// How far to look for similar names.
    public let search: SimilarSearch
    let pointing: PointingRecords
    /// Space that is taken already, but by the request that is decided on.
    var reserved = 0

    public var zone: Name { settings.zone }

    public init(
        settings: ZoneSettings, register: any RegisterView, staticZone: any StaticZoneView, today: CalendarDate,
        search: SimilarSearch = .whole
    ) {
        self.settings = settings.with(addedSpace: register.gigabytesAdded)
        self.register = register
        self.staticZone = staticZone
        self.today = today
        self.search = search
        pointing = PointingRecords(zone: settings.zone, register: register, staticZone: staticZone)
    }

    /// What is to be written, and what to tell.
    public struct Proposal: Sendable {
        /// The event, with the name's state after it and the request.
        public var draft: EventDraft
        /// The state after it.
        public var name: ManagedName
        /// The state before; `nil` for a name that was free.
        public var previous: ManagedName?
        /// `SIMILAR`, `CLAIMABLE`, `DANGLING`, `DOCUMENTATION_ADDRESS` …; told, not in the way.
        public var warnings: [Reason]
        /// All is as it was: there is nothing to record, and no request number to give.
        public var isUnchanged: Bool
        /// Whether servers answer otherwise after the next rendering: what is suspended is not in the zone.
        public var changesZone: Bool {
            !isUnchanged && [name, previous].contains { $0?.status == .active }
        }
    }

    // MARK: Existence

    /// In which way a name exists already; `nil` when it is free.
    /// - Parameter request: an open request that may take the name it asked for.
    public func use(of name: Name, for request: RequestID? = nil) throws(Failure) -> NameInUse? {
        let own = try lookup { try $0.managedName(name) }
        if let own, own.status != .retired, !(own.status == .requested && own.request == request) {
            return .managed(own)
        }
        if let holder = try lookup({ try $0.holder(ofOwner: name) }), holder.name != name {
            return .companion(of: holder)
        }
        if let cut = try delegation(above: name) { return .belowManagedDelegation(cut) }
        if let below = try lookup({ try $0.heldNamesBelow(name, limit: 1) }).first {
            return .aboveManaged(example: below)
        }
        let existence = staticZone.existence(of: name, seekingDescendants: true)
        if existence != .none { return .inStaticRecords(existence) }
        if let own, own.status == .retired, let until = own.quarantineUntil, today.description < until {
            return .quarantined(own, until: until)
        }
        return nil
    }

    /// The managed name above `name` that was delegated to its agency.
    func delegation(above name: Name) throws(Failure) -> ManagedName? {
        var above = name.parent
        while let ancestor = above, ancestor.isBelow(zone) {
            if let held = try lookup({ try $0.managedName(ancestor) }), held.status != .retired, held.isDelegated {
                return held
            }
            above = ancestor.parent
        }
        return nil
    }

    func lookup<Value>(_ read: (any RegisterView) throws -> Value) throws(Failure) -> Value {
        do {
            return try read(register)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .io(Text(en: "the register cannot be read: \(error)", id: "register tidak dapat dibaca: \(error)"))
        }
    }

    // MARK: Names as typed

    /// A name that somebody asks for.
    public struct AskedName: Sendable {
        /// The name; when the label is refused, what comes nearest to it, to judge the rest of the request with.
        public var name: Name
        /// `www.` stood in front.
        public var hasWWW: Bool
        /// Why it is not given; empty when it may be.
        public var reasons: [Reason]
        public var warnings: [Reason]
    }

    /// Judges the label and whether the name is free, before anything is known of its target.
    public func judgeNew(
        _ text: String, opd: String, override reason: String? = nil, request: RequestID? = nil
    ) throws(Failure) -> AskedName {
        let verdict = LabelRules.judge(text, zone: zone, settings: settings, overridesReserved: reason != nil)
        var asked = AskedName(
            name: verdict.name ?? nearest(to: text), hasWWW: verdict.hasWWW, reasons: try reasons(of: verdict, for: opd),
            warnings: [])
        guard let name = verdict.name else {
            if verdict.reasons.contains(where: { $0.code == "RESERVED" }) {
                try judgeReserved(verdict.reserved, &asked, opd: opd, request: request)
            }
            return asked
        }
        if let inUse = try use(of: name, for: request) {
            // The agency that gave a name up may have it back when a reason is given; others wait.
            var passes = false
            if case .quarantined(let held, _) = inUse, reason != nil { passes = Decision.isSame(held.opd, opd) }
            if !passes {
                if let held = inUse.heldName, Decision.isSame(held.opd, opd) {
                    asked.reasons.append(Reason(inUse.code, name.undotted, inUse.text.forItsHolder))
                } else {
                    let free = try alternatives(to: name, opd: opd)
                    asked.reasons.append(Reason(inUse.code, name.undotted, inUse.text.offering(free)))
                }
                return asked
            }
        }
        if let problem = try problemOfParent(of: name, opd: opd) {
            asked.reasons.append(problem)
        } else {
            asked.warnings = try similar(to: name)
        }
        return asked
    }

    /// What may be had instead of a reserved name, and whether it is in use besides.
    private func judgeReserved(
        _ name: Name?, _ asked: inout AskedName, opd: String, request: RequestID?
    ) throws(Failure) {
        let free = try alternatives(toPartOf: name, opd: opd)
        asked.reasons = asked.reasons.map { Reason($0.code, $0.subject, $0.text.offering(free)) }
        guard let name, let inUse = try use(of: name, for: request) else { return }
        asked.reasons.append(Reason(inUse.code, name.undotted, inUse.text))
    }

    /// The name that a refused text would be if only the DNS were asked.
    func nearest(to text: String) -> Name {
        for origin in [Name.root, zone] {
            if let name = try? Name(text, origin: origin), name.isBelow(zone) { return name }
        }
        return (try? zone.prepending("invalid")) ?? zone
    }

    /// A name of two labels belongs to the agency that holds the upper one.
    func problemOfParent(of name: Name, opd: String) throws(Failure) -> Reason? {
        guard let parent = name.parent, parent != zone else { return nil }
        guard let holder = try lookup({ try $0.managedName(parent) }),
            holder.status.isHeld
        else {
            return Reason(
                "NAME_NOT_FOUND", name.undotted,
                Text(
                    en: "needs \(parent.undotted) to be held by the same agency, but nobody holds it",
                    id: "memerlukan \(parent.undotted) yang dipegang instansi yang sama, tetapi belum ada "
                        + "pemegangnya"))
        }
        guard !Decision.isSame(holder.opd, opd) else { return nil }
        return Reason(
            "NOT_OWNER", name.undotted,
            Text(
                en: "\(parent.undotted) is held by \(Shown.text(holder.opd)) (request \(holder.origin), "
                    + "\(holder.since))",
                id: "\(parent.undotted) dipegang \(Shown.text(holder.opd)) (permohonan \(holder.origin), "
                    + "\(holder.since))"
            ).offering(try alternatives(toPartOf: name, opd: opd)))
    }

    /// The managed name that is to be changed or removed, if `opd` may do that; `nil`: the office itself asks.
    func held(_ text: String, opd: String? = nil) throws(Failure) -> ManagedName {
        let verdict = LabelRules.judge(text, zone: zone, settings: settings.permissive, overridesReserved: true)
        guard let name = verdict.name else {
            throw .refused(verdict.reasons(suggesting: try heldNames(among: verdict.suggestions, by: opd)))
        }
        guard !verdict.hasWWW else {
            throw .refused([
                Reason(
                    "NAME_NOT_FOUND", Shown.text(text),
                    Text(
                        en: "www is a companion of \(name.undotted), not a name of its own; "
                            + "use `change \(name.text(relativeTo: zone))` with --www or --no-www",
                        id: "www adalah pendamping \(name.undotted), bukan nama tersendiri; "
                            + "pakai `change \(name.text(relativeTo: zone))` dengan --www atau --no-www"))
            ])
        }
        guard let held = try lookup({ try $0.managedName(name) }), held.status != .retired else {
            throw .refused([Reason("NAME_NOT_FOUND", name.undotted, try whyNotFound(name))])
        }
        guard held.status != .requested else {
            throw .state([
                Reason(
                    "NOT_ACTIVE", name.undotted,
                    Text(
                        en: "request \(held.request) is still open; the name has no records yet",
                        id: "permohonan \(held.request) masih diproses; nama ini belum punya rekaman"))
            ])
        }
        if let opd, !Decision.isSame(held.opd, opd) {
            throw .refused([
                Reason(
                    "NOT_OWNER", name.undotted,
                    Text(
                        en:
                            "held by \(Shown.text(held.opd)) (request \(held.origin), \(held.since)), not by "
                                + "\(Shown.text(opd))",
                        id:
                            "dipegang \(Shown.text(held.opd)) (permohonan \(held.origin), \(held.since)), "
                                + "bukan \(Shown.text(opd))"
                    ))
            ])
        }
        return held
    }

    private func whyNotFound(_ name: Name) throws(Failure) -> Text {
        if let retired = try lookup({ try $0.managedName(name) }) {
            return retired.removal
        }
        switch try use(of: name) {
        case .inStaticRecords(.records(let types, let file, let line)):
            let place = "\(NameInUse.list(types)); \(NameInUse.place(file, line))"
            return Text(
                en: "is a static record (\(place)); edit static.zone for it",
                id: "adalah rekaman statis (\(place)); ubah lewat static.zone")
        case .companion(let holder):
            return Text(
                en: "belongs to \(holder.name.undotted); change or remove that name",
                id: "bagian dari \(holder.name.undotted); ubah atau hapus nama itu")
        default:
            return Text(en: "no agency holds this name", id: "tidak ada instansi yang memegang nama ini")
        }
    }

    /// Whether two texts name the same agency: letter case, blanks and hyphens do not count.
    public static func isSame(_ left: String, _ right: String) -> Bool {
        AgencyNames.normalized(left) == AgencyNames.normalized(right)
    }
}

extension ManagedName {
    /// Said of one that was given up: when, and by which request.
    public var removal: Text {
        Text(
            en: "was removed on \(since) (request \(request))",
            id: "sudah dihapus pada \(since) (permohonan \(request))")
    }

    var isDelegated: Bool { if case .delegate = target.kind { true } else { false } }
}

extension ZoneSettings {
    /// For names that were given under other settings: they must stay reachable for change and removal.
    fileprivate var permissive: ZoneSettings {
        var result = self
        result.hostnameSyntax = .rfc1123
        result.allowPunycode = true
        result.labelDepth = 2
        result.minimumLabelLength = 1
        result.allowReservedOverride = true
        return result
    }
}

extension Text {
    /// With what an agency that has the name already can do instead.
    var forItsHolder: Text {
        Text(
            en: "\(en); it is your agency's already: ask for a change, or for a password reset",
            id: "\(id); nama ini sudah dimiliki instansi Saudara: ajukan perubahan, atau pengaturan ulang kata sandi")
    }

    /// With free alternatives behind it.
    func offering(_ names: [String]) -> Text {
        guard !names.isEmpty else { return self }
        let list = names.joined(separator: ", ")
        return Text(en: "\(en); free: \(list)", id: "\(id); masih bebas: \(list)")
    }
}

import RFC1035

extension Decision {
    /// Free names for somebody whose wish is taken: the agency's usual abbreviation, the label with the region's
    /// name, or with what it is for. At most three, each looked up.
    public func alternatives(to name: Name, opd: String) throws(Failure) -> [String] {
        guard let label = leftmost(name) else { return [] }
        var candidates = AgencyNames.labels(opd)
        if let region { candidates += candidates.prefix(1).map { "\($0)-\(region)" } + ["\(label)-\(region)"] }
        return try free(candidates + prefixed(label), besides: label, for: opd)
    }

    /// Free names for somebody who may not have a label, or not there: the label with the agency's abbreviation
    /// (`mail-dinkes`), the abbreviation, the label with the region. At most three.
    /// - Parameter name: `nil` when there is no label to go by.
    func alternatives(toPartOf name: Name?, opd: String) throws(Failure) -> [String] {
        let own = AgencyNames.labels(opd)
        guard let label = name.flatMap(leftmost) else {
            return try free(own + (region.map { region in own.map { "\($0)-\(region)" } } ?? []), for: opd)
        }
        var candidates = own.prefix(1).map { "\(label)-\($0)" } + own
        if let region { candidates.append("\(label)-\(region)") }
        return try free(candidates + prefixed(label), besides: label, for: opd)
    }

    /// Why a text is not given out as a name, with what may be had instead: names that are free.
    public func reasons(againstLabel text: String) throws(Failure) -> [Reason] {
        try reasons(of: LabelRules.judge(text, zone: zone, settings: settings), for: nil)
    }

    /// - Parameter opd: who asks; `nil` when it is not known.
    func reasons(of verdict: LabelRules.Result, for opd: String?) throws(Failure) -> [Reason] {
        verdict.reasons(suggesting: try free(verdict.suggestions, for: opd))
    }

    /// Of the names that may be meant, those that can be changed or given up: somebody holds them, or `opd` does.
    func heldNames(among labels: [String], by opd: String?) throws(Failure) -> [String] {
        var names: [String] = []
        for label in labels {
            guard let name = try? Name(label, origin: zone), let held = try lookup({ try $0.managedName(name) }),
                held.status.isHeld, opd.map({ Decision.isSame(held.opd, $0) }) ?? true
            else { continue }
            names.append(label)
        }
        return names
    }

    private func leftmost(_ name: Name) -> String? { name.labels.first.map { String(decoding: $0, as: UTF8.self) } }

    private func prefixed(_ label: String) -> [String] { ["layanan", "portal", "info", "e"].map { "\($0)-\(label)" } }

    /// The first three that the label rules accept, nobody has, and the agency may have.
    private func free(
        _ candidates: [String], besides label: String? = nil, for opd: String?
    ) throws(Failure) -> [String] {
        var free: [String] = []
        for candidate in candidates where candidate != label && !free.contains(candidate) {
            guard let wanted = LabelRules.judge(candidate, zone: zone, settings: settings).name,
                try use(of: wanted) == nil
            else { continue }
            if let opd, try problemOfParent(of: wanted, opd: opd) != nil { continue }
            free.append(candidate)
            if free.count == 3 { break }
        }
        return free
    }

    /// The region in the zone's name: `purbalinggakab` → `purbalingga`.
    private var region: String? {
        guard let first = zone.labels.first else { return nil }
        let label = String(decoding: first, as: UTF8.self)
        for end in ["kab", "kota", "prov"] where label.hasSuffix(end) && label.utf8.count > end.utf8.count + 2 {
            return String(label.dropLast(end.utf8.count))
        }
        return label.utf8.count > 2 ? label : nil
    }

    /// Names that exist and are easily taken for this one; warnings `SIMILAR`, at most three.
    func similar(to name: Name) throws(Failure) -> [Reason] {
        guard let first = name.labels.first, let parent = name.parent else { return [] }
        var found: [Reason] = []
        for candidate in LabelRules.similarCandidates(String(decoding: first, as: UTF8.self), search) {
            guard let other = try? parent.prepending(candidate) else { continue }
            let who: Text
            if try lookup({ try $0.exists(other) }), let held = try lookup({ try $0.managedName(other) }),
                held.status != .retired
            {
                let opd = Shown.text(held.opd)
                who = Text(en: "\(opd), request \(held.request)", id: "\(opd), permohonan \(held.request)")
            } else if case .records(_, let file, let line) = staticZone.existence(of: other, seekingDescendants: false)
            {
                who = Text(verbatim: NameInUse.place(file, line))
            } else {
                continue
            }
            found.append(
                Reason(
                    "SIMILAR", name.undotted,
                    Text(
                        en: "easily taken for \(other.undotted) (\(who.en))",
                        id: "mudah tertukar dengan \(other.undotted) (\(who.id))")))
            if found.count == 3 { break }
        }
        return found
    }
}

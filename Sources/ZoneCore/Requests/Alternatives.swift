import RFC1035

extension Decision {
    /// Free names for somebody whose wish is taken: the agency's usual abbreviation, the label with the region's
    /// name, or with what it is for. At most three, each looked up.
    public func alternatives(to name: Name, opd: String) throws(Failure) -> [String] {
        guard let first = name.labels.first else { return [] }
        let label = String(decoding: first, as: UTF8.self)
        var candidates = AgencyNames.abbreviations(opd)
        if let region { candidates += candidates.prefix(1).map { "\($0)-\(region)" } + ["\(label)-\(region)"] }
        candidates += ["layanan", "portal", "info", "e"].map { "\($0)-\(label)" }
        var free: [String] = []
        for candidate in candidates where candidate != label && !free.contains(candidate) {
            guard let wanted = LabelRules.judge(candidate, zone: zone, settings: settings).name,
                try use(of: wanted) == nil
            else { continue }
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

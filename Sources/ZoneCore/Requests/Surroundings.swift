import RFC1035

/// What the rest of the zone says about a name: the register's other names and the static records.
extension Decision {
    func targetRules(_ name: Name) -> TargetRules {
        TargetRules(name: name, settings: settings, isPresent: isPresent(_:))
    }

    /// Whether a host of the zone has records, or a delegation or DNAME above it.
    private func isPresent(_ host: Name) throws(Failure) -> Bool {
        if try standing(at: host) != nil { return true }
        if try delegation(above: host) != nil { return true }
        return switch staticZone.existence(of: host, seekingDescendants: false) {
        case .records, .belowDelegation, .belowDNAME: true
        case .none, .emptyNonTerminal, .coveredByWildcard, .outOfZone: false
        }
    }

    /// Owners beside the name must be free, and hosts inside the zone must be there.
    func surroundings(of managed: ManagedName) throws(Failure) -> [Reason] {
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
        if let problem = try problemOfRedirect(managed) { reasons.append(problem) }
        return reasons
    }

    /// Most redirects in a row that are followed; web browsers give up at about twenty.
    private static let redirectHops = 8

    /// Why the name's redirect cannot work: its host is redirected in turn, and comes back here or goes on and on.
    private func problemOfRedirect(_ managed: ManagedName) throws(Failure) -> Reason? {
        guard let first = managed.redirect, var host = RedirectURL.hostName(first) else { return nil }
        var way: [String] = []
        for _ in 0..<Decision.redirectHops {
            guard host.isBelow(zone), let next = try standing(at: host), next.status == .active else { return nil }
            if next.name == managed.name { break }
            way.append(host.undotted)
            guard let further = next.redirect.flatMap(RedirectURL.hostName) else { return nil }
            if further == managed.name || managed.owners.contains(further.description) {
                let list = way.joined(separator: ", ")
                return Reason(
                    "TARGET_INVALID", Shown.text(first),
                    Text(
                        en: "is redirected back to \(managed.name.undotted) (by \(list)): a loop",
                        id: "dialihkan kembali ke \(managed.name.undotted) (oleh \(list)): lingkaran"))
            }
            host = further
        }
        guard way.count == Decision.redirectHops, host.isBelow(zone) else { return nil }
        return Reason(
            "TARGET_INVALID", Shown.text(first),
            Text(
                en: "leads through more than \(way.count) redirects of this zone; name the last one",
                id: "melewati lebih dari \(way.count) pengalihan di zona ini; sebutkan tujuan akhirnya"))
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
            // Where its own target was refused it has nothing yet, which has been told.
            guard host != managed.name else { return nil }
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
        if let cut = try delegation(above: host), cut.status == .active { return nil }
        switch staticZone.existence(of: host, seekingDescendants: true) {
        case .none, .emptyNonTerminal: return []
        case .records(let types, _, _): return Set(types.map(\.description))
        case .belowDelegation, .belowDNAME, .coveredByWildcard, .outOfZone: return nil
        }
    }

    /// The managed name, not retired, that is `owner` or has a record there.
    private func standing(at owner: Name) throws(Failure) -> ManagedName? {
        try lookup { try $0.holder(ofOwner: owner) }
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

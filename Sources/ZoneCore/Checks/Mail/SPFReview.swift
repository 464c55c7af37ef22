import RFC1035

/// What is wrong with a sender policy, as far as its zone can tell.
struct SPFReview {
    /// What a policy may make its reader look up, and how often in vain (RFC 7208 §4.6.4).
    static let lookupLimit = 10
    static let voidLimit = 2

    private let zone: Zone

    init(_ zone: Zone) { self.zone = zone }

    func problems(of text: [UInt8], strings: Int, at name: Int) -> [TextProblem] {
        guard SPF.isPolicy(text) else { return [TextProblem(.spfSyntax, versionText(text, strings))] }
        let policy = SPF(text)
        var problems: [TextProblem] = []
        var isSound = true
        for term in policy.terms {
            guard case .bad(let fault) = term.kind else { continue }
            isSound = false
            problems.append(TextProblem(.spfSyntax, Self.text(of: fault, policy.shown(term.range), strings)))
            break
        }
        problems += problemsWithAll(policy)
        for term in policy.terms where term.kind == .mechanism(.ptr) {
            problems.append(TextProblem(.spfPTR, Self.ptrText(policy.shown(term.range))))
            break
        }
        // Nothing is looked up for a policy that cannot be read.
        return isSound ? problems + walkProblems(policy, name) : problems
    }

    // MARK: all

    private func problemsWithAll(_ policy: SPF) -> [TextProblem] {
        var problems: [TextProblem] = []
        guard let all = policy.terms.firstIndex(where: { $0.kind == .mechanism(.all) }) else {
            let ends = policy.terms.contains { if case .redirect = $0.kind { true } else { false } }
            return ends || policy.terms.contains { if case .bad = $0.kind { true } else { false } }
                ? [] : [TextProblem(.spfNeutral, Self.openText)]
        }
        switch policy.terms[all].qualifier {
        case UInt8(ascii: "+"): problems.append(TextProblem(.spfAllowsAll, Self.allowsAllText))
        case UInt8(ascii: "?"): problems.append(TextProblem(.spfNeutral, Self.openText))
        default: break
        }
        let ignored = policy.terms.enumerated().first { number, term in
            switch term.kind {
            case .mechanism: number > all
            case .redirect: true
            default: false
            }
        }
        if let ignored {
            let shown = policy.shown(ignored.element.range)
            problems.append(
                TextProblem(
                    .spfIgnoredTerms,
                    Text(
                        en: "\(shown) has no effect: “all” matches every sender, and nothing behind it is looked at",
                        id: """
                            \(shown) tidak berpengaruh: “all” cocok dengan semua pengirim sehingga selebihnya \
                            diabaikan
                            """)))
        }
        return problems
    }

    // MARK: Lookups

    private struct Walk {
        var lookups = 0
        var voids = 0
        var path: [Int] = []
        var isLoop = false
        /// Whether a policy that this one includes breaks the limit itself, and is reported for it.
        var isTooLongBelow = false
        var visited = 0
    }

    private func walkProblems(_ policy: SPF, _ name: Int) -> [TextProblem] {
        guard Self.needsWalk(policy) else { return [] }
        var problems: [TextProblem] = []
        for term in policy.effectiveTerms {
            guard Self.leadsToPolicy(term.kind), !term.hasMacro, let wire = Self.wire(policy.text[term.domain]),
                lacksPolicy(wire)
            else { continue }
            let (domain, shown) = (policy.shown(term.domain), policy.shown(term.range))
            problems.append(
                TextProblem(
                    .spfIncludeMissing,
                    Text(
                        en: "\(shown): \(domain) is in this zone and has no SPF record, so the whole policy fails",
                        id: """
                            \(shown): \(domain) berada di zona ini dan tidak memiliki rekaman SPF, jadi seluruh \
                            kebijakan gagal
                            """)))
        }
        var walk = Walk()
        walk.path = [name]
        follow(policy, at: name, &walk)
        if walk.isLoop { problems.append(TextProblem(.spfLoop, Self.loopText)) }
        if walk.lookups > Self.lookupLimit && !walk.isTooLongBelow && !walk.isLoop {
            problems.append(TextProblem(.spfTooManyLookups, Self.lookupText(walk.lookups)))
        } else if walk.voids > Self.voidLimit && !walk.isLoop {
            problems.append(TextProblem(.spfVoidLookups, Self.voidText(walk.voids)))
        }
        return problems
    }

    /// False for most policies: they look up so little that no limit is near.
    private static func needsWalk(_ policy: SPF) -> Bool {
        var lookups = 0
        for term in policy.terms {
            if leadsToPolicy(term.kind) { return true }
            if case .mechanism(let mechanism) = term.kind, mechanism.looksUp { lookups += 1 }
        }
        return lookups > voidLimit
    }

    /// Whether there is nothing to say about a policy wherever it stands, in however many strings.
    func isSoundAnywhere(_ text: [UInt8]) -> Bool {
        SPF.isPolicy(text) && !Self.needsWalk(SPF(text)) && problems(of: text, strings: 1, at: 0).isEmpty
    }

    private static func leadsToPolicy(_ kind: SPF.Kind) -> Bool { kind == .redirect || kind == .mechanism(.include) }

    /// Adds what reading one policy costs, with the policies of the zone that it includes.
    private func follow(_ policy: SPF, at name: Int, _ walk: inout Walk) {
        walk.visited += 1
        for term in policy.effectiveTerms {
            let isPolicy = Self.leadsToPolicy(term.kind)
            switch term.kind {
            case .mechanism(let mechanism) where mechanism.looksUp: walk.lookups += 1
            case .redirect: walk.lookups += 1
            default: continue
            }
            guard !term.hasMacro else { continue }
            guard isPolicy else {
                if isVoid(term, policy, at: name) { walk.voids += 1 }
                continue
            }
            guard walk.visited < 64, let wire = Self.wire(policy.text[term.domain]), let next = index(of: wire),
                let included = self.policy(at: next)
            else { continue }
            if next == walk.path[0] { walk.isLoop = true }
            guard !walk.path.contains(next) else { continue }
            walk.path.append(next)
            let before = walk.lookups
            follow(included, at: next, &walk)
            if walk.lookups - before > Self.lookupLimit { walk.isTooLongBelow = true }
            walk.path.removeLast()
        }
    }

    /// Whether a term asks this zone for what it does not have.
    private func isVoid(_ term: SPF.Term, _ policy: SPF, at name: Int) -> Bool {
        let wanted: TypeSet
        switch term.kind {
        case .mechanism(.a): wanted = TypeSet([.a, .aaaa])
        case .mechanism(.exists): wanted = TypeSet([.a])
        case .mechanism(.mx): wanted = TypeSet([.mx])
        default: return false
        }
        let types: TypeSet
        if term.domain.isEmpty {
            types = zone.names[name].types
        } else {
            guard let wire = Self.wire(policy.text[term.domain]), let found = typesOfOwn(wire) else { return false }
            types = found
        }
        return types.isDisjoint(with: wanted) && !types.contains(.cname) && !isWildcard(name)
    }

    private func isWildcard(_ name: Int) -> Bool {
        let wire = zone.wire(of: name)
        return wire[0] == 1 && wire[1] == UInt8(ascii: "*")
    }

    // MARK: Names

    /// A domain as a name in lower case; `nil` where it is none.
    static func wire(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var wire: [UInt8] = []
        wire.reserveCapacity(text.count + 10)
        for label in text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: true) {
            guard label.count <= 63 else { return nil }
            wire.append(UInt8(truncatingIfNeeded: label.count))
            wire += label.map(ASCII.lowercased)
        }
        wire.append(0)
        return wire.count <= 255 ? wire : nil
    }

    private func index(of wire: [UInt8]) -> Int? {
        (wire + [0, 0, 0, 0, 0, 0, 0, 0]).withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { zone.index(of: $0, wire.count) }
        }
    }

    private func policy(at name: Int) -> SPF? {
        guard zone.names[name].types.contains(.txt) else { return nil }
        for row in zone.rows(of: name) where zone.records[Int(row)].type == RecordType.txt.rawValue {
            let text = zone.joinedText(of: Int(row))
            if SPF.isPolicy(text) { return SPF(text) }
        }
        return nil
    }

    /// Whether a name is this zone's to answer for, and has no policy.
    private func lacksPolicy(_ wire: [UInt8]) -> Bool {
        guard let types = typesOfOwn(wire), !types.contains(.cname) else { return false }
        return index(of: wire).flatMap(policy) == nil
    }

    /// The types at a name that this zone answers for; `nil` where another one does, or a wildcard.
    private func typesOfOwn(_ wire: [UInt8]) -> TypeSet? {
        guard let name = wire.withUnsafeBufferPointer({ Name(wire: $0) }), name.isAtOrBelow(zone.origin)
        else { return nil }
        switch zone.existence(of: name, seekingDescendants: zone.hasWildcards) {
        case .records: return zone.index(of: name).map { zone.names[$0].types }
        case .none, .emptyNonTerminal: return TypeSet()
        case .belowDelegation, .belowDNAME, .coveredByWildcard, .outOfZone: return nil
        }
    }
}

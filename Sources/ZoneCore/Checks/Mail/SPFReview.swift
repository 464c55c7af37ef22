import RFC1035

/// What is wrong with a sender policy, as far as its zone can tell.
struct SPFReview {
    /// What a policy may make its reader look up, and how often in vain (RFC 7208 §4.6.4).
    static let lookupLimit = 10
    static let voidLimit = 2

    /// How many address lookups the names of one `mx` may cost (RFC 7208 §4.6.4).
    static let exchangeLimit = 10
    /// How many policies are read for one: more than a receiver would read.
    private static let visitLimit = 16

    private let zone: Zone
    /// For names that policies include: the row of their policy, -1 for none.
    private var policyRows: [Int: Int] = [:]
    /// Whether names of the zone are its own to answer for, as far as asked.
    private var isOwn: [Int: Bool] = [:]
    /// The names with more mail exchangers than ``exchangeLimit``; found out when first asked.
    private var crowdedNames: Set<Int>?

    init(_ zone: Zone) { self.zone = zone }

    mutating func problems(of text: [UInt8], strings: Int, at name: Int) -> [TextProblem] {
        guard SPF.isPolicy(text) else { return [TextProblem(.spfVersion, versionText(text, strings))] }
        let policy = SPF(text)
        var problems: [TextProblem] = []
        var isSound = true
        for term in policy.terms {
            guard case .bad(let fault) = term.kind else { continue }
            isSound = false
            problems.append(TextProblem(.spfSyntax, Self.text(of: fault, policy.shown(term.range), strings)))
            break
        }
        // A policy that cannot be read allows and forbids nothing, and nothing is looked up for it.
        if isSound { problems += problemsWithAll(policy) }
        for term in policy.terms where term.kind == .mechanism(.ptr) {
            problems.append(TextProblem(.spfPTR, Self.ptrText(policy.shown(term.range))))
            break
        }
        return isSound ? problems + walkProblems(policy, name) : problems
    }

    // MARK: all

    private func problemsWithAll(_ policy: SPF) -> [TextProblem] {
        var problems: [TextProblem] = []
        let plus = UInt8(ascii: "+")
        if let open = policy.effectiveTerms.first(where: { $0.matchesEveryAddress && $0.qualifier == plus }) {
            return [TextProblem(.spfAllowsAll, Self.everyAddressText(policy.shown(open.range)))]
        }
        guard let all = policy.terms.firstIndex(where: { $0.kind == .mechanism(.all) }) else {
            let ends = policy.terms.contains { if case .redirect = $0.kind { true } else { false } }
            return ends ? [] : [TextProblem(.spfNeutral, Self.openText)]
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
        /// Whether there were more policies than are read.
        var isCut = false
    }

    private mutating func walkProblems(_ policy: SPF, _ name: Int) -> [TextProblem] {
        guard needsWalk(policy) else { return [] }
        var problems: [TextProblem] = []
        for term in policy.effectiveTerms where term.kind == .mechanism(.mx) && isCrowded(term, policy, at: name) {
            problems.append(TextProblem(.spfTooManyMX, Self.exchangeText(policy.shown(term.range))))
            break
        }
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
        // The first of a long chain tells nothing more than the others, but in a ring there is no last.
        let isTooLong = walk.isCut || (walk.lookups > Self.lookupLimit && !walk.isTooLongBelow)
        if isTooLong && !walk.isLoop {
            problems.append(TextProblem(.spfTooManyLookups, Self.lookupText(walk.lookups)))
        } else if walk.voids > Self.voidLimit && !walk.isLoop {
            problems.append(TextProblem(.spfVoidLookups, Self.voidText(walk.voids)))
        }
        return problems
    }

    /// False for most policies: they look up so little that no limit is near.
    private mutating func needsWalk(_ policy: SPF) -> Bool {
        var lookups = 0
        for term in policy.terms {
            if Self.leadsToPolicy(term.kind) { return true }
            if case .mechanism(let mechanism) = term.kind, mechanism.looksUp {
                lookups += 1
                if mechanism == .mx, !crowded().isEmpty { return true }
            }
        }
        return lookups > Self.voidLimit
    }

    /// Whether there is nothing to say about a policy wherever it stands, in however many strings.
    mutating func isSoundAnywhere(_ text: [UInt8]) -> Bool {
        SPF.isPolicy(text) && !needsWalk(SPF(text)) && problems(of: text, strings: 1, at: 0).isEmpty
    }

    static func leadsToPolicy(_ kind: SPF.Kind) -> Bool { kind == .redirect || kind == .mechanism(.include) }

    /// Adds what reading one policy costs, with the policies of the zone that it includes.
    private mutating func follow(_ policy: SPF, at name: Int, _ walk: inout Walk) {
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
            guard let wire = Self.wire(policy.text[term.domain]), let next = index(of: wire) else { continue }
            if next == walk.path.first { walk.isLoop = true }
            guard !walk.path.contains(next), let row = policyRow(at: next) else { continue }
            guard walk.visited < Self.visitLimit else {
                walk.isCut = true
                continue
            }
            let included = SPF(zone.joinedText(of: row))
            walk.path.append(next)
            let before = walk.lookups
            follow(included, at: next, &walk)
            if walk.lookups - before > Self.lookupLimit { walk.isTooLongBelow = true }
            walk.path.removeLast()
        }
    }

    /// Whether a term asks this zone for what it does not have.
    private mutating func isVoid(_ term: SPF.Term, _ policy: SPF, at name: Int) -> Bool {
        let wanted: TypeSet
        switch term.kind {
        case .mechanism(.a): wanted = .addresses
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
        return types.isDisjoint(with: wanted) && !types.contains(.cname) && !WireName.isWildcard(zone.wire(of: name))
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

    /// The row of the policy at a name.
    private mutating func policyRow(at name: Int) -> Int? {
        guard zone.names[name].types.contains(.txt) else { return nil }
        if let known = policyRows[name] { return known < 0 ? nil : known }
        let found = zone.rows(of: name).first {
            zone.records[Int($0)].type == RecordType.txt.rawValue && SPF.isPolicy(zone.joinedText(of: Int($0)))
        }
        policyRows[name] = found.map(Int.init) ?? -1
        return found.map(Int.init)
    }

    /// Whether a name is this zone's to answer for, and has no policy.
    mutating func lacksPolicy(_ wire: [UInt8]) -> Bool {
        guard let types = typesOfOwn(wire), !types.contains(.cname) else { return false }
        guard let name = index(of: wire) else { return true }
        return policyRow(at: name) == nil
    }

    /// Whether an `mx` stands for more mail exchangers than a receiver looks up.
    private mutating func isCrowded(_ term: SPF.Term, _ policy: SPF, at name: Int) -> Bool {
        if term.domain.isEmpty { return crowded().contains(name) }
        guard !term.hasMacro, let wire = Self.wire(policy.text[term.domain]), let named = index(of: wire)
        else { return false }
        return crowded().contains(named)
    }

    private mutating func crowded() -> Set<Int> {
        if let crowdedNames { return crowdedNames }
        var found: Set<Int> = []
        if zone.types.contains(.mx) {
            for name in 0..<zone.nameCount
            where zone.names[name].types.contains(.mx) && zone.recordCount(of: name) > Self.exchangeLimit {
                if hasManyExchangers(name) { found.insert(name) }
            }
        }
        crowdedNames = found
        return found
    }

    /// Equal records count once: servers answer with one of them.
    private func hasManyExchangers(_ name: Int) -> Bool {
        var different: [Int] = []
        for number in zone.rows(of: name) where zone.records[Int(number)].type == RecordType.mx.rawValue {
            let row = Int(number)
            if different.contains(where: { zone.haveEqualData($0, row) }) { continue }
            different.append(row)
            if different.count > Self.exchangeLimit { return true }
        }
        return false
    }

    /// The types at a name that this zone answers for; `nil` where another one does, or a wildcard.
    private mutating func typesOfOwn(_ wire: [UInt8]) -> TypeSet? {
        let known = index(of: wire)
        if let known, let isOwn = isOwn[known] { return isOwn ? zone.names[known].types : nil }
        let types = existingTypes(wire)
        if let known { isOwn[known] = types != nil }
        return types
    }

    private func existingTypes(_ wire: [UInt8]) -> TypeSet? {
        guard let name = wire.withUnsafeBufferPointer({ Name(wire: $0) }), name.isAtOrBelow(zone.origin)
        else { return nil }
        switch zone.existence(of: name, seekingDescendants: zone.hasWildcards) {
        case .records: return zone.index(of: name).map { zone.names[$0].types }
        case .none, .emptyNonTerminal: return TypeSet()
        case .belowDelegation, .belowDNAME, .coveredByWildcard, .outOfZone: return nil
        }
    }
}

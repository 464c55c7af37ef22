import RFC1035

/// Where an alias leads when it is followed within the zone.
struct AliasChain {
    enum End {
        /// Outside the zone, or handed to another server: not judged here.
        case elsewhere
        case address
        /// At a name without an address; none where it has no records, but names below it.
        case noAddress(name: Int?)
        case missing
        /// Back at the alias itself.
        case itself
        /// In a loop that the alias is no part of.
        case loop
        /// After ``AliasChain/longest`` aliases it still went on, to end somewhere.
        case endless
        /// After as many it still went on, into a loop.
        case distantLoop
    }

    /// Aliases are not followed further.
    static let longest = 64

    /// How many aliases there are to follow, this one included.
    var links = 1
    var end = End.elsewhere
    /// The row of the alias that was followed last.
    var last = -1
    /// What DNAME records made of this alias's own target.
    var redirected: Name?
}

extension CheckRun {
    /// No server makes so many names of one in an answer.
    private static let mostRedirections = 128

    enum Step {
        case alias(row: Int)
        case end(AliasChain.End)
    }

    /// Follows the alias of a row. Several checks ask after the same.
    mutating func chain(from row: Int) -> AliasChain {
        if followed.row == row { return followed.chain }
        let chain = follow(row)
        followed = (row, chain)
        return chain
    }

    private mutating func follow(_ start: Int) -> AliasChain {
        var chain = AliasChain()
        chain.last = start
        // Compared with all that follow, and moved on after 1, 2, 4, 8 … steps, it is met again in any loop.
        var mark = start
        while chain.links <= AliasChain.longest {
            switch step(from: chain.last, isFirst: chain.last == start, &chain) {
            case .end(let end):
                chain.end = end
                return chain
            case .alias(let next):
                if next == start || next == mark {
                    chain.end = next == start ? .itself : .loop
                    return chain
                }
                chain.links += 1
                chain.last = next
                if chain.links & (chain.links - 1) == 0 { mark = next }
            }
        }
        chain.end = endsInLoop(start) ? .distantLoop : .endless
        return chain
    }

    /// Whether a long chain ends in a loop. What is found holds for every alias on the way, so that all of a zone's
    /// long chains together cost one step for each alias.
    private mutating func endsInLoop(_ start: Int) -> Bool {
        var passed: [Int] = []
        var row = start
        var isLoop = false
        walk: while true {
            switch longChains[row] {
            case .some(.some(let known)):
                isLoop = known
                break walk
            case .some(.none):
                isLoop = true
                break walk
            case .none: break
            }
            longChains[row] = .some(.none)
            passed.append(row)
            var ignored = AliasChain()
            switch step(from: row, isFirst: false, &ignored) {
            case .alias(let next): row = next
            case .end(let end):
                if case .distantLoop = end { isLoop = true }
                break walk
            }
        }
        for row in passed { longChains[row] = .some(isLoop) }
        return isLoop
    }

    private mutating func step(from row: Int, isFirst: Bool, _ chain: inout AliasChain) -> Step {
        guard let target = zone.rdata(of: row).baseAddress else { return .end(.missing) }
        let length = WireName.length(target)
        guard zone.holds(target, length) else { return .end(.elsewhere) }
        if let index = isFirst ? nameTarget(of: row, nameAt: 0) : zone.index(of: target, length) {
            switch shape.standing(of: index) {
            case .authoritative: return step(at: index)
            case .delegation, .belowDelegation, .outOfZone: return .end(.elsewhere)
            case .belowDNAME: break
            }
        } else if !zone.hasWildcards && !zone.types.contains(.ns) && !zone.types.contains(.dname) {
            return .end(zone.isEmptyNonTerminal(target, length) ? .noAddress(name: nil) : .missing)
        }
        // Every chain that passes here would ask again.
        if !isFirst, let known = knownSteps[row] { return known }
        guard let name = WireName.name(target, length) else { return .end(.missing) }
        let step = step(to: name, isFirst: isFirst, &chain)
        if !isFirst { knownSteps[row] = step }
        return step
    }

    private mutating func step(at index: Int) -> Step {
        let types = zone.names[index].types
        if types.contains(.cname), let row = zone.firstRow(of: .cname, at: index) { return .alias(row: row) }
        return .end(types.contains(.a) || types.contains(.aaaa) ? .address : .noAddress(name: index))
    }

    /// To a name that has no records, or is hidden by a DNAME.
    private mutating func step(to target: Name, isFirst: Bool, _ chain: inout AliasChain) -> Step {
        var name = target
        // Names that DNAME records make of each other come back to where they were, or grow until they are too long.
        var mark = target
        var steps = 0
        while true {
            switch zone.existence(of: name, seekingDescendants: true) {
            case .outOfZone, .belowDelegation: return .end(.elsewhere)
            case .none: return .end(.missing)
            case .emptyNonTerminal: return .end(.noAddress(name: nil))
            case .records:
                guard let index = zone.index(of: name) else { return .end(.missing) }
                return step(at: index)
            case .coveredByWildcard(let owner, _, _):
                guard let index = zone.index(of: owner) else { return .end(.missing) }
                return step(at: index)
            case .belowDNAME(let owner, _, _):
                guard let next = redirect(name, by: owner) else { return .end(.missing) }
                name = next
                if isFirst { chain.redirected = name }
                steps += 1
                if name == mark { return .end(.distantLoop) }
                if steps > Self.mostRedirections { return .end(.endless) }
                if steps & (steps - 1) == 0 { mark = name }
            }
        }
    }

    /// The name that the DNAME at `owner` makes of one below it (RFC 6672 §2.2); `nil` if it gets too long.
    private mutating func redirect(_ name: Name, by owner: Name) -> Name? {
        guard let index = zone.index(of: owner), let row = zone.firstRow(of: .dname, at: index) else { return nil }
        return Name(wire: name.wire.dropLast(owner.wire.count) + Array(zone.rdata(of: row)))
    }
}

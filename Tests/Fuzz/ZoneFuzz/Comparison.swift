/// One program, or the standards, seeing a zone otherwise than this project does.
public struct Disagreement: Sendable {
    public enum Kind: String, Sendable {
        /// Accepted by one and refused by the other.
        case verdict
        /// Accepted by both, and not read to the same records.
        case records
        /// Our own text is not read to the same records again.
        case text
        /// What ours does is not what the rule of FORMAT.md asks for.
        case rule
        /// A program ended by a signal or took too long.
        case died
    }

    public let zone: ZoneCase
    public let kind: Kind
    /// Who disagrees; none for the standards and our own text.
    public let judge: Judge?
    /// Whether ours accepts the zone.
    public let oursAccepts: Bool
    public let detail: String
    /// Whether ours does what the rule of FORMAT.md asks for, and the others of the servers, or ldns, do not.
    public let isByRule: Bool
    /// What each program says.
    public let said: String

    /// What disagreements are counted by.
    public var label: String {
        "\(kind.rawValue) \(judge?.rawValue ?? "") \(zone.tag) \(oursAccepts ? "ours accepts" : "ours refuses")"
    }
}

/// Shows a zone to all programs and compares what they say.
struct Comparison {
    let support: Support
    /// Whether all that is accepted is also written and read again by BIND, which costs time.
    var isThorough = true

    func disagreements(_ zone: ZoneCase, in workplace: inout Workplace) throws -> [Disagreement] {
        let judges = support.judges(of: zone.types).subtracting(zone.strangers)
        let verdicts = try workplace.verdicts(
            zone.text, files: zone.files, by: Set(Judge.allCases).subtracting(zone.strangers))
        try workplace.write(zone.text, to: "zone")
        for (name, octets) in zone.files { try workplace.write(octets, to: name) }
        let (ours, text, findings) = Ours.read(file: workplace.path("zone"))
        var found: [Disagreement] = []
        let said = Self.summary(verdicts, ours: ours, findings: findings)
        func add(_ kind: Disagreement.Kind, _ judge: Judge?, _ detail: String, isByRule: Bool = false) {
            found.append(
                Disagreement(
                    zone: zone, kind: kind, judge: judge, oursAccepts: ours.isAccepted, detail: detail,
                    isByRule: isByRule, said: said))
        }

        let votes = Judge.servers.intersection(judges).compactMap { verdicts[$0]?.isAccepted }
        let decision = Self.decision(
            votes, bind: judges.contains(.bind) ? verdicts[.bind]?.isAccepted : nil, zone.expectation)
        if zone.tag.hasPrefix("valid"), decision == false, !judges.isDisjoint(with: Judge.servers) {
            // One bad record would hide what is wrong with all others of its zone.
            add(.rule, nil, "a valid zone is refused")
        }
        if let decision, decision != ours.isAccepted {
            add(.rule, nil, "by the rule this is \(decision ? "accepted" : "refused")")
        }
        var agreesWithBIND = false
        if judges.contains(.bind), case .accepted(let theirs?) = verdicts[.bind], case .accepted(let mine?) = ours {
            agreesWithBIND = Self.difference(mine, theirs, by: "") == nil
        }
        for judge in Judge.allCases {
            guard let verdict = verdicts[judge] else { continue }
            if case .died(let why) = verdict { add(.died, judge, why) }
            guard judges.contains(judge) else { continue }
            if verdict.isAccepted != ours.isAccepted {
                add(.verdict, judge, "\(judge.rawValue) \(verdict.word) it", isByRule: decision == ours.isAccepted)
            }
            if case .accepted(let theirs?) = verdict, case .accepted(let mine?) = ours,
                let difference = Self.difference(mine, theirs, by: judge.rawValue)
            {
                // Where BIND reads the zone, its reading counts.
                add(.records, judge, difference, isByRule: judge != .bind && agreesWithBIND)
            }
        }
        guard case .accepted(let mine?) = ours else { return found }
        if let expected = zone.expected {
            if let difference = Self.difference(mine, from: ZoneCase.headRecords + expected) {
                add(.records, nil, difference)
            }
        }
        if let why = try readsAgain(zone, mine, text, judges, verdicts, &workplace) { add(.text, nil, why) }
        return found
    }

    /// What our text of the zone means to ourselves and to BIND, and what BIND's means to us.
    private func readsAgain(
        _ zone: ZoneCase, _ mine: Set<ZoneRecord>, _ text: [UInt8], _ judges: Set<Judge>, _ verdicts: [Judge: Verdict],
        _ workplace: inout Workplace
    ) throws -> String? {
        guard case (.accepted(let again?), let second) = Ours.read(text, name: "again") else {
            return
                "our own text is refused: \(Ours.read(text, name: "again").0)\n\(String(decoding: text, as: UTF8.self))"
        }
        if let difference = Self.difference(mine, again, by: "ours from our own text", folding: false) {
            return difference
        }
        if second != text { return "our text printed again is not the same" }
        guard isThorough, judges.contains(.bind), verdicts[.bind]?.isAccepted == true else { return nil }
        switch try workplace.verdicts(text, by: [.bind])[.bind] {
        case .accepted(let theirs?):
            if let difference = Self.difference(mine, theirs, by: "BIND from our text") { return difference }
        case let verdict:
            return
                "BIND does not read our text: \(verdict.map { "\($0)" } ?? "")\n"
                + String(decoding: text, as: UTF8.self)
        }
        // A server's text of the same zone gives the same canonical text, letter by letter.
        guard case .accepted(let theirs?) = verdicts[.bind] ?? .accepted(nil),
            Self.difference(mine, theirs, by: "") == nil,
            let bind = try workplace.textByBIND(zone.text, files: zone.files)
        else { return nil }
        let (_, third) = Ours.read(bind, name: "bind")
        if third != text {
            let (a, b) = (Self.lines(text), Self.lines(third))
            let lines =
                a.subtracting(b).sorted().prefix(3).map { "- " + $0 }
                + b.subtracting(a).sorted().prefix(3).map { "+ " + $0 }
            return "from BIND's text we print another text:\n" + lines.joined(separator: "\n")
        }
        return nil
    }

    private static func lines(_ text: [UInt8]) -> Set<String> {
        Set(String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    /// The rule of FORMAT.md: what two of three do; BIND where they split; the standards where it does not know
    /// the type.
    static func decision(_ votes: [Bool], bind: Bool?, _ expectation: Standing) -> Bool? {
        let accepting = votes.count { $0 }
        let refusing = votes.count - accepting
        if accepting >= 2, accepting > refusing { return true }
        if refusing >= 2, refusing > accepting { return false }
        if let bind { return bind }
        switch expectation {
        case .accepted: return true
        case .refused: return false
        case .unclear: return nil
        }
    }

    /// Here the case of all octets counts but that of names.
    private static func difference(_ mine: Set<ZoneRecord>, from expected: [ExpectedRecord]) -> String? {
        var rest = mine
        var missing: [String] = []
        for one in expected {
            if let found = rest.first(where: { one.matches($0) }) {
                rest.remove(found)
            } else {
                missing.append("the standards: \(one.record)")
            }
        }
        if rest.isEmpty && missing.isEmpty { return nil }
        return (rest.sorted().prefix(3).map { "ours: \($0)" } + missing.prefix(3)).joined(separator: "\n")
    }

    private static func difference(
        _ mine: Set<ZoneRecord>, _ theirs: Set<ZoneRecord>, by name: String, folding: Bool = true
    ) -> String? {
        let (left, right) = folding ? (Set(mine.map(\.folded)), Set(theirs.map(\.folded))) : (mine, theirs)
        guard left != right else { return nil }
        let only = left.subtracting(right).sorted().prefix(3).map { "ours: \($0)" }
        let others = right.subtracting(left).sorted().prefix(3).map { "\(name): \($0)" }
        return (only + others).joined(separator: "\n")
    }

    private static func summary(_ verdicts: [Judge: Verdict], ours: Verdict, findings: [String]) -> String {
        var lines = Judge.allCases.compactMap { judge -> String? in
            switch verdicts[judge] {
            case nil: nil
            case .refused(let why): "  \(judge.rawValue) refuses: \(why)"
            case let verdict?: "  \(judge.rawValue) \(verdict.word)"
            }
        }
        lines.append(
            "  ours \(ours.word)" + (findings.isEmpty ? "" : ": " + findings.prefix(3).joined(separator: " | ")))
        return lines.joined(separator: "\n")
    }
}

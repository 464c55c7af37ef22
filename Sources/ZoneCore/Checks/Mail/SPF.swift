import RFC1035

/// A sender policy as RFC 7208 reads it, term by term.
struct SPF {
    enum Mechanism: UInt8, CaseIterable {
        case all, include, a, mx, ptr, ip4, ip6, exists

        var word: StaticString {
            switch self {
            case .all: "all"
            case .include: "include"
            case .a: "a"
            case .mx: "mx"
            case .ptr: "ptr"
            case .ip4: "ip4"
            case .ip6: "ip6"
            case .exists: "exists"
            }
        }

        /// Whether it costs one of the ten lookups (§4.6.4).
        var looksUp: Bool {
            switch self {
            case .include, .a, .mx, .ptr, .exists: true
            case .all, .ip4, .ip6: false
            }
        }
    }

    enum Kind: Equatable {
        case mechanism(Mechanism)
        case redirect
        case explanation
        /// Readers pass over modifiers that they do not know (§6).
        case unknownModifier
        case bad(Fault)
    }

    /// Why a term cannot be read; receivers then reject the whole policy (§4.6).
    enum Fault: Equatable {
        case unknownMechanism, missingDomain, unwantedValue, badDomain, addressAsDomain, relativeDomain
        case badIPv4, badIPv6, badPrefixLength, badMacro, notASCII, repeated, loneSign
    }

    struct Term {
        /// Where it stands in the text.
        var range: Range<Int>
        /// `+`, `-`, `~` or `?`; `+` where none is written.
        var qualifier = UInt8(ascii: "+")
        var kind: Kind
        /// The domain it names; empty for none.
        var domain: Range<Int> = 0..<0
        /// Whether the domain has a macro, so that only the message decides which it is.
        var hasMacro = false
        /// Whether it takes every address for one of a network: its prefix length is 0.
        var matchesEveryAddress = false
    }

    let text: [UInt8]
    let terms: [Term]

    private static let version = Array("v=spf1".utf8)

    /// Whether a text is a sender policy (§4.5).
    static func isPolicy(_ text: some Collection<UInt8>) -> Bool {
        guard text.count >= version.count else { return false }
        let rest = text.dropFirst(version.count)
        return zip(text, version).allSatisfy { ASCII.lowercased($0) == $1 } && (rest.first ?? 0x20) == 0x20
    }

    /// Whether somebody may have meant one: `v=spf`, perhaps behind blanks or quotes.
    static func isMeant(by text: [UInt8]) -> Bool {
        let text = text.drop { $0 == 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        return text.count >= 5 && zip(text, version).prefix(5).allSatisfy { ASCII.lowercased($0) == $1 }
    }

    /// The same of a TXT record's RDATA, for what is there without more ado: `v=spf` at the start of its first string.
    static func beginsLikePolicy(_ rdata: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let octets = rdata.baseAddress, rdata.count > 5, octets[0] >= 5 else { return false }
        return Octets.areEqual(octets + 1, ("v=spf" as StaticString).utf8Start, 5)
    }

    init(_ text: [UInt8]) {
        self.text = text
        var terms: [Term] = []
        var modifiers: (redirect: Bool, explanation: Bool) = (false, false)
        var at = Self.version.count
        while at < text.count {
            guard text[at] != 0x20 else {
                at += 1
                continue
            }
            let end = text[at...].firstIndex(of: 0x20) ?? text.count
            var reader = SPFTermReader(text, at..<end)
            var term = reader.read()
            if term.kind == .redirect {
                if modifiers.redirect { term.kind = .bad(.repeated) }
                modifiers.redirect = true
            }
            if term.kind == .explanation {
                if modifiers.explanation { term.kind = .bad(.repeated) }
                modifiers.explanation = true
            }
            terms.append(term)
            at = end
        }
        self.terms = terms
    }

    /// A stretch of the text, fit to print.
    func shown(_ range: Range<Int>) -> String {
        Shown.text(String(decoding: text[range], as: UTF8.self))
    }

    /// The terms that a receiver may come to: those in front of `all`, and `redirect` where there is no `all`.
    var effectiveTerms: [Term] {
        guard let all = terms.firstIndex(where: { $0.kind == .mechanism(.all) }) else { return terms }
        return terms[..<all].filter { $0.kind != .redirect }
    }
}

/// Reads one term.
struct SPFTermReader {
    private let text: [UInt8]
    private let range: Range<Int>
    private var hasMacro = false

    init(_ text: [UInt8], _ range: Range<Int>) {
        self.text = text
        self.range = range
    }

    mutating func read() -> SPF.Term {
        var term = SPF.Term(range: range, kind: .bad(.unknownMechanism))
        guard text[range].allSatisfy({ 0x21...0x7E ~= $0 }) else {
            term.kind = .bad(.notASCII)
            return term
        }
        var start = range.lowerBound
        let isQualified = "+-~?".utf8.contains(text[start])
        if isQualified {
            term.qualifier = text[start]
            start += 1
        }
        var nameEnd = start
        while nameEnd < range.upperBound, isNameOctet(text[nameEnd], first: nameEnd == start) { nameEnd += 1 }
        if start == range.upperBound {
            term.kind = .bad(.loneSign)
            return term
        }
        let name = text[start..<nameEnd].map(ASCII.lowercased)
        let mark = nameEnd < range.upperBound ? text[nameEnd] : 0
        if mark == UInt8(ascii: "="), !isQualified, !name.isEmpty {
            return modifier(name, from: nameEnd + 1, term)
        }
        guard let mechanism = SPF.Mechanism.allCases.first(where: { matches(name, $0.word) }) else { return term }
        term.kind = .mechanism(mechanism)
        if let fault = readValue(of: mechanism, from: nameEnd, into: &term) { term.kind = .bad(fault) }
        term.hasMacro = hasMacro
        return term
    }

    private func isNameOctet(_ octet: UInt8, first: Bool) -> Bool {
        ASCII.isLetter(octet) || (!first && (ASCII.isDigit(octet) || "-_.".utf8.contains(octet)))
    }

    private func matches(_ name: [UInt8], _ word: StaticString) -> Bool {
        name.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    private mutating func modifier(_ name: [UInt8], from start: Int, _ term: SPF.Term) -> SPF.Term {
        var term = term
        term.domain = start..<range.upperBound
        if matches(name, "redirect") || matches(name, "exp") {
            term.kind = matches(name, "redirect") ? .redirect : .explanation
            if let fault = fault(ofDomain: term.domain) { term.kind = .bad(fault) }
        } else {
            term.kind = fault(ofMacroString: term.domain) == nil ? .unknownModifier : .bad(.badMacro)
        }
        term.hasMacro = hasMacro
        return term
    }

    private mutating func readValue(
        of mechanism: SPF.Mechanism, from start: Int, into term: inout SPF.Term
    ) -> SPF.Fault? {
        let end = range.upperBound
        let hasColon = start < end && text[start] == UInt8(ascii: ":")
        switch mechanism {
        case .all: return start == end ? nil : .unwantedValue
        case .ip4, .ip6:
            guard hasColon else { return .missingDomain }
            term.matchesEveryAddress = endsWithZeroLength(start..<end)
            return fault(ofNetwork: (start + 1)..<end, isIPv4: mechanism == .ip4)
        case .include, .exists:
            guard hasColon else { return .missingDomain }
            term.domain = (start + 1)..<end
            return fault(ofDomain: term.domain)
        case .ptr:
            guard start < end else { return nil }
            guard hasColon else { return .unknownMechanism }
            term.domain = (start + 1)..<end
            return fault(ofDomain: term.domain)
        case .a, .mx:
            guard start < end else { return nil }
            guard hasColon || text[start] == UInt8(ascii: "/") else { return .unknownMechanism }
            let slash = slashOutsideMacros(start..<end) ?? end
            if slash < end, let fault = fault(ofPrefixLengths: slash..<end) { return fault }
            term.matchesEveryAddress = endsWithZeroLength(slash..<end) || startsWithZeroLength(slash..<end)
            guard hasColon else { return nil }
            term.domain = (start + 1)..<slash
            return fault(ofDomain: term.domain)
        }
    }

    private func slashOutsideMacros(_ range: Range<Int>) -> Int? {
        var depth = false
        for at in range {
            if text[at] == UInt8(ascii: "{") { depth = true }
            if text[at] == UInt8(ascii: "}") { depth = false }
            if text[at] == UInt8(ascii: "/"), !depth { return at }
        }
        return nil
    }

    // MARK: Addresses

    private func endsWithZeroLength(_ range: Range<Int>) -> Bool { text[range].suffix(2).elementsEqual("/0".utf8) }

    /// `/0//64`
    private func startsWithZeroLength(_ range: Range<Int>) -> Bool { text[range].starts(with: "/0/".utf8) }

    private func fault(ofNetwork range: Range<Int>, isIPv4: Bool) -> SPF.Fault? {
        let slash = text[range].firstIndex(of: UInt8(ascii: "/")) ?? range.upperBound
        let isRead = text[range.lowerBound..<slash].withUnsafeBufferPointer {
            (isIPv4 ? IPAddressText.ipv4($0) : IPAddressText.ipv6($0)) != nil
        }
        guard isRead else { return isIPv4 ? .badIPv4 : .badIPv6 }
        guard slash < range.upperBound else { return nil }
        return isLength((slash + 1)..<range.upperBound, upTo: isIPv4 ? 32 : 128) ? nil : .badPrefixLength
    }

    /// `/24`, `//64` or `/24//64`.
    private func fault(ofPrefixLengths range: Range<Int>) -> SPF.Fault? {
        let slash = UInt8(ascii: "/")
        var at = range.lowerBound
        if at + 1 < range.upperBound, text[at + 1] != slash {
            let end = text[(at + 1)..<range.upperBound].firstIndex(of: slash) ?? range.upperBound
            guard isLength((at + 1)..<end, upTo: 32) else { return .badPrefixLength }
            at = end
            guard at < range.upperBound else { return nil }
        }
        guard at + 1 < range.upperBound, text[at + 1] == slash, isLength((at + 2)..<range.upperBound, upTo: 128)
        else { return .badPrefixLength }
        return nil
    }

    private func isLength(_ range: Range<Int>, upTo limit: Int) -> Bool {
        guard 1...3 ~= range.count, text[range].allSatisfy(ASCII.isDigit),
            range.count == 1 || text[range.lowerBound] != UInt8(ascii: "0")
        else { return false }
        return text[range].reduce(0) { $0 * 10 + Int($1 &- 48) } <= limit
    }

    // MARK: Domains and macros (§7.1)

    private mutating func fault(ofDomain range: Range<Int>) -> SPF.Fault? {
        guard !range.isEmpty else { return .missingDomain }
        if let fault = fault(ofMacroString: range) { return fault }
        if text[range.upperBound - 1] == UInt8(ascii: "}") { return nil }
        var end = range.upperBound
        if text[end - 1] == UInt8(ascii: ".") { end -= 1 }
        let start = text[range.lowerBound..<end].lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? range.lowerBound
        let label = text[start..<end]
        guard let first = label.first, let last = label.last, label.count <= 63,
            ASCII.isAlphanumeric(first), ASCII.isAlphanumeric(last),
            label.allSatisfy({ ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") })
        else { return .badDomain }
        if label.allSatisfy(ASCII.isDigit) { return .addressAsDomain }
        if start == range.lowerBound { return .relativeDomain }
        return hasMacro ? nil : fault(ofLabels: range.lowerBound..<end)
    }

    private func fault(ofLabels range: Range<Int>) -> SPF.Fault? {
        let labels = text[range].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return range.count <= 253 && labels.allSatisfy { 1...63 ~= $0.count } ? nil : .badDomain
    }

    private mutating func fault(ofMacroString range: Range<Int>) -> SPF.Fault? {
        var at = range.lowerBound
        while at < range.upperBound {
            guard text[at] == UInt8(ascii: "%") else {
                at += 1
                continue
            }
            hasMacro = true
            guard at + 1 < range.upperBound else { return .badMacro }
            if "%_-".utf8.contains(text[at + 1]) {
                at += 2
                continue
            }
            guard text[at + 1] == UInt8(ascii: "{"),
                let end = text[at..<range.upperBound].firstIndex(of: UInt8(ascii: "}")), isMacro((at + 2)..<end)
            else { return .badMacro }
            at = end + 1
        }
        return nil
    }

    /// A letter, how many labels to keep, whether to reverse them, and at what to split.
    private func isMacro(_ range: Range<Int>) -> Bool {
        guard let first = text[range].first, "slodiphcrtv".utf8.contains(ASCII.lowercased(first)) else { return false }
        var at = range.lowerBound + 1
        let digits = at
        while at < range.upperBound, ASCII.isDigit(text[at]) { at += 1 }
        if at > digits, text[digits..<at].allSatisfy({ $0 == UInt8(ascii: "0") }) { return false }
        if at < range.upperBound, ASCII.lowercased(text[at]) == UInt8(ascii: "r") { at += 1 }
        return text[at..<range.upperBound].allSatisfy { ".-+,/_=".utf8.contains($0) }
    }
}

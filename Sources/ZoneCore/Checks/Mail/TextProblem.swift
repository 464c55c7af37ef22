import RFC1035

/// Something wrong with a TXT record whose text has a meaning of its own.
struct TextProblem {
    enum Kind: UInt8, CaseIterable {
        case spfSyntax, spfVersion, spfAllowsAll, spfIgnoredTerms, spfPTR, spfTooManyLookups, spfVoidLookups, spfLoop
        case spfIncludeMissing, spfNeutral, spfTooManyMX
        case dmarcSyntax, dmarcValue, dmarcUnknownTag, dmarcNone
        case dkimSyntax, dkimWeakKey, dkimShortKey, dkimRevoked, dkimTesting, dkimValue
        case mtaSTSSyntax, tlsReportSyntax, policyOwner, curlyQuotes
    }

    let kind: Kind
    let message: Text

    init(_ kind: Kind, _ message: Text) {
        self.kind = kind
        self.message = message
    }

    /// Whether text may be of interest. Asked for every TXT record: looks at a few octets.
    ///
    /// SAFETY: `owner` is a whole name.
    @inline(__always) static func mayBe(
        in rdata: UnsafeBufferPointer<UInt8>, at owner: UnsafePointer<UInt8>
    ) -> Bool {
        if rdata.count > 3 {
            let first = rdata[1]
            // A blank or quotes, perhaps in front of a policy.
            if first | 0x20 == UInt8(ascii: "v") || first == UnicodeQuote.firstOctet || first == 0x20
                || first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
            {
                return true
            }
        }
        var at = 0
        while owner[at] != 0 {
            if owner[at &+ 1] == UInt8(ascii: "_") { return true }
            at &+= Int(owner[at]) &+ 1
        }
        return false
    }
}

/// What an owner says about the text that belongs there.
enum TextOwner {
    case ordinary
    /// `_dmarc` (RFC 9989 §4.10).
    case dmarc
    /// `*._report._dmarc`: another domain may send its reports here (RFC 9990 §4).
    case dmarcReport
    /// Below `_domainkey` (RFC 6376 §3.6.2.1); a selector does not begin with an underscore: `_adsp` and the like say
    /// something else there.
    case dkim(isWildcard: Bool)
    /// `_mta-sts` (RFC 8461 §3.1).
    case mtaSTS
    /// `_smtp._tls` (RFC 8460 §3).
    case tlsReport
    /// Another name with an underscore.
    case scoped

    /// SAFETY: `wire` is a whole name in lower case.
    init(_ wire: UnsafePointer<UInt8>) {
        self = .ordinary
        var at = 0
        var isSelector = false
        while wire[at] != 0 {
            let length = Int(wire[at])
            let label = UnsafeBufferPointer(start: wire + at + 1, count: length)
            let next = at + length + 1
            if label.first == UInt8(ascii: "_") {
                if label.elementsEqual("_domainkey".utf8), isSelector {
                    self = .dkim(isWildcard: WireName.isWildcard(wire))
                    return
                }
                if at == 0 { self = .scoped }
                if at == 0, label.elementsEqual("_dmarc".utf8) { self = .dmarc }
                if at == 0, label.elementsEqual("_mta-sts".utf8) { self = .mtaSTS }
                let following = UnsafeBufferPointer(start: wire + next + 1, count: Int(wire[next]))
                if at == 0, label.elementsEqual("_smtp".utf8), following.elementsEqual("_tls".utf8) {
                    self = .tlsReport
                }
                if label.elementsEqual("_report".utf8), following.elementsEqual("_dmarc".utf8) { self = .dmarcReport }
            }
            isSelector = label.first != UInt8(ascii: "_")
            at = next
        }
    }
}

/// “Quotes” of word processors, which no server takes for quotes.
enum UnicodeQuote {
    static let firstOctet: UInt8 = 0xE2

    /// Whether text begins or ends with one: U+2018 to U+201F in UTF-8.
    static func encloses(_ text: [UInt8]) -> Bool {
        func isQuote(_ octets: ArraySlice<UInt8>) -> Bool {
            octets.count == 3 && octets.starts(with: [firstOctet, 0x80]) && (octets.last ?? 0) & 0xF8 == 0x98
        }
        return isQuote(text.prefix(3)) || isQuote(text.suffix(3))
    }
}

extension Zone {
    /// The strings of a TXT record joined, as their readers join them (RFC 7208 §3.3).
    func joinedText(of row: Int) -> [UInt8] {
        let rdata = rdata(of: row)
        var text: [UInt8] = []
        text.reserveCapacity(rdata.count)
        var at = 0
        while at < rdata.count {
            let end = min(rdata.count, at + 1 + Int(rdata[at]))
            text += rdata[(at + 1)..<end]
            at = end
        }
        return text
    }

    /// How many strings a TXT record has.
    func stringCount(of row: Int) -> Int {
        let rdata = rdata(of: row)
        var (at, count) = (0, 0)
        while at < rdata.count {
            at += 1 + Int(rdata[at])
            count += 1
        }
        return count
    }
}

extension CheckRun {
    /// What is wrong with the text of a TXT record.
    mutating func textProblems(of row: Int, at name: Int) -> [TextProblem] {
        let text = zone.joinedText(of: row)
        var problems: [TextProblem] = []
        if UnicodeQuote.encloses(text) { problems.append(TextProblem(.curlyQuotes, Self.curlyQuotes)) }
        switch TextOwner(zone.wire(of: name)) {
        case .dmarc:
            // Beside a policy, receivers pass over what is none (RFC 9989 §4.10).
            if DMARC.isPolicy(text) || !hasDMARCPolicy(at: name) { problems += DMARC.problems(of: text) }
        case .dkim(let isWildcard): problems += DKIM.problems(of: text, isWildcard: isWildcard)
        case .mtaSTS: problems += MailTransport.problems(ofPolicy: text)
        case .tlsReport: problems += MailTransport.problems(ofReporting: text)
        case .dmarcReport: break
        case .ordinary, .scoped:
            if SPF.isMeant(by: text) {
                problems += senderPolicies.problems(of: text, strings: zone.stringCount(of: row), at: name)
            } else {
                problems += policyAtWrongName(text, name)
            }
        }
        return problems
    }

    private static let curlyQuotes = Text(
        en: "the text is in curly quotes, which are part of it then; write it in straight ones: \"…\"",
        id: "teks ini diapit tanda kutip lengkung yang menjadi bagian teks; pakai tanda kutip lurus: \"…\"")

    /// A policy at the name of a mail domain that is only looked for elsewhere.
    private mutating func policyAtWrongName(_ text: [UInt8], _ name: Int) -> [TextProblem] {
        let lower = text.prefix(12).map(ASCII.lowercased)
        let places = [
            ("v=dmarc1", "_dmarc"), ("v=dkim1", "SELECTOR._domainkey"), ("v=stsv1", "_mta-sts"),
            ("v=tlsrptv1", "_smtp._tls"),
        ]
        guard let (version, place) = places.first(where: { lower.starts(with: $0.0.utf8) }) else { return [] }
        let owner = zone.name(at: name).description
        let shown = String(decoding: text.prefix(version.utf8.count), as: UTF8.self)
        if let label = placeWithoutUnderscore(version, name) {
            guard !isTargetOfScopedAlias(name) else { return [] }
            return [
                TextProblem(
                    .policyOwner,
                    Text(
                        en: "nobody looks for \(shown) at \(owner); the label is _\(label), with an underscore",
                        id: "\(shown) tidak dicari di \(owner); labelnya _\(label), dengan garis bawah"))
            ]
        }
        // Text at other names may be what an alias at the right one leads to.
        guard name == zone.apex || zone.names[name].types.contains(.mx) else { return [] }
        return [
            TextProblem(
                .policyOwner,
                Text(
                    en: "nobody looks for \(shown) here; it belongs to \(place).\(owner)",
                    id: "\(shown) tidak dicari di sini; tempatnya di \(place).\(owner)"))
        ]
    }

    /// The label of an owner that lacks nothing but its underscore to be where a policy belongs.
    private mutating func placeWithoutUnderscore(_ version: String, _ name: Int) -> String? {
        let labels = zone.name(at: name).labels.prefix(2).map { String(decoding: $0, as: UTF8.self).lowercased() }
        guard let first = labels.first else { return nil }
        let second = labels.count > 1 ? labels[1] : ""
        return switch version {
        case "v=dmarc1": first == "dmarc" ? first : nil
        case "v=stsv1": first == "mta-sts" ? first : nil
        case "v=dkim1": second == "domainkey" ? second : nil
        case "v=tlsrptv1":
            first == "smtp" && (second == "tls" || second == "_tls")
                ? first : first == "_smtp" && second == "tls" ? second : nil
        default: nil
        }
    }

    /// Whether an alias leads to a name from one with an underscore, so that what stands there is read after all.
    mutating func isTargetOfScopedAlias(_ name: Int) -> Bool {
        if let scopedTargets { return scopedTargets.contains(name) }
        var targets: Set<Int> = []
        if zone.types.contains(.cname) {
            for owner in 0..<zone.nameCount
            where zone.names[owner].types.contains(.cname) && ReverseName.hasUnderscore(zone.wire(of: owner)) {
                guard let row = zone.firstRow(of: .cname, at: owner), let wire = zone.rdata(of: row).baseAddress,
                    let target = zone.index(of: wire, WireName.length(wire))
                else { continue }
                targets.insert(target)
            }
        }
        scopedTargets = targets
        return targets.contains(name)
    }

    /// Whether a DMARC policy stands at a `_dmarc`. It may have many texts.
    private mutating func hasDMARCPolicy(at name: Int) -> Bool {
        if dmarcOwner.name != name { dmarcOwner = (name, hasText(at: name, DMARC.isPolicy)) }
        return dmarcOwner.hasPolicy
    }
}

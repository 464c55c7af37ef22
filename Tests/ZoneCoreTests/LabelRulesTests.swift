import RFC1035
import TestSupport
import Testing

@testable import ZoneCore

private let zone = try! Name("purbalinggakab.go.id")

private func settings(_ change: (inout ZoneSettings) -> Void = { _ in }) -> ZoneSettings {
    var settings = ZoneSettings(zone: zone)
    change(&settings)
    return settings
}

private func judge(_ text: String, _ change: (inout ZoneSettings) -> Void = { _ in }) -> LabelRules.Result {
    LabelRules.judge(text, zone: zone, settings: settings(change))
}

@Suite("What applicants type")
struct LabelRulesTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let typed: String
        /// The accepted name relative to the zone, or the code.
        let verdict: String
        var suggestions: [String] = []
        var says = ""
        var www = false
        var testDescription: String { typed.debugDescription }

        init(_ typed: String, _ verdict: String, _ suggestions: [String] = [], says: String = "", www: Bool = false) {
            self.typed = typed
            self.verdict = verdict
            self.suggestions = suggestions
            self.says = says
            self.www = www
        }
    }

    @Test(arguments: [
        Row("dinkes", "dinkes"), Row("DinKes", "dinkes"), Row("DINKES", "dinkes"),
        Row("dinkes.purbalinggakab.go.id", "dinkes"), Row("dinkes.purbalinggakab.go.id.", "dinkes"),
        Row("DINKES.PurbalinggaKab.GO.ID.", "dinkes"),
        Row("www.dinkes", "dinkes", www: true), Row("WWW.dinkes.purbalinggakab.go.id.", "dinkes", www: true),
        Row("https://dinkes.purbalinggakab.go.id/", "TYPED_URL", ["dinkes"]),
        Row("HTTP://dinkes", "TYPED_URL", ["dinkes"]), Row("http:dinkes", "TYPED_URL", ["dinkes"]),
        Row("dinkes/portal", "TYPED_URL", ["dinkes"]), Row("dinkes:8080", "TYPED_URL", ["dinkes"]),
        Row("dinas kesehatan", "INVALID_LABEL", ["dinaskesehatan", "dinkes"], says: "space"),
        Row(" dinkes", "INVALID_LABEL", ["dinkes"], says: "start or end"),
        Row("dinas_kesehatan", "INVALID_LABEL", ["dinas-kesehatan", "dinaskesehatan"], says: "underscore"),
        Row("dinas–kesehatan", "NON_ASCII", ["dinas-kesehatan", "dinkes"], says: "U+2013 EN DASH"),
        Row("dinas\u{A0}kesehatan", "NON_ASCII", ["dinaskesehatan", "dinkes"], says: "U+00A0 NO-BREAK SPACE"),
        Row("din\u{200B}kes", "NON_ASCII", ["dinkes"], says: "U+200B ZERO WIDTH SPACE"),
        Row("\u{201C}dinkes\u{201D}", "NON_ASCII", ["dinkes"], says: "U+201C LEFT DOUBLE QUOTATION MARK, U+201D RIGHT"),
        Row("\u{2019}dinkes", "NON_ASCII", ["dinkes"], says: "U+2019 RIGHT SINGLE QUOTATION MARK"),
        Row("ｄｉｎｋｅｓ", "NON_ASCII", ["dinkes"], says: "U+FF44 FULLWIDTH LATIN SMALL LETTER D"),
        Row("DİNKES", "NON_ASCII", ["dinkes"], says: "U+0130 LATIN CAPITAL LETTER I WITH DOT ABOVE"),
        Row("dınkes", "NON_ASCII", ["dinkes"], says: "U+0131"), Row("kesehat\u{212A}", "NON_ASCII", ["kesehatk"]),
        Row("dinke\u{301}s", "NON_ASCII", ["dinkes"]), Row("динкес", "NON_ASCII", says: "U+0434"),
        Row("din\u{FFFD}kes", "NON_ASCII", ["dinkes"], says: "not UTF-8"),
        Row("dinkes@purbalinggakab.go.id", "INVALID_LABEL", ["dinkes"], says: "mailbox"),
        Row("@", "RESERVED"),
        Row("-a", "INVALID_LABEL", ["a"], says: "begins with a hyphen"),
        Row("a-", "INVALID_LABEL", ["a"], says: "ends with a hyphen"), Row("-", "INVALID_LABEL"),
        Row("a--b", "a--b"), Row("ab--c", "INVALID_LABEL", ["ab-c"], says: "3 and 4"),
        Row("ab--", "INVALID_LABEL", ["ab"], says: "hyphen"),
        Row("xn--caf-dma", "INVALID_LABEL", says: "internationalized"),
        Row("1desa", "INVALID_LABEL", ["desa1"], says: "RFC 1035"), Row("112", "INVALID_LABEL", says: "all digits"),
        Row(String(repeating: "a", count: 63), String(repeating: "a", count: 63)),
        Row(String(repeating: "a", count: 64), "INVALID_LABEL", says: "at most 63"),
        Row(String(repeating: "a", count: 5000), "INVALID_LABEL", says: "too long"),
        Row("a..b", "INVALID_LABEL", says: "empty label"), Row("", "INVALID_LABEL", says: "empty"),
        Row(".", "INVALID_LABEL", says: "the root of the DNS"), Row("..", "INVALID_LABEL"),
        Row(".dinkes", "INVALID_LABEL", ["dinkes"]),
        Row("sipo.bkd", "INVALID_LABEL", ["sipo-bkd", "sipo"], says: "2 labels"),
        Row("*.dinkes", "INVALID_LABEL", says: "wildcard"), Row("*", "INVALID_LABEL", says: "wildcard"),
        Row("_dmarc", "INVALID_LABEL", says: "RFC 8552"), Row("_dmarc.dinkes", "INVALID_LABEL", says: "RFC 8552"),
        Row("dinkes.tulungagung.go.id", "OUT_OF_ZONE", says: "not below purbalinggakab.go.id"),
        Row("dinkes.tulungagung.go.id.", "OUT_OF_ZONE"), Row("dinkes.", "dinkes"),
        Row("www.dinkes.", "dinkes", www: true),
        Row("sipo.bkd.", "OUT_OF_ZONE"),
        Row("dinkes.purbalingakab.go.id", "OUT_OF_ZONE", ["dinkes"], says: "did you mean purbalinggakab.go.id?"),
        Row("dinkes.purbalinggakb.go.id.", "OUT_OF_ZONE", ["dinkes"], says: "did you mean"),
        Row("dinkes.purbalinggakab", "OUT_OF_ZONE", ["dinkes"], says: "did you mean"),
        Row("example.com", "OUT_OF_ZONE"),
        Row("purbalinggakab.go.id", "RESERVED"), Row("www", "RESERVED"), Row("WWW.", "RESERVED"),
        Row("mail", "RESERVED"), Row("mx7", "RESERVED"), Row("ns9", "RESERVED"), Row("mta-sts", "RESERVED"),
        Row("Admin", "RESERVED"), Row("ns1.purbalinggakab.go.id", "RESERVED"), Row("ns10", "ns10"),
        Row("192.0.2.1", "INVALID_LABEL", says: "an address"), Row("2001:db8::1", "INVALID_LABEL", says: "an address"),
        Row("dinkes\n", "INVALID_LABEL", ["dinkes"], says: "U+000A"), Row("din\u{0}kes", "INVALID_LABEL", ["dinkes"]),
        Row("dinkes\r\n", "INVALID_LABEL", ["dinkes"]), Row("din\\kes", "INVALID_LABEL", ["dinkes"]),
        Row("dinkes;", "INVALID_LABEL", ["dinkes"], says: "“;”"), Row("rsud-goeteng", "rsud-goeteng"),
        Row("covid19", "covid19"), Row("a", "a"),
    ])
    func corpus(_ row: Row) {
        let result = judge(row.typed)
        if let name = result.name {
            #expect(name.text(relativeTo: zone) == row.verdict)
            #expect(result.reasons.isEmpty)
        } else {
            #expect(result.reasons.first?.code == row.verdict)
            #expect(result.reasons.allSatisfy { !$0.text.en.isEmpty && !$0.text.id.isEmpty })
        }
        #expect(result.suggestions == row.suggestions)
        #expect(result.hasWWW == row.www)
        if !row.says.isEmpty { #expect(result.reasons.first?.text.en.contains(row.says) == true, "\(result.reasons)") }
    }

    @Test func policiesOfTheZone() {
        #expect(judge("1desa") { $0.hostnameSyntax = .rfc1123 }.name != nil)
        #expect(judge("112") { $0.hostnameSyntax = .rfc1123 }.name == nil)
        #expect(judge("sipo.bkd") { $0.labelDepth = 2 }.name?.text(relativeTo: zone) == "sipo.bkd")
        #expect(judge("www.sipo.bkd") { $0.labelDepth = 2 }.hasWWW)
        #expect(judge("a.sipo.bkd") { $0.labelDepth = 2 }.reasons.first?.code == "INVALID_LABEL")
        #expect(judge("sipo.mail") { $0.labelDepth = 2 }.reasons.first?.code == "RESERVED")
        #expect(judge("wpad.bkd") { $0.labelDepth = 2 }.reasons.first?.code == "RESERVED")
        #expect(judge("ab") { $0.minimumLabelLength = 3 }.reasons.first?.code == "INVALID_LABEL")
        #expect(judge("sso") { $0.reservedLabels = ["sso"] }.reasons.first?.code == "RESERVED")
        #expect(LabelRules.judge("mail", zone: zone, settings: settings(), overridesReserved: true).name != nil)
        let strict = settings { $0.allowReservedOverride = false }
        #expect(LabelRules.judge("mail", zone: zone, settings: strict, overridesReserved: true).name == nil)
    }

    @Test func punycodeBySwitch() {
        for good in ["xn--caf-dma", "xn--bcher-kva", "xn--p1ai"] {
            #expect(judge(good) { $0.allowPunycode = true }.name != nil, "\(good)")
        }
        for bad in ["xn--", "xn--a", "xn--dinkes-", "xn--zzzzzzzzzzzz99999", "xn---", "xn--caf-dmaa9"] {
            #expect(judge(bad) { $0.allowPunycode = true }.name == nil, "\(bad)")
        }
    }

    @Test func reservedListIsWhole() {
        let wanted = """
            www mail webmail smtp imap pop pop3 mx ns dns ftp autoconfig autodiscover mta-sts wpad isatap localhost \
            localdomain broadcasthost admin administrator root hostmaster postmaster webmaster abuse noc security \
            ssladmin sysadmin cpanel whm webdisk cpcalendars cpcontacts api test example invalid go id kab kota prov
            """.split(separator: " ").map(String.init) + (1...9).flatMap { ["mx\($0)", "ns\($0)"] }
        #expect(Set(ReservedLabels.groups.flatMap(\.labels)) == Set(wanted))
        for label in wanted { #expect(judge(label).reasons.first?.code == "RESERVED") }
    }

    @Test func similarLabels() {
        let near = LabelRules.similarCandidates("dinkes")
        for label in ["dinkess", "d1nkes", "dinke5", "din-kes", "dinks", "dimkes", "idnkes"] {
            #expect(near.contains(label), "\(label)")
        }
        #expect(LabelRules.similarCandidates("dinas-kesehatan").contains("dinaskesehatan"))
        #expect(LabelRules.similarCandidates("dinkess").contains("dinkes"))
        #expect(!near.contains("dinkes"))
        let quick = LabelRules.similarCandidates("dinkes", .lookAlikes)
        #expect(quick.contains("dinkess") && quick.contains("d1nkes") && quick.contains("din-kes"))
        #expect(quick.count < 30 && near.count > 200 && Set(quick).isSubset(of: near))
        #expect(LabelRules.similarCandidates("dinkess", .lookAlikes).contains("dinkes"))
        #expect(LabelRules.similarCandidates("dinkes", .none).isEmpty)
        #expect(!LabelRules.similarCandidates("rsud1").contains("rsud2"))
        #expect(!LabelRules.similarCandidates("bkd").contains("bpd"))
        #expect(LabelRules.similarCandidates("").isEmpty && LabelRules.similarCandidates("*").isEmpty)
    }

    @Test func anyOctetsAreJudged() {
        var random = SeededRandom(seed: 1)
        let pieces: [[UInt8]] = [
            Array("xn--".utf8), [0x2E], Array("://".utf8), [0xE2, 0x80, 0x93], [0xFF], Array("www.".utf8),
            Array(".purbalinggakab.go.id".utf8), [0], [0x40], [0x3A], [0x2D], [0xF0, 0x9F],
        ]
        for _ in 0..<3000 {
            var octets: [UInt8] = []
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                if Bool.random(using: &random) {
                    octets += pieces[Int.random(in: 0..<pieces.count, using: &random)]
                } else {
                    octets.append(UInt8.random(in: 0...255, using: &random))
                }
            }
            let text = String(decoding: octets, as: UTF8.self)
            let result = judge(text) {
                $0.allowPunycode = true
                $0.labelDepth = 2
            }
            #expect((result.name != nil) == result.reasons.isEmpty)
            if let name = result.name { #expect(name.isBelow(zone)) }
            for reason in result.reasons {
                #expect((reason.subject + reason.text.en).unicodeScalars.allSatisfy { Shown.isVisible($0) })
            }
            _ = LabelRules.similarCandidates(text)
            _ = try? IPAddress(text)
            _ = try? RedirectURL("https://" + text)
            _ = try? HostRules.host(text, zone: zone)
            _ = try? DelegationSigner.parse(text)
        }
    }
}

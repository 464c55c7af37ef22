import RFC1035
import TestSupport
import Testing

@testable import ZoneCore

/// Data that nobody would write ends no check, and is judged alike on any number of processors.
@Suite struct InventedDataTests {
    private static let seeds = [
        "v=spf1 +a:%{ir}.x.example//64 include:t.example redirect=t.example ip6:2001:db8::/32 ?all exp=e.example",
        "v=DMARC1; p=reject; rua=mailto:a@b.example!10m,https://c.example/; pct=100; fo=0:1; sp=none",
        "v=DKIM1; k=rsa; h=sha256; t=y:s; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAOlSv3mm8bnYCgp+g2tSYykkEVI/4ynvpFaSjD9e9bnk1L",
        "v=STSv1; id=20261120", "v=TLSRPTv1; rua=mailto:a@b.example", "“v=spf1 -all”",
    ]

    private static let owners = [
        "t", "_dmarc", "s._domainkey", "*._domainkey", "_mta-sts", "_smtp._tls", "x._report._dmarc", "@",
    ]

    private func mutated(_ octets: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var octets = octets
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let at = Int.random(in: 0...octets.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: octets.insert(UInt8.random(in: 0...255, using: &random), at: at)
            case 1 where at < octets.count: octets.remove(at: at)
            case 2 where at < octets.count: octets[at] = "%{}:;=/.-+~? 09az".utf8.randomElement(using: &random) ?? 0
            default: octets = Array(octets.prefix(at))
            }
        }
        return Array(octets.prefix(255))
    }

    private func generic(_ octets: [UInt8]) -> String {
        let digits = octets.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        return "\\# \(octets.count) \(digits)"
    }

    private func record(_ random: inout SeededRandom) -> String {
        let owner = Self.owners.randomElement(using: &random) ?? "t"
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
            let value = mutated(Array("ca.example; account=42".utf8), &random)
            let tag = Array((["issue", "issuewild", "iodef", "x"].randomElement(using: &random) ?? "x").utf8)
            let flags = UInt8.random(in: 0...255, using: &random)
            return "\(owner) CAA \(generic([flags, UInt8(tag.count)] + tag + value))"
        case 1:
            let flags = mutated([0x73], &random)
            return "\(owner) NAPTR \(generic([0, 1, 0, 1, UInt8(flags.count)] + flags + [0, 0, 1, 0x74, 0]))"
        case 2:
            let key = UInt8.random(in: 1...9, using: &random)
            return "\(owner) HTTPS \(generic([0, UInt8.random(in: 0...1, using: &random), 0, 0, key + 10, 0, 1, 7]))"
        case 3:
            let octets = (0..<40).map { _ in UInt8.random(in: 0...5, using: &random) }
            return "_443._tcp.\(owner == "@" ? "t" : owner) TLSA \(generic(octets))"
        default:
            let text = mutated(Array((Self.seeds.randomElement(using: &random) ?? "").utf8), &random)
            return "\(owner) TXT \(generic([UInt8(text.count)] + text))"
        }
    }

    @Test("judged alike on one processor and on many", arguments: 1...20)
    func invented(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let text =
            "$TTL 60\n@ SOA a b 1 2 3 4 5\n@ NS a.other.\nt A 192.0.2.1\n"
            + (0..<300).map { _ in record(&random) + "\n" }.joined()
        let findings = try [1, 3].map { parts -> [String] in
            let store = RecordStore()
            let options = MasterOptions(origin: try Name("example."))
            _ = Array(text.utf8).withUnsafeBytes { MasterFile.read($0, name: "db", into: store, options: options) }
            let zone = Zone(origin: try Name("example."), store: store, parts: parts)
            return CheckRun.findings(in: zone, file: "db", policy: CheckPolicy(profile: .strict))
                .map { "\($0.line) \($0.code) \($0.message.en) \($0.message.id)" }
        }
        #expect(findings[0] == findings[1])
        // Most of it is broken, and said to be.
        #expect(findings[0].count > 50)
    }
}

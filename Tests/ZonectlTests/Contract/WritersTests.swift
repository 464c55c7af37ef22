import Foundation
import RFC1035
import TestSupport
import Testing

@testable import ZoneCore

/// What is written is read again as the same records, by us and by every server.
@Suite struct WritersTests {
    /// Data of every type that servers of today read, what is odd in text among it.
    private static let data: [String] = [
        "A 192.0.2.1", "A 0.0.0.0", "AAAA 2001:db8::1", "AAAA ::", "AAAA ::ffff:192.0.2.1", "NS ns.example.net.",
        "PTR host.example.net.", "HINFO \"a b\" \"\"", "MX 0 .", "MX 10 mail.example.net.", "MX 65535 mx",
        #"TXT "a;b" "q\"x\\y" "( ) @ $" """#, #"TXT "\000\009\010\127\255""#, "TXT x", "RP mbox.example.net. .",
        "TXT" + String(repeating: " \"\(String(repeating: "0123456789", count: 25))\"", count: 3),
        "TXT \(Array(repeating: "\"v=a long story; of many words\"", count: 12).joined(separator: " "))",
        "TXT \"\(String(repeating: "\\200", count: 255))\"", "AFSDB 1 afs.example.net.",
        "SRV 1 2 5060 sip.example.net.", "SRV 0 0 0 .",
        #"NAPTR 1 2 "U" "E2U+sip" "!^\\+62(.*)$!sip:0\\1@example.net!i" ."#, "KX 10 kx.example.net.",
        "SSHFP 1 1 \(String(repeating: "0f", count: 20))", "SSHFP 1 2 \(String(repeating: "f0", count: 32))",
        "TLSA 3 1 1 \(String(repeating: "ab", count: 32))", "TLSA 3 0 2 \(String(repeating: "cd", count: 64))",
        "TLSA 0 0 0 \(String(repeating: "3082", count: 300))", "SPF \"v=spf1 -all\"",
        #"CAA 0 issue "ca.example.net; policy=\"x\"""#, "CAA 128 iodef \"mailto:a@example.net\"",
        ##"TYPE65300 \# 0"##, ##"TYPE65300 \# 3 010203"##,
        "TYPE65301 \\# 200 \(String(repeating: "0badcafe", count: 50))",
    ]

    /// What `Tests/Golden/types` says of each type that is valid: files named after the type, parts that begin with
    /// `; OK` or `; KO`, RDATA and, behind a tab, how it is printed.
    private static let golden: [String] = {
        let folder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Golden/types"
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.sorted().filter { $0 != "SOA" }.flatMap { type -> [String] in
            var isValid = false
            return ((try? readText(folder + "/" + type)) ?? "").split(separator: "\n").compactMap { line in
                if line.hasPrefix("; OK") { isValid = true }
                if line.hasPrefix("; KO") { isValid = false }
                guard isValid, !line.hasPrefix(";"), let data = line.split(separator: "\t").first else { return nil }
                return "\(type) \(data)"
            }
        }
    }()

    /// Labels, the odd ones escaped as a file has them.
    private static let labels = [
        "a", "www", "in", "ns", "txt", "3600", "x-1", "_tcp", "_443", "*", "ch", "0", "b2",
        "very-long-label-of-some-office",
        #"a\;b"#, #"\$ttl"#, #"\@"#, #"q\"q"#, #"p\(p\)"#, #"d\.d"#, #"b\\b"#, #"s\032s"#, #"n\000n"#, #"\255"#,
        String(repeating: "l", count: 63),
    ]

    /// A zone file with random names, the data in any order, TTLs by RRset.
    private static func file(seed: UInt64) -> String {
        var random = SeededRandom(seed: seed)
        var lines = ["@ 600 SOA ns1 host\\.master 7 10800 3600 1209600 3600", "@ 600 NS ns.example.net."]
        for data in data.shuffled(using: &random) {
            var labels = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                Self.labels.randomElement(using: &random) ?? "a"
            }
            let type = data.prefix { $0 != " " }
            // Hosts have names of letters and digits.
            if ["A", "AAAA", "MX"].contains(type) { labels = labels.filter { $0.allSatisfy(\.isLetter) && $0 != "*" } }
            let isDelegated = type == "NS"
            if isDelegated { labels = ["delegated\(random.next() % 9)"] }
            let owner = labels.isEmpty ? (isDelegated ? "d" : "@") : labels.joined(separator: ".")
            lines.append("\(owner) 3600 \(data)")
            if Bool.random(using: &random) {
                lines.append("t\(random.next() % 99) \(random.next() % 2_147_483_648) \(data)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func zone(_ text: [UInt8], _ origin: Name) throws -> Zone {
        let store = RecordStore()
        let report = text.withUnsafeBytes {
            MasterFile.read($0, name: "z", into: store, options: MasterOptions(origin: origin))
        }
        try #require(report.isValid, "\(report.findings.prefix(3))")
        return Zone(origin: origin, store: store)
    }

    private func human(_ zone: Zone) -> [UInt8] {
        let text = ZoneFileText(zone, defaultTTL: 3600) { _ in nil }
        var written: [UInt8] = []
        text.forEachPiece(serial: zone.serial ?? Serial(0 as UInt32)) { written += $0 }
        return written
    }

    private func canonical(_ zone: Zone) -> [UInt8] {
        var writer = ByteWriter()
        zone.writeCanonicalText { writer.append($0) }
        return writer.array()
    }

    @Test(arguments: 0..<40)
    func theHumanFormIsReadAsTheSameZone(seed: UInt64) throws {
        let origin = try Name("example.go.id.")
        let golden = Self.golden.enumerated().map { "g\($0) 3600 \($1)\n" }.joined()
        let before = try zone(Array((Self.file(seed: seed) + golden).utf8), origin)
        #expect(canonical(try zone(canonical(before), .root)) == canonical(before))
        let text = human(before)
        // Of itself: it says what its origin is.
        let after = try zone(text, .root)
        let known = Zone(origin: origin, store: after.store)
        #expect(canonical(known) == canonical(before), "\(String(decoding: text, as: UTF8.self))")
        #expect(ZoneDifference(old: before, new: known).isEmpty)
        // What can be folded is.
        for line in text.split(separator: UInt8(ascii: "\n")) where line.count > FoldedData.columns {
            let words = line.split(separator: UInt8(ascii: " "))
            #expect(words.contains { $0.count > 64 }, "\(String(decoding: line, as: UTF8.self))")
        }
    }

    @Test(arguments: 0..<8)
    func everyServerReadsBothFormsAlike(seed: UInt64) throws {
        let directory = try TemporaryDirectory()
        let origin = try Name("example.go.id.")
        let original = try zone(Array(Self.file(seed: seed &+ 100).utf8), origin)
        try writeFile(directory.path("human"), human(original))
        try writeFile(directory.path("canonical"), canonical(original))
        let expected = canonical(original)
        for form in ["human", "canonical"] {
            let file = directory.path(form)
            let options = ["-i", "none", "-k", "ignore", "-n", "ignore", "-m", "ignore", "-r", "ignore", "-o", "-"]
            for style in ["full", "relative"] {
                let bind = try run(
                    [try Tool.namedCompilezone.path(), "-q", "-s", style] + options + ["example.go.id", file])
                #expect(bind.status == 0, "\(bind)")
                #expect(canonical(try zone(bind.out, origin)) == expected, "\(form) \(style)")
            }
            let nsd = try Tool.nsdCheckzone("-p", "example.go.id", file)
            #expect(nsd.status == 0, "\(nsd)")
            #expect(canonical(try zone(nsd.out, origin)) == expected, "\(form)")
            // Knot's checker does not print what it has read.
            let knot = try Tool.kzonecheck("-o", "example.go.id", file)
            #expect(knot.status == 0, "\(knot)")
        }
    }

    /// `compile` says the same again of what it wrote, and of what BIND makes of the file.
    @Test(arguments: 0..<6)
    func compileIsStable(seed: UInt64) throws {
        let directory = try TemporaryDirectory()
        let sample =
            #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
            + "/zones/purbalinggakab.go.id/db.purbalinggakab.go.id"
        let name = seed == 0 ? "purbalinggakab.go.id" : "example.go.id"
        try writeFile(directory.path("zone"), seed == 0 ? try readText(sample) : Self.file(seed: seed &+ 200))
        func compile(_ file: String) throws -> String {
            let output = try run([zonectlPath, "compile", "--origin", name, directory.path(file)])
            #expect(output.status == 0 && output.err.isEmpty, "\(output)")
            return output.text
        }
        let once = try compile("zone")
        try writeFile(directory.path("once"), once)
        #expect(try compile("once") == once)
        for style in ["full", "relative"] {
            let bind = try Tool.namedCompilezone(
                "-q", "-i", "none", "-k", "ignore", "-n", "ignore", "-m", "ignore", "-r", "ignore", "-s", style, "-o",
                directory.path(style), name, directory.path("zone"))
            #expect(bind.status == 0, "\(bind)")
            #expect(try compile(style) == once, "\(style)")
        }
        // Owner, TTL, class, type, data; the SOA first; lower case; nothing else.
        #expect(once.split(separator: "\n").first?.contains("\tIN\tSOA\t") == true)
        for line in once.split(separator: "\n") {
            let fields = line.split(separator: "\t", maxSplits: 4)
            #expect(
                fields.count == 5 && fields[0].hasSuffix(".") && fields[2] == "IN" && UInt32(fields[1]) != nil,
                "\(line)")
            #expect(fields.first.map { $0 == $0.lowercased() } == true)
        }
    }
}

import RFC1035
import Testing

/// Records that are almost right: whatever is read of them prints to something that is read to the same octets.
@Suite struct RecordTypeMutationTests {
    /// What a careless hand puts into a record.
    private static let insertions = Array(#""\(;,.-:/!=09aZ@ "#.utf8) + [0x09, 0x00, 0xFF]

    @Test(arguments: RecordTypeRow.all.indices)
    func whatIsReadPrintsToTheSame(row: Int) throws {
        let mnemonic = RecordTypeRow.all[row].mnemonic
        let golden = try GoldenType(mnemonic)
        var random = UInt64(row) &+ 1
        var readCount = 0
        for data in golden.accepted.map(\.data) + golden.refused.map(\.data) where data.utf8.count < 400 {
            let octets = Array("\(mnemonic) \(data)".utf8)
            for at in (mnemonic.utf8.count + 1)...octets.count {
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let chosen = Int(truncatingIfNeeded: random >> 33)
                var mutated = octets
                switch chosen % 3 {
                case 0 where at < octets.count: mutated.remove(at: at)
                case 1 where at < octets.count: mutated[at] = Self.insertions[chosen / 3 % Self.insertions.count]
                default: mutated.insert(Self.insertions[chosen / 3 % Self.insertions.count], at: at)
                }
                let read = RecordTypeTests.data(mutated)
                guard !read.canonical.isEmpty else { continue }
                readCount += 1
                let again = try RecordTypeTests.data(read.canonical)
                #expect(
                    again.octets == read.octets && again.canonical == read.canonical,
                    "\(String(decoding: mutated, as: UTF8.self)): \(read.canonical)")
                let type = "TYPE\(RecordTypeRow.all[row].number)"
                let generic = try RecordTypeTests.data("\(type) \(RecordTypeTests.generic(read.octets))")
                #expect(generic.octets == read.octets, "\(read.canonical) as \(RecordTypeTests.generic(read.octets))")
            }
        }
        #expect(readCount > 0 || RecordTypeRow.all[row].traits.contains(.refused))
    }

    /// Wherever a record meets the edge of a window, it is the same record, and warns once for each reason.
    @Test func windowsDoNotShow() throws {
        var text = "$TTL 60\n"
        var expected: [String] = []
        var warningCount = 0
        for round in 0..<24 {
            for row in RecordTypeRow.all {
                for record in try GoldenType(row.mnemonic).accepted {
                    let blanks = String(repeating: " ", count: 1 + (expected.count * 7 + round) % 61)
                    text += "o\(blanks)\(row.mnemonic) \(record.data)\n"
                    expected.append("o.example. 60 IN \(row.canonicalName) \(record.canonical)")
                    if record.warning != nil { warningCount += 1 }
                }
            }
        }
        let result = try parse(text) { $0.maximumWarnings = .max }
        #expect(result.report.findings.count == warningCount && result.report.isValid)
        #expect(result.records.count == expected.count)
        for (found, wanted) in zip(result.records, expected) where found != wanted {
            Issue.record("\(found), wanted: \(wanted)")
        }
    }

    /// Data longer than a record can be is refused, in the same words for every type that could be so long.
    @Test(arguments: [
        "SVCB 1 . " + (0..<20_000).map { "key\($0 + 1000)" }.joined(separator: " "),
        "SVCB 1 . key9=" + String(repeating: "a", count: 65_536),
        "SVCB 1 . mandatory=" + (0..<33_000).map { "key\($0 + 9)" }.joined(separator: ","),
        "SVCB 1 . alpn=" + String(repeating: "a,", count: 40_000) + "a",
        "SVCB 1 . ipv6hint=" + String(repeating: "::,", count: 5_000) + "::",
        "SVCB 1 . ech=" + String(repeating: "AAAA", count: 30_000),
        "APL " + String(repeating: "1:10.0.0.0/8 ", count: 14_000),
        "HIP 2 20 AAAA " + String(repeating: ". ", count: 66_000),
        "HIP 2 20 " + String(repeating: "AAAA", count: 22_000),
        "NSAP 0x" + String(repeating: "ab", count: 65_536), "ATMA " + String(repeating: "ab", count: 65_535),
        "ATMA +" + String(repeating: "1", count: 65_535), "HHIT " + String(repeating: "AAAA", count: 21_846),
    ])
    func dataIsNoLongerThanARecord(record: String) throws {
        let read = try RecordTypeTests.data(record)
        #expect(read.messages.count == 1 && read.messages[0].contains("longer than 65535 octets"), "\(read.messages)")
    }
}

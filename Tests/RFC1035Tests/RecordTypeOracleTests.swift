import RFC1035
import Testing

/// named-compilezone as the judge of every record type: it must read each golden record to the same octets.
@Suite struct RecordTypeOracleTests {
    /// A record for the judge, at an owner of its own.
    private struct Sample {
        var owner: String
        var type: String
        var data: String
        var read: (octets: [UInt8], canonical: String, messages: [String])
    }

    @Test func namedReadsEveryTypeAlike() throws {
        var samples: [Sample] = []
        var starts: [Sample] = []
        for row in RecordTypeRow.all {
            let isWrittenByNumber = row.traits.contains(.unknownToBIND)
            for record in try GoldenType(row.mnemonic).accepted where record.namedReadsIt || isWrittenByNumber {
                // NSEC3 records stand at a hash.
                let number = String(samples.count)
                let owner = String(repeating: "0", count: 32 - number.count) + number
                let read = try RecordTypeTests.data("\(row.mnemonic) \(record.data)")
                let sample =
                    isWrittenByNumber
                    ? Sample(owner: owner, type: row.canonicalName, data: record.canonical, read: read)
                    : Sample(owner: owner, type: row.mnemonic, data: record.data, read: read)
                // An SOA stands at the top of a zone of its own.
                if row.mnemonic == "SOA" { starts.append(sample) } else { samples.append(sample) }
            }
        }
        try #require(!starts.isEmpty)
        for (index, start) in starts.enumerated() {
            let rest = index == 0 ? samples : []
            let written = try compile(start.data, rest.map { "\($0.owner) \($0.type) \($0.data)" })
            let canonical = try compile(
                String(start.read.canonical.dropFirst("SOA ".count)), rest.map { "\($0.owner) \($0.read.canonical)" })
            let generic = try compile(
                RecordTypeTests.generic(start.read.octets),
                rest.map { "\($0.owner) \($0.type) \(RecordTypeTests.generic($0.read.octets))" })
            // What named makes of the octets is what it makes of our text for them.
            #expect(generic == canonical)
            // And its text of the records as they were written is, to us, the same records.
            let expected = try records(of: canonical)
            let found = try records(of: written)
            for (line, wanted) in zip(found, expected) { #expect(line == wanted) }
            #expect(found.count == expected.count)
            #expect(Set(rest.map { "\($0.owner).example. 60 IN \($0.read.canonical)" }).isSubset(of: found))
        }
    }

    /// What named-compilezone prints of a zone that holds `lines`.
    private func compile(_ start: String, _ lines: [String]) throws -> String {
        let lenient = "-i none -k ignore -m ignore -M ignore -n ignore -r ignore -S ignore -W ignore -T ignore"
        return try withTemporaryFolder { folder in
            let zone = "$TTL 60\n@ SOA \(start)\n@ NS ns.example.net.\n\(lines.joined(separator: "\n"))\n"
            try write(zone, to: "\(folder)/zone")
            let run = try shell("cd \(folder) && named-compilezone \(lenient) -s full -o out example zone")
            if run.status == 127 {
                throw Trouble("named-compilezone is missing: apt-get install --no-install-recommends bind9-utils")
            }
            if run.status != 0 {
                throw Trouble("named-compilezone: \(run.output)\(zone)")
            }
            return try contents(of: "\(folder)/out")
        }
    }

    private func records(of text: String) throws -> [String] {
        let result = try parse(text)
        #expect(result.report.findings.map { "\($0.line): \($0.message)" } == [])
        return result.records.sorted()
    }
}

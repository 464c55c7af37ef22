import RFC1035
import Testing

/// `$GENERATE`, which only BIND has; `FORMAT.md` holds its grammar against the real thing.
@Suite struct GenerateTests {
    private let head = "$TTL 60\n"

    @Test func recordsStandOnTheLineOfTheirDirective() throws {
        let store = RecordStore()
        let text = Array((head + "a A 192.0.2.1\n\n$GENERATE 1-3 g$ A 192.0.2.$\nb A 192.0.2.9\n").utf8)
        let options = MasterOptions(origin: try Name("example."))
        let report = text.withUnsafeBytes { MasterFile.read($0, name: "db", into: store, options: options) }
        #expect(report.findings.isEmpty)
        #expect((0..<store.count).map { store.location(of: $0).line } == [2, 4, 4, 4, 5])
        #expect(store.location(of: 3).file == "db")
    }

    @Test func oneBrokenLineCostsOneMessageThatShowsTheText() throws {
        let result = try parse(head + "$GENERATE 250-65000 host$ A 192.0.2.$\nb A 192.0.2.9\n")
        let finding = try #require(result.report.findings.first)
        #expect(result.report.findings.count == 1)
        #expect(finding.line == 2 && finding.column == 29 && finding.iteration == 256)
        #expect(
            finding.message
                == "$GENERATE for 256: invalid address in A: '192.0.2.256' is not an IPv4 address such as 192.0.2.1")
        #expect(String(decoding: finding.excerpt, as: UTF8.self) == "host256 A 192.0.2.256")
        #expect(finding.caret == 10..<21 && finding.owner == "host256.example.")
        #expect(result.records.last == "b.example. 60 IN A 192.0.2.9")
    }

    @Test func faultsInTheOwnerPointToTheOwner() throws {
        let finding = try #require(try parse(head + "$GENERATE 1-9 a..$ A 192.0.2.$\n").report.findings.first)
        #expect(finding.column == 15 && finding.message.hasPrefix("$GENERATE for 1: invalid owner: 'a..1'"))
    }

    /// Whatever the pieces that the text is made in, every record arrives.
    @Test func manyRecords() throws {
        let result = try parse(head + "$GENERATE 0-65535 host-${0,5,d} A 192.0.2.1\n")
        #expect(result.report.findings.isEmpty && result.records.count == 65_536)
        #expect(result.records.last == "host-65535.example. 60 IN A 192.0.2.1")
        #expect(Set(result.records).count == 65_536)
    }

    @Test func recordsAreBoundedOverAllLinesOfAFile() throws {
        let text =
            head + "$GENERATE 1-40000 a$ A 192.0.2.1\n$GENERATE 1-40000 b$ A 192.0.2.1\n"
            + "$GENERATE 1-20000 c$ A 192.0.2.1\n"
        let result = try parse(text)
        #expect(result.report.findings.map { "\($0.line):\($0.column) \($0.code)" } == ["3:11 GENERATE"])
        #expect(result.report.findings.first?.message.contains("65536") == true)
        #expect(result.records.count == 60_000)
        #expect(try parse(text) { $0.maximumGenerated = 100_000 }.records.count == 100_000)
    }

    /// Few lines must not make gigabytes, nor take long.
    @Test(arguments: [
        "$GENERATE 0-4294967295 a$ A 192.0.2.1", "$GENERATE 0-2147483647 a$ A 192.0.2.1",
        "$GENERATE 1-65536 a TXT " + String(repeating: "x", count: 100_000),
        "$GENERATE 1-65536 a TXT " + String(repeating: "$", count: 500_001),
        "$GENERATE 1-65536 a TXT " + String(repeating: "${0,127}", count: 100_000),
        "$GENERATE 1-65536 " + String(repeating: "${0,127}", count: 100_000) + " TXT x",
    ])
    func hostileLinesEndSoon(line: String) throws {
        let clock = ContinuousClock()
        let time = try clock.measure {
            let result = try parse(head + line + "\nb A 192.0.2.9\n")
            #expect(result.report.errorCount == 1)
            #expect(result.records == ["b.example. 60 IN A 192.0.2.9"])
        }
        #expect(time < .seconds(20))
    }

    @Test func errorsEndTheReadingInThemToo() throws {
        let lines = String(repeating: "$GENERATE 1-9 a$ A x\n", count: 50)
        let result = try parse(head + lines) { $0.maximumErrors = 5 }
        #expect(result.report.errorCount == 5 && result.report.stop == .errors)
    }
}

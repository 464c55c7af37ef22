import Foundation
import RFC1035
import Testing

@testable import ZoneFuzz

@Suite struct ZoneFuzzTests {
    /// What `script/fuzz` does with thousands of zones, with some and the same each time.
    @Test func generatedZonesAreReadAsTheServersReadThem() async throws {
        let run = try FuzzRun(count: 240, seed: 3)
        let result = try await run.run(workers: 2)
        #expect(result.zones == 240)
        #expect(result.valid > 50)
        for (tag, disagreements) in result.unexplained {
            for one in disagreements {
                let text = String(decoding: one.zone.pieces.flatMap(\.text), as: UTF8.self)
                Issue.record("\(tag): \(one.kind) \(one.judge?.rawValue ?? "")\n\(one.detail)\n\(one.said)\n\(text)")
            }
        }
    }

    @Test func everyKnownDifferenceIsASectionOfTheFormat() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
        let format = try String(contentsOf: root.appendingPathComponent("FORMAT.md"), encoding: .utf8)
        let headings = Set(
            format.split(separator: "\n").filter { $0.hasPrefix("#") }
                .map { $0.drop { $0 == "#" || $0 == " " } }.map(String.init))
        for known in KnownDifference.all { #expect(headings.contains(known.section), "no heading '\(known.section)'") }
    }

    @Test func everyKnownDifferenceIsAboutZonesThatAreGenerated() {
        let tags = ZoneGenerator(seed: 1, support: Support()).tags
        for known in KnownDifference.all {
            for pattern in known.tags {
                #expect(
                    tags.contains { KnownDifference.matches(Array($0.utf8)[...], Array(pattern.utf8)[...]) },
                    "nothing is about \(pattern)")
            }
        }
    }

    @Test func theSameSeedMakesTheSameZones() {
        let (a, b) = (ZoneGenerator(seed: 9, support: Support()), ZoneGenerator(seed: 9, support: Support()))
        #expect((0..<50).allSatisfy { a.zone($0).text == b.zone($0).text })
        let other = ZoneGenerator(seed: 10, support: Support())
        #expect((0..<50).contains { a.zone($0).text != other.zone($0).text })
    }

    /// The rule of FORMAT.md: votes of BIND, Knot and NSD, where they know the type.
    private static let decisions: [([Bool], Bool?, Standing, Bool?)] = [
        ([true, true, false], true, .refused, true), ([false, true, true], false, .refused, true),
        ([true, false, false], true, .accepted, false), ([true, false], true, .refused, true),
        ([true, false], false, .accepted, false), ([true], nil, .refused, false), ([true], true, .refused, true),
        ([], nil, .accepted, true), ([], nil, .refused, false), ([], nil, .unclear, nil),
        ([true, true], nil, .unclear, true),
    ]

    @Test(arguments: decisions.indices)
    func theRuleDecides(index: Int) {
        let (votes, bind, expectation, decision) = Self.decisions[index]
        #expect(Comparison.decision(votes, bind: bind, expectation) == decision)
    }

    /// RFC 4648 §10.
    @Test func encodesAsTheStandardDoes() {
        let octets = Array("foobar".utf8)
        #expect(
            (1...6).map { Encoding.base64(Array(octets.prefix($0))) } == [
                "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy",
            ])
        #expect(
            (1...6).map { Encoding.base32hex(Array(octets.prefix($0))) } == [
                "co", "cpng", "cpnmu", "cpnmuog", "cpnmuoj1", "cpnmuoj1e8",
            ])
        #expect(Encoding.hexadecimal(octets, upper: true) == "666F6F626172")
    }

    /// A difference that is there is found: a zone whose records are not those that the text has.
    @Test func aDifferenceIsFound() throws {
        var workplace = try Workplace()
        var support = Support()
        support[1] = Set(Judge.allCases)
        let owner = NameText.wire([Array("a".utf8)] + NameText.origin)
        var zone = ZoneCase(
            tag: "valid", expectation: .accepted, head: Array(ZoneCase.standardHead.utf8),
            pieces: [
                .init(
                    text: Array("a A 192.0.2.1\n".utf8),
                    record: ExpectedRecord(owner: owner, ttl: 300, type: 1, rdata: Wire([192, 0, 2, 1])))
            ], types: [1], isExact: true)
        let comparison = Comparison(support: support)
        #expect(try comparison.disagreements(zone, in: &workplace).map(\.label) == [])
        zone.pieces[0].record?.rdata = Wire([192, 0, 2, 2])
        #expect(try comparison.disagreements(zone, in: &workplace).map(\.kind) == [.records])
    }

    /// What is compared is what the built program does.
    @Test func theProgramPrintsWhatIsCompared() throws {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let program = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("zonectl")
        let workplace = try Workplace()
        let generator = ZoneGenerator(seed: 7, support: Support())
        var accepted = 0
        for number in 0..<40 {
            let zone = generator.zone(number)
            try workplace.write(zone.text, to: "zone")
            for (name, octets) in zone.files { try workplace.write(octets, to: name) }
            let (verdict, text, _) = Ours.read(file: workplace.path("zone"))
            let process = Process()
            process.executableURL = program
            process.arguments = ["compile", "--origin", ZoneCase.origin, workplace.path("zone")]
            let output = Pipe()
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            let printed = Array(output.fileHandleForReading.readDataToEndOfFile())
            process.waitUntilExit()
            #expect((process.terminationStatus == 0) == verdict.isAccepted, "\(zone.tag)")
            #expect(printed == text, "\(zone.tag)")
            if verdict.isAccepted { accepted += 1 }
        }
        #expect(accepted > 10)
    }

    /// Generated zones with a few octets changed: whatever is read of them is printed so that it reads the same again.
    @Test func mutationsReadTheSameAgain() throws {
        let generator = ZoneGenerator(seed: 5, support: Support())
        var random = SeededRandom(seed: 5)
        for number in 0..<1500 {
            var octets = generator.zone(number).text + [10]
            for _ in 0..<random.number(1...4) {
                let at = random.number(0...(octets.count - 1))
                switch random.number(1...4) {
                case 1: octets[at] = UInt8(truncatingIfNeeded: random.next())
                case 2: octets[at] = random.pick(Array("\"();\\\n\r\t @$.0#".utf8))
                case 3: octets.insert(random.pick(Array("\"();\\\n\r\t @$.0#".utf8)), at: at)
                default: if octets.count > 1 { octets.remove(at: at) }
                }
            }
            let first = Ours.text(of: octets)
            #expect(Ours.text(of: first) == first, "\(String(decoding: octets, as: UTF8.self))")
        }
    }
}

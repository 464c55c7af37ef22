import Foundation
import Testing

/// Several zones in one registry, rendered into one folder.
@Suite struct ManyZonesTests {
    /// Two zones in one registry; the second is `other.go.id`.
    private func offices() throws -> (first: Office, second: String) {
        let office = try Office()
        try office.succeeds("init", "other.go.id", "--ns", "ns1.other.go.id=192.0.2.53", "ns2.other.go.id=192.0.2.54")
        return (office, "other.go.id")
    }

    @Test func redirectMapsOfTwoZonesDoNotOverwriteEachOther() throws {
        let (office, _) = try offices()
        let url = ["--url", "https://www.example.net/"]
        for (zone, label) in [(office.zone, "ppid"), ("other.go.id", "jdih")] {
            try office.succeeds(["-z", zone, "add", label, "--opd", "Diskominfo", "--letter", "1"] + url)
        }
        let output = office.directory.path("out")
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: false)
        try office.succeeds("render", "--output", output)
        let maps = try snapshot(output).keys.filter { $0.contains("redirects.") }
        #expect(maps.count == 2)
        let all = try maps.map { try readText(output + "/" + $0) }.joined()
        #expect(all.contains("ppid.\(office.zone) ") && all.contains("jdih.other.go.id "))
        #expect(try office.zonectl("render", "--output", output, "--check").status == 0)
    }

    @Test func oneBrokenZoneDoesNotKeepTheOthersFromBeingServed() throws {
        let (office, second) = try offices()
        try office.succeeds("-z", second, "add", "dinkes", "--opd", "D", "--letter", "1", "--address", "192.0.2.9")
        let settings = "\(office.root)/\(office.zone)/zone.json"
        try FileManager.default.removeItem(atPath: settings)
        try FileManager.default.createDirectory(atPath: settings, withIntermediateDirectories: false)
        #expect(try office.zonectl("render").status == 4)
        #expect(try readText("\(office.root)/\(second)/db.\(second)").contains("dinkes"))
    }

    @Test func aLostRedirectMapIsWrittenWithoutTouchingTheZoneFile() throws {
        let office = try Office()
        try office.add("ppid", ["--url", "https://www.example.net/"], opd: "Diskominfo")
        try office.render()
        let identity = try FileIdentity(office.zoneFile)
        let map = office.path("redirects.\(office.zone).nginx")
        let text = try readText(map)
        try FileManager.default.removeItem(atPath: map)
        #expect(try office.zonectl("render", "--check").status == 5)
        try office.render()
        #expect(try readText(map) == text)
        #expect(try FileIdentity(office.zoneFile) == identity)
    }

    @Test func manyWarningsHideNoError() throws {
        let office = try Office()
        var text = try readText(office.staticFile)
        for index in 0..<1200 { text += "w\(index) 60 TXT a\nw\(index) 61 TXT b\n" }
        text += "bad CNAME ns1\nbad TXT x\n"
        try writeFile(office.staticFile, text)
        let output = try office.zonectl("check", office.staticFile)
        #expect(output.status == 1)
        #expect(output.text.contains("CNAME_AND_OTHER_DATA"))
        #expect(output.text.contains("RRSET_TTL: 200 more of these are not shown"))
        // What stands for the rest comes after what is shown.
        let rest = try #require(output.lines.lastIndex { $0.contains("200 more of these") })
        #expect(output.lines.lastIndex { $0.contains(": warning RRSET_TTL: ") } == rest)
        // The counts are of all there are.
        #expect(output.lines.dropLast().suffix(3).map { $0.split(separator: " ").first } == ["1200", "1", "1"])
    }

    @Test(arguments: ["dinkes IN A 192.0.2.66", "dinkes IN NS ns.example.net.", "www.dinkes IN NS ns.example.net."])
    func staticRecordsTakeNothingFromAManagedName(record: String) throws {
        let office = try Office()
        try office.add("dinkes", ["--address", "192.0.2.10", "--www"])
        try office.render()
        let before = try readText(office.zoneFile)
        try office.addStatic(record)
        let output = try office.zonectl("render")
        #expect(output.status == 1 && output.errorText.contains("error STATIC_AND_MANAGED: "), "\(output)")
        #expect(try readText(office.zoneFile) == before)
    }

    /// A fault at a managed name is placed at its line of the register and says whose it is.
    @Test func findingsAboutManagedNamesSayWhose() throws {
        let office = try Office()
        try office.add("dinkes", ["--address", "192.0.2.10", "--www"])
        try office.addStatic("www.dinkes IN TXT \"x\"")
        let output = try office.zonectl("check")
        #expect(output.status == 1)
        let line = try #require(output.lines.first { $0.contains("CNAME_AND_OTHER_DATA") })
        #expect(line.contains("/register.jsonl:3:1: error "), "\(line)")
        #expect(line.contains("www.dinkes.") && line.contains("request 2026/0001") && line.contains("static.zone"))
    }

    /// Files that include each other's copies many times over.
    @Test func includesAreCounted() throws {
        let directory = try TemporaryDirectory()
        for level in 0..<8 {
            let lines = String(repeating: "$INCLUDE f\(level + 1)\n", count: 12)
            try writeFile(directory.path("f\(level)"), lines)
        }
        try writeFile(directory.path("f8"), "a TXT x\n")
        let output = try run([zonectlPath, "check", "--origin", "example.", directory.path("f0")], seconds: 30)
        #expect(output.status == 1 && output.text.contains("more than 1000 files included"))
    }
}

import Foundation
import Testing

/// `init` and `import` when something is in the way, or when they are cut off.
@Suite struct NewZoneTests {
    enum Way: String, CaseIterable, CustomTestStringConvertible {
        case initialize, importZone
        var testDescription: String { rawValue }

        func arguments(_ office: Office) -> [String] {
            switch self {
            case .initialize: ["init", office.zone, "--ns", "ns.example.net", "ns2.example.net"]
            case .importZone: ["import", office.zone, office.directory.path("old.zone")]
            }
        }
    }

    private func emptyOffice() throws -> Office {
        let office = try Office(empty: "k.id")
        try writeFile(
            office.directory.path("old.zone"),
            """
            $TTL 3600
            @ IN SOA ns.example.net. hostmaster.example.net. 5 10800 3600 1209600 3600
              IN NS ns.example.net.
              IN NS ns2.example.net.
            lama IN A 192.0.2.9

            """)
        return office
    }

    @Test(arguments: Way.allCases, ["static.zone", "zone.json"])
    func aForeignFileIsRefusedAndNothingWritten(way: Way, file: String) throws {
        let office = try emptyOffice()
        try FileManager.default.createDirectory(atPath: office.path(""), withIntermediateDirectories: true)
        try writeFile(office.path(file), "hi\n")
        try office.refuses(way.arguments(office), codes: ["ZONE_EXISTS"])
    }

    @Test func aMisprintOfTheProcedureIsToldOf() throws {
        let office = try emptyOffice()
        func make(_ zone: String) throws -> Outcome {
            try office.succeeds("init", zone, "--ns", "ns1.example.net", "ns2.example.net", "--procedure", "balangan")
        }
        let output = try make("balangkab.go.id")
        #expect(
            output.errorText.contains("ZONE_MISPRINT balangkab.go.id: ")
                && output.errorText.contains("balangankab.go.id"), "\(output)")
        #expect(!(try make("balangankab.go.id").errorText.contains("ZONE_MISPRINT")))
    }

    @Test func aRefusedImportMakesNoFolder() throws {
        let office = try emptyOffice()
        try writeFile(office.directory.path("old.zone"), "nothing\n")
        let output = try office.zonectl(Way.importZone.arguments(office))
        #expect(output.status == 1, "\(output)")
        #expect(!fileExists(office.root), "the registry's folder was made")
    }

    @Test(arguments: Way.allCases) func aZoneThatIsThere(way: Way) throws {
        let office = try emptyOffice()
        try office.succeeds(way.arguments(office))
        try office.refuses(way.arguments(office), codes: ["ZONE_EXISTS"])
        // A zone that was worked on and has lost its file is not made anew.
        try office.add("dinkes")
        try FileManager.default.removeItem(atPath: office.zoneFile)
        try office.refuses(way.arguments(office), codes: ["ZONE_EXISTS"])
    }

    /// Killed at each call that writes, then repeated: it ends with the zone made, whole and only once.
    @Test(arguments: Way.allCases) func killedAtEveryWriteAndRepeated(way: Way) throws {
        let reference = try emptyOffice()
        let (calls, whole) = try Tracer.writeCalls(of: reference.command(way.arguments(reference)))
        #expect(whole.status == 0, "\(whole)")
        let zoneFile = try readFile(reference.zoneFile)
        #expect(calls.count > 20, "\(calls)")
        for call in calls {
            let office = try emptyOffice()
            let killed = try Tracer.inject(into: office.command(way.arguments(office)), .signal("KILL"), at: call)
            let what = "killed at \(call)"
            #expect(killed.status == 137, "\(what): \(killed)")
            let wasMade = fileExists(office.zoneFile)
            let again = try office.zonectl(way.arguments(office))
            if wasMade {
                #expect(again.status == 1 && again.errorText.hasPrefix("ZONE_EXISTS "), "\(what): \(again)")
            } else {
                #expect(again.status == 0, "\(what): \(again)")
            }
            let made = fileExists(office.zoneFile) ? try readFile(office.zoneFile) : []
            // The paths of the test's folders are in no file, so the outcome is the same to the octet.
            #expect(made == zoneFile, "\(what): another zone file")
            #expect(try office.events().compactMap { $0["event"] as? String } == ["created", "rendered"], "\(what)")
            try office.succeeds("audit", "verify")
            try office.add("dinkes")
            try office.render()
            let left = try FileManager.default.contentsOfDirectory(atPath: office.path(""))
            #expect(!left.contains { $0.hasSuffix(".tmp") }, "\(what): \(left)")
        }
    }

    @Test func anotherInitDoesNotGoOnWithAnInterruptedOne() throws {
        let office = try emptyOffice()
        try office.succeeds(Way.initialize.arguments(office))
        try FileManager.default.removeItem(atPath: office.zoneFile)
        try office.refuses(["init", office.zone, "--ns", "andere.example.net"], codes: ["ZONE_EXISTS"])
        try office.succeeds(Way.initialize.arguments(office))
        #expect(fileExists(office.zoneFile))
    }
}

@Suite struct LoopbackNameServerTests {
    /// A name server that is tried out on its own host is told of, not refused; nobody's site is sent there.
    @Test func isAllowedForTrials() throws {
        let office = try Office(nameServers: ["ns1.purbalinggakab.go.id=127.0.0.1"])
        #expect(try office.zonectl("check").status == 0)
        try office.add("dinkes")
        try office.refusesAdd("ppid", "TARGET_INVALID", target: ["--hosting"])
    }
}

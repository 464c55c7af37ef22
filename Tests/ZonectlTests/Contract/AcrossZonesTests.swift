import Foundation
import Testing

/// `check` over several files, and over a registry of several zones.
@Suite struct AcrossZonesTests {
    private func head(_ zone: String) -> String {
        """
        $ORIGIN \(zone).
        $TTL 3600
        @ SOA ns1.example.net. hostmaster.example.net. 2026112001 10800 3600 1209600 3600
        @ NS ns1.example.net.
        @ NS ns2.example.net.

        """
    }

    private func codes(_ output: Outcome) -> [String] {
        output.lines.compactMap { $0.firstMatch(of: #/([^ /]+:\d+):\d+: [a-z]+ ([A-Z0-9_]+):/#) }.map { "\($0.1) \($0.2)" }
    }

    @Test func files() throws {
        let directory = try TemporaryDirectory()
        try writeFile(
            directory.path("example.go.id.zone"),
            head("example.go.id") + "portal CNAME web.dinkes.example.go.id.\ndinkes NS ns1.example.net.\n")
        try writeFile(
            directory.path("dinkes.example.go.id.zone"), head("dinkes.example.go.id") + "www A 192.0.2.80\n")
        try writeFile(
            directory.path("2.0.192.in-addr.arpa.zone"), head("2.0.192.in-addr.arpa") + "81 PTR www.dinkes.example.go.id.\n")
        let files = ["example.go.id", "dinkes.example.go.id", "2.0.192.in-addr.arpa"].map { directory.path("\($0).zone") }
        let output = try run([zonectlPath, "check"] + files)
        #expect(output.status == 1, "\(output)")
        let found = codes(output)
        for expected in [
            "example.go.id.zone:6 OTHER_ZONE_TARGET_MISSING", "example.go.id.zone:7 CHILD_NS_DIFFER",
            "dinkes.example.go.id.zone:6 ADDRESS_WITHOUT_PTR", "2.0.192.in-addr.arpa.zone:6 PTR_DISAGREES",
        ] { #expect(found.contains(expected), "\(expected) not in \(output)") }
        // Each file alone has none of these.
        for file in files {
            let alone = codes(try run([zonectlPath, "check", file])).joined()
            #expect(!alone.contains("OTHER_ZONE") && !alone.contains("CHILD") && !alone.contains("PTR"), "\(alone)")
        }
    }

    /// A file that could not be read whole says nothing about what is not in it.
    @Test func aBrokenFileAccusesNobody() throws {
        let directory = try TemporaryDirectory()
        try writeFile(directory.path("a.example.zone"), head("a.example") + "x CNAME web.b.example.\n")
        try writeFile(directory.path("b.example.zone"), head("b.example") + "web A 192.0.2.256\n")
        let output = try run([zonectlPath, "check", directory.path("a.example.zone"), directory.path("b.example.zone")])
        #expect(output.status == 1 && !output.text.contains("OTHER_ZONE"), "\(output)")
    }

    @Test func registry() throws {
        let office = try Office("go.id", nameServers: ["ns1.example.net", "ns2.example.net"])
        try office.succeeds("init", "kab.go.id", "--ns", "ns1.example.net", "ns3.example.net")
        try office.addStatic("kab.go.id. NS ns1.example.net.\nkab.go.id. NS ns2.example.net.")
        try office.succeeds(
            "-z", "go.id", "add", "portal", "--opd", "Diskominfo", "--letter", "1", "--cname", "nowhere.kab.go.id.")
        try office.succeeds(["-z", "go.id", "render"])
        let output = try office.zonectl("check")
        #expect(output.status == 1, "\(output)")
        let found = codes(output)
        // A managed name is placed in the register, and the message says whose it is.
        #expect(found.contains("register.jsonl:3 OTHER_ZONE_TARGET_MISSING"), "\(output)")
        #expect(output.text.contains("(request 2026/0001, Diskominfo)"), "\(output)")
        #expect(found.contains { $0.hasPrefix("static.zone:") && $0.hasSuffix(" CHILD_NS_DIFFER") }, "\(output)")
    }
}

import Testing

/// Names and addresses that `init` is given and cannot, or should not, use.
@Suite struct NewZoneValuesTests {
    @Test func aNameThatIsNoFolder() throws {
        let office = try Office(empty: "k.id")
        for arguments in [
            ["init", "0/25.2.0.192.in-addr.arpa", "--ns", "ns.example.net"],
            ["import", "0/25.2.0.192.in-addr.arpa", "/dev/null"],
        ] {
            let output = try office.zonectl(arguments)
            #expect(output.status == 2 && output.errorText.contains("folder"), "\(output)")
            #expect(!output.errorText.contains("--url"), "\(output)")
        }
    }

    @Test(arguments: ["224.0.0.1", "0.0.0.0", "::"]) func aNameServerNobodyCanAsk(address: String) throws {
        let office = try Office(empty: "k.id")
        let output = try office.zonectl(["init", "k.id", "--ns", "ns1.k.id=\(address)", "ns.example.net"])
        #expect(output.status == 1 && output.errorText.contains(address), "\(output)")
        #expect(!fileExists(office.root))
    }

    @Test(arguments: ["10.0.0.1", "fd00::1", "192.0.2.53"]) func aNameServerOnlyInsidersCanAsk(address: String) throws {
        let office = try Office(empty: "k.id")
        let output = try office.zonectl(["init", "k.id", "--ns", "ns1.k.id=\(address)", "ns.example.net"])
        #expect(output.status == 0, "\(output)")
        #expect(
            output.errorLines.contains { $0.hasPrefix("warning: ") && $0.contains(" \(address): ") }, "\(output)")
    }
}

import Testing

/// Usage errors are 2, change nothing and say what is wrong on standard error.
@Suite struct UsageTests {
    @Test(arguments: [
        [], ["bogus"], ["add"], ["add", "dinkes"], ["add", "dinkes", "--opd", "A", "--letter", "1", "--bogus"],
        ["add", "dinkes", "--letter", "1", "--address", "192.0.2.1"],
        ["add", "dinkes", "--opd", "A", "--address", "192.0.2.1"],
        ["add", "dinkes", "extra", "--opd", "A", "--letter", "1", "--address=192.0.2.1"],
        ["change", "dinkes"], ["remove"], ["remove", "dinkes"], ["show"], ["why"], ["render", "--bogus"],
        ["list", "--format", "bogus"], ["--now", "yesterday", "list"], ["--lang", "fr", "list"], ["init"],
        ["init", "other.go.id"], ["import", "other.go.id"], ["audit"], ["audit", "bogus"], ["--registry"],
        ["-z", "tidakada.go.id", "list"],
    ])
    func refused(arguments: [String]) throws {
        let office = try Office()
        let output = try office.refuses(arguments, status: 2, codes: [])
        #expect(!output.err.isEmpty && output.out.isEmpty, "\(output)")
    }

    @Test(arguments: ["@", "a..b"]) func anOriginIsAName(origin: String) throws {
        let directory = try TemporaryDirectory()
        try writeFile(directory.path("zone"), "$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.53\n")
        for command in ["check", "compile"] {
            let output = try run([zonectlPath, command, "--origin", origin, directory.path("zone")])
            #expect(output.status == 2 && output.out.isEmpty && output.errorText.contains("domain name"), "\(output)")
        }
    }

    @Test func optionsStandAnywhere() throws {
        let office = try Office()
        let added = try run([
            zonectlPath, "add", "--letter=440/1/2026", "dinkes", "--opd=Dinas Kesehatan", "--address=192.0.2.1",
            "--registry=\(office.root)", "--now", office.clock,
        ])
        #expect(added.status == 0, "\(added)")
        let listed = try run([zonectlPath, "list", "-C", office.root, "--format=json"])
        #expect(listed.status == 0 && listed.text.contains("dinkes"), "\(listed)")
    }

    @Test func registryFromEnvironmentAndFolder() throws {
        let office = try Office()
        try office.add("dinkes")
        let byEnvironment = try run([zonectlPath, "list"], environment: ["ZONECTL_REGISTRY": office.root])
        #expect(byEnvironment.status == 0 && byEnvironment.text.contains("dinkes"), "\(byEnvironment)")
        let byFolder = try Tool.env("-C", office.directory.root, zonectlPath, "list")
        #expect(byFolder.status == 0 && byFolder.text.contains("dinkes"), "\(byFolder)")
        let missing = try run([zonectlPath, "-C", "/nonexistent", "list"])
        #expect(missing.status == 4 && !missing.err.isEmpty, "\(missing)")
    }

    @Test func clockFromEnvironment() throws {
        let office = try Office()
        let output = try run(
            [zonectlPath, "-C", office.root, "add", "dinkes", "--opd", "A", "--letter", "1", "--address", "192.0.2.1"],
            environment: ["ZONECTL_NOW": "2031-05-06T00:00:00Z"])
        #expect(output.status == 0, "\(output)")
        #expect(try office.list().compactMap { $0["request"] as? String } == ["2031/0001"])
    }

    @Test func helpAndVersion() throws {
        #expect(try run([zonectlPath, "--version"]).text.hasPrefix("zonectl "))
        for command in ["init", "import", "render", "check", "add", "change", "remove", "list", "show", "log", "why"] {
            let output = try run([zonectlPath, command, "--help"])
            #expect(output.status == 0 && output.text.contains(command) && output.err.isEmpty, "\(output)")
        }
    }

    @Test func initTwice() throws {
        let office = try Office()
        try office.add("dinkes")
        let before = try snapshot(office.root)
        let again = try office.zonectl("init", office.zone, "--ns", "ns1.\(office.zone)=192.0.2.53")
        #expect(try snapshot(office.root) == before, "\(again)")
    }

    @Test(arguments: ["..", ".", "", "a/b", "../x.go.id", "-x.go.id", "*.go.id", "x..go.id", "x\n.go.id"])
    func initWithABadZone(zone: String) throws {
        let office = try Office(empty: "x")
        let output = try office.zonectl("init", "--ns", "ns.example.net", "--", zone)
        #expect(output.status == 1 || output.status == 2, "\(output)")
        #expect(try snapshot(office.directory.root).isEmpty)
    }

    @Test func initOptions() throws {
        let office = try Office(
            "example.go.id", options: ["--mbox", "dns.admin@example.go.id"],
            nameServers: ["ns.example.net", "ns1.example.go.id=2001:db8::53"])
        try expectPeersAccept(office.zoneFile, zone: office.zone)
        #expect(try readText(office.zoneFile).contains(#"dns\.admin.example.go.id."#))
        // Settings carry comments that explain them.
        #expect(try readText(office.settingsFile).contains("//"))
    }
}

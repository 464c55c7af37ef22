import Testing

/// The rules for targets: addresses, hosts, URLs, space, and combinations DNS cannot have.
@Suite struct TargetTests {
    @Test(arguments: [
        "192.0.2", "192.0.02.1", "192.0.2.256", "192.0.2.1:80", "[2001:db8::1]", "0.0.0.0", "169.254.1.1",
        "224.0.0.1", "239.1.2.3", "255.255.255.255", "127.0.0.1", "::", "::1", "::ffff:192.0.2.1", "fe80::1",
        "ff02::1", "2001:db8:::1", "1.2.3.4.5", "0x7f.1", "dinkes.example", "", "192.0.2.1 ",
    ])
    func badAddress(address: String) throws {
        let office = try Office()
        let before = try snapshot(office.root)
        let output = try office.zonectl("add", "dinkes", "--opd", "A", "--letter", "1", "--address=\(address)")
        #expect(output.status == 1, "\(output)")
        #expect(
            output.errorLines.contains { $0.hasPrefix("TARGET_INVALID ") || $0.hasPrefix("TARGET_NOT_ALLOWED ") },
            "\(output)")
        #expect(try snapshot(office.root) == before)
    }

    @Test(arguments: ["10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "fc00::1", "fd12:3456::1"])
    func privateAddressNeedsASetting(address: String) throws {
        let office = try Office()
        try office.refusesAdd("dinkes", "TARGET_NOT_ALLOWED", target: ["--address", address])
        try office.set(
            "allowedNetworks", #"["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"]"#)
        try office.add("dinkes", ["--address", address])
    }

    @Test func onlyAllowedNetworks() throws {
        let office = try Office()
        try office.set("allowedNetworks", #"["192.0.2.0/24", "2001:db8:1::/48"]"#)
        try office.add("dinkes", ["--address", "192.0.2.200"])
        try office.add("bkd", ["--address", "2001:db8:1::5"])
        try office.refusesAdd("dinsos", "TARGET_NOT_ALLOWED", target: ["--address", "203.0.113.5"])
        try office.refusesAdd("dinsos", "TARGET_NOT_ALLOWED", target: ["--address", "2001:db8:2::5"])
    }

    @Test(arguments: [
        "192.0.2.1", "https://x.example/", "-x.example.net", "a b.example.net", "*.example.net", "_x.example.net",
        "a..example.net", "",
    ])
    func badHost(host: String) throws {
        let office = try Office()
        try office.refusesAdd("dinkes", "TARGET_INVALID", target: ["--cname=\(host)"])
    }

    @Test func aliasToItself() throws {
        try Office().refusesAdd("dinkes", "TARGET_INVALID", target: ["--cname", "dinkes.purbalinggakab.go.id"])
    }

    @Test(arguments: [
        "kantor.github.io", "bucket.s3.amazonaws.com", "app.herokuapp.com", "app.azurewebsites.net",
    ])
    func claimableHostIsFlagged(host: String) throws {
        let office = try Office()
        let output = try office.zonectl("add", "dinkes", "--opd", "A", "--letter", "1", "--cname", host)
        #expect(output.errorLines.contains { $0.contains("CLAIMABLE ") && $0.contains(host) }, "\(output)")
    }

    @Test(arguments: [
        "ftp://x.example/", "javascript:alert(1)", "//x.example/", "x.example", "https://", "https:///x",
        "https://user:pass@x.example/", "https://x.example/\u{22}; return 200 \u{22}", "https://x.example/$host",
        "https://x.example/a b", "https://x.example/\n", "https://x.example:99999/", "https://x.example/\\",
        "https://x.example/{a}",
    ])
    func badURL(url: String) throws {
        let office = try Office()
        // What nginx would take for syntax is refused or encoded, never passed through.
        let before = try snapshot(office.root)
        let output = try office.zonectl("add", "dinkes", "--opd", "A", "--letter", "1", "--url=\(url)")
        if output.status != 0 {
            #expect(output.status == 1 && output.errorText.contains("TARGET_INVALID "), "\(output)")
            #expect(try snapshot(office.root) == before)
            return
        }
        try office.render()
        let map = try snapshot(office.path("")).filter { $0.key.hasPrefix("redirects.") }
            .map { String(decoding: $0.value.octets, as: UTF8.self) }.joined()
        let line = map.split(separator: "\n").first { $0.contains("dinkes") } ?? ""
        #expect(!line.contains("$host") && !line.contains("return") && !line.contains("alert"), "\(line)")
        #expect(["http://", "https://"].contains { line.contains($0) }, "\(line)")
    }

    @Test func aliasWithMailIsImpossible() throws {
        let office = try Office()
        let output = try office.refuses(
            [
                "add", "dinkes", "--opd", "A", "--letter", "1", "--cname", "x.example.net", "--mail",
                "mx.example.net",
            ], codes: ["TARGET_INVALID"])
        #expect(output.errorText.contains("CNAME") && output.errorText.contains("--mail"), "\(output)")
    }

    @Test("a name that takes no mail says so (RFC 7505), until it takes some")
    func nullMX() throws {
        let office = try Office()
        try office.add("dinkes", ["--address", "192.0.2.10", "--mail", "."])
        try office.render()
        let records = try office.succeeds("compile", office.zoneFile).text.split(separator: "\n").map(String.init)
            .filter { $0.contains("dinkes.") }
        #expect(
            records.map { $0.split { $0 == " " || $0 == "\t" }.dropFirst(3).joined(separator: " ") }
                == ["A 192.0.2.10", "MX 0 .", "TXT \"v=spf1 -all\""], "\(records)")
        try office.succeeds("check", office.zoneFile, "--fail-on", "warning", "--profile", "strict")
        #expect(try office.succeeds("list").text.contains("192.0.2.10 +mail ."))
        // A change of something else leaves it as it is.
        try office.succeeds(
            "change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "2", "--address", "192.0.2.11")
        #expect(try office.succeeds("show", "dinkes").text.contains("0 ."))
        for (mail, has) in [(["--mail", "mx.example.net"], "mx.example.net."), (["--no-mail"], "")] {
            try office.succeeds(["change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "3"] + mail)
            try office.render()
            let text = try office.succeeds("compile", office.zoneFile).text
            #expect(!text.contains("MX 0 .") && text.contains("mx.example.net.") == !has.isEmpty, "\(text)")
        }
        try office.refusesAdd("lain", "TARGET_INVALID", target: ["--cname", "x.example.net", "--mail", "."])
    }

    @Test("mailboxes are not asked for at a name that takes no mail")
    func mailboxesWithoutMail() throws {
        let office = try ProcedureOffice("SBD")
        try office.new(["mail": "."], status: 1, codes: ["FORM_VALUE"])
    }

    @Test func glueOutsideTheDelegation() throws {
        try Office().refusesAdd(
            "dindik", "TARGET_INVALID", target: ["--delegate", "ns.example.net=192.0.2.60"])
    }

    @Test func nameServerInsideNeedsGlue() throws {
        try Office().refusesAdd(
            "dindik", "TARGET_INVALID", target: ["--delegate", "ns1.dindik.purbalinggakab.go.id"])
    }

    @Test(arguments: ["1", "12345 13 2 zz", "12345 13 2 0123", "70000 13 2 \(String(repeating: "0", count: 64))"])
    func badDS(ds: String) throws {
        let office = try Office()
        let before = try snapshot(office.root)
        let output = try office.zonectl(
            "add", "dindik", "--opd", "A", "--letter", "1", "--delegate", "ns.example.net", "--ds=\(ds)")
        #expect(output.status == 1 || output.status == 2, "\(output)")
        #expect(!output.errorText.isEmpty)
        #expect(try snapshot(office.root) == before)
    }

    @Test func twoKindsOfTarget() throws {
        let office = try Office()
        try office.refuses(
            ["add", "dinkes", "--opd", "A", "--letter", "1", "--address", "192.0.2.1", "--cname", "x.example.net"],
            status: 2, codes: [])
        try office.refuses(["add", "dinkes", "--opd", "A", "--letter", "1"], status: 2, codes: [])
    }

    @Test func hostingSpaceIsCounted() throws {
        let office = try Office()
        try office.add("jdih", ["--hosting", "6"], opd: "A")
        let output = try office.refusesAdd("ppid", "NO_CAPACITY", target: ["--hosting", "5"])
        #expect(output.errorText.contains("5") && output.errorText.contains("4"), "\(output)")
        try office.add("ppid", ["--hosting", "4"], opd: "A")
        try office.refusesAdd("bkd", "NO_CAPACITY", target: ["--hosting"])
        try office.succeeds("remove", "jdih", "--opd", "A", "--letter", "2")
        try office.add("bkd", ["--hosting"], opd: "A")
    }

    @Test(arguments: ["-1", "2147483648", "99999999999999999999", "x", ""])
    func badTTL(ttl: String) throws {
        let office = try Office()
        let before = try snapshot(office.root)
        let output = try office.zonectl(
            "add", "dinkes", "--opd", "A", "--letter", "1", "--address", "192.0.2.1", "--ttl=\(ttl)")
        #expect(output.status == 2 || output.status == 1, "\(output)")
        #expect(try snapshot(office.root) == before)
    }

    @Test func oneTTLForTheWholeName() throws {
        let office = try Office()
        try office.add("dinkes", ["--address", "192.0.2.1", "192.0.2.2", "--ttl", "2h"])
        try office.render()
        let records = try recordsByBIND(office.zoneFile, zone: office.zone).filter { $0.hasPrefix("dinkes.") }
        #expect(records.count == 2 && records.allSatisfy { $0.contains(" 7200 IN A ") }, "\(records)")
    }

    @Test func oneLineForEachReason() throws {
        let output = try Office().refusesAdd(
            "dinkes", "TARGET_INVALID", target: ["--address", "0.0.0.0", "192.0.2.300", "127.0.0.1"])
        for address in ["0.0.0.0", "192.0.2.300", "127.0.0.1"] {
            #expect(output.errorLines.contains { $0.hasPrefix("TARGET_") && $0.contains(" \(address): ") }, "\(output)")
        }
    }
    @Test func aChangeThatChangesNothingTakesNoNumber() throws {
        let office = try Office()
        try office.add("dinkes", ["--address", "192.0.2.1", "--www"])
        let before = try snapshot(office.root)
        let form = ["change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/2/2026"]
        let same = try office.succeeds(form + ["--www"])
        #expect(same.errorLines.contains { $0.contains("UNCHANGED dinkes.") }, "\(same)")
        #expect(try office.zonectl(form).status == 2)
        #expect(try snapshot(office.root) == before)
        try office.add("bkd", ["--address", "192.0.2.2"])
        #expect(try office.list().contains { $0["request"] as? String == "2026/0002" })
    }
}

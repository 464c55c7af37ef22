import Testing

/// The main job against real servers: an approved request is answered by BIND.
@Suite struct MainJobTests {
    @Test func requestBecomesAnAnswer() throws {
        let office = try Office()
        let zone = office.zone
        // `init` renders at once.
        try expectPeersAccept(office.zoneFile, zone: zone)
        let server = try NameServer(zones: [zone: office.zoneFile])
        let first = try server.serial(zone)
        #expect(try server.ask("ns1.\(zone)", "A").data == ["192.0.2.53"])
        #expect(try server.ask(zone, "NS").data == ["ns1.\(zone).", "ns2.\(zone)."])
        #expect(try server.ask("dinkes.\(zone)", "A").status == "NXDOMAIN")

        try office.add("dinkes", ["--address", "192.0.2.10", "--address", "2001:db8::10", "--www"])
        try office.render()
        try expectPeersAccept(office.zoneFile, zone: zone)
        let second = try office.serial()
        #expect(isLater(second, than: first))
        try server.reload(zone, until: second)
        #expect(try server.ask("dinkes.\(zone)", "A").data == ["192.0.2.10"])
        #expect(try server.ask("dinkes.\(zone)", "AAAA").data == ["2001:db8::10"])
        #expect(try server.ask("www.dinkes.\(zone)", "CNAME").data == ["dinkes.\(zone)."])
        #expect(try server.ask("DINKES.\(zone)", "A").authoritative)

        try office.succeeds(
            "change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/2/2026", "--address", "192.0.2.11")
        try office.render()
        let third = try office.serial()
        #expect(isLater(third, than: second))
        try server.reload(zone, until: third)
        #expect(try server.ask("dinkes.\(zone)", "A").data == ["192.0.2.11"])

        try office.succeeds("remove", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/3/2026")
        try office.render()
        let fourth = try office.serial()
        #expect(isLater(fourth, than: third))
        try server.reload(zone, until: fourth)
        #expect(try server.ask("dinkes.\(zone)", "A").status == "NXDOMAIN")
        #expect(try server.ask("www.dinkes.\(zone)", "A").status == "NXDOMAIN")
        #expect(try server.ask("ns1.\(zone)", "A").data == ["192.0.2.53"])
        try expectPeersAccept(office.zoneFile, zone: zone)
    }

    @Test func everyKindOfTargetIsAnsweredAndAccepted() throws {
        let office = try Office()
        let zone = office.zone
        try office.add("dinkes", ["--address", "192.0.2.10", "192.0.2.11", "2001:db8::10", "--ttl", "300"])
        try office.add("bkd", ["--cname", "server.example.net"], opd: "BKD")
        try office.add("ppid", ["--url", "https://www.example.net/ppid?a=b&c=d"], opd: "Diskominfo")
        try office.add("jdih", ["--hosting", "2", "--www"], opd: "Bagian Hukum")
        try office.add("rsud", ["--address", "192.0.2.30", "--mail", "mx.example.net"], opd: "RSUD")
        let digest = String(repeating: "0123456789ABCDEF", count: 4)
        try office.add(
            "dindik",
            ["--delegate", "ns1.dindik.\(zone)=192.0.2.60", "ns.example.net", "--ds", "12345 13 2 \(digest)"],
            opd: "Dinas Pendidikan")
        try office.render()
        try expectPeersAccept(office.zoneFile, zone: zone)

        let server = try NameServer(zones: [zone: office.zoneFile])
        let dinkes = try server.ask("dinkes.\(zone)", "A")
        #expect(dinkes.data == ["192.0.2.10", "192.0.2.11"])
        #expect(dinkes.records.allSatisfy { $0.split(separator: " ")[1] == "300" }, "\(dinkes)")
        #expect(try server.ask("bkd.\(zone)", "CNAME").data == ["server.example.net."])
        #expect(try server.ask("ppid.\(zone)", "A").status == "NOERROR")
        #expect(try server.ask("ppid.\(zone)", "A").data.count >= 1)
        #expect(try server.ask("jdih.\(zone)", "A").data.count >= 1)
        #expect(try server.ask("www.jdih.\(zone)", "A").status == "NOERROR")
        #expect(try server.ask("rsud.\(zone)", "MX").data == ["10 mx.example.net."])
        let spf = try server.ask("rsud.\(zone)", "TXT")
        #expect(spf.data.contains { $0.contains("v=spf1") }, "\(spf)")
        let dmarc = try server.ask("_dmarc.rsud.\(zone)", "TXT")
        #expect(dmarc.data.contains { $0.contains("v=DMARC1;") && $0.contains("p=") }, "\(dmarc)")
        let delegation = try server.ask("www.dindik.\(zone)", "A")
        #expect(!delegation.authoritative)
        #expect(
            delegation.authority.filter { $0.contains(" NS ") }.map { String($0.split(separator: " ")[4]) }.sorted()
                == ["ns.example.net.", "ns1.dindik.\(zone)."], "\(delegation)")
        let ds = try server.ask("dindik.\(zone)", "DS").data
        #expect(ds.map { $0.filter { $0 != " " } } == ["12345132\(digest)"])
    }

    @Test func redirectIsAnsweredByNginx() throws {
        let office = try Office()
        try office.add("ppid", ["--url", "https://www.example.net/ppid?a=b&c=d", "--www"], opd: "Diskominfo")
        try office.add("mediacenter", ["--url", "http://media.example.net:8080/"], opd: "Diskominfo")
        try office.render()
        let folder = office.path("")
        let maps = try snapshot(folder).keys.filter { $0.hasPrefix("redirects.") }.map { folder + $0 }
        #expect(!maps.isEmpty)
        let web = try WebServer(maps: maps)
        let ppid = try web.get("ppid.\(office.zone)")
        #expect(ppid.status == 301 && ppid.location == "https://www.example.net/ppid?a=b&c=d", "\(ppid)")
        let companion = try web.get("www.ppid.\(office.zone)")
        #expect(companion.status == 301 && companion.location == ppid.location, "\(companion)")
        let media = try web.get("MediaCenter.\(office.zone)")
        #expect(media.status == 301 && media.location == "http://media.example.net:8080/", "\(media)")
        #expect(try web.get("dinkes.\(office.zone)").status == 404)

        try office.succeeds("remove", "ppid", "--opd", "Diskominfo", "--letter", "555/2/2026")
        try office.render()
        let after = try WebServer(maps: maps)
        #expect(try after.get("ppid.\(office.zone)").status == 404)
        #expect(try after.get("mediacenter.\(office.zone)").status == 301)
    }

    @Test func renderedNamesSayWhichRequestTheyComeFrom() throws {
        let office = try Office()
        try office.add("dinkes", ["--address", "192.0.2.10", "192.0.2.11"])
        try office.add("bkd", ["--cname", "server.example.net"], opd: "BKD")
        try office.render()
        let lines = try readText(office.zoneFile).split(separator: "\n")
        let first = lines.filter { $0.contains("2026/0001") }
        let second = lines.filter { $0.contains("2026/0002") }
        #expect(first.count == 1 && first.allSatisfy { $0.contains(";") && $0.contains("dinkes") }, "\(first)")
        #expect(second.count == 1 && second.allSatisfy { $0.contains(";") && $0.contains("bkd") }, "\(second)")
        // No text of a request goes into a zone file, only its id.
        #expect(!lines.contains { $0.contains("Dinas") || $0.contains("440/1") })
    }

    @Test func twoZonesInOneRegistry() throws {
        let office = try Office()
        try office.succeeds("init", "balangankab.go.id", "--ns", "ns1.balangankab.go.id=192.0.2.63")
        // Which zone is meant must be said now.
        try office.refuses(
            ["add", "dinkes", "--opd", "A", "--letter", "1", "--address", "192.0.2.1"], status: 2, codes: [])
        try office.succeeds(
            "-z", "balangankab.go.id", "add", "dinkes", "--opd", "A", "--letter", "1", "--address", "192.0.2.1")
        try office.succeeds("render")
        let other = "\(office.root)/balangankab.go.id/db.balangankab.go.id"
        let server = try NameServer(zones: [office.zone: office.zoneFile, "balangankab.go.id": other])
        #expect(try server.ask("dinkes.balangankab.go.id", "A").data == ["192.0.2.1"])
        #expect(try server.ask("dinkes.\(office.zone)", "A").status == "NXDOMAIN")
    }
}

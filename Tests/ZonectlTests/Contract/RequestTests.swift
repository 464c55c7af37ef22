import Testing

/// What is recorded with a request: who asked, with which letter, and what an applicant's text may not do.
@Suite struct RequestTests {
    @Test func reservedLabelWithAReason() throws {
        let office = try Office()
        try office.refusesAdd("api", "RESERVED")
        try office.add("api", ["--address", "192.0.2.10", "--override", "Keputusan Bupati 12/2026"])
        #expect(try office.activeNames() == ["api.purbalinggakab.go.id."])
        // The reason is in the journal.
        #expect(try readText(office.registerFile).contains("Keputusan Bupati 12/2026"))
        let other = try Office()
        try other.set("allowReservedOverride", "false")
        try other.refusesAdd("api", "RESERVED", target: ["--address", "192.0.2.10", "--override", "because"])
    }

    @Test func removeByRequest() throws {
        let office = try Office()
        try office.add("dinkes")
        try office.succeeds("remove", "2026/0001", "--opd", "Dinas Kesehatan", "--letter", "440/2/2026")
        #expect(try office.activeNames().isEmpty)
        try office.refuses(["remove", "2026/0077", "--opd", "Dinas Kesehatan", "--letter", "1"], codes: [])
    }

    @Test func changeKeepsOrReplaces() throws {
        let office = try Office()
        try office.add("dinkes", ["--address", "192.0.2.10", "--www"])
        try office.succeeds(
            "change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "2", "--url", "https://www.example.net/")
        try office.render()
        let records = try recordsByBIND(office.zoneFile, zone: office.zone).filter { $0.contains("dinkes") }
        #expect(!records.contains { $0.hasSuffix(" 192.0.2.10") }, "\(records)")
        try office.succeeds(
            "change", "dinkes", "--opd", "dinas  kesehatan", "--letter", "3", "--cname", "server.example.net")
        try office.render()
        let after = try recordsByBIND(office.zoneFile, zone: office.zone).filter { $0.hasPrefix("dinkes") }
        #expect(after == ["dinkes.\(office.zone). 3600 IN CNAME server.example.net."])
        try expectPeersAccept(office.zoneFile, zone: office.zone)
    }

    @Test func mailOfTheZone() throws {
        let office = try Office()
        try office.set(
            "mail",
            #"{ host: "mx.example.net", preference: 20, spf: "v=spf1 a -all", dmarc: "v=DMARC1; p=none" }"#)
        try office.add("rsud", ["--address", "192.0.2.30", "--mail"], opd: "RSUD")
        try office.render()
        let server = try NameServer(zones: [office.zone: office.zoneFile])
        #expect(try server.ask("rsud.\(office.zone)", "MX").data == ["20 mx.example.net."])
        #expect(try server.ask("rsud.\(office.zone)", "TXT").data == ["\"v=spf1 a -all\""])
        #expect(try server.ask("_dmarc.rsud.\(office.zone)", "TXT").data == ["\"v=DMARC1; p=none\""])
    }

    @Test(arguments: [
        "", "   ", "Dinas\nKesehatan", "Dinas\tKesehatan\u{1B}[31m", "Dinas\u{202E}nataheseK", "Din\u{200B}as",
        String(repeating: "x", count: 301),
    ])
    func textThatIsRefused(text: String) throws {
        let office = try Office()
        for option in ["--opd", "--letter"] {
            let other = option == "--opd" ? "--letter" : "--opd"
            let before = try snapshot(office.root)
            let output = try office.zonectl("add", "dinkes", "\(option)=\(text)", other, "x", "--address", "192.0.2.1")
            #expect(output.status == 1 || output.status == 2, "\(output)")
            #expect(!output.err.isEmpty && !output.err.contains(0x1B), "\(output)")
            #expect(try snapshot(office.root) == before)
        }
    }

    @Test(arguments: [
        #"Dinas "Kesehatan" \ & <Kota>"#, "Diná é 中 🏥", "; DROP", "$INCLUDE /etc/passwd", "=1+1", "@SUM(A1)", "-1", "'",
        String(repeating: "x", count: 300),
    ])
    func textThatIsKept(text: String) throws {
        let office = try Office()
        try office.succeeds("add", "dinkes", "--opd=\(text)", "--letter=\(text)", "--address", "192.0.2.1")
        let row = try office.list().first
        #expect(row?["opd"] as? String == text && row?["letter"] as? String == text, "\(row ?? [:])")
        try office.render()
        // No text of a request goes into a zone file.
        #expect(try recordsByBIND(office.zoneFile, zone: office.zone).contains { $0.hasSuffix(" 192.0.2.1") })
        if text.utf8.count > 1 { #expect(!(try readText(office.zoneFile)).contains(text)) }
        // No cell of a table is a formula.
        let table = try office.succeeds("list", "--format", "csv")
        for line in table.lines {
            for cell in line.split(separator: ",") {
                let start = cell.first { $0 != "\"" }
                #expect(!["=", "+", "-", "@"].contains(start), "\(table)")
            }
        }
        try office.succeeds("audit", "verify")
    }

    @Test func numbersAreCountedByYear() throws {
        let office = try Office()
        try office.add("satu")
        office.clock = "2026-12-31T18:00:00Z"  // the office's new year at +07:00
        try office.add("dua")
        try office.add("tiga")
        #expect(
            Set(try office.list().compactMap { $0["request"] as? String }) == ["2026/0001", "2027/0001", "2027/0002"])
    }
}

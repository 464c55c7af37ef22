import Testing

/// What each kind of request becomes.
@Suite struct RequestKindsTests {
    /// Through the steps of Tulungagung up to the records.
    private func carryOut(_ office: ProcedureOffice, _ changes: [String: Any], of number: Int) throws {
        try office.new(changes)
        try office.steps("02", of: number)
        try office.office.succeeds(
            "request", "attach", office.id(number), "signedForm", "--signed-by", "adminPIC", "technicalPIC")
        try office.steps("04", "04b", of: number)
        try office.office.succeeds(
            "request", "resubmit", office.id(number), "--letter", "555/\(number)/2026", "--letter-date", "2026-11-23")
        try office.steps("05", "06", "07", of: number)
        try office.add(number)
    }

    @Test func redirectDelegationAndCompanion() throws {
        let office = try ProcedureOffice("TLG")
        let zone = office.zone
        try carryOut(office, ["kind": "redirect", "label": "alih", "target": "https://www.example.net/x"], of: 1)
        try carryOut(
            office,
            [
                "kind": "delegation", "label": "rsud", "target": "192.0.2.1",
                "nameServers": ["ns1.rsud.\(zone)=192.0.2.60", "ns.example.net"],
            ], of: 2)
        try carryOut(office, ["label": "www.bkd"], of: 3)
        #expect(try office.rendered("alih") == ["alih.\(zone). A 192.0.2.53"])
        #expect(try readText(office.office.path("redirects.\(zone).nginx")).contains("https://www.example.net/x"))
        #expect(
            Set(try office.rendered("rsud")) == [
                "rsud.\(zone). NS ns1.rsud.\(zone).", "rsud.\(zone). NS ns.example.net.",
                "ns1.rsud.\(zone). A 192.0.2.60",
            ])
        #expect(
            try office.rendered("bkd") == ["bkd.\(zone). A 192.0.2.10", "www.bkd.\(zone). CNAME bkd.\(zone)."])
        try expectPeersAccept(office.office.zoneFile, zone: zone)
        // Each name knows its request, and the other way round.
        for (number, label) in ["alih", "rsud", "bkd"].enumerated() {
            #expect(try office.show(number + 1)["name"] as? String == "\(label).\(zone).")
        }
        try office.office.succeeds("audit", "verify")
    }

    /// Mail for a name that the agency has changes nothing else about it.
    @Test func mailForANameThatIsThere() throws {
        let office = try ProcedureOffice("SBD")
        let name = "dinkes.\(office.zone)."
        try office.office.add("dinkes", ["--address", "192.0.2.77", "--www"], opd: "Dinas Kesehatan")
        try office.new()
        try office.steps("01", "02", "03", "04", "05", "06", of: 2)
        let records = try office.rendered("dinkes")
        #expect(records.contains("\(name) A 192.0.2.77") && records.contains("www.\(name) CNAME \(name)"), "\(records)")
        #expect(records.contains("\(name) MX 10 \(name)"), "\(records)")
        // Another agency's name gets none.
        try office.new(["opd": "RSUD", "letterNumber": "2"])
        try office.steps("01", "02", of: 3)
        try office.step("SBD-03", of: 3, status: 1, codes: ["DUPLICATE"])
    }

    @Test func aKindThatTheProcedureHasNotIsRefused() throws {
        let office = try ProcedureOffice("BLG")
        for kind in ["delete", "rename", "hosting", "email", "change", "redirect", "delegation"] {
            try office.office.refuses(
                ["request", "new", "--file", try office.file(["kind": kind])], codes: ["KIND_NOT_OFFERED"])
        }
    }

    /// The number is used up, name and space are free again.
    @Test func whatIsTakenBackGivesEverythingBack() throws {
        let office = try ProcedureOffice("SBD")
        try office.new(["capacityGB": 8])
        try office.steps("01", "02", "03")
        try office.office.refusesAdd("dinkes", "DUPLICATE")
        try office.office.refusesAdd("lain", "NO_CAPACITY", target: ["--hosting", "3"])
        try office.office.succeeds("request", "cancel", "2026/0001", "--note", "ditarik")
        #expect(try office.state() == "cancelled")
        try office.office.add("lain", ["--hosting", "3"], opd: "Dinas Sosial")
        try office.office.add("dinkes", opd: "RSUD")
        #expect(try office.office.activeNames() == ["dinkes.\(office.zone).", "lain.\(office.zone)."])
        // What is made cannot be taken back this way.
        try office.new(["capacityGB": 1, "label": "bkd", "letterNumber": "2"])
        try office.steps("01", "02", "03", "04", "05", "06", of: 4)
        let output = try office.office.zonectl("request", "cancel", "2026/0004")
        #expect(output.status == 3 && output.errorText.contains("ALREADY_DONE"), "\(output)")
    }
}

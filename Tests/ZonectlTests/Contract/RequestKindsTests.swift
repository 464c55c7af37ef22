import Foundation
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

    /// It came by letter, so it has a place in the agenda, and an answer.
    @Test func aKindThatTheProcedureHasNotGoesBack() throws {
        let office = try ProcedureOffice("BLG")
        let kinds = ["delete", "rename", "hosting", "email", "change", "redirect", "delegation"]
        for (index, kind) in kinds.enumerated() {
            let output = try office.new(
                ["kind": kind, "letterNumber": "\(index)"], status: 1, codes: ["KIND_NOT_OFFERED"])
            #expect(!output.errorText.contains("wants ,"), "\(output)")
            #expect(try office.state(index + 1) == "returned")
        }
        expect(
            try office.words("pengembalian", of: 6),
            says: ["Pengalihan bukan jenis permohonan dalam BLG", "pembuatan baru", "agenda 2026/0006"])
        try office.step("BLG-01", of: 6, status: 1, codes: ["KIND_NOT_OFFERED"])
        try office.office.succeeds("request", "resubmit", "2026/0006", "--kind", "new")
        #expect(try office.state(6) != "returned" && office.show(6)["kind"] as? String == "new")
    }

    /// What a request is called, and what its answer will call it, is what is made.
    @Test func aKindIsHeldToItsTarget() throws {
        let office = try ProcedureOffice("TLG")
        let none: [String: Any] = ["target": NSNull(), "hosting": NSNull()]
        let cases: [([String: Any], String)] = [
            (["kind": "delegation", "target": "192.0.2.4"], "wants name servers, not an IP address"),
            (["kind": "delegation", "target": NSNull(), "hosting": "cloud"], "lacks name servers"),
            (["kind": "redirect", "target": NSNull(), "hosting": "cloud"], "lacks a URL"),
            (["kind": "redirect", "target": ["192.0.2.4", "192.0.2.5"]], "wants a URL, not an IP address"),
            (["kind": "redirect", "nameServers": ["ns.example.net"]], "wants a URL, not name servers"),
            (none.merging(["kind": "redirect"]) { $1 }, "lacks a URL"),
            (["kind": "hosting", "target": "https://www.example.net/x"], "wants the office's hosting, not own server"),
            (
                ["kind": "hosting", "label": NSNull(), "hosting": NSNull(), "target": "www.example.net."],
                "wants the office's hosting, not a host"
            ),
        ]
        for (index, (changes, says)) in cases.enumerated() {
            let output = try office.new(changes, status: 1, codes: ["INCOMPLETE"])
            let gaps = output.errorLines.filter { $0.hasPrefix("INCOMPLETE target: ") }
            #expect(gaps.count == 1 && gaps.first?.contains(says) ?? false, "\(changes): \(output)")
            #expect(try office.state(index + 1) == "returned")
            try office.step("TLG-02", of: index + 1, status: 3)
        }
        // A host in place of a URL is told how it is read.
        let output = try office.new(["kind": "redirect", "target": "www.example.net"])
        #expect(output.errorText.contains("REDIRECT_HTTP www.example.net: is taken as http://www."), "\(output)")
        // And what the office fills in is no other thing.
        let servers = ["kind": "delegation", "label": "rsud", "nameServers": ["ns.example.net"]] as [String: Any]
        try office.new(servers)
        let number = cases.count + 2
        try office.steps("02", of: number)
        try office.office.succeeds(
            "request", "attach", office.id(number), "signedForm", "--signed-by", "adminPIC", "technicalPIC")
        try office.steps("04", "04b", of: number)
        try office.office.succeeds(
            "request", "resubmit", office.id(number), "--letter", "1", "--letter-date", "2026-11-23")
        try office.steps("05", "06", "07", of: number)
        try office.add(number, ["--address", "192.0.2.4"], status: 1, codes: ["INCOMPLETE"])
        try office.add(number)
    }

    /// It is recorded all the same, and has its number.
    @Test func mailThatIsThereIsNotSaidToBeUnrecorded() throws {
        let office = try ProcedureOffice("SBD")
        try office.office.add("dinkes", ["--address", "192.0.2.77", "--mail"], opd: "Dinas Kesehatan")
        let output = try office.new()
        #expect(output.errorText.contains("UNCHANGED dinkes."), "\(output)")
        #expect(!output.errorText.contains("recorded"), "\(output)")
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

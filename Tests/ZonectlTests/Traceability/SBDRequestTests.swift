import Foundation
import Testing

/// What the procedure of Sumba Barat Daya says of requests and steps, row by row.
@Suite("Sumba Barat Daya: requests") struct SBDRequestTests {
    private func scheduled(_ office: ProcedureOffice, _ changes: [String: Any] = [:], of number: Int = 1) throws {
        try office.new(changes)
        try office.steps("01", "02", of: number)
    }

    @Test("SBD-01 a letter to somebody else than the regent is warned of")
    func addressee() throws {
        let office = try ProcedureOffice("SBD")
        let output = try office.new(["addressee": "Kepala Dinas Kominfo"])
        #expect(output.errorText.contains("WRONG_ADDRESSEE"), "\(output)")
        try office.steps("01", "02", "03")
        let rows = try #require(try office.show()["verification"] as? [[String: String]])
        #expect(rows.contains { $0["rule"] == "WRONG_ADDRESSEE" && $0["verdict"] == "warning" })
        let right = try office.new(["letterNumber": "2", "label": "rsud"])
        #expect(!right.errorText.contains("WRONG_ADDRESSEE"), "\(right)")
    }

    @Test("SBD-02 the work gets a working day")
    func schedule() throws {
        let office = try ProcedureOffice("SBD")
        try office.new()
        try office.steps("01", "02")
        #expect(try office.show()["schedule"] as? String == "2026-11-23")
        office.office.clock = "2026-11-28T01:00:00Z"  // a Saturday
        try office.new(["letterNumber": "2", "label": "rsud"])
        try office.steps("01", "02", of: 2)
        #expect(try office.show(2)["schedule"] as? String == "2026-11-30")
        try office.new(["letterNumber": "3", "label": "bkd"])
        try office.steps("01", of: 3)
        let output = try office.step("SBD-02", ["--schedule", "2026-11-29"], of: 3)
        #expect(output.errorText.contains("NOT_WORKING_DAY"), "\(output)")
    }

    @Test("SBD-03a where there is enough space it is reserved")
    func enoughSpace() throws {
        let office = try ProcedureOffice("SBD")
        try scheduled(office)
        try office.steps("03")
        let request = try office.show()
        #expect(request["outcome"] as? String == "approved" && request["reserved"] as? Int == 2)
        #expect(try office.open() == ["SBD-04"])
        #expect(try office.office.succeeds("request", "show", "2026/0001").text.contains("2 GB"))
    }

    @Test("SBD-03b where there is not, it is put off")
    func notEnoughSpace() throws {
        let office = try ProcedureOffice("SBD")
        try office.zoneStaysSame {
            try scheduled(office, ["capacityGB": 20])
            for options in [[], ["--decision", "yes"]] {
                let output = try office.step("SBD-03", options, status: 1, codes: ["NO_CAPACITY"])
                #expect(
                    output.errorText.contains("20 GB") && output.errorText.contains("10 GB"), "need and free: \(output)"
                )
            }
        }
        let request = try office.show()
        #expect(request["state"] as? String == "deferred" && request["outcome"] as? String == "deferred")
        #expect(request["reserved"] as? Int == 0 && request["accounts"] as? [String] == [])
        try office.step("SBD-04", status: 3)
    }

    @Test("SBD-03 where there is enough space, somebody has to say why there is none")
    func spaceThatIsThere() throws {
        let office = try ProcedureOffice("SBD")
        try scheduled(office)
        for reason in [[], ["--reason", "NO_CAPACITY"]] {
            try office.step("SBD-03", ["--decision", "no"] + reason, status: 2)
        }
        #expect(try office.open() == ["SBD-03"])
        try office.step("SBD-03", ["--decision", "no", "--note", "Cakram server diganti"])
        #expect(try office.state() == "deferred" && office.show()["reason"] as? String == "NO_CAPACITY")
        expect(
            try office.letter("surat-balasan"), says: ["Cakram server diganti", "begitu ruang dapat diberikan"],
            but: ["tersedia 10 GB", "diminta 2 GB"])
        try office.steps("03")
        #expect(try office.show()["outcome"] as? String == "approved")
    }

    @Test("SBD-04 mailboxes are made with the name, valid ones of its own")
    func mailboxes() throws {
        let office = try ProcedureOffice("SBD")
        try scheduled(office)
        try office.steps("03", "04")
        let accounts = try #require(try office.show()["accounts"] as? [String])
        #expect(accounts.map { String($0.prefix { $0 != "@" }) } == ["info", "humas", "sekretariat"])
        for (index, bad) in ["satu dua", ".titik", "x@gmail.com", "a@b@c", "ganda", "GANDA@dinkes"].enumerated() {
            let list = index == 4 ? ["ganda", "ganda"] : [bad]
            let output = try office.new(
                ["letterNumber": "\(index + 2)", "label": "rsud", "emailAccounts": list], status: 1)
            #expect(output.errorText.contains("MAILBOX_"), "\(output)")
        }
    }

    @Test("SBD-06 name and mail come into the DNS")
    func records() throws {
        let office = try ProcedureOffice("SBD")
        try office.office.addStatic("surel IN A 192.0.2.25")
        try office.office.set("mail", #"{ host: "surel" }"#)
        let key = ["selector": "s1", "record": "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="]
        try scheduled(office, ["dkim": key])
        try office.steps("03", "04", "05")
        #expect(try office.rendered("dinkes") == [])
        try office.steps("06")
        let records = try office.rendered("dinkes")
        let name = "dinkes.\(office.zone)."
        #expect(records.contains("\(name) A 192.0.2.53"), "\(records)")
        #expect(records.contains("\(name) MX 10 surel.\(office.zone)."), "\(records)")
        #expect(records.contains { $0.hasPrefix("\(name) TXT \"v=spf1") }, "\(records)")
        #expect(records.contains { $0.hasPrefix("_dmarc.\(name) TXT \"v=DMARC1") }, "\(records)")
        #expect(records.contains { $0.hasPrefix("s1._domainkey.\(name) TXT \"v=DKIM1; k=ed25519") }, "\(records)")
        // The mail host has an address and is no alias.
        let all = try recordsByBIND(office.office.zoneFile, zone: office.zone)
        #expect(all.contains { $0.hasPrefix("surel.\(office.zone).") && $0.contains(" A ") })
        try expectPeersAccept(office.office.zoneFile, zone: office.zone)
        try office.office.succeeds("check")
        #expect(try office.office.list().first?["gigabytes"] as? Int == 2)
    }

    @Test("SBD-06 a DKIM key that nobody could read goes back before it is made")
    func brokenKeys() throws {
        let office = try ProcedureOffice("SBD")
        let good = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
        for (index, record) in [
            "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC", "v=DKIM1; k=ed25519; p=11qY",
            "v=DKIM1; k=rsa", "p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
        ].enumerated() {
            let key = ["selector": "s1", "record": record]
            try office.new(["dkim": key, "letterNumber": "\(index)"], status: 1, codes: ["DKIM_SYNTAX"])
            #expect(try office.state(index + 1) == "returned")
        }
        expect(try office.words("pengembalian"), says: ["DKIM s1", "bukan base64"], but: ["alamat IP"])
        let file = try office.file(["dkim": ["selector": "s1", "record": good]])
        try office.office.succeeds("request", "resubmit", "2026/0001", "--file", file)
        try office.steps("01", "02", "03")
    }

    @Test("SBD-12 with more space the request goes on")
    func moreSpace() throws {
        let office = try ProcedureOffice("SBD")
        try scheduled(office, ["capacityGB": 20])
        try office.step("SBD-03", status: 1)
        try office.office.succeeds("capacity", "add", "50")
        try office.steps("03")
        #expect(try office.show()["outcome"] as? String == "approved")
        #expect(try office.show()["reserved"] as? Int == 20)
        try office.steps("04", "05", "06", "07", "08", "09")
        #expect(try office.state() == "archived")
    }

    @Test("SBD-13 mailboxes of a name that is written otherwise are noticed")
    func mismatch() throws {
        let office = try ProcedureOffice("SBD")
        let output = try office.new(
            ["emailAccounts": ["info@dinkess.\(office.zone)"]], status: 1, codes: ["MAILBOX_FOREIGN"])
        #expect(output.errorText.contains("info@dinkes.\(office.zone) meant?"), "\(output)")
        #expect(try office.state() == "returned")
    }
}

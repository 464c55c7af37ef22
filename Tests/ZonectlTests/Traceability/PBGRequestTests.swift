import Foundation
import Testing

/// What the procedure of Purbalingga says of requests and steps, row by row.
@Suite("Purbalingga: requests") struct PBGRequestTests {
    /// Up to the decision, papers included.
    private func verified(_ office: ProcedureOffice, _ changes: [String: Any] = [:], of number: Int = 1) throws {
        try office.new(changes, as: "registrar:Sari")
        try office.steps("02", "03", of: number)
        try office.office.succeeds("request", "attach", office.id(number), "suratKuasa", "identitas")
        try office.steps("04", "05", of: number)
    }

    @Test("PBG-01 intake is recorded in the agenda with the next number")
    func intake() throws {
        let office = try ProcedureOffice("PBG")
        let output = try office.new(as: "registrar:Sari")
        #expect(output.text.contains("2026/0001"), "\(output)")
        let request = try office.show()
        #expect(request["state"] as? String == "registered")
        #expect(request["opd"] as? String == "Dinas Kesehatan" && request["letter"] as? String == "440/1/2026")
        #expect(request["received"] as? String == "2026-11-23T09:00:00+07:00")
        #expect((request["form"] as? [String: Any])?["subject"] as? String == "Subdomain")
        // The next is 2, whatever became of the first.
        try office.office.succeeds("request", "cancel", "2026/0001", "--note", "ditarik")
        #expect(try office.new(["letterNumber": "440/2/2026"]).text.contains("2026/0002"))
        // Also when many hand in at once.
        let running = try (3...8).map { number in
            try RunningCommand(
                office.office.command([
                    "request", "new", "--file", office.file(["label": "dinas\(number)", "letterNumber": "\(number)"]),
                ]))
        }
        for command in running { #expect(try command.wait().status == 0) }
        let list = try #require(
            try office.office.succeeds("request", "list", "--format", "json").json() as? [[String: Any]])
        #expect(list.compactMap { $0["request"] as? String } == (1...8).map { office.id($0) })
    }

    @Test("PBG-01a missing name, capacity and function are told at once, and the request is returned")
    func incompleteIntake() throws {
        for missing in [["label"], ["capacityGB"], ["function"], ["label", "capacityGB", "function"]] {
            let office = try ProcedureOffice("PBG")
            let gaps = Dictionary(uniqueKeysWithValues: missing.map { ($0, NSNull() as Any) })
            let output = try office.new(gaps, as: "registrar", status: 1, codes: ["INCOMPLETE"])
            let told = output.errorLines.filter { $0.hasPrefix("INCOMPLETE ") }.map {
                String($0.dropFirst(11).prefix { $0 != ":" })
            }
            #expect(Set(told) == Set(missing.map { $0 == "label" ? "name" : $0 }), "\(output)")
            #expect(try office.state() == "returned")
            try office.step("PBG-02", status: 3)
            // Number 1 stays with it, and it goes on once it is whole.
            try office.office.succeeds("request", "resubmit", "2026/0001", "--file", try office.file())
            #expect(try office.state() == "registered")
            #expect(try office.new(["letterNumber": "9", "label": "lain"]).text.contains("2026/0002"))
            try office.steps("02")
        }
    }

    @Test("PBG-01b letter of authority and identity of the manager are wanted when it is verified")
    func papers() throws {
        let office = try ProcedureOffice("PBG")
        try office.new()
        try office.steps("02", "03")
        let output = try office.step(
            "PBG-04", status: 1,
            codes: ["INCOMPLETE suratKuasa", "INCOMPLETE identitas"].map {
                String($0.prefix { $0 != " " })
            })
        #expect(output.errorText.contains("suratKuasa") && output.errorText.contains("identitas"), "\(output)")
        #expect(try office.state() == "returned")
        let paper = office.office.directory.path("kuasa.pdf")
        try writeFile(paper, "surat kuasa")
        let half = try office.office.zonectl("request", "attach", "2026/0001", "suratKuasa=\(paper)")
        #expect(half.status == 1 && half.errorText.contains("identitas"), "\(half)")
        try office.office.succeeds("request", "attach", "2026/0001", "identitas", "--hardcopy", "Map 3")
        let form = try #require(try office.show()["form"] as? [String: Any])
        let attachments = try #require(form["attachments"] as? [[String: Any]])
        #expect(attachments.map { $0["kind"] as? String } == ["suratKuasa", "identitas"])
        #expect(attachments[0]["size"] as? Int == 11 && attachments[0]["name"] as? String == "kuasa.pdf")
        #expect(attachments[0]["digest"] as? String == (try sha256(of: paper)))
        try office.steps("04")
        #expect(try office.state() == "verified")
    }

    private func sha256(of path: String) throws -> String {
        String(try run(["/usr/bin/sha256sum", path]).text.prefix { $0 != " " })
    }

    @Test("PBG-01c one letter is one agency's, by letter or e-mail")
    func oneAgency() throws {
        let office = try ProcedureOffice("PBG")
        try office.new(["opd": ["Dinas Kesehatan", "Dinas Sosial"]], status: 1, codes: ["SEVERAL_AGENCIES"])
        #expect(try office.office.succeeds("request", "list", "--format", "json").json() as? [String] == [])
        try office.new(["channel": "email"])
        #expect(try office.show()["channel"] as? String == "email")
        try office.new(["opd": "Dinas Sosial", "label": "dinsos"], status: 1, codes: ["SEVERAL_AGENCIES"])
        // A letter of its own number is fine.
        try office.new(["opd": "Dinas Sosial", "label": "dinsos", "letterNumber": "460/1/2026"])
        #expect(try office.show(2)["channel"] as? String == "letter")
    }

    @Test("PBG-02 the head disposes after the intake, not before")
    func disposition() throws {
        let office = try ProcedureOffice("PBG")
        try office.step("PBG-02", ["--as", "agencyHead"], status: 3)
        try office.new(as: "applicant:Dinas")
        #expect(try office.state() == "submitted")
        try office.step("PBG-02", ["--as", "agencyHead"], status: 3, codes: ["STEP_ORDER"])
        try office.step("PBG-01", ["--as", "registrar:Sari"])
        try office.step("PBG-02", ["--as", "technician"], status: 3, codes: ["WRONG_ROLE"])
        try office.step("PBG-02", ["--as", "agencyHead:Budi", "--note", "Tindak lanjuti"])
        #expect(try office.state() == "disposed")
        let last = try #require(try office.history().last)
        #expect(last["actor"] as? String == "agencyHead:Budi" && last["note"] as? String == "Tindak lanjuti")
    }

    @Test("PBG-03 the work gets a day, and a full day is warned of")
    func schedule() throws {
        let office = try ProcedureOffice("PBG")
        for number in 1...2 {
            try office.new(["label": "nama\(number)", "letterNumber": "\(number)"])
            try office.steps("02", of: number)
        }
        let first = try office.step("PBG-03", ["--schedule", "2026-11-24"])
        #expect(!first.errorText.contains("FULL_DAY"), "\(first)")
        #expect(try office.next() == ["PBG-04"])
        #expect(try office.show()["schedule"] as? String == "2026-11-24")
        #expect(try office.office.succeeds("request", "show", "2026/0001").text.contains("2026-11-24"))
        let second = try office.step("PBG-03", ["--schedule", "2026-11-24"], of: 2)
        #expect(second.errorText.contains("FULL_DAY"), "\(second)")
        #expect(try office.show(2)["schedule"] as? String == "2026-11-24")
    }

    @Test("PBG-04 verification covers the name, each verdict with its rule")
    func verification() throws {
        let office = try ProcedureOffice("PBG")
        try office.office.add("dinkess", opd: "RSUD")
        try verified(office, of: 2)
        let rows = try #require(try office.show(2)["verification"] as? [[String: String]])
        func verdict(_ subject: String) -> String? { rows.first { $0["subject"] == subject }?["verdict"] }
        #expect(verdict("label") == "passed" && verdict("duplicate") == "passed" && verdict("reserved") == "passed")
        #expect(verdict("similarity") == "warning" && verdict("attachments") == "passed")
        #expect(
            verdict("completeness") == "passed" && verdict("capacity") == "passed" && verdict("purpose") == "passed")
        #expect(rows.allSatisfy { $0["rule"]?.isEmpty == false && $0["id"]?.isEmpty == false })
        #expect(rows.contains { $0["rule"] == "SIMILAR" && ($0["en"] ?? "").contains("dinkess") })
    }

    @Test("PBG-06a a name that exists is rejected")
    func duplicate() throws {
        let office = try ProcedureOffice("PBG")
        try office.office.add("dinkes", opd: "RSUD")
        var number = 1
        for name in ["dinkes", "DINKES", "dinkes.", "dinkes.purbalinggakab.go.id"] {
            number += 1
            let intake = try office.new(["label": name, "letterNumber": "\(number)"])
            #expect(intake.errorText.contains("DUPLICATE"), "a warning at intake: \(intake)")
            try office.steps("02", "03", of: number)
            try office.office.succeeds("request", "attach", office.id(number), "suratKuasa", "identitas")
            try office.steps("04", "05", of: number)
            try office.zoneStaysSame {
                let output = try office.step(
                    "PBG-06", ["--decision", "yes"], of: number, status: 1, codes: ["DUPLICATE"])
                #expect(
                    output.errorText.contains("RSUD") && output.errorText.contains("2026/0001")
                        && output.errorText.contains("2026-11-23"), "holder, request, date: \(output)")
                try office.add(number, status: 3)
                try office.step("PBG-06", ["--decision", "no"], of: number)
            }
            let request = try office.show(number)
            #expect(request["state"] as? String == "rejected" && request["reason"] as? String == "DUPLICATE")
            #expect(try office.next(number) == ["PBG-08"])
        }
        // A name that is approved for somebody is taken too, before its records are made.
        try office.new(["label": "jdih", "letterNumber": "a"])
        try office.new(["label": "jdih", "letterNumber": "b", "opd": "Bagian Hukum"])
        for open in 6...7 {
            try office.steps("02", "03", of: open)
            try office.office.succeeds("request", "attach", office.id(open), "suratKuasa", "identitas")
            try office.steps("04", "05", of: open)
        }
        try office.steps("06+", of: 7)
        try office.step("PBG-06", ["--decision", "yes"], of: 6, status: 1, codes: ["DUPLICATE"])
        try office.office.refusesAdd("jdih", "DUPLICATE")
        // When that one is taken back, the name is free.
        try office.office.succeeds("request", "cancel", "2026/0007")
        try office.steps("06+", of: 6)
        try office.add(6)
    }

    @Test("PBG-06b an agency that is locked out of its own name gets a reset")
    func reset() throws {
        let office = try ProcedureOffice("PBG")
        try office.office.add("dinkes", opd: "Dinas Kesehatan")
        try office.zoneStaysSame {
            try verified(office, ["cannotAccess": true], of: 2)
            try office.steps("06+", of: 2)
        }
        let request = try office.show(2)
        #expect(request["state"] as? String == "reset" && request["reason"] as? String == "RESET")
        #expect(try office.next(2) == ["PBG-08"])
        try office.add(2, status: 3)
        // A request for nothing but that is granted to the holder alone.
        try office.new(["kind": "passwordReset", "opd": "RSUD", "letterNumber": "9"])
        try office.steps("02", "03", of: 3)
        try office.office.succeeds("request", "attach", "2026/0003", "suratKuasa", "identitas")
        try office.steps("04", "05", of: 3)
        try office.step("PBG-06", ["--decision", "yes"], of: 3, status: 1, codes: ["NOT_OWNER"])
        try verified(office, ["kind": "passwordReset", "letterNumber": "10"], of: 4)
        try office.steps("06+", of: 4)
        #expect(try office.state(4) == "reset")
        // By another agency it is a duplicate like any other.
        try verified(office, ["cannotAccess": true, "opd": "Dinas Sosial", "letterNumber": "2"], of: 5)
        try office.step("PBG-06", ["--decision", "yes"], of: 5, status: 1, codes: ["DUPLICATE"])
        try office.step("PBG-06", ["--decision", "no", "--reason", "RESET"], of: 5, status: 1, codes: ["NOT_OWNER"])
        try office.step("PBG-06", ["--decision", "no"], of: 5)
        #expect(try office.state(5) == "rejected")
    }

    @Test("PBG-06c only what serves the government is approved")
    func purpose() throws {
        let office = try ProcedureOffice("PBG")
        try verified(office, ["purposeClass": "commercial"])
        try office.step("PBG-06", ["--decision", "yes"], status: 1, codes: ["NOT_GOVERNMENT_PURPOSE"])
        try office.steps("06-")
        let request = try office.show()
        #expect(request["outcome"] as? String == "rejected")
        #expect(request["reason"] as? String == "NOT_GOVERNMENT_PURPOSE")
    }

    @Test("PBG-06 a decision needs a yes or a no, and a no a reason")
    func decision() throws {
        let office = try ProcedureOffice("PBG")
        try verified(office)
        try office.step("PBG-06", status: 2)
        try office.step("PBG-06", ["--decision", "yes", "--address", "192.0.2.1"], status: 2)
        try office.step("PBG-06", ["--decision", "no"], status: 2)
        try office.step("PBG-06", ["--decision", "no", "--reason", "BECAUSE"], status: 2)
        try office.step("PBG-06", ["--decision", "yes", "--as", "technician"], status: 3, codes: ["WRONG_ROLE"])
        try office.step("PBG-06", ["--decision", "no", "--note", "Nama diminta ditinjau ulang"])
        let request = try office.show()
        #expect(request["state"] as? String == "rejected" && request["reason"] as? String == "OTHER")
    }

    @Test("PBG-07 the name is made after the approval, once")
    func creation() throws {
        let office = try ProcedureOffice("PBG")
        try verified(office)
        try office.add(status: 3, codes: ["NOT_APPROVED"])
        try office.steps("06+")
        #expect(try office.rendered("dinkes") == [])
        try office.office.succeeds("check", "--fail-on", "warning")
        try office.add()
        #expect(try office.rendered("dinkes") == ["dinkes.\(office.zone). A 192.0.2.10"])
        try office.add(status: 3, codes: ["ALREADY_DONE"])
        let row = try #require(try office.office.list().first)
        #expect(row["request"] as? String == "2026/0001" && row["status"] as? String == "active")
        #expect(try office.open() == ["PBG-08"])
        // The step is the same as add, and has nothing left to do.
        let head = try readFile(office.office.registerFile)
        let again = try office.step("PBG-07")
        #expect(again.text.contains("is taken already, and its records are made"), "\(again)")
        #expect(try readFile(office.office.registerFile) == head)
    }

    @Test("PBG-07a an own server by address, by host, by URL")
    func ownServer() throws {
        let office = try ProcedureOffice("PBG")
        let targets: [(label: String, target: Any, records: [String])] = [
            ("satu", ["192.0.2.10", "2001:db8::10"], ["A 192.0.2.10", "AAAA 2001:db8::10"]),
            ("dua", "server.example.net", ["CNAME server.example.net."]),
            ("tiga", "https://www.example.net/dinkes?a=b", ["A 192.0.2.53"]),
        ]
        for (index, row) in targets.enumerated() {
            let number = index + 1
            try verified(office, ["label": row.label, "target": row.target, "letterNumber": "\(number)"], of: number)
            try office.steps("06+", "07", of: number)
            let records = try office.rendered(row.label)
            for record in row.records {
                #expect(records.contains("\(row.label).\(office.zone). \(record)"), "\(records)")
            }
        }
        let map = try readText(office.office.path("redirects.\(office.zone).nginx"))
        #expect(map.contains("tiga.\(office.zone)") && map.contains("https://www.example.net/dinkes?a=b"))
    }

    @Test("PBG-07b without a server the name goes to the office's hosting")
    func cloud() throws {
        let office = try ProcedureOffice("PBG")
        try verified(office, ["hosting": "cloud", "target": NSNull()])
        try office.steps("06+")
        // Reserved from the approval on.
        #expect(try office.show()["reserved"] as? Int == 5)
        try office.office.refusesAdd("lain", "NO_CAPACITY", target: ["--hosting", "6"])
        try office.add()
        #expect(try office.show()["reserved"] as? Int == 0)
        #expect(try office.office.list().first?["gigabytes"] as? Int == 5)
        #expect(try office.rendered("dinkes").contains("dinkes.\(office.zone). A 192.0.2.53"))
        try office.office.refusesAdd("lain", "NO_CAPACITY", target: ["--hosting", "6"])
        try office.office.add("lain", ["--hosting", "5"], opd: "Dinas Sosial")
    }

    @Test("PBG-07 another target than the form asks for is not made without a word")
    func otherTarget() throws {
        let cloud: [String: Any] = ["hosting": "cloud", "target": NSNull()]
        let pair: [String: Any] = ["target": ["192.0.2.10", "2001:db8::10"]]
        let cases: [(form: [String: Any], given: [String], made: String?, asked: String)] = [
            (cloud, ["--cname", "evil.github.io."], "CNAME evil.github.io.", "hosting 5 GB"),
            (cloud, ["--address", "192.0.2.77"], "192.0.2.77", "hosting 5 GB"),
            (cloud, ["--hosting", "4"], "hosting 4 GB", "hosting 5 GB"),
            ([:], ["--address", "192.0.2.77"], "192.0.2.77", "192.0.2.10"),
            ([:], ["--hosting", "5"], "hosting 5 GB", "192.0.2.10"),
            (
                ["target": "https://www.example.net/a"], ["--url", "https://www.example.net/b"],
                "https://www.example.net/b", "https://www.example.net/a"
            ),
            // The same once more, however it is written.
            (cloud, ["--hosting", "5"], nil, ""),
            ([:], ["--address", "192.0.2.10", "--www"], nil, ""),
            (pair, ["--address", "2001:DB8::10", "192.0.2.10"], nil, ""),
            (["target": "server.example.net"], ["--cname", "server.example.net."], nil, ""),
        ]
        for (index, row) in cases.enumerated() {
            let office = try ProcedureOffice("PBG")
            try verified(office, row.form)
            try office.steps("06+")
            let output = try index % 2 == 0 ? office.add(1, row.given) : office.step("PBG-07", row.given)
            let told = output.errorLines.filter { $0.contains("OTHER_TARGET") }
            guard let made = row.made else {
                #expect(told.isEmpty, "\(output)")
                continue
            }
            #expect(told.count == 1, "\(row.given): \(output)")
            let line = told.first ?? ""
            #expect(line.hasPrefix("warning: OTHER_TARGET \(made): "), "\(output)")
            #expect(line.contains(" the form asks for \(row.asked), "), "\(output)")
            #expect(line.contains("zonectl request resubmit 2026/0001"), "\(output)")
        }
    }

    @Test("PBG-07 a target that the form asks for by now is made without a warning")
    func targetAskedForAnew() throws {
        let office = try ProcedureOffice("PBG")
        try verified(office, ["hosting": "cloud", "target": NSNull()])
        try office.steps("06+")
        try office.office.succeeds("request", "resubmit", "2026/0001", "--address", "192.0.2.77")
        try office.steps("04", "05", "06+")
        let output = try office.add(1, ["--address", "192.0.2.77"])
        #expect(!output.errorText.contains("OTHER_TARGET"), "\(output)")
    }

    @Test("PBG-09 mistakes in the draft go back to whoever wrote it")
    func draftGoesBack() throws {
        let office = try ProcedureOffice("PBG")
        try verified(office)
        try office.steps("06+", "07", "08")
        #expect(try office.state() == "replyDrafted")
        try office.step("PBG-09", ["--decision", "no", "--note", "Nomor surat keliru"])
        #expect(try office.open() == ["PBG-08"])
        #expect(try office.show()["revision"] as? Int == 2)
        let last = try #require(try office.history().last)
        #expect(last["note"] as? String == "Nomor surat keliru" && last["decision"] as? Bool == false)
        try office.steps("08", "09+")
        #expect(try office.open() == ["PBG-10"])
    }

    @Test("PBG-10 initials come before the signature")
    func initials() throws {
        let office = try ProcedureOffice("PBG")
        try verified(office)
        try office.steps("06+", "07", "08", "09+")
        try office.step("PBG-11", ["--as", "agencyHead"], status: 3, codes: ["STEP_ORDER"])
        try office.step("PBG-10", ["--as", "agencyHead"], status: 3, codes: ["WRONG_ROLE"])
        try office.step("PBG-10", ["--as", "secretary"])
        #expect(try office.state() == "initialled")
        try office.step("PBG-11", ["--as", "agencyHead"])
        #expect(try office.state() == "signed")
    }

    @Test("PBG-12 the result is sent to the agency")
    func delivery() throws {
        let office = try ProcedureOffice("PBG")
        try verified(office)
        try office.steps("06+", "07", "08", "09+", "10", "11")
        office.office.clock = "2026-11-24T03:00:00Z"
        let output = try office.step("PBG-12")
        #expect(output.errorText.contains("warning: DOCUMENT_MISSING PBG-12: "), "\(output)")
        #expect(output.errorText.contains("zonectl letter persetujuan 2026/0001"), "\(output)")
        #expect(try office.state() == "delivered")
        #expect(try office.history().last?["time"] as? String == "2026-11-24T10:00:00+07:00")
    }

    @Test("PBG-13 what is archived is closed, refusals too")
    func archive() throws {
        let office = try ProcedureOffice("PBG")
        try verified(office)
        try office.steps("06+", "07", "08")
        try office.letter("persetujuan")
        try office.steps("09+", "10", "11", "12", "13")
        #expect(try office.state() == "archived")
        for step in ["PBG-13", "PBG-02", "PBG-07"] { try office.step(step, status: 3, codes: ["CLOSED"]) }
        try office.add(status: 3)
        for act in ["cancel", "resubmit", "attach"] {
            let rest = act == "attach" ? ["suratKuasa"] : act == "resubmit" ? ["--function", "x"] : []
            let output = try office.office.zonectl(["request", act, "2026/0001"] + rest)
            #expect(output.status == 3, "\(output)")
        }
        // A refusal runs the same way to its end, and makes nothing.
        try office.zoneStaysSame {
            try verified(office, ["letterNumber": "2", "opd": "RSUD"], of: 2)
            try office.steps("06-", "08", "09+", "10", "11", of: 2)
            try office.letter("penolakan", of: 2)
            try office.steps("12", "13", of: 2)
        }
        let request = try office.show(2)
        #expect(request["state"] as? String == "archived" && request["outcome"] as? String == "rejected")
        try office.office.succeeds("audit", "verify")
    }
}

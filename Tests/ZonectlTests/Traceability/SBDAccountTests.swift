import Foundation
import Testing

extension SBDTests {
    private static let zone = "sbdkab.go.id"

    private func office() throws -> Office {
        try Office(
            SBDTests.zone, clock: "2026-11-23T01:00:00Z", options: ["--procedure", "sumba-barat-daya"])
    }

    private func form(
        _ name: String = "dinkes", letter: String = "440/1/2026", gigabytes: Int = 2,
        mailboxes: [String] = ["kepala", "sekretariat@dinkes.sbdkab.go.id", "Data"]
    ) -> [String: Any] {
        var form: [String: Any] = [
            "opd": "Dinas Kesehatan", "letterNumber": letter, "letterDate": "2026-11-20", "addressee": "Bupati",
            "kind": mailboxes.isEmpty ? "new" : "email", "name": name, "hosting": "cloud", "capacityGB": gigabytes,
            "adminPIC": [
                "name": "Yohanes Contoh", "position": "Pengelola", "phone": "0812-0000-0001",
                "email": "yohanes@example.go.id",
            ],
        ]
        if !mailboxes.isEmpty { form["emailAccounts"] = mailboxes }
        return form
    }

    /// Up to where the space is looked at.
    private func begin(_ office: Office, _ request: String = "2026/0001") throws {
        try office.step(request, "SBD-01", as: "divisionHead")
        try office.step(request, "SBD-02", as: "divisionHead", ["--schedule", "2026-11-24"])
    }

    /// From the space to the records.
    private func provision(_ office: Office, _ request: String = "2026/0001") throws {
        try begin(office, request)
        for step in ["SBD-03", "SBD-04", "SBD-05", "SBD-06"] { try office.step(request, step, as: "technician") }
    }

    private func accounts(_ document: [String: Any]) -> [[String: Any]] {
        document["accounts"] as? [[String: Any]] ?? []
    }

    private static let users = ["kepala", "sekretariat", "data"].map { "\($0)@dinkes.\(zone)" }

    @Test("SBD-04 three mailboxes asked for are three accounts; what can be none is refused")
    func mailboxes() throws {
        let office = try office()
        try office.takeIn(form())
        try provision(office)
        let register = try office.succeeds(["register", "accounts", "--format", "json"])
        for user in SBDTests.users { #expect(register.text.contains("\"\(user)\""), "\(register)") }
        let slip = office.directory.path("slip")
        let issued = accounts(try office.document(["account", "issue", "2026/0001", "--slip", slip]))
        #expect(issued.compactMap { $0["user"] as? String } == SBDTests.users)
        #expect(Set(issued.compactMap { $0["sheet"] as? String }).count == 3)

        for (mailbox, code) in [
            (".kepala", "MAILBOX_INVALID"), ("kepala..dua", "MAILBOX_INVALID"),
            ("kepala@example.com", "MAILBOX_FOREIGN"),
        ] {
            let output = try office.takeIn(
                form("dinsos", letter: "\(mailbox)/2026", mailboxes: ["data", mailbox]), status: 1)
            #expect(output.errorLines.contains { $0.hasPrefix("\(code) ") }, "\(output)")
        }
    }

    @Test("SBD-05 user, date and sheet are recorded, and the password nowhere")
    func recorded() throws {
        let office = try office()
        try office.takeIn(form())
        try provision(office)
        let slip = office.directory.path("slip")
        let output = try office.succeeds("account", "issue", "2026/0001", "--slip", slip)
        let secrets = try passwords(onSheets: slip)
        #expect(Set(secrets).count == 3)
        let table = try office.succeeds("register", "accounts", "--format", "csv")
        for (index, user) in SBDTests.users.enumerated() {
            let row = table.rows.first { $0.hasPrefix("\(user),") }
            #expect(row?.contains("L-2026/000\(index + 1)") == true, "\(table)")
            #expect(row?.contains("2026-11-23") == true, "\(table)")
        }
        for secret in secrets {
            #expect(secret.utf8.count == 19)
            #expect(try !office.treeHolds(secret))
            #expect(!output.text.contains(secret) && !output.errorText.contains(secret))
        }
        // Nor in any answer about it.
        for question in [
            ["log", "--format", "json"], ["audit", "log"], ["show", "dinkes"], ["request", "show", "2026/0001"],
        ] {
            let answer = try office.succeeds(question)
            for secret in secrets { #expect(!answer.text.contains(secret)) }
        }
    }

    @Test("SBD-05 a mailbox that nobody asked for gets no account")
    func notAskedFor() throws {
        let office = try office()
        try office.takeIn(form())
        try provision(office)
        let slip = office.directory.path("slip")
        for user in ["kepla", "kepla@dinkes.\(SBDTests.zone)", "dinkes"] {
            let output = try office.refuses(
                ["account", "issue", "2026/0001", "--user", "kepala", user, "--slip", slip], codes: ["NO_ACCOUNT"])
            for known in SBDTests.users { #expect(output.errorText.contains(known), "\(output)") }
            #expect(!fileExists(slip))
        }
        // However one that was asked for is written.
        let issued = try office.document(["account", "issue", "2026/0001", "--user", "KEPALA", "data", "--slip", slip])
        #expect(accounts(issued).compactMap { $0["user"] as? String } == [SBDTests.users[0], SBDTests.users[2]])
    }

    @Test("SBD-05 where no mailbox is asked for, who has the account is for the office to say")
    func anyUser() throws {
        let office = try office()
        try office.takeIn(form(mailboxes: []))
        try provision(office)
        let slip = office.directory.path("slip")
        let issued = try office.document(["account", "issue", "2026/0001", "--user", "pengelola", "--slip", slip])
        #expect(accounts(issued).compactMap { $0["user"] as? String } == ["pengelola"])
    }

    @Test("SBD-07 the sheet is written once, for its owner alone; again only after a reset")
    func sheets() throws {
        let office = try office()
        try office.takeIn(form())
        // Not before it is approved.
        try begin(office)
        let slip = office.directory.path("slip")
        try office.refuses(
            ["account", "issue", "2026/0001", "--slip", slip], status: 3, codes: ["NOT_APPROVED"])
        #expect(!fileExists(slip))
        for step in ["SBD-03", "SBD-04", "SBD-05", "SBD-06"] { try office.step("2026/0001", step, as: "technician") }

        let early = try office.step("2026/0001", "SBD-07", as: "technician")
        #expect(early.errorText.contains("warning: NOT_ISSUED SBD-07:"), "\(early)")
        try office.succeeds("account", "issue", "2026/0001", "--slip", slip)
        #expect(try mode(of: slip) == 0o600)
        let first = try passwords(onSheets: slip)
        let second = office.directory.path("second")
        try office.refuses(
            ["account", "issue", "2026/0001", "--slip", second], status: 3, codes: ["ALREADY_ISSUED"])
        #expect(!fileExists(second))

        try office.succeeds("account", "reset", "2026/0001")
        // A file that is there is not written over.
        let taken = try office.refuses(["account", "issue", "2026/0001", "--slip", slip], status: 4, codes: [])
        #expect(taken.errorText.contains("--slip FILE"), "\(taken)")
        #expect(try passwords(onSheets: slip) == first)
        let again = accounts(try office.document(["account", "issue", "2026/0001", "--slip", second]))
        #expect(again.compactMap { $0["sheet"] as? String } == ["L-2026/0004", "L-2026/0005", "L-2026/0006"])
        #expect(again.compactMap { $0["voided"] as? [String] } == [["L-2026/0001"], ["L-2026/0002"], ["L-2026/0003"]])
        #expect(Set(try passwords(onSheets: second)).isDisjoint(with: first))
    }

    @Test("SBD-09 the hand-over is recorded with receiver and date, and minutes of it are written")
    func handover() throws {
        let office = try office()
        try office.takeIn(form())
        try provision(office)
        try office.refuses(
            ["account", "handover", "2026/0001", "--to", "Yohanes Contoh"], status: 3, codes: ["NOT_ISSUED"])
        try office.succeeds("account", "issue", "2026/0001", "--slip", office.directory.path("slip"))
        office.clock = "2026-11-24T02:00:00Z"
        try office.succeeds("account", "handover", "2026/0001", "--to", "Yohanes Contoh")
        try office.refuses(
            ["account", "handover", "2026/0001", "--to", "Lain"], status: 3, codes: ["ALREADY_HANDED_OVER"])

        let table = try office.succeeds("register", "accounts", "--format", "csv")
        let rows = table.rows.filter { line in SBDTests.users.contains { line.hasPrefix("\($0),") } }
        #expect(rows.count == 3)
        for row in rows { #expect(row.contains("Yohanes Contoh") && row.contains("2026-11-24"), "\(row)") }
        let minutes = try office.succeeds("letter", "berita-acara-serah-terima", "2026/0001").text
        #expect(minutes.contains("Yohanes Contoh") && minutes.contains("24-11-2026"), "\(minutes)")
        for user in SBDTests.users { #expect(minutes.contains(user)) }
    }

    @Test("SBD-09 sheets that are not handed over are told of")
    func nothingToHandOver() throws {
        let office = try office()
        try office.takeIn(form())
        try provision(office)
        try office.succeeds("account", "issue", "2026/0001", "--slip", office.directory.path("slip"))
        for step in ["SBD-07", "SBD-08"] { try office.step("2026/0001", step, as: "technician") }
        try office.succeeds("account", "handover", "2026/0001", "--to", "Yohanes Contoh", "--user", "kepala")
        let early = try office.step("2026/0001", "SBD-09", as: "divisionHead")
        #expect(early.errorText.contains("warning: NOT_HANDED_OVER SBD-09:"), "\(early)")
        // The advice is about those that are left.
        let left = Array(SBDTests.users.dropFirst())
        let advice = "account handover 2026/0001 --to NAME --user \(left.joined(separator: " "))"
        #expect(early.errorText.contains(advice), "\(early)")
        try office.succeeds(["account", "handover", "2026/0001", "--to", "Yohanes Contoh", "--user"] + left)
    }

    @Test("SBD-11 little space left is warned of, and fails where asked to")
    func littleSpace() throws {
        let office = try office()
        try office.add("dinkes", ["--hosting", "7"])
        var output = try office.succeeds("capacity", "show", "--fail-over", "90")
        #expect(!output.errorText.contains("CAPACITY_LOW"))
        try office.add("dinsos", ["--hosting", "2"], opd: "Dinas Sosial", letter: "460/1/2026")
        output = try office.succeeds("capacity", "show")
        #expect(output.errorText.contains("CAPACITY_LOW 90%"), "\(output)")
        try office.succeeds("capacity", "show", "--fail-over", "91")
        output = try office.refuses(["capacity", "show", "--fail-over", "90"], codes: ["CAPACITY_LOW"])
        #expect(output.text.contains("9 GB"))
    }

    @Test("SBD-12 added disks let a deferred request proceed")
    func addedSpace() throws {
        let office = try office()
        try office.takeIn(form(gigabytes: 20))
        try begin(office)
        let zoneFile = try readFile(office.zoneFile)
        let refusal = try office.step("2026/0001", "SBD-03", as: "technician", status: 1)
        #expect(refusal.errorLines.contains { $0.hasPrefix("NO_CAPACITY ") }, "\(refusal)")
        #expect(try office.request("2026/0001")["state"] as? String == "deferred")
        try office.refuses(
            ["account", "issue", "2026/0001", "--slip", office.directory.path("slip")], status: 3,
            codes: ["NOT_APPROVED"])

        let added = try office.succeeds("capacity", "add", "50", "--note", "cakram baru")
        #expect(added.text.contains("60 GB") && added.text.contains("2026/0001"), "\(added)")
        let capacity = try office.document(["capacity", "show"])
        #expect(capacity["capacityGB"] as? Int == 60 && capacity["addedGB"] as? Int == 50)
        for step in ["SBD-03", "SBD-04", "SBD-05"] { try office.step("2026/0001", step, as: "technician") }
        #expect(try readFile(office.zoneFile) == zoneFile)
        try office.step("2026/0001", "SBD-06", as: "technician")
        #expect(try office.document(["capacity", "show"])["freeGB"] as? Int == 40)
    }

    @Test func accountsMadeBeforeTheNameStayWithIt() throws {
        let office = try office()
        try office.takeIn(form())
        try begin(office)
        for step in ["SBD-03", "SBD-04"] { try office.step("2026/0001", step, as: "technician") }
        try office.succeeds("account", "issue", "2026/0001", "--slip", office.directory.path("slip"))
        for step in ["SBD-05", "SBD-06"] { try office.step("2026/0001", step, as: "technician") }
        try office.refuses(["account", "issue", "dinkes"], status: 3, codes: ["ALREADY_ISSUED"])
        try office.succeeds("account", "handover", "dinkes", "--to", "Yohanes Contoh")
        let shown = try office.succeeds("show", "dinkes").text
        for sheet in ["L-2026/0001", "L-2026/0002", "L-2026/0003"] { #expect(shown.contains(sheet), "\(shown)") }
        try office.succeeds("audit", "verify")
    }
}

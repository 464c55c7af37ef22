import Foundation
import Testing

/// Accounts, their sheets and who took them, beside what the procedures ask for.
@Suite struct AccountTests {
    @Test func namesOfOneStepHaveAccountsToo() throws {
        let office = try Office()
        try office.add("dinkes", ["--hosting", "1"])
        let slip = office.directory.path("slip")
        let issued = try office.document(["account", "issue", "2026/0001", "--slip", slip])
        let account = try #require((issued["accounts"] as? [[String: Any]])?.first)
        #expect(account["user"] as? String == "dinkes")
        #expect(account["sheet"] as? String == "L-2026/0001")
        let text = try readText(slip)
        for wanted in ["L-2026/0001", "dinkes.\(office.zone)", "Dinas Kesehatan", "RAHASIA"] {
            #expect(text.contains(wanted), "\(text)")
        }
        // Mailboxes at the name by the way; elsewhere not.
        try office.succeeds(
            "account", "issue", "dinkes", "--user", "kepala@dinkes.\(office.zone)", "--slip",
            office.directory.path("second"))
        try office.refuses(
            ["account", "issue", "dinkes", "--user", "kepala@example.com"], codes: ["MAILBOX_FOREIGN"])
        try office.refuses(["account", "reset", "dinkes", "--user", "lain"], codes: ["NO_ACCOUNT"])
        try office.refuses(["account", "issue", "tiada"], codes: ["NAME_NOT_FOUND"])
        try office.refuses(["account", "issue", "2026/0077"], status: 3, codes: ["REQUEST_NOT_FOUND"])
        // A change of the name keeps them.
        try office.succeeds(
            "change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/2/2026", "--hosting", "2")
        try office.refuses(["account", "issue", "dinkes", "--user", "dinkes"], status: 3, codes: ["ALREADY_ISSUED"])
        #expect(try office.succeeds("log", "dinkes").text.contains("L-2026/0002"))
        let rows = try office.succeeds("register", "accounts", "--format", "csv").rows
        #expect(rows.count == 3 && rows[1].hasPrefix("dinkes,") && rows[1].contains("L-2026/0001"), "\(rows)")
        try office.succeeds("audit", "verify")
    }

    @Test func withoutAPlaceTheSheetGoesToTheUsersOwnFolder() throws {
        let office = try Office()
        try office.add("dinkes", ["--hosting", "1"])
        let home = try TemporaryDirectory()
        let output = try office.zonectl(["account", "issue", "dinkes"], environment: ["HOME": home.root])
        #expect(output.status == 0, "\(output)")
        let folder = home.path(".local/state/zonectl/lembar-akun")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files == ["\(office.zone)-L-2026-0001.txt"])
        #expect(try mode(of: folder) == 0o700)
        #expect(try mode(of: "\(folder)/\(files[0])") == 0o600)
        // Cron has none.
        try office.succeeds("account", "reset", "dinkes")
        let before = try snapshot(office.root)
        let refused = try office.zonectl(["account", "issue", "dinkes"], environment: ["HOME": ""])
        #expect(refused.status == 2 && refused.errorText.contains("--slip"), "\(refused)")
        #expect(try snapshot(office.root) == before)
    }

    @Test func aSheetThatCannotBeWrittenIsNotRecorded() throws {
        let office = try Office()
        try office.add("dinkes", ["--hosting", "1"])
        try office.refuses(
            ["account", "issue", "dinkes", "--slip", office.directory.path("missing/slip")], status: 4, codes: [])
        // Nor through a link.
        let link = office.directory.path("link")
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: office.directory.path("elsewhere"))
        try office.refuses(["account", "issue", "dinkes", "--slip", link], status: 4, codes: [])
        #expect(!fileExists(office.directory.path("elsewhere")))
        try office.succeeds("account", "issue", "dinkes", "--slip", office.directory.path("slip"))
    }

    @Test func aSheetDoesNotGoIntoTheRegistry() throws {
        let office = try Office()
        try office.add("dinkes", ["--hosting", "1"])
        let events = try office.events().count
        let link = office.directory.path("link")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: office.path(""))
        for path in [office.path("slip"), office.root + "/slip", link + "/slip"] {
            try office.refuses(["account", "issue", "dinkes", "--slip", path], status: 1, codes: ["SLIP_IN_REGISTRY"])
            #expect(!fileExists(path), "\(path)")
        }
        #expect(try office.events().count == events)
    }

    @Test func aSheetWhereOthersGetItIsWarnedOf() throws {
        let office = try Office()
        try office.add("dinkes", ["--hosting", "1"])
        try office.succeeds("account", "issue", "dinkes", "--slip", office.directory.path("first"))
        let tree = try TemporaryDirectory()
        try FileManager.default.createDirectory(atPath: tree.path(".git"), withIntermediateDirectories: false)
        try FileManager.default.createDirectory(atPath: tree.path("folder"), withIntermediateDirectories: false)
        let tracked = try office.succeeds("account", "reset", "dinkes", "--slip", tree.path("folder/slip"))
        #expect(tracked.errorText.contains("SLIP_TRACKED"), "\(tracked)")
        let good = try office.succeeds("account", "reset", "dinkes", "--slip", office.directory.path("slip"))
        #expect(!good.errorText.contains("SLIP_TRACKED"), "\(good)")
    }

    @Test func registersSayWhoMadeANameAndForWhichRequestItsAccountIs() throws {
        let office = try Office()
        try office.succeeds(
            "add", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/1/2026", "--hosting", "1", "--as",
            "technician:Rani")
        try office.succeeds("account", "issue", "dinkes", "--slip", office.directory.path("1"), "--as", "sysadmin:Umar")
        func row(_ register: String) throws -> [String: Any] {
            let rows = try office.succeeds("register", register, "--format", "json").json() as? [[String: Any]]
            return try #require(rows?.first)
        }
        #expect(try row("subdomains")["actor"] as? String == "technician:Rani")
        #expect(try office.succeeds("show", "2026/0001").text.contains("technician:Rani"))
        #expect(try row("accounts")["sheet"] as? String == "L-2026/0001")
        #expect(try row("accounts")["actor"] as? String == "sysadmin:Umar")
        office.clock = "2026-12-01T03:00:00Z"
        try office.succeeds(
            "remove", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/2/2026", "--as", "technician:Tono")
        #expect(try row("subdomains")["actor"] as? String == "technician:Tono")
        let account = try row("accounts")
        #expect(account["request"] as? String == "2026/0001", "\(account)")
        #expect(account["sheet"] is NSNull && account["voided"] as? [String] == ["L-2026/0001"], "\(account)")
    }

    @Test func aSheetOfACancelledRequestIsVoid() throws {
        let office = try ProcedureOffice("TLG")
        try office.new(["hosting": "cloud", "capacityGB": 1, "target": NSNull()])
        try office.step("TLG-02", ["--decision", "yes"])
        try office.run(
            ["account", "issue", office.id(), "--slip", office.office.directory.path("1")], 0, [], #_sourceLocation)
        try office.office.succeeds("request", "cancel", office.id())
        let rows = try office.office.succeeds("register", "accounts", "--format", "json").json() as? [[String: Any]]
        let row = try #require(rows?.first)
        #expect(row["sheet"] is NSNull && row["voided"] as? [String] == ["L-2026/0001"], "\(row)")
        #expect(row["request"] as? String == office.id(), "\(row)")
    }

    @Test func sheetsAreNumberedWithoutGapsByWhoeverComes() throws {
        let office = try Office()
        for index in 0..<8 { try office.add("n\(index)", opd: "Dinas \(index)", letter: "\(index)/2026") }
        let running = try (0..<8).map { index in
            try RunningCommand(
                office.command(["account", "issue", "n\(index)", "--slip", office.directory.path("slip\(index)")]))
        }
        for command in running { #expect(try command.wait().status == 0) }
        let sheets = try office.events().compactMap { ($0["details"] as? [String: Any])?["sheet"] as? String }
        #expect(sheets.sorted() == (1...8).map { "L-2026/000\($0)" })
        // A new year begins anew.
        office.clock = "2027-01-04T03:00:00Z"
        let output = try office.succeeds("account", "reset", "n0", "--slip", office.directory.path("slip9"))
        #expect(output.text.contains("L-2027/0001"), "\(output)")
        try office.succeeds("audit", "verify")
    }
}

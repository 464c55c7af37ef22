import Foundation
import Testing

/// Who may read what: permissions, and what answers leave out.
@Suite struct PrivacyTests {
    private static let phone = "0812-5555-0101"
    private static let mail = "rahmi@example.go.id"
    /// Typed where no contact belongs: in notes, as a mailbox, as somebody's name, beside another agency's, in the name
    /// of a file.
    private static let strays = [
        "pribadi@surel.example", "+62.812.5555.0202", "wayan@surel.example", "0812 7777 0002", "0812-5555-0004",
    ]
    private static var secrets: [String] { [phone, mail] + strays }

    /// An office whose register has all that it can have about persons: forms and their versions, notes, mailboxes
    /// that were given out and one that was not, sheets that were handed over, a name under review.
    private func fullOffice() throws -> Office {
        let office = try Office(
            "sbdkab.go.id", clock: "2026-11-23T01:00:00Z", options: ["--procedure", "sumba-barat-daya"])
        var form: [String: Any] = [
            "kind": "email", "opd": "Dinas Kesehatan", "letterNumber": "440/1/2026", "letterDate": "2026-11-20",
            "addressee": "Bupati Sumba Barat Daya", "name": "dinkes", "hosting": "cloud", "capacityGB": 2,
            "function": "Situs, pengelola \(PrivacyTests.strays[2])",
            "emailAccounts": ["info", "humas"], "note": "Hubungi \(PrivacyTests.strays[1]).",
            "coordinatedWith": ["Dinas Sosial (\(PrivacyTests.strays[3]))"],
            "attachments": [["kind": "identitas", "name": "ktp \(PrivacyTests.strays[4]).pdf"]],
            "adminPIC": [
                "name": "Rahmi Contoh", "position": "Sekretaris", "phone": PrivacyTests.phone,
                "email": PrivacyTests.mail,
            ],
        ]
        try office.takeIn(form)
        try office.step(
            "2026/0001", "SBD-01", as: "divisionHead", ["--note", "Telepon \(PrivacyTests.strays[1]) dahulu"])
        try office.step("2026/0001", "SBD-02", as: "divisionHead", ["--schedule", "2026-11-24"])
        try office.step("2026/0001", "SBD-03", as: "technician")
        try office.step("2026/0001", "SBD-04", as: "technician")
        for step in ["SBD-05", "SBD-06"] { try office.step("2026/0001", step, as: "technician") }
        try office.succeeds("account", "issue", "2026/0001", "--slip", office.directory.path("slip"))
        try office.succeeds(
            "account", "handover", "2026/0001", "--to", "Wayan Contoh <\(PrivacyTests.strays[2])>")
        form["emailAccounts"] = [PrivacyTests.strays[0]]
        form["name"] = "dindik"
        form["letterNumber"] = "421/2/2026"
        form["opd"] = "Dinas Pendidikan"
        try office.takeIn(form, status: 1)
        form["emailAccounts"] = [PrivacyTests.strays[0], "info"]
        let again = office.directory.path("again.json")
        try writeFile(again, Array(try JSONSerialization.data(withJSONObject: form)))
        #expect(try office.zonectl("request", "resubmit", "2026/0002", "--file", again).status == 1)
        try office.succeeds("add", "dinkop", "--opd", "Dinas Koperasi", "--letter", "5/2026", "--hosting", "1")
        try office.succeeds("remove", "dinkop", "--opd", "Dinas Koperasi", "--letter", "6/2026")
        try office.succeeds(
            "review", "suspend", "dinkes", "--reason", "abuse", "--evidence", "Lapor ke \(PrivacyTests.strays[2])")
        return office
    }

    private func office() throws -> Office {
        let office = try Office(
            "kaltaraprov.go.id", clock: "2026-11-23T01:00:00Z", options: ["--procedure", "kalimantan-utara"])
        try office.takeIn([
            "opd": "Dinas Kesehatan", "letterNumber": "440/1/2026", "letterDate": "2026-11-20", "name": "dinkes",
            "target": ["192.0.2.10"], "attachments": [["kind": "recommendationProof"]],
            "adminPIC": ["name": "Rahmi Contoh", "phone": PrivacyTests.phone, "email": PrivacyTests.mail],
        ])
        return office
    }

    @Test func onlyTheOfficeReadsTheRegister() throws {
        let office = try office()
        try office.succeeds("letter", "tanda-terima", "2026/0001")
        #expect(try mode(of: office.registerFile) & 0o137 == 0)
        #expect(try mode(of: office.path("HEAD")) & 0o137 == 0)
        for (path, state) in try snapshot(office.path(""))
        where path.hasPrefix(".index/") && path != ".index/.gitignore" {
            #expect(state.mode & 0o137 == 0, "\(path) \(state)")
        }
        for (path, state) in try snapshot(office.path("")) where !state.octets.isEmpty {
            // What holds a telephone number is not for everybody.
            if state.octets.contains(Array(PrivacyTests.phone.utf8)) { #expect(state.mode & 0o007 == 0, "\(path)") }
        }
        // What the world gets has no persons in it.
        #expect(try !readText(office.zoneFile).contains("Rahmi"))
        #expect(try mode(of: office.zoneFile) & 0o777 == 0o644)
    }

    @Test func answersLeaveContactsOut() throws {
        let office = try fullOffice()
        let registers = ["agenda", "requests", "subdomains", "storage", "naming", "accounts"].map { ["register", $0] }
        let requests = ["2026/0001", "2026/0002"].flatMap { id in
            ["request show", "request history", "log", "show", "sla", "why", "procedure next"].map {
                $0.split(separator: " ").map(String.init) + [id]
            }
        }
        let questions: [[String]] =
            registers + requests + [
                ["list"], ["log"], ["log", "dinkes"], ["show", "dinkes"], ["why", "dinkes"], ["request", "list"],
                ["capacity", "show"], ["dangling"], ["sla"], ["review", "due", "--within", "3650"],
                ["review", "quarantine"],
            ]
        for question in questions {
            for format in ["text", "json", "csv"] {
                let answer = try office.zonectl(question + ["--format", format])
                // What has no such format says so.
                guard answer.status != 2 else { continue }
                let said = answer.text + answer.errorText
                #expect(said.utf8.count > 2, "\(question) says nothing that could be told")
                for secret in PrivacyTests.secrets { #expect(!said.contains(secret), "\(secret) in \(answer)") }
            }
        }
        // What the office gave out is told, like the name it is at.
        #expect(try office.succeeds("register", "accounts").text.contains("info@dinkes.sbdkab.go.id"))
        #expect(try office.succeeds("register", "requests", "--format", "csv").text.contains("ktp ….pdf"))
        #expect(try office.succeeds("request", "show", "2026/0001").text.contains("ktp ….pdf"))
        let folder = office.directory.path("umum")
        try office.succeeds("report", "--html", folder)
        #expect(try readText(folder + "/requests/2026-0001.html").contains("Dinas Sosial (…)"))
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path.hasSuffix(".html") {
            let page = try readText("\(folder)/\(path)")
            for secret in PrivacyTests.secrets + ["Rahmi"] { #expect(!page.contains(secret), "\(secret) in \(path)") }
        }
    }

    @Test(arguments: [
        ["log", "--format", "json", "--with-contacts"], ["audit", "log", "--format", "json"],
        ["request", "show", "2026/0001", "--with-contacts"],
        ["request", "history", "2026/0001", "--with-contacts", "--format", "json"],
    ]) func whoAsksForThemGetsThem(question: [String]) throws {
        let office = try fullOffice()
        let answer = try office.succeeds(question)
        for secret in [PrivacyTests.phone, PrivacyTests.mail] + [1, 3, 4].map({ PrivacyTests.strays[$0] }) {
            #expect(answer.text.contains(secret), "\(secret)")
        }
    }

    @Test func theArchiveIsTheOfficesWhateverLayThere() throws {
        let office = try fullOffice()
        let folder = office.directory.path("arsip")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        for name in ["accounts.csv", "index.html"] {
            try writeFile("\(folder)/\(name)", "old")
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: "\(folder)/\(name)")
        }
        try office.succeeds("register", "--export", folder)
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path.contains(".") {
            #expect(try mode(of: "\(folder)/\(path)") & 0o777 == 0o640, "\(path)")
        }
        #expect(try readText(folder + "/accounts.csv").contains(PrivacyTests.strays[2]))
    }

    @Test func contactsAreListedForIncidents() throws {
        let office = try office()
        #expect(try office.succeeds("review", "contacts").text.isEmpty)
        try office.step("2026/0001", "KTR-02", as: "agencyHead")
        try office.step("2026/0001", "KTR-03", as: "divisionHead")
        let analysis = office.directory.path("analysis.json")
        try writeFile(
            analysis, #"{"needs":"a","facilities":"b","budget":"c","infrastructure":"d","scope":"e"}"#)
        try office.step("2026/0001", "KTR-04", as: "technician", ["--decision", "yes", "--analysis", analysis])
        try office.succeeds("add", "2026/0001")
        let table = try office.succeeds("review", "contacts", "--format", "csv")
        #expect(
            table.rows.last.map { $0.contains("Rahmi Contoh") && $0.contains(PrivacyTests.phone) } == true, "\(table)")
    }

}

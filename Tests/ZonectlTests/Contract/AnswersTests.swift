import Foundation
import Testing

/// `list`, `show`, `log`, `why`, `audit verify`: what is, and who asked for it.
@Suite struct AnswersTests {
    private func office() throws -> Office {
        let office = try Office()
        try office.add("dinkes", ["--address", "192.0.2.10", "2001:db8::10", "--www"])
        try office.add("bkd", ["--cname", "server.example.net"], opd: "BKD", letter: "800/2/2026")
        office.clock = "2026-11-21T03:00:00Z"
        try office.succeeds(
            "change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/2/2026", "--address", "192.0.2.11")
        try office.succeeds("remove", "bkd", "--opd", "BKD", "--letter", "800/3/2026")
        return office
    }

    @Test func listJSON() throws {
        let office = try office()
        let rows = try office.list()
        let dinkes = rows.first { $0["name"] as? String == "dinkes.purbalinggakab.go.id." }
        #expect(dinkes?["zone"] as? String == "purbalinggakab.go.id.", "\(rows)")
        #expect(dinkes?["status"] as? String == "active")
        #expect(dinkes?["opd"] as? String == "Dinas Kesehatan")
        #expect(dinkes?["letter"] as? String == "440/2/2026")
        #expect(dinkes?["request"] as? String == "2026/0003")
        let records = dinkes?["records"] as? [String]
        #expect(
            records?.contains { $0.hasPrefix("dinkes.purbalinggakab.go.id.") && $0.hasSuffix("192.0.2.11") } == true,
            "\(rows)")
        let retired = rows.first { $0["name"] as? String == "bkd.purbalinggakab.go.id." }
        #expect(retired == nil || retired?["status"] as? String == "retired")
    }

    /// The records of `list` are master-file lines: together they are what was rendered.
    @Test func listedRecordsAreTheRenderedOnes() throws {
        let office = try Office()
        try office.add("rsud", ["--address", "192.0.2.30", "--mail", "mx.example.net", "--www"])
        try office.add("dindik", ["--delegate", "ns1.dindik.\(office.zone)=192.0.2.60"], opd: "Dinas Pendidikan")
        try office.render()
        let listed = try office.list().flatMap { $0["records"] as? [String] ?? [] }
        let file = office.directory.path("listed.zone")
        try writeFile(file, try readText(office.staticFile) + listed.joined(separator: "\n") + "\n")
        #expect(try recordsByBIND(file, zone: office.zone) == recordsByBIND(office.zoneFile, zone: office.zone))
    }

    @Test func show() throws {
        let office = try office()
        for subject in ["dinkes", "DINKES.purbalinggakab.go.id.", "2026/0001", "2026/0003"] {
            let output = try office.succeeds("show", subject)
            #expect(output.text.contains("Dinas Kesehatan") && output.text.contains("dinkes"), "\(output)")
        }
        #expect(try office.succeeds("show", "2026/0001").text.contains("440/1/2026"))
        try office.refuses(["show", "tidakada"], codes: ["NAME_NOT_FOUND"])
        let request = try office.zonectl("show", "2026/9999")
        #expect(request.status == 1, "\(request)")
        #expect(try office.succeeds("show", "dinkes", "--format", "json").json() is [String: Any])
    }

    @Test func log() throws {
        let office = try office()
        let all = try office.succeeds("log").text
        for id in ["2026/0001", "2026/0002", "2026/0003", "2026/0004"] { #expect(all.contains(id), "\(all)") }
        let one = try office.succeeds("log", "dinkes").text
        #expect(one.contains("2026/0001") && one.contains("2026/0003") && !one.contains("2026/0002"), "\(one)")
        let acted = try office.succeeds(
            "--as", "sysadmin:Budi Contoh", "add", "dishub", "--opd", "Dishub", "--letter", "1", "--address",
            "192.0.2.5")
        #expect(acted.status == 0)
        #expect(try office.succeeds("log", "dishub").text.contains("Budi Contoh"))
    }

    @Test func why() throws {
        let office = try office()
        try office.addStatic("portal IN A 192.0.2.70\nhost.gedung-a IN A 192.0.2.71\n*.wifi IN A 192.0.2.72")
        for (name, words) in [
            ("dinkes", ["2026/0003", "Dinas Kesehatan"]), ("portal", ["static"]), ("gedung-a", ["host.gedung-a"]),
            ("x.wifi", ["*.wifi"]), ("bkd", ["BKD", "2027-02-19"]), ("www.dinkes", ["dinkes"]), ("mail", ["reserved"]),
        ] {
            let output = try office.zonectl("why", name)
            let text = (output.text + output.errorText).lowercased()
            for word in words { #expect(text.contains(word.lowercased()), "\(output)") }
            #expect(output.status <= 1, "\(output)")
        }
    }

    @Test func language() throws {
        let office = try office()
        let english = try office.refusesAdd("dinkes", "DUPLICATE")
        let indonesian = try office.zonectl(
            ["add", "dinkes", "--opd", "B", "--letter", "1", "--address", "192.0.2.1"],
            environment: ["LC_ALL": "id_ID.UTF-8"])
        #expect(indonesian.status == 1 && indonesian.errorText.hasPrefix("DUPLICATE "), "\(indonesian)")
        #expect(indonesian.errorText != english.errorText)
        #expect(
            try office.zonectl(
                "--lang", "en", "add", "dinkes", "--opd", "B", "--letter", "1", "--address",
                "192.0.2.1"
            ).errorText.contains("request"))
    }

    @Test func auditVerify() throws {
        let office = try office()
        try office.render()
        try office.succeeds("audit", "verify")
        // Any edit is found, with its line.
        let good = try readText(office.registerFile)
        let lines = good.split(separator: "\n").map(String.init)
        for index in lines.indices {
            var edited = lines
            edited[index] = edited[index].replacingOccurrences(of: "\"zone\":\"p", with: "\"zone\":\"q")
            #expect(edited[index] != lines[index])
            try writeFile(office.registerFile, edited.joined(separator: "\n") + "\n")
            let output = try office.zonectl("audit", "verify")
            #expect(output.status == 1, "\(output)")
            let text = output.text + output.errorText
            #expect(text.contains("\(index + 1)") || text.contains("\(index + 2)"), "line \(index + 1): \(output)")
        }
        try writeFile(office.registerFile, good)
        try office.succeeds("audit", "verify")
    }
}

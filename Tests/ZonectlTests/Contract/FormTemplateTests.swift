import Foundation
import Testing

/// `request form`: a form to be filled in.
@Suite struct FormTemplateTests {
    private func template(_ office: ProcedureOffice, _ options: [String] = []) throws -> String {
        try office.office.succeeds(["request", "form"] + options).text
    }

    private func takeIn(_ office: ProcedureOffice, _ text: String) throws -> Outcome {
        let path = office.office.directory.path("form.json5")
        try writeFile(path, text)
        return try office.office.zonectl("request", "new", "--file", path)
    }

    @Test(arguments: ["PBG", "TLG", "BLG", "SBD", "KTR"]) func asItIsItLacksEverything(procedure: String) throws {
        let office = try ProcedureOffice(procedure)
        let output = try takeIn(office, template(office))
        #expect(output.status == 1, "\(output)")
        #expect(output.errorLines.allSatisfy { !$0.hasPrefix("FORM_") && !$0.hasPrefix("JSON") }, "\(output)")
        #expect(output.errorLines.filter { $0.hasPrefix("INCOMPLETE ") }.count > 1, "\(output)")
    }

    /// Every example is one that is understood.
    @Test(arguments: ["PBG", "KTR"]) func withItsExamplesItIsTakenIn(procedure: String) throws {
        let office = try ProcedureOffice(procedure)
        var text = ""
        for line in try template(office).split(separator: "\n") {
            // Those of the other kinds do not go with a new name.
            let others = ["newName", "nameServers", "ds:", "override", "dkim", "cannotAccess", "emailAccounts"]
            guard !others.contains(where: { line.hasPrefix("  // \($0)") }) else { continue }
            if let null = line.range(of: "null, // ") {
                text += line[..<null.lowerBound] + line[null.upperBound...] + ",\n"
            } else if line.hasPrefix("  // "), line.hasSuffix(","), line.dropFirst(5).contains(":") {
                text += line.dropFirst(5) + "\n"
            } else {
                text += line + "\n"
            }
        }
        let output = try takeIn(office, text)
        #expect(output.errorLines.allSatisfy { !$0.hasPrefix("FORM_") }, "\(output)\n\(text)")
        let form = try #require(try office.show()["form"] as? [String: Any])
        #expect(form["opd"] as? String == "Dinas Kesehatan" && form["ttl"] as? Int == 3600)
    }

    @Test func theKindDecidesWhatStandsOpen() throws {
        let office = try ProcedureOffice("KTR")
        let new = try template(office)
        let delete = try template(office, ["--kind", "delete", "--lang", "id"])
        #expect(new.contains("\n  target: null,") && !delete.contains("\n  target: null,"))
        #expect(delete.contains("kind: \"delete\"") && delete.contains("// nama perangkat daerah"))
        try office.office.refuses(["request", "form", "--kind", "redirect"], codes: ["KIND_NOT_OFFERED"])
    }

    /// What a kind of request is about stands open too, whatever the procedure asks for; with that filled in nothing is
    /// missing.
    @Test(arguments: [
        ("TLG", "redirect", "target"), ("TLG", "delegation", "nameServers"), ("TLG", "change", "target"),
        ("TLG", "hosting", "hosting"), ("PBG", "redirect", "target"), ("KTR", "rename", "newName"),
        ("KTR", "change", "target"), ("KTR", "delete", "name"), ("SBD", "email", "emailAccounts"),
    ])
    func whatAKindIsAboutStandsOpen(procedure: String, kind: String, key: String) throws {
        let office = try ProcedureOffice(procedure)
        // To be changed, renamed or given up, a name has to be there.
        if ["change", "rename", "delete"].contains(kind) { try office.office.add("dinkes") }
        let blank = try template(office, ["--kind", kind])
        #expect(blank.contains("\n  \(key): null, // "), "\(blank)")
        #expect(kind != "delegation" || !blank.contains("\n  target: null"), "\(blank)")
        var text = ""
        for line in blank.split(separator: "\n") {
            if let null = line.range(of: "null, // ") {
                text += line[..<null.lowerBound] + line[null.upperBound...] + ",\n"
            } else {
                text += line + "\n"
            }
        }
        let output = try takeIn(office, text)
        let gaps = output.errorLines.filter { $0.hasPrefix("INCOMPLETE ") || $0.hasPrefix("FORM_") }
        #expect(gaps == [], "\(output)\n\(text)")
    }
}

import Testing
import ZoneCore

/// `explain CODE…` and `explain --list`.
@Suite struct ExplainTests {
    private func explain(_ arguments: String...) throws -> Outcome { try run([zonectlPath, "explain"] + arguments) }

    @Test func oneCode() throws {
        let english = try explain("cname_target-missing")
        #expect(english.status == 0 && english.errorText.isEmpty, "\(english)")
        for part in ["CNAME_TARGET_MISSING: ", "error", "RFC 1034 §3.6.2", "Bad:", "Good:", "portal CNAME wwww"] {
            #expect(english.text.contains(part), "\(part) in \(english)")
        }
        #expect(english.lines.allSatisfy { $0.count <= 80 })
        let indonesian = try explain("CNAME_TARGET_MISSING", "--lang", "id")
        #expect(indonesian.text.contains("Buruk:") && indonesian.text.contains("Rujukan"), "\(indonesian)")
        #expect(!indonesian.text.contains("Whoever"), "\(indonesian)")
    }

    @Test func everyCode() throws {
        for language in ["en", "id"] {
            let all = try run([zonectlPath, "explain", "--lang", language] + Check.known.map(\.code))
            #expect(all.status == 0, "\(all)")
            for check in Check.known {
                #expect(all.lines.contains { $0.hasPrefix("\(check.code): ") }, "\(check.code)")
            }
        }
    }

    @Test func list() throws {
        let list = try explain("--list")
        #expect(list.status == 0 && list.lines.allSatisfy { $0.count <= 80 })
        let codes = list.lines.compactMap {
            $0.firstMatch(of: #/^[A-Z0-9_]+(?= +(error|warning|notice) )/#).map { String($0.0) }
        }
        #expect(codes == Check.known.map(\.code))
        let document = try run([zonectlPath, "explain", "--list", "--format", "json"]).json() as? [String: Any]
        let checks = try #require(document?["checks"] as? [[String: Any]])
        #expect(checks.compactMap { $0["code"] as? String } == Check.known.map(\.code))
        for check in checks {
            #expect(["error", "warning", "notice"].contains(check["severity"] as? String ?? ""))
            #expect(!(check["summary"] as? String ?? "").isEmpty && !(check["reference"] as? String ?? "").isEmpty)
        }
    }

    @Test(arguments: [
        (["NO_SOAA"], "did you mean NO_SOA"), (["no_soa", "MX_NO_ADRESS"], "did you mean MX_NO_ADDRESS"),
        (["gibberish"], "explain --list"), ([], "--list"),
    ])
    func unknown(codes: [String], hint: String) throws {
        let output = try run([zonectlPath, "explain"] + codes)
        #expect(output.status == 2 && output.text.isEmpty && output.errorText.contains(hint), "\(output)")
    }

    @Test func completesCodes() throws {
        let script = try run([zonectlPath, "completion", "bash"]).text
        #expect(script.contains("CNAME_TARGET_MISSING") && script.contains("UNUSED_WAIVER"))
    }

    /// What is found is explained: nothing that check prints is unknown to explain.
    @Test func knowsWhatCheckPrints() throws {
        let directory = try TemporaryDirectory()
        let file = directory.path("db.example.go.id")
        try writeFile(
            file,
            """
            $ORIGIN example.go.id.
            @ SOA ns1 hostmaster 1 2 3 4 5
            a BOGUS x
            b..c A 192.0.2.1
            d A (
            e CNAME nowhere ; zonectl: allow NONSENSE
            """)
        let document = try run([zonectlPath, "check", "--format", "json", file]).json() as? [String: Any]
        let findings = try #require(document?["findings"] as? [[String: Any]])
        #expect(findings.count > 3)
        for finding in findings {
            let code = try #require(finding["code"] as? String)
            #expect(try explain(code).status == 0, "\(code)")
        }
    }
}

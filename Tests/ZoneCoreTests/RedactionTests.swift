import RFC1035
import Testing

@testable import ZoneCore

/// What is taken out of texts that are shown without being asked for.
@Suite struct RedactionTests {
    private func redaction(withContacts: Bool = false) throws -> Redaction {
        Redaction(zone: try Name("example.go.id"), withContacts: withContacts)
    }

    @Test(arguments: [
        ("Hubungi sari@surel.example.", "Hubungi …"), ("telp:0812-5555-0101,", "telp:…,"),
        ("(+62.812.5555.0101)", "(…)"), ("<SARI@Surel.Example>", "<…>"), ("081255550101", "…"),
        // What the office gave out, and what only looks so.
        ("info@dinkes.example.go.id", "info@dinkes.example.go.id"), ("@", "@"), ("2026-11-20 08:00", "2026-11-20 08:00"),
        ("440/1/2026", "440/1/2026"), ("192.0.2.10", "192.0.2.10"), ("0001", "0001"), ("0812 ada", "0812 ada"),
        ("info@example.go.id.surel.example", "…"), ("", ""),
    ])
    func texts(text: String, shown: String) throws {
        #expect(try redaction().text(text) == shown)
        #expect(try redaction(withContacts: true).text(text) == text)
    }

    @Test func documents() throws {
        let value = JSONValue.object([
            "adminPIC": .object(["name": .string("Sari"), "phone": .string("1"), "email": .string("x")]),
            "letter": .string("0045-2026"), "note": .string("0812-5555-0101"),
            "emailAccounts": .array([.string("a@surel.example"), .string("info")]),
            "records": .array([.string("x.example.go.id. 60 IN TXT \"a@b.example\"")]),
        ])
        let shown = try redaction().json(value)
        #expect(shown["adminPIC"]?.object?.keys.sorted() == ["name"])
        #expect(shown["letter"]?.string == "0045-2026" && shown["note"]?.string == "…")
        #expect(shown["emailAccounts"]?.strings == ["…", "info"])
        #expect(shown["records"] == value["records"])
        #expect(try redaction(withContacts: true).json(value) == value)
    }
}

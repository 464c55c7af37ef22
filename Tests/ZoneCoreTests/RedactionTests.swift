import RFC1035
import TestSupport
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

    @Test(arguments: [
        "0812 4444 0006", "+62 812-4444-0006", "+62 812 4444 0006", "62 812 4444 0006", "62-812-4444-0006",
        "6281244440006", "(0281) 891234", "(0281) 891-234", "(0281)891234", "0281 (891234)", "08124444 0006",
        "+62 (281) 891234", "(+62) 812 4444 0006", "+62(281)891234", "0800-1000", "0800 1000", "0062 812 4444 0006",
        "0812--4444-0006", "021.765.4321", "0812 44 44 00 06", "0812 - 5555 - 0101", "0812  5555  0101",
        "0281 - 891234", "0812 5555 (0101)",
    ])
    func numbersAreTakenOutWhole(number: String) throws {
        let redaction = try self.redaction()
        #expect(redaction.text(number) == "…")
        let surroundings = [("Telp. ", ", Sari"), ("(", ")"), ("telp:", "."), ("2026-11-20 ", "; 08.00"), ("“", "”")]
        for (before, after) in surroundings {
            #expect(redaction.text(before + number + after) == before + "…" + after)
        }
        #expect(try self.redaction(withContacts: true).text(number) == number)
    }

    @Test(arguments: [
        ("Dinas X (0812-7777-0002)", "Dinas X (…)"), ("0812 4444 0006 0813 5555 0007", "… …"),
        ("0281 891234 0812 5555 0004", "… …"), ("2026/0123 0812 5555 0004", "2026/0123 …"),
        ("08.00 0812 5555 0004", "08.00 …"), ("01-02-2026 0812-5555-0004", "01-02-2026 …"),
        ("0281-891234 2026-11-20", "… 2026-11-20"), ("0281-891234 01-02-2026", "… 01-02-2026"),
        ("0281 891234 08.00-16.00", "… 08.00-16.00"), ("WA/0812-5555-0004", "WA/…"),
        ("0812 5555 0101 0813 5555 0102 0814 5555 0103", "… … …"), ("0281 891234 0281 891235", "… …"),
        ("0812-5555-0004/0813-5555-0005", "…/…"), ("ktp 0812-5555-0004.pdf", "ktp ….pdf"),
    ])
    func numbersBesideOthers(text: String, shown: String) throws {
        #expect(try redaction().text(text) == shown)
    }

    @Test(arguments: [
        "2026-11-20", "20 November 2026", "02 November 2026", "01-02-2026", "01.02.2026", "01/02/2026", "31-12-2026",
        "01-02-2026 08.00", "01-02-2026 - 03-02-2026", "01-02-2026-03-02-2026", "2026-11-20 08:00", "08.00",
        "08.00-16.00", "08.00 20-11-2026", "2026-11-20T08:00:00+08:00", "005/123/2026", "440/112/2026",
        "440/0045.1234/2026", "045.2/0123/2026", "192.0.2.10", "10.0.0.1", "0.0.0.0 192.0.2.10", "2001:db8::10",
        "2001:0db8:0000:0000:0000:ff00:0042:8329", "Rp 62.850.000.000", "Rp 628.500.000.000", "Rp 10.000.000",
        "2026/0001", "2026/0001 2026/0002", "0001 0002 0003", "0812 ada", "08.1 rusak",
        "0812345678ab0812345678ab0812345678ab", "08125555.example.go.id",
        "info.0812-5555-0101@dinkes.example.go.id", "05 12 2026", "01 02 03 04 05 06",
        "https://www.example.org/2026/0812345678/a",
    ])
    func whatOnlyLooksLikeANumberStays(text: String) throws {
        #expect(try redaction().text(text) == text)
    }

    @Test("no line is passed over that something would be taken out of")
    func nothingIsPassedOver() throws {
        var random = SeededRandom.fresh()
        let zone = try Name("example.go.id")
        let pieces = [
            "0", "62", "8", "+62", "0812", "4444", "0006", "0281", "00", "1", "6", "2026", "11-20", "01-02-2026",
            "08.00", "192.0.2.10", " ", " ", "-", ".", "(", ")", ") ", "/", ":", ",", "_", "a", "x@y.example", "é",
            "+", "\"",
        ]
        var changed = 0
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...9, using: &random))
                .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            // Asked past the filter, which `text` itself goes by.
            for isFile in [false, true] {
                let numbers = TelephoneNumbers(text, zone: zone, isFile: isFile)
                guard numbers.replaced(by: Redaction.mark) != text else { continue }
                changed += 1
                #expect(Redaction.mayHold(text.utf8), "\(text)")
            }
        }
        #expect(changed > 500)
    }

    @Test(arguments: [
        ("ktp 0812-5555-0004.pdf", "ktp ….pdf"), ("wa081255550004.jpg", "wa….jpg"),
        ("ktp_0812 5555 0004.pdf", "ktp_….pdf"), ("/arsip/2026/0812 5555 0004.pdf", "/arsip/2026/….pdf"),
        ("/arsip/2026/0812-5555-0004/ktp.pdf", "/arsip/2026/…/ktp.pdf"),
        ("surat 20-11-2026.pdf", "surat 20-11-2026.pdf"), ("surat-0001-2026.pdf", "surat-0001-2026.pdf"),
        ("surat_005-0812-2026_20260201.pdf", "surat_005-0812-2026_20260201.pdf"), ("01022026.pdf", "01022026.pdf"),
        ("IMG-20260812-WA0004.jpg", "IMG-20260812-WA0004.jpg"), ("formulir.pdf", "formulir.pdf"),
    ])
    func files(name: String, shown: String) throws {
        let redaction = try self.redaction()
        #expect(redaction.file(name) == shown)
        #expect(try self.redaction(withContacts: true).file(name) == name)
        let form = JSONValue.object([
            "attachments": .array([.object(["kind": .string("ktp"), "name": .string(name), "path": .string(name)])])
        ])
        let paper = redaction.json(form)["attachments"]?.array?.first
        #expect(paper?["name"]?.string == shown && paper?["path"]?.string == shown)
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

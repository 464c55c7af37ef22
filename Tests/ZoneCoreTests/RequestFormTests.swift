import RFC1035
import Testing

@testable import ZoneCore

private func read(_ text: String) -> (form: RequestForm?, faults: [String]) {
    let (form, faults) = RequestForm.read(Array(text.utf8))
    return (form, faults.map { "\($0.line):\($0.column) \($0.code) \($0.key)" })
}

@Suite struct RequestFormTests {
    static let whole = """
        { kind: "new", channel: "email", opd: "Dinas Kesehatan", letterNumber: "440/1/2026", letterDate: "2026-11-20",
          addressee: "Kepala Dinas", subject: "Permohonan subdomain", name: "dinkes", function: "Situs dinas",
          purposeClass: "opdWebsite", hosting: "ownServer", capacityGB: 5, target: ["192.0.2.10", "2001:db8::10"],
          adminPIC: { name: "Sari Contoh", position: "Sekretaris", phone: "0800-0000", email: "sari@example.go.id" },
          technicalPIC: { name: "Budi Contoh" }, emailAccounts: ["info", "humas@dinkes.example.go.id"],
          cannotAccess: true, coordinatedWith: ["RSUD"], www: true, mail: "mx.example.net", ttl: 300,
          nameServers: ["ns1=192.0.2.53"], ds: ["1 13 2 AB"], override: "Keputusan 1", note: "segera",
          dkim: { selector: "s1", record: "v=DKIM1; p=AAAA" },
          attachments: ["suratKuasa", { kind: "identitas", name: "ktp.pdf", size: 12,
            sha256: "\(String(repeating: "ab", count: 32))",
            path: "/arsip/ktp.pdf", location: "Map 3", signedBy: ["adminPIC"] }] }
        """

    @Test func everythingIsReadAndKept() throws {
        let (form, faults) = read(Self.whole)
        #expect(faults == [])
        let read = try #require(form)
        #expect(read.opd == "Dinas Kesehatan" && read.channel == .email && read.hosting == .ownServer)
        #expect(read.target == ["192.0.2.10", "2001:db8::10"] && read.mail == .host("mx.example.net"))
        #expect(read.attachments.count == 2 && read.attachments[1].signedBy == [.adminPIC])
        #expect(FormField.allCases.filter { !read.has($0) } == [])
        // From the register it comes back the same.
        #expect(RequestForm(json: read.json) == read)
        let octets = read.json.canonical
        #expect(JSONValue(octets: octets).flatMap(RequestForm.init(json:)) == read)
    }

    @Test func whatIsBlankIsNotGiven() throws {
        let form = try #require(read(#"{ opd: " ", name: null, capacityGB: "", adminPIC: {} }"#).form)
        #expect(form == RequestForm())
    }

    @Test(arguments: [
        ("{", "1:1 FORM_SYNTAX "),
        ("[]", "1:1 FORM_VALUE "),
        ("7", "1:1 FORM_TYPE "),
        ("{ nama: 1 }", "1:3 FORM_UNKNOWN_KEY nama"),
        ("{ name: 'a', label: 'b' }", "1:14 FORM_DUPLICATE_KEY label"),
        ("{ opd: 'A',\n  opd: 'B' }", "2:3 FORM_DUPLICATE_KEY opd"),
        ("{ opd: ['A', 'B'] }", "1:8 SEVERAL_AGENCIES opd"),
        ("[{ opd: 'A' }, { opd: 'B' }]", "1:1 SEVERAL_AGENCIES "),
        ("[{ opd: 'A' }, { opd: 'a' }]", "1:1 FORM_VALUE "),
        ("{ name: 7 }", "1:9 FORM_TYPE name"),
        ("{ kind: 'newest' }", "1:9 FORM_VALUE kind"),
        ("{ letterDate: '2026-02-30' }", "1:15 FORM_VALUE letterDate"),
        ("{ capacityGB: -1 }", "1:15 FORM_VALUE capacityGB"),
        ("{ capacityGB: '5 TB' }", "1:15 FORM_VALUE capacityGB"),
        ("{ capacityGB: 99999999999999999999 }", "1:15 FORM_VALUE capacityGB"),
        ("{ opd: 'a\\u202Eb' }", "1:8 FORM_VALUE opd"),
        ("{ opd: 'a\\nb' }", "1:8 FORM_VALUE opd"),
        ("{ opd: '\(String(repeating: "x", count: 301))' }", "1:8 FORM_VALUE opd"),
        ("{ adminPIC: { name: 'A', email: 'a@b\\r\\nBcc: c@d' } }", "1:33 FORM_VALUE adminPIC.email"),
        ("{ adminPIC: { name: 'A', email: 'satu dua@example.net' } }", "1:33 FORM_VALUE adminPIC.email"),
        ("{ adminPIC: 'Sari s@example.go.id' }", "1:13 FORM_VALUE adminPIC.name"),
        ("{ adminPIC: { name: 'Sari Contoh s@example.go.id' } }", "1:21 FORM_VALUE adminPIC.name"),
        ("{ adminPIC: { name: 'A', phone: '0800 a@example.go.id' } }", "1:33 FORM_VALUE adminPIC.phone"),
        ("{ adminPIC: { phone: '1' } }", "1:13 FORM_VALUE adminPIC.name"),
        ("{ attachments: [{ name: 'x' }] }", "1:17 FORM_VALUE attachments.kind"),
        ("{ attachments: [{ kind: 'x', sha256: '12' }] }", "1:38 FORM_VALUE attachments.sha256"),
        ("{ attachments: [{ kind: 'x', signedBy: ['ketua'] }] }", "1:41 FORM_VALUE attachments.signedBy"),
        ("{ ttl: 4294967296 }", "1:8 FORM_VALUE ttl"),
        ("{ cannotAccess: 'ya' }", "1:17 FORM_TYPE cannotAccess"),
    ])
    func mistakesHaveTheirPlace(text: String, fault: String) {
        let (form, faults) = read(text)
        #expect(form == nil && faults.first == fault, "\(faults)")
    }

    /// What stands there and cannot is told once, and not as missing besides.
    @Test(arguments: [
        ("{ adminPIC: { name: 'A\\u202Eb' } }", "1:21 FORM_VALUE adminPIC.name"),
        ("{ attachments: [{ kind: 'a\\u202Eb' }] }", "1:25 FORM_VALUE attachments.kind"),
        ("{ dkim: { selector: 7, record: 'v=DKIM1' } }", "1:21 FORM_TYPE dkim.selector"),
    ])
    func aFaultIsToldOnce(text: String, fault: String) {
        #expect(read(text).faults == [fault])
    }

    @Test func signaturesOfOneFormAddUp() throws {
        var form = RequestForm()
        form.attachments = [
            .init(kind: "signedForm", name: "a.pdf", signedBy: [.adminPIC]),
            .init(kind: "SignedForm", name: "b.pdf", signedBy: [.technicalPIC]),
        ]
        let found = try #require(form.attachment("signedform"))
        #expect(found.name == "b.pdf" && found.signedBy == [.adminPIC, .technicalPIC])
    }

    @Test(arguments: [
        ("info", "info@dinkes.example.go.id", nil), ("Info@DINKES.example.go.id", "info@dinkes.example.go.id", nil),
        ("a.b-c", "a.b-c@dinkes.example.go.id", nil), ("", nil, "MAILBOX_INVALID"), (".a", nil, "MAILBOX_INVALID"),
        ("a..b", nil, "MAILBOX_INVALID"), ("a b", nil, "MAILBOX_INVALID"), ("a@b@c", nil, "MAILBOX_INVALID"),
        ("x@dinkess.example.go.id", nil, "MAILBOX_FOREIGN"), ("x@gmail.com", nil, "MAILBOX_FOREIGN"),
        (String(repeating: "a", count: 65), nil, "MAILBOX_INVALID"),
    ] as [(String, String?, String?)])
    func mailboxes(text: String, address: String?, code: String?) throws {
        let name = try Name("dinkes.example.go.id")
        let (found, reason) = Mailbox.judge(text, at: name)
        #expect(found == address && reason?.code == code, "\(found ?? "-") \(reason.map { "\($0)" } ?? "-")")
        if text == "x@dinkess.example.go.id" {
            #expect(reason?.text.en.contains("x@dinkes.example.go.id meant") == true)
        }
    }
}

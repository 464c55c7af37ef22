import Foundation
import Testing

@testable import ZoneCore

/// Files in `Tests/Golden/letters` that what is written must equal. `ZONECTL_UPDATE_LETTERS=1 swift test --filter
/// Letter` writes them anew; look at the difference before it is offered.
enum GoldenLetters {
    static func expect(
        _ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Golden/letters/\(name)")
        if ProcessInfo.processInfo.environment["ZONECTL_UPDATE_LETTERS"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let wanted = try String(contentsOf: file, encoding: .utf8)
        let message = "differs from Tests/Golden/letters/\(name); ZONECTL_UPDATE_LETTERS=1 writes it anew"
        #expect(text == wanted, "\(message)", sourceLocation: sourceLocation)
    }
}

@Suite("the frame of letters")
struct LetterFrameTests {
    /// One of everything.
    static func sample(isDraft: Bool) -> LetterDocument {
        var opening = LetterDocument.Opening(
            placeAndDate: "Contoh, 24 November 2026", number: "555/12/Diskominfo/2026",
            subject: "Persetujuan nama subdomain dinkes.example.go.id untuk layanan pendaftaran pasien secara daring",
            addressee: ["Kepala Dinas Kesehatan Kabupaten Contoh", "di Contoh"])
        opening.attachments = "1 (satu) berkas"
        return LetterDocument(
            title: "Surat Persetujuan 2026/0001", isDraft: isDraft,
            blocks: [
                .letterhead([
                    "Pemerintah Kabupaten Contoh", "Dinas Komunikasi dan Informatika", "Jalan Contoh 1, Contoh",
                ]),
                .opening(opening),
                .paragraph(
                    """
                    Menindaklanjuti surat Saudara Nomor 440/1/2026 tanggal 20 November 2026, dengan ini kami sampaikan \
                    bahwa nama subdomain dinkes.example.go.id \(strong: "dapat") kami setujui dengan penjelasan \
                    sebagai berikut.
                    """),
                .numbered(
                    ["Nama mulai berlaku sejak tanggal surat ini.", "Isi menjadi tanggung jawab instansi Saudara, "]
                        + (3...10).map { LetterText("Ketentuan ke-\($0).") }),
                .section("Rincian"),
                .fields([
                    .init("Nama", "dinkes.example.go.id"), .init("Alamat yang dituju", "192.0.2.10, 2001:db8::10"),
                ]),
                .table(
                    .init(
                        ["No.", "Pemeriksaan", "Hasil"],
                        [
                            [
                                "1",
                                "Penulisan nama menurut RFC 1035 §2.3.1, huruf di depan dan tanda hubung di tengah",
                                "sesuai",
                            ],
                            ["2", "Kapasitas"],
                        ])),
                .heading(["BERITA ACARA", "NOMOR: 555/13/Diskominfo/2026"]),
                .signatures([
                    .init(above: ["Pihak Kesatu,"], name: "Sari Contoh"), .init(above: ["Pihak Kedua,", "Kepala"]),
                ]),
                .signatures([
                    .init(
                        above: ["a.n. Bupati Contoh", "Kepala Dinas Komunikasi dan Informatika,"],
                        name: "Drs. Budi Contoh",
                        below: ["Pembina Utama Muda", "NIP 19700101 199001 1 001"])
                ]),
                .copies(["Bupati Contoh (sebagai laporan)", "Sekretaris Daerah"]),
            ], footer: ["Agenda 2026/0001"])
    }

    @Test(arguments: [(true, "frame-draft"), (false, "frame")])
    func everyBlock(isDraft: Bool, name: String) throws {
        let document = Self.sample(isDraft: isDraft)
        let text = LetterTextWriter.text(document)
        let page = LetterPageWriter.page(document)
        try GoldenLetters.expect(text, equals: name + ".txt")
        try GoldenLetters.expect(page, equals: name + ".html")
        for written in [text, page] { #expect(written.contains("KONSEP") == isDraft) }
        #expect(text.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 80 && $0.last != " " })
        #expect(page.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    }

    /// Whatever stands in a form comes out as itself: no markup, no line break, no change of direction, nothing that
    /// steers a terminal.
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
        ("\"onload='x'&amp;", "&quot;onload=&#39;x&#39;&amp;amp;", "\"onload='x'&amp;"),
        ("a\u{202E}b\u{2066}c", "a&lt;U+202E&gt;b&lt;U+2066&gt;c", "a<U+202E>b<U+2066>c"),
        (
            "a\u{1B}[2Jb\u{0}c\u{7}", "a&lt;U+001B&gt;[2Jb&lt;U+0000&gt;c&lt;U+0007&gt;",
            "a<U+001B>[2Jb<U+0000>c<U+0007>"
        ),
        ("a\r\nb\u{2028}c\td", "a  b c d", "a b c d"),
        ("a\u{A0}b\u{200B}c\u{FEFF}", "a b&lt;U+200B&gt;c&lt;U+FEFF&gt;", "a b<U+200B>c<U+FEFF>"),
        ("Ny. Çiğdem Ünal", "Ny. Çiğdem Ünal", "Ny. Çiğdem Ünal"),
        ("</style></title>", "&lt;/style&gt;&lt;/title&gt;", "</style></title>"),
    ])
    func hostileTexts(text: String, page: String, lines: String) {
        let document = LetterDocument(
            title: text,
            blocks: [
                .letterhead([text]), .heading([text]), .section(text), .paragraph("\(text)\(strong: text)"),
                .numbered(["\(text)"]),
                .fields([.init(text, "\(text)")]), .table(.init([text], [[text]])),
                .opening(.init(placeAndDate: text, number: text, subject: text, addressee: [text])),
                .signatures([.init(above: [text], name: text, below: [text])]), .copies([text]),
            ], footer: [text])
        let html = LetterPageWriter.page(document)
        #expect(html.components(separatedBy: page).count - 1 >= 19)
        #expect(
            !html.contains("<script") && !html.contains("onload='")
                && html.components(separatedBy: "</style>").count == 2)
        let plain = LetterTextWriter.text(document)
        #expect(plain.components(separatedBy: lines).count - 1 >= 16, "\(plain)")
        for written in [html, plain] {
            #expect(written.unicodeScalars.allSatisfy { $0 == "\n" || Shown.isVisible($0) })
        }
    }

    @Test func linesAreBroken() {
        #expect(LetterLines.wrap("aa bb cc", 5) == ["aa bb", "cc"] && LetterLines.wrap("", 5) == [])
        #expect(LetterLines.wrap("x abcdefgh y", 4) == ["x", "abcd", "efgh", "y"])
        #expect(LetterLines.wrap("漢字漢字", 5) == ["漢字", "漢字"] && LetterLines.wrap("abc", 0) == ["a", "b", "c"])
        #expect(LetterLines.hanging("1. ", "aa bb", 5) == ["1. aa", "   bb"])
        let table = LetterDocument.Table(["a", "b"], [[String(repeating: "x", count: 200), "y"], ["1", "2", "3"]])
        #expect(LetterLines.widths(table, 20, gaps: 7) == [12, 1] && table.rows.last == ["1", "2"])
        let many = LetterDocument.Table((0..<60).map(String.init), [])
        #expect(LetterLines.widths(many, 80, gaps: 181).allSatisfy { $0 == 1 })
    }

    @Test func rowsThatAreShortOrLongFitTheHeadings() {
        #expect(
            LetterDocument.Table(["a", "b"], [["1"], ["1", "2", "3"], []]).rows == [["1", ""], ["1", "2"], ["", ""]])
        #expect(
            LetterTextWriter.text(.init(title: "", blocks: [.table(.init([], [])), .signatures([]), .copies([])])) == ""
        )
    }

    // MARK: Messages

    static func message(to: String, name: String, subject: String) throws -> [String] {
        let message = MailMessage(
            from: MailMessage.Mailbox(name: "Diskominfo, Contoh", address: "diskominfo@example.go.id"),
            to: [try #require(MailMessage.Mailbox(name: name, address: to))], subject: subject,
            date: try #require(Instant(rfc3339: "2026-11-24T09:05:07+08:00")), offset: UTCOffset("+08:00")!,
            id: "2026-0001.email-akun", domain: "example.go.id",
            document: .init(title: "", blocks: [.paragraph("Halo")]))
        return message.text.components(separatedBy: "\n")
    }

    @Test func messagesHaveHeaders() throws {
        #expect(
            try Self.message(to: "sari@dinkes.example.go.id", name: "Sari", subject: "Akun dinkes.example.go.id") == [
                "Date: Tue, 24 Nov 2026 09:05:07 +0800", "From: \"Diskominfo, Contoh\" <diskominfo@example.go.id>",
                "To: Sari <sari@dinkes.example.go.id>", "Subject: Akun dinkes.example.go.id",
                "Message-ID: <2026-0001.email-akun@example.go.id>", "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "Content-Language: id",
                "",
                "Halo", "",
            ])
    }

    @Test(arguments: [
        ("Sari\nBcc: x@example.net", "x", "To: \"Sari Bcc: x@example.net\" <a@example.go.id>", "Subject: x"),
        ("A \"B\" \\", "a\r\nBcc: y", "To: \"A \\\"B\\\" \\\\\" <a@example.go.id>", "Subject: a Bcc: y"),
        (
            "Çiğdem", "Surel – akun", "To: =?utf-8?B?w4dpxJ9kZW0=?= <a@example.go.id>",
            "Subject: =?utf-8?B?U3VyZWwg4oCTIGFrdW4=?="
        ),
    ])
    func headersHoldWhatIsPutIn(name: String, subject: String, to: String, wanted: String) throws {
        let lines = try Self.message(to: "a@example.go.id", name: name, subject: subject)
        #expect(lines.contains(to) && lines.contains(wanted) && lines.count == 12, "\(lines)")
    }

    @Test func longHeadersAreFolded() throws {
        let lines = try Self.message(
            to: "a@example.go.id", name: "A", subject: (1...30).map { "kata\($0)" }.joined(separator: " "))
        #expect(lines.allSatisfy { $0.utf8.count <= 78 } && lines.contains { $0.hasPrefix(" kata") })
    }

    @Test(arguments: ["", "a", "a@", "@b", "a@b@c", "a b@c", "a@b\n", "a@b>", "<a@b", "a..b@c", "é@c", "a@[192.0.2.1]"])
    func addressesThatAreNone(text: String) { #expect(MailMessage.Mailbox(name: "", address: text) == nil) }
}

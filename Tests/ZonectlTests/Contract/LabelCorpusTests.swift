import Testing

/// What applicants type, each with its code.
@Suite struct LabelCorpusTests {
    @Test(arguments: [
        "dinkes", "DinKes", "dinkes.purbalinggakab.go.id", "dinkes.purbalinggakab.go.id.",
    ])
    func taken(typed: String) throws {
        let office = try Office()
        try office.add(typed)
        #expect(try office.activeNames() == ["dinkes.purbalinggakab.go.id."])
    }

    @Test(arguments: ["a--b", "abc--d", "covid19", "rsud-goeteng", "x", String(repeating: "a", count: 63)])
    func goodLabels(typed: String) throws {
        let office = try Office()
        try office.add(typed)
        #expect(try office.activeNames() == ["\(typed).purbalinggakab.go.id."])
    }

    @Test(
        arguments: [
            ("https://dinkes.purbalinggakab.go.id/", "TYPED_URL", "dinkes"),
            ("http://dinkes.purbalinggakab.go.id", "TYPED_URL", "dinkes"),
            ("dinas kesehatan", "INVALID_LABEL", "dinaskesehatan"),
            ("dinas_kesehatan", "INVALID_LABEL", "dinas-kesehatan"),
            ("dinas\u{2013}kesehatan", "NON_ASCII", "U+2013"),
            ("dinas\u{A0}kesehatan", "NON_ASCII", "U+00A0"),
            ("dinas\u{200B}kesehatan", "NON_ASCII", "U+200B"),
            ("\u{201C}dinkes\u{201D}", "NON_ASCII", "U+201C"),
            ("\u{FF44}\u{FF49}nkes", "NON_ASCII", "U+FF44"),
            ("d\u{130}nkes", "NON_ASCII", "U+0130"),
            ("dinkes@purbalinggakab.go.id", "INVALID_LABEL", "@"),
            ("-a", "INVALID_LABEL", "-a"), ("a-", "INVALID_LABEL", "a-"), ("ab--c", "INVALID_LABEL", "ab--c"),
            ("1desa", "INVALID_LABEL", "1desa"), ("112", "INVALID_LABEL", "112"),
            (String(repeating: "a", count: 64), "INVALID_LABEL", "63"),
            ("a..b", "INVALID_LABEL", "a..b"), ("", "INVALID_LABEL", ""), (".", "INVALID_LABEL", "."),
            ("*.dinkes", "INVALID_LABEL", "*"), ("*", "INVALID_LABEL", "*"), ("_dmarc", "INVALID_LABEL", "_dmarc"),
            ("xn--bcher-kva", "INVALID_LABEL", "xn--"),
            ("dinkes.tulungagung.go.id.", "OUT_OF_ZONE", "tulungagung"),
            ("dinkes.tulungagung.go.id", "OUT_OF_ZONE", "tulungagung"),
            ("dinkes\n", "INVALID_LABEL", ""), ("dinkes\r\n", "INVALID_LABEL", ""),
            ("din\u{7F}kes", "INVALID_LABEL", ""),
            (#"din\kes"#, "INVALID_LABEL", ""), ("dinkes;", "INVALID_LABEL", ""), ("dinkes\"", "INVALID_LABEL", ""),
        ] as [(String, String, String)])
    func refused(typed: String, code: String, mentions: String) throws {
        let office = try Office()
        let output = try office.refusesAdd(typed, code)
        #expect(mentions.isEmpty || output.errorText.contains(mentions), "\(output)")
        // Nothing of what was typed may move a terminal's cursor.
        #expect(!output.err.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }, "\(output)")
    }

    /// `www.` in front means the name with its companion.
    @Test func wwwInFrontIsACompanion() throws {
        let office = try Office()
        let output = try office.add("www.dinkes")
        #expect(output.text.contains("www.dinkes.purbalinggakab.go.id. 3600 IN CNAME dinkes."), "\(output)")
        #expect(try office.activeNames() == ["dinkes.purbalinggakab.go.id."])
        try office.refusesAdd("www.dinkes", "DUPLICATE")
    }

    @Test func digitFirstBySetting() throws {
        let office = try Office()
        try office.set("hostnameSyntax", #""rfc1123""#)
        try office.add("1desa")
        try office.refusesAdd("112", "INVALID_LABEL")
    }

    @Test func twoLabelsNeedTheDepthAndTheSameOPD() throws {
        let office = try Office()
        try office.add("bkd", opd: "BKD")
        try office.refuses(
            ["add", "sipo.bkd", "--opd", "BKD", "--letter", "1", "--address", "192.0.2.1"], codes: [])
        try office.set("labelDepth", "2")
        try office.refuses(
            ["add", "sipo.bkd", "--opd", "Dinas Sosial", "--letter", "1", "--address", "192.0.2.1"],
            codes: ["NOT_OWNER"])
        try office.add("sipo.bkd", opd: "BKD")
        #expect(try office.activeNames().contains("sipo.bkd.purbalinggakab.go.id."))
    }

    @Test(arguments: [("dinkes", "dinkess"), ("dinkes", "d1nkes"), ("dinaskesehatan", "dinas-kesehatan")])
    func nearNamesWarn(first: String, second: String) throws {
        let office = try Office()
        try office.add(first)
        let output = try office.add(second, opd: "Dinas Sosial")
        #expect(output.errorText.contains("SIMILAR") && output.errorText.contains(first), "\(output)")
    }

    @Test func localeChangesNothing() throws {
        let office = try Office()
        let output = try office.zonectl(
            ["add", "INFO", "--opd", "A", "--letter", "1", "--address", "192.0.2.1"],
            environment: ["LC_ALL": "tr_TR.UTF-8"])
        #expect(output.status == 0, "\(output)")
        #expect(try office.activeNames() == ["info.purbalinggakab.go.id."])
    }
}

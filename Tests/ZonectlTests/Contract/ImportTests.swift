import Foundation
import Testing

/// `import ZONE FILE`: adopted byte for byte, after proof that nothing is lost.
@Suite struct ImportTests {
    /// A zone file as an office may have kept it for years: directives, units, blanks, escapes, generic data.
    static let old = """
        ; kept by hand since 2009
        $ORIGIN example.go.id.
        $TTL 1h
        @\tIN SOA ns1.example.go.id. hostmaster.example.go.id. (
        \t\t2019010105 ; serial
        \t\t3h 1h 2w 1h )
        \tNS ns1
          IN NS ns2.example.net.
        @ 2h MX 10 mail ; post
        ns1 A 192.0.2.53
        mail IN 600 A 192.0.2.25
             600 IN AAAA 2001:DB8::25
        www CNAME @
        @ A 192.0.2.80
        *.wifi A 192.0.2.90
        teks TXT "v=DMARC1; p=none" "a\\"b" plain \\065
        _sip._tcp SRV 10 20 5060 mail
        @ CAA 0 issue "letsencrypt.org"
        $ORIGIN cabang.example.go.id.
        @ NS ns.cabang.example.go.id.
        ns A 192.0.2.77
        $ORIGIN example.go.id.
        @ DS 12345 13 2 0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF
        lama DNAME arsip.example.net.
        balik PTR www
        aneh TYPE65280 \\# 4 0A000001
        a\\.b TXT "dot in a label"
        HURUF.Besar A 192.0.2.92

        """.replacingOccurrences(of: "\n@ DS ", with: "\ncabang DS ")

    private func office(_ text: String) throws -> (Office, String) {
        let office = try Office(empty: "example.go.id")
        let file = office.directory.path("old.zone")
        try writeFile(file, text)
        return (office, file)
    }

    @Test func keptByteForByteAndEveryRRset() throws {
        let (office, file) = try office(Self.old)
        try office.succeeds("import", "example.go.id", file)
        #expect(try readText(office.staticFile) == Self.old)
        try office.render()
        #expect(try recordsByBIND(office.zoneFile, zone: office.zone) == recordsByBIND(file, zone: office.zone))
        let serial = try office.serial()
        #expect(serial == 2_019_010_105 || isLater(serial, than: 2_019_010_105))
        let output = try Tool.namedCheckzone("-i", "local", office.zone, office.zoneFile)
        #expect(output.status == 0, "\(output)")
        // From then on names can be added and the old ones are taken.
        try office.add("dinkes")
        try office.refusesAdd("aneh", "DUPLICATE")
        try office.render()
        let server = try NameServer(zones: [office.zone: office.zoneFile])
        #expect(try server.ask("dinkes.example.go.id", "A").data == ["192.0.2.10"])
        #expect(try server.ask("mail.example.go.id", "AAAA").data == ["2001:db8::25"])
        #expect(try server.ask("x.wifi.example.go.id", "A").data == ["192.0.2.90"])
    }

    /// What only the wording keeps named from reading is rendered in words that it knows.
    @Test func wordsThatNamedDoesNotKnow() throws {
        let (office, file) = try office(Self.old + "x IN CLA y\nx IN HTTPS 1 . ohttp\n")
        #expect(try Tool.namedCheckzone("example.go.id", file).status != 0)
        try office.succeeds("import", "example.go.id", file)
        #expect(try Tool.namedCheckzone("-i", "local", office.zone, office.zoneFile).status == 0)
    }

    @Test func crlfIsKept() throws {
        let (office, file) = try office(Self.old.replacingOccurrences(of: "\n", with: "\r\n"))
        try office.succeeds("import", "example.go.id", file)
        #expect(try readFile(office.staticFile) == readFile(file))
        #expect(try recordsByBIND(office.zoneFile, zone: office.zone) == recordsByBIND(file, zone: office.zone))
    }

    @Test(arguments: [
        "x IN A 192.0.2.999", "x IN BOGUS y", "x IN A 192.0.2.1 extra", "www IN TXT \"beside a CNAME\"",
        "a.example.org. IN A 192.0.2.1", "x IN TXT \"open", "x IN NSEC b.", #"x IN CAA 0 "issue" "x""#,
        "x IN NSEC3 1 0 1 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A",
    ])
    func whatCannotBeKeptIsListedAndNothingWritten(line: String) throws {
        let (office, file) = try office(Self.old + line + "\n")
        let number = Self.old.split(separator: "\n", omittingEmptySubsequences: false).count
        let output = try office.zonectl("import", "example.go.id", file)
        #expect(output.status == 1, "\(output)")
        // A CNAME is reported where it stands, with the line of what stands beside it.
        let place = line.hasPrefix("www") ? 13 : number
        #expect(output.errorText.contains("old.zone:\(place):"), "\(output)")
        #expect(!fileExists(office.path("register.jsonl")) && !fileExists(office.staticFile))
        #expect(!fileExists(office.zoneFile))
    }

    @Test func zoneThatExistsOrNoFile() throws {
        let office = try Office()
        let file = office.directory.path("old.zone")
        try writeFile(file, Self.old)
        let before = try snapshot(office.root)
        #expect(try office.zonectl("import", office.zone, file).status != 0)
        #expect(try snapshot(office.root) == before)
        #expect(try office.zonectl("import", "example.go.id", "/nonexistent/zone").status == 4)
        #expect(try snapshot(office.root) == before)
    }
}

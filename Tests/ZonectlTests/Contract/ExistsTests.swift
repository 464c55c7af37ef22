import Testing

/// A name that exists is refused, and the message says why it exists and who holds it.
@Suite struct ExistsTests {
    /// An office whose zone has every way for a name to exist.
    private func office() throws -> Office {
        let office = try Office()
        try office.addStatic(
            """
            portal          IN A     192.0.2.70
            host.gedung-a   IN A     192.0.2.71
            cabang          IN NS    ns.example.net.
            lama            IN DNAME arsip.example.net.
            *.wifi          IN A     192.0.2.72
            """)
        try office.add("dinkes", ["--address", "192.0.2.10", "--www"])
        try office.add("dindik", ["--delegate", "ns1.example.net", "ns2.example.net"], opd: "Dinas Pendidikan")
        try office.add("bkd", ["--cname", "server.example.net"], opd: "BKD")
        return office
    }

    @Test(arguments: [
        "dinkes", "DINKES", "DinKes", "dinkes.purbalinggakab.go.id", "dinkes.purbalinggakab.go.id.",
        "DINKES.PURBALINGGAKAB.GO.ID.",
    ])
    func managedNameInAnySpelling(name: String) throws {
        let office = try office()
        let output = try office.refusesAdd(name, "DUPLICATE")
        #expect(output.errorText.contains("Dinas Kesehatan"), "\(output)")
        #expect(output.errorText.contains("2026/0001"), "\(output)")
        #expect(output.errorText.contains("2026-11-20"), "\(output)")
    }

    @Test func anyType() throws {
        let office = try office()
        try office.refusesAdd("dinkes", "DUPLICATE", target: ["--cname", "x.example.net"])
        try office.refusesAdd("bkd", "DUPLICATE")
        try office.refusesAdd("dindik", "DUPLICATE", target: ["--url", "https://x.example.net/"])
        try office.refusesAdd("dinkes", "DUPLICATE", target: ["--delegate", "ns1.example.net"])
    }

    @Test func staticRecord() throws {
        let output = try office().refusesAdd("portal", "DUPLICATE")
        #expect(output.errorText.contains("static"), "\(output)")
    }

    @Test func emptyNonTerminal() throws {
        let output = try office().refusesAdd("gedung-a", "DUPLICATE")
        #expect(output.errorText.contains("host.gedung-a.purbalinggakab.go.id"), "\(output)")
    }

    @Test func atAndBelowADelegation() throws {
        let office = try office()
        try office.set("labelDepth", "2")
        let below = try office.refusesAdd("smp1.dindik", "DUPLICATE", opd: "Dinas Pendidikan")
        #expect(below.errorText.contains("dindik.purbalinggakab.go.id"), "\(below)")
        try office.refusesAdd("cabang", "DUPLICATE")
        try office.refusesAdd("a.cabang", "DUPLICATE")
    }

    @Test func belowADNAME() throws {
        let office = try office()
        try office.set("labelDepth", "2")
        let output = try office.refusesAdd("a.lama", "DUPLICATE")
        #expect(output.errorText.contains("DNAME"), "\(output)")
        try office.refusesAdd("lama", "DUPLICATE")
    }

    @Test func coveredByAWildcard() throws {
        let office = try office()
        try office.set("labelDepth", "2")
        let output = try office.refusesAdd("tamu.wifi", "DUPLICATE")
        #expect(output.errorText.contains("*.wifi"), "\(output)")
    }

    @Test(arguments: ["www", "mail", "ns1", "localhost", "admin", "WebMail", "mx9", "go", "kab", "wpad", "cpanel"])
    func reservedLabel(name: String) throws {
        try office().refusesAdd(name, "RESERVED")
    }

    @Test func reservedBySetting() throws {
        let office = try office()
        try office.set("reservedLabels", #"["bupati", "setda"]"#)
        try office.refusesAdd("bupati", "RESERVED")
        try office.add("camat", opd: "Setda")
    }

    @Test func quarantined() throws {
        let office = try office()
        try office.succeeds("remove", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/9/2026")
        let output = try office.refusesAdd("dinkes", "QUARANTINED")
        #expect(output.errorText.contains("Dinas Kesehatan"), "\(output)")
        // 90 days by default, counted in the office's time zone.
        #expect(output.errorText.contains("2027-02-18"), "\(output)")
        office.clock = "2027-02-20T03:00:00Z"
        try office.add("dinkes", opd: "Dinas Sosial")
    }

    /// The companion `www.` is its name's too.
    @Test func companion() throws {
        let office = try office()
        try office.set("labelDepth", "2")
        try office.refuses(
            ["add", "www.dinkes", "--opd", "Dinas Kesehatan", "--letter", "1", "--address", "192.0.2.1"], codes: [])
    }

    @Test func alternativesAreOfferedAndFree() throws {
        let office = try office()
        let output = try office.refusesAdd("dinkes", "DUPLICATE")
        // Whatever label is offered, adding it works.
        let offered = output.errorText.matches(of: #/[a-z][a-z0-9-]*[a-z0-9]/#).map { String($0.0) }
            .filter { $0.hasPrefix("dinkes") && $0 != "dinkes" }
        #expect(!offered.isEmpty, "no alternative in \(output)")
        for name in Set(offered) { try office.add(name, opd: "Dinas Sosial") }
    }

    @Test func changeAndRemoveByAnotherOPD() throws {
        let office = try office()
        try office.refuses(
            ["change", "dinkes", "--opd", "Dinas Sosial", "--letter", "2", "--address", "192.0.2.9"],
            codes: ["NOT_OWNER"])
        try office.refuses(["remove", "dinkes", "--opd", "Dinas Sosial", "--letter", "2"], codes: ["NOT_OWNER"])
        try office.refuses(
            ["change", "tidakada", "--opd", "Dinas Sosial", "--letter", "2", "--address", "192.0.2.9"],
            codes: ["NAME_NOT_FOUND"])
        try office.refuses(
            ["remove", "tidakada", "--opd", "Dinas Sosial", "--letter", "2"], codes: ["NAME_NOT_FOUND"])
    }
}

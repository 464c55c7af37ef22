import Foundation
import Testing

/// `dangling`: what it flags, and what it is told of the world outside.
@Suite struct DanglingTests {
    private func codes(_ output: Outcome) -> [String] {
        output.lines.map { line in line.split(separator: ":").first.map(String.init) ?? "" }
    }

    @Test func addressesOutsideTheOfficesNetworks() throws {
        let office = try Office()
        try office.add("dinkes")
        try office.add("dinsos", ["--address", "198.51.100.7", "2001:db8::7"], opd: "Dinas Sosial")
        #expect(try office.succeeds("dangling").errorText.contains("allowedNetworks"))
        try office.set("allowedNetworks", #"["192.0.2.0/24", "2001:db8::/32"]"#)
        let output = try office.zonectl("dangling")
        #expect(output.status == 1)
        #expect(codes(output) == ["OUTSIDE_NETWORKS dinsos.\(office.zone) A"], "\(output)")
        #expect(output.text.contains("Dinas Sosial, request 2026/0002"))
    }

    @Test(arguments: [
        // dig +noall +answer
        """
        web.example.net. 300 IN CNAME situs.herokuapp.com.
        situs.herokuapp.com. 60 IN A 203.0.113.9
        mx.example.net. 300 IN A 203.0.113.5
        """,
        // host
        """
        web.example.net is an alias for situs.herokuapp.com.
        situs.herokuapp.com has address 203.0.113.9
        situs.herokuapp.com has no AAAA record
        mx.example.net has IPv6 address 2001:db8::5
        """,
        // dig with its comments
        """
        ; <<>> DiG 9.18 <<>> web.example.net
        ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1
        ;; QUESTION SECTION:
        ;web.example.net. IN A

        ;; ANSWER SECTION:
        web.example.net. 300 IN CNAME situs.herokuapp.com.
        situs.herokuapp.com. 60 IN A 203.0.113.9
        mx.example.net 203.0.113.5 2001:db8::5
        """,
    ]) func aliasesOfOutsideHostsAreFollowed(file: String) throws {
        let office = try Office()
        try office.add("dinkes", ["--cname", "web.example.net."])
        try office.add("surat", ["--address", "192.0.2.9", "--mail", "mx.example.net."], letter: "440/2/2026")
        let path = office.directory.path("resolved")
        try writeFile(path, file)
        #expect(try office.zonectl("dangling").status == 0)
        let output = try office.zonectl("dangling", "--resolved", path)
        #expect(output.status == 1)
        #expect(codes(output) == ["CLAIMABLE dinkes.\(office.zone) CNAME"], "\(output)")
        #expect(output.text.contains("Heroku"))
    }

    @Test func hostsThatDoNotResolve() throws {
        let office = try Office()
        let hosts = ["satu", "dua", "tiga", "empat", "lima"]
        for (index, host) in hosts.enumerated() {
            try office.add("n\(index)", ["--cname", "\(host).example.net."], letter: "\(index)/2026")
        }
        try office.add("alih", ["--url", "https://enam.example.net/x"], letter: "9/2026")
        let path = office.directory.path("resolved")
        try writeFile(
            path,
            """
            # looked up by hand
            satu.example.net NXDOMAIN
            Host dua.example.net not found: 3(NXDOMAIN)
            ;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 7
            ;tiga.example.net. IN A
            empat.example.net. 60 IN CNAME tujuan.example.org.
            enam.example.net SERVFAIL

            """)
        let output = try office.zonectl("dangling", "--resolved", path)
        #expect(
            codes(output) == [
                "NOT_RESOLVING alih.\(office.zone) URL", "NOT_RESOLVING n0.\(office.zone) CNAME",
                "NOT_RESOLVING n1.\(office.zone) CNAME", "NOT_RESOLVING n2.\(office.zone) CNAME",
                "NOT_RESOLVING n3.\(office.zone) CNAME",
            ], "\(output)")
        #expect(output.errorText.contains("lima.example.net"), "\(output)")
        let document = try office.document(["dangling", "--resolved", path], status: 1)
        let findings = try #require(document["findings"] as? [[String: Any]])
        #expect(findings.count == 5)
        #expect(findings.first?["code"] as? String == "NOT_RESOLVING")
        #expect(findings.first?["request"] as? String == "2026/0006")
        #expect(document["notLookedUp"] as? [String] == ["lima.example.net."])
    }

    @Test func aFileThatSaysNothingIsRefused() throws {
        let office = try Office()
        let path = office.directory.path("resolved")
        try writeFile(path, "web.example.net 192.0.2.1\nweb.example.net somewhere else\n")
        let output = try office.refuses(["dangling", "--resolved", path], codes: ["RESOLVED_LINE"])
        #expect(output.errorText.contains("\(path):2"), "\(output)")
        try office.refuses(["dangling", "--resolved", office.directory.path("none")], status: 4, codes: [])
    }

    @Test func aSuspendedTargetIsSaidToBeSo() throws {
        let office = try Office()
        try office.add("portal")
        try office.add("dinkes", ["--cname", "portal"], letter: "440/2/2026")
        let suspended = try office.succeeds("review", "suspend", "portal", "--reason", "abuse")
        #expect(suspended.errorText.contains("DANGLING portal.\(office.zone)"), "\(suspended)")
        let output = try office.zonectl("dangling")
        #expect(codes(output) == ["DANGLING_TARGET dinkes.\(office.zone) CNAME"], "\(output)")
        #expect(output.text.contains("is suspended since 2026-11-20"))
    }
}

import Foundation
import Testing

/// What all offices need, row by row.
@Suite("Common needs") struct CommonTests {
    @Test(
        "CMN-01 the zone file is valid for BIND, NSD and Knot",
        arguments: ["PBG", "TLG", "BLG", "SBD", "KTR"])
    func validZoneFile(procedure: String) throws {
        let office = try ProcedureOffice(procedure).office
        try expectPeersAccept(office.zoneFile, zone: office.zone)
        try office.add("dinkes", ["--address", "192.0.2.10", "2001:db8::10", "--www", "--mail"])
        try office.add("ppid", ["--url", "https://www.example.net/ppid"], letter: "1/2026")
        try office.add("arsip", ["--cname", "arsip.example.net"], letter: "2/2026")
        try office.add("jdih", ["--hosting", "1"], letter: "3/2026")
        try office.add("dindik", ["--delegate", "ns1.dindik.\(office.zone)=192.0.2.60"], letter: "4/2026")
        try office.render()
        try expectPeersAccept(office.zoneFile, zone: office.zone)
    }

    @Test("CMN-02 the serial grows only when something changed")
    func serialOnlyOnChange() throws {
        let office = try Office()
        try office.add("dinkes")
        #expect(try office.zonectl("render", "--check").status == 5)
        try office.render()
        let first = try (readFile(office.zoneFile), office.serial())
        try office.render()
        #expect(try readFile(office.zoneFile) == first.0)
        #expect(try office.zonectl("render", "--check").status == 0)
        try office.succeeds(
            "change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "2/2026", "--address", "192.0.2.11")
        #expect(try office.zonectl("render", "--check").status == 5)
        try office.render()
        let second = try (readFile(office.zoneFile), office.serial())
        #expect(isLater(second.1, than: first.1))
        try office.render()
        #expect(try readFile(office.zoneFile) == second.0)
        #expect(try office.zonectl("render", "--check").status == 0)
    }

    /// Adopts a zone with that serial and gives its first rendering's.
    private func serial(after old: UInt32) throws -> UInt32 {
        let office = try Office(empty: "example.go.id")
        let file = office.directory.path("old.zone")
        try writeFile(
            file,
            """
            $ORIGIN example.go.id.
            $TTL 3600
            @ IN SOA ns1 hostmaster \(old) 10800 3600 1209600 3600
            @ IN NS ns1
            ns1 IN A 192.0.2.53

            """)
        try office.succeeds("import", "example.go.id", file)
        return try office.serial()
    }

    @Test("CMN-03 a hundred changes a day, serials ahead of the date and the highest one give later ones of ten digits")
    func serialsAtTheEdges() throws {
        // A serial of a later day, and the highest of all.
        #expect(try serial(after: 3_000_000_000) == 3_000_000_001)
        #expect(try serial(after: 2_027_010_100) == 2_027_010_101)
        #expect(try serial(after: 4_294_967_295) == 2_026_112_001)
        let office = try Office()
        try office.add("dinkes")
        var last = try office.serial()
        for change in 1...101 {
            try office.succeeds(
                "change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "\(change)/2026", "--address",
                "192.0.2.\(change)")
            try office.render()
            let serial = try office.serial()
            #expect(serial == last + 1 && serial < 2_026_112_200)
            last = serial
        }
        #expect(last > 2_026_112_100)
    }

    @Test(
        "CMN-04 each label that breaks a rule is refused with the rule's code",
        arguments: [
            ("dinkes", nil), ("DinKes.purbalinggakab.go.id.", nil), ("a--b", nil),
            (String(repeating: "a", count: 63), nil), (String(repeating: "a", count: 64), "INVALID_LABEL"),
            ("-a", "INVALID_LABEL"), ("a-", "INVALID_LABEL"),
            ("ab--c", "INVALID_LABEL"), ("1desa", "INVALID_LABEL"), ("112", "INVALID_LABEL"), ("a..b", "INVALID_LABEL"),
            ("", "INVALID_LABEL"), (".", "INVALID_LABEL"), ("*.dinkes", "INVALID_LABEL"), ("_dmarc", "INVALID_LABEL"),
            ("dinas kesehatan", "INVALID_LABEL"), ("dinas_kesehatan", "INVALID_LABEL"),
            ("dinkes@purbalinggakab.go.id", "INVALID_LABEL"), ("dinas\u{2013}kesehatan", "NON_ASCII"),
            ("https://dinkes.purbalinggakab.go.id/", "TYPED_URL"), ("dinkes.tulungagung.go.id", "OUT_OF_ZONE"),
            ("mail", "RESERVED"),
        ] as [(String, String?)])
    func labelRules(typed: String, code: String?) throws {
        let office = try Office()
        if let code { try office.refusesAdd(typed, code) } else { try office.add(typed) }
    }

    @Test("CMN-05 check says file, line, column, severity and code, also of what named-checkzone lets pass")
    func checkInCI() throws {
        let office = try Office(empty: "example.go.id")
        let file = office.directory.path("bad.zone")
        try writeFile(
            file,
            """
            $ORIGIN example.go.id.
            $TTL 3600
            @ IN SOA ns1 hostmaster 1 10800 3600 1209600 3600
            @ IN NS ns1
            ns1 IN A 192.0.2.53
            a IN CNAME b
            b IN CNAME a
            c IN CNAME c.example.go.id
            d IN CNAME nowhere

            """)
        let passes = try Tool.namedCheckzone("-i", "local", "example.go.id", file)
        #expect(passes.status == 0, "\(passes)")
        let output = try office.zonectl("check", "--origin", "example.go.id", file)
        #expect(output.status == 1, "\(output)")
        for (line, code) in [
            (6, "CNAME_LOOP"), (8, "MISSING_FINAL_DOT"), (9, "CNAME_TARGET_MISSING"),
        ] {
            let pattern = #"bad\.zone:\#(line):[1-9][0-9]*: (error|warning) \#(code): ."#
            #expect(output.text.range(of: pattern, options: .regularExpression) != nil, "\(code) on \(line): \(output)")
        }
    }

    @Test("CMN-06 a render that is killed, or not alone, or may not write leaves a whole zone file")
    func safeForCron() throws {
        let office = try Office()
        var whole: Set<[UInt8]> = [try readFile(office.zoneFile)]
        for round in 1...10 {
            try office.add("dinas\(round)x", letter: "\(round)/2026")
            let render = try RunningCommand(office.command(["render"]))
            usleep(UInt32(round) * 2_000)
            render.send(SIGKILL)
            _ = try render.wait()
            let left = try readFile(office.zoneFile)
            try expectPeersAccept(office.zoneFile, zone: office.zone)
            try office.render()
            let after = try readFile(office.zoneFile)
            #expect(whole.contains(left) || left == after, "a part of a zone file after round \(round)")
            whole.insert(after)
        }
        // The second of two waits for the first, and ends with 4 when that does not end.
        try office.add("bkd", letter: "11/2026")
        let before = try snapshot(office.root)
        let descriptor = open(office.registerFile, O_RDWR | O_CLOEXEC)
        #expect(descriptor >= 0 && flock(descriptor, LOCK_EX) == 0)
        #expect(try office.zonectl(["render"], seconds: 90).status == 4)
        close(descriptor)
        #expect(try snapshot(office.root) == before)
        // A folder that cannot take the file.
        #expect(try office.zonectl("render", "--output", "/proc/self/fd").status == 4)
        #expect(try readFile(office.zoneFile) == before["\(office.zone)/db.\(office.zone)"]?.octets)
        try office.render()
    }

    @Test("CMN-07 audit verify finds an edited line, and says which")
    func audit() throws {
        let office = try Office()
        try office.add("dinkes")
        try office.add("bkd", letter: "2/2026")
        #expect(try office.zonectl("audit", "verify").status == 0)
        let text = try readText(office.registerFile)
        guard let at = text.range(of: "192.0.2.10") else { throw HarnessError("no address in the register") }
        let line = text[..<at.lowerBound].filter { $0 == "\n" }.count + 1
        try writeFile(office.registerFile, text.replacingCharacters(in: at, with: "192.0.2.66"))
        let output = try office.zonectl("audit", "verify")
        #expect(output.status == 1, "\(output)")
        // The hash of the line after it says so.
        let places = ["register.jsonl:\(line)", "register.jsonl:\(line + 1)", "line \(line)", "line \(line + 1)"]
        #expect(places.contains { (output.text + output.errorText).contains($0 + ":") }, "\(output)")
    }

    @Test("CMN-09 an adopted zone keeps every RRset")
    func adoption() throws {
        let office = try Office(empty: "example.go.id")
        let file = office.directory.path("old.zone")
        try writeFile(file, ImportTests.old)
        try office.succeeds("import", "example.go.id", file)
        try office.render()
        #expect(try recordsByBIND(office.zoneFile, zone: office.zone) == recordsByBIND(file, zone: office.zone))
        // What cannot be kept is told, and nothing is written.
        let bad = office.directory.path("bad.zone")
        try writeFile(bad, ImportTests.old + "x A 300.1.1.1\n")
        let other = try Office(empty: "example.go.id")
        let output = try other.zonectl("import", "example.go.id", bad)
        let line = ImportTests.old.filter { $0 == "\n" }.count + 1
        #expect(output.status == 1 && output.errorText.contains("bad.zone:\(line):"), "\(output)")
        #expect(!fileExists(other.path("")), "\(output)")
    }

    @Test("CMN-10 the zone file depends on the names alone: not on locale, time zone, language or order")
    func sameEverywhere() throws {
        let names = ["dinkes", "arsip", "ppid", "istanbul"]
        func zone(_ order: [String], _ environment: [String: String], _ language: String) throws -> [UInt8] {
            let office = try Office()
            for name in order {
                let output = try office.zonectl(
                    [
                        "--lang", language, "add", name, "--opd", "Dinas \(name)", "--letter", "\(name)/2026",
                        "--address", "192.0.2.\(10 + (names.firstIndex(of: name) ?? 0))",
                    ],
                    environment: environment)
                #expect(output.status == 0, "\(output)")
            }
            #expect(try office.zonectl(["--lang", language, "render"], environment: environment).status == 0)
            // The number of a request is told in a comment, and follows the order of asking.
            let text = try readText(office.zoneFile)
            return Array(
                text.replacingOccurrences(of: #"2026/000[0-9]"#, with: "2026/N", options: .regularExpression).utf8)
        }
        let expected = try zone(names, ["LC_ALL": "C", "TZ": "UTC"], "en")
        #expect(try zone(names.reversed(), ["LC_ALL": "C", "TZ": "UTC"], "en") == expected)
        #expect(try zone(names, ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"], "id") == expected)
        #expect(try zone(names.reversed(), ["LC_ALL": "id_ID.UTF-8", "TZ": "America/New_York"], "id") == expected)
    }
}

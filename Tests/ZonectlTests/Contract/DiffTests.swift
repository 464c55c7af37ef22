import Testing

/// `diff OLD NEW`: by record, 0 same, 1 different.
@Suite struct DiffTests {
    private let directory: TemporaryDirectory
    private let head = """
        $ORIGIN example.go.id.
        $TTL 3600
        @ IN SOA ns1 hostmaster 7 10800 3600 1209600 3600
        @ IN NS ns1
        ns1 IN A 192.0.2.53

        """

    init() throws { directory = try TemporaryDirectory() }

    private func diff(_ old: String, _ new: String, _ options: String...) throws -> Outcome {
        try writeFile(directory.path("old.zone"), old)
        try writeFile(directory.path("new.zone"), new)
        return try run(
            [zonectlPath, "diff", directory.path("old.zone"), directory.path("new.zone"), "--origin", "example.go.id"]
                + options)
    }

    @Test(arguments: [
        // order, comments, letter case, relative names, TTL units, the serial, records written twice
        ("a A 192.0.2.1\nb A 192.0.2.2", "b A 192.0.2.2 ; second\nA.Example.GO.id. 1h A 192.0.2.1"),
        ("a MX 10 b\na MX 20 c", "a MX 20 C\na MX 10 b.example.go.id."),
        ("a TXT \"x\" \"y\"", "a TXT x y\na TXT x y"), ("a AAAA 2001:DB8::1", "a AAAA 2001:db8:0:0::1"),
        ("a TYPE1 \\# 4 c0000201", "a A 192.0.2.1"),
        ("a SVCB 1 B\na IPSECKEY 10 3 2 Gw AQ==", "a SVCB 1 b\na IPSECKEY 10 3 2 gw AQ=="),
    ])
    func sameRecords(old: String, new: String) throws {
        let output = try diff(
            head + old + "\n", head.replacing(" 7 10800", with: " 9 10800") + new + "\n")
        #expect(output.status == 0 && output.out.isEmpty && output.err.isEmpty, "\(output)")
    }

    @Test func oneLineARecord() throws {
        let output = try diff(
            head + "a 60 A 192.0.2.1\nb TXT x\nlonger MX 10 b\nt A 192.0.2.9\nt A 192.0.2.8",
            head + "a 60 A 192.0.2.2\nb TXT x\nlonger AAAA 2001:db8::1\nt 5 A 192.0.2.9\nt A 192.0.2.8")
        #expect(output.status == 1, "\(output)")
        #expect(
            output.text == """
                - a.example.go.id.      60   IN A    192.0.2.1
                + a.example.go.id.      60   IN A    192.0.2.2
                - longer.example.go.id. 3600 IN MX   10 b.example.go.id.
                + longer.example.go.id. 3600 IN AAAA 2001:db8::1
                - t.example.go.id.      3600 IN A    192.0.2.8
                - t.example.go.id.      3600 IN A    192.0.2.9
                + t.example.go.id.      5    IN A    192.0.2.8 ; TTL 3600 -> 5
                + t.example.go.id.      5    IN A    192.0.2.9 ; TTL 3600 -> 5

                """)
        #expect(output.errorText == "example.go.id.: 2 records removed, 2 added, 2 with another TTL\n")
        let quiet = try diff(head + "a A 192.0.2.1", head, "-q")
        #expect(quiet.text == "- a.example.go.id. 3600 IN A 192.0.2.1\n" && quiet.err.isEmpty, "\(quiet)")
    }

    @Test func soaWithoutItsSerial() throws {
        let output = try diff(head, head.replacing("SOA ns1 hostmaster 7 10800", with: "SOA ns1 hostmaster 8 7200"))
        #expect(output.status == 1 && output.lines.count == 2, "\(output)")
        #expect(output.errorText.contains("serial 7 -> 8"), "\(output)")
    }

    @Test func colour() throws {
        let output = try diff(head + "a A 192.0.2.1", head + "a A 192.0.2.2", "--color", "always", "-q")
        #expect(
            output.text == "\u{1B}[31m- a.example.go.id. 3600 IN A 192.0.2.1\u{1B}[0m\n"
                + "\u{1B}[32m+ a.example.go.id. 3600 IN A 192.0.2.2\u{1B}[0m\n")
    }

    @Test func json() throws {
        let output = try diff(
            head + "a A 192.0.2.1\nt A 192.0.2.9", head + "b A 192.0.2.2\nt 5 A 192.0.2.9", "--format", "json")
        #expect(output.status == 1, "\(output)")
        let document = try output.json() as? [String: Any]
        #expect(
            document?["removed"] as? [String] == [
                "a.example.go.id.\t3600\tIN\tA\t192.0.2.1", "t.example.go.id.\t3600\tIN\tA\t192.0.2.9",
            ])
        #expect(
            document?["added"] as? [String] == [
                "b.example.go.id.\t3600\tIN\tA\t192.0.2.2", "t.example.go.id.\t5\tIN\tA\t192.0.2.9",
            ])
        let changed = document?["ttlChanged"] as? [[String: Any]]
        #expect(changed?.count == 1 && changed?.first?["old"] as? Int == 3600 && changed?.first?["new"] as? Int == 5)
        let same = try diff(head, head, "--format", "json")
        #expect(same.status == 0)
        #expect((try same.json() as? [String: Any])?["added"] as? [String] == [])
    }

    @Test func whatIsNoZoneIsNotCompared() throws {
        #expect(try diff(head, head + "a A bad\n").status == 4)
        #expect(try run([zonectlPath, "diff", directory.path("old.zone"), "/nonexistent"]).status == 4)
        #expect(try run([zonectlPath, "diff", "-", "-"]).status == 2)
        let output = try run(
            [zonectlPath, "diff", "-", directory.path("old.zone"), "--origin", "example.go.id"], input: head)
        #expect(output.status == 0, "\(output)")
    }

    /// Many names on both sides: they come in canonical order, whichever way they are sorted.
    @Test(arguments: [100, 12_000])
    func canonicalOrder(count: Int) throws {
        func zone(_ numbers: [Int], _ address: String) -> String {
            head + numbers.map { "h\($0).d\($0 % 7) A \(address)\n" }.joined()
        }
        var numbers = Array(0..<count)
        var state = 7
        for index in numbers.indices {
            state = (state &* 75 &+ 74) % 65_537
            numbers.swapAt(index, state % count)
        }
        let old = zone(numbers.filter { $0 % 3 != 0 }, "192.0.2.1")
        let new = zone(numbers.filter { $0 % 3 != 1 }.reversed(), "192.0.2.2")
        let output = try diff(old, new, "-q", "--format", "json")
        let document = try output.json() as? [String: Any]
        for (key, text) in [("removed", old), ("added", new)] {
            try writeFile(directory.path("one.zone"), text)
            let compiled = try run([zonectlPath, "compile", "--origin", "example.go.id", directory.path("one.zone")])
            #expect(document?[key] as? [String] == compiled.lines.filter { $0.hasPrefix("h") })
        }
    }
}

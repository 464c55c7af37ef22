import Testing

/// Several admins and cron at once.
@Suite struct ParallelTests {
    @Test func hundredsOfAddsAtOnce() throws {
        let office = try Office()
        let names = (0..<100).map { "nama\($0)" }
        // Three agencies want each name, with everything started before anything is waited for.
        var running: [(name: String, opd: String, command: RunningCommand)] = []
        for opd in ["Dinas A", "Dinas B", "Dinas C"] {
            for name in names {
                let arguments = ["add", name, "--opd", opd, "--letter", "1/\(name)", "--address", "192.0.2.10"]
                running.append((name, opd, try RunningCommand(office.command(arguments))))
            }
        }
        var winners: [String: [String]] = [:]
        for (name, opd, command) in running {
            let output = try command.wait(seconds: 120)
            #expect(output.status == 0 || output.status == 1, "\(output)")
            if output.status == 0 { winners[name, default: []].append(opd) }
            if output.status == 1 { #expect(output.errorText.contains("DUPLICATE "), "\(output)") }
        }
        for name in names { #expect(winners[name]?.count == 1, "\(name): \(winners[name] ?? [])") }
        let rows = try office.list()
        #expect(rows.count == names.count)
        for row in rows {
            let label = (row["name"] as? String ?? "").split(separator: ".").first.map(String.init) ?? ""
            #expect(row["opd"] as? String == winners[label]?.first, "\(row)")
        }
        #expect(try requestIDs(office) == Array(1...names.count))
        try office.succeeds("audit", "verify")
        try office.render()
        try expectPeersAccept(office.zoneFile, zone: office.zone)
    }

    @Test func rendersAndAddsAtOnce() throws {
        let office = try Office()
        let before = try office.serial()
        var running: [RunningCommand] = []
        for index in 0..<40 {
            running.append(
                try RunningCommand(
                    office.command(["add", "n\(index)", "--opd", "A", "--letter", "1", "--address", "192.0.2.1"])))
            running.append(try RunningCommand(office.command(["render"])))
        }
        for command in running {
            let output = try command.wait(seconds: 120)
            #expect(output.status == 0, "\(output)")
        }
        try office.render()
        #expect(
            try recordsByBIND(office.zoneFile, zone: office.zone).filter {
                $0.hasPrefix("n") && $0.hasSuffix(" 192.0.2.1")
            }.count == 40)
        #expect(isLater(try office.serial(), than: before))
        try office.succeeds("audit", "verify")
        // No serial was used for two contents.
        var digests: [Int: Set<String>] = [:]
        for event in try office.events() where event["event"] as? String == "rendered" {
            let details = event["details"] as? [String: Any] ?? event
            guard let serial = details["serial"] as? Int, let digest = details["digest"] as? String else {
                Issue.record("rendered event without serial and digest: \(event)")
                continue
            }
            digests[serial, default: []].insert(digest)
        }
        #expect(digests.count >= 2 && digests.values.allSatisfy { $0.count == 1 }, "\(digests)")
    }

    @Test func twoRendersAtOnce() throws {
        let office = try Office()
        try office.add("dinkes")
        let running = try (0..<8).map { _ in try RunningCommand(office.command(["render"])) }
        for command in running {
            let output = try command.wait()
            #expect(output.status == 0, "\(output)")
        }
        #expect(try office.serial() == 2_026_112_002)
        #expect(try office.events().filter { $0["event"] as? String == "rendered" }.count == 2)
    }
}

import Foundation
import Testing

/// SOA serials: always later by RFC 1982, whatever the file, the clock or the policy did before.
@Suite struct SerialTests {
    /// The serial that an imported zone with `serial` gets.
    private func next(after serial: UInt32, clock: String = "2026-11-20T03:00:00Z") throws -> UInt32 {
        let office = try Office(empty: "example.go.id")
        office.clock = clock
        let file = office.directory.path("old.zone")
        try writeFile(
            file,
            """
            $ORIGIN example.go.id.
            $TTL 3600
            @ IN SOA ns1 hostmaster \(serial) 10800 3600 1209600 3600
            @ IN NS ns1
            ns1 IN A 192.0.2.53

            """)
        try office.succeeds("import", "example.go.id", file)
        return try office.serial()
    }

    @Test(
        arguments: [
            (0, 2_026_112_001), (2_026_111_907, 2_026_112_001), (2_026_112_001, 2_026_112_002),
            (2_026_112_099, 2_026_112_100), (2_026_112_100, 2_026_112_101), (3_000_000_000, 3_000_000_001),
            (4_173_595_649, 4_173_595_650), (4_173_595_650, 2_026_112_001), (4_294_967_295, 2_026_112_001),
        ] as [(UInt32, UInt32)])
    func datePolicy(old: UInt32, expected: UInt32) throws {
        #expect(try next(after: old) == expected)
    }

    /// A rendered zone whose serial was raised by hand to `raised`, one after the other.
    private func next(afterRaising raised: [UInt32], policy: String) throws -> UInt32 {
        let office = try Office()
        try office.set("serial", "\"\(policy)\"")
        for (index, serial) in raised.enumerated() {
            let text = try readText(office.zoneFile)
                .replacingOccurrences(of: "\(try office.serial()) ;", with: "\(serial) ;")
            try writeFile(office.zoneFile, text)
            #expect(try office.serial() == serial)
            try office.add("dinas\(index)x")
            try office.render()
        }
        return try office.serial()
    }

    @Test func incrementPolicy() throws {
        #expect(try next(afterRaising: [2_026_112_007], policy: "increment") == 2_026_112_008)
        #expect(try next(afterRaising: [4_000_000_000, 4_294_967_294], policy: "increment") == 4_294_967_295)
        // 0 is left out: some servers take it for "no serial".
        #expect(try next(afterRaising: [4_000_000_000, 4_294_967_295], policy: "increment") == 1)
        #expect(try next(afterRaising: [4_000_000_000, 4_294_967_295, 7], policy: "increment") == 8)
    }

    @Test func unixtimePolicy() throws {
        // 2026-11-20T03:00:00Z is 1795143600: behind a date serial, so one more, never back; later than 4000000000.
        #expect(try next(afterRaising: [2_026_112_005], policy: "unixtime") == 2_026_112_006)
        #expect(try next(afterRaising: [4_000_000_000], policy: "unixtime") == 1_795_143_600)
    }

    @Test func dayIsTheOfficesDay() throws {
        // 18:00 UTC is past midnight at +07:00.
        #expect(try next(after: 1, clock: "2026-11-20T18:00:00Z") == 2_026_112_101)
    }

    @Test func hundredChangesADayCarry() throws {
        let office = try Office()
        var last = try office.serial()
        #expect(last == 2_026_112_001)
        for index in 0..<105 {
            try office.addStatic("h\(index) IN A 192.0.2.1")
            try office.render()
            let serial = try office.serial()
            #expect(isLater(serial, than: last))
            last = serial
        }
        #expect(last == 2_026_112_001 + 105)
    }

    @Test func clockGoingBackAndLostFile() throws {
        let office = try Office()
        try office.add("dinkes")
        try office.render()
        let last = try office.serial()
        // The clock jumps back a year.
        office.clock = "2025-01-01T03:00:00Z"
        try office.add("bkd", opd: "BKD")
        try office.render()
        let second = try office.serial()
        #expect(isLater(second, than: last))
        // The zone file is lost: the register knows the serial that was used.
        #expect(try run(["/bin/rm", office.zoneFile]).status == 0)
        try office.add("dinsos", opd: "Dinas Sosial")
        try office.render()
        #expect(isLater(try office.serial(), than: second))
        // The policy changes.
        let third = try office.serial()
        try office.set("serial", "\"unixtime\"")
        try office.add("dishub", opd: "Dinas Perhubungan")
        try office.render()
        #expect(isLater(try office.serial(), than: third))
    }

    @Test func raisedByHandIsFollowed() throws {
        let office = try Office()
        // Somebody raised the serial in the file that is served.
        let text = try readText(office.zoneFile).replacingOccurrences(of: "2026112001", with: "2030010100")
        try writeFile(office.zoneFile, text)
        try office.add("dinkes")
        try office.render()
        #expect(isLater(try office.serial(), than: 2_030_010_100))
    }

    @Test(arguments: [("1", "2", "less"), ("2", "1", "greater"), ("5", "5", "equal"), ("4294967295", "0", "less")])
    func compare(a: String, b: String, answer: String) throws {
        let office = try Office(empty: "x")
        let output = try office.zonectl("serial", "compare", a, b)
        #expect(output.text == answer + "\n", "\(output)")
    }
}

@Suite struct SerialWithoutRegistryTests {
    /// The arithmetic is for scripts anywhere.
    @Test func nextNeedsNoRegistry() throws {
        let directory = try TemporaryDirectory()
        let nowhere = [zonectlPath, "-C", directory.path("none"), "--now", "2026-11-20T03:00:00Z", "serial", "next"]
        #expect(try run(nowhere + ["2026112099"]).text == "2026112100\n")
        #expect(try run(nowhere + ["0"]).text == "2026112001\n")
        #expect(try run(nowhere + ["7", "--policy", "increment"]).text == "8\n")
        #expect(try run(nowhere).status == 4)
    }
}

import Foundation
import Testing

/// SOA serials: always later by RFC 1982, whatever the file, the clock or the policy did before.
@Suite struct SerialTests {
    /// Writes the serial into a rendered zone by importing it, changes the zone and returns the next serial.
    private func next(after serial: UInt32, policy: String, clock: String = "2026-11-20T03:00:00Z") throws -> UInt32 {
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
        try office.set("serial", "\"\(policy)\"")
        try office.add("dinkes")
        try office.render()
        return try office.serial()
    }

    @Test(
        arguments: [
            (0, 2_026_112_001), (2_026_111_907, 2_026_112_001), (2_026_112_001, 2_026_112_002),
            (2_026_112_099, 2_026_112_100), (2_026_112_100, 2_026_112_101), (3_000_000_000, 3_000_000_001),
            (4_173_595_649, 4_173_595_650), (4_173_595_650, 2_026_112_001), (4_294_967_295, 2_026_112_001),
        ] as [(UInt32, UInt32)])
    func datePolicy(old: UInt32, expected: UInt32) throws {
        #expect(try next(after: old, policy: "date") == expected)
    }

    @Test(arguments: [(0, 1), (1, 2), (4_294_967_295, 1), (4_294_967_294, 4_294_967_295)] as [(UInt32, UInt32)])
    func incrementPolicy(old: UInt32, expected: UInt32) throws {
        #expect(try next(after: old, policy: "increment") == expected)
    }

    @Test func unixtimePolicy() throws {
        // 2026-11-20T03:00:00Z
        #expect(try next(after: 1_700_000_000, policy: "unixtime") == 1_795_143_600)
        // A date serial is later than the time: one more, never back.
        #expect(try next(after: 2_026_112_005, policy: "unixtime") == 2_026_112_006)
    }

    @Test func dayIsTheOfficesDay() throws {
        // 18:00 UTC is past midnight at +07:00.
        #expect(try next(after: 1, policy: "date", clock: "2026-11-20T18:00:00Z") == 2_026_112_101)
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

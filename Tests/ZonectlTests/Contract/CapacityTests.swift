import Testing

/// Space of the shared hosting.
@Suite struct CapacityTests {
    @Test func whatIsAddedCountsForWhateverIsDecided() throws {
        let office = try Office()
        try office.refusesAdd("dinkes", "NO_CAPACITY", target: ["--hosting", "11"])
        try office.succeeds("capacity", "add", "5")
        try office.succeeds("capacity", "add", "3", "--note", "cakram")
        try office.add("dinkes", ["--hosting", "18"])
        let full = try office.document(["capacity", "show"])
        #expect(full["capacityGB"] as? Int == 18 && full["baseGB"] as? Int == 10 && full["freeGB"] as? Int == 0)
        #expect(full["percent"] as? Int == 100)
        // The settings may be edited besides.
        try office.set("hosting", #"{ addresses: ["192.0.2.53"], capacityGB: 20, warnPercent: 60 }"#)
        let more = try office.document(["capacity", "show"])
        #expect(more["capacityGB"] as? Int == 28 && more["freeGB"] as? Int == 10)
        #expect(try office.succeeds("capacity", "show").errorText.contains("CAPACITY_LOW 64%"))
        #expect(try office.succeeds("log").text.contains("+3 GB  cakram"))
        try office.succeeds("audit", "verify")
    }

    @Test func aClockThatRunsBackIsToldOf() throws {
        let office = try Office()
        try office.add("dinkes")
        office.clock = "2026-01-05T03:00:00Z"
        let output = try office.succeeds("capacity", "add", "5")
        #expect(output.errorText.contains("CLOCK_BACK"), "\(output)")
    }

    @Test(arguments: ["0", "-5", "x", "1.5", "99999999999999999999", "1000000000"]) func whatIsNoSpace(text: String)
        throws
    {
        let office = try Office()
        try office.refuses(["capacity", "add", "--", text], status: 2, codes: [])
    }
}

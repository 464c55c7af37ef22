import Foundation
import Testing

/// What `check` finds about a registry beside the records of its zones.
@Suite struct RegistryCheckTests {
    private func lines(_ office: Office, _ code: String, _ options: String...) throws -> [String] {
        try office.zonectl(["check"] + options).lines.filter { $0.contains(" \(code): ") }
    }

    @Test func aRequestWhoseRecordsVanishedFromTheFile() throws {
        let office = try Office()
        try office.add("dinkes")
        try office.add("dindik")
        try office.render()
        try office.add("dishub")
        let text = try readText(office.zoneFile)
        let kept = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("dinkes") }
        #expect(kept.count < text.split(separator: "\n", omittingEmptySubsequences: false).count)
        try writeFile(office.zoneFile, kept.joined(separator: "\n"))
        let found = try lines(office, "REQUEST_VANISHED")
        #expect(found.count == 1 && found[0].contains("dinkes") && found[0].contains("2026/0001"), "\(found)")
        #expect(try office.zonectl("check").status == 1)
        #expect(try lines(office, "RENDERED_CHANGED").count == 1)
        try office.render()
        #expect(try office.zonectl("check").status == 0)
    }

    /// Unless the zone went to another folder: then its own never had the file.
    @Test func aRenderedFileThatIsGone() throws {
        let office = try Office()
        try office.add("dinkes")
        #expect(try lines(office, "RENDERED_MISSING").isEmpty)
        try office.render()
        try FileManager.default.removeItem(atPath: office.zoneFile)
        let found = try lines(office, "RENDERED_MISSING")
        #expect(found.count == 1 && found[0].contains("/db.\(office.zone):1:1: warning"), "\(found)")
        #expect(try lines(office, "RENDERED_MISSING", "--profile", "load").isEmpty)
        try office.render()
        #expect(try lines(office, "RENDERED_MISSING").isEmpty)
        let output = office.root + "/elsewhere"
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: false)
        try office.add("dindik")
        try office.succeeds("render", "--output", output)
        try FileManager.default.removeItem(atPath: office.zoneFile)
        #expect(try lines(office, "RENDERED_MISSING").isEmpty)
    }

    @Test func whereSettingsAndTheRegisterAreFaulty() throws {
        let office = try Office()
        try office.set("hosting", "{ capacityGB: 1, defaultGB: 2 }")
        try office.set("mail", "{ host: \"nomail\" }")
        let settings = try readText(office.settingsFile).split(separator: "\n", omittingEmptySubsequences: false)
        for (code, word) in [("SETTINGS_DO_NOT_FIT", "2 }"), ("SETTINGS_VALUE", "\"nomail\"")] {
            let found = try lines(office, code)
            let line = try #require(settings.firstIndex { $0.contains(word) })
            let start = try #require(settings[line].range(of: word)?.lowerBound)
            let column = settings[line][..<start].utf8.count + 1
            #expect(found.count == 1 && found[0].contains("zone.json:\(line + 1):\(column): warning"), "\(found)")
        }
        let register = office.path("register.jsonl")
        let count = try readText(register).split(separator: "\n").count
        try writeFile(register, try readText(register) + "{\"half")
        let torn = try lines(office, "REGISTER_NOTICE")
        #expect(torn.count == 1 && torn[0].contains("register.jsonl:\(count + 1):1: notice"), "\(torn)")
    }

    @Test func aZoneWithoutStaticRecordsIsAFinding() throws {
        let office = try Office()
        try office.add("dinkes")
        try office.render()
        try FileManager.default.removeItem(atPath: office.staticFile)
        let output = try office.zonectl("check")
        #expect(output.status == 1 && output.lines.contains { $0.contains(" STATIC_MISSING: ") }, "\(output)")
    }

    /// What `request new` and `sla` would stumble over is found, each with its code, and the rest is looked at too.
    @Test(arguments: [
        ("holidays.txt", "25-12-2026 Natal", "HOLIDAYS", ":1:1", 1),
        ("holidays.txt", "# daftar\nsampah", "HOLIDAYS", ":2:1", 1),
        ("holidays.txt", "2026-12-25 Natal\n2026-12-25 Natal", "HOLIDAY_TWICE", ":2:1", 0),
        ("zone.json", "libur.txt", "HOLIDAYS_MISSING", "libur.txt", 1),
        ("procedure.json", "", "PROCEDURE_GONE", "procedure.json", 1),
        ("procedure.json", "{ id: ", "PROCEDURE_SYNTAX", "procedure.json:1", 1),
        ("procedure.json", "/", "FILE_UNREADABLE", "procedure.json", 4),
        ("holidays.txt", "/", "FILE_UNREADABLE", "holidays.txt", 4),
    ])
    func theFilesThatRequestsGoBy(file: String, content: String, code: String, place: String, status: Int32) throws {
        let office = try Office(options: ["--procedure", "purbalingga"])
        try office.render()
        #expect(try office.zonectl("check").status == 0)
        let path = office.path(file)
        switch (file, content) {
        case ("zone.json", _): try office.set("holidays", "\"\(content)\"")
        case (_, ""): try FileManager.default.removeItem(atPath: path)
        case (_, "/"):
            try? FileManager.default.removeItem(atPath: path)
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        default: try writeFile(path, content)
        }
        // One more fault, which must be found all the same.
        try office.addStatic("simpeg CNAME tiada")
        let output = try office.zonectl("check")
        #expect(output.status == max(1, status), "\(output)")
        #expect(output.lines.contains { $0.contains(" \(code): ") && $0.contains(place) }, "\(output)")
        #expect(output.lines.contains { $0.contains(" CNAME_TARGET_MISSING: ") }, "\(output)")
    }

    @Test func theRegistrysHolidaysCountForItsZones() throws {
        let office = try Office()
        try writeFile(office.root + "/holidays.txt", "besok Natal\n")
        let found = try lines(office, "HOLIDAYS")
        #expect(found.count == 1 && found[0].contains("zones/holidays.txt:1:1: error"), "\(found)")
    }

    @Test func namesWithoutARequest() throws {
        let office = try Office()
        try office.addStatic(
            "simpeg A 192.0.2.30\nmail A 192.0.2.25\n@ MX 10 post\npost A 192.0.2.26\n_x TXT y\nkantor A 192.0.2.31")
        try office.set("reservedLabels", "[\"kantor\"]")
        let found = try lines(office, "NAME_WITHOUT_REQUEST", "--profile", "strict")
        #expect(found.count == 1 && found[0].contains("simpeg"), "\(found)")
        #expect(try lines(office, "NAME_WITHOUT_REQUEST").isEmpty)
    }

    @Test func whereManagedNamesLead() throws {
        let office = try Office()
        try office.add("ppid", ["--cname", "ppid-example.github.io."])
        try office.add("dinkes", ["--address", "203.0.113.10"])
        let claimable = try lines(office, "CLAIMABLE_TARGET")
        #expect(claimable.count == 1 && claimable[0].contains("register.jsonl:3:1: notice"), "\(claimable)")
        #expect(try lines(office, "INTERNAL_TARGET").isEmpty)
        try office.add("simpeg", ["--cname", "srv1.kantor.local."])
        let hidden = try lines(office, "INTERNAL_TARGET")
        #expect(hidden.count == 1 && hidden[0].contains("srv1.kantor.local"), "\(hidden)")
        #expect(try lines(office, "ADDRESS_NOT_ALLOWED").isEmpty)
        try office.set("allowedNetworks", "[\"192.0.2.0/24\"]")
        let outside = try lines(office, "ADDRESS_NOT_ALLOWED")
        #expect(outside.count == 1 && outside[0].contains("203.0.113.10"), "\(outside)")
    }

    @Test(arguments: [
        ("ttl", "604801", "[quarantine]"), ("hosting", "{ capacityGB: 1, defaultGB: 2 }", "[hosting]"),
        ("serial", "\"unixtime\"", "[serial]"), ("ttl", "2000000", "[ttl]"),
    ])
    func settingsThatDoNotGoTogether(key: String, value: String, about: String) throws {
        let office = try Office()
        if key == "serial" { try office.render() }
        try office.set("quarantineDays", about == "[quarantine]" ? "7" : "90")
        #expect(try lines(office, "SETTINGS_DO_NOT_FIT").isEmpty)
        try office.set(key, value)
        let found = try lines(office, "SETTINGS_DO_NOT_FIT")
        #expect(found.count == 1 && found[0].contains("zone.json"), "\(found)")
        #expect(found[0].contains(about.dropFirst().dropLast()), "\(found)")
    }
}

import Foundation
import Testing

/// `-v`: what a sysadmin who looks for a fault wants to know, on standard error only.
@Suite struct VerboseTests {
    private func details(_ outcome: Outcome) -> [String] {
        outcome.errorLines.filter { $0.hasPrefix("-- ") }
    }

    @Test func saysWhatIsUsedAndChangesNoResult() throws {
        let office = try Office()
        try office.add("dinkes", ["--address", "192.0.2.10"])
        let plain = try office.succeeds(["list", "--format", "json"])
        let verbose = try office.succeeds(["-v", "list", "--format", "json"])
        #expect(verbose.out == plain.out)
        let lines = details(verbose).joined(separator: "\n")
        for part in ["registry: \(office.root) (--registry)", "folder ", "register.jsonl", "shared lock", "1 active"] {
            #expect(lines.contains(part), "\(part): \(lines)")
        }
        #expect(details(plain).isEmpty)
    }

    @Test func saysWhatIsLockedAndWritten() throws {
        let office = try Office()
        let add = ["add", "bkd", "--opd", "BKD", "--letter", "800/1/2026", "--address", "192.0.2.20"]
        let dry = details(try office.succeeds(["-v", "--dry-run"] + add)).joined(separator: "\n")
        #expect(dry.contains("exclusive lock") && dry.contains("events: 0, by"), "\(dry)")
        let done = details(try office.succeeds(["-v", "--lang", "id"] + add)).joined(separator: "\n")
        for part in ["kunci eksklusif", "zone.json", "static.zone", "peristiwa: 1, oleh"] {
            #expect(done.contains(part), "\(part): \(done)")
        }
    }

    @Test func saysHowTheSerialWasDecided() throws {
        let office = try Office(clock: "2026-11-20T03:00:00Z")
        try office.add("bkd", ["--address", "192.0.2.20"])
        let next = try office.succeeds(["-v", "serial", "next"])
        let lines = details(next).joined(separator: "\n")
        #expect(lines.contains("serial: 2026112001 -> 2026112002, policy date, clock 2026-11-20T03:00:00Z"), "\(lines)")
        #expect(lines.contains("would write: "), "\(lines)")
    }
}

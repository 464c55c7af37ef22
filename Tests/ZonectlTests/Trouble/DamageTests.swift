import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A damaged register: a torn tail is cut, lost data stops everything that writes or publishes.
@Suite struct DamageTests {
    private func office() throws -> Office {
        let office = try Office()
        try office.add("dinkes")
        try office.add("bkd", ["--cname", "server.example.net"], opd: "BKD")
        try office.render()
        try office.add("ppid", opd: "Diskominfo")
        return office
    }

    /// Nothing is written or published, and the message names the file.
    private func expectStopped(_ office: Office, location: SourceLocation = #_sourceLocation) throws {
        let before = try snapshot(office.root)
        for arguments in [
            ["add", "baru", "--opd", "A", "--letter", "1", "--address", "192.0.2.1"], ["render"],
            ["remove", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "1"],
            ["change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "1", "--address", "192.0.2.2"],
        ] {
            let output = try office.zonectl(arguments)
            #expect(output.status == 4, "\(output)", sourceLocation: location)
            #expect(output.errorText.contains("register.jsonl"), "\(output)", sourceLocation: location)
            #expect(!output.errorText.contains("Fatal error"), "\(output)", sourceLocation: location)
        }
        #expect(try snapshot(office.root) == before, sourceLocation: location)
    }

    @Test(arguments: ["{", #"{"actor":"x","event":"ad"#, "\u{0}\u{0}\u{0}\u{0}", "garbage without an end"])
    func tornTailIsReportedAndCut(tail: String) throws {
        let office = try office()
        let good = try readFile(office.registerFile)
        try writeFile(office.registerFile, good + Array(tail.utf8))
        let list = try office.zonectl("list")
        #expect(list.status == 0 && list.text.contains("ppid"), "\(list)")
        #expect(!list.errorText.isEmpty, "a torn tail is not mentioned")
        try office.add("baru", opd: "A")
        let text = try readFile(office.registerFile)
        #expect(text.starts(with: good) && text.last == 0x0A)
        #expect(try office.activeNames().count == 4)
        try office.succeeds("audit", "verify")
    }

    @Test func lastLineLost() throws {
        let office = try office()
        let lines = try readText(office.registerFile).split(separator: "\n")
        try writeFile(office.registerFile, lines.dropLast().joined(separator: "\n") + "\n")
        try expectStopped(office)
        #expect(try office.zonectl("list").status == 4)
    }

    @Test func lastLineTorn() throws {
        let office = try office()
        try writeFile(office.registerFile, Array(try readFile(office.registerFile).dropLast(5)))
        try expectStopped(office)
    }

    @Test func lastLineChanged() throws {
        let office = try office()
        var lines = try readText(office.registerFile).split(separator: "\n").map(String.init)
        lines[lines.count - 1] = lines[lines.count - 1].replacingOccurrences(of: "Diskominfo", with: "Diskominfx")
        try writeFile(office.registerFile, lines.joined(separator: "\n") + "\n")
        try expectStopped(office)
        #expect(try office.zonectl("audit", "verify").status == 1)
    }

    @Test func emptied() throws {
        let office = try office()
        try writeFile(office.registerFile, "")
        try expectStopped(office)
    }

    @Test func deleted() throws {
        let office = try office()
        try FileManager.default.removeItem(atPath: office.registerFile)
        try expectStopped(office)
    }

    @Test func notARegularFile() throws {
        let office = try office()
        let elsewhere = office.directory.path("elsewhere")
        try FileManager.default.moveItem(atPath: office.registerFile, toPath: elsewhere)
        #expect(symlink(elsewhere, office.registerFile) == 0)
        try expectStopped(office)
        #expect(unlink(office.registerFile) == 0 && mkfifo(office.registerFile, 0o600) == 0)
        // Nobody writes into it: a program that opens it blindly waits for ever.
        let output = try office.zonectl(["list"], seconds: 10)
        #expect(output.status == 4, "\(output)")
    }

    @Test func staticZoneIsALinkOrAPipe() throws {
        let office = try office()
        #expect(unlink(office.staticFile) == 0 && mkfifo(office.staticFile, 0o600) == 0)
        let output = try office.zonectl(["render"], seconds: 10)
        #expect(output.status == 4, "\(output)")
        let check = try office.zonectl(["check"], seconds: 10)
        #expect(check.status == 4 || check.status == 1, "\(check)")
    }

    @Test func derivedFilesMayBeThrownAwayOrSpoiled() throws {
        let office = try office()
        let names = try office.activeNames()
        let kept: Set = ["zone.json", "static.zone", "register.jsonl", "HEAD", "db.\(office.zone)"]
        for (round, spoil) in [nil, "", "garbage", String(repeating: "\u{0}", count: 100_000)].enumerated()
            as EnumeratedSequence<[String?]>
        {
            for (path, state) in try snapshot(office.path("")) where state.mode & S_IFMT == S_IFREG {
                let file = path.split(separator: "/").last.map(String.init) ?? path
                if kept.contains(file) || file.hasPrefix("redirects.") || file.lowercased().contains("head") {
                    continue
                }
                if let spoil {
                    try writeFile(office.path(path), spoil)
                } else {
                    try FileManager.default.removeItem(atPath: office.path(path))
                }
            }
            #expect(try office.activeNames() == names)
            try office.refusesAddStatusOnly("dinkes", "DUPLICATE")
            try office.add("x\(round)y", opd: "A")
            try office.succeeds("remove", "x\(round)y", "--opd", "A", "--letter", "2")
            try office.render()
            try office.succeeds("audit", "verify")
        }
    }
}

extension Office {
    /// Like `refusesAdd`, where a derived file may be made again on the way.
    func refusesAddStatusOnly(_ name: String, _ code: String) throws {
        let output = try zonectl("add", name, "--opd", "Dinas Sosial", "--letter", "1", "--address", "192.0.2.1")
        #expect(output.status == 1 && output.errorText.contains("\(code) "), "\(output)")
    }
}

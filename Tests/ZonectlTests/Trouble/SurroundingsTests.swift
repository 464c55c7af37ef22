import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Directories without permission, full standard output, closed descriptors, a lock that is held, Ctrl-C.
@Suite struct SurroundingsTests {
    private func office() throws -> Office {
        let office = try Office()
        try office.add("dinkes")
        return office
    }

    /// The command as a user whom file permissions bind: root gives up the privilege to override them.
    private func bound(_ command: [String]) throws -> [String] {
        guard geteuid() == 0 else { return command }
        return [try Tool.setpriv.path(), "--bounding-set=-dac_override,-dac_read_search"] + command
    }

    @Test func unwritableDirectory() throws {
        let office = try office()
        let before = try snapshot(office.root)
        #expect(chmod(office.path(""), 0o555) == 0)
        defer { chmod(office.path(""), 0o755) }
        for arguments in [
            ["add", "bkd", "--opd", "BKD", "--letter", "1", "--address", "192.0.2.1"], ["render"],
        ] {
            let output = try run(try bound(office.command(arguments)))
            #expect(output.status == 4 && !output.err.isEmpty, "\(output)")
        }
        // Reading needs no write permission.
        for arguments in [["list"], ["show", "dinkes"], ["why", "dinkes"], ["log"], ["audit", "verify"]] {
            let output = try run(try bound(office.command(arguments)))
            #expect(output.status == 0, "\(output)")
        }
        #expect(chmod(office.path(""), 0o755) == 0)
        // The register is the same, or has an event that nobody was told of; the zone file is untouched.
        let after = try snapshot(office.root)
        #expect(after["\(office.zone)/db.\(office.zone)"] == before["\(office.zone)/db.\(office.zone)"])
        try office.succeeds("audit", "verify")
        try office.render()
    }

    @Test func unreadableFiles() throws {
        let office = try office()
        for file in [office.registerFile, office.settingsFile, office.staticFile] {
            #expect(chmod(file, 0) == 0)
            let output = try run(try bound(office.command(["render"])))
            #expect(output.status == 4 && output.errorText.contains(file), "\(output)")
            #expect(chmod(file, 0o644) == 0)
        }
        try office.render()
    }

    /// The check says so, goes on with what can be read, and ends with the code of unreadable files.
    @Test(arguments: ["zone.json", "static.zone", "register.jsonl", "HEAD", "db.purbalinggakab.go.id"])
    func checkOfARegistryWithAnUnreadableFile(name: String) throws {
        let office = try office()
        try office.render()
        let other = "other.example"
        try office.succeeds("init", other, "--ns", "ns1.\(other)=192.0.2.53", "ns2.\(other)=198.51.100.53")
        let records = "\(office.root)/\(other)/static.zone"
        try writeFile(records, try readText(records) + "nothing CNAME nowhere\n")
        let file = office.path(name)
        #expect(chmod(file, 0) == 0)
        for format in ["text", "json"] {
            let output = try run(try bound(office.command(["check", "--format", format])))
            #expect(output.status == 4, "\(output)")
            // In text it stands among the counts, too.
            let times = output.text.components(separatedBy: "FILE_UNREADABLE").count - 1
            #expect(times == (format == "json" ? 1 : 2), "\(output)")
            #expect(output.text.contains(file) && output.text.contains("CNAME_TARGET_MISSING"), "\(output)")
        }
        #expect(chmod(file, 0o644) == 0)
        #expect(try office.zonectl("check").status == 1)
    }

    /// A folder that nobody can look into is no reason to leave its zone out in silence.
    @Test func checkOfARegistryWithAnUnreadableFolder() throws {
        let office = try office()
        try office.render()
        let other = "other.example"
        try office.succeeds("init", other, "--ns", "ns1.\(other)=192.0.2.53", "ns2.\(other)=198.51.100.53")
        let folder = office.path("")
        #expect(chmod(folder, 0) == 0)
        let output = try run(try bound(office.command(["check"])))
        #expect(output.status == 4 && output.text.contains("/\(office.zone):1:1: error FILE_UNREADABLE"), "\(output)")
        #expect(output.text.contains("1 zone, "), "\(output)")
        let rendered = try run(try bound(office.command(["render"])))
        #expect(rendered.status == 4 && rendered.errorText.contains(office.zone), "\(rendered)")
        #expect(chmod(folder, 0o755) == 0)
        #expect(try office.zonectl("check").status == 0)
    }

    @Test func checkOfSeveralFilesOfWhichOneIsUnreadable() throws {
        let office = try office()
        let zone = office.directory.path("fault.zone")
        try writeFile(zone, "$TTL 1h\n@ SOA ns1 h 1 10800 3600 1209600 3600\n@ NS ns1\n@ NS ns2\nns1 A 192.0.2.1\n")
        let output = try office.zonectl("check", "--origin", "example", office.directory.path("none.zone"), zone)
        #expect(output.status == 4 && output.text.contains("FILE_UNREADABLE"), "\(output)")
        #expect(output.text.contains("NS_NO_ADDRESS"), "\(output)")
    }

    @Test(arguments: [
        ["list"], ["list", "--format", "json"], ["log"], ["show", "dinkes"], ["check"], ["--version"], ["--help"],
    ])
    func fullDiskBehindStandardOutput(arguments: [String]) throws {
        let output = try office().zonectl(arguments, output: .path("/dev/full"))
        if arguments == ["check"] {
            // A clean check may have nothing to say.
            #expect(output.status == 4 || output.status == 0, "\(output)")
        } else {
            #expect(output.status == 4, "\(output)")
            #expect(!output.err.isEmpty)
        }
    }

    @Test func fullDiskBehindTheSuccessMessage() throws {
        let office = try office()
        let output = try office.zonectl(
            ["add", "bkd", "--opd", "BKD", "--letter", "1", "--address", "192.0.2.1"], output: .path("/dev/full"))
        #expect(output.status == 4, "\(output)")
        try office.succeeds("audit", "verify")
        try office.render()
    }

    @Test func readerThatWentAway() throws {
        let office = try office()
        for arguments in [["list"], ["log"], ["--help"]] {
            let output = try office.zonectl(arguments, output: .brokenPipe)
            #expect(output.status == 128 + SIGPIPE || output.status == 4, "\(output)")
            #expect(!output.errorText.contains("Fatal error") && !output.errorText.contains("Crash"), "\(output)")
        }
    }

    /// With standard output closed, the next file opened would get its number and the messages.
    @Test func closedStandardOutput() throws {
        let office = try office()
        for arguments in [
            ["add", "bkd", "--opd", "BKD", "--letter", "1", "--address", "192.0.2.1"], ["render"], ["list"],
        ] {
            let output = try office.zonectl(arguments, output: .closed)
            #expect(output.status == 4 || output.status == 0, "\(output)")
        }
        try office.succeeds("audit", "verify")
        try office.render()
        try expectPeersAccept(office.zoneFile, zone: office.zone)
        for (path, state) in try snapshot(office.root) where state.mode & S_IFMT == S_IFREG {
            #expect(
                !String(decoding: state.octets, as: UTF8.self).contains("bkd.\(office.zone) "), "message in \(path)?")
        }
    }

    @Test func interruptedWhileWaiting() throws {
        let office = try office()
        let before = try snapshot(office.root)
        let descriptor = open(office.registerFile, O_RDWR | O_CLOEXEC)
        #expect(descriptor >= 0 && flock(descriptor, LOCK_EX) == 0)
        let waiting = try RunningCommand(
            office.command(["add", "bkd", "--opd", "BKD", "--letter", "1", "--address", "192.0.2.1"]))
        // It says whom it waits for.
        for _ in 0..<100 {
            if !waiting.output().err.isEmpty || waiting.poll() { break }
            usleep(50_000)
        }
        #expect(!waiting.poll(), "does not wait for the lock: \(waiting.output())")
        #expect(waiting.output().errorText.contains("\(getpid())"), "\(waiting.output())")
        waiting.send(SIGINT)
        let output = try waiting.wait(seconds: 5)
        #expect(output.status == 130, "\(output)")
        close(descriptor)
        #expect(try snapshot(office.root) == before)
        try office.add("bkd", opd: "BKD")
    }

    @Test func lockThatIsNeverReleased() throws {
        let office = try office()
        let before = try snapshot(office.root)
        let descriptor = open(office.registerFile, O_RDWR | O_CLOEXEC)
        #expect(descriptor >= 0 && flock(descriptor, LOCK_EX) == 0)
        defer { close(descriptor) }
        let waiting = try ["add bkd --opd BKD --letter 1 --address 192.0.2.1", "render", "list"].map {
            try RunningCommand(office.command($0.split(separator: " ").map(String.init)))
        }
        for command in waiting {
            let output = try command.wait(seconds: 90)
            #expect(output.status == 4 && output.errorText.contains("register.jsonl"), "\(output)")
        }
        #expect(try snapshot(office.root) == before)
    }

    @Test func linksInsteadOfFoldersAreRefused() throws {
        let office = try office()
        let target = office.directory.path("zone-elsewhere")
        try FileManager.default.moveItem(atPath: office.path("").dropLast().description, toPath: target)
        #expect(symlink(target, String(office.path("").dropLast())) == 0)
        let output = try office.zonectl("render")
        #expect(output.status != 0, "\(output)")
    }
}

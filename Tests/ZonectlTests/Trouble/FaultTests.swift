import Foundation
import Testing

/// A command that changes something, and how it is seen whether it did.
enum TroubledCommand: String, CaseIterable, CustomTestStringConvertible {
    case add, change, remove, batch, render, lostFileRender

    var testDescription: String { rawValue }

    func arguments(_ office: Office) throws -> [String] {
        switch self {
        case .add: ["add", "dishub", "--opd", "Dishub", "--letter", "550/1/2026", "--address", "192.0.2.12"]
        case .change:
            ["change", "dinkes", "--opd", "Dinas Kesehatan", "--letter", "440/2/2026", "--address", "192.0.2.99"]
        case .remove: ["remove", "bkd", "--opd", "BKD", "--letter", "800/2/2026"]
        case .batch: ["add", "--batch", office.directory.path("batch.jsonl")]
        case .render, .lostFileRender: ["render"]
        }
    }

    /// Whether the register says that it was done.
    func isDone(_ office: Office) throws -> Bool {
        let active = try office.list().filter { $0["status"] as? String == "active" }
        let names = active.compactMap { $0["name"] as? String }
        switch self {
        case .add: return names.contains("dishub.\(office.zone).")
        case .change:
            return active.contains {
                $0["name"] as? String == "dinkes.\(office.zone)."
                    && ($0["records"] as? [String] ?? []).contains { $0.hasSuffix("192.0.2.99") }
            }
        case .remove: return !names.contains("bkd.\(office.zone).")
        case .batch:
            let done = ["satu", "dua", "tiga"].filter { names.contains("\($0).\(office.zone).") }
            #expect(done.isEmpty || done.count == 3, "half a batch: \(done)")
            return done.count == 3
        case .render, .lostFileRender: return try office.zonectl("render", "--check").status == 0
        }
    }
}

/// Commands killed at, or failing in, every system call that writes: nothing acknowledged is lost, the register
/// stays readable, the next command works, and the zone file is an old or a new one, never a part of one.
@Suite struct FaultTests {
    /// An office with two rendered names and, for a render, something new to write.
    private func office(for command: TroubledCommand) throws -> Office {
        let office = try Office()
        try office.add("dinkes", ["--address", "192.0.2.10", "--www"])
        try office.add("bkd", ["--cname", "server.example.net"], opd: "BKD")
        try office.render()
        try writeFile(
            office.directory.path("batch.jsonl"),
            ["satu", "dua", "tiga"].map {
                #"{"name":"\#($0)","opd":"Dishub","letter":"1","address":["192.0.2.13"]}"# + "\n"
            }.joined())
        switch command {
        case .render: try office.add("ppid", ["--url", "https://www.example.net/"], opd: "Diskominfo")
        case .lostFileRender:
            try FileManager.default.removeItem(atPath: office.zoneFile)
        default: break
        }
        return office
    }

    /// A second office with the same files. A killed command is tried on a copy, many times.
    private func copy(_ office: Office) throws -> Office {
        let copy = try Office(empty: office.zone)
        let output = try run(["/bin/cp", "-a", office.root, copy.root])
        guard output.status == 0 else { throw HarnessError("\(output)") }
        try writeFile(copy.directory.path("batch.jsonl"), try readFile(office.directory.path("batch.jsonl")))
        return copy
    }

    /// What must hold after any fault.
    private func expectNothingLost(
        _ command: TroubledCommand, on office: Office, output: Outcome, what: String, acceptedZoneFiles: [[UInt8]?]
    ) throws {
        let acknowledged = output.status == 0
        let zoneFile = fileExists(office.zoneFile) ? try readFile(office.zoneFile) : nil
        #expect(acceptedZoneFiles.contains(zoneFile), "\(what): neither the old nor the new zone file")
        let done = try command.isDone(office)
        if acknowledged { #expect(done, "\(what): acknowledged and lost: \(output)") }
        let names = try office.activeNames()
        #expect(names.contains("dinkes.\(office.zone)."), "\(what): \(names)")
        if command != .remove { #expect(names.contains("bkd.\(office.zone)."), "\(what): \(names)") }

        // The next commands work, and the same request is either still to be done or known as done.
        try office.add("berikut", ["--address", "192.0.2.14"], opd: "Setda")
        if command != .render, command != .lostFileRender {
            let again = try office.zonectl(try command.arguments(office))
            if done, command != .change {
                #expect(again.status == 1, "\(what): \(again)")
            } else {
                #expect(again.status == 0, "\(what): \(again)")
            }
        }
        try office.render()
        try office.succeeds("audit", "verify")
        #expect(try office.zonectl("render", "--check").status == 0, "\(what)")
        let peer = try Tool.namedCheckzone("-i", "local", office.zone, office.zoneFile)
        #expect(peer.status == 0, "\(what): \(peer)")
        #expect(try recordsByBIND(office.zoneFile, zone: office.zone).contains { $0.contains("192.0.2.14") }, "\(what)")

        // Numbers without gaps or doubles; nothing of ours left over.
        let ids = try requestIDs(office)
        #expect(ids == (1...max(ids.count, 1)).map { $0 }, "\(what): \(ids)")
        let leftovers = try FileManager.default.contentsOfDirectory(atPath: office.path("")).filter {
            $0.contains("tmp") || $0.hasSuffix("~")
        }
        #expect(leftovers.isEmpty, "\(what): \(leftovers)")
    }

    @Test(arguments: TroubledCommand.allCases)
    func killedAtEveryWrite(command: TroubledCommand) throws {
        try attempt(command, faults: [.signal("KILL")], statuses: [137])
    }

    @Test(arguments: [TroubledCommand.add, .render])
    func interruptedAtEveryWrite(command: TroubledCommand) throws {
        try attempt(command, faults: [.signal("INT")], statuses: [130, 4, 0])
    }

    @Test(arguments: TroubledCommand.allCases)
    func diskFullAtEveryWrite(command: TroubledCommand) throws {
        try attempt(command, faults: [.error("ENOSPC")], statuses: [4])
    }

    @Test(arguments: [TroubledCommand.add, .render])
    func diskFailsAtEveryWrite(command: TroubledCommand) throws {
        try attempt(command, faults: [.error("EIO")], statuses: [4])
    }

    private func attempt(_ command: TroubledCommand, faults: [Fault], statuses: [Int32]) throws {
        let original = try office(for: command)
        let oldFile = fileExists(original.zoneFile) ? try readFile(original.zoneFile) : nil
        // One run without a fault shows the calls and what a whole zone file looks like.
        let reference = try copy(original)
        let (calls, whole) = try Tracer.writeCalls(of: reference.command(try command.arguments(reference)))
        #expect(whole.status == 0, "\(whole)")
        let newFile = try readFile(reference.zoneFile)
        // A lost file made again is no new content: the register has it already.
        if command != .lostFileRender {
            #expect(calls.contains { $0.file == "register.jsonl" && $0.name == "write" }, "\(calls)")
            #expect(calls.contains { $0.file == "register.jsonl" && $0.name.hasSuffix("sync") }, "\(calls)")
        }

        for call in calls {
            for fault in faults {
                let office = try copy(original)
                let output = try Tracer.inject(into: office.command(try command.arguments(office)), fault, at: call)
                let what = "\(command.rawValue), \(fault) at \(call)"
                // A derived file (an index, a leftover to sweep) may fail without harm to what was asked.
                let vital = ["register.jsonl", "HEAD", "stdout", "db.\(office.zone)"].contains(call.file)
                let sweeping = call.name.hasPrefix("unlink")
                if vital && !sweeping {
                    #expect(statuses.contains(output.status), "\(what): \(output)")
                } else {
                    #expect((statuses + [0]).contains(output.status), "\(what): \(output)")
                }
                #expect(!output.errorText.contains("Fatal error"), "\(what): \(output)")
                if output.status == 4, call.file != "stderr" { #expect(!output.err.isEmpty, "\(what): silent") }
                try expectNothingLost(
                    command, on: office, output: output, what: what, acceptedZoneFiles: [oldFile, newFile])
            }
        }
    }

    /// A limit on the file size makes the last write of a file a short one, as a disk that fills up does.
    @Test func diskFullInTheMiddleOfALine() throws {
        let original = try office(for: .add)
        let size = try readFile(original.registerFile).count
        let zoneFile = try readFile(original.zoneFile)
        for extra in [0, 1, 2, 17, 100, 200] {
            let office = try copy(original)
            let arguments = try TroubledCommand.add.arguments(office)
            let output = try run(
                [
                    try Tool.env.path(), "--ignore-signal=XFSZ", try Tool.prlimit.path(), "--fsize=\(size + extra)",
                ] + office.command(arguments))
            #expect(output.status == 4 && !output.err.isEmpty, "\(output)")
            try expectNothingLost(
                .add, on: office, output: output, what: "\(extra) octets too few", acceptedZoneFiles: [zoneFile])
        }
    }

    @Test func diskFullInTheMiddleOfAZoneFile() throws {
        let original = try office(for: .render)
        let old = try readFile(original.zoneFile)
        let reference = try copy(original)
        try reference.render()
        let new = try readFile(reference.zoneFile)
        for limit in [1, new.count / 2, new.count - 1] {
            let office = try copy(original)
            let output = try run(
                [try Tool.env.path(), "--ignore-signal=XFSZ", try Tool.prlimit.path(), "--fsize=\(limit)"]
                    + office.command(["render"]))
            #expect(output.status == 4, "\(output)")
            try expectNothingLost(
                .render, on: office, output: output, what: "\(limit) octets", acceptedZoneFiles: [old, new])
        }
    }
}

/// The numbers of all requests in the register, in its order, each once.
func requestIDs(_ office: Office) throws -> [Int] {
    var ids: [Int] = []
    for event in try office.events() {
        guard let request = event["request"] as? [String: Any], let id = request["id"] as? String,
            let number = Int(id.split(separator: "/").last ?? "")
        else { continue }
        if ids.last != number { ids.append(number) }
    }
    return ids
}

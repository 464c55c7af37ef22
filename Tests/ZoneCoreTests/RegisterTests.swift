import RFC1035
import Testing

@testable import ZoneCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Short ways to write and read registers in tests.
enum Sample {
    static let zone = try? Name("example.go.id.")
    static let time = Instant(seconds: 1_795_000_000)

    static func name(_ text: String) throws -> Name { try Name(text, origin: #require(zone)) }

    static func managed(
        _ label: String, _ id: RequestID, status: NameStatus = .active, owners: [String] = [], gigabytes: Int = 0
    ) throws -> ManagedName {
        let name = try name(label)
        let records = ["\(name) 3600 IN A 192.0.2.1"] + owners.map { "\($0).\(name) 3600 IN CNAME \(name)" }
        return ManagedName(
            name: name, status: status, request: id, opd: "Dinas \(label)", letter: "005/\(id.number)",
            since: "2026-11-20", target: Target(.address(["192.0.2.1"]), www: !owners.isEmpty),
            records: records + ["\(name) 3600 IN TXT \"v=spf1 -all\""], gigabytes: gigabytes)
    }

    static func transact<R>(
        _ directory: Directory, creates: Bool = true, tailLimit: Int = 1024, limit: Double = 60,
        _ body: (RegisterTransaction) throws -> R
    ) throws -> R {
        try Register.transact(
            in: directory, zone: #require(zone), time: time, actor: "sysadmin:Budi", creates: creates,
            options: Register.Options(patience: LockPatience(limit: limit), tailLimit: tailLimit), body)
    }

    /// One `add`: refused when the name is taken.
    @discardableResult
    static func add(_ label: String, _ directory: Directory, owners: [String] = []) throws -> RequestID {
        try transact(directory) { register in
            guard try register.holder(ofOwner: name(label)) == nil else {
                throw Failure.refused([Reason("DUPLICATE", label, Text(verbatim: "taken"))])
            }
            let id = try register.nextRequestID(year: 2026)
            let managed = try managed(label, id, owners: owners)
            try register.record(
                EventDraft(
                    .added, name: managed,
                    request: RequestSummary(
                        id: id, kind: "new", channel: "letter", opd: managed.opd, letter: managed.letter,
                        name: managed.name)))
            return id
        }
    }

    static func register(_ count: Int) throws -> Scratch {
        let scratch = try Scratch()
        let directory = try scratch.open()
        for i in 1...max(1, count) { try add("n\(i)", directory, owners: ["www"]) }
        return scratch
    }
}

@Suite struct RegisterTests {
    private func verify(_ scratch: Scratch) throws -> Register.Verification {
        try Register.verify(in: Directory.open(scratch.path, for: .reading))
    }

    @Test func writesWhatItSaysItWrites() throws {
        let scratch = try Scratch()
        let directory = try scratch.open()
        #expect(try !Register.exists(in: directory))
        try Sample.transact(directory) { try $0.record(EventDraft(.created)) }
        try Sample.add("dinkes", directory, owners: ["www"])
        let lines = try #require(try scratch.text("register.jsonl")).split(separator: "\n").map(String.init)
        #expect(lines.count == 2)
        #expect(
            lines[0]
                == #"{"actor":"sysadmin:Budi","event":"created","prev":"\#(String(repeating: "0", count: 64))","#
                + #""seq":1,"time":"2026-11-18T11:06:40Z","zone":"example.go.id."}"#)
        #expect(lines[1].contains(#""prev":"\#(SHA256.digest(of: Array(lines[0].utf8)))""#))
        let headText = try #require(try scratch.text("HEAD"))
        let head = try #require(RegisterHead(octets: Array(headText.utf8)))
        #expect(head.count == 2 && head.hash == SHA256.digest(of: Array(lines[1].utf8)))
        #expect(try scratch.open().names().sorted() == ["HEAD", "register.jsonl"])
        try Register.read(in: directory) { register in
            let name = try #require(try register.managedName(Sample.name("dinkes")))
            #expect(name == (try Sample.managed("dinkes", #require(RequestID("2026/0001")), owners: ["www"])))
            #expect(try register.holder(ofOwner: Sample.name("www.dinkes"))?.name == name.name)
            #expect(try register.holder(ofOwner: Sample.name("ftp.dinkes")) == nil)
            #expect(try register.request(#require(RequestID("2026/0001")))?.name == name.name)
            #expect(try register.nextRequestID(year: 2026).description == "2026/0002")
            #expect(try register.nextRequestID(year: 2027).description == "2027/0001")
            #expect(try register.exists(Sample.name("www.dinkes")) && !register.exists(Sample.name("dinke")))
        }
        let mode = try #require(try scratch.open().status(of: "register.jsonl")).st_mode & 0o007
        #expect(mode == 0)
    }

    @Test func seesWhatTheRunningCommandDecided() throws {
        let scratch = try Sample.register(1)
        let directory = try scratch.open()
        try Sample.transact(directory) { register in
            let id = try register.nextRequestID(year: 2026)
            #expect(id.number == 2)
            try register.record(
                EventDraft(
                    .added, name: try Sample.managed("a.b", id, owners: ["www"], gigabytes: 3),
                    request: RequestSummary(id: id, kind: "new", opd: "x", letter: "y")))
            #expect(try register.managedName(Sample.name("a.b")) != nil)
            #expect(try register.holder(ofOwner: Sample.name("www.a.b")) != nil)
            #expect(try register.heldNamesBelow(Sample.name("b"), limit: 9) == [Sample.name("a.b")])
            #expect(try register.nextRequestID(year: 2026).number == 3)
            #expect(try register.gigabytesTaken() == 3 && register.count(of: .active) == 2)
            var seen: [String] = []
            try register.forEachRawName { seen.append(String(decoding: $0.name, as: UTF8.self)) }
            #expect(seen == ["n1.example.go.id.", "a.b.example.go.id."])
            register.rollBack()
            #expect(try register.managedName(Sample.name("a.b")) == nil)
        }
        #expect(try verify(scratch).head?.count == 1)
    }

    /// A register that is whole and speaks of more space than there is in the world: sums of it are no trap, and the
    /// index, the names and what is decided add up alike.
    @Test(arguments: [2, 1024]) func endlessSpaceIsCountedWithinBounds(tailLimit: Int) throws {
        let scratch = try Scratch()
        let (count, endless) = (12, 999_999_999_999_999_999)
        for number in 1...count {
            try Sample.transact(scratch.open(), tailLimit: tailLimit) { register in
                let id = try register.nextRequestID(year: 2026)
                var request = RequestSummary(id: id, kind: "hosting", opd: "x", letter: "y")
                (request.procedure, request.space) = ("CTH", endless)
                try register.record(
                    EventDraft(
                        .added, name: try Sample.managed("n\(number)", id, gigabytes: endless), request: request,
                        details: ["addedGigabytes": JSONValue.integer(endless)]))
            }
        }
        try Sample.transact(scratch.open(), tailLimit: tailLimit) { register in
            let settings = ZoneSettings(zone: try #require(Sample.zone))
            let capacity = try Capacity(register, settings: settings)
            #expect(capacity.sums.taken == capacity.takers.reduce(0) { $0 + $1.gigabytes })
            #expect(capacity.sums.taken == 2 * count * Capacity.maximum && capacity.sums.free == 0)
            #expect(capacity.added == Capacity.maximum)
            var name = try #require(try register.managedName(Sample.name("n1")))
            name.status = .retired
            try register.record(EventDraft(.removed, name: name))
            #expect(try register.gigabytesTaken() == (2 * count - 1) * Capacity.maximum)
        }
    }

    @Test func writesNothingWhenTheRuleSaysNo() throws {
        let scratch = try Sample.register(2)
        let before = try scratch.text("register.jsonl")
        let head = try scratch.text("HEAD")
        #expect(throws: Failure.self) { try Sample.add("n1", scratch.open()) }
        #expect(throws: Failure.self) { try Sample.add("www.n2", scratch.open()) }
        #expect(throws: CancellationError.self) {
            try Sample.transact(scratch.open()) { register in
                try register.record(EventDraft(.created))
                throw CancellationError()
            }
        }
        try Sample.transact(scratch.open()) { _ in }
        #expect(try scratch.text("register.jsonl") == before && scratch.text("HEAD") == head)
    }

    @Test func leavesNoRegisterWhereNothingWasWritten() throws {
        let scratch = try Scratch()
        #expect(throws: CancellationError.self) {
            try Sample.transact(scratch.open()) { register in
                try register.record(EventDraft(.created))
                throw CancellationError()
            }
        }
        try Sample.transact(scratch.open()) { _ in }
        #expect(try scratch.open().names() == [])
        try Sample.add("a", scratch.open())
        #expect(try verify(scratch).head?.count == 1)
    }

    // MARK: Damage

    @Test func ignoresAndCutsATornTail() throws {
        for tail in ["{\"actor\":\"sys", "\0\0\0\0", "rubbish\nmore\n", "\n"] {
            let scratch = try Sample.register(3)
            let before = try #require(try scratch.text("register.jsonl"))
            try scratch.put(before + tail, "register.jsonl")
            let found = try verify(scratch)
            #expect(found.damage == nil && found.head?.count == 3)
            #expect(found.notices == [.tornTail(line: 4, bytes: tail.utf8.count)])
            try Register.read(in: scratch.open()) { #expect($0.head.count == 3) }
            #expect(try scratch.text("register.jsonl") == before + tail)
            try Sample.add("next", scratch.open())
            let after = try verify(scratch)
            #expect(after.head?.count == 4 && after.notices.isEmpty && after.damage == nil)
        }
    }

    /// A command of several events counts whole or not at all, wherever it was interrupted.
    @Test func dropsHalfACommand() throws {
        let scratch = try Sample.register(2)
        let before = try #require(try scratch.text("register.jsonl"))
        let head = try #require(try scratch.text("HEAD"))
        try Sample.transact(scratch.open()) { register in
            for label in ["x", "y", "z"] {
                let id = try register.nextRequestID(year: 2026)
                try register.record(
                    EventDraft(
                        .added, name: try Sample.managed(label, id),
                        request: RequestSummary(id: id, kind: "new", opd: "x", letter: "y")))
            }
        }
        let after = try #require(try scratch.text("register.jsonl"))
        for length in before.utf8.count...after.utf8.count {
            try scratch.put(String(decoding: after.utf8.prefix(length), as: UTF8.self), "register.jsonl")
            try scratch.put(head, "HEAD")
            let whole = length == after.utf8.count
            let found = try verify(scratch)
            #expect(found.damage == nil && found.head?.count == (whole ? 5 : 2))
            if whole { #expect(found.notices == [.headBehind(lines: 3)]) }
            guard length % 97 == 0 || whole else { continue }
            try Sample.add("next", scratch.open())
            #expect(try verify(scratch).head?.count == (whole ? 6 : 3))
        }
    }

    @Test func findsEveryChangedOctet() throws {
        let scratch = try Sample.register(3)
        let octets = Array(try #require(try scratch.text("register.jsonl")).utf8)
        var line = 1
        for i in octets.indices {
            if i % 5 == 0 {
                var changed = octets
                changed[i] = octets[i] == UInt8(ascii: "7") ? UInt8(ascii: "8") : UInt8(ascii: "7")
                try scratch.open().replace("register.jsonl", with: changed, mode: 0o640)
                let found = try verify(scratch)
                let damage = try #require(found.damage, "octet \(i) changed unseen")
                #expect(damage.line == line || octets[i] == 0x0A, "octet \(i): \(damage)")
                #expect(throws: Failure.self) { try Sample.add("next", scratch.open()) }
                #expect(throws: Failure.self) { try Register.read(in: scratch.open()) { _ in } }
            }
            if octets[i] == 0x0A { line += 1 }
        }
    }

    @Test func tellsMissingMovedAndRepeatedLines() throws {
        let scratch = try Sample.register(5)
        let lines = try #require(try scratch.text("register.jsonl")).split(separator: "\n").map { $0 + "\n" }
        func damage(_ order: [Int]) throws -> RegisterDamage? {
            try scratch.put(order.map { lines[$0] }.joined(), "register.jsonl")
            return try verify(scratch).damage
        }
        #expect(try damage([0, 1, 2, 3, 4]) == nil)
        #expect(try damage([0, 1, 2, 3])?.kind == .missing(count: 1))
        #expect(try damage([0, 1])?.line == 3)
        #expect(try damage([])?.kind == .missing(count: 5))
        let cut = try #require(try damage([0, 2, 3, 4]))
        #expect(cut.line == 2 && cut.kind == .misnumbered(found: 3))
        #expect(try damage([0, 2, 1, 3, 4])?.line == 2)
        #expect(try damage([0, 1, 1, 2, 3, 4])?.kind == .misnumbered(found: 2))
        #expect(try damage([1, 2, 3, 4])?.line == 1)
        // The last line cut in two: acknowledged, so it is a loss and not a torn tail.
        try scratch.put(lines[..<4].joined() + lines[4].dropLast(10), "register.jsonl")
        #expect(
            try verify(scratch).damage
                == RegisterDamage(.missing(count: 1), line: 5, path: scratch.path + "/register.jsonl"))
    }

    @Test func knowsWhatALostHeadMeans() throws {
        let scratch = try Sample.register(1)
        let first = try #require(try scratch.text("HEAD"))
        try scratch.open().remove("HEAD")
        // A crash between the first line and its HEAD: goes on.
        #expect(try verify(scratch).damage == nil)
        try Sample.add("b", scratch.open())
        try Sample.add("c", scratch.open())
        try scratch.open().remove("HEAD")
        #expect(try verify(scratch).damage?.kind == .headMissing)
        #expect(throws: Failure.self) { try Sample.add("d", scratch.open()) }
        try scratch.put("{\"count\":3", "HEAD")
        #expect(try verify(scratch).damage?.kind == .headUnreadable)
        // An old HEAD: the chain is whole, so nothing is lost.
        try scratch.put(first, "HEAD")
        let behind = try verify(scratch)
        #expect(behind.damage == nil && behind.notices == [.headBehind(lines: 2)])
        // A HEAD of another register.
        try scratch.put(first.replacing("\"hash\":\"", with: "\"hash\":\"0").replacing("0\"}", with: "\"}"), "HEAD")
        #expect(try verify(scratch).damage != nil)
    }

    @Test func keepsEventsOfNewerVersions() throws {
        let scratch = try Sample.register(1)
        try Sample.transact(scratch.open()) { register in
            try register.record(EventDraft(EventKind(code: "stepped"), details: ["step": .string("PBG-03")]))
        }
        try Sample.add("b", scratch.open())
        #expect(try verify(scratch).damage == nil)
        var kinds: [String] = []
        try Register.read(in: scratch.open()) { register in
            try register.forEachEvent { event, line in kinds.append("\(event?.kind.code ?? "?") \(line.count > 10)") }
        }
        #expect(kinds == ["added true", "stepped true", "added true"])
    }

    @Test func refusesLinksAndOtherZones() throws {
        let scratch = try Sample.register(1)
        #expect(throws: Failure.self) {
            try Register.transact(
                in: scratch.open(), zone: Name("other.go.id."), time: Sample.time, actor: "x"
            ) { _ in }
        }
        #expect(rename(scratch.path + "/register.jsonl", scratch.path + "/elsewhere") == 0)
        #expect(throws: Failure.self) { try Sample.transact(scratch.open(), creates: false) { _ in } }
        #expect(symlink("elsewhere", scratch.path + "/register.jsonl") == 0)
        #expect(throws: Failure.self) { try Sample.add("b", scratch.open()) }
        #expect(throws: Failure.self) { try verify(scratch) }
        #expect(unlink(scratch.path + "/register.jsonl") == 0)
        #expect(mkfifo(scratch.path + "/register.jsonl", 0o600) == 0)
        #expect(throws: Failure.self) { try Sample.add("b", scratch.open()) }
        #expect(throws: Failure.self) { try verify(scratch) }
    }

    @Test func readsWhereItMayNotWrite() throws {
        let scratch = try Sample.register(2)
        #expect(chmod(scratch.path + "/register.jsonl", 0o400) == 0 && chmod(scratch.path, 0o500) == 0)
        defer { chmod(scratch.path, 0o700) }
        let directory = try Directory.open(scratch.path, for: .reading)
        try Register.read(in: directory) { #expect($0.head.count == 2) }
        guard geteuid() != 0 else { return }
        #expect(throws: Failure.self) { try Sample.add("b", scratch.open()) }
    }

    // MARK: Failing disks

    @Test(arguments: [ENOSPC, EIO])
    func takesBackWhatCouldNotBeWritten(code: Int32) throws {
        let scratch = try Sample.register(2)
        let before = try scratch.text("register.jsonl")
        let head = try scratch.text("HEAD")
        // Fails at the n-th write of the command, after a part of it was written.
        for failing in 0..<2 {
            nonisolated(unsafe) var writes = 0
            var calls = SystemCalls.system
            calls.write = { descriptor, octets, count in
                defer { writes += 1 }
                if writes >= failing * 2 {
                    if writes == failing * 2, count > 20 { return write(descriptor, octets, 20) }
                    errno = code
                    return -1
                }
                return write(descriptor, octets, max(1, (count + 1) / 2 + (writes % 2) * count))
            }
            #expect(throws: Failure.self) { try Sample.add("b", scratch.open(calls: calls)) }
            #expect(try scratch.text("register.jsonl") == before && scratch.text("HEAD") == head)
        }
        try Sample.add("b", scratch.open())
        #expect(try verify(scratch).head?.count == 3)
    }

    @Test func failsForGoodWhenTheDiskDoes() throws {
        // The n-th flush of a command fails: register, HEAD, folder.
        for failing in 0..<3 {
            let scratch = try Sample.register(2)
            nonisolated(unsafe) var flushes = 0
            var calls = SystemCalls.system
            calls.fsync = { descriptor in
                defer { flushes += 1 }
                if flushes == failing {
                    errno = EIO
                    return -1
                }
                return fsync(descriptor)
            }
            #expect(throws: Failure.self) { try Sample.add("b", scratch.open(calls: calls)) }
            let found = try verify(scratch)
            #expect(found.damage == nil && found.notices.isEmpty)
            try Sample.add("c", scratch.open())
            #expect(try verify(scratch).damage == nil)
        }
    }

    @Test func aFirstCommandThatFailedHasNotHappened() throws {
        // The n-th flush fails: register, folder, HEAD; the one after it only leaves in doubt what stands.
        for failing in 0..<3 {
            let scratch = try Scratch()
            nonisolated(unsafe) var flushes = 0
            var calls = SystemCalls.system
            calls.fsync = { descriptor in
                defer { flushes += 1 }
                guard flushes == failing else { return fsync(descriptor) }
                errno = EIO
                return -1
            }
            #expect(throws: Failure.self) { try Sample.add("b", scratch.open(calls: calls)) }
            #expect(flushes > failing)
            #expect(try scratch.open().names() == [], "flush \(failing)")
        }
    }

    /// Otherwise a power failure could leave a HEAD that counts lines which never reached the disk.
    @Test func flushesTheLinesOfAnInterruptedCommandBeforeHeadCountsThem() throws {
        let scratch = try Sample.register(1)
        let behind = try #require(try scratch.text("HEAD"))
        try Sample.add("b", scratch.open())
        try scratch.put(behind, "HEAD")
        nonisolated(unsafe) var steps: [String] = []
        var calls = SystemCalls.system
        let register = try #require(try scratch.open().status(of: "register.jsonl")).st_ino
        calls.fsync = { descriptor in
            var status = stat()
            if fstat(descriptor, &status) == 0, status.st_ino == register { steps.append("flush") }
            return fsync(descriptor)
        }
        calls.rename = { directory, old, new in
            steps.append(new)
            return renameat(directory, old, directory, new)
        }
        try Sample.add("c", scratch.open(calls: calls))
        #expect(steps == ["flush", "HEAD", "flush", "HEAD"])
        #expect(try verify(scratch).head?.count == 3)
    }

    @Test func writesThroughShortWrites() throws {
        let scratch = try Sample.register(1)
        var calls = SystemCalls.system
        calls.write = { write($0, $1, Int.random(in: 1...max(1, min($2, 7)))) }
        for i in 0..<5 { try Sample.add("s\(i)", scratch.open(calls: calls), owners: ["www"]) }
        #expect(try verify(scratch).head?.count == 6)
    }

    // MARK: Together

    /// Every name is tried by several at once: one of them gets it, the others are refused, none is lost.
    @Test func hasOneWinnerForEachName() async throws {
        let scratch = try Scratch()
        let path = scratch.path
        let names = 60
        let wins = try await withThrowingTaskGroup(of: [String].self) { group in
            for worker in 0..<6 {
                group.addTask {
                    var won: [String] = []
                    let directory = try Directory.open(path, for: .writing)
                    for i in 0..<names {
                        let label = "n\((i &* 7 &+ worker &* 11) % names)"
                        do {
                            try Sample.add(label, directory)
                            won.append(label)
                        } catch Failure.refused {}
                    }
                    return won
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(wins.count == names && Set(wins).count == names)
        let found = try verify(scratch)
        #expect(found.head?.count == names && found.damage == nil && found.notices.isEmpty)
        var requests: Set<String> = []
        try Register.read(in: scratch.open()) { register in
            try register.forEachRawName { requests.insert(String(decoding: $0.request, as: UTF8.self)) }
        }
        #expect(requests.count == names)
    }
}

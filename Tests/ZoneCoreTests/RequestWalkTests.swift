import RFC1035
import TestSupport
import Testing

@testable import ZoneCore

/// Requests of a procedure in the register: the newest event is enough to know one, links lead to its history.
@Suite struct RequestWalkTests {
    private static let zone = try! Name("example.go.id")
    private static let time = Instant(rfc3339: "2026-11-20T03:00:00Z")!

    private static func withFolder<R>(_ body: (Directory) throws -> R) throws -> R {
        let directory = try TemporaryDirectory()
        return try withExtendedLifetime(directory) { try body(try Directory.open(directory.root, for: .writing)) }
    }

    private static func transact<R>(
        _ folder: Directory, tailLimit: Int, _ body: (RegisterTransaction) throws -> R
    ) throws -> R {
        try Register.transact(
            in: folder, zone: zone, time: time, actor: "registrar:Sari", creates: true,
            options: Register.Options(tailLimit: tailLimit), body)
    }

    private static func summary(_ id: RequestID, _ state: RequestState, letter: String = "1/2026") -> RequestSummary {
        var summary = RequestSummary(id: id, kind: "new", channel: "letter", opd: "Dinas Kesehatan", letter: letter)
        summary.procedure = "PBG"
        summary.state = state
        summary.begun = time
        summary.open = [.init(step: "PBG-02", since: Instant(seconds: time.seconds + 60))]
        summary.taken = [
            .init(step: "PBG-01", times: StepTimes(since: time), done: Instant(seconds: time.seconds + 60))
        ]
        return summary
    }

    @Test func aSummaryComesBackWhole() throws {
        var summary = Self.summary(try #require(RequestID("2026/0001")), .verified)
        summary.outcome = .deferred
        summary.reason = "NO_CAPACITY"
        summary.revision = 2
        summary.attempts = 3
        summary.received = Self.time
        summary.provisioned = Self.time
        summary.assigned = "Tim Teknis"
        summary.schedule = "2026-11-24"
        summary.gigabytes = 5
        summary.space = 4
        summary.form = 17
        summary.before = 900
        summary.outgoing = RequestID("2026/0012")
        summary.details = ["later": .string("kept")]
        #expect(RequestSummary(json: summary.json) == summary)
        #expect(summary.json.canonical.count < 700)
    }

    /// Letters are counted by year, with the index and without it, across commands and inside one.
    @Test(arguments: [0, 1000])
    func lettersAreCounted(tailLimit: Int) throws {
        try Self.withFolder { folder in
            func write(_ number: String, outgoing: String?) throws -> (next: RequestID, later: RequestID) {
                try Self.transact(folder, tailLimit: tailLimit) { register in
                    let next = try register.nextOutgoing(year: 2026)
                    var summary = Self.summary(try #require(RequestID(number)), .signed)
                    summary.outgoing = outgoing.flatMap { RequestID($0) }
                    try register.record(EventDraft(.lettered, request: summary))
                    return (next, try register.nextOutgoing(year: 2026))
                }
            }
            #expect(try write("2026/0001", outgoing: nil).later.description == "2026/0001")
            #expect(try write("2026/0001", outgoing: "2026/0001").later.description == "2026/0002")
            let third = try write("2026/0002", outgoing: "2026/0002")
            #expect(third.next.description == "2026/0002" && third.later.description == "2026/0003")
            // A letter of last year does not count for this one, nor do events that only carry the number along.
            #expect(try write("2026/0003", outgoing: "2025/0009").later.description == "2026/0003")
            #expect(try write("2026/0001", outgoing: "2026/0001").later.description == "2026/0003")
            let last = try Self.transact(folder, tailLimit: tailLimit) { try $0.nextOutgoing(year: 2025) }
            #expect(last.description == "2025/0010")
        }
    }

    /// With the index and without it, across commands and inside one.
    @Test(arguments: [1, 3, 1000]) func historiesAreFollowed(tailLimit: Int) throws {
        try Self.withFolder { folder in
            var ids: [RequestID] = []
            for number in 1...5 {
                let id = try #require(RequestID(year: 2026, number: number))
                ids.append(id)
                try Self.transact(folder, tailLimit: tailLimit) { register in
                    #expect(try register.nextRequestID(year: 2026) == id)
                    var form = RequestForm()
                    form.opd = "Dinas \(number)"
                    try register.record(
                        EventDraft(
                            .requested, request: Self.summary(id, .registered, letter: "\(number)/2026"),
                            details: ["form": form.json]))
                    // Twice in one command: the link goes to a line that is not written yet.
                    try register.record(
                        EventDraft(.stepped, request: Self.summary(id, .disposed, letter: "\(number)/2026")))
                    #expect(try register.request(withLetter: "\(number)/2026")?.id == id)
                }
            }
            try Self.transact(folder, tailLimit: tailLimit) { register in
                for id in ids.reversed() {
                    try register.record(EventDraft(.stepped, request: Self.summary(id, .verified)))
                    var form = RequestForm()
                    form.opd = "again"
                    try register.record(
                        EventDraft(
                            .resubmitted, request: Self.summary(id, .verified, letter: "x"),
                            details: ["form": form.json]))
                    try register.record(
                        EventDraft(
                            .stepped, request: Self.summary(id, .approved),
                            details: [
                                "step": .string("PBG-06"), "decision": .bool(false), "reason": .string("DUPLICATE"),
                                "note": .string("“dua\tkali”\n\u{1}"), "number": .string("7"),
                                "attachments": .array([.object(["kind": .string("suratKuasa")])]),
                            ]))
                }
            }
            try Register.read(in: folder) { register in
                for (index, id) in ids.enumerated() {
                    let history = try register.history(of: id)
                    #expect(history.map(\.kind) == [.requested, .stepped, .stepped, .resubmitted, .stepped])
                    #expect(history.first?.details["form"]?["opd"]?.string == "Dinas \(index + 1)")
                    #expect(history.allSatisfy { $0.request?.id == id })
                    // The form is found without the history.
                    #expect(history[2].request?.form == history[1].request?.before)
                    #expect(history[4].request?.form == history[4].request?.before)
                    #expect(try register.request(withLetter: "\(index + 1)/2026")?.id == id)
                }
                var seen: [RequestID] = []
                var reader = try RequestTimelineReader(register)
                try register.forEachRequest { request, event in
                    seen.append(request.id)
                    try Self.expectTheSame(reader.timeline(of: request.id, from: event.offset), register, request.id)
                    #expect(request.state == .approved && event.kind == .stepped)
                }
                #expect(seen.sorted() == ids)
                #expect(try register.request(withLetter: "77/2026") == nil)
                #expect(try register.request(withLetter: " x ")?.id != nil)
            }
        }
    }

    /// An older line is looked at by no digest when it is read: what is no JSON any more must be seen all the same.
    @Test(arguments: [
        (#","kind""#, #" "kind""#), (#""form":{"#, #""form":["#), (#"["PBG-02",60]"#, #"["PBG-02",6O]"#),
    ])
    func aDamagedOlderLineIsSeen(text: String, damaged: String) throws {
        try Self.withFolder { folder in
            let id = try #require(RequestID("2026/0001"))
            try Self.transact(folder, tailLimit: 1) { register in
                var form = RequestForm()
                form.opd = "Dinas"
                try register.record(
                    EventDraft(.requested, request: Self.summary(id, .registered), details: ["form": form.json]))
                try register.record(EventDraft(.stepped, request: Self.summary(id, .disposed)))
            }
            let octets = try #require(try folder.contents(of: "register.jsonl", limit: 1 << 20))
            var lines = String(decoding: octets, as: UTF8.self).split(separator: "\n").map(String.init)
            let place = try #require(lines.firstIndex { $0.contains("\"requested\"") })
            #expect(lines[place].contains(text))
            lines[place] = lines[place].replacing(text, with: damaged)
            try folder.replace("register.jsonl", with: Array((lines.joined(separator: "\n") + "\n").utf8), mode: 0o600)
            try Register.read(in: folder) { register in
                var reader = try RequestTimelineReader(register)
                let newest = try #require(try register.located(committed: id))
                #expect(throws: RegisterDamage.self) { try reader.timeline(of: id, from: newest.offset) }
            }
        }
    }

    /// More requests than one thread reads at once: still in order, one after the other, until somebody has enough.
    @Test func manyRequestsComeInOrder() throws {
        struct Enough: Error {}
        try Self.withFolder { folder in
            let count = 1100
            try Self.transact(folder, tailLimit: 1) { register in
                for number in 1...count {
                    let id = try #require(RequestID(year: 2026, number: number))
                    try register.record(EventDraft(.requested, request: Self.summary(id, .registered)))
                }
            }
            try Register.read(in: folder) { register in
                var seen: [Int] = []
                try register.forEachRequest { request, _ in seen.append(request.id.number) }
                #expect(seen == Array(1...count))
                seen = []
                #expect(throws: Enough.self) {
                    try register.forEachRequest { request, _ in
                        seen.append(request.id.number)
                        if seen.count == 700 { throw Enough() }
                    }
                }
                #expect(seen == Array(1...700))
            }
        }
    }

    /// Lines of all lengths, many over the end of what is kept in one piece, asked for here and there.
    @Test func theCacheGivesEachLine() throws {
        var random = SeededRandom.fresh()
        try Self.withFolder { folder in
            var octets: [UInt8] = []
            var lines: [(offset: Int, line: ArraySlice<UInt8>)] = []
            for number in 0..<3000 {
                let length = Int.random(in: 0...(number % 100 == 0 ? 60_000 : 2000), using: &random)
                let start = octets.count
                octets += (0..<length).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) }
                lines.append((start, octets[start...]))
                octets.append(0x0A)
            }
            let end = octets.count
            octets += Array("no end".utf8)
            try folder.replace("lines", with: octets, mode: 0o600)
            let file = try folder.file("lines")
            var cache = try LineCache(file: file)
            var reverse = lines
            reverse.reverse()
            for (offset, line) in reverse + lines.shuffled(using: &random) {
                var found: [UInt8] = []
                let isThere = try cache.withLine(at: offset) { found = Array($0) }
                #expect(isThere && found[...] == line)
            }
            for offset in [-1, end, end + 3, octets.count, octets.count + 1, octets.count + 1 << 20, 1 << 50] {
                let isThere = try cache.withLine(at: offset) { _ in Issue.record("there is no line at \(offset)") }
                #expect(!isThere)
            }
            // One piece holds all.
            try folder.replace("short", with: Array("a\nb\n".utf8), mode: 0o600)
            var short = try LineCache(file: try folder.file("short"))
            for (offset, line) in [(0, "a"), (2, "b"), (0, "a")] {
                let isThere = try short.withLine(at: offset) { #expect(Array($0) == Array(line.utf8)) }
                #expect(isThere)
            }
            let isThere = try short.withLine(at: 1 << 14) { _ in }
            #expect(!isThere)
        }
    }

    /// The quick reading says what the whole events say.
    private static func expectTheSame(
        _ timeline: RequestTimeline, _ register: RegisterSnapshot, _ id: RequestID
    ) throws {
        let history = try register.history(of: id)
        #expect(timeline.entries.map(\.kind) == history.map(\.kind))
        #expect(timeline.entries.map(\.actor) == history.map(\.actor))
        #expect(timeline.entries.map(\.time.rfc3339) == history.map(\.time))
        #expect(timeline.entries.map(\.step) == history.map { $0.details["step"]?.string })
        #expect(timeline.entries.map(\.decision) == history.map { $0.details["decision"]?.bool })
        #expect(timeline.entries.map(\.reason) == history.map { $0.details["reason"]?.string })
        #expect(timeline.entries.map(\.note) == history.map { $0.details["note"]?.string })
        #expect(timeline.entries.last?.note == "“dua\tkali”\n\u{1}" && timeline.entries.allSatisfy { $0.letter == nil })
        #expect(timeline.form?.opd == "again" && timeline.form?.attachments.map(\.kind) == ["suratKuasa"])
    }

    /// Space that a request holds counts like that of names, and is given back.
    @Test(arguments: [1, 1000]) func reservedSpaceCounts(tailLimit: Int) throws {
        try Self.withFolder { folder in
            let first = try #require(RequestID("2026/0001"))
            let second = try #require(RequestID("2026/0002"))
            var taken: [Int] = []
            for (id, space) in [(first, 0), (first, 5), (second, 2), (first, 0), (second, 3), (second, 3)] {
                try Self.transact(folder, tailLimit: tailLimit) { register in
                    var summary = Self.summary(id, .approved)
                    summary.space = space
                    try register.record(EventDraft(.stepped, request: summary))
                    taken.append(try register.gigabytesTaken())
                }
                #expect(try Register.read(in: folder) { try $0.gigabytesTaken() } == taken.last)
            }
            #expect(taken == [0, 5, 7, 2, 3, 3])
        }
    }
}

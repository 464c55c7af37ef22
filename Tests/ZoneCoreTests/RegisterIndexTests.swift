import RFC1035
import TestSupport
import Testing

@testable import ZoneCore

/// The index answers as a full reading does, whatever was written and whenever it was brought up to date.
@Suite struct RegisterIndexTests {
    /// What a full reading by the simplest means says.
    private struct Model {
        var names: [Name: ManagedName] = [:]
        var requests: [RequestID: RequestSummary] = [:]

        func holder(_ owner: Name) -> ManagedName? {
            if let name = names[owner], name.status != .retired { return name }
            return names.values.first { $0.status != .retired && $0.owners.contains(owner.description) }
        }
    }

    @Test(arguments: [0, 1, 3, 7, 40])
    func equalsTheFullReading(tailLimit: Int) throws {
        let scratch = try Scratch()
        let directory = try scratch.open()
        var model = Model()
        var random = SeededRandom.fresh()
        let labels = (0..<12).map { "n\($0)" } + ["a.p", "b.p", "c.p", "a.n1", "b.n1", "x.y"]
        for _ in 0..<120 {
            try Sample.transact(directory, tailLimit: tailLimit) { register in
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let label = try #require(labels.randomElement(using: &random))
                    let name = try Sample.name(label)
                    let id = try register.nextRequestID(year: Int.random(in: 2025...2027, using: &random))
                    let owners = try #require([["www"], ["_dmarc", "www"], []].randomElement(using: &random))
                    let clash = try owners.contains {
                        model.holder(try name.prepending($0)).map { $0.name != name } ?? false
                    }
                    guard !clash, model.holder(name).map({ $0.name == name }) ?? true else { continue }
                    let state = try Sample.managed(
                        label, id, status: #require(NameStatus.allCases.randomElement(using: &random)), owners: owners,
                        gigabytes: Int.random(in: 0...3, using: &random))
                    let request = RequestSummary(id: id, kind: "new", opd: "x", letter: "y", name: name)
                    try register.record(EventDraft(.changed, name: state, request: request))
                    model.names[name] = state
                    model.requests[id] = request
                }
                if Bool.random(using: &random) {
                    let serial = UInt32.random(in: 0 ... .max, using: &random)
                    try register.record(RenderedEvent(serial: serial, digest: "00", bytes: 1).draft)
                    #expect(try register.lastRendered()?.serial == serial)
                }
            }
            if Int.random(in: 0..<10, using: &random) == 0 { try compare(directory, model, labels) }
        }
        try compare(directory, model, labels)
        #expect(try Register.verify(in: directory).damage == nil)
        if tailLimit < 40 { #expect(try directory.holds(".index")) }
        // What any of it is worth without the index.
        if let folder = try? directory.subdirectory(".index", for: .writing) {
            for name in try folder.names().sorted() where name != ".gitignore" {
                var octets = try #require(try folder.contents(of: name))
                octets[Int.random(in: octets.indices, using: &random)] ^= 4
                try folder.replace(name, with: octets, mode: 0o640)
            }
        }
        try compare(directory, model, labels)
    }

    private func compare(_ directory: Directory, _ model: Model, _ labels: [String]) throws {
        try Register.read(in: directory) { register in
            for label in labels {
                let name = try Sample.name(label)
                #expect(try register.managedName(name) == model.names[name])
                for owner in [name, try name.prepending("www"), try name.prepending("_dmarc")] {
                    #expect(try register.holder(ofOwner: owner)?.name == model.holder(owner)?.name)
                    if model.holder(owner) != nil { #expect(try register.exists(owner)) }
                }
                let below = model.names.values.filter { $0.status.isHeld && $0.name.isBelow(name) }.map(\.name)
                #expect(try Set(register.heldNamesBelow(name, limit: 99)) == Set(below))
                #expect(try register.heldNamesBelow(name, limit: 1).count == min(1, below.count))
            }
            let apex = try #require(Sample.zone)
            let held = model.names.values.filter(\.status.isHeld)
            #expect(try register.heldNamesBelow(apex, limit: 99).count == held.count)
            #expect(try !register.exists(Sample.name("never")))
            for (id, request) in model.requests { #expect(try register.request(id) == request) }
            for year in 2025...2027 {
                let last = model.requests.keys.filter { $0.year == year }.max()?.number ?? 0
                #expect(try register.nextRequestID(year: year).number == last + 1)
            }
            let taken = model.names.values.filter { $0.status == .active || $0.status == .suspended }
            #expect(try register.gigabytesTaken() == taken.reduce(0) { $0 + $1.gigabytes })
            for status in NameStatus.allCases {
                let of = model.names.values.filter { $0.status == status }
                #expect(try register.count(of: status) == of.count)
                var raw: [String: [String]] = [:]
                try register.forEachRawName(statuses: [status]) { name in
                    var lines: [String] = []
                    name.forEachRecord { lines.append(String(decoding: $0, as: UTF8.self)) }
                    raw[String(decoding: name.name, as: UTF8.self)] = lines
                }
                #expect(raw == Dictionary(of.map { ($0.name.description, $0.records) }) { a, _ in a })
                var whole: Set<ManagedName> = []
                try register.forEachManagedName(statuses: [status]) { whole.insert($0) }
                #expect(whole == Set(of))
            }
        }
    }

    private func filled(_ count: Int) throws -> Scratch {
        let scratch = try Scratch()
        for i in 1...count {
            let directory = try scratch.open()
            try Sample.transact(directory, tailLimit: 10) { register in
                let id = try register.nextRequestID(year: 2026)
                try register.record(
                    EventDraft(
                        .added, name: try Sample.managed("n\(i)", id, owners: ["www"]),
                        request: RequestSummary(id: id, kind: "new", opd: "x", letter: "y")))
            }
        }
        return scratch
    }

    @Test func seesAChangedLineItPointsTo() throws {
        let scratch = try filled(30)
        let text = try #require(try scratch.text("register.jsonl"))
        // Line 5 stands far before what a command verifies.
        try scratch.put(text.replacing("Dinas n5\"", with: "Dinas X5\""), "register.jsonl")
        try Register.read(in: scratch.open()) { register in
            let whole = try register.managedName(Sample.name("n6"))
            #expect(whole != nil)
            #expect(throws: RegisterDamage.self) { try register.managedName(Sample.name("n5")) }
        }
        #expect(throws: Failure.self) {
            try Register.read(in: scratch.open()) { try $0.forEachRawName { _ in } }
        }
        #expect(try Register.verify(in: scratch.open()).damage?.line == 5)
    }

    /// What is damaged is found before the first page is written.
    @Test func aDamagedNameLeavesTheStatusPagesAlone() throws {
        let scratch = try filled(30)
        // The newest line about its request is another one.
        try Sample.transact(scratch.open(), tailLimit: 10) { register in
            let id = try #require(RequestID("2026/0005"))
            try register.record(
                EventDraft(.lettered, request: RequestSummary(id: id, kind: "new", opd: "x", letter: "y")))
        }
        let text = try #require(try scratch.text("register.jsonl"))
        try scratch.put(text.replacing("Dinas n5\"", with: "Dinas X5\""), "register.jsonl")
        let pages = try Scratch()
        try Register.read(in: scratch.open()) { register in
            let zone = try #require(Sample.zone)
            let site = StatusSite(
                register, zone: zone, settings: ZoneSettings(zone: zone), procedure: nil,
                calendar: OfficeCalendar(utcOffset: .utc), now: Sample.time,
                options: StatusSite.Options(language: .indonesian, withContacts: false))
            #expect(throws: RegisterDamage.self) { try site.write(to: pages.open()) }
            let left = try pages.open().names()
            #expect(left.isEmpty)
        }
    }

    @Test func throwsAwayAnIndexOfAnotherRegister() throws {
        let scratch = try filled(30)
        let other = try filled(25)
        try scratch.put(#require(try other.text("register.jsonl")), "register.jsonl")
        try scratch.put(#require(try other.text("HEAD")), "HEAD")
        try Register.read(in: scratch.open()) { register in
            #expect(register.head.count == 25)
            let unknown = try register.managedName(Sample.name("n26"))
            #expect(unknown == nil)
        }
        try Sample.add("n26", scratch.open())
        #expect(try Register.verify(in: scratch.open()).head?.count == 26)
    }

    @Test func goesOnWithoutAFolderForIt() throws {
        let scratch = try Scratch()
        try scratch.put("in the way", ".index")
        for i in 0..<5 {
            try Sample.transact(scratch.open(), tailLimit: 1) { register in
                let id = try register.nextRequestID(year: 2026)
                try register.record(EventDraft(.added, name: try Sample.managed("n\(i)", id)))
            }
        }
        try Register.read(in: scratch.open()) { #expect($0.head.count == 5) }
    }

    /// What the commands get out of a register, in one text.
    private func answers(_ scratch: Scratch) throws -> String {
        try Register.read(in: scratch.open()) { register in
            var lines = ["\(register.head)", "\(try register.gigabytesTaken())"]
            for i in 1...12 {
                let name = try Sample.name("n\(i)")
                lines.append("\(String(describing: try register.managedName(name)))")
                lines.append("\(String(describing: try register.holder(ofOwner: name.prepending("www"))?.name))")
                lines.append("\(try register.exists(name.prepending("www")))")
            }
            let apex = try #require(Sample.zone)
            lines.append("\(try register.heldNamesBelow(apex, limit: 99).map(\.description).sorted())")
            lines.append("\(try register.nextRequestID(year: 2026)) \(String(describing: try register.lastRendered()))")
            try register.forEachRawName { lines.append(String(decoding: $0.name, as: UTF8.self)) }
            return lines.joined(separator: "\n")
        }
    }

    private func indexed() throws -> (scratch: Scratch, folder: Directory, files: [String: [UInt8]]) {
        let scratch = try filled(40)
        try Sample.transact(scratch.open(), tailLimit: 0) {
            try $0.record(RenderedEvent(serial: 7, digest: "00", bytes: 1).draft)
        }
        try Sample.add("last", scratch.open())
        let folder = try scratch.open().subdirectory(".index", for: .writing)
        var files: [String: [UInt8]] = [:]
        for name in try folder.names() where name != ".gitignore" { files[name] = try folder.contents(of: name) }
        try #require(!files.isEmpty)
        return (scratch, folder, files)
    }

    @Test func damageToTheIndexChangesNoAnswer() throws {
        let (scratch, folder, files) = try indexed()
        let expected = try answers(scratch)
        var random = SeededRandom.fresh()
        for (name, whole) in files.sorted(by: { $0.key < $1.key }) {
            var places = (0..<40).map { $0 * 8 } + (0..<60).map { _ in Int.random(in: whole.indices, using: &random) }
            places += stride(from: 0, to: whole.count, by: 512)
            for place in places {
                var octets = whole
                for i in place..<min(place + Int.random(in: 1...16, using: &random), whole.count) {
                    octets[i] = UInt8.random(in: 0...255, using: &random)
                }
                try folder.replace(name, with: octets, mode: 0o640)
                #expect(try answers(scratch) == expected, "\(name) at \(place)")
            }
            for length in [0, 1, 4095, 4096, whole.count - 1, whole.count + 1, whole.count + 4096] {
                let octets = Array(whole.prefix(length)) + [UInt8](repeating: 0, count: max(0, length - whole.count))
                try folder.replace(name, with: octets, mode: 0o640)
                #expect(try answers(scratch) == expected, "\(name) of \(length)")
            }
            try folder.replace(name, with: whole, mode: 0o640)
        }
    }

    /// Whoever may write the folder can also make the checks right. The program may then say that something is
    /// wrong, or be told less than there is; it does not crash or run on for ever.
    @Test func aForgedIndexIsNoWayToCrash() throws {
        let (scratch, folder, files) = try indexed()
        let numbers: [UInt64] = [0, 1, 1 << 20, 1 << 31, 1 << 53, (1 << 54) - 1, 1 << 63, .max - 1, .max]
        var random = SeededRandom.fresh()
        for (name, whole) in files.sorted(by: { $0.key < $1.key }) {
            let words = Array(0..<28) + (0..<28).map { _ in Int.random(in: 0..<whole.count / 8, using: &random) }
            let places = words.map { $0 * 8 }
            for place in places where place % 4096 != 4088 {
                for number in place < 224 ? numbers[...] : numbers.shuffled(using: &random).prefix(2) {
                    var octets = whole
                    withUnsafeBytes(of: number.littleEndian) { for i in 0..<8 { octets[place + i] = $0[i] } }
                    let page = place / 4096
                    let check = FileSegment.check(Array(octets[(page * 4096)..<(page * 4096 + 4096)]), page)
                    withUnsafeBytes(of: check.littleEndian) {
                        for i in 0..<8 { octets[page * 4096 + 4088 + i] = $0[i] }
                    }
                    try folder.replace(name, with: octets, mode: 0o640)
                    do { _ = try answers(scratch) } catch is Failure {} catch is RegisterDamage {}
                }
            }
            try folder.replace(name, with: whole, mode: 0o640)
        }
    }

    @Test func keepsFewFiles() throws {
        let scratch = try filled(150)
        let names = try scratch.open().subdirectory(".index", for: .reading).names()
        #expect(names.contains(".gitignore") && names.count <= 6)
    }
}

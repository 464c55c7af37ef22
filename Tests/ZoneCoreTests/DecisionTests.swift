import RFC1035
import Testing

@testable import ZoneCore

private let zone = try! Name("purbalinggakab.go.id")

private func full(_ text: String) -> Name { try! Name(text, origin: zone) }

/// A register in memory.
private final class FakeRegister: RegisterView {
    var names: [Name: ManagedName] = [:]
    var isBroken = false

    struct Broken: Error {}

    func managedName(_ name: Name) throws -> ManagedName? {
        if isBroken { throw Broken() }
        return names[name]
    }
    func holder(ofOwner name: Name) throws -> ManagedName? {
        names.values.first { $0.status != .retired && ($0.name == name || $0.owners.contains(name.description)) }
    }
    func heldNamesBelow(_ name: Name, limit: Int) throws -> [Name] {
        Array(names.values.filter { $0.status.isHeld && $0.name.isBelow(name) }.map(\.name).sorted().prefix(limit))
    }
    func forEachActiveRecord(
        _ body: (_ name: UnsafeBufferPointer<UInt8>, _ record: UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        for managed in names.values where managed.status == .active {
            for record in managed.records {
                try Array(managed.name.description.utf8).withUnsafeBufferPointer { name in
                    try Array(record.utf8).withUnsafeBufferPointer { try body(name, $0) }
                }
            }
        }
    }
    func exists(_ name: Name) throws -> Bool { names[name] != nil }
    func request(_ id: RequestID) throws -> RequestSummary? { nil }
    func event(of id: RequestID) throws -> Event? { nil }
    func history(of id: RequestID) throws -> [Event] { [] }
    func event(of name: Name) throws -> Event? { nil }
    func nextRequestID(year: Int) throws -> RequestID { RequestID("2026/9999")! }
    func gigabytesTaken() throws -> Int {
        names.values.filter { $0.status != .retired }.reduce(0) { $0 + $1.gigabytes }
    }
    var gigabytesAdded = 0
    func count(of status: NameStatus) throws -> Int { names.values.count { $0.status == status } }
    func lastRendered() throws -> RenderedEvent? { nil }
    var head: RegisterHead { .empty }
}

private struct FakeStatic: StaticZoneView {
    var answers: [Name: Existence] = [:]
    func existence(of name: Name, seekingDescendants: Bool) -> Existence { answers[name] ?? .none }
    func forEachPointer(_ body: (_ row: Int, _ target: UnsafeBufferPointer<UInt8>) -> Void) {}
    func pointer(at row: Int) -> StaticPointer? { nil }
}

/// An office with some names and a day that goes on.
private final class Office {
    let register = FakeRegister()
    var records = FakeStatic()
    var settings: ZoneSettings
    var today = CalendarDate("2026-11-20")!
    private var number = 0

    init() {
        settings = ZoneSettings(zone: zone)
        settings.documentationAddresses = .allow
        settings.hosting.addresses = [try! IPAddress("192.0.2.80")]
        settings.redirector = [try! IPAddress("192.0.2.81")]
    }

    var decision: Decision { Decision(settings: settings, register: register, staticZone: records, today: today) }

    func letter(_ opd: String) -> RequestLetter {
        number += 1
        return RequestLetter(id: RequestID(year: 2026, number: number)!, opd: opd, letter: "005/\(number)/2026")
    }

    @discardableResult
    func add(
        _ name: String, _ opd: String, override: String? = nil,
        _ change: (inout TargetOptions) -> Void = { $0.addresses = ["192.0.2.10"] }
    )
        throws(Failure) -> Decision.Proposal
    {
        var options = TargetOptions()
        change(&options)
        let proposal = try decision.add(name, letter: letter(opd), options: options, override: override)
        register.names[proposal.name.name] = proposal.name
        return proposal
    }

    @discardableResult
    func change(_ name: String, _ opd: String, _ change: (inout TargetOptions) -> Void) throws(Failure)
        -> Decision.Proposal
    {
        var options = TargetOptions()
        change(&options)
        let proposal = try decision.change(name, letter: letter(opd), options: options)
        register.names[proposal.name.name] = proposal.name
        return proposal
    }

    @discardableResult
    func remove(_ name: String, _ opd: String) throws(Failure) -> Decision.Proposal {
        let proposal = try decision.remove(name, letter: letter(opd))
        register.names[proposal.name.name] = proposal.name
        return proposal
    }
}

/// `CODE subject: text` of every reason.
private func refusal<Value>(_ run: () throws(Failure) -> Value) -> [String] {
    do {
        return ["accepted: \(try run())"]
    } catch {
        switch error {
        case .refused(let reasons), .state(let reasons):
            return reasons.map { "\($0.code) \($0.subject): \($0.text.en)" }
        case .usage(let text): return ["usage: \(text.en)"]
        case .io(let text): return ["io: \(text.en)"]
        }
    }
}

@Suite("Decisions on names")
struct DecisionTests {
    @Test(arguments: [
        "dinkes", "DINKES", "dinkes.", "dinkes.purbalinggakab.go.id", "DinKes.purbalinggakab.go.id.", "www.dinkes",
    ])
    func aTakenNameIsRefusedWithItsHolder(_ typed: String) throws {
        let office = Office()
        try office.add("dinkes", "Dinas Kesehatan")
        let said = refusal { () throws(Failure) in
            try office.add(typed, "Dinas Perhubungan") { $0.cname = "x.example.net" }
        }
        #expect(said.count == 1)
        #expect(
            said[0].hasPrefix(
                "DUPLICATE dinkes.purbalinggakab.go.id: already taken by Dinas Kesehatan (request 2026/0001, "
                    + "2026-11-20)"
            ))
        #expect(said[0].hasSuffix("; free: dishub, dishub-purbalingga, dinkes-purbalingga"))
        #expect(office.register.names.count == 1)
    }

    @Test func theHolderIsToldToAskForSomethingElse() throws {
        let office = Office()
        try office.add("dinkes", "Dinas Kesehatan")
        let said = refusal { () throws(Failure) in try office.add("dinkes", "DINAS kesehatan") }
        #expect(
            said[0].hasPrefix(
                "DUPLICATE dinkes.purbalinggakab.go.id: already taken by Dinas Kesehatan (request 2026/0001, "
                    + "2026-11-20)"
            ))
        #expect(said[0].contains("your agency") && !said[0].contains("free:"))
    }

    @Test func everyWayToExistIsToldApart() throws {
        let office = Office()
        try office.add("dinkes", "Dinas Kesehatan") {
            $0.addresses = ["192.0.2.10"]
            $0.www = true
        }
        try office.add("rsud", "RSUD") { $0.delegate = ["ns1.rsud=192.0.2.53", "ns.example.net"] }
        var requested = try office.add("bkd", "BKD").name
        requested.status = .requested
        requested.records = []
        office.register.names[requested.name] = requested
        var suspended = try office.add("cctv", "Dinas Perhubungan").name
        suspended.status = .suspended
        office.register.names[suspended.name] = suspended
        let file = "zones/x/static.zone"
        office.records.answers = [
            full("portal"): .records(types: [.a, .txt], file: file, line: 12),
            full("app"): .emptyNonTerminal(below: full("a.app")),
            full("unit"): .belowDelegation(cut: full("unit"), file: file, line: 20),
            full("lama"): .coveredByWildcard(owner: full("*"), file: file, line: 30),
            full("x.dname"): .belowDNAME(owner: full("dname"), file: file, line: 31),
        ]
        office.settings.labelDepth = 2
        let wanted = [
            ("bkd", "DUPLICATE bkd.purbalinggakab.go.id: already requested by BKD (request 2026/0003"),
            (
                "cctv",
                "DUPLICATE cctv.purbalinggakab.go.id: already taken by Dinas Perhubungan (request 2026/0004, "
                    + "2026-11-20), suspended"
            ),
            (
                "portal",
                "DUPLICATE portal.purbalinggakab.go.id: exists among the static records of the office (A, TXT; "
                    + "static.zone:12)"
            ),
            ("app", "DUPLICATE app.purbalinggakab.go.id: exists already as an empty non-terminal"),
            ("unit", "DUPLICATE unit.purbalinggakab.go.id: at or below the delegation unit"),
            ("lama", "DUPLICATE lama.purbalinggakab.go.id: covered by the wildcard"),
            ("x.dname", "DUPLICATE x.dname.purbalinggakab.go.id: below the DNAME"),
            ("sub.rsud", "DUPLICATE sub.rsud.purbalinggakab.go.id: at or below the delegation of rsud"),
            ("ns1.rsud", "RESERVED"), ("www", "RESERVED www: reserved"), ("purbalinggakab.go.id", "RESERVED"),
            ("dinkes.tulungagung.go.id", "OUT_OF_ZONE"), ("-x", "INVALID_LABEL"),
        ]
        for (typed, start) in wanted where typed != "ns1.rsud" {
            let said = refusal { () throws(Failure) in try office.add(typed, "Bappeda") }
            #expect(said.first?.hasPrefix(start) == true, "\(typed): \(said)")
        }
        guard case .companion(let holder)? = try office.decision.use(of: full("www.dinkes")) else {
            Issue.record("the companion is not seen")
            return
        }
        #expect(holder.name == full("dinkes"))
    }

    @Test func anOpenRequestMayTakeItsName() throws {
        let office = Office()
        var requested = try office.add("bkd", "BKD").name
        requested.status = .requested
        requested.records = []
        office.register.names[requested.name] = requested
        var options = TargetOptions()
        options.addresses = ["192.0.2.4"]
        let same = RequestLetter(id: requested.request, opd: "BKD", letter: "1")
        #expect(try office.decision.add("bkd", letter: same, options: options).name.status == .active)
    }

    @Test func quarantine() throws {
        let office = Office()
        try office.add("dinkes", "Dinas Kesehatan") { $0.hosting = .gigabytes("2") }
        let gone = try office.remove("dinkes", " dinas  KESEHATAN ")
        #expect(gone.name.status == .retired && gone.name.records.isEmpty && gone.name.gigabytes == 0)
        #expect(gone.name.quarantineUntil == "2027-02-18" && gone.draft.kind == .removed)
        #expect(gone.name.opd == "Dinas Kesehatan" && gone.draft.request?.kind == "delete")
        let other = refusal { () throws(Failure) in try office.add("dinkes", "Dinas Perhubungan") }
        #expect(other[0].hasPrefix("QUARANTINED dinkes.purbalinggakab.go.id") && other[0].contains("until 2027-02-18"))
        #expect(
            refusal { () throws(Failure) in try office.add("dinkes", "Dinas Perhubungan", override: "x") }[0].hasPrefix(
                "QUARANTINED"))
        #expect(
            refusal { () throws(Failure) in try office.add("dinkes", "Dinas Kesehatan") }[0].hasPrefix("QUARANTINED"))
        #expect(
            refusal { () throws(Failure) in try office.remove("dinkes", "Dinas Kesehatan") }[0].hasPrefix(
                "NAME_NOT_FOUND"))
        office.today = CalendarDate("2027-02-17")!
        #expect(
            refusal { () throws(Failure) in try office.add("dinkes", "Dinas Perhubungan") }[0].hasPrefix("QUARANTINED"))
        office.today = CalendarDate("2027-02-18")!
        let again = try office.add("dinkes", "Dinas Perhubungan")
        #expect(again.previous?.status == .retired && again.name.firstRequest == again.name.request)
    }

    @Test func theHolderMayHaveItsNameBackForAReason() throws {
        let office = Office()
        try office.add("dinkes", "Dinas Kesehatan")
        try office.remove("dinkes", "Dinas Kesehatan")
        let back = try office.add("dinkes", "Dinas Kesehatan", override: "removed by mistake")
        #expect(back.draft.details["override"] == .string("removed by mistake"))
    }

    @Test func reservedLabelsNeedAReason() throws {
        let office = Office()
        let given = try office.add("api", "Diskominfo", override: "the office's own gateway")
        #expect(given.draft.details["override"] == .string("the office's own gateway"))
        #expect(
            refusal { () throws(Failure) in try office.add("mail", "Diskominfo", override: " ") }[0].hasPrefix(
                "usage: --override"))
        office.settings.allowReservedOverride = false
        #expect(
            refusal { () throws(Failure) in try office.add("mail", "Diskominfo", override: "x") }[0].hasPrefix(
                "RESERVED"))
    }

    @Test func reservedLabelsComeWithOthers() throws {
        let office = Office()
        func said(_ name: String, _ opd: String) -> [String] {
            refusal { () throws(Failure) in try office.add(name, opd) }
        }
        #expect(said("mail", "Dinas Kesehatan")[0].hasSuffix("; free: mail-dinkes, dinkes, mail-purbalingga"))
        #expect(said("mail", "RSUD")[0].hasSuffix("; free: mail-rsud, rsud, mail-purbalingga"))
        #expect(said("api", "Bagian Hukum")[0].hasSuffix("; free: api-purbalingga, layanan-api, portal-api"))
        #expect(said("purbalinggakab.go.id", "RSUD")[0].hasSuffix("; free: rsud, rsud-purbalingga"))
        office.records.answers[full("ns1")] = .records(types: [.a], file: "static.zone", line: 7)
        let both = said("ns1", "RSUD")
        #expect(both.count == 2 && both[0].hasPrefix("RESERVED") && both[0].contains("free: ns1-rsud"))
        #expect(both[1].hasPrefix("DUPLICATE ns1.purbalinggakab.go.id: exists among the static records"))
        office.settings.labelDepth = 2
        try office.add("bkd", "BKD")
        #expect(said("sipo.bkd", "Dinas Perhubungan")[0].hasPrefix("NOT_OWNER"))
        #expect(said("sipo.bkd", "Dinas Perhubungan")[0].hasSuffix("; free: sipo-dishub, dishub, sipo-purbalingga"))
    }

    @Test func twoLabelsBelongTogether() throws {
        let office = Office()
        office.settings.labelDepth = 2
        #expect(
            refusal { () throws(Failure) in try office.add("sipo.bkd", "BKD") }[0].hasPrefix("NAME_NOT_FOUND sipo.bkd"))
        try office.add("bkd", "BKD")
        #expect(
            refusal { () throws(Failure) in try office.add("sipo.bkd", "Bappeda") }[0].hasPrefix("NOT_OWNER sipo.bkd"))
        try office.add("sipo.bkd", "bkd")
        #expect(refusal { () throws(Failure) in try office.remove("bkd", "BKD") }[0].hasPrefix("NAMES_BELOW"))
        let delegated = refusal { () throws(Failure) in
            try office.change("bkd", "BKD") { $0.delegate = ["a.example.net", "b.example.net"] }
        }
        #expect(delegated[0].hasPrefix("NAMES_BELOW"))
        // Suspended is not gone: it comes back, and then what is above it must still be its holder's.
        office.register.names[full("sipo.bkd")]?.status = .suspended
        #expect(refusal { () throws(Failure) in try office.remove("bkd", "BKD") }[0].hasPrefix("NAMES_BELOW"))
        office.settings.labelDepth = 1
        try office.remove("sipo.bkd", "BKD")
        try office.remove("bkd", "BKD")
    }

    @Test func changes() throws {
        let office = Office()
        try office.add("dinkes", "Dinas Kesehatan") {
            $0.addresses = ["192.0.2.10"]
            $0.www = true
            $0.mail = .standard
        }
        let changed = try office.change("DinKes", "dinas kesehatan") { $0.addresses = ["192.0.2.11"] }
        #expect(changed.name.records.count == 5 && changed.name.records[0].hasSuffix("A 192.0.2.11"))
        #expect(changed.name.firstRequest.description == "2026/0001" && changed.name.request.description == "2026/0002")
        #expect(changed.draft.kind == .changed && changed.draft.request?.kind == "change")
        #expect(
            refusal { () throws(Failure) in
                try office.change("dinkes", "Dinas Kesehatan") { $0.cname = "a.example.net" }
            }[0].contains("10.1"))
        let alias = try office.change("dinkes", "Dinas Kesehatan") {
            $0.cname = "a.example.net"
            $0.withoutMail = true
            $0.withoutWWW = true
        }
        #expect(alias.name.records == ["dinkes.purbalinggakab.go.id. 3600 IN CNAME a.example.net."])
        let same = try office.change("dinkes", "Dinas Kesehatan") { $0.cname = "a.example.net." }
        #expect(same.isUnchanged && same.warnings.map(\.code) == ["UNCHANGED"] && same.name == alias.name)
        #expect(
            refusal { () throws(Failure) in try office.change("dinkes", "Dinas Kesehatan") { _ in } }[0].hasPrefix(
                "usage: say what is to change"))
        let ttl = try office.change("dinkes", "Dinas Kesehatan") { $0.ttl = "60" }
        #expect(ttl.name.records[0].contains(" 60 IN CNAME") && !ttl.isUnchanged)
    }

    @Test func whatAChangeDoesNotMentionStaysThoughTheSettingsMoved() throws {
        let office = Office()
        try office.add("h", "H") {
            $0.hosting = .gigabytes("2")
            $0.mail = .standard
        }
        try office.add("u", "U") { $0.url = "https://a.example.net/" }
        try office.add("a", "A")
        office.settings.hosting.addresses = []
        office.settings.hosting.host = try Name("hosting.example.net")
        office.settings.redirector = []
        office.settings.ttl = 60
        office.settings.mail.host = try Name("mx.example.net")
        office.settings.mail.preference = 5
        office.settings.mail.spf = "v=spf1 -all"
        office.settings.mail.dmarc = "v=DMARC1; p=reject"
        for name in ["h", "u", "a"] {
            let before = try #require(office.register.names[full(name)]).records
            let after = try office.change(name, name) { $0.www = true }.name.records
            #expect(
                after == before + ["www.\(name).purbalinggakab.go.id. 3600 IN CNAME \(name).purbalinggakab.go.id."])
            let short = try office.change(name, name) { $0.ttl = "300" }.name.records
            #expect(short == after.map { $0.replacing(" 3600 IN ", with: " 300 IN ") })
            let own = try office.change(name, name) { $0.withoutTTL = true }.name.records
            #expect(own == after.map { $0.replacing(" 3600 IN ", with: " 60 IN ") })
        }
        let mailed = try office.change("h", "H") { $0.mail = .standard }.name.records
        #expect(mailed[0].hasSuffix("A 192.0.2.80") && mailed[1].hasSuffix("MX 5 mx.example.net."))
        #expect(mailed[2].hasSuffix("\"v=spf1 -all\""))
        try office.change("h", "H") { $0.withoutMail = true }
        let moved = try office.change("h", "H") { $0.hosting = .gigabytes("2") }.name.records
        #expect(moved[0].hasSuffix("60 IN CNAME hosting.example.net."))
        office.settings.redirector = [try IPAddress("192.0.2.99")]
        let again = try office.change("u", "U") { $0.url = "https://a.example.net/" }.name.records
        #expect(again[0].hasSuffix("A 192.0.2.99"))
    }

    @Test func signaturesThatGoWithTheNameServersAreTold() throws {
        let office = Office()
        let signer = "12345 13 2 " + String(repeating: "AB", count: 32)
        try office.add("rsud", "RSUD") {
            $0.delegate = ["a.example.net", "b.example.net"]
            $0.ds = [signer]
        }
        let kept = try office.change("rsud", "RSUD") {
            $0.delegate = ["a.example.net", "c.example.net"]
            $0.ds = [signer]
        }
        #expect(kept.warnings.isEmpty)
        let dropped = try office.change("rsud", "RSUD") { $0.delegate = ["a.example.net", "d.example.net"] }
        #expect(dropped.warnings.map(\.code) == ["DS_DROPPED"])
        let again = try office.change("rsud", "RSUD") { $0.delegate = ["a.example.net", "e.example.net"] }
        #expect(again.warnings.isEmpty)
    }

    @Test func lettersOfTomorrowAreTold() throws {
        let office = Office()
        var options = TargetOptions()
        options.addresses = ["192.0.2.1"]
        for (date, codes) in [("2026-11-20", []), ("2026-11-21", ["FUTURE_DATE"]), ("2062-01-01", ["FUTURE_DATE"])] {
            var letter = office.letter("A")
            letter.letterDate = date
            #expect(try office.decision.add("a", letter: letter, options: options).warnings.map(\.code) == codes)
        }
    }

    @Test func whoMayChange() throws {
        let office = Office()
        try office.add("dinkes", "Dinas Kesehatan")
        #expect(
            refusal { () throws(Failure) in try office.remove("dinkes", "Bappeda") }[0].hasPrefix("NOT_OWNER dinkes"))
        #expect(
            refusal { () throws(Failure) in try office.change("dinkes", "Bappeda") { $0.www = true } }[0].hasPrefix(
                "NOT_OWNER"))
        #expect(
            refusal { () throws(Failure) in try office.remove("dishub", "Bappeda") }[0].hasPrefix(
                "NAME_NOT_FOUND dishub"))
        #expect(
            refusal { () throws(Failure) in try office.remove("www.dinkes", "Dinas Kesehatan") }[0].hasPrefix(
                "NAME_NOT_FOUND www.dinkes"))
        office.records.answers[full("portal")] = .records(types: [.a], file: "static.zone", line: 3)
        #expect(refusal { () throws(Failure) in try office.remove("portal", "Bappeda") }[0].contains("static.zone:3"))
        #expect(
            refusal { () throws(Failure) in try office.remove("dinkes.example.com", "Bappeda") }[0].hasPrefix(
                "OUT_OF_ZONE"))
    }

    @Test func capacity() throws {
        let office = Office()
        try office.add("a", "A") { $0.hosting = .gigabytes("8") }
        let full = refusal { () throws(Failure) in try office.add("b", "B") { $0.hosting = .gigabytes("3") } }
        #expect(
            full == [
                "NO_CAPACITY 3 GB: the shared hosting has not enough space: 3 GB needed, 2 GB free; add disk "
                    + "space or trim the content"
            ])
        try office.add("b", "B") { $0.hosting = .gigabytes("2") }
        try office.change("a", "A") { $0.hosting = .gigabytes("5") }
        try office.change("b", "B") { $0.hosting = .gigabytes("5") }
        #expect(
            refusal { () throws(Failure) in try office.change("b", "B") { $0.hosting = .gigabytes("6") } }[0].hasPrefix(
                "NO_CAPACITY"))
        office.settings.hosting.capacityGB = 1
        try office.change("b", "B") { $0.hosting = .gigabytes("4") }
    }

    @Test func hostsOfTheZoneMustBeThere() throws {
        let office = Office()
        #expect(
            refusal { () throws(Failure) in try office.add("a", "A") { $0.cname = "web" } }[0].hasPrefix(
                "TARGET_INVALID web.purbalinggakab.go.id: does not exist"))
        office.records.answers[full("web")] = .records(types: [.a], file: "static.zone", line: 3)
        office.records.answers[full("old")] = .records(types: [.cname], file: "static.zone", line: 4)
        office.records.answers[full("txt")] = .records(types: [.txt], file: "static.zone", line: 5)
        try office.add("a", "A") { $0.cname = "web" }
        let mx = { (host: String) in
            refusal { () throws(Failure) in
                try office.add("b", "B") {
                    $0.addresses = ["192.0.2.1"]
                    $0.mail = .host(host)
                }
            }
        }
        #expect(
            mx("old")[0].contains("is an alias") && mx("txt")[0].contains("no address")
                && mx("nix")[0].contains("does not exist"))
        #expect(mx("a")[0].contains("is an alias") && mx("web")[0].hasPrefix("accepted"))
        #expect(
            refusal { () throws(Failure) in try office.add("c", "C") { $0.delegate = ["nix", "b"] } }[0].contains(
                "does not exist"))
        #expect(
            refusal { () throws(Failure) in
                try office.change("b", "B") {
                    $0.cname = "a"
                    $0.withoutMail = true
                }
            }[0].hasPrefix("accepted"))
        #expect(refusal { () throws(Failure) in try office.change("a", "A") { $0.cname = "b" } }[0].contains("loop"))
    }

    @Test func hostsBelowADelegationAreItsServersBusiness() throws {
        let office = Office()
        try office.add("rsud", "RSUD") { $0.delegate = ["ns1.rsud=192.0.2.53", "ns.example.net"] }
        let host = "x.rsud.purbalinggakab.go.id."
        try office.add("p", "P") { $0.cname = host }
        try office.add("q", "Q") {
            $0.addresses = ["192.0.2.9"]
            $0.mail = .host(host)
        }
        try office.add("r", "R") { $0.delegate = [host, "ns1.rsud.purbalinggakab.go.id"] }
        // Out of the zone for a while, its names are too.
        office.register.names[full("rsud")]?.status = .suspended
        #expect(
            refusal { () throws(Failure) in try office.add("s", "S") { $0.cname = host } }[0].contains(
                "does not exist"))
    }

    @Test func hostsThatCanBeReadInTwoWaysAreAskedBack() throws {
        let office = Office()
        try office.add("dinkes", "Dinas Kesehatan") {
            $0.addresses = ["192.0.2.10"]
            $0.www = true
        }
        try office.add("rsud", "RSUD") { $0.delegate = ["ns1.rsud=192.0.2.53", "ns2.rsud=192.0.2.54"] }
        office.records.answers[full("a.unit")] = .belowDelegation(cut: full("unit"), file: "static.zone", line: 3)
        for host in [
            "www.dinkes", "WWW.dinkes", "web.dinkes", "ns1.rsud", "x.rsud", "a.unit", "dinkes.purbalinggakab",
            "dinkes.purbalinggakab.go", "www.p", "p.purbalinggakab",
        ] {
            let inside = host.split(separator: ".").prefix { $0 != "purbalinggakab" }.joined(separator: ".")
                .lowercased()
            for option in 0...2 {
                let said = refusal { () throws(Failure) in
                    try office.add("p", "P") {
                        if option == 0 { $0.cname = host }
                        if option == 1 { $0.delegate = [host, "ns.example.net"] }
                        if option == 2 {
                            $0.addresses = ["192.0.2.1"]
                            $0.mail = .host(host)
                        }
                    }
                }
                if option == 1, host == "www.p" { continue }
                #expect(
                    said == [
                        "TARGET_INVALID \(host): can be read in two ways: write \(inside).purbalinggakab.go.id for "
                            + "the host of this zone, or \(host.lowercased())., with the final dot, for a host outside"
                    ])
            }
        }
        try office.add("info", "Diskominfo")
        for (index, host) in ["www.dinkes.", "web.example.net", "shop.info", "dinkes.purbalinggakab."].enumerated() {
            try office.add("p\(index)", "P") { $0.cname = host }
        }
        try office.add("q", "Q") { $0.cname = "www.dinkes.purbalinggakab.go.id" }
    }

    @Test func everyReasonIsToldAtOnce() throws {
        let office = Office()
        try office.add("dinkes", "Dinas Kesehatan")
        func codes(_ name: String, _ change: (inout TargetOptions) -> Void) -> [String] {
            refusal { () throws(Failure) in try office.add(name, "P", override: nil, change) }
                .map { $0.split(separator: ":")[0].split(separator: " ").joined(separator: " ") }
        }
        let bad: (inout TargetOptions) -> Void = {
            $0.addresses = ["10.0.0.1", "192.0.2.1"]
            $0.mail = .host("nope")
        }
        let target = ["TARGET_NOT_ALLOWED 10.0.0.1", "TARGET_INVALID nope.purbalinggakab.go.id"]
        #expect(codes("1desa", bad) == ["INVALID_LABEL 1desa"] + target)
        #expect(codes("dinkes", bad) == ["DUPLICATE dinkes.purbalinggakab.go.id"] + target)
        #expect(codes("new1", bad) == target)
        #expect(
            codes("a b") {
                $0.cname = "x_y.example.net"
                $0.mail = .host("nope")
                $0.www = true
            } == ["INVALID_LABEL a b", "TARGET_INVALID x_y.example.net", "TARGET_INVALID --mail"])
        #expect(
            codes("new2") {
                $0.delegate = ["ns1.new2=10.0.0.1", "nope"]
                $0.www = true
                $0.hosting = nil
            } == [
                "TARGET_NOT_ALLOWED 10.0.0.1", "TARGET_INVALID --www", "TARGET_INVALID nope.purbalinggakab.go.id",
            ])
        #expect(codes("dinkes") { _ in }.count == 1)
        let changed = refusal { () throws(Failure) in try office.change("dinkes", "Bappeda", bad) }
        #expect(changed.map { $0.split(separator: " ")[0] } == ["NOT_OWNER", "TARGET_NOT_ALLOWED", "TARGET_INVALID"])
        let own = refusal { () throws(Failure) in try office.change("dinkes", "Dinas Kesehatan", bad) }
        #expect(own.map { $0.split(separator: " ")[0] } == ["TARGET_NOT_ALLOWED", "TARGET_INVALID"])
        #expect(
            refusal { () throws(Failure) in try office.change("dishub", "Bappeda") { $0.ttl = "x" } }.map {
                $0.split(separator: " ")[0]
            } == ["NAME_NOT_FOUND"])
        #expect(office.register.names.count == 1)
    }

    @Test func redirectsMustNotComeBack() throws {
        let office = Office()
        let zone = "purbalinggakab.go.id"
        func url(_ name: String, _ host: String) -> [String] {
            refusal { () throws(Failure) in try office.change(name, "P") { $0.url = "https://\(host)/x" } }
        }
        try office.add("ppid", "P") {
            $0.url = "https://www.example.net/"
            $0.www = true
        }
        try office.add("qa", "P") { $0.url = "https://ppid.\(zone)/" }
        #expect(
            url("ppid", "qa.\(zone)") == [
                "TARGET_INVALID https://qa.\(zone)/x: is redirected back to ppid.\(zone) (by qa.\(zone)): a loop"
            ])
        try office.add("qb", "P") { $0.url = "https://qa.\(zone)/" }
        #expect(url("ppid", "QB.\(zone)")[0].contains("(by qb.\(zone), qa.\(zone)): a loop"))
        #expect(url("qa", "www.ppid.\(zone)")[0].hasPrefix("accepted"))
        #expect(url("ppid", "qa.\(zone)")[0].contains("a loop"))
        var before = "qa"
        for index in 0..<7 {
            try office.add("r\(index)", "P") { $0.url = "https://\(before).\(zone)/" }
            before = "r\(index)"
        }
        let long = refusal { () throws(Failure) in try office.add("s", "P") { $0.url = "https://\(before).\(zone)/" } }
        #expect(long.count == 1 && long[0].contains("through more than 8 redirects of this zone"))
        #expect(url("ppid", "r2.\(zone)")[0].contains("a loop"))
        #expect(url("ppid", "other.\(zone)")[0].hasPrefix("accepted"))
    }

    @Test func companionsMustBeFree() throws {
        let office = Office()
        try office.add("a", "A")
        office.records.answers[full("www.a")] = .records(types: [.a], file: "static.zone", line: 9)
        #expect(
            refusal { () throws(Failure) in try office.change("a", "A") { $0.www = true } }[0].hasPrefix(
                "DUPLICATE www.a.purbalinggakab.go.id"))
    }

    @Test func similarNamesAreTold() throws {
        let office = Office()
        try office.add("dinkes", "Dinas Kesehatan")
        try office.add("dinaskesehatan", "Dinas Kesehatan")
        for typed in ["dinkess", "d1nkes"] {
            let warnings = try office.add(typed, "Bappeda").warnings
            #expect(warnings.map(\.code).contains("SIMILAR"))
            #expect(
                warnings.contains {
                    $0.text.en.contains("dinkes.purbalinggakab.go.id (Dinas Kesehatan, request 2026/0001)")
                })
        }
        #expect(try office.add("dinas-kesehatan", "Bappeda").warnings.map(\.code) == ["SIMILAR"])
    }

    @Test func formsAreChecked() throws {
        let office = Office()
        for opd in ["", "  ", "a\nb", "a\u{202E}b", "a\u{200B}b", String(repeating: "x", count: 301)] {
            #expect(refusal { () throws(Failure) in try office.add("a", opd) }[0].hasPrefix("usage: --opd"))
        }
        var letter = office.letter("A")
        letter.letterDate = "2026-02-30"
        var options = TargetOptions()
        options.addresses = ["192.0.2.1"]
        #expect(
            refusal { () throws(Failure) in try office.decision.add("a", letter: letter, options: options) }[0]
                .hasPrefix("usage: --letter-date"))
        letter.letterDate = "2026-02-28"
        letter.letter = ""
        #expect(
            refusal { () throws(Failure) in try office.decision.add("a", letter: letter, options: options) }[0]
                .hasPrefix("usage: --letter"))
    }

    @Test func aDamagedRegisterIsNoAnswer() {
        let office = Office()
        office.register.isBroken = true
        #expect(refusal { () throws(Failure) in try office.add("a", "A") }[0].hasPrefix("io:"))
    }
}

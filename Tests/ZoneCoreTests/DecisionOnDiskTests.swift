import RFC1035
import Testing

@testable import ZoneCore

/// The decisions with the real register and a real zone behind them.
@Suite("Decisions with a register on disk")
struct DecisionOnDiskTests {
    private static let text = """
        $TTL 3600
        @ IN SOA ns1 hostmaster 1 10800 3600 1209600 3600
        @ IN NS ns1
        ns1 IN A 192.0.2.53
        web IN A 192.0.2.54
        a.portal IN A 192.0.2.55
        unit IN NS ns.example.net.
        *.lama IN A 192.0.2.56
        dname IN DNAME example.net.
        """

    /// Records that lead to a name and its companions are told of when it goes.
    @Test func tellsWhatPointsAtANameThatGoes() throws {
        let origin = try Name("example.go.id")
        let scratch = try Scratch()
        let zone = Self.zone(
            origin, Self.text + "\n" + """
                lama.portal IN CNAME www.dinkes
                surat IN MX 5 dinkes
                _sip._tcp IN SRV 0 0 5060 dinkes
                jauh IN CNAME dinkes.example.net.
                mirip IN CNAME xdinkes
                ns.unit2 IN CNAME host.dinas
                kena IN CNAME x.lama
                """)
        var settings = ZoneSettings(zone: origin)
        settings.documentationAddresses = .allow
        func run(_ order: (Decision, RequestLetter) throws -> Decision.Proposal) throws -> [Reason] {
            try Register.transact(
                in: scratch.open(), zone: origin, time: Sample.time, actor: "sysadmin", creates: true
            ) { register in
                let decision = Decision(
                    settings: settings, register: register, staticZone: zone,
                    today: try #require(CalendarDate("2026-11-20")), search: .none)
                let letter = RequestLetter(
                    id: try register.nextRequestID(year: 2026), opd: "Dinas Kesehatan", letter: "1/2026")
                let proposal = try order(decision, letter)
                try register.record(proposal.draft)
                return proposal.warnings
            }
        }
        func add(_ name: String, _ change: (inout TargetOptions) -> Void) throws -> [Reason] {
            var options = TargetOptions()
            change(&options)
            return try run { try $0.add(name, letter: $1, options: options) }
        }
        func text(_ warnings: [Reason]) -> [String] { warnings.map { "\($0.code) \($0.subject): \($0.text.en)" } }

        _ = try add("dinkes") { $0.addresses = ["192.0.2.10"]; $0.www = true; $0.mail = .standard }
        _ = try add("sehat") { $0.cname = "dinkes" }
        _ = try add("dinas") { $0.delegate = ["ns1.example.net", "ns2.example.net"] }
        var withoutWWW = TargetOptions()
        withoutWWW.withoutWWW = true
        let changed = try run { try $0.change("dinkes", letter: $1, options: withoutWWW) }
        #expect(
            text(changed) == [
                "DANGLING www.dinkes.example.go.id: will not exist any more, but is pointed to by "
                    + "lama.portal.example.go.id CNAME (static.zone:10)"
            ])
        let removed = try run { try $0.remove("dinkes", letter: $1) }
        #expect(
            text(removed) == [
                "DANGLING dinkes.example.go.id: will not exist any more, but is pointed to by "
                    + "surat.example.go.id MX (static.zone:11), _sip._tcp.example.go.id SRV (static.zone:12), "
                    + "sehat.example.go.id CNAME (Dinas Kesehatan, request 2026/0002)"
            ])
        #expect(try text(run { try $0.remove("sehat", letter: $1) }) == [])
        #expect(
            try text(run { try $0.remove("dinas", letter: $1) }) == [
                "DANGLING host.dinas.example.go.id: will not exist any more, but is pointed to by "
                    + "ns.unit2.example.go.id CNAME (static.zone:15)"
            ])
    }

    private static func zone(_ origin: Name, _ text: String = text) -> Zone {
        let store = RecordStore()
        let octets = Array((text + "\n").utf8)
        _ = octets.withUnsafeBytes {
            MasterFile.read($0, name: "zones/x/static.zone", into: store, options: MasterOptions(origin: origin))
        }
        return Zone(origin: origin, store: store)
    }

    @Test func aDayAtTheOffice() throws {
        let origin = try Name("example.go.id")
        let scratch = try Scratch()
        let zone = Self.zone(origin)
        var settings = ZoneSettings(zone: origin)
        settings.documentationAddresses = .allow
        settings.labelDepth = 2
        settings.hosting.addresses = [try IPAddress("192.0.2.80")]

        func run(_ day: String = "2026-11-20", _ order: (Decision, RequestLetter) throws -> Decision.Proposal)
            -> [String]
        {
            do {
                let made = try Register.transact(
                    in: scratch.open(), zone: origin, time: #require(Instant(rfc3339: day + "T03:00:00Z")),
                    actor: "sysadmin", creates: true
                ) { register in
                    let decision = Decision(
                        settings: settings, register: register, staticZone: zone, today: try #require(CalendarDate(day))
                    )
                    let letter = RequestLetter(
                        id: try register.nextRequestID(year: 2026), opd: "Dinas Kesehatan", letter: "1/2026")
                    let proposal = try order(decision, letter)
                    try register.record(proposal.draft)
                    return proposal
                }
                return ["made \(made.name.request)"] + made.warnings.map(\.code)
            } catch Failure.refused(let reasons) {
                return reasons.map { "\($0.code) \($0.subject): \($0.text.en)" }
            } catch {
                return ["\(error)"]
            }
        }
        func add(_ name: String, _ day: String = "2026-11-20", _ change: (inout TargetOptions) -> Void = { _ in })
            -> [String]
        {
            var options = TargetOptions()
            change(&options)
            if options.kinds.isEmpty { options.addresses = ["192.0.2.10"] }
            return run(day) { try $0.add(name, letter: $1, options: options) }
        }

        #expect(add("dinkes") { $0.www = true } == ["made 2026/0001"])
        #expect(
            add("dinkes")[0].hasPrefix(
                "DUPLICATE dinkes.example.go.id: already taken by Dinas Kesehatan (request 2026/0001"))
        #expect(add("dinkess") == ["made 2026/0002", "SIMILAR"])
        #expect(add("web")[0].contains("(A; static.zone:5)"))
        #expect(add("portal")[0].contains("empty non-terminal"))
        #expect(add("unit")[0].contains("at or below the delegation unit.example.go.id"))
        #expect(add("x.unit")[0].contains("at or below the delegation unit.example.go.id"))
        #expect(add("x.dname")[0].contains("below the DNAME at dname.example.go.id"))
        #expect(add("x.lama")[0].contains("covered by the wildcard *.lama.example.go.id"))
        #expect(add("sipo.dinkes") == ["made 2026/0003"])
        #expect(add("ruang") { $0.hosting = .gigabytes("11") }[0].hasPrefix("NO_CAPACITY"))
        #expect(add("alias") { $0.cname = "web" } == ["made 2026/0004"])
        #expect(
            add("surel") {
                $0.addresses = ["192.0.2.9"]
                $0.mail = .host("alias")
            }[0].contains("is an alias"))
        #expect(run { try $0.remove("dinkes", letter: $1) }[0].hasPrefix("NAMES_BELOW"))
        #expect(run { try $0.remove("sipo.dinkes", letter: $1) } == ["made 2026/0005"])
        #expect(run { try $0.remove("dinkes", letter: $1) } == ["made 2026/0006"])
        #expect(add("dinkes")[0].hasPrefix("QUARANTINED"))
        #expect(add("dinkes", "2027-02-18")[0] == "made 2026/0007")
    }
}

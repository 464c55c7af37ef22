import RFC1035
import TestSupport
import Testing

@testable import ZoneCore

@Suite("zone.json")
struct SettingsTests {
    static let zone = try! Name("example.go.id")

    static func read(_ text: String) -> (settings: ZoneSettings?, findings: [SettingsFinding]) {
        ZoneSettings.read(Array(text.utf8), expecting: zone)
    }

    /// `CODE key line`
    static func findings(_ text: String) -> [String] {
        read(text).findings.map { "\($0.code) \($0.key) \($0.line.map(String.init) ?? "-")" }
    }

    @Test func templateReadsBackToDefaults() throws {
        let addresses = [try IPAddress("192.0.2.53"), try IPAddress("2001:db8::53")]
        let text = ZoneSettings.template(zone: Self.zone, procedure: "pbg", addresses: addresses)
        let (settings, findings) = Self.read(text)
        #expect(findings == [])
        var wanted = ZoneSettings(zone: Self.zone)
        wanted.procedure = "pbg"
        wanted.hosting.addresses = addresses
        wanted.redirector = addresses
        #expect(settings == wanted)
        let plain = Self.read(ZoneSettings.template(zone: Self.zone)).settings
        #expect(plain == ZoneSettings(zone: Self.zone))
        #expect(text.hasSuffix("}\n") && !text.contains("\t"))
        #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 110 })
    }

    @Test func everyKeyIsRead() throws {
        let settings = try #require(
            Self.read(
                """
                { 'zone': "EXAMPLE.go.id.", procedure: 'tlg', hostnameSyntax: "rfc1123", allowPunycode: true,
                  labelDepth: 2, minimumLabelLength: 3, reservedLabels: ["SSO", 'vpn'], allowReservedOverride: false,
                  ttl: 300, serial: "unixtime", allowedNetworks: ["10.0.0.0/8", "2001:db8::/32"], /* here */
                  documentationAddresses: "allow", hosting: {host: "hosting", capacityGB: 50, defaultGB: 2,},
                  redirector: {addresses: ["192.0.2.81"]}, mail: {host: "mx.example.net", preference: 5,
                  spf: "v=spf1 -all", dmarc: "v=DMARC1; p=reject"}, quarantineDays: 0, reviewMonths: 6,
                  utcOffset: "+08:00", } // end
                """
            ).settings)
        #expect(settings.zone == Self.zone && settings.procedure == "tlg" && settings.labelDepth == 2)
        #expect(settings.reservedLabels == ["sso", "vpn"] && settings.ttl == 300 && settings.serial == .unixtime)
        #expect(settings.allowedNetworks.map(\.description) == ["10.0.0.0/8", "2001:db8::/32"])
        #expect(settings.hosting.host?.description == "hosting.example.go.id." && settings.hosting.capacityGB == 50)
        #expect(settings.mail.host?.description == "mx.example.net." && settings.utcOffset.seconds == 8 * 3600)
    }

    @Test(arguments: [
        ("", ["SETTINGS_SYNTAX  1"]), ("\u{FEFF}{zone: \"example.go.id\"}", ["SETTINGS_SYNTAX  1"]),
        ("{zone: \"example.go.id\"} x", ["SETTINGS_SYNTAX  1"]), ("{zone: \"example.go.id\"", ["SETTINGS_SYNTAX  1"]),
        ("[]", ["SETTINGS_TYPE  1"]), ("{}", ["SETTINGS_MISSING zone -"]),
        ("{zone: \"example.go.id\",\nttl: \"3600\"}", ["SETTINGS_TYPE ttl 2"]),
        ("{zone: \"example.go.id\",\n\nttl: 3600.5}", ["SETTINGS_VALUE ttl 3"]),
        ("{zone: \"example.go.id\", ttl: -1}", ["SETTINGS_VALUE ttl 1"]),
        ("{zone: \"example.go.id\", ttl: 99999999999999999999999}", ["SETTINGS_VALUE ttl 1"]),
        ("{zone: \"example.go.id\",\nttl: 1,\nttl: 2}", ["SETTINGS_DUPLICATE_KEY ttl 3"]),
        ("{zone: \"example.go.id\", tll: 1}", ["SETTINGS_UNKNOWN_KEY tll 1"]),
        ("{zone: \"other.go.id\"}", ["SETTINGS_CONTRADICTION zone 1"]),
        ("{zone: \"a..b\"}", ["SETTINGS_VALUE zone 1"]), ("{zone: 5}", ["SETTINGS_TYPE zone 1"]),
        ("{zone: \"example.go.id\", labelDepth: 3}", ["SETTINGS_VALUE labelDepth 1"]),
        ("{zone: \"example.go.id\", serial: \"datum\"}", ["SETTINGS_VALUE serial 1"]),
        (
            "{zone: \"example.go.id\", reservedLabels: [\"a b\", 1]}",
            ["SETTINGS_VALUE reservedLabels 1", "SETTINGS_TYPE reservedLabels 1"]
        ),
        (
            "{zone: \"example.go.id\", allowedNetworks: [\"10.1.0.0/8\", \"x\"]}",
            ["SETTINGS_VALUE allowedNetworks 1", "SETTINGS_VALUE allowedNetworks 1"]
        ),
        (
            "{zone: \"example.go.id\", hosting: {addresses: [\"192.0.2.1\"], host: \"h\"}}",
            ["SETTINGS_CONTRADICTION hosting.host 1"]
        ),
        ("{zone: \"example.go.id\", hosting: {addresses: [\"127.0.0.1\"]}}", ["SETTINGS_VALUE hosting.addresses 1"]),
        (
            "{zone: \"example.go.id\", hosting: [], mail: {spf: \"x\", preference: 70000}}",
            ["SETTINGS_TYPE hosting 1", "SETTINGS_VALUE mail.spf 1", "SETTINGS_VALUE mail.preference 1"]
        ),
        ("{zone: \"example.go.id\", utcOffset: \"7\"}", ["SETTINGS_VALUE utcOffset 1"]),
        (
            "{zone: \"example.go.id\", holidays: \"../x\", letters: {number: \"{tahun}\", place: \"a\u{202E}b\", mailbox: \"x\"}}",
            [
                "SETTINGS_VALUE holidays 1", "SETTINGS_VALUE letters.number 1", "SETTINGS_VALUE letters.place 1",
                "SETTINGS_VALUE letters.mailbox 1",
            ]
        ),
        ("{zone: \"example.go.id\", letters: {number: \"{urut}{x}\"}}", ["SETTINGS_VALUE letters.number 1"]),
        ("{zone: \"example.go.id\", letters: {number: \"{urut\"}}", ["SETTINGS_VALUE letters.number 1"]),
        (
            "{zone: \"example.go.id\", letters: {signatories: {boss: {}, agencyHead: {nam: \"x\", name: 1}}}}",
            [
                "SETTINGS_UNKNOWN_KEY letters.signatories.boss 1",
                "SETTINGS_UNKNOWN_KEY letters.signatories.agencyHead.nam 1",
                "SETTINGS_TYPE letters.signatories.agencyHead.name 1",
            ]
        ),
        ("{zone: example.go.id}", ["SETTINGS_SYNTAX  1"]), ("{zone: \"a\nb\"}", ["SETTINGS_SYNTAX  1"]),
        ("{/* zone: 1}", ["SETTINGS_SYNTAX  1"]), ("{zone \"x\"}", ["SETTINGS_SYNTAX  1"]),
        ("{zone: \"x\" ttl: 1}", ["SETTINGS_SYNTAX  1"]), ("{,}", ["SETTINGS_SYNTAX  1"]),
        (String(repeating: "[", count: 100_000), ["SETTINGS_SYNTAX  1"]),
    ])
    func mistakes(_ text: String, _ wanted: [String]) {
        let found = Self.read(text)
        #expect(Self.findings(text) == wanted, "\(found.findings)")
        #expect(found.settings == nil)
    }

    @Test func lettersAreRead() throws {
        let settings = try #require(
            Self.read(
                """
                { zone: "example.go.id", holidays: "libur.txt", letters: {
                  letterhead: ["PEMERINTAH CONTOH", "DINAS CONTOH"], place: "Contoh", number: "{urut}/{bulan}/{tahun}",
                  contact: null, copies: ["Bupati Contoh"],
                  signatories: {agencyHead: {name: "Sari", rank: "Pembina", number: "1", onBehalfOf: "Bupati"}} } }
                """
            ).settings)
        #expect(settings.holidays == "libur.txt" && settings.letters.letterhead.count == 2)
        #expect(settings.letters.place == "Contoh" && settings.letters.contact == "")
        let head = try #require(settings.letters.signatories["agencyHead"])
        #expect(head.name == "Sari" && head.title == "" && head.onBehalfOf == "Bupati")
        let date = try #require(CalendarDate("2026-11-20"))
        #expect(settings.letters.number(12, on: date) == "12/XI/2026")
        #expect(settings.letters.number(nil, on: date) == "…/XI/2026")
        #expect(ZoneSettings.Letters().number(7, on: date) == "555/7/Diskominfo/2026")
    }

    @Test func privateServersAreTold() throws {
        let servers = "hosting: {addresses: [\"10.0.0.1\", \"192.0.2.1\"]}, redirector: {addresses: [\"fd00::1\"]}"
        let found = Self.read("{zone: \"example.go.id\",\n\(servers)}")
        #expect(
            found.findings.map { "\($0.code) \($0.severity) \($0.key)" } == [
                "SETTINGS_VALUE warning hosting.addresses", "SETTINGS_VALUE warning redirector.addresses",
            ])
        #expect(found.settings?.hosting.addresses.count == 2)
        let networks = "allowedNetworks: [\"10.0.0.0/8\", \"fd00::/8\"]"
        let inside = Self.read("{zone: \"example.go.id\", \(networks), \(servers)}")
        #expect(inside.findings.isEmpty)
        #expect(
            Self.findings("{zone: \"example.go.id\", mail: {host: \"mail.example\"}}") == ["SETTINGS_VALUE mail.host 1"]
        )
    }

    @Test func hostsOfTheSettingsAreLookedUp() throws {
        let text = """
            @ 3600 IN SOA ns1 hostmaster 1 10800 3600 1209600 3600
            @ 3600 IN NS ns1
            ns1 3600 IN A 192.0.2.53
            alias 3600 IN CNAME ns1
            text 3600 IN TXT x
            unit 3600 IN NS ns.example.net.

            """
        let store = RecordStore()
        let octets = Array(text.utf8)
        _ = octets.withUnsafeBytes {
            MasterFile.read($0, name: "static.zone", into: store, options: MasterOptions(origin: Self.zone))
        }
        let zone = Zone(origin: Self.zone, store: store)
        func found(_ host: String) throws -> [String] {
            var settings = ZoneSettings(zone: Self.zone)
            settings.mail.host = try HostRules.host(host, zone: Self.zone)
            settings.hosting.host = settings.mail.host
            return SettingsHosts.findings(settings, in: zone, file: SettingsFile("zone.json", [])).map(\.message.en)
        }
        #expect(try found("nope").map { $0.hasSuffix("with its final dot") } == [true, true])
        #expect(try found("nope")[0].hasPrefix("mail.host: nope.example.go.id does not exist"))
        #expect(try found("alias").count == 1 && found("text").count == 2)
        for good in ["ns1", "mx.example.net", "mx.unit.example.go.id"] { #expect(try found(good) == []) }
    }

    @Test func misspelledKeysAreGuessed() {
        let found = Self.read("{zone: \"example.go.id\", quarantinedays: 5, hosting: {capacityGb: 5}}").findings
        #expect(
            found.map(\.text.en) == [
                "unknown setting; did you mean quarantineDays?", "unknown setting; did you mean hosting.capacityGB?",
            ])
    }

    @Test func anyOctetsAreRead() {
        let template = Array(ZoneSettings.template(zone: Self.zone).utf8)
        var random = SeededRandom(seed: 1)
        for _ in 0..<400 {
            var octets = template
            for _ in 0..<Int.random(in: 1...4, using: &random) where !octets.isEmpty {
                let index = Int.random(in: 0..<octets.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: octets[index] = UInt8.random(in: 0...255, using: &random)
                case 1: octets.remove(at: index)
                default:
                    octets.removeSubrange(index...)
                    octets.append(UInt8.random(in: 0...255, using: &random))
                }
            }
            let (settings, findings) = ZoneSettings.read(octets, expecting: Self.zone)
            #expect(settings != nil || !findings.isEmpty)
        }
    }
}

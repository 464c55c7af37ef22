import RFC1035
import Testing

@testable import ZoneCore

@Suite("From targets to records")
struct ProvisionTests {
    static let zone = try! Name("example.go.id")
    static let name = try! Name("dinkes.example.go.id")

    static func settings(_ change: (inout ZoneSettings) -> Void = { _ in }) -> ZoneSettings {
        var settings = ZoneSettings(zone: zone)
        settings.hosting.addresses = [try! IPAddress("192.0.2.80"), try! IPAddress("2001:db8::80")]
        settings.redirector = [try! IPAddress("192.0.2.81")]
        change(&settings)
        return settings
    }

    static func records(
        _ target: Target, _ change: (inout ZoneSettings) -> Void = { _ in }
    ) throws -> Provision {
        let (provision, reasons) = Provision.attempt(for: target, name: name, settings: settings(change))
        guard reasons.isEmpty else { throw Failure.refused(reasons) }
        return provision
    }

    static func refusal(_ target: Target, _ change: (inout ZoneSettings) -> Void = { _ in }) -> [String] {
        do {
            return ["accepted: \(try records(target, change))"]
        } catch Failure.refused(let reasons) {
            return reasons.map { "\($0.code) \($0.subject): \($0.text.en)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func addresses() throws {
        let made = try Self.records(Target(.address(["192.0.2.1", "2001:db8::1"]), www: true, ttl: 300))
        #expect(
            made.records == [
                "dinkes.example.go.id. 300 IN A 192.0.2.1", "dinkes.example.go.id. 300 IN AAAA 2001:db8::1",
                "www.dinkes.example.go.id. 300 IN CNAME dinkes.example.go.id.",
            ])
        #expect(made.redirect == nil && made.gigabytes == 0)
    }

    @Test func alias() throws {
        #expect(
            try Self.records(Target(.cname("web.example.net."), www: true)).records == [
                "dinkes.example.go.id. 3600 IN CNAME web.example.net.",
                "www.dinkes.example.go.id. 3600 IN CNAME dinkes.example.go.id.",
            ])
        #expect(Self.refusal(Target(.cname("web.example.net."), mail: .standard))[0].contains("RFC 2181 §10.1"))
    }

    @Test func redirect() throws {
        let made = try Self.records(Target(.url("https://portal.example.net/")))
        #expect(made.records == ["dinkes.example.go.id. 3600 IN A 192.0.2.81"])
        #expect(made.redirect == "https://portal.example.net/")
        #expect(
            Self.refusal(Target(.url("https://a.example.net/")), { $0.redirector = [] })[0].contains(
                "redirector.addresses"))
        #expect(Self.refusal(Target(.url("https://a.example.net/"), mail: .standard))[0].contains("takes no mail"))
    }

    @Test func hosting() throws {
        let made = try Self.records(Target(.hosting(gigabytes: 5)))
        #expect(made.records.count == 2 && made.gigabytes == 5)
        let host = try Name("hosting.example.net")
        let alias = try Self.records(Target(.hosting(gigabytes: 1))) {
            $0.hosting.addresses = []
            $0.hosting.host = host
        }
        #expect(alias.records == ["dinkes.example.go.id. 3600 IN CNAME hosting.example.net."])
        #expect(
            Self.refusal(Target(.hosting(gigabytes: 1)), { $0.hosting.addresses = [] })[0].contains("hosting.addresses")
        )
        #expect(
            Self.refusal(Target(.hosting(gigabytes: 1), mail: .standard)) {
                $0.hosting.addresses = []
                $0.hosting.host = host
            }[0].contains("hosting.host"))
    }

    @Test func mail() throws {
        let own = try Self.records(Target(.address(["192.0.2.1"]), mail: .standard)).records
        #expect(
            own == [
                "dinkes.example.go.id. 3600 IN A 192.0.2.1",
                "dinkes.example.go.id. 3600 IN MX 10 dinkes.example.go.id.",
                "dinkes.example.go.id. 3600 IN TXT \"v=spf1 mx -all\"",
                "_dmarc.dinkes.example.go.id. 3600 IN TXT \"v=DMARC1; p=quarantine\"",
            ])
        let named = try Self.records(Target(.address(["192.0.2.1"]), mail: .host("mx.example.net.")))
        #expect(named.records[1].hasSuffix("MX 10 mx.example.net."))
        let host = try Name("mail.example.go.id")
        let set = try Self.records(Target(.url("https://a.example.net/"), mail: .standard)) {
            $0.mail.host = host
            $0.mail.preference = 20
        }
        #expect(set.records[1].hasSuffix("MX 20 mail.example.go.id."))
    }

    @Test func delegation() throws {
        let made = try Self.records(
            Target(
                .delegate(
                    nameServers: [
                        .init(host: "ns1.dinkes.example.go.id.", addresses: ["192.0.2.53"]),
                        .init(host: "ns.example.net."),
                    ], ds: ["1 13 2 AB"])))
        #expect(
            made.records == [
                "dinkes.example.go.id. 3600 IN NS ns1.dinkes.example.go.id.",
                "dinkes.example.go.id. 3600 IN NS ns.example.net.", "dinkes.example.go.id. 3600 IN DS 1 13 2 AB",
                "ns1.dinkes.example.go.id. 3600 IN A 192.0.2.53",
            ])
        let plain = Target.Kind.delegate(nameServers: [.init(host: "ns.example.net.")], ds: [])
        #expect(Self.refusal(Target(plain, mail: .standard))[0].hasPrefix("TARGET_INVALID --mail"))
        #expect(Self.refusal(Target(plain, www: true))[0].hasPrefix("TARGET_INVALID --www"))
        #expect(
            Self.refusal(
                Target(.delegate(nameServers: [.init(host: "ns.example.net.", addresses: ["192.0.2.1"])], ds: [])))[0]
                .contains("glue"))
        #expect(
            Self.refusal(Target(.delegate(nameServers: [.init(host: "ns.dinkes.example.go.id.")], ds: [])))[0].contains(
                "HOST=IP"))
    }

    @Test func textData() {
        #expect(TextRecord.rdata("") == "\"\"")
        for text in ["", "a\"b\\c", "é\n", "v=spf1 mx -all", String(repeating: "x\\1 ", count: 300)] {
            #expect(TextRecord.text(ofRdata: TextRecord.rdata(text)) == text)
        }
        for bad in ["\"", "x", "\"a\\"] { #expect(TextRecord.text(ofRdata: bad) == nil) }
        #expect(TextRecord.rdata("a\"b\\c") == "\"a\\\"b\\\\c\"")
        #expect(TextRecord.rdata("é\n") == "\"\\195\\169\\010\"")
        let long = TextRecord.rdata(String(repeating: "x", count: 600))
        #expect(long.split(separator: " ").map(\.count) == [257, 257, 92])
    }
}

import RFC1035
import Testing

@testable import ZoneCore

private let zone = try! Name("purbalinggakab.go.id")
private let name = try! Name("dinkes", origin: zone)

private func judge(
    _ change: (inout TargetOptions) -> Void, _ configure: (inout ZoneSettings) -> Void = { _ in }
) throws(Failure) -> (target: Target, warnings: [Reason]) {
    var settings = ZoneSettings(zone: zone)
    settings.documentationAddresses = .allow
    configure(&settings)
    var options = TargetOptions()
    change(&options)
    let verdict = try TargetRules(name: name, settings: settings).verdict(on: options)
    guard verdict.reasons.isEmpty else { throw .refused(verdict.reasons) }
    return (verdict.target, verdict.warnings)
}

/// `code: text` of the first reason, `usage`, or what was accepted.
private func verdict(
    _ change: (inout TargetOptions) -> Void, _ configure: (inout ZoneSettings) -> Void = { _ in }
) -> String {
    do {
        return "\(try judge(change, configure).target.kind)"
    } catch .refused(let reasons) {
        return reasons.first.map { "\($0.code): \($0.text.en)" } ?? "no reason"
    } catch .usage(let text) {
        return "usage: \(text.en)"
    } catch {
        return "\(error)"
    }
}

@Suite("Where names may lead")
struct TargetRulesTests {
    @Test(arguments: [
        ("300.1.1.1", "TARGET_INVALID: 300 is greater"), ("192.0.02.10", "TARGET_INVALID: 02 has a leading zero"),
        ("10.0.0.5", "TARGET_NOT_ALLOWED: is a private address"), ("127.0.0.1", "TARGET_NOT_ALLOWED: is a loopback"),
        ("192.0.2.1:8080", "TARGET_INVALID: the DNS knows no ports"),
        ("[2001:db8::1]", "TARGET_INVALID: write the address"),
        ("[2001:db8::1]:80", "TARGET_INVALID"), ("0.0.0.0", "TARGET_NOT_ALLOWED: is the unspecified"),
        ("169.254.1.1", "TARGET_NOT_ALLOWED: is a link-local"), ("224.0.0.1", "TARGET_NOT_ALLOWED: is a multicast"),
        ("255.255.255.255", "TARGET_NOT_ALLOWED: is the broadcast"), ("::", "TARGET_NOT_ALLOWED"),
        ("::1", "TARGET_NOT_ALLOWED"), ("::ffff:192.0.2.1", "TARGET_NOT_ALLOWED: is an IPv4-mapped"),
        ("fe80::1", "TARGET_NOT_ALLOWED"), ("fe80::1%eth0", "TARGET_INVALID: an address with an interface"),
        ("fc00::1", "TARGET_NOT_ALLOWED"), ("ff02::1", "TARGET_NOT_ALLOWED"),
        ("4000::1", "TARGET_NOT_ALLOWED: is an address that"),
        ("100.64.0.1", "TARGET_NOT_ALLOWED"), ("192.168.1.1", "TARGET_NOT_ALLOWED"),
        ("172.31.255.255", "TARGET_NOT_ALLOWED"),
        ("240.0.0.1", "TARGET_NOT_ALLOWED"), ("1.2.3", "TARGET_INVALID: an IPv4 address has four"),
        ("1.2.3.4.5", "TARGET_INVALID"),
        ("", "TARGET_INVALID"), ("dinkes", "TARGET_INVALID: not an IPv4"),
        ("0x7f.0.0.1", "TARGET_INVALID: “0x7f” is not"),
        ("2001:db8::1::2", "TARGET_INVALID: :: may stand once"), ("2001:db8:0:0:0:0:0:0:1", "TARGET_INVALID"),
        ("2001:db8", "TARGET_INVALID"), ("12345::1", "TARGET_INVALID: the group 12345"),
        ("192.0.2.0/24", "TARGET_INVALID: a network"),
        (" 192.0.2.1", "TARGET_INVALID: blanks"), ("https://192.0.2.1", "TARGET_INVALID: a URL"),
        ("::192.0.2.1", "TARGET_NOT_ALLOWED"),
        (":1:2:3:4:5:6:7", "TARGET_INVALID"), ("1:2:3:4:5:6:7:", "TARGET_INVALID"), ("192.0.2.1.", "TARGET_INVALID"),
    ])
    func badAddresses(_ text: String, _ wanted: String) {
        #expect(verdict { $0.addresses = [text] }.hasPrefix(wanted), "\(verdict { $0.addresses = [text] })")
    }

    @Test(arguments: [
        ("192.0.2.10", "192.0.2.10"), ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"), ("2001:db8::", "2001:db8::"),
        ("2001:db8:0:1::192.0.2.1", "2001:db8:0:1::c000:201"), ("2606:4700::1111", "2606:4700::1111"),
        ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2:3:4:5:6"),
        ("2001:0db8:0000:0001:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("8.8.8.8", "8.8.8.8"),
    ])
    func goodAddresses(_ text: String, _ canonical: String) throws {
        #expect(try judge { $0.addresses = [text] }.target.kind == .address([canonical]))
    }

    @Test func networksOfTheOffice() throws {
        let inside: (inout ZoneSettings) -> Void = {
            $0.allowedNetworks = ["10.1.0.0/16", "203.0.113.0/24", "2001:db8:1::/48"].map { try! Network.parse($0) }
        }
        #expect(verdict({ $0.addresses = ["10.1.2.3"] }, inside).hasPrefix("address"))
        #expect(verdict({ $0.addresses = ["10.2.2.3"] }, inside).hasPrefix("TARGET_NOT_ALLOWED"))
        #expect(verdict({ $0.addresses = ["8.8.8.8"] }, inside).hasPrefix("TARGET_NOT_ALLOWED: is outside"))
        #expect(verdict({ $0.addresses = ["203.0.113.9", "2001:db8:1::5"] }, inside).hasPrefix("address"))
        #expect(
            verdict({ $0.addresses = ["192.0.2.1"] }, { $0.documentationAddresses = .refuse }).hasPrefix(
                "TARGET_NOT_ALLOWED"))
        let warned = try judge(
            { $0.addresses = ["2001:db8::1", "2001:db8:0::1"] }, { $0.documentationAddresses = .warn })
        #expect(warned.warnings.map(\.code) == ["DOCUMENTATION_ADDRESS", "DOCUMENTATION_ADDRESS", "REPEATED"])
        #expect(
            try judge({ $0.addresses = ["3fff:fff::1"] }, { $0.documentationAddresses = .warn }).warnings.map(\.code)
                == ["DOCUMENTATION_ADDRESS"])
        #expect(throws: NetworkError.hostBits("10.0.0.0/8")) { try Network.parse("10.1.0.0/8") }
        #expect(throws: NetworkError.prefixLength(maximum: 32)) { try Network.parse("10.0.0.0/33") }
    }

    @Test func everyAddressIsToldAtOnce() {
        do {
            _ = try judge { $0.addresses = ["300.1.1.1", "10.0.0.1", "192.0.2.1"] }
            Issue.record("accepted")
        } catch {
            guard case .refused(let reasons) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(reasons.map(\.code) == ["TARGET_INVALID", "TARGET_NOT_ALLOWED"])
        }
    }

    @Test func tableOfRangesIsReadable() {
        #expect(SpecialRange.all.count == SpecialRange.rows.count)
        for row in ClaimableHosts.suffixes { #expect((try? Name(row.suffix)) != nil) }
    }

    @Test(arguments: [
        ("web.example.net", "web.example.net."), ("WEB.example.net.", "web.example.net."),
        ("web", "web.purbalinggakab.go.id."), ("dinkes", "TARGET_INVALID"),
        ("dinkes.purbalinggakab.go.id", "TARGET_INVALID"),
        ("www.dinkes.purbalinggakab.go.id.", "TARGET_INVALID"), ("192.0.2.3", "TARGET_INVALID: an address"),
        ("https://x/", "TARGET_INVALID: a URL"), ("a_b.example.net", "TARGET_INVALID"),
        ("*.example.net", "TARGET_INVALID"),
        ("-a.example.net", "TARGET_INVALID"), ("a..example.net", "TARGET_INVALID"), ("a@example.net", "TARGET_INVALID"),
        ("a b.example.net", "TARGET_INVALID"), ("host.123", "TARGET_INVALID: ends with a number"),
        ("", "TARGET_INVALID"),
        ("x.example.net:80", "TARGET_INVALID"), ("münchen.example.net", "TARGET_INVALID"),
        (".", "TARGET_INVALID: the root"),
        ("xn--mnchen-3ya.example.net", "xn--mnchen-3ya.example.net."), ("web.", "web."),
        ("web.purbalinggakab.go", "TARGET_INVALID: can be read in two ways"),
        ("web.purbalinggakab.go.", "web.purbalinggakab.go."), ("www.dinkes", "TARGET_INVALID: can be read"),
    ])
    func hosts(_ text: String, _ wanted: String) {
        let found = verdict { $0.cname = text }
        #expect(wanted.hasPrefix("TARGET") ? found.hasPrefix(wanted) : found == "cname(\"\(wanted)\")", "\(found)")
    }

    @Test func claimableHostsAreFlagged() throws {
        #expect(try judge { $0.cname = "office.github.io" }.warnings.map(\.code) == ["CLAIMABLE"])
        #expect(try judge { $0.url = "https://x.herokuapp.com" }.warnings.map(\.code) == ["CLAIMABLE"])
        #expect(try judge { $0.cname = "notgithub.io.example.net" }.warnings.isEmpty)
    }

    @Test(arguments: [
        ("https://portal.example.net", "https://portal.example.net/"),
        ("HTTPS://Portal.Example.NET:443/A?b=c#d", "https://portal.example.net/A?b=c#d"),
        ("http://portal.example.net:8080/x;y=1", "http://portal.example.net:8080/x;y=1"),
        ("https://portal.example.net?q=%c3%a9", "https://portal.example.net/?q=%C3%A9"),
        (
            "https://portal.example.net/$uri\"{}'\\|^`<>",
            "https://portal.example.net/%24uri%22%7B%7D%27%5C%7C%5E%60%3C%3E"
        ),
        ("https://portal.example.net/é", "https://portal.example.net/%C3%A9"),
        ("https://192.0.2.9/", "https://192.0.2.9/"), ("https://[2001:DB8::1]:8443/", "https://[2001:db8::1]:8443/"),
        ("ftp://x.example.net", "TARGET_INVALID: must begin"), ("portal.example.net", "TARGET_INVALID: must begin"),
        ("javascript:alert(1)", "TARGET_INVALID"), ("https://", "TARGET_INVALID: names no host"),
        ("https:///x", "TARGET_INVALID: names no host"), ("https://u:p@x.example.net/", "TARGET_INVALID: carries"),
        ("https://x.example.net/a b", "TARGET_INVALID: contains U+0020"),
        ("https://x.example.net/\r\nLocation:", "TARGET_INVALID"),
        ("https://x.example.net/%0d%0aX", "TARGET_INVALID: has an encoded"),
        ("https://x.example.net/%zz", "TARGET_INVALID: “%”"),
        ("https://x.example.net/%4", "TARGET_INVALID: “%”"),
        ("https://münchen.example/", "TARGET_INVALID: its host contains U+00FC"),
        ("https://intranet/", "TARGET_INVALID: its host has no dot"),
        ("https://x.example.net:0/", "TARGET_INVALID: its port"),
        ("https://x.example.net:99999/", "TARGET_INVALID: its port"), ("https://10.0.0.1/", "TARGET_NOT_ALLOWED"),
        ("https://127.0.0.1/", "TARGET_NOT_ALLOWED"),
        ("https://dinkes.purbalinggakab.go.id/x", "TARGET_INVALID: the name would redirect"),
        ("https://www.dinkes.purbalinggakab.go.id/x", "TARGET_INVALID: the name would redirect"),
        ("https://app.dinkes.purbalinggakab.go.id/x", "https://app.dinkes.purbalinggakab.go.id/x"),
        ("https://x_y.example.net/", "TARGET_INVALID"), ("https://[::1/", "TARGET_INVALID"), ("", "TARGET_INVALID"),
    ])
    func urls(_ text: String, _ wanted: String) {
        let found = verdict { $0.url = text }
        if wanted.hasPrefix("TARGET") {
            #expect(found.hasPrefix(wanted), "\(found)")
        } else {
            guard case .url(let url)? = try? judge({ $0.url = text }).target.kind else {
                Issue.record("\(found)")
                return
            }
            #expect(url == wanted)
        }
    }

    @Test func delegations() throws {
        let good = try judge {
            $0.delegate = ["ns1.dinkes=192.0.2.53", "ns1.dinkes.purbalinggakab.go.id=2001:db8::53", "ns2.example.net"]
            $0.ds = ["12345 13 2 " + String(repeating: "ab", count: 32)]
        }
        #expect(
            good.target.kind
                == .delegate(
                    nameServers: [
                        .init(host: "ns1.dinkes.purbalinggakab.go.id.", addresses: ["192.0.2.53", "2001:db8::53"]),
                        .init(host: "ns2.example.net."),
                    ], ds: ["12345 13 2 " + String(repeating: "AB", count: 32)]))
        #expect(good.warnings.isEmpty)
        #expect(verdict { $0.delegate = ["ns1.example.net=192.0.2.53"] }.contains("glue"))
        #expect(verdict { $0.delegate = ["ns1=192.0.2.53"] }.contains("glue"))
        #expect(verdict { $0.delegate = ["ns1.dinkes"] }.contains("needs its address"))
        #expect(verdict { $0.delegate = ["ns1.dinkes=10.0.0.1"] }.hasPrefix("TARGET_NOT_ALLOWED"))
        #expect(verdict { $0.delegate = ["ns1.dinkes="] }.hasPrefix("TARGET_INVALID"))
        #expect(try judge { $0.delegate = ["ns1.example.net"] }.warnings.map(\.code) == ["ONE_NAME_SERVER"])
        for bad in [
            "", "1 2 3", "70000 13 2 ab", "1 13 2 abcd", "1 1 2 \(String(repeating: "a", count: 64))", "1 13 9 ab",
            "1 13 2 zz",
        ] {
            #expect(
                verdict {
                    $0.delegate = ["a.example.net"]
                    $0.ds = [bad]
                }.hasPrefix("TARGET_INVALID"), "\(bad)")
        }
        let weak = try judge {
            $0.delegate = ["a.example.net", "b.example.net"]
            $0.ds = ["1 8 1 " + String(repeating: "a", count: 40)]
        }
        #expect(weak.warnings.map(\.code) == ["WEAK_DS"])
    }

    @Test func whatIsUsage() {
        #expect(verdict { _ in }.hasPrefix("usage: say where"))
        #expect(
            verdict {
                $0.cname = "a.example.net"
                $0.url = "https://a.example.net"
            }.hasPrefix("usage: --cname, --url"))
        #expect(
            verdict {
                $0.addresses = ["192.0.2.1"]
                $0.ds = ["1 13 2 ab"]
            }.hasPrefix("usage: --ds"))
        for gigabytes in ["0", "-1", "1.5", "", "x", "99999999999999999999"] {
            #expect(verdict { $0.hosting = .gigabytes(gigabytes) }.hasPrefix("usage: --hosting"))
        }
        for ttl in ["-1", "2147483648", "1h", "", "99999999999999999999"] {
            #expect(
                verdict {
                    $0.addresses = ["192.0.2.1"]
                    $0.ttl = ttl
                }.hasPrefix("usage: --ttl"))
        }
        #expect(verdict { $0.hosting = .standard } == "hosting(gigabytes: 1)")
        #expect(verdict { $0.hosting = .gigabytes("5") } == "hosting(gigabytes: 5)")
    }
}

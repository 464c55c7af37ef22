import RFC1035
import Testing
import ZoneCore

@Suite struct IPAddressTests {
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("0.0.0.0", "0.0.0.0"), ("2001:DB8::1", "2001:db8::1"), ("::", "::"),
        ("::1", "::1"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
        ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::ffff:192.0.2.1", "::ffff:192.0.2.1"),
        ("::ffff:c000:201", "::ffff:192.0.2.1"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
    ])
    func readsAndPrints(text: String, printed: String) throws {
        let address = try IPAddress(text)
        #expect(address.description == printed)
        #expect(try IPAddress(printed) == address)
        #expect(IPAddressText.text(address.octets) == printed)
    }

    @Test(arguments: [
        ("", .empty), ("192.0.2.1 ", .blank), ("www.example.net", .notAnAddress), ("[2001:db8::1]", .bracketed),
        ("192.0.2.1:80", .port), ("fe80::1%eth0", .zoneID), ("192.0.2.0/24", .prefixLength),
        ("https://192.0.2.1", .url), ("192.0.2", .wrongPartCount(3)), ("192.0.2.256", .partTooLarge("256")),
        ("192.0.2.01", .leadingZero("01")), ("192.0.2.0x1", .notDecimal("0x1")), ("192.0.2.", .notAnAddress),
        ("2001:db8::12345", .groupTooLong("12345")), ("1:2:3:4:5:6:7:8:9", .tooManyGroups),
        ("1:2:3:4:5:6:7:8::", .tooManyGroups), ("1:2:3", .tooFewGroups), ("1::2::3", .twoCompressions),
        (":::", .twoCompressions), (":1::2", .notAnAddress), ("1:", .notAnAddress), ("::g", .notAnAddress),
        ("::192.0.2.1:80", .port), ("::ffff:192.0.2.300", .partTooLarge("300")), ("::１", .notAnAddress),
    ] as [(String, IPAddress.ParseError)])
    func saysWhatIsWrong(text: String, reason: IPAddress.ParseError) {
        #expect(throws: reason) { try IPAddress(text) }
    }

    @Test func textNeedsFourOrSixteenOctets() {
        for count in 0..<20 where count != 4 && count != 16 {
            #expect(IPAddressText.text([UInt8](repeating: 1, count: count)) == nil)
        }
    }
}

import RFC1035
import Testing

@Suite struct NameTests {
    @Test(arguments: [
        ("dinkes", "dinkes.example."), ("DinKes", "dinkes.example."), ("dinkes.", "dinkes."), ("@", "example."),
        (".", "."), (#"a\.b"#, #"a\.b.example."#), (#"\097.b"#, "a.b.example."), (#"\000"#, #"\000.example."#),
    ])
    func readsText(text: String, absolute: String) throws {
        #expect(try Name(text, origin: Name("example.")).description == absolute)
    }

    @Test(arguments: [
        ("", NameError.empty), ("a..b", .emptyLabel), (".a", .emptyLabel), ("..", .emptyLabel),
        (String(repeating: "a", count: 64), .labelTooLong), (#"a\"#, .badEscape), (#"\256"#, .badEscape),
        (#"\25"#, .badEscape),
        (String(repeating: String(repeating: "a", count: 63) + ".", count: 4), .nameTooLong),
    ])
    func refuses(text: String, error: NameError) {
        #expect(throws: error) { try Name(text) }
    }

    /// The example of RFC 4034 §6.1.
    @Test func ordersCanonically() throws {
        let names = try [
            "example.", "a.example.", "yljkjljk.a.example.", "Z.a.example.", "zABC.a.EXAMPLE.", "z.example.",
            #"\001.z.example."#, "*.z.example.", #"\200.z.example."#,
        ].map { try Name($0) }
        #expect(names.shuffled().sorted() == names)
    }

    @Test func knowsWhatIsBelow() throws {
        let zone = try Name("example.org.")
        #expect(try Name("a.example.org.").isBelow(zone))
        #expect(try !Name("aexample.org.").isAtOrBelow(zone))
        #expect(zone.isAtOrBelow(zone) && !zone.isBelow(zone))
    }
}

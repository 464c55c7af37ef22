import TestSupport
import Testing

@testable import ZoneCore

@Suite struct RegisterJSONTests {
    @Test func writesCanonically() {
        let value = JSONValue.object([
            "b": .array([.integer(1), .null, .bool(true)]), "a": .string("\"\\/\u{8}\u{c}\n\r\t\u{1}\u{7f}é😀"),
            "": .object([:]), "aa": .number("1.5e3"),
        ])
        #expect(
            String(decoding: value.canonical, as: UTF8.self)
                == #"{"":{},"a":"\"\\/\b\f\n\r\t\u0001"# + "\u{7f}é😀" + #"","aa":1.5e3,"b":[1,null,true]}"#)
    }

    @Test(arguments: [
        "", "{", "}", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "01", "1.", "-", "+1", "nul", "\"", "\"\\x\"",
        "\"\\ud800\"", "\"\\udc00\"", "\"\u{1}\"", "[1] 2", "{a:1}", "'a'", "tru", "NaN", "\"\\u00g0\"", "1e",
        String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
    ])
    func refusesWhatIsNotJSON(text: String) {
        #expect(JSONValue(octets: Array(text.utf8)) == nil)
    }

    @Test func refusesWhatIsNotUTF8() {
        #expect(JSONValue(octets: [0x22, 0xFF, 0x22]) == nil)
        #expect(JSONValue(octets: [0x22, 0xC0, 0x80, 0x22]) == nil)
    }

    @Test func readsEscapesAndBlanks() {
        #expect(JSONValue(octets: Array(" [ \"\\u0041\\ud83d\\ude00\\/\" ,\t-1.5E+3 ]\n".utf8))
            == .array([.string("A😀/"), .number("-1.5E+3")]))
    }

    /// Random values survive, and the scanner agrees with the reader about where they end.
    @Test func roundTrips() {
        var random = SeededRandom.fresh()
        func value(_ depth: Int) -> JSONValue {
            switch Int.random(in: 0..<(depth > 3 ? 4 : 6), using: &random) {
            case 0: return .null
            case 1: return .bool(.random(using: &random))
            case 2: return .integer(Int.random(in: -1_000_000...1_000_000, using: &random))
            case 3:
                let scalars = (0..<Int.random(in: 0..<20, using: &random)).compactMap { _ in
                    let isPlain = Bool.random(using: &random)
                    return Unicode.Scalar(UInt32.random(in: 0...(isPlain ? 0x7F : 0x1FFFF), using: &random))
                }
                return .string(String(String.UnicodeScalarView(scalars)))
            case 4: return .array((0..<Int.random(in: 0..<4, using: &random)).map { _ in value(depth + 1) })
            default:
                let count = Int.random(in: 0..<4, using: &random)
                return .object(Dictionary(uniqueKeysWithValues: (0..<count).map { ("k\($0)\"é", value(depth + 1)) }))
            }
        }
        for _ in 0..<300 {
            let original = value(0)
            let octets = original.canonical
            #expect(JSONValue(octets: octets) == original)
            octets.withUnsafeBufferPointer { buffer in
                var scanner = JSONScanner(buffer)
                #expect(scanner.skipValue() && scanner.isAtEnd())
            }
        }
    }

    /// Whatever is done to a line, reading it neither traps nor reads past its end, and reader and scanner agree.
    @Test func survivesBrokenLines() throws {
        let line = Array(#"{"a":"x\n\u0041","b":[1,-2.5e3,{"c":null}],"name":{"records":["a"],"name":"b"}}"#.utf8)
        var random = SeededRandom.fresh()
        for _ in 0..<5000 {
            var broken = line
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let at = Int.random(in: 0..<broken.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: broken[at] = UInt8.random(in: 0...255, using: &random)
                case 1: broken.remove(at: at)
                default: broken.insert(broken[Int.random(in: 0..<broken.count, using: &random)], at: at)
                }
            }
            let exact = broken
            let value = JSONValue(octets: exact)
            exact.withUnsafeBufferPointer { buffer in
                var scanner = JSONScanner(buffer)
                let whole = scanner.skipValue() && scanner.isAtEnd()
                if value != nil { #expect(whole) }
                scanner.at = 0
                _ = LineFacts(&scanner)
            }
        }
    }

    @Test(arguments: [("2026/0001", 2026, 1), ("2026/9999", 2026, 9999), ("2026/10000", 2026, 10000)])
    func readsRequestIDs(text: String, year: Int, number: Int) throws {
        let id = try #require(RequestID(text))
        #expect(id.year == year && id.number == number && id.description == text)
    }

    @Test(arguments: [
        "", "2026", "2026/1", "2026/0000", "2026/00001", "026/0001", "2026-0001", "2026/000a", "2026/0001 ",
        "2026/99999999999999999999", "+026/0001", "２026/0001",
    ])
    func refusesOtherIDs(text: String) {
        #expect(RequestID(text) == nil)
    }

    @Test func keepsTargets() {
        let targets = [
            Target(.address(["192.0.2.1", "2001:db8::1"]), mail: .standard, www: true, ttl: 300),
            Target(.cname("host.example.")), Target(.url("https://example.org/a?b#c"), mail: .host("mx.example.")),
            Target(.hosting(gigabytes: 5)),
            Target(
                .delegate(
                    nameServers: [.init(host: "ns1.a.example.", addresses: ["192.0.2.53"]), .init(host: "ns.example.")],
                    ds: ["12345 13 2 abcd"])),
        ]
        for target in targets { #expect(Target(json: target.json) == target) }
    }
}

import TestSupport
import Testing

@testable import ZoneCore

@Suite struct JSONTapeTests {
    /// All that a node tells of itself.
    private struct Told: JSONReadable, Equatable {
        var value: JSONValue

        init?(json: some JSONNode) {
            if let members = json.members(besides: []) {
                value = .object(members)
            } else if let list = json.array {
                value = .array(list.compactMap { Told(json: $0)?.value })
            } else if let text = json.string {
                value = .string(text)
            } else if let number = json.integer {
                value = .integer(number)
            } else {
                value = json.bool.map { .bool($0) } ?? .null
            }
        }
    }

    private static let line = Array(
        #"{"a":"x\n\u0041","b":[1,-2.5e3,{"c":null},"é",true],"name":{"kind":"url","url":"https://example.org/","#
            .utf8) + Array(#""www":true},"z":"caf\u00e9"}"#.utf8)

    private static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    private func read<Value: JSONReadable>(_: Value.Type, _ octets: [UInt8]) -> (tape: Value?, value: Value?) {
        octets.withUnsafeBufferPointer { buffer in
            var (one, other) = (JSONScanner(buffer), JSONScanner(buffer))
            let (tape, value) = (JSONTape.read(Value.self, &one), JSONValue.read(&other, depth: 1))
            if value != nil { #expect(one.at == other.at) }
            return (tape, value.flatMap { Value(json: $0) })
        }
    }

    @Test(arguments: [
        #"{"a":1,"b":[{"c":"d"}]}"#, #"{ "b" : 2 , "a" : [ 1 , 2 ] }"#, #"{"a":1,"a":2}"#, #"{"é":1}"#, "{}", "[]",
        #"{"":{},"a":{}}"#, #"{"a":"\ud800"}"#, #"{"a":}"#, #"[1,2"#, "\"", "", " ", "-", "nul", "true", "7", "-0",
        "123456789012345678901234567890", #"{"a":1e3}"#, #"{"a\n":1}"#, #"[[],[[]],{}]"#,
        nested(61), nested(62), nested(63), nested(64), nested(100),
    ])
    func readsWhatJSONValueReads(text: String) {
        let (tape, value) = read(Told.self, Array(text.utf8))
        #expect(tape == value)
    }

    @Test func readsValuesWhereTheyStand() throws {
        let (tape, value) = read(Told.self, JSONTapeTests.line)
        #expect(tape != nil && tape == value)
        JSONTapeTests.line.withUnsafeBufferPointer { octets in
            let target = JSONTape.read(Target.self, member: "name", of: octets)
            #expect(target == Target(.url("https://example.org/"), www: true))
            #expect(JSONTape.read(Target.self, member: "a", of: octets) == nil)
            #expect(JSONTape.read(Target.self, member: "other", of: octets) == nil)
            var end = JSONScanner(octets, at: octets.count)
            #expect(JSONTape.read(Target.self, &end) == nil)
        }
    }

    /// What a newer version wrote is kept as it is.
    @Test(arguments: [
        #"{"id":"2026/0001","kind":"new","letter":"1","newer":{"b":["é",{"\n":1e3}],"a":null},"opd":"x","zz":"é"}"#,
        #"{"opd":"x","newer":{"b":[1]},"letter":"1","kind":"new","id":"2026/0001","":true}"#,
    ])
    func keepsUnknownMembers(text: String) throws {
        let (tape, value) = read(RequestSummary.self, Array(text.utf8))
        let summary = try #require(tape)
        #expect(summary == value && summary.details.count == 2)
        #expect(JSONValue(octets: Array(text.utf8)) == summary.json)
    }

    /// Whatever is done to a line, reading it neither traps nor reads past its end, and both ways tell the same.
    @Test func agreesOnBrokenLines() {
        var random = SeededRandom.fresh()
        for _ in 0..<5000 {
            var broken = JSONTapeTests.line
            for _ in 0..<Int.random(in: 0...3, using: &random) where !broken.isEmpty {
                let at = Int.random(in: 0..<broken.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: broken[at] = UInt8.random(in: 0...255, using: &random)
                case 1: broken.remove(at: at)
                case 2: broken.removeLast(broken.count - at - 1)
                default: broken.insert(broken[Int.random(in: 0..<broken.count, using: &random)], at: at)
                }
            }
            let (tape, value) = read(Told.self, broken)
            #expect(tape == value, "\(String(decoding: broken, as: UTF8.self))")
            broken.withUnsafeBufferPointer { octets in
                _ = JSONTape.read(Target.self, member: "name", of: octets)
                _ = RequestLine(octets)?.timelineEntry
            }
        }
    }
}

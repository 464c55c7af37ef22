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

    private func read<Value: JSONReadable>(_: Value.Type, _ octets: [UInt8]) -> (tape: Value?, value: Value?) {
        octets.withUnsafeBufferPointer { buffer in
            var scanner = JSONScanner(buffer)
            return (
                JSONTape.read(Value.self, at: 0, of: buffer),
                JSONValue.read(&scanner, depth: 1).flatMap { Value(json: $0) }
            )
        }
    }

    @Test(arguments: [
        #"{"a":1,"b":[{"c":"d"}]}"#, #"{ "b" : 2 , "a" : [ 1 , 2 ] }"#, #"{"a":1,"a":2}"#, #"{"é":1}"#, "{}", "[]",
        #"{"":{},"a":{}}"#, #"{"a":"\ud800"}"#, #"{"a":}"#, #"[1,2"#, "\"", "", " ", "-", "nul", "true", "7", "-0",
        "123456789012345678901234567890", #"{"a":1e3}"#, #"{"a\n":1}"#, #"[[],[[]],{}]"#,
        String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
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
            #expect(JSONTape.read(Target.self, at: octets.count, of: octets) == nil)
        }
    }

    /// Whatever is done to a line, reading it neither traps nor reads past its end, and both ways tell the same.
    @Test func agreesOnBrokenLines() {
        var random = SeededRandom.fresh()
        for _ in 0..<5000 {
            var broken = JSONTapeTests.line
            for _ in 0..<Int.random(in: 0...3, using: &random) {
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
                // What is passed over unread ends where it would end when read.
                var (strict, quick) = (JSONScanner(octets), JSONScanner(octets))
                if strict.skipValue() { #expect(quick.passOver() && quick.at == strict.at) } else { _ = quick.passOver() }
                _ = RequestLine(octets)?.timelineEntry
            }
        }
    }
}

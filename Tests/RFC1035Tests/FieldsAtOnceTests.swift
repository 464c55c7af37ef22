import TestSupport
import Testing

@testable import RFC1035

/// Fields that are read and printed several octets at a time give what one octet at a time gives.
@Suite struct FieldsAtOnceTests {
    /// The data of one record as it is printed; `nil` where it is refused.
    private func printed(_ type: String, _ data: String) throws -> String? {
        let store = RecordStore()
        let report = try Array("a.example. 60 IN \(type) \(data)\n".utf8).withUnsafeBytes {
            MasterFile.read($0, name: "db", into: store, options: MasterOptions(origin: try Name("example.")))
        }
        guard report.isValid else { return nil }
        var writer = ByteWriter()
        RecordWriter.appendRdata(store.rows[0], of: store, to: &writer)
        return writer.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// As RFC 1035 and `inet_pton` have it, without regard to time.
    private func isIPv4(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy(ASCII.isDigit) && String(Int(part) ?? 256) == part
                    && Int(part) ?? 256 <= 255
            }
    }

    @Test(arguments: 0..<8) func readsAndPrintsIPv4Addresses(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<400 {
            let parts = (0..<4).map { _ in
                let limit = [9, 99, 255, 260, 1000].randomElement(using: &random) ?? 9
                return String(Int.random(in: 0...limit, using: &random))
            }
            var text = Array(parts.joined(separator: ".").utf8)
            if Int.random(in: 0..<3, using: &random) == 0, let at = text.indices.randomElement(using: &random) {
                text[at] = Array("0123456789./:a-".utf8).randomElement(using: &random) ?? 48
            }
            let address = String(decoding: text, as: UTF8.self)
            #expect(try printed("A", address) == (isIPv4(address) ? address : nil), "\(address)")
        }
    }

    @Test func printsEveryOctetInDecimal() throws {
        for octet in 0...255 {
            let address = "\(octet).0.\(255 - octet).\(octet)"
            #expect(try printed("A", address) == address)
        }
    }

    @Test(arguments: [0, 1, 9, 10, 11, 99, 100, 999, 1000, 9999, 10_000, 65_535])
    func printsNumbersOfAnyLength(value: UInt32) throws {
        #expect(try printed("MX", "\(value) a.") == "\(value) a.")
        for number in [value, value &* 65_537, .max - value] {
            #expect(try printed("SOA", "a. b. \(number) 1 2 3 4")?.hasPrefix("a. b. \(number) ") == true)
        }
    }

    @Test(arguments: 0..<40) func readsAndPrintsHexadecimal(length: Int) throws {
        var random = SeededRandom(seed: UInt64(length))
        let octets = (0...length).map { _ in UInt8.random(in: 0...255, using: &random) }
        let digits = octets.map { String(UInt16($0) + 0x100, radix: 16, uppercase: true).dropFirst() }.joined()
        // In either case, and with a blank anywhere.
        for blank in 0..<digits.count {
            let text = Array(digits).enumerated().map { index, digit in
                (index == blank && index > 0 ? " " : "") + (index % 3 == 0 ? digit.lowercased() : String(digit))
            }.joined()
            #expect(try printed("TYPE65280", "\\# \(octets.count) \(text)") == "\\# \(octets.count) \(digits)")
        }
    }

    @Test func refusesWhatIsNoHexadecimalDigitWhereverItStands() throws {
        let digits = Array("0123456789ABCDEFabcdef9876543210".utf8)
        for at in digits.indices {
            for octet in UInt8(0x21)...0xFF where ASCII.hexadecimalValue(octet) == nil {
                // Those have a meaning of their own in a master file.
                guard !"\"();\\".utf8.contains(octet) else { continue }
                var text = digits
                text[at] = octet
                let line = Array("a 60 IN TYPE65280 \\# 16 ".utf8) + text + [0x0A]
                let report = try line.withUnsafeBytes {
                    MasterFile.read($0, name: "db", into: RecordStore(), options: MasterOptions(origin: try Name("example.")))
                }
                #expect(!report.isValid, "\(octet) at \(at)")
            }
        }
    }
}

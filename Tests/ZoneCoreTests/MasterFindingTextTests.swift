import RFC1035
import Testing
import ZoneCore

@Suite struct MasterFindingTextTests {
    private static let subjects: [MasterFinding.Subject] = [
        .entry, .owner, .field("key tag", of: .ds), .data(of: RecordType(rawValue: 65280)),
    ]

    /// Neither language may lack a message, or tell less than the other.
    @Test(arguments: FaultReason.allCases)
    func everyReasonHasItsWordsInBothLanguages(reason: FaultReason) {
        for subject in Self.subjects {
            let text = MasterFinding(
                reason, in: subject, token: "TOKEN", number: 4711, file: "db.example", line: 1, column: 1
            ).text
            #expect(!text.en.isEmpty && !text.id.isEmpty && text.en != text.id)
            for detail in ["TOKEN", "4711", "key tag", "DS", "TYPE65280", "$INCLUDE", "$TTL", "RFC"] {
                #expect(text.en.contains(detail) == text.id.contains(detail), "\(detail)")
            }
        }
    }

    @Test(arguments: [
        ("a MX ten b", "preference pada MX tidak sah: 'ten' bukan bilangan desimal"),
        ("a..b A 192.0.2.1", "pemilik tidak sah: 'a..b' memuat label kosong (dua titik berurutan, atau titik di awal)"),
        (
            ##"a TYPE65280 \# 2 AB"##,
            ##"data pada TYPE65280 tidak sah: data generik ditulis \# PANJANG HEX…, dan panjangnya harus cocok"##
        ),
        ("a 2147483648 A 192.0.2.1", "TTL 2147483648 melebihi 2147483647 dan dianggap 0 (RFC 2181 §8)"),
        ("@ SOA ns h 1 2 3 4 300", "TTL tidak diberikan: dipakai minimum SOA, 300 detik; letakkan baris $TTL di awal"),
    ])
    func theReaderSpeaksIndonesian(text: String, message: String) throws {
        let ttl = text.contains("SOA") ? "" : "$TTL 60\n"
        let options = MasterOptions(origin: try Name("example."))
        let report = Array((ttl + text).utf8).withUnsafeBytes {
            MasterFile.read($0, name: "db.example", into: RecordStore(), options: options)
        }
        let first = try #require(report.findings.first)
        #expect(Finding(first).message.id == message)
        #expect(Finding(first).message.en == first.message)
    }

    /// What the system says is no text from the file.
    @Test func aFileThatCannotBeReadIsNamed() {
        let finding = Finding(MasterFinding(.readFailed, number: 5, file: "db.example", line: 3, column: 1))
        #expect(finding.code == "READ_FAILED" && finding.severity == .error)
        #expect(finding.message.en.hasPrefix("reading failed: "))
        #expect(finding.message.id.hasPrefix("tidak dapat membaca db.example: galat masukan/keluaran"))
    }
}

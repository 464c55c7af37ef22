import RFC1035
import Testing

@testable import ZoneCore

/// The examples of FIPS 180-4 and RFC 5155 appendix A, and a key's digests as dnssec-dsfromkey makes them.
@Suite struct DigestTests {
    private static func hex(_ octets: [UInt8]) -> String {
        octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test(arguments: [
        ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"), ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
        (String(repeating: "a", count: 1_000), "291e9a6c66994949b57ba5e650361e98fc36b1ba"),
    ])
    func sha1(text: String, digest: String) {
        #expect(Self.hex(Array(text.utf8).withUnsafeBufferPointer { SHA1.digest(of: $0).octets }) == digest)
    }

    @Test(arguments: [
        (
            "abc",
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
        ),
        (
            "",
            "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b"
        ),
    ])
    func sha384(text: String, digest: String) {
        #expect(Self.hex(SHA384.digest(of: Array(text.utf8))) == digest)
    }

    @Test func keyTagAndDigests() throws {
        let zone = try zone("@ DNSKEY 257 3 13 \(SignedExample.key)\n@ CDNSKEY 257 3 13 \(SignedExample.key)")
        let apex = try #require(zone.apex)
        let key = try #require(zone.keys(at: apex).first)
        #expect(key.tag == 39559 && key.algorithm == 13 && key.isZoneKey && key.isEntryPoint && !key.isRevoked)
        let owner = Array(try Name("example.go.id.").wire)
        let digests = owner.withUnsafeBufferPointer { owner in
            [1, 2, 4].map { ZoneKey.digest(ofType: $0, owner: owner, key: zone.rdata(of: key.row)).map(Self.hex) ?? "" }
        }
        #expect(
            digests == [
                "f3581dcc920feec65c03e35d44f0a0a335428c27",
                "8895c9212d337bc42391e9c77bfdd4f9f20fd0e9aac7d7d7d355dd2531f8504b",
                "f21015816d5d35501491bd8627530204d4f92353fa59b6668f265374f341590a7c2d80ca3783b0d97d4a18a8dd9166ce",
            ])
    }

    @Test func hashesAsText() throws {
        #expect(HashedName.text(Array(repeating: 0xFF, count: 20)) == String(repeating: "v", count: 32))
        let wire = try Name("example.go.id.").wire
        #expect(HashedName.text(wire.withUnsafeBufferPointer { SHA1.digest(of: $0).octets }) == SignedExample.apexHash)
    }
}

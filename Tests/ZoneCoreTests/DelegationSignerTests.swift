import Testing
import ZoneCore

@Suite struct DelegationSignerTests {
    /// Every digest type of the registry, with one digit too few, exactly right, and one octet too many.
    @Test(arguments: [(1, 20), (2, 32), (3, 32), (4, 48), (5, 32), (6, 32)] as [(UInt8, Int)])
    func digestsHaveTheLengthOfTheirType(type: UInt8, octets: Int) throws {
        let digits = String(repeating: "aB", count: octets)
        #expect(try DelegationSigner.parse("1 13 \(type) \(digits)").digest == digits.uppercased())
        for wrong in [String(digits.dropLast()), digits + "00", digits.dropLast() + "g"] {
            #expect(throws: DelegationSignerError.digest(type, 2 * octets)) {
                try DelegationSigner.parse("1 13 \(type) \(wrong)")
            }
        }
        #expect(throws: DelegationSignerError.digestType) { try DelegationSigner.parse("1 13 7 \(digits)") }
    }
}

import RFC1035
import Testing

@testable import ZoneCore

@Suite struct ReverseNameTests {
    @Test(arguments: [
        ("1.2.0.192.in-addr.arpa.", [192, 0, 2, 1] as [UInt8]?), ("255.2.0.192.in-addr.arpa.", [192, 0, 2, 255]),
        ("+1.2.0.192.in-addr.arpa.", nil), ("01.2.0.192.in-addr.arpa.", nil), ("256.2.0.192.in-addr.arpa.", nil),
        ("-1.2.0.192.in-addr.arpa.", nil), ("2.0.192.in-addr.arpa.", nil), ("1.1.2.0.192.in-addr.arpa.", nil),
    ])
    func readsAddresses(name: String, address: [UInt8]?) throws {
        let wire = try Name(name).wire + [0, 0, 0, 0, 0, 0, 0, 0]
        let read = wire.withUnsafeBufferPointer { $0.baseAddress.flatMap { ReverseName.address($0) } }
        #expect(read == address)
    }
}

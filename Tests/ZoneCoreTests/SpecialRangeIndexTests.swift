import TestSupport
import Testing

@testable import ZoneCore

/// The quick answer about an address is the one that the table of ranges gives.
@Suite struct SpecialRangeIndexTests {
    private func quick(_ octets: [UInt8]) -> SpecialRangeIndex.Answer? {
        octets.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return nil }
            return octets.count == 4 ? SpecialRangeIndex.use(ofIPv4: base) : SpecialRangeIndex.use(ofIPv6: base)
        }
    }

    private func slow(_ octets: [UInt8]) -> SpecialRangeIndex.Answer {
        switch SpecialRange.covering(IPAddress(uncheckedOctets: octets))?.use {
        case .never: .never
        case .whenAllowed: .whenAllowed
        case .documentation: .documentation
        case nil: .ordinary
        }
    }

    /// The address `step` after another; past the last one it begins again.
    private func neighbour(_ octets: [UInt8], _ step: Int) -> [UInt8] {
        var octets = octets
        for at in octets.indices.reversed() {
            let (sum, overflow) =
                step > 0 ? octets[at].addingReportingOverflow(1) : octets[at].subtractingReportingOverflow(1)
            octets[at] = sum
            if !overflow { break }
        }
        return octets
    }

    @Test("at both ends of every range, and next to them", arguments: SpecialRange.rows.map(\.0))
    func bounds(_ network: String) throws {
        let network = try Network.parse(network)
        let first = network.base.octets
        let last = first.enumerated().map { number, octet in
            let kept = min(max(network.prefixLength - number * 8, 0), 8)
            return octet | UInt8(truncatingIfNeeded: 0xFF >> kept)
        }
        for octets in [first, last, neighbour(first, -1), neighbour(first, 1), neighbour(last, -1), neighbour(last, 1)]
        {
            #expect(quick(octets) == slow(octets), "\(IPAddress(uncheckedOctets: octets))")
        }
    }

    @Test("anywhere", arguments: [4, 16])
    func anywhere(_ count: Int) {
        var random = SeededRandom(seed: 1)
        for _ in 0..<20_000 {
            let octets = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            guard quick(octets) != slow(octets) else { continue }
            Issue.record("\(IPAddress(uncheckedOctets: octets))")
            return
        }
    }
}

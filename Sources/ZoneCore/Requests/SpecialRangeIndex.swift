/// The ranges of ``SpecialRange`` arranged so that a million addresses can be asked after.
///
/// Allocated once, never written again, never freed: threads count no references to it.
struct SpecialRangeIndex {
    private struct Entry {
        /// Over the first 64 bits of an address, an IPv4 address being the upper half of them.
        var mask: UInt64
        var base: UInt64
        var use: Answer
    }

    enum Answer: UInt8 {
        case ordinary
        case never, whenAllowed, documentation
        /// 64 bits are not enough to tell.
        case undecided
    }

    /// For each first octet the first of its entries; the next one's is their end.
    private let starts: UnsafePointer<UInt16>
    private let entries: UnsafePointer<Entry>

    nonisolated(unsafe) private static let ipv4 = SpecialRangeIndex(isIPv4: true)
    nonisolated(unsafe) private static let ipv6 = SpecialRangeIndex(isIPv4: false)

    private init(isIPv4: Bool) {
        var starts: [UInt16] = []
        var entries: [Entry] = []
        let ranges = SpecialRange.all.filter { $0.network.base.isIPv4 == isIPv4 }
        for octet in 0..<256 {
            starts.append(UInt16(entries.count))
            for range in ranges {
                let length = range.network.prefixLength
                let octets = range.network.base.octets.prefix(8)
                let base = octets.reduce(0 as UInt64) { $0 << 8 | UInt64($1) } << (isIPv4 ? 32 : 0)
                let mask = length >= 64 ? UInt64.max : ~(UInt64.max >> UInt64(length))
                let first = UInt64(octet) << 56
                guard (first ^ base) & mask & (0xFF << 56) == 0 else { continue }
                entries.append(Entry(mask: mask, base: base, use: length > 64 ? .undecided : Answer(range.use)))
            }
            // Outside 2000::/3 no IPv6 address has been given to anyone (RFC 4291 §2.4).
            if !isIPv4 && octet & 0xE0 != 0x20 { entries.append(Entry(mask: 0, base: 0, use: .never)) }
        }
        starts.append(UInt16(entries.count))
        let starting = UnsafeMutablePointer<UInt16>.allocate(capacity: starts.count)
        starting.initialize(from: starts, count: starts.count)
        let entering = UnsafeMutablePointer<Entry>.allocate(capacity: entries.count + 1)
        entering.initialize(from: entries, count: entries.count)
        self.starts = UnsafePointer(starting)
        self.entries = UnsafePointer(entering)
    }

    @inline(__always) private func answer(_ first: UInt8, _ bits: UInt64) -> Answer {
        var at = Int(starts[Int(first)])
        let end = Int(starts[Int(first) &+ 1])
        while at < end {
            if bits & entries[at].mask == entries[at].base { return entries[at].use }
            at &+= 1
        }
        return .ordinary
    }

    /// What the four octets of an IPv4 address are.
    ///
    /// SAFETY: four octets are readable.
    @inline(__always) static func use(ofIPv4 octets: UnsafePointer<UInt8>) -> Answer {
        let bits = UInt32(bigEndian: UnsafeRawPointer(octets).loadUnaligned(as: UInt32.self))
        return ipv4.answer(octets[0], UInt64(bits) << 32)
    }

    /// What the sixteen octets of an IPv6 address are.
    ///
    /// SAFETY: sixteen octets are readable.
    @inline(__always) static func use(ofIPv6 octets: UnsafePointer<UInt8>) -> Answer {
        let bits = UInt64(bigEndian: UnsafeRawPointer(octets).loadUnaligned(as: UInt64.self))
        let answer = ipv6.answer(octets[0], bits)
        guard answer == .undecided else { return answer }
        let address = IPAddress(uncheckedOctets: Array(UnsafeBufferPointer(start: octets, count: 16)))
        return SpecialRange.covering(address).map { Answer($0.use) } ?? .ordinary
    }
}

extension SpecialRangeIndex.Answer {
    fileprivate init(_ use: SpecialRange.Use) {
        switch use {
        case .never: self = .never
        case .whenAllowed: self = .whenAllowed
        case .documentation: self = .documentation
        }
    }
}

/// SHA-1 (FIPS 180-4), for the hashes of NSEC3 (RFC 5155) and old digests of keys. It protects nothing here.
enum SHA1 {
    /// The 20 octets of a digest, as big-endian words that compare as the octets do.
    struct Digest: Hashable, Comparable, BitwiseCopyable {
        var high: UInt64 = 0
        var middle: UInt64 = 0
        var low: UInt32 = 0

        @inline(__always) static func < (left: Digest, right: Digest) -> Bool {
            if left.high != right.high { return left.high < right.high }
            return left.middle != right.middle ? left.middle < right.middle : left.low < right.low
        }

        /// From exactly 20 octets.
        init?(_ octets: UnsafeBufferPointer<UInt8>) {
            guard octets.count == 20 else { return nil }
            for index in 0..<8 { high = high << 8 | UInt64(octets[index]) }
            for index in 8..<16 { middle = middle << 8 | UInt64(octets[index]) }
            for index in 16..<20 { low = low << 8 | UInt32(octets[index]) }
        }

        init(_ h: (UInt32, UInt32, UInt32, UInt32, UInt32)) {
            high = UInt64(h.0) << 32 | UInt64(h.1)
            middle = UInt64(h.2) << 32 | UInt64(h.3)
            low = h.4
        }

        var octets: [UInt8] {
            (0..<8).map { UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * $0)) }
                + (0..<8).map { UInt8(truncatingIfNeeded: middle >> UInt64(56 - 8 * $0)) }
                + (0..<4).map { UInt8(truncatingIfNeeded: low >> UInt32(24 - 8 * $0)) }
        }

        /// Writes the octets to the start of a buffer of 20 at least.
        func write(to buffer: UnsafeMutableBufferPointer<UInt8>) {
            guard buffer.count >= 20, let base = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
            base.storeBytes(of: high.bigEndian, as: UInt64.self)
            base.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
            base.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
        }
    }

    static func digest(of octets: UnsafeBufferPointer<UInt8>) -> Digest {
        var h: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
            0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0
        )
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { schedule in
            guard let w = schedule.baseAddress else { return }
            let blocks = (octets.count + 8) / 64 + 1
            for block in 0..<blocks {
                for word in 0..<16 {
                    let start = block * 64 + word * 4
                    var value: UInt32 = 0
                    if start + 4 <= octets.count, let base = UnsafeRawPointer(octets.baseAddress) {
                        w[word] = UInt32(bigEndian: base.loadUnaligned(fromByteOffset: start, as: UInt32.self))
                        continue
                    }
                    for at in start..<(start + 4) {
                        let octet: UInt8 = at < octets.count ? octets[at] : at == octets.count ? 0x80 : 0
                        value = value << 8 | UInt32(octet)
                    }
                    w[word] = value
                }
                if block == blocks - 1 {
                    let bits = UInt64(octets.count) &* 8
                    w[14] = UInt32(truncatingIfNeeded: bits >> 32)
                    w[15] = UInt32(truncatingIfNeeded: bits)
                }
                absorb(w, &h)
            }
        }
        return Digest(h)
    }

    private static func absorb(
        _ w: UnsafeMutablePointer<UInt32>, _ h: inout (UInt32, UInt32, UInt32, UInt32, UInt32)
    ) {
        for t in 16..<80 { w[t] = rotate(w[t &- 3] ^ w[t &- 8] ^ w[t &- 14] ^ w[t &- 16], 1) }
        var (a, b, c, d, e) = h
        @inline(__always) func turn(_ t: Int, _ f: UInt32, _ k: UInt32) {
            let next = rotate(a, 5) &+ f &+ e &+ k &+ w[t]
            (e, d, c, b, a) = (d, c, rotate(b, 30), a, next)
        }
        for t in 0..<20 { turn(t, d ^ (b & (c ^ d)), 0x5a82_7999) }
        for t in 20..<40 { turn(t, b ^ c ^ d, 0x6ed9_eba1) }
        for t in 40..<60 { turn(t, (b & c) | (d & (b | c)), 0x8f1b_bcdc) }
        for t in 60..<80 { turn(t, b ^ c ^ d, 0xca62_c1d6) }
        h = (h.0 &+ a, h.1 &+ b, h.2 &+ c, h.3 &+ d, h.4 &+ e)
    }

    @inline(__always) private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x &<< n | x &>> (32 &- n) }
}

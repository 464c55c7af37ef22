/// SHA-256 (FIPS 180-4). Foundation on Linux has none.
public struct SHA256: Sendable {
    private var state = State()
    /// Octets that do not fill a block yet.
    private var pending: [UInt8] = []
    private var length: UInt64 = 0

    public init() {
        pending.reserveCapacity(64)
    }

    /// The digest of octets that are all there.
    public static func digest(of octets: UnsafeRawBufferPointer) -> Digest {
        var state = State()
        let whole = octets.count & ~63
        if whole > 0, let base = octets.baseAddress { state.absorb(base, blocks: whole / 64) }
        return state.finish(UnsafeRawBufferPointer(rebasing: octets[whole...]), length: UInt64(octets.count))
    }

    /// The digest of octets that are all there.
    public static func digest(of octets: [UInt8]) -> Digest {
        octets.withUnsafeBytes { digest(of: $0) }
    }

    /// Takes further octets.
    public mutating func update(_ octets: UnsafeRawBufferPointer) {
        length &+= UInt64(octets.count)
        var rest = octets
        if !pending.isEmpty {
            let taken = min(64 - pending.count, rest.count)
            pending.append(contentsOf: rest[..<taken])
            rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
            guard pending.count == 64 else { return }
            pending.withUnsafeBytes { block in
                if let base = block.baseAddress { state.absorb(base, blocks: 1) }
            }
            pending.removeAll(keepingCapacity: true)
        }
        let whole = rest.count & ~63
        if whole > 0, let base = rest.baseAddress { state.absorb(base, blocks: whole / 64) }
        pending.append(contentsOf: rest[whole...])
    }

    /// Takes further octets.
    public mutating func update(_ octets: [UInt8]) {
        octets.withUnsafeBytes { update($0) }
    }

    /// The digest of everything taken so far.
    public func digest() -> Digest {
        var copy = state
        return pending.withUnsafeBytes { copy.finish($0, length: length) }
    }

    /// The 32 octets of a digest, as four big-endian words.
    public struct Digest: Hashable, Sendable, CustomStringConvertible {
        let a: UInt64
        let b: UInt64
        let c: UInt64
        let d: UInt64

        init(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
            (self.a, self.b, self.c, self.d) = (a, b, c, d)
        }

        /// The 32 octets.
        public var octets: [UInt8] {
            [a, b, c, d].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) } }
        }

        /// What stands before the first line of a register.
        public static let zero = Digest(0, 0, 0, 0)

        /// Reads exactly 64 lower-case hexadecimal digits.
        public init?(hex: some Collection<UInt8>) {
            guard hex.count == 64 else { return nil }
            var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
            for octet in hex {
                let value: UInt64
                switch octet {
                case 0x30...0x39: value = UInt64(octet - 0x30)
                case 0x61...0x66: value = UInt64(octet - 0x61 + 10)
                default: return nil
                }
                words.0 = words.0 << 4 | words.1 >> 60
                words.1 = words.1 << 4 | words.2 >> 60
                words.2 = words.2 << 4 | words.3 >> 60
                words.3 = words.3 << 4 | value
            }
            self.init(words.0, words.1, words.2, words.3)
        }

        /// 64 lower-case hexadecimal digits.
        public var description: String {
            var octets = [UInt8]()
            appendHex(to: &octets)
            return String(decoding: octets, as: UTF8.self)
        }

        func appendHex(to octets: inout [UInt8]) {
            for word in [a, b, c, d] {
                var shift: UInt64 = 64
                while shift > 0 {
                    shift -= 4
                    let digit = UInt8(truncatingIfNeeded: word >> shift) & 15
                    octets.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
                }
            }
        }
    }
}

extension SHA256 {
    /// The round constants (FIPS 180-4 §4.2.2), never freed.
    private nonisolated(unsafe) static let constants: UnsafePointer<UInt32> = {
        let values: [UInt32] = [
            0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
            0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
            0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
            0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
            0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
            0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
            0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
            0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
        ]
        let pointer = UnsafeMutablePointer<UInt32>.allocate(capacity: 64)
        pointer.initialize(from: values, count: 64)
        return UnsafePointer(pointer)
    }()

    /// The eight working words between blocks.
    private struct State: Sendable {
        var h0: UInt32 = 0x6a09_e667
        var h1: UInt32 = 0xbb67_ae85
        var h2: UInt32 = 0x3c6e_f372
        var h3: UInt32 = 0xa54f_f53a
        var h4: UInt32 = 0x510e_527f
        var h5: UInt32 = 0x9b05_688c
        var h6: UInt32 = 0x1f83_d9ab
        var h7: UInt32 = 0x5be0_cd19

        /// Takes whole blocks of 64 octets (FIPS 180-4 §6.2.2).
        mutating func absorb(_ octets: UnsafeRawPointer, blocks: Int) {
            let k = SHA256.constants
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
                guard let w = schedule.baseAddress else { return }
                var block = octets
                for _ in 0..<blocks {
                    var a = h0
                    var b = h1
                    var c = h2
                    var d = h3
                    var e = h4
                    var f = h5
                    var g = h6
                    var h = h7
                    var i = 0
                    // Eight rounds at a time, so that no word has to be moved from one variable to the next; the
                    // schedule is worked out on the way, while the rounds wait for each other.
                    while i < 16 {
                        SHA256.round(a, b, c, &d, e, f, g, &h, k[i] &+ SHA256.load(w, i, block))
                        SHA256.round(h, a, b, &c, d, e, f, &g, k[i &+ 1] &+ SHA256.load(w, i &+ 1, block))
                        SHA256.round(g, h, a, &b, c, d, e, &f, k[i &+ 2] &+ SHA256.load(w, i &+ 2, block))
                        SHA256.round(f, g, h, &a, b, c, d, &e, k[i &+ 3] &+ SHA256.load(w, i &+ 3, block))
                        SHA256.round(e, f, g, &h, a, b, c, &d, k[i &+ 4] &+ SHA256.load(w, i &+ 4, block))
                        SHA256.round(d, e, f, &g, h, a, b, &c, k[i &+ 5] &+ SHA256.load(w, i &+ 5, block))
                        SHA256.round(c, d, e, &f, g, h, a, &b, k[i &+ 6] &+ SHA256.load(w, i &+ 6, block))
                        SHA256.round(b, c, d, &e, f, g, h, &a, k[i &+ 7] &+ SHA256.load(w, i &+ 7, block))
                        i &+= 8
                    }
                    while i < 64 {
                        SHA256.round(a, b, c, &d, e, f, g, &h, k[i] &+ SHA256.expand(w, i))
                        SHA256.round(h, a, b, &c, d, e, f, &g, k[i &+ 1] &+ SHA256.expand(w, i &+ 1))
                        SHA256.round(g, h, a, &b, c, d, e, &f, k[i &+ 2] &+ SHA256.expand(w, i &+ 2))
                        SHA256.round(f, g, h, &a, b, c, d, &e, k[i &+ 3] &+ SHA256.expand(w, i &+ 3))
                        SHA256.round(e, f, g, &h, a, b, c, &d, k[i &+ 4] &+ SHA256.expand(w, i &+ 4))
                        SHA256.round(d, e, f, &g, h, a, b, &c, k[i &+ 5] &+ SHA256.expand(w, i &+ 5))
                        SHA256.round(c, d, e, &f, g, h, a, &b, k[i &+ 6] &+ SHA256.expand(w, i &+ 6))
                        SHA256.round(b, c, d, &e, f, g, h, &a, k[i &+ 7] &+ SHA256.expand(w, i &+ 7))
                        i &+= 8
                    }
                    h0 = h0 &+ a
                    h1 = h1 &+ b
                    h2 = h2 &+ c
                    h3 = h3 &+ d
                    h4 = h4 &+ e
                    h5 = h5 &+ f
                    h6 = h6 &+ g
                    h7 = h7 &+ h
                    block += 64
                }
            }
        }

        /// Pads (FIPS 180-4 §5.1.1) and gives the digest.
        mutating func finish(_ rest: UnsafeRawBufferPointer, length: UInt64) -> Digest {
            withUnsafeTemporaryAllocation(byteCount: 128, alignment: 8) { last in
                last.initializeMemory(as: UInt8.self, repeating: 0)
                last.copyMemory(from: rest)
                last[rest.count] = 0x80
                let size = rest.count < 56 ? 64 : 128
                last.storeBytes(of: (length &* 8).bigEndian, toByteOffset: size - 8, as: UInt64.self)
                if let base = last.baseAddress { absorb(base, blocks: size / 64) }
            }
            func pair(_ x: UInt32, _ y: UInt32) -> UInt64 { UInt64(x) << 32 | UInt64(y) }
            return Digest(pair(h0, h1), pair(h2, h3), pair(h4, h5), pair(h6, h7))
        }
    }

    @inline(__always)
    private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { (x &>> n) | (x &<< (32 &- n)) }

    @inline(__always)
    private static func load(_ w: UnsafeMutablePointer<UInt32>, _ i: Int, _ block: UnsafeRawPointer) -> UInt32 {
        let word = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: i &* 4, as: UInt32.self))
        w[i] = word
        return word
    }

    @inline(__always)
    private static func expand(_ w: UnsafeMutablePointer<UInt32>, _ i: Int) -> UInt32 {
        let x = w[i &- 15]
        let y = w[i &- 2]
        let s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x &>> 3)
        let s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y &>> 10)
        let word = w[i &- 16] &+ s0 &+ w[i &- 7] &+ s1
        w[i] = word
        return word
    }

    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ constant: UInt32
    ) {
        let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        let t1 = (h &+ constant) &+ (g ^ (e & (f ^ g))) &+ s1
        let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        d = d &+ t1
        h = t1 &+ s0 &+ ((a & b) | (c & (a | b)))
    }
}

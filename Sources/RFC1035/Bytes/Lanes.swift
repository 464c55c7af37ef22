#if arch(x86_64)
import _Builtin_intrinsics.intel
#endif

/// Sixteen octets compared at once.
///
/// On x86-64 each operation is one SSE2 instruction. The operators of `SIMDMask` other than `.==` are not used:
/// they are generic and take vectors apart lane by lane.
struct Lanes {
    #if arch(x86_64)
    private let octets: SIMD2<Int64>

    @inline(__always) init(_ source: UnsafeRawPointer) {
        octets = source.loadUnaligned(as: SIMD2<Int64>.self)
    }

    /// All ones in each lane that holds `octet`.
    @inline(__always) func equal(to octet: UInt8) -> Flags {
        Flags(lanes: _mm_cmpeq_epi8(octets, _mm_set1_epi8(CChar(bitPattern: octet))))
    }

    /// The octets with ASCII letters in lower case.
    @inline(__always) func storeLowercased(to target: UnsafeMutableRawPointer) {
        // Letters A…Z moved to the bottom of the signed range, so that one comparison finds them.
        let moved = _mm_add_epi8(octets, _mm_set1_epi8(CChar(bitPattern: 128 &- 65)))
        let isUpper = _mm_cmplt_epi8(moved, _mm_set1_epi8(CChar(-128 + 26)))
        let folded = _mm_or_si128(octets, _mm_and_si128(isUpper, _mm_set1_epi8(0x20)))
        target.storeBytes(of: folded, as: SIMD2<Int64>.self)
    }

    @inline(__always) func store(to target: UnsafeMutableRawPointer) {
        target.storeBytes(of: octets, as: SIMD2<Int64>.self)
    }

    /// Letters, digits, hyphens and underscores.
    @inline(__always) func areHostCharacters() -> Flags {
        let lowered = _mm_or_si128(octets, _mm_set1_epi8(0x20))
        let letters = Self.isIn(lowered, from: UInt8(ascii: "a"), count: 26)
        let digits = Self.isIn(octets, from: UInt8(ascii: "0"), count: 10)
        return Flags(lanes: _mm_or_si128(letters, digits)) | equal(to: UInt8(ascii: "-")) | equal(to: UInt8(ascii: "_"))
    }

    @inline(__always) func areDigits() -> Flags { Flags(lanes: Self.isIn(octets, from: UInt8(ascii: "0"), count: 10)) }

    /// Moved to the bottom of the signed range, a run of octets is found by one comparison.
    @inline(__always) private static func isIn(
        _ octets: SIMD2<Int64>, from first: UInt8, count: UInt8
    ) -> SIMD2<Int64> {
        _mm_cmplt_epi8(
            _mm_add_epi8(octets, _mm_set1_epi8(CChar(bitPattern: 128 &- first))),
            _mm_set1_epi8(CChar(bitPattern: 128 &+ count)))
    }

    struct Flags {
        fileprivate let lanes: SIMD2<Int64>

        @inline(__always) static func | (a: Flags, b: Flags) -> Flags {
            Flags(lanes: _mm_or_si128(a.lanes, b.lanes))
        }

        /// One bit a lane, lowest lane first.
        @inline(__always) var bits: UInt32 { UInt32(bitPattern: _mm_movemask_epi8(lanes)) }
    }
    #else
    private let low: UInt64
    private let high: UInt64

    @inline(__always) init(_ source: UnsafeRawPointer) {
        low = UInt64(littleEndian: source.loadUnaligned(as: UInt64.self))
        high = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }

    @inline(__always) func equal(to octet: UInt8) -> Flags {
        let wanted = UInt64(octet) &* 0x0101_0101_0101_0101
        return Flags(low: Self.zeros(low ^ wanted), high: Self.zeros(high ^ wanted))
    }

    @inline(__always) func storeLowercased(to target: UnsafeMutableRawPointer) {
        target.storeBytes(of: Self.folded(low).littleEndian, as: UInt64.self)
        target.storeBytes(of: Self.folded(high).littleEndian, toByteOffset: 8, as: UInt64.self)
    }

    @inline(__always) func store(to target: UnsafeMutableRawPointer) {
        target.storeBytes(of: low.littleEndian, as: UInt64.self)
        target.storeBytes(of: high.littleEndian, toByteOffset: 8, as: UInt64.self)
    }

    /// Letters, digits, hyphens and underscores.
    @inline(__always) func areHostCharacters() -> Flags {
        let letters = Flags(
            low: Self.isIn(low | 0x2020_2020_2020_2020, from: UInt8(ascii: "a"), count: 26),
            high: Self.isIn(high | 0x2020_2020_2020_2020, from: UInt8(ascii: "a"), count: 26))
        let digits = Flags(
            low: Self.isIn(low, from: UInt8(ascii: "0"), count: 10),
            high: Self.isIn(high, from: UInt8(ascii: "0"), count: 10))
        return letters | digits | equal(to: UInt8(ascii: "-")) | equal(to: UInt8(ascii: "_"))
    }

    @inline(__always) func areDigits() -> Flags {
        Flags(
            low: Self.isIn(low, from: UInt8(ascii: "0"), count: 10),
            high: Self.isIn(high, from: UInt8(ascii: "0"), count: 10))
    }

    /// The top bit of each octet of the run that begins with `first`, below 128.
    @inline(__always) private static func isIn(_ word: UInt64, from first: UInt8, count: UInt8) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = word & (ones &* 0x7F)
        let fromFirst = low &+ ones &* UInt64(128 &- first)
        let pastLast = low &+ ones &* UInt64(128 &- first &- count)
        return fromFirst & ~pastLast & ~word & (ones &* 0x80)
    }

    /// The top bit of each octet that is zero, exactly.
    @inline(__always) private static func zeros(_ word: UInt64) -> UInt64 {
        let low = (word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
        return ~(low | word) & 0x8080_8080_8080_8080
    }

    @inline(__always) private static func folded(_ word: UInt64) -> UInt64 {
        let low = word & 0x7F7F_7F7F_7F7F_7F7F
        let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
        let pastZ = low &+ 0x2525_2525_2525_2525
        let isUpper = fromA & ~pastZ & ~word & 0x8080_8080_8080_8080
        return word | (isUpper &>> 2)
    }

    struct Flags {
        fileprivate let low: UInt64
        fileprivate let high: UInt64

        @inline(__always) static func | (a: Flags, b: Flags) -> Flags {
            Flags(low: a.low | b.low, high: a.high | b.high)
        }

        @inline(__always) var bits: UInt32 {
            UInt32(truncatingIfNeeded: Self.gather(low) | (Self.gather(high) &<< 8))
        }

        /// The top bits of eight octets as eight bits.
        @inline(__always) private static func gather(_ word: UInt64) -> UInt64 {
            ((word &>> 7) &* 0x0102_0408_1020_4080) &>> 56
        }
    }
    #endif
}

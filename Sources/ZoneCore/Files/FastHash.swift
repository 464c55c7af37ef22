/// A quick 64-bit check of octets against accidents: page checksums, read-back, lines found through the index.
///
/// Not cryptographic; whoever changes a line on purpose is caught by the SHA-256 chain.
enum FastHash {
    static func hash(_ octets: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
        var a = seed ^ 0x9e37_79b9_7f4a_7c15
        var b = seed &+ 0xd1b5_4a32_d192_ed03
        let count = octets.count
        var i = 0
        guard let base = octets.baseAddress else { return mix(a, b ^ 1) }
        while count &- i >= 16 {
            let x = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: i, as: UInt64.self))
            let y = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: i &+ 8, as: UInt64.self))
            a = mix(a ^ x, 0xa076_1d64_78bd_642f)
            b = mix(b ^ y, 0xe703_7ed1_a0b4_28db)
            i &+= 16
        }
        while i < count {
            a = mix(a ^ UInt64(base.load(fromByteOffset: i, as: UInt8.self)), 0x8ebc_6af0_9c88_c6e3)
            i &+= 1
        }
        return mix(a ^ UInt64(count), b ^ 0x5899_65cc_7537_4cc3)
    }

    @inline(__always)
    static func mix(_ x: UInt64, _ y: UInt64) -> UInt64 {
        let product = x.multipliedFullWidth(by: y)
        // The sum with x keeps a zero product from swallowing what came before.
        return (product.high ^ product.low) &+ x
    }
}

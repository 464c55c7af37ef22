/// One bit for each octet of a 64-octet block, lowest bit first.
struct BlockMasks {
    /// `\n`
    var newline: UInt64
    /// space, tab
    var blank: UInt64
    /// any of `" ( ) ; \`, carriage return and NUL: what sends the block down the slow path
    var special: UInt64
}

/// The octets of one block, read once and compared as often as needed.
struct Block {
    private let a: Lanes
    private let b: Lanes
    private let c: Lanes
    private let d: Lanes

    /// - Parameter octets: at least 64 readable octets; no alignment needed.
    @inline(__always) init(_ octets: UnsafeRawPointer) {
        a = Lanes(octets)
        b = Lanes(octets + 16)
        c = Lanes(octets + 32)
        d = Lanes(octets + 48)
    }

    @inline(__always) var masks: BlockMasks {
        BlockMasks(
            newline: mask(of: UInt8(ascii: "\n")),
            blank: Self.gather(Self.blank(a), Self.blank(b), Self.blank(c), Self.blank(d)),
            special: Self.gather(Self.special(a), Self.special(b), Self.special(c), Self.special(d)))
    }

    /// The places where `octet` stands.
    @inline(__always) func mask(of octet: UInt8) -> UInt64 {
        Self.gather(a.equal(to: octet), b.equal(to: octet), c.equal(to: octet), d.equal(to: octet))
    }

    @inline(__always) private static func blank(_ lanes: Lanes) -> Lanes.Flags {
        lanes.equal(to: 0x20) | lanes.equal(to: 0x09)
    }

    @inline(__always) private static func special(_ lanes: Lanes) -> Lanes.Flags {
        let parentheses = lanes.equal(to: UInt8(ascii: "(")) | lanes.equal(to: UInt8(ascii: ")"))
        let quoting = lanes.equal(to: UInt8(ascii: "\"")) | lanes.equal(to: UInt8(ascii: "\\"))
        let others = lanes.equal(to: UInt8(ascii: "\r")) | lanes.equal(to: 0)
        return parentheses | quoting | (lanes.equal(to: UInt8(ascii: ";")) | others)
    }

    @inline(__always) private static func gather(
        _ a: Lanes.Flags, _ b: Lanes.Flags, _ c: Lanes.Flags, _ d: Lanes.Flags
    ) -> UInt64 {
        let low = UInt64(a.bits) | UInt64(b.bits) &<< 16
        return low | UInt64(c.bits) &<< 32 | UInt64(d.bits) &<< 48
    }
}

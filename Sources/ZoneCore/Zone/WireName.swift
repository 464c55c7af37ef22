import RFC1035

/// Names in wire form where they lie in an arena.
///
/// SAFETY: each pointer is the start of a whole name; at least seven octets behind it are readable.
enum WireName {
    /// Octets of the name, the root's included.
    @inline(__always) static func length(_ wire: UnsafePointer<UInt8>) -> Int {
        var at = 0
        while wire[at] != 0 { at &+= Int(wire[at]) &+ 1 }
        return at &+ 1
    }

    /// Whether the leftmost label is `*`.
    @inline(__always) static func isWildcard(_ wire: UnsafePointer<UInt8>) -> Bool {
        wire[0] == 1 && wire[1] == UInt8(ascii: "*")
    }

    /// Whether the label that begins here, with its length, is this one, in the same case.
    @inline(__always) static func isLabel(_ label: UnsafePointer<UInt8>, _ text: StaticString) -> Bool {
        Int(label[0]) == text.utf8CodeUnitCount && Octets.areEqual(label + 1, text.utf8Start, text.utf8CodeUnitCount)
    }

    /// Labels without the root.
    @inline(__always) static func labelCount(_ wire: UnsafePointer<UInt8>) -> Int {
        var at = 0
        var count = 0
        while wire[at] != 0 {
            at &+= Int(wire[at]) &+ 1
            count &+= 1
        }
        return count
    }

    /// The name for all that is not done for each record.
    static func name(_ wire: UnsafePointer<UInt8>) -> Name? { name(wire, length(wire)) }

    static func name(_ wire: UnsafePointer<UInt8>, _ length: Int) -> Name? {
        Name(wire: UnsafeBufferPointer(start: wire, count: length))
    }

    /// Unpredictable from outside, so that nobody can write a zone file whose names all collide.
    static let seed = UInt64.random(in: 1 ... .max)

    @inline(__always) static func hash(_ wire: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
        hash(wire, length, seed: seed)
    }

    @inline(__always) static func hash(_ wire: UnsafePointer<UInt8>, _ length: Int, seed: UInt64) -> UInt32 {
        var hash = seed ^ UInt64(truncatingIfNeeded: length)
        var at = 0
        while at < length {
            var word = UnsafeRawPointer(wire + at).loadUnaligned(as: UInt64.self)
            if length &- at < 8 { word &= (1 &<< UInt64((length &- at) &* 8)) &- 1 }
            let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            hash = product.low ^ product.high
            at &+= 8
        }
        let product = (hash ^ seed).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return UInt32(truncatingIfNeeded: (product.low ^ product.high) &>> 32)
    }

    @inline(__always) static func areEqual(
        _ a: UnsafePointer<UInt8>, _ length: Int, _ b: UnsafePointer<UInt8>
    ) -> Bool {
        // Equal octets over a whole name mean equal names: the length octets are part of them.
        Octets.arePaddedEqual(a, b, length)
    }

    /// Whether the name of `length` octets ends with the labels of `ancestor`.
    @inline(__always) static func isAtOrBelow(
        _ wire: UnsafePointer<UInt8>, _ length: Int, _ ancestor: UnsafePointer<UInt8>, _ ancestorLength: Int
    ) -> Bool {
        var at = 0
        while length &- at > ancestorLength { at &+= Int(wire[at]) &+ 1 }
        return length &- at == ancestorLength && areEqual(wire + at, ancestorLength, ancestor)
    }
}

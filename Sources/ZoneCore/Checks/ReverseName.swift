import RFC1035

/// Names under `in-addr.arpa` (RFC 1035 §3.5) and `ip6.arpa` (RFC 3596 §2.5).
///
/// SAFETY: each pointer is the start of a whole name in lower case.
enum ReverseName {
    case ipv4, ipv6

    private static var ipv4Suffix: StaticString { "\u{7}in-addr\u{4}arpa\u{0}" }
    private static var ipv6Suffix: StaticString { "\u{3}ip6\u{4}arpa\u{0}" }

    init?(_ wire: UnsafePointer<UInt8>) {
        let length = WireName.length(wire)
        // The last label first: almost every other name ends there.
        guard length > 10, wire[length &- 5] == UInt8(ascii: "a"), wire[length &- 2] == UInt8(ascii: "a") else {
            return nil
        }
        if Self.ends(wire, length, Self.ipv4Suffix) {
            self = .ipv4
        } else if Self.ends(wire, length, Self.ipv6Suffix) {
            self = .ipv6
        } else {
            return nil
        }
    }

    private static func ends(_ wire: UnsafePointer<UInt8>, _ length: Int, _ suffix: StaticString) -> Bool {
        let count = suffix.utf8CodeUnitCount
        var at = 0
        while length &- at > count { at &+= Int(wire[at]) &+ 1 }
        guard length &- at == count else { return false }
        for offset in 0..<count where wire[at &+ offset] != suffix.utf8Start[offset] { return false }
        return true
    }

    /// Whether a name may be an address, or part of what RFC 2317 does with the names of a smaller network.
    func isShapedRight(_ wire: UnsafePointer<UInt8>) -> Bool {
        let length = WireName.length(wire)
        let end = length - (self == .ipv4 ? Self.ipv4Suffix : Self.ipv6Suffix).utf8CodeUnitCount
        var (at, count, allFit) = (0, 0, true)
        while at < end {
            let label = UnsafeBufferPointer(start: wire + at + 1, count: Int(wire[at]))
            switch self {
            case .ipv4:
                guard label.allSatisfy(ASCII.isDigit) else { return true }
                allFit =
                    allFit && label.count <= 3 && (label.count == 1 || label[0] != UInt8(ascii: "0"))
                    && label.reduce(0) { $0 * 10 + Int($1 &- 48) } <= 255
            case .ipv6:
                guard label.allSatisfy({ ASCII.hexadecimalValue($0) != nil }) else { return true }
                allFit = allFit && label.count == 1
            }
            at += label.count + 1
            count += 1
        }
        return allFit && count == (self == .ipv4 ? 4 : 32)
    }

    static func hasUnderscore(_ wire: UnsafePointer<UInt8>) -> Bool {
        var at = 0
        while wire[at] != 0 {
            if wire[at &+ 1] == UInt8(ascii: "_") { return true }
            at &+= Int(wire[at]) &+ 1
        }
        return false
    }

    static func beginsWithDigit(_ wire: UnsafePointer<UInt8>) -> Bool { wire[0] > 0 && ASCII.isDigit(wire[1]) }
}

// Addresses and their names.
extension ReverseName {
    static func isReverse(_ name: Name) -> Bool { kind(of: name) != nil }

    private static func kind(of name: Name) -> ReverseName? {
        (name.wire + [0, 0, 0, 0, 0, 0, 0, 0]).withUnsafeBufferPointer { $0.baseAddress.flatMap(ReverseName.init) }
    }

    /// The address that a whole reverse name is of.
    static func address(_ wire: UnsafePointer<UInt8>) -> [UInt8]? {
        guard let kind = ReverseName(wire),
            let name = WireName.name(wire)
        else { return nil }
        let labels = name.labels.dropLast(2).reversed()
        if kind == .ipv4 {
            let parts = labels.compactMap { label in
                label.allSatisfy(ASCII.isDigit) && (label.count == 1 || label.first != UInt8(ascii: "0"))
                    ? UInt8(String(decoding: label, as: UTF8.self)) : nil
            }
            return parts.count == 4 && labels.count == 4 ? parts : nil
        }
        let digits = labels.compactMap { label in
            label.count == 1 ? label.first.flatMap { ASCII.hexadecimalValue($0) } : nil
        }
        guard digits.count == 32, labels.count == 32 else { return nil }
        return stride(from: 0, to: 32, by: 2).map { UInt8(digits[$0]) << 4 | UInt8(digits[$0 + 1]) }
    }

    /// Writes the reverse name of an address; returns its length, 0 for what is no address.
    static func write(_ address: UnsafeBufferPointer<UInt8>, to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var at = 0
        func put(_ octet: UInt8) {
            guard at < buffer.count else { return }
            buffer[at] = octet
            at += 1
        }
        let digits = Array("0123456789abcdef".utf8)
        switch address.count {
        case 4:
            for octet in address.reversed() {
                let text = Array(String(octet).utf8)
                put(UInt8(text.count))
                for digit in text { put(digit) }
            }
            ipv4Suffix.withUTF8Buffer { for octet in $0 { put(octet) } }
        case 16:
            for octet in address.reversed() {
                put(1)
                put(digits[Int(octet & 15)])
                put(1)
                put(digits[Int(octet >> 4)])
            }
            ipv6Suffix.withUTF8Buffer { for octet in $0 { put(octet) } }
        default: break
        }
        return at
    }
}

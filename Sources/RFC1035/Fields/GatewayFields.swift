// Gateways and relays: an address or a name, whose kind another field tells (RFC 4025 §2.5, RFC 8777 §4.2.4).

/// What stands in the place of a gateway.
enum GatewayKind: UInt8 {
    case nothing = 0
    case ipv4 = 1
    case ipv6 = 2
    case name = 3
}

extension MasterParser {
    /// The gateway of IPSECKEY; its kind stands two octets before it.
    @inline(never) mutating func readGateway() throws(Fault) {
        try readGateway(of: out[-2])
    }

    /// Discovery bit, kind and relay of AMTRELAY.
    @inline(never) mutating func readRelay() throws(Fault) {
        let (start, end) = try field()
        let discovers = try decimal(start, end, limit: 1) == 1
        let (kindStart, kindEnd) = try field()
        let kind = UInt8(truncatingIfNeeded: try decimal(kindStart, kindEnd, limit: 127))
        append(kind | (discovers ? 0x80 : 0))
        guard GatewayKind(rawValue: kind) != nil else { throw Fault(.badGatewayKind, at: kindStart) }
        try readGateway(of: kind)
    }

    private mutating func readGateway(of kind: UInt8) throws(Fault) {
        switch GatewayKind(rawValue: kind) {
        case .nothing:
            let (start, end) = try field()
            guard end - start == 1, buffer[start] == UInt8(ascii: ".") else { throw Fault(.noGateway, at: start) }
        case .ipv4: try readIPv4()
        case .ipv6: try readIPv6()
        case .name: try readNameField()
        case nil: throw Fault(.badGatewayKind, at: Int(starts[index]))
        }
    }
}

extension FieldLength {
    /// A gateway of a kind without text takes what follows.
    static func gateway(_ kind: UInt8, _ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        switch GatewayKind(rawValue: kind) {
        case .nothing: 0
        case .ipv4: 4
        case .ipv6: 16
        case .name: name(octets)
        case nil: octets.count
        }
    }

    static func relay(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = octets.first else { return nil }
        return gateway(first & 0x7F, UnsafeBufferPointer(rebasing: octets.dropFirst())).map { 1 + $0 }
    }
}

extension FieldPrinter {
    /// Returns the octets read; `nil` for a kind without text.
    static func gateway(
        _ kind: UInt8, _ octets: UnsafePointer<UInt8>, _ zone: PrintedOrigin?, to writer: inout ByteWriter
    ) -> Int? {
        switch GatewayKind(rawValue: kind) {
        case .nothing:
            writer.append(UInt8(ascii: "."))
            return 0
        case .ipv4:
            ipv4(octets, to: &writer)
            return 4
        case .ipv6:
            ipv6(octets, to: &writer)
            return 16
        case .name: return name(octets, zone, to: &writer)
        case nil: return nil
        }
    }

    /// Returns the octets read; `nil` for a kind without text.
    static func relay(_ octets: UnsafePointer<UInt8>, _ zone: PrintedOrigin?, to writer: inout ByteWriter) -> Int? {
        writer.append(UInt8(ascii: "0") + octets[0] >> 7)
        writer.append(UInt8(ascii: " "))
        writer.append(decimal: UInt32(octets[0] & 0x7F))
        writer.append(UInt8(ascii: " "))
        return gateway(octets[0] & 0x7F, octets + 1, zone, to: &writer).map { 1 + $0 }
    }
}

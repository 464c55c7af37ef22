// The fields of a record one after another: printing. See Rdata.swift for the other two switches over kinds.

/// Prints RDATA as master-file text.
enum FieldPrinter {
    /// The RDATA of one record. Names are absolute.
    ///
    /// SAFETY: `wire[0..<length]` is valid RDATA for `type`, as the parser and `FieldLength` have made sure.
    static func rdata(
        _ type: UInt16, _ wire: UnsafePointer<UInt8>, _ length: Int, _ zone: PrintedOrigin?, _ types: TypeIndex,
        to writer: inout ByteWriter
    ) {
        guard let row = types.row(of: type), !types.descriptors[row].isWrittenByNumber else {
            generic(wire, length, to: &writer)
            return
        }
        let descriptor = types.descriptors[row]
        let kinds = types.kinds + Int(descriptor.firstField)
        let start = writer.count
        var at = 0
        for index in 0..<Int(descriptor.fieldCount) {
            if index >= descriptor.requiredCount && at == length {
                // Data without any octet has a text in generic form only.
                if index == 0 { generic(wire, 0, to: &writer) }
                return
            }
            if index > 0 { writer.append(UInt8(ascii: " ")) }
            let octets = wire + at
            switch kinds[index] {
            case .name, .signer:
                at &+= name(octets, zone, to: &writer)
            case .uint8, .algorithm, .digestType, .keyProtocol, .ipProtocol:
                writer.append(decimal: UInt32(octets[0]))
                at &+= 1
            case .uint16, .keyFlags, .zero:
                writer.append(decimal: uint16(octets))
                at &+= 2
            case .uint32, .duration:
                writer.append(decimal: uint32(octets))
                at &+= 4
            case .ipv4:
                ipv4(octets, to: &writer)
                at &+= 4
            case .ipv6:
                ipv6(octets, to: &writer)
                at &+= 16
            case .characterString, .x25Address, .geographicNumber, .rewrite:
                string(octets + 1, Int(octets[0]), to: &writer)
                at &+= Int(octets[0]) &+ 1
            case .characterStrings:
                var isFirst = true
                while at < length {
                    if !isFirst { writer.append(UInt8(ascii: " ")) }
                    isFirst = false
                    string(wire + at + 1, Int(wire[at]), to: &writer)
                    at &+= Int(wire[at]) &+ 1
                }
            case .text, .quotedText:
                string(octets, length &- at, to: &writer)
                at = length
            case .tag:
                writer.append(octets + 1, Int(octets[0]))
                at &+= Int(octets[0]) &+ 1
            case .digest, .fingerprint, .zoneDigest, .association, .hexadecimal:
                hexadecimal(octets, length &- at, to: &writer)
                at = length
            case .base64, .key:
                base64(octets, length &- at, to: &writer)
                at = length
            case .typeCovered, .typeOrNumber:
                RecordWriter.appendType(UInt16(truncatingIfNeeded: uint16(octets)), to: &writer)
                at &+= 2
            case .typeBitmap:
                typeBitmap(octets, length &- at, to: &writer)
                at = length
            case .oldTypeBitmap:
                oldTypeBitmap(octets, length &- at, to: &writer)
                at = length
            case .time, .date:
                time(octets, to: &writer)
                at &+= 4
            case .salt:
                salt(octets, to: &writer)
                at &+= Int(octets[0]) &+ 1
            case .nextHash:
                nextHash(octets, to: &writer)
                at &+= Int(octets[0]) &+ 1
            case .certificateType:
                certificateType(octets, to: &writer)
                at &+= 2
            case .eui48:
                groups(octets, 6, size: 1, separator: UInt8(ascii: "-"), to: &writer)
                at &+= 6
            case .eui64:
                groups(octets, 8, size: 1, separator: UInt8(ascii: "-"), to: &writer)
                at &+= 8
            case .locator64:
                groups(octets, 4, size: 2, separator: UInt8(ascii: ":"), to: &writer)
                at &+= 8
            case .opaque, .refused:
                generic(octets, length &- at, to: &writer)
                at = length
            case .uint64:
                uint64(octets, to: &writer)
                at &+= 8
            case .base64OrHyphen:
                if at == length { writer.append(UInt8(ascii: "-")) }
                base64(octets, length &- at, to: &writer)
                at = length
            case .serviceParameters:
                serviceParameters(octets, length &- at, to: &writer)
                at = length
            case .location:
                location(octets, length, to: &writer)
                at = length
            case .addressPrefixes:
                addressPrefixes(octets, length, to: &writer)
                at = length
            case .services:
                services(octets, length &- at, to: &writer)
                at = length
            case .nsap:
                nsap(octets, length, to: &writer)
                at = length
            case .atmAddress:
                atmAddress(octets, length, to: &writer)
                at = length
            case .prefixedAddress:
                prefixedAddress(octets, zone, to: &writer)
                at = length
            case .gateway, .relay:
                let isGateway = kinds[index] == .gateway
                let count =
                    isGateway
                    ? gateway(octets[-2], octets, zone, to: &writer)
                    : relay(octets, zone, to: &writer)
                guard let count else {
                    writer.removeAll(after: start)
                    generic(wire, length, to: &writer)
                    return
                }
                at &+= count
            case .hostIdentity:
                hostIdentity(octets, length, zone, to: &writer)
                at = length
            case .notifyScheme:
                notifyScheme(octets[0], to: &writer)
                at &+= 1
            }
        }
    }

    /// `\# length hex` (RFC 3597 §5).
    static func generic(_ wire: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        writer.append("\\# ")
        writer.append(decimal: UInt32(length))
        if length > 0 {
            writer.append(UInt8(ascii: " "))
            hexadecimal(wire, length, to: &writer)
        }
    }
}

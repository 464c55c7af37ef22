/// The wire form of the parameters of SVCB and HTTPS (RFC 9460 §2.2).
public enum ServiceParameters {
    /// What is wrong with parameters, and which one it is about.
    struct Problem {
        var reason: FaultReason
        var key: UInt16
        var isRepeated = false
    }

    private static func uint16(_ octets: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt16 {
        UInt16(octets[at]) << 8 | UInt16(octets[at + 1])
    }

    /// Calls `body` with each key and value; false where lengths do not fit.
    public static func forEach(
        _ octets: UnsafeBufferPointer<UInt8>, _ body: (UInt16, UnsafeBufferPointer<UInt8>) -> Void
    ) -> Bool {
        var at = 0
        while at < octets.count {
            guard octets.count - at >= 4 else { return false }
            let length = Int(uint16(octets, at + 2))
            guard octets.count - at - 4 >= length else { return false }
            body(uint16(octets, at), UnsafeBufferPointer(rebasing: octets[(at + 4)..<(at + 4 + length)]))
            at += 4 + length
        }
        return true
    }

    /// Orders parameters that are whole by their keys.
    static func sort(_ start: UnsafeMutablePointer<UInt8>, _ count: Int) {
        let copy = Array(UnsafeBufferPointer(start: start, count: count))
        copy.withUnsafeBufferPointer { octets in
            var parameters: [(key: UInt16, offset: Int, length: Int)] = []
            var offset = 0
            _ = forEach(octets) { key, value in
                parameters.append((key, offset, value.count + 4))
                offset += value.count + 4
            }
            parameters.sort { ($0.key, $0.offset) < ($1.key, $1.offset) }
            var out = start
            for parameter in parameters {
                for at in parameter.offset..<(parameter.offset + parameter.length) {
                    out[0] = octets[at]
                    out += 1
                }
            }
        }
    }

    /// Orders keys of two octets each.
    static func sortKeys(_ start: UnsafeMutablePointer<UInt8>, _ count: Int) {
        let octets = UnsafeBufferPointer(start: UnsafePointer(start), count: count * 2)
        let keys = (0..<count).map { uint16(octets, $0 * 2) }.sorted()
        for (index, key) in keys.enumerated() {
            start[index * 2] = UInt8(truncatingIfNeeded: key >> 8)
            start[index * 2 + 1] = UInt8(truncatingIfNeeded: key)
        }
    }

    /// What keeps parameters from being self-consistent (RFC 9460 §2.2, §2.4.3); `nil` when nothing does.
    static func problem(in octets: UnsafeBufferPointer<UInt8>) -> Problem? {
        var found: Problem?
        var previous = -1
        var mandatory: UnsafeBufferPointer<UInt8>?
        var hasALPN = false
        var lacksDefaultALPN = false
        let isWhole = forEach(octets) { key, value in
            guard found == nil else { return }
            if Int(key) == previous {
                found = Problem(reason: .repeatedServiceKey, key: key, isRepeated: true)
            } else if Int(key) < previous {
                found = Problem(reason: .genericMismatch, key: key)
            } else if let reason = problem(with: value, of: key) {
                found = Problem(reason: reason, key: key)
            }
            previous = Int(key)
            switch key {
            case ServiceKey.mandatory: mandatory = value
            case ServiceKey.alpn: hasALPN = true
            case ServiceKey.noDefaultALPN: lacksDefaultALPN = true
            default: break
            }
        }
        guard isWhole else { return Problem(reason: .genericMismatch, key: 0) }
        if let found { return found }
        if lacksDefaultALPN, !hasALPN { return Problem(reason: .missingALPN, key: ServiceKey.noDefaultALPN) }
        if let mandatory, !containsAll(octets, mandatory) {
            return Problem(reason: .missingMandatory, key: ServiceKey.mandatory)
        }
        return nil
    }

    /// Both are in ascending order.
    private static func containsAll(
        _ octets: UnsafeBufferPointer<UInt8>, _ keys: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var next = 0
        _ = forEach(octets) { key, _ in
            if next < keys.count, uint16(keys, next) == key { next += 2 }
        }
        return next == keys.count
    }

    private static func problem(with value: UnsafeBufferPointer<UInt8>, of key: UInt16) -> FaultReason? {
        switch key {
        case ServiceKey.mandatory:
            guard !value.isEmpty, value.count % 2 == 0 else { return .badServiceValue }
            var previous = 0
            for at in stride(from: 0, to: value.count, by: 2) {
                // Never itself, each once, in order.
                guard Int(uint16(value, at)) > previous else { return .badMandatory }
                previous = Int(uint16(value, at))
            }
            return nil
        case ServiceKey.alpn:
            var at = 0
            while at < value.count {
                guard value[at] > 0 else { return .badServiceValue }
                at += 1 + Int(value[at])
            }
            return at == value.count && at > 0 ? nil : .badServiceValue
        case ServiceKey.noDefaultALPN: return value.isEmpty ? nil : .badServiceValue
        case ServiceKey.port: return value.count == 2 ? nil : .badServiceValue
        case ServiceKey.ipv4hint: return !value.isEmpty && value.count % 4 == 0 ? nil : .badServiceValue
        case ServiceKey.ipv6hint: return !value.isEmpty && value.count % 16 == 0 ? nil : .badServiceValue
        case ServiceKey.dohpath: return URITemplate.isQueryPath(value) ? nil : .badQueryPath
        default: return nil
        }
    }
}

extension FieldLength {
    static func serviceParameters(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
        ServiceParameters.problem(in: octets) == nil ? octets.count : nil
    }
}

extension FieldPrinter {
    /// Valid parameters with blanks between them. Keys newer than RFC 9460 go by number, which every server reads.
    static func serviceParameters(_ octets: UnsafePointer<UInt8>, _ length: Int, to writer: inout ByteWriter) {
        var isFirst = true
        _ = ServiceParameters.forEach(UnsafeBufferPointer(start: octets, count: length)) { key, value in
            if !isFirst { writer.append(UInt8(ascii: " ")) }
            isFirst = false
            serviceKey(key, to: &writer)
            guard !value.isEmpty, let start = value.baseAddress else { return }
            writer.append(UInt8(ascii: "="))
            serviceValue(key, start, value.count, to: &writer)
        }
    }

    private static func serviceKey(_ key: UInt16, to writer: inout ByteWriter) {
        if key < ServiceKey.dohpath, Int(key) < ServiceKey.names.count {
            writer.append(ServiceKey.names[Int(key)].text)
        } else {
            writer.append("key")
            writer.append(decimal: UInt32(key))
        }
    }

    private static func serviceValue(
        _ key: UInt16, _ octets: UnsafePointer<UInt8>, _ count: Int, to writer: inout ByteWriter
    ) {
        switch key {
        case ServiceKey.mandatory:
            for at in stride(from: 0, to: count, by: 2) {
                if at > 0 { writer.append(UInt8(ascii: ",")) }
                serviceKey(UInt16(truncatingIfNeeded: uint16(octets + at)), to: &writer)
            }
        case ServiceKey.alpn: protocolIDs(octets, count, to: &writer)
        case ServiceKey.port: writer.append(decimal: uint16(octets))
        case ServiceKey.ipv4hint:
            for at in stride(from: 0, to: count, by: 4) {
                if at > 0 { writer.append(UInt8(ascii: ",")) }
                ipv4(octets + at, to: &writer)
            }
        case ServiceKey.ipv6hint:
            for at in stride(from: 0, to: count, by: 16) {
                if at > 0 { writer.append(UInt8(ascii: ",")) }
                ipv6(octets + at, to: &writer)
            }
        case ServiceKey.ech: base64(octets, count, to: &writer)
        default: string(octets, count, to: &writer)
        }
    }

    private static func protocolIDs(_ octets: UnsafePointer<UInt8>, _ count: Int, to writer: inout ByteWriter) {
        writer.append(UInt8(ascii: "\""))
        var at = 0
        while at < count {
            if at > 0 { writer.append(UInt8(ascii: ",")) }
            let end = at + 1 + Int(octets[at])
            for octet in (at + 1)..<end {
                switch octets[octet] {
                case UInt8(ascii: ","): writer.append(#"\\,"#)
                case UInt8(ascii: "\\"): writer.append(#"\\\\"#)
                case UInt8(ascii: "\""): writer.append(#"\""#)
                case 0x21...0x7E: writer.append(octets[octet])
                default: decimalEscape(octets[octet], to: &writer)
                }
            }
            at = end
        }
        writer.append(UInt8(ascii: "\""))
    }
}

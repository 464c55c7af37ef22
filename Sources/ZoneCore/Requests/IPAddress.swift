import RFC1035

/// An IPv4 or IPv6 address, read strictly: what another program might read as a different address is refused.
public struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    /// 4 or 16 octets, network order.
    public let octets: [UInt8]

    public var isIPv4: Bool { octets.count == 4 }

    /// The type of the record that carries it.
    public var recordType: String { isIPv4 ? "A" : "AAAA" }

    init(uncheckedOctets octets: [UInt8]) { self.octets = octets }

    /// Why a text is not an address.
    public enum ParseError: Error, Hashable, Sendable {
        case empty, blank, notAnAddress
        case bracketed, port, zoneID, prefixLength, url
        case wrongPartCount(Int)
        case partTooLarge(String)
        case leadingZero(String)
        case notDecimal(String)
        case groupTooLong(String)
        case tooManyGroups, tooFewGroups, twoCompressions
    }

    public init(_ text: String) throws(ParseError) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= 200 else { throw .notAnAddress }
        if bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { throw .blank }
        if text.contains("://") { throw .url }
        if bytes.contains(UInt8(ascii: "[")) || bytes.contains(UInt8(ascii: "]")) { throw .bracketed }
        if bytes.contains(UInt8(ascii: "/")) { throw .prefixLength }
        let colons = bytes.count { $0 == UInt8(ascii: ":") }
        if bytes.contains(UInt8(ascii: "%")) {
            if colons > 0 { throw .zoneID }
            throw .notAnAddress
        }
        if colons == 0 {
            octets = try IPAddress.dotted(bytes[...])
        } else if colons == 1, bytes.contains(UInt8(ascii: ".")), bytes.first != UInt8(ascii: ":") {
            throw .port
        } else {
            octets = try IPAddress.grouped(bytes)
        }
    }

    private static func dotted(_ bytes: ArraySlice<UInt8>) throws(ParseError) -> [UInt8] {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        var result: [UInt8] = []
        var numeric = true
        for part in parts where part.isEmpty || !part.allSatisfy(ASCII.isDigit) { numeric = false }
        guard numeric else {
            // `0x7f.1` is an address to inet_aton, a host name to people: neither is meant.
            if let part = parts.first(where: { !$0.allSatisfy(ASCII.isDigit) }), parts.count == 4,
                parts.contains(where: { !$0.isEmpty && $0.allSatisfy(ASCII.isDigit) })
            {
                throw .notDecimal(String(decoding: part, as: UTF8.self))
            }
            throw .notAnAddress
        }
        guard parts.count == 4 else { throw .wrongPartCount(parts.count) }
        for part in parts {
            let text = String(decoding: part, as: UTF8.self)
            if part.count > 1, part.first == UInt8(ascii: "0") { throw .leadingZero(text) }
            guard part.count <= 3, let value = UInt8(text) else { throw .partTooLarge(text) }
            result.append(value)
        }
        return result
    }

    private static func grouped(_ bytes: [UInt8]) throws(ParseError) -> [UInt8] {
        var head: [UInt8] = []
        var tail: [UInt8] = []
        var compressed = false
        var rest = bytes[...]
        if rest.starts(with: [UInt8(ascii: ":"), UInt8(ascii: ":")]) {
            compressed = true
            rest = rest.dropFirst(2)
        }
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: ":")) ?? rest.endIndex
            let group = rest[rest.startIndex..<end]
            var octets: [UInt8]
            if group.isEmpty {
                guard !compressed else { throw .twoCompressions }
                guard !head.isEmpty else { throw .notAnAddress }
                compressed = true
                rest = rest[end...].dropFirst()
                continue
            }
            if group.contains(UInt8(ascii: ".")) {
                guard end == rest.endIndex else { throw .port }
                octets = try dotted(group)
            } else {
                let text = String(decoding: group, as: UTF8.self)
                guard group.allSatisfy({ ASCII.isDigit($0) || ($0 | 0x20) &- 97 < 6 }) else { throw .notAnAddress }
                guard group.count <= 4, let value = UInt16(text, radix: 16) else { throw .groupTooLong(text) }
                octets = [UInt8(value >> 8), UInt8(value & 0xFF)]
            }
            if compressed { tail += octets } else { head += octets }
            guard head.count + tail.count <= 16 else { throw .tooManyGroups }
            guard end < rest.endIndex else { break }
            rest = rest[end...].dropFirst()
            if rest.isEmpty { throw .notAnAddress }
            // `a::b`: the second colon stands at the front now.
            if rest.first == UInt8(ascii: ":") {
                guard !compressed else { throw .twoCompressions }
                compressed = true
                rest = rest.dropFirst()
            }
        }
        let missing = 16 - head.count - tail.count
        if compressed {
            guard missing >= 2 else { throw .tooManyGroups }
        } else {
            guard missing == 0 else { throw .tooFewGroups }
        }
        return head + [UInt8](repeating: 0, count: missing) + tail
    }

    /// RFC 5952 text: lower case, the longest run of zero groups as `::`.
    public var description: String {
        if isIPv4 { return octets.map(String.init).joined(separator: ".") }
        if let mapped = mappedIPv4 { return "::ffff:\(mapped)" }
        var groups: [UInt16] = []
        for index in stride(from: 0, to: 16, by: 2) {
            groups.append(UInt16(octets[index]) << 8 | UInt16(octets[index + 1]))
        }
        var best = 0..<0
        var start = 0
        while start < 8 {
            var end = start
            while end < 8, groups[end] == 0 { end += 1 }
            if end - start > best.count, end - start > 1 { best = start..<end }
            start = max(end, start + 1)
        }
        func text(_ range: Range<Int>) -> String {
            range.map { String(groups[$0], radix: 16) }.joined(separator: ":")
        }
        return best.isEmpty ? text(0..<8) : text(0..<best.lowerBound) + "::" + text(best.upperBound..<8)
    }

    /// The IPv4 address inside `::ffff:0:0/96`.
    public var mappedIPv4: IPAddress? {
        guard octets.count == 16, octets[0..<10].allSatisfy({ $0 == 0 }), octets[10] == 255, octets[11] == 255
        else { return nil }
        return IPAddress(uncheckedOctets: Array(octets[12...]))
    }
}

extension IPAddress.ParseError {
    public var text: Text {
        switch self {
        case .empty: Text(en: "an address is missing", id: "alamat kosong")
        case .blank: Text(en: "blanks do not belong into an address", id: "alamat tidak boleh memuat spasi")
        case .notAnAddress:
            Text(en: "not an IPv4 or IPv6 address", id: "bukan alamat IPv4 atau IPv6")
        case .bracketed:
            Text(en: "write the address without brackets", id: "tulis alamat tanpa kurung siku")
        case .port:
            Text(
                en: "the DNS knows no ports; give the address without one, or a URL with --url",
                id: "DNS tidak mengenal porta; tulis alamat saja, atau URL dengan --url")
        case .zoneID:
            Text(
                en: "an address with an interface (%…) is known on one machine only",
                id: "alamat dengan antarmuka (%…) hanya dikenal di satu mesin")
        case .prefixLength:
            Text(en: "a network, not one address", id: "sebuah jaringan, bukan satu alamat")
        case .url: Text(en: "a URL; use --url for it", id: "sebuah URL; pakai --url")
        case .wrongPartCount(let count):
            Text(
                en: "an IPv4 address has four numbers, this has \(count)",
                id: "alamat IPv4 terdiri atas empat angka, ini \(count)")
        case .partTooLarge(let part):
            Text(en: "\(part) is greater than 255", id: "\(part) lebih dari 255")
        case .leadingZero(let part):
            Text(
                en: "\(part) has a leading zero, which some programs read as octal",
                id: "\(part) berawalan nol, yang dibaca sebagian program sebagai oktal")
        case .notDecimal(let part):
            Text(en: "“\(Shown.text(part))” is not a decimal number", id: "“\(Shown.text(part))” bukan angka desimal")
        case .groupTooLong(let group):
            Text(
                en: "the group \(group) has more than four hexadecimal digits",
                id: "kelompok \(group) lebih dari empat angka heksadesimal")
        case .tooManyGroups:
            Text(en: "too many groups for an IPv6 address", id: "terlalu banyak kelompok untuk alamat IPv6")
        case .tooFewGroups:
            Text(
                en: "an IPv6 address has eight groups, or ::", id: "alamat IPv6 terdiri atas delapan kelompok, atau ::")
        case .twoCompressions:
            Text(en: ":: may stand once only", id: ":: hanya boleh satu kali")
        }
    }
}

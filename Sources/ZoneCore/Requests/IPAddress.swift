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
        let read = bytes.withUnsafeBufferPointer { IPAddressText.ipv4($0) ?? IPAddressText.ipv6($0) }
        guard let read else { throw IPAddress.diagnosis(of: bytes) }
        octets = read
    }

    /// RFC 5952 text: lower case, the longest run of zero groups as `::`.
    public var description: String { IPAddressText.text(octets) ?? "" }

    /// 127.0.0.0/8 or ::1 (RFC 6890).
    public var isLoopback: Bool {
        isIPv4 ? octets[0] == 127 : octets.dropLast().allSatisfy { $0 == 0 } && octets.last == 1
    }

    /// The IPv4 address inside `::ffff:0:0/96`.
    public var mappedIPv4: IPAddress? {
        guard octets.count == 16, octets[0..<10].allSatisfy({ $0 == 0 }), octets[10] == 255, octets[11] == 255
        else { return nil }
        return IPAddress(uncheckedOctets: Array(octets[12...]))
    }
}

// MARK: What is wrong with a text

extension IPAddress {
    /// Why a text that was refused is not an address, as exactly as can be told.
    private static func diagnosis(of bytes: [UInt8]) -> ParseError {
        guard !bytes.isEmpty else { return .empty }
        guard bytes.count <= 200 else { return .notAnAddress }
        if bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { return .blank }
        let colons = bytes.count { $0 == UInt8(ascii: ":") }
        if colons > 0, String(decoding: bytes, as: UTF8.self).contains("://") { return .url }
        if bytes.contains(UInt8(ascii: "[")) || bytes.contains(UInt8(ascii: "]")) { return .bracketed }
        if bytes.contains(UInt8(ascii: "/")) { return .prefixLength }
        if bytes.contains(UInt8(ascii: "%")) { return colons > 0 ? .zoneID : .notAnAddress }
        if colons == 0 { return diagnosis(ofDotted: bytes[...]) ?? .notAnAddress }
        if colons == 1, bytes.contains(UInt8(ascii: ".")), bytes.first != UInt8(ascii: ":") { return .port }
        return diagnosis(ofGrouped: bytes[...])
    }

    /// `nil` when nothing is wrong with it.
    private static func diagnosis(ofDotted bytes: ArraySlice<UInt8>) -> ParseError? {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(ASCII.isDigit) }) else {
            // `0x7f.1` is an address to inet_aton, a host name to people: neither is meant.
            if let part = parts.first(where: { !$0.allSatisfy(ASCII.isDigit) }), parts.count == 4,
                parts.contains(where: { !$0.isEmpty && $0.allSatisfy(ASCII.isDigit) })
            {
                return .notDecimal(String(decoding: part, as: UTF8.self))
            }
            return .notAnAddress
        }
        guard parts.count == 4 else { return .wrongPartCount(parts.count) }
        for part in parts {
            let text = String(decoding: part, as: UTF8.self)
            if part.count > 1, part.first == UInt8(ascii: "0") { return .leadingZero(text) }
            if UInt8(text) == nil { return .partTooLarge(text) }
        }
        return nil
    }

    private static func diagnosis(ofGrouped bytes: ArraySlice<UInt8>) -> ParseError {
        let colon = UInt8(ascii: ":")
        var groups = 0
        var isCompressed = false
        var rest = bytes
        if rest.starts(with: [colon, colon]) {
            isCompressed = true
            rest = rest.dropFirst(2)
        }
        while !rest.isEmpty {
            let end = rest.firstIndex(of: colon) ?? rest.endIndex
            let group = rest[..<end]
            rest = rest[end...]
            if group.isEmpty {
                // The second colon of `a::b` stands at the front now.
                guard !isCompressed else { return .twoCompressions }
                guard groups > 0 else { return .notAnAddress }
                isCompressed = true
                rest = rest.dropFirst()
                continue
            }
            if group.contains(UInt8(ascii: ".")) {
                guard rest.isEmpty else { return .port }
                if let error = diagnosis(ofDotted: group) { return error }
                groups += 2
            } else {
                guard group.allSatisfy({ ASCII.hexadecimalValue($0) != nil }) else { return .notAnAddress }
                guard group.count <= 4 else { return .groupTooLong(String(decoding: group, as: UTF8.self)) }
                groups += 1
            }
            guard groups <= 8 else { return .tooManyGroups }
            guard !rest.isEmpty else { break }
            rest = rest.dropFirst()
            if rest.isEmpty { return .notAnAddress }
        }
        if isCompressed { return groups >= 8 ? .tooManyGroups : .notAnAddress }
        return groups < 8 ? .tooFewGroups : .notAnAddress
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

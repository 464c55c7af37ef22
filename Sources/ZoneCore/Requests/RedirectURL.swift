import RFC1035

/// The URL that a name redirects to, as it goes into a redirect map.
///
/// What comes out is ASCII without blanks, quotes, `$`, `\`, `{`, `}` and control characters, so that it may
/// stand between double quotes in a web server's configuration and means nothing but itself there.
public struct RedirectURL: Hashable, Sendable, CustomStringConvertible {
    public let description: String
    /// The host, as it was written, lower case; with brackets when it is an IPv6 address.
    public let host: String
    /// The host as an address, when it is one.
    public let address: IPAddress?

    public static let maximumLength = 2048

    public init(_ text: String) throws(RedirectURLError) {
        let octets = Array(text.utf8)
        guard !octets.isEmpty else { throw .empty }
        guard octets.count <= RedirectURL.maximumLength else { throw .tooLong }
        if let scalar = text.unicodeScalars.first(where: { $0.value < 0x21 || $0.value == 0x7F }) {
            throw .blank(scalar)
        }
        let lower = octets.map(ASCII.lowercased)
        let scheme: String
        if lower.starts(with: "https://".utf8) {
            scheme = "https"
        } else if lower.starts(with: "http://".utf8) {
            scheme = "http"
        } else {
            throw .scheme
        }
        let rest = octets[(scheme.utf8.count + 3)...]
        let end = rest.firstIndex { "/?#\\".utf8.contains($0) } ?? rest.endIndex
        let authority = rest[..<end]
        if authority.contains(UInt8(ascii: "@")) { throw .userInformation }
        var hostPart = authority
        var port = ""
        if authority.first == UInt8(ascii: "[") {
            guard let close = authority.firstIndex(of: UInt8(ascii: "]")) else { throw .host }
            hostPart = authority[...close]
            port = try RedirectURL.port(authority[(close + 1)...], scheme)
            guard
                let inner = try? IPAddress(
                    String(decoding: authority[(authority.startIndex + 1)..<close], as: UTF8.self)), !inner.isIPv4
            else { throw .host }
            address = inner
            host = "[\(inner)]"
        } else {
            if let colon = authority.firstIndex(of: UInt8(ascii: ":")) {
                hostPart = authority[..<colon]
                port = try RedirectURL.port(authority[colon...], scheme)
            }
            let written = String(decoding: hostPart, as: UTF8.self)
            guard !written.isEmpty else { throw .noHost }
            if let scalar = written.unicodeScalars.first(where: { !$0.isASCII }) { throw .nonASCIIHost(scalar) }
            address = try? IPAddress(written)
            if address == nil {
                guard written.contains(".") else { throw .singleLabel }
                guard (try? HostRules.host(written, zone: .root)) != nil else { throw .host }
            }
            host = String(decoding: hostPart.map(ASCII.lowercased), as: UTF8.self)
        }
        description = scheme + "://" + host + port + (try RedirectURL.path(rest[end...]))
    }

    /// The host of a URL that was accepted, when it is a name.
    static func hostName(_ url: String) -> Name? {
        guard let url = try? RedirectURL(url), url.address == nil else { return nil }
        return try? Name(url.host)
    }

    private static func port(_ part: ArraySlice<UInt8>, _ scheme: String) throws(RedirectURLError) -> String {
        guard let colon = part.first else { return "" }
        let digits = part.dropFirst()
        guard colon == UInt8(ascii: ":") else { throw .host }
        guard !digits.isEmpty, digits.count <= 5, digits.allSatisfy(ASCII.isDigit),
            let number = Int(String(decoding: digits, as: UTF8.self)), 1...65_535 ~= number
        else { throw .port }
        return number == (scheme == "https" ? 443 : 80) ? "" : ":\(number)"
    }

    /// Path, query and fragment; what may not stand there raw is percent-encoded, the rest is kept as it is.
    private static func path(_ part: ArraySlice<UInt8>) throws(RedirectURLError) -> String {
        var result: [UInt8] = part.first == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
        var rest = part
        while let octet = rest.popFirst() {
            if octet == UInt8(ascii: "%") {
                guard let high = rest.popFirst().flatMap(ASCII.hexadecimalValue),
                    let low = rest.popFirst().flatMap(ASCII.hexadecimalValue)
                else { throw .percent }
                let encoded = high << 4 | low
                // %00, %0A …: nothing sensible, and servers have split headers at them.
                if encoded < 0x20 || encoded == 0x7F { throw .encodedControl }
                append(encoded, to: &result)
            } else if octet >= 0x80 || "\"<>\\^`{|}$'".utf8.contains(octet) {
                append(octet, to: &result)
            } else {
                result.append(octet)
            }
        }
        guard result.count <= maximumLength else { throw .tooLong }
        return String(decoding: result, as: UTF8.self)
    }

    /// `%XX`; the hexadecimal digits are upper case (RFC 3986 §2.1).
    private static func append(_ octet: UInt8, to encoded: inout [UInt8]) {
        let digits = String(octet, radix: 16, uppercase: true)
        encoded += "%\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8
    }
}

/// Why a text is not a URL to redirect to.
public enum RedirectURLError: Error, Hashable, Sendable {
    case empty, tooLong, scheme, userInformation, noHost, host, singleLabel, port, percent, encodedControl
    case blank(Unicode.Scalar)
    case nonASCIIHost(Unicode.Scalar)

    public var text: Text {
        switch self {
        case .empty: Text(en: "a URL is missing", id: "URL kosong")
        case .tooLong:
            Text(
                en: "longer than \(RedirectURL.maximumLength) characters",
                id: "lebih dari \(RedirectURL.maximumLength) karakter")
        case .scheme: Text(en: "must begin with http:// or https://", id: "harus diawali http:// atau https://")
        case .userInformation:
            Text(
                en: "carries a user name or password before “@”", id: "memuat nama pengguna atau kata sandi sebelum “@”"
            )
        case .noHost: Text(en: "names no host", id: "tidak menyebut host")
        case .host: Text(en: "its host is neither a name nor an address", id: "host-nya bukan nama dan bukan alamat")
        case .singleLabel:
            Text(
                en: "its host has no dot; outside the office it leads nowhere",
                id: "host-nya tanpa titik; dari luar kantor tidak akan ditemukan")
        case .port: Text(en: "its port is not a number from 1 to 65535", id: "portanya bukan angka 1 sampai 65535")
        case .percent: Text(en: "“%” without two hexadecimal digits", id: "“%” tanpa dua angka heksadesimal")
        case .encodedControl: Text(en: "has an encoded control character", id: "memuat karakter kendali tersandi")
        case .blank(let scalar):
            Text(
                en: "contains \(CodePoints.describe(scalar)); write a space as %20",
                id: "memuat \(CodePoints.describe(scalar)); tulis spasi sebagai %20")
        case .nonASCIIHost(let scalar):
            Text(
                en: "its host contains \(CodePoints.describe(scalar)); write it in ASCII (xn--…)",
                id: "host-nya memuat \(CodePoints.describe(scalar)); tulis dalam ASCII (xn--…)")
        }
    }
}

import RFC1035

/// Host names that records point to: CNAME, MX and NS targets, hosts of URLs.
public enum HostRules {
    /// Reads a host. A single label stands in the zone; one with dots is absolute, final dot or not.
    public static func host(_ text: String, zone: Name) throws(HostError) -> Name {
        let octets = Array(text.utf8)
        guard !octets.isEmpty else { throw .empty }
        guard text != "." else { throw .root }
        if text.contains("://") || octets.contains(UInt8(ascii: "/")) { throw .url }
        guard octets.count <= 254 else { throw .tooLong }
        if (try? IPAddress(text)) != nil { throw .address }
        if octets.contains(UInt8(ascii: "@")) { throw .mailbox }
        if octets.contains(UInt8(ascii: "*")) { throw .wildcard }
        if let scalar = text.unicodeScalars.first(where: { !$0.isASCII }) { throw .nonASCII(scalar) }
        if octets.contains(UInt8(ascii: ":")) { throw .port }
        if octets.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { throw .blank }
        var labels = octets.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let absolute = labels.count > 1 && labels.last?.isEmpty == true
        if absolute { labels.removeLast() }
        for label in labels {
            if label.isEmpty { throw .emptyLabel }
            let shown = String(decoding: label, as: UTF8.self)
            if label.count > Name.maximumLabelLength { throw .labelTooLong(shown) }
            if label.contains(UInt8(ascii: "_")) { throw .underscore(shown) }
            guard LabelRules.isHostLabel(Array(label)) else { throw .badLabel(shown) }
        }
        if absolute || labels.count > 1 {
            if let last = labels.last, last.allSatisfy(ASCII.isDigit) { throw .numericTop }
        }
        let host: Name
        do {
            host = try Name(text, origin: absolute || labels.count > 1 ? .root : zone)
        } catch {
            throw .tooLong
        }
        // `dinkes.purbalinggakab`: the zone's name with its end missing.
        if !absolute, labels.count > 1, let meant = completed(host, zone) { throw .ambiguous(host, inside: meant) }
        return host
    }

    /// What a host that ends with the first labels of the zone's name, and not with all, is short for.
    static func completed(_ host: Name, _ zone: Name) -> Name? {
        guard !host.isAtOrBelow(zone) else { return nil }
        let labels = host.labels
        let zoneLabels = zone.labels
        for count in stride(from: min(labels.count, zoneLabels.count) - 1, to: 0, by: -1)
        where labels.suffix(count).elementsEqual(zoneLabels.prefix(count), by: { $0.elementsEqual($1) }) {
            return try? Name(
                octets: Array(labels.dropLast(count).joined(separator: [UInt8(ascii: ".")])), origin: zone)
        }
        return nil
    }

    /// Endings that are read as those of a host outside, though the zone may have a name of that label.
    static let usualTops: Set<String> = [
        "id", "com", "net", "org", "info", "biz", "edu", "gov", "mil", "int", "arpa", "xyz", "site", "online",
    ]
}

/// Why a text is not a host.
public enum HostError: Error, Hashable, Sendable {
    case empty, root, url, address, mailbox, wildcard, port, blank, emptyLabel, numericTop, tooLong
    case nonASCII(Unicode.Scalar)
    case labelTooLong(String)
    case underscore(String)
    case badLabel(String)
    /// Could be meant as a host outside, or as one of the zone.
    case ambiguous(Name, inside: Name)

    public var text: Text {
        switch self {
        case .empty: Text(en: "a host is missing", id: "nama host kosong")
        case .root:
            Text(
                en: "the root of the DNS, not a host or a zone of an office",
                id: "akar DNS, bukan host dan bukan zona sebuah kantor")
        case .url:
            Text(
                en: "a URL, not a host; use --url for a redirect",
                id: "sebuah URL, bukan host; pakai --url untuk pengalihan")
        case .address:
            Text(en: "an address, not a host; use --address", id: "sebuah alamat, bukan host; pakai --address")
        case .mailbox: Text(en: "a mailbox, not a host", id: "sebuah alamat surel, bukan host")
        case .wildcard: Text(en: "a wildcard is not a host", id: "wildcard bukan host")
        case .port:
            Text(
                en: "the DNS knows no ports; leave it out, or use --url",
                id: "DNS tidak mengenal porta; hapus, atau pakai --url")
        case .blank: Text(en: "blanks do not belong into a host", id: "host tidak boleh memuat spasi")
        case .emptyLabel:
            Text(en: "two dots in a row, or one at the start", id: "dua titik berurutan, atau titik di awal")
        case .numericTop:
            Text(
                en: "ends with a number, as addresses do; no host does",
                id: "diakhiri angka seperti alamat; host tidak demikian")
        case .tooLong: Text(en: "longer than 253 characters", id: "lebih dari 253 karakter")
        case .nonASCII(let scalar):
            Text(
                en: "contains \(CodePoints.describe(scalar)); write it in ASCII (xn--…)",
                id: "memuat \(CodePoints.describe(scalar)); tulis dalam ASCII (xn--…)")
        case .labelTooLong: Text(en: "a label is longer than 63 characters", id: "satu label lebih dari 63 karakter")
        case .ambiguous(let host, let inside):
            Text(
                en: "can be read in two ways: write \(inside.undotted) for the host of this zone, or \(host), "
                    + "with the final dot, for a host outside",
                id: "dapat dibaca dengan dua cara: tulis \(inside.undotted) untuk host di zona ini, atau \(host) "
                    + "dengan titik akhir untuk host di luar")
        case .underscore(let label):
            Text(
                en: "“\(Shown.text(label))” has an underscore, which hosts' names have not",
                id: "“\(Shown.text(label))” memuat garis bawah, yang tidak ada pada nama host")
        case .badLabel(let label):
            Text(
                en: "“\(Shown.text(label))” is not letters, digits and inner hyphens",
                id: "“\(Shown.text(label))” bukan huruf, angka, dan tanda hubung di tengah")
        }
    }
}

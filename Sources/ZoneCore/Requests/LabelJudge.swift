import RFC1035

/// One judgement; the steps go from what was typed to what the label is.
struct LabelJudge {
    private let text: String
    private let zone: Name
    private let settings: ZoneSettings
    private let overridesReserved: Bool
    private var verdict = LabelRules.Result()
    /// Suggestions are judged themselves, but make no further ones.
    private var mayLookFurther = true

    private var subject: String { Shown.text(text) }
    private var octets: [UInt8] { Array(text.utf8) }

    init(text: String, zone: Name, settings: ZoneSettings, overridesReserved: Bool) {
        self.text = text
        self.zone = zone
        self.settings = settings
        self.overridesReserved = overridesReserved
    }

    mutating func result() -> LabelRules.Result {
        judge()
        return verdict
    }

    // MARK: Telling

    private mutating func refuse(_ code: String, en: String, id: String) {
        verdict.name = nil
        verdict.reasons.append(Reason(code, subject, Text(en: en, id: id)))
    }

    /// Puts forward what passes the rules itself.
    private mutating func suggest(_ candidates: [String]) {
        guard mayLookFurther else { return }
        for candidate in candidates where verdict.suggestions.count < 3 && !candidate.isEmpty {
            var judge = LabelJudge(text: candidate, zone: zone, settings: settings, overridesReserved: false)
            judge.mayLookFurther = false
            guard let name = judge.result().name else { continue }
            let shown = name.text(relativeTo: zone)
            if !verdict.suggestions.contains(shown) { verdict.suggestions.append(shown) }
        }
    }

    // MARK: What was typed

    private mutating func judge() {
        guard !text.isEmpty else {
            return refuse("INVALID_LABEL", en: "the name is empty", id: "nama kosong")
        }
        guard text.utf8.count <= LabelRules.maximumText else {
            return refuse(
                "INVALID_LABEL", en: "\(text.utf8.count) octets are too long for a name (at most 253 characters)",
                id: "\(text.utf8.count) oktet terlalu panjang untuk sebuah nama (paling banyak 253 karakter)")
        }
        if text == "@" {
            return refuse(
                "RESERVED", en: "the zone's own name belongs to its manager",
                id: "nama zona itu sendiri milik pengelola zona")
        }
        if text == "." {
            return refuse(
                "INVALID_LABEL", en: "the root of the DNS, which is above this zone",
                id: "akar DNS, yang berada di atas zona ini")
        }
        if isURL() { return refuseURL() }
        if (try? IPAddress(text)) != nil {
            return refuse(
                "INVALID_LABEL", en: "an address, not a name; addresses go behind --address",
                id: "sebuah alamat, bukan nama; alamat ditulis setelah --address")
        }
        if octets.contains(UInt8(ascii: "@")) { return refuseMailbox() }
        if text.unicodeScalars.contains(where: { !$0.isASCII }) { return refuseNonASCII() }
        if let control = octets.first(where: { $0 < 0x20 || $0 == 0x7F }) {
            suggest([String(decoding: octets.filter { $0 > 0x20 && $0 != 0x7F }, as: UTF8.self)])
            let shown = CodePoints.describe(Unicode.Scalar(control))
            return refuse(
                "INVALID_LABEL", en: "contains the control character \(shown)", id: "memuat karakter kendali \(shown)")
        }
        if octets.contains(0x20) { return refuseBlanks() }
        guard let labels = labelsBelowZone() else { return }
        judge(labels: labels)
    }

    private func isURL() -> Bool {
        let lower = String(decoding: octets.map(ASCII.lowercased), as: UTF8.self)
        if lower.contains("://") || lower.hasPrefix("http:") || lower.hasPrefix("https:") { return true }
        if octets.contains(UInt8(ascii: "/")) { return true }
        // host:port, but not an IPv6 address
        guard let colon = octets.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < octets.count else {
            return false
        }
        return octets[(colon + 1)...].allSatisfy(ASCII.isDigit)
    }

    private mutating func refuseURL() {
        var rest = octets[...]
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")),
            rest[colon...].starts(with: "://".utf8) || rest.prefix(4).map(ASCII.lowercased).elementsEqual("http".utf8)
        {
            rest = rest[(colon + 1)...].drop { $0 == UInt8(ascii: "/") }
        }
        let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "?") }
        suggest([String(decoding: host, as: UTF8.self)])
        refuse(
            "TYPED_URL", en: "a web address was typed; only the name itself is asked for here",
            id: "yang ditulis alamat web; di sini cukup nama subdomainnya")
    }

    private mutating func refuseMailbox() {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        if let local = parts.first { suggest([String(local)]) }
        refuse(
            "INVALID_LABEL", en: "a mailbox was typed, not a name; mail for a name is asked for with --mail",
            id: "yang ditulis alamat surel, bukan nama; surel untuk sebuah nama diminta dengan --mail")
    }

    private mutating func refuseNonASCII() {
        var seen: [Unicode.Scalar] = []
        var plain = ""
        var isPlain = true
        for scalar in text.unicodeScalars {
            if !scalar.isASCII, !seen.contains(scalar) { seen.append(scalar) }
            if let replacement = CodePoints.plain(scalar) { plain += replacement } else { isPlain = false }
        }
        if isPlain {
            let joined = plain.filter { $0 != " " }
            suggest([joined] + AgencyNames.abbreviations(plain))
        }
        let shown = seen.prefix(5).map(CodePoints.describe).joined(separator: ", ") + (seen.count > 5 ? " …" : "")
        refuse(
            "NON_ASCII", en: "contains \(shown); names here are plain letters a–z, digits and hyphens",
            id: "memuat \(shown); nama di sini hanya huruf a–z, angka, dan tanda hubung")
    }

    private mutating func refuseBlanks() {
        let joined = String(decoding: octets.filter { $0 != 0x20 }, as: UTF8.self)
        let inner = text.split(separator: " ").count > 1
        suggest([joined] + AgencyNames.abbreviations(text))
        refuse(
            "INVALID_LABEL", en: inner ? "contains a space" : "has a space at its start or end",
            id: inner ? "memuat spasi" : "memuat spasi di awal atau akhir")
    }

    // MARK: Which zone

    /// The labels in front of the zone, lower case; `nil` when it has been refused.
    private mutating func labelsBelowZone() -> [[UInt8]]? {
        var parts = octets.map(ASCII.lowercased).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map(Array.init)
        var absolute = parts.count > 1 && parts.last?.isEmpty == true
        if absolute { parts.removeLast() }
        // `dinkes.`: a top-level name is never meant, only written with care.
        if parts.count == 1 || (parts.count == 2 && parts[0].elementsEqual("www".utf8)) { absolute = false }
        guard !parts.contains(where: \.isEmpty) else {
            suggest([parts.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")])
            refuse(
                "INVALID_LABEL", en: "has an empty label (a dot at the start, or two dots in a row)",
                id: "memuat label kosong (titik di awal, atau dua titik berurutan)")
            return nil
        }
        let zoneLabels = zone.labels.map(Array.init)
        if parts.count >= zoneLabels.count, Array(parts.suffix(zoneLabels.count)) == zoneLabels {
            let labels = Array(parts.dropLast(zoneLabels.count))
            guard !labels.isEmpty else {
                refuse(
                    "RESERVED", en: "the zone's own name belongs to its manager",
                    id: "nama zona itu sendiri milik pengelola zona")
                return nil
            }
            return labels
        }
        let near = nearZone(parts, zoneLabels)
        guard absolute || near != nil || looksAbsolute(parts, zoneLabels) else { return parts }
        if let near {
            suggest([near.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")])
            refuse(
                "OUT_OF_ZONE", en: "not in this zone; did you mean \(zone.undotted)?",
                id: "tidak berada di zona ini; maksudnya \(zone.undotted)?")
        } else {
            refuse(
                "OUT_OF_ZONE", en: "not below \(zone.undotted), the zone of this office",
                id: "tidak berada di bawah \(zone.undotted), zona kantor ini")
        }
        return nil
    }

    /// The labels in front of something that is almost the zone: one or two letters wrong, or its end missing.
    private func nearZone(_ parts: [[UInt8]], _ zoneLabels: [[UInt8]]) -> [[UInt8]]? {
        let dot = [UInt8(ascii: ".")]
        let zoneText = Array(zoneLabels.joined(separator: dot))
        for count in 1..<max(parts.count, 1) where count < parts.count {
            let end = Array(parts.suffix(count))
            let text = Array(end.joined(separator: dot))
            if EditDistance.between(text, zoneText, limit: 3) <= 2 { return Array(parts.dropLast(count)) }
            // `dinkes.purbalinggakab`, `dinkes.purbalinggakab.go`
            if count < zoneLabels.count, end == Array(zoneLabels.prefix(count)), (end.first?.count ?? 0) > 3 {
                return Array(parts.dropLast(count))
            }
        }
        return nil
    }

    /// Whether a name without final dot ends as names of the whole Internet do.
    private func looksAbsolute(_ parts: [[UInt8]], _ zoneLabels: [[UInt8]]) -> Bool {
        guard parts.count > 1, let last = parts.last else { return false }
        if last == zoneLabels.last { return true }
        return HostRules.usualTops.contains(String(decoding: last, as: UTF8.self))
    }

    // MARK: The labels

    private mutating func judge(labels typed: [[UInt8]]) {
        var labels = typed
        if labels.count > 1, labels[0].elementsEqual("www".utf8) {
            labels.removeFirst()
            verdict.hasWWW = true
        }
        for label in labels { judge(label: label, among: labels) }
        guard verdict.reasons.isEmpty else { return }
        guard labels.count <= settings.labelDepth else {
            let texts = labels.map { String(decoding: $0, as: UTF8.self) }
            suggest([texts.joined(separator: "-"), texts[0]])
            let depth = settings.labelDepth
            return refuse(
                "INVALID_LABEL",
                en:
                    "has \(labels.count) labels; this zone gives names of "
                        + "\(depth == 1 ? "one label" : "at most \(depth) labels") (labelDepth)",
                id:
                    "terdiri atas \(labels.count) label; zona ini memberi nama "
                        + "\(depth == 1 ? "satu label" : "paling banyak \(depth) label") (labelDepth)"
            )
        }
        guard let name = try? Name(octets: Array(labels.joined(separator: [UInt8(ascii: ".")])), origin: zone),
            // Room for the longest companion, `_dmarc.`
            name.wire.count + 7 <= Name.maximumLength
        else {
            return refuse(
                "INVALID_LABEL", en: "makes a name longer than 253 characters",
                id: "menghasilkan nama lebih dari 253 karakter")
        }
        judgeReserved(labels)
        if verdict.reasons.isEmpty { verdict.name = name } else { verdict.reserved = name }
    }

    private mutating func judgeReserved(_ labels: [[UInt8]]) {
        guard let first = labels.first, let last = labels.last else { return }
        let atZone = String(decoding: last, as: UTF8.self)
        let leftmost = String(decoding: first, as: UTF8.self)
        var why = ReservedLabels.reason(atZone, settings: settings)
        if why == nil, labels.count > 1, ReservedLabels.hazards.contains(leftmost) {
            why = ReservedLabels.reason(leftmost, settings: settings)
        }
        guard let why, !(overridesReserved && settings.allowReservedOverride) else { return }
        refuse(
            "RESERVED", en: "reserved for the zone's manager: \(why.en)",
            id: "dicadangkan untuk pengelola zona: \(why.id)")
    }

    private mutating func judge(label: [UInt8], among labels: [[UInt8]]) {
        let hyphen = UInt8(ascii: "-")
        let shown = Shown.text(String(decoding: label, as: UTF8.self))
        func replacing(_ replacement: [UInt8]) -> String {
            var texts = labels
            if let index = texts.firstIndex(of: label) { texts[index] = replacement }
            return texts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
        }
        func trimmed(_ octets: [UInt8]) -> [UInt8] {
            Array(octets.drop { $0 == hyphen }.reversed().drop { $0 == hyphen }.reversed())
        }
        if label == [UInt8(ascii: "*")] || label.contains(UInt8(ascii: "*")) {
            return refuse(
                "INVALID_LABEL",
                en: "a wildcard makes every name exist and hides typing errors; it is not given out",
                id: "wildcard membuat semua nama ada dan menutupi salah ketik; tidak diberikan")
        }
        if label.first == UInt8(ascii: "_") {
            return refuse(
                "INVALID_LABEL",
                en: "“\(shown)” begins with an underscore: such names carry data for protocols (RFC 8552), not hosts",
                id: "“\(shown)” diawali garis bawah: nama seperti itu untuk data protokol (RFC 8552), bukan host")
        }
        if label.contains(UInt8(ascii: "_")) {
            suggest([
                replacing(label.map { $0 == UInt8(ascii: "_") ? hyphen : $0 }),
                replacing(label.filter { $0 != UInt8(ascii: "_") }),
            ])
            return refuse(
                "INVALID_LABEL", en: "“\(shown)” has an underscore, which hosts' names have not",
                id: "“\(shown)” memuat garis bawah, yang tidak ada pada nama host")
        }
        var odd: [UInt8] = []
        for octet in label where !ASCII.isAlphanumeric(octet) && octet != hyphen && !odd.contains(octet) {
            odd.append(octet)
        }
        guard odd.isEmpty else {
            let list = odd.prefix(5).map { "“\(Unicode.Scalar($0))”" }.joined(separator: ", ")
            suggest([replacing(label.filter { ASCII.isAlphanumeric($0) || $0 == hyphen })])
            return refuse(
                "INVALID_LABEL", en: "“\(shown)” contains \(list); only letters, digits and hyphens may stand in it",
                id: "“\(shown)” memuat \(list); hanya huruf, angka, dan tanda hubung yang boleh")
        }
        if label.count > Name.maximumLabelLength {
            return refuse(
                "INVALID_LABEL", en: "“\(shown)” has \(label.count) characters; a label has at most 63",
                id: "“\(shown)” terdiri atas \(label.count) karakter; label paling banyak 63")
        }
        if label.count < settings.minimumLabelLength {
            return refuse(
                "INVALID_LABEL",
                en: "“\(shown)” is shorter than \(settings.minimumLabelLength) characters, the zone's minimum",
                id: "“\(shown)” kurang dari \(settings.minimumLabelLength) karakter, batas minimum zona ini")
        }
        if label.first == hyphen || label.last == hyphen {
            suggest([replacing(trimmed(label))])
            let atStart = label.first == hyphen
            return refuse(
                "INVALID_LABEL", en: "“\(shown)” \(atStart ? "begins" : "ends") with a hyphen",
                id: "“\(shown)” \(atStart ? "diawali" : "diakhiri") tanda hubung")
        }
        if label.count >= 4, label[2] == hyphen, label[3] == hyphen {
            return judgeEncoded(label, shown, replacing: replacing)
        }
        if label.allSatisfy(ASCII.isDigit) {
            return refuse(
                "INVALID_LABEL", en: "“\(shown)” is all digits, which reads as part of an address",
                id: "“\(shown)” hanya angka, sehingga terbaca sebagai bagian alamat")
        }
        if settings.hostnameSyntax == .rfc1035, let first = label.first, ASCII.isDigit(first) {
            let digits = label.prefix(while: ASCII.isDigit)
            suggest([replacing(trimmed(Array(label.drop(while: ASCII.isDigit))) + digits)])
            return refuse(
                "INVALID_LABEL",
                en: "“\(shown)” begins with a digit; this zone asks for a letter first (RFC 1035 §2.3.1; "
                    + "hostnameSyntax \"rfc1123\" would allow it)",
                id: "“\(shown)” diawali angka; zona ini mensyaratkan huruf di depan (RFC 1035 §2.3.1; "
                    + "hostnameSyntax \"rfc1123\" membolehkannya)")
        }
    }

    private mutating func judgeEncoded(_ label: [UInt8], _ shown: String, replacing: ([UInt8]) -> String) {
        let text = String(decoding: label, as: UTF8.self)
        guard text.hasPrefix("xn--") else {
            suggest([replacing(Array(label[..<3] + label[4...]))])
            return refuse(
                "INVALID_LABEL", en: "“\(shown)” has hyphens in places 3 and 4, kept for encodings (RFC 5891 §4.2.3.1)",
                id: "“\(shown)” bertanda hubung pada posisi 3 dan 4, yang khusus untuk penyandian (RFC 5891 §4.2.3.1)")
        }
        guard settings.allowPunycode else {
            return refuse(
                "INVALID_LABEL",
                en: "“\(shown)” is an internationalized name, which this zone does not give (allowPunycode)",
                id: "“\(shown)” nama internasional, yang tidak diberikan zona ini (allowPunycode)")
        }
        guard Punycode.isWellFormed(text) else {
            return refuse(
                "INVALID_LABEL", en: "“\(shown)” begins with xn-- but is not well-formed Punycode (RFC 3492)",
                id: "“\(shown)” diawali xn-- tetapi bukan Punycode yang benar (RFC 3492)")
        }
    }
}

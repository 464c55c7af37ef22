import RFC1035

/// A list of `name=value` with semicolons between, as DKIM, DMARC and others write it (RFC 6376 §3.2).
struct TagList {
    struct Tag {
        /// As written; names of DKIM differ by letter case.
        var name: String
        var value: [UInt8]

        var text: String { String(decoding: value, as: UTF8.self) }
        var lower: String { String(decoding: value.map(ASCII.lowercased), as: UTF8.self) }
        /// Fit to print.
        var shown: String { Shown.text("\(name)=\(text)") }
    }

    let tags: [Tag]
    /// What is wrong with the list as such.
    let fault: Text?

    init(_ text: [UInt8]) {
        var tags: [Tag] = []
        var fault: Text?
        let parts = text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        for (number, part) in parts.enumerated() {
            let entry = Self.trimmed(part)
            if entry.isEmpty {
                if number < parts.count - 1, fault == nil {
                    fault = Text(
                        en: "two semicolons with nothing between them", id: "dua titik koma tanpa isi di antaranya")
                }
                continue
            }
            guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else {
                let shown = Shown.text(String(decoding: entry, as: UTF8.self))
                fault =
                    fault
                    ?? Text(
                        en: "“\(shown)” is not of the form name=value", id: "“\(shown)” tidak berbentuk nama=nilai")
                continue
            }
            let name = Self.trimmed(entry[..<equals])
            let value = Self.trimmed(entry[(equals + 1)...])
            guard let first = name.first, ASCII.isLetter(first),
                name.allSatisfy({ ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") })
            else {
                let shown = Shown.text(String(decoding: name, as: UTF8.self))
                fault = fault ?? Text(en: "“\(shown)” is not the name of a tag", id: "“\(shown)” bukan nama tag")
                continue
            }
            let tag = Tag(name: String(decoding: name, as: UTF8.self), value: Array(value))
            if tags.contains(where: { $0.name == tag.name }) {
                fault = fault ?? Text(en: "\(tag.name)= stands twice", id: "\(tag.name)= tertulis dua kali")
            }
            tags.append(tag)
        }
        self.tags = tags
        self.fault = fault
    }

    subscript(_ name: String) -> Tag? { tags.first { $0.name == name } }

    /// Whether a text is a list whose first tag is `v` with this value; blanks count around the tag and its “=” only.
    static func isVersion(_ version: StaticString, of text: [UInt8]) -> Bool {
        let tag = text.prefix { $0 != UInt8(ascii: ";") }
        guard let equals = tag.firstIndex(of: UInt8(ascii: "=")) else { return false }
        let name = trimmed(tag[..<equals])
        return name.count == 1 && name.first.map(ASCII.lowercased) == UInt8(ascii: "v")
            && trimmed(tag[(equals + 1)...]).elementsEqual(
                UnsafeBufferPointer(start: version.utf8Start, count: version.utf8CodeUnitCount))
    }

    /// The first words of a text, fit to print.
    static func beginning(of text: [UInt8]) -> String {
        guard text.count > 40 else { return Shown.text(String(decoding: text, as: UTF8.self)) }
        // Not in the middle of a word.
        let start = text.prefix(40)
        let end = start.lastIndex { $0 == 0x20 || $0 == UInt8(ascii: ";") } ?? start.endIndex
        return Shown.text(String(decoding: start[..<end], as: UTF8.self)) + "…"
    }

    static func isBlank(_ octet: UInt8) -> Bool { octet == 0x20 || 0x09...0x0D ~= octet }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = text.firstIndex(where: { !isBlank($0) }),
            let last = text.lastIndex(where: { !isBlank($0) })
        else { return [] }
        return text[first...last]
    }
}

/// Where reports may be sent: `mailto:` and, for some, `https:`.
enum ReportURI {
    static func isMailbox(_ text: String) -> Bool {
        let octets = Array(text.utf8)
        guard octets.count > 7, text.lowercased().hasPrefix("mailto:") else { return false }
        let address = octets.dropFirst(7).prefix { $0 != UInt8(ascii: "?") }
        guard address.allSatisfy({ 0x21...0x7E ~= $0 }), let at = address.lastIndex(of: UInt8(ascii: "@")),
            at > address.startIndex, address[..<at].count(where: { $0 == UInt8(ascii: "@") }) == 0
        else { return false }
        let domain = address[(at + 1)...]
        return domain.contains(UInt8(ascii: "."))
            && domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && $0.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
            }
    }

    static func isSecureURL(_ text: String) -> Bool {
        let lower = text.lowercased()
        return lower.hasPrefix("https://") && lower.utf8.count > 8 && lower.utf8.dropFirst(8).first != UInt8(ascii: "/")
            && lower.utf8.allSatisfy { 0x21...0x7E ~= $0 }
    }
}

/// Writes a page of HTML: one file without anything from outside. All text is escaped.
public struct HTMLPage {
    /// UTF-8.
    private var html: [UInt8]

    /// What pages of one kind begin and end with.
    public struct Frame: Sendable {
        fileprivate let beforeTitle: [UInt8]
        fileprivate let afterTitle: [UInt8]
        fileprivate let end: [UInt8]

        /// - Parameters:
        ///   - script: run in the page; the only one that the page's policy lets run.
        public init(language: Language = .indonesian, style: String = HTMLStyle.sheet, script: String? = nil) {
            var policy = "default-src 'none'; style-src 'unsafe-inline'"
            if let script {
                let digest = HTMLPage.base64(SHA256.digest(of: Array(script.utf8)).octets)
                policy += "; script-src 'sha256-\(digest)'"
            }
            beforeTitle = Array(
                """
                <!DOCTYPE html>
                <html lang="\(language.rawValue)">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="\(policy)">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>
                """.utf8)
            afterTitle = Array("</title>\n<style>\n\(style)</style>\n</head>\n<body>\n".utf8)
            end = Array(((script.map { "<script>\($0)</script>\n" } ?? "") + "</body>\n</html>\n").utf8)
        }
    }

    public init(_ frame: Frame, title: String) {
        html = []
        html.reserveCapacity(1 << 14)
        html += frame.beforeTitle
        end = frame.end
        text(title)
        html += frame.afterTitle
    }

    private let end: [UInt8]
    /// Of the table being written: how the tag of each column's cells ends, with the title in it.
    private var titles: [String] = []

    /// The whole page, in UTF-8.
    public consuming func finished() -> [UInt8] {
        html += end
        return html
    }

    // MARK: Parts

    /// Markup as it is.
    public mutating func raw(_ markup: String) { html.append(contentsOf: markup.utf8) }

    public mutating func text(_ text: String) {
        // Most texts have nothing to escape, and pages have many of them.
        if LetterPageWriter.isPlain(text) { raw(text) } else { raw(HTMLPage.escaped(text)) }
    }

    /// A moment, for people and for programs.
    public mutating func time(_ instant: Instant, _ times: TimeText) {
        raw("<time datetime=\"")
        instant.appendRFC3339(at: times.offset, to: &html)
        raw("\">")
        times.append(instant, to: &html)
        raw("</time>")
    }

    public mutating func element(_ name: String, _ text: String, class style: String? = nil) {
        begin(name, style)
        self.text(text)
        close(name)
    }

    public mutating func open(_ name: String, class style: String? = nil) {
        begin(name, style)
        raw("\n")
    }

    public mutating func close(_ name: String) {
        raw("</")
        raw(name)
        raw(">\n")
    }

    private mutating func begin(_ name: String, _ style: String?) {
        raw("<")
        raw(name)
        if let style { raw(" class=\"\(style)\"") }
        raw(">")
    }

    /// A link to a file of the same folder or below it.
    public mutating func link(_ path: String, _ text: String) {
        raw("<a href=\"\(HTMLPage.address(path))\">")
        self.text(text)
        raw("</a>")
    }

    /// A table; on a narrow screen each row becomes a card, its cells named by the titles.
    /// - Parameters:
    ///   - id: `list` for the one that can be searched and sorted.
    ///   - rows: about how many there will be, where they may be many: room is made for them at once.
    public mutating func tableHead(_ titles: [String], id: String? = nil, rows: Int = 0) {
        if rows > 0 { html.reserveCapacity(html.count + rows * HTMLPage.usualRow) }
        self.titles = titles.map { " data-label=\"\(HTMLPage.escaped($0))\">" }
        raw("<div class=\"wide\"><table\(id.map { " id=\"\($0)\"" } ?? "")>\n<thead><tr>")
        for title in titles {
            raw("<th scope=\"col\">")
            text(title)
            raw("</th>")
        }
        raw("</tr></thead>\n<tbody>\n")
    }

    /// Octets of a row of seven cells.
    private static let usualRow = 448

    public enum Cell {
        case text(String)
        /// A step and what is done in it, which is long.
        case step(String)
        /// Not broken over lines.
        case plain(String)
        case number(String)
        case link(String, String)
        /// A word that stands out: `late`, `good` or `waits`.
        case mark(String, String)
    }

    /// Cells in the order of the titles.
    public mutating func row(_ cells: [Cell]) {
        raw("<tr>")
        for (index, cell) in cells.enumerated() {
            switch cell {
            case .text, .mark: raw("<td")
            case .step: raw("<td class=\"step\"")
            case .plain, .link: raw("<td class=\"plain\"")
            case .number: raw("<td class=\"number\"")
            }
            raw(titles.indices.contains(index) ? titles[index] : ">")
            switch cell {
            case .text(let text), .step(let text), .plain(let text), .number(let text): self.text(text)
            case .link(let path, let text): link(path, text)
            case .mark(let style, let text): mark(style, text)
            }
            raw("</td>")
        }
        raw("</tr>\n")
    }

    /// A word that stands out; nothing for no word.
    public mutating func mark(_ style: String, _ text: String) {
        guard !text.isEmpty else { return }
        raw("<span class=\"mark \(style)\">")
        self.text(text)
        raw("</span>")
    }

    public mutating func tableEnd() { raw("</tbody></table></div>\n") }

    /// A table of a thing's properties; empty ones are left out.
    public mutating func fields(_ fields: [(String, String)]) {
        raw("<div class=\"wide card\"><table class=\"fields\"><tbody>\n")
        for (title, value) in fields where !value.isEmpty {
            raw("<tr><th scope=\"row\">")
            text(title)
            raw("</th><td>")
            text(value)
            raw("</td></tr>\n")
        }
        raw("</tbody></table></div>\n")
    }

    // MARK: Escaping

    public static func escaped(_ text: String) -> String { LetterPageWriter.escaped(text) }

    /// A relative path as a link has it: what is not a plain character is written by its octets.
    static func address(_ path: String) -> String {
        var result = path.utf8.contains(UInt8(ascii: ":")) ? "./" : ""
        for octet in path.utf8 {
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "/"):
                result.unicodeScalars.append(Unicode.Scalar(octet))
            default:
                let digits = String(octet, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }

    private static func base64(_ octets: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        var index = 0
        while index < octets.count {
            let (first, second, third) = (octets[index], index + 1 < octets.count ? octets[index + 1] : nil,
                index + 2 < octets.count ? octets[index + 2] : nil)
            let bits = UInt32(first) << 16 | UInt32(second ?? 0) << 8 | UInt32(third ?? 0)
            result.append(alphabet[Int(bits >> 18 & 63)])
            result.append(alphabet[Int(bits >> 12 & 63)])
            result.append(second == nil ? UInt8(ascii: "=") : alphabet[Int(bits >> 6 & 63)])
            result.append(third == nil ? UInt8(ascii: "=") : alphabet[Int(bits & 63)])
            index += 3
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// Writes a document as an HTML page that prints on A4: one file, no scripts, nothing loaded from anywhere.
///
/// All text is escaped, and the page forbids itself everything but its own style, so that what a form contains can
/// never become part of the page.
public struct LetterPageWriter {
    private var html = ""

    public static func page(_ document: LetterDocument) -> String {
        var writer = LetterPageWriter()
        writer.html = """
            <!DOCTYPE html>
            <html lang="id">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>\(escaped(document.title))</title>
            <style>
            \(LetterStyle.sheet)</style>
            </head>
            <body>

            """
        if document.isDraft {
            writer.line("<div class=\"watermark\" aria-hidden=\"true\">\(LetterDocument.draftMark)</div>")
            writer.line(
                "<p class=\"draft\"><strong>\(LetterDocument.draftMark)</strong> \(LetterDocument.draftNote)</p>")
        }
        writer.line("<main>")
        for block in document.blocks { writer.add(block) }
        writer.line("</main>")
        if !document.footer.isEmpty {
            writer.line("<footer>\(document.footer.map(escaped).joined(separator: "<br>"))</footer>")
        }
        writer.line("</body>")
        writer.line("</html>")
        return writer.html
    }

    /// Text for an element or a quoted attribute.
    public static func escaped(_ text: String) -> String {
        if isPlain(text) { return text }
        var result: [UInt8] = []
        let shown = LetterCharacters.shown(text)
        result.reserveCapacity(shown.utf8.count + 16)
        for octet in shown.utf8 {
            switch octet {
            case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): result.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): result.append(contentsOf: "&#39;".utf8)
            default: result.append(octet)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Text for a cell of a table: long words may be broken behind their signs, or anywhere when they have none, so
    /// that the table stays on the page and short words whole.
    private static func cell(_ text: String) -> String {
        text.split(separator: " ").map { word in
            guard word.unicodeScalars.count > 14 else { return escaped(String(word)) }
            var result = ""
            var piece = ""
            for scalar in word.unicodeScalars {
                piece.unicodeScalars.append(scalar)
                guard "_./@-:".unicodeScalars.contains(scalar) || piece.unicodeScalars.count >= 24 else { continue }
                result += escaped(piece) + "<wbr>"
                piece = ""
            }
            return result + escaped(piece)
        }.joined(separator: " ")
    }

    /// Whether it stands in a page as it is.
    static func isPlain(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPlain) } ?? text.utf8.allSatisfy(isPlain)
    }

    /// A printable character of ASCII that means nothing in markup.
    private static func isPlain(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        default: 0x20...0x7E ~= octet
        }
    }

    private static func escaped(_ text: LetterText) -> String {
        text.runs.map { $0.isStrong ? "<strong>\(escaped($0.text))</strong>" : escaped($0.text) }.joined()
    }

    private mutating func line(_ text: String) { html += text + "\n" }

    private mutating func add(_ block: LetterDocument.Block) {
        switch block {
        case .letterhead(let lines):
            line("<header>")
            for (index, text) in lines.enumerated() {
                line("<p class=\"\(index < 2 ? "office" : "address")\">\(Self.escaped(text))</p>")
            }
            line("</header>")
        case .opening(let opening): add(opening)
        case .heading(let lines):
            line("<h1>\(lines.map(Self.escaped).joined(separator: "<br>"))</h1>")
        case .section(let title): line("<h2>\(Self.escaped(title))</h2>")
        case .paragraph(let text): line("<p>\(Self.escaped(text))</p>")
        case .numbered(let items): list(items)
        case .fields(let fields):
            line("<table class=\"fields\">")
            for field in fields {
                line(
                    "<tr><th scope=\"row\">\(Self.escaped(field.label))</th><td class=\"colon\">:</td>"
                        + "<td>\(Self.escaped(field.value))</td></tr>")
            }
            line("</table>")
        case .table(let table): add(table)
        case .signatures(let signatures): add(signatures)
        case .copies(let copies):
            guard !copies.isEmpty else { return }
            line("<section class=\"copies\"><p>Tembusan:</p>")
            list(copies.map { LetterText($0) })
            line("</section>")
        }
    }

    private mutating func list(_ items: [LetterText]) {
        line("<ol>")
        for item in items { line("<li>\(Self.escaped(item))</li>") }
        line("</ol>")
    }

    private mutating func add(_ opening: LetterDocument.Opening) {
        line("<div class=\"opening\">")
        line("<table class=\"fields\">")
        for (label, value) in [
            ("Nomor", opening.number), ("Sifat", opening.classification), ("Lampiran", opening.attachments),
            ("Hal", opening.subject),
        ] {
            line(
                "<tr><th scope=\"row\">\(label)</th><td class=\"colon\">:</td><td>\(Self.escaped(value))</td></tr>")
        }
        line("</table>")
        line("<p class=\"date\">\(Self.escaped(opening.placeAndDate))</p>")
        line("</div>")
        let lines = opening.addressee.enumerated().map { ($0.offset == 0 ? "Yth. " : "") + Self.escaped($0.element) }
        line("<p class=\"addressee\">\(lines.joined(separator: "<br>"))</p>")
    }

    private mutating func add(_ table: LetterDocument.Table) {
        guard !table.headings.isEmpty else { return }
        line("<table class=\"grid\">")
        let cells = table.headings.map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined()
        line("<thead><tr>\(cells)</tr></thead>")
        line("<tbody>")
        for row in table.rows {
            line("<tr>\(row.map { "<td>\(Self.cell($0))</td>" }.joined())</tr>")
        }
        line("</tbody>")
        line("</table>")
    }

    private mutating func add(_ signatures: [LetterDocument.Signature]) {
        guard !signatures.isEmpty else { return }
        line("<div class=\"signatures\(signatures.count == 1 ? " single" : "")\">")
        for signature in signatures {
            let above = signature.above.map(Self.escaped).joined(separator: "<br>")
            let below = signature.below.map { "<br>\(Self.escaped($0))" }.joined()
            let name = signature.name.isEmpty ? LetterDocument.Signature.dots : Self.escaped(signature.name)
            line("<div class=\"signature\"><p>\(above)</p><p class=\"name\"><strong>\(name)</strong>\(below)</p></div>")
        }
        line("</div>")
    }
}

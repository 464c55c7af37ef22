/// Writes a document as text of 80 columns, for terminals, mail and line printers.
public struct LetterTextWriter {
    public static let width = 80
    private var lines: [String] = []

    public static func text(_ document: LetterDocument) -> String {
        var writer = LetterTextWriter()
        if document.isDraft {
            writer.add(LetterLines.centred("*** \(LetterDocument.draftMark) ***", width))
            writer.add(LetterLines.centred(LetterDocument.draftNote, width))
        }
        for block in document.blocks { writer.add(block) }
        if !document.footer.isEmpty {
            writer.gap()
            writer.lines.append(String(repeating: "-", count: width))
            for line in document.footer { writer.lines += LetterLines.wrap(line, width) }
        }
        return writer.lines.map { LetterLines.trimmed($0) + "\n" }.joined()
    }

    /// A blank line, unless there is one or nothing yet.
    private mutating func gap() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    private mutating func add(_ block: [String]) {
        lines += block
    }

    private mutating func add(_ block: LetterDocument.Block) {
        let width = LetterTextWriter.width
        gap()
        switch block {
        case .letterhead(let list):
            for line in list { add(LetterLines.centred(line, width)) }
            lines.append(String(repeating: "=", count: width))
        case .opening(let opening): add(opening)
        case .heading(let list):
            for line in list { add(LetterLines.centred(line, width)) }
        case .section(let title): add(LetterLines.wrap(title, width))
        case .paragraph(let text): add(LetterLines.wrap(text.plain, width))
        case .numbered(let items):
            let digits = String(items.count).count
            for (index, item) in items.enumerated() {
                let number = "\(index + 1)."
                add(LetterLines.hanging(LetterLines.padded(number, digits + 2), item.plain, width))
            }
        case .fields(let fields): add(fields)
        case .table(let table): add(table)
        case .signatures(let signatures): add(signatures)
        case .copies(let list):
            guard !list.isEmpty else { return }
            lines.append("Tembusan:")
            for (index, item) in list.enumerated() { add(LetterLines.hanging("\(index + 1). ", item, width)) }
        }
    }

    private mutating func add(_ opening: LetterDocument.Opening) {
        let width = LetterTextWriter.width
        let date = LetterLines.wrap(opening.placeAndDate, width / 2).joined(separator: " ")
        let left = width - LetterCharacters.columns(date) - 2
        let rows = [
            ("Nomor", opening.number), ("Sifat", opening.classification), ("Lampiran", opening.attachments),
            ("Hal", opening.subject),
        ]
        for (index, (label, value)) in rows.enumerated() {
            let label = LetterLines.padded(label, 8) + " : "
            var block = LetterLines.hanging(label, value, index == 0 ? left : min(width, 60))
            if index == 0, let first = block.first { block[0] = LetterLines.padded(first, left + 2) + date }
            add(block)
        }
        gap()
        for (index, line) in opening.addressee.enumerated() {
            add(LetterLines.hanging(index == 0 ? "Yth. " : "     ", line, 60))
        }
    }

    private mutating func add(_ fields: [LetterDocument.Field]) {
        let labels = fields.map { LetterCharacters.columns(LetterCharacters.shown($0.label)) }
        let indent = min(labels.max() ?? 0, 30)
        for field in fields {
            var label = LetterLines.wrap(field.label, indent)
            let last = label.popLast() ?? ""
            add(label)
            add(
                LetterLines.hanging(LetterLines.padded(last, indent) + " : ", field.value.plain, LetterTextWriter.width)
            )
        }
    }

    private mutating func add(_ table: LetterDocument.Table) {
        guard !table.headings.isEmpty else { return }
        let widths = LetterLines.widths(table, LetterTextWriter.width, gaps: table.headings.count * 3 + 1)
        let rule = "+" + widths.map { String(repeating: "-", count: $0 + 2) + "+" }.joined()
        lines.append(rule)
        add(row: table.headings, widths)
        lines.append(rule)
        for row in table.rows {
            add(row: row, widths)
            lines.append(rule)
        }
    }

    private mutating func add(row: [String], _ widths: [Int]) {
        let cells = zip(row, widths).map { LetterLines.wrap($0, $1) }
        for line in 0..<max(1, cells.map(\.count).max() ?? 1) {
            let parts = zip(cells, widths).map { cell, width in
                " " + LetterLines.padded(cell.indices.contains(line) ? cell[line] : "", width) + " |"
            }
            lines.append("|" + parts.joined())
        }
    }

    private mutating func add(_ signatures: [LetterDocument.Signature]) {
        let column = 38
        let gap = 4
        guard signatures.count != 1, !signatures.isEmpty else {
            if let only = signatures.first {
                let block = LetterTextWriter.block(only, column, above: 0)
                lines += block.map { LetterLines.blanks(column + gap) + $0 }
            }
            return
        }
        for start in stride(from: 0, to: signatures.count, by: 2) {
            if start > 0 { self.gap() }
            let pair = Array(signatures[start..<min(start + 2, signatures.count)])
            let above = pair.map { $0.above.flatMap { LetterLines.wrap($0, column) }.count }.max() ?? 0
            let blocks = pair.map { LetterTextWriter.block($0, column, above: above) }
            for line in 0..<(blocks.map(\.count).max() ?? 0) {
                let parts = blocks.map { LetterLines.padded($0.indices.contains(line) ? $0[line] : "", column + gap) }
                lines.append(parts.joined())
            }
        }
    }

    /// - Parameter above: lines above the name, so that names that stand side by side are on one line.
    private static func block(_ signature: LetterDocument.Signature, _ width: Int, above: Int) -> [String] {
        var block = signature.above.flatMap { LetterLines.wrap($0, width) }
        while block.count < above { block.append("") }
        block += ["", "", ""]
        block += LetterLines.wrap(signature.name.isEmpty ? LetterDocument.Signature.dots : signature.name, width)
        return block + signature.below.flatMap { LetterLines.wrap($0, width) }
    }
}

/// Lines of fixed width: breaking, padding, columns.
enum LetterLines {
    /// The text in lines of at most `width` columns, broken at blanks; what is longer than a line is cut.
    static func wrap(_ text: String, _ width: Int) -> [String] {
        let width = max(1, width)
        var lines: [String] = []
        var line = ""
        var columns = 0
        func close(_ lines: inout [String]) {
            if columns > 0 { lines.append(line) }
            line = ""
            columns = 0
        }
        for word in LetterCharacters.shown(text).split(separator: " ") {
            let length = LetterCharacters.columns(String(word))
            if columns > 0, columns + 1 + length > width { close(&lines) }
            if length > width {
                for scalar in word.unicodeScalars {
                    let one = LetterCharacters.columns(scalar)
                    if columns + one > width { close(&lines) }
                    line.unicodeScalars.append(scalar)
                    columns += one
                }
                continue
            }
            if columns > 0 {
                line += " "
                columns += 1
            }
            line += word
            columns += length
        }
        close(&lines)
        return lines
    }

    static func padded(_ text: String, _ width: Int) -> String {
        text + blanks(width - LetterCharacters.columns(text))
    }

    static func centred(_ text: String, _ width: Int) -> [String] {
        wrap(text, width).map { blanks((width - LetterCharacters.columns($0)) / 2) + $0 }
    }

    static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    /// `first` before the first line, as many blanks before the others.
    static func hanging(_ first: String, _ text: String, _ width: Int) -> [String] {
        let indent = LetterCharacters.columns(first)
        let lines = wrap(text, width - indent)
        guard !lines.isEmpty else { return [trimmed(first)] }
        return lines.enumerated().map { ($0.offset == 0 ? first : blanks(indent)) + $0.element }
    }

    static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }

    /// Widths of columns that fit into `width`, the widest giving way first. `gaps`: what lines and blanks between
    /// the columns take.
    static func widths(_ table: LetterDocument.Table, _ width: Int, gaps: Int) -> [Int] {
        var widths = table.headings.map { LetterCharacters.columns(LetterCharacters.shown($0)) }
        for row in table.rows {
            for (index, cell) in row.enumerated() where widths.indices.contains(index) {
                widths[index] = max(widths[index], LetterCharacters.columns(LetterCharacters.shown(cell)))
            }
        }
        var excess = widths.reduce(0, +) - max(widths.count, width - gaps)
        while excess > 0 {
            guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 1 else { break }
            let second = widths.indices.filter { $0 != widest }.map { widths[$0] }.max() ?? 1
            let step = max(1, min(excess, widths[widest] - second))
            widths[widest] -= min(step, widths[widest] - 1)
            excess -= step
        }
        return widths.map { max(1, $0) }
    }
}

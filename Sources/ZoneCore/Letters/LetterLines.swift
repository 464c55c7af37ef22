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

    /// Widths of columns that fit into `width`, the widest giving way first, and words broken only where nothing else
    /// helps. `gaps`: what lines and blanks between the columns take.
    static func widths(_ table: LetterDocument.Table, _ width: Int, gaps: Int) -> [Int] {
        let lists = table.headings.indices.map { index in
            ([table.headings] + table.rows).map { LetterCharacters.shown($0.indices.contains(index) ? $0[index] : "") }
        }
        var widths = lists.map { list in max(1, list.map { LetterCharacters.columns($0) }.max() ?? 1) }
        let words = lists.map { list in
            max(1, list.flatMap { $0.split(separator: " ") }.map { LetterCharacters.columns(String($0)) }.max() ?? 1)
        }
        let available = max(widths.count, width - gaps)
        shrink(&widths, to: available, least: words)
        shrink(&widths, to: available, least: widths.map { _ in 1 })
        return widths
    }

    private static func shrink(_ widths: inout [Int], to available: Int, least: [Int]) {
        var excess = widths.reduce(0, +) - available
        while excess > 0 {
            let able = widths.indices.filter { widths[$0] > least[$0] }
            guard let widest = able.max(by: { widths[$0] < widths[$1] }) else { return }
            let second = able.filter { $0 != widest }.map { widths[$0] }.max() ?? 1
            let step = max(1, min(excess, widths[widest] - second, widths[widest] - least[widest]))
            widths[widest] -= step
            excess -= step
        }
    }
}

/// Columns for people. It fits the width: wide cells go on over several lines, nothing is cut off.
struct Table {
    struct Column {
        let title: String
        /// Narrowest it may be made to fit; `nil` when its cells are never broken.
        let shrinksTo: Int?

        init(_ title: String, shrinksTo: Int? = nil) {
            self.title = title
            self.shrinksTo = shrinksTo
        }
    }

    let columns: [Column]
    /// Whether rows become blocks of lines where the columns are too many for the width; else they stand out.
    let becomesBlocks: Bool
    private(set) var rows: [[String]] = []

    private static let gap = 2

    init(_ columns: [Column], becomesBlocks: Bool = false) {
        self.columns = columns
        self.becomesBlocks = becomesBlocks
    }

    /// Cells in the order of the columns; missing ones are empty.
    mutating func append(_ cells: [String]) {
        rows.append(
            columns.indices.map { index in
                index < cells.count ? TerminalText.escaped(cells[index]) : ""
            })
    }

    /// Lines of the table, heading first, without spaces at their ends.
    func lines(width: Int, heading: (String) -> String = { $0 }) -> [String] {
        let (widths, fits) = columnWidths(for: width)
        guard fits || !becomesBlocks else { return blocks(width: width, heading: heading) }
        var result = layout(columns.map(\.title), widths).map(heading)
        for row in rows { result.append(contentsOf: layout(row, widths)) }
        return result
    }

    /// `TITLE  cell`, a line a column that says something, with an empty line between rows.
    private func blocks(width: Int, heading: (String) -> String) -> [String] {
        let indent = (columns.map { TerminalText.width($0.title) }.max() ?? 0) + Table.gap
        var result: [String] = []
        for row in rows {
            if !result.isEmpty { result.append("") }
            for index in columns.indices where !row[index].isEmpty {
                let title = heading(columns[index].title)
                    + String(repeating: " ", count: indent - TerminalText.width(columns[index].title))
                for (line, text) in TerminalText.wrap(row[index], width: max(8, width - indent)).enumerated() {
                    result.append((line == 0 ? title : String(repeating: " ", count: indent)) + text)
                }
            }
        }
        return result
    }

    private func columnWidths(for total: Int) -> (widths: [Int], fits: Bool) {
        var widths = columns.map { TerminalText.width($0.title) }
        for row in rows {
            for index in columns.indices { widths[index] = max(widths[index], TerminalText.width(row[index])) }
        }
        let excess = widths.reduce(0, +) + Table.gap * max(0, columns.count - 1) - total
        guard excess > 0 else { return (widths, true) }
        // Words are broken only where no column can give way between them.
        let words = columns.indices.map { index in rows.reduce(0) { max($0, Table.longestWord($1[index])) } }
        let least = columns.indices.map { index in columns[index].shrinksTo.map { max($0, words[index]) } }
        let rest = shrink(&widths, to: least, by: excess)
        let fits = shrink(&widths, to: columns.map(\.shrinksTo), by: rest) == 0
        return (widths, fits)
    }

    private static func longestWord(_ cell: String) -> Int {
        cell.split(separator: " ").reduce(0) { max($0, TerminalText.width($1)) }
    }

    /// Makes columns narrower, none than its least; gives what is then still too much.
    private func shrink(_ widths: inout [Int], to least: [Int?], by excess: Int) -> Int {
        var excess = excess
        // The widest that can give, gives first.
        while excess > 0 {
            var widest: Int?
            for index in columns.indices {
                guard let least = least[index], widths[index] > least else { continue }
                if widest.map({ widths[index] > widths[$0] }) ?? true { widest = index }
            }
            guard let widest else { return excess }
            widths[widest] -= 1
            excess -= 1
        }
        return 0
    }

    private func layout(_ cells: [String], _ widths: [Int]) -> [String] {
        let wrapped = columns.indices.map { TerminalText.wrap(cells[$0], width: widths[$0]) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { line in
            var text = ""
            for index in columns.indices {
                let cell = line < wrapped[index].count ? wrapped[index][line] : ""
                text += TerminalText.padded(cell, to: widths[index])
                if index < columns.count - 1 { text += String(repeating: " ", count: Table.gap) }
            }
            while text.hasSuffix(" ") { text.removeLast() }
            return text
        }
    }
}

/// The rows of `FORMAT.md`: small inputs, what each server makes of them, and what zonectl does.
///
/// The document is the table that the tests run, so that neither can say what the other does not.
struct FormatDocument {
    /// One row of a table.
    struct Row {
        /// The heading above it.
        let section: String
        /// From 1.
        let line: Int
        /// As written in the document.
        let input: String
        /// BIND, Knot, NSD, ldns.
        let verdicts: [String]
        let outcome: String

        var text: String { "| " + ([input] + verdicts + [outcome]).joined(separator: " | ") + " |" }
    }

    private(set) var sections: [String] = []
    private(set) var rows: [Row] = []

    init(_ text: String) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("## ") { sections.append(String(line.dropFirst(3))) }
            guard line.hasPrefix("| `"), let section = sections.last else { continue }
            let cells = line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false)
            guard cells.count == 6 else { continue }
            rows.append(
                Row(
                    section: section, line: index + 1, input: String(cells[0]),
                    verdicts: cells[1...4].map(String.init), outcome: String(cells[5])))
        }
    }
}

/// The files that a row's first cell stands for.
struct FormatInput {
    /// What comes before the input of a row, unless it is a whole zone itself.
    static let head = "$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.53\n"

    private(set) var zone: [UInt8] = []
    /// Name and content of what it includes.
    private(set) var parts: [(name: String, octets: [UInt8])] = []

    /// - Parameter cell: one code span, or more with `name:` before each that is an included file. In a span ⏎ is a
    ///   newline, ⇥ a tab, ␍ a carriage return, ␀ a NUL, ¦ a bar, ⟨E9⟩ that octet, ⟨x×256⟩ so many times that text;
    ///   it begins with ⟨zone⟩ where it is a whole zone, and ends with ⟨end⟩ where no newline follows.
    init(_ cell: String) throws {
        let pieces = cell.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        guard pieces.count >= 3, pieces.count % 2 == 1 else { throw HarnessError("no code span in \(cell)") }
        var first = pieces[1]
        let isWhole = first.hasPrefix("⟨zone⟩")
        if isWhole { first = String(first.dropFirst("⟨zone⟩".count)) }
        zone = (isWhole ? [] : Array(Self.head.utf8)) + (try Self.octets(first))
        for index in stride(from: 3, to: pieces.count, by: 2) {
            let name = pieces[index - 1].filter { $0 != ":" }.split(separator: " ").last.map(String.init) ?? ""
            parts.append((name, try Self.octets(pieces[index])))
        }
    }

    private static func octets(_ text: String) throws -> [UInt8] {
        var octets: [UInt8] = []
        var rest = Substring(text)
        var hasEnd = true
        while let character = rest.popFirst() {
            switch character {
            case "⏎": octets.append(0x0A)
            case "⇥": octets.append(0x09)
            case "␍": octets.append(0x0D)
            case "␀": octets.append(0)
            case "¦": octets.append(UInt8(ascii: "|"))
            case "⟨":
                guard let close = rest.firstIndex(of: "⟩") else { throw HarnessError("⟨ without ⟩ in \(text)") }
                let inside = rest[..<close]
                rest = rest[rest.index(after: close)...]
                if inside == "end" {
                    hasEnd = false
                } else if let times = inside.lastIndex(of: "×"), let count = Int(inside[inside.index(after: times)...])
                {
                    for _ in 0..<count { octets += Array(inside[..<times].utf8) }
                } else if let octet = UInt8(inside, radix: 16) {
                    octets.append(octet)
                } else {
                    throw HarnessError("⟨\(inside)⟩ in \(text)")
                }
            default: octets += Array(String(character).utf8)
            }
        }
        return hasEnd ? octets + [0x0A] : octets
    }
}

import ZoneCore

/// Findings as text: `file:line:column: severity CODE: text`, the line itself and a caret.
struct FindingReport {
    enum Stream { case results, errors }

    private let console: Console

    init(_ console: Console) { self.console = console }

    func write(_ findings: [Finding], to stream: Stream) {
        for finding in findings {
            for line in lines(of: finding) {
                switch stream {
                case .results: console.line(line)
                case .errors: console.plain(line)
                }
            }
        }
    }

    private func lines(of finding: Finding) -> [String] {
        var place = finding.file
        if finding.line > 0 { place += ":\(finding.line):\(max(1, finding.column))" } else { place += ":1:1" }
        var message = finding.message(console.language)
        // Where the line itself is not shown, the name says what it is about.
        if let owner = finding.owner, !message.contains(owner), finding.excerpt.isEmpty { message = "\(owner): \(message)" }
        var lines = ["\(place): \(finding.severity.word) \(finding.code): \(message)"]
        guard !finding.excerpt.isEmpty else { return lines }
        var shown = ""
        var before = 0
        var marked = 0
        for (index, octet) in finding.excerpt.enumerated() {
            // The carriage return of a line that ends with CRLF.
            if octet == 0x0D && index == finding.excerpt.count - 1 { break }
            let piece = Self.printable(octet)
            if index < finding.caret.lowerBound { before += piece.utf8.count }
            if finding.caret.contains(index) { marked += piece.utf8.count }
            shown += piece
        }
        lines.append("    " + shown)
        lines.append("    " + String(repeating: " ", count: before) + String(repeating: "^", count: max(1, marked)))
        return lines
    }

    /// One octet of a file as one or more printable characters, so that the caret stays under its place.
    private static func printable(_ octet: UInt8) -> String {
        switch octet {
        case 0x09: return " "
        case 0x20...0x7E: return String(UnicodeScalar(octet))
        default:
            let digits = String(octet)
            return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        }
    }
}

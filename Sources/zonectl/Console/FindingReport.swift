import ZoneCore

/// Findings as text: `file:line:column: severity CODE: text`, the line itself and a caret.
struct FindingReport {
    enum Stream { case results, errors }

    private let console: Console

    init(_ console: Console) { self.console = console }

    /// File by file, each under its name where there are several.
    func write(_ findings: [Finding], to stream: Stream) {
        let groups = Self.groups(findings)
        for (number, group) in groups.enumerated() {
            if groups.count > 1 && stream == .results {
                if number > 0 { console.line() }
                console.write([("\(group.file):", .bold)])
            }
            for finding in group.findings { write(finding, to: stream) }
        }
    }

    /// How many there are of each code, the most frequent first.
    func writeCounts(of findings: [Finding]) {
        var counts: [String: (count: Int, severity: Finding.Severity)] = [:]
        for finding in findings {
            let before = counts[finding.code]
            counts[finding.code] = (
                (before?.count ?? 0) + finding.count, max(before?.severity ?? .notice, finding.severity)
            )
        }
        let sorted = counts.sorted {
            ($1.value.count, $1.value.severity, $0.key) < ($0.value.count, $0.value.severity, $1.key)
        }
        let widest = sorted.map { String($0.value.count).utf8.count }.max() ?? 0
        for (code, entry) in sorted {
            let number = String(entry.count)
            console.write([
                (String(repeating: " ", count: 2 + widest - number.utf8.count) + number + "  ", nil),
                (TerminalText.padded(entry.severity.word, to: 9), entry.severity.style), (code, nil),
            ])
        }
    }

    /// The findings of each file, in the order in which the files come.
    static func groups(_ findings: [Finding]) -> [(file: String, findings: [Finding])] {
        var groups: [(file: String, findings: [Finding])] = []
        var numbers: [String: Int] = [:]
        for finding in findings {
            if let number = numbers[finding.file] {
                groups[number].findings.append(finding)
            } else {
                numbers[finding.file] = groups.count
                groups.append((finding.file, [finding]))
            }
        }
        return groups
    }

    private func write(_ finding: Finding, to stream: Stream) {
        var place = finding.file
        if finding.line > 0 { place += ":\(finding.line):\(finding.shownColumn)" } else { place += ":1:1" }
        var message = finding.message(console.language)
        // Where the line itself is not shown, the name says what it is about.
        if let owner = finding.owner, !message.contains(owner), finding.excerpt.isEmpty {
            message = "\(owner): \(message)"
        }
        let excerpt = excerpt(of: finding)
        switch stream {
        case .results:
            console.write([
                (place + ": ", nil), (finding.severity.word, finding.severity.style),
                (" \(finding.code): \(message)", nil),
            ])
            if let excerpt {
                console.line(excerpt.line)
                console.write([(excerpt.margin, nil), (excerpt.caret, finding.severity.style)])
            }
        case .errors:
            console.plain("\(place): \(finding.severity.word) \(finding.code): \(message)")
            if let excerpt {
                console.plain(excerpt.line)
                console.plain(excerpt.margin + excerpt.caret)
            }
        }
    }

    /// The line and the caret below it; of a long line what stands around the caret.
    private func excerpt(of finding: Finding) -> (line: String, margin: String, caret: String)? {
        guard !finding.excerpt.isEmpty else { return nil }
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
        let room = max(20, console.width - 4)
        if shown.utf8.count > room {
            // All of it is ASCII.
            let octets = Array(shown.utf8)
            let start = before < room - 8 ? 0 : max(0, min(before - room / 3, octets.count - room))
            let end = min(octets.count, start + room)
            var part = Array(octets[start..<end])
            if start > 0 { part.replaceSubrange(0..<3, with: [0x2E, 0x2E, 0x2E]) }
            if end < octets.count { part.replaceSubrange((part.count - 3)..., with: [0x2E, 0x2E, 0x2E]) }
            shown = String(decoding: part, as: UTF8.self)
            before = min(before - start, part.count)
            marked = min(marked, part.count - before)
        }
        return (
            "    " + shown, "    " + String(repeating: " ", count: before),
            String(repeating: "^", count: max(1, marked))
        )
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

extension Finding.Severity {
    var style: Console.Style {
        switch self {
        case .error: .red
        case .warning: .yellow
        case .notice: .green
        }
    }
}

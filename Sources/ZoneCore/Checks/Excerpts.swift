import RFC1035

/// The lines that findings are about, read again where the checks, which know no files, have left them out; with the
/// line, a finding about a part of a record gets its column.
enum Excerpts {
    static func fill(_ findings: inout [Finding]) {
        var wanted: [String: [Int]] = [:]
        for (index, finding) in findings.enumerated() where finding.excerpt.isEmpty && finding.line > 0 {
            wanted[finding.file, default: []].append(index)
        }
        for (path, indices) in wanted where path != "-" && !ZoneAssembly.isRegister(path) {
            guard let file = try? File.named(path) else { continue }
            var lines = LineReader(file)
            for index in indices.sorted(by: { findings[$0].line < findings[$1].line }) {
                guard let line = lines.line(findings[index].line) else { break }
                show(line, in: &findings[index])
            }
        }
    }

    private static func show(_ line: [UInt8], in finding: inout Finding) {
        finding.excerpt = line
        if let part = finding.part, let place = EntryText(line[...]).place(of: part) {
            finding.column = place.lowerBound + 1
            finding.caret = place
            return
        }
        let column = max(0, finding.column - 1)
        guard column < line.count else { return }
        finding.caret = column..<max(column + 1, endOfWord(line, column))
    }

    private static func endOfWord(_ line: [UInt8], _ start: Int) -> Int {
        guard line[start] == UInt8(ascii: ";") else {
            return line[start...].firstIndex { $0 == 0x20 || $0 == 0x09 } ?? line.count
        }
        // A comment, up to one behind it.
        var end = line[(start + 1)...].firstIndex(of: UInt8(ascii: ";")) ?? line.count
        while end > start + 1 && line[end - 1] <= 0x20 { end -= 1 }
        return end
    }
}

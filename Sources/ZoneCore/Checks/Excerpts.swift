import RFC1035

/// The lines that findings are about, read again where the checks, which know no files, have left them out.
enum Excerpts {
    /// More of a file than this is not read again only to show a line of it.
    private static let limit = 1 << 28
    private static let reach = 160

    static func fill(_ findings: inout [Finding]) {
        var wanted: [String: [Int]] = [:]
        for (index, finding) in findings.enumerated() where finding.excerpt.isEmpty && finding.line > 0 {
            wanted[finding.file, default: []].append(index)
        }
        for (path, indices) in wanted where path != "-" && !ZoneAssembly.isRegister(path) {
            guard let file = try? File.named(path), let octets = try? file.contents(limit: limit) else { continue }
            let sorted = indices.sorted { findings[$0].line < findings[$1].line }
            var line = 1
            var start = 0
            octets.withUnsafeBufferPointer { buffer in
                for index in sorted {
                    while line < findings[index].line,
                        let newline = buffer[start...].firstIndex(of: UInt8(ascii: "\n"))
                    {
                        start = newline + 1
                        line += 1
                    }
                    guard line == findings[index].line, start < buffer.count else { return }
                    let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) ?? buffer.count
                    let shown = buffer[start..<min(end, start + reach)]
                    findings[index].excerpt = Array(shown)
                    let column = max(0, findings[index].column - 1)
                    guard column < shown.count else { continue }
                    let blank = shown[(start + column)...].firstIndex { $0 == 0x20 || $0 == 0x09 } ?? shown.endIndex
                    findings[index].caret = column..<max(column + 1, blank - start)
                }
            }
        }
    }
}

extension Check {
    /// How lines and files end.
    static let fileEndChecks: [Check] = [noFinalNewline, crlfLines]

    static let noFinalNewline = Check(
        "NO_FINAL_NEWLINE", .notice, "named-checkzone",
        Text(en: "The last line of a file is not ended.", id: "Baris terakhir berkas tidak diakhiri."),
        explanation: Text(
            en: """
                A text file ends with a newline. Where it is missing, the file was perhaps cut off while it was copied \
                or the disk was full: look whether its last record is whole. A line appended to such a file runs \
                together with its last one. A directive there `named` refuses: that is an error. Save the file with a \
                newline at its end.
                """,
            id: """
                Berkas teks diakhiri baris baru. Bila tidak ada, mungkin berkas terpotong saat disalin atau disk \
                penuh: periksa apakah rekaman terakhirnya utuh. Baris yang ditambahkan ke berkas seperti itu \
                menyambung dengan baris terakhirnya. Direktif di sana ditolak `named`: itu error. Simpan berkas dengan \
                baris baru di akhirnya.
                """), .elsewhere)

    static let crlfLines = Check(
        "CRLF_LINES", .notice, refusedBy: .oneServer, "RFC 1035 §5.1; kzonecheck",
        Text(en: "Lines end with CR LF, as on Windows.", id: "Baris diakhiri CR LF, seperti di Windows."),
        explanation: Text(
            en: """
                BIND and NSD take it for the end of a line; Knot refuses the whole file. It comes from an editor on \
                Windows, or from a copy made as text. Save the file with lines that end with LF alone, as dos2unix does.
                """,
            id: """
                BIND dan NSD membacanya sebagai akhir baris; Knot menolak seluruh berkas. Asalnya dari penyunting teks \
                di Windows, atau dari penyalinan sebagai teks. Simpan berkas dengan baris yang diakhiri LF saja, \
                misalnya dengan dos2unix.
                """), .elsewhere)
}

/// What is to be said about the ends of lines, of which the reader of master files knows nothing.
enum FileEnds {
    /// How much of a file is looked through for CR LF: whoever writes it so begins with the first line.
    private static let reach = 1 << 16

    static func findings(in files: [String], policy: CheckPolicy) -> [Finding] {
        var findings: [Finding] = []
        for path in files {
            // What cannot be looked at again, such as standard input, is let pass.
            guard let file = try? File.named(path), let size = try? file.size(), size > 0,
                let head = try? file.octets(at: 0, count: min(size, reach)),
                let last = try? file.octets(at: size - 1, count: 1).first
            else { continue }
            if policy.runs(.crlfLines), let end = head.indices.first(where: { isEnd(head, $0) }) {
                let start = head[..<end].lastIndex(of: newline).map { $0 + 1 } ?? 0
                findings.append(
                    Finding(
                        .crlfLines, file: path, line: head[..<end].count { $0 == newline } + 1, column: end - start + 1,
                        Text(
                            en: "the line ends with CR LF, and Knot refuses such a file; save it with LF alone",
                            id: "baris diakhiri CR LF, dan Knot menolak berkas seperti ini; simpan dengan LF saja")))
            }
            if policy.runs(.noFinalNewline), last != newline {
                findings.append(
                    Finding(
                        .noFinalNewline, file: path, line: newlines(in: file, size) + 1, column: 1,
                        Text(
                            en: "the file ends without a newline: look whether its last line is whole",
                            id: "berkas berakhir tanpa baris baru: periksa apakah baris terakhirnya utuh")))
            }
        }
        policy.adjust(&findings)
        return findings
    }

    private static let newline = UInt8(ascii: "\n")

    private static func isEnd(_ octets: [UInt8], _ index: Int) -> Bool {
        octets[index] == UInt8(ascii: "\r") && index + 1 < octets.count && octets[index + 1] == newline
    }

    private static func newlines(in file: File, _ size: Int) -> Int {
        var count = 0
        for start in stride(from: 0, to: size, by: 1 << 20) {
            guard let piece = try? file.octets(at: start, count: min(1 << 20, size - start)) else { break }
            count += piece.count { $0 == newline }
        }
        return count
    }
}

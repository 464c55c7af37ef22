extension Check {
    /// What is found at the end of files.
    static let fileEndChecks: [Check] = [noFinalNewline]

    static let noFinalNewline = Check(
        "NO_FINAL_NEWLINE", .notice, "named-checkzone",
        Text(en: "The last line of a file is not ended.", id: "Baris terakhir berkas tidak diakhiri."),
        explanation: Text(
            en: """
                A text file ends with a newline. Where it is missing, the file was perhaps cut off while it was copied \
                or the disk was full: look whether its last record is whole. A line appended to such a file runs \
                together with its last one. Save it with a newline at its end.
                """,
            id: """
                Berkas teks diakhiri baris baru. Bila tidak ada, mungkin berkas terpotong saat disalin atau disk \
                penuh: periksa apakah rekaman terakhirnya utuh. Baris yang ditambahkan ke berkas seperti itu \
                menyambung dengan baris terakhirnya. Simpan dengan baris baru di akhirnya.
                """), .elsewhere)
}

extension FileCheck {
    /// The files of a zone that end within a line.
    static func cutOffFiles(_ files: [String]) -> [Finding] {
        files.compactMap { path in
            // What cannot be looked at again, such as standard input, is let pass.
            guard let file = try? File.named(path), let size = try? file.size(), size > 0,
                let last = try? file.octets(at: size - 1, count: 1).first, last != UInt8(ascii: "\n")
            else { return nil }
            return Finding(
                .noFinalNewline, file: path,
                Text(
                    en: "the file ends without a newline: look whether its last line is whole",
                    id: "berkas berakhir tanpa baris baru: periksa apakah baris terakhirnya utuh"))
        }
    }
}

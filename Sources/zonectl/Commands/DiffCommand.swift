import RFC1035
import ZoneCore

extension Command {
    static let diff = Command(
        words: ["diff"], group: .zones,
        summary: Text(
            en: "Show which records two zone files differ in",
            id: "Tampilkan perbedaan rekaman dua berkas zona"),
        explanation: [
            Text(
                en: "Compares records, not text: order, comments, relative names and the SOA's serial do not count. "
                    + "Lines begin with - for records only in OLD and with + for records only in NEW. The exit code "
                    + "is 0 when there is no difference, 1 when there is, and 4 when a file cannot be read as a zone.",
                id: "Membandingkan rekaman, bukan teks: urutan, komentar, nama relatif, dan nomor seri SOA tidak "
                    + "dihitung. Baris diawali - untuk rekaman yang hanya ada di OLD dan + untuk yang hanya ada di "
                    + "NEW. Kode keluarnya 0 bila tidak ada perbedaan, 1 bila ada, dan 4 "
                    + "bila salah satu berkas tidak terbaca sebagai zona.")
        ],
        arguments: [
            Argument(
                placeholder: "OLD", count: .one, help: Text(en: "A master file.", id: "Berkas zona."),
                completion: .file),
            Argument(
                placeholder: "NEW", count: .one, help: Text(en: "Another.", id: "Berkas zona lain."),
                completion: .file),
        ],
        options: [Options.origin.spec],
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl diff /etc/bind/db.example.go.id zones/example.go.id/db.example.go.id",
                Text(en: "What a new file changes", id: "Apa yang diubah berkas baru"))
        ],
        run: { invocation in
            let origin = try invocation[Options.origin].map(originName)
            guard let old = try readable(invocation.argument(0) ?? "-", origin, invocation),
                let new = try readable(invocation.argument(1) ?? "-", origin ?? old.origin, invocation)
            else { return .inputOutput }
            let difference = ZoneDifference(old: old, new: new)
            let console = invocation.console
            if invocation.format == .json {
                console.json(
                    .object([
                        ("removed", .strings(difference.removed)), ("added", .strings(difference.added)),
                    ]))
            } else {
                for line in difference.removed { console.difference("- " + line, .red) }
                for line in difference.added { console.difference("+ " + line, .green) }
            }
            return difference.isEmpty ? .done : .refused
        })

    /// A file as a zone; `nil` after its errors have been reported.
    private static func readable(_ path: String, _ origin: Name?, _ invocation: Invocation) throws -> Zone? {
        let loaded = try FileCheck.load(path, origin: origin)
        invocation.detail(loaded, path)
        guard loaded.report.isValid else {
            let findings = FileCheck.findings(of: loaded, profile: .load, file: path)
            FindingReport(invocation.console).write(findings, to: .errors)
            return nil
        }
        return loaded.zone
    }
}

extension Console {
    /// A record that differs; blanks instead of tabs, for reading.
    func difference(_ line: String, _ style: Style) {
        raw(styled(TerminalText.escaped(String(line.map { $0 == "\t" ? " " : $0 })), style) + "\n")
    }
}

import RFC1035
import ZoneCore

extension Command {
    static let compile = Command(
        words: ["compile"], group: .zones,
        summary: Text(en: "Print a zone in canonical form", id: "Cetak zona dalam bentuk kanonis"),
        explanation: [
            Text(
                en: "One record a line: owner, TTL, class, type and data, separated by tabs; names absolute and "
                    + "lower case; the SOA first, then DNSSEC canonical order (RFC 4034, section 6); no directives. "
                    + "A file that a server would refuse is not printed; the findings go to standard error and the "
                    + "exit code is 1.",
                id: "Satu rekaman tiap baris: pemilik, TTL, kelas, tipe, dan data, dipisahkan tab; nama absolut dan "
                    + "huruf kecil; SOA lebih dahulu, lalu urutan kanonis DNSSEC (RFC 4034 bagian 6); tanpa "
                    + "direktif. Berkas yang akan ditolak server tidak dicetak; temuannya ke standard error dan "
                    + "kode keluarnya 1.")
        ],
        arguments: [
            Argument(
                placeholder: "FILE", count: .one,
                help: Text(en: "A master file; - is standard input.", id: "Berkas zona; - berarti masukan standar."),
                completion: .file)
        ],
        options: Options.reading,
        examples: [
            Example(
                "zonectl compile --origin purbalinggakab.go.id static.zone",
                Text(en: "For diff and grep", id: "Untuk diff dan grep"))
        ],
        run: { invocation in
            let path = invocation.argument(0) ?? "-"
            let loaded = try FileCheck.load(
                path, origin: try invocation[Options.origin].map(originName),
                includeRoot: invocation[Options.includeRoot],
                maximumErrors: invocation[Options.maximumErrors] ?? 1000)
            invocation.detail(loaded, path)
            let verdict = FileCheck.verdict(on: loaded, file: path)
            FindingReport(invocation.console).write(verdict.refusals + verdict.dropped, to: .errors)
            guard verdict.refusals.isEmpty else { return .refused }
            let zone = verdict.dropped.isEmpty ? loaded.zone : loaded.zoneWithoutOutsiders()
            zone.writeCanonicalText { invocation.console.output.write($0.bindMemory(to: UInt8.self)) }
            return .done
        })
}

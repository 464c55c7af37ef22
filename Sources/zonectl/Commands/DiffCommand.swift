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
                    + "Lines begin with - for records only in OLD and with + for records only in NEW; a record whose "
                    + "TTL alone changes has both, and says so. The counts go to standard error. The exit code "
                    + "is 0 when there is no difference, 1 when there is, and 4 when a file cannot be read as a zone.",
                id: "Membandingkan rekaman, bukan teks: urutan, komentar, nama relatif, dan nomor seri SOA tidak "
                    + "dihitung. Baris diawali - untuk rekaman yang hanya ada di OLD dan + untuk yang hanya ada di "
                    + "NEW; rekaman yang hanya berubah TTL-nya mempunyai keduanya, disertai keterangan. Jumlahnya "
                    + "ditulis ke standard error. Kode keluarnya 0 bila tidak ada perbedaan, 1 bila ada, dan 4 "
                    + "bila salah satu berkas tidak terbaca sebagai zona."),
            Text(
                en: "--format nsupdate writes a script for a server that holds OLD and takes updates (allow-update or "
                    + "update-policy). Each message asks for the serial before it and for the records it changes, so "
                    + "a server that holds anything else refuses it, and nothing is done twice. Large differences take "
                    + "several messages, each of which is applied whole or not at all, with serials that count up. The "
                    + "last one sets the serial of NEW when that is ahead, else the next; standard error says which. "
                    + "Records that a signing server makes itself (RRSIG, NSEC, NSEC3, NSEC3PARAM) are refused.",
                id: "--format nsupdate menulis skrip untuk server yang memuat OLD dan menerima update (allow-update "
                    + "atau update-policy). Setiap pesan mensyaratkan nomor seri sebelumnya dan rekaman yang diubah, "
                    + "sehingga server yang isinya lain menolaknya, dan tidak ada yang dikerjakan dua kali. Perbedaan "
                    + "besar memerlukan beberapa pesan, masing-masing diterapkan seluruhnya atau tidak sama sekali, "
                    + "dengan nomor seri yang naik. Pesan terakhir memasang nomor seri NEW bila lebih maju; jika tidak "
                    + "nomor berikutnya; standard error menyebutkannya. Rekaman buatan server penanda tangan (RRSIG, "
                    + "NSEC, NSEC3, NSEC3PARAM) ditolak."),
        ],
        arguments: [
            Argument(
                placeholder: "OLD", count: .one,
                help: Text(en: "A master file; - is standard input.", id: "Berkas zona; - berarti masukan standar."),
                completion: .file),
            Argument(
                placeholder: "NEW", count: .one, help: Text(en: "Another.", id: "Berkas zona lain."),
                completion: .file),
        ],
        options: Options.reading,
        formats: [.text, .json, .nsupdate],
        examples: [
            Example(
                "zonectl diff /etc/bind/db.example.go.id zones/example.go.id/db.example.go.id",
                Text(en: "What a new file changes", id: "Apa yang diubah berkas baru")),
            Example(
                "zonectl diff --origin example.go.id - new.zone",
                Text(
                    en: "What it changes for a server: dig @SERVER example.go.id axfr | zonectl …",
                    id: "Apa yang berubah bagi server: dig @SERVER example.go.id axfr | zonectl …")),
            Example(
                "zonectl diff --format nsupdate old.zone new.zone | nsupdate -l",
                Text(en: "Change the zone of the server on this host", id: "Ubah zona pada server di host ini")),
        ],
        run: { invocation in
            if invocation.arguments == ["-", "-"] {
                throw Failure.usage(
                    Text(
                        en: "standard input can be one of the two files only",
                        id: "masukan standar hanya dapat menjadi salah satu dari kedua berkas"))
            }
            let origin = try invocation[Options.origin].map(originName)
            // What an update leads to, a server has to accept.
            let isUpdate = invocation.format == .nsupdate
            guard let old = try readable(invocation.argument(0) ?? "-", origin, invocation, isChecked: false),
                let new = try readable(
                    invocation.argument(1) ?? "-", origin ?? old.origin, invocation, isChecked: isUpdate)
            else { return .inputOutput }
            let difference = ZoneDifference(old: old, new: new)
            if isUpdate { return try writeUpdate(difference, invocation) }
            let report = DifferenceReport(difference)
            if invocation.format == .json {
                invocation.console.json(report.document)
            } else {
                report.write(to: invocation.console)
                if !difference.isEmpty { invocation.console.note(report.summary) }
            }
            return difference.isEmpty ? .done : .refused
        })

    /// A file as a zone; `nil` after its errors have been reported.
    private static func readable(
        _ path: String, _ origin: Name?, _ invocation: Invocation, isChecked: Bool
    ) throws -> Zone? {
        let loaded = try FileCheck.load(
            path, origin: origin, includeRoot: invocation[Options.includeRoot],
            maximumErrors: invocation[Options.maximumErrors] ?? 1000)
        invocation.detail(loaded, path)
        if loaded.report.isValid && !isChecked { return loaded.zone }
        let verdict = FileCheck.verdict(on: loaded, file: path)
        FindingReport(invocation.console).write(verdict.refusals + verdict.dropped, to: .errors)
        guard verdict.refusals.isEmpty else { return nil }
        return verdict.dropped.isEmpty ? loaded.zone : loaded.zoneWithoutOutsiders()
    }

    private static func writeUpdate(_ difference: ZoneDifference, _ invocation: Invocation) throws -> ExitStatus {
        let (old, new) = (difference.old.serial, difference.new.serial)
        guard !difference.isEmpty else { return .done }
        let script = try UpdateScript(difference)
        script.write { invocation.console.output.write($0.bindMemory(to: UInt8.self)) }
        invocation.console.note(DifferenceReport(difference).summary)
        if let old, let new, script.finalSerial != new {
            invocation.console.warn(
                Text(
                    en: "the server's serial will be \(script.finalSerial): \(new) in NEW is not far enough ahead of "
                        + "\(old) in OLD",
                    id: "nomor seri di server akan menjadi \(script.finalSerial): \(new) di NEW tidak cukup jauh di "
                        + "depan \(old) di OLD"))
        }
        return .refused
    }
}

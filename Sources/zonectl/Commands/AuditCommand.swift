import ZoneCore

extension Command {
    static let auditVerify = Command(
        words: ["audit", "verify"], group: .journal,
        summary: Text(en: "Verify the register from its first line", id: "Periksa register dari baris pertama"),
        explanation: [
            Text(
                en: "Reads every line and proves that none was changed, taken out or put in: each carries the "
                    + "SHA-256 of the one before it, and HEAD that of the last. Damage is a finding, exit code 1; "
                    + "every other command refuses a damaged register with 4. What an interrupted command left "
                    + "behind is no damage and is only mentioned.",
                id: "Membaca setiap baris dan membuktikan tidak ada yang diubah, dihapus, atau disisipkan: tiap "
                    + "baris memuat SHA-256 baris sebelumnya, dan HEAD memuat milik baris terakhir. Kerusakan "
                    + "adalah temuan, kode keluar 1; semua perintah lain menolak register yang rusak dengan kode "
                    + "4. Sisa perintah yang terputus bukan kerusakan dan hanya disebutkan.")
        ],
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl audit verify",
                Text(
                    en: "Before an audit, and from cron",
                    id: "Sebelum audit, dan dari cron"))
        ],
        run: { invocation in
            let zone = try invocation.zoneFolder(for: .reading)
            let found = try Register.verify(in: zone.directory, options: invocation.registerOptions)
            let console = invocation.console
            for notice in found.notices { console.warn(notice.text) }
            if invocation.format == .json {
                console.json(
                    .object([
                        ("zone", .string(zone.name.description)), ("intact", .bool(found.damage == nil)),
                        ("events", found.head.map { .number($0.count) } ?? .null),
                        ("bytes", found.head.map { .number($0.bytes) } ?? .null),
                        ("head", .optional(found.head?.hash.description)),
                        ("damage", .optional(found.damage?.text(invocation.language))),
                        ("notices", .strings(found.notices.map { $0.text(invocation.language) })),
                    ]))
            }
            if let damage = found.damage {
                throw Failure.refused([Reason("REGISTER_DAMAGED", "\(damage.path):\(damage.line)", damage.text)])
            }
            if invocation.format == .text, let head = found.head {
                console.line(
                    Text(
                        en: "\(zone.name.undotted): intact, \(Text.counted(head.count, "event")), head \(head.hash)",
                        id: "\(zone.name.undotted): utuh, \(head.count) peristiwa, ujung \(head.hash)"))
            }
            return .done
        })

    static let auditLog = Command(
        words: ["audit", "log"], group: .journal,
        summary: Text(en: "The whole register, for auditors", id: "Seluruh register, untuk auditor"),
        explanation: [
            Text(
                en: "The same as log --with-contacts without a name: every event with who did it and when, in JSON "
                    + "exactly "
                    + "as it stands in the register. The names after --as are claims; zonectl records and does not "
                    + "authenticate them.",
                id: "Sama dengan log --with-contacts tanpa nama: setiap peristiwa beserta pelaku dan waktunya, dalam "
                    + "JSON "
                    + "persis seperti tertulis dalam register. Nama setelah --as adalah pengakuan; zonectl mencatat "
                    + "dan "
                    + "tidak memeriksanya.")
        ],
        formats: EventReport.formats,
        examples: [
            Example("zonectl audit log --format csv", Text(en: "For a spreadsheet", id: "Untuk lembar kerja"))
        ],
        run: { invocation in try writeLog(invocation, withContacts: true) })
}

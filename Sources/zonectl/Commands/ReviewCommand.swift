import RFC1035
import ZoneCore

extension Command {
    private static let heldName = Argument(
        placeholder: "NAME|YYYY/NNNN", count: .one,
        help: Text(en: "A managed name, or a request it came from.", id: "Nama yang dikelola, atau permohonan asalnya.")
    )

    static let reviewDue = Command(
        words: ["review", "due"], group: .requests,
        summary: Text(en: "List the names that are due for review", id: "Daftar nama yang jatuh tempo ditinjau"),
        explanation: [
            Text(
                en: "A name is due reviewMonths of zone.json after it was given, changed or renewed, or on the day "
                    + "that "
                    + "review renew --until said. Suspended names are asked about too. Ends with 1 when there are any.",
                id: "Nama jatuh tempo setelah reviewMonths di zone.json sejak diberikan, diubah, atau diperpanjang, "
                    + "atau "
                    + "pada hari yang disebut review renew --until. Nama yang ditangguhkan ikut ditinjau. Berakhir "
                    + "dengan 1 "
                    + "bila ada.")
        ],
        options: [Options.within.spec],
        formats: [.text, .json, .csv],
        examples: [
            Example(
                "zonectl review due --within 30",
                Text(en: "This month's letters", id: "Surat untuk bulan ini"))
        ],
        run: { try ReviewDueRun($0).run() })

    static let reviewRenew = Command(
        words: ["review", "renew"], group: .requests,
        summary: Text(en: "Record that a name is still needed", id: "Catat bahwa nama masih diperlukan"),
        explanation: [
            Text(
                en: "Its review begins anew today. With --until it is due on that day, whatever the settings say.",
                id: "Peninjauannya dimulai lagi hari ini. Dengan --until nama jatuh tempo pada hari itu, apa pun "
                    + "pengaturannya.")
        ],
        arguments: [heldName], options: [Options.until.spec, Options.note.spec],
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl review renew dinkes --until 2027-06-30 --note \"surat 440/12/2026\"",
                Text(en: "Until its contract ends", id: "Sampai kontraknya berakhir"))
        ],
        run: { invocation in
            let zone = try invocation.zoneFolder(for: .reading)
            let months = try zone.settings().reviewMonths
            return try invocation.act(
                changesZone: false,
                headline: { name in
                    let date = name.reviewDate(months: months)?.description ?? "-"
                    return Text(
                        en: "\(name.name.undotted) renewed; next review on \(date)",
                        id: "\(name.name.undotted) diperpanjang; ditinjau lagi pada \(date)")
                }
            ) { try $0.renew($1, until: invocation[Options.until], note: invocation[Options.note]) }
        })

    static let reviewSuspend = Command(
        words: ["review", "suspend"], group: .requests,
        summary: Text(en: "Take a name out of the zone for a while", id: "Tangguhkan sebuah nama"),
        explanation: [
            Text(
                en: "Its records leave the zone with the next rendering; the name, its space and its accounts stay its "
                    + "holder's, and nobody else gets it. One that is still the name server of a delegation is "
                    + "refused.",
                id: "Rekamannya keluar dari zona pada render berikutnya; nama, ruang, dan akunnya tetap milik "
                    + "pemegangnya "
                    + "dan tidak diberikan kepada pihak lain. Nama yang masih menjadi server nama suatu delegasi "
                    + "ditolak.")
        ],
        usage: ["NAME|YYYY/NNNN --reason CODE [--evidence TEXT]"],
        arguments: [heldName], options: [Options.suspensionReason.spec, Options.evidence.spec],
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl review suspend dinkes --reason abuse --evidence \"aduan 17/2026\"",
                Text(en: "Somebody else's content was seen there", id: "Ada konten pihak lain di sana"))
        ],
        run: { invocation in
            guard let given = invocation[Options.suspensionReason] else {
                let usage = Options.suspensionReason.spec.usage
                throw Failure.usage(
                    Text(en: "review suspend needs \(usage)", id: "review suspend memerlukan \(usage)"))
            }
            let reason = try SuspensionReason(checking: given)
            return try invocation.act(
                changesZone: true,
                headline: { name in
                    Text(
                        en: "\(name.name.undotted) of \(name.opd) suspended: \(reason.text.en)",
                        id: "\(name.name.undotted) milik \(name.opd) ditangguhkan: \(reason.text.id)")
                }
            ) { try $0.suspend($1, reason: reason, evidence: invocation[Options.evidence]) }
        })

    static let reviewResume = Command(
        words: ["review", "resume"], group: .requests,
        summary: Text(en: "Put a suspended name back into the zone", id: "Aktifkan kembali nama yang ditangguhkan"),
        explanation: [
            Text(
                en: "Its records come back as they were. Refused when what they lead to is gone meanwhile.",
                id: "Rekamannya kembali seperti semula. Ditolak bila tujuannya sudah tidak ada.")
        ],
        arguments: [heldName], options: [Options.note.spec],
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl review resume dinkes", Text(en: "After the cause is mended", id: "Setelah penyebabnya diatasi")
            )
        ],
        run: { invocation in
            try invocation.act(
                changesZone: true,
                headline: { name in
                    Text(
                        en: "\(name.name.undotted) of \(name.opd) is active again",
                        id: "\(name.name.undotted) milik \(name.opd) aktif kembali")
                }
            ) { try $0.resume($1, note: invocation[Options.note]) }
        })

    static let reviewRetire = Command(
        words: ["review", "retire"], group: .requests,
        summary: Text(en: "Take a name away", id: "Cabut sebuah nama"),
        explanation: [
            Text(
                en: "For names that nobody answers for. Records, companions and space go; the name rests in "
                    + "quarantine as "
                    + "long as quarantineDays of zone.json. An agency that gives its name up writes a letter: remove.",
                id: "Untuk nama yang tidak lagi dipertanggungjawabkan. Rekaman, pendamping, dan ruangnya dilepas; nama "
                    + "dikarantina selama quarantineDays di zone.json. Instansi yang melepas namanya bersurat: remove.")
        ],
        arguments: [heldName], options: [Options.suspensionReason.spec],
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl review retire dinkes --reason review",
                Text(en: "The review was not answered", id: "Peninjauan tidak dijawab"))
        ],
        run: { invocation in
            let reason = try invocation[Options.suspensionReason].map(SuspensionReason.init(checking:))
            return try invocation.act(
                changesZone: true,
                headline: { name in
                    let until = name.quarantineUntil
                    return Text(
                        en: "\(name.name.undotted) retired"
                            + (until.map { "; not given out again before \($0)" } ?? "; free for others"),
                        id: "\(name.name.undotted) dicabut"
                            + (until.map { "; tidak diberikan lagi sebelum \($0)" } ?? "; bebas untuk instansi lain"))
                }
            ) { try $0.retire($1, reason: reason) }
        })

    static let reviewQuarantine = Command(
        words: ["review", "quarantine"], group: .requests,
        summary: Text(en: "List the names in quarantine", id: "Daftar nama yang dikarantina"),
        explanation: [
            Text(
                en: "Names that were given up, and the day before which nobody else gets them. Before that day the "
                    + "agency "
                    + "that had one may have it back with add --override REASON.",
                id: "Nama yang dilepas, dan hari sebelum nama itu diberikan kepada pihak lain. Sebelum hari itu "
                    + "pemegang "
                    + "lamanya dapat memperolehnya kembali dengan add --override ALASAN.")
        ],
        formats: [.text, .json, .csv],
        examples: [Example("zonectl review quarantine", Text(en: "All of them", id: "Semuanya"))],
        run: { try QuarantineRun($0).run() })

    static let reviewContacts = Command(
        words: ["review", "contacts"], group: .requests,
        summary: Text(en: "List whom to call about names", id: "Daftar narahubung setiap nama"),
        explanation: [
            Text(
                en: "For incidents: each name with its holder and the persons in charge, as they stand in the newest "
                    + "form. "
                    + "Personal data: for those who answer calls, not for publication. Names that came by add alone "
                    + "name "
                    + "nobody.",
                id: "Untuk insiden: setiap nama dengan pemegang dan penanggung jawabnya menurut formulir terbaru. Data "
                    + "pribadi: untuk petugas, bukan untuk diumumkan. Nama yang dibuat dengan add saja tidak mempunyai "
                    + "narahubung.")
        ],
        arguments: [
            Argument(
                placeholder: "NAME", count: .any,
                help: Text(en: "These names; else all.", id: "Nama tertentu; jika tidak, semuanya."))
        ],
        formats: [.text, .json, .csv],
        examples: [
            Example(
                "zonectl review contacts --format csv > narahubung.csv",
                Text(en: "For the incident team", id: "Untuk tim insiden"))
        ],
        run: { try ContactsRun($0).run() })
}

import RFC1035
import ZoneCore

extension Command {
    static let report = Command(
        words: ["report"], group: .requests,
        summary: Text(en: "Write the status as web pages", id: "Tulis keadaan sebagai halaman web"),
        explanation: [
            Text(
                en: "Writes static pages to a folder: the queue with clocks and late marks, the register of "
                    + "subdomains to search and sort, a year's requests, one page a request with its timeline and "
                    + "documents, space, and names due for review. They need nothing from outside and print well.",
                id: "Menulis halaman statis ke sebuah folder: antrean dengan waktu dan tanda terlambat, daftar "
                    + "subdomain yang dapat dicari dan diurutkan, permohonan setahun, satu halaman tiap permohonan "
                    + "dengan riwayat dan dokumennya, kapasitas, serta nama yang perlu ditinjau. Tidak memerlukan apa "
                    + "pun dari luar dan rapi bila dicetak."),
            Text(
                en: "Persons, mailboxes and notes are left out unless --with-contacts is given; the files are then for "
                    + "the office alone (mode 0640). A folder that holds persons is refused for public pages. Pages of "
                    + "requests that are finished are written once.",
                id: "Nama orang, kotak surel, dan catatan tidak dimuat kecuali dengan --with-contacts; berkasnya lalu "
                    + "hanya untuk kantor (mode 0640). Folder yang berisi data orang ditolak untuk halaman umum. "
                    + "Halaman permohonan yang selesai ditulis sekali saja."),
        ],
        usage: ["--html DIR [--with-contacts]"],
        arguments: [
            Argument(
                placeholder: "DIR", count: .one,
                help: Text(
                    en: "The folder for the pages; made if need be.",
                    id: "Folder untuk halaman; dibuat bila belum ada."),
                completion: .directory)
        ],
        options: [Options.html.spec, Options.withContacts.spec],
        examples: [
            Example(
                "zonectl report --html /var/www/status --lang id",
                Text(en: "From cron, for everybody", id: "Dari cron, untuk umum"))
        ],
        run: { invocation in
            guard invocation[Options.html], let path = invocation.argument(0) else {
                throw Failure.usage(
                    Text(en: "report needs --html DIR", id: "report memerlukan --html DIR"))
            }
            try invocation.requireOutsideRegistry(path, for: .pages)
            let zone = try invocation.zoneFolder(for: .reading)
            let settings = try zone.settings()
            let procedure = try zone.procedureIfAny()
            let calendar = try invocation.calendar(of: zone, settings, procedure)
            let options = StatusSite.Options(
                language: invocation.language, withContacts: invocation[Options.withContacts])
            let now = try invocation.now()
            let folder = try Directory.make(path)
            try checkKind(of: folder, options, invocation.console)
            let written = try invocation.readRegister(of: zone) { register in
                try StatusSite(
                    register, zone: zone.name, settings: settings, procedure: procedure, calendar: calendar, now: now,
                    options: options
                ).write(to: folder)
            }
            invocation.console.say(
                Text(
                    en: "\(Text.counted(written.pages, "page")) written to \(path), \(written.kept) kept as they were",
                    id: "\(written.pages) halaman ditulis ke \(path), \(written.kept) tetap seperti semula"))
            return .done
        })

    /// A folder that has had persons on its pages never becomes public: its files may be the office's alone no longer
    /// in name only, and a web server may have it by a wider door. The other way round is warned of.
    private static func checkKind(
        of folder: Directory, _ options: StatusSite.Options, _ console: Console
    ) throws {
        switch try StatusSite.kind(of: folder) {
        case .office where !options.withContacts:
            throw Failure.refused([
                Reason(
                    "CONTACTS_FOLDER", folder.path,
                    Text(
                        en: "holds pages with persons; give public pages another folder, or remove this one first",
                        id: "berisi halaman dengan data orang; pakai folder lain untuk halaman umum, atau hapus dahulu "
                            + "folder ini"))
            ])
        case .everybody where options.withContacts:
            console.warn(
                Reason(
                    "PUBLIC_FOLDER", folder.path,
                    Text(
                        en: "held public pages; from now on persons are on them, and only the office may read them",
                        id: "tadinya berisi halaman umum; kini memuat data orang dan hanya boleh dibaca kantor")))
        default: break
        }
    }
}

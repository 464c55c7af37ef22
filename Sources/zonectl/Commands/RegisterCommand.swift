import RFC1035
import ZoneCore

extension Command {
    static let register = Command(
        words: ["register"], group: .requests,
        summary: Text(
            en: "The office's registers, and the archive of a year", id: "Buku register kantor dan arsip tahunan"),
        explanation: [
            Text(
                en: "agenda: letters in and out. requests: what was asked, and where its papers are. subdomains: the "
                    + "names given out, with purpose, request, date and who did it. storage: space of the shared "
                    + "hosting. naming: the records. accounts: accounts and mailboxes with their sheets and receivers; "
                    + "passwords are nowhere. Telephone numbers and e-mail addresses of persons are left out unless "
                    + "--with-contacts is given; the archive has them.",
                id: "agenda: surat masuk dan keluar. requests: isi permohonan dan letak berkasnya. subdomains: nama "
                    + "yang diberikan beserta peruntukan, permohonan, tanggal, dan pelaksana. storage: ruang simpan "
                    + "hosting bersama. naming: rekaman. accounts: akun dan kotak surel beserta lembar dan "
                    + "penerimanya; kata sandi tidak ada di mana pun. Nomor telepon dan alamat surel orang tidak "
                    + "ditampilkan kecuali dengan --with-contacts; arsip memuatnya."),
            Text(
                en: "--export DIR writes the archive of a year (--year, else this year): every register as CSV, the "
                    + "documents as they were written, and an index of letters, reports and activities. A document "
                    + "that is missing or no longer what it was is named, and the exit code is 4.",
                id: "--export DIR menulis arsip setahun (--year, jika tidak tahun ini): semua register sebagai CSV, "
                    + "dokumen sebagaimana ditulis, serta daftar surat, laporan, dan kegiatan. Dokumen yang hilang "
                    + "atau sudah berubah disebutkan, dan kode keluarnya 4."),
        ],
        usage: ["REGISTER [--year YYYY] [--with-contacts]", "--export DIR [--year YYYY]"],
        arguments: [
            Argument(
                placeholder: "REGISTER", count: .optional,
                help: Text(en: "Which of the registers.", id: "Register yang dimaksud."),
                choices: { OfficeRegister.allCases.map(\.rawValue) })
        ],
        options: [Options.year.spec, Options.export.spec, Options.withContacts.spec],
        formats: [.text, .csv, .json],
        examples: [
            Example("zonectl register agenda", Text(en: "Letters in and out", id: "Surat masuk dan keluar")),
            Example(
                "zonectl register accounts --format csv > accounts.csv",
                Text(en: "For a spreadsheet", id: "Untuk lembar kerja")),
            Example("zonectl register --export /srv/arsip/2026 --year 2026", Text(
                en: "The archive of a year",
                id: "Arsip setahun")),
        ],
        run: { invocation in
            let zone = try invocation.zoneFolder(for: .reading)
            let settings = try zone.settings()
            let procedure = try zone.procedureIfAny()
            if let path = invocation[Options.export] {
                guard invocation.argument(0) == nil else {
                    throw Failure.usage(
                        Text(
                            en: "--export writes all registers; give it no register",
                            id: "--export menulis semua register; jangan sebutkan register"))
                }
                let year = try invocation[Options.year] ?? invocation.now().date(at: settings.utcOffset).year
                return try RegisterExport(
                    invocation: invocation, zone: zone, settings: settings, procedure: procedure, year: year
                ).write(to: path)
            }
            let all = OfficeRegister.allCases.map { ($0.rawValue, $0) }
            guard let word = invocation.argument(0) else {
                let words = all.map(\.0).joined(separator: ", ")
                throw Failure.usage(
                    Text(
                        en: "register needs one of \(words), or --export DIR",
                        id: "register memerlukan salah satu dari \(words), atau --export DIR"))
            }
            let kind: OfficeRegister
            do {
                kind = try Values.choice(all)(word)
            } catch let error as BadValue {
                throw Failure.usage(Text(en: "\(word) \(error.text.en)", id: "\(word) \(error.text.id)"))
            }
            let table = try invocation.readRegister(of: zone) { register in
                try OfficeRegisterReader(
                    register, zone: zone.name, settings: settings, procedure: procedure,
                    year: invocation[Options.year], withContacts: invocation[Options.withContacts]
                ).table(kind)
            }
            let report = RegisterReport(table, settings.utcOffset, invocation.console)
            switch invocation.format {
            case .csv: report.csv { invocation.console.raw($0) }
            case .json: report.json()
            default: report.text()
            }
            return .done
        })
}

extension ZoneFolder {
    /// The procedure, where the zone follows one; faults in it are reasons to do nothing.
    func procedureIfAny() throws -> Procedure? {
        try directory.holds(Procedure.fileName) ? try procedure() : nil
    }
}

/// A register as text, CSV and JSON.
struct RegisterReport {
    let table: RegisterTable
    let offset: UTCOffset
    let console: Console

    init(_ table: RegisterTable, _ offset: UTCOffset, _ console: Console) {
        self.table = table
        self.offset = offset
        self.console = console
    }

    func text() {
        guard !table.rows.isEmpty else {
            let title = table.register.text
            console.note(Text(en: "\(title.en): nothing yet", id: "\(title.id): belum ada"))
            for sum in table.sums { console.line(sum) }
            return
        }
        var result = Table(
            table.columns.map { .init($0.title(console.language), shrinksTo: $0.shrinksTo) }, becomesBlocks: true)
        for row in table.rows { result.append(row.map(shown)) }
        console.table(result)
        for sum in table.sums { console.line(sum) }
    }

    private func shown(_ cell: RegisterTable.Cell) -> String {
        switch cell {
        case .none: ""
        case .text(let text): text
        case .word(_, let text): text(console.language)
        case .number(let number): "\(number)"
        case .list(let texts): texts.joined(separator: "; ")
        case .moment(let instant): instant.minuteText(at: offset)
        }
    }

    /// With stable keys and words; moments as RFC 3339.
    func csv(_ write: (String) -> Void) {
        write(CSV.line(table.columns.map(\.key)))
        for row in table.rows { write(CSV.line(row.map(stable))) }
    }

    private func stable(_ cell: RegisterTable.Cell) -> String {
        switch cell {
        case .word(let word, _): word
        case .moment(let instant): instant.rfc3339(at: offset)
        case .none, .text, .number, .list: shown(cell)
        }
    }

    func json() {
        console.json(
            .array(
                table.rows.map { row in
                    .object(zip(table.columns, row).map { column, cell in (column.key, value(cell)) })
                }))
    }

    private func value(_ cell: RegisterTable.Cell) -> JSONText {
        switch cell {
        case .none: .null
        case .number(let number): .number(number)
        case .list(let texts): .strings(texts)
        case .text, .word, .moment: .string(stable(cell))
        }
    }
}

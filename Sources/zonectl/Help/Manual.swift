import ZoneCore

/// The man page, in man(7) macros, from the same declarations as the help.
enum Manual {
    static func page(_ language: Language) -> String {
        var page = Roff()
        page.title(Program.name.uppercased(), date: Program.date, source: "\(Program.name) \(Program.version)")
        page.section(Text(en: "NAME", id: "NAMA")(language))
        page.text(Help.about(language))
        page.section(Text(en: "SYNOPSIS", id: "RINGKASAN")(language))
        page.text("\(Program.name) [OPTION...] COMMAND [ARGUMENT...]")
        page.section(Text(en: "DESCRIPTION", id: "KETERANGAN")(language))
        for (index, paragraph) in description.enumerated() {
            if index > 0 { page.macro("PP") }
            page.text(paragraph(language))
        }
        page.section(Text(en: "GLOBAL OPTIONS", id: "OPSI GLOBAL")(language))
        options(Options.global, language, &page)
        for group in Command.Group.allCases {
            let commands = CommandList.all.filter { $0.group == group }
            guard !commands.isEmpty else { continue }
            page.section(
                Text(en: "COMMANDS: \(group.title.en)", id: "PERINTAH: \(group.title.id)")(language).uppercased())
            for command in commands { self.command(command, language, &page) }
        }
        page.section(Text(en: "ENVIRONMENT", id: "LINGKUNGAN")(language))
        for (name, help) in Environment.documented { page.entry(name, help(language)) }
        page.section(Text(en: "FILES", id: "BERKAS")(language))
        for (name, help) in files { page.entry(name, help(language)) }
        page.section(Text(en: "EXIT STATUS", id: "STATUS KELUAR")(language))
        for status in ExitStatus.allCases { page.entry(String(status.rawValue), status.meaning(language)) }
        page.section(Text(en: "SEE ALSO", id: "LIHAT JUGA")(language))
        page.text("named(8), rndc(8), named-checkzone(1)")
        return page.source
    }

    private static func command(_ command: Command, _ language: Language, _ page: inout Roff) {
        page.macro("SS", [command.name])
        page.text(command.summary(language) + ".")
        page.macro("PP")
        for (index, usage) in Help.usages(of: command).enumerated() {
            if index > 0 { page.macro("br") }
            page.bold(usage)
        }
        for paragraph in command.explanation {
            page.macro("PP")
            page.text(paragraph(language))
        }
        for argument in command.arguments { page.entry(argument.usage, argument.help(language)) }
        options(command.options, language, &page)
        if command.formats.count > 1 {
            let formats = command.formats.map { "\($0.name) (\($0.help(language)))" }.joined(separator: ", ")
            page.entry("--format", formats)
        }
        for example in command.examples {
            page.macro("PP")
            page.text(example.text(language) + ":")
            page.macro("PP")
            page.macro("RS", ["4"])
            page.text(example.line)
            page.macro("RE")
        }
    }

    private static func options(_ options: [OptionSpec], _ language: Language, _ page: inout Roff) {
        for option in options {
            page.entry(option.short.map { "-\($0), \(option.usage)" } ?? option.usage, option.help(language))
        }
    }

    private static let description: [Text] = [
        Text(
            en: "zonectl keeps the subdomains of an office: who asked for a name, with which letter, and what "
                + "it points to. From that, and from the records kept by hand, it writes zone files that any name "
                + "server can load.",
            id: "zonectl mengelola subdomain sebuah kantor: siapa yang meminta suatu nama, dengan surat "
                + "mana, dan ke mana nama itu menunjuk. Dari catatan itu, dan dari rekaman yang ditulis tangan, "
                + "dihasilkan berkas zona yang dapat dimuat server nama mana pun."),
        Text(
            en: "Options stand before or after the command. A value follows its option as the next word or "
                + "after =. An option of several values takes every word up to the next that begins with a "
                + "hyphen; a value that begins with a hyphen is given with =. Two hyphens alone end the options.",
            id: "Opsi boleh berdiri sebelum atau sesudah perintah. Nilai mengikuti opsinya sebagai kata "
                + "berikut atau setelah =. Opsi dengan beberapa nilai mengambil semua kata sampai kata berikut "
                + "yang diawali tanda hubung; nilai yang diawali tanda hubung diberikan dengan =. Dua tanda "
                + "hubung saja mengakhiri opsi."),
        Text(
            en: "Results go to standard output, everything else to standard error. Each reason of a refusal "
                + "is one line there: CODE subject: text.",
            id: "Hasil ditulis ke keluaran standar, selebihnya ke galat standar. Di sana setiap alasan "
                + "penolakan menempati satu baris: KODE perihal: teks."),
    ]

    private static let files: [(String, Text)] = [
        (
            "zones/procedures/*.json",
            Text(
                en: "The office's own procedures; they hide those of the same name or id that come with the program.",
                id: "Prosedur milik kantor; menggantikan bawaan program yang nama atau id-nya sama.")
        ),
        (
            "../share/zonectl/seeds/*.json",
            Text(
                en: "The procedures that come with the program, from the folder that it is in. Without them "
                    + "everything works but procedure list and init --procedure.",
                id: "Prosedur bawaan program, dihitung dari folder program. Tanpa itu semuanya tetap berjalan, kecuali "
                    + "procedure list dan init --procedure.")
        ),
        (
            "zones/ZONE/procedure.json",
            Text(
                en: "The procedure that requests follow, edited by hand.",
                id: "Prosedur yang diikuti permohonan, disunting dengan tangan.")
        ),
        (
            "zones/ZONE/zone.json",
            Text(en: "Settings, edited by hand.", id: "Pengaturan, disunting dengan tangan.")
        ),
        (
            "zones/ZONE/static.zone",
            Text(
                en: "Records kept by hand, an ordinary master file.",
                id: "Rekaman yang ditulis tangan, berkas master biasa.")
        ),
        (
            "zones/ZONE/register.jsonl",
            Text(
                en: "The register: requests, decisions and all that was done. Only zonectl writes it.",
                id: "Register: permohonan, keputusan, dan semua yang dikerjakan. Hanya ditulis oleh zonectl.")
        ),
        (
            "zones/ZONE/db.ZONE",
            Text(en: "The rendered zone file.", id: "Berkas zona yang dihasilkan.")
        ),
        (
            "zones/ZONE/redirects.*",
            Text(en: "Redirect maps for web servers.", id: "Peta pengalihan untuk server web.")
        ),
    ]
}

/// Writes roff source; all text is escaped.
private struct Roff {
    private(set) var source = ""

    mutating func macro(_ name: String, _ arguments: [String] = []) {
        source += "." + name
        for argument in arguments { source += " " + Roff.quoted(argument) }
        source += "\n"
    }

    /// The date stands unescaped: an escaped hyphen would make it text.
    mutating func title(_ title: String, date: String, source: String) {
        self.source += ".TH \(title) 1 \(date) \(Roff.quoted(source))\n"
    }

    mutating func section(_ title: String) { macro("SH", [title]) }

    mutating func text(_ text: String) {
        // Short source lines, as manual pages are kept.
        for line in TerminalText.wrap(Roff.escaped(text), width: 78) {
            // A line that begins with a dot is a macro; one that begins with an apostrophe is escaped already.
            source += (line.hasPrefix(".") ? "\\&" : "") + line + "\n"
        }
    }

    mutating func bold(_ text: String) { macro("B", [text]) }

    mutating func entry(_ term: String, _ text: String) {
        macro("TP")
        bold(term)
        self.text(text)
    }

    private static func quoted(_ text: String) -> String {
        "\"" + escaped(text).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\(dq") + "\""
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            default:
                if scalar.value < 0x7F {
                    result.unicodeScalars.append(scalar)
                } else {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
                }
            }
        }
        return result
    }
}

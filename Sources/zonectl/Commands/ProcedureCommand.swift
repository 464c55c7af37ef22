import ZoneCore

extension Command {
    static let procedureList = Command(
        words: ["procedure", "list"], group: .requests,
        summary: Text(en: "The procedures at hand", id: "Prosedur yang tersedia"),
        explanation: [
            Text(
                en: "Lists the office's own procedures, in procedures/ of the registry, and those that come with the "
                    + "program. One of the office's own hides the one with the same name or id.",
                id: "Menampilkan prosedur milik kantor, di procedures/ pada registry, dan yang datang bersama program. "
                    + "Prosedur kantor menggantikan yang nama atau id-nya sama."),
            Text(
                en: "Those that come with the program are the folder seeds/ of its source. They are looked for in the "
                    + "folder that $\(Environment.seeds) names; without it in seeds/ beside the program or above it, then "
                    + "in ../share/zonectl/seeds from the program's folder, then in seeds/ of the current folder: the "
                    + "first that holds any.",
                id: "Yang datang bersama program ialah folder seeds/ pada kode sumbernya. Folder itu dicari pada "
                    + "$\(Environment.seeds); bila tidak diisi, pada seeds/ di samping atau di atas program, lalu "
                    + "../share/zonectl/seeds dari folder program, lalu seeds/ di folder saat ini: yang pertama "
                    + "berisi."),
            Text(
                en: "To adapt one, copy its file to procedures/ and edit it; nothing else is needed. A file with "
                    + "mistakes is listed with them, each at its place.",
                id: "Untuk menyesuaikan, salin berkasnya ke procedures/ lalu sunting; tidak perlu yang lain. Berkas "
                    + "yang salah ditampilkan beserta kesalahannya, masing-masing di tempatnya."),
        ],
        formats: [.text, .json, .csv],
        examples: [
            Example("zonectl procedure list", Text(en: "What there is", id: "Yang tersedia"))
        ],
        run: { invocation in
            let entries = try invocation.procedureLibrary().entries
            let console = invocation.console
            let sound = entries.compactMap { entry in entry.procedure.map { (entry, $0) } }
            switch invocation.format {
            case .json:
                console.json(
                    .array(
                        sound.map { entry, procedure in
                            .object([
                                ("id", .string(procedure.id)), ("name", .string(procedure.name)),
                                ("title", .string(procedure.title)), ("government", .string(procedure.government)),
                                ("zone", .string(procedure.zone.description)),
                                ("steps", .number(procedure.steps.count)),
                                ("total", .string(procedure.totals().text.id)), ("file", .string(entry.path)),
                            ])
                        }))
            case .csv:
                console.raw(CSV.line(["id", "name", "title", "government", "zone", "steps", "total", "file"]))
                for (entry, procedure) in sound {
                    console.raw(
                        CSV.line([
                            procedure.id, procedure.name, procedure.title, procedure.government,
                            procedure.zone.undotted, "\(procedure.steps.count)", procedure.totals().text.id, entry.path,
                        ]))
                }
            default:
                var table = Table([
                    .init(Text(en: "ID", id: "ID")(invocation.language)),
                    .init(Text(en: "NAME", id: "NAMA")(invocation.language)),
                    .init(Text(en: "GOVERNMENT", id: "PEMERINTAH")(invocation.language), shrinksTo: 16),
                    .init(Text(en: "STEPS", id: "LANGKAH")(invocation.language)),
                    .init(Text(en: "TOTAL", id: "JUMLAH")(invocation.language), shrinksTo: 12),
                ])
                for (_, procedure) in sound {
                    table.append([
                        procedure.id, procedure.name, procedure.government, "\(procedure.steps.count)",
                        procedure.totals().text.id,
                    ])
                }
                if !sound.isEmpty { console.table(table) }
                if entries.isEmpty {
                    console.note(
                        Text(
                            en: "No procedures are found; name their folder with $\(Environment.seeds), or install "
                                + "them: zonectl help procedure list",
                            id: "Prosedur tidak ditemukan; sebutkan foldernya dengan $\(Environment.seeds), atau "
                                + "pasang: zonectl help procedure list"))
                }
            }
            let broken = entries.filter { $0.procedure == nil }
            console.report(broken.flatMap(\.reasons))
            return broken.isEmpty ? .done : .refused
        })

    static let procedureShow = Command(
        words: ["procedure", "show"], group: .requests,
        summary: Text(en: "A procedure in full", id: "Sebuah prosedur selengkapnya"),
        explanation: [
            Text(
                en: "Prints what a request must have, each step with who takes it, how long it may take and where it "
                    + "leads, and what the procedure rests on. A file with mistakes is refused, each with its line, "
                    + "column and key, and with what would be right.",
                id: "Mencetak syarat permohonan, tiap langkah beserta pelaksana, baku waktu, dan kelanjutannya, serta "
                    + "dasar prosedur. Berkas yang salah ditolak, tiap kesalahan dengan baris, kolom, dan kuncinya, "
                    + "serta apa yang seharusnya.")
        ],
        arguments: [procedureArgument],
        formats: [.text, .json],
        examples: [
            Example("zonectl procedure show kalimantan-utara", Text(en: "By name", id: "Menurut nama")),
            Example(
                "zonectl procedure show ./own.json",
                Text(en: "Is my copy right?", id: "Apakah salinan ini benar?")),
        ],
        run: { invocation in
            let entry = try invocation.procedure(argument: 0)
            guard let procedure = entry.procedure else { return .refused }
            if invocation.format == .json {
                invocation.console.json(procedure.document(file: entry.path))
            } else {
                ProcedurePage(procedure, invocation.console).write(file: entry.path)
            }
            return .done
        })

    static let procedureTotals = Command(
        words: ["procedure", "totals"], group: .requests,
        summary: Text(en: "What a procedure takes in all", id: "Jumlah baku waktu sebuah prosedur"),
        explanation: [
            Text(
                en: "Adds up the time standards: minutes and hours inside office hours, and working days. Each step "
                    + "counts once; steps without a standard are named. Where a decision ends the procedure early, "
                    + "the sum of that way is given too. Durations stand in the words of the documents.",
                id: "Menjumlahkan baku waktu: menit dan jam pada jam kerja, serta hari kerja. Tiap langkah dihitung "
                    + "sekali; langkah tanpa baku waktu disebutkan. Bila keputusan mengakhiri prosedur lebih awal, "
                    + "jumlah jalur itu ikut ditampilkan."),
        ],
        arguments: [procedureArgument],
        options: [Options.withoutLoops.spec, Options.officeOnly.spec],
        formats: [.text, .json],
        examples: [
            Example("zonectl procedure totals PBG", Text(en: "Of one procedure", id: "Satu prosedur")),
            Example(
                "zonectl procedure totals tulungagung --without-loops",
                Text(en: "When nothing is sent back", id: "Bila tidak ada yang dikembalikan")),
        ],
        run: { invocation in
            guard let procedure = try invocation.procedure(argument: 0).procedure else { return .refused }
            let office = invocation[Options.officeOnly]
            let totals = procedure.totals(withLoops: !invocation[Options.withoutLoops], officeOnly: office)
            let early = procedure.totalsWhenRefused(officeOnly: office)
            let console = invocation.console
            guard invocation.format == .text else {
                console.json(
                    .object(
                        [("id", .string(procedure.id)), ("name", .string(procedure.name))] + members(totals) + [
                            (
                                "refused",
                                .array(early.map { .object([("step", .string($0.step.id))] + members($0.totals)) })
                            )
                        ]))
                return .done
            }
            console.line("\(procedure.id)  \(shown(totals, console.language))")
            if !totals.untimed.isEmpty {
                let ids = totals.untimed.joined(separator: ", ")
                console.line(Text(en: "untimed: \(ids)", id: "tanpa baku waktu: \(ids)"))
            }
            for (step, totals) in early {
                let text = shown(totals, console.language)
                console.line(
                    Text(en: "when refused at \(step.id): \(text)", id: "bila ditolak pada \(step.id): \(text)"))
            }
            return .done
        })

    /// The documents' words; in English with a translation behind.
    private static func shown(_ totals: Procedure.Totals, _ language: Language) -> String {
        language == .indonesian ? totals.text.id : "\(totals.text.id) = \(totals.text.en)"
    }

    private static func members(_ totals: Procedure.Totals) -> [(String, JSONText)] {
        func range(_ range: ClosedRange<Int>) -> JSONText {
            .object([("min", .number(range.lowerBound)), ("max", .number(range.upperBound))])
        }
        return [
            ("days", range(totals.days)), ("minutes", range(totals.minutes)), ("text", .string(totals.text.id)),
            ("untimed", .strings(totals.untimed)),
        ]
    }

    static let procedureArgument = Argument(
        placeholder: "PROCEDURE", count: .optional,
        help: Text(
            en: "Its id or name, or a file; without it, the procedure of the zone.",
            id: "Id atau namanya, atau sebuah berkas; tanpa ini, prosedur zona."),
        completion: .file)

    static let procedureNext = Command(
        words: ["procedure", "next"], group: .requests,
        summary: Text(en: "What comes after a step", id: "Langkah sesudah sebuah langkah"),
        explanation: [
            Text(
                en: "Prints the steps that can follow STEP, each with who takes it and how long it may take; without "
                    + "STEP, the first. Of a request: its open steps.",
                id: "Mencetak langkah yang dapat mengikuti STEP, masing-masing dengan pelaksana dan baku waktunya; "
                    + "tanpa STEP, langkah pertama. Untuk permohonan: langkahnya yang terbuka.")
        ],
        usage: ["[PROCEDURE [STEP]]", "YYYY/NNNN"],
        arguments: [
            Argument(
                placeholder: "PROCEDURE", count: .optional,
                help: Text(
                    en: "Its id or name, a file, or a request's number; without it, the procedure of the zone.",
                    id: "Id atau namanya, berkas, atau nomor permohonan; tanpa ini, prosedur zona."),
                completion: .file),
            Argument(
                placeholder: "STEP", count: .optional,
                help: Text(en: "A step such as PBG-06, or its number.", id: "Langkah seperti PBG-06, atau nomornya.")),
        ],
        formats: [.text, .json],
        examples: [
            Example("zonectl procedure next PBG 06", Text(en: "After the decision", id: "Sesudah keputusan"))
        ],
        run: { invocation in
            if let id = invocation.argument(0).flatMap({ RequestID($0) }) { return try nextSteps(of: id, invocation) }
            guard let procedure = try invocation.procedure(argument: 0).procedure else { return .refused }
            var steps = procedure.first.map { [$0] } ?? []
            if let text = invocation.argument(1) {
                guard let step = procedure.step(text) else {
                    let hint = Suggestion.nearest(to: text.uppercased(), in: procedure.steps.map(\.id))
                    let ids = procedure.steps.map(\.id).joined(separator: ", ")
                    throw Failure.usage(
                        Text(
                            en: "\(procedure.id) has no step \(text); "
                                + (hint.map { "did you mean \($0)?" } ?? "its steps are \(ids)"),
                            id: "\(procedure.id) tidak mempunyai langkah \(text); "
                                + (hint.map { "maksud Anda \($0)?" } ?? "langkahnya \(ids)")))
                }
                steps = procedure.successors(of: step)
            }
            return write(steps, of: procedure, invocation)
        })

    /// The steps of a request that are open.
    private static func nextSteps(of id: RequestID, _ invocation: Invocation) throws -> ExitStatus {
        let zone = try invocation.zoneFolder(for: .reading)
        let procedure = try zone.procedure()
        let request = try invocation.readRegister(of: zone) { try $0.request(id) }
        guard let request else { throw Failure.noRequest(id) }
        // What is written would be no answer without it.
        if let lost = procedure.lost(request) { throw Failure.state([lost]) }
        return write(request.open.compactMap { procedure.step($0.step) }, of: procedure, invocation)
    }

    private static func write(
        _ steps: [Procedure.Step], of procedure: Procedure, _ invocation: Invocation
    ) -> ExitStatus {
        if invocation.format == .json {
            invocation.console.json(.array(steps.map { $0.document(procedure) }))
            return .done
        }
        for step in steps {
            let time = TimeText.standard(step.time)(invocation.language)
            invocation.console.line(
                "\(step.id)  \(step.activity) (\(ProcedureText.roles(step, procedure)); \(time))",
                hanging: step.id.utf8.count + 2)
        }
        if steps.isEmpty {
            invocation.console.note(
                Text(
                    en: "Nothing follows; the procedure ends there.", id: "Tidak ada lagi; prosedur berakhir di situ."))
        }
        return .done
    }
}

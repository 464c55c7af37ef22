import RFC1035
import ZoneCore

extension Command {
    static let requestForm = Command(
        words: ["request", "form"], group: .requests,
        summary: Text(en: "Print a form to be filled in", id: "Cetak formulir kosong"),
        explanation: [
            Text(
                en: "The JSON form that request new --file takes, with what each key says. What the zone's procedure "
                    + "or the kind of request must have stands open, the rest in comments, which may stay.",
                id: "Formulir JSON untuk request new --file, beserta arti tiap kunci. Yang diwajibkan prosedur zona "
                    + "atau jenis permohonannya tertulis terbuka, selebihnya sebagai komentar, yang boleh "
                    + "dibiarkan.")
        ],
        options: [Options.requestKind.spec],
        examples: [
            Example(
                "zonectl request form --kind delegation > form.json",
                Text(en: "To be filled in with an editor", id: "Untuk diisi dengan penyunting teks"))
        ],
        run: { invocation in
            let zone = try invocation.zoneFolder(for: .reading)
            let procedure = try zone.procedure()
            let kind = invocation[Options.requestKind] ?? procedure.kinds.first ?? .new
            guard procedure.kinds.contains(kind) else {
                let list = procedure.kinds.map(\.rawValue).joined(separator: ", ")
                throw Failure.refused([
                    Reason(
                        "KIND_NOT_OFFERED", kind.rawValue,
                        Text(en: "\(procedure.id) offers: \(list)", id: "\(procedure.id) melayani: \(list)"))
                ])
            }
            for line in procedure.formTemplate(kind, invocation.language) { invocation.console.line(line) }
            return .done
        })

    static let requestNew = Command(
        words: ["request", "new"], group: .requests,
        summary: Text(en: "Take in a request", id: "Catat permohonan"),
        explanation: [
            Text(
                en: "The form comes from a file (request form prints one to be filled in), from options (which also stand over what a file says), or is asked "
                    + "for at a terminal. The request gets the next number of the zone and year, which is its agenda "
                    + "number and is never given twice.",
                id: "Formulir berasal dari berkas (request form mencetak yang kosong), dari opsi (yang juga menimpa isi berkas), atau ditanyakan di "
                    + "terminal. Permohonan mendapat nomor berikutnya dalam zona dan tahun itu; itulah nomor "
                    + "agendanya, dan tidak pernah dipakai dua kali."),
            Text(
                en: "What is missing is told all at once; the request is recorded as returned then, with its number, "
                    + "and the command ends with 1. So it is with a name or a target that cannot be. A name that "
                    + "exists is only warned of: the refusal is the procedure's, and is answered by letter.",
                id: "Kekurangan disebutkan sekaligus; permohonan dicatat sebagai dikembalikan, dengan nomornya, dan "
                    + "perintah berakhir dengan 1. Begitu pula nama atau tujuan yang tidak mungkin. Nama yang sudah "
                    + "ada hanya diperingatkan: penolakan adalah wewenang prosedur dan dijawab dengan surat."),
            Text(
                en: "An electronic form is numbered when it is handed in; it enters the agenda on the day its letter "
                    + "comes in.",
                id: "Formulir elektronik mendapat nomor saat diajukan; ia masuk buku agenda pada hari suratnya "
                    + "diterima."),
            Text(
                en: "--batch takes a folder of JSON files, or a file with a list of forms or one form a line, each "
                    + "with a line of its own in the answer.",
                id: "--batch menerima folder berkas JSON, atau berkas berisi daftar formulir atau satu formulir tiap "
                    + "baris, masing-masing dijawab satu baris."),
        ],
        usage: ["--file FORM", "[FIELD...] [TARGET...]", "--batch FILE|DIR"],
        options: RequestForms.options + [Options.batch.spec],
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl request new --file form.json --as registrar:Sari",
                Text(en: "A letter with its form", id: "Surat dengan formulirnya")),
            Example(
                "zonectl request new --opd \"Dinas Kesehatan\" --letter 440/1/2026 --letter-date 2026-11-20 "
                    + "--name dinkes --function \"Situs dinas\" --purpose opdWebsite --capacity 5 "
                    + "--admin-pic \"Sari Contoh; Sekretaris; 0800-0000; sari@example.go.id\"",
                Text(en: "From the desk", id: "Dari meja")),
            Example(
                "zonectl request new --batch incoming/ --format json",
                Text(en: "From a web form's folder", id: "Dari folder formulir daring")),
        ],
        run: { invocation in
            if let path = invocation[Options.batch] { return try RequestBatch(invocation).run(path) }
            let counter = try RequestCounter(invocation, for: .writing)
            try counter.checkRole()
            let form = try RequestForms(invocation: invocation).new(counter.procedure)
            let outcomes = try counter.transact { desk, register in
                let outcome = try desk.takeIn(form)
                for draft in outcome.drafts { try register.record(draft) }
                return [outcome]
            }
            guard let outcome = outcomes.first else { return .refused }
            let id = outcome.summary.id
            return RequestReport(counter).tell(
                outcome,
                outcome.summary.received == nil
                    ? counter.procedure.awaits(outcome.summary)
                    : Text(
                        en: "Request \(id) recorded, agenda number \(id).",
                        id: "Permohonan \(id) dicatat, nomor agenda \(id)."),
                invocation.console, format: invocation.format)
        })

    static let requestResubmit = Command(
        words: ["request", "resubmit"], group: .requests,
        summary: Text(en: "Take in a corrected form", id: "Terima formulir yang diperbaiki"),
        explanation: [
            Text(
                en: "A whole new form with --file, or only what was corrected in options. All versions are kept, and "
                    + "the request goes on where it was sent back, as often as it takes. What is odd about the form is "
                    + "told as of a new one.",
                id: "Formulir baru seutuhnya dengan --file, atau hanya yang diperbaiki lewat opsi. Semua versi "
                    + "disimpan, dan permohonan dilanjutkan dari tempat ia dikembalikan, berapa kali pun. Kejanggalan "
                    + "formulir diberitahukan seperti pada permohonan baru."),
            Text(
                en: "A form that asks for something else than was approved is decided upon anew, and the name kept "
                    + "for the request is free again. Another agency with another letter is another request: it is "
                    + "refused here.",
                id: "Formulir yang meminta hal lain daripada yang disetujui diputuskan lagi dari awal, dan nama yang "
                    + "disimpan untuknya bebas kembali. Perangkat daerah lain dengan surat lain adalah permohonan "
                    + "lain: ditolak di sini."),
        ],
        arguments: [requestArgument], options: RequestForms.options, formats: [.text, .json],
        examples: [
            Example(
                "zonectl request resubmit 2026/0007 --capacity 5 --function \"Situs dinas\"",
                Text(en: "What was missing", id: "Yang tadinya kurang"))
        ],
        run: { invocation in
            let counter = try RequestCounter(invocation, for: .writing)
            try counter.checkRole()
            let outcome = try counter.act(on: invocation.argument(0) ?? "") { desk, record in
                try desk.resubmit(record, try RequestForms(invocation: invocation).again(record))
            }
            let (id, count) = (outcome.summary.id, outcome.summary.attempts)
            return RequestReport(counter).tell(
                outcome,
                Text(
                    en: "Request \(id) handed in again (\(count)).", id: "Permohonan \(id) diajukan ulang "
                        + "(ke-\(count))."),
                invocation.console, format: invocation.format)
        })

    static let requestAttach = Command(
        words: ["request", "attach"], group: .requests,
        summary: Text(en: "Note papers that came in for a request", id: "Catat berkas yang masuk untuk permohonan"),
        explanation: [
            Text(
                en: "Of a file, its name, size and SHA-256 are noted, and where it is; the file itself stays where it "
                    + "is. Paper is noted by its kind alone, with --hardcopy for its place. Signatures of several "
                    + "papers of a kind add up.",
                id: "Dari berkas dicatat nama, ukuran, SHA-256, dan letaknya; berkasnya sendiri tidak disalin. Kertas "
                    + "dicatat menurut jenisnya saja, dengan --hardcopy untuk tempatnya. Tanda tangan pada beberapa "
                    + "berkas sejenis digabungkan."),
            Text(
                en: "A paper that still lacks a signature is noted, and told of with 1.",
                id: "Berkas yang tanda tangannya belum lengkap tetap dicatat, dan disebutkan dengan 1."),
        ],
        usage: ["YYYY/NNNN KIND[=FILE]... [--signed-by ROLE...] [--hardcopy PLACE]"],
        arguments: [
            requestArgument,
            Argument(
                placeholder: "KIND[=FILE]", count: .many,
                help: Text(
                    en: "What it is, by the procedure's word, and the file.",
                    id: "Jenisnya, menurut istilah prosedur, dan berkasnya."), completion: .file),
        ],
        options: [Options.signedBy.spec, Options.hardcopy.spec], formats: [.text, .json],
        examples: [
            Example(
                "zonectl request attach 2026/0007 suratKuasa=kuasa.pdf identitas=ktp.pdf",
                Text(en: "Two files", id: "Dua berkas")),
            Example(
                "zonectl request attach 2026/0007 signedForm --signed-by adminPIC technicalPIC --hardcopy \"Map 3\"",
                Text(en: "Signed paper", id: "Kertas bertanda tangan")),
        ],
        run: { invocation in
            let papers = try RequestForms.papers(Array(invocation.arguments.dropFirst()), invocation)
            let counter = try RequestCounter(invocation, for: .writing)
            try counter.checkRole()
            let outcome = try counter.act(on: invocation.argument(0) ?? "") { desk, record in
                try desk.attach(record, papers)
            }
            let (id, list) = (outcome.summary.id, papers.map(\.kind).joined(separator: ", "))
            return RequestReport(counter).tell(
                outcome, Text(en: "Request \(id): \(list) noted.", id: "Permohonan \(id): \(list) dicatat."),
                invocation.console, format: invocation.format)
        })

    static let requestList = Command(
        words: ["request", "list"], group: .requests,
        summary: Text(en: "List requests and where they stand", id: "Daftar permohonan dan statusnya"),
        explanation: [
            Text(
                en: "By number. Requests that were carried out in one step, with add, change or remove, are no "
                    + "part of it; they stand in list and log.",
                id: "Urut nomor. Permohonan yang dikerjakan dalam satu langkah, dengan add, change, atau remove, tidak "
                    + "termasuk; lihat list dan log.")
        ],
        options: [Options.state.spec, Options.openOnly.spec, Options.opd.spec], formats: [.text, .json, .csv],
        examples: [
            Example("zonectl request list --open", Text(en: "What is on the desks", id: "Yang sedang dikerjakan")),
            Example(
                "zonectl request list --state returned", Text(en: "With the applicants", id: "Yang ada di pemohon")),
        ],
        run: { invocation in
            let counter = try RequestCounter(invocation, for: .reading)
            try RequestTable(counter).write()
            return .done
        })

    static let requestShow = Command(
        words: ["request", "show"], group: .requests,
        summary: Text(en: "Show a request in full", id: "Tampilkan permohonan selengkapnya"),
        explanation: [
            Text(
                en: "The form, where the request stands, its papers and the last verification. Telephone numbers and "
                    + "e-mail addresses of persons are left out unless --with-contacts is given.",
                id: "Formulir, status permohonan, berkas, dan verifikasi terakhir. Nomor telepon dan alamat surel "
                    + "orang tidak ditampilkan kecuali dengan --with-contacts.")
        ],
        arguments: [requestArgument], options: [Options.withContacts.spec], formats: [.text, .json],
        examples: [Example("zonectl request show 2026/0007", Text(en: "One request", id: "Satu permohonan"))],
        run: { invocation in
            try withRecord(invocation) { record, report in
                let withContacts = invocation[Options.withContacts]
                if invocation.format == .json {
                    invocation.console.json(report.document(record, withContacts: withContacts))
                } else {
                    report.show(record, withContacts: withContacts, invocation.console)
                }
            }
        })

    static let requestHistory = Command(
        words: ["request", "history"], group: .requests,
        summary: Text(en: "What happened to a request", id: "Riwayat sebuah permohonan"),
        explanation: [
            Text(
                en: "Every step, return and paper, the oldest first, with who did it and when. Below a form that was "
                    + "handed in again stands what it says otherwise than the one before; JSON has every form whole. "
                    + "Telephone numbers and e-mail addresses of persons are left out unless --with-contacts is given.",
                id: "Setiap langkah, pengembalian, dan berkas, yang terlama dahulu, beserta pelaku dan waktunya. Di "
                    + "bawah formulir yang diajukan ulang tertulis perubahannya dari yang sebelumnya; JSON memuat "
                    + "setiap formulir seutuhnya. Nomor telepon dan alamat surel orang tidak ditampilkan kecuali "
                    + "dengan --with-contacts.")
        ],
        arguments: [requestArgument], options: [Options.withContacts.spec], formats: [.text, .json],
        examples: [Example("zonectl request history 2026/0007", Text(en: "One request", id: "Satu permohonan"))],
        run: { invocation in
            try withRecord(invocation) { record, report in
                let redaction = Redaction(zone: report.zone, withContacts: invocation[Options.withContacts])
                guard invocation.format == .text else {
                    invocation.console.json(
                        .array(record.history.map { report.document($0, redaction, withForm: true) }))
                    return
                }
                var form: JSONValue?
                for entry in record.history {
                    invocation.console.line(report.line(entry, redaction), hanging: 18)
                    // Papers that came in since are no change of the form that comes after them.
                    if entry.kind == .attached, let papers = entry.details["attachments"].map(redaction.json)?.array {
                        form = form?.adding(papers, to: "attachments")
                    }
                    guard let next = entry.details["form"].map(redaction.json) else { continue }
                    if form != nil {
                        for change in report.changes(from: form, to: next) {
                            invocation.console.line("    " + change, hanging: 6)
                        }
                    }
                    form = next
                }
            }
        })

    static let requestCancel = Command(
        words: ["request", "cancel"], group: .requests,
        summary: Text(en: "Take a request back", id: "Batalkan permohonan"),
        explanation: [
            Text(
                en: "Possible until its records are made. The number stays used; a name and space that were kept for "
                    + "it are free again.",
                id: "Dapat dilakukan sampai rekamannya dibuat. Nomornya tetap terpakai; nama dan ruang yang "
                    + "dicadangkan untuknya bebas kembali.")
        ],
        arguments: [requestArgument], options: [Options.note.spec], formats: [.text, .json],
        examples: [
            Example(
                "zonectl request cancel 2026/0007 --note \"Ditarik pemohon\"",
                Text(en: "On the applicant's word", id: "Atas permintaan pemohon"))
        ],
        run: { invocation in
            let counter = try RequestCounter(invocation, for: .writing)
            try counter.checkRole()
            let outcome = try counter.act(on: invocation.argument(0) ?? "") { desk, record in
                try desk.cancel(record, note: invocation[Options.note])
            }
            let id = outcome.summary.id
            return RequestReport(counter).tell(
                outcome, Text(en: "Request \(id) cancelled.", id: "Permohonan \(id) dibatalkan."), invocation.console,
                format: invocation.format)
        })

    static let requestArgument = Argument(
        placeholder: "YYYY/NNNN", count: .one,
        help: Text(en: "The request's number.", id: "Nomor permohonan."))

    private static func withRecord(
        _ invocation: Invocation, _ body: (RequestRecord, RequestReport) throws -> Void
    ) throws -> ExitStatus {
        let counter = try RequestCounter(invocation, for: .reading)
        let id = try RequestCounter.id(invocation.argument(0) ?? "")
        let record = try invocation.readRegister(of: counter.zone) { register -> RequestRecord in
            if let record = try register.record(of: id, procedure: counter.procedure) { return record }
            if try register.request(id) == nil { throw Failure.noRequest(id) }
            return try counter.record(of: id, register)
        }
        try body(record, RequestReport(counter))
        return .done
    }
}

extension Procedure {
    /// What a request that was handed in waits for before it stands in the agenda.
    fileprivate func awaits(_ request: RequestSummary) -> Text {
        let id = request.id
        // Whoever brought it may not take letters in.
        if let step = request.open.first.flatMap({ step($0.step) }), step.has(.receive), !step.isApplicants {
            let titles = step.roles.map(title).joined(separator: ", ")
            return Text(
                en: "Request \(id) handed in; it enters the agenda with \(step.id), which is taken by: \(titles).",
                id: "Permohonan \(id) diajukan; masuk buku agenda dengan \(step.id), yang dikerjakan oleh: \(titles).")
        }
        return Text(
            en: "Request \(id) handed in; it enters the agenda with its letter.",
            id: "Permohonan \(id) diajukan; masuk buku agenda bersama suratnya.")
    }
}

extension JSONValue {
    /// An object whose list of that name has more items.
    fileprivate func adding(_ items: [JSONValue], to key: String) -> JSONValue {
        guard var members = object else { return self }
        members[key] = .array((members[key]?.array ?? []) + items)
        return .object(members)
    }
}

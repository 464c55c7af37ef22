import RFC1035
import ZoneCore

extension Command {
    static let step = Command(
        words: ["step"], group: .requests,
        summary: Text(en: "Take a step of a request's procedure", id: "Kerjakan satu langkah prosedur permohonan"),
        explanation: [
            Text(
                en: "Steps are taken in the order of the procedure, by the roles it names; --as says who acts, and is "
                    + "recorded, not authenticated. Without --as it is the sysadmin who enters what others did. A step "
                    + "too early, or by another role, ends with 3.",
                id: "Langkah dikerjakan menurut urutan prosedur, oleh peran yang disebutnya; --as menyatakan siapa "
                    + "yang bertindak, dicatat dan tidak diperiksa. Tanpa --as, sysadmin mencatatkan yang dikerjakan "
                    + "orang lain. Langkah terlalu dini atau oleh peran lain berakhir dengan 3."),
            Text(
                en: "What the program can do in a step it does: verifying asks every rule of names, targets, space, "
                    + "fields and papers and keeps the report; the step that makes the records is the same as add; the "
                    + "step that looks at the system checks the zone, and asks a name server where --server names "
                    + "one; the step of signing gives the drafts it finds their numbers.",
                id: "Yang dapat dikerjakan program, dikerjakannya: verifikasi menjalankan semua aturan nama, tujuan, "
                    + "ruang, isian, dan berkas lalu menyimpan laporannya; langkah pembuatan rekaman sama dengan add; "
                    + "langkah pemeriksaan sistem memeriksa zona, dan bertanya kepada server nama bila --server "
                    + "diberikan; langkah penandatanganan memberi nomor pada konsep yang ada."),
            Text(
                en: "What the applicant can mend sends the request back, and a lack of space puts it off: that is "
                    + "recorded, the step stays open, and the command ends with 1. Approving what the rules forbid is "
                    + "refused, and nothing is recorded.",
                id: "Yang dapat diperbaiki pemohon mengembalikan permohonan, dan kekurangan ruang menundanya: itu "
                    + "dicatat, langkahnya tetap terbuka, dan perintah berakhir dengan 1. Menyetujui yang dilarang "
                    + "aturan ditolak, dan tidak ada yang dicatat."),
            Text(
                en: "A step of analysis takes it with --analysis, all headings filled in; without, the analysis may "
                    + "come with a later step. A step that makes a name and hands it over wants it rendered, and what "
                    + "follows a decision to reset a password wants account reset. Of sheets, hand-overs and letters "
                    + "that are not there yet a step warns, unless the procedure says that it needs them.",
                id: "Langkah analisis disertai --analysis dengan semua bagian terisi; bila belum ada, analisis dapat "
                    + "menyusul pada langkah berikutnya. Langkah yang membuat sekaligus menyerahkan nama menghendaki "
                    + "nama itu sudah dirender, dan langkah sesudah keputusan pengaturan ulang kata sandi "
                    + "menghendaki account reset. Lembar akun, penyerahan, dan surat yang belum ada diperingatkan, "
                    + "kecuali bila prosedur mewajibkannya."),
            Text(
                en: "A reason that is given must be one: found by the rules, or said with --note.",
                id: "Alasan yang diberikan harus benar adanya: ditemukan oleh aturan, atau disebutkan dengan --note."),
            Text(
                en: "Codes of --reason: \(DecisionReason.all.map(\.code).joined(separator: ", ")).",
                id: "Kode untuk --reason: \(DecisionReason.all.map(\.code).joined(separator: ", "))."),
        ],
        usage: ["YYYY/NNNN STEP [--decision yes|no] [--reason CODE] [--note TEXT] ..."],
        arguments: [
            requestArgument,
            Argument(
                placeholder: "STEP", count: .one,
                help: Text(en: "The step, such as PBG-06.", id: "Langkahnya, misalnya PBG-06.")),
        ],
        options: [
            Options.decision.spec, Options.reason.spec, Options.note.spec, Options.schedule.spec, Options.assign.spec,
            Options.analysis.spec, Options.server.spec,
        ] + Options.target,
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl step 2026/0007 PBG-02 --as agencyHead:Budi --note \"Tindak lanjuti\"",
                Text(en: "A disposition", id: "Disposisi")),
            Example(
                "zonectl step 2026/0007 PBG-06 --decision no --reason NOT_GOVERNMENT_PURPOSE",
                Text(en: "A refusal", id: "Penolakan")),
            Example(
                "zonectl step 2026/0007 TLG-09 --server 192.0.2.53",
                Text(en: "Does the server answer so?", id: "Apakah server menjawab demikian?")),
        ],
        run: { invocation in try StepRun(invocation).run() })
}

/// One `step`.
private struct StepRun {
    let invocation: Invocation
    let counter: RequestCounter

    init(_ invocation: Invocation) throws {
        self.invocation = invocation
        counter = try RequestCounter(invocation, for: .writing)
    }

    func run() throws -> ExitStatus {
        let text = invocation.argument(1) ?? ""
        let order = try self.order()
        let target = NameOrder.givenTarget(invocation)
        // Looked at before the lock is taken: the check takes it itself.
        let step = counter.procedure.step(text)
        let findings = try systemFindings(step)
        let unpublished = try unpublished(step)
        let letters = step?.has(.sign) == true ? try LetterDesk(counter) : nil
        var signed: [LetterFile] = []
        let outcome = try counter.act(on: invocation.argument(0) ?? "") { desk, record in
            let outcome = try desk.take(text, of: record, order, target: target)
            if !findings.isEmpty, !outcome.isRepeated { throw Failure.refused(findings) }
            if let unpublished, let step {
                // Where the system is looked at this is what is looked for; and a step that makes the name and hands
                // it over leaves nobody else to see to it.
                if step.has(.check) || step.has(.provision) { throw Failure.state([unpublished]) }
                invocation.console.warn(unpublished)
            }
            return outcome
        } afterwards: { id, register in
            signed = try letters?.sign(id, register) ?? []
        }
        defer {
            let folder = counter.zone.directory.shown(LetterFile.folder)
            for letter in signed { invocation.console.note(LetterDesk.told(letter, "\(folder)/\(letter.name)")) }
        }
        let report = RequestReport(counter)
        let (id, title) = (outcome.summary.id, step?.id ?? text)
        if outcome.isRepeated {
            let headline = Text(
                en: "\(title) of request \(id) is taken already, and its records are made; nothing is left to do.",
                id: "\(title) permohonan \(id) sudah dikerjakan dan rekamannya sudah dibuat; tidak ada yang tersisa.")
            return report.tell(outcome, headline, invocation.console, format: invocation.format)
        }
        let state = (outcome.summary.state ?? .archived).text
        return report.tell(
            outcome,
            Text(
                en: "Request \(id), \(title): \(state.en).", id: "Permohonan \(id), \(title): \(state.id)."),
            invocation.console, format: invocation.format)
    }

    private func order() throws -> StepOrder {
        var order = StepOrder()
        order.decision = invocation[Options.decision]
        order.reason = invocation[Options.reason]
        order.note = invocation[Options.note]
        order.schedule = invocation[Options.schedule]
        order.assign = invocation[Options.assign]
        if let file = invocation[Options.analysis] {
            order.analysis = try StepOrder.analysis(File.contents(named: file, limit: 1 << 20), file: file)
        }
        return order
    }

    /// What a step that looks at the system finds wrong, as reasons.
    private func systemFindings(_ step: Procedure.Step?) throws -> [Reason] {
        guard let step, step.has(.check) else {
            guard invocation[Options.server] == nil else {
                throw Failure.usage(
                    Text(
                        en: "--server belongs to a step that looks at the system",
                        id: "--server untuk langkah yang memeriksa sistem"))
            }
            return []
        }
        let result = try RegistryCheck.run(
            zone: counter.zone.name, folder: counter.zone.directory, registry: invocation.registry(for: .reading),
            policy: CheckPolicy(now: counter.now), options: invocation.registerOptions)
        var reasons = result.findings.filter { $0.severity == .error }
            .map { Reason($0.code, "\($0.file):\(max(1, $0.line)):\(max(1, $0.column))", $0.message) }
        for finding in result.findings where finding.severity == .warning {
            invocation.console.warn(Reason(finding.code, finding.file, finding.message))
        }
        if let server = invocation[Options.server] {
            let id = try RequestCounter.id(invocation.argument(0) ?? "")
            let name = try invocation.readRegister(of: counter.zone) { register in
                try register.request(id)?.name.flatMap { try register.managedName($0) }
            }
            if let name { reasons += try ServerCheck(server: server).reasons(name) }
        }
        return reasons
    }

    /// Why it is too early to tell anybody of what was made for the request: no zone file holds it yet.
    private func unpublished(_ step: Procedure.Step?) throws -> Reason? {
        guard let step, step.has(.check) || step.has(.deliver) else { return nil }
        let id = try RequestCounter.id(invocation.argument(0) ?? "")
        let name = try invocation.readRegister(of: counter.zone) { register -> Name? in
            guard let request = try register.request(id), request.provisioned != nil, let name = request.name,
                // One that was suspended meanwhile is to be in no zone file.
                try register.managedName(name)?.status == .active
            else { return nil }
            return name
        }
        guard let name else { return nil }
        let renderer = Renderer(
            zone: counter.zone.name, folder: counter.zone.directory, output: counter.zone.directory,
            settings: counter.settings, now: counter.now, actor: "", options: invocation.registerOptions)
        guard try !renderer.hasRendered(name) else { return nil }
        return Reason(
            "RENDERED_OUTDATED", name.undotted,
            Text(
                en: "is not in the zone file yet; run zonectl render and reload the server",
                id: "belum ada di berkas zona; jalankan zonectl render dan muat ulang server"))
    }
}

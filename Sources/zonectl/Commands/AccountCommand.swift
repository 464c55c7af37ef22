import RFC1035
import ZoneCore

extension Command {
    private static let accountSubject = Argument(
        placeholder: "NAME|YYYY/NNNN", count: .one,
        help: Text(
            en: "A managed name, or the request the accounts are for.",
            id: "Nama yang dikelola, atau permohonan akunnya."))

    private static let accountPassword = Text(
        en: "The password is made once, from the system's random numbers, and stands on the sheet only. The register "
            + "keeps "
            + "user name, date, the sheet's number, who took it and when; a sheet that is lost is not written again "
            + "but "
            + "voided with account reset.",
        id: "Kata sandi dibuat sekali dari bilangan acak sistem dan hanya tertulis di lembarnya. Register menyimpan "
            + "nama "
            + "pengguna, tanggal, nomor lembar, penerima, dan tanggal serah terima; lembar yang hilang tidak dicetak "
            + "ulang "
            + "melainkan dibatalkan dengan account reset.")

    private static let slipPlace = Text(
        en: "Without --slip the sheet goes to zonectl/lembar-akun under $XDG_STATE_HOME, or under ~/.local/state. "
            + "Only you "
            + "may read it. Print it, hand it over against a signature, then delete it.",
        id: "Tanpa --slip lembar ditulis ke zonectl/lembar-akun di bawah $XDG_STATE_HOME atau ~/.local/state, dan "
            + "hanya "
            + "dapat Anda baca. Cetak, serahkan dengan tanda terima, lalu hapus.")

    static let accountIssue = Command(
        words: ["account", "issue"], group: .requests,
        summary: Text(en: "Write the sheet of an account", id: "Terbitkan lembar akun"),
        explanation: [accountPassword, slipPlace],
        arguments: [accountSubject], options: [Options.slip.spec, Options.user.spec],
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl account issue 2026/0007 --slip /run/user/1000/lembar.txt",
                Text(en: "All mailboxes of a request", id: "Semua akun surel sebuah permohonan"))
        ],
        run: { try AccountRun(invocation: $0).issue() })

    static let accountReset = Command(
        words: ["account", "reset"], group: .requests,
        summary: Text(en: "Void the sheet of an account", id: "Batalkan lembar akun"),
        explanation: [
            Text(
                en: "For an agency that lost its password. The old sheet holds no longer; account issue writes a new "
                    + "one, "
                    + "and so does reset itself with --slip. Records and serial stay as they are.",
                id: "Untuk instansi yang kehilangan kata sandi. Lembar lama tidak berlaku lagi; account issue "
                    + "menerbitkan "
                    + "yang baru, demikian pula reset dengan --slip. Rekaman dan nomor seri tetap."),
            accountPassword,
        ],
        arguments: [accountSubject], options: [Options.slip.spec, Options.user.spec],
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl account reset dinkes --slip /run/user/1000/lembar.txt",
                Text(en: "Void the old sheet and write a new one", id: "Batalkan lembar lama dan terbitkan yang baru"))
        ],
        run: { try AccountRun(invocation: $0).reset() })

    static let accountHandover = Command(
        words: ["account", "handover"], group: .requests,
        summary: Text(en: "Record who took the sheet of an account", id: "Catat penerima lembar akun"),
        explanation: [
            Text(
                en: "The receiver's name and the date go into the register; the minutes of the hand-over name both.",
                id: "Nama penerima dan tanggalnya masuk register; berita acara serah terima menyebut keduanya.")
        ],
        usage: ["NAME|YYYY/NNNN --to NAME [--user USER...]"],
        arguments: [accountSubject], options: [Options.receiver.spec, Options.user.spec],
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl account handover 2026/0007 --to \"Yohanes Contoh\"",
                Text(en: "To the manager of the site", id: "Kepada pengelola situs"))
        ],
        run: { try AccountRun(invocation: $0).handOver() })
}

/// One run of an `account` command.
private struct AccountRun {
    let invocation: Invocation

    private struct Done {
        var zone: ZoneFolder
        var subject: AccountDesk.Subject
        var acts: [AccountDesk.Act]
        var slip: String?
    }

    func issue() throws -> ExitStatus {
        let done = try run { desk, subject in try desk.issue(&subject, users: invocation[Options.user]) }
        report(done)
        return .done
    }

    func reset() throws -> ExitStatus {
        let done = try run { desk, subject in
            let voided = try desk.reset(&subject, users: invocation[Options.user])
            guard invocation[Options.slip] != nil else { return voided }
            return try voided + desk.issue(&subject, users: voided.map(\.account.user))
        }
        report(done)
        if done.slip == nil {
            let title = done.subject.title
            invocation.console.note(
                Text(
                    en: "A new sheet: zonectl account issue \(title)",
                    id: "Lembar baru: zonectl account issue "
                        + "\(title)"))
        }
        return .done
    }

    func handOver() throws -> ExitStatus {
        guard let receiver = invocation[Options.receiver] else {
            let usage = Options.receiver.spec.usage
            throw Failure.usage(
                Text(en: "account handover needs \(usage)", id: "account handover memerlukan \(usage)"))
        }
        let done = try run { desk, subject in
            try desk.handOver(&subject, users: invocation[Options.user], to: receiver)
        }
        report(done)
        return .done
    }

    private func run(
        _ rule: (AccountDesk, inout AccountDesk.Subject) throws -> [AccountDesk.Act]
    ) throws -> Done {
        let now = try invocation.now()
        return try invocation.decide { zone, decision, register in
            let desk = AccountDesk(decision: decision, register: register, now: now)
            var subject = try desk.subject(invocation.argument(0) ?? "")
            let acts = try rule(desk, &subject)
            for act in acts { try register.record(act.draft) }
            let issued = acts.filter { $0.draft.kind == .accountIssued }
            var done = Done(zone: zone, subject: subject, acts: acts)
            guard let first = issued.first else { return done }
            let path = try slipPath(zone, first)
            let sheets = sheets(issued, subject, zone, decision.settings, now)
            do throws(FileError) {
                try PrivateFile.create(path, Array(AccountSheet.text(sheets).utf8))
            } catch {
                if error.isTaken {
                    invocation.console.note(
                        Text(
                            en: "a sheet that was written before is not written over: name another with --slip FILE",
                            id: "lembar yang sudah ada tidak ditimpa: sebutkan berkas lain dengan --slip BERKAS"))
                }
                throw error
            }
            // The sheet is there before the register says so: what is recorded as written can be handed over.
            do {
                try register.commit()
            } catch {
                PrivateFile.remove(path)
                throw error
            }
            done.slip = path
            return done
        }
    }

    private func sheets(
        _ acts: [AccountDesk.Act], _ subject: AccountDesk.Subject, _ zone: ZoneFolder, _ settings: ZoneSettings,
        _ now: Instant
    ) -> [AccountSheet] {
        let procedure = (try? Procedure.entry(in: zone.directory))?.procedure
        return acts.map { act in
            AccountSheet(
                settings: settings, procedure: procedure, sheet: act.account.sheet ?? "", user: act.account.user,
                password: Password.make(), opd: subject.opd, name: subject.name?.name,
                request: subject.request?.id ?? subject.name?.request, issued: now)
        }
    }

    /// Where the sheet goes: never into the registry. Another place that version control gets to see is warned of.
    private func slipPath(_ zone: ZoneFolder, _ first: AccountDesk.Act) throws -> String {
        let path = try invocation[Options.slip] ?? ownPath(zone, first)
        try invocation.requireOutsideRegistry(path, for: .slip)
        if PrivateFile.folder(holding: ".git", above: path) != nil {
            invocation.console.warn(
                Reason(
                    "SLIP_TRACKED", path,
                    Text(
                        en: "lies where others or version control may get it; move it away, the password is in it",
                        id: "berada di tempat yang dapat diambil orang lain atau sistem versi; pindahkan, kata sandi "
                            + "ada "
                            + "di dalamnya")))
        }
        return path
    }

    private func ownPath(_ zone: ZoneFolder, _ first: AccountDesk.Act) throws -> String {
        let environment = invocation.environment
        let base =
            environment.nonEmpty(Environment.stateFolder)
            ?? environment.nonEmpty("HOME").map { ($0 == "/" ? "" : $0) + "/.local/state" }
        guard let base, base.utf8.first == UInt8(ascii: "/") else {
            throw Failure.usage(
                Text(
                    en: "where does the sheet go? give --slip FILE; $HOME is not set",
                    id: "ke mana lembarnya? berikan --slip BERKAS; $HOME tidak terisi"))
        }
        let folder = "\(base)/zonectl/lembar-akun"
        try PrivateFile.makeFolder(folder)
        let number = (first.account.sheet ?? "").split(separator: "/").joined(separator: "-")
        return "\(folder)/\(zone.name.undotted)-\(number).txt"
    }

    // MARK: Saying so

    private func report(_ done: Done) {
        let console = invocation.console
        let title = done.subject.title
        console.done = Text(
            en: "it is recorded all the same; see zonectl log \(title)",
            id: "sudah dicatat; lihat zonectl log "
                + "\(title)")
        if invocation.format == .json { return console.json(document(done)) }
        for act in done.acts {
            let user = act.account.user
            let sheet = act.account.sheet ?? "-"
            switch act.draft.kind {
            case .accountIssued:
                console.line(Text(en: "Sheet \(sheet) for \(user)", id: "Lembar \(sheet) untuk \(user)"))
            case .accountReset:
                let voided = act.draft.details["voided"]?.string
                console.line(
                    voided.map {
                        Text(en: "Sheet \($0) of \(user) is void", id: "Lembar \($0) milik \(user) dibatalkan")
                    }
                        ?? Text(
                            en: "\(user) reset; no sheet was recorded", id: "\(user) diatur ulang; belum ada lembar"))
            default:
                let receiver = act.account.receiver ?? ""
                console.line(
                    Text(
                        en: "Sheet \(sheet) of \(user) handed over to \(receiver)",
                        id: "Lembar \(sheet) milik \(user) diserahkan kepada \(receiver)"))
            }
        }
        guard let slip = done.slip else { return }
        console.line(
            Text(
                en: "Written to \(slip); print it, hand it over, then delete it",
                id: "Ditulis ke \(slip); cetak, serahkan, lalu hapus"))
    }

    private func document(_ done: Done) -> JSONText {
        let offset = done.zone.utcOffset
        return .object([
            ("zone", .string(done.zone.name.description)), ("name", .optional(done.subject.name?.name.description)),
            ("request", .optional(done.subject.request?.id.description)), ("slip", .optional(done.slip)),
            (
                "accounts",
                .array(
                    done.subject.accounts.filter { account in done.acts.contains { $0.account.user == account.user } }
                        .map { account in
                            .object([
                                ("user", .string(account.user)), ("sheet", .optional(account.sheet)),
                                ("issued", .optional(account.issued?.rfc3339(at: offset))),
                                ("voided", .strings(account.voided)), ("receiver", .optional(account.receiver)),
                                ("handedOver", .optional(account.handedOver?.rfc3339(at: offset))),
                            ])
                        })
            ),
        ])
    }
}

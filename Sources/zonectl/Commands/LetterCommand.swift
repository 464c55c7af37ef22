import RFC1035
import ZoneCore

extension Command {
    static let letter = Command(
        words: ["letter"], group: .requests,
        summary: Text(en: "Write a document of a request", id: "Buat dokumen sebuah permohonan"),
        explanation: [
            Text(
                en:
                    "Writes the document to letters/ of the zone and prints it; letters are in Indonesian. Only what "
                    + "is due can be written: a letter of approval for what was approved, minutes for what was "
                    + "made and published. Anything else ends with 3. --output writes a copy to a file outside of the "
                    + "registry.",
                id: "Menulis dokumen ke letters/ pada folder zona dan menampilkannya. Hanya yang sudah waktunya yang "
                    + "dapat dibuat: surat persetujuan untuk yang disetujui, berita acara untuk yang "
                    + "sudah dibuat dan diterbitkan. Selain itu berakhir dengan 3. --output menulis salinannya ke "
                    + "berkas di luar registry."),
            Text(
                en: "What needs a signature bears KONSEP until the step of signing is taken, and can be written again "
                    + "until then. That step signs the drafts it finds: each gets its number and date, as text and as "
                    + "a page, and stays as it is; writing it again ends with 3. A document that had no draft can be "
                    + "written once after it, as of the day of signing. In a procedure without such a step, and for "
                    + "what goes out while a request waits or is handed over, whoever writes it signs it. Another "
                    + "return or decision, and another review, has a letter of its own.",
                id: "Dokumen yang perlu ditandatangani bertanda KONSEP sampai langkah penandatanganan dikerjakan, dan "
                    + "sampai saat itu dapat ditulis ulang. Langkah itu menandatangani konsep yang ada: masing-masing "
                    + "mendapat nomor dan tanggal, sebagai teks dan halaman, lalu tidak berubah lagi; menulisnya "
                    + "sekali lagi berakhir dengan 3. Dokumen yang belum ada konsepnya dapat dibuat satu kali "
                    + "sesudahnya, menurut hari penandatanganan. Dalam prosedur tanpa langkah itu, dan untuk surat "
                    + "selama permohonan menunggu dan berita acara serah terima, yang menulis sekaligus "
                    + "menandatangani. Pengembalian, putusan, atau peninjauan berikutnya mendapat suratnya sendiri."),
            Text(
                en: "Letterhead, place, pattern of the numbers and who signs stand in zone.json under letters. Kinds: "
                    + LetterKind.allCases.map { "\($0.rawValue) (\($0.text.en))" }.joined(separator: ", ") + ".",
                id: "Kop surat, tempat, pola nomor, dan penanda tangan diatur di zone.json pada letters. Jenis: "
                    + LetterKind.allCases.map { "\($0.rawValue) (\($0.text.id))" }.joined(separator: ", ") + "."),
        ],
        arguments: [
            Argument(
                placeholder: "KIND", count: .one,
                help: Text(en: "What is to be written.", id: "Yang akan dibuat."),
                choices: { LetterKind.allCases.map(\.rawValue) }),
            Argument(
                placeholder: "YYYY/NNNN|NAME", count: .one,
                help: Text(
                    en: "The request; for peninjauan and penangguhan also the name.",
                    id: "Permohonannya; untuk peninjauan dan penangguhan juga namanya.")),
        ],
        options: [Options.html.spec, Options.outputPath.spec],
        formats: [.text, .json],
        examples: [
            Example("zonectl letter tanda-terima 2026/0007", Text(en: "For the applicant", id: "Untuk pemohon")),
            Example(
                "zonectl letter persetujuan 2026/0007 --html --output persetujuan.html",
                Text(en: "To be printed", id: "Untuk dicetak")),
        ],
        run: { invocation in try LetterRun(invocation).run() })
}

/// One `letter`.
private struct LetterRun {
    let invocation: Invocation
    let counter: RequestCounter
    let kind: LetterKind

    /// Letters about a name as such.
    static let aboutNames: [LetterKind] = [.reviewNotice, .suspensionNotice]

    var zone: ZoneFolder { counter.zone }
    var settings: ZoneSettings { counter.settings }
    var procedure: Procedure { counter.procedure }
    var now: Instant { counter.now }

    init(_ invocation: Invocation) throws {
        self.invocation = invocation
        let text = invocation.argument(0) ?? ""
        guard let kind = LetterKind.named(text) else {
            let kinds = LetterKind.allCases.map(\.rawValue)
            let hint = Suggestion.nearest(to: text.lowercased(), in: kinds)
            let all = kinds.joined(separator: ", ")
            throw Failure.usage(
                Text(
                    en: "unknown document \(Shown.text(text)); "
                        + (hint.map { "did you mean \($0)?" } ?? "there are \(all)"),
                    id: "dokumen \(Shown.text(text)) tidak dikenal; "
                        + (hint.map { "maksud Anda \($0)?" } ?? "yang ada: \(all)")))
        }
        self.kind = kind
        counter = try RequestCounter(invocation, for: .writing)
    }

    func run() throws -> ExitStatus {
        // A letter is numbered once: where its copy cannot go, nothing is begun.
        let copy = try invocation[Options.outputPath].map { try place($0) }
        let desk = try LetterDesk(counter)
        let letter = try invocation.transact(zone, now) { register in
            try desk.write(kind, record(register), register)
        }
        if let copy {
            let file = zone.directory.shown(LetterFile.folder) + "/" + letter.name
            invocation.console.done = Text(
                en: "the document is written all the same: \(file)", id: "dokumennya sudah dibuat: \(file)")
            let text = invocation[Options.html] ? letter.page : letter.text
            try copy.folder.replace(copy.name, with: Array(text.utf8), mode: LetterFile.mode)
        }
        tell(letter)
        return .done
    }

    private func record(_ register: RegisterSnapshot) throws -> RequestRecord {
        let text = invocation.argument(1) ?? ""
        guard let id = RequestID(text) else { return try record(named: text, register) }
        guard LetterRun.aboutNames.contains(kind), try register.request(id)?.name != nil,
            let managed = try register.managedName(try register.name(of: id))
        else { return try counter.record(of: id, register) }
        return try record(of: managed, register)
    }

    /// For letters about a name as such.
    private func record(named text: String, _ register: RegisterSnapshot) throws -> RequestRecord {
        if !LetterRun.aboutNames.contains(kind) { _ = try RequestCounter.id(text) }
        let name = try zone.name(text)
        guard let managed = try register.managedName(name) else {
            throw Failure.state([
                Reason(
                    "NAME_NOT_FOUND", name.undotted,
                    Text(en: "nobody holds the name", id: "nama itu belum dimiliki siapa pun"))
            ])
        }
        return try record(of: managed, register)
    }

    private func record(of managed: ManagedName, _ register: RegisterSnapshot) throws -> RequestRecord {
        // The request that took it away may have given another, which the letter is not about.
        guard managed.status != .retired else {
            throw Failure.state([
                Reason("NAME_NOT_FOUND", managed.name.undotted, managed.removal)
            ])
        }
        if let record = try register.record(of: managed.request, procedure: procedure) { return record }
        let summary =
            try register.request(managed.request)
            ?? RequestSummary(
                id: managed.request, kind: "new", opd: managed.opd, letter: managed.letter, name: managed.name)
        return RequestRecord(
            managed: managed, summary: summary, procedure: procedure, events: try register.history(of: managed.name))
    }

    /// Where a copy of the document goes.
    private struct Place {
        let folder: Directory
        let name: String
    }

    /// The place that a path means: outside of the registry, and nothing there but a regular file.
    private func place(_ path: String) throws -> Place {
        try invocation.requireOutsideRegistry(path, for: .document)
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        // The path of a folder: its last part, which is empty, would say nothing in a message.
        guard !name.isEmpty else { throw FileError(.write, path, .badName) }
        let place = Place(folder: try Directory.open(folder, for: .writing), name: name)
        try place.folder.checkReplaceable(name)
        return place
    }

    private func tell(_ letter: LetterFile) {
        let console = invocation.console
        let path = zone.directory.path + "/" + LetterFile.folder + "/"
        if invocation.format == .json {
            console.json(
                .object([
                    ("kind", .string(letter.kind.rawValue)), ("request", .string(invocation.argument(1) ?? "")),
                    ("number", .optional(letter.number)), ("draft", .bool(letter.isDraft)),
                    ("file", .string(path + letter.name)), ("page", .string(path + letter.pageName)),
                ]))
            return
        }
        if let output = invocation[Options.outputPath] {
            console.line(output)
        } else {
            console.raw(invocation[Options.html] ? letter.page : letter.text)
        }
        console.note(LetterDesk.told(letter, path + (invocation[Options.html] ? letter.pageName : letter.name)))
    }
}

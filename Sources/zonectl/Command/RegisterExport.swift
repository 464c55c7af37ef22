import RFC1035
import ZoneCore

/// `register --export`: the archive of a year.
struct RegisterExport {
    let invocation: Invocation
    let zone: ZoneFolder
    let settings: ZoneSettings
    let procedure: Procedure?
    let year: Int

    /// A document of the year, or something done.
    private struct Entry {
        enum Kind: String {
            case letter, report, activity

            var text: String {
                switch self {
                case .letter: "surat"
                case .report: "laporan"
                case .activity: "kegiatan"
                }
            }
        }

        let kind: Kind
        let time: Instant
        let request: RequestID
        let opd: String
        let title: String
        var number = ""
        /// Of the document as it was written then.
        var digest = ""
        /// Its files, the one to be printed last; none when it was written again since.
        var files: [(name: String, digest: String?)] = []
        let actor: String
    }

    private static let lettersFolder = LetterFile.folder
    /// Only the office reads it: it says who did what, and who received which account.
    private static let mode = LetterFile.mode

    func write(to path: String) throws -> ExitStatus {
        try invocation.requireOutsideRegistry(path, for: .archive)
        let target = try Directory.make(path, mode: 0o750)
        let (tables, entries) = try invocation.readRegister(of: zone) { register in
            let reader = OfficeRegisterReader(
                register, zone: zone.name, settings: settings, procedure: procedure, year: year,
                withContacts: true)
            return (try OfficeRegister.allCases.map(reader.table), try self.entries(register))
        }
        let reasons = try copyDocuments(entries, to: target)
        for table in tables {
            var text = ""
            RegisterReport(table, settings.utcOffset, invocation.console).csv { text += $0 }
            try put("\(table.register.rawValue).csv", Array(text.utf8), in: target)
        }
        try put("index.csv", Array(index(entries).utf8), in: target)
        try put("index.html", page(tables, entries), in: target)
        let documents = entries.filter { !$0.files.isEmpty }.count
        invocation.console.say(
            Text(
                en: "\(year): \(Text.counted(tables.count, "register")), \(Text.counted(documents, "document")), "
                    + "\(Text.counted(entries.count - documents, "activity", "activities")) written to \(path)",
                id: "\(year): \(tables.count) register, \(documents) dokumen, \(entries.count - documents) kegiatan "
                    + "ditulis ke \(path)"))
        invocation.console.report(reasons)
        return reasons.isEmpty ? .done : .inputOutput
    }

    private func put(_ name: String, _ octets: [UInt8], in folder: Directory) throws {
        try folder.replace(name, with: octets, mode: Self.mode, keepsMode: false)
    }

    // MARK: What there is

    private func entries(_ register: RegisterSnapshot) throws -> [Entry] {
        var entries: [Entry] = []
        // What a file holds now is what was written last, in whatever year.
        var newest: [String: Int] = [:]
        var sequences: [Int] = []
        try register.forEachEvent(ofKinds: { $0 != EventKind.rendered.code && $0 != EventKind.created.code }) { event in
            guard let id = event.request?.id ?? event.name?.request, let time = Instant(rfc3339: event.time)
            else { return }
            let opd = event.request?.opd ?? event.name?.opd ?? ""
            if let letter = RequestRecord.LetterEntry(event) {
                for file in letter.files { newest[file.name] = event.sequence }
                // A letter that was sent is in the archive of its number's year, as in the agenda.
                let place = letter.number == nil ? id : event.request?.outgoing ?? id
                guard place.year == year else { return }
                let kind = LetterKind(rawValue: letter.kind)
                entries.append(
                    Entry(
                        kind: kind?.isReport == true ? .report : .letter, time: time, request: id, opd: opd,
                        title: kind?.text.id ?? letter.kind, number: letter.number ?? "",
                        digest: letter.digest ?? "", files: letter.files, actor: event.actor))
                sequences.append(event.sequence)
            } else if id.year == year {
                entries.append(
                    Entry(
                        kind: .activity, time: time, request: id, opd: opd, title: title(event), actor: event.actor))
                sequences.append(event.sequence)
            }
        }
        for (index, sequence) in sequences.enumerated() {
            entries[index].files.removeAll { newest[$0.name] != sequence }
        }
        return entries
    }

    private func title(_ event: Event) -> String {
        var text = event.kind.text.id
        // A form that opens a step has not taken it.
        if let id = event.details["step"]?.string, event.kind == .stepped || event.request?.isOpen(id) != true {
            text = id
            if let step = procedure?.steps.first(where: { $0.id == id }) { text += " \(step.activity)" }
            if let decision = event.details["decision"]?.bool { text += decision ? " (ya)" : " (tidak)" }
        } else if let name = event.name {
            text += " \(name.name.undotted)"
        }
        let isOfName = event.kind == .suspended || event.kind == .retired
        if let reason = event.details["reason"]?.string {
            text += "; \(isOfName ? SuspensionReason(reason).text.id : reason)"
        }
        if let note = event.details["note"]?.string { text += "; \(note)" }
        return text
    }

    // MARK: Documents

    /// Copies the documents as they are, and tells of those that are not what was recorded.
    private func copyDocuments(_ entries: [Entry], to target: Directory) throws -> [Reason] {
        let documents = entries.flatMap { entry in entry.files.map { (entry: entry, file: $0.name, digest: $0.digest) } }
        guard !documents.isEmpty else { return [] }
        let folder = try target.makeSubdirectory(Self.lettersFolder, mode: 0o750)
        let source = try? zone.directory.subdirectory(Self.lettersFolder, for: .reading)
        var reasons: [Reason] = []
        for (entry, file, digest) in documents.sorted(by: { $0.file < $1.file }) {
            guard let octets = try source?.contents(of: file) else {
                reasons.append(
                    Reason(
                        "DOCUMENT_MISSING", "\(entry.request) \(file)",
                        Text(
                            en: "is recorded, but not in \(Self.lettersFolder); restore it from a backup",
                            id: "tercatat, tetapi tidak ada di \(Self.lettersFolder); pulihkan dari cadangan")))
                continue
            }
            if let digest, SHA256.digest(of: octets).description != digest {
                reasons.append(
                    Reason(
                        "DOCUMENT_CHANGED", "\(entry.request) \(file)",
                        Text(
                            en: "is not what was recorded when it was written",
                            id: "tidak sama dengan yang tercatat saat ditulis")))
            }
            try put(file, octets, in: folder)
        }
        return reasons
    }

    // MARK: Index

    private func index(_ entries: [Entry]) -> String {
        var text = CSV.line(["kind", "time", "request", "opd", "title", "number", "file", "digest", "actor"])
        for entry in entries {
            text += CSV.line([
                entry.kind.rawValue, entry.time.rfc3339(at: settings.utcOffset), entry.request.description, entry.opd,
                entry.title, entry.number, entry.files.first.map { "\(Self.lettersFolder)/\($0.name)" } ?? "",
                entry.digest, entry.actor,
            ])
        }
        return text
    }

    private func page(_ tables: [RegisterTable], _ entries: [Entry]) -> [UInt8] {
        var page = HTMLPage(HTMLPage.Frame(), title: "Arsip \(year) – \(zone.name.undotted)")
        page.element("h1", "Arsip tahun \(year)")
        page.element("p", "Zona \(zone.name.undotted)" + (procedure.map { ", \($0.office) \($0.government)" } ?? ""))
        page.element("h2", "Register")
        page.open("ul")
        for table in tables {
            page.raw("<li>")
            page.link("\(table.register.rawValue).csv", table.register.text.id)
            page.text(": \(table.rows.count) baris")
            page.raw("</li>\n")
        }
        page.close("ul")
        page.element("h2", "Surat, laporan, dan kegiatan")
        page.tableHead(["Jenis", "Waktu", "Permohonan", "OPD", "Uraian", "Nomor", "Berkas"])
        for entry in entries {
            page.row([
                .plain(entry.kind.text), .plain(entry.time.minuteText(at: settings.utcOffset)),
                .plain(entry.request.description), .text(entry.opd), .text(entry.title), .plain(entry.number),
                entry.files.last.map { .link("\(Self.lettersFolder)/\($0.name)", entry.files.first?.name ?? $0.name) }
                    ?? .text(""),
            ])
        }
        page.tableEnd()
        return page.finished()
    }
}

import RFC1035

/// The agenda and the list of requests.
extension OfficeRegisterReader {
    /// Letters in, in the order of their numbers, and letters out, in the order of theirs, each in the book of the
    /// year of its number. What came as an electronic form only is no letter yet.
    func agenda() throws -> RegisterTable {
        var table = RegisterTable(
            .agenda,
            [
                .init("number", Text(en: "NO.", id: "NO.")),
                .init("direction", Text(en: "DIRECTION", id: "ARAH")),
                .init("date", Text(en: "DATE", id: "TANGGAL"), shrinksTo: 10),
                .init("opd", Text(en: "AGENCY", id: "OPD"), shrinksTo: 14),
                .init("letter", Text(en: "LETTER", id: "NOMOR SURAT"), shrinksTo: 10),
                .init("letterDate", Text(en: "DATED", id: "TANGGAL SURAT"), shrinksTo: 10),
                .init("subject", Text(en: "SUBJECT", id: "HAL"), shrinksTo: 16),
                .init("channel", Text(en: "CHANNEL", id: "SALURAN"), shrinksTo: 6),
                .init("state", Text(en: "STATE", id: "KEADAAN"), shrinksTo: 12),
            ])
        for entry in try sortedRequests() {
            let (request, newest) = (entry.request, entry.newest)
            // What was carried out in one step had its letter then. The number of one that was taken back before its
            // letter came is used up: it stands here, so that none is missing.
            let date =
                request.procedure == nil
                ? Instant(rfc3339: newest.time)
                : request.received ?? (request.state == .cancelled ? request.begun : nil)
            guard let date else { continue }
            let form = try register.form(of: request, newest)
            table.rows.append([
                .text(request.id.description), .word("in", Text(en: "in", id: "masuk")), .moment(date),
                .text(request.opd), .text(request.letter), .optional(request.letterDate),
                .text(form?.subject ?? subject(request, form)), Self.channel(request.channel), Self.state(request),
            ])
        }
        try register.forEachEvent(ofKinds: { $0 == EventKind.lettered.code }) { event in
            guard let request = event.request, let letter = RequestRecord.LetterEntry(event),
                let number = letter.number, isWanted(request.outgoing ?? request.id)
            else { return }
            table.rows.append([
                .text(request.id.description), .word("out", Text(en: "out", id: "keluar")), .moment(letter.time),
                .text(request.opd), .text(number),
                .text(letter.date ?? letter.time.date(at: settings.utcOffset).description),
                .word(letter.kind, letter.title), .none, .none,
            ])
        }
        return table
    }

    /// What the letter is about when it does not say so itself.
    private func subject(_ request: RequestSummary, _ form: RequestForm?) -> String {
        let kind = RequestKind(rawValue: request.kind)?.text.id ?? request.kind
        // Once it is carried out the request goes by the new name; the letter spoke of both.
        if let form, form.kind == .rename, let old = form.name, let new = form.newName {
            return "Permohonan \(kind) \(inFull(old)) menjadi \(inFull(new))"
        }
        return "Permohonan \(kind)" + (request.name.map { " \($0.undotted)" } ?? "")
    }

    /// A name as typed, in full; as it is when it can be none.
    private func inFull(_ text: String) -> String {
        LabelRules.judge(text, zone: settings.zone, settings: settings, overridesReserved: true).name?.undotted ?? text
    }

    static func channel(_ code: String?) -> RegisterTable.Cell {
        code.map { .word($0, RequestChannel(rawValue: $0)?.text ?? Text(verbatim: $0)) } ?? .none
    }

    static func state(_ request: RequestSummary) -> RegisterTable.Cell {
        request.state.map { .word($0.rawValue, $0.text) } ?? .none
    }

    func requests() throws -> RegisterTable {
        var table = RegisterTable(
            .requests,
            [
                .init("request", Text(en: "REQUEST", id: "PERMOHONAN")),
                .init("received", Text(en: "RECEIVED", id: "DITERIMA"), shrinksTo: 10),
                .init("opd", Text(en: "AGENCY", id: "OPD"), shrinksTo: 12),
                .init("letter", Text(en: "LETTER", id: "SURAT")),
                .init("letterDate", Text(en: "DATED", id: "TANGGAL SURAT"), shrinksTo: 10),
                .init("kind", Text(en: "KIND", id: "JENIS"), shrinksTo: 9),
                .init("name", Text(en: "NAME", id: "NAMA"), shrinksTo: 12),
                .init("details", Text(en: "DETAILS", id: "RINCIAN"), shrinksTo: 16),
                .init("state", Text(en: "STATE", id: "KEADAAN"), shrinksTo: 12),
                .init("outcome", Text(en: "OUTCOME", id: "PUTUSAN"), shrinksTo: 9),
                .init("reason", Text(en: "REASON", id: "ALASAN"), shrinksTo: DecisionReason.longestCode),
                .init("softcopy", Text(en: "SOFT COPY", id: "BERKAS DIGITAL"), shrinksTo: 10),
                .init("hardcopy", Text(en: "HARD COPY", id: "BERKAS FISIK"), shrinksTo: 10),
            ])
        var reader = try RequestTimelineReader(register)
        for entry in try sortedRequests() {
            let (request, newest) = (entry.request, entry.newest)
            // What was carried out in one step has no form.
            let form = request.procedure == nil ? nil : try reader.timeline(of: request.id, from: newest.offset).form
            let papers = form?.attachments ?? []
            let date = request.received ?? request.begun ?? Instant(rfc3339: newest.time)
            table.rows.append([
                .text(request.id.description), .optional(date), .text(request.opd), .text(request.letter),
                .optional(request.letterDate), Self.kind(request.kind), .optional(request.name?.undotted),
                form.map(Self.details) ?? .none, Self.state(request),
                request.outcome.map { .word($0.rawValue, $0.text) } ?? .none, .optional(request.reason),
                .list(Self.once(papers.compactMap { $0.path ?? $0.name })),
                .list(Self.once(papers.compactMap(\.location))),
            ])
        }
        return table
    }

    /// Several papers may lie in one place.
    private static func once(_ places: [String]) -> [String] {
        var seen: Set<String> = []
        return places.filter { seen.insert($0).inserted }
    }

    /// What was asked, in one line. Persons are left out.
    static func details(_ form: RequestForm) -> RegisterTable.Cell {
        let (en, id) = (details(form, .english), details(form, .indonesian))
        return .word(id, Text(en: en, id: id))
    }

    private static func details(_ form: RequestForm, _ language: Language) -> String {
        func say(_ en: String, _ id: String) -> String { Text(en: en, id: id)(language) }
        let purpose = form.purposeClass.map { PurposeClass(rawValue: $0)?.text(language) ?? $0 }
        let parts: [(String, String?)] = [
            (say("function", "fungsi"), form.function), (say("purpose", "peruntukan"), purpose),
            ("hosting", form.hosting?.text(language)),
            (say("space", "kapasitas"), form.capacityGB.map(IndonesianText.gigabytes)),
            (say("target", "tujuan"), list(form.target)), (say("name servers", "server nama"), list(form.nameServers)),
            (say("new name", "nama baru"), form.newName), (say("mailboxes", "akun surel"), list(form.emailAccounts)),
            (say("shared with", "dipakai bersama"), list(form.coordinatedWith)),
        ]
        let cannot = form.cannotAccess ? [say("cannot get in", "tidak dapat mengakses")] : []
        return (parts.compactMap { title, value in value.map { "\(title): \($0)" } } + cannot).joined(separator: "; ")
    }

    private static func list(_ items: [String]) -> String? { items.isEmpty ? nil : items.joined(separator: ", ") }
}

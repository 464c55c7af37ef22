import RFC1035

/// The page of one request: what was asked, what happened, what was written.
extension StatusSite {
    func requestPage(_ request: RequestSummary, _ newest: Event) throws -> String {
        var page = self.page(.request(request.id), title: say("Request \(request.id)", "Permohonan \(request.id)"))
        let record = try procedure.flatMap { try register.record(of: request.id, procedure: $0) }
        let kind = RequestKind(rawValue: request.kind)?.text(options.language) ?? request.kind
        let begun = request.received ?? request.begun ?? (record == nil ? Instant(rfc3339: newest.time) : nil)
        var fields: [(String, String)] = [
            (say("Agency", "OPD"), request.opd), (say("Name", "Nama"), request.name?.undotted ?? ""),
            (say("Kind", "Jenis"), kind), (say("Letter", "Surat"), letter(request)),
            (say("Received", "Diterima"), begun.map(times.moment) ?? ""),
            (say("State", "Keadaan"), request.state?.text(options.language) ?? ""),
            (say("Outcome", "Putusan"), outcome(of: request)),
            (say("Planned for", "Dijadwalkan"), request.schedule.map(date) ?? ""),
            (
                say("Handed in", "Diajukan"),
                request.attempts > 1 ? say("\(request.attempts) times", "\(request.attempts) kali") : ""
            ),
        ]
        if let form = record?.form { fields += details(form, request) }
        page.fields(fields)
        openSteps(&page, request)
        if let record {
            timeline(&page, record)
            documents(&page, record)
        }
        return finished(page)
    }

    private func date(_ text: String) -> String {
        options.language == .indonesian ? IndonesianText.date(text) : text
    }

    private func letter(_ request: RequestSummary) -> String {
        guard !request.letter.isEmpty else { return "" }
        return request.letter + (request.letterDate.map { " (\(date($0)))" } ?? "")
    }

    /// What was asked; who asked only where persons may be named.
    private func details(_ form: RequestForm, _ request: RequestSummary) -> [(String, String)] {
        var fields: [(String, String)] = [
            (say("Function", "Fungsi"), form.function ?? ""),
            (
                say("Purpose", "Peruntukan"),
                form.knownPurpose?.text(options.language) ?? form.purposeClass ?? ""
            ),
            (say("Hosting", "Hosting"), form.hosting?.text(options.language) ?? ""),
            (say("Space", "Kapasitas"), form.capacityGB.map(IndonesianText.gigabytes) ?? ""),
            (say("Shared with", "Dipakai bersama"), form.coordinatedWith.joined(separator: ", ")),
        ]
        guard options.withContacts else { return fields }
        fields += [
            (say("Administrative contact", "Penanggung jawab administratif"), contact(form.adminPIC)),
            (say("Technical contact", "Penanggung jawab teknis"), contact(form.technicalPIC)),
            (say("Mailboxes", "Akun surel"), form.emailAccounts.joined(separator: ", ")),
            (say("Assigned to", "Ditugaskan kepada"), request.assigned ?? ""),
        ]
        return fields
    }

    private func contact(_ contact: RequestForm.Contact?) -> String {
        guard let contact else { return "" }
        return [contact.name, contact.position, contact.phone, contact.email].compactMap { $0 }.joined(separator: ", ")
    }

    private func openSteps(_ page: inout HTMLPage, _ request: RequestSummary) {
        guard let procedure, request.state?.isFinal == false, !request.open.isEmpty else { return }
        page.element("h2", say("Now", "Sekarang"))
        page.tableHead([
            say("Step", "Langkah"), say("Who has it", "Pelaksana"), say("Since", "Sejak"), say("Due", "Tenggat"),
            say("Clock", "Waktu"),
        ])
        for clock in request.openClocks(procedure, calendar) {
            let step = self.step(clock.step)
            page.row([
                .step("\(clock.step) \(step.activity)"), .text(step.by), .plain(times.short(clock.since)),
                .plain(request.waitsForApplicant ? "" : times.short(clock.due)), mark(request, clock),
            ])
        }
        page.tableEnd()
    }

    private func timeline(_ page: inout HTMLPage, _ record: RequestRecord) {
        page.element("h2", say("What happened", "Riwayat"))
        // The clock of each taking of a step, found by the moment it was done.
        let clocks = record.summary.clocks(record.procedure, calendar)
        page.raw("<ol class=\"timeline\">\n")
        for entry in record.history {
            page.raw("<li><time datetime=\"\(entry.time.rfc3339(at: calendar.utcOffset))\">")
            page.text(times.moment(entry.time))
            page.raw("</time>\n<p>")
            page.text(what(entry))
            page.raw("</p>\n")
            if let clock = clocks.first(where: { $0.step == entry.step && $0.done == entry.time }) {
                page.raw("<p>")
                page.text(took(clock) + " ")
                if clock.isLate(at: now) {
                    let by = times.duration(minutes: clock.lateness(at: now, calendar))
                    page.raw(HTMLPage.mark("late", say("late by \(by)", "terlambat \(by)")))
                }
                page.raw("</p>\n")
            }
            if let note = entry.note, options.withContacts {
                page.element("p", say("Note: ", "Catatan: ") + note)
            }
            page.raw("</li>\n")
        }
        page.raw("</ol>\n")
    }

    private func what(_ entry: RequestRecord.HistoryEntry) -> String {
        var text = entry.kind.text(options.language)
        if let id = entry.step {
            text = id
            let activity = step(id).activity
            if !activity.isEmpty { text += " " + activity }
            if let decision = entry.decision { text += decision ? say(" – yes", " – ya") : say(" – no", " – tidak") }
        } else if entry.kind == .lettered, let kind = entry.details["kind"]?.string {
            text += ": " + (LetterKind(rawValue: kind)?.text(options.language) ?? kind)
        }
        if let reason = entry.reason { text += " (\(reason))" }
        return text + " – " + actor(entry)
    }

    /// The office's word for the role; the person only where persons may be named.
    private func actor(_ entry: RequestRecord.HistoryEntry) -> String {
        guard let role = entry.role else {
            return options.withContacts ? entry.actor : String(entry.actor.prefix { $0 != ":" })
        }
        let title = procedure?.title(of: role) ?? role.text(options.language)
        guard options.withContacts, let person = entry.person else { return title }
        return "\(title) (\(person))"
    }

    private func took(_ clock: StepClock) -> String {
        let spent = times.duration(clock.spent(at: now, calendar))
        guard clock.standard != nil else { return TimeText.standard(nil)(options.language) }
        let standard = TimeText.standard(clock.standard)(options.language)
        return say("took \(spent) of \(standard)", "terpakai \(spent) dari \(standard)")
    }

    private func documents(_ page: inout HTMLPage, _ record: RequestRecord) {
        page.element("h2", say("Documents", "Dokumen"))
        guard !record.letters.isEmpty else {
            page.element("p", say("None yet.", "Belum ada."), class: "empty")
            return
        }
        page.tableHead([say("Document", "Dokumen"), say("Number", "Nomor"), say("Date", "Tanggal"), "SHA-256"])
        for letter in record.letters {
            let title = LetterKind(rawValue: letter.kind)?.text(options.language) ?? letter.kind
            page.row([
                .text(IndonesianText.capitalized(title)), .text(letter.number ?? ""), .plain(times.short(letter.time)),
                .plain(letter.digest.map { String($0.prefix(16)) } ?? ""),
            ])
        }
        page.tableEnd()
    }
}

import RFC1035

/// The page of one request: what was asked, what happened, what was written.
extension StatusSite {
    func requestPage(
        _ request: RequestSummary, _ newest: NewestEvent, _ reader: inout RequestTimelineReader
    ) throws -> [UInt8] {
        var page = frame.page(nil, title: say("Request \(request.id)", "Permohonan \(request.id)"))
        // What was carried out in one step has no more to say.
        let past = request.procedure == nil ? nil : try reader.timeline(of: request.id, from: newest.offset)
        let kind = RequestKind(rawValue: request.kind)?.text(options.language) ?? request.kind
        let begun = request.received ?? request.begun ?? (past == nil ? Instant(rfc3339: newest.time) : nil)
        var fields: [(String, String)] = [
            (say("Agency", "OPD"), redaction.text(request.opd)), (say("Name", "Nama"), request.name?.undotted ?? ""),
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
        if let form = past?.form { fields += details(form, request) }
        page.fields(fields)
        openSteps(&page, request)
        if let past {
            timeline(&page, request, past)
            documents(&page, past)
        }
        return frame.finished(page)
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
            (say("Function", "Fungsi"), redaction.text(form.function ?? "")),
            (
                say("Purpose", "Peruntukan"),
                form.knownPurpose?.text(options.language) ?? redaction.text(form.purposeClass ?? "")
            ),
            (say("Hosting", "Hosting"), form.hosting?.text(options.language) ?? ""),
            (say("Space", "Kapasitas"), form.capacityGB.map(IndonesianText.gigabytes) ?? ""),
            (
                say("Shared with", "Dipakai bersama"),
                form.coordinatedWith.map(redaction.text).joined(separator: ", ")
            ),
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
            page.row([
                .step("\(clock.step) \(activity(clock.step))"), .text(takers(clock.step)),
                .plain(times.short(clock.since)),
                .plain(times.short(clock.deadline)), mark(clock),
            ])
        }
        page.tableEnd()
    }

    private func timeline(_ page: inout HTMLPage, _ request: RequestSummary, _ past: RequestTimeline) {
        page.element("h2", say("What happened", "Riwayat"))
        // The clock of each taking of a step, found by the moment it was done.
        let clocks = procedure.map { request.clocks($0, calendar) } ?? []
        page.raw("<ol class=\"timeline\">\n")
        for entry in past.entries {
            page.raw("<li>")
            page.time(entry.time, times)
            page.raw("\n<p>")
            what(&page, entry)
            page.raw("</p>\n")
            if let clock = clocks.first(where: { $0.done == entry.time && $0.step == entry.step }) {
                page.raw("<p>")
                page.text(took(clock) + " ")
                if clock.isLate(at: now) { page.mark("late", times.text(clock.verdict(at: now, calendar))) }
                page.raw("</p>\n")
            }
            if let note = entry.note, options.withContacts {
                page.element("p", say("Note: ", "Catatan: ") + note)
            }
            page.raw("</li>\n")
        }
        page.raw("</ol>\n")
    }

    private func what(_ page: inout HTMLPage, _ entry: RequestTimeline.Entry) {
        if let id = entry.step {
            page.text(id)
            page.raw(" ")
            page.text(activity(id))
            if let decision = entry.decision { page.raw(decision ? say(" – yes", " – ya") : say(" – no", " – tidak")) }
        } else {
            page.text(entry.kind.text(options.language))
            if let letter = entry.letter { page.text(": " + letter.title(options.language)) }
        }
        if let reason = entry.reason { page.text(" (\(inWords(reason)))") }
        page.raw(" – ")
        page.text(actor(entry))
    }

    /// The office's word for the role; the person only where persons may be named. Any word can be claimed as a role,
    /// a person's name too.
    private func actor(_ entry: RequestTimeline.Entry) -> String {
        guard let role = Role(claimed: entry.actor) else {
            return options.withContacts ? entry.actor : "sysadmin"
        }
        let title = procedure?.title(of: role) ?? role.text(options.language)
        guard options.withContacts, let colon = entry.actor.firstIndex(of: ":") else { return title }
        return "\(title) (\(entry.actor[colon...].dropFirst()))"
    }

    private func took(_ clock: StepClock) -> String {
        let standard = standard(clock)
        guard clock.standard != nil else { return standard }
        let spent = times.duration(clock.spent(at: now, calendar))
        return say("took \(spent) of \(standard)", "terpakai \(spent) dari \(standard)")
    }

    private func documents(_ page: inout HTMLPage, _ past: RequestTimeline) {
        page.element("h2", say("Documents", "Dokumen"))
        let letters = past.entries.compactMap(\.letter)
        guard !letters.isEmpty else {
            page.element("p", say("None yet.", "Belum ada."), class: "empty")
            return
        }
        page.tableHead([say("Document", "Dokumen"), say("Number", "Nomor"), say("Date", "Tanggal"), "SHA-256"])
        for letter in letters {
            page.row([
                .text(IndonesianText.capitalized(letter.title(options.language))), .text(letter.number ?? ""),
                .plain(letter.date ?? times.short(letter.time)),
                .plain(letter.digest.map { String($0.prefix(16)) } ?? ""),
            ])
        }
        page.tableEnd()
    }
}

import RFC1035

/// The pages about many: the queue, the names, a year's requests.
extension StatusSite {
    // MARK: Queue, space, review, service

    func queuePage(
        _ requests: RequestList, _ names: NameList, _ space: Capacity.Sums
    ) -> [UInt8] {
        var page = frame.page("index.html", title: say("Requests being worked on", "Permohonan yang dikerjakan"))
        var waiting: [(request: RequestSummary, clock: StepClock)] = []
        var level = procedure.map { ServiceLevel($0, calendar, year: year, now: now) }
        for entry in requests where entry.request.procedure != nil {
            level?.add(entry.request)
            guard let procedure, !entry.isFinal else { continue }
            waiting += entry.request.openClocks(procedure, calendar).map { (entry.request, $0) }
        }
        // The most urgent first; what has no time standard, or waits for the applicant, last.
        waiting.sort { ($0.clock.deadline ?? .far, $0.request.id) < ($1.clock.deadline ?? .far, $1.request.id) }
        let late = waiting.filter { $0.clock.isLate(at: now) }.count
        let review = dueForReview(names)
        tiles(&page, requests, late: late, review: review.count, names)
        queue(&page, waiting)
        hosting(&page, space)
        reviewSection(&page, review)
        if let level { service(&page, level) }
        return frame.finished(page)
    }

    private func tiles(
        _ page: inout HTMLPage, _ requests: RequestList, late: Int, review: Int, _ names: NameList
    ) {
        let ofYear = requests.count { $0.request.id.year == year }
        let open = requests.count { !$0.isFinal }
        let active = names.count { $0.status == .active }
        page.open("ul", class: "tiles")
        for (style, number, text) in [
            ("", ofYear, say("requests in \(year)", "permohonan tahun \(year)")),
            ("", open, say("open", "masih berjalan")),
            (late > 0 ? "late" : "", late, say("steps late", "langkah terlambat")),
            ("", active, say("active names", "nama aktif")),
            ("", review, say("names due for review", "nama perlu ditinjau")),
        ] {
            page.raw("<li\(style.isEmpty ? "" : " class=\"\(style)\"")><strong>\(number)</strong> ")
            page.raw("<span>\(HTMLPage.escaped(text))</span></li>\n")
        }
        page.close("ul")
    }

    private func queue(_ page: inout HTMLPage, _ waiting: [(request: RequestSummary, clock: StepClock)]) {
        page.element("h2", say("Queue", "Antrean"))
        guard !waiting.isEmpty else {
            page.element("p", say("Nothing is open.", "Tidak ada permohonan yang berjalan."), class: "empty")
            return
        }
        page.tableHead([
            say("Request", "Permohonan"), say("Agency", "OPD"), say("Name", "Nama"), say("State", "Keadaan"),
            say("Step", "Langkah"), say("Who has it", "Pelaksana"), say("Due", "Tenggat"), say("Clock", "Waktu"),
        ])
        for (request, clock) in waiting {
            page.row([
                .link("\(Self.requestsFolder)/\(Self.file(of: request.id))", request.id.description),
                .text(redaction.text(request.opd)), .text(request.name?.text(relativeTo: zone) ?? ""),
                .text(request.state?.text(options.language) ?? ""), .step("\(clock.step) \(activity(clock.step))"),
                .text(takers(clock.step)), .plain(times.short(clock.deadline)), mark(clock),
            ])
        }
        page.tableEnd()
    }

    private func hosting(_ page: inout HTMLPage, _ space: Capacity.Sums) {
        let (total, taken, free, percent) = (space.total, space.taken, space.free, min(100, space.percent))
        page.element("h2", say("Space of the shared hosting", "Kapasitas hosting bersama"))
        page.raw("<div class=\"bar\(space.isLow ? " full" : "")\"><div style=\"width:\(percent)%\"></div></div>\n")
        page.element(
            "p",
            say(
                "\(taken) GB of \(total) GB are taken, \(free) GB are free.",
                "\(IndonesianText.gigabytes(taken)) dari \(IndonesianText.gigabytes(total)) terpakai, "
                    + "tersisa \(IndonesianText.gigabytes(free))."))
    }

    /// Held names whose review is due, the longest due first.
    private func dueForReview(_ names: NameList) -> [(name: ManagedName, due: String)] {
        let today = now.date(at: calendar.utcOffset).description
        return names.compactMap { name in
            name.status.isHeld ? reviewDate(of: name).flatMap { $0 <= today ? (name, $0) : nil } : nil
        }.sorted { $0.due < $1.due }
    }

    /// `YYYY-MM-DD`
    func reviewDate(of name: ManagedName) -> String? { name.reviewDate(months: settings.reviewMonths)?.description }

    private func reviewSection(_ page: inout HTMLPage, _ due: [(name: ManagedName, due: String)]) {
        page.element("h2", say("Due for review", "Jatuh tempo peninjauan"))
        guard !due.isEmpty else {
            page.element("p", say("No name is due.", "Tidak ada nama yang jatuh tempo."), class: "empty")
            return
        }
        page.tableHead([
            say("Name", "Nama"), say("Agency", "OPD"), say("Due since", "Sejak"), say("Request", "Permohonan"),
        ])
        for (name, date) in due {
            page.row([
                .text(name.name.undotted), .text(redaction.text(name.opd)), .plain(date), requestLink(name.request),
            ])
        }
        page.tableEnd()
    }

    private func service(_ page: inout HTMLPage, _ level: ServiceLevel) {
        page.element("h2", say("Time of service in \(year)", "Waktu layanan tahun \(year)"))
        page.tableHead([
            say("Step", "Langkah"), say("Standard", "Baku waktu"), say("Taken", "Dikerjakan"), "Median",
            say("Worst", "Terlama"), say("In time", "Tepat waktu"),
        ])
        for row in level.rows {
            func shown(_ count: Int?) -> String { count.map { times.duration(WorkingTime($0, row.unit)) } ?? "" }
            page.row([
                .step("\(row.step.id) \(row.step.activity)"),
                .plain(TimeText.standard(row.step.time)(options.language)),
                .number("\(row.count)"), .plain(shown(row.median)), .plain(shown(row.worst)),
                .number(row.share.map { "\($0)%" } ?? ""),
            ])
        }
        page.tableEnd()
    }

    // MARK: Names

    func namesPage(_ names: NameList) -> [UInt8] {
        var page = frame.page("names.html", title: say("Register of subdomains", "Daftar subdomain"), isSearched: true)
        guard !names.isEmpty else {
            page.element("p", say("No name was given out yet.", "Belum ada nama yang diberikan."), class: "empty")
            return frame.finished(page)
        }
        page.tableHead(
            [
                say("Name", "Nama"), say("Agency", "OPD"), say("Status", "Keadaan"), say("Since", "Sejak"),
                say("Target", "Tujuan"), say("Review", "Peninjauan"), say("Request", "Permohonan"),
            ], id: "list", rows: names.count)
        for name in names {
            let style = name.status == .active ? "good" : "waits"
            let until = name.quarantineUntil.map { say(" until \($0)", " hingga \($0)") } ?? ""
            page.row([
                .text(name.name.undotted), .text(redaction.text(name.opd)),
                .mark(style, name.status.text(options.language) + until), .plain(name.since),
                .text(name.status == .retired ? "" : name.target.summary),
                .plain(name.status.isHeld ? reviewDate(of: name) ?? "" : ""), requestLink(name.request),
            ])
        }
        page.tableEnd()
        return frame.finished(page)
    }

    private func requestLink(_ id: RequestID) -> HTMLPage.Cell {
        .link("\(Self.requestsFolder)/\(Self.file(of: id))", id.description)
    }

    // MARK: Requests of a year

    func requestsPage(of year: Int, _ requests: RequestList) -> [UInt8] {
        var page = frame.page(
            StatusSite.requestsFile(year), title: say("Requests of \(year)", "Permohonan tahun \(year)"),
            isSearched: true)
        let years = Set(requests.lazy.map(\.request.id.year)).union([self.year]).sorted()
        if years.count > 1 {
            page.raw("<p>")
            for other in years where other != year {
                page.link(Self.requestsFile(other), say("Requests of \(other)", "Permohonan tahun \(other)"))
                page.raw(" ")
            }
            page.raw("</p>\n")
        }
        let rows = requests.count { $0.request.id.year == year }
        guard rows > 0 else {
            page.element("p", say("No requests.", "Tidak ada permohonan."), class: "empty")
            return frame.finished(page)
        }
        page.tableHead(
            [
                say("Request", "Permohonan"), say("Received", "Diterima"), say("Agency", "OPD"), say("Kind", "Jenis"),
                say("Name", "Nama"), say("State", "Keadaan"), say("Outcome", "Putusan"),
            ], id: "list", rows: rows)
        for entry in requests where entry.request.id.year == year {
            let request = entry.request
            page.row([
                requestLink(request.id), .plain(times.short(request.received ?? request.begun)),
                .text(redaction.text(request.opd)),
                .text(RequestKind(rawValue: request.kind)?.text(options.language) ?? request.kind),
                .text(request.name?.undotted ?? ""), .text(request.state?.text(options.language) ?? ""),
                .text(outcome(of: request)),
            ])
        }
        page.tableEnd()
        return frame.finished(page)
    }

    func outcome(of request: RequestSummary) -> String {
        [request.outcome?.text(options.language), request.reason.map(inWords)].compactMap { $0 }
            .joined(separator: " – ")
    }

    /// A reason in words; its code where it is none of this version's.
    func inWords(_ reason: String) -> String {
        DecisionReason.named(reason)?.text(options.language) ?? redaction.text(reason)
    }
}

extension Instant {
    /// Later than anything that is due.
    fileprivate static let far = Instant(seconds: .max)
}

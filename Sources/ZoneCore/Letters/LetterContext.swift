import RFC1035

/// What a document is made from: the request as the register knows it, the office's settings, and what the command
/// has looked up.
public struct LetterContext: Sendable {
    public var record: RequestRecord
    public var settings: ZoneSettings
    public var calendar: OfficeCalendar
    public var now: Instant
    /// The number a signed letter gets; `nil`: dots in its place.
    public var number: String?
    /// Bears the mark KONSEP.
    public var isDraft: Bool
    /// Serial of the zone file written last.
    public var serial: UInt32?
    /// The zone file that holds what the request made; `nil` while none does.
    public var publication: Publication?
    /// When the name that it is about was given to its holder, and last changed.
    public var days = HoldingDays()
    /// For a rename: who has the new name.
    public var wanted: ManagedName?
    /// What the shared hosting was enlarged by since the request was put off, the oldest first.
    public var addedSpace: [AddedSpace] = []
    /// Seconds that resolvers remember that a name does not exist (RFC 2308 §5).
    public var negativeTTL: UInt32?
    /// Space of the shared hosting that nobody has.
    public var freeGigabytes: Int?
    /// Free names, as labels.
    public var alternatives: [String]
    /// All requests with a day for work that is still to be done, in order of the days.
    public var scheduled: [RequestSummary]

    public init(record: RequestRecord, settings: ZoneSettings, calendar: OfficeCalendar, now: Instant) {
        self.record = record
        self.settings = settings
        self.calendar = calendar
        self.now = now
        isDraft = false
        alternatives = []
        scheduled = []
    }

    var form: RequestForm { record.form }
    var summary: RequestSummary { record.summary }
    var procedure: Procedure { record.procedure }
    var offset: UTCOffset { settings.utcOffset }
    var today: CalendarDate { now.date(at: offset) }
    var zone: String { settings.zone.undotted }

    func date(_ instant: Instant) -> String { IndonesianText.date(instant.date(at: offset)) }
    func moment(_ instant: Instant) -> String { IndonesianText.moment(instant, at: offset) }

    /// What was decided. Where a procedure asks for no decision, what is made was approved.
    var outcome: RequestOutcome? { record.outcome }

    /// The accounts of the request, else those at the name it is about, when that is the agency's own. A name that is
    /// given up has none any more.
    var accounts: [RequestRecord.AccountEntry] {
        if form.kind == .delete { return [] }
        guard record.accounts.isEmpty, let name = record.name, isOwn(name) else { return record.accounts }
        return name.accounts
    }

    /// Numbers of the sheets that hold.
    var sheets: [String] { accounts.compactMap(\.sheet).uniqued }

    /// Whether the agency that asks is the one that has a name.
    func isOwn(_ name: ManagedName) -> Bool { Decision.isSame(name.opd, form.opd) }

    // MARK: Names

    /// The name as the request left it, whatever became of it since; where it made no record of one that is there, the
    /// name as it is. `nil` before and when there is none.
    var made: ManagedName? {
        if let work = record.works.last { return work.status == .retired ? nil : work }
        return summary.provisioned == nil ? nil : record.name
    }

    /// Whether the name was suspended when the request was carried out: nothing of it got into a zone file.
    var isMadeSuspended: Bool { record.works.last?.status == .suspended }

    /// The name that the request gave up, as it was left.
    var removed: ManagedName? { record.works.first { $0.status == .retired } }

    /// The name asked for, in full; as typed when it can be none. Of a rename the new one.
    var name: String {
        if let text = form.newName, form.kind == .rename { return newName?.undotted ?? text }
        return summary.name?.undotted ?? form.name ?? ""
    }

    /// For a rename: the new name, when it can be one.
    public var newName: Name? {
        guard form.kind == .rename, let text = form.newName else { return nil }
        return LabelRules.judge(text, zone: settings.zone, settings: settings, overridesReserved: true).name
    }

    /// For a rename: the name that goes, in full.
    var oldName: String? {
        guard form.kind == .rename else { return nil }
        return removed?.name.undotted ?? (summary.provisioned == nil ? summary.name?.undotted : nil) ?? form.name
    }

    /// `nama subdomain dinkes.example.go.id`; what is asked for when there is no name.
    var matter: String {
        if let old = oldName { return "nama subdomain \(old) menjadi \(name)" }
        return name.isEmpty ? "ruang penyimpanan (hosting)" : "nama subdomain \(name)"
    }

    // MARK: Frame

    /// Government and office in the letterhead.
    var letterhead: LetterDocument.Block {
        let own = settings.letters.letterhead
        return .letterhead(own.isEmpty ? [procedure.government, procedure.office] : own)
    }

    /// `Purbalingga, 24 November 2026`; dots for the day of a draft, which is not dated.
    var placeAndDate: String {
        let place = settings.letters.place.isEmpty ? "" : "\(settings.letters.place), "
        guard isDraft else { return place + IndonesianText.date(today) }
        return "\(place)…… \(IndonesianText.month(today)) \(today.year)"
    }

    var numberText: String { number ?? settings.letters.number(nil, on: today) }

    /// The head of a letter to the agency.
    func opening(_ subject: String) -> LetterDocument.Block {
        .opening(
            LetterDocument.Opening(
                placeAndDate: placeAndDate, number: numberText, subject: subject,
                addressee: [LetterContext.head(of: form.opd), "di Tempat"]))
    }

    /// The title of what is no letter, with its number where it has one.
    func heading(_ title: String, isNumbered: Bool = false) -> LetterDocument.Block {
        .heading([title.uppercased()] + (isNumbered ? ["Nomor: \(numberText)"] : []))
    }

    func document(_ title: String, _ blocks: [LetterDocument.Block]) -> LetterDocument {
        LetterDocument(title: "\(title) \(summary.id)", isDraft: isDraft, blocks: blocks, footer: footer)
    }

    private var footer: [String] {
        var lines = ["\(IndonesianText.capitalized(place)) · \(procedure.title) · \(zone)"]
        if let team = procedure.accountable { lines.append("Penanggung jawab layanan: \(team)") }
        return lines
    }

    // MARK: People

    /// The nearest superior that the procedure knows of whoever does the work.
    var superior: Role { [.sectionHead, .divisionHead].first { procedure.titles[$0] != nil } ?? .agencyHead }

    /// Who signs in a role of the office.
    func signature(_ role: Role, above: [String] = []) -> LetterDocument.Signature {
        let person = settings.letters.signatories[role.rawValue] ?? ZoneSettings.Signatory()
        let title = person.title.isEmpty ? procedure.title(of: role) : person.title
        var lines = above
        if !person.onBehalfOf.isEmpty { lines.append("a.n. \(person.onBehalfOf)") }
        var below: [String] = []
        if !person.rank.isEmpty { below.append(person.rank) }
        if !person.number.isEmpty { below.append("NIP \(person.number)") }
        let name = person.name.isEmpty ? self.person(in: role) ?? "" : person.name
        return .init(above: lines + ["\(title),"], name: name, below: below)
    }

    /// Who acted in a role last, where it was said.
    private func person(in role: Role) -> String? {
        record.history.last { $0.role == role && $0.person != nil }?.person
    }

    /// Who signs for the agency.
    func signature(_ contact: RequestForm.Contact?, above: [String]) -> LetterDocument.Signature {
        .init(above: above, name: contact?.name ?? "", below: contact?.position.map { [$0] } ?? [])
    }

    /// The person who acted in a history entry, else the role's title: `Sari Contoh (Kepala Dinas)`.
    func actor(_ entry: RequestRecord.HistoryEntry) -> String {
        if let role = entry.role {
            let title = procedure.title(of: role)
            return entry.person.map { "\($0) (\(title))" } ?? title
        }
        // The sysadmin entered what others did: whose step it is.
        let roles = procedure.steps.first { $0.id == entry.step }?.roles ?? []
        guard let role = roles.contains(.agencyHead) ? .agencyHead : roles.first else {
            return String(entry.actor.prefix { $0 != ":" })
        }
        return procedure.title(of: role)
    }

    /// Who leads an agency, for the address of a letter.
    static func head(of opd: String) -> String {
        let heads = [
            ("Kecamatan ", "Camat "), ("Kelurahan ", "Lurah "), ("Inspektorat", "Inspektur"), ("RSUD", "Direktur RSUD"),
            ("Rumah Sakit", "Direktur Rumah Sakit"), ("Sekretariat Daerah", "Sekretaris Daerah"),
            ("Sekretariat DPRD", "Sekretaris DPRD"), ("Sekretariat Dewan", "Sekretaris Dewan"),
        ]
        // A part of the secretariat is led by its own head.
        if opd.hasPrefix("Sekretariat"), let part = opd.firstRange(of: "Bagian ") {
            return "Kepala \(opd[part.lowerBound...])"
        }
        for (start, title) in heads where opd.hasPrefix(start) { return title + opd.dropFirst(start.count) }
        let kinds = [
            "Dinas", "Badan", "Bagian", "Kantor", "Satuan", "UPT", "Unit", "Puskesmas", "Balai", "Bidang", "Desa", "SD",
            "SMP", "SMA", "SMK", "TK", "Laboratorium",
        ]
        let first = opd.prefix { $0 != " " }
        // Agencies that go by their abbreviation.
        let known = AgencyNames.known.contains { name, labels in
            ["badan", "dinas", "satuan"].contains { name.hasPrefix($0) } && labels.contains(first.lowercased())
        }
        if known || ["Satpol", "Bappeda", "Bapenda", "BPBD"].contains(String(first)) { return "Kepala \(opd)" }
        let isKnown = kinds.contains { first == $0 || ($0.utf8.count <= 3 && first.hasPrefix($0)) }
        return isKnown ? "Kepala \(opd)" : "Pimpinan \(opd)"
    }

    // MARK: Sentences

    /// ` Nomor 440/1/2026 tanggal 20 November 2026`, as far as there is a letter.
    private var letterNumber: String {
        var text = ""
        if let number = form.letterNumber { text += " Nomor \(number)" }
        if let date = form.letterDate { text += " tanggal \(IndonesianText.date(date))" }
        return text
    }

    /// Whether there is nothing yet but the electronic form.
    private var hasOnlyForm: Bool { form.channel == .eForm && form.letterNumber == nil }

    /// What every answer begins with: the letter it answers.
    var reference: LetterText {
        let paper = hasOnlyForm ? "permohonan elektronik" : form.channel == .email ? "surel" : "surat"
        let text = "\(paper) Saudara\(letterNumber) hal \(form.subject ?? subjectOfRequest)"
        return "Menindaklanjuti \(text) (\(place)), dengan ini kami sampaikan bahwa"
    }

    /// The letter as others are told of it: `surat Dinas Kesehatan Nomor 440/1/2026 … (agenda 2026/0007)`.
    var basis: String {
        "\(hasOnlyForm ? "permohonan elektronik" : "surat") \(form.opd)\(letterNumber) (\(place))"
    }

    /// What is done for a request of its kind: `penghapusan`.
    var deed: String {
        switch form.kind {
        case .new: "pembuatan"
        case .change: "perubahan"
        case .rename: "penggantian"
        case .delete: "penghapusan"
        case .passwordReset: "pengaturan ulang kata sandi"
        case .hosting: "penyediaan"
        case .email: "pembuatan akun surel dan"
        case .redirect: "pengalihan"
        case .delegation: "delegasi"
        }
    }

    /// What the request is called by: its place in the agenda, once its letter has come in.
    var place: String { (isInAgenda ? "agenda " : "permohonan ") + summary.id.description }

    /// An electronic form stands in no agenda before its letter does.
    var isInAgenda: Bool { summary.received != nil || summary.procedure == nil }

    /// What a request is about, where its letter does not say.
    var subjectOfRequest: String { "permohonan \(deed) \(matter)" }

    /// What its letter is about, for a line of its own.
    var subjectLine: String { form.subject ?? IndonesianText.capitalized(subjectOfRequest) }

    /// The reason in words, as recorded.
    var reason: (code: String, text: String)? {
        guard let code = summary.reason else { return nil }
        return (code, DecisionReason.named(code)?.text.id ?? code)
    }

    /// What whoever decided noted.
    var decisionNote: String? { record.history.last { $0.decision != nil && $0.reason != nil }?.note }

    var thanks: LetterDocument.Block {
        var text: LetterText =
            "Demikian kami sampaikan, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih."
        if !settings.letters.contact.isEmpty {
            text = "Keterangan lebih lanjut dapat diperoleh melalui \(settings.letters.contact). \(text)"
        }
        return .paragraph(text)
    }

    /// Seconds as people say them.
    static func delay(_ seconds: UInt32) -> String {
        seconds < 60 ? "\(seconds) detik" : IndonesianText.duration(minutes: (Int(seconds) + 59) / 60)
    }
}

extension RequestRecord {
    /// What was decided. Where a procedure asks for no decision, what is made was approved.
    var outcome: RequestOutcome? { summary.outcome ?? (summary.provisioned == nil ? nil : .approved) }

    /// The name that the request made or changed, when it was removed since.
    var removedSince: ManagedName? {
        guard let name, name.status == .retired, let work = works.last, work.status != .retired else { return nil }
        return work.name == name.name ? name : nil
    }

    /// The name that the request made or changed, when another request changed it since.
    var changedSince: ManagedName? {
        guard let name, name.status.isHeld, name.request != id, let work = works.last, work.status != .retired else {
            return nil
        }
        return work.name == name.name ? name : nil
    }
}

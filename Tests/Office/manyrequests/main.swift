import RFC1035
import ZoneCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

// manyrequests FOLDER COUNT: fills the folder of a zone, made with `zonectl init --procedure purbalingga`, with COUNT
// requests of the year 2026 that went their ways through the procedure: most to the archive, some refused, sent back,
// drafted twice, and those of the last days still open. Every event is decided by the rules the program itself has.

/// What is done with one request, in this order.
enum Act {
    case attach
    case step(String, by: String, decision: Bool?)
    /// The receipt; its line in the register, not its file.
    case receipt
    /// The signed answer; its line in the register, not its file.
    case answer(isApproval: Bool)
}

/// The way of the request with that number; `isRecent`: one of the last days, and not at its end yet.
func way(_ number: Int, isRecent: Bool) -> [Act] {
    func step(_ digits: String, _ role: String, _ decision: Bool? = nil) -> Act {
        .step("PBG-" + digits, by: role, decision: decision)
    }
    let kind = number % 20
    var acts: [Act] = [.receipt, step("02", "agencyHead:Dewi Contoh"), step("03", "divisionHead:Rini Contoh")]
    // Without its papers it is returned, and goes on when they come.
    if kind == 1 { acts.append(step("04", "technician:Budi Contoh")) }
    acts.append(.attach)
    acts += [
        step("04", "technician:Budi Contoh"), step("05", "sectionHead:Tono Contoh"),
        step("06", "divisionHead:Rini Contoh", kind != 0),
    ]
    if kind != 0 { acts.append(step("07", "technician:Budi Contoh")) }
    acts.append(step("08", "registrar:Sari Contoh"))
    if kind == 2 { acts += [step("09", "sectionHead:Tono Contoh", false), step("08", "registrar:Sari Contoh")] }
    acts += [
        step("09", "sectionHead:Tono Contoh", true), step("10", "secretary:Wati Contoh"),
        step("11", "agencyHead:Dewi Contoh"), .answer(isApproval: kind != 0), step("12", "registrar:Sari Contoh"),
        step("13", "registrar:Sari Contoh"),
    ]
    return isRecent ? Array(acts.prefix(1 + number % (acts.count - 1))) : acts
}

func form(_ number: Int) -> RequestForm {
    var form = RequestForm()
    form.opd = "Dinas Contoh \(number % 500)"
    form.letterNumber = "\(number)/2026"
    form.letterDate = "2026-01-02"
    form.addressee = "Kepala Dinas"
    form.subject = "Permohonan subdomain"
    form.name = "layanan\(number)"
    form.function = "Layanan daring nomor \(number) untuk warga"
    form.purposeClass = number % 20 == 0 ? "commercial" : "publicService"
    form.hosting = .ownServer
    form.capacityGB = 1
    form.target = ["198.51.100.\(number % 254 + 1)"]
    form.adminPIC = RequestForm.Contact(
        name: "Sari Contoh \(number % 900)", position: "Sekretaris", phone: "0800-1000", email: "sari@example.go.id")
    form.technicalPIC = RequestForm.Contact(name: "Budi Contoh", phone: "0800-1001", email: "budi@example.go.id")
    return form
}

/// A zone's folder with all that a decision needs.
struct Counter {
    let folder: Directory
    let settings: ZoneSettings
    let staticZone: Zone
    let procedure: Procedure
    let calendar: OfficeCalendar

    init(_ path: String) throws {
        folder = try Directory.open(path, for: .writing)
        guard let octets = try folder.contents(of: ZoneSettings.fileName, limit: ZoneSettings.maximumBytes),
            let settings = ZoneSettings.read(octets).settings,
            let procedure = try Procedure.entry(in: folder)?.procedure
        else {
            throw Failure.io(
                Text(en: "\(path) is no zone with a procedure", id: "\(path) bukan zona dengan prosedur"))
        }
        self.settings = settings
        self.procedure = procedure
        staticZone = Zone(
            origin: settings.zone,
            store: try StaticZone.read(zone: settings.zone, folder: folder, settings: settings).store)
        calendar = OfficeCalendar(hours: procedure.hours, utcOffset: settings.utcOffset)
    }

    /// One transaction at one moment, by one person.
    func transact(at now: Instant, by actor: String, _ body: (RequestDesk, RegisterTransaction) throws -> Void) throws {
        try Register.transact(in: folder, zone: settings.zone, time: now, actor: actor) { register in
            let decision = Decision(
                settings: settings, register: register, staticZone: staticZone,
                today: now.date(at: settings.utcOffset), search: .none)
            try body(
                RequestDesk(
                    procedure: procedure, decision: decision, register: register, calendar: calendar, actor: actor,
                    now: now), register)
        }
    }

    func take(_ act: Act, of number: Int, _ desk: RequestDesk, _ register: RegisterTransaction) throws {
        guard let id = RequestID(year: 2026, number: number),
            let record = try register.record(of: id, procedure: procedure)
        else { return }
        switch act {
        case .receipt: try write(.receipt, nil, record.summary, register)
        case .answer(let isApproval):
            try write(
                isApproval ? .approval : .rejection, register.nextOutgoing(year: 2026), record.summary, register)
        case .attach:
            let papers = ["suratKuasa", "identitas"].map { RequestForm.Attachment(kind: $0, location: "Map \(number)") }
            for draft in try desk.attach(record, papers).drafts { try register.record(draft) }
        case .step(let step, _, let decision):
            var order = StepOrder()
            order.decision = decision
            if step == "PBG-02" { order.note = "Tindak lanjuti sesuai ketentuan" }
            for draft in try desk.take(step, of: record, order).drafts { try register.record(draft) }
        }
    }

    private func write(
        _ kind: LetterKind, _ sent: RequestID?, _ summary: RequestSummary, _ register: RegisterTransaction
    ) throws {
        var summary = summary
        summary.outgoing = sent ?? summary.outgoing
        let file = "2026-\(summary.id.number)-\(kind.rawValue).txt"
        var details: [String: JSONValue] = [
            "kind": .string(kind.rawValue), "file": .string(file),
            "digest": .string(SHA256.digest(of: Array(file.utf8)).description),
        ]
        if let sent { details["number"] = .string("555/\(sent.number)/2026") }
        try register.record(EventDraft(.lettered, request: summary, details: details))
    }

    /// A day's requests from intake to archive, one round after the other.
    func day(_ date: CalendarDate, requests: ClosedRange<Int>, isRecent: Bool) throws {
        func moment(_ round: Int) -> Instant {
            // From eight in the morning, a round every 25 minutes.
            Instant(
                seconds: Int64(date.daysSince1970) * 86_400 + 8 * 3600 + Int64(round) * 1500
                    - Int64(settings.utcOffset.seconds))
        }
        try transact(at: moment(0), by: "registrar:Sari Contoh") { desk, register in
            for number in requests {
                for draft in try desk.takeIn(form(number)).drafts { try register.record(draft) }
            }
        }
        var ways = requests.map { (number: $0, acts: way($0, isRecent: isRecent)[...]) }
        var round = 1
        while !ways.isEmpty {
            // Each person does what is up to him in this round in one go.
            var byActor: [String: [(number: Int, act: Act)]] = [:]
            for index in ways.indices {
                guard let act = ways[index].acts.popFirst() else { continue }
                var actor = "registrar:Sari Contoh"
                if case .step(_, let role, _) = act { actor = role }
                byActor[actor, default: []].append((ways[index].number, act))
            }
            for (actor, items) in byActor.sorted(by: { $0.key < $1.key }) {
                try transact(at: moment(round), by: actor) { desk, register in
                    for item in items { try take(item.act, of: item.number, desk, register) }
                }
            }
            ways.removeAll { $0.acts.isEmpty }
            round += 1
        }
    }
}

func fail(_ status: Int32, _ text: String) -> Never {
    let line = Array((text + "\n").utf8)
    _ = write(2, line, line.count)
    exit(status)
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 2, let count = Int(arguments[1]), count > 0 else {
    fail(2, "usage: manyrequests FOLDER COUNT")
}

do {
    let counter = try Counter(arguments[0])
    let days = 50
    let perDay = max(1, (count + days - 1) / days)
    var date = CalendarDate(daysSince1970: 20_458)  // 2026-01-05
    var number = 1
    while number <= count {
        date = counter.calendar.workingDay(atOrAfter: date)
        let last = min(count, number + perDay - 1)
        try counter.day(date, requests: number...last, isRecent: last > count - 2 * perDay)
        number = last + 1
        date = date.adding(days: 1)
    }
    print("\(count) requests, the last on \(date.adding(days: -1))")
} catch {
    fail(1, "\(error)")
}

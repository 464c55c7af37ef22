import RFC1035
import ZoneCore

extension Command {
    static let sla = Command(
        words: ["sla"], group: .requests,
        summary: Text(en: "What steps took beside their standard", id: "Waktu tiap langkah dibanding baku waktunya"),
        explanation: [
            Text(
                en: "With REQUEST: each step it passed and those that are open, with the least and the most time "
                    + "allowed, what was taken, and by how much it is late. Minutes and hours run in office hours, "
                    + "days are working days; a step is late only after the most. While the applicant has the papers, "
                    + "nothing of the office's is late.",
                id: "Dengan REQUEST: tiap langkah yang dilalui dan yang terbuka, dengan tenggat tersingkat dan "
                    + "terlama, waktu yang dipakai, dan keterlambatannya. Menit dan jam dihitung pada jam kerja, hari adalah "
                    + "hari kerja; langkah terlambat hanya setelah tenggat terlama. Selama berkas ada pada pemohon, "
                    + "langkah kantor tidak terlambat."),
            Text(
                en: "Without REQUEST: for the requests of a year, each step's median, worst and share in time, and "
                    + "what is late now.",
                id: "Tanpa REQUEST: untuk permohonan setahun, median, terlama, dan persentase tepat waktu tiap "
                    + "langkah, serta yang sedang terlambat."),
        ],
        arguments: [
            Argument(
                placeholder: "REQUEST", count: .optional,
                help: Text(en: "A request such as 2026/0001.", id: "Permohonan seperti 2026/0001."))
        ],
        options: [Options.year.spec],
        formats: [.text, .json],
        examples: [
            Example("zonectl sla 2026/0001", Text(en: "One request", id: "Satu permohonan")),
            Example("zonectl sla --year 2026 --format json", Text(en: "A year", id: "Setahun")),
        ],
        run: { invocation in
            let zone = try invocation.zoneFolder(for: .reading)
            let office = try invocation.officeView(zone)
            guard let text = invocation.argument(0) else {
                let year = invocation[Options.year] ?? office.now.date(at: office.offset).year
                var level = ServiceLevel(office.procedure, office.calendar, year: year, now: office.now)
                try invocation.readRegister(of: zone) { register in
                    try register.forEachRequest { request, _ in level.add(request) }
                }
                YearClocks(office, year, level, invocation.console).write(invocation.format)
                return .done
            }
            let request = try invocation.request(text, of: zone)
            RequestClocks(office, request, invocation.console).write(invocation.format)
            return .done
        })
}

extension Invocation {
    /// The request with that number; what was carried out without a procedure is refused.
    func request(_ text: String, of zone: ZoneFolder) throws -> RequestSummary {
        guard let id = RequestID(text) else {
            throw Failure.usage(
                Text(
                    en: "\(text) is not the number of a request, such as 2026/0001",
                    id: "\(text) bukan nomor permohonan, misalnya 2026/0001"))
        }
        guard let request = try readRegister(of: zone, { try $0.request(id) }) else {
            throw Failure.refused([
                Reason(
                    "REQUEST_NOT_FOUND", text,
                    Text(
                        en: "there is no request of that number in \(zone.name.undotted)",
                        id: "tidak ada permohonan dengan nomor itu di \(zone.name.undotted)"))
            ])
        }
        guard request.procedure != nil else {
            throw Failure.state([
                Reason(
                    "NO_PROCEDURE", text,
                    Text(
                        en: "was carried out in one step, without a procedure",
                        id: "dikerjakan dalam satu langkah, tanpa prosedur"))
            ])
        }
        return request
    }
}

extension WorkingTime.Unit {
    fileprivate var json: JSONText { .string(rawValue) }
}

/// One request's steps.
private struct RequestClocks {
    let office: OfficeView
    let request: RequestSummary
    let console: Console

    init(_ office: OfficeView, _ request: RequestSummary, _ console: Console) {
        self.office = office
        self.request = request
        self.console = console
    }

    func write(_ format: OutputFormat) {
        let clocks = request.clocks(office.procedure, office.calendar)
        guard format == .text else { return json(clocks) }
        let name = request.name.map { "  \($0.undotted)" } ?? ""
        let state = request.state?.text(console.language) ?? ""
        console.line("\(request.id)\(name)  \(request.opd)  \(state)")
        func title(_ en: String, _ id: String) -> String { Text(en: en, id: id)(console.language) }
        // Few procedures give a least time; where none does, the table fits a narrow terminal.
        let hasLeast = clocks.contains { $0.least(office.calendar) != $0.due }
        var columns: [Table.Column] = [
            .init(title("STEP", "LANGKAH")), .init(title("STANDARD", "BAKU"), shrinksTo: 9),
            .init(title("SINCE", "MULAI"), shrinksTo: 10), .init(title("LEAST", "TERSINGKAT"), shrinksTo: 10),
            .init(title("DUE", "TENGGAT"), shrinksTo: 10), .init(title("DONE", "SELESAI"), shrinksTo: 10),
            .init(title("TOOK", "TERPAKAI"), shrinksTo: 9), .init(title("RESULT", "HASIL"), shrinksTo: 12),
        ]
        if !hasLeast { columns.remove(at: 3) }
        var table = Table(columns, becomesBlocks: true)
        for clock in clocks {
            let least = clock.least(office.calendar)
            var cells = [
                clock.step, standard(clock), office.times.short(clock.since),
                least == clock.due ? "" : office.times.short(least), office.times.short(clock.due),
                office.times.short(clock.done), office.times.duration(clock.spent(at: office.now, office.calendar)),
                result(clock),
            ]
            if !hasLeast { cells.remove(at: 3) }
            table.append(cells)
        }
        console.table(table)
    }

    private func standard(_ clock: StepClock) -> String {
        TimeText.standard(clock.standard)(console.language)
    }

    private func result(_ clock: StepClock) -> String {
        let verdict = clock.verdict(at: office.now, office.calendar)
        switch verdict {
        case .running: return Text(en: "running", id: "berjalan")(console.language)
        case .applicants where clock.done != nil:
            return Text(en: "the applicant's time", id: "waktu pemohon")(console.language)
        default: return office.times.text(verdict)
        }
    }

    private func json(_ clocks: [StepClock]) {
        func time(_ instant: Instant?) -> JSONText { .optional(instant?.rfc3339(at: office.offset)) }
        let steps = clocks.map { clock -> JSONText in
            let spent = clock.spent(at: office.now, office.calendar)
            return .object([
                ("step", .string(clock.step)), ("timed", .bool(clock.standard != nil)),
                ("standard", clock.standard.map(ServiceLevelJSON.standard) ?? .null), ("since", time(clock.since)),
                ("least", time(clock.least(office.calendar))), ("due", time(clock.due)), ("done", time(clock.done)),
                ("spent", .number(spent.count)), ("unit", spent.unit.json),
                ("late", .bool(clock.isLate(at: office.now))),
                ("lateMinutes", .number(clock.lateness(at: office.now, office.calendar))),
                ("applicants", .bool(clock.isApplicants)),
            ])
        }
        console.json(
            .object([
                ("request", .string(request.id.description)), ("name", .optional(request.name?.description)),
                ("opd", .string(request.opd)), ("state", .optional(request.state?.rawValue)),
                ("attempts", .number(request.attempts)), ("revision", .number(request.revision)),
                ("steps", .array(steps)),
            ]))
    }
}

private enum ServiceLevelJSON {
    static func standard(_ time: Procedure.TimeStandard) -> JSONText {
        .object([("min", .number(time.min)), ("max", .number(time.max)), ("unit", time.unit.json)])
    }
}

/// The steps of a year's requests.
private struct YearClocks {
    let office: OfficeView
    let year: Int
    let level: ServiceLevel
    let console: Console

    init(_ office: OfficeView, _ year: Int, _ level: ServiceLevel, _ console: Console) {
        self.office = office
        self.year = year
        self.level = level
        self.console = console
    }

    func write(_ format: OutputFormat) {
        guard format == .text else { return json() }
        func title(_ en: String, _ id: String) -> String { Text(en: en, id: id)(console.language) }
        console.line(
            Text(
                en: "\(year): requests \(level.requests), open \(level.open), steps late now \(level.late.count)",
                id: "\(year): permohonan \(level.requests), berjalan \(level.open), "
                    + "langkah terlambat saat ini \(level.late.count)"))
        var table = Table([
            .init(title("STEP", "LANGKAH")), .init(title("STANDARD", "BAKU WAKTU"), shrinksTo: 9),
            .init(title("TAKEN", "KALI")), .init(title("MEDIAN", "MEDIAN"), shrinksTo: 9),
            .init(title("WORST", "TERLAMA"), shrinksTo: 9), .init(title("IN TIME", "TEPAT WAKTU")),
        ])
        for row in level.rows {
            func shown(_ count: Int?) -> String {
                count.map { office.times.duration(WorkingTime($0, row.unit)) } ?? "-"
            }
            table.append([
                row.step.id, TimeText.standard(row.step.time)(console.language), "\(row.count)", shown(row.median),
                shown(row.worst), row.share.map { "\($0)%" } ?? "-",
            ])
        }
        console.table(table)
        guard !level.late.isEmpty else { return }
        console.line()
        var late = Table([
            .init(title("LATE", "TERLAMBAT")), .init(title("STEP", "LANGKAH")), .init("OPD", shrinksTo: 14),
            .init(title("DUE", "TENGGAT")), .init(title("BY", "SELAMA"), shrinksTo: 10),
        ])
        for item in level.late {
            late.append([
                item.request.id.description, item.clock.step, item.request.opd, office.times.short(item.clock.due),
                office.times.duration(minutes: item.clock.lateness(at: office.now, office.calendar)),
            ])
        }
        console.table(late)
    }

    private func json() {
        let rows = level.rows.map { row -> JSONText in
            .object([
                ("step", .string(row.step.id)), ("standard", row.step.time.map(ServiceLevelJSON.standard) ?? .null),
                ("taken", .number(row.count)), ("median", row.median.map { .number($0) } ?? .null),
                ("worst", row.worst.map { .number($0) } ?? .null), ("unit", row.unit.json),
                ("inTime", .number(row.inTime)), ("share", row.share.map { .number($0) } ?? .null),
            ])
        }
        let late = level.late.map { item -> JSONText in
            .object([
                ("request", .string(item.request.id.description)), ("step", .string(item.clock.step)),
                ("opd", .string(item.request.opd)), ("due", .optional(item.clock.due?.rfc3339(at: office.offset))),
                ("lateMinutes", .number(item.clock.lateness(at: office.now, office.calendar))),
            ])
        }
        console.json(
            .object([
                ("zone", .string(office.zone.name.description)), ("procedure", .string(office.procedure.id)),
                ("year", .number(year)), ("requests", .number(level.requests)), ("open", .number(level.open)),
                ("steps", .array(rows)), ("late", .array(late)),
            ]))
    }
}

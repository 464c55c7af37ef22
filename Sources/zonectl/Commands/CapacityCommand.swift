import RFC1035
import ZoneCore

extension Command {
    static let capacityShow = Command(
        words: ["capacity", "show"], group: .requests,
        summary: Text(en: "Show the space of the shared hosting", id: "Tampilkan ruang penyimpanan hosting bersama"),
        explanation: [
            Text(
                en: "What there is, what names and requests take, the greatest first, and which requests wait for "
                    + "space. From hosting.warnPercent of zone.json on it warns.",
                id: "Menampilkan kapasitas, pemakaian tiap nama dan permohonan dari yang terbesar, serta permohonan "
                    + "yang "
                    + "menunggu ruang. Mulai hosting.warnPercent di zone.json diberi peringatan.")
        ],
        options: [Options.failOver.spec],
        formats: [.text, .json],
        examples: [
            Example("zonectl capacity show", Text(en: "Who has what", id: "Siapa memakai berapa")),
            Example(
                "zonectl -q capacity show --fail-over 90",
                Text(en: "From cron: exit 1 at 90 per cent", id: "Dari cron: keluar dengan 1 pada 90 persen")),
        ],
        run: { invocation in
            let zone = try invocation.zoneFolder(for: .reading)
            let settings = try zone.settings()
            let capacity = try invocation.readRegister(of: zone) { try Capacity($0, settings: settings) }
            let isOver = invocation[Options.failOver].map(capacity.sums.reaches) ?? false
            CapacityReport(invocation: invocation, zone: zone, capacity: capacity).write()
            if isOver {
                invocation.console.report([capacity.sums.warning])
            } else if capacity.sums.isLow {
                invocation.console.warn(capacity.sums.warning)
            }
            return isOver ? .refused : .done
        })

    static let capacityAdd = Command(
        words: ["capacity", "add"], group: .requests,
        summary: Text(en: "Record more space for the shared hosting", id: "Catat tambahan ruang hosting bersama"),
        explanation: [
            Text(
                en: "Adds to what zone.json says, in the register: who, when and how much. Requests that were deferred "
                    + "for lack of space and fit now are named; take their step again.",
                id: "Menambah kapasitas di zone.json lewat register: siapa, kapan, dan berapa. Permohonan yang ditunda "
                    + "karena ruang tidak cukup dan kini muat disebutkan; kerjakan lagi langkahnya.")
        ],
        arguments: [
            Argument(
                placeholder: "GB", count: .one,
                help: Text(en: "How much was added.", id: "Berapa yang ditambahkan."))
        ],
        options: [Options.note.spec],
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl capacity add 50 --note \"disk baru, BAST 027/12/2026\"",
                Text(en: "After disks were added", id: "Setelah cakram ditambah"))
        ],
        run: { invocation in
            let gigabytes: Int
            do throws(BadValue) {
                gigabytes = try Values.number(1...Capacity.maximum)(invocation.argument(0) ?? "")
            } catch {
                let given = invocation.argument(0) ?? ""
                throw Failure.usage(Text(en: "\(given) \(error.text.en)", id: "\(given) \(error.text.id)"))
            }
            let zone = try invocation.zoneFolder(for: .writing)
            let settings = try zone.settings()
            let now = try invocation.now()
            let capacity = try invocation.transact(zone, now) { register in
                try register.record(
                    Capacity.addition(
                        of: gigabytes, note: invocation[Options.note], to: register, settings: settings))
                return try Capacity(register, settings: settings)
            }
            invocation.console.done = Text(
                en: "\(gigabytes) GB are recorded all the same; see zonectl capacity show",
                id: "\(gigabytes) GB sudah dicatat; lihat zonectl capacity show")
            let report = CapacityReport(invocation: invocation, zone: zone, capacity: capacity)
            if invocation.format == .json {
                report.write()
            } else {
                let sums = capacity.sums
                invocation.console.line(
                    Text(
                        en: "\(gigabytes) GB added: \(sums.total) GB in all, \(sums.free) GB free",
                        id: "\(gigabytes) GB ditambahkan: seluruhnya \(sums.total) GB, tersisa \(sums.free) GB"))
                report.writeWaiting()
            }
            return .done
        })

    static let capacityRelease = Command(
        words: ["capacity", "release"], group: .requests,
        summary: Text(en: "Give up hosting without a name", id: "Lepas hosting tanpa nama"),
        explanation: [
            Text(
                en: "On the agency's letter: the space of the request is free again, and its accounts hold no longer. "
                    + "The space of a name goes with the name, see remove.",
                id: "Atas surat pemegangnya: ruang permohonan itu bebas kembali dan akunnya tidak berlaku lagi. Ruang "
                    + "milik sebuah nama dilepas bersama namanya, lihat remove.")
        ],
        usage: ["YYYY/NNNN --opd TEXT --letter NUMBER [--note TEXT]"],
        arguments: [
            Argument(
                placeholder: "YYYY/NNNN", count: .one,
                help: Text(en: "The request that the space was given for.", id: "Permohonan yang diberi ruang itu."))
        ],
        options: Options.request + [Options.note.spec],
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl capacity release 2026/0014 --opd \"Dinas Pendidikan\" --letter 420/88/2026",
                Text(en: "On the holder's letter", id: "Atas surat pemegangnya"))
        ],
        run: { invocation in
            let given = invocation.argument(0) ?? ""
            guard let id = RequestID(given) else {
                throw Failure.usage(
                    Text(
                        en: "\(given) is not a request's number such as 2026/0014; a name is given up with remove",
                        id: "\(given) bukan nomor permohonan seperti 2026/0014; nama dilepas dengan remove"))
            }
            let (opd, number) = try invocation.agencyAndLetter()
            let letter = RequestLetter(
                id: id, opd: opd, letter: number, letterDate: invocation[Options.letterDate]?.description)
            let (zone, release, capacity) = try invocation.decide { zone, decision, register in
                let release = try decision.release(letter, note: invocation[Options.note])
                try register.record(release.draft)
                return (zone, release, try Capacity(register, settings: zone.settings()))
            }
            invocation.console.done = Text(
                en: "it is recorded all the same; see zonectl request show \(id)",
                id: "sudah dicatat; lihat zonectl request show \(id)")
            for warning in release.warnings { invocation.console.warn(warning) }
            let report = CapacityReport(invocation: invocation, zone: zone, capacity: capacity)
            if invocation.format == .json {
                report.write()
            } else {
                let (opd, gigabytes, free) = (release.request.opd, release.gigabytes, capacity.sums.free)
                invocation.console.line(
                    Text(
                        en: "\(gigabytes) GB of \(opd) given up (request \(id)): \(free) GB free",
                        id: "\(gigabytes) GB milik \(opd) dilepas (permohonan \(id)): tersisa \(free) GB"))
                report.writeWaiting()
            }
            return .done
        })
}

/// Space as `capacity` shows it.
private struct CapacityReport {
    let invocation: Invocation
    let zone: ZoneFolder
    let capacity: Capacity

    func write() {
        if invocation.format == .json { return invocation.console.json(document) }
        let console = invocation.console
        let parts = capacity.added > 0 ? " (\(capacity.base) + \(capacity.added))" : ""
        console.line(
            Text(
                en: "Capacity: \(capacity.sums.total) GB\(parts)", id: "Kapasitas: \(capacity.sums.total) GB\(parts)"))
        console.line(
            Text(
                en: "Taken:    \(capacity.sums.taken) GB (\(capacity.sums.percent)%)",
                id: "Terpakai:  \(capacity.sums.taken) GB (\(capacity.sums.percent)%)"))
        console.line(Text(en: "Free:     \(capacity.sums.free) GB", id: "Tersisa:   \(capacity.sums.free) GB"))
        if !capacity.takers.isEmpty {
            console.line()
            let language = invocation.language
            var table = Table([
                Table.Column("GB"), Table.Column(Text(en: "NAME", id: "NAMA")(language), shrinksTo: 16),
                Table.Column(Text(en: "REQUEST", id: "PERMOHONAN")(language)), Table.Column("OPD", shrinksTo: 14),
            ])
            for taker in capacity.takers {
                let name = taker.name?.text(relativeTo: zone.name) ?? "-"
                let kept = taker.isReserved ? Text(en: " (reserved)", id: " (dipesan)")(language) : ""
                table.append(["\(taker.gigabytes)", name + kept, taker.request.description, taker.opd])
            }
            console.table(table)
        }
        writeWaiting()
    }

    /// Deferred requests, and which of them fit.
    func writeWaiting() {
        for waiting in capacity.waiting {
            let (id, opd, gigabytes) = (waiting.request, waiting.opd, waiting.gigabytes)
            let fits = gigabytes <= capacity.sums.free
            invocation.console.line(
                Text(
                    en: "Waiting: request \(id), \(opd), \(gigabytes) GB" + (fits ? "; it fits now" : ""),
                    id: "Menunggu: permohonan \(id), \(opd), \(gigabytes) GB" + (fits ? "; kini muat" : "")))
        }
    }

    private var document: JSONText {
        .object([
            ("zone", .string(zone.name.description)), ("capacityGB", .number(capacity.sums.total)),
            ("baseGB", .number(capacity.base)), ("addedGB", .number(capacity.added)),
            ("takenGB", .number(capacity.sums.taken)), ("freeGB", .number(capacity.sums.free)),
            ("percent", .number(capacity.sums.percent)), ("warnPercent", .number(capacity.sums.warnPercent)),
            (
                "takers",
                .array(
                    capacity.takers.map { taker in
                        .object([
                            ("name", .optional(taker.name?.description)), ("opd", .string(taker.opd)),
                            ("request", .string(taker.request.description)), ("gigabytes", .number(taker.gigabytes)),
                            ("reserved", .bool(taker.isReserved)),
                        ])
                    })
            ),
            (
                "waiting",
                .array(
                    capacity.waiting.map { waiting in
                        .object([
                            ("request", .string(waiting.request.description)), ("opd", .string(waiting.opd)),
                            ("gigabytes", .number(waiting.gigabytes)),
                            ("fits", .bool(waiting.gigabytes <= capacity.sums.free)),
                        ])
                    })
            ),
        ])
    }
}

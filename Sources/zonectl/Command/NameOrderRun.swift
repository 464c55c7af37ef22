import RFC1035
import ZoneCore

/// Carries out `add`, `change` and `remove`: decides under the register's lock, records, and only then says so.
struct NameOrderRun {
    let invocation: Invocation
    let action: NameOrder.Action

    /// One order that was decided.
    private struct Done {
        let order: NameOrder
        let id: RequestID
        let proposal: Decision.Proposal
    }

    static func run(_ action: NameOrder.Action, _ invocation: Invocation) throws -> ExitStatus {
        let run = NameOrderRun(invocation: invocation, action: action)
        if let file = invocation[Options.batch] { return try run.batch(file) }
        guard !invocation[Options.keepGoing] else {
            throw Failure.usage(
                Text(en: "--keep-going goes with --batch", id: "--keep-going hanya bersama --batch"))
        }
        return try run.one(try NameOrder(action, invocation))
    }

    private func one(_ order: NameOrder) throws -> ExitStatus {
        let zone = try invocation.zoneFolder(for: .writing)
        let done = try transact(zone, search: .whole) { decide in [try decide(order)] }
        for item in done { report(item, zone) }
        if invocation.format == .json, let only = done.first {
            invocation.console.json(json(only, zone))
        }
        closingNote(done)
        return .done
    }

    private func batch(_ file: String) throws -> ExitStatus {
        guard invocation.arguments.isEmpty else {
            throw Failure.usage(
                Text(
                    en: "--batch takes the names from the file; leave out \(invocation.arguments[0])",
                    id: "--batch mengambil nama dari berkas; hilangkan \(invocation.arguments[0])"))
        }
        let idle = (Options.request + [Options.overrideReason.spec] + Options.target + Options.withdrawals)
            .filter { invocation.isGiven($0) }
        guard idle.isEmpty else {
            let names = idle.map { "--\($0.long)" }.joined(separator: ", ")
            throw Failure.usage(
                Text(
                    en: "--batch takes everything from the file; leave out \(names)",
                    id: "--batch mengambil semuanya dari berkas; hilangkan \(names)"))
        }
        let zone = try invocation.zoneFolder(for: .writing)
        let lines = Batch.lines(try File.contents(named: file, limit: Batch.maximumBytes), action)
        invocation.console.detail(
            Text(
                en: "batch: \(file), \(Text.counted(lines.count, "request"))",
                id: "batch: \(file), \(lines.count) permohonan"))
        let keepsGoing = invocation[Options.keepGoing]
        var refused: [(line: Batch.Line, reasons: [Reason])] = []
        let done = try transact(zone, search: SimilarSearch(forLines: lines.count)) { decide in
            var done: [Done] = []
            for line in lines {
                do {
                    done.append(try decide(try line.get()))
                } catch let bad as Batch.BadLine {
                    refused.append((line, [bad.reason]))
                } catch Failure.refused(let reasons), Failure.state(let reasons) {
                    refused.append((line, reasons.map { $0.at(line) }))
                } catch Failure.usage(let text) {
                    refused.append((line, [Reason("BATCH_LINE", line.number, text)]))
                }
            }
            if !refused.isEmpty, !keepsGoing { throw Failure.refused(refused.flatMap(\.reasons)) }
            return done
        }
        for item in done { report(item, zone) }
        if invocation.format == .json {
            // One element a line of the batch, those that were done first.
            let refusals = refused.map { item in
                JSONText.object([
                    ("line", Int(item.line.number).map { .number($0) } ?? .null),
                    ("refused", RefusalDocument.list(item.reasons, invocation.language)),
                ])
            }
            invocation.console.json(.array(done.map { json($0, zone) } + refusals))
        }
        invocation.console.report(refused.flatMap(\.reasons))
        if invocation.format == .text {
            let (made, failed) = (done.count, refused.isEmpty ? 0 : lines.count - done.count)
            invocation.console.say(
                Text(en: "\(made) done, \(failed) refused", id: "\(made) dikerjakan, \(failed) ditolak"))
        }
        closingNote(done)
        return refused.isEmpty ? .done : .refused
    }

    /// Runs `body` under the exclusive lock. What it decided is on disk when this returns, unless it is a dry run.
    private func transact(
        _ zone: ZoneFolder, search: SimilarSearch, _ body: ((NameOrder) throws -> Done) throws -> [Done]
    ) throws -> [Done] {
        let settings = try zone.settings()
        let now = try invocation.now()
        let isDry = invocation[Options.dryRun]
        let done = try invocation.decide(zone, settings, now, search: search) { decision, register in
            let done = try body { order in
                let id = try register.nextRequestID(year: decision.today.year)
                let resolved = try resolve(order, register)
                let proposal = try resolved.decide(decision, id: id)
                if !proposal.isUnchanged { try register.record(proposal.draft) }
                return Done(order: order, id: id, proposal: proposal)
            }
            if isDry { register.rollBack() }
            return done
        }
        // A change that changes nothing is not recorded.
        let written = isDry ? [] : done.filter { !$0.proposal.isUnchanged }.map(\.id)
        invocation.console.done = NameOrderRun.recorded(written)
        let (path, count) = (zone.directory.shown(Register.fileName), written.count)
        invocation.console.detail(
            Text(
                en: "written: \(path), events: \(count), by \(invocation.actor), clock \(now.rfc3339)",
                id: "ditulis: \(path), peristiwa: \(count), oleh \(invocation.actor), jam \(now.rfc3339)"))
        return done
    }

    /// For whoever does not get to see the answer: the same request again would be a second one.
    private static func recorded(_ ids: [RequestID]) -> Text? {
        guard let first = ids.first, let last = ids.last else { return nil }
        return first == last
            ? Text(
                en: "request \(first) is recorded all the same; see zonectl show \(first)",
                id: "permohonan \(first) sudah dicatat; lihat zonectl show \(first)")
            : Text(
                en: "requests \(first) to \(last) are recorded all the same; see zonectl log",
                id: "permohonan \(first) sampai \(last) sudah dicatat; lihat zonectl log")
    }

    /// A request's number stands for the name it is about.
    private func resolve(_ order: NameOrder, _ register: RegisterTransaction) throws -> NameOrder {
        guard let id = RequestID(order.name) else { return order }
        var order = order
        order.name = try register.name(of: id).description
        return order
    }

    // MARK: Saying so

    private func report(_ done: Done, _ zone: ZoneFolder) {
        let console = invocation.console
        for warning in done.proposal.warnings { console.warn(warning) }
        guard invocation.format == .text else { return }
        let name = done.proposal.name
        if done.proposal.isUnchanged {
            console.line(
                Text(
                    en: "Nothing recorded: \(name.name.undotted) stays as it is",
                    id: "Tidak ada yang dicatat: \(name.name.undotted) tetap seperti semula"))
            return
        }
        if invocation[Options.batch] != nil {
            let verb = done.proposal.draft.kind.text(invocation.language)
            var line = "\(done.id)  \(verb)  \(name.name.text(relativeTo: zone.name))"
            if name.status == .active { line += "  \(NameReport.summary(of: name.target))" }
            console.line(line)
            return
        }
        console.line(headline(done))
        for record in name.records { console.line("  " + record) }
        if name.records.isEmpty, let previous = done.proposal.previous {
            for record in previous.records { console.line("- " + record) }
        }
        if let redirect = name.redirect { console.line("  \(name.name.undotted) -> \(redirect)") }
        if let until = name.quarantineUntil {
            console.say(
                Text(
                    en: "The name is not given out again before \(until).",
                    id: "Nama tidak diberikan lagi sebelum \(until)."))
        }
    }

    private func headline(_ done: Done) -> Text {
        let name = done.proposal.name.name.undotted
        let opd = done.proposal.name.opd
        if invocation[Options.dryRun] {
            return Text(
                en: "Would be recorded as request \(done.id): \(name) for \(opd)",
                id: "Akan dicatat sebagai permohonan \(done.id): \(name) untuk \(opd)")
        }
        return switch action {
        case .add:
            Text(
                en: "Request \(done.id) recorded: \(name) added for \(opd)",
                id: "Permohonan \(done.id) dicatat: \(name) ditambahkan untuk \(opd)")
        case .change:
            Text(
                en: "Request \(done.id) recorded: \(name) of \(opd) changed",
                id: "Permohonan \(done.id) dicatat: \(name) milik \(opd) diubah")
        case .remove:
            Text(
                en: "Request \(done.id) recorded: \(name) of \(opd) removed",
                id: "Permohonan \(done.id) dicatat: \(name) milik \(opd) dihapus")
        }
    }

    private func json(_ done: Done, _ zone: ZoneFolder) -> JSONText {
        .object([
            ("request", done.proposal.isUnchanged ? .null : .string(done.id.description)),
            ("event", done.proposal.isUnchanged ? .null : .string(done.proposal.draft.kind.code)),
            ("recorded", .bool(!invocation[Options.dryRun] && !done.proposal.isUnchanged)),
            ("name", NameReport.json(done.proposal.name, zone: zone.name)),
            (
                "warnings",
                .array(
                    done.proposal.warnings.map { warning in
                        .object([
                            ("code", .string(warning.code)), ("subject", .string(warning.subject)),
                            ("message", .string(warning.text(invocation.language))),
                        ])
                    })
            ),
        ])
    }

    private func closingNote(_ done: [Done]) {
        let changed = done.map(\.proposal).filter { !$0.isUnchanged }
        guard !changed.isEmpty else { return }
        if invocation[Options.dryRun] {
            invocation.console.note(
                Text(en: "Dry run: nothing was recorded.", id: "Uji coba: tidak ada yang dicatat."))
            return
        }
        invocation.noteZone(changed)
    }
}

extension Batch.Line {
    var number: String {
        switch self {
        case .success(let order): order.line.map(String.init) ?? ""
        case .failure(let bad): String(bad.number)
        }
    }
}

extension Reason {
    /// The reason with the line of the batch behind it.
    fileprivate func at(_ line: Batch.Line) -> Reason {
        Reason(
            code, subject, Text(en: "\(text.en) (line \(line.number))", id: "\(text.id) (baris \(line.number))"))
    }
}

import RFC1035
import ZoneCore

/// Many forms at once: a folder of them, a list, or one a line. Each is taken in by itself and answered with a line;
/// what cannot be read stands in nobody's way.
struct RequestBatch {
    let invocation: Invocation
    let counter: RequestCounter

    init(_ invocation: Invocation) throws {
        self.invocation = invocation
        guard !RequestForms.options.contains(where: { invocation.isGiven($0) }) else {
            throw Failure.usage(
                Text(
                    en: "--batch takes everything from the files; leave out the other options",
                    id: "--batch mengambil semuanya dari berkas; hilangkan opsi lain"))
        }
        counter = try RequestCounter(invocation, for: .writing)
        try counter.checkRole()
    }

    /// A form, or why it is none; with the place it comes from.
    private struct Item {
        let place: String
        let form: RequestForm?
        var reasons: [Reason]
    }

    func run(_ path: String) throws -> ExitStatus {
        var items = try items(path)
        let count = items.count
        if count == 0 {
            invocation.console.note(
                Text(
                    en: "\(path) holds no forms; nothing is recorded",
                    id: "\(path) tidak memuat formulir; tidak ada yang dicatat"))
        }
        var answers: [(place: String, outcome: RequestDesk.Outcome?)] = []
        _ = try counter.transact(lines: count) { desk, register in
            var outcomes: [RequestDesk.Outcome] = []
            for index in items.indices {
                var outcome: RequestDesk.Outcome?
                if let form = items[index].form {
                    do {
                        let taken = try desk.takeIn(form)
                        for draft in taken.drafts { try register.record(draft) }
                        outcome = taken
                        outcomes.append(taken)
                    } catch Failure.refused(let reasons) {
                        items[index].reasons = reasons
                    }
                }
                answers.append((items[index].place, outcome))
            }
            return outcomes
        }
        return tell(items, answers.map(\.outcome))
    }

    // MARK: Reading

    private func items(_ path: String) throws -> [Item] {
        if let folder = try? Directory.open(path, for: .reading) {
            let names = try folder.names().filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
            return names.flatMap { name -> [Item] in
                let place = folder.shown(name)
                do throws(FileError) {
                    guard let octets = try folder.contents(of: name, limit: RequestForm.maximumBytes) else { return [] }
                    return RequestBatch.items(octets, place: place)
                } catch {
                    return [Item(place: place, form: nil, reasons: [Reason("FILE_UNREADABLE", place, error.text)])]
                }
            }
        }
        let octets = try File.contents(named: path, limit: Batch.maximumBytes)
        // A list of forms is one JSON text; else each line is one.
        if octets.first(where: { $0 > 0x20 }) == UInt8(ascii: "[") { return RequestBatch.items(octets, place: path) }
        var result: [Item] = []
        var number = 0
        for line in octets.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            result += RequestBatch.items(Array(line), place: path, line: number)
        }
        return result
    }

    private static func items(_ octets: [UInt8], place: String, line: Int? = nil) -> [Item] {
        let (forms, faults) = RequestForm.readAll(octets)
        let shown = line.map { "\(place):\($0)" } ?? place
        guard faults.isEmpty else {
            let reasons = faults.map { fault in
                // A form a line: its first line is this one.
                fault.reason(in: place, line: line.map { $0 + fault.line - 1 })
            }
            return [Item(place: shown, form: nil, reasons: reasons)]
        }
        return forms.enumerated().map { index, form in
            Item(place: forms.count > 1 ? "\(shown)[\(index + 1)]" : shown, form: form, reasons: [])
        }
    }

    // MARK: Telling

    private func tell(_ items: [Item], _ outcomes: [RequestDesk.Outcome?]) -> ExitStatus {
        let console = invocation.console
        let language = invocation.language
        let report = RequestReport(counter)
        var failed = 0
        var documents: [JSONText] = []
        for (item, outcome) in zip(items, outcomes) {
            let reasons = outcome?.reasons ?? item.reasons
            if !reasons.isEmpty { failed += 1 }
            if invocation.format == .json {
                documents.append(
                    .object(
                        [("file", .string(item.place))] + (outcome.map { report.members($0.summary) } ?? []) + [
                            ("recorded", .bool(outcome != nil)),
                            ("warnings", RefusalDocument.list(outcome?.warnings ?? [], language)),
                            ("refused", RefusalDocument.list(reasons, language)),
                        ]))
                continue
            }
            let codes = reasons.map { "\($0.code) \($0.subject)" }.joined(separator: ", ")
            if let summary = outcome?.summary {
                let state = (summary.state ?? .submitted).text(language)
                let name = summary.name?.text(relativeTo: counter.zone.name) ?? "-"
                console.line(
                    "\(summary.id)  \(state)  \(name)  \(summary.opd)  \(item.place)"
                        + (codes.isEmpty ? "" : "  \(codes)"))
            } else {
                let refused = Text(en: "refused", id: "ditolak")(language)
                console.line("-  \(refused)  \(item.place)  \(codes)")
            }
        }
        if invocation.format == .json { console.json(.array(documents)) }
        for outcome in outcomes.compactMap({ $0 }) {
            for told in outcome.warnings {
                console.warn(Reason(told.code, "\(outcome.summary.id) \(told.subject)", told.text))
            }
        }
        for item in zip(items, outcomes) { console.report(item.1?.reasons ?? item.0.reasons) }
        return failed == 0 ? .done : .refused
    }
}

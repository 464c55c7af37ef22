import RFC1035
import ZoneCore

/// What `request list` shows.
struct RequestTable {
    private let counter: RequestCounter
    private let report: RequestReport
    private var rows: [RequestSummary] = []

    init(_ counter: RequestCounter) throws {
        self.counter = counter
        report = RequestReport(counter)
        let invocation = counter.invocation
        let state = invocation[Options.state]
        let opd = invocation[Options.opd]?.lowercased()
        let openOnly = invocation[Options.openOnly]
        rows = try invocation.readRegister(of: counter.zone) { register in
            var rows: [RequestSummary] = []
            try register.forEachRequest { request, _ in
                guard request.procedure != nil, state == nil || request.state == state,
                    !openOnly || !request.open.isEmpty
                else { return }
                if let opd, !request.opd.lowercased().contains(opd) { return }
                rows.append(request)
            }
            return rows
        }
        rows.sort { $0.id < $1.id }
    }

    func write() throws {
        let console = counter.invocation.console
        switch counter.invocation.format {
        case .json:
            console.raw(rows.isEmpty ? "[" : "[\n  ")
            for (index, row) in rows.enumerated() {
                if index > 0 { console.raw(",\n  ") }
                var text = ""
                JSONText.object(report.members(row)).write(to: &text, indent: 2)
                console.raw(text)
            }
            console.raw(rows.isEmpty ? "]\n" : "\n]\n")
        case .csv:
            console.raw(CSV.line(RequestReport.csvHeading))
            for row in rows { console.raw(CSV.line(report.csv(row))) }
        default: writeTable(console)
        }
    }

    private func writeTable(_ console: Console) {
        guard !rows.isEmpty else {
            console.note(Text(en: "no requests", id: "belum ada permohonan"))
            return
        }
        func title(_ en: String, _ id: String) -> String { Text(en: en, id: id)(console.language) }
        var table = Table([
            .init(title("REQUEST", "PERMOHONAN")), .init(title("STATE", "STATUS"), shrinksTo: 12),
            .init(title("OPEN", "TERBUKA"), shrinksTo: 7), .init(title("NAME", "NAMA"), shrinksTo: 8),
            .init("OPD", shrinksTo: 8), .init(title("REASON", "ALASAN"), shrinksTo: DecisionReason.longestCode),
        ])
        for row in rows {
            table.append([
                row.id.description, (row.state ?? .archived).text(console.language),
                row.open.map(\.step).joined(separator: " "),
                row.name?.text(relativeTo: counter.zone.name) ?? "", row.opd, row.reason ?? "",
            ])
        }
        console.table(table)
    }
}

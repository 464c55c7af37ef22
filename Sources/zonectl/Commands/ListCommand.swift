import RFC1035
import ZoneCore

extension Command {
    static let list = Command(
        words: ["list"], group: .names,
        summary: Text(en: "List the managed names of a zone", id: "Daftar nama yang dikelola dalam zona"),
        explanation: [
            Text(
                en: "Names in alphabetical order with their holder, request and target. Names only asked for are "
                    + "left out unless --status requested is given. In JSON and CSV each name carries its records as "
                    + "absolute master-file lines.",
                id: "Nama urut abjad beserta pemegang, permohonan, dan tujuannya. Nama yang baru dimohonkan "
                    + "tidak ditampilkan kecuali dengan --status requested. Dalam JSON dan CSV setiap nama memuat "
                    + "rekamannya sebagai baris berkas master yang absolut.")
        ],
        options: [Options.status.spec, Options.opd.spec],
        formats: [.text, .json, .csv],
        examples: [
            Example("zonectl list", Text(en: "All names", id: "Semua nama")),
            Example(
                "zonectl list --opd kesehatan --status active",
                Text(
                    en: "Active names of agencies whose name has the word",
                    id: "Nama aktif milik OPD yang namanya memuat kata itu")),
            Example("zonectl list --format csv > names.csv", Text(en: "For a spreadsheet", id: "Untuk lembar kerja")),
        ],
        run: { invocation in
            let zone = try invocation.zoneFolder(for: .reading)
            let rows = try invocation.readRegister(of: zone) { try ListRows(invocation, zone, $0) }
            rows.write(invocation, zone)
            return .done
        })
}

/// The names that `list` shows, each already in its form of output: a million of them fit into memory so.
private struct ListRows {
    private struct Row {
        let key: [UInt8]
        let cells: [String]
    }

    private var rows: [Row] = []

    init(_ invocation: Invocation, _ zone: ZoneFolder, _ register: RegisterSnapshot) throws {
        let wanted: Set<NameStatus>
        if let status = invocation[Options.status] {
            wanted = [status]
        } else {
            wanted = Set(NameStatus.allCases).subtracting([.requested])
        }
        let opd = invocation[Options.opd]?.lowercased()
        let format = invocation.format
        try register.forEachManagedName(statuses: wanted) { managed in
            if let opd, !managed.opd.lowercased().contains(opd) { return }
            rows.append(
                Row(key: managed.name.sortKey, cells: ListRows.cells(managed, zone.name, format, invocation.language)))
        }
        rows.sort { $0.key.lexicographicallyPrecedes($1.key) }
    }

    private static func cells(
        _ managed: ManagedName, _ zone: Name, _ format: OutputFormat, _ language: Language
    ) -> [String] {
        switch format {
        case .json:
            var text = ""
            NameReport.json(managed, zone: zone).write(to: &text, indent: 2)
            return [text]
        case .csv: return [CSV.line(NameReport.csv(managed, zone: zone))]
        default:
            return [
                managed.name.text(relativeTo: zone), managed.status.text(language), managed.request.description,
                managed.opd, NameReport.summary(of: managed.target),
            ]
        }
    }

    func write(_ invocation: Invocation, _ zone: ZoneFolder) {
        let console = invocation.console
        switch invocation.format {
        case .json:
            console.raw(rows.isEmpty ? "[" : "[\n  ")
            for (index, row) in rows.enumerated() {
                if index > 0 { console.raw(",\n  ") }
                console.raw(row.cells[0])
            }
            console.raw(rows.isEmpty ? "]\n" : "\n]\n")
        case .csv:
            console.raw(CSV.line(NameReport.csvHeading))
            for row in rows { console.raw(row.cells[0]) }
        default:
            guard !rows.isEmpty else {
                console.note(
                    Text(
                        en: "no names in \(zone.name.undotted)", id: "belum ada nama di \(zone.name.undotted)"))
                return
            }
            func title(_ en: String, _ id: String) -> String { Text(en: en, id: id)(invocation.language) }
            var table = Table([
                Table.Column(title("NAME", "NAMA"), shrinksTo: 24), Table.Column(title("STATUS", "KEADAAN")),
                Table.Column(title("REQUEST", "PERMOHONAN")), Table.Column("OPD", shrinksTo: 14),
                Table.Column(title("TARGET", "TUJUAN"), shrinksTo: 16),
            ])
            for row in rows { table.append(row.cells) }
            console.table(table)
        }
    }
}

extension Name {
    /// Octets whose plain order is that of names (RFC 4034 §6.1) as long as no label holds a zero octet.
    var sortKey: [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(wire.count)
        for label in labels.reversed() {
            key.append(contentsOf: label)
            key.append(0)
        }
        return key
    }
}

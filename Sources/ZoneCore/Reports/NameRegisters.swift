import RFC1035

/// What was given out: names, records, space.
extension OfficeRegisterReader {
    func subdomains() throws -> RegisterTable {
        var table = RegisterTable(
            .subdomains,
            [
                .init("name", Text(en: "NAME", id: "NAMA"), shrinksTo: 16),
                .init("status", Text(en: "STATUS", id: "KEADAAN"), shrinksTo: 8),
                .init("opd", Text(en: "AGENCY", id: "OPD"), shrinksTo: 14),
                .init("purpose", Text(en: "PURPOSE", id: "PERUNTUKAN"), shrinksTo: 12),
                .init("function", Text(en: "FUNCTION", id: "FUNGSI"), shrinksTo: 12),
                .init("target", Text(en: "TARGET", id: "TUJUAN"), shrinksTo: 12),
                .init("request", Text(en: "REQUEST", id: "PERMOHONAN")),
                .init("date", Text(en: "DATE", id: "TANGGAL")),
                .init("actor", Text(en: "BY", id: "PELAKSANA"), shrinksTo: 10),
                .init("coordinatedWith", Text(en: "SHARED WITH", id: "DIPAKAI BERSAMA"), shrinksTo: 10),
            ])
        let makers = try makers()
        for name in try NameList(register, [.active, .suspended, .retired]) {
            guard isWanted(name.firstRequest) else { continue }
            let form = try register.form(of: name.firstRequest)
            let purpose: RegisterTable.Cell =
                form?.purposeClass.map { .word($0, PurposeClass(rawValue: $0)?.text ?? Text(verbatim: $0)) } ?? .none
            table.rows.append([
                .text(name.name.undotted), .word(name.status.rawValue, name.status.text), .text(name.opd), purpose,
                .optional(form?.function), .text(name.target.summary), .text(name.request.description),
                .text(name.since), .optional(makers[name.name]), .list(form?.coordinatedWith ?? []),
            ])
        }
        return table
    }

    func naming() throws -> RegisterTable {
        var table = RegisterTable(
            .naming,
            [
                .init("owner", Text(en: "OWNER", id: "NAMA"), shrinksTo: 20),
                .init("ttl", Text(en: "TTL", id: "TTL")), .init("type", Text(en: "TYPE", id: "TIPE")),
                .init("data", Text(en: "DATA", id: "DATA"), shrinksTo: 20),
                .init("opd", Text(en: "AGENCY", id: "OPD"), shrinksTo: 14),
                .init("request", Text(en: "REQUEST", id: "PERMOHONAN")),
            ])
        for name in try NameList(register, [.active]) {
            guard isWanted(name.firstRequest) else { continue }
            for record in name.records {
                let parts = record.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: true).map(String.init)
                guard parts.count == 5 else { continue }
                table.rows.append([
                    .text(parts[0]), Int(parts[1]).map { .number($0) } ?? .text(parts[1]), .text(parts[3]),
                    .text(parts[4]), .text(name.opd), .text(name.request.description),
                ])
            }
        }
        return table
    }

    func storage() throws -> RegisterTable {
        var table = RegisterTable(
            .storage,
            [
                .init("holder", Text(en: "NAME", id: "NAMA"), shrinksTo: 16),
                .init("status", Text(en: "STATUS", id: "KEADAAN"), shrinksTo: 8),
                .init("opd", Text(en: "AGENCY", id: "OPD"), shrinksTo: 14),
                .init("gigabytes", Text(en: "GB", id: "GB")),
                .init("request", Text(en: "REQUEST", id: "PERMOHONAN")),
                .init("date", Text(en: "DATE", id: "TANGGAL")),
            ])
        for name in try NameList(register, [.active, .suspended]) where name.gigabytes > 0 {
            guard isWanted(name.firstRequest) else { continue }
            table.rows.append([
                .text(name.name.undotted), .word(name.status.rawValue, name.status.text), .text(name.opd),
                .number(name.gigabytes), .text(name.request.description), .text(name.since),
            ])
        }
        // Reserved for a request, or hosting that has no name.
        for entry in try sortedRequests() where entry.request.space > 0 {
            let request = entry.request
            let isMade = request.provisioned != nil
            let date = request.provisioned ?? Instant(rfc3339: entry.newest.time)
            table.rows.append([
                .optional(request.name?.undotted),
                isMade
                    ? .word("hosting", Text(en: "hosting", id: "hosting"))
                    : .word("reserved", Text(en: "reserved", id: "dipesan")),
                .text(request.opd), .number(request.space), .text(request.id.description),
                .optional(date?.date(at: settings.utcOffset).description),
            ])
        }
        let space = try Capacity.Sums(register, settings: settings)
        let (taken, total, free) = (space.taken, space.total, space.free)
        table.sums.append(
            Text(
                en: "taken \(taken) GB of \(total) GB, free \(free) GB",
                id: "terpakai \(taken) GB dari \(total) GB, tersisa \(free) GB"))
        return table
    }
}

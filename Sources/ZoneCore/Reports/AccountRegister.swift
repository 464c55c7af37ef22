import RFC1035

/// Accounts and mailboxes: whose they are, which sheet holds, who took it. No passwords: the register has none.
extension OfficeRegisterReader {
    func accounts() throws -> RegisterTable {
        var table = RegisterTable(
            .accounts,
            [
                .init("user", Text(en: "USER", id: "NAMA PENGGUNA"), shrinksTo: 16),
                .init("name", Text(en: "NAME", id: "NAMA"), shrinksTo: 14),
                .init("opd", Text(en: "AGENCY", id: "OPD"), shrinksTo: 14),
                .init("request", Text(en: "REQUEST", id: "PERMOHONAN")),
                .init("sheet", Text(en: "SHEET", id: "LEMBAR"), shrinksTo: 11),
                .init("issued", Text(en: "ISSUED", id: "DITERBITKAN"), shrinksTo: 11),
                .init("voided", Text(en: "VOIDED", id: "DIBATALKAN"), shrinksTo: 11),
                .init("receiver", Text(en: "RECEIVER", id: "PENERIMA"), shrinksTo: 10),
                .init("handedOver", Text(en: "HANDED OVER", id: "DISERAHKAN"), shrinksTo: 11),
            ])
        var waiting: [Name: [AccountRow]] = [:]
        var nameless: [AccountRow] = []
        for (request, newest) in try sortedRequests() {
            nameless += request.accounts.map { AccountRow($0, nil, request.opd, request.id) }
            // Mailboxes are there before their sheets.
            guard let name = request.name, let procedure,
                request.provisioned != nil || RequestRecord.hasMadeAccounts(request, procedure)
            else { continue }
            for text in try register.form(of: request, newest)?.emailAccounts ?? [] {
                let account = RequestRecord.AccountEntry(user: RequestRecord.mailbox(text, name))
                waiting[name, default: []].append(AccountRow(account, name, request.opd, request.id))
            }
        }
        for (name, _) in try sortedNames(Set(NameStatus.allCases)) {
            var known = Set(name.accounts.map(\.user))
            for account in name.accounts where isWanted(account, of: name) {
                let row = AccountRow(account, name.name, name.opd, name.request)
                table.rows.append(row.cells)
            }
            guard name.status != .retired else { continue }
            for row in waiting[name.name] ?? [] where known.insert(row.account.user).inserted {
                table.rows.append(row.cells)
            }
        }
        table.rows += nameless.map(\.cells)
        return table
    }

    /// An account belongs to the year of its name's first request, and to that of its sheet.
    private func isWanted(_ account: RequestRecord.AccountEntry, of name: ManagedName) -> Bool {
        isWanted(name.firstRequest) || account.issued.map { $0.date(at: settings.utcOffset).year == year } ?? false
    }
}

private struct AccountRow {
    let account: RequestRecord.AccountEntry
    let name: Name?
    let opd: String
    let request: RequestID

    init(_ account: RequestRecord.AccountEntry, _ name: Name?, _ opd: String, _ request: RequestID) {
        self.account = account
        self.name = name
        self.opd = opd
        self.request = request
    }

    var cells: [RegisterTable.Cell] {
        [
            .text(account.user), .optional(name?.undotted), .text(opd), .text(request.description),
            .optional(account.sheet), .optional(account.issued), .list(account.voided), .optional(account.receiver),
            .optional(account.handedOver),
        ]
    }
}

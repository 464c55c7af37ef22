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
            let isGone = request.state == .cancelled
            nameless += request.accounts.map { AccountRow($0, nil, request.opd, request.id, isGone: isGone) }
            // Mailboxes are there before their sheets.
            guard let name = request.name, let procedure, !isGone,
                request.provisioned != nil || RequestRecord.hasMadeAccounts(request, procedure)
            else { continue }
            for text in try register.form(of: request, newest)?.emailAccounts ?? [] {
                let account = RequestRecord.AccountEntry(user: RequestRecord.mailbox(text, name))
                waiting[name, default: []].append(AccountRow(account, name, request.opd, request.id))
            }
        }
        let givers = try givers()
        for name in try sortedNames(Set(NameStatus.allCases)) {
            var known = Set(name.accounts.map(\.user))
            // With the name its accounts are gone.
            let isGone = name.status == .retired
            for account in name.accounts where isWanted(account, of: name) {
                let request = givers[Giving(name, account.user)] ?? name.firstRequest
                let row = AccountRow(account, name.name, name.opd, request, isGone: isGone)
                table.rows.append(row.cells)
            }
            guard !isGone else { continue }
            for row in waiting[name.name] ?? [] where known.insert(row.account.user).inserted {
                table.rows.append(row.cells)
            }
        }
        table.rows += nameless.map(\.cells)
        return table
    }

    private struct Giving: Hashable {
        let name: Name
        let first: RequestID
        let user: String

        init(_ name: ManagedName, _ user: String) {
            self.name = name.name
            first = name.firstRequest
            self.user = user
        }
    }

    /// The request that each account was given for: what came later about the name is another's.
    private func givers() throws -> [Giving: RequestID] {
        var givers: [Giving: RequestID] = [:]
        try register.forEachNameEvent { name, event in
            guard event.kind == .accountIssued, let user = event.details["user"]?.string else { return }
            let giving = Giving(name, user)
            if givers[giving] == nil { givers[giving] = event.request?.id ?? name.request }
        }
        return givers
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

    /// - Parameter isGone: whether the account went with its name or its request, so that its sheet holds no longer.
    init(
        _ account: RequestRecord.AccountEntry, _ name: Name?, _ opd: String, _ request: RequestID, isGone: Bool = false
    ) {
        var account = account
        if isGone, let sheet = account.sheet {
            account.voided.append(sheet)
            account.sheet = nil
        }
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

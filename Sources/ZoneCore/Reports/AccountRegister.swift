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
                .init("actor", Text(en: "ISSUED BY", id: "PENERBIT"), shrinksTo: 10),
            ])
        let issues = try issues()
        var waiting: [Name: [AccountRow]] = [:]
        var nameless: [AccountRow] = []
        for entry in try sortedRequests() {
            let (request, newest) = (entry.request, entry.newest)
            let isGone = request.state == .cancelled || request.isHostingReleased
            nameless += request.accounts.map { account in
                let issue = issues[Holding(holder: request.id.description, user: account.user)]
                return AccountRow(account, nil, request.opd, request.id, actor: issue?.actor, isGone: isGone)
            }
            // Mailboxes are there before their sheets.
            guard let name = request.name, let procedure, !isGone,
                request.provisioned != nil || RequestRecord.hasMadeAccounts(request, procedure)
            else { continue }
            for account in try register.form(of: request, newest)?.mailAccounts(at: name) ?? [] {
                waiting[name, default: []].append(AccountRow(account, name, request.opd, request.id))
            }
        }
        for name in try NameList(register, Set(NameStatus.allCases)) {
            var known = Set(name.accounts.map(\.user))
            // With the name its accounts are gone.
            let isGone = name.status == .retired
            for account in name.accounts where isWanted(account, of: name) {
                let issue = issues[Holding(name, account.user)]
                let row = AccountRow(
                    account, name.name, name.opd, issue?.request ?? name.firstRequest, actor: issue?.actor,
                    isGone: isGone)
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

    /// An account, by what it is at: a name as somebody got it, or a request.
    private struct Holding: Hashable {
        let holder: String
        let user: String

        init(holder: String, user: String) {
            self.holder = holder
            self.user = user
        }

        init(_ name: ManagedName, _ user: String) {
            self.init(holder: "\(name.firstRequest) \(name.name)", user: user)
        }
    }

    /// The request that each account was first given for – what came later about the name is another's – and who wrote
    /// its newest sheet.
    private func issues() throws -> [Holding: (request: RequestID, actor: String)] {
        var issues: [Holding: (request: RequestID, actor: String)] = [:]
        try register.forEachEvent(ofKinds: { $0 == EventKind.accountIssued.code }) { event in
            guard let user = event.details["user"]?.string, let request = event.request?.id ?? event.name?.request
            else { return }
            let holding = event.name.map { Holding($0, user) } ?? Holding(holder: request.description, user: user)
            issues[holding] = (issues[holding]?.request ?? request, event.actor)
        }
        return issues
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
    let actor: String?

    /// - Parameter isGone: whether the account went with its name or its request, so that its sheet holds no longer.
    init(
        _ account: RequestRecord.AccountEntry, _ name: Name?, _ opd: String, _ request: RequestID,
        actor: String? = nil, isGone: Bool = false
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
        self.actor = actor
    }

    var cells: [RegisterTable.Cell] {
        [
            .text(account.user), .optional(name?.undotted), .text(opd), .text(request.description),
            .optional(account.sheet), .optional(account.issued), .list(account.voided), .optional(account.receiver),
            .optional(account.handedOver), .optional(actor),
        ]
    }
}

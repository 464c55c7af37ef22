import RFC1035

/// Records that lead where nobody of the office's is any more: such names are taken over and then speak for the
/// government. Flags to look at, not proofs.
public struct DanglingNames: Sendable {
    public struct Finding: Hashable, Sendable {
        /// `DANGLING_TARGET`, `CLAIMABLE`, `OUTSIDE_NETWORKS`, `NOT_RESOLVING`.
        public var code: String
        public var owner: Name
        /// `CNAME`, `MX`, `A`; `URL` for a redirect.
        public var type: String
        /// The host or the address.
        public var target: String
        /// Who holds the name; `nil` for a static record.
        public var holder: ManagedName?
        public var text: Text
    }

    /// In the order of the owners.
    public private(set) var findings: [Finding] = []
    /// Outside hosts that the file of resolved names says nothing about.
    public private(set) var notLookedUp: [Name] = []
    /// Records that were looked at.
    public private(set) var records = 0

    /// Looks through the static records and those of all active names.
    /// - Parameter resolved: what outside hosts resolve to; `nil`: nobody has looked.
    public init(
        _ assembly: ZoneAssembly, register: RegisterSnapshot, settings: ZoneSettings, resolved: ResolvedHosts?
    ) throws {
        var search = DanglingSearch(
            zone: assembly.zone, register: register, settings: settings, resolved: resolved)
        try search.run()
        findings = search.findings.sorted {
            ($0.owner, $0.type, $0.target, $0.code) < ($1.owner, $1.type, $1.target, $1.code)
        }
        notLookedUp = search.notLookedUp.sorted()
        records = search.records
    }
}

private struct DanglingSearch {
    let zone: Zone
    let register: RegisterSnapshot
    let settings: ZoneSettings
    let resolved: ResolvedHosts?
    var findings: [DanglingNames.Finding] = []
    var notLookedUp: Set<Name> = []
    var records = 0
    private var holders: [Name: ManagedName?] = [:]
    private var told: Set<DanglingNames.Finding> = []

    init(zone: Zone, register: RegisterSnapshot, settings: ZoneSettings, resolved: ResolvedHosts?) {
        self.zone = zone
        self.register = register
        self.settings = settings
        self.resolved = resolved
    }

    mutating func run() throws {
        var pointers: [StaticPointer] = []
        zone.forEachPointer { row, _ in
            if let pointer = zone.pointer(at: row) { pointers.append(pointer) }
        }
        records += pointers.count
        for pointer in pointers where !pointer.target.isRoot {
            try look(at: pointer.target, owner: pointer.owner, type: pointer.type.description)
        }
        try lookAtAddresses()
        try lookAtRedirects()
    }

    // MARK: Hosts

    private mutating func look(at target: Name, owner: Name, type: String) throws {
        guard !target.isAtOrBelow(zone.origin) else {
            switch zone.existence(of: target, seekingDescendants: true) {
            case .none, .emptyNonTerminal:
                try add("DANGLING_TARGET", owner, type, target.undotted, whyMissing(target))
            case .records, .belowDelegation, .belowDNAME, .coveredByWildcard, .outOfZone: break
            }
            return
        }
        if let found = ClaimableHosts.service(of: target) {
            try add("CLAIMABLE", owner, type, target.undotted, DanglingSearch.claimable(target, found, alias: false))
        }
        guard let resolved else { return }
        switch resolved.outcome(of: target) {
        case .unknown: notLookedUp.insert(target)
        case .resolved(let addresses, let way):
            try lookAtAliases(way, target, owner, type)
            guard type == "CNAME" else { return }
            for address in addresses where !isOurs(address) {
                try add(
                    "OUTSIDE_NETWORKS", owner, type, target.undotted,
                    Text(
                        en: "\(target.undotted) leads to \(address), outside the networks that zone.json allows",
                        id: "\(target.undotted) mengarah ke \(address), di luar jaringan yang diizinkan zone.json"))
            }
        case .failed(let status, let way):
            try lookAtAliases(way, target, owner, type)
            let last = way.last ?? target
            let via = last == target ? "" : " (\(last.undotted))"
            try add(
                "NOT_RESOLVING", owner, type, target.undotted,
                Text(
                    en: "\(target.undotted)\(via) does not resolve: \(status); whoever registers it answers for this "
                        + "name",
                    id: "\(target.undotted)\(via) tidak terurai: \(status); siapa pun yang mendaftarkannya menjawab "
                        + "untuk "
                        + "nama ini"))
        }
    }

    private mutating func lookAtAliases(_ way: [Name], _ target: Name, _ owner: Name, _ type: String) throws {
        for alias in way {
            guard let found = ClaimableHosts.service(of: alias) else { continue }
            try add("CLAIMABLE", owner, type, target.undotted, DanglingSearch.claimable(alias, found, alias: true))
        }
    }

    private static func claimable(_ host: Name, _ found: (suffix: String, service: String), alias: Bool) -> Text {
        let behind = alias ? Text(en: ", to which it leads,", id: ", tujuan akhirnya,") : Text(verbatim: "")
        return Text(
            en: "\(host.undotted)\(behind.en) is a host of \(found.service), given to whoever asks first: make sure "
                + "that "
                + "the agency still has it",
            id: "\(host.undotted)\(behind.id) adalah host \(found.service), yang diberikan kepada siapa pun yang "
                + "meminta "
                + "lebih dahulu: pastikan instansi masih memilikinya")
    }

    private func whyMissing(_ target: Name) throws -> Text {
        guard let name = try register.managedName(target) ?? register.holder(ofOwner: target) else {
            return Text(en: "\(target.undotted) does not exist", id: "\(target.undotted) tidak ada")
        }
        switch name.status {
        case .retired:
            return Text(
                en: "\(target.undotted) was removed on \(name.since) (request \(name.request))",
                id: "\(target.undotted) sudah dihapus pada \(name.since) (permohonan \(name.request))")
        case .suspended:
            return Text(
                en: "\(target.undotted) is suspended since \(name.since)",
                id: "\(target.undotted) ditangguhkan sejak \(name.since)")
        case .requested, .active:
            return Text(en: "\(target.undotted) has no records", id: "\(target.undotted) tidak mempunyai rekaman")
        }
    }

    // MARK: Addresses and redirects

    private func isOurs(_ address: IPAddress) -> Bool {
        settings.allowedNetworks.isEmpty || settings.allowedNetworks.contains { $0.contains(address) }
            || settings.hosting.addresses.contains(address) || settings.redirector.contains(address)
    }

    private mutating func lookAtAddresses() throws {
        guard zone.types.contains(.a) || zone.types.contains(.aaaa) else { return }
        for row in 0..<zone.store.count {
            let type = RecordType(rawValue: zone.records[row].type)
            guard type == .a || type == .aaaa else { continue }
            records += 1
            guard !settings.allowedNetworks.isEmpty else { continue }
            let octets = Array(zone.rdata(of: row))
            guard octets.count == 4 || octets.count == 16 else { continue }
            let address = IPAddress(uncheckedOctets: octets)
            guard !isOurs(address), let owner = zone.ownerName(of: row) else { continue }
            try add(
                "OUTSIDE_NETWORKS", owner, type.description, address.description,
                Text(
                    en: "\(address) is outside the networks that zone.json allows; is the server still the agency's?",
                    id: "\(address) di luar jaringan yang diizinkan zone.json; apakah servernya masih milik instansi?"))
        }
    }

    private mutating func lookAtRedirects() throws {
        var redirects: [(owner: Name, host: Name)] = []
        try register.forEachManagedName { name in
            if let url = name.redirect, let host = RedirectURL.hostName(url) { redirects.append((name.name, host)) }
        }
        records += redirects.count
        for redirect in redirects { try look(at: redirect.host, owner: redirect.owner, type: "URL") }
    }

    private mutating func add(_ code: String, _ owner: Name, _ type: String, _ target: String, _ text: Text) throws {
        if holders[owner] == nil {
            holders[owner] = .some(try register.managedName(owner) ?? register.holder(ofOwner: owner))
        }
        let holder = (holders[owner] ?? nil).flatMap { $0.status == .active ? $0 : nil }
        let finding = DanglingNames.Finding(
            code: code, owner: owner, type: type, target: target, holder: holder, text: text)
        if told.insert(finding).inserted { findings.append(finding) }
    }
}

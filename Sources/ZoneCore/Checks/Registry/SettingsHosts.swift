import RFC1035

/// The hosts that the settings name, looked up in the zone: every name that is made with one that is not there
/// would be refused, or lead nowhere.
enum SettingsHosts {
    static func findings(_ settings: ZoneSettings, in zone: Zone, file: SettingsFile) -> [Finding] {
        var result: [Finding] = []
        for (key, host, takesMail) in [
            ("mail.host", settings.mail.host, true), ("hosting.host", settings.hosting.host, false),
        ] {
            guard let host, let problem = problem(of: host, takesMail: takesMail, in: zone) else { continue }
            result.append(
                file.finding(
                    "SETTINGS_VALUE", about: key,
                    Text(en: "\(host.undotted) \(problem.en)", id: "\(host.undotted) \(problem.id)")))
        }
        return result
    }

    private static func problem(of host: Name, takesMail: Bool, in zone: Zone) -> Text? {
        switch zone.existence(of: host) {
        case .none, .emptyNonTerminal:
            Text(
                en: "does not exist in this zone; add it to static.zone, or write an outside host with its final dot",
                id: "tidak ada di zona ini; tambahkan di static.zone, atau tulis host luar dengan titik akhir")
        case .records(let types, _, _) where takesMail && types.contains(.cname):
            Text(
                en: "is an alias, which mail must not be sent to (RFC 2181 §10.3)",
                id: "adalah alias, yang tidak boleh menjadi tujuan surel (RFC 2181 §10.3)")
        case .records(let types, _, _) where !types.contains { [.a, .aaaa, .cname].contains($0) }:
            Text(en: "has no address", id: "tidak punya alamat")
        case .records, .belowDelegation, .belowDNAME, .coveredByWildcard, .outOfZone: nil
        }
    }
}

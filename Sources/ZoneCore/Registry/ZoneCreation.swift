import RFC1035

/// Makes the folder of a new zone: settings, static records, register.
///
/// The register comes last and is what makes the folder a zone; a command that was cut off before can be
/// repeated, since everything it has written is what it would write again.
public enum ZoneCreation {
    /// - Parameters:
    ///   - origin: how the zone came: `init` or `import`; goes into the register's first event.
    ///   - settings: the text of `zone.json`.
    ///   - staticRecords: `static.zone`, octet for octet.
    /// - Throws: ``Failure/refused(_:)`` with `ZONE_EXISTS` when there is such a zone already.
    public static func create(
        _ zone: Name, in registry: Directory, origin: String, settings: String, staticRecords: [UInt8],
        now: Instant, actor: String, options: Register.Options
    ) throws -> Directory {
        try Register.failing {
            let folder = try registry.makeSubdirectory(zone.undotted)
            if try hasEvents(folder, options) { throw exists(zone, folder.path) }
            let settings = Array(settings.utf8)
            try keepOrWrite(ZoneSettings.fileName, settings, in: folder, zone)
            try keepOrWrite(StaticZone.fileName, staticRecords, in: folder, zone)
            try Register.transact(
                in: folder, zone: zone, time: now, actor: actor, creates: true,
                options: options
            ) { transaction in
                // Somebody else may have been faster.
                guard transaction.head.count == 0 else { throw exists(zone, folder.path) }
                transaction.record(
                    EventDraft(
                        .created,
                        details: [
                            "origin": .string(origin),
                            "static": .string(SHA256.digest(of: staticRecords).description),
                        ]))
            }
            return folder
        }
    }

    private static func hasEvents(_ folder: Directory, _ options: Register.Options) throws -> Bool {
        guard try Register.exists(in: folder) else { return false }
        return try Register.read(in: folder, options: options) { $0.head.count > 0 }
    }

    /// Writes a file that is not there; one that is must have the same contents.
    private static func keepOrWrite(
        _ name: String, _ contents: [UInt8], in folder: Directory, _ zone: Name
    ) throws {
        guard let present = try folder.contents(of: name) else {
            try folder.replace(name, with: contents, mode: Directory.Mode.zoneFile)
            return
        }
        guard present != contents else { return }
        throw Failure.refused([
            Reason(
                "ZONE_EXISTS", zone.undotted,
                Text(
                    en: "\(folder.shown(name)) is there already with other contents; move it away first",
                    id: "\(folder.shown(name)) sudah ada dengan isi lain; pindahkan dahulu"))
        ])
    }

    private static func exists(_ zone: Name, _ path: String) -> Failure {
        .refused([
            Reason(
                "ZONE_EXISTS", zone.undotted,
                Text(en: "the registry has this zone already, in \(path)", id: "zona ini sudah ada di registry, di \(path)"))
        ])
    }

    /// The static records of a new zone: SOA, NS and the addresses of the name servers inside the zone.
    public static func staticRecords(
        zone: Name, nameServers: [(host: Name, addresses: [IPAddress])], mailbox: Name
    ) -> [UInt8] {
        func padded(_ text: String) -> String {
            text.utf8.count < 24 ? text + String(repeating: " ", count: 24 - text.utf8.count) : text + " "
        }
        let primary = nameServers.first?.host ?? zone
        var text = """
            ; The office's own records of \(zone.undotted). This file is yours: edit it, then run zonectl render.
            ; Names of agencies are not kept here but in the register (zonectl add, change, remove).
            $ORIGIN \(zone)
            $TTL 3600
            @                       IN SOA    \(primary) \(mailbox) (
                                              1       ; serial: zonectl render goes on from here
                                              10800   ; refresh: 3 hours
                                              3600    ; retry: 1 hour
                                              1209600 ; expire: 2 weeks
                                              3600 )  ; minimum: a missing name is remembered for an hour

            """
        for server in nameServers { text += padded("") + "IN NS     \(server.host)\n" }
        text += "\n"
        for server in nameServers where !server.addresses.isEmpty {
            for (index, address) in server.addresses.enumerated() {
                let owner = index == 0 ? server.host.text(relativeTo: zone) : ""
                text += padded(owner) + (address.isIPv4 ? "IN A      " : "IN AAAA   ") + "\(address)\n"
            }
        }
        return Array(text.utf8)
    }
}

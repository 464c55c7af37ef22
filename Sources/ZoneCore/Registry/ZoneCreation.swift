import RFC1035

/// Makes the folder of a new zone: settings, static records, register.
///
/// All is looked at before anything is written, so that a refusal leaves no trace. What a command that was cut off
/// has written is what the same command would write again, so it goes on from there; the zone counts as made when
/// its zone file is there.
public enum ZoneCreation {
    /// - Parameters:
    ///   - path: the registry's folder, made when it is not there; its parent must be.
    ///   - origin: how the zone came: `init` or `import`; goes into the register's first event.
    ///   - settings: the text of `zone.json`.
    ///   - staticRecords: `static.zone`, octet for octet.
    ///   - procedure: `procedure.json`, octet for octet; none: the zone follows no procedure.
    /// - Throws: ``Failure/refused(_:)`` with `ZONE_EXISTS` when there is such a zone already.
    public static func create(
        _ zone: Name, inRegistry path: String, origin: String, settings: String, staticRecords: [UInt8],
        procedure: [UInt8]? = nil, now: Instant, actor: String, options: Register.Options
    ) throws -> Directory {
        try Register.failing {
            var files = [(ZoneSettings.fileName, Array(settings.utf8)), (StaticZone.fileName, staticRecords)]
            if let procedure { files.append((Procedure.fileName, procedure)) }
            if let registry = try present({ try Directory.open(path, for: .writing) }),
                let folder = try present({ try registry.subdirectory(zone.undotted, for: .writing) })
            {
                // Also without the lock, as taking it makes the register where there is none.
                let begun = try Register.exists(in: folder)
                    ? try Register.read(in: folder, options: options) { try isBegun($0, folder, zone) } : false
                try compare(files, in: folder, zone, allMustBeThere: begun)
            }
            let folder = try Directory.make(path).makeSubdirectory(zone.undotted)
            try Register.transact(
                in: folder, zone: zone, time: now, actor: actor, creates: true, options: options
            ) { transaction in
                // Somebody else may have been faster.
                let begun = try isBegun(transaction, folder, zone)
                try compare(files, in: folder, zone, allMustBeThere: begun)
                guard !begun else { return }
                for (name, contents) in files where try !folder.holds(name) {
                    try folder.replace(name, with: contents, mode: Directory.Mode.zoneFile)
                }
                try transaction.record(
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

    /// What `open` opens; `nil` when it is not there.
    private static func present(_ open: () throws -> Directory) throws -> Directory? {
        do {
            return try open()
        } catch let error as FileError where error.isMissing {
            return nil
        }
    }

    /// Whether a command that made the zone was cut off between the register's first event and the zone file.
    private static func isBegun(_ register: RegisterSnapshot, _ folder: Directory, _ zone: Name) throws -> Bool {
        guard register.head.count > 0 else { return false }
        var isYoung = try !folder.holds(Renderer.fileName(of: zone))
        // Two events at most: made, rendered. A zone with names that has lost its file is no new one.
        if isYoung, register.head.count <= 2 {
            try register.forEachEvent(about: nil) { event, _ in
                if event?.kind != .created, event?.kind != .rendered { isYoung = false }
            }
        } else {
            isYoung = false
        }
        guard isYoung else {
            throw exists(zone, folder, hasSettings: try folder.holds(ZoneSettings.fileName))
        }
        return true
    }

    /// A file that is there must have the contents it would get. Once the register has begun, both are there.
    private static func compare(
        _ files: [(name: String, contents: [UInt8])], in folder: Directory, _ zone: Name, allMustBeThere: Bool
    ) throws {
        for (name, contents) in files {
            guard let present = try folder.contents(of: name) else {
                if allMustBeThere { throw exists(zone, folder, hasSettings: name != ZoneSettings.fileName) }
                continue
            }
            guard present != contents else { continue }
            throw Failure.refused([
                Reason(
                    "ZONE_EXISTS", zone.undotted,
                    Text(
                        en: "\(folder.shown(name)) is there already with other contents; move it away first",
                        id: "\(folder.shown(name)) sudah ada dengan isi lain; pindahkan dahulu"))
            ])
        }
    }

    private static func exists(_ zone: Name, _ folder: Directory, hasSettings: Bool) -> Failure {
        let lost = folder.shown(ZoneSettings.fileName)
        return .refused([
            Reason(
                "ZONE_EXISTS", zone.undotted,
                hasSettings
                    ? Text(
                        en: "the registry has this zone already, in \(folder.path)",
                        id: "zona ini sudah ada di registry, di \(folder.path)")
                    : Text(
                        en: "the registry has this zone already, but \(lost) is missing; restore it from a backup",
                        id: "zona ini sudah ada di registry, tetapi \(lost) hilang; pulihkan dari cadangan"))
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

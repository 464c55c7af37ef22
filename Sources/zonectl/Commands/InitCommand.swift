import RFC1035
import ZoneCore

extension Command {
    static let initialize = Command(
        words: ["init"], group: .zones,
        summary: Text(en: "Make a zone's folder that renders at once", id: "Buat folder zona yang langsung dapat dirender"),
        explanation: [
            Text(
                en: "Makes zone.json with every setting explained, static.zone with SOA, NS and the name servers' "
                    + "addresses, and an empty register; then renders the zone file. static.zone and zone.json are "
                    + "yours from then on: edit them, zonectl never does. Files that are there already are kept.",
                id: "Membuat zone.json dengan penjelasan setiap pengaturan, static.zone dengan SOA, NS, dan alamat "
                    + "server nama, serta register kosong; lalu menghasilkan berkas zona. Sejak itu static.zone dan "
                    + "zone.json milik Anda: silakan disunting, zonectl tidak mengubahnya. Berkas yang sudah ada "
                    + "dipertahankan."),
            Text(
                en: "A name server inside the zone needs its address (HOST=ADDR, several with commas or by naming "
                    + "the host again). The first address is also where shared hosting and redirects lead until "
                    + "zone.json says otherwise.",
                id: "Server nama di dalam zona memerlukan alamatnya (HOST=ADDR, beberapa dengan koma atau dengan "
                    + "menyebut host lagi). Alamat pertama juga menjadi tujuan hosting bersama dan pengalihan sampai "
                    + "zone.json menentukan lain."),
            Text(
                en: "An init that was interrupted can be repeated.",
                id: "Init yang terputus dapat diulang."),
        ],
        usage: ["ZONE --ns HOST[=ADDR]... [--mbox MAIL] [--procedure NAME]"],
        arguments: [
            Argument(
                placeholder: "ZONE", count: .one,
                help: Text(en: "The zone's name, e.g. purbalinggakab.go.id.", id: "Nama zona, misalnya purbalinggakab.go.id."))
        ],
        options: [Options.nameServers.spec, Options.mailbox.spec, Options.procedure.spec],
        examples: [
            Example(
                "zonectl init purbalinggakab.go.id --ns ns1.purbalinggakab.go.id=192.0.2.53 ns.example.net",
                Text(en: "One name server inside, one outside", id: "Satu server nama di dalam, satu di luar"))
        ],
        run: { invocation in try ZoneStart(invocation).run() })
}

/// `init`: what was asked, and its steps.
private struct ZoneStart {
    let invocation: Invocation
    let zone: Name
    let servers: [NameServer]
    /// The mailbox as a name (RFC 1035 §8).
    let mailbox: Name

    struct NameServer {
        let host: Name
        var addresses: [IPAddress]
    }

    init(_ invocation: Invocation) throws(Failure) {
        self.invocation = invocation
        let text = invocation.argument(0) ?? ""
        zone = try ZoneStart.host(text, in: .root, option: "ZONE")
        servers = try ZoneStart.servers(invocation[Options.nameServers], zone)
        mailbox = try ZoneStart.mailbox(invocation[Options.mailbox], zone)
        if let procedure = invocation[Options.procedure] {
            let allowed = procedure.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
            guard allowed else {
                throw ZoneStart.bad(
                    "--procedure \(procedure)", Text(en: "is not a procedure's name", id: "bukan nama prosedur"))
            }
        }
    }

    private static func bad(_ subject: String, _ text: Text) -> Failure {
        .usage(Text(en: "\(subject): \(text.en)", id: "\(subject): \(text.id)"))
    }

    private static func host(_ text: String, in zone: Name, option: String) throws(Failure) -> Name {
        do throws(HostError) {
            return try HostRules.host(text, zone: zone)
        } catch {
            throw bad("\(option) \(text)", error.text)
        }
    }

    /// `HOST[=ADDR[,ADDR]]`; a host named again has several addresses.
    private static func servers(_ words: [String], _ zone: Name) throws(Failure) -> [NameServer] {
        var servers: [NameServer] = []
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = try host(parts.first.map(String.init) ?? "", in: zone, option: "--ns")
            var addresses: [IPAddress] = []
            if parts.count > 1 {
                for text in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
                    do throws(IPAddress.ParseError) {
                        addresses.append(try IPAddress(String(text)))
                    } catch {
                        throw bad("--ns \(word)", error.text)
                    }
                }
            }
            if let known = servers.firstIndex(where: { $0.host == name }) {
                servers[known].addresses += addresses.filter { !servers[known].addresses.contains($0) }
            } else {
                servers.append(NameServer(host: name, addresses: addresses))
            }
        }
        guard !servers.isEmpty else {
            throw Failure.usage(
                Text(en: "init needs --ns HOST[=ADDR]...", id: "init memerlukan --ns HOST[=ADDR]..."))
        }
        for server in servers where server.host.isAtOrBelow(zone) && server.addresses.isEmpty {
            let host = server.host.undotted
            throw bad(
                "--ns \(host)",
                Text(
                    en: "stands inside the zone and needs its address: --ns \(host)=ADDR",
                    id: "berada di dalam zona dan memerlukan alamatnya: --ns \(host)=ADDR"))
        }
        return servers
    }

    /// `local@domain` as `local.domain.`, dots of the local part escaped (RFC 1035 §8).
    private static func mailbox(_ text: String?, _ zone: Name) throws(Failure) -> Name {
        let text = text ?? "hostmaster@\(zone.undotted)"
        let problem = bad(
            "--mbox \(text)", Text(en: "is not a mailbox such as hostmaster@example.net", id: "bukan alamat surel seperti hostmaster@example.net"))
        guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { throw problem }
        let local = Array(text.utf8[..<at])
        guard !local.isEmpty, local.count <= Name.maximumLabelLength,
            local.allSatisfy({ ASCII.isAlphanumeric($0) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains($0) })
        else { throw problem }
        let domain = try host(String(text[text.index(after: at)...]), in: .root, option: "--mbox")
        guard let name = Name(wire: [UInt8(local.count)] + local + domain.wire) else { throw problem }
        return name
    }

    // MARK: Steps

    func run() throws -> ExitStatus {
        try invocation.makeRegistry()
        let registry = try invocation.registry(for: .writing)
        let folder = ZoneFolder(
            name: zone, directory: try registry.makeSubdirectory(zone.undotted, mode: 0o755))
        let now = try invocation.now()
        // Under the register's lock, so that two at once make one zone.
        let isNew = try Register.transact(
            in: folder.directory, zone: zone, time: Timestamp(seconds: Int(now.seconds)), actor: invocation.actor,
            creates: true, options: invocation.registerOptions
        ) { register in
            guard register.head.count == 0 else { return false }
            try write(ZoneFolder.settingsFile, settingsText(), folder)
            try write(StaticZone.fileName, staticText(), folder)
            let hosts = servers.map { JSONValue.string($0.host.description) }
            register.record(EventDraft(.created, details: ["by": .string("init"), "nameServers": .array(hosts)]))
            return true
        }
        if !isNew, try folder.directory.holds(Renderer.fileName(of: zone)) {
            let path = folder.directory.path
            throw Failure.refused([
                Reason(
                    "ZONE_EXISTS", zone.undotted,
                    Text(en: "is already a zone of this registry: \(path)", id: "sudah menjadi zona registry ini: \(path)"))
            ])
        }
        return try render(folder, now)
    }

    /// Keeps a file that is there: it may be the user's.
    private func write(_ file: String, _ text: String, _ folder: ZoneFolder) throws {
        guard try !folder.directory.holds(file) else {
            let path = folder.directory.shown(file)
            invocation.console.note(Text(en: "\(path) is there and is kept", id: "\(path) sudah ada dan dipertahankan"))
            return
        }
        try folder.directory.replace(file, with: Array(text.utf8), mode: Directory.Mode.zoneFile)
    }

    private func render(_ folder: ZoneFolder, _ now: Instant) throws -> ExitStatus {
        let console = invocation.console
        let renderer = Renderer(
            zone: zone, folder: folder.directory, output: folder.directory, settings: try folder.settings(), now: now,
            actor: invocation.actor, options: invocation.registerOptions)
        let serial: Serial
        switch try renderer.run() {
        case .refused(let findings):
            throw Failure.refused(
                findings.filter { $0.severity == .error }.map { finding in
                    Reason(finding.code, "\(finding.file):\(finding.line):\(finding.column)", finding.message)
                })
        case .unchanged(let now), .written(let now, _): serial = now
        }
        let path = folder.directory.path
        console.line(
            Text(
                en: "Zone \(zone.undotted) made in \(path), serial \(serial)",
                id: "Zona \(zone.undotted) dibuat di \(path), nomor seri \(serial)"))
        if servers.count == 1 {
            console.warn(
                Text(
                    en: "a zone needs two name servers at least (RFC 1034 §4.1); add NS records to static.zone",
                    id: "zona memerlukan paling sedikit dua server nama (RFC 1034 §4.1); tambahkan NS di static.zone"))
        }
        console.note(
            Text(
                en: "Next: look through \(path)/zone.json and static.zone, and load \(path)/\(Renderer.fileName(of: zone))",
                id: "Selanjutnya: periksa \(path)/zone.json dan static.zone, lalu muat \(path)/\(Renderer.fileName(of: zone))"))
        return .done
    }

    private func settingsText() -> String {
        let first = servers.lazy.compactMap(\.addresses.first).first
        return ZoneSettings.template(
            zone: zone, procedure: invocation[Options.procedure], addresses: first.map { [$0] } ?? [])
    }

    private func staticText() -> String {
        var text = """
            ; Records of \(zone.undotted) that the office keeps by hand: an ordinary master file, yours from now on.
            ; zonectl reads it and never writes it. Names given to agencies are in the register, not here.
            ; `zonectl render` puts both together, checks them, and sets the serial.
            $ORIGIN \(zone)
            $TTL 3600
            @  IN SOA \(servers[0].host) \(mailbox) (
                      1        ; serial, set by render
                      10800    ; refresh: secondaries ask every 3 hours
                      3600     ; retry
                      1209600  ; expire: after 2 weeks without the primary
                      3600     ; negative answers are kept for an hour
                      )

            """
        for server in servers { text += "@  IN NS \(server.host)\n" }
        for server in servers where server.host.isAtOrBelow(zone) {
            for address in server.addresses {
                text += "\(server.host.text(relativeTo: zone))  IN \(address.recordType) \(address)\n"
            }
        }
        return text
    }
}

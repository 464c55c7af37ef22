import RFC1035
import ZoneCore

extension Command {
    static let initialize = Command(
        words: ["init"], group: .zones,
        summary: Text(
            en: "Make a zone's folder that renders at once",
            id: "Buat folder zona yang langsung dapat dirender"),
        explanation: [
            Text(
                en: "Makes zone.json with every setting explained, static.zone with SOA, NS and the name servers' "
                    + "addresses, and an empty register; then renders the zone file. static.zone and zone.json are "
                    + "yours from then on: edit them, zonectl never does.",
                id: "Membuat zone.json dengan penjelasan setiap pengaturan, static.zone dengan SOA, NS, dan alamat "
                    + "server nama, serta register kosong; lalu menghasilkan berkas zona. Sejak itu static.zone dan "
                    + "zone.json milik Anda: silakan disunting, zonectl tidak mengubahnya."),
            Text(
                en: "A name server inside the zone needs its address (HOST=ADDR, several with commas or by naming "
                    + "the host again). The first address is also where shared hosting and redirects lead until "
                    + "zone.json says otherwise.",
                id: "Server nama di dalam zona memerlukan alamatnya (HOST=ADDR, beberapa dengan koma atau dengan "
                    + "menyebut host lagi). Alamat pertama juga menjadi tujuan hosting bersama dan pengalihan sampai "
                    + "zone.json menentukan lain."),
            Text(
                en: "--procedure copies one of zonectl procedure list to procedure.json in the zone's folder. Requests "
                    + "follow that copy, so edit it to adapt the procedure to the office.",
                id: "--procedure menyalin salah satu dari zonectl procedure list ke procedure.json di folder zona. "
                    + "Permohonan mengikuti salinan itu; sunting untuk menyesuaikannya dengan kantor."),
            Text(
                en: "An init that was interrupted can be repeated.",
                id: "Init yang terputus dapat diulang."),
        ],
        usage: ["ZONE --ns HOST[=ADDR]... [--mbox MAIL] [--procedure NAME]"],
        arguments: [
            Argument(
                placeholder: "ZONE", count: .one,
                help: Text(
                    en: "The zone's name, e.g. purbalinggakab.go.id.",
                    id: "Nama zona, misalnya purbalinggakab.go.id."))
        ],
        options: [Options.nameServers.spec, Options.mailbox.spec, Options.procedure.spec],
        examples: [
            Example(
                "zonectl init purbalinggakab.go.id --ns ns1.purbalinggakab.go.id=192.0.2.53 ns.example.net",
                Text(en: "One name server inside, one outside", id: "Satu server nama di dalam, satu di luar")),
            Example(
                "zonectl init kaltaraprov.go.id --ns ns.example.net ns2.example.net --procedure kalimantan-utara",
                Text(en: "With a procedure for requests", id: "Dengan prosedur untuk permohonan")),
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
    let procedure: ProcedureLibrary.Entry?

    struct NameServer {
        let host: Name
        var addresses: [IPAddress]
    }

    init(_ invocation: Invocation) throws {
        self.invocation = invocation
        let text = invocation.argument(0) ?? ""
        // First, as a name that no folder can have is no redirect either, which a slash would be taken for.
        _ = try Command.newZoneName(text)
        zone = try ZoneStart.host(text, in: .root, option: "ZONE")
        servers = try ZoneStart.servers(invocation[Options.nameServers], zone)
        mailbox = try ZoneStart.mailbox(invocation[Options.mailbox], zone)
        procedure = try invocation.namedProcedure()
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
            "--mbox \(text)", Text(
                en: "is not a mailbox such as hostmaster@example.net",
                id: "bukan alamat surel seperti hostmaster@example.net"))
        guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else {
            // As it stands in an SOA: hostmaster.example.net.
            guard let name = try? Name(text), name.labelCount > 1, let domain = name.parent,
                (try? HostRules.host(domain.description, zone: .root)) != nil
            else { throw problem }
            return name
        }
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
        let unreachable = try unreachableAddresses()
        let serial = try make()
        let console = invocation.console
        for warning in unreachable { console.warn(warning) }
        if let procedure = procedure?.procedure, procedure.zoneTypos.contains(where: zone.isAtOrBelow) {
            let right = procedure.zone.undotted
            console.warn(
                Reason(
                    "ZONE_MISPRINT", zone.undotted,
                    Text(
                        en: "is a misprint in the document of \(procedure.id); the zone in use is \(right)",
                        id: "adalah salah cetak dalam dokumen \(procedure.id); zona yang dipakai \(right)")))
        }
        let path = "\(invocation.registryPath)/\(zone.undotted)"
        let file = "\(path)/\(Renderer.fileName(of: zone))"
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
        let files =
            [ZoneSettings.fileName, StaticZone.fileName] + (procedure == nil ? [] : [Procedure.fileName])
            + [Register.fileName, Renderer.fileName(of: zone)]
        let written = "\(Environment.absolute(path)): \(files.joined(separator: ", "))"
        console.detail(Text(en: "written: \(written)", id: "ditulis: \(written)"))
        console.note(
            Text(
                en: "Next: look through zone.json and static.zone there, and load \(file)",
                id: "Selanjutnya: periksa zone.json dan static.zone di sana, lalu muat \(file)"))
        return .done
    }

    /// Addresses of name servers that only insiders reach, as warnings. One where nobody ever finds anything
    /// is refused.
    private func unreachableAddresses() throws(Failure) -> [Reason] {
        var refused: [Reason] = []
        var warnings: [Reason] = []
        for address in servers.flatMap(\.addresses) {
            guard let range = SpecialRange.covering(address) else { continue }
            let what = Text(en: "\(range.name.en) (\(range.reference))", id: "\(range.name.id) (\(range.reference))")
            switch range.use {
            // A name server that is tried out on its own host.
            case .never where address.isLoopback:
                warnings.append(
                    Reason(
                        "LOOPBACK_ADDRESS", "\(address)",
                        Text(
                            en: "is \(what.en); only this host reaches a name server there",
                            id: "adalah \(what.id); server nama di sana hanya tercapai dari host ini")))
            case .never:
                refused.append(
                    Reason(
                        "TARGET_NOT_ALLOWED", "\(address)",
                        Text(
                            en: "is \(what.en); no name server can be reached there",
                            id: "adalah \(what.id); tidak ada server nama yang dapat dicapai di sana")))
            case .documentation:
                warnings.append(
                    Reason(
                        "DOCUMENTATION_ADDRESS", "\(address)",
                        Text(en: "is \(what.en), for examples only", id: "adalah \(what.id), hanya untuk contoh")))
            case .whenAllowed:
                warnings.append(
                    Reason(
                        "PRIVATE_ADDRESS", "\(address)",
                        Text(
                            en: "is \(what.en); nobody outside reaches a name server there",
                            id: "adalah \(what.id); server nama di sana tidak dapat dicapai dari luar")))
            }
        }
        guard refused.isEmpty else { throw .refused(refused) }
        return warnings
    }

    private func make() throws -> Serial {
        let first = servers.lazy.flatMap(\.addresses).first { !$0.isLoopback }
        let settings = ZoneSettings.template(
            zone: zone, procedure: procedure?.procedure?.id, addresses: first.map { [$0] } ?? [],
            utcOffset: (procedure?.procedure?.utcOffset ?? ZoneSettings(zone: zone).utcOffset).description)
        // Addresses of servers outside the zone are another zone's records.
        let inside = servers.map { ($0.host, $0.host.isAtOrBelow(zone) ? $0.addresses : []) }
        return try Command.makeZone(
            zone, origin: "init", settings: settings,
            staticRecords: ZoneCreation.staticRecords(zone: zone, nameServers: inside, mailbox: mailbox),
            procedure: procedure?.octets, invocation)
    }
}

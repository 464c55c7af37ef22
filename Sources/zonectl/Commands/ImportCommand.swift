import RFC1035
import ZoneCore

extension Command {
    static let importZone = Command(
        words: ["import"], group: .zones,
        summary: Text(en: "Adopt an existing zone file", id: "Ambil alih berkas zona yang sudah ada"),
        explanation: [
            Text(
                en: "Reads the file, renders it in memory and proves that every RRset is kept. Then the file becomes "
                    + "static.zone, byte for byte, and the zone is rendered with a serial after the file's. What "
                    + "stands in the way is listed, and then nothing is written.",
                id: "Membaca berkas, merendernya di memori, dan membuktikan setiap RRset dipertahankan. Lalu berkas "
                    + "itu menjadi static.zone, persis sama, dan zona dirender dengan nomor seri setelah milik "
                    + "berkas. Yang menghalangi ditampilkan, dan tidak ada yang ditulis.")
        ],
        arguments: [
            Argument(
                placeholder: "ZONE", count: .one,
                help: Text(en: "The zone's name.", id: "Nama zona.")),
            Argument(
                placeholder: "FILE", count: .one,
                help: Text(
                    en: "Its master file; - is standard input.", id: "Berkas zonanya; - berarti masukan standar."),
                completion: .file),
        ],
        options: [Options.procedure.spec],
        formats: [.text, .json],
        examples: [
            Example(
                "zonectl import purbalinggakab.go.id /etc/bind/db.purbalinggakab.go.id",
                Text(en: "From a BIND server", id: "Dari server BIND"))
        ],
        run: { invocation in
            let zone = try newZoneName(invocation.argument(0) ?? "")
            let path = invocation.argument(1) ?? "-"
            var settings = ZoneSettings(zone: zone)
            let procedure = try invocation.namedProcedure()
            settings.procedure = procedure?.procedure?.id
            let judgement = try ZoneImport.judge(path, zone: zone, settings: settings)
            guard case .adoptable(let candidate) = judgement else {
                if case .refused(let findings) = judgement {
                    FindingReport(invocation.console).write(findings, to: .errors)
                    if invocation.format == .json {
                        invocation.console.json(RefusalDocument.document(findings, invocation.language))
                    }
                }
                invocation.console.error(
                    Text(
                        en: "\(path) cannot be adopted as it is; nothing was written",
                        id: "\(path) tidak dapat diambil alih; tidak ada yang ditulis"))
                return .refused
            }
            FindingReport(invocation.console).write(candidate.findings, to: .errors)
            let outcome = try makeZone(
                zone, origin: "import",
                settings: ZoneSettings.template(
                    zone: zone, procedure: settings.procedure,
                    utcOffset: (procedure?.procedure?.utcOffset ?? settings.utcOffset).description),
                staticRecords: candidate.octets, procedure: procedure?.octets, invocation)
            if invocation.format == .json {
                invocation.console.json(
                    .object([
                        ("zone", .string(zone.description)), ("records", .number(candidate.records)),
                        ("serial", .number(Int(outcome.rawValue))),
                    ]))
            } else {
                invocation.console.say(
                    Text(
                        en:
                            "Zone \(zone.undotted) adopted: \(Text.counted(candidate.records, "record")) kept, serial "
                                + "\(candidate.serial) -> \(outcome).",
                        id:
                            "Zona \(zone.undotted) diambil alih: \(candidate.records) rekaman dipertahankan, "
                                + "nomor seri \(candidate.serial) -> \(outcome)."
                    ))
            }
            return .done
        })

    /// A name for a new zone; also a folder's name.
    static func newZoneName(_ text: String) throws(Failure) -> Name {
        guard let name = try? Name(text), !name.isRoot else {
            throw Failure.usage(
                Text(
                    en: "\(text) is not a zone's name, such as purbalinggakab.go.id",
                    id: "\(text) bukan nama zona, misalnya purbalinggakab.go.id"))
        }
        // RFC 2317 only shows the slash as an example; a hyphen does the same.
        guard !name.undotted.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) else {
            throw Failure.usage(
                Text(
                    en: "\(text): a zone has a folder of its name, and a folder's name cannot hold / or \\; "
                        + "for a part of a reverse zone take a hyphen, such as 0-25 for 0/25",
                    id: "\(text): zona mempunyai folder dengan namanya, dan nama folder tidak dapat memuat / atau \\; "
                        + "untuk bagian zona balik pakai tanda hubung, misalnya 0-25 untuk 0/25"))
        }
        return name
    }

    /// Makes the zone's folder and renders it; returns the first serial.
    static func makeZone(
        _ zone: Name, origin: String, settings: String, staticRecords: [UInt8], procedure: [UInt8]?,
        _ invocation: Invocation
    ) throws -> Serial {
        let now = try invocation.now()
        let (parsed, findings) = ZoneSettings.read(Array(settings.utf8), expecting: zone)
        guard let parsed else {
            throw Failure.refused(findings.map { Reason($0.code, $0.key, $0.text) })
        }
        let folder = try ZoneCreation.create(
            zone, inRegistry: invocation.registryPath, origin: origin, settings: settings,
            staticRecords: staticRecords, procedure: procedure, now: now, actor: invocation.actor, options: invocation.registerOptions)
        let renderer = Renderer(
            zone: zone, folder: folder, output: folder, settings: parsed, now: now, actor: invocation.actor,
            options: invocation.registerOptions)
        switch try invocation.outcome(of: renderer, isCheck: false) {
        case .written(let serial, _), .unchanged(let serial):
            invocation.console.done = Text(
                en: "zone \(zone.undotted) is made all the same", id: "zona \(zone.undotted) sudah dibuat")
            return serial
        case .refused(let findings):
            throw Failure.refused(
                findings.filter { $0.severity == .error }.map { Reason($0.code, "\($0.file):\($0.line)", $0.message) })
        }
    }
}

import RFC1035
import ZoneCore

extension Command {
    static let render = Command(
        words: ["render"], group: .zones,
        summary: Text(en: "Write the zone files that changed", id: "Tulis berkas zona yang berubah"),
        explanation: [
            Text(
                en: "Puts the static records and the active names together, checks them, gives the zone its next "
                    + "serial and replaces the zone file in one step. A zone that has not changed is not touched: "
                    + "same bytes, same serial, same time of change. A zone that no name server would load is "
                    + "not written; the old file stays. What is wrong otherwise, check says.",
                id: "Menggabungkan rekaman statis dan nama aktif, memeriksanya, memberi nomor seri berikutnya, lalu "
                    + "mengganti berkas zona dalam satu langkah. Zona yang tidak berubah tidak disentuh: isi, nomor "
                    + "seri, dan waktu ubahnya tetap. Zona yang tidak akan dimuat server nama tidak "
                    + "ditulis; berkas lama tetap ada. Masalah lainnya ditunjukkan check."),
            Text(
                en: "Redirected names also go into redirects.ZONE.nginx beside the zone file. Reload the servers "
                    + "afterwards: rndc reload ZONE, nginx -s reload.",
                id:
                    "Nama yang dialihkan juga masuk ke redirects.ZONE.nginx di samping berkas zona. Setelah itu "
                        + "muat ulang "
                    + "server: rndc reload ZONE, nginx -s reload."),
        ],
        arguments: [
            Argument(
                placeholder: "ZONE", count: .any,
                help: Text(
                    en: "The zones; all of the registry when none is named.",
                    id: "Zona yang dimaksud; semua zona di registry bila tidak disebut."), completion: .zone)
        ],
        options: [Options.outputPath.spec, Options.check.spec],
        formats: [.text, .json],
        examples: [
            Example("zonectl render", Text(en: "All zones of the registry", id: "Semua zona di registry")),
            Example(
                "zonectl render --check",
                Text(
                    en: "Exit 5 when a zone file is out of date", id: "Keluar dengan 5 bila ada berkas zona yang usang")
            ),
            Example(
                "zonectl -q render --output /var/lib/bind && rndc reload",
                Text(en: "From cron", id: "Dari cron")),
        ],
        run: { invocation in try RenderRun(invocation).run() })
}

/// One run of `render` over some zones.
private struct RenderRun {
    let invocation: Invocation
    let now: Instant
    let isCheck: Bool
    var console: Console { invocation.console }

    init(_ invocation: Invocation) throws {
        self.invocation = invocation
        now = try invocation.now()
        isCheck = invocation[Options.check]
    }

    func run() throws -> ExitStatus {
        let purpose: Directory.Purpose = isCheck ? .reading : .writing
        let names = try invocation.zoneNames(invocation.arguments)
        let registry = try invocation.registry(for: .reading)
        let output = try invocation[Options.outputPath].map { try Directory.open($0, for: purpose) }
        var worst: ExitStatus = .done
        var documents: [JSONText] = []
        for name in names {
            // One broken zone must not keep the others from being served.
            do {
                let zone = try invocation.zoneFolder(named: name.undotted, in: registry, for: purpose)
                let (status, document) = try render(zone, into: output ?? zone.directory)
                worst = Self.graver(worst, status)
                documents.append(document)
            } catch let failure as Failure {
                if names.count == 1 { throw failure }
                console.report(failure)
                worst = Self.graver(worst, failure.exitStatus)
            } catch let error as FileError {
                if names.count == 1 { throw error }
                console.report(error.failure)
                worst = Self.graver(worst, .inputOutput)
            }
        }
        if invocation.format == .json { console.json(.object([("zones", .array(documents))])) }
        return worst
    }

    private func render(_ zone: ZoneFolder, into output: Directory) throws -> (ExitStatus, JSONText) {
        let renderer = Renderer(
            zone: zone.name, folder: zone.directory, output: output, settings: try zone.settings(), now: now,
            actor: invocation.actor, options: invocation.registerOptions)
        let outcome = try invocation.outcome(of: renderer, isCheck: isCheck)
        let name = zone.name.undotted
        switch outcome {
        case .unchanged(let serial):
            say(
                Text(
                    en: "Zone \(name) is unchanged; serial still \(serial).",
                    id: "Zona \(name) tidak berubah; nomor seri tetap \(serial)."))
            return (.done, document(name, "unchanged", serial))
        case .written(let serial, _) where isCheck:
            say(
                Text(
                    en: "Zone \(name) is out of date; run zonectl render.",
                    id: "Berkas zona \(name) usang; jalankan zonectl render."))
            return (.outOfDate, document(name, "outdated", serial))
        case .written(let serial, let records):
            say(
                Text(
                    en: "Zone \(name) written, serial \(serial), \(records) records.",
                    id: "Zona \(name) ditulis, nomor seri \(serial), \(records) rekaman."))
            return (.done, document(name, "written", serial))
        case .refused(let findings):
            let errors = findings.filter { $0.severity == .error }
            FindingReport(console).write(errors, to: .errors)
            console.error(
                Text(
                    en: "zone \(name) has errors and was not written; the old file stays",
                    id: "zona \(name) bermasalah dan tidak ditulis; berkas lama tetap ada"))
            return (.refused, document(name, "refused", nil, errors))
        }
    }

    private func say(_ text: Text) {
        if invocation.format == .text { console.say(text) }
    }

    private func document(
        _ zone: String, _ outcome: String, _ serial: Serial?, _ errors: [Finding] = []
    ) -> JSONText {
        let language = invocation.language
        return .object([
            ("zone", .string(zone + ".")), ("outcome", .string(outcome)),
            ("serial", serial.map { .number(Int($0.rawValue)) } ?? .null),
            ("findings", .array(errors.map { FindingDocument.json($0, language) })),
        ])
    }

    /// A zone that could not be written weighs more than one that is out of date.
    private static func graver(_ a: ExitStatus, _ b: ExitStatus) -> ExitStatus {
        let order: [ExitStatus] = [.done, .outOfDate, .refused, .state, .usage, .inputOutput]
        return (order.firstIndex(of: a) ?? 0) >= (order.firstIndex(of: b) ?? 0) ? a : b
    }
}

extension Invocation {
    /// The zones named, else that of `--zone`, else all of the registry.
    func zoneNames(_ given: [String]) throws -> [Name] {
        let wanted = given.isEmpty ? self[Options.zone].map { [$0] } ?? [] : given
        guard wanted.isEmpty else {
            return try wanted.map { text in
                guard let name = try? Name(text), !name.isRoot else {
                    throw Failure.usage(
                        Text(en: "\"\(text)\" is not a zone's name", id: "\"\(text)\" bukan nama zona"))
                }
                return name
            }
        }
        let registry = try registry(for: .reading)
        let zones = try zones(in: registry)
        guard !zones.isEmpty else {
            throw Failure.io(
                Text(
                    en: "\(registry.path) holds no zone; zonectl init makes one",
                    id: "\(registry.path) belum berisi zona; buat dengan zonectl init"))
        }
        return zones
    }
}

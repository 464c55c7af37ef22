import RFC1035
import ZoneCore

extension Command {
    static let dangling = Command(
        words: ["dangling"], group: .requests,
        summary: Text(
            en: "Find names that lead where nobody answers for them",
            id: "Cari nama yang mengarah ke tujuan tak "
                + "bertuan"),
        explanation: [
            Text(
                en: "Looks through the static records and all active names: targets in the zone that do not exist "
                    + "(DANGLING_TARGET), hosts of services that whoever asks first gets (CLAIMABLE), and addresses "
                    + "outside allowedNetworks of zone.json (OUTSIDE_NETWORKS). Ends with 1 when there are any. They "
                    + "are "
                    + "flags, not proofs.",
                id: "Memeriksa rekaman statis dan semua nama aktif: tujuan di dalam zona yang tidak ada "
                    + "(DANGLING_TARGET), "
                    + "host layanan yang diberikan kepada peminta pertama (CLAIMABLE), dan alamat di luar "
                    + "allowedNetworks "
                    + "di zone.json (OUTSIDE_NETWORKS). Berakhir dengan 1 bila ada. Temuan adalah petunjuk, bukan "
                    + "bukti."),
            Text(
                en: "The command asks no servers. What outside hosts resolve to, it takes from --resolved: what dig "
                    + "+noall +answer or host printed for them, or a list. Those that do not resolve are "
                    + "NOT_RESOLVING.",
                id: "Perintah ini tidak bertanya kepada server. Hasil penguraian host luar diambil dari --resolved: "
                    + "keluaran dig +noall +answer atau host, atau sebuah daftar. Yang tidak terurai: NOT_RESOLVING."),
        ],
        options: [Options.resolved.spec],
        formats: [.text, .json],
        examples: [
            Example("zonectl dangling", Text(en: "What the zone itself shows", id: "Yang terlihat dari zonanya")),
            Example(
                "zonectl dangling --resolved hosts.txt --format json",
                Text(en: "With what was looked up", id: "Dengan hasil penguraian")),
        ],
        run: { try DanglingRun(invocation: $0).run() })
}

/// One run of `dangling`.
private struct DanglingRun {
    let invocation: Invocation

    func run() throws -> ExitStatus {
        let zone = try invocation.zoneFolder(for: .reading)
        let settings = try zone.settings()
        let resolved = try invocation[Options.resolved].map { path in
            try ResolvedHosts.read(File.contents(named: path, limit: ResolvedHosts.maximumBytes), path: path)
        }
        let found = try invocation.readRegister(of: zone) { register in
            let assembly = try ZoneAssembly(
                zone: zone.name, folder: zone.directory, settings: settings, register: register)
            return try DanglingNames(assembly, register: register, settings: settings, resolved: resolved)
        }
        if invocation.format == .json {
            invocation.console.json(document(found, zone))
        } else {
            for finding in found.findings { invocation.console.line(text(finding)) }
        }
        notes(found, settings)
        return found.findings.isEmpty ? .done : .refused
    }

    private func text(_ finding: DanglingNames.Finding) -> String {
        let holder =
            finding.holder.map { name in
                Text(
                    en: " (\(name.opd), request \(name.request))", id: " (\(name.opd), permohonan \(name.request))")
            } ?? Text(en: " (static record)", id: " (rekaman statis)")
        let language = invocation.language
        return "\(finding.code) \(finding.owner.undotted) \(finding.type): \(finding.text(language))\(holder(language))"
    }

    private func notes(_ found: DanglingNames, _ settings: ZoneSettings) {
        let console = invocation.console
        if settings.allowedNetworks.isEmpty {
            console.note(
                Text(
                    en: "allowedNetworks of zone.json is empty: addresses were not judged.",
                    id: "allowedNetworks di zone.json kosong: alamat tidak dinilai."))
        }
        if !found.notLookedUp.isEmpty {
            let list = found.notLookedUp.prefix(10).map(\.undotted).joined(separator: ", ")
            let rest = found.notLookedUp.count > 10 ? " …" : ""
            console.warn(
                Text(
                    en: "not in the file of resolved names: \(list)\(rest)",
                    id: "tidak ada dalam berkas hasil penguraian: \(list)\(rest)"))
        }
        let (records, count) = (found.records, found.findings.count)
        console.note(
            Text(
                en: "\(Text.counted(records, "record")) looked at, \(Text.counted(count, "finding")).",
                id: "\(records) rekaman diperiksa, \(count) temuan."))
    }

    private func document(_ found: DanglingNames, _ zone: ZoneFolder) -> JSONText {
        .object([
            ("zone", .string(zone.name.description)),
            (
                "findings",
                .array(
                    found.findings.map { finding in
                        .object([
                            ("code", .string(finding.code)), ("name", .string(finding.owner.description)),
                            ("type", .string(finding.type)), ("target", .string(finding.target)),
                            ("holder", .optional(finding.holder?.name.description)),
                            ("opd", .optional(finding.holder?.opd)),
                            ("request", .optional(finding.holder?.request.description)),
                            ("message", .string(finding.text(invocation.language))),
                        ])
                    })
            ),
            ("notLookedUp", .strings(found.notLookedUp.map(\.description))),
            (
                "summary",
                .object([("records", .number(found.records)), ("findings", .number(found.findings.count))])
            ),
        ])
    }
}

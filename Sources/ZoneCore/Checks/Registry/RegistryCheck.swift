import RFC1035

/// Checks of one zone of the registry: its settings, its register, its static records, what they make
/// together, and the rendered file.
public enum RegistryCheck {
    /// - Parameters:
    ///   - registry: the folder of all zones, which may have their list of holidays.
    ///   - zones: keeps the zone for a look at several together.
    public static func run(
        zone: Name, folder: Directory, registry: Directory?, policy: CheckPolicy, options: Register.Options,
        settles: Bool = true, zones: ZoneSet? = nil
    ) throws -> CheckResult {
        try Register.failing {
            var result = CheckResult()
            result.zones = 1
            result.fileOrder = [ZoneSettings.fileName, Procedure.fileName, StaticZone.fileName].map(folder.shown)
            let settings =
                try result.reading(folder.shown(ZoneSettings.fileName)) {
                    try checkSettings(zone, folder, &$0)
                } ?? nil
            var policy = policy
            // What the command line says comes before the zone's settings.
            if let settings { policy.severities.merge(settings.checks) { given, _ in given } }
            let procedure =
                try result.reading(folder.shown(Procedure.fileName)) {
                    try checkProcedure(folder, settings, &$0)
                } ?? nil
            _ = try result.reading(folder.shown(settings?.holidays ?? Holidays.fileName)) {
                try checkHolidays(folder, registry, settings, &$0)
            }
            try checkStatic(zone, folder, &result)
            let isSound =
                try result.reading(folder.shown(Register.fileName)) {
                    try checkRegister(folder, options, &$0)
                } ?? false
            if let procedure, isSound, policy.profile != .load {
                _ = try result.reading(folder.shown(Register.fileName)) {
                    try checkSteps(procedure, folder, options, &$0)
                }
            }
            if let settings, isSound {
                let assembled: Void? = try result.reading(folder.shown(StaticZone.fileName)) {
                    try checkAssembly(zone, folder, settings, policy, options, zones, &$0)
                }
                if assembled != nil {
                    _ = try result.reading(folder.shown(Renderer.fileName(of: zone))) {
                        try checkRendered(zone, folder, settings, policy, options, &$0)
                    }
                }
            }
            policy.adjust(&result.findings)
            result.fileOrder += [Register.fileName, Renderer.fileName(of: zone)].map(folder.shown)
            if settles { result.settle(maximum: policy.maximum) }
            return result
        }
    }

    /// The settings; `nil` when they cannot be used.
    private static func checkSettings(
        _ zone: Name, _ folder: Directory, _ result: inout CheckResult
    ) throws -> ZoneSettings? {
        let file = folder.shown(ZoneSettings.fileName)
        guard let octets = try folder.contents(of: ZoneSettings.fileName, limit: ZoneSettings.maximumBytes + 1) else {
            result.findings.append(
                Finding(
                    .settingsMissing, file: file,
                    Text(en: "the settings are missing", id: "pengaturan tidak ada")))
            return nil
        }
        result.files += 1
        let (settings, findings) = ZoneSettings.read(octets, expecting: zone)
        for finding in findings {
            result.findings.append(
                Finding(
                    finding.code, finding.severity == .error ? .error : .warning, file: file,
                    line: finding.line ?? 0, column: finding.column ?? 0,
                    finding.message))
        }
        return settings
    }

    private static func checkStatic(_ zone: Name, _ folder: Directory, _ result: inout CheckResult) throws {
        guard try folder.holds(StaticZone.fileName) else {
            result.findings.append(
                Finding(
                    .staticMissing, file: folder.shown(StaticZone.fileName),
                    Text(
                        en: "the static records are missing: SOA, NS and the office's own hosts",
                        id: "rekaman statis tidak ada: SOA, NS, dan host milik kantor")))
            return
        }
        result.files += 1
    }

    /// Whether the register is there and its chain whole.
    private static func checkRegister(
        _ folder: Directory, _ options: Register.Options, _ result: inout CheckResult
    ) throws -> Bool {
        let file = folder.shown(Register.fileName)
        guard try Register.exists(in: folder) else {
            result.findings.append(
                Finding(
                    .registerMissing, file: file,
                    Text(
                        en: "the register is missing; restore it, or run zonectl init again for a new zone",
                        id: "register tidak ada; pulihkan, atau jalankan lagi zonectl init untuk zona baru")))
            return false
        }
        result.files += 1
        let verification = try Register.verify(in: folder, options: options)
        for notice in verification.notices {
            result.findings.append(Finding(.registerNotice, file: file, line: notice.line ?? 0, column: 1, notice.text))
        }
        guard let damage = verification.damage else { return true }
        result.findings.append(
            Finding(.registerDamaged, file: file, line: damage.line, column: 1, damage.text))
        return false
    }

    /// Static records and managed names as one zone.
    private static func checkAssembly(
        _ zone: Name, _ folder: Directory, _ settings: ZoneSettings, _ policy: CheckPolicy,
        _ options: Register.Options, _ zones: ZoneSet?, _ result: inout CheckResult
    ) throws {
        guard try folder.holds(StaticZone.fileName) else { return }
        let file = try SettingsFile(folder)
        try Register.read(in: folder, options: options) { register in
            let assembly = try ZoneAssembly(zone: zone, folder: folder, settings: settings, register: register)
            result.count(assembly.zone)
            result.fileOrder += assembly.zone.store.files
            if policy.profile != .load {
                result.findings += SettingsHosts.findings(settings, in: assembly.zone, file: file)
            }
            let waivers = Waivers(assembly.annotations, policy: policy)
            var limited = policy
            limited.maximum = waivers.limit(policy.maximum)
            result.findings += try assembly.findings(
                policy: limited, file: folder.shown(StaticZone.fileName), register: register)
            result.waivers.append(waivers)
            if policy.profile != .load {
                let last = try register.lastRendered().map { Serial($0.serial) }
                result.findings += SettingsFit.findings(
                    settings, in: assembly.zone, lastSerial: last, now: policy.now, file: file)
                result.findings += try ZoneAssembly.placed(
                    ManagedNameChecks.findings(assembly, settings, policy: policy), register)
            }
            guard !assembly.findings.contains(where: { $0.severity == .error }) else { return }
            zones?.add(assembly.zone, file: folder.shown(StaticZone.fileName), policy: policy) { findings in
                try Register.read(in: folder, options: options) { try ZoneAssembly.placed(findings, $0) }
            }
        }
    }

    /// The rendered file: the one the register knows, and the one that would be written now.
    private static func checkRendered(
        _ zone: Name, _ folder: Directory, _ settings: ZoneSettings, _ policy: CheckPolicy,
        _ options: Register.Options, _ result: inout CheckResult
    ) throws {
        let name = Renderer.fileName(of: zone)
        let file = folder.shown(name)
        guard let octets = try folder.contents(of: name) else {
            // An office that renders into another folder has none here.
            guard policy.profile != .load,
                let last = try Register.read(in: folder, options: options, { try $0.lastRendered() }),
                !last.isElsewhere
            else { return }
            result.findings.append(
                Finding(
                    .renderedMissing, file: file,
                    Text(
                        en: "the rendered file (serial \(last.serial)) is gone; run zonectl render",
                        id: "berkas hasil render (nomor seri \(last.serial)) hilang; jalankan zonectl render")))
            return
        }
        result.files += 1
        // Without them nothing can be compared, and that has been said.
        guard try folder.holds(StaticZone.fileName) else { return }
        let renderer = Renderer(
            zone: zone, folder: folder, output: folder, settings: settings, now: policy.now, actor: "", options: options
        )
        let outcome = try renderer.check()
        guard case .written = outcome else { return }
        let loaded = try FileCheck.load(file, origin: zone)
        result.findings += FileCheck.findings(
            of: loaded, policy: CheckPolicy(profile: .load, now: policy.now), file: file)
        guard policy.profile != .load,
            let last = try Register.read(in: folder, options: options, { try $0.lastRendered() })
        else { return }
        let isOlder = loaded.zone.serial.map { $0.order(to: Serial(last.serial)) == .less } ?? false
        let isOurs = SHA256.digest(of: octets).description == last.digest
        if !isOurs && !isOlder && loaded.report.errorCount == 0 {
            result.findings += try Register.read(in: folder, options: options) {
                try VanishedNames.findings(in: loaded.zone, file: file, $0)
            }
        }
        result.findings.append(
            isOurs
                ? Finding(
                    .renderedOutdated, file: file,
                    Text(
                        en: "the rendered file is out of date; run zonectl render",
                        id: "berkas zona usang; jalankan zonectl render"))
                : isOlder
                    ? Finding(
                        .renderedElsewhere, file: file,
                        Text(
                            en: "older than the last rendering (serial \(last.serial)), which went to another folder; "
                                + "remove this file if no server reads it",
                            id: "lebih lama dari render terakhir (nomor seri \(last.serial)) yang ditulis ke "
                                + "folder lain; "
                                + "hapus berkas ini bila tidak dibaca server"))
                    : Finding(
                        .renderedChanged, file: file,
                        Text(
                            en: "not the file that was rendered: somebody changed it; the next render overwrites it",
                            id: "bukan berkas hasil render: ada yang mengubahnya; render berikutnya akan menimpanya")))
    }
}

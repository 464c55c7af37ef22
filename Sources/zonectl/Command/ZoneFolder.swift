import RFC1035
import ZoneCore

/// A zone of the registry: its name and its open folder.
struct ZoneFolder {
    let name: Name
    let directory: Directory
    let console: Console

    /// A name as people type it: relative to the zone unless it ends with a dot or with the zone's name.
    func name(_ text: String) throws(Failure) -> Name {
        do throws(NameError) {
            let absolute = try Name(text)
            if text.utf8.last == UInt8(ascii: ".") || absolute.isAtOrBelow(name) { return absolute }
            return try Name(text, origin: name)
        } catch {
            throw Failure.usage(
                Text(en: "\"\(text)\" is not a domain name", id: "\"\(text)\" bukan nama domain"))
        }
    }
}

extension Invocation {
    /// The registry's folder.
    func registry(for purpose: Directory.Purpose) throws -> Directory {
        let (path, by) = registryChoice
        console.detail(
            Text(
                en: "registry: \(Environment.absolute(path)) (\(by.en))",
                id: "registry: \(Environment.absolute(path)) (\(by.id))"))
        do throws(FileError) {
            return try Directory.open(path, for: purpose)
        } catch {
            guard error.isMissing else { throw error }
            throw Failure.io(
                Text(
                    en: "there is no registry \(registryPath); name one with -C DIR or $\(Environment.registry), or "
                        + "make it with zonectl init",
                    id: "registry \(registryPath) tidak ada; sebutkan dengan -C DIR atau $\(Environment.registry), "
                        + "atau buat dengan zonectl init"))
        }
    }

    /// The zones of the registry in order: its folders that hold a zone.json, or a register that has lost it and
    /// must not be passed over in silence.
    func zones(in registry: Directory) throws -> [Name] {
        var zones: [Name] = []
        for entry in try registry.names() where entry.utf8.first != UInt8(ascii: ".") {
            guard let name = try? Name(entry), name.undotted == entry, try mayBeZone(name, in: registry) else {
                continue
            }
            zones.append(name)
        }
        return zones.sorted()
    }

    /// Also a folder that cannot be looked into, when it is called like a zone and not like `lost+found`: whoever opens
    /// it says so.
    private func mayBeZone(_ name: Name, in registry: Directory) throws -> Bool {
        do throws(FileError) {
            let folder = try registry.subdirectory(name.undotted, for: .reading)
            if try folder.holds(ZoneSettings.fileName) { return true }
            return try hasEvents(folder)
        } catch {
            if error.isForbidden { return name.labelCount > 1 }
            guard error.isNoFolder else { throw error }
            return false
        }
    }

    private func hasEvents(_ folder: Directory) throws(FileError) -> Bool {
        guard let register = try folder.fileIfPresent(Register.fileName) else { return false }
        return try register.size() > 0
    }

    /// The zone that is meant: `--zone`, or the only one.
    func zoneFolder(for purpose: Directory.Purpose) throws -> ZoneFolder {
        let registry = try registry(for: purpose)
        if let given = self[Options.zone] { return try zoneFolder(named: given, in: registry, for: purpose) }
        let zones = try zones(in: registry)
        guard let only = zones.first else {
            throw Failure.io(
                Text(
                    en: "\(registry.path) holds no zone; zonectl init makes one",
                    id: "\(registry.path) belum berisi zona; buat dengan zonectl init"))
        }
        guard zones.count == 1 else {
            let names = zones.map(\.undotted).joined(separator: ", ")
            throw Failure.usage(
                Text(
                    en: "the registry holds several zones; choose with --zone: \(names)",
                    id: "registry berisi beberapa zona; pilih dengan --zone: \(names)"))
        }
        return zoneFolder(only, try registry.subdirectory(only.undotted, for: purpose))
    }

    /// A zone of the registry by its name, however it is written.
    func zoneFolder(
        named text: String, in registry: Directory, for purpose: Directory.Purpose
    ) throws -> ZoneFolder {
        guard let name = try? Name(text), !name.isRoot else {
            throw Failure.usage(
                Text(en: "\"\(text)\" is not a zone's name", id: "\"\(text)\" bukan nama zona"))
        }
        do throws(FileError) {
            let folder = try registry.subdirectory(name.undotted, for: purpose)
            return zoneFolder(name, folder)
        } catch {
            guard error.isMissing else { throw error }
            let names = try zones(in: registry).map(\.undotted)
            let hint = Suggestion.nearest(to: name.undotted, in: names).map { [$0] } ?? names
            let shown = hint.joined(separator: ", ")
            throw Failure.usage(
                Text(
                    en: "\(registry.path) holds no zone \(name.undotted)" + (hint.isEmpty ? "" : "; it holds \(shown)"),
                    id: "\(registry.path) tidak berisi zona \(name.undotted)"
                        + (hint.isEmpty ? "" : "; isinya \(shown)")))
        }
    }

    private func zoneFolder(_ name: Name, _ folder: Directory) -> ZoneFolder {
        let facts = "\(name.undotted), folder \(folder.path)"
        console.detail(Text(en: "zone: \(facts)", id: "zona: \(facts)"))
        return ZoneFolder(name: name, directory: folder, console: console)
    }

    /// How the register's lock is waited for: whoever waits is told for whom.
    var registerOptions: Register.Options {
        let language = language
        let isQuiet = console.isQuiet
        return Register.Options(
            patience: LockPatience(notice: { text in
                // The notice comes from inside the register; a console of its own keeps this closure sendable.
                Console(language: language, color: .never, isQuiet: isQuiet).note(text)
            }))
    }

    /// Runs `body` on the zone's register under the shared lock, and tells what was noticed on opening.
    func readRegister<Result>(
        of zone: ZoneFolder, _ body: (RegisterSnapshot) throws -> Result
    ) throws -> Result {
        try Register.read(in: zone.directory, options: registerOptions) { snapshot in
            for notice in snapshot.notices { console.warn(notice.text) }
            zone.detail(snapshot, isExclusive: false)
            return try body(snapshot)
        }
    }

    /// Runs `body` on the zone's register under the exclusive lock, and tells what was noticed on opening; what it
    /// records is on disk when this returns.
    func transact<Result>(
        _ zone: ZoneFolder, _ now: Instant, _ body: (RegisterTransaction) throws -> Result
    ) throws -> Result {
        try Register.transact(
            in: zone.directory, zone: zone.name, time: now, actor: actor, options: registerOptions
        ) { register in
            for notice in register.notices { console.warn(notice.text) }
            if let warning = try register.clockWarning(now: now) { console.warn(warning) }
            zone.detail(register, isExclusive: true)
            return try body(register)
        }
    }

    /// As ``transact(_:_:_:)``, with the rules of the zone.
    func decide<Result>(
        _ zone: ZoneFolder, _ settings: ZoneSettings, _ now: Instant, search: SimilarSearch,
        _ body: (Decision, RegisterTransaction) throws -> Result
    ) throws -> Result {
        let staticZone = try zone.staticZone(settings)
        return try transact(zone, now) { register in
            let decision = Decision(
                settings: settings, register: register, staticZone: staticZone,
                today: now.date(at: settings.utcOffset), search: search)
            return try body(decision, register)
        }
    }
}

extension SimilarSearch {
    /// How far to look for similar names, which are only warned of: a person's few lines get what each would get
    /// alone; nobody reads the warnings of a migration, and the lock must not be held for them.
    init(forLines count: Int) {
        switch count {
        case ...100: self = .whole
        case ...1000: self = .lookAlikes
        default: self = .none
        }
    }
}

extension ZoneFolder {
    /// The settings. Mistakes in them are reasons to do nothing, each with its place.
    func settings() throws -> ZoneSettings {
        guard let octets = try directory.contents(of: ZoneSettings.fileName, limit: ZoneSettings.maximumBytes)
        else {
            throw Failure.io(
                Text(
                    en: "\(directory.path) has no \(ZoneSettings.fileName); restore it from a backup",
                    id: "\(directory.path) tidak mempunyai \(ZoneSettings.fileName); pulihkan dari cadangan"))
        }
        let (settings, findings) = ZoneSettings.read(octets, expecting: name)
        if let settings {
            let facts =
                "\(directory.shown(ZoneSettings.fileName)), \(octets.count) B; serial \(settings.serial.rawValue), "
                + "TTL \(settings.ttl), UTC \(settings.utcOffset)"
            console.detail(Text(en: "settings: \(facts)", id: "pengaturan: \(facts)"))
            return settings
        }
        let path = directory.shown(ZoneSettings.fileName)
        throw Failure.refused(
            findings.filter { $0.severity == .error }.map { finding in
                var place = path
                if let line = finding.line { place += ":\(line):\(finding.column ?? 1)" }
                return Reason(finding.code, place, finding.message)
            })
    }

    /// Says with `-v` what the register holds and how it is locked.
    func detail(_ register: RegisterSnapshot, isExclusive: Bool) {
        func count(_ status: NameStatus) -> String { (try? register.count(of: status)).map { "\($0)" } ?? "?" }
        func counts(_ language: Language) -> String {
            NameStatus.allCases.map { "\(count($0)) \($0.text(language))" }.joined(separator: ", ")
        }
        let path = directory.shown(Register.fileName)
        let (events, bytes) = (register.head.count, register.head.bytes)
        console.detail(
            Text(
                en: "register: \(path), \(isExclusive ? "exclusive" : "shared") lock; events: \(events), \(bytes) B; "
                    + "names: \(counts(.english))",
                id: "register: \(path), kunci \(isExclusive ? "eksklusif" : "bersama"); peristiwa: \(events), "
                    + "\(bytes) B; nama: \(counts(.indonesian))"))
    }

    /// Errors of a zone as reasons not to go on.
    static func failure(_ findings: [Finding]) -> Failure {
        .refused(
            findings.filter { $0.severity == .error }.map { finding in
                Reason(finding.code, "\(finding.file):\(finding.line):\(finding.column)", finding.message)
            })
    }

    /// The office's time zone, for showing times. Settings that cannot be read are `check`'s business.
    var utcOffset: UTCOffset { (try? settings())?.utcOffset ?? ZoneSettings(zone: name).utcOffset }
}

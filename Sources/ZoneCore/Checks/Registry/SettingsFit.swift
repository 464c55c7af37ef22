import RFC1035

/// The zone.json that settings were read from: where in it a setting stands.
struct SettingsFile {
    private let path: String
    private let root: JSON5Value?

    init(_ path: String, _ octets: [UInt8]) {
        self.path = path
        root = try? JSON5Parser.parse(octets)
    }

    init(_ folder: Directory) throws(FileError) {
        let name = ZoneSettings.fileName
        self.init(folder.shown(name), try folder.contents(of: name, limit: ZoneSettings.maximumBytes) ?? [])
    }

    /// A warning about a setting such as `mail.host`, at its value; about the file where only a default is meant.
    func finding(_ code: String, about key: String, _ text: Text) -> Finding {
        let place = key.split(separator: ".").reduce(root) { value, word in
            guard case .object(let members)? = value?.content else { return nil }
            return members.first { $0.key == word }?.value
        }?.place
        return Finding(
            code, .warning, file: path, line: place?.line ?? 0, column: place?.column ?? 0,
            Text(en: "\(key): \(text.en)", id: "\(key): \(text.id)"), reference: ZoneSettings.fileName)
    }
}

/// Settings beside each other and beside the zone: what cannot both be meant.
enum SettingsFit {
    static func findings(
        _ settings: ZoneSettings, in zone: Zone, lastSerial: Serial?, now: Instant, file: SettingsFile
    ) -> [Finding] {
        var findings: [Finding] = []
        func report(_ key: String, _ text: Text) {
            findings.append(file.finding("SETTINGS_DO_NOT_FIT", about: key, text))
        }
        if let apex = zone.apex, let row = zone.firstRow(of: .soa, at: apex), zone.rdata(of: row).count >= 20 {
            let rdata = zone.rdata(of: row)
            let expire = rdata.uint32(at: rdata.count - 8)
            if settings.ttl > expire {
                report(
                    "ttl",
                    Text(
                        en: "\(settings.ttl) seconds are longer than the SOA's expire, \(expire)",
                        id: "\(settings.ttl) detik lebih lama daripada expire pada SOA, \(expire)"))
            }
        }
        if Int64(settings.ttl) > Int64(settings.quarantineDays) * 86_400 {
            report(
                "quarantineDays",
                Text(
                    en: "\(Text.counted(settings.quarantineDays, "day is", "days are")) shorter than ttl, "
                        + "\(settings.ttl) seconds: a name would be given out again while resolvers still know its "
                        + "old address",
                    id: "\(settings.quarantineDays) hari lebih singkat daripada ttl, \(settings.ttl) detik: nama "
                        + "diberikan "
                        + "lagi selagi resolver masih menyimpan alamat lamanya"))
        }
        if settings.hosting.defaultGB > settings.hosting.capacityGB {
            report(
                "hosting.defaultGB",
                Text(
                    en: "\(settings.hosting.defaultGB) is more than hosting.capacityGB, "
                        + "\(settings.hosting.capacityGB), so that "
                        + "--hosting alone is always refused",
                    id: "\(settings.hosting.defaultGB) melebihi hosting.capacityGB, "
                        + "\(settings.hosting.capacityGB), sehingga "
                        + "--hosting tanpa angka selalu ditolak"))
        }
        let day = Serial(UInt32(truncatingIfNeeded: now.seconds + 86_400))
        if settings.serial == .unixtime, let serial = lastSerial ?? zone.serial, day.order(to: serial) == .less {
            report(
                "serial",
                Text(
                    en: "\"unixtime\", but the zone's serial \(serial.rawValue) is later than any time of today, so it "
                        + "only goes on by one",
                    id: "\"unixtime\", padahal nomor seri zona \(serial.rawValue) melampaui waktu hari ini, sehingga "
                        + "hanya bertambah satu"))
        }
        return findings
    }
}

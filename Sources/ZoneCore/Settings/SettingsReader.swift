import RFC1035

extension ZoneSettings {
    /// Largest settings file that is read.
    public static let maximumBytes = 1 << 20
    public static let fileName = "zone.json"

    /// Reads a `zone.json`. All mistakes at once; settings only when there is no error among them.
    /// - Parameter zone: the zone that the folder is named after, when known.
    public static func read(
        _ octets: [UInt8], expecting zone: Name? = nil
    ) -> (settings: ZoneSettings?, findings: [SettingsFinding]) {
        guard octets.count <= maximumBytes else {
            let text = Text(en: "larger than 1 MiB", id: "lebih besar dari 1 MiB")
            return (
                nil, [.init(code: "SETTINGS_SYNTAX", severity: .error, line: nil, column: nil, key: "", text: text)]
            )
        }
        let root: JSON5Value
        do {
            root = try JSON5Parser.parse(octets)
        } catch {
            return (
                nil,
                [
                    .init(
                        code: "SETTINGS_SYNTAX", severity: .error, line: error.place.line, column: error.place.column,
                        key: "", text: error.text)
                ]
            )
        }
        var reader = SettingsReader()
        let settings = reader.settings(from: root, expecting: zone)
        let findings = reader.findings.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
        return (findings.contains { $0.severity == .error } ? nil : settings, findings)
    }
}

/// Turns a JSON5 value into settings and collects what is wrong with it.
struct SettingsReader {
    var findings: [SettingsFinding] = []

    mutating func report(
        _ code: String, _ key: String, _ place: JSON5Value.Place?, _ text: Text,
        severity: SettingsFinding.Severity = .error
    ) {
        findings.append(
            .init(code: code, severity: severity, line: place?.line, column: place?.column, key: key, text: text))
    }

    mutating func settings(from root: JSON5Value, expecting expected: Name?) -> ZoneSettings? {
        guard
            var members = self.members(
                of: root, path: "",
                known: [
                    "zone", "procedure", "hostnameSyntax", "allowPunycode", "labelDepth", "minimumLabelLength",
                    "reservedLabels", "allowReservedOverride", "ttl", "serial", "allowedNetworks",
                    "documentationAddresses", "hosting", "redirector", "mail", "quarantineDays", "reviewMonths",
                    "utcOffset", "checks", "holidays", "letters",
                ])
        else { return nil }
        var zone = expected ?? .root
        if let value = members.take("zone") {
            if let name = name(value, "zone", origin: .root) {
                zone = name
                if name.isRoot {
                    report(
                        "SETTINGS_VALUE", "zone", value.place,
                        Text(en: "the root is not a zone of this program", id: "akar DNS bukan zona untuk program ini"))
                }
                if let expected, expected != name {
                    report(
                        "SETTINGS_CONTRADICTION", "zone", value.place,
                        Text(
                            en: "says \(name.undotted), but the folder is that of \(expected.undotted)",
                            id: "berisi \(name.undotted), padahal folder ini milik \(expected.undotted)"))
                }
            }
        } else {
            report("SETTINGS_MISSING", "zone", nil, Text(en: "the zone's name is missing", id: "nama zona tidak ada"))
        }
        var result = ZoneSettings(zone: zone)
        if let value = members.take("procedure"), !value.isNull { result.procedure = text(value, "procedure") }
        if let value = members.take("hostnameSyntax") { choice(value, "hostnameSyntax", &result.hostnameSyntax) }
        if let value = members.take("allowPunycode") { bool(value, "allowPunycode", &result.allowPunycode) }
        if let value = members.take("labelDepth") { integer(value, "labelDepth", 1...2, &result.labelDepth) }
        if let value = members.take("minimumLabelLength") {
            integer(value, "minimumLabelLength", 1...63, &result.minimumLabelLength)
        }
        if let value = members.take("reservedLabels") { result.reservedLabels = labels(value, "reservedLabels") }
        if let value = members.take("allowReservedOverride") {
            bool(value, "allowReservedOverride", &result.allowReservedOverride)
        }
        if let value = members.take("ttl") {
            var ttl = Int(result.ttl)
            integer(value, "ttl", 0...2_147_483_647, &ttl)
            result.ttl = UInt32(clamping: ttl)
        }
        if let value = members.take("serial") { choice(value, "serial", &result.serial) }
        if let value = members.take("allowedNetworks") { result.allowedNetworks = networks(value, "allowedNetworks") }
        if let value = members.take("documentationAddresses") {
            choice(value, "documentationAddresses", &result.documentationAddresses)
        }
        if let value = members.take("hosting") { hosting(value, zone, result.allowedNetworks, &result.hosting) }
        if let value = members.take("redirector"),
            var inner = self.members(of: value, path: "redirector.", known: ["addresses"]),
            let list = inner.take("addresses")
        {
            result.redirector = addresses(list, "redirector.addresses", allowed: result.allowedNetworks)
        }
        if let value = members.take("mail") { mail(value, zone, &result.mail) }
        if let value = members.take("quarantineDays") {
            integer(value, "quarantineDays", 0...36_500, &result.quarantineDays)
        }
        if let value = members.take("reviewMonths") { integer(value, "reviewMonths", 1...1200, &result.reviewMonths) }
        if let value = members.take("checks") { checks(value, &result.checks) }
        if let value = members.take("holidays"), !value.isNull { holidays(value, &result.holidays) }
        if let value = members.take("letters") { letters(value, &result.letters) }
        if let value = members.take("utcOffset"), let text = text(value, "utcOffset") {
            if let offset = UTCOffset(text) {
                result.utcOffset = offset
            } else {
                report(
                    "SETTINGS_VALUE", "utcOffset", value.place,
                    Text(en: "is written like +07:00", id: "ditulis seperti +07:00"))
            }
        }
        return result
    }

    // MARK: Groups

    mutating func hosting(
        _ value: JSON5Value, _ zone: Name, _ allowed: [Network], _ hosting: inout ZoneSettings.Hosting
    ) {
        guard
            var inner = members(
                of: value, path: "hosting.", known: ["addresses", "host", "capacityGB", "defaultGB", "warnPercent"])
        else { return }
        if let list = inner.take("addresses") {
            hosting.addresses = addresses(list, "hosting.addresses", allowed: allowed)
        }
        if let value = inner.take("host"), !value.isNull {
            hosting.host = host(value, "hosting.host", zone)
            if !hosting.addresses.isEmpty {
                report(
                    "SETTINGS_CONTRADICTION", "hosting.host", value.place,
                    Text(
                        en: "give hosting either addresses or a host, not both",
                        id: "isi addresses atau host, jangan keduanya"))
            }
        }
        if let value = inner.take("capacityGB") {
            integer(value, "hosting.capacityGB", 0...1_000_000_000, &hosting.capacityGB)
        }
        if let value = inner.take("defaultGB") {
            integer(value, "hosting.defaultGB", 1...1_000_000_000, &hosting.defaultGB)
        }
        if let value = inner.take("warnPercent") {
            integer(value, "hosting.warnPercent", 1...100, &hosting.warnPercent)
        }
    }

    mutating func mail(_ value: JSON5Value, _ zone: Name, _ mail: inout ZoneSettings.Mail) {
        guard var inner = members(of: value, path: "mail.", known: ["host", "preference", "spf", "dmarc"])
        else { return }
        if let value = inner.take("host"), !value.isNull { mail.host = host(value, "mail.host", zone) }
        if let value = inner.take("preference") {
            var preference = Int(mail.preference)
            integer(value, "mail.preference", 0...65_535, &preference)
            mail.preference = UInt16(clamping: preference)
        }
        if let value = inner.take("spf") { policy(value, "mail.spf", "v=spf1", &mail.spf) }
        if let value = inner.take("dmarc") { policy(value, "mail.dmarc", "v=DMARC1", &mail.dmarc) }
    }

    mutating func policy(_ value: JSON5Value, _ key: String, _ start: String, _ result: inout String) {
        guard let text = text(value, key) else { return }
        guard text.utf8.starts(with: start.utf8), text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }), text.utf8.count <= 1000
        else {
            report(
                "SETTINGS_VALUE", key, value.place,
                Text(
                    en: "begins with \(start), in ASCII, at most 1000 characters",
                    id: "diawali \(start), dalam ASCII, paling banyak 1000 karakter"))
            return
        }
        result = text
    }

    // MARK: Kinds of values

    /// The members of an object, once each. `nil` when it is none.
    mutating func members(of value: JSON5Value, path: String, known: [String]) -> Members? {
        guard case .object(let list) = value.content else {
            let key = path.isEmpty ? "" : String(path.dropLast())
            wrongKind(value, key, Text(en: "an object { … }", id: "objek { … }"))
            return nil
        }
        var result = Members()
        var first: [String: JSON5Value.Place] = [:]
        for member in list {
            let key = path + Shown.text(member.key)
            if let earlier = first[member.key] {
                report(
                    "SETTINGS_DUPLICATE_KEY", key, member.place,
                    Text(en: "stands already on line \(earlier.line)", id: "sudah ada di baris \(earlier.line)"))
                continue
            }
            first[member.key] = member.place
            guard known.contains(member.key) else {
                let near = known.min {
                    EditDistance.between(member.key, $0, limit: 3) < EditDistance.between(member.key, $1, limit: 3)
                }
                let meant = near.flatMap { EditDistance.between(member.key, $0, limit: 3) <= 2 ? path + $0 : nil }
                report(
                    "SETTINGS_UNKNOWN_KEY", key, member.place,
                    meant.map {
                        Text(
                            en: "unknown setting; did you mean \($0)?", id: "pengaturan tidak dikenal; maksudnya \($0)?"
                        )
                    }
                        ?? Text(en: "unknown setting", id: "pengaturan tidak dikenal"))
                continue
            }
            result.values[member.key] = member.value
        }
        return result
    }

    mutating func wrongKind(_ value: JSON5Value, _ key: String, _ wanted: Text) {
        report(
            "SETTINGS_TYPE", key, value.place,
            Text(en: "must be \(wanted.en), not \(value.kind.en)", id: "harus \(wanted.id), bukan \(value.kind.id)"))
    }

    mutating func text(_ value: JSON5Value, _ key: String) -> String? {
        guard case .string(let text) = value.content else {
            wrongKind(value, key, Text(en: "a text", id: "teks"))
            return nil
        }
        return text
    }

    mutating func bool(_ value: JSON5Value, _ key: String, _ result: inout Bool) {
        guard case .bool(let bool) = value.content else {
            wrongKind(value, key, Text(en: "true or false", id: "true atau false"))
            return
        }
        result = bool
    }

    mutating func integer(_ value: JSON5Value, _ key: String, _ range: ClosedRange<Int>, _ result: inout Int) {
        guard case .number(let digits) = value.content else {
            wrongKind(value, key, Text(en: "a number", id: "angka"))
            return
        }
        guard let number = Int(digits), range.contains(number) else {
            report(
                "SETTINGS_VALUE", key, value.place,
                Text(
                    en: "\(Shown.text(digits)) is not a whole number from \(range.lowerBound) to \(range.upperBound)",
                    id: "\(Shown.text(digits)) bukan bilangan bulat \(range.lowerBound) sampai \(range.upperBound)"))
            return
        }
        result = number
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ value: JSON5Value, _ key: String, _ result: inout Choice
    ) where Choice.RawValue == String {
        guard let text = text(value, key) else { return }
        guard let choice = Choice(rawValue: text) else {
            let all = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
            report(
                "SETTINGS_VALUE", key, value.place,
                Text(
                    en: "“\(Shown.text(text))” is none of \(all)",
                    id: "“\(Shown.text(text))” bukan salah satu dari \(all)"))
            return
        }
        result = choice
    }

    mutating func list(_ value: JSON5Value, _ key: String) -> [JSON5Value] {
        guard case .array(let values) = value.content else {
            wrongKind(value, key, Text(en: "a list [ … ]", id: "daftar [ … ]"))
            return []
        }
        return values
    }

    mutating func name(_ value: JSON5Value, _ key: String, origin: Name) -> Name? {
        guard let text = text(value, key) else { return nil }
        guard let name = try? Name(text, origin: origin), text != "@" else {
            report(
                "SETTINGS_VALUE", key, value.place,
                Text(en: "“\(Shown.text(text))” is not a domain name", id: "“\(Shown.text(text))” bukan nama domain"))
            return nil
        }
        return name
    }

    mutating func host(_ value: JSON5Value, _ key: String, _ zone: Name) -> Name? {
        guard let text = text(value, key) else { return nil }
        do {
            return try HostRules.host(text, zone: zone)
        } catch {
            report("SETTINGS_VALUE", key, value.place, error.text)
            return nil
        }
    }

    mutating func labels(_ value: JSON5Value, _ key: String) -> [String] {
        var result: [String] = []
        for item in list(value, key) {
            guard let text = text(item, key) else { continue }
            let label = text.utf8.map(ASCII.lowercased)
            guard LabelRules.isHostLabel(label) else {
                report(
                    "SETTINGS_VALUE", key, item.place,
                    Text(
                        en: "“\(Shown.text(text))” is not a label: letters, digits and hyphens, at most 63",
                        id: "“\(Shown.text(text))” bukan label: huruf, angka, dan tanda hubung, paling banyak 63"))
                continue
            }
            result.append(String(decoding: label, as: UTF8.self))
        }
        return result
    }

    mutating func networks(_ value: JSON5Value, _ key: String) -> [Network] {
        var result: [Network] = []
        for item in list(value, key) {
            guard let text = text(item, key) else { continue }
            do {
                result.append(try Network.parse(text))
            } catch {
                let reason = error.text
                report(
                    "SETTINGS_VALUE", key, item.place,
                    Text(en: "“\(Shown.text(text))”: \(reason.en)", id: "“\(Shown.text(text))”: \(reason.id)"))
            }
        }
        return result
    }

    /// Servers of the office; a private one is good inside the office only, and said to be so by `allowed`.
    mutating func addresses(_ value: JSON5Value, _ key: String, allowed: [Network]) -> [IPAddress] {
        var result: [IPAddress] = []
        for item in list(value, key) {
            guard let text = text(item, key) else { continue }
            do {
                let address = try IPAddress(text)
                if result.contains(address) {
                    report(
                        "SETTINGS_VALUE", key, item.place,
                        Text(en: "\(address) stands twice", id: "\(address) tertulis dua kali"))
                } else if let range = SpecialRange.covering(address), range.use == .never {
                    report(
                        "SETTINGS_VALUE", key, item.place,
                        Text(en: "\(address) is \(range.name.en)", id: "\(address) adalah \(range.name.id)"))
                } else {
                    if let range = SpecialRange.covering(address), range.use == .whenAllowed,
                        !allowed.contains(where: { $0.contains(address) })
                    {
                        report(
                            "SETTINGS_VALUE", key, item.place,
                            Text(
                                en: "\(address) is \(range.name.en), which nobody outside reaches; list its network "
                                    + "in allowedNetworks if that is meant",
                                id: "\(address) adalah \(range.name.id), yang tidak terjangkau dari luar; cantumkan "
                                    + "jaringannya di allowedNetworks bila memang dimaksud"),
                            severity: .warning)
                    }
                    result.append(address)
                }
            } catch {
                let reason = error.text
                report(
                    "SETTINGS_VALUE", key, item.place,
                    Text(en: "“\(Shown.text(text))”: \(reason.en)", id: "“\(Shown.text(text))”: \(reason.id)"))
            }
        }
        return result
    }
}

/// Members of an object that nobody has asked for yet.
struct Members {
    fileprivate var values: [String: JSON5Value] = [:]

    mutating func take(_ key: String) -> JSON5Value? { values.removeValue(forKey: key) }
}

extension JSON5Value {
    var isNull: Bool { content == .null }
}

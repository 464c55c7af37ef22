extension SettingsReader {
    /// `letters`: what stands in every letter of the office.
    mutating func letters(_ value: JSON5Value, _ letters: inout ZoneSettings.Letters) {
        guard
            var inner = members(
                of: value, path: "letters.",
                known: [
                    "letterhead", "place", "number", "classification", "unit", "contact", "mailbox", "copies",
                    "signatories",
                ])
        else { return }
        if let value = inner.take("letterhead") { letters.letterhead = lines(value, "letters.letterhead") }
        if let value = inner.take("copies") { letters.copies = lines(value, "letters.copies") }
        if let value = inner.take("number") { numberPattern(value, &letters.number) }
        for (key, path) in [
            ("place", \ZoneSettings.Letters.place), ("classification", \.classification), ("unit", \.unit),
            ("contact", \.contact),
        ] {
            if let value = inner.take(key), !value.isNull, let text = line(value, "letters.\(key)") {
                letters[keyPath: path] = text
            }
        }
        if let value = inner.take("mailbox"), !value.isNull, let text = line(value, "letters.mailbox") {
            if MailMessage.Mailbox(name: "", address: text) != nil {
                letters.mailbox = text
            } else {
                report(
                    "SETTINGS_VALUE", "letters.mailbox", value.place,
                    Text(
                        en: "“\(Shown.text(text))” is not a mailbox such as diskominfo@example.go.id",
                        id: "“\(Shown.text(text))” bukan alamat surel seperti diskominfo@example.go.id"))
            }
        }
        guard let value = inner.take("signatories"),
            var roles = members(of: value, path: "letters.signatories.", known: ZoneSettings.Letters.signingRoles)
        else { return }
        for role in ZoneSettings.Letters.signingRoles {
            if let value = roles.take(role) {
                letters.signatories[role] = signatory(value, "letters.signatories.\(role).")
            }
        }
    }

    private mutating func signatory(_ value: JSON5Value, _ path: String) -> ZoneSettings.Signatory? {
        guard var inner = members(of: value, path: path, known: ["title", "name", "rank", "number", "onBehalfOf"])
        else { return nil }
        var result = ZoneSettings.Signatory()
        for (key, property) in [
            ("title", \ZoneSettings.Signatory.title), ("name", \.name), ("rank", \.rank), ("number", \.number),
            ("onBehalfOf", \.onBehalfOf),
        ] {
            if let value = inner.take(key), !value.isNull, let text = line(value, path + key) {
                result[keyPath: property] = text
            }
        }
        return result
    }

    private mutating func numberPattern(_ value: JSON5Value, _ result: inout String) {
        let key = "letters.number"
        guard let text = line(value, key) else { return }
        let all = ZoneSettings.Letters.placeholders.map { "{\($0)}" }.joined(separator: ", ")
        guard let pieces = ZoneSettings.Letters.pieces(of: text) else {
            report(
                "SETTINGS_VALUE", key, value.place,
                Text(en: "a brace is not closed; it takes \(all)", id: "kurung kurawal tidak ditutup; isinya \(all)"))
            return
        }
        let words = pieces.compactMap { if case .placeholder(let word) = $0 { word } else { nil } }
        if let unknown = words.first(where: { !ZoneSettings.Letters.placeholders.contains($0) }) {
            let shown = Shown.text(unknown)
            report(
                "SETTINGS_VALUE", key, value.place,
                Text(en: "does not know {\(shown)}; it takes \(all)", id: "{\(shown)} tidak dikenal; pilihannya \(all)")
            )
            return
        }
        guard words.contains("urut") else {
            report(
                "SETTINGS_VALUE", key, value.place,
                Text(
                    en: "lacks {urut}, the running number, without which all letters have the same",
                    id: "tanpa {urut}, nomor urut, semua surat bernomor sama"))
            return
        }
        result = text
    }

    private mutating func lines(_ value: JSON5Value, _ key: String) -> [String] {
        list(value, key).compactMap { line($0, key) }
    }

    /// One line that can stand in a letter.
    mutating func line(_ value: JSON5Value, _ key: String) -> String? {
        guard let text = text(value, key) else { return nil }
        guard text.unicodeScalars.count <= FormText.maximumLength else {
            report(
                "SETTINGS_VALUE", key, value.place,
                Text(
                    en: "is longer than \(FormText.maximumLength) characters",
                    id: "lebih dari \(FormText.maximumLength) karakter"))
            return nil
        }
        if let bad = text.unicodeScalars.first(where: { !Shown.isVisible($0) }) {
            let shown = CodePoints.describe(bad)
            report("SETTINGS_VALUE", key, value.place, Text(en: "contains \(shown)", id: "memuat \(shown)"))
            return nil
        }
        return text
    }

    /// `holidays`: a file beside the settings.
    mutating func holidays(_ value: JSON5Value, _ result: inout String?) {
        guard let text = line(value, "holidays") else { return }
        guard !text.isEmpty, text != ".", text != "..", !text.utf8.contains(UInt8(ascii: "/")) else {
            report(
                "SETTINGS_VALUE", "holidays", value.place,
                Text(
                    en: "is the name of a file in this folder or in the registry's, without a slash",
                    id: "adalah nama berkas di folder ini atau di folder registry, tanpa garis miring"))
            return
        }
        result = text
    }
}

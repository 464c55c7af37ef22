/// Turns JSON5 values into forms.
struct RequestFormReader {
    private(set) var faults: [RequestFormFault] = []

    /// Items of a list.
    private static let maximumItems = 200

    mutating func report(_ code: String, _ key: String, _ place: JSON5Value.Place, _ text: Text) {
        faults.append(RequestFormFault(code: code, line: place.line, column: place.column, key: key, text: text))
    }

    mutating func form(_ value: JSON5Value) -> RequestForm? {
        let before = faults.count
        guard let members = self.members(value, "", RequestFormKey.spellings) else { return nil }
        var form = RequestForm()
        if let value = members["kind"] { word(value, "kind", &form.kind) }
        if let value = members["channel"] { word(value, "channel", &form.channel) }
        form.opd = agency(members["opd"]) ?? ""
        form.letterNumber = text(members["letterNumber"], "letterNumber")
        form.letterDate = date(members["letterDate"], "letterDate")
        form.addressee = text(members["addressee"], "addressee")
        form.subject = text(members["subject"], "subject")
        form.name = text(members["name"], "name")
        form.newName = text(members["newName"], "newName")
        form.function = text(members["function"], "function")
        form.purposeClass = text(members["purposeClass"], "purposeClass")
        if let value = members["hosting"] {
            var choice = HostingChoice.cloud
            if word(value, "hosting", &choice) { form.hosting = choice }
        }
        form.capacityGB = gigabytes(members["capacityGB"])
        form.target = texts(members["target"], "target")
        form.adminPIC = contact(members["adminPIC"], "adminPIC")
        form.technicalPIC = contact(members["technicalPIC"], "technicalPIC")
        form.emailAccounts = texts(members["emailAccounts"], "emailAccounts")
        form.cannotAccess = bool(members["cannotAccess"], "cannotAccess")
        form.coordinatedWith = texts(members["coordinatedWith"], "coordinatedWith")
        form.www = bool(members["www"], "www")
        form.mail = mail(members["mail"])
        if form.mail == .null, let value = members["mail"], form.kind == .email || !form.emailAccounts.isEmpty {
            report(
                "FORM_VALUE", "mail", value.place,
                Text(
                    en: "“.” says that the name takes no mail, and mail is what is asked for",
                    id: "“.” berarti nama tidak menerima surel, padahal yang dimohon adalah surel"))
        }
        form.ttl = ttl(members["ttl"])
        form.nameServers = texts(members["nameServers"], "nameServers")
        form.ds = texts(members["ds"], "ds")
        form.mailKeys = mailKeys(members["dkim"])
        form.overrideReason = text(members["override"], "override")
        form.note = text(members["note"], "note")
        form.attachments = attachments(members["attachments"])
        return faults.count == before ? form : nil
    }

    // MARK: Fields of their own kind

    /// One agency: a letter is one agency's.
    private mutating func agency(_ value: JSON5Value?) -> String? {
        guard let value, case .array(let items) = value.content else { return text(value, "opd") }
        guard items.count > 1 else { return text(items.first, "opd") }
        report(
            "SEVERAL_AGENCIES", "opd", value.place,
            Text(
                en: "one letter is one agency's request; name the others in coordinatedWith",
                id: "satu surat untuk satu perangkat daerah; sebutkan yang lain di coordinatedWith"))
        return nil
    }

    private mutating func gigabytes(_ value: JSON5Value?) -> Int? {
        let digits: String
        switch value?.content {
        case nil, .null: return nil
        case .number(let text): digits = text
        case .string(let text):
            let plain = text.lowercased().hasSuffix("gb") ? String(text.dropLast(2)) : text
            digits = String(plain.filter { $0 != " " })
            if digits.isEmpty { return nil }
        default: digits = ""
        }
        guard digits.utf8.count <= 7, digits.utf8.allSatisfy({ $0 &- 48 < 10 }), let number = Int(digits),
            0...1_000_000 ~= number
        else {
            report(
                "FORM_VALUE", "capacityGB", value?.place ?? .init(line: 1, column: 1),
                Text(
                    en: "is not a whole number of gigabytes from 0 to 1000000",
                    id: "bukan bilangan bulat gigabita dari 0 sampai 1000000"))
            return nil
        }
        return number
    }

    private mutating func date(_ value: JSON5Value?, _ key: String) -> String? {
        guard let value, let text = text(value, key) else { return nil }
        guard let date = CalendarDate(text) else {
            report(
                "FORM_VALUE", key, value.place,
                Text(
                    en: "“\(Shown.text(text))” is not a date (YYYY-MM-DD)",
                    id: "“\(Shown.text(text))” bukan tanggal (YYYY-MM-DD)"))
            return nil
        }
        return date.description
    }

    private mutating func contact(_ value: JSON5Value?, _ key: String) -> RequestForm.Contact? {
        guard let value, value.content != .null else { return nil }
        if case .string = value.content {
            return text(value, key).map { person(.init(name: $0), key, [:], value.place) }
        }
        guard let members = self.members(value, key, ["name", "position", "phone", "email"]) else { return nil }
        guard !members.isEmpty else { return nil }
        let before = faults.count
        guard let name = text(members["name"], key + ".name") else {
            // One that is there and cannot stand has been told.
            if faults.count == before {
                report(
                    "FORM_VALUE", key + ".name", value.place,
                    Text(en: "a person needs a name", id: "nama orangnya belum ditulis"))
            }
            return nil
        }
        let email = text(members["email"], key + ".email")
        if let email, !Mailbox.isAddress(email) {
            report(
                "FORM_VALUE", key + ".email", members["email"]?.place ?? value.place,
                Text(
                    en: "“\(Shown.text(email))” is not an e-mail address",
                    id: "“\(Shown.text(email))” bukan alamat surel"))
        }
        let contact = RequestForm.Contact(
            name: name, position: text(members["position"], key + ".position"),
            phone: text(members["phone"], key + ".phone"), email: email)
        return person(contact, key, members, value.place)
    }

    /// A person whose parts stand where they belong.
    private mutating func person(
        _ contact: RequestForm.Contact, _ key: String, _ members: [String: JSON5Value], _ place: JSON5Value.Place
    ) -> RequestForm.Contact {
        if let part = contact.keyOfMisplacedMail {
            report(
                "FORM_VALUE", "\(key).\(part)", members[part]?.place ?? place,
                Text(
                    en: "holds an e-mail address; that belongs into \(key).email",
                    id: "memuat alamat surel; tempatnya di \(key).email"))
        }
        return contact
    }

    private mutating func mail(_ value: JSON5Value?) -> Target.MailOption? {
        guard let value else { return nil }
        switch value.content {
        case .null, .bool(false): return nil
        case .bool(true): return .standard
        default: return text(value, "mail").map(Target.MailOption.init(host:))
        }
    }

    private mutating func ttl(_ value: JSON5Value?) -> UInt32? {
        guard let value, value.content != .null else { return nil }
        guard case .number(let digits) = value.content, let ttl = UInt32(digits), ttl <= 2_147_483_647 else {
            report(
                "FORM_VALUE", "ttl", value.place,
                Text(
                    en: "is not a number of seconds from 0 to 2147483647 (RFC 2181 §8)",
                    id: "bukan jumlah detik 0 sampai 2147483647 (RFC 2181 §8)"))
            return nil
        }
        return ttl
    }

    private mutating func mailKeys(_ value: JSON5Value?) -> [RequestForm.MailKey] {
        guard let value, value.content != .null else { return [] }
        var items = [value]
        if case .array(let list) = value.content { items = list }
        return items.compactMap { item in
            guard let members = members(item, "dkim", ["selector", "record"]) else { return nil }
            let before = faults.count
            guard let selector = text(members["selector"], "dkim.selector"),
                let record = text(members["record"], "dkim.record", limit: 2000)
            else {
                if faults.count == before {
                    report(
                        "FORM_VALUE", "dkim", item.place,
                        Text(
                            en: "needs the selector and the text of the record",
                            id: "memerlukan selector dan isi rekamannya"))
                }
                return nil
            }
            return RequestForm.MailKey(selector: selector, record: record)
        }
    }

    private mutating func attachments(_ value: JSON5Value?) -> [RequestForm.Attachment] {
        items(value, "attachments").compactMap { item in
            if case .string = item.content {
                return text(item, "attachments").map { RequestForm.Attachment(kind: $0) }
            }
            let keys = ["kind", "name", "size", "sha256", "digest", "path", "location", "signedBy"]
            guard let members = members(item, "attachments", keys) else { return nil }
            let before = faults.count
            guard let kind = text(members["kind"], "attachments.kind") else {
                if faults.count == before {
                    report(
                        "FORM_VALUE", "attachments.kind", item.place,
                        Text(en: "an attachment needs its kind", id: "jenis lampiran belum ditulis"))
                }
                return nil
            }
            var attachment = RequestForm.Attachment(kind: kind, name: text(members["name"], "attachments.name"))
            if case .number(let digits)? = members["size"]?.content, let size = Int(digits), size >= 0 {
                attachment.size = size
            } else if let size = members["size"], size.content != .null {
                report(
                    "FORM_VALUE", "attachments.size", size.place,
                    Text(en: "is not a number of octets", id: "bukan jumlah oktet"))
            }
            attachment.digest = digest(members["sha256"] ?? members["digest"])
            attachment.path = text(members["path"], "attachments.path")
            attachment.location = text(members["location"], "attachments.location")
            for signer in items(members["signedBy"], "attachments.signedBy") {
                var role = Role.adminPIC
                if word(signer, "attachments.signedBy", &role) { attachment.signedBy.insert(role) }
            }
            return attachment
        }
    }

    private mutating func digest(_ value: JSON5Value?) -> String? {
        guard let value, let text = text(value, "attachments.sha256") else { return nil }
        guard SHA256.Digest(hex: Array(text.lowercased().utf8)) != nil else {
            report(
                "FORM_VALUE", "attachments.sha256", value.place,
                Text(en: "is not a SHA-256 of 64 hexadecimal digits", id: "bukan SHA-256 dengan 64 angka heksadesimal"))
            return nil
        }
        return text.lowercased()
    }

    // MARK: Kinds of values

    /// The members of an object, once each and all known; those of a second spelling under the first.
    private mutating func members(
        _ value: JSON5Value, _ path: String, _ known: [String]
    ) -> [String: JSON5Value]? {
        guard case .object(let list) = value.content else {
            wrongKind(value, path, Text(en: "an object { … }", id: "objek { … }"))
            return nil
        }
        var result: [String: JSON5Value] = [:]
        var first: [String: JSON5Value.Place] = [:]
        for member in list {
            let shown = (path.isEmpty ? "" : path + ".") + Shown.text(member.key)
            guard known.contains(member.key) else {
                let hint = FaultCollector.hint(member.key, known)
                report(
                    "FORM_UNKNOWN_KEY", shown, member.place,
                    Text(en: "is not known here; \(hint.en)", id: "tidak dikenal di sini; \(hint.id)"))
                continue
            }
            let key = path.isEmpty ? RequestFormKey.names[member.key] ?? member.key : member.key
            if let earlier = first[key] {
                report(
                    "FORM_DUPLICATE_KEY", shown, member.place,
                    Text(
                        en: "stands already on line \(earlier.line); remove one of the two",
                        id: "sudah ada di baris \(earlier.line); hapus salah satu"))
                continue
            }
            first[key] = member.place
            result[key] = member.value
        }
        return result
    }

    private mutating func wrongKind(_ value: JSON5Value, _ key: String, _ wanted: Text) {
        report(
            "FORM_TYPE", key, value.place,
            Text(en: "must be \(wanted.en), not \(value.kind.en)", id: "harus \(wanted.id), bukan \(value.kind.id)"))
    }

    /// One line of visible characters; `nil` where nothing is said.
    private mutating func text(
        _ value: JSON5Value?, _ key: String, limit: Int = FormText.maximumLength
    ) -> String? {
        guard let value, value.content != .null else { return nil }
        guard case .string(let text) = value.content else {
            wrongKind(value, key, Text(en: "a text", id: "teks"))
            return nil
        }
        guard text.unicodeScalars.contains(where: { $0 != " " }) else { return nil }
        do throws(Failure) {
            return try FormText.checked(text, option: "", limit: limit)
        } catch {
            if case .usage(let reason) = error {
                report(
                    "FORM_VALUE", key, value.place,
                    Text(en: String(reason.en.drop { $0 == " " }), id: String(reason.id.drop { $0 == " " })))
            }
            return nil
        }
    }

    private mutating func items(_ value: JSON5Value?, _ key: String) -> [JSON5Value] {
        guard let value, value.content != .null else { return [] }
        guard case .array(let items) = value.content else { return [value] }
        guard items.count <= RequestFormReader.maximumItems else {
            report(
                "FORM_VALUE", key, value.place,
                Text(
                    en: "has \(items.count) items; \(RequestFormReader.maximumItems) at most",
                    id: "memuat \(items.count) butir; paling banyak \(RequestFormReader.maximumItems)"))
            return []
        }
        return items
    }

    /// A text or a list of them.
    private mutating func texts(_ value: JSON5Value?, _ key: String) -> [String] {
        items(value, key).compactMap { text($0, key) }
    }

    private mutating func bool(_ value: JSON5Value?, _ key: String) -> Bool {
        switch value?.content {
        case nil, .null: return false
        case .bool(let bool): return bool
        default:
            if let value { wrongKind(value, key, Text(en: "true or false", id: "true atau false")) }
            return false
        }
    }

    /// One of a list of words; false when it is not given or is none.
    @discardableResult
    private mutating func word<Word: RawRepresentable & CaseIterable>(
        _ value: JSON5Value, _ key: String, _ result: inout Word
    ) -> Bool where Word.RawValue == String {
        guard let text = text(value, key) else { return false }
        guard let word = Word.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) else {
            let hint = FaultCollector.hint(text, Word.allCases.map(\.rawValue))
            report(
                "FORM_VALUE", key, value.place,
                Text(
                    en: "“\(Shown.text(text))” is not known; \(hint.en)",
                    id: "“\(Shown.text(text))” tidak dikenal; \(hint.id)"))
            return false
        }
        result = word
        return true
    }
}

import ZoneCore

/// What `request` and `step` take.
extension Options {
    static let formFile: Option<String?> = .value(
        "file", "FILE",
        Text(
            en: "The request as a JSON form; - is standard input.",
            id: "Permohonan sebagai formulir JSON; - berarti masukan standar."),
        completion: .file, read: Values.path)

    static let requestedName: Option<String?> = .value(
        "name", "NAME",
        Text(en: "The name asked for: a label, or the name in full.", id: "Nama yang diminta: label, atau nama lengkap."),
        read: Values.field)

    static let newName: Option<String?> = .value(
        "new-name", "NAME",
        Text(en: "For a rename: what the name becomes.", id: "Untuk penggantian nama: nama yang baru."),
        read: Values.field)

    static let requestKind: Option<RequestKind?> = .value(
        "kind", "KIND",
        Text(en: "What is asked for; new by default.", id: "Jenis permohonan; bawaan new."),
        choices: RequestKind.allCases.map(\.rawValue),
        read: Values.choice(RequestKind.allCases.map { ($0.rawValue, $0) }))

    static let channel: Option<RequestChannel?> = .value(
        "channel", "CHANNEL",
        Text(en: "How the request came; letter by default.", id: "Saluran permohonan; bawaan letter."),
        choices: RequestChannel.allCases.map(\.rawValue),
        read: Values.choice(RequestChannel.allCases.map { ($0.rawValue, $0) }))

    static let addressee: Option<String?> = .value(
        "addressee", "TEXT",
        Text(en: "Whom the letter is addressed to.", id: "Kepada siapa surat ditujukan."), read: Values.field)

    static let subject: Option<String?> = .value(
        "subject", "TEXT", Text(en: "Subject of the letter.", id: "Hal surat."), read: Values.field)

    static let function: Option<String?> = .value(
        "function", "TEXT",
        Text(en: "What the name will serve.", id: "Fungsi nama itu."), read: Values.field)

    static let purpose: Option<String?> = .value(
        "purpose", "CLASS",
        Text(
            en: "Class of its purpose: \(PurposeClass.allCases.map(\.rawValue).joined(separator: ", ")).",
            id: "Kelompok peruntukan: \(PurposeClass.allCases.map(\.rawValue).joined(separator: ", "))."),
        choices: PurposeClass.allCases.map(\.rawValue), read: Values.field)

    static let capacity: Option<Int?> = .value(
        "capacity", "GB",
        Text(
            en: "Space asked for; on the office's hosting unless a target is given.",
            id: "Ruang penyimpanan yang diminta; pada hosting kantor kecuali ada tujuan lain."),
        read: Values.number(0...1_000_000))

    static let adminPIC: Option<RequestForm.Contact?> = .value(
        "admin-pic", "PERSON",
        Text(
            en: "Who answers for it: NAME; POSITION; PHONE; E-MAIL.",
            id: "Penanggung jawab administratif: NAMA; JABATAN; TELEPON; SUREL."),
        read: Values.contact)

    static let technicalPIC: Option<RequestForm.Contact?> = .value(
        "technical-pic", "PERSON",
        Text(
            en: "Who answers for its technique, written likewise.",
            id: "Penanggung jawab teknis, ditulis serupa."),
        read: Values.contact)

    static let mailboxes: Option<[String]> = .values(
        "mailbox", "ACCOUNT",
        Text(en: "Mailboxes asked for at the name.", id: "Akun surel yang diminta pada nama itu."),
        read: Values.fields)

    static let cannotAccess: Option<Bool> = .flag(
        "cannot-access",
        Text(
            en: "The agency has the name already and cannot get in.",
            id: "Perangkat daerah sudah memiliki nama itu dan tidak dapat mengaksesnya."))

    static let coordinatedWith: Option<[String]> = .values(
        "coordinated-with", "OPD",
        Text(en: "Other agencies that use the name.", id: "Perangkat daerah lain yang ikut memakai nama itu."),
        read: Values.fields)

    static let attachments: Option<[String]> = .values(
        "attach", "KIND[=FILE]",
        Text(
            en: "Papers that came with it; of a FILE, size and SHA-256 are noted.",
            id: "Berkas yang menyertai; dari FILE dicatat ukuran dan SHA-256-nya."),
        read: Values.texts)

    static let signedBy: Option<[Role]> = .values(
        "signed-by", "ROLE",
        Text(
            en: "Whose signatures the papers bear: adminPIC, technicalPIC.",
            id: "Tanda tangan pada berkas: adminPIC, technicalPIC."),
        read: Values.roles)

    static let hardcopy: Option<String?> = .value(
        "hardcopy", "PLACE",
        Text(en: "Where the papers themselves are kept.", id: "Tempat penyimpanan berkas kertasnya."),
        read: Values.field)

    static let note: Option<String?> = .value(
        "note", "TEXT", Text(en: "A remark to keep with it.", id: "Catatan yang disimpan bersamanya."),
        read: Values.field)

    static let state: Option<RequestState?> = .value(
        "state", "STATE",
        Text(en: "Only requests in this state.", id: "Hanya permohonan dengan status ini."),
        choices: RequestState.allCases.map(\.rawValue),
        read: Values.choice(RequestState.allCases.map { ($0.rawValue, $0) }))

    static let openOnly: Option<Bool> = .flag(
        "open", Text(en: "Only requests with steps to take.", id: "Hanya permohonan yang masih berjalan."))

    static let withContacts: Option<Bool> = .flag(
        "with-contacts",
        Text(
            en: "With telephone numbers and e-mail addresses of persons.",
            id: "Dengan nomor telepon dan alamat surel orang."))

    // MARK: Steps

    static let decision: Option<Bool?> = .value(
        "decision", "yes|no",
        Text(en: "What is decided, in a step that decides.", id: "Keputusan, pada langkah keputusan."),
        choices: ["yes", "no"], read: Values.choice([("yes", true), ("no", false), ("ya", true), ("tidak", false)]))

    static let reason: Option<String?> = .value(
        "reason", "CODE",
        Text(
            en: "Why: a code such as DUPLICATE; by default what the rules say.",
            id: "Alasannya: kode seperti DUPLICATE; bawaannya menurut aturan."),
        choices: DecisionReason.all.map(\.code), read: Values.text)

    static let schedule: Option<CalendarDate?> = .value(
        "schedule", "DATE",
        Text(en: "The day the work is planned for, YYYY-MM-DD.", id: "Hari pengerjaan, YYYY-MM-DD."),
        read: Values.date)

    static let assign: Option<String?> = .value(
        "assign", "NAME",
        Text(en: "Who is told to do the work.", id: "Siapa yang ditugasi."), read: Values.field)

    static let analysis: Option<String?> = .value(
        "analysis", "FILE",
        Text(
            en: "The analysis as JSON: \(AnalysisHeading.allCases.map(\.rawValue).joined(separator: ", ")).",
            id: "Analisis sebagai JSON: \(AnalysisHeading.allCases.map(\.rawValue).joined(separator: ", "))."),
        completion: .file, read: Values.path)

    static let server: Option<String?> = .value(
        "server", "IP[:PORT]",
        Text(
            en: "Ask this name server whether it answers as the register says.",
            id: "Tanyakan server nama ini apakah jawabannya sesuai register."),
        read: Values.text)

    /// What says a form in the command line.
    static let formFields: [OptionSpec] =
        [
            requestedName.spec, newName.spec, requestKind.spec, channel.spec, addressee.spec, subject.spec,
            function.spec, purpose.spec, capacity.spec, adminPIC.spec, technicalPIC.spec, mailboxes.spec,
            cannotAccess.spec, coordinatedWith.spec, attachments.spec, signedBy.spec, hardcopy.spec, note.spec,
            overrideReason.spec,
        ]
}

extension Values {
    static let fields: @Sendable ([String]) throws(BadValue) -> [String] = { words throws(BadValue) in
        var result: [String] = []
        for word in words { result.append(try field(word)) }
        return result
    }

    /// `NAME; POSITION; PHONE; E-MAIL`, parts at the end left out.
    static let contact: @Sendable (String) throws(BadValue) -> RequestForm.Contact = { word throws(BadValue) in
        let text = try field(word)
        let form = Text(en: "NAME; POSITION; PHONE; E-MAIL", id: "NAMA; JABATAN; TELEPON; SUREL")
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        func part(_ index: Int) -> String? { index < parts.count && !parts[index].isEmpty ? parts[index] : nil }
        guard let name = part(0), parts.count <= 4 else {
            throw BadValue(en: "is not \(form.en)", id: "bukan \(form.id)")
        }
        if let email = part(3), !Mailbox.isAddress(email) {
            throw BadValue(en: "\(email) is not an e-mail address", id: "\(email) bukan alamat surel")
        }
        let contact = RequestForm.Contact(name: name, position: part(1), phone: part(2), email: part(3))
        if let key = contact.keyOfMisplacedMail {
            throw BadValue(
                en: "has an e-mail address in its \(key); separate the parts: \(form.en)",
                id: "memuat alamat surel pada \(key); pisahkan bagiannya: \(form.id)")
        }
        return contact
    }

    static let roles: @Sendable ([String]) throws(BadValue) -> [Role] = { words throws(BadValue) in
        var result: [Role] = []
        for word in words {
            guard let role = Role(claimed: word) else {
                throw BadValue(
                    en: "is none of \(Role.allCases.map(\.rawValue).joined(separator: ", "))",
                    id: "bukan salah satu dari \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            result.append(role)
        }
        return result
    }
}

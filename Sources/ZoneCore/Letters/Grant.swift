/// What a request was granted, as a letter, minutes or a report list it.
struct Grant {
    let context: LetterContext
    /// Whether the agency itself is spoken to.
    let isToAgency: Bool

    init(_ context: LetterContext, isToAgency: Bool = true) {
        self.context = context
        self.isToAgency = isToAgency
    }

    private var form: RequestForm { context.form }

    var fields: [LetterDocument.Field] {
        switch form.kind {
        case .delete: removal("Nama subdomain", context.name)
        case .rename: removal("Nama lama", context.oldName ?? "") + granted("Nama baru")
        default: granted("Nama subdomain")
        }
    }

    // MARK: What is given

    private func granted(_ label: String) -> [LetterDocument.Field] {
        var fields: [LetterDocument.Field] = []
        if !context.name.isEmpty { fields.append(.init(label, "\(strong: context.name)")) }
        let hosting = hosting
        if !hosting.isEmpty { fields.append(.init("Penyediaan", "\(hosting)")) }
        let target = context.made.map { Grant.targets(of: $0.target) } ?? form.target + form.nameServers
        if !target.isEmpty { fields.append(.init("Tujuan", "\(target.joined(separator: ", "))")) }
        let space = context.made?.gigabytes ?? context.summary.gigabytes
        if space > 0 { fields.append(.init("Ruang penyimpanan", "\(IndonesianText.gigabytes(space))")) }
        if !form.emailAccounts.isEmpty {
            fields.append(.init("Akun surel", "\(IndonesianText.counted(form.emailAccounts.count)) akun"))
        }
        fields.append(.init("Mulai berlaku", "\(activation)"))
        if let changed = context.record.changedSince {
            let day = context.days.newest.map { "\(IndonesianText.date($0)), " } ?? ""
            fields.append(.init("Diubah kemudian", "\(day)permohonan \(changed.request)"))
        }
        if !context.sheets.isEmpty {
            fields.append(
                .init("Data akun", "pada lembar nomor \(IndonesianText.list(context.sheets)), disampaikan terpisah"))
        }
        return fields
    }

    private var hosting: String {
        let owner = isToAgency ? "Saudara" : form.opd
        return switch context.made?.target.kind {
        case .address?, .cname?: "server \(owner) sendiri"
        case .url?: "pengalihan ke alamat web"
        case .hosting?: "ruang hosting bersama (cloud)"
        case .delegate?: "delegasi ke server nama \(owner)"
        case nil: form.hosting?.text.id ?? ""
        }
    }

    /// Where a name leads, in words for a letter.
    static func targets(of target: Target) -> [String] {
        switch target.kind {
        case .address(let list): list
        case .cname(let host): [undotted(host)]
        case .url(let url): [url]
        case .delegate(let servers, _): servers.map { undotted($0.host) }
        case .hosting: []
        }
    }

    private static func undotted(_ host: String) -> String { host.hasSuffix(".") ? String(host.dropLast()) : host }

    /// From when: servers answer so from the zone file on that holds it, not from the entry in the register.
    private var activation: String {
        if context.record.removedSince != nil { return "tidak berlaku lagi; nama sudah dihapus" }
        if let name = context.record.name, name.status == .suspended, !context.name.isEmpty {
            let since = IndonesianText.date(name.since)
            return "nama ditangguhkan sejak \(since) dan tidak dimuat di zona sampai diaktifkan kembali"
        }
        guard let published else { return context.name.isEmpty ? "setelah disediakan" : "setelah nama diterbitkan" }
        guard let seconds = context.negativeTTL, !context.name.isEmpty, !context.record.works.isEmpty else {
            return context.moment(published)
        }
        if form.kind == .change {
            return context.moment(published)
                + "; server DNS lain dapat masih menjawab dengan tujuan lama sampai masa simpannya habis"
        }
        return context.moment(published)
            + "; server DNS yang pernah menanyakan nama ini sebelumnya dapat memerlukan waktu hingga "
            + LetterContext.delay(seconds)
    }

    /// When it came into force; `nil`: it has not yet.
    private var published: Instant? {
        context.record.works.isEmpty ? context.summary.provisioned : context.publication?.time
    }

    // MARK: What is taken away

    private func removal(_ label: String, _ name: String) -> [LetterDocument.Field] {
        var fields: [LetterDocument.Field] = [.init(label, form.kind == .delete ? "\(strong: name)" : "\(name)")]
        let gone = published.map { "sejak \(context.moment($0))" } ?? "setelah berkas zona diterbitkan"
        fields.append(.init("Dihapus dari DNS", "\(gone)"))
        if let until = context.removed?.quarantineUntil {
            fields.append(.init("Masa karantina", "sampai \(IndonesianText.date(until))"))
        }
        return fields
    }

    /// What an agency has to know of a name that goes.
    var partings: [LetterText] {
        guard [.delete, .rename].contains(form.kind) else { return [] }
        let gone = form.kind == .delete ? "nama itu" : "nama lama"
        let last: LetterText =
            form.kind == .delete
            ? """
            Server, ruang penyimpanan, dan sertifikat dihentikan setelah nama dihapus, bukan sebelumnya, agar nama \
            tidak menunjuk ke tempat yang dapat diambil pihak lain.
            """
            : "Tautan, sertifikat, dan alamat surel dengan nama lama disesuaikan dengan nama baru."
        return [
            """
            Rekaman DNS \(gone) beserta yang menyertainya (www dan surel) dihapus; server DNS lain masih dapat \
            menjawabnya sampai masa simpannya habis.
            """, last, quarantine,
        ]
    }

    /// Who may have the name again, and when: the rules keep it from everybody, and the office may make an exception
    /// for who had it.
    private var quarantine: LetterText {
        guard context.removed?.quarantineUntil ?? (context.settings.quarantineDays > 0 ? "" : nil) != nil else {
            return "Nama yang dihapus tidak dikarantina dan dapat segera diminta pihak lain."
        }
        return """
            Selama masa karantina nama tidak diberikan kepada siapa pun. Permohonan baru atas nama itu, juga dari \
            instansi Saudara sebagai pemegang lama, dikembalikan sampai masa itu berakhir; pengecualian bagi pemegang \
            lama hanya diberikan oleh pengelola zona atas surat yang menyebutkan alasannya.
            """
    }
}

import RFC1035

/// Forms as they come in: what the register says of them at a glance, and what is odd about them.
extension RequestDesk {
    /// What the register says of a request at a glance.
    func describe(_ summary: inout RequestSummary, by form: RequestForm) {
        summary.channel = form.channel.rawValue
        summary.letterDate = form.letterDate
        let hosting = Completeness(procedure: procedure, form: form).hosting
        summary.gigabytes = form.gigabytes(hosting: hosting, decision.settings)
        summary.name = form.name.flatMap {
            LabelRules.judge($0, zone: decision.zone, settings: decision.settings, overridesReserved: true).name
        }
    }

    /// What the form says besides what the procedure asks for.
    func otherFields(_ form: RequestForm) -> [Reason] {
        FormField.allCases.filter { field in
            guard procedure.fields[field] == nil, form.has(field) else { return false }
            switch field {
            // Every form has these, and the last is a part of another.
            case .kind, .channel, .contactEmail: return false
            default: return true
            }
        }.map { field in
            Reason(
                "OTHER_FIELD", field.rawValue,
                Text(
                    en: "is kept; the form of \(procedure.id) has no such field",
                    id: "disimpan; formulir \(procedure.id) tidak memuat isian ini"))
        }
    }

    /// What tells one request from another and was handed in otherwise now. Another agency with another letter is
    /// another request.
    func changes(_ record: RequestRecord, _ form: RequestForm) throws(Failure) -> [Reason] {
        let old = record.form
        let rows: [(field: FormField, old: String, new: String)] = [
            (.opd, old.opd, form.opd), (.letterNumber, old.letterNumber ?? "", form.letterNumber ?? ""),
            (.name, old.name ?? "", form.name ?? ""),
        ].filter { !$0.1.isEmpty && !Decision.isSame($0.1, $0.2) }
        guard rows.count < 2 || rows[0].field != .opd || rows[1].field != .letterNumber else {
            throw .refused([
                Reason(
                    "OTHER_REQUEST", record.id.description,
                    Text(
                        en: "is of \(Shown.text(rows[0].old)) by letter \(Shown.text(rows[1].old)); take another "
                            + "agency's letter in with zonectl request new",
                        id: "milik \(Shown.text(rows[0].old)) dengan surat \(Shown.text(rows[1].old)); catat surat "
                            + "perangkat daerah lain dengan zonectl request new"))
            ])
        }
        return rows.map { row in
            Reason(
                "FORM_CHANGED", row.field.rawValue,
                Text(
                    en: "was “\(Shown.text(row.old))”, is “\(Shown.text(row.new))” now",
                    id: "semula “\(Shown.text(row.old))”, kini “\(Shown.text(row.new))”"))
        }
    }

    /// One letter is one agency's. Gives what is odd about it.
    func checkLetter(_ form: RequestForm, besides id: RequestID?) throws -> [Reason] {
        var warnings: [Reason] = []
        if !procedure.channels.contains(form.channel) {
            let list = procedure.channels.map(\.rawValue).joined(separator: ", ")
            warnings.append(
                Reason(
                    "OTHER_CHANNEL", form.channel.rawValue,
                    Text(
                        en: "the procedure takes requests by: \(list)",
                        id: "prosedur menerima permohonan lewat: \(list)")))
        }
        warnings += RequestLetter.warnings(of: form.letterDate, today: decision.today)
        guard let number = form.letterNumber, let other = try request(withLetter: number, besides: id),
            form.letterDate == nil || other.letterDate == nil || form.letterDate == other.letterDate
        else { return warnings }
        // A form that names no agency claims the letter for none.
        if Decision.isSame(other.opd, form.opd) || form.opd.isEmpty || other.opd.isEmpty {
            warnings.append(
                Reason(
                    "SAME_LETTER", number,
                    Text(
                        en: "is the letter of request \(other.id) too; was it taken in already?",
                        id: "juga surat permohonan \(other.id); apakah sudah pernah dicatat?")))
            return warnings
        }
        let reason = Reason(
            "SEVERAL_AGENCIES", number,
            Text(
                en: "is the letter of \(Shown.text(other.opd)) (request \(other.id)); one letter is one agency's",
                id: "adalah surat \(Shown.text(other.opd)) (permohonan \(other.id)); satu surat untuk satu "
                    + "perangkat daerah"))
        // Two agencies may number their letters alike; only some procedures make a rule of it.
        guard !procedure.limits.oneAgencyPerLetter else { throw Failure.refused([reason]) }
        return warnings + [reason]
    }

    /// The newest request by a letter, but one.
    private func request(withLetter number: String, besides id: RequestID?) throws -> RequestSummary? {
        let newest = try register.request(withLetter: number)
        guard let newest, newest.id == id else { return newest }
        var found: RequestSummary?
        try register.forEachRequest { request, _ in
            if request.id != id, LetterNumber.isSame(request.letter, number) { found = request }
        }
        return found
    }
}

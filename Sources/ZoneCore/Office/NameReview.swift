import RFC1035

extension ManagedName {
    /// The day on which somebody has to ask whether the name is still needed: when it was said until when it is valid,
    /// then; else `months` after it was given, changed or renewed.
    public func reviewDate(months: Int) -> CalendarDate? {
        if let validUntil { return CalendarDate(validUntil) }
        return CalendarDate(reviewedOn ?? since)?.adding(months: months)
    }
}

extension CalendarDate {
    /// The same day so many months later; the last of the month where it has no such day.
    public func adding(months count: Int) -> CalendarDate {
        let (months, overflow) = (year * 12 + month - 1).addingReportingOverflow(count)
        let clamped = overflow ? (count < 0 ? 0 : 119_999) : min(max(months, 0), 119_999)
        let (year, month) = (clamped / 12, clamped % 12 + 1)
        let day = min(self.day, CalendarDate.days(inMonth: month, of: year))
        return CalendarDate(year: year, month: month, day: day) ?? self
    }
}

/// What the office does with a name after it is given: the review, and what may follow it. The agency's letter is not
/// needed for these; who did it and why is recorded.
extension Decision {
    /// What an act on a name makes of it.
    public struct Act: Sendable {
        public var draft: EventDraft
        public var name: ManagedName
        public var warnings: [Reason] = []
    }

    /// The name is still needed: its review begins anew.
    /// - Parameter until: when it is to be reviewed next; `nil`: after the months of the settings.
    public func renew(_ text: String, until: CalendarDate?, note: String?) throws(Failure) -> Act {
        var name = try named(text)
        if let until, until <= today {
            throw .usage(
                Text(
                    en: "--until \(until) is not after today, \(today)",
                    id: "--until \(until) tidak setelah hari ini, \(today)"))
        }
        name.reviewedOn = today.description
        name.validUntil = until?.description
        return try act(.renewed, name, reason: nil, note: note)
    }

    /// Takes the records out of the zone; the name stays its holder's.
    public func suspend(_ text: String, reason: SuspensionReason, evidence: String?) throws(Failure) -> Act {
        let held = try named(text)
        guard held.status == .active else {
            throw .state([
                Reason(
                    "ALREADY_DONE", held.name.undotted,
                    Text(en: "is suspended since \(held.since)", id: "sudah ditangguhkan sejak \(held.since)"))
            ])
        }
        var name = held
        name.status = .suspended
        name.since = today.description
        name.reviewedOn = held.reviewedOn ?? held.since
        name.suspension = reason.code
        var act = try act(.suspended, name, reason: reason, note: nil)
        if let evidence { act.draft.details["evidence"] = .string(evidence) }
        act.warnings = try dangling(from: held, to: name)
        return act
    }

    /// Puts the records back, if nothing has taken their place.
    public func resume(_ text: String, note: String?) throws(Failure) -> Act {
        let held = try named(text)
        guard held.status == .suspended else {
            throw .state([
                Reason(
                    "ALREADY_DONE", held.name.undotted,
                    Text(en: "is active since \(held.since)", id: "sudah aktif sejak \(held.since)"))
            ])
        }
        var name = held
        name.status = .active
        name.since = today.description
        name.suspension = nil
        let reasons = try surroundings(of: name)
        guard reasons.isEmpty else { throw .refused(reasons) }
        return try act(.resumed, name, reason: nil, note: note)
    }

    /// Told with what is changed about a suspended name: it is recorded, and answered when the name is resumed.
    static func staysSuspended(_ held: ManagedName) -> Reason {
        Reason(
            "SUSPENDED", held.name.undotted,
            Text(
                en: "is suspended since \(held.since); what is changed takes effect when the name is resumed",
                id: "ditangguhkan sejak \(held.since); perubahannya berlaku setelah nama diaktifkan kembali"))
    }

    /// A name that is to be renamed: a new name would be a way around its suspension.
    func heldForRename(_ text: String, opd: String) throws(Failure) -> ManagedName {
        let held = try held(text, opd: opd)
        guard held.status == .suspended else { return held }
        let name = held.name.undotted
        throw .state([
            Reason(
                "NOT_ACTIVE", name,
                Text(
                    en: "is suspended since \(held.since) and cannot be renamed meanwhile; first: "
                        + "zonectl review resume \(name)",
                    id: "ditangguhkan sejak \(held.since) dan selama itu tidak dapat diganti; aktifkan dahulu: "
                        + "zonectl review resume \(name)"))
        ])
    }

    /// Takes the name away: its records go, and it rests in quarantine.
    public func retire(_ text: String, reason: SuspensionReason?) throws(Failure) -> Act {
        let held = try named(text)
        try refuseNamesBelow(held)
        let name = retired(held)
        var act = try act(.retired, name, reason: reason, note: nil)
        act.warnings = try dangling(from: held, to: name)
        return act
    }

    private func act(
        _ kind: EventKind, _ name: ManagedName, reason: SuspensionReason?, note: String?
    ) throws(Failure) -> Act {
        var details: [String: JSONValue] = [:]
        if let reason { details["reason"] = .string(reason.code) }
        if let note { details["note"] = .string(try FormText.checked(note, option: "--note")) }
        return Act(
            draft: EventDraft(kind, name: name, request: try procedureRequest(of: name), details: details), name: name)
    }

    /// The request that a name comes from, where it followed a procedure: so that what happens to the name stands in
    /// its
    /// history too.
    func procedureRequest(of name: ManagedName) throws(Failure) -> RequestSummary? {
        for id in [name.request, name.firstRequest] {
            if let request = try lookup({ try $0.request(id) }), request.procedure != nil { return request }
        }
        return nil
    }

    /// A name that somebody holds, by its label, its whole name or its request.
    func named(_ text: String) throws(Failure) -> ManagedName {
        guard let id = RequestID(text) else { return try held(text) }
        return try held(try lookup { try $0.name(of: id) }.description)
    }
}

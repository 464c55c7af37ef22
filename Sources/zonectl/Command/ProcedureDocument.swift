import ZoneCore

/// Procedures as JSON, in the words of their files.
extension Procedure {
    func document(file: String) -> JSONText {
        .object([
            ("id", .string(id)), ("name", .string(name)), ("title", .string(title)),
            ("government", .string(government)), ("office", .string(office)), ("unit", .optional(unit)),
            ("zone", .string(zone.description)), ("zoneTypos", .strings(zoneTypos.map(\.description))),
            ("timeZone", .string(timeZone)), ("utcOffset", .string(utcOffset.description)),
            ("addressee", .string(addressee)), ("accountable", .optional(accountable)),
            (
                "titles",
                .object(Role.allCases.compactMap { role in titles[role].map { (role.rawValue, .string($0)) } })
            ),
            ("kinds", .strings(kinds.map(\.rawValue))), ("channels", .strings(channels.map(\.rawValue))),
            (
                "fields",
                .object(
                    FormField.allCases.compactMap { field in
                        fields[field].map { (field.rawValue, $0.document) }
                    })
            ),
            ("attachments", .array(attachments.map(\.document))),
            (
                "legalBases",
                .array(legalBases.map { .object([("short", .string($0.short)), ("about", .string($0.about))]) })
            ),
            ("related", .strings(related)), ("qualifications", .strings(qualifications)),
            ("equipment", .strings(equipment)), ("warnings", .strings(warnings)), ("records", .strings(records)),
            ("notes", .strings(notes)), ("steps", .array(steps.map { $0.document(self) })),
            ("total", .string(totals().text.id)), ("file", .string(file)),
        ])
    }
}

extension Procedure.FieldRule {
    fileprivate var document: JSONText {
        .object([
            ("required", .bool(isRequired)), ("from", .optional(from)),
            ("hosting", .strings(hosting.map(\.rawValue).sorted())),
            ("kinds", .strings(kinds.map(\.rawValue).sorted())),
            ("accepts", .strings(accepts.map(\.rawValue).sorted())),
        ])
    }
}

extension Procedure.AttachmentRule {
    fileprivate var document: JSONText {
        .object([
            ("kind", .string(kind)), ("title", .string(title)), ("required", .bool(isRequired)),
            ("from", .optional(from)), ("signedBy", .strings(signedBy.map(\.rawValue))), ("code", .string(code)),
            ("kinds", .strings(kinds.map(\.rawValue).sorted())),
        ])
    }
}

extension Procedure.Step {
    func document(_ procedure: Procedure) -> JSONText {
        func leads(_ destination: Procedure.Destination) -> JSONText {
            switch destination {
            case .steps(let ids): .strings(ids)
            case .applicant: .string("applicant")
            case .end: .string("end")
            }
        }
        let time: JSONText = self.time.map {
            .object([("min", .number($0.min)), ("max", .number($0.max)), ("unit", .string($0.unit.rawValue))])
        } ?? .null
        let decision: JSONText = self.decision.map {
            .object(
                [
                    ("kind", .string($0.kind.rawValue)), ("question", .string($0.question)), ("yes", leads($0.yes)),
                    ("no", leads($0.no)),
                ] + ($0.reset.map { [("reset", leads($0))] } ?? []))
        } ?? .null
        return .object([
            ("id", .string(id)), ("activity", .string(activity)), ("roles", .strings(roles.map(\.rawValue))),
            ("titles", .strings(roles.map(procedure.title))), ("effects", .strings(effects.map(\.rawValue))),
            ("inputs", .strings(inputs)), ("outputs", .strings(outputs)), ("time", time),
            ("documents", .strings(documents.map(\.rawValue))), ("needs", .strings(needs.map(\.rawValue))),
            ("expects", .strings(expects.map(\.rawValue))),
            ("next", self.decision == nil ? leads(next) : .null), ("decision", decision), ("after", .strings(after)),
            ("loop", .bool(isLoop)), ("applicants", .bool(isApplicants)),
        ])
    }
}

import RFC1035
import ZoneCore

extension Command {
    static let show = Command(
        words: ["show"], group: .names,
        summary: Text(en: "Show one name or one request", id: "Tampilkan satu nama atau satu permohonan"),
        explanation: [
            Text(
                en: "A name is given as its label, or in full. A name that only belongs to another, such as "
                    + "www in front of it, shows its holder.",
                id: "Nama diberikan sebagai label atau lengkap. Nama yang menjadi bagian nama lain, misalnya "
                    + "www di depannya, menampilkan nama pemegangnya.")
        ],
        arguments: [
            Argument(
                placeholder: "NAME|YYYY/NNNN", count: .one,
                help: Text(
                    en: "A managed name, or a request's number.",
                    id: "Nama yang dikelola, atau nomor permohonan."))
        ],
        formats: [.text, .json],
        examples: [
            Example("zonectl show dinkes", Text(en: "A name", id: "Sebuah nama")),
            Example("zonectl show 2026/0001", Text(en: "A request", id: "Sebuah permohonan")),
        ],
        run: { invocation in
            let zone = try invocation.zoneFolder(for: .reading)
            let subject = invocation.argument(0) ?? ""
            return try invocation.readRegister(of: zone) { register in
                if let id = RequestID(subject) { return try show(id, register, zone, invocation) }
                return try show(subject, register, zone, invocation)
            }
        })

    private static func show(
        _ subject: String, _ register: RegisterSnapshot, _ zone: ZoneFolder, _ invocation: Invocation
    ) throws -> ExitStatus {
        let managed = try managedName(try zone.name(subject), typed: subject, register)
        if invocation.format == .json {
            invocation.console.json(NameReport.json(managed, zone: zone.name))
        } else {
            NameReport.show(
                managed, zone: zone.name, days: try register.days(of: managed, at: zone.utcOffset),
                override: try overrideReason(managed, register), invocation.console)
        }
        return .done
    }

    /// The managed name, or the one that `name` belongs to.
    static func managedName(_ name: Name, typed: String, _ register: RegisterSnapshot) throws -> ManagedName {
        if let managed = try register.managedName(name) ?? register.holder(ofOwner: name) { return managed }
        throw Failure.refused([
            Reason(
                "NAME_NOT_FOUND", typed,
                Text(
                    en: "\(name.undotted) is not a managed name; zonectl why \(typed) tells more",
                    id: "\(name.undotted) bukan nama yang dikelola; zonectl why \(typed) menjelaskan"))
        ])
    }

    /// The newest event of a request.
    static func event(of id: RequestID, _ register: RegisterSnapshot, _ zone: ZoneFolder) throws -> Event {
        if let event = try register.event(of: id) { return event }
        throw Failure.refused([
            Reason(
                "REQUEST_NOT_FOUND", id.description,
                Text(
                    en: "\(zone.name.undotted) has no such request",
                    id: "\(zone.name.undotted) tidak mempunyai permohonan itu"))
        ])
    }

    /// The reason `add` was given, in the event that the name comes from.
    private static func overrideReason(_ managed: ManagedName, _ register: RegisterSnapshot) throws -> String? {
        try register.event(of: managed.firstRequest)?.overrideReason
    }

    private static func show(
        _ id: RequestID, _ register: RegisterSnapshot, _ zone: ZoneFolder, _ invocation: Invocation
    ) throws -> ExitStatus {
        let event = try event(of: id, register, zone)
        guard let request = event.request else { return .done }
        let present = try request.name.flatMap { try register.managedName($0) }
        // What another has now is no part of the request.
        let managed = try present.flatMap { try register.isStill($0, of: request) ? $0 : nil }
        if invocation.format == .json {
            invocation.console.json(
                .object([
                    ("request", JSONText(request.json)), ("event", .string(event.kind.code)),
                    ("time", .string(event.time)), ("actor", .string(event.actor)),
                    ("name", managed.map { NameReport.json($0, zone: zone.name) } ?? .null),
                ]))
            return .done
        }
        let console = invocation.console
        // Who took it in, not who had it in hand last.
        let first = try register.history(of: id).first ?? event
        let fields: [(Text, String)] = [
            (Text(en: "Request", id: "Permohonan"), id.description),
            (
                Text(en: "Kind", id: "Jenis"),
                RequestKind(rawValue: request.kind)?.text(console.language) ?? request.kind
            ),
            (Text(en: "Agency", id: "OPD"), request.opd),
            (Text(en: "Letter", id: "Surat"), request.letter + (request.letterDate.map { " (\($0))" } ?? "")),
            (Text(en: "Recorded", id: "Dicatat"), "\(first.time) \(first.actor)"),
            (Text(en: "State", id: "Keadaan"), (request.state?.text ?? event.kind.text)(console.language)),
            (Text(en: "Override", id: "Pengecualian"), event.overrideReason ?? ""),
        ]
        for (title, value) in fields where !value.isEmpty {
            console.line(TerminalText.padded(title(console.language) + ":", to: 12) + " " + value)
        }
        if let managed {
            console.line()
            NameReport.show(
                managed, zone: zone.name, days: try register.days(of: managed, at: zone.utcOffset), console)
        } else if let present, present.status.isHeld {
            console.line()
            console.line("\(present.name.undotted): \(NameInUse.managed(present).text(console.language))")
        }
        return .done
    }
}

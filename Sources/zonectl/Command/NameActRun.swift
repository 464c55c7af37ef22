import RFC1035
import ZoneCore

extension Invocation {
    /// Runs `body` with the rules of a zone under the exclusive lock; what it recorded is on disk when this returns.
    func decide<Result>(
        _ body: (ZoneFolder, Decision, RegisterTransaction) throws -> Result
    ) throws -> Result {
        let zone = try zoneFolder(for: .writing)
        let settings = try zone.settings()
        let now = try now()
        let result = try decide(zone, settings, now, search: .none) { try body(zone, $0, $1) }
        console.detail(
            Text(
                en: "written: \(zone.directory.shown(Register.fileName)), by \(actor), clock \(now.rfc3339)",
                id: "ditulis: \(zone.directory.shown(Register.fileName)), oleh \(actor), jam \(now.rfc3339)"))
        return result
    }

    private func noteRendering() {
        console.note(
            Text(
                en: "Servers answer so after: zonectl render", id: "Server menjawab demikian setelah: zonectl render"))
    }

    /// Says when servers answer as was decided.
    func noteZone(_ proposals: [Decision.Proposal]) {
        if proposals.contains(where: \.changesZone) { noteRendering() }
        if let name = proposals.first(where: { $0.name.status == .suspended })?.name.name.undotted {
            console.note(
                Text(
                    en: "\(name) is suspended and stays out of the zone until: zonectl review resume \(name)",
                    id: "\(name) ditangguhkan dan tidak dimuat di zona sampai: zonectl review resume \(name)"))
        }
    }

    /// Does something to one name, records it, and says so.
    /// - Parameter changesZone: whether servers answer otherwise after the next rendering.
    func act(
        changesZone: Bool, headline: (ManagedName) -> Text, _ rule: (Decision, String) throws -> Decision.Act
    ) throws -> ExitStatus {
        let text = argument(0) ?? ""
        let (zone, act) = try decide { zone, decision, register in
            let act = try rule(decision, text)
            try register.record(act.draft)
            return (zone, act)
        }
        let shown = act.name.name.undotted
        console.done = Text(
            en: "it is recorded all the same; see zonectl show \(shown)",
            id: "sudah dicatat; lihat zonectl show \(shown)")
        for warning in act.warnings { console.warn(warning) }
        if format == .json {
            console.json(
                .object([
                    ("event", .string(act.draft.kind.code)), ("name", NameReport.json(act.name, zone: zone.name)),
                ]))
        } else {
            console.line(headline(act.name))
        }
        if changesZone { noteRendering() }
        return .done
    }
}

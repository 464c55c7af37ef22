import RFC1035
import ZoneCore

extension Command {
    static let why = Command(
        words: ["why"], group: .names,
        summary: Text(
            en: "Say why a name exists, or why it is not given out",
            id: "Jelaskan mengapa nama ada, atau tidak diberikan"),
        explanation: [
            Text(
                en: "Looks the name up in the register and among the static records, as add would: held by an "
                    + "agency, part of another name, static, an empty non-terminal, at or below a delegation, below a "
                    + "DNAME, covered by a wildcard, in quarantine, reserved, not a valid label, or free.",
                id: "Mencari nama di register dan di rekaman statis, seperti yang dilakukan add: dipegang OPD, "
                    + "bagian dari nama lain, statis, simpul kosong, pada atau di bawah delegasi, di bawah DNAME, "
                    + "tercakup wildcard, dikarantina, dicadangkan, label tidak sah, atau masih bebas.")
        ],
        arguments: [
            Argument(
                placeholder: "NAME|YYYY/NNNN", count: .one,
                help: Text(
                    en: "A label or a name in full; or a request, for the name it is about.",
                    id: "Sebuah label atau nama lengkap; atau permohonan, untuk nama yang dimohonkan."))
        ],
        formats: [.text, .json],
        examples: [
            Example("zonectl why dinkes", Text(en: "Who holds it", id: "Siapa pemegangnya")),
            Example(
                "zonectl why www.dinkes.purbalinggakab.go.id",
                Text(en: "Which name it belongs to", id: "Bagian dari nama mana")),
        ],
        run: { invocation in
            let zone = try invocation.zoneFolder(for: .reading)
            let settings = try zone.settings()
            let typed = invocation.argument(0) ?? ""
            let id = RequestID(typed)
            let asked = id == nil ? try zone.name(typed) : nil
            let staticZone = try zone.staticZone(settings)
            let today = try invocation.now().date(at: settings.utcOffset)
            let answer = try invocation.readRegister(of: zone) { register in
                let event = try id.map { try Command.event(of: $0, register, zone) }
                guard let name = asked ?? event?.request?.name else {
                    throw Failure.refused([
                        Reason(
                            "REQUEST_NOT_FOUND", typed,
                            Text(en: "the request is about no name", id: "permohonan ini tidak menyangkut nama"))
                    ])
                }
                let decision = Decision(settings: settings, register: register, staticZone: staticZone, today: today)
                // The apex is no name to give out: it has its own records, whatever stands below.
                let inUse =
                    name == zone.name
                    ? .inStaticRecords(staticZone.existence(of: name, seekingDescendants: false))
                    : try decision.use(of: name)
                // The text as typed: the name's own has escapes in it, which nobody has written.
                let text = id == nil ? typed : name.description
                let days = try inUse?.holder.map { try register.days(of: $0, at: settings.utcOffset) }
                return WhyAnswer(
                    name: name, request: event?.request, inUse: inUse, days: days ?? HoldingDays(),
                    reasons: inUse == nil ? try decision.reasons(againstLabel: text) : [])
            }
            if invocation.format == .json {
                invocation.console.json(answer.json(zone.name, invocation.language))
            } else {
                answer.show(zone, invocation.console)
            }
            return .done
        })
}

/// How a name stands.
private struct WhyAnswer {
    let name: Name
    /// The request that was asked about.
    let request: RequestSummary?
    let inUse: NameInUse?
    /// When its holder got it.
    let days: HoldingDays
    /// Why the rules would not give it out though it is not in use.
    let reasons: [Reason]

    /// A stable word for scripts.
    private var standing: String {
        switch inUse {
        case .managed(let held): held.status.rawValue
        case .companion: "companion"
        case .aboveManaged, .inStaticRecords(.emptyNonTerminal): "emptyNonTerminal"
        case .belowManagedDelegation, .inStaticRecords(.belowDelegation): "delegated"
        case .quarantined: "quarantined"
        case .inStaticRecords(.records): "static"
        case .inStaticRecords(.belowDNAME): "redirectedByDNAME"
        case .inStaticRecords(.coveredByWildcard): "coveredByWildcard"
        case .inStaticRecords(.outOfZone): "outOfZone"
        case .inStaticRecords(.none), nil: reasons.isEmpty ? "free" : "notGivenOut"
        }
    }

    private var text: Text {
        if let inUse { return inUse.text }
        if let first = reasons.first {
            return Text(
                en: "does not exist, and is not given out: \(first.text.en)",
                id: "tidak ada, dan tidak diberikan: \(first.text.id)")
        }
        return Text(en: "does not exist; it is free", id: "tidak ada; masih bebas")
    }

    func json(_ zone: Name, _ language: Language) -> JSONText {
        .object([
            ("name", .string(name.description)), ("request", .optional(request?.id.description)),
            ("zone", .string(zone.description)), ("standing", .string(standing)),
            ("message", .string(text(language))),
            ("holder", inUse?.holder.map { NameReport.json($0, zone: zone) } ?? .null),
            (
                "reasons",
                .array(
                    reasons.map {
                        .object([("code", .string($0.code)), ("message", .string($0.text(language)))])
                    })
            ),
        ])
    }

    func show(_ zone: ZoneFolder, _ console: Console) {
        if let request {
            let about = "\(request.id): \(request.kind) \(name.undotted), \(request.opd), \(request.letter)"
            console.line(about)
        }
        console.line("\(name.undotted): \(text(console.language))")
        guard let holder = inUse?.holder else { return }
        console.line()
        NameReport.show(holder, zone: zone.name, days: days, console)
    }
}

import RFC1035
import ZoneCore

extension Command {
    static let serialShow = Command(
        words: ["serial", "show"], group: .zones,
        summary: Text(en: "The serial of the zone rendered last", id: "Nomor seri zona yang terakhir dirender"),
        explanation: [
            Text(
                en: "Prints the serial that the register has for the zone file written last.",
                id: "Mencetak nomor seri berkas zona yang terakhir ditulis menurut register.")
        ],
        formats: [.text, .json],
        examples: [Example("zonectl serial show", Text(en: "For a script", id: "Untuk skrip"))],
        run: { invocation in
            let zone = try invocation.zoneFolder(for: .reading)
            guard let last = try invocation.readRegister(of: zone, { try $0.lastRendered() }) else {
                throw Failure.state([
                    Reason(
                        "NOT_RENDERED", zone.name.undotted,
                        Text(
                            en: "was never rendered; run zonectl render",
                            id: "belum pernah dirender; jalankan zonectl render"))
                ])
            }
            write(Serial(last.serial), zone, invocation)
            return .done
        })

    static let serialNext = Command(
        words: ["serial", "next"], group: .zones,
        summary: Text(en: "The serial that comes next", id: "Nomor seri berikutnya"),
        explanation: [
            Text(
                en: "Without SERIAL: the one the next zone file with other content gets. With SERIAL: the one "
                    + "after it by the policy, greater in RFC 1982 order whatever the clock says. Nothing is "
                    + "written.",
                id: "Tanpa SERIAL: nomor yang diterima berkas zona berikutnya bila isinya berubah. Dengan SERIAL: "
                    + "nomor sesudahnya menurut kebijakan, selalu lebih besar menurut RFC 1982 apa pun kata jam. "
                    + "Tidak ada yang ditulis.")
        ],
        arguments: [
            Argument(
                placeholder: "SERIAL", count: .optional,
                help: Text(en: "A serial, 0 to 4294967295.", id: "Nomor seri, 0 sampai 4294967295."))
        ],
        options: [Options.serialPolicy.spec],
        formats: [.text, .json],
        examples: [
            Example("zonectl serial next", Text(en: "Of the zone", id: "Milik zona")),
            Example(
                "zonectl serial next 2026112099 --policy date --now 2026-11-20T03:00:00Z",
                Text(en: "More than 99 changes a day: 2026112100", id: "Lebih dari 99 perubahan sehari: 2026112100")),
        ],
        run: { invocation in
            let now = try invocation.now()
            if invocation.argument(0) != nil {
                // Arithmetic needs no registry; where one is at hand, its policy and clock are meant.
                let settings =
                    invocation[Options.zone] != nil
                    ? try invocation.zoneFolder(for: .reading).settings()
                    : (try? invocation.zoneFolder(for: .reading).settings()) ?? ZoneSettings(zone: .root)
                let policy = invocation[Options.serialPolicy] ?? settings.serial
                let next = policy.next(after: try serial(invocation, 0), now: now, utcOffset: settings.utcOffset)
                if invocation.format == .json {
                    invocation.console.json(.object([("serial", .number(Int(next.rawValue)))]))
                } else {
                    invocation.console.line(next.description)
                }
                return .done
            }
            let zone = try invocation.zoneFolder(for: .reading)
            let settings = try zone.settings()
            let policy = invocation[Options.serialPolicy] ?? settings.serial
            var asked = settings
            asked.serial = policy
            let renderer = Renderer(
                zone: zone.name, folder: zone.directory, output: zone.directory, settings: asked, now: now,
                actor: invocation.actor, options: invocation.registerOptions)
            let next: Serial
            switch try invocation.outcome(of: renderer, isCheck: true) {
            case .unchanged(let current):
                next = policy.next(after: current, now: now, utcOffset: settings.utcOffset)
            case .written(let coming, _): next = coming
            case .refused(let findings): throw ZoneFolder.failure(findings)
            }
            write(next, zone, invocation)
            return .done
        })

    static let serialCompare = Command(
        words: ["serial", "compare"], group: .zones,
        summary: Text(en: "Compare two serials (RFC 1982)", id: "Bandingkan dua nomor seri (RFC 1982)"),
        explanation: [
            Text(
                en: "Prints how A stands to B: less, equal, greater, or undefined where they are exactly "
                    + "2147483648 apart. A secondary takes over a zone only when its serial is less than the "
                    + "primary's.",
                id: "Mencetak kedudukan A terhadap B: less (kurang), equal (sama), greater (lebih), atau "
                    + "undefined (tak tentu) bila selisihnya tepat 2147483648. Server sekunder hanya mengambil "
                    + "zona bila nomor serinya kurang dari milik server utama.")
        ],
        arguments: [serialArgument("A"), serialArgument("B")],
        formats: [.text, .json],
        examples: [
            Example("zonectl serial compare 4294967295 1", Text(
                en: "Across the wrap: less",
                id: "Melewati batas: less"))
        ],
        run: { invocation in
            let (a, b) = (try serial(invocation, 0), try serial(invocation, 1))
            let order = a.order(to: b).word
            if invocation.format == .json {
                invocation.console.json(
                    .object([
                        ("a", .number(Int(a.rawValue))), ("b", .number(Int(b.rawValue))), ("order", .string(order)),
                    ]))
            } else {
                invocation.console.line(order)
            }
            return .done
        })

    private static func write(_ serial: Serial, _ zone: ZoneFolder, _ invocation: Invocation) {
        if invocation.format == .json {
            invocation.console.json(
                .object([("zone", .string(zone.name.description)), ("serial", .number(Int(serial.rawValue)))]))
        } else {
            invocation.console.line(serial.description)
        }
    }

    private static func serialArgument(_ placeholder: String) -> Argument {
        Argument(
            placeholder: placeholder, count: .one,
            help: Text(en: "A serial, 0 to 4294967295.", id: "Nomor seri, 0 sampai 4294967295."))
    }

    private static func serial(_ invocation: Invocation, _ index: Int) throws(Failure) -> Serial {
        let text = invocation.argument(index) ?? ""
        guard let serial = Serial(text) else {
            throw Failure.usage(
                Text(
                    en: "\(text) is not a serial from 0 to 4294967295",
                    id: "\(text) bukan nomor seri dari 0 sampai 4294967295"))
        }
        return serial
    }
}

extension Serial.Order {
    /// Stable words for scripts.
    fileprivate var word: String {
        switch self {
        case .equal: "equal"
        case .less: "less"
        case .greater: "greater"
        case .undefined: "undefined"
        }
    }
}

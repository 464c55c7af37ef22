import RFC1035
import ZoneCore

extension Command {
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
            Example("zonectl serial compare 4294967295 1", Text(en: "Across the wrap: less", id: "Melewati batas: less"))
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

    fileprivate static func serialArgument(_ placeholder: String) -> Argument {
        Argument(
            placeholder: placeholder, count: .one,
            help: Text(en: "A serial, 0 to 4294967295.", id: "Nomor seri, 0 sampai 4294967295."))
    }

    fileprivate static func serial(_ invocation: Invocation, _ index: Int) throws(Failure) -> Serial {
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

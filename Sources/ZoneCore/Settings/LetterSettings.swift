extension ZoneSettings {
    /// What the office's letters have in common. What is empty is taken from the procedure, or left open to be filled
    /// in by hand.
    public struct Letters: Hashable, Sendable {
        /// Lines of the letterhead, the government first, then the office, then its address; empty: government and
        /// office of the procedure.
        public var letterhead: [String] = []
        /// Where letters are dated.
        public var place = ""
        /// The pattern of a number: see `placeholders`.
        public var number = "{klasifikasi}/{urut}/{unit}/{tahun}"
        /// `{klasifikasi}`
        public var classification = "555"
        /// `{unit}`
        public var unit = "Diskominfo"
        /// Whom agencies turn to with questions, in words: a telephone number, a mailbox.
        public var contact = ""
        /// The mailbox that e-mails to agencies come from; empty: `hostmaster` of the zone.
        public var mailbox = ""
        /// Lines of "Tembusan".
        public var copies: [String] = []
        /// Who signs, by role.
        public var signatories: [String: Signatory] = [:]

        public init() {}

        /// What may stand in `number`: the code of the matter, the running number of the year (which it must have),
        /// the unit, the month in Roman numerals, the year.
        public static let placeholders = ["klasifikasi", "urut", "unit", "bulan", "tahun"]

        /// Roles that sign or initial letters.
        public static let signingRoles = [
            "agencyHead", "secretary", "divisionHead", "sectionHead", "technician", "registrar",
        ]
    }

    /// Who signs letters in a role.
    public struct Signatory: Hashable, Sendable {
        /// What stands above the signature; empty: the procedure's title of the role.
        public var title = ""
        /// Empty: dots to be filled in by hand.
        public var name = ""
        /// `Pembina Tingkat I`
        public var rank = ""
        /// The civil servant's number, digits and blanks.
        public var number = ""
        /// For whom the title signs: `Bupati Purbalingga` becomes "a.n. Bupati Purbalingga".
        public var onBehalfOf = ""

        public init() {}
    }
}

extension ZoneSettings.Letters {
    /// The number of a letter. - Parameter running: its place in the year; `nil`: dots, as it is not given out yet.
    public func number(_ running: Int?, on date: CalendarDate) -> String {
        let values = [
            "klasifikasi": classification, "urut": running.map(String.init) ?? "…", "unit": unit,
            "bulan": IndonesianText.romanMonth(date), "tahun": String(date.year),
        ]
        var result = ""
        for piece in ZoneSettings.Letters.pieces(of: number) ?? [.text(number)] {
            switch piece {
            case .text(let text): result += text
            case .placeholder(let word): result += values[word] ?? ""
            }
        }
        return result
    }

    enum Piece: Hashable {
        case text(String)
        case placeholder(String)
    }

    /// `nil` when a brace is not closed.
    static func pieces(of pattern: String) -> [Piece]? {
        var result: [Piece] = []
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{") {
            result.append(.text(String(rest[..<open])))
            guard let close = rest[open...].firstIndex(of: "}") else { return nil }
            result.append(.placeholder(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        return rest.contains("}") ? nil : result + [.text(String(rest))]
    }
}

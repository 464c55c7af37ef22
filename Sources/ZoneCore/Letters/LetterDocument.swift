/// A document of the office in blocks, from top to bottom, before it is text or a page.
public struct LetterDocument: Hashable, Sendable {
    /// What it is, in a line: `Surat Persetujuan 2026/0001`.
    public var title: String
    /// Bears the mark KONSEP: not signed, not valid.
    public var isDraft: Bool
    public var blocks: [Block]
    /// Small lines at the end.
    public var footer: [String]

    public init(title: String, isDraft: Bool = false, blocks: [Block] = [], footer: [String] = []) {
        self.title = title
        self.isDraft = isDraft
        self.blocks = blocks
        self.footer = footer
    }

    public enum Block: Hashable, Sendable {
        /// Government, office, address; closed by a double line.
        case letterhead([String])
        /// Number, classification, attachments and subject of a letter, its date, and whom it is to.
        case opening(Opening)
        /// Centred lines: the title of minutes or a report, with its number.
        case heading([String])
        /// The title of a section.
        case section(String)
        case paragraph(LetterText)
        /// `1.`, `2.` …
        case numbered([LetterText])
        /// `-`
        /// Labels with their values, colons in line.
        case fields([Field])
        case table(Table)
        /// One stands to the right; two stand side by side, left first; more in rows of two.
        case signatures([Signature])
        /// "Tembusan"; left out when empty.
        case copies([String])
    }

    public struct Opening: Hashable, Sendable {
        /// `Purbalingga, 24 November 2026`; stands on the line of the number.
        public var placeAndDate: String
        public var number: String
        /// `Biasa`, `Segera`, `Rahasia`
        public var classification = "Biasa"
        /// `-`, `1 (satu) berkas`
        public var attachments = "-"
        public var subject: String
        /// Behind "Yth."; the lines below it are the place.
        public var addressee: [String]

        public init(placeAndDate: String, number: String, subject: String, addressee: [String]) {
            self.placeAndDate = placeAndDate
            self.number = number
            self.subject = subject
            self.addressee = addressee
        }
    }

    public struct Field: Hashable, Sendable {
        public var label: String
        public var value: LetterText

        public init(_ label: String, _ value: LetterText) {
            self.label = label
            self.value = value
        }
    }

    public struct Table: Hashable, Sendable {
        public var headings: [String]
        /// Each as many cells as there are headings.
        public var rows: [[String]]

        public init(_ headings: [String], _ rows: [[String]]) {
            self.headings = headings
            self.rows = rows.map { row in
                Array(row.prefix(headings.count)) + [String](repeating: "", count: max(0, headings.count - row.count))
            }
        }
    }

    public struct Signature: Hashable, Sendable {
        /// What stands above: for whom, in which office.
        public var above: [String]
        /// Empty: dots to be filled in by hand.
        public var name: String
        /// Rank and number of the civil servant.
        public var below: [String]

        public init(above: [String], name: String = "", below: [String] = []) {
            self.above = above
            self.name = name
            self.below = below
        }

        static let dots = "(....................................)"
    }

    /// What the mark says of a draft.
    static let draftMark = "KONSEP"
    static let draftNote = "Belum ditandatangani; belum berlaku sebagai surat."
}

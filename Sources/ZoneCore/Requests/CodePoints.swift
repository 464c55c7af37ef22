/// Code points by name, for people who cannot see the difference between `-` and `–`.
public enum CodePoints {
    /// `U+2013`
    public static func number(_ scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }

    /// `U+2013 EN DASH`
    public static func describe(_ scalar: Unicode.Scalar) -> String {
        guard let name = name(scalar) else { return number(scalar) }
        return "\(number(scalar)) \(name)"
    }

    /// The Unicode name; those that have none are named by what they do.
    static func name(_ scalar: Unicode.Scalar) -> String? {
        if let usual = usual[scalar.value] { return usual.name }
        return scalar.properties.name ?? scalar.properties.nameAlias
    }

    /// What stands in ASCII for a scalar: `-` for dashes, a blank for blanks, nothing for what is invisible,
    /// the plain form of full-width letters. `nil` where there is nothing obvious.
    static func plain(_ scalar: Unicode.Scalar) -> String? {
        if scalar.isASCII { return String(scalar) }
        if let usual = usual[scalar.value] { return usual.plain }
        if (0xFF01...0xFF5E).contains(scalar.value), let plain = Unicode.Scalar(scalar.value - 0xFEE0) {
            return String(plain)
        }
        switch scalar.properties.generalCategory {
        case .dashPunctuation: return "-"
        case .spaceSeparator: return " "
        case .format, .nonspacingMark: return ""
        default: return nil
        }
    }

    /// What word processors, chat programs and copied web pages put into names. Kept here so that the names
    /// do not depend on the Unicode tables of the machine.
    private static let usual: [UInt32: (name: String, plain: String)] = [
        0x00A0: ("NO-BREAK SPACE", " "), 0x00AD: ("SOFT HYPHEN", ""), 0x00B7: ("MIDDLE DOT", "."),
        0x0131: ("LATIN SMALL LETTER DOTLESS I", "i"), 0x0130: ("LATIN CAPITAL LETTER I WITH DOT ABOVE", "i"),
        0x00E9: ("LATIN SMALL LETTER E WITH ACUTE", "e"), 0x00E8: ("LATIN SMALL LETTER E WITH GRAVE", "e"),
        0x2002: ("EN SPACE", " "), 0x2003: ("EM SPACE", " "), 0x2009: ("THIN SPACE", " "),
        0x200B: ("ZERO WIDTH SPACE", ""), 0x200C: ("ZERO WIDTH NON-JOINER", ""),
        0x200D: ("ZERO WIDTH JOINER", ""), 0x200E: ("LEFT-TO-RIGHT MARK", ""), 0x200F: ("RIGHT-TO-LEFT MARK", ""),
        0x2010: ("HYPHEN", "-"), 0x2011: ("NON-BREAKING HYPHEN", "-"), 0x2012: ("FIGURE DASH", "-"),
        0x2013: ("EN DASH", "-"), 0x2014: ("EM DASH", "-"), 0x2015: ("HORIZONTAL BAR", "-"),
        0x2018: ("LEFT SINGLE QUOTATION MARK", ""), 0x2019: ("RIGHT SINGLE QUOTATION MARK", ""),
        0x201C: ("LEFT DOUBLE QUOTATION MARK", ""), 0x201D: ("RIGHT DOUBLE QUOTATION MARK", ""),
        0x202A: ("LEFT-TO-RIGHT EMBEDDING", ""), 0x202E: ("RIGHT-TO-LEFT OVERRIDE", ""),
        0x202F: ("NARROW NO-BREAK SPACE", " "), 0x2060: ("WORD JOINER", ""), 0x2212: ("MINUS SIGN", "-"),
        0x3002: ("IDEOGRAPHIC FULL STOP", "."), 0xFEFF: ("ZERO WIDTH NO-BREAK SPACE", ""),
        0xFF0E: ("FULLWIDTH FULL STOP", "."), 0xFF0D: ("FULLWIDTH HYPHEN-MINUS", "-"),
        0xFFFD: ("REPLACEMENT CHARACTER (the text is not UTF-8)", ""), 0x212A: ("KELVIN SIGN", "k"),
    ]
}

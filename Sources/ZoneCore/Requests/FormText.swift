import RFC1035

/// Texts of a request form: the agency, the letter's number, a reason.
public enum FormText {
    /// Longest text of a form field, in characters.
    public static let maximumLength = 300

    /// The text without blanks around it. Refuses empty ones, and control, bidirectional and invisible
    /// characters, which would make a register or a letter lie.
    public static func checked(
        _ text: String, option: String, limit: Int = maximumLength
    ) throws(Failure) -> String {
        var scalars = Array(text.unicodeScalars)[...]
        while let last = scalars.last, last == " " { scalars = scalars.dropLast() }
        scalars = scalars.drop { $0 == " " }
        guard !scalars.isEmpty else {
            throw .usage(Text(en: "\(option) is empty", id: "\(option) kosong"))
        }
        guard scalars.count <= limit else {
            throw .usage(
                Text(
                    en: "\(option) is longer than \(limit) characters",
                    id: "\(option) lebih dari \(limit) karakter"))
        }
        if let bad = scalars.first(where: { !Shown.isVisible($0) }) {
            throw .usage(
                Text(
                    en: "\(option) contains \(CodePoints.describe(bad))",
                    id: "\(option) memuat \(CodePoints.describe(bad))"))
        }
        var result = ""
        result.unicodeScalars.append(contentsOf: scalars)
        return result
    }

    /// A date `YYYY-MM-DD`.
    public static func checkedDate(_ text: String, option: String) throws(Failure) -> String {
        guard let date = CalendarDate(text) else {
            throw .usage(
                Text(
                    en: "\(option) “\(Shown.text(text))” is not a date (YYYY-MM-DD)",
                    id: "\(option) “\(Shown.text(text))” bukan tanggal (YYYY-MM-DD)"))
        }
        return date.description
    }
}

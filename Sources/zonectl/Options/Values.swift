import RFC1035
import ZoneCore

/// How the words of a command line become values. What only a rule can judge (is this label allowed, is this
/// address ours?) stays text here; the rules answer with their codes.
enum Values {
    static let text: @Sendable (String) throws(BadValue) -> String = { text throws(BadValue) in
        guard !text.isEmpty else { throw BadValue(en: "is empty", id: "kosong") }
        return text
    }

    /// As given, the empty text too: a rule refuses it with a code of its own.
    static let any: @Sendable (String) throws(BadValue) -> String = { text throws(BadValue) in text }

    static let anyTexts: @Sendable ([String]) throws(BadValue) -> [String] = { words throws(BadValue) in words }

    static let texts: @Sendable ([String]) throws(BadValue) -> [String] = { words throws(BadValue) in
        for word in words { _ = try text(word) }
        return words
    }

    static let path: @Sendable (String) throws(BadValue) -> String = { path throws(BadValue) in
        guard !path.isEmpty, !path.utf8.contains(0) else { throw BadValue(en: "is not a path", id: "bukan path") }
        return path
    }

    /// A field of a form: an agency's name, a letter's number. It ends up in registers and letters, so it has
    /// a limit and nothing invisible in it.
    static let field: @Sendable (String) throws(BadValue) -> String = { value throws(BadValue) in
        do throws(Failure) {
            return try FormText.checked(value, option: "")
        } catch {
            guard case .usage(let text) = error else { throw BadValue(Text(verbatim: "\(error)")) }
            // The option's name is put in front by whoever reports it.
            throw BadValue(
                en: String(text.en.drop { $0 == " " }), id: String(text.id.drop { $0 == " " }))
        }
    }

    static func choice<Value: Sendable>(
        _ choices: [(String, Value)]
    ) -> @Sendable (String) throws(BadValue) -> Value {
        { word throws(BadValue) in
            for (name, value) in choices where name == word { return value }
            let names = choices.map(\.0)
            let hint = Suggestion.nearest(to: word, in: names)
            throw BadValue(
                en: "is none of \(names.joined(separator: ", "))" + (hint.map { "; did you mean \($0)?" } ?? ""),
                id: "bukan salah satu dari \(names.joined(separator: ", "))"
                    + (hint.map { "; maksud Anda \($0)?" } ?? ""))
        }
    }

    static func number(_ range: ClosedRange<Int>) -> @Sendable (String) throws(BadValue) -> Int {
        { word throws(BadValue) in
            // Int("+5") would do; digits only is what is meant.
            guard !word.isEmpty, word.utf8.allSatisfy({ $0 &- 48 < 10 }), let number = Int(word),
                range.contains(number)
            else {
                throw BadValue(
                    en: "is not a number from \(range.lowerBound) to \(range.upperBound)",
                    id: "bukan bilangan dari \(range.lowerBound) sampai \(range.upperBound)")
            }
            return number
        }
    }

    static let instant: @Sendable (String) throws(BadValue) -> Instant = { word throws(BadValue) in
        guard let instant = Instant(rfc3339: word) else {
            throw BadValue(
                en: "is not an RFC 3339 time such as 2026-11-20T08:00:00+07:00",
                id: "bukan waktu RFC 3339 seperti 2026-11-20T08:00:00+07:00")
        }
        return instant
    }

    static let date: @Sendable (String) throws(BadValue) -> CalendarDate = { word throws(BadValue) in
        guard let date = CalendarDate(word) else {
            throw BadValue(
                en: "is not a date such as 2026-11-20", id: "bukan tanggal seperti 2026-11-20")
        }
        return date
    }

    /// As in a master file: seconds or units, at most 2³¹−1 (RFC 2181 §8).
    static let ttl: @Sendable (String) throws(BadValue) -> UInt32 = { word throws(BadValue) in
        guard let seconds = DurationText.seconds(word), seconds <= 0x7FFF_FFFF else {
            throw BadValue(
                en: "is not a TTL: seconds from 0 to 2147483647, or units as in 1w2d3h4m5s",
                id: "bukan TTL: detik dari 0 sampai 2147483647, atau satuan seperti 1w2d3h4m5s")
        }
        return seconds
    }

    /// `ROLE[:NAME]`. The role is a word such as `registrar`; the name is anybody's.
    static let actor: @Sendable (String) throws(BadValue) -> String = { word throws(BadValue) in
        let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let role = parts.first.map { Array($0.utf8) } ?? []
        guard let first = role.first, (first | 0x20) &- 97 < 26,
            role.allSatisfy({ ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 || $0 == UInt8(ascii: "-") })
        else {
            throw BadValue(
                en: "is not ROLE or ROLE:NAME, e.g. technician:Sari",
                id: "bukan PERAN atau PERAN:NAMA, misalnya technician:Sari")
        }
        if parts.count > 1 { _ = try field(String(parts[1])) }
        return try field(word)
    }

    /// DS record data, several of it: quoted (`"12345 13 2 4A…"`) or word by word as `dig` prints it, where a
    /// digest can be in several pieces. One string a record comes out; whether it is a DS is the rules' matter.
    static let delegationSigners: @Sendable ([String]) throws(BadValue) -> [String] = { words throws(BadValue) in
        var records: [[Substring]] = []
        for word in words {
            let fields = word.split(whereSeparator: { $0 == " " || $0 == "\t" })
            guard !fields.isEmpty else { throw BadValue(en: "is empty", id: "kosong") }
            if fields.count > 1 {
                records.append(fields)
                continue
            }
            if let last = records.last, !isComplete(last) {
                records[records.count - 1].append(contentsOf: fields)
            } else {
                records.append(fields)
            }
        }
        return records.map { $0.joined(separator: " ") }
    }

    /// Whether the digest has the length of its type. One of an unknown type is not waited for.
    private static func isComplete(_ fields: [Substring]) -> Bool {
        guard fields.count >= 4 else { return false }
        guard let octets = UInt8(fields[2]).flatMap(DigestType.length) else { return true }
        return fields[3...].reduce(0) { $0 + $1.utf8.count } >= 2 * octets
    }
}

/// How Indonesian offices write dates, times, lengths of time, numbers and amounts in letters.
public enum IndonesianText {
    private static let months = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
    ]
    private static let romanMonths = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
    ]

    // MARK: Dates and times

    /// `November`
    public static func month(_ date: CalendarDate) -> String { item(months, date.month - 1) }

    /// `XI`, as numbers of letters have it.
    public static func romanMonth(_ date: CalendarDate) -> String {
        item(romanMonths, date.month - 1)
    }

    private static func item(_ list: [String], _ index: Int) -> String {
        list.indices.contains(index) ? list[index] : ""
    }

    /// `Senin`
    public static func weekday(_ date: CalendarDate) -> String {
        switch OfficeHours.Weekday(date) {
        case .monday: "Senin"
        case .tuesday: "Selasa"
        case .wednesday: "Rabu"
        case .thursday: "Kamis"
        case .friday: "Jumat"
        case .saturday: "Sabtu"
        case .sunday: "Minggu"
        }
    }

    /// `20 November 2026`
    public static func date(_ date: CalendarDate) -> String {
        Digits.text { append(date, to: &$0) }
    }

    private static func append(_ date: CalendarDate, to octets: inout [UInt8]) {
        octets += String(date.day).utf8
        octets.append(0x20)
        octets += month(date).utf8
        octets.append(0x20)
        octets += String(date.year).utf8
    }

    /// `20 November 2026` of `2026-11-20`; other text as it is.
    public static func date(_ text: String) -> String { CalendarDate(text).map(date(_:)) ?? text }

    /// What a rule says, as an agency is told it: days as letters write them, and without what only whoever runs the
    /// program can do about it.
    static func told(_ text: String) -> String {
        let own = ["--", "zonectl ", "zone.json", "static.zone", "allowedNetworks", "hostnameSyntax"]
        var clauses: [String] = []
        for clause in text.split(separator: "; ").map(String.init) {
            guard own.contains(where: { clause.firstRange(of: $0) != nil }) else {
                clauses.append(clause)
                continue
            }
            // It may have closed a bracket that an earlier one opened.
            let surplus = clause.filter { $0 == ")" }.count - clause.filter { $0 == "(" }.count
            if surplus > 0, let last = clauses.indices.last { clauses[last] += String(repeating: ")", count: surplus) }
        }
        return dated(clauses.isEmpty ? text : clauses.joined(separator: "; "))
    }

    /// Every `2026-11-20` in a text as `20 November 2026`.
    static func dated(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let digit = rest.firstIndex(where: { ("0"..."9").contains($0) }) {
            result += rest[..<digit]
            let word = rest[digit...].prefix { ("0"..."9").contains($0) || $0 == "-" }
            result += date(String(word))
            rest = rest[word.endIndex...]
        }
        return result + rest
    }

    /// `Jumat, 20 November 2026`
    public static func longDate(_ date: CalendarDate) -> String {
        "\(weekday(date)), \(self.date(date))"
    }

    /// `Jumat, tanggal dua puluh bulan November tahun dua ribu dua puluh enam (20-11-2026)`, as official minutes
    /// begin behind "Pada hari ini".
    public static func dateInWords(_ date: CalendarDate) -> String {
        "\(weekday(date)), tanggal \(words(date.day)) bulan \(month(date)) tahun \(words(date.year)) "
            + "(\(two(date.day))-\(two(date.month))-\(date.year))"
    }

    /// `WIB`, `WITA`, `WIT`; another distance from UTC in digits.
    public static func zoneName(_ offset: UTCOffset) -> String {
        switch offset.seconds {
        case 7 * 3600: return "WIB"
        case 8 * 3600: return "WITA"
        case 9 * 3600: return "WIT"
        default:
            let distance = Int(offset.seconds.magnitude)
            guard distance > 0 else { return "UTC" }
            return
                "UTC\(offset.seconds < 0 ? "-" : "+")\(two(distance / 3600)).\(two(distance / 60 % 60))"
        }
    }

    /// `pukul 08.00 WITA`
    public static func time(_ instant: Instant, at offset: UTCOffset) -> String {
        Digits.text { appendTime(instant, at: offset, to: &$0) }
    }

    private static func appendTime(_ instant: Instant, at offset: UTCOffset, to octets: inout [UInt8]) {
        let local = offset.local(instant)
        octets += "pukul ".utf8
        Digits.append(local.hour, to: &octets)
        octets.append(UInt8(ascii: "."))
        Digits.append(local.minute, to: &octets)
        octets.append(0x20)
        octets += zoneName(offset).utf8
    }

    /// `20 November 2026 pukul 08.00 WITA`
    public static func moment(_ instant: Instant, at offset: UTCOffset) -> String {
        Digits.text { append(instant, at: offset, to: &$0) }
    }

    /// As ``moment(_:at:)``, in UTF-8, without a text for each part.
    static func append(_ instant: Instant, at offset: UTCOffset, to octets: inout [UInt8]) {
        append(instant.date(at: offset), to: &octets)
        octets.append(0x20)
        appendTime(instant, at: offset, to: &octets)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    // MARK: Lengths of time

    /// `4 jam 15 menit`, `2 jam`, `40 menit`; not negative.
    public static func duration(minutes: Int) -> String {
        let minutes = max(0, minutes)
        guard minutes >= 60 else { return "\(minutes) menit" }
        let hours = "\(number(minutes / 60)) jam"
        return minutes % 60 == 0 ? hours : "\(hours) \(minutes % 60) menit"
    }

    /// `30 menit`, `3 jam`, `7 hari kerja`
    public static func duration(_ time: WorkingTime) -> String {
        "\(number(time.count)) \(unit(time.unit))"
    }

    /// `1–3 jam`; one number where both are the same.
    public static func duration(min: Int, max: Int, unit: WorkingTime.Unit) -> String {
        min == max
            ? duration(WorkingTime(max, unit)) : "\(number(min))–\(number(max)) \(self.unit(unit))"
    }

    private static func unit(_ unit: WorkingTime.Unit) -> String {
        switch unit {
        case .minute: "menit"
        case .hour: "jam"
        case .workingDay: "hari kerja"
        }
    }

    // MARK: Numbers and amounts

    /// `1.234.567`
    public static func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var result = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(".") }
            result.append(digit)
        }
        return result
    }

    /// `1.500 GB`
    public static func gigabytes(_ count: Int) -> String { "\(number(count)) GB" }

    /// `3 (tiga)`, as letters write what must not be misread.
    public static func counted(_ count: Int) -> String { "\(number(count)) (\(words(count)))" }

    /// `a`, `a dan b`, `a, b, dan c`
    public static func list(_ items: [String], _ conjunction: String = "dan") -> String {
        guard let last = items.last else { return "" }
        switch items.count {
        case 1: return last
        case 2: return "\(items.dropLast().joined()) \(conjunction) \(last)"
        default: return "\(items.dropLast().joined(separator: ", ")), \(conjunction) \(last)"
        }
    }

    /// The first letter as a capital, the rest as it is.
    public static func capitalized(_ text: String) -> String {
        guard let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }

    /// With a full stop, unless it ends as a sentence does.
    static func sentence(_ text: String) -> String { text.last.map { ".!?".contains($0) } ?? true ? text : text + "." }

    private static let digits = [
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
        "sepuluh", "sebelas",
    ]
    private static let groups: [(value: UInt64, word: String)] = [
        (1_000_000_000_000_000_000, "kuintiliun"), (1_000_000_000_000_000, "kuadriliun"),
        (1_000_000_000_000, "triliun"),
        (1_000_000_000, "miliar"), (1_000_000, "juta"), (1000, "ribu"),
    ]

    /// `dua ribu dua puluh enam`
    public static func words(_ number: Int) -> String {
        let value = UInt64(number.magnitude)
        let text = value == 0 ? item(digits, 0) : words(value)
        return number < 0 ? "minus \(text)" : text
    }

    /// Nothing for zero, which only stands alone.
    private static func words(_ number: UInt64) -> String {
        for (value, word) in groups where number >= value {
            // Only a single thousand has a word of its own: "seribu", but "satu juta" and "seratus satu ribu".
            let head =
                value == 1000 && number / value == 1 ? "seribu" : "\(words(number / value)) \(word)"
            return join(head, number % value)
        }
        switch number {
        case 0: return ""
        case 1...11: return item(digits, Int(number))
        case 12...19: return "\(item(digits, Int(number - 10))) belas"
        case 20...99: return join("\(item(digits, Int(number / 10))) puluh", number % 10)
        case 100...199: return join("seratus", number - 100)
        default: return join("\(item(digits, Int(number / 100))) ratus", number % 100)
        }
    }

    private static func join(_ head: String, _ rest: UInt64) -> String {
        rest == 0 ? head : "\(head) \(words(rest))"
    }
}

import RFC1035

/// Days on which the office does not work, beside those its week has. The office supplies them: the national list
/// changes with a joint decree every year, and regions add their own.
public struct Holidays: Hashable, Sendable {
    /// The file of a zone's folder, or of the registry for all its zones.
    public static let fileName = "holidays.txt"
    /// Largest file that is read.
    public static let maximumBytes = 1 << 20

    public struct Day: Hashable, Sendable {
        public let date: CalendarDate
        /// What the day is called; empty when the file does not say.
        public let title: String
    }

    /// In order, each date once.
    public let days: [Day]
    /// Days since 1970, in order.
    private let numbers: [Int]

    public static let none = Holidays([])

    public init(_ days: [Day]) {
        var seen: Set<CalendarDate> = []
        self.days = days.filter { seen.insert($0.date).inserted }.sorted { $0.date < $1.date }
        numbers = self.days.map(\.date.daysSince1970)
    }

    /// What is wrong with a line of the file.
    public struct Fault: Hashable, Sendable {
        /// From 1.
        public let line: Int
        public let text: Text
        /// Whether the file cannot be used as it is; a date that stands twice does no harm.
        public let isError: Bool
    }

    /// Reads a file of one date `YYYY-MM-DD` a line, with the name of the day behind it if wanted. Empty lines and
    /// what follows `#` are comments. All faults at once.
    public static func read(_ octets: [UInt8]) -> (holidays: Holidays, faults: [Fault]) {
        guard octets.count <= maximumBytes else {
            let text = Text(en: "the file is larger than 1 MiB", id: "berkas lebih besar dari 1 MiB")
            return (.none, [Fault(line: 1, text: text, isError: true)])
        }
        var days: [Day] = []
        var faults: [Fault] = []
        var lines: [CalendarDate: Int] = [:]
        var number = 0
        for line in octets.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            switch entry(line) {
            case .nothing: break
            case .fault(let text): faults.append(Fault(line: number, text: text, isError: true))
            case .day(let day):
                if let first = lines[day.date] {
                    let text = Text(
                        en: "\(day.date) stands already on line \(first)",
                        id: "\(day.date) sudah ada di baris \(first)")
                    faults.append(Fault(line: number, text: text, isError: false))
                } else {
                    lines[day.date] = number
                    days.append(day)
                }
            }
        }
        return (Holidays(days), faults)
    }

    private enum Entry {
        case nothing
        case fault(Text)
        case day(Day)
    }

    private static func entry(_ line: ArraySlice<UInt8>) -> Entry {
        func isBlank(_ octet: UInt8) -> Bool { octet == 0x20 || octet == 0x09 || octet == 0x0D }
        let body = line.drop(while: isBlank)
        guard let first = body.first, first != UInt8(ascii: "#") else { return .nothing }
        let word = body.prefix { !isBlank($0) && $0 != UInt8(ascii: "#") }
        guard let date = CalendarDate(octets: word) else {
            let shown = Shown.text(String(decoding: word, as: UTF8.self))
            return .fault(
                Text(
                    en: "“\(shown)” is not a date; a line is written like 2026-12-25 Christmas Day",
                    id: "“\(shown)” bukan tanggal; baris ditulis seperti 2026-12-25 Hari Raya Natal"))
        }
        var title = body.dropFirst(word.count).drop { isBlank($0) || $0 == UInt8(ascii: "#") }
        while let last = title.last, isBlank(last) { title.removeLast() }
        guard let text = String(validating: title, as: UTF8.self) else {
            return .fault(
                Text(
                    en: "what follows the date is not UTF-8; save the file as UTF-8",
                    id: "teks setelah tanggal bukan UTF-8; simpan berkas sebagai UTF-8"))
        }
        return .day(Day(date: date, title: text))
    }

    public func contains(_ date: CalendarDate) -> Bool {
        let index = firstIndex(atOrAfter: date.daysSince1970)
        return numbers.indices.contains(index) && numbers[index] == date.daysSince1970
    }

    /// Those from `start` on and before `end`, as days since 1970.
    func numbers(from start: Int, to end: Int) -> ArraySlice<Int> {
        let first = firstIndex(atOrAfter: start)
        return numbers[first..<max(first, firstIndex(atOrAfter: end))]
    }

    private func firstIndex(atOrAfter day: Int) -> Int {
        var low = 0
        var high = numbers.count
        while low < high {
            let middle = low + (high - low) / 2
            if numbers[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

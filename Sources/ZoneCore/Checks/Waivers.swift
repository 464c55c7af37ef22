import RFC1035

/// The waivers of a zone's files: comments `; zonectl: allow CODE…`, each about one record.
public struct Waivers: Sendable {
    private struct Waiver {
        var annotation: MasterAnnotation
        var codes: [String]
        /// Of the codes, those that have waived something.
        var used: Set<String> = []
        /// Of the codes, those whose finding stops a server from loading the zone.
        var refused: Set<String> = []
    }

    private var list: [Waiver] = []
    /// For each file the entries with waivers, by their first lines.
    private var entries: [String: [Entry]] = [:]
    /// What cannot be understood.
    private var problems: [Finding] = []
    /// How many there are; those after the maximum are counted only.
    private var problemCount = 0
    /// What the checks of these files went by.
    private var policy: CheckPolicy
    /// Whether the files were read to their ends: else nobody knows what a waiver would have waived.
    private var isComplete: Bool

    private struct Entry {
        var lines: ClosedRange<Int>
        /// The waivers for it, by code.
        var waivers: [String: [Int]] = [:]
    }

    /// More findings of one check than this are only counted, even where waivers may take away some of the others.
    private static let maximumFindings = 100_000

    init(_ annotations: [MasterAnnotation], policy: CheckPolicy, isComplete: Bool = true) {
        self.policy = policy
        self.isComplete = isComplete
        var numbers: [String: [ClosedRange<Int>: Int]] = [:]
        var seen: Set<Place> = []
        for annotation in annotations {
            // A file that is included twice is read twice.
            guard seen.insert(Place(annotation)).inserted else { continue }
            let codes = self.codes(of: annotation)
            guard !codes.isEmpty else { continue }
            if let lines = annotation.entry {
                let number = numbers[annotation.file]?[lines] ?? entries[annotation.file, default: []].count
                if numbers[annotation.file]?[lines] == nil {
                    numbers[annotation.file, default: [:]][lines] = number
                    entries[annotation.file, default: []].append(Entry(lines: lines))
                }
                for code in codes { entries[annotation.file]?[number].waivers[code, default: []].append(list.count) }
            }
            list.append(Waiver(annotation: annotation, codes: codes))
        }
        for file in entries.keys { entries[file]?.sort { $0.lines.lowerBound < $1.lines.lowerBound } }
    }

    private struct Place: Hashable {
        var file: String
        var line: Int
        var column: Int

        init(_ annotation: MasterAnnotation) {
            (file, line, column) = (annotation.file, annotation.line, annotation.column)
        }
    }

    /// How many findings of one check a run has to keep so that enough are left.
    func limit(_ maximum: Int) -> Int { list.isEmpty ? maximum : max(maximum, Self.maximumFindings) }

    // MARK: Reading

    private mutating func codes(of annotation: MasterAnnotation) -> [String] {
        let words = Self.words(of: annotation.text)
        guard words.first?.lowercased() == "allow" else {
            let word = words.first ?? ""
            report(
                annotation,
                word.isEmpty
                    ? Text(
                        en: "nothing stands behind zonectl:; a waiver is written ; zonectl: allow CODE",
                        id: "tidak ada apa pun setelah zonectl:; pengecualian ditulis ; zonectl: allow KODE")
                    : Text(
                        en: "'\(word)' is not known here; a waiver is written ; zonectl: allow CODE",
                        id: "'\(word)' tidak dikenal di sini; pengecualian ditulis ; zonectl: allow KODE"))
            return []
        }
        guard words.count > 1 else {
            report(
                annotation,
                Text(
                    en: "no code stands behind allow; zonectl explain --list shows them",
                    id: "tidak ada kode setelah allow; zonectl explain --list menampilkannya"))
            return []
        }
        var codes: [String] = []
        for word in words.dropFirst() {
            let code = Check.code(from: word)
            if ["ALL", "ANY", "*"].contains(code) {
                report(
                    annotation,
                    Text(
                        en: "a waiver names each code, so nothing is waived by \(word); for all records of a zone, "
                            + "switch a check off in zone.json (checks) or with --severity CODE=off",
                        id: "pengecualian menyebut tiap kode, jadi \(word) tidak mengecualikan apa pun; untuk semua "
                            + "rekaman sebuah zona, matikan pemeriksaan di zone.json (checks) atau dengan --severity "
                            + "KODE=off"))
                continue
            }
            guard Check.named(code) != nil else {
                let hint = Check.suggestion(for: word)
                report(
                    annotation,
                    Text(
                        en: "there is no check \(word), so nothing is waived\(hint.en)",
                        id: "tidak ada pemeriksaan \(word), jadi tidak ada yang dikecualikan\(hint.id)"))
                continue
            }
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    /// The words of an annotation up to the reason, which stands in parentheses or behind `--`.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        for word in text.prefix(while: { $0 != "(" }).split(whereSeparator: { $0 == " " || $0 == "," }) {
            if word.hasPrefix("--") { break }
            words.append(String(word))
        }
        return words
    }

    private mutating func report(_ annotation: MasterAnnotation, _ text: @autoclosure () -> Text) {
        problemCount += 1
        guard problemCount <= policy.maximum else { return }
        problems.append(Self.finding(Check.badWaiver, annotation, text()))
    }

    private static func finding(_ code: String, _ annotation: MasterAnnotation, _ text: Text) -> Finding {
        Finding(
            code, Check.named(code)?.severity ?? .warning, file: annotation.file, line: annotation.line,
            column: annotation.column, text, reference: Check.named(code)?.reference ?? "")
    }

    // MARK: Waiving

    /// Takes out what is waived; may be called again when there are more findings.
    static func apply(_ all: inout [Waivers], to findings: inout [Finding]) {
        // Hundreds of zones may have waivers; a finding is a matter of those in its file.
        var numbers: [String: [Int]] = [:]
        for number in all.indices where all[number].policy.profile != .load {
            for file in all[number].entries.keys { numbers[file, default: []].append(number) }
        }
        guard !numbers.isEmpty else { return }
        findings.removeAll { finding in
            var isWaived = false
            // A file that two zones include has its waivers in both.
            for number in numbers[finding.file] ?? [] where all[number].isWaived(finding) { isWaived = true }
            return isWaived
        }
    }

    private mutating func isWaived(_ finding: Finding) -> Bool {
        guard finding.line > 0, !finding.isRest, let entries = entries[finding.file] else { return false }
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].lines.lowerBound <= finding.line { low = middle + 1 } else { high = middle }
        }
        guard low > 0, entries[low - 1].lines.contains(finding.line),
            let waivers = entries[low - 1].waivers[finding.code]
        else { return false }
        for waiver in waivers {
            if finding.stopsLoading {
                list[waiver].refused.insert(finding.code)
            } else {
                list[waiver].used.insert(finding.code)
            }
        }
        return !finding.stopsLoading
    }

    /// What there is to say about the waivers themselves, once everything has been found. Of each kind as many as a run
    /// of the checks keeps; those after them are counted.
    func findings() -> [Finding] {
        guard policy.profile != .load else { return [] }
        var found = problems
        var counts = [Check.badWaiver: problemCount]
        func hasRoom(_ code: String) -> Bool {
            counts[code, default: 0] += 1
            return counts[code, default: 0] <= policy.maximum
        }
        for waiver in list {
            for code in waiver.codes where !waiver.used.contains(code) {
                guard let check = Check.named(code) else { continue }
                if check.stopsLoading || waiver.refused.contains(code) {
                    guard hasRoom(Check.refusedWaiver) else { continue }
                    found.append(
                        Self.finding(
                            Check.refusedWaiver, waiver.annotation,
                            Text(
                                en: "\(code) stops a server from loading the zone and cannot be waived; correct the "
                                    + "record",
                                id: "\(code) membuat server menolak zona dan tidak dapat dikecualikan; perbaiki "
                                    + "rekamannya")))
                } else if isComplete && policy.runs(check) {
                    guard hasRoom(Check.unusedWaiver) else { continue }
                    found.append(
                        Self.finding(
                            Check.unusedWaiver, waiver.annotation,
                            waiver.annotation.entry == nil
                                ? Text(
                                    en: "\(code) is waived for no record: none stands on the next line",
                                    id: "\(code) tidak dikecualikan untuk rekaman apa pun: tidak ada di baris "
                                        + "berikutnya")
                                : Text(
                                    en: "\(code) is not found here, so the waiver can go",
                                    id: "\(code) tidak ditemukan di sini, jadi pengecualian ini dapat dihapus")))
                }
            }
        }
        for (code, count) in counts where count > policy.maximum {
            guard let like = found.last(where: { $0.code == code }) else { continue }
            found.append(.rest(count - policy.maximum, like: like))
        }
        policy.adjust(&found)
        return found
    }
}

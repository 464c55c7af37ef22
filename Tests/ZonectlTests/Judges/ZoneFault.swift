import Foundation
import ZoneCore

/// A fault that a zone can have, from the tables in `Tests/Golden/faults`.
///
/// A section begins with `== what is wrong [base]: CODE`, with the code that `check` is to give; its lines are the
/// records that have the fault. They come after the records that ``ZoneExample`` gives every example; with the base
/// `zone` they are the whole file, and with the base `nsec` or `nsec3` what is done to the signed zone of that name:
/// `- START` leaves out the lines that begin so, `~ START ~ OLD ~ NEW` changes them, anything else is added.
///
/// `× 101 TEXT` stands for so many lines with the line's number for each `%`, `{file}` for the path of the zone file,
/// ␍ for a carriage return, ␀ for NUL, and ␄ for the end of the file.
struct ZoneFault: Sendable {
    /// The list it is from: `B1`.
    let list: String
    let title: String
    /// The code that is expected of `check`; `-` for what it lets pass, too.
    let code: String
    private let base: String
    private let lines: [String]

    static let folder = goldenFolder + "/faults"
    /// The bases without a fault: what is found in them is found for no fault's sake.
    static let bases = ["", "nsec", "nsec3"].map { ZoneFault(base: $0) }

    private init(base: String) {
        (list, title, code) = ("", "no fault in " + (base.isEmpty ? "the example" : base), "")
        (self.base, lines) = (base, [])
    }

    private init(list: String, heading: String, lines: [String]) throws {
        guard let match = heading.wholeMatch(of: #/== (.+?)(?: \[(zone|nsec|nsec3)\])?: ([A-Z0-9_]+|-)/#) else {
            throw HarnessError("\(list): what is '\(heading)'?")
        }
        self.list = list
        title = String(match.1)
        base = match.2.map(String.init) ?? ""
        code = String(match.3)
        self.lines = lines
    }

    /// All of them, list by list.
    static func all() throws -> [ZoneFault] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }
        return try files.sorted { $0.compare($1, options: .numeric) == .orderedAscending }.flatMap { file in
            let list = String(file.prefix { $0 != "-" })
            var sections: [(heading: String, lines: [String])] = []
            for line in try readText(folder + "/" + file).split(separator: "\n", omittingEmptySubsequences: false) {
                if line.hasPrefix("== ") {
                    sections.append((String(line), []))
                } else if !sections.isEmpty, !line.isEmpty {
                    sections[sections.count - 1].lines.append(String(line))
                }
            }
            return try sections.map { try ZoneFault(list: list, heading: $0.heading, lines: $0.lines) }
        }
    }

    /// The zone that it is in.
    var origin: String {
        guard base == "zone", let words = lines.first?.split(separator: " "), words.count == 2 else {
            return ZoneExample.origin
        }
        return String(words[1])
    }

    /// The zone file, and after how many lines those of the fault begin.
    func text(at path: String) throws -> (text: String, head: Int) {
        let own = lines.flatMap(Self.repeated).joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
        var (text, head): (String, Int)
        switch base {
        case "zone": (text, head) = (own, 0)
        case "":
            let example = ZoneExample.zone("")
            (text, head) = (example + own, example.utf8.count { $0 == 10 })
        default: (text, head) = (try signed(), 0)
        }
        text = text.replacing("{file}", with: path).replacing("␍", with: "\r").replacing("␀", with: "\0")
        if let end = text.range(of: "␄") { text = String(text[..<end.lowerBound]) }
        return (text, head)
    }

    /// A line, or the lines that it stands for.
    static func repeated(_ line: String) -> [String] {
        guard let match = line.wholeMatch(of: #/× (\d+) (.*)/#), let count = Int(match.1) else { return [line] }
        return (1...count).map { String(match.2).replacing("%", with: "\($0)") }
    }

    private func signed() throws -> String {
        var zone = try readText("\(Self.folder)/\(base).zone").split(separator: "\n").map(String.init)
        for line in lines {
            if line.hasPrefix("- ") {
                let count = zone.count
                zone.removeAll { $0.hasPrefix(line.dropFirst(2)) }
                guard zone.count < count else { throw HarnessError("\(title): no line is '\(line)'") }
            } else if line.hasPrefix("~ ") {
                let words = line.dropFirst(2).split(separator: " ~ ")
                let found = zone.indices.filter {
                    words.count == 3 && zone[$0].hasPrefix(words[0]) && zone[$0].contains(words[1])
                }
                guard !found.isEmpty else { throw HarnessError("\(title): no line is '\(line)'") }
                for index in found { zone[index] = zone[index].replacing(words[1], with: words[2], maxReplacements: 1) }
            } else {
                zone.append(line)
            }
        }
        return zone.joined(separator: "\n") + "\n"
    }
}

/// `Tests/Golden`.
let goldenFolder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Golden"

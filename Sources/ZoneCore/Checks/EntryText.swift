import RFC1035

/// One line of a master file as a record is written on it: where its parts stand.
struct EntryText {
    /// Bounds of the words, in octets from the start of the line; parentheses and comments are none.
    private var words: [Range<Int>] = []
    /// The numbers of these words, where the line has them.
    private var owner: Int?
    private var ttl: Int?
    private var type: Int?

    init(_ line: ArraySlice<UInt8>) {
        split(line)
        name(line)
    }

    private mutating func split(_ line: ArraySlice<UInt8>) {
        let first = line.startIndex
        var at = first
        while at < line.endIndex {
            let octet = line[at]
            if octet == UInt8(ascii: ";") { return }
            if octet <= 0x20 || octet == UInt8(ascii: "(") || octet == UInt8(ascii: ")") {
                at += 1
                continue
            }
            let start = at
            if octet == UInt8(ascii: "\"") {
                at += 1
                while at < line.endIndex && line[at] != UInt8(ascii: "\"") {
                    at += line[at] == UInt8(ascii: "\\") ? 2 : 1
                }
                at = min(at + 1, line.endIndex)
            } else {
                while at < line.endIndex, line[at] > 0x20, !Self.endsWord(line[at]) {
                    at += line[at] == UInt8(ascii: "\\") ? 2 : 1
                }
                at = min(at, line.endIndex)
            }
            words.append(start - first..<at - first)
        }
    }

    private static func endsWord(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: ";") || octet == UInt8(ascii: "(") || octet == UInt8(ascii: ")")
            || octet == UInt8(ascii: "\"")
    }

    private mutating func name(_ line: ArraySlice<UInt8>) {
        func text(_ number: Int) -> String {
            let bounds = words[number]
            let first = line.startIndex
            return String(decoding: line[(first + bounds.lowerBound)..<(first + bounds.upperBound)], as: UTF8.self)
        }
        guard let first = words.first else { return }
        var next = 0
        if text(0).uppercased() == "$GENERATE" { next = 2 }
        if first.lowerBound == 0, words.indices.contains(next) {
            owner = next
            next += 1
        }
        while words.indices.contains(next) {
            let word = text(next)
            if word.utf8.first.map(ASCII.isDigit) == true {
                ttl = next
            } else if !["IN", "CH", "HS"].contains(word.uppercased()), !word.uppercased().hasPrefix("CLASS") {
                type = next
                return
            }
            next += 1
        }
    }

    /// Where a part stands; the type where the line has no such part, as where the data goes on over several lines.
    func place(of part: Finding.Part) -> Range<Int>? {
        let number: Int? =
            switch part {
            case .owner: owner
            case .ttl: ttl
            case .type: type
            case .rdata(let field): type.map { $0 + 1 + field }
            }
        if let number, words.indices.contains(number) { return words[number] }
        return (type ?? owner).map { words[$0] }
    }
}

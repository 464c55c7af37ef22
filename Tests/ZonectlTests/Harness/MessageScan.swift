/// A message as it stands in the sources: `Text(en: …, id: …)` and whatever else takes the two.
struct WrittenMessage {
    let file: String
    let line: Int
    /// The literals of each expression, with `…` where something is put in.
    let english: String
    let indonesian: String

    /// What is wrong with it; empty when nothing is.
    var faults: [String] {
        var faults: [String] = []
        let (left, right) = (english.filter(\.isLetter), indonesian.filter(\.isLetter))
        if left.isEmpty != right.isEmpty, english.isEmpty || indonesian.isEmpty {
            faults.append("one language is empty")
        }
        // Headings in capitals are often the same word.
        if english == indonesian, left.contains(where: \.isLowercase), left.count > 2, !Self.same.contains(english) {
            faults.append("the same in both languages; Text(verbatim:) is for what has none")
        }
        let strange = Self.words(indonesian).intersection(Self.onlyEnglish)
        if !strange.isEmpty { faults.append("English in the Indonesian text: \(strange.sorted())") }
        let foreign = Self.words(english).intersection(Self.onlyIndonesian)
        if !foreign.isEmpty { faults.append("Indonesian in the English text: \(foreign.sorted())") }
        return faults
    }

    /// Words that both languages have.
    private static let same: Set = ["hosting", "Program", "admin", "registry: … (…)"]

    /// Small words that hardly a sentence goes without, and that the other language does not have.
    private static let onlyEnglish: Set = [
        "the", "is", "not", "and", "of", "with", "for", "must", "has", "are", "was", "were", "been", "that", "this",
        "which", "from", "it", "its", "than", "they", "what", "where", "when", "who", "can", "cannot", "does", "did",
        "have", "had", "only", "any", "every", "other", "another", "given", "after", "before", "between", "without",
    ]
    private static let onlyIndonesian: Set = [
        "yang", "tidak", "dan", "atau", "untuk", "dengan", "dari", "adalah", "harus", "bukan", "sudah", "belum", "ini",
        "itu", "pada", "oleh", "tanpa", "bila", "agar", "dapat", "hanya",
    ]

    /// The words in small letters, without what is quoted, options and the words of commands.
    private static func words(_ text: String) -> Set<String> {
        var plain = ""
        var closing: Character?
        for character in text {
            if let close = closing {
                if character == close { closing = nil }
            } else if character == "`" || character == "“" {
                closing = character == "`" ? "`" : "”"
            } else {
                plain.append(character)
            }
        }
        let parts = plain.split { $0 == " " || $0 == "\n" }.filter { !$0.hasPrefix("-") }
        let isCommand = parts.contains("zonectl")
        let words = parts.flatMap { $0.split { !$0.isLetter } }.map(String.init)
        return Set(words.filter { $0 == $0.lowercased() && !(isCommand && $0 == "why") })
    }
}

/// Finds the messages of a source file.
struct MessageScan {
    private let file: String
    private let text: [Character]
    private var place = 0
    private(set) var messages: [WrittenMessage] = []
    /// Lines with `en:` that no `id:` follows.
    private(set) var alone: [Int] = []

    init(file: String, _ source: String) {
        self.file = file
        text = Array(source)
        run()
    }

    private mutating func run() {
        var line = 1
        var counted = 0
        while place < text.count {
            if starts("//") {
                skipLine()
            } else if text[place] == "\"" {
                _ = string()
            } else if starts("en: "), isArgument {
                line += text[counted..<place].count { $0 == "\n" }
                counted = place
                place += 4
                message(line)
            } else {
                place += 1
            }
        }
    }

    /// Whether an argument begins here, and not the declaration of a variable.
    private var isArgument: Bool {
        guard let before = text[..<place].lastIndex(where: { !$0.isWhitespace }) else { return false }
        return text[before] == "(" || text[before] == ","
    }

    private mutating func message(_ line: Int) {
        let start = place
        let english = expression()
        var next = place
        while next < text.count, ", \n".contains(text[next]) { next += 1 }
        guard next + 4 <= text.count, String(text[next..<next + 3]) == "id:" else {
            // A declaration: `init(en: String, id: String)`.
            alone.append(line)
            place = start
            return
        }
        place = next + 3
        let rest = place
        let indonesian = expression()
        // A declaration, or one built from another: no literal in it at all.
        guard text[start..<rest].contains("\"") || text[rest..<place].contains("\"") else { return }
        messages.append(WrittenMessage(file: file, line: line, english: english, indonesian: indonesian))
    }

    /// The literals of an expression up to the comma or bracket that ends it.
    private mutating func expression() -> String {
        var literals = ""
        var depth = 0
        while place < text.count {
            switch text[place] {
            case "\"":
                literals += string()
                continue
            case "(", "[", "{": depth += 1
            case ")", "]", "}":
                if depth == 0 { return literals }
                depth -= 1
            case "," where depth == 0: return literals
            case "/" where starts("//"):
                skipLine()
                continue
            default: break
            }
            place += 1
        }
        return literals
    }

    /// The literal that begins here, without its quotes.
    private mutating func string() -> String {
        let quotes = starts("\"\"\"") ? 3 : 1
        let quote = String(repeating: "\"", count: quotes)
        place += quotes
        var result = ""
        while place < text.count, !starts(quote) {
            guard text[place] == "\\" else {
                result.append(text[place])
                place += 1
                continue
            }
            place += 1
            guard place < text.count else { break }
            if text[place] == "(" {
                place += 1
                interpolation()
                result += "…"
            } else {
                // A line break that is none, or a character of its own.
                if text[place] != "\n" { result.append(text[place]) }
                place += 1
            }
        }
        place += quotes
        return result
    }

    private mutating func interpolation() {
        var depth = 1
        while place < text.count, depth > 0 {
            if text[place] == "\"" {
                _ = string()
                continue
            }
            if text[place] == "(" { depth += 1 }
            if text[place] == ")" { depth -= 1 }
            place += 1
        }
    }

    private func starts(_ word: String) -> Bool {
        var index = place
        for character in word {
            guard index < text.count, text[index] == character else { return false }
            index += 1
        }
        return true
    }

    private mutating func skipLine() {
        while place < text.count, text[place] != "\n" { place += 1 }
    }
}

import ZoneCore

/// What a command line says, before it is known which command takes what.
struct ParsedLine: Sendable {
    /// The words of each option in the order given, by long name.
    var given: [(spec: OptionSpec, values: [String])] = []
    /// Command words and arguments.
    var words: [String] = []
    /// Where in `words` the words after `--` begin; these never are command words.
    var literalFrom = Int.max
    /// The first thing wrong. Kept, not thrown, so that `--help` and `--lang` work in a wrong line.
    var problem: Text?

    func has(_ long: String) -> Bool { given.contains { $0.spec.long == long } }

    func lastValue(_ long: String) -> String? {
        given.last { $0.spec.long == long }?.values.last
    }
}

/// Splits a command line into options and words by the declared options of all commands.
///
/// A word is an option when it begins with `-` and is more than that. An option takes what its arity says;
/// a value that begins with `-` is given as `--option=value`. `--` ends the options.
struct Parser {
    let options: [OptionSpec]
    private let byLong: [String: OptionSpec]
    private let byShort: [Character: OptionSpec]

    init(options: [OptionSpec]) {
        self.options = options
        byLong = Dictionary(options.map { ($0.long, $0) }, uniquingKeysWith: { first, _ in first })
        byShort = Dictionary(
            options.compactMap { option in option.short.map { ($0, option) } },
            uniquingKeysWith: { first, _ in first })
    }

    func parse(_ arguments: [String]) -> ParsedLine {
        var line = ParsedLine()
        var rest = arguments[...]
        while let word = rest.popFirst() {
            if word == "--" {
                line.literalFrom = line.words.count
                line.words.append(contentsOf: rest)
                break
            }
            if word.hasPrefix("--") {
                parseLong(word.dropFirst(2), &rest, into: &line)
            } else if Parser.looksLikeOption(word) {
                parseShort(word.dropFirst(), &rest, into: &line)
            } else {
                line.words.append(word)
            }
        }
        return line
    }

    /// `-` alone is a value: standard input.
    static func looksLikeOption(_ word: String) -> Bool {
        word.utf8.count > 1 && word.utf8.first == UInt8(ascii: "-")
    }

    private func parseLong(
        _ text: Substring, _ rest: inout ArraySlice<String>, into line: inout ParsedLine
    ) {
        let split = text.firstIndex(of: "=")
        let name = String(split.map { text[..<$0] } ?? text)
        guard let option = byLong[name] else {
            report(unknown: "--\(name)", candidates: options.map { "--\($0.long)" }, in: &line)
            return
        }
        if let split {
            let value = String(text[text.index(after: split)...])
            guard option.arity != .flag else {
                report(
                    Text(en: "--\(name) takes no value", id: "--\(name) tidak menerima nilai"), in: &line)
                return
            }
            line.given.append((option, [value]))
        } else {
            take(option, "--\(name)", &rest, into: &line)
        }
    }

    /// `-q`, `-qv`, `-z ZONE`, `-zZONE`.
    private func parseShort(
        _ text: Substring, _ rest: inout ArraySlice<String>, into line: inout ParsedLine
    ) {
        var letters = text
        while let letter = letters.popFirst() {
            guard let option = byShort[letter] else {
                report(unknown: "-\(letter)", candidates: [], in: &line)
                return
            }
            if option.arity == .flag {
                line.given.append((option, []))
            } else if letters.isEmpty {
                take(option, "-\(letter)", &rest, into: &line)
            } else {
                line.given.append((option, [String(letters)]))
                return
            }
        }
    }

    private func take(
        _ option: OptionSpec, _ shown: String, _ rest: inout ArraySlice<String>, into line: inout ParsedLine
    ) {
        var values: [String] = []
        let most: Int
        switch option.arity {
        case .flag: most = 0
        case .value, .optionalValue: most = 1
        case .values: most = Int.max
        }
        while values.count < most, let next = rest.first, !Parser.looksLikeOption(next) {
            values.append(next)
            rest.removeFirst()
        }
        if values.isEmpty, option.arity == .value || option.arity == .values {
            let equals = "--\(option.long)=\(option.placeholder)"
            let next = rest.first
            if let next, next != "--", byLong[String(next.dropFirst(2).prefix { $0 != "=" })] == nil {
                report(
                    Text(
                        en: "\(shown) needs a value; one that begins with \"-\" is written \(equals)",
                        id: "\(shown) memerlukan nilai; nilai yang diawali \"-\" ditulis \(equals)"),
                    in: &line)
            } else {
                report(
                    Text(
                        en: "\(shown) needs a value: \(option.usage)",
                        id: "\(shown) memerlukan nilai: \(option.usage)"),
                    in: &line)
            }
        }
        line.given.append((option, values))
    }

    private func report(unknown shown: String, candidates: [String], in line: inout ParsedLine) {
        let hint = Suggestion.nearest(to: shown, in: candidates)
        report(
            Text(
                en: "unknown option \(shown)" + (hint.map { "; did you mean \($0)?" } ?? ""),
                id: "opsi \(shown) tidak dikenal" + (hint.map { "; maksud Anda \($0)?" } ?? "")),
            in: &line)
    }

    private func report(_ text: Text, in line: inout ParsedLine) {
        if line.problem == nil { line.problem = text }
    }
}

/// "Did you mean": the candidate with the fewest typing errors, if they are few for its length.
enum Suggestion {
    static func nearest(to word: String, in candidates: [String]) -> String? {
        let limit = max(1, min(3, word.utf8.count / 3))
        var best: (distance: Int, candidate: String)?
        for candidate in candidates {
            let distance = EditDistance.between(word, candidate, limit: limit + 1)
            if distance <= limit, distance < best?.distance ?? Int.max { best = (distance, candidate) }
        }
        if let best { return best.candidate }
        // The beginning of exactly one is as good as a typing error.
        guard word.utf8.count >= 3 else { return nil }
        let longer = candidates.filter { $0.hasPrefix(word) }
        return longer.count == 1 ? longer.first : nil
    }
}

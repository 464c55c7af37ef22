import RFC1035

/// Takes values out of a JSON5 text and collects all that is wrong with them, each with its place.
struct FaultCollector {
    private(set) var faults: [ProcedureFault] = []

    /// The members of an object, once each and all known.
    struct Members {
        /// Of the object.
        let place: JSON5Value.Place
        /// Put before the names of members; empty or with a dot at its end.
        let path: String
        fileprivate(set) var values: [String: JSON5Value] = [:]

        subscript(_ key: String) -> JSON5Value? { values[key] }
    }

    mutating func report(_ code: String, _ key: String, _ place: JSON5Value.Place, _ text: Text) {
        faults.append(ProcedureFault(code: code, line: place.line, column: place.column, key: key, text: text))
    }

    // MARK: Objects and lists

    /// `nil` when the value is no object.
    mutating func members(
        of value: JSON5Value, _ key: String, known: [String], required: [String] = []
    ) -> Members? {
        guard case .object(let list) = value.content else {
            wrongKind(value, key, Text(en: "an object { … }", id: "objek { … }"))
            return nil
        }
        let path = key.isEmpty ? "" : key + "."
        var result = Members(place: value.place, path: path)
        var first: [String: JSON5Value.Place] = [:]
        for member in list {
            let shown = path + Shown.text(member.key)
            if let earlier = first[member.key] {
                report(
                    "PROCEDURE_DUPLICATE_KEY", shown, member.place,
                    Text(
                        en: "stands already on line \(earlier.line); remove one of the two",
                        id: "sudah ada di baris \(earlier.line); hapus salah satu"))
                continue
            }
            first[member.key] = member.place
            guard known.contains(member.key) else {
                let hint = FaultCollector.hint(member.key, known)
                report(
                    "PROCEDURE_UNKNOWN_KEY", shown, member.place,
                    Text(en: "is not known here; \(hint.en)", id: "tidak dikenal di sini; \(hint.id)"))
                continue
            }
            result.values[member.key] = member.value
        }
        for key in required where first[key] == nil {
            report(
                "PROCEDURE_MISSING", path + key, value.place, Text(en: "is missing", id: "tidak ada"))
        }
        return result
    }

    mutating func list(_ value: JSON5Value, _ key: String) -> [JSON5Value] {
        guard case .array(let values) = value.content else {
            wrongKind(value, key, Text(en: "a list [ … ]", id: "daftar [ … ]"))
            return []
        }
        return values
    }

    mutating func wrongKind(_ value: JSON5Value, _ key: String, _ wanted: Text) {
        report(
            "PROCEDURE_TYPE", key, value.place,
            Text(en: "must be \(wanted.en), not \(value.kind.en)", id: "harus \(wanted.id), bukan \(value.kind.id)"))
    }

    // MARK: Plain values

    static let maximumText = 500

    /// One line of visible characters.
    mutating func text(_ value: JSON5Value, _ key: String) -> String? {
        guard case .string(let text) = value.content else {
            wrongKind(value, key, Text(en: "a text", id: "teks"))
            return nil
        }
        let scalars = text.unicodeScalars
        guard scalars.contains(where: { $0 != " " }) else {
            report(
                "PROCEDURE_VALUE", key, value.place,
                Text(en: "is empty; write it or leave the key out", id: "kosong; isi atau hilangkan kuncinya"))
            return nil
        }
        guard scalars.count <= FaultCollector.maximumText, scalars.allSatisfy(Shown.isVisible) else {
            report(
                "PROCEDURE_VALUE", key, value.place,
                Text(
                    en: "must be one line of at most \(FaultCollector.maximumText) visible characters",
                    id: "harus satu baris, paling banyak \(FaultCollector.maximumText) karakter yang tampak"))
            return nil
        }
        return text
    }

    mutating func texts(_ value: JSON5Value?, _ key: String) -> [String] {
        guard let value else { return [] }
        return list(value, key).compactMap { text($0, key) }
    }

    mutating func bool(_ value: JSON5Value?, _ key: String) -> Bool {
        guard let value else { return false }
        guard case .bool(let bool) = value.content else {
            wrongKind(value, key, Text(en: "true or false", id: "true atau false"))
            return false
        }
        return bool
    }

    mutating func integer(_ value: JSON5Value, _ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard case .number(let digits) = value.content else {
            wrongKind(value, key, Text(en: "a number", id: "angka"))
            return nil
        }
        guard let number = Int(digits), range.contains(number) else {
            report(
                "PROCEDURE_VALUE", key, value.place,
                Text(
                    en: "\(Shown.text(digits)) is not a whole number from \(range.lowerBound) to \(range.upperBound)",
                    id: "\(Shown.text(digits)) bukan bilangan bulat \(range.lowerBound) sampai \(range.upperBound)"))
            return nil
        }
        return number
    }

    // MARK: Words

    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ value: JSON5Value, _ key: String, _: Word.Type
    ) -> Word? where Word.RawValue == String {
        guard let text = text(value, key) else { return nil }
        guard let word = Word(rawValue: text) else {
            let hint = FaultCollector.hint(text, Word.allCases.map(\.rawValue))
            report(
                "PROCEDURE_VALUE", key, value.place,
                Text(
                    en: "“\(Shown.text(text))” is not known; \(hint.en)",
                    id: "“\(Shown.text(text))” tidak dikenal; \(hint.id)"))
            return nil
        }
        return word
    }

    /// A list of words, each once.
    mutating func words<Word: RawRepresentable & CaseIterable & Hashable>(
        _ value: JSON5Value?, _ key: String, _ type: Word.Type, mayBeEmpty: Bool = true
    ) -> [Word] where Word.RawValue == String {
        guard let value else { return [] }
        var result: [Word] = []
        let items = list(value, key)
        for item in items {
            guard let word = word(item, key, type) else { continue }
            guard !result.contains(word) else {
                report(
                    "PROCEDURE_VALUE", key, item.place,
                    Text(en: "“\(word.rawValue)” stands twice", id: "“\(word.rawValue)” tertulis dua kali"))
                continue
            }
            result.append(word)
        }
        if items.isEmpty, !mayBeEmpty, case .array = value.content {
            let choices = Word.allCases.map(\.rawValue).joined(separator: ", ")
            report(
                "PROCEDURE_VALUE", key, value.place,
                Text(
                    en: "is empty; give one at least of \(choices)", id: "kosong; isi paling sedikit satu: \(choices)"))
        }
        return result
    }

    /// What would have been right: the nearest word, or all.
    static func hint(_ text: String, _ choices: [String]) -> Text {
        let limit = max(1, min(3, text.utf8.count / 3))
        var best: (distance: Int, choice: String)?
        for choice in choices {
            let distance = EditDistance.between(text, choice, limit: limit + 1)
            if distance <= limit, distance < best?.distance ?? Int.max { best = (distance, choice) }
        }
        if let best { return Text(en: "did you mean \(best.choice)?", id: "maksudnya \(best.choice)?") }
        let all = choices.joined(separator: ", ")
        return Text(en: "there are: \(all)", id: "pilihannya: \(all)")
    }
}

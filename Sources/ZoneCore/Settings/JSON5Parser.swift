import RFC1035

/// Reads JSON5 (json5.org): JSON with comments, trailing commas, unquoted keys and single quotes.
///
/// Foundation's reader is not used because it takes the last of two equal keys without a word and does not say
/// on which line a wrong value stands; in a file that decides what an office may do, both matter.
struct JSON5Parser {
    private let octets: [UInt8]
    private var index = 0
    private var line = 1
    private var lineStart = 0

    /// Lists and objects inside each other, at most.
    private static let maximumDepth = 32

    static func parse(_ octets: [UInt8]) throws(JSON5Error) -> JSON5Value {
        var parser = JSON5Parser(octets: octets)
        if octets.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw parser.error(
                en: "the file begins with a byte order mark; save it as UTF-8 without one",
                id: "berkas diawali tanda urutan bita (BOM); simpan sebagai UTF-8 tanpa BOM")
        }
        if octets.starts(with: [0xFF, 0xFE]) || octets.starts(with: [0xFE, 0xFF]) {
            throw parser.error(
                en: "the file is UTF-16; save it as UTF-8", id: "berkas berupa UTF-16; simpan sebagai UTF-8")
        }
        try parser.skipBlanks()
        guard parser.index < octets.count else {
            throw parser.error(en: "the file is empty", id: "berkas kosong")
        }
        let value = try parser.value(depth: 0)
        try parser.skipBlanks()
        guard parser.index == octets.count else {
            throw parser.error(
                en: "something follows after the end of the settings", id: "ada teks setelah akhir pengaturan")
        }
        return value
    }

    private init(octets: [UInt8]) { self.octets = octets }

    private var place: JSON5Value.Place { .init(line: line, column: index - lineStart + 1) }
    private var current: UInt8? { index < octets.count ? octets[index] : nil }

    private func error(en: String, id: String) -> JSON5Error {
        JSON5Error(place: place, text: Text(en: en, id: id))
    }

    private func at(_ character: Unicode.Scalar) -> Bool { current == UInt8(truncatingIfNeeded: character.value) }

    private mutating func advance() {
        if current == 10 {
            line += 1
            lineStart = index + 1
        }
        index += 1
    }

    private mutating func skipBlanks() throws(JSON5Error) {
        while let octet = current {
            switch octet {
            case 9, 10, 11, 12, 13, 32:
                advance()
            case UInt8(ascii: "/"):
                let next = index + 1 < octets.count ? octets[index + 1] : 0
                if next == UInt8(ascii: "/") {
                    while let octet = current, octet != 10 {
                        _ = octet
                        advance()
                    }
                } else if next == UInt8(ascii: "*") {
                    let start = self
                    advance()
                    advance()
                    while index + 1 < octets.count,
                        !(octets[index] == UInt8(ascii: "*") && octets[index + 1] == UInt8(ascii: "/"))
                    { advance() }
                    guard index + 1 < octets.count else {
                        throw start.error(en: "the comment /* has no end */", id: "komentar /* tidak ditutup */")
                    }
                    advance()
                    advance()
                } else {
                    throw error(en: "unexpected “/”", id: "“/” tidak pada tempatnya")
                }
            case 0xC2 where index + 1 < octets.count && octets[index + 1] == 0xA0:
                throw error(
                    en: "a no-break space (U+00A0), probably pasted from a document; use a plain space",
                    id: "spasi tak putus (U+00A0), mungkin tersalin dari dokumen; pakai spasi biasa")
            default:
                return
            }
        }
    }

    private mutating func value(depth: Int) throws(JSON5Error) -> JSON5Value {
        guard depth < JSON5Parser.maximumDepth else {
            throw error(en: "nested too deeply", id: "bersarang terlalu dalam")
        }
        let start = place
        switch current {
        case UInt8(ascii: "{"): return JSON5Value(content: try object(depth: depth), place: start)
        case UInt8(ascii: "["): return JSON5Value(content: try array(depth: depth), place: start)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return JSON5Value(content: .string(try string()), place: start)
        case nil: throw error(en: "a value is missing at the end", id: "nilai hilang di akhir berkas")
        case .some(0x80...): throw unexpected()
        default: break
        }
        let word = self.word()
        switch word {
        case "true": return JSON5Value(content: .bool(true), place: start)
        case "false": return JSON5Value(content: .bool(false), place: start)
        case "null": return JSON5Value(content: .null, place: start)
        case "": throw unexpected()
        default: break
        }
        guard let first = word.utf8.first, ASCII.isDigit(first) || "+-.".utf8.contains(first) else {
            throw JSON5Error(
                place: start,
                text: Text(
                    en: "“\(Shown.text(word))” is not a value; texts stand in quotes",
                    id: "“\(Shown.text(word))” bukan nilai; teks ditulis di antara tanda kutip"))
        }
        return JSON5Value(content: .number(word), place: start)
    }

    private func unexpected() -> JSON5Error {
        guard index < octets.count else {
            return error(en: "the file ends too early", id: "berkas berakhir terlalu dini")
        }
        let rest = String(decoding: octets[index..<min(index + 4, octets.count)], as: UTF8.self)
        guard let scalar = rest.unicodeScalars.first else {
            return error(en: "the file ends too early", id: "berkas berakhir terlalu dini")
        }
        let shown = scalar.isASCII && Shown.isVisible(scalar) ? "“\(scalar)”" : CodePoints.describe(scalar)
        return error(en: "unexpected \(shown)", id: "\(shown) tidak pada tempatnya")
    }

    /// Letters, digits, and what else stands in numbers and unquoted keys.
    private mutating func word() -> String {
        let start = index
        while let octet = current,
            ASCII.isAlphanumeric(octet) || octet == UInt8(ascii: "_") || octet == UInt8(ascii: "$")
                || octet == UInt8(ascii: "+") || octet == UInt8(ascii: "-") || octet == UInt8(ascii: ".")
        { index += 1 }
        return String(decoding: octets[start..<index], as: UTF8.self)
    }

    private mutating func object(depth: Int) throws(JSON5Error) -> JSON5Value.Content {
        let start = self
        advance()
        var members: [JSON5Value.Member] = []
        while true {
            try skipBlanks()
            guard current != nil else { throw start.error(en: "“{” is not closed", id: "“{” tidak ditutup") }
            if at("}") {
                advance()
                return .object(members)
            }
            let keyPlace = place
            let key = at("\"") || at("'") ? try string() : word()
            guard !key.isEmpty || keyPlace != place else { throw unexpected() }
            try skipBlanks()
            guard at(":") else {
                throw error(
                    en: "“:” is missing after the key “\(Shown.text(key))”",
                    id: "“:” hilang setelah kunci “\(Shown.text(key))”")
            }
            advance()
            try skipBlanks()
            members.append(.init(key: key, place: keyPlace, value: try value(depth: depth + 1)))
            try skipBlanks()
            if at(",") {
                advance()
            } else if !at("}") {
                guard current != nil else { throw start.error(en: "“{” is not closed", id: "“{” tidak ditutup") }
                throw error(
                    en: "“,” is missing after the value of “\(Shown.text(key))”",
                    id: "“,” hilang setelah nilai “\(Shown.text(key))”")
            }
        }
    }

    private mutating func array(depth: Int) throws(JSON5Error) -> JSON5Value.Content {
        let start = self
        advance()
        var values: [JSON5Value] = []
        while true {
            try skipBlanks()
            guard current != nil else { throw start.error(en: "“[” is not closed", id: "“[” tidak ditutup") }
            if at("]") {
                advance()
                return .array(values)
            }
            values.append(try value(depth: depth + 1))
            try skipBlanks()
            if at(",") {
                advance()
            } else if !at("]") {
                guard current != nil else { throw start.error(en: "“[” is not closed", id: "“[” tidak ditutup") }
                throw error(en: "“,” is missing between two values", id: "“,” hilang di antara dua nilai")
            }
        }
    }

    private mutating func string() throws(JSON5Error) -> String {
        let start = self
        let quote = current
        advance()
        var result: [UInt8] = []
        while let octet = current {
            if octet == quote {
                advance()
                guard let text = String(validating: result, as: UTF8.self) else {
                    throw start.error(en: "the text is not UTF-8", id: "teks bukan UTF-8")
                }
                return text
            }
            switch octet {
            case 10, 13:
                throw start.error(en: "the text is not closed on its line", id: "teks tidak ditutup di barisnya")
            case UInt8(ascii: "\\"):
                advance()
                try escape(into: &result)
            case 0..<32:
                throw error(en: "a control character in a text", id: "karakter kendali di dalam teks")
            default:
                result.append(octet)
                advance()
            }
        }
        throw start.error(en: "the text is not closed", id: "teks tidak ditutup")
    }

    private mutating func escape(into result: inout [UInt8]) throws(JSON5Error) {
        guard let octet = current else { throw error(en: "the text is not closed", id: "teks tidak ditutup") }
        switch octet {
        case UInt8(ascii: "n"): result.append(10)
        case UInt8(ascii: "t"): result.append(9)
        case UInt8(ascii: "r"): result.append(13)
        case UInt8(ascii: "b"): result.append(8)
        case UInt8(ascii: "f"): result.append(12)
        case UInt8(ascii: "x"), UInt8(ascii: "u"):
            let count = octet == UInt8(ascii: "x") ? 2 : 4
            guard var value = hexadecimal(at: index + 1, count: count) else {
                throw error(
                    en: "an escape lacks its \(count) hexadecimal digits", id: "kurang \(count) angka heksadesimal")
            }
            index += count
            if 0xD800..<0xDC00 ~= value {
                guard index + 2 < octets.count, octets[index + 1] == UInt8(ascii: "\\"),
                    octets[index + 2] == UInt8(ascii: "u"), let low = hexadecimal(at: index + 3, count: 4),
                    0xDC00..<0xE000 ~= low
                else { throw error(en: "half a surrogate pair", id: "pasangan surogat tidak lengkap") }
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
                index += 6
            }
            guard let scalar = Unicode.Scalar(value) else {
                throw error(en: "half a surrogate pair", id: "pasangan surogat tidak lengkap")
            }
            result += String(scalar).utf8
        case 10: break  // a continued line
        case UInt8(ascii: "1")...UInt8(ascii: "9"):
            throw error(en: "an octal escape", id: "urutan oktal")
        case UInt8(ascii: "0"): result.append(0)
        default: result.append(octet)
        }
        advance()
    }

    private func hexadecimal(at start: Int, count: Int) -> UInt32? {
        guard start + count <= octets.count else { return nil }
        var value: UInt32 = 0
        for octet in octets[start..<(start + count)] {
            guard let digit = ASCII.hexadecimalValue(octet) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}

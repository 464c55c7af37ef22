/// A text of a letter: plain, with words that are to stand out. Written as a string literal; what is put in is always
/// plain text, whatever characters it has:
///
///     "nama subdomain \(name) \(strong: "dapat") kami setujui"
public struct LetterText: Hashable, Sendable, ExpressibleByStringInterpolation {
    public struct Run: Hashable, Sendable {
        public var text: String
        public var isStrong: Bool
    }

    public var runs: [Run] = []

    public init(_ text: String) { add(text, isStrong: false) }
    public init(stringLiteral text: String) { add(text, isStrong: false) }
    public init(stringInterpolation parts: Interpolation) { runs = parts.text.runs }

    public struct Interpolation: StringInterpolationProtocol {
        var text = LetterText("")

        public init(literalCapacity: Int, interpolationCount: Int) {}
        public mutating func appendLiteral(_ literal: String) { text.add(literal, isStrong: false) }
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            text.add(value.description, isStrong: false)
        }
        public mutating func appendInterpolation(strong value: String) { text.add(value, isStrong: true) }
        public mutating func appendInterpolation(_ value: LetterText) { text.runs += value.runs }
    }

    private mutating func add(_ text: String, isStrong: Bool) {
        if !text.isEmpty { runs.append(Run(text: text, isStrong: isStrong)) }
    }

    /// Without what stands out.
    public var plain: String { runs.map(\.text).joined() }
    public var isEmpty: Bool { runs.isEmpty }
}

/// Characters as letters may have them. What a form contains goes into letters that people sign: nothing in it may
/// turn the direction of the line, hide, break out of its place or steer a terminal.
enum LetterCharacters {
    /// One line: every kind of blank and line break becomes a space, everything else that is invisible its code
    /// point, `<U+202E>`.
    static func shown(_ text: String) -> String {
        if text.unicodeScalars.allSatisfy(Shown.isVisible) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if Shown.isVisible(scalar) {
                result.unicodeScalars.append(scalar)
            } else if isBlank(scalar) {
                result += " "
            } else {
                result += "<\(CodePoints.number(scalar))>"
            }
        }
        return result
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: true
        default: 0x09...0x0D ~= scalar.value || scalar.value == 0x85
        }
    }

    /// Columns that a text takes in a fixed-width font: none for marks that combine, two for wide letters.
    static func columns(_ text: String) -> Int {
        text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.unicodeScalars.reduce(0) { $0 + columns($1) }
    }

    static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: 0
        default:
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                2
            default: 1
            }
        }
    }
}

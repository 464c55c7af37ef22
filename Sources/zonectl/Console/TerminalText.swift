import ZoneCore

/// Text made fit for a terminal or a line of a log.
enum TerminalText {
    /// Control characters, line ends among them, and characters that are invisible or turn the direction of
    /// writing are shown as `\x1B`, `\u{202E}`: nothing from a request or a file can steer a terminal, forge a
    /// second line or look like another text.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if mustEscape(scalar) { result += escape(scalar) } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }

    /// Octets that are no text.
    static func escaped(octets: some Sequence<UInt8>) -> String {
        octets.reduce(into: "") { text, octet in
            let scalar = Unicode.Scalar(octet)
            text += 0x20...0x7E ~= octet ? String(scalar) : escape(scalar)
        }
    }

    static func mustEscape(_ scalar: Unicode.Scalar) -> Bool { !Shown.isVisible(scalar) }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
        if scalar.value <= 0xFF { return "\\x" + (hexadecimal.count == 1 ? "0" : "") + hexadecimal }
        return "\\u{\(hexadecimal)}"
    }

    /// Columns a terminal gives the text: none for combining marks, two for East Asian wide characters.
    static func width(_ text: some StringProtocol) -> Int {
        var octets = 0
        var plain = true
        for octet in text.utf8 {
            octets += 1
            if octet >= 0x7F {
                plain = false
                break
            }
        }
        if plain { return octets }
        return text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    static func width(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    /// Breaks text into lines of at most `width` columns, between words where it can, inside them where a
    /// word alone is wider. Blanks stay as they are, but not where a line is broken.
    ///
    /// - Parameter first: columns of the first line, where that has others.
    static func wrap(_ text: String, width rest: Int, first: Int? = nil) -> [String] {
        var width = max(first ?? rest, 1)
        if TerminalText.width(text) <= width { return [text] }
        var lines: [String] = [] { didSet { width = max(rest, 1) } }
        var line = ""
        var used = 0
        // Before the word; the split is at each blank.
        var blanks = -1
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            blanks += 1
            guard !word.isEmpty else { continue }
            defer { blanks = 0 }
            let needed = TerminalText.width(word)
            if used > 0 || lines.isEmpty, used + blanks + needed <= width {
                line += String(repeating: " ", count: blanks) + word
                used += blanks + needed
                continue
            }
            if used > 0 {
                lines.append(line)
                line = ""
                used = 0
            }
            if needed <= width {
                line = String(word)
                used = needed
                continue
            }
            for scalar in word.unicodeScalars {
                let more = TerminalText.width(scalar)
                if used + more > width, used > 0 {
                    lines.append(line)
                    line = ""
                    used = 0
                }
                line.unicodeScalars.append(scalar)
                used += more
            }
        }
        if used > 0 || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// As ``wrap(_:width:)``, with every line but the first `indent` columns in.
    static func hanging(_ text: String, indent: Int, width: Int) -> [String] {
        wrap(text, width: width - indent, first: width).enumerated().map { index, line in
            index == 0 ? line : String(repeating: " ", count: indent) + line
        }
    }

    static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - TerminalText.width(text)))
    }
}

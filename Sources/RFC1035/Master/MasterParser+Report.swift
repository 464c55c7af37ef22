extension MasterParser {
    /// How much of a long line an excerpt shows before and after the place.
    private static var excerptReach: Int { 96 }

    /// Turns a fault into a finding with line, column and excerpt; they are computed here and nowhere else.
    @inline(never) mutating func report(_ fault: Fault, isRecord: Bool) {
        add(fault.reason, isRecord ? subject(of: fault.reason) : .entry, number: faultNumber, at: Int(fault.at))
    }

    /// A warning about the record at hand, or about what stands at an offset of the window.
    @inline(never) mutating func report(warning reason: FaultReason, number: UInt64 = 0, at offset: Int? = nil) {
        add(reason, .entry, number: number, at: offset ?? lineStart)
    }

    /// A warning about the field at hand.
    @inline(never) mutating func warn(_ reason: FaultReason, number: UInt64 = 0, at offset: Int) {
        add(reason, subject(of: reason), number: number, at: offset)
    }

    /// A warning about a word that BIND does not read, the first of its record: finding places in a long line takes
    /// time, and a line may be nothing but such words.
    @inline(never) mutating func warnOfUnknownWord(_ reason: FaultReason, _ number: UInt16, at offset: Int) {
        guard line != lineOfUnknownWord else { return }
        lineOfUnknownWord = line
        warn(reason, number: UInt64(number), at: offset)
    }

    private func subject(of reason: FaultReason) -> MasterFinding.Subject {
        if let directiveAtHand {
            return reason.concernsLines || operand.isEmpty ? .entry : .operand(operand, of: directiveAtHand.rawValue)
        }
        if typeIsKnown && fieldIndex >= 0 && !reason.concernsLines {
            let type = RecordType(rawValue: typeNumber)
            guard let row = type.row, fieldIndex < row.fields.count else { return .data(of: type) }
            return .field(row.fields[fieldIndex].name, of: type)
        }
        return reason.concernsName ? .owner : .entry
    }

    private func add(_ reason: FaultReason, _ subject: MasterFinding.Subject, number: UInt64, at offset: Int) {
        let from = min(offset, max(window.count - 1, 0))
        let to = endOfToken(from)
        let start = Octets.startOfLine(buffer, from, notBefore: min(lineStart, from))
        var end = from
        while end < window.count && buffer[end] != 0x0A { end += 1 }
        let first = max(start, from - Self.excerptReach)
        let last = max(from, min(end, from + Self.excerptReach))
        var place = (line: line + Octets.count(buffer + lineStart, from - lineStart, 0x0A), column: from - start + 1)
        var iteration: Int?
        if let generated {
            iteration = generated.iteration(ofLine: place.line)
            place = generated.place(of: subject)
        }
        session.add(
            MasterFinding(
                reason, in: subject, token: EscapedOctets.text(buffer + from, min(to - from, 80)), number: number,
                iteration: iteration, file: file.name, line: place.line, column: place.column,
                owner: ownerAtHand?.description,
                excerpt: Array(UnsafeBufferPointer(start: buffer + first, count: last - first)),
                caret: (from - first)..<(max(from + 1, min(to, last)) - first)))
    }

    /// Where the text at `start` ends: behind the closing quote where it is quoted, else with the word.
    private func endOfToken(_ start: Int) -> Int {
        var end = start
        let quoted = start < window.count && buffer[start] == UInt8(ascii: "\"")
        if quoted, let close = closingQuote(start) { return close + 1 }
        if quoted { end += 1 }
        while end < window.count && buffer[end] > 0x20
            && (quoted || buffer[end] != UInt8(ascii: ";") && !Octets.isControl(buffer[end]))
        {
            end += 1
        }
        return max(end, start + 1)
    }

    /// The quote that closes the one at `start` on the same line.
    private func closingQuote(_ start: Int) -> Int? {
        var at = start + 1
        while at < window.count && buffer[at] != UInt8(ascii: "\n") {
            if buffer[at] == UInt8(ascii: "\"") { return at }
            let isEscape = buffer[at] == UInt8(ascii: "\\") && at + 1 < window.count
            at += isEscape && buffer[at + 1] != UInt8(ascii: "\n") ? 2 : 1
        }
        return nil
    }
}

/// Octets from outside made fit to print.
enum EscapedOctets {
    /// Octets as text; what is not printable ASCII becomes `\DDD`.
    static func text(_ start: UnsafePointer<UInt8>, _ count: Int) -> String {
        var text = ""
        for index in 0..<max(0, count) {
            let octet = start[index]
            if 0x20...0x7E ~= octet {
                text.unicodeScalars.append(Unicode.Scalar(octet))
            } else {
                let digits = String(octet)
                text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            }
        }
        return text
    }
}

extension EscapedOctets {
    static func text(_ octets: UnsafeBufferPointer<UInt8>) -> String {
        octets.baseAddress.map { text($0, octets.count) } ?? ""
    }
}

extension FaultReason {
    /// Whether it is about how the lines hang together and not about a field.
    var concernsLines: Bool {
        switch self {
        case .unclosedParenthesis, .nestedParenthesis, .extraParenthesis, .parenthesisFirst, .directiveParenthesis,
            .unclosedQuote, .loneCarriageReturn, .nul, .recordTooLong, .zoneTooLarge, .extraOperand, .missingTTL:
            true
        default: false
        }
    }

    var concernsName: Bool {
        switch self {
        case .emptyLabel, .labelTooLong, .nameTooLong, .bitStringLabel, .badEscape, .quoted: true
        default: false
        }
    }
}

extension MasterParser {
    /// How much of a long line an excerpt shows before and after the place.
    private static var excerptReach: Int { 96 }

    /// Turns a fault into a finding with line, column and excerpt; they are computed here and nowhere else.
    @inline(never) mutating func report(_ fault: Fault, isRecord: Bool) {
        let at = min(Int(fault.at), max(window.count - 1, 0))
        let tokenEnd = endOfToken(at)
        let token = Printable.text(buffer + at, min(tokenEnd - at, 80))
        var message = fault.reason.message(token)
        if isRecord && typeIsKnown && fieldIndex >= 0 && !fault.reason.concernsLines {
            let type = RecordType(rawValue: typeNumber)
            if let row = type.row, fieldIndex < row.fields.count {
                message = "invalid \(row.fields[fieldIndex].name) in \(type): \(message)"
            } else {
                message = "invalid data in \(type): \(message)"
            }
        } else if isRecord && fault.reason.concernsName {
            message = "invalid owner: \(message)"
        }
        add(.error, fault.reason.code, message, from: at, to: tokenEnd)
    }

    /// A warning about the record at hand.
    @inline(never) mutating func report(warning code: String, _ message: String) {
        let at = min(lineStart, max(window.count - 1, 0))
        add(.warning, code, message, from: at, to: endOfToken(at))
    }

    private func add(
        _ severity: MasterFinding.Severity, _ code: String, _ message: String, from: Int, to: Int
    ) {
        let start = Octets.startOfLine(buffer, from, notBefore: min(lineStart, from))
        var end = from
        while end < window.count && buffer[end] != 0x0A { end += 1 }
        let first = max(start, from - Self.excerptReach)
        let last = max(from, min(end, from + Self.excerptReach))
        session.add(
            MasterFinding(
                severity: severity, code: code, file: file.name,
                line: line + Octets.count(buffer + lineStart, from - lineStart, 0x0A),
                column: from - start + 1, message: message, owner: currentOwner?.description,
                excerpt: Array(UnsafeBufferPointer(start: buffer + first, count: last - first)),
                caret: (from - first)..<(max(from + 1, min(to, last)) - first)))
    }

    private func endOfToken(_ start: Int) -> Int {
        var end = start
        let quoted = start < window.count && buffer[start] == UInt8(ascii: "\"")
        if quoted { end += 1 }
        while end < window.count && buffer[end] > 0x20
            && (quoted || buffer[end] != UInt8(ascii: ";") && !Octets.isControl(buffer[end]))
        {
            end += 1
        }
        return max(end, start + 1)
    }

    /// The owner that records without one take.
    var currentOwner: Name? {
        guard ownerLength > 0 else { return nil }
        return Name(wire: UnsafeBufferPointer(start: arena + Int(owner), count: ownerLength))
    }
}

/// Text from outside made fit to print.
enum Printable {
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

extension FaultReason {
    /// Whether it is about how the lines hang together and not about a field.
    var concernsLines: Bool {
        switch self {
        case .unclosedParenthesis, .nestedParenthesis, .extraParenthesis, .unclosedQuote, .loneCarriageReturn,
            .recordTooLong, .zoneTooLarge:
            true
        default: false
        }
    }

    var concernsName: Bool {
        switch self {
        case .emptyLabel, .labelTooLong, .nameTooLong, .badEscape, .quoted: true
        default: false
        }
    }
}

// The tokens of an entry, one after the other, over the parentheses and lines between them.

extension MasterParser {
    /// The bounds of the next field's token; parentheses and the lines inside them are passed over.
    @inline(__always) mutating func field() throws(Fault) -> (start: Int, end: Int) {
        while true {
            let start = Int(starts[index])
            if Octets.isControl(buffer[start]) {
                try control(start)
                continue
            }
            let end = Int(ends[index])
            index &+= 1
            return (start, end)
        }
    }

    /// Whether the record has another field.
    @inline(__always) mutating func hasField() throws(Fault) -> Bool {
        while true {
            let start = Int(starts[index])
            if !Octets.isControl(buffer[start]) { return true }
            if depth == 0 && (buffer[start] == UInt8(ascii: "\n") || buffer[start] == UInt8(ascii: "\r")) {
                try endOfTape()
                return false
            }
            try control(start)
        }
    }

    /// A token of one octet where a field should stand.
    @inline(never) private mutating func control(_ start: Int) throws(Fault) {
        switch buffer[start] {
        case UInt8(ascii: "("):
            guard depth == 0 else { throw Fault(.nestedParenthesis, at: start) }
            depth = 1
        case UInt8(ascii: ")"):
            guard depth > 0 else { throw Fault(.extraParenthesis, at: start) }
            depth = 0
        case 0:
            throw Fault(.nul, at: start)
        default:
            try endOfTape()
            guard depth > 0 else {
                let isNamed = fieldIndex >= 0 || directiveAtHand != nil
                throw Fault(isNamed ? .missing : typeIsKnown ? .missingRdata : .missingType, at: start)
            }
            if buffer[start] == UInt8(ascii: "\n") { linesPassed += 1 } else { warnOfCarriageReturn(at: start) }
        }
        index += 1
    }

    /// A carriage return without newline ends the line for BIND and NSD; Knot reads no such file. Once a file.
    @inline(never) private mutating func warnOfCarriageReturn(at start: Int) {
        if !hasToldCarriageReturn { report(warning: .loneCarriageReturn, at: start) }
        hasToldCarriageReturn = true
    }

    @inline(__always) mutating func endOfRecord() throws(Fault) {
        let start = Int(starts[index])
        if buffer[start] == UInt8(ascii: "\n") && depth == 0 && index < tokenCount {
            index &+= 1
            return
        }
        guard try !hasField() else {
            fieldIndex = -1
            throw Fault(directiveAtHand == nil ? .extra : .extraOperand, at: Int(starts[index]))
        }
        let last = Int(starts[index])
        if buffer[last] == UInt8(ascii: "\r") {
            warnOfCarriageReturn(at: last)
            // Lines are counted by their newlines.
            linesPassed -= 1
        }
        index += 1
    }

    @inline(__always) mutating func endOfLine() throws(Fault) {
        try endOfRecord()
        advanceLine()
    }

    @inline(__always) func endOfTape() throws(Fault) {
        if index >= tokenCount { throw Fault(.needsMore, at: 0) }
    }
}

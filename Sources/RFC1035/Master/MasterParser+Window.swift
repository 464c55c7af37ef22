extension MasterParser {
    /// Moves the window so that the current line stands at its front, and tokenises it.
    mutating func load(keepingFrom offset: Int) {
        window.advance(keepingFrom: offset)
        buffer = window.buffer
        tape.scan(buffer, limit: window.limit, sentinel: window.sentinel)
        starts = tape.starts
        ends = tape.ends
        tokenCount = tape.count
        index = 0
        lineStart = 0
        pendingOwnerLength = 0
    }

    /// More input for the entry that begins with token `first`; false at the end of the file.
    mutating func refill(_ first: Int) -> Bool {
        pendingOwnerLength = 0
        if window.isAtEnd {
            if first >= tokenCount && tape.openQuote == nil { return false }
            recover(from: unclosed(first), first: first)
            return true
        }
        if lineStart == 0 && window.isFull && window.count >= window.capacity {
            report(Fault(.recordTooLong, at: lineStart), isRecord: true)
            skipLine(from: 0)
            return true
        }
        load(keepingFrom: lineStart)
        return true
    }

    /// The fault of an entry that the end of the file cut off: only a quote or a parenthesis that is never
    /// closed swallows the last newline.
    private func unclosed(_ first: Int) -> Fault {
        if let quote = tape.openQuote { return Fault(.unclosedQuote, at: quote) }
        var at = first
        while at < tokenCount && buffer[Int(starts[at])] != UInt8(ascii: "(") { at += 1 }
        return Fault(.unclosedParenthesis, at: at < tokenCount ? Int(starts[at]) : lineStart)
    }

    /// Reports `fault` and goes on with the next record, so that one broken record costs one message.
    mutating func recover(from fault: Fault, first: Int) {
        defer {
            pendingOwnerLength = 0
            hasOwner = false
            directiveAtHand = nil
            faultNumber = 0
        }
        var fault = fault
        // Where the record ends, by its parentheses.
        var open = 0
        var openAt = 0
        var at = first
        var ended = false
        if fault.reason != .unclosedQuote {
            while at < tokenCount {
                let octet = buffer[Int(starts[at])]
                if octet == UInt8(ascii: "(") {
                    if open == 0 { openAt = Int(starts[at]) }
                    open += 1
                } else if octet == UInt8(ascii: ")") {
                    open = max(0, open - 1)
                } else if open == 0 && (octet == UInt8(ascii: "\n") || octet == UInt8(ascii: "\r")) {
                    ended = true
                    break
                }
                at += 1
            }
            // One window from the record's start is enough to look through for its end: a parenthesis open for
            // longer is taken for forgotten, so that many of them do not cost a look through the whole file each.
            if !ended && !window.isAtEnd && lineStart > 0 {
                load(keepingFrom: lineStart)
                return
            }
        }
        if ended {
            report(fault, isRecord: true)
            let newline = Int(starts[at])
            line += Octets.count(buffer + lineStart, newline + 1 - lineStart, UInt8(ascii: "\n"))
            lineStart = newline + 1
            index = at + 1
            return
        }
        // Never closed: go on with the line where reading stumbled, if that line may be a record of its own.
        let stumbled = Octets.startOfLine(buffer, Int(fault.at), notBefore: lineStart)
        if open > 0 { fault = Fault(.unclosedParenthesis, at: openAt) }
        report(fault, isRecord: true)
        if open > 0 && stumbled > openAt && !Octets.isBlank(buffer[stumbled]) {
            line += Octets.count(buffer + lineStart, stumbled - lineStart, UInt8(ascii: "\n"))
            load(keepingFrom: stumbled)
        } else {
            skipLine(from: Int(fault.at))
        }
    }

    /// Goes on after the newline that ends the line at `offset`, wherever in the input that is.
    private mutating func skipLine(from offset: Int) {
        var offset = offset
        line += Octets.count(buffer + lineStart, max(0, offset - lineStart), UInt8(ascii: "\n"))
        while true {
            offset = Octets.first(UInt8(ascii: "\n"), buffer, from: offset, to: window.count)
            if offset < window.count {
                line += 1
                load(keepingFrom: offset + 1)
                return
            }
            if window.isAtEnd {
                load(keepingFrom: window.count)
                return
            }
            window.advance(keepingFrom: window.count)
            buffer = window.buffer
            offset = 0
        }
    }
}

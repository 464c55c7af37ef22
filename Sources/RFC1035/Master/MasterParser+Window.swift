extension MasterParser {
    /// Moves the window so that the current line stands at its front, and tokenises it.
    mutating func load(keepingFrom offset: Int) {
        keepOwner(ownerOctets)
        window.advance(keepingFrom: offset)
        buffer = window.buffer
        tape.scan(buffer, limit: window.limit, sentinel: window.sentinel)
        starts = tape.starts
        ends = tape.ends
        tokenCount = tape.count
        index = 0
        lineStart = 0
        pendingOwnerLength = 0
        annotations.index = 0
        seekAnnotation()
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
            if cutBlanksAndComment(first) { return true }
            if let quote = openQuote(first) {
                recover(from: Fault(.unclosedQuote, at: quote), first: first)
            } else {
                let isOpen = openParenthesis(first, before: window.count) != nil
                report(Fault(.recordTooLong, at: lineStart), isRecord: true)
                skipLine(from: 0)
                if isOpen { skipGroup() }
            }
            return true
        }
        load(keepingFrom: lineStart)
        return true
    }

    /// Octets of a comment that are kept: more than what is addressed to the program may take.
    private static var keptOfComment: Int { 4096 }

    /// Makes room in a full window where blanks or a comment fill it behind the tokens of the entry that begins with
    /// token `first`: outside of parentheses they count for nothing, however long they are.
    private mutating func cutBlanksAndComment(_ first: Int) -> Bool {
        guard tape.openQuote == nil, openParenthesis(first, before: window.count) == nil else { return false }
        let start = tokenCount > first ? Int(ends[tokenCount - 1]) : 0
        var end = start
        while end < window.count && Octets.isBlank(buffer[end]) { end += 1 }
        var cut = min(start + 1, end)..<end
        if end < window.count, buffer[end] == UInt8(ascii: ";") {
            let newline = Octets.first(UInt8(ascii: "\n"), buffer, from: end, to: window.count)
            let comment = min(end + Self.keptOfComment, newline)..<newline
            if comment.count > cut.count { cut = comment }
        }
        // The rest is looked through again each time.
        guard cut.count > window.capacity / 4 else { return false }
        window.remove(cut)
        load(keepingFrom: 0)
        return true
    }

    /// The fault of an entry that the end of the file cut off: only a quote or a parenthesis that is never
    /// closed swallows the last newline.
    private func unclosed(_ first: Int) -> Fault {
        if let quote = openQuote(first) ?? tape.openQuote { return Fault(.unclosedQuote, at: quote) }
        return Fault(.unclosedParenthesis, at: openParenthesis(first, before: window.count) ?? lineStart)
    }

    /// The first quote of the entry beginning with token `first` that is not closed on its line: behind it all quotes
    /// are inside out.
    private func openQuote(_ first: Int, upTo offset: Int = .max) -> Int? {
        var at = first
        while at < tokenCount && Int(starts[at]) <= offset {
            let (start, end) = (Int(starts[at]), Int(ends[at]))
            if buffer[start] == UInt8(ascii: "\""), spansLines(start, end) { return start }
            at += 1
        }
        guard let quote = tape.openQuote, quote <= offset, spansLines(quote, window.count) else { return nil }
        return quote
    }

    private func spansLines(_ start: Int, _ end: Int) -> Bool {
        Octets.first(UInt8(ascii: "\n"), buffer, from: start, to: end) < end
    }

    /// The parenthesis of the entry beginning with token `first` that is open at an offset.
    private func openParenthesis(_ first: Int, before offset: Int) -> Int? {
        var open: Int?
        var at = first
        while at < tokenCount && Int(starts[at]) < offset {
            switch buffer[Int(starts[at])] {
            case UInt8(ascii: "("): open = open ?? Int(starts[at])
            case UInt8(ascii: ")"): open = nil
            default: break
            }
            at += 1
        }
        return open
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
        if fault.reason == .unclosedQuote {
            skip(fault, first: first)
            return
        }
        // Where the record ends, by its parentheses.
        var open = 0
        var openAt = 0
        var at = first
        var ended = false
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
        if ended {
            report(fault, isRecord: true)
            let newline = Int(starts[at])
            let (entryLine, entryStart) = (line, lineStart)
            line += Octets.count(buffer + lineStart, newline + 1 - lineStart, UInt8(ascii: "\n"))
            lineStart = newline + 1
            index = at + 1
            if nextAnnotation < UInt32(truncatingIfNeeded: lineStart) {
                annotate(from: entryLine, startingAt: entryStart)
            }
            return
        }
        if open > 0, let quote = openQuote(first, upTo: max(Int(fault.at), Int(starts[max(first, index - 1)]))) {
            skip(Fault(.unclosedQuote, at: quote), first: first)
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
            if open > 0 { skipGroup() }
        }
    }

    /// How far behind an open quote the end of its group is looked for.
    private static var groupReach: Int { 1 << 16 }

    /// Reports an open quote and goes on with the next line, or, inside parentheses, after the line that closes them.
    private mutating func skip(_ fault: Fault, first: Int) {
        let quote = Int(fault.at)
        var group = OpenGroup()
        group.passText(
            buffer, from: quote + 1,
            to: Octets.first(UInt8(ascii: "\n"), buffer, from: quote, to: window.count))
        let mayGoOn = openParenthesis(first, before: quote) != nil && !group.isClosed
        report(fault, isRecord: true)
        skipLine(from: quote)
        guard mayGoOn,
            case .closed(let end) = group.passLines(buffer, from: 0, to: min(window.count, Self.groupReach), types)
        else { return }
        goOn(at: end)
    }

    /// Goes on after a group that is too long to be read, or at what looks like the next record.
    private mutating func skipGroup() {
        var group = OpenGroup()
        while true {
            switch group.passLines(buffer, from: 0, to: window.count, types) {
            case .closed(let next), .record(let next):
                goOn(at: next)
                return
            case .unknown(let next):
                if next == window.count && window.isAtEnd { return goOn(at: next) }
                if next == 0 && window.isFull { skipLine(from: 0) } else { goOn(at: next) }
            }
        }
    }

    /// Goes on with the line at `offset`.
    private mutating func goOn(at offset: Int) {
        line += Octets.count(buffer, offset, UInt8(ascii: "\n"))
        load(keepingFrom: offset)
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
            keepOwner(ownerOctets)
            window.advance(keepingFrom: window.count)
            buffer = window.buffer
            offset = 0
        }
    }
}

// `$GENERATE start-stop[/step] owner [ttl] [class] type data`, as BIND has it: not in any RFC.

/// Where generated text comes from, for findings about it: each of its lines is a record of one `$GENERATE` line.
struct GeneratedText {
    /// Line of the `$GENERATE`, and the columns of its owner and its data.
    var line: Int
    var ownerColumn: Int
    var dataColumn: Int
    /// The value that the text's first line is for, and the step to the next.
    var first: Int
    var step: Int

    func iteration(ofLine line: Int) -> Int { first + (line - 1) * step }

    func place(of subject: MasterFinding.Subject) -> (line: Int, column: Int) {
        switch subject {
        case .field, .data: (line, dataColumn)
        case .entry, .owner, .operand: (line, ownerColumn)
        }
    }
}

/// The values of a `$GENERATE`.
struct GenerateRange {
    var start: Int
    var stop: Int
    var step = 1
    /// Octets after the range that BIND passes over.
    var hasRest = false

    var count: Int { (stop - start) / step + 1 }

    /// `START-STOP` or `START-STOP/STEP`, each up to 2³¹−1; `nil` for anything else.
    init?(_ text: [UInt8]) {
        var rest = text[...]
        guard let start = Self.number(&rest), rest.popFirst() == UInt8(ascii: "-"),
            let stop = Self.number(&rest), stop >= start
        else { return nil }
        self.start = start
        self.stop = stop
        if rest.first == UInt8(ascii: "/") {
            rest.removeFirst()
            guard let step = Self.number(&rest), step > 0 else { return nil }
            self.step = step
        }
        hasRest = !rest.isEmpty
    }

    private static func number(_ text: inout ArraySlice<UInt8>) -> Int? {
        if text.first == UInt8(ascii: "+") { text.removeFirst() }
        guard let first = text.first, ASCII.isDigit(first) else { return nil }
        var value = 0
        while let digit = text.first, ASCII.isDigit(digit) {
            value = value * 10 + Int(digit - 48)
            guard value <= Int(Int32.max) else { return nil }
            text.removeFirst()
        }
        return value
    }
}

extension MasterParser {
    /// The most text that is put together before it is read.
    private static var generatedAtOnce: Int { 1 << 18 }

    mutating func generate() throws(Fault) {
        let firstToken = index
        guard depth == 0 else { throw Fault(.directiveParenthesis, at: lineStart) }
        operand = "range"
        let (rangeStart, rangeEnd) = try field()
        guard let range = GenerateRange(rawOctets(rangeStart, rangeEnd)), buffer[rangeStart] != UInt8(ascii: "\"")
        else { throw Fault(.generateRange, at: rangeStart) }
        operand = "owner"
        let (ownerStart, ownerEnd) = try field()
        guard buffer[ownerStart] != UInt8(ascii: "\"") else { throw Fault(.quoted, at: ownerStart) }
        let owner = try template(ownerStart, ownerEnd)
        operand = "type"
        var middle: [UInt8] = []
        var hasTTL = ttl.hasDefault || ttl.isIncluded || ttl.hasLast
        while true {
            let (start, end) = try field()
            middle += [0x20] + UnsafeBufferPointer(start: buffer + start, count: end - start) + [0x20]
            hasTTL = hasTTL || ASCII.isDigit(buffer[start])
            if !isTTLOrClass(start, end) { break }
        }
        operand = "data"
        let (dataStart, dataEnd) = try field()
        guard Octets.first(0x0A, buffer, from: dataStart, to: dataEnd) == dataEnd else {
            throw Fault(.unclosedQuote, at: dataStart)
        }
        let data = try template(dataStart, dataEnd)
        operand = ""
        let lineOfDirective = line
        let lineStartOfDirective = Octets.startOfLine(buffer, ownerStart, notBefore: lineStart)
        guard try !hasField() else { throw Fault(.extraOperand, at: Int(starts[index])) }
        try refuseParentheses(from: firstToken)
        guard !(window.isAtEnd && window.lacksNewline && Int(starts[index]) == window.count - 1) else {
            throw Fault(.generateCutOff, at: lineStart)
        }
        guard hasTTL else { throw Fault(.generateWithoutTTL, at: ownerStart) }

        session.generated += range.count
        guard session.generated <= session.options.maximumGenerated else {
            faultNumber = UInt64(clamping: session.options.maximumGenerated)
            session.generated -= range.count
            throw Fault(.generateCount, at: rangeStart)
        }
        if range.hasRest { report(warning: .generateRangeRest, at: rangeStart) }
        var place = GeneratedText(
            line: lineOfDirective, ownerColumn: ownerStart - lineStartOfDirective + 1,
            dataColumn: dataStart - lineStartOfDirective + 1, first: range.start, step: range.step)
        var text = ByteWriter(capacity: Self.generatedAtOnce + 4096)
        var value = range.start
        while value <= range.stop && !session.isFinished {
            text.removeAll()
            place.first = value
            repeat {
                let before = text.count
                guard owner.append(value, to: &text) else { throw Fault(.generateValue, at: ownerStart) }
                text.append(middle)
                guard data.append(value, to: &text) else { throw Fault(.generateValue, at: dataStart) }
                text.append(UInt8(ascii: "\n"))
                session.generatedOctets += text.count - before
                guard text.count - before <= InputWindow.maximumCapacity,
                    session.generatedOctets <= session.options.maximumGeneratedOctets
                else { throw Fault(.generateSize, at: dataStart) }
                value += range.step
            } while value <= range.stop && text.count < Self.generatedAtOnce
            guard read(generated: text, place) else { break }
        }
        try endOfLine()
    }

    /// Reads generated records; false when one of them was broken.
    private mutating func read(generated text: borrowing ByteWriter, _ place: GeneratedText) -> Bool {
        note(.generate)
        returnStorage()
        let first = store.count
        let errors = session.report.errorCount
        let origin = Name(wire: UnsafeBufferPointer(start: origin, count: originLength)) ?? .root
        var times = ttl
        let file = file
        let session = session
        text.withBytes { octets in
            var parser = MasterParser(session: session, source: .memory(octets), file: file, origin: origin)
            parser.generated = place
            parser.ttl = times
            parser.run()
            times = parser.ttl
        }
        for row in first..<store.count { store.rows[row].line = UInt32(truncatingIfNeeded: place.line) }
        borrowStorage()
        note(.endOfGenerate)
        // BIND takes the TTL of a $GENERATE for one given like any other.
        ttl = times
        return session.report.errorCount == errors
    }

    private func refuseParentheses(from first: Int) throws(Fault) {
        for at in first..<index where buffer[Int(starts[at])] == UInt8(ascii: "(") {
            throw Fault(.directiveParenthesis, at: Int(starts[at]))
        }
    }

    private func isTTLOrClass(_ start: Int, _ end: Int) -> Bool {
        let text = UnsafeBufferPointer<UInt8>(start: buffer + start, count: end - start)
        if ASCII.isDigit(text[0]) { return true }
        if case .recordClass = types.lookUp(text) { return true }
        return RecordClass.isQueryClass(text)
    }

    private func template(_ start: Int, _ end: Int) throws(Fault) -> GenerateTemplate {
        let isQuoted = buffer[start] == UInt8(ascii: "\"")
        guard let template = GenerateTemplate(rawOctets(start, end), isQuoted: isQuoted) else {
            throw Fault(.generateModifier, at: start)
        }
        return template
    }
}

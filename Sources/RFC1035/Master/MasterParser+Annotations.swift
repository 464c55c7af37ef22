// Comments that are addressed to the program, and which entry each is about.

/// The annotations of a window that have been heard, and those that wait for the entry they stand before.
struct AnnotationState {
    /// The next one of the tape.
    var index = 0
    /// They stand alone on their lines, one below the other.
    var waiting: [(line: Int, column: Int, text: String)] = []
}

extension MasterParser {
    /// Where the next annotation stands.
    mutating func seekAnnotation() {
        guard generated == nil else { return }
        if !annotations.waiting.isEmpty {
            nextAnnotation = 0
        } else if annotations.index < tape.annotations.count {
            nextAnnotation = tape.annotations[annotations.index]
        } else {
            nextAnnotation = .max
        }
    }

    /// Those up to `end` in the entry that begins on the line `first` at `start`, and has been read.
    @inline(never) mutating func annotate(from first: Int, startingAt start: Int) {
        let entry = first...max(first, line - 1)
        release(for: annotations.waiting.last?.line == first - 1 ? entry : nil)
        while let found = takeAnnotation(before: lineStart, line: first, startingAt: start) { add(found, entry) }
        seekAnnotation()
    }

    /// One on a line without anything else, at the newline `end`: it is about the entry on the next line.
    @inline(never) mutating func annotateEmptyLine(upTo end: Int) {
        var found: (line: Int, column: Int, text: String)?
        while let next = takeAnnotation(before: end, line: line, startingAt: lineStart) {
            // What stands in a later part was about something that has been commented out.
            let before = UnsafeBufferPointer(start: buffer + lineStart, count: next.column - 1)
            if before.allSatisfy(Octets.isBlank) { found = next }
        }
        // Several, one below the other, are about the same entry.
        if found == nil || annotations.waiting.last?.line != line - 1 { release(for: nil) }
        if let found { annotations.waiting.append(found) }
        seekAnnotation()
    }

    /// At the end of what is read: the next part of the file may begin with the entry they are about.
    mutating func endAnnotations() {
        release(for: line...line)
    }

    private mutating func release(for entry: ClosedRange<Int>?) {
        for waiting in annotations.waiting { add(waiting, entry) }
        annotations.waiting.removeAll()
    }

    private mutating func takeAnnotation(
        before end: Int, line: Int, startingAt start: Int
    ) -> (line: Int, column: Int, text: String)? {
        guard annotations.index < tape.annotations.count else { return nil }
        let offset = Int(tape.annotations[annotations.index])
        guard offset < end else { return nil }
        annotations.index += 1
        guard offset >= start else { return takeAnnotation(before: end, line: line, startingAt: start) }
        let column = offset - Octets.startOfLine(buffer, offset, notBefore: start) + 1
        return (
            line + Octets.count(buffer + start, offset - start, 0x0A), column,
            MasterAnnotation.text(buffer, offset, end: end)
        )
    }

    private func add(_ found: (line: Int, column: Int, text: String), _ entry: ClosedRange<Int>?) {
        session.add(
            MasterAnnotation(file: file.name, line: found.line, column: found.column, entry: entry, text: found.text))
    }
}
